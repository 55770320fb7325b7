"""Short forms that a text gives names: JOT for the "Joint Observer Team (JOT)"."""

from __future__ import annotations

import re

LONG = r"[A-Z][\w’'/.-]*(?:\s+(?:[–-]\s+)?(?:of|for|the|and|in|on|[A-Z][\w’'/.-]*)){0,16}"  # as a name stands before its short form
SHORT = re.compile(rf"({LONG})\s*\(([A-Z][A-Za-z]*(?:[/-]?[A-Z][A-Za-z]*)*)\)")


def short_forms(text: str) -> dict[str, str]:
    """The full name by each short form that a text gives behind it: JOT for the "Joint Observer Team (JOT)"."""
    found = ((m[2], spelled(m[1], m[2])) for m in SHORT.finditer(text)) if "(" in text else ()
    return {short: full for short, full in found if full}


def spelled(words: str, short: str) -> str | None:
    """The last words before a short form that its capitals stand for: "Joint Observer Team (JOT)"."""
    wanted = [c for c in short if c.isupper()]
    initials = [(m.start(), m.group()) for m in re.finditer(r"(?<![\w’'])[A-Z]", words)]
    if len(wanted) < 2 or [c for _, c in initials[-len(wanted) :]] != wanted:
        return None
    return words[initials[-len(wanted)][0] :].strip()
