"""Days that a timetable counts from one of its own: "D+10", "E-Day + 30", "between D+120 and D+180", "A-Day"."""

from __future__ import annotations

import re

from trucekeeper.model.claims import Anchor

LETTER = r"(?-i:\b[A-Z]{1,4})"  # "D", "EIF"; case tells the letter of such a day from an article
COUNTED = rf"{LETTER}(?:\s?-?\s?[Dd]ay)?\s?\+\s?\d{{1,3}}(?:\s?days?)?\b"
ZERO = r"(?-i:\b[A-Z])-?[Dd]ay\b"
DAY = re.compile(rf"(?:\b(?P<lead>by|on|from|until|at|no later than|not later than|before|after|between)\s+)?(?P<day>{COUNTED}|{ZERO})", re.IGNORECASE)
LATEST = re.compile(r"\s*,?\s*at the latest\b", re.IGNORECASE)
LABEL = rf"{COUNTED}|{ZERO}"  # in front of a row
RELATIONS = {
    "by": "by",
    "no later than": "by",
    "not later than": "by",
    "from": "from",
    "until": "until",
    "before": "before",
    "after": "after",
    "between": "during",
}


def day_anchor(words: str) -> Anchor | None:
    """The first such day of a clause: an event named after the letter ("D-Day"), with the days since as the offset."""
    match = DAY.search(words)
    if match is None:
        return None
    day = match["day"]
    count = re.search(r"\d+", day)
    lead = (match["lead"] or "on").lower()
    late = LATEST.match(words, match.end())
    relation = "by" if late else RELATIONS.get(lead, lead)
    text = words[match.start() : late.end() if late else match.end()].strip()
    letters = re.match(r"[A-Z]+", day)
    name = letters.group() if letters else day
    return Anchor(text, "event", f"{name}-Day" if len(name) == 1 else name, f"P{int(count.group())}D" if count else None, relation)
