"""The times reader: finds expressions, resolves them in the order of the text, and fills `layers(doc).times`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.model.time import Time, Timex
from trucekeeper.reading.layers import TimeFound, layers
from trucekeeper.reading.times.anchored import anchored
from trucekeeper.reading.times.context import Context
from trucekeeper.reading.times.expressions import Expr
from trucekeeper.reading.times.finding import Expression, completed, expressions
from trucekeeper.reading.times.intervals import Interval
from trucekeeper.reading.times.lexer import Codes, encode
from trucekeeper.reading.times.lexicon import lexicon
from trucekeeper.reading.times.publication import published_between
from trucekeeper.reading.times.resolve import resolve
from trucekeeper.reading.times.tense import AHEAD, PAST, direction

NEAR = 300  # characters: the day that an hour belongs to is named no farther back
DOUBTFUL = 0.55  # confidence
TENSELESS = frozenset({"duration", "set", "ref", "ordinal", "era", "period", "offset", "anaphor"})


def told_years(found: list[Expression]) -> dict[tuple[int, int], int]:
    """The year that the text itself gives to each month-day, at its first full mention."""
    years: dict[tuple[int, int], int] = {}
    for one in found:
        e = one.expr
        if e.kind == "calendar" and e.month and e.day and e.year:
            years.setdefault((e.month, e.day), e.year)
    return years


def known_years(codes: Codes) -> dict[tuple[int, int], int]:
    """Years of days known by their date alone, where the text speaks of what makes them known."""
    lower = ""
    years = {}
    for key, known in lexicon().known_days.items():
        lower = lower or codes.text.lower()
        if any(cue in lower for cue in known.cues):
            years[key] = known.year
    return years


def found_in(doc: Doc) -> tuple[Codes, list[Expression]]:
    codes = encode(doc.text)
    return codes, completed(list(expressions(codes)), codes)


def read(doc: Doc, codes: Codes, found: list[Expression], anchor: date | None) -> list[TimeFound]:
    """The times of a Doc, reckoned from one day (or none)."""
    context = Context(anchor, years=told_years(found), cued=known_years(codes) if any(e.expr.month and not e.expr.year for e in found) else {})
    times = [resolved(one, context, codes, doc) for one in found]
    ranks = {codes.starts[e.first]: (e.expr.nth, e.expr.unit) for e in found if e.expr.kind == "ordinal" and e.expr.nth and e.expr.unit}
    return anchored(codes.text, times, ranks)


def resolved(one: Expression, context: Context, codes: Codes, doc: Doc) -> TimeFound:
    start, end = codes.starts[one.first], codes.ends[one.end - 1]
    if context.story is not None and context.anchor is not None and "\n" in codes.text[context.story_end : start]:
        context.story = None
    if start - context.day_end > NEAR or (context.anchor is not None and "\n" in codes.text[context.day_end : start]):
        context.day_near = None
    context.direction = 0 if one.expr.kind in TENSELESS else AHEAD if one.expr.mod == "AFTER" else direction(codes, one.first, one.end, doc)
    if one.expr.kind == "feast" and context.direction == PAST and codes.word(one.first - 1).lower() in {"for", "before", "of", "by"}:
        context.direction = 0  # a truce agreed for Easter
    time, timex, whole = resolve(one.expr, context, codes.text[start:end])
    remember(one.expr, whole, context)
    if whole is not None and whole.days == 1:
        context.day_near, context.day_end = whole.first, end
    if one.expr.year is not None and whole is not None and (whole.days <= 31 or (context.anchor is None and whole.days <= 366)):
        context.story, context.story_end = whole.first, end
    reason = "the text gives no time before it" if whole is None and one.expr.before_in_text and context.anchor is not None else None
    sure = DOUBTFUL if against_tense(whole, context) else confidence(one.expr, time)
    return TimeFound(start, end, time, timex, sure, reason=reason)


def against_tense(whole: Interval | None, context: Context) -> bool:
    """Is a date near ahead that the verb tells as past, or the other way round? Its year may be another."""
    if whole is None or context.anchor is None:
        return False
    return (context.direction == PAST and whole.first > context.anchor) or (context.direction == AHEAD and whole.last < context.anchor)


def remember(expr: Expr, whole: Interval | None, context: Context) -> None:
    if whole is None:
        return
    context.stretch_before = whole
    if whole.days == 1:
        context.day_before = whole.first


def confidence(expr: Expr, time: Time) -> float:
    """How often such a reading is right, by what it rests on."""
    if expr.year is not None or expr.kind in {"duration", "set"}:
        return 0.95
    if expr.kind in {"ref", "ordinal", "anaphor"}:
        return 0.7
    if time.earliest is None:
        return 0.6
    return 0.85 if expr.kind in {"deictic", "period"} else 0.8


def merged(first: TimeFound, last: TimeFound) -> TimeFound:
    """One reading of two anchors: exact where both agree, the whole range where they do not."""
    if first.time == last.time and first.timex == last.timex:
        return first
    ends = [t for f in (first, last) for t in (f.time.earliest,) if t]
    lasts = [t for f in (first, last) for t in (f.time.latest,) if t]
    time = Time(min(ends) if ends else None, max(lasts) if lasts else None, True, first.time.text)
    timex = Timex(first.timex.type, common(first.timex.value, last.timex.value), first.timex.mod)
    anchor = first.anchor if first.anchor == last.anchor else None
    return TimeFound(first.start, first.end, time, timex, 0.6, anchor, first.reason or last.reason)


def common(a: str, b: str) -> str:
    """2025-03-02 and 2025-04-13 share 2025-XX-XX."""
    if len(a) != len(b):
        return "XXXX"
    same = True
    made = []
    for x, y in zip(a.split("-"), b.split("-"), strict=False):
        same = same and x == y
        made.append(x if same or x == y == "WE" else "W" + "X" * (len(x) - 1) if x.startswith("W") else "X" * len(x))
    return "-".join(made)


def published_range(doc: Doc) -> tuple[Time | None, tuple[str, ...]]:
    """The days on which the text can have been published, by its own words, with the reasons; None where it bounds nothing."""
    codes, found = found_in(doc)
    return published_between(doc, codes, found)


def anchors(doc: Doc, codes: Codes, found: list[Expression]) -> tuple[date | None, date | None]:
    """The first and last day of publication: as given, as the document's range has it, or as the text allows (then noted in the document)."""
    layer = layers(doc)
    document = layer.document
    if document is not None and document.published:
        day = date.fromisoformat(document.published[:10])
        return day, day
    allowed = document.published_range if document is not None else None
    if allowed is None:
        allowed, reasons = published_between(doc, codes, found)
        if document is not None:
            layer.document = replace(document, published_range=allowed, published_reasons=reasons)
    return (allowed.first_day, allowed.last_day) if allowed is not None else (None, None)


@Language.component("truce_times")
def truce_times(doc: Doc) -> Doc:
    codes, found = found_in(doc)
    first, last = anchors(doc, codes, found)
    if first is None or last is None:
        layers(doc).times = read(doc, codes, found, None)
    elif first == last:
        layers(doc).times = read(doc, codes, found, first)
    else:
        layers(doc).times = [merged(a, b) for a, b in zip(read(doc, codes, found, first), read(doc, codes, found, last), strict=True)]
    layers(doc).times = [t for t in layers(doc).times if not names_a_group(doc, t)]
    return doc


def names_a_group(doc: Doc, time: TimeFound) -> bool:
    """Does a date only stand in the name of a body ("the March 23 Movement"), and say of nothing when it was? Texts are called by their day: that is one."""
    found = layers(doc)
    named = (m for m in found.mentions if m.form == "name" and found.entities[m.entity].kind in ("group", "body"))
    return any(m.start <= time.start and time.end < m.end and doc.text[time.end : m.end].strip()[:1].isupper() for m in named)
