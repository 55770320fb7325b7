"""What ties a cell of a page to the words that it rests on, and the line that says whose word it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document
from trucekeeper.views.shortened import shortened
from trucekeeper.weighing.words import is_cut

if TYPE_CHECKING:  # a state is cited too, and needs nothing of what weighing takes
    from trucekeeper.weighing.weighed import Weighed

LEFT = 50  # characters that must be left for its own words
FEW = 3  # words that say little without their sentence


@dataclass(frozen=True, slots=True)
class Cite:
    """Exact words of one document, offsets in code points; `claim` was read from them. `also` are other places of that document that tell the same."""

    claim: str
    document: str
    start: int
    end: int
    exact: str
    also: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """Whose word a claim is. `asserter` is None in the report's own voice; `chain` runs from the outlet inward."""

    asserter: str | None
    outlet: str | None
    chain: tuple[str, ...]
    mode: str
    hedge: str | None
    text: str


def cite_of(claim: Claim) -> Cite:
    """The main evidence of a claim, and what of its other evidence lies elsewhere."""
    main = claim.evidence[0]
    also = tuple((e.start, e.end) for e in claim.evidence[1:] if not main.covers(e))
    return Cite(claim.id, claim.document, main.start, main.end, main.exact, also)


def voices(weighed: Weighed, tellings: Iterable[Claim]) -> str:
    """Whose word several tellings of one thing are, each once, with those who tell it at another place of the same report."""
    lines = []
    for claim in tellings:
        lines.append(whose(claim, weighed.document_of(claim)).text)
        lines.extend(f"{name}, in {outlet_of(weighed.document_of(claim))}" for name in weighed.further_voices(claim))
    return "; ".join(dict.fromkeys(lines))


def in_words(known: Weighed, claim: Claim, width: int = 110) -> str:
    """A claim's own words; where they are too few to be understood alone ("threats"), the sentence in which they stand, and where they begin in the
    middle of a clause ("were freed on Tuesday"), what stands before them too, as far as there is room."""
    from trucekeeper.weighing.sentences import sentence

    main, document = claim.evidence[0], known.document_of(claim)
    if document is None:
        return shortened(main.exact, width)
    first, last = sentence(document, main.start, main.end)
    if len(main.exact.split()) < FEW:
        return shortened(document.text[first:last], width)
    if not is_cut(main.exact):
        return shortened(main.exact, width)
    lead = document.text[first : main.start].split("\n")[-1]
    if len(lead) > width - LEFT:
        lead = f"… {lead[LEFT - width :].partition(' ')[2]}"
    return shortened(lead + main.exact, width)


def outlet_of(document: Document | None) -> str:
    """The outlet's name; where nobody named one, that is said, with the document's name."""
    if document is None:
        return "a document that is not at hand"
    return document.outlet or f"report without outlet ({document.name})"


def _text_name(document: Document | None) -> str:
    """What to call an agreement's own text."""
    return outlet_of(document) if document is None or document.outlet else document.title or document.name


def whose(claim: Claim, document: Document | None) -> Word:
    """Whose word a claim is, in one line: "Hamas, via AFP, in Harbour Post", or "Harbour Post, no source given"."""
    from trucekeeper.weighing.origins import is_named  # a state on a terminal is without cites

    attribution = claim.attribution
    outlet = outlet_of(document)
    names = tuple(a.label for a in attribution.chain if is_named(a))
    inner = tuple(n for n in names if document is None or n != document.outlet)
    hedge = f" ({attribution.hedge})" if attribution.hedge else ""
    if isinstance(claim, Provision) and claim.clause is not None and not inner:
        return Word(None, outlet, names, attribution.mode, attribution.hedge, f"{_text_name(document)}, clause {claim.clause}")
    if attribution.mode == "outlet" or not inner:
        carried = f", carrying {', '.join(inner)}" if inner else ", no source given"
        return Word(None, outlet, names, attribution.mode, attribution.hedge, f"{outlet}{carried}{hedge}")
    via = "".join(f", via {name}" for name in reversed(inner[:-1]))
    return Word(inner[-1], outlet, names, attribution.mode, attribution.hedge, f"{inner[-1]}{via}, in {outlet}{hedge}")
