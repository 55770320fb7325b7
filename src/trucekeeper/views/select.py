"""Which claims a topic in a user's words is about, and the sentence around a claim's words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision, Statement
from trucekeeper.model.document import Document
from trucekeeper.weighing.entities import actors_of
from trucekeeper.weighing.likeness import stems

# a stop after one to three letters with a capital may be of an abbreviation ("Ms. Roe", "Jan. 3", "U.S. envoy") and ends nothing
ENDS = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")


def claim_words(claim: Claim, others: Sequence[Claim] = ()) -> set[str]:
    """All that a claim can be found by: its kind's own fields, everybody that it names, its place and its exact words."""
    parts = [e.exact for e in claim.evidence[:1]]
    parts.extend(a.label for a in actors_of(claim))
    parts.append(claim.place.name if claim.place else "")
    match claim:
        case Figure():
            parts.extend((claim.measure, claim.of or "", claim.unit or ""))
        case Event():
            parts.append(claim.act)
        case Position():
            parts.extend((claim.issue, claim.toward or ""))
        case Provision():
            parts.extend((claim.issue or "", claim.agreement or "", claim.phase or ""))
        case Statement():
            parts.append(claim.act or "")
    parts.extend(o.of or o.measure for o in others if isinstance(o, Figure))
    return {s for part in parts for s in stems(part)}


def answers(topic: str, words: Iterable[str]) -> bool:
    """Does every word of the topic begin one of these words, or the other way round?"""
    held = set(words)
    asked = stems(topic)
    return bool(asked) and all(a in held or any(len(a) > 3 and h.startswith(a) for h in held) for a in asked)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the sentences of a text begin and end."""
    marks = list(ENDS.finditer(text))
    return (0, *(m.end() for m in marks)), (*(m.start() for m in marks), len(text))


def sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence (or sentences) that holds `text[start:end]`."""
    begins, ends = _sentences(document.text)
    return begins[max(0, bisect_right(begins, start) - 1)], ends[min(len(ends) - 1, bisect_left(ends, end))]


def shortened(text: str, width: int = 110) -> str:
    """Words in one line, cut at a word with an ellipsis where they are longer than `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[:width].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
