"""A bare number that is a year, by the words around it."""

from __future__ import annotations

from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.grammar import Found
from trucekeeper.reading.times.lexicon import lexicon


def year(found: Found) -> Expr | None:
    """A bare number is a year after a word that years take, and where it counts nothing."""
    value = found.worth("year")
    at = found.match.start("year")
    before, after = found.kind_at(at - 1), found.kind_at(found.end)
    narrowed = found.has("pos1") or found.has("pos2")
    if found.has("yearword") and found.worth("yearword") != "Y":
        return None
    fiscal = (found.has("yearword") or before == "fiscal" or found.kind_at(at - 2) == "fiscal") and not narrowed
    if found.codes.text[found.codes.starts[at] - 1 : found.codes.starts[at]] == "[":
        return None  # the number of a paragraph
    if not narrowed and not fiscal:
        if value < 1500 or not year_follows(found, at, before) or counts_something(found, before, after):
            return None
        if after in {"units", "magnitude", "zone", "meridiem"} or (after == "hyphen" and found.kind_at(found.end + 1) in {"unit", "digits"}):
            return None
    if found.has("year2"):
        return year_range(value, int(found.worth("year2")))
    return Expr(kind="calendar", year=value)


def year_follows(found: Found, at: int, before: str) -> bool:
    if before in {"in", "from", "to", "early", "late", "mid", "position", "left", "line", "season", "ref_present"}:
        return True
    if before == "at":
        return found.codes.word(at - 1).lower() == "by"
    if before == "other":
        word, lists = found.codes.word(at - 1), lexicon().lists
        named = word[:1].islower() and word not in lists["never_before_year"]
        return word.lower() in lists["before_year"] or (1900 <= found.worth("year") < 2060 and named)
    return before in {
        "of",
        "and",
        "or",
        "before",
        "after",
        "comma",
        "the",
        "a",
        "this",
        "mark",
        "hyphen",
        "dot",
        "bound",
        "later",
        "earlier",
        "apostrophe",
    } and (1900 <= found.worth("year") < 2060)


def counts_something(found: Found, before: str, after: str) -> bool:
    """ "2000 troops" does, "the 2014 elections" does not."""
    return after == "other" and before != "the" and not found.has("year2") and counted(found.codes.word(found.end))


def counted(word: str) -> bool:
    """Does the word after a number say what it counts ("1990 people", "2000 troops")?"""
    return word.islower() and (
        (word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in {"was", "has", "as"}) or word in lexicon().lists["counted"]
    )


def year_range(first: int, second: int) -> Expr | None:
    last = second if second >= 1000 else first // 100 * 100 + second
    return Expr(kind="calendar", year=first, count=last - first) if 0 < last - first <= (100 if second >= 1000 else 15) else None
