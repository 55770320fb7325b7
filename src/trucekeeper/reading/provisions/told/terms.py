"""How a report tells a term: cut from the sentence, with its head, how it stands and who owes it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.clauses import open_complements
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.subjects import agents, own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.bearers import actor_of, actors, is_bare_name, is_bearer, nearest_noun
from trucekeeper.reading.provisions.duties import is_to
from trucekeeper.reading.provisions.forms import of_an_act
from trucekeeper.reading.provisions.told.cuts import JOINS, SUBJECT_WORDS, end_of_clause, for_others, of_another, strung, trimmed_end
from trucekeeper.reading.provisions.told.papers import is_text

OWED = frozenset({"will", "must", "shall", "would", "should", "may", "'ll", "’ll"})


@dataclass(frozen=True, slots=True)
class Told:
    """A term that a report tells: its words, the verb or noun at its head, how it stands, whose proposal it is, who owes it, and where its dates stand."""

    span: Span
    head: Token
    standing: Standing
    by: Actor | None = None
    doers: tuple[Actor, ...] = ()
    timed: Span | None = None


def owed_word(verb: Token) -> Token | None:
    """The modal of duty or of what is to come, the "is" of "is to release", or the "have" of "have until May to", by which a verb tells what is owed."""
    word = modal(verb)
    if word is not None and word.lower_ in OWED:
        return None if has_to(verb) and children(verb, "cop") else word  # "Their job will be | to watch over the truce"
    doc, start = verb.doc, verb.sent.start
    if (having := having_to(verb)) is not None:
        return having
    if word is not None and word.lower_ == "can" and doc[start].lower_ == "in" and doc[min(start + 1, verb.i)].lower_ in {"exchange", "return"}:
        return word  # "In exchange, the groups can found parties"
    lead = doc[max(start, verb.i - 4) : verb.i]
    be = next((t for t in lead if is_to(t, past=True)), None)
    if be is not None and all(t.pos_ in {"PART", "AUX", "ADV"} for t in doc[be.i + 1 : verb.i]):
        return be
    if (bound := bound_word(verb)) is not None:
        return bound
    return having_until(verb) if has_to(verb) else None


def bound_word(verb: Token) -> Token | None:
    """The "is" of "is required (within 37 days, supposed, allowed) to | complete a plan"."""
    if not has_to(verb):
        return None
    above = verb.head
    if base(verb) != "xcomp" or above.i > verb.i or above.lower_ not in provision_words().told.owing:
        return None
    return next((a for a in children(above, "aux:pass", "cop", "aux") if a.lower_ in {"is", "are", "'s", "’s"} and a.i < above.i), None)


def having_to(verb: Token) -> Token | None:
    """The "will" of "The army will have to | leave the towns", the "have" of "Both armies have to | leave them"."""
    above = verb.head
    if base(verb) != "xcomp" or not has_to(verb) or above.lemma_ != "have" or above.i >= verb.i or objects(above):
        return None  # "have options to use" owes nothing
    ahead = modal(above)
    return above if above.tag_ in {"VBP", "VBZ"} and ahead is None else ahead if ahead is not None and ahead.lower_ in OWED else None


def having_until(verb: Token) -> Token | None:
    """ "The rebels have until 30 June (have 90 days) to submit a list": the "have"."""
    for i in range(verb.i - 2, max(verb.sent.start, verb.i - 10) - 1, -1):
        token = verb.doc[i]
        if token.lemma_.lower() in {"have", "get"} and token.pos_ in {"VERB", "AUX"}:
            between = verb.doc[i + 1 : verb.i - 1]
            region = (between.start_char, between.end_char)
            timed = any(t.start < region[1] and region[0] < t.end for t in layers(verb.doc).times)
            return token if len(between) and timed and not any(is_verbal(t) for t in between) else None
    return None


def verb_items(verb: Token, *, subject: bool) -> list[tuple[Span, Token]]:
    """What a verb tells, cut where a further verb in the same form is strung on ("will pull back | , open the road | and pay"), each with its own verb.

    With `subject` the first begins with its subject. By the words, since trees lose their way in long lists.
    """
    doc = verb.doc
    end = end_of_clause(verb, verb.sent.end)
    start = verb.i
    if not subject:  # "agreed | not to attack each other", "to | formally disband"
        start = min([n.i for n in children(verb, "advmod") if n.i < verb.i and (n.lower_ in {"not", "never"} or n.i + 1 == verb.i)], default=start)
    else:
        after = other_modal(verb)
        after = max(after, behind_lead(verb))
        start = min([start, *(c.i for c in children(verb, "expl") if c.lower_ == "there")])
        lefts = [max(s.left_edge.i, after) for s in subject_heads(verb) if after <= s.i < verb.i]
        start = min([start, *(a.i for a in auxiliaries(verb) if a.i < verb.i), *lefts])
    heads, cuts = [verb], [start]
    for i in range(verb.i + 1, end - 1):
        if doc[i].text != "," and doc[i].lower_ not in JOINS:
            continue
        further = strung(doc[i], verb, end) or for_others(doc[i], end) or of_another(doc[i], verb, end)
        shared = further is not None and i == heads[-1].i + 1 and further.i == i + 1 and not tells_alone(heads[-1])  # "will coordinate and | supervise the aid"
        if further is not None and further.i > heads[-1].i and not shared and not is_inside(further, heads[-1]):
            heads.append(further)
            cuts.append(i)
    found = [(trimmed_end(doc[left:right]), head) for left, right, head in zip(cuts, [*cuts[1:], end], heads, strict=True)]
    return [(span, head) for span, head in found if len(span) > 1 or tells_alone(head)]


def is_inside(further: Token, head: Token) -> bool:
    """Of "a team which shall draw and | watch the line" the "watch": strung on a verb of a relative clause, question or aim behind the term's own."""
    above = further.head
    if base(further) != "conj" or above.i <= head.i:
        return False
    aims = provision_words().told.aims
    if (
        has_to(above)
        and base(above) in {"advcl", "acl"}
        and further.lemma_.lower() in aims
        and further.nbor(-1).lower_ in JOINS
        and further.nbor(-2).text != ","
    ):
        return True  # "set up zones to ease tension and | prevent clashes"
    asked = any(t.lower_ == "whether" for t in above.doc[max(head.i, above.i - 8) : above.i])
    around = (a for a in (above, *ancestors(above)) if a.i > head.i)
    return asked or any(base(a) == "acl" and any(s.tag_ in {"WDT", "WP"} for s in own_subjects(a)) for a in around)


def behind_lead(verb: Token) -> int:
    """Where the clause begins behind "Under the terms of the deal," at the start of a sentence, which a tree easily makes its subject's."""
    start = verb.sent.start
    opener = next((t for t in verb.doc[start : verb.i] if not t.is_space and not t.is_punct), None)
    if opener is None or opener.tag_ not in {"IN", "VBG"}:
        return start
    comma = next((t.i + 1 for t in verb.doc[opener.i : min(verb.i, opener.i + 10)] if t.text == ","), None)
    if comma is not None:
        return comma
    text = next((t for t in verb.doc[opener.i : min(verb.i, opener.i + 6)] if is_text(t)), None)  # "As part of the deal | the troops will …"
    bare = text is not None and text.i + 1 < verb.i and text.nbor().pos_ in {"DET", "PROPN", "ADJ", "NOUN", "NUM"}
    return text.i + 1 if text is not None and bare else start


def is_existential(verb: Token) -> bool:
    """ "There would be | a full withdrawal of troops": what is to come about."""
    return verb.lemma_ == "be" and any(c.lower_ == "there" for c in children(verb, "expl")) and any(is_act(s) for s in own_subjects(verb) if s.i > verb.i)


def is_act(noun: Token) -> bool:
    """A noun that names something done ("withdrawal", "handover")."""
    return noun_frame(noun) is not None or of_an_act().match(noun.lower_) is not None


def tells_alone(verb: Token) -> bool:
    """ "agreed to disarm": a term in one word, but not "how they are to disarm"."""
    told = verb_frame(verb) is not None and verb.lemma_.lower() not in provision_words().told.idle
    return told and not any(c.tag_ == "WRB" for c in verb.children)


def other_modal(verb: Token) -> int:
    """Where the clause of another modal before it ends ("Orle would leave | and Varsk would stay"): what stands before that is no part of this one."""
    own = modal(verb)
    doc, start = verb.doc, verb.sent.start
    if own is None:
        return start
    other = next((t for t in reversed(doc[start : own.i]) if t.tag_ == "MD"), None)
    limit = min([own.i, *(s.left_edge.i for s in own_subjects(verb) if s.i < own.i)])  # not the "and" of its own subject
    joint = next((t.i for t in reversed(doc[other.i : limit]) if t.lower_ in JOINS), None) if other is not None and other.i < limit else None
    return joint + 1 if joint is not None else start


def subject_heads(verb: Token) -> list[Token]:
    """Its subjects; of "A committee chaired by the envoy will publish …" the committee, which a tree easily gives to the participle."""
    found = own_subjects(verb.head if having_to(verb) is not None or bound_word(verb) is not None else verb)
    above = verb.head
    if not found and base(verb) == "ccomp" and above.tag_ in {"VBD", "VBN"} and above.i < verb.i and agents(above) and modal(verb) is not None:
        return [s for s in own_subjects(above) if s.i < above.i]
    lead = behind_lead(verb)
    behind = [s for s in found if s.i >= lead] or before_modal(verb)
    word = modal(verb)
    if behind or lead == verb.sent.start or word is None or word.i <= lead:
        return behind
    return [verb.doc[lead : word.i].root]  # "Under the terms of the deal, | rebels in the north will …", hung on the deal


def before_modal(verb: Token) -> list[Token]:
    """The subject by the words, where the tree has lost it: nouns between a comma and the modal ("Under the deal, herders and fishers will …")."""
    word = modal(verb)
    if word is None or base(verb) == "conj":
        return []
    doc, start = verb.doc, verb.sent.start
    if doc[word.i - 1].text == ",":  # "a council, which has not met since May, | would …"
        opening = next((t for t in doc[start : word.i] if t.tag_ in {"WDT", "WP"} and t.nbor(-1).text == ","), None)
        if opening is None:  # "Mr Obi, a former envoy, | will …"
            comma = next((t for t in reversed(doc[start : word.i - 1]) if t.text == ","), None)
            named = comma is not None and comma.i > start and comma.nbor(-1).pos_ == "PROPN" and comma.nbor().pos_ in {"DET", "ADJ", "NOUN", "NUM"}
            return [comma.nbor(-1)] if comma is not None and named else []
        near = nearest_noun(opening.nbor(-1), doc[start : word.i]) if opening.i > start + 1 else None
        return [near] if near is not None else []
    first = next((t.i + 1 for t in reversed(doc[start : word.i]) if t.text == "," or t.lower_ == "that"), start)
    phrase = doc[first : word.i]
    inside = SUBJECT_WORDS | {"CCONJ", "PART", "ADV"}
    if not len(phrase) or phrase[0].pos_ == "VERB" or any(t.pos_ not in inside and t.tag_ not in {"VBG", "VBN", "HYPH"} for t in phrase):
        return []
    heads = [t for t in phrase if is_bearer(t) and (t.i + 1 == word.i or t.nbor().pos_ in {"CCONJ", "ADV", "ADP", "VERB"})]
    heads = [t for t in heads if t.nbor(-1 if t.i else 0).pos_ != "ADP"]
    near = nearest_noun(word, phrase) if not heads else None
    return [near] if near is not None else heads


def doers_of_clause(verb: Token) -> tuple[Actor, ...]:
    """The agent of a passive, the subject otherwise; of "will be allowed to keep" those who may keep it."""
    if is_passive(verb) and not (verb.lower_ in provision_words().told.permits and open_complements(verb)):
        return actors(agents(verb))
    heads = subject_heads(verb) or subjects(verb)
    return actors(heads) or tuple(actor_of(h) for h in heads[:1] if is_bare_name(h))


def apart(found: list[Told]) -> list[Told]:
    """Without those that overlap one found before."""
    kept: list[Told] = []
    for told in found:
        if all(told.span.end <= k.span.start or told.span.start >= k.span.end for k in kept):
            kept.append(told)
    return kept
