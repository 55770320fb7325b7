"""Which claims a sheet has room for, and in what order: what others say better, and copies, are left out."""

from __future__ import annotations

from collections.abc import Sequence

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.views.select import answers, claim_words, topic_stems
from trucekeeper.views.shortened import shortened
from trucekeeper.views.wanted import as_positions
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.origins import is_agreement_text
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import value_words

ROOM, ROW, FOOT = 2700, 90, 180  # characters: of a page, of a row without its words, of what stands under a sentence
MOST = 8  # states on one A4
FIRST = 3  # denials, and newest figures, that go before the events


def is_about(claim: Claim, topic: str, weighed: Weighed) -> bool:
    """Do the claim's own words and fields answer the topic, or the sentence that they stand in, or both together?"""
    document = weighed.documents[claim.document]
    first, last = sentence_bounds(claim, document)
    return answers(topic, claim_words(claim) | set(topic_stems(document.text[first:last])))


def without_frames(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without what others say better: statements in which claims are made that carry the speaker, and events in the words of a clause or position."""
    inner = [c for c in claims if not isinstance(c, Statement)]
    clauses = [c for c in claims if is_agreement_text(c)]
    framing = {c.id for c in claims if isinstance(c, Statement) and any(_inside(i, c) and (not _denies(c) or _denies(i)) for i in inner)}
    clausal = {c.id for c in claims if isinstance(c, Event) and any(_inside(c, p) for p in clauses)}
    events = [c for c in claims if isinstance(c, Event)]
    nested = {c.id for c in events if any(o.id != c.id and o.status == c.status and _inside(c, o) and o.evidence[0] != c.evidence[0] for o in events)}
    left_out = framing | clausal | nested | as_positions(claims)
    return [c for c in claims if c.id not in left_out]


def without_copies(claims: Sequence[Claim], weighed: Weighed) -> list[Claim]:
    """Claims without those that a copy of a story tells again in the same words; the copies are named at the foot of the page."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        main = claim.evidence[0]
        first, last = sentence_bounds(claim, weighed.documents[claim.document])
        words = weighed.documents[claim.document].text[first:last]
        kept.setdefault((weighed.stories[claim.document][0], type(claim), words, main.exact, main.start - first), claim)
    return list(kept.values())


def on_one_page(found: Sequence[Claim], weighed: Weighed, topic: str) -> list[Claim]:
    """The claims of most worth that one A4 has room for, each with its row and, once, its sentence with hash and offsets; one at least."""
    kept: list[Claim] = []
    sentences: set[tuple[str, int]] = set()
    room = ROOM
    for claim in by_worth(found, weighed, topic):
        first, last = sentence_bounds(claim, weighed.documents[claim.document])
        new = (claim.document, first) not in sentences
        needed = ROW + len(text_of(claim)) + (last - first + FOOT if new else 0)
        if kept and (needed > room or len(kept) == MOST):
            continue
        room -= needed
        kept.append(claim)
        sentences.add((claim.document, first))
    return kept


def _inside(inner: Claim, outer: Claim) -> bool:
    return inner.document == outer.document and outer.evidence[0].covers(inner.evidence[0])


def time_of(claim: Claim) -> Time | None:
    if isinstance(claim, Provision):
        return claim.due or claim.about
    return claim.about


def day_of(claim: Claim, weighed: Weighed) -> str:
    time = time_of(claim) or claim.said
    document = weighed.document_of(claim)
    return ((time.earliest or time.latest or "") if time else "") or (document.published if document else None) or ""


def _denies(claim: Claim) -> bool:
    """Does it deny something, or take it back?"""
    if isinstance(claim, Statement):
        return claim.act in lexicon().statements.deny | lexicon().statements.retract
    return isinstance(claim, Event) and claim.status == "denied"


def by_worth(found: Sequence[Claim], weighed: Weighed, topic: str) -> list[Claim]:
    """The claims that a page needs first: denials, corrections and each source's newest figure, then clauses, events and positions that moved, then what else
    is wanted and said.

    Each by date, the newest first; of events, terms and figures, those whose own words speak of the topic before those that only stand in a
    sentence with it, and of events those with a day before those without. Where denials or figures are many, the rest of them wait behind the events.
    """
    newest, moved = _newest_figures(found, weighed), moved_from(weighed)
    series = moved.keys() | {p.id for p in moved.values()}
    piles: list[list[Claim]] = [[], [], [], [], []]
    for claim in sorted(found, key=lambda c: (day_of(c, weighed), c.confidence, c.id), reverse=True):
        piles[2 if claim.id in series else _pile(claim, newest)].append(claim)
    near = {c.id: _nearness(c, topic) for c in found}
    piles[1].sort(key=lambda c: near[c.id])
    piles[2].sort(key=lambda c: (near[c.id], isinstance(c, Event) and time_of(c) is None))
    denials, figures, events, wanted, rest = piles
    head = FIRST
    return [*denials[:head], *figures[:head], *events, *denials[head:], *figures[head:], *wanted, *rest]


def moved_from(weighed: Weighed) -> dict[str, Position]:
    """By the id of a position that moved, the one from which its party did."""
    return {m.after.id: m.before for s in weighed.stands for m in s.moves}


def _nearness(claim: Claim, topic: str) -> int:
    """0 where the words that a claim rests on speak of the topic, 1 where its fields do ("aid access"), 2 where only its sentence does."""
    return 0 if answers(topic, set(topic_stems(claim.evidence[0].exact))) else 1 if answers(topic, claim_words(claim)) else 2


def _pile(claim: Claim, newest: set[str]) -> int:
    if _denies(claim):
        return 0
    if isinstance(claim, Figure):
        return 1 if claim.id in newest else 4
    if isinstance(claim, Event) or is_agreement_text(claim):
        return 2
    return 3 if isinstance(claim, Position | Provision) else 4


def _newest_figures(found: Sequence[Claim], weighed: Weighed) -> set[str]:
    """The ids of the figures of each source's newest report on a measure; "its earlier count", lengths and sums of money are none."""
    held: dict[tuple[str, str], list[Figure]] = {}
    for figure in (c for c in found if isinstance(c, Figure) and c.measure.replace("_", " ") in lexicon().figures.compared):
        if not lexicon().figures.superseded & set((figure.of or "").casefold().split()):
            held.setdefault((weighed.origin(figure).key, figure.measure), []).append(figure)
    last = {key: max(_published(f, weighed) for f in figures) for key, figures in held.items()}
    return {f.id for key, figures in held.items() for f in figures if _published(f, weighed) == last[key]}


def _published(claim: Claim, weighed: Weighed) -> str:
    document = weighed.document_of(claim)
    return (document.published or "") if document else ""


def text_of(claim: Claim) -> str:
    if isinstance(claim, Figure):
        return f"{value_words(claim)} {claim.of or ''}".strip()
    if isinstance(claim, Position):
        return f"{claim.party.label if claim.party else 'party not stated'}: {shortened(claim.content, 120)}"
    return shortened(claim.evidence[0].exact, 130)


def sentence_bounds(claim: Claim, document: Document) -> tuple[int, int]:
    main = claim.evidence[0]
    return sentence(document, main.start, main.end)
