"""Is a text something that the readers can read: English prose of a report's or an agreement's length?"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.shaped import shaped

MOST_CHARACTERS = 1_000_000  # the language pipeline's own limit
LONGEST_WORD = 4_000  # longer than any URL; what goes beyond is encoded data
LOOKED_AT = 20_000
FEWEST_WORDS = 20  # below it only words that settle it count
ENOUGH_WORDS = 80  # from here on the share of grammar words tells; a news flash with a head of names has few, and yet is English
LEAST_SHARE = 0.12  # English news and treaty text has 0.20 to 0.45, its nearest neighbours under 0.07

WORD = re.compile(r"[^\W\d_]+")
WEEKDAYS = frozenset(day.lower() for day in calendar.day_name)  # as good a sign in a short report

CLEARLY = 2  # foreign grammar words that settle the language of a short text, where they are more than the English ones; of a very short one, beside none


@dataclass(frozen=True, slots=True)
class GrammarWords:
    english: frozenset[str]
    foreign: frozenset[str]


@cache
def grammar_words() -> GrammarWords:
    return shaped(GrammarWords, table("prose"), "prose.toml")


def unreadable(text: str) -> str | None:
    """Why this text is not for the readers, or None if it is."""
    if not text.strip():
        return "empty"
    if len(text) > MOST_CHARACTERS:
        return f"{len(text):,} characters, more than the {MOST_CHARACTERS:,} that are read at once: split it"
    longest = max(map(len, text.split()))
    if longest > LONGEST_WORD:
        return f"data rather than prose: {longest:,} characters without a space"
    return None


def foreign(text: str) -> str | None:
    """Why this text is taken for another language than English, or None if it is not."""
    words = [word.lower() for word in WORD.findall(text[:LOOKED_AT])]
    english, other = (sum(word in known for word in words) for known in (grammar_words().english, grammar_words().foreign))
    if len(words) >= ENOUGH_WORDS:
        share = english / len(words)
        return f"not English: {share:.0%} of its words are English grammar words, a report has 20 % and more" if share < LEAST_SHARE else None
    if other >= CLEARLY and (other > english if len(words) >= FEWEST_WORDS else not english):
        return "not English: its grammar words are those of another language"
    none = len(words) >= FEWEST_WORDS and not english and not WEEKDAYS.intersection(words)
    return f"not English: none of its {len(words)} words is an English grammar word" if none else None
