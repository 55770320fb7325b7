"""Parts of a term that need no tree: its conditions and its quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span, Token

from trucekeeper.reading.provision_words import deontic

END = re.compile(r"[;.]|,\s+to\s+(?=[a-z]{2,}\b)|,\s+(?=(?:the|each|all|a|an|no|any|[A-Z])\w*\b[^,;]{0,80}\b(?:shall|must|will)\b)", re.IGNORECASE)
TIME_UNITS = frozenset({"hour", "day", "week", "month", "year", "hours", "days", "weeks", "months", "years", "minute", "minutes"})


@cache
def pattern_of(openers: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(openers, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def conditions_of(span: Span, *, before: int | None = None) -> tuple[str, ...]:
    """What a term depends on, in its words, from "provided that", "if", "subject to" (or a "Should" that opens the clause) to the end of that clause, or to the
    term's subject, which stands at `before`."""
    inverted = span.text.split(",")[0] if span[0].text == "Should" and "," in span.text else None
    return (*([inverted] if inverted else ()), *opened(span.text, deontic().conditions.openers, before))


def exceptions_of(span: Span) -> tuple[str, ...]:
    """What a term does not hold for, from "except" on."""
    return tuple(opened(span.text, deontic().exceptions.openers))


def returns_of(span: Span) -> tuple[str, ...]:
    """What a term is given for, from "in return for" on."""
    return tuple(opened(span.text, deontic().returns.openers))


def opened(words: str, openers: tuple[str, ...], before: int | None = None) -> Iterator[str]:
    at = 0
    for match in pattern_of(openers).finditer(words):
        if match.start() < at or is_part_of_phrase(words, match):
            continue
        end = END.search(words, match.end())
        at = end.start() if end else len(words)
        others = [m.start() for kind in kinds() if kind != openers for m in pattern_of(kind).finditer(words, match.end(), at)]
        at = min([at, *others, *([before] if before is not None and before > match.end() and words[:before].rstrip().endswith(",") else [])])
        yield words[match.start() : at].strip(" ,")


def kinds() -> tuple[tuple[str, ...], ...]:
    return deontic().conditions.openers, deontic().exceptions.openers, deontic().returns.openers


def is_part_of_phrase(words: str, match: re.Match[str]) -> bool:
    """ "if any", "as provided for", "provided by law" set no condition."""
    after = words[match.end() : match.end() + 12].lower()
    before = words[max(0, match.start() - 4) : match.start()].lower()
    low = match.group().lower()
    if low == "once" and not re.match(r"\s+\w", after):
        return True  # "renewed once"
    if low == "save" and not before.endswith((", ", "; ")):
        return True  # the verb
    return (low == "if" and after.startswith((" any)", " any,"))) or (
        low == "provided" and (before.endswith(("as ", "be ")) or after.startswith((" for", " by", " in", " under")))
    )


CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")  # "from 00.00 AM" counts nothing


def quantity_of(span: Span) -> str | None:
    """The first count of something that is no time, date or number of a clause: "fifteen (15) members", "35%"."""
    doc = span.doc
    for token in span:
        if token.text == "%" and token.i > span.start and doc[token.i - 1].like_num:
            return doc[token.i - 1 : token.i + 1].text.replace(" ", "")
        if (
            token.pos_ != "NUM"
            or not token.like_num
            or CLOCK.fullmatch(token.text)
            or (token.i > span.start and doc[token.i - 1].lower_ in deontic().counts.labels)
        ):
            continue
        noun = counted(token.i, span)
        if noun is not None:
            start = token.i
            while start > span.start and (doc[start - 1].like_num or doc[start - 1].lower_ in {"than", "fewer", "more", "least", "at", "about", "no", "less"}):
                start -= 1
            start += doc[start].lower_ == "than"  # "closer than | one hundred metres"
            return doc[start : noun + 1].text
    return None


def is_participle(token: Token) -> bool:
    """ "140 detained members"."""
    return token.tag_ in {"VBN", "VBG"} and token.dep_ == "amod"


def counted(at: int, span: Span) -> int | None:
    """The noun after a number, past its repetition in brackets and adjectives."""
    doc = span.doc
    i = at + 1
    while i < span.end and i - at < 7 and (doc[i].text in {"(", ")", "-"} or doc[i].like_num or doc[i].pos_ in {"ADJ", "ADV"} or is_participle(doc[i])):
        i += 1
    if (
        i >= span.end
        or doc[i].pos_ not in {"NOUN", "PROPN"}
        or doc[i].lower_ in deontic().counts.sides
        or doc[i].lower_ in TIME_UNITS
        or doc[i].ent_type_ == "DATE"
    ):
        return None
    if doc[i].pos_ == "PROPN" and doc[at].text.isdigit():
        return None
    while i + 1 < span.end and doc[i + 1].pos_ == "NOUN" and doc[i + 1].lower_ not in TIME_UNITS:
        i += 1
    return i
