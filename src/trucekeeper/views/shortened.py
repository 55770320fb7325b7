"""Words cut to a width."""

from __future__ import annotations


def shortened(text: str, width: int = 110) -> str:
    """Words in one line, cut at a word with an ellipsis where they are longer than `width` characters."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[:width].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
