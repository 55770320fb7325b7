"""What will not be, or not otherwise: "there will be no amnesty", "no talks without a truce", "a partition is out of the question"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.speech import speaker_of, speaking_verb
from trucekeeper.reading.events.statuswords import has_to
from trucekeeper.reading.positions.conditions import extent, is_only_a_time
from trucekeeper.reading.positions.found import Found, is_side
from trucekeeper.reading.positions.lexicon import listed
from trucekeeper.reading.positions.lists import unfolded
from trucekeeper.reading.positions.lost_contents import next_head
from trucekeeper.reading.positions.openers import opener_at
from trucekeeper.reading.positions.passages import of_word
from trucekeeper.reading.positions.topics import issue_of
from trucekeeper.reading.positions.verbs import cue_for

NONE_TO_COME = re.compile(
    r"(?:(?:will|would|can|could|must|should|(?:is|'s|are) going to) be (?:no|not even (?:the|an?|any))"
    r"|(?:(?:will|would|can|could|wo|ca) (?:not|n't)|(?:is|'s|are) (?:not|n't) going to) be(?: an?| any)?) "
)
NEAR = 12  # words between a "no" or a "possible" and what it depends on
LASTING = "while"  # "no talks while the army stays"
BUT: dict[str, tuple[str, ...]] = {"other": ("than",), "except": (), "outside": (), "besides": (), "apart": ("from",)}  # behind a "no": only that


def of_none_to_come(there: Token) -> Iterator[Found]:
    """ "There will be no pullback and no amnesty", "there is not going to be any truce": a rejection of each by whoever says it."""
    if there.lower_ != "there":
        return
    doc, end = there.doc, there.sent.end
    words = [t for t in doc[there.i + 1 : min(end, there.i + 10)] if not t.is_quote]
    none = NONE_TO_COME.match(" ".join(t.lower_.replace("’", "'") for t in words))
    if none is None:
        return
    start = words[none[0].count(" ")].i
    stop = next((i for i in range(start, end) if ends_there(doc[i])), end)
    opener = opener_before(there) or (doc[stop] if stop < end and opens_condition(doc[stop]) else None)
    if opener is not None:  # "there will be no truce until the army leaves": a condition, and no rejection
        content = extent(opener, len(opener_at(opener) or (LASTING,)))
        if content is not None and not is_only_a_time(content):
            whole = doc[min(there.i, content.start) : max(stop, content.end)]
            yield Found(speaker_of(there.head), "conditions", content, whole, fallback=issue_of([*doc[start:stop]]))
        return
    cuts = [i for i in range(start, stop) if doc[i].lower_ in {"no", "any"} and doc[i - 1].lower_ in {"and", "or"}]
    for left, right in zip([start, *(i + 1 for i in cuts)], [*(i - 1 for i in cuts), stop], strict=True):
        if right > left:
            yield Found(speaker_of(there.head), "rejects", doc[left:right], doc[there.i : stop])


def ends_there(token: Token) -> bool:
    return token.text in {",", ";", ".", "”", '"'} or token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.lower_ == LASTING or opener_at(token) is not None


def opens_condition(token: Token) -> bool:
    return token.lower_ == LASTING or (opener_at(token) is not None and token.lower_ != "without")


def opener_before(there: Token) -> Token | None:
    """The "if" or "unless" of "unless the army leaves, there will be no talks"."""
    marks = (m for c in children(there.head, "advcl") for m in children(c, "mark") if m.i < there.i and m.lower_ in {"if", "unless"})
    return next(marks, None)


def of_no_without(mark: Token) -> Iterator[Found]:
    """ "no elections without disarmament", "talks are meaningless without recognition": a condition of whoever says it."""
    if mark.lower_ != "without":
        return
    doc = mark.doc
    futile = futile_before(mark)
    if futile is not None:
        head = next_head(mark, mark.sent.end)
        if head is not None:
            content = doc[mark.i : of_word(head).end]
            yield from (Found(speaker_of(futile), "conditions", part, content) for part in unfolded(content, content.end))
        return
    head = next_head(mark, mark.sent.end) if no_before(mark) else None
    if head is not None:
        content = doc[mark.i : of_word(head).end]
        yield Found(None, "conditions", content, content)


def of_only_way(way: Token) -> Iterator[Found]:
    """ "the only way to peace is (through) a referendum", said or agreed by somebody: a demand."""
    if way.lemma_ not in listed("ways") or not any(c.lower_ in {"only", "sole"} for c in children(way, "amod")):
        return
    doc, end = way.doc, way.sent.end
    be = next((t for t in doc[way.i + 1 : min(end, way.i + NEAR)] if t.lower_ in {"is", "was", "remains"}), None)
    if be is None or be.i + 2 >= end or opener_at(doc[be.i + 1]) is not None:
        return
    through = doc[be.i + 1] if doc[be.i + 1].lower_ in {"through", "by", "via", "for"} else be
    head = doc[through.i + 2] if doc[through.i + 1].lower_ == "to" else next_head(through, end)
    above = speaking_verb(be.head) or (be.head.head if base(be.head) == "ccomp" else None)
    if head is not None and not is_negated(be.head) and (above is None or cue_for(above) is None):
        content = doc[max(through.i + 1, head.left_edge.i) : of_word(head).end]
        party = next((s for s in own_subjects(above) if is_side(s) or s.pos_ == "PRON" or s.tag_ == "NNS"), None) if above is not None else None
        yield Found(party, "demands", content, doc[way.i : max(content.end, be.i + 1)])


def futile_before(mark: Token) -> Token | None:
    """The "pointless" right before a "without", or the "not possible" some words before it."""
    if mark.i > mark.sent.start and lemma_in(mark.nbor(-1), listed("futile")):
        return mark.nbor(-1)
    near = mark.doc[max(mark.sent.start, mark.i - NEAR) : mark.i]
    possible = next((t for t in near if t.lower_ in {"possible", "impossible"}), None)
    if possible is None or any(t.tag_ in FINITE for t in mark.doc[possible.i : mark.i]):
        return None
    return possible if possible.lower_ == "impossible" or is_negated(possible) else None


def no_before(mark: Token) -> bool:
    """Whether nothing but a noun under a "no" stands before a word ("no lasting peace | without …")."""
    near = mark.doc[max(mark.sent.start, mark.i - NEAR) : mark.i]
    no = next((t for t in reversed(near) if t.lower_ == "no" and t.nbor().pos_ in {"NOUN", "ADJ", "PROPN"}), None)
    return no is not None and not any(t.pos_ == "VERB" for t in mark.doc[no.i : mark.i])


def of_no_other(mark: Token) -> Iterator[Found]:
    """ "no solution other than (except) a referendum", "no alternative to arbitration": whoever says so wants it."""
    alternative = mark.lower_ == "to" and mark.i > mark.sent.start and mark.nbor(-1).lemma_ in {"alternative", "substitute"}
    then = BUT.get(mark.lower_)
    if not no_before(mark) or (then is None and not alternative):
        return
    after = [t.lower_ for t in mark.doc[mark.i + 1 : min(mark.sent.end, mark.i + 2)]]
    if then and after != [*then]:
        return
    head = next_head(mark.nbor(len(then or ())), mark.sent.end)
    if head is not None:
        content = of_word(head)
        yield Found(None, "demands", content, content)


def of_no_question(mark: Token) -> Iterator[Found]:
    """ "there is no question of accepting the plan", "a partition is out of the question": a rejection by whoever says it."""
    if mark.lower_ not in {"of", "out", "off"}:
        return
    doc, sentence = mark.doc, mark.sent
    around = [t.lower_ for t in doc[max(sentence.start, mark.i - 2) : min(sentence.end, mark.i + 4)]]
    if mark.lower_ == "of" and around[:2] == ["no", "question"]:
        head = next_head(mark, sentence.end)
        if head is not None:
            content = of_word(head)
            yield Found(None, "rejects", content[1:] if content[0].lower_ == "of" else content, content)
    after = [t.lower_ for t in doc[mark.i : min(sentence.end, mark.i + 4)]]
    if after == ["out", "of", "the", "question"] or after[:3] == ["off", "the", "table"]:
        be = next((t for t in reversed(doc[max(sentence.start, mark.i - 4) : mark.i]) if t.lemma_ == "be"), None)
        thing = next((s for a in (be, be.head) for s in (own_subjects(a) or children(a, "expl"))), None) if be is not None else None
        if thing is not None and thing.i < mark.i and thing.dep_ != "expl" and thing.pos_ in {"NOUN", "PROPN"}:
            yield Found(None, "rejects", of_word(thing), of_word(thing))
        elif thing is not None and thing.lower_ == "it" and thing.i < mark.i:  # "it is out of the question to share power"
            acts = (c for a in mark.doc[mark.i : mark.i + len(after)] for c in a.children if c.i > a.i and (has_to(c) or base(c) in {"ccomp", "csubj"}))
            yield from (Found(None, "rejects", of_word(act), of_word(act)) for act in acts)
