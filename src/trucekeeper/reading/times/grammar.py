"""The grammar of time expressions: patterns over codes, one character for each word, joined into one compiled pattern that finds where to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from trucekeeper.reading.times.lexer import CODE, KIND_OF, Codes
from trucekeeper.reading.times.numbers import number_at

# Parts that patterns share; `{name}` is replaced by the part, a word in upper case by the code of that kind of word.
PARTS: dict[str, str] = {}
PARTS["num"] = (
    "(?:LEFT(?:DIGIT|DIGITS)RIGHT)?"
    "(?:NUMBER(?:HYPHEN?NUMBER|HYPHEN?MAGNITUDE|AND NUMBER){0,6}|(?:DIGIT|DIGITS|DECIMAL|YEAR)(?:HYPHEN?MAGNITUDE)?"
    "|A?MAGNITUDE(?:AND NUMBER(?:HYPHEN NUMBER)?)?)"
    "(?:HYPHEN?AND HYPHEN?(?:A HYPHEN?)?HALF)?(?:LEFT(?:DIGIT|DIGITS|NUMBER)(?:HYPHEN NUMBER)?RIGHT)?"
)
PARTS["span"] = "(?:{num}(?:TO|OR|HYPHEN){num})"
PARTS["count"] = "(?:(?:ANOTHER|A KIND)(?:{num}(?!HYPHEN)|VAGUE)|{span}|HALF A?MAGNITUDE|{num}|A?VAGUE OF?|HALF(?:A|HYPHEN))"
PARTS["units"] = "(?:UNIT|UNITS|SECOND)"
PARTS["nth"] = "(?:NUMBER HYPHEN?ORDINAL|ORDINAL|ORDINAL_DIGITS|SECOND)"
PARTS["dayn"] = "(?:DIGIT|{nth})"
PARTS["zone"] = "(?:ZONE|OTHER?ZONE_UNSAID)"
PARTS["clock"] = (
    "(?:(?:CLOCK|(?:DIGIT|NUMBER)OCLOCK?)IN THE PART|(?:CLOCK|DIGIT|NUMBER)?NOON|CLOCK MERIDIEM?|(?:DIGIT|NUMBER)(?:MERIDIEM|OCLOCK MERIDIEM?)"
    "|(?:HHMM|YEAR|DIGITS)MERIDIEM"
    "|(?:HHMM|YEAR)(?=(?:HOURS_MARK|UNITS)?LEFT?{zone})|HHMM(?=HOURS_MARK|UNITS))"
    "(?:HOURS_MARK|(?<=HHMM)UNITS|(?<=CLOCK)UNITS)?(?:LEFT OTHER?{zone}(?:ZONE)?RIGHT|COMMA?{zone}"
    "|LEFT(?:OTHER|ZONE)(?:MARK(?:OTHER|ZONE))?RIGHT(?=ON THE?(?:MONTH|WEEKDAY|DIGIT|ORDINAL_DIGITS)))?"
)
PARTS["rel"] = "(?:LAST|NEXT|THIS|PREVIOUS|FOLLOWING|COMING|SAME|THAT)"
PARTS["wd"] = "(?:WEEKDAY|WEEKDAY_SHORT DOT?)"
PARTS["date"] = (
    "(?:(?P<iso>ISO)|(?P<numeric>NUMERIC_DATE)"
    "|(?:(?P<wd1>{wd})COMMA?THE?)?(?P<m1>MONTH)DOT?THE?(?P<d1>{dayn})(?:(?:HYPHEN|TO)(?P<d1b>DIGIT))?(?!MERIDIEM|UNITS|OCLOCK)"
    "(?:(?:COMMA|OF|IN)?(?P<y1>YEAR)|(?:OF)?(?P<rel1>LAST|THIS|NEXT)(?P<unit1>UNIT))?"
    "|(?:(?P<wd2>{wd})COMMA?)?THE?(?:(?P<d2a>DIGIT)HYPHEN)?(?P<d2>{dayn})HYPHEN?(?:(?P<dayword>UNIT)?OF)?(?P<m2>MONTH)"
    "(?:DOT?(?:COMMA|OF|IN|HYPHEN)?(?P<y2>YEAR)|(?:OF)?(?P<rel2>LAST|THIS|NEXT)(?P<unit2>UNIT))?"
    "|(?P<m3>MONTH)(?:DOT?COMMA?(?P<y3>YEAR)|OF(?P<y3b>YEAR)|OF?THE?(?P<rel3>{rel})(?P<unit3>UNIT))?"
    "|(?P<wd4>WEEKDAY)(?:OF?THE?(?P<rel4>{rel})(?P<unit4>UNIT)|COMMA?THE(?P<d4>ORDINAL_DIGITS)(?!UNIT|OF|OTHER))?"
    "|THE?(?:THIS(?=PAST|COMING))?(?P<rel5>{rel}|PAST)FISCAL?(?P<what5>WEEKDAY|MONTH|SEASON|UNIT|PART|FEAST)"
    "|(?P<today>DEICTIC_DAY)|(?P<tonight>DEICTIC_PART)"
    "|(?P<feast>FEAST)(?:OF?(?P<y6>YEAR))?"
    "|THE?(?P<season>SEASON)(?:OF?(?P<y7>YEAR)(?:HYPHEN(?:DIGIT|DIGITS|YEAR)(?!HYPHEN))?|OF?(?P<rel7>{rel})(?P<unit7>UNIT))?"
    "|THE?(?P<decade>DECADE)"
    "|(?P<qlabel>QUARTER_LABEL|HALF_LABEL)(?:HYPHEN|OF|COMMA)?(?P<y8>YEAR)?"
    "|(?:FISCAL UNIT?|THE?(?P<yearword>UNIT))?(?P<year>YEAR|SHORT_YEAR)(?:HYPHEN(?P<year2>YEAR|DIGITS|DIGIT))?(?:FISCAL UNIT)?"
    "|(?P<the>THE)?(?P<theunit>UNIT))"
)
PARTS["frontpart"] = "(?:THE?(?P<part1>(?:EARLY|LATE)?PART)(?:HOURS_MARK|UNITS)?(?:OF|ON)THE?|(?P<part0>DEICTIC_PART)ON?(?=WEEKDAY))"
PARTS["position"] = "(?:THE?(?P<pos1>EARLY|LATE|EARLIER|LATER|MID)HYPHEN?(?:ON|IN|TO LATE)?|THE?(?P<pos2>POSITION)OF)"
PARTS["stretch"] = "(?P<b>BOUND)?(?:(?P<n>{count}|ANOTHER|A(?!LAST|NEXT|PAST|{units}HYPHEN KIND))HYPHEN?)KIND?HYPHEN?KIND?(?P<u>{units})(?!HYPHEN?OLD)"
RULES: dict[str, str] = {
    "point": (
        "(?:(?P<clk1>{clock})(?:ON|OF|COMMA)?)?{frontpart}?{position}?{date}"
        "(?:(?:HYPHEN|COMMA|IN THE|AT)?(?P<part2>(?:EARLY|LATE)?PART)|(?P<part3>DEICTIC_PART))?(?:(?:AT|COMMA?AT BOUND?)?(?P<clk2>{clock}))?"
    ),
    "clock": "(?P<clk1>{clock})",
    "day": "(?<=[ON FROM TO AT])THE(?P<d>ORDINAL_DIGITS)(?!OTHER|OF|UNIT|UNITS|KIND|HYPHEN|MONTH)",
    "lonehour": "(?P<clk1>DIGIT|CLOCK)(?=(?:TO|AND|HYPHEN)(?:DIGIT|CLOCK)(?P<half>MERIDIEM))",
    "nights": "(?P<b>BOUND)?(?P<n>{num})KIND?(?P<u>PART)",
    "lone": "(?<=FROM)(?P<d2>{dayn})(?=(?:AND|TO){dayn}(?P<m2>MONTH)(?:COMMA?(?P<y2>YEAR))?)",
    "nth": (
        "{position}?(?:THE|A)?FISCAL?(?P<n>{nth}|LAST_ORDINAL|LAST|NEXT|QUARTER_LABEL)HYPHEN?FISCAL?(?P<kind>KIND)?(?P<u>UNIT|HALF|WEEKDAY)"
        "(?:OF(?:(?P<ofm>MONTH)(?:DOT?COMMA?(?P<ofmy>YEAR))?|(?:FISCAL UNIT?)?(?P<ofy>YEAR)"
        "|THE?(?P<ofrel>{rel})(?P<ofunit>UNIT|MONTH)|THE(?P<ofthe>UNIT)|(?P<offeast>FEAST)|THE(?P<ofdec>DECADE))"
        "|(?P<ofy2>YEAR))?"
    ),
    "period": (
        "THE?(?P<rel>LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|RECENT|THIS|ORDINAL|LAST_ORDINAL)(?P<b>BOUND)?(?:(?P<n>{count})HYPHEN?)?KIND?KIND?(?P<u>{units})"
        "(?:OF(?:THE?(?P<ofrel>{rel})?(?P<ofunit>UNIT)|(?P<ofm>MONTH)?DOT?(?P<ofy>YEAR)?(?<!OF)(?<!DOT)))?"
    ),
    "offset": (
        "(?P<b>BOUND)?(?:(?P<n>{count}|A)HYPHEN?)?KIND?(?P<u>{units})(?:AND(?P<n2>{num}|A)(?P<u2>UNIT|UNITS|HALF))?(?P<b2>BOUND_AFTER)?"
        "(?P<way>AGO|EARLIER|LATER|HENCE|BEFORE(?=MARK|DOT|COMMA|LINE|AND|$)|AFTER(?=MARK|DOT|COMMA|LINE|AND|$))(?P<exact>DEICTIC_DAY|THIS UNIT)?"
    ),
    "beforelast": "THE(?P<u>UNIT)(?P<way>BEFORE LAST|AFTER NEXT)",
    "midunit": "(?P<u>MID_UNIT)",
    "neighbour": "THE(?P<u>UNIT|PART)(?P<way>BEFORE|AFTER|EARLIER|LATER|PREVIOUS)(?=MARK|DOT|COMMA|LINE|AND|$)",
    "times": "(?P<n>(?:{num}|VAGUE)?TIMES)(?:A|PER|EVERY)(?P<u>UNIT)",
    "rate": "(?P<per>A|PER)(?P<u>UNIT)",
    "joined": "{stretch}(?P<more>(?:(?:COMMA AND|AND|COMMA)(?:{num}|A)(?:UNIT|UNITS|HALF)){1,4})(?P<b2>BOUND_AFTER)?",
    "duration": "{stretch}(?P<long>HYPHEN KIND)?(?P<b2>BOUND_AFTER)?",
    "thestretch": "THE{stretch}",
    "shared": "(?<=FROM)(?P<n>{num})(?=AND{num}(?P<u>{units}))",
    "bare": "(?P<b>BOUND THE?)?(?P<u>UNITS)(?!HYPHEN?OLD)(?P<long>HYPHEN KIND)?",
    "long": "(?P<u>UNIT)HYPHEN(?P<long>KIND)",
    "every": "(?P<every>EVERY)(?P<n>{num}|ORDINAL|ORDINAL_DIGITS|SECOND|KIND)?(?P<u>UNIT|UNITS|WEEKDAY|PART|MONTH|SEASON)(?P<part2>PART)?",
    "weekdays": "(?P<u>WEEKDAYS)",
    "frequency": "(?:(?:{num})?TIMES)?(?P<u>FREQUENCY)",
    "thatday": "{position}?(?P<that>THE SAME|THAT|SAME|THE)(?P<u>UNIT|PART)",
    "inpart": "(?<=[IN TO])THE(?P<u>PART)",
    "samelast": (
        "THE?SAME(?P<u>UNIT|STRETCH)(?:OF|IN)?(?:THE?(?P<rel>LAST|PREVIOUS|THIS|NEXT)(?P<u2>UNIT)"
        "|THE(?P<u3>UNIT)(?P<way3>BEFORE|PREVIOUS|EARLIER)|(?P<n>A|{num})(?P<u4>UNIT|UNITS)(?P<way>AGO|EARLIER|BEFORE))"
    ),
    "yearago": "(?:THE|A)?(?P<u4>UNIT)HYPHEN?(?P<way>AGO|EARLIER)(?P<u>UNIT|STRETCH)",
    "theunit": "(?<=[OF IN OTHER])THE(?P<u>UNIT)",
    "thepast": "THE PAST(?=MARK|DOT|COMMA|LINE|AND|$)",
    "past": "REF_PAST",
    "present": "REF_PRESENT",
    "future": "REF_FUTURE",
    "other": "REF_OTHER",
    "recent": "RECENT",
    "era": "ERA",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of codes that one pattern matched: tokens [first, end), and the groups by name."""

    rule: str
    codes: Codes
    match: re.Match[str]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    def has(self, name: str) -> bool:
        return self.match[name] is not None

    def kind(self, name: str) -> str:
        """The kind of the group's first token, "" where it is absent."""
        at = self.match.start(name)
        return KIND_OF[self.codes.line[at]] if at >= 0 else ""

    def worth(self, name: str) -> Any:
        """The worth of the group's first token."""
        at = self.match.start(name)
        return self.codes.worths[at] if at >= 0 else None

    def last_worth(self, name: str) -> Any:
        at = self.match.end(name)
        return self.codes.worths[at - 1] if at >= 0 else None

    def words(self, name: str) -> str:
        return self.codes.phrase(*self.match.span(name)) if self.has(name) else ""

    def number(self, name: str) -> float | None:
        return number_at(self.codes, *self.match.span(name)) if self.has(name) else None

    def kind_at(self, index: int) -> str:
        """The kind of a token of the text, "line" outside it."""
        return KIND_OF[self.codes.line[index]] if 0 <= index < len(self.codes.line) else "line"


PART_NAME = re.compile(r"\{([a-z]+)\}")  # "{0,6}" is a number of times


def expand(pattern: str) -> str:
    while PART_NAME.search(pattern):
        pattern = PART_NAME.sub(lambda m: PARTS[m.group(1)], pattern)
    return pattern


def compiled(pattern: str) -> re.Pattern[str]:
    """Names of kinds become their codes; group names stay."""

    def code(match: re.Match[str]) -> str:
        return match.group() if match.group().startswith("?P<") else CODE[match.group().lower()]

    return re.compile(re.sub(r"\?P<\w+>|[A-Z][A-Z_]+|\bA\b", code, expand(pattern)).replace(" ", ""))


PATTERNS = {name: compiled(pattern) for name, pattern in RULES.items()}
# Where an expression may begin: at the codes that at least one pattern can begin with.
ANCHORS = re.compile("|".join(f"(?:{re.sub(r'[?]P<[^>]+>', '?:', p.pattern)})" for p in PATTERNS.values()))


def candidates(codes: Codes, start: int) -> Iterator[Found]:
    """What the patterns match at a place, the longest first; among equals in the grammar's order."""
    found = [Found(name, codes, match) for name, pattern in PATTERNS.items() if (match := pattern.match(codes.line, start)) and match.end() > start]
    yield from sorted(found, key=lambda f: -f.end)
