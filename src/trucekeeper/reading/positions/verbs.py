"""Stances by verbs: "rejected the plan", "agreed in principle to a truce", "told them to leave", "set the release as a condition"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from spacy.tokens import Span, Token

from trucekeeper.language.relations import ancestors, base, children, clause, is_negated, is_perfect, modal, obliques, trimmed
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.plover import HOSTILE
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import speaking_verb
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.positions.contents import contents
from trucekeeper.reading.positions.found import Found, is_side, parties_of
from trucekeeper.reading.positions.lexicon import Cue, listed, stances
from trucekeeper.reading.positions.lists import is_inner, matter_end, unfolded
from trucekeeper.reading.positions.openers import opener_after, opener_at
from trucekeeper.reading.positions.topics import issue_of

OF_PEOPLE = frozenset({"monitoring", "mediation format", "self-determination", "return of the displaced"})  # issues whose matter is people or states
# verbs whose clause is wanted in whatever form it stands ("demands that he goes")
DIRECTING = frozenset({"demand", "require", "want", "ask", "order", "request", "propose", "recommend", "urge", "promise", "pledge"})
WILLING = frozenset({"will", "would", "shall", "wo", "'ll", "’ll", "'d", "’d", "can", "ca", "could"})


def cue_for(verb: Token) -> Cue | None:
    lemma = lemma_in(verb, stances().verbs)
    if lemma is None:
        return None
    cues = stances().verbs[lemma]
    if not any(c.second for c in cues):
        return cues[0]
    close = takewhile(lambda t: t.pos_ not in {"DET", "PUNCT"} or t.lower_ == "no", verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 5)])
    after = [t.lower_ for t in close]
    near = {*after, *(f"{a} {b}" for a, b in pairwise(after)), *(c.lower_ for c in children(verb, "compound:prt", "advmod"))}
    near.update(c.lower_ for o in children(verb, "obl") for c in children(o, "case"))
    if any(has_to(c) for c in children(verb, "xcomp", "advcl")):
        near.add("to")
    return next((c for c in cues if c.second is None or c.second in near), None)


def stance_in(verb: Token, cue: Cue) -> Stance | None:
    """The stance as taken: a negated acceptance is a rejection; a stance that is only possible, or that is denied, is none."""
    if is_negated(verb) or no_longer(verb):
        lemma = lemma_in(verb, stances().negated)
        return stances().negated[lemma] if lemma and not is_perfect(verb) else None
    if accepts_only(verb):
        return "demands"
    status = status_of(verb, timeless=True).status
    if status == "demanded" or depends(verb):
        return None  # somebody wants it of them
    if status in {"conditional", "denied"}:
        told = opener_after(verb) is not None or (cue.stance == "demands" and speaking_verb(verb) is not None)  # "they would insist on it, he said"
        return cue.stance if status == "conditional" and is_willing(verb) and told else None
    return cue.stance


def no_longer(verb: Token) -> bool:
    return verb.i >= verb.sent.start + 2 and verb.doc[verb.i - 2 : verb.i].text.lower() == "no longer"


def depends(verb: Token) -> bool:
    """ "when Indonesia recognises its independence", "if they accept": in a clause of condition or of time to come no stance is taken."""
    if base(verb) not in {"advcl", "conj"} or verb.tag_ not in {"VBZ", "VBP", "VB"}:
        return False
    marks = {m.lower_ for m in children(verb, "mark", "advmod") if m.i < verb.i}
    return not marks.isdisjoint({"when", "if", "once", "until", "unless", "before", "after", "whenever"})


def accepts_only(verb: Token) -> bool:
    """ "will accept nothing short of (nothing less than) a referendum"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 3)]]
    return after in (["nothing", "short"], ["nothing", "less"])


def is_willing(verb: Token) -> bool:
    word = modal(verb)
    return word is not None and word.lower_ in WILLING


def is_hostile(verb: Token) -> bool:
    """Whether what a verb names harms somebody: to be ready for that is a threat, and no offer."""
    frame = verb_frame(verb)
    return frame is not None and frame.act.plover in HOSTILE | {"THREATEN"}


def parts_of(content: Span, word: Token) -> list[Span]:
    """The matters in a passage; what it is made to depend on is no part of it."""
    opener = next((t.i for t in content if t.i > content.start and opener_at(t) is not None), None)
    if opener is not None:
        return unfolded(content.doc[content.start : opener], opener)
    return unfolded(content, matter_end(content, word)) if content.start > word.i else [content]


def of_verb(verb: Token) -> Iterator[Found]:
    cue = cue_for(verb)
    parties = parties_of(verb) if cue is not None else []
    stance = stance_in(verb, cue) if cue is not None and parties else None
    if cue is None or stance is None or is_given_up(verb):
        return
    yield from taken(verb, stance, contents(verb, cue.second), parties, cue)


def of_misread(word: Token) -> Iterator[Found]:
    """ "The movement demands that aid be delivered": a verb in the present that was tagged as a plural noun, behind its subject and before its matter."""
    cue = cue_for(word) if word.tag_ == "NNS" and word.lower_.endswith("s") and word.i > word.sent.start else None
    if cue is None:
        return
    noun, after = word.nbor(-1), word.nbor() if word.i + 1 < word.sent.end else word
    opens = after.lower_ == (cue.second or "that").split(" ")[0] or (cue.second is None and after.pos_ == "DET")
    if not opens or noun.pos_ not in {"NOUN", "PROPN"} or not is_side(noun):
        return
    start = word.i + 1 + (after.lower_ == cue.second or after.lower_ == "that")
    whole = word.doc[start : word.sent.end]
    content = trimmed(word.doc[start : min(matter_end(whole, word), next((t.i for t in whole if t.text == ","), word.sent.end))])
    if len(content):
        yield from (Found(noun, cue.stance, part, content, cue.issues) for part in parts_of(content, word))


def taken(word: Token, stance: Stance, passages: list[Span], parties: list[Token], cue: Cue) -> Iterator[Found]:
    whole = clause(word)
    for content in covering_all(passages):
        if is_asserted(word, content):
            continue
        if stance in {"accepts", "rejects"} and is_party(content.root) and issue_of(list(content)) not in OF_PEOPLE:
            continue  # to back somebody is no position on an issue
        if stance in {"offers", "rejects"} and is_verbal(content.root) and lemma_in(content.root, listed("telling")):
            continue
        if stance in {"offers", "accepts"} and is_verbal(content.root) and is_hostile(content.root) and not is_negated(content.root):
            continue
        for part in parts_of(content, word):
            for party in parties:
                yield Found(party, urged(stance, part), part, whole, cue.issues)


def is_asserted(word: Token, content: Span) -> bool:
    """ "insisted that the truce was holding", "suggested it was a raid": a clause of fact is told, not wanted."""
    root = content.root
    if (
        lemma_in(word, DIRECTING)
        or not is_verbal(root)
        or has_to(root)
        or modal(root) is not None
        or root.i < word.i
        or base(root) not in {"ccomp", "acl", "parataxis"}
    ):
        return False
    finite = [a for a in children(root, "aux", "cop") if a.tag_ in {"VBD", "VBZ", "VBP"}] or [root]
    return finite[0].tag_ in {"VBD", "VBZ", "VBP"} and finite[0].lower_ != "be"


def urged(stance: Stance, content: Span) -> Stance:
    """ "urged the government to reject the demand": who wants somebody to reject a thing rejects it himself."""
    root = content.root
    if stance != "demands" or not is_verbal(root):
        return stance
    inner = cue_for(root)
    rejecting = inner is not None and inner.stance == "rejects"
    return "rejects" if rejecting != (is_negated(root) and not is_hostile(root)) else stance


def covering_all(passages: list[Span]) -> list[Span]:
    """Passages in text order, without those that begin inside the one before or only go on with a phrase inside it."""
    kept: list[Span] = []
    for passage in sorted(passages, key=lambda s: (s.start, -s.end)):
        if not kept or (passage.start >= kept[-1].end and not is_inner(passage, kept[-1])):
            kept.append(passage)
    return kept


def is_given_up(verb: Token) -> bool:
    """ "stopped demanding": the stance is held no more."""
    return verb.tag_ == "VBG" and verb.i > verb.sent.start and lemma_in(verb.nbor(-1), {"stop", "cease", "quit"}) is not None


def of_as_condition(noun: Token) -> Iterator[Found]:
    """ "set the release of detainees as a condition"."""
    if lemma_in(noun, {"condition", "precondition", "prerequisite"}) is None or not children(noun, "case") or children(noun, "case")[0].lower_ != "as":
        return
    verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
    if verb is None or is_negated(verb) or cue_for(verb) is not None:
        return
    for content in covering_all(contents(verb, None)):
        if content.end <= noun.i and not obliques(verb, "of"):
            yield from (Found(p, "conditions", content, clause(verb)) for p in parties_of(verb))
