"""The sheet: one page on one topic, to stand up in a year: dated states, who says each, the exact words, what is not known, who reviewed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.errors import NotFound
from trucekeeper.views.cite import Cite, Word, cite_of, outlet_of, whose
from trucekeeper.views.select import answers, claim_words
from trucekeeper.views.sheet_claims import day_of, is_about, moved_from, on_one_page, sentence_bounds, text_of, time_of, without_copies, without_frames
from trucekeeper.views.sheet_foot import KINDS, copies, left_out_words, reviews, unknown, what_there_is
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.weighed import Weighed
from trucekeeper.weighing.words import day_words, said_words, time_words


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
    about = [c for c in weighed.claims if type(c) in KINDS and c.document in weighed.documents and is_about(c, topic, weighed)]
    if not about:
        raise NotFound(f"nothing about “{topic}” in this record", mend=what_there_is(weighed))
    found = without_copies(without_frames(about), weighed)
    kept = sorted(on_one_page(found, weighed, topic), key=lambda c: (day_of(c, weighed), c.document, c.evidence[0].start, c.id))
    quotations = _quotations(kept, weighed)
    papers = {c.document for c in about}
    number = {q.claim: q.number for q in quotations}
    states = tuple(_state(c, weighed, number[_quoted(c, kept, weighed)]) for c in kept)
    independence = weighed.independence(found)
    return SheetPage(
        topic=topic,
        states=states,
        quotations=quotations,
        unknown=tuple(unknown(found, weighed)),
        reviews=reviews(found, weighed),
        independence=independence.words,
        origins=tuple(f"{o.name} ({o.kind})" for o in independence.origins),
        copies=copies(papers, weighed),
        left_out=left_out_words([c for c in found if c not in kept], topic, weighed),
        rejected=sum(answers(topic, claim_words(c)) for c in weighed.judged.rejected),
    )


def _kind_words(claim: Claim, weighed: Weighed) -> str:
    match claim:
        case Provision():
            return f"term, {claim.standing}"
        case Event():
            return f"event, {claim.status}"
        case Position():
            before = moved_from(weighed).get(claim.id)
            return f"position: {claim.held}" + (f", before: {before.held} ({time_words(before.said)})" if before else "")
        case Figure():
            told = weighed.told_as.get(claim.id, DONE)
            return f"figure, {claim.measure.replace('_', ' ')}{'' if told == DONE else f', {told}'}"
        case Statement():
            return claim.act or "statement"
    return "claim"


def _state(claim: Claim, weighed: Weighed, number: int) -> SheetState:
    when = time_words(time_of(claim), unknown="")
    review = weighed.judged.reviews.get(claim.id)
    before = weighed.judged.as_read.get(claim.id)
    return SheetState(
        when=when or _said(claim),
        kind=_kind_words(claim, weighed),
        text=text_of(claim),
        word=whose(claim, weighed.document_of(claim)),
        number=number,
        cite=cite_of(claim),
        as_read=text_of(before) if before else None,
        review=f"{review.verdict}ed by {review.by}, {day_words(review.at)}" if review else None,
    )


def _said(claim: Claim) -> str:
    """When something was said, and where a statement was."""
    when = f"said {said_words(claim.said)}" if claim.said else "not dated"
    where = claim.said_in if isinstance(claim, Statement) else None
    return f"{when}, in {where.name}" if where else when


def _quoted(claim: Claim, kept: Sequence[Claim], weighed: Weighed) -> str:
    """The claim under whose quotation this one stands: the first of those that rest on the same sentence."""
    document = weighed.documents[claim.document]
    bounds = sentence_bounds(claim, document)
    return next(c.id for c in kept if c.document == claim.document and sentence_bounds(c, document) == bounds)


def _quotations(kept: Sequence[Claim], weighed: Weighed) -> tuple[Quotation, ...]:
    """One quotation a sentence, with the widest of the words that the states rest on marked."""
    made: list[Quotation] = []
    for claim in kept:
        if _quoted(claim, kept, weighed) != claim.id:
            continue
        document = weighed.documents[claim.document]
        first, last = sentence_bounds(claim, document)
        spans = [c.evidence[0] for c in kept if c.document == claim.document and sentence_bounds(c, document) == (first, last)]
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
