"""The sheet: one page on one topic, to stand up in a year: dated states, who says each, the exact words, what is not known, who reviewed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from shlex import quote

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.document import Document
from trucekeeper.model.errors import NotFound
from trucekeeper.model.time import Time
from trucekeeper.views.cite import Cite, Word, cite_of, outlet_of, whose
from trucekeeper.views.extent import left_out
from trucekeeper.views.select import answers, claim_words, topic_stems
from trucekeeper.views.shortened import shortened
from trucekeeper.views.wanted import as_positions
from trucekeeper.weighing.copies import Copy
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.origins import is_agreement_text
from trucekeeper.weighing.sentences import sentence
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import count_words, day_words, listed, said_words, time_words, value_words

ROOM, ROW, FOOT = 2700, 90, 180  # characters: of a page, of a row without its words, of what stands under a sentence
MOST = 8  # states on one A4
NAMED = 4  # outlets of one story that are named
FIRST = 3  # denials, and newest figures, that go before the events
KINDS: dict[type[Claim], str] = {Provision: "term", Event: "event", Figure: "figure", Position: "position", Statement: "statement"}


@dataclass(frozen=True, slots=True)
class SheetState:
    """One dated state. `number` is that of the quotation which it rests on; `kind` what sort of claim it is, in words."""

    when: str
    kind: str
    text: str
    word: Word
    number: int
    cite: Cite
    as_read: str | None
    review: str | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of a document: the words before, the words that the states rest on, and the words after, with what is needed to find them again."""

    number: int
    before: str
    exact: str
    after: str
    outlet: str
    title: str | None
    published: str
    sha256: str
    start: int
    end: int
    claim: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """`origins` are those who could know it apart from one another; `copies` which documents are not a source of
    their own; `left_out` what there was no room for, by kind, and how to see it.
    """

    topic: str
    states: tuple[SheetState, ...]
    quotations: tuple[Quotation, ...]
    unknown: tuple[str, ...]
    reviews: tuple[str, ...]
    independence: str
    origins: tuple[str, ...]
    copies: tuple[str, ...]
    left_out: str
    rejected: int

    @property
    def cites(self) -> list[Cite]:
        return [s.cite for s in self.states]


def build(weighed: Weighed, topic: str) -> SheetPage:
    """The sheet on a topic in the user's words. Raises NotFound where no claim is about it."""
    about = [c for c in weighed.claims if type(c) in KINDS and c.document in weighed.documents and _is_about(c, topic, weighed)]
    if not about:
        raise NotFound(f"nothing about “{topic}” in this record", mend=_what_there_is(weighed))
    found = _without_copies(_without_frames(about), weighed)
    kept = sorted(_on_one_page(found, weighed, topic), key=lambda c: (_day(c, weighed), c.document, c.evidence[0].start, c.id))
    quotations = _quotations(kept, weighed)
    papers = {c.document for c in about}
    number = {q.claim: q.number for q in quotations}
    states = tuple(_state(c, weighed, number[_quoted(c, kept, weighed)]) for c in kept)
    independence = weighed.independence(found)
    return SheetPage(
        topic=topic,
        states=states,
        quotations=quotations,
        unknown=tuple(_unknown(found, weighed)),
        reviews=_reviews(found, weighed),
        independence=independence.words,
        origins=tuple(f"{o.name} ({o.kind})" for o in independence.origins),
        copies=_copies(papers, weighed),
        left_out=_left_out([c for c in found if c not in kept], topic, weighed),
        rejected=sum(answers(topic, claim_words(c)) for c in weighed.judged.rejected),
    )


def _is_about(claim: Claim, topic: str, weighed: Weighed) -> bool:
    """Do the claim's own words and fields answer the topic, or the sentence that they stand in, or both together?"""
    document = weighed.documents[claim.document]
    first, last = _bounds(claim, document)
    return answers(topic, claim_words(claim) | set(topic_stems(document.text[first:last])))


def _without_frames(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without what others say better: statements in which claims are made that carry the speaker, and events in the words of a clause or position."""
    inner = [c for c in claims if not isinstance(c, Statement)]
    clauses = [c for c in claims if is_agreement_text(c)]
    framing = {c.id for c in claims if isinstance(c, Statement) and any(_inside(i, c) and (not _denies(c) or _denies(i)) for i in inner)}
    clausal = {c.id for c in claims if isinstance(c, Event) and any(_inside(c, p) for p in clauses)}
    events = [c for c in claims if isinstance(c, Event)]
    nested = {c.id for c in events if any(o.id != c.id and o.status == c.status and _inside(c, o) and o.evidence[0] != c.evidence[0] for o in events)}
    left_out = framing | clausal | nested | as_positions(claims)
    return [c for c in claims if c.id not in left_out]


def _without_copies(claims: Sequence[Claim], weighed: Weighed) -> list[Claim]:
    """Claims without those that a copy of a story tells again in the same words; the copies are named at the foot of the page."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        main = claim.evidence[0]
        first, last = _bounds(claim, weighed.documents[claim.document])
        words = weighed.documents[claim.document].text[first:last]
        kept.setdefault((weighed.stories[claim.document][0], type(claim), words, main.exact, main.start - first), claim)
    return list(kept.values())


def _on_one_page(found: Sequence[Claim], weighed: Weighed, topic: str) -> list[Claim]:
    """The claims of most worth that one A4 has room for, each with its row and, once, its sentence with hash and offsets; one at least."""
    kept: list[Claim] = []
    sentences: set[tuple[str, int]] = set()
    room = ROOM
    for claim in by_worth(found, weighed, topic):
        first, last = _bounds(claim, weighed.documents[claim.document])
        new = (claim.document, first) not in sentences
        needed = ROW + len(_text(claim)) + (last - first + FOOT if new else 0)
        if kept and (needed > room or len(kept) == MOST):
            continue
        room -= needed
        kept.append(claim)
        sentences.add((claim.document, first))
    return kept


def _inside(inner: Claim, outer: Claim) -> bool:
    return inner.document == outer.document and outer.evidence[0].covers(inner.evidence[0])


def _time(claim: Claim) -> Time | None:
    if isinstance(claim, Provision):
        return claim.due or claim.about
    return claim.about


def _day(claim: Claim, weighed: Weighed) -> str:
    time = _time(claim) or claim.said
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
    newest, moved = _newest_figures(found, weighed), _moved(weighed)
    series = moved.keys() | {p.id for p in moved.values()}
    piles: list[list[Claim]] = [[], [], [], [], []]
    for claim in sorted(found, key=lambda c: (_day(c, weighed), c.confidence, c.id), reverse=True):
        piles[2 if claim.id in series else _pile(claim, newest)].append(claim)
    near = {c.id: _nearness(c, topic) for c in found}
    piles[1].sort(key=lambda c: near[c.id])
    piles[2].sort(key=lambda c: (near[c.id], isinstance(c, Event) and _time(c) is None))
    denials, figures, events, wanted, rest = piles
    head = FIRST
    return [*denials[:head], *figures[:head], *events, *denials[head:], *figures[head:], *wanted, *rest]


def _moved(weighed: Weighed) -> dict[str, Position]:
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


def _left_out(left: Sequence[Claim], topic: str, weighed: Weighed) -> str:
    """What the page had no room for, by kind, with the command that shows it; empty where there is nothing."""
    counts = Counter(KINDS[type(c)] for c in left)
    told = listed([count_words(n, kind) for kind, n in sorted(counts.items())])
    see = f"See them with: truce search RECORD {quote(topic)}"
    part = left_out(weighed.extent, chosen="the newest with these words", more="" if left else see)
    return " ".join(p for p in (part, f"Left out for want of room: {told}. {see}" if left else "") if p)


def _kind_words(claim: Claim, weighed: Weighed) -> str:
    match claim:
        case Provision():
            return f"term, {claim.standing}"
        case Event():
            return f"event, {claim.status}"
        case Position():
            before = _moved(weighed).get(claim.id)
            return f"position: {claim.held}" + (f", before: {before.held} ({time_words(before.said)})" if before else "")
        case Figure():
            told = weighed.told_as.get(claim.id, DONE)
            return f"figure, {claim.measure.replace('_', ' ')}{'' if told == DONE else f', {told}'}"
        case Statement():
            return claim.act or "statement"
    return "claim"


def _text(claim: Claim) -> str:
    if isinstance(claim, Figure):
        return f"{value_words(claim)} {claim.of or ''}".strip()
    if isinstance(claim, Position):
        return f"{claim.party.label if claim.party else 'party not stated'}: {shortened(claim.content, 120)}"
    return shortened(claim.evidence[0].exact, 130)


def _state(claim: Claim, weighed: Weighed, number: int) -> SheetState:
    when = time_words(_time(claim), unknown="")
    review = weighed.judged.reviews.get(claim.id)
    before = weighed.judged.as_read.get(claim.id)
    return SheetState(
        when=when or _said(claim),
        kind=_kind_words(claim, weighed),
        text=_text(claim),
        word=whose(claim, weighed.document_of(claim)),
        number=number,
        cite=cite_of(claim),
        as_read=_text(before) if before else None,
        review=f"{review.verdict}ed by {review.by}, {day_words(review.at)}" if review else None,
    )


def _said(claim: Claim) -> str:
    """When something was said, and where a statement was."""
    when = f"said {said_words(claim.said)}" if claim.said else "not dated"
    where = claim.said_in if isinstance(claim, Statement) else None
    return f"{when}, in {where.name}" if where else when


def _bounds(claim: Claim, document: Document) -> tuple[int, int]:
    main = claim.evidence[0]
    return sentence(document, main.start, main.end)


def _quoted(claim: Claim, kept: Sequence[Claim], weighed: Weighed) -> str:
    """The claim under whose quotation this one stands: the first of those that rest on the same sentence."""
    document = weighed.documents[claim.document]
    bounds = _bounds(claim, document)
    return next(c.id for c in kept if c.document == claim.document and _bounds(c, document) == bounds)


def _quotations(kept: Sequence[Claim], weighed: Weighed) -> tuple[Quotation, ...]:
    """One quotation a sentence, with the widest of the words that the states rest on marked."""
    made: list[Quotation] = []
    for claim in kept:
        if _quoted(claim, kept, weighed) != claim.id:
            continue
        document = weighed.documents[claim.document]
        first, last = _bounds(claim, document)
        spans = [c.evidence[0] for c in kept if c.document == claim.document and _bounds(c, document) == (first, last)]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        text = document.text
        published = day_words(document.published) if document.published else time_words(document.published_range, unknown="date not given")
        made.append(
            Quotation(
                len(made) + 1,
                text[first:start].lstrip(),
                text[start:end],
                text[end:last].rstrip(),
                outlet_of(document),
                document.title,
                published,
                document.sha256,
                start,
                end,
                claim.id,
            )
        )
    return tuple(made)


def _unknown(found: Sequence[Claim], weighed: Weighed) -> Iterator[str]:
    """What the record does not tell of the topic. Only what is missing from the words is said, nothing is guessed."""
    yield from _missing("No date of its own", [_time(c) is None for c in found])
    own_voice = [c.attribution.mode == "outlet" and not is_agreement_text(c) for c in found]
    yield from _missing("No source named, the report says it itself", own_voice)
    provisions = [c for c in found if isinstance(c, Provision)]
    yield from _missing("Who owes it", [not p.obligors for p in provisions], "term")
    yield from _missing("When it is due, in words that fix a day", [p.due is None for p in provisions], "term")
    yield from _missing("Of when the count is", [f.about is None for f in found if isinstance(f, Figure)], "figure")
    plans = [c for c in found if isinstance(c, Event) and c.status in ("planned", "proposed")]
    if plans and not any(isinstance(c, Event) and c.status in ("happened", "ongoing") for c in found):
        yield f"Whether it took place: {count_words(len(plans), 'event')} planned or proposed, none told as having happened."
    yield from _missing("When it was published", [not weighed.documents[d].published for d in {c.document for c in found}], "document")
    yield from _missing("Reviewed by nobody", [c.id not in weighed.judged.reviews for c in found])


def _missing(what: str, holds: Iterable[bool], noun: str = "claim") -> Iterator[str]:
    flags = list(holds)
    if any(flags):
        yield f"{what}: {sum(flags)} of {count_words(len(flags), noun)}."


def _reviews(found: Sequence[Claim], weighed: Weighed) -> tuple[str, ...]:
    held = [weighed.judged.reviews[c.id] for c in found if c.id in weighed.judged.reviews]
    told = (f"{day_words(j.at)}: {j.by} {j.verdict}ed {j.subject[:8]}{f' ({j.reason})' if j.reason else ''}" for j in sorted(held, key=lambda j: (j.at, j.id)))
    return tuple(told)


def _copies(papers: set[str], weighed: Weighed) -> tuple[str, ...]:
    """Stories that several documents run, a line each; of two documents, and of those that only quote each other, with what they share."""
    stories = sorted({tuple(d for d in weighed.stories[p] if d in papers) for p in papers}, key=lambda s: (-len(s), s))
    pairs = [c for c in weighed.copies if {c.first, c.second} <= papers and (c.relation == "quotes" or (c.first, c.second) in stories)]
    return (*(_story(s, weighed) for s in stories if len(s) > 2), *(_copy(c, weighed) for c in pairs[:MOST]))


def _story(story: tuple[str, ...], weighed: Weighed) -> str:
    outlets = sorted({outlet_of(weighed.documents[d]) for d in story})
    named = outlets if len(outlets) <= NAMED else [*outlets[: NAMED - 1], count_words(len(outlets) - NAMED + 1, "other")]
    return f"{len(story):,} documents run one story: {listed(named)}"


def _copy(copy: Copy, weighed: Weighed) -> str:
    first, second = (outlet_of(weighed.documents[d]) for d in (copy.first, copy.second))
    told = {"exact": "run the same text", "near": "run one story, edited", "cut": "run one story, one of them shorter", "quotes": "share long passages"}
    return f"{first} and {second} {told[copy.relation]}: {copy.reason}"


def _what_there_is(weighed: Weighed) -> str:
    issues = {c.issue for c in weighed.claims if isinstance(c, Position) and c.issue}
    measures = {c.measure for c in weighed.claims if isinstance(c, Figure)}
    names = sorted(w.replace("_", " ") for w in issues | measures)
    return f"It knows of: {', '.join(names[:20])}." if names else "It holds no positions and no figures."
