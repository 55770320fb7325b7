"""How a report tells a term: cut from the sentence, with its head, how it stands and who owes it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from trucekeeper.language.relations import agents, auxiliaries, base, children, is_passive, modal, open_complements, own_subjects, subjects, trimmed
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic, provision_words
from trucekeeper.reading.provisions.bearers import actor_of, actors, is_bare_name, is_bearer, nearest_noun
from trucekeeper.reading.provisions.duties import is_to
from trucekeeper.reading.provisions.forms import NOMINAL
from trucekeeper.reading.provisions.told.papers import is_text

OWED = frozenset({"will", "must", "shall", "would", "should", "may", "'ll", "’ll"})
JOINS = frozenset({"and", "or"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BREAKS = frozenset({"while", "but", "whereas", "although", "though", "because"})
TAILS = frozenset({"where", "which", "who", "according", "as", "adding", "saying", "in"})
SUBJECT_WORDS = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM", "PRON"})


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
    be = next((t for t in lead if is_to(t)), None)
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
    if base(verb) != "xcomp" or not has_to(verb) or above.lemma_ != "have" or above.i >= verb.i:
        return None
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
    if not subject:  # "agreed | not to attack each other"
        start = min([n.i for n in children(verb, "advmod") if n.lower_ in {"not", "never"} and n.i < verb.i], default=start)
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
        further = strung(doc[i], verb, end) or for_others(doc[i], end)
        shared = further is not None and i == heads[-1].i + 1 and further.i == i + 1 and not tells_alone(heads[-1])  # "will coordinate and | supervise the aid"
        if further is not None and further.i > heads[-1].i and not shared:
            heads.append(further)
            cuts.append(i)
    found = [(trimmed_end(doc[left:right]), head) for left, right, head in zip(cuts, [*cuts[1:], end], heads, strict=True)]
    return [(span, head) for span, head in found if len(span) > 1 or tells_alone(head)]


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
    return noun_frame(noun) is not None or NOMINAL.match(noun.lower_) is not None


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
    joint = next((t.i for t in reversed(doc[other.i : own.i]) if t.lower_ in JOINS), None) if other is not None else None
    return joint + 1 if joint is not None else start


def subject_heads(verb: Token) -> list[Token]:
    """Its subjects; of "A committee chaired by the envoy will publish …" the committee, which a tree easily gives to the participle."""
    found = own_subjects(verb.head if having_to(verb) is not None or bound_word(verb) is not None else verb)
    above = verb.head
    if not found and base(verb) == "ccomp" and above.tag_ in {"VBD", "VBN"} and above.i < verb.i and agents(above) and modal(verb) is not None:
        return [s for s in own_subjects(above) if s.i < above.i]
    return found or before_modal(verb)


def before_modal(verb: Token) -> list[Token]:
    """The subject by the words, where the tree has lost it: nouns between a comma and the modal ("Under the deal, herders and fishers will …")."""
    word = modal(verb)
    if word is None or base(verb) == "conj":
        return []
    doc, start = verb.doc, verb.sent.start
    if doc[word.i - 1].text == ",":  # "a council, which has not met since May, | would …"
        opening = next((t for t in doc[start : word.i] if t.tag_ in {"WDT", "WP"} and t.nbor(-1).text == ","), None)
        near = nearest_noun(opening.nbor(-1), doc[start : word.i]) if opening is not None and opening.i > start + 1 else None
        return [near] if near is not None else []
    first = next((t.i + 1 for t in reversed(doc[start : word.i]) if t.text == "," or t.lower_ == "that"), start)
    phrase = doc[first : word.i]
    inside = SUBJECT_WORDS | {"CCONJ", "PART", "ADV"}
    if not len(phrase) or phrase[0].pos_ == "VERB" or any(t.pos_ not in inside and t.tag_ not in {"VBG", "VBN"} for t in phrase):
        return []
    heads = [t for t in phrase if is_bearer(t) and (t.i + 1 == word.i or t.nbor().pos_ in {"CCONJ", "ADV", "ADP", "VERB"})]
    heads = [t for t in heads if t.nbor(-1 if t.i else 0).pos_ != "ADP"]
    near = nearest_noun(word, phrase) if not heads else None
    return [near] if near is not None else heads


def strung(joint: Token, verb: Token, end: int) -> Token | None:
    """The verb behind a comma or an "and" that goes on in the form of the first."""
    doc, at = joint.doc, joint.i + 1
    while at < end and (doc[at].lower_ in JOINS | {"to", "also", "not", "then"} or doc[at].tag_ == "MD" or doc[at].lower_ == "be"):
        at += 1
    if at >= end:
        return None
    token = doc[at]
    if doc[at - 1].lower_ == "to" and token.tag_ in {"NN", "JJ"} and at + 1 < end and doc[at + 1].pos_ in {"DET", "NOUN", "ADJ", "PRON"} and has_to(verb):
        return token  # "agreed to vacate the hills and to | exit their men", taken for a noun
    if (token.tag_ in {"VB", "VBP"} and token.pos_ in {"VERB", "AUX"}) or token.lower_ in provision_words().told.unchanged or is_bare_verb(token):
        return token
    return token if token.tag_ == "VBN" and verb.tag_ == "VBN" and base(token) == "conj" and token.head == verb else None


def is_bare_verb(token: Token) -> bool:
    """A known verb with its object or verb behind it, whatever the tagger makes of it ("reduce its troops and | help disband …")."""
    if token.tag_ not in {"NN", "JJ", "RB"} or token.i + 1 >= len(token.doc):
        return False
    known = token.lower_ in deontic().duty.imperatives or verb_frame(token) is not None
    return (known and token.nbor().tag_ in {"DT", "PRP$", "CD"}) or (token.nbor().tag_ == "VB" and token.nbor(-1).lower_ in JOINS)


def for_others(joint: Token, end: int) -> Token | None:
    """ "agreed to disarm | and for their men to join the army": the verb of what others are to do."""
    doc = joint.doc
    if joint.i + 3 >= end or doc[joint.i + 1].lower_ != "for":
        return None
    to = next((t for t in doc[joint.i + 2 : end - 1] if t.lower_ == "to" and t.nbor().tag_ == "VB"), None)
    return to.nbor() if to is not None and not any(is_verbal(t) or t.is_punct for t in doc[joint.i + 1 : to.i]) else None


def end_of_clause(verb: Token, limit: int) -> int:
    """Where a clause ends by its words: a semicolon, a "while", a comma with an attribution or a new subject behind it."""
    doc = verb.doc
    ends = [c[1] for s in layers(doc).statements for c in s.content if c[0] <= verb.idx < c[1]]
    stop = max(ends) if ends else None
    for i in range(verb.i + 1, limit):
        token = doc[i]
        if stop is not None and token.idx >= stop:
            if strung(token, verb, limit) is None:
                return i
            stop = None  # the words of a promise were cut before its last verbs
        if token.text in {";", ":", "—", "–"} or token.is_space or is_dash(token):
            return i
        if (token.tag_ in FINITE and is_main_behind(token, verb)) or is_under_text(token, verb, limit):
            return i
        if token.lower_ in BREAKS and token.nbor(-1).lower_ not in {"all", "nothing", "anything"}:
            return i
        if token.lower_ == "and" and i + 1 < limit and doc[i + 1].tag_ in {"VBD", "VBZ"} and doc[i + 1].lower_ not in provision_words().told.unchanged:
            return i
        if token.text == "," and i + 1 < limit and closes(doc[i + 1], limit):
            return i
        if token.lower_ == "and" and i + 1 < limit and (doc[i + 1].lower_ == "that" or opens_clause(doc[i + 1], limit)):
            return i
    return limit


def is_main_behind(token: Token, verb: Token) -> bool:
    """The "was" of "An agreement to free the captives | was reached": the finite verb whose subject stands before an infinitive."""
    main = token.head if base(token) in {"aux", "cop"} else token
    return has_to(verb) and main != verb and any(s.i < verb.i and s.is_ancestor(verb) for s in own_subjects(main))


def is_under_text(token: Token, verb: Token, limit: int) -> bool:
    """The "under" of "will be freed | under a deal between …", where it says more of the text, with no further verb behind it."""
    if token.lower_ != "under" or base(token) != "case" or not is_text(token.head):
        return False
    if not any(c.i > token.head.i or c.lower_ in {"a", "an"} for c in token.head.children):
        return False  # "under the deal"
    return all(strung(t, verb, limit) is None for t in token.doc[token.i : limit] if t.text == "," or t.lower_ in JOINS)


def is_dash(token: Token) -> bool:
    """The hyphen between blanks that opens an aside."""
    return token.text in {"-", "--"} and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def closes(token: Token, limit: int) -> bool:
    """Whether what follows a comma is no part of a term."""
    doc = token.doc
    if is_as_well_as(token):
        return False
    if token.lower_ == "that" and token.tag_ == "IN":
        return True  # "…, that the roads be opened and that …"
    if token.lower_ in TAILS and not (token.lower_ == "in" and token.i + 1 < limit and token.nbor().lower_ in {"return", "exchange"}):
        return token.lower_ != "in"
    if token.lower_ == "and" and token.i + 1 < limit and token.nbor().lower_ == "that":
        return True
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.lower_ not in provision_words().told.unchanged:
        return True  # "a treaty, which calls for a vote, | was signed"
    if token.lower_ in {"and", "with"}:
        return token.i + 1 < limit and (token.lower_ == "with" or opens_clause(doc[token.i + 1], limit))
    if token.lower_ == "to" and token.i + 1 < limit and token.nbor().lower_ == "be":
        return True  # "a fund, to be filled by donors"
    if (token.tag_ in {"VBG", "VBN"} and token.lower_ != "followed") or token.lower_ in {"among", "including"}:
        return True  # but "a truce, followed by talks and a release" is one list
    if token.pos_ == "DET" and token.i + 1 < limit and lemma_in(token.nbor(), provision_words().standing.claims):
        return True  # ", a reading that the army disputes"
    if is_apposition(token, limit):
        return True  # "into Orle, | the town that the front holds"
    if token.lower_ == "part" and token.i + 1 < limit and token.nbor().lower_ == "of":
        return True  # "to hand in its arms, | part of a deal that …"
    return opens_clause(token, limit) or says_so(token, limit)


def is_apposition(token: Token, limit: int) -> bool:
    """Whether a phrase behind a comma only says more of the noun before it, with nothing joined behind it."""
    noun = token if token.pos_ in {"NOUN", "PROPN"} else token.head
    joined = any(t.lower_ in JOINS or t.text == "," for t in token.doc[token.i : limit])
    return token.pos_ == "DET" and base(noun) in {"appos", "parataxis"} and token.i < noun.i < limit and not joined


def is_as_well_as(token: Token) -> bool:
    return token.doc[token.i : token.i + 3].text.lower() == "as well as"


def opens_clause(token: Token, limit: int) -> bool:
    """A noun phrase with a finite verb behind it: "| the other side will …"."""
    for other in token.doc[token.i : limit]:
        if other.tag_ in {"WDT", "WP"}:
            return False  # "the setting up of a court which will …"
        if other.tag_ in {"MD", "VBD", "VBZ", "VBP"}:
            return other.i > token.i
        gerund = (other.tag_ == "VBG" and other.nbor(-1).tag_ == "IN") or base(other) == "amod"  # "a mechanism for taking their men in will …"
        if (other.pos_ not in SUBJECT_WORDS | {"ADP", "PART", "CCONJ", "PUNCT"} and not gerund) or other.text in {",", ";"}:
            return False
    return False


def says_so(token: Token, limit: int) -> bool:
    return any(is_verbal(t) and governor_word(t, "clause") == "reported" for t in token.doc[token.i : min(limit, token.i + 8)])


def trimmed_end(span: Span) -> Span:
    span = trimmed(span)
    while len(span) > 1 and (span[0].lower_ in {"that", "to", "also", "on", "for", "followed", "by"} or is_as_well_as(span[0])):
        span = span[3:] if is_as_well_as(span[0]) else span[1:]
    opened = sum((t.text == "(") - (t.text == ")") for t in span)
    if opened > 0 and span.end < len(span.doc) and span.doc[span.end].text == ")":
        return span.doc[span.start : span.end + 1]
    return span


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
