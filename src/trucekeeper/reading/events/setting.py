"""The words that tell an act, and where it was: the place of its own clause or phrase."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.phrases import clause, noun_phrase, obliques, preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts, kinds, words_of_roles
from trucekeeper.reading.events.nouns import surface_owner
from trucekeeper.reading.events.parties import is_act, is_ground, is_party, is_renamed, mark_of
from trucekeeper.reading.events.phrases import is_harm
from trucekeeper.reading.events.statuswords import bare_before, has_to, is_verbal, says
from trucekeeper.reading.events.told_with import ANY, BEFORE, beside, tells_toll
from trucekeeper.reading.events.triggers import Trigger, misread_subject, works
from trucekeeper.reading.layers import Region, inside, layers, region

CONDITION = frozenset({"if", "unless", "provided"})  # a condition belongs to what it conditions


def span_of(trigger: Trigger) -> Span:
    """The words that tell the act: the clause of a verb, the phrase of a noun."""
    anchor = trigger.anchor
    if bare_before(anchor) is not None:
        return clause(anchor.head)
    missed = misread_subject(anchor)
    if missed is not None:
        return anchor.doc[missed.left_edge.i : noun_phrase(anchor.head, clauses=False).end]  # "Washington lifted sanctions on …", read as one phrase
    if not is_verbal(anchor) and anchor.pos_ != "ADJ":
        owner = surface_owner(anchor)
        return noun_phrase(anchor, clauses=False) if owner is None else anchor.doc[owner.left_edge.i : anchor.i + 1]
    found = clause(anchor)
    start = min(found.start, trigger.token.i, governing_start(anchor))
    return anchor.doc[start : max(own_end(found, trigger), trigger.token.i + 1)]


def shown(trigger: Trigger) -> Region:
    """The words to show for an act: those that tell it, with what they hang on where they alone would be no telling: the noun of a relative clause or a
    participle, the verb above an infinitive or a gerund, the clause of a bare noun; and without the word that opens the clause."""
    told = trigger.matter
    if told is not None and told.token.i < trigger.anchor.i and told.token.pos_ == "NOUN" and not is_verbal(told.token) and trigger.act.content == "take":
        phrase = noun_phrase(told.token, clauses=False)
        if len(phrase) >= BARE:
            return region(phrase)  # "a planned exchange of sailors was put off": the putting off is told by the clause, the exchange by its phrase
    found, anchor = span_of(trigger), trigger.anchor
    start, end = found.start, found.end
    if is_verbal(anchor):
        start = min(start, hung_on(anchor))
    elif len(found) < BARE and (verb := next((a for a in ancestors(anchor) if is_verbal(a)), None)) is not None:
        around = clause(verb)
        if around.start <= start and end <= around.end:
            comma = next((t.i for t in anchor.doc[max(end, verb.i + 1) : around.end] if t.text in {",", ";", "—"}), around.end)
            start, end = around.start, comma
    while start < trigger.token.i and (anchor.doc[start].is_punct or anchor.doc[start].lower_ in OPENING):
        start += 1
    after = anchor.doc[end] if end < len(anchor.doc) else anchor
    end += after.text == ")" and any(t.text == "(" for t in anchor.doc[start:end])
    return region(anchor.doc[start:end])


BARE = 4  # tokens: a phrase of fewer tells nothing alone
OPENING = frozenset({"that", "after", "as", "while", "when", "because", "and", "but", "of", "for"})


def hung_on(verb: Token) -> int:
    """Where the words begin that a clause without a subject of its own hangs on, if they stand before it."""
    start = verb.i
    for _ in range(3):
        head = verb.head
        if head == verb or head.i > verb.i or not (base(verb) == "acl" or has_to(verb) or verb.tag_ == "VBG"):
            break
        if base(verb) == "acl" and verb.tag_ == "VBG" and verb.nbor(-1).lower_ in {"of", "for"} and is_verbal(head.head):
            head = head.head  # "accused the police of beating farmers"
        elif base(verb) == "acl":
            return min(start, noun_phrase(head).start)
        if base(verb) not in {"acl", "xcomp", "advcl", "ccomp"} or not (is_verbal(head) or head.pos_ == "ADJ") or head.i < verb.i - FAR:
            break
        verb = head
        start = min([start, verb.i, *(s.left_edge.i for s in own_subjects(verb))])
    return start


FAR = 12  # tokens; a verb further off is not shown with what hangs on it


def own_end(found: Span, trigger: Trigger) -> int:
    """Where the telling of this act ends: before a comma and a clause of another ("…, as the rebels urged …")."""
    for token in found.doc[max(trigger.token.i, trigger.anchor.i) : found.end - 1]:
        after = found.doc[token.i + 1]
        if token.text == "," and (base(after) == "mark" or after.tag_ == "WRB") and after.lower_ not in CONDITION:
            return token.i
    return found.end


def governing_start(verb: Token) -> int:
    """Where the clause of the verb begins that an infinitive hangs on ("Israel prepared to send …"): it says what became of the act."""
    start = verb.i
    while has_to(verb) and base(verb) in {"xcomp", "advcl"} and is_verbal(verb.head) and verb.head.i < verb.i:
        verb = verb.head
        start = min([verb.i, *(s.left_edge.i for s in own_subjects(verb))])
    return start


def nearest(found: list[tuple[int, Region]], at: int) -> int | None:
    """The index whose region begins nearest to a character."""
    return min(found, key=lambda f: (abs(f[1][0] - at), f[0]))[0] if found else None


def place(trigger: Trigger, extent: Region) -> int | None:
    """The index of the named place where the act was; names that stand for a government are none."""
    found = within(trigger, extent)
    if found is None:
        found = of_relative(trigger)
    return found if found is not None else of_one_harm(trigger)


def within(trigger: Trigger, extent: Region) -> int | None:
    """The index of the named place in the act's clause or phrase."""
    places = layers(trigger.token.doc).places
    first, last = (bisect_left(places, edge, key=attrgetter("start")) for edge in extent)
    near = [(i, (p.start, p.end)) for i, p in enumerate(places[first:last], first) if not p.metonym and inside((p.start, p.end), extent)]
    near = [n for n in near if is_own(n[1], trigger)] or behind(trigger, extent)
    if not near and (verb := taking_place(trigger.token)) is not None:
        near = [(i, (p.start, p.end)) for i, p in enumerate(places) if not p.metonym and inside((p.start, p.end), region(clause(verb)))]
        near = [n for n in near if n[1][0] > verb.idx and is_own(n[1], replace(trigger, light=verb))]
    after = [n for n in near if n[1][0] > trigger.token.idx]
    return nearest(after or near, trigger.token.idx)


def of_one_harm(trigger: Trigger) -> int | None:
    """ "shelled a market in Bria, killing nine", "one was killed and four were hurt in Bria": harm that is told with other harm was where that was."""
    if trigger.act.plover not in kinds()["hurting"] or trigger.matter is not None:
        return None
    tolls = [(c, ANY) for c in children(trigger.token, "conj") if tells_toll(c) and is_passive(c)]
    for word, side in (*beside(trigger), *tolls):
        if base(word) == "acl" and not is_verbal(trigger.token):
            continue  # "the nurses captured in the May raid at Bria": they may be there now
        if side != BEFORE and (works(word) or (is_act(word) and is_harm(word))):
            other = replace(trigger, token=word, light=None, used=frozenset())
            found = within(other, extent_of(other))
            if found is not None:
                return found
    return None


def behind(trigger: Trigger, extent: Region) -> list[tuple[int, Region]]:
    """ "tried to end clashes between gangs in the town of Bria": the place right behind a harm's phrase, where the tree gave it to the verb above."""
    noun, places = trigger.token, layers(trigger.token.doc).places
    if trigger.anchor != noun or noun.pos_ != "NOUN" or base(noun) != "obj" or not is_harm(noun):
        return []
    parts = [o for o in obliques(noun.head, *words_of_roles()["around"]) if o.left_edge.idx in range(extent[1], extent[1] + 2)]
    phrases = [region(noun_phrase(o)) for o in parts[:1]]
    return [(i, (p.start, p.end)) for i, p in enumerate(places) for r in phrases if not p.metonym and inside((p.start, p.end), r)]


def taking_place(noun: Token) -> Token | None:
    """The verb that tells where and when what its subject names comes about, below a word that says it is ahead ("talks are due to resume in Bria")."""
    if base(noun) != "nsubj" or noun.pos_ != "NOUN":
        return None
    found = (c for c in children(noun.head, "xcomp", "advcl", "csubj", "ccomp") if has_to(c) and lemma_in(c, says()["occurrence"]) is not None)
    return next(found, None)


def of_relative(trigger: Trigger) -> int | None:
    """The place that a relative clause says more of ("Langsa, where thousands rallied", "the town of Bria, which the rebels took")."""
    verb, doc = trigger.anchor, trigger.token.doc
    where = next((c for c in children(verb, "advmod") if c.lower_ == "where" and c.i < verb.i), None)
    if where is None and verb.dep_ == "acl:relcl" and trigger.act.plover in kinds()["hurting"]:
        where = next((c for c in children(verb, "obj") if c.lower_ in {"which", "that"} and c.i < verb.i), None)
    if where is None:
        return None
    found = [(i, p) for i, p in enumerate(layers(doc).places) if p.start < where.idx and not p.metonym]
    renamed = noun_phrase(verb.head) if base(verb.head) == "appos" and is_ground(verb.head) else ()  # "Bria, the town where …"
    if not found or any(t.is_alpha for t in doc[: where.i] if t.idx >= found[-1][1].end and t not in renamed):
        return None
    return found[-1][0]


def is_own(name: Region, trigger: Trigger) -> bool:
    """Whether a named place says where the act was: not whose somebody is, no part of a body's name, and not where another act or another teller was."""
    doc = trigger.token.doc
    span = doc.char_span(*name, alignment_mode="expand")
    if span is None:
        return False
    after = doc[span.end : span.end + 2]
    if len(after) == 2 and after[0].text == "-" and not span[-1].whitespace_ and after[1].tag_ in {"VBN", "VBD", "VBG", "JJ"}:
        return False  # "the Bria-based paper"
    if trigger.act.plover == "CONSULT" and mark_of(span.root) in words_of_roles()["topic"]:
        return False  # "talks on Yemen"
    if is_of_somebody(span.root) or is_in_name(span) or is_doer(span.root):
        return False
    above = list(takewhile(lambda t: t not in {trigger.token, trigger.anchor}, ancestors(span.root)))
    return not any(is_elsewhere(t, trigger) for t in (span.root, *above) if t not in {trigger.token, trigger.anchor})


def is_elsewhere(word: Token, trigger: Trigger) -> bool:
    """Whether a word between a place and the act opens something that the place is of: a relative clause, another act, a teller, a party to talks."""
    if word.dep_ == "acl:relcl":
        return True  # "rebels who hold Bria"
    named = word.tag_ == "VBG" and lemma_in(word, acts().nouns) is not None  # "killed in fighting around Bria"
    if is_verbal(word) and not named and (base(word) in {"advcl", "acl", "ccomp", "xcomp", "parataxis"} or (base(word) == "conj" and own_subjects(word))):
        return True  # "will not negotiate until they pull out of Bria"
    if preposition(word) in words_of_roles()["telling"] and word.i > trigger.anchor.i:
        return True  # "according to monitors in Bria"
    if says()["preposition"].get(preposition(word)) == "told" and preposition(word) not in words_of_roles()["amid"] and is_act(word):
        return True  # "began talks after a battle near Bria"
    own = {*trigger.used, *([trigger.matter.token.i] if trigger.matter is not None else [])}
    if trigger.act.plover in kinds()["speaking"] and is_act(word) and word.i not in own and word.i > trigger.anchor.i:
        return True  # "rejected the agenda of talks in Abuja"
    moved = trigger.act.plover in kinds()["hurting"] or trigger.act.plover in kinds()["giving"]
    return not moved and base(word) in {"nsubj", "csubj"} and is_party(word)  # "rebels in Mali accepted": where they are at home


def is_doer(name: Token) -> bool:
    """ "Juba and the rebels agreed": a place that does something stands for those who rule there."""
    return base(first_conjunct(name)) == "nsubj" and first_conjunct(name).dep_ != "nsubj:pass" and is_verbal(first_conjunct(name).head)


def is_in_name(span: Span) -> bool:
    """ "the Community of Sahel-Saharan States": a place in the name of a body is not where anything was."""
    found = layers(span.doc)
    over = [found.mention_at[t.i] for t in (*span, *ancestors(span.root)) if t.i in found.mention_at]
    return any(m.form == "name" and m.words[0] <= span.start < m.words[1] and found.entities[m.entity].kind in NAMED_AFTER for m in over)


NAMED_AFTER = frozenset({"body", "group", "media", "agency", "person", "text"})


def is_title_of(noun: Token) -> bool:
    entity = layers(noun.doc).entity_of(noun.i)
    return entity is not None and entity.kind == "person"


def is_of_somebody(name: Token) -> bool:
    """ "killing 13 members of Togo's guard", "the governor of Bria": whose they are is not where it was."""
    owned = name.head
    if base(name) in {"compound", "amod"} and is_title_of(owned):
        return True  # "the former United States senator Ann Obi"
    owned = first_conjunct(name).head if name.dep_ != "nmod:poss" else owned
    if base(name) == "compound" and owned.pos_ == "NOUN" and not is_ground(owned) and lemma_in(owned, acts().people) is not None:
        return True  # "Bria rebels"
    if name.dep_ != "nmod:poss" and mark_of(name) not in {"of", "from"}:
        return False
    if name.dep_ == "nmod:poss" and any(name.idx < p.start <= owned.idx for p in layers(name.doc).places):
        return True  # "in Indonesia's Aceh province": the finer one
    if name.dep_ == "nmod:poss" and is_ground(owned) and any(is_renamed(c) for c in children(owned, "appos", "conj")):
        return True  # "in Liberia's second city, Buchanan"
    return owned.pos_ == "PROPN" or (owned.pos_ == "NOUN" and lemma_in(owned, acts().people) is not None and not is_ground(owned))


def extent_of(trigger: Trigger) -> Region:
    return region(span_of(trigger))
