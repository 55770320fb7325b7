"""The sentence around a passage, found by marks alone: for showing, where no language pipeline is loaded."""

from __future__ import annotations

import re

# a full stop, question or exclamation mark, with what closes after it, before something that can begin a sentence; not after a single letter or a short title
END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|No))(?<!\b(?:Mrs|Gen|Col|Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec|Rev|Sgt|Maj))"
    r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, in code points, of the sentence or sentences of one or more lines that hold `text[start:end]`."""
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = _line_end(text, end)
    line = text[first:last]
    breaks = [first + m.end() for m in END.finditer(line)]
    left = max((b for b in breaks if b <= start), default=first)
    right = min((b for b in breaks if b >= end), default=last)
    held = text[left:right]
    return left + len(held) - len(held.lstrip()), right - (len(held) - len(held.rstrip()))


def _line_end(text: str, at: int) -> int:
    found = [place for mark in "\n\r" if (place := text.find(mark, at)) != -1]
    return min(found, default=len(text))
