"""A text as a string of codes, one for each word, number and mark, over which the grammar's one pattern runs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from trucekeeper.language.layout import is_wrapped
from trucekeeper.reading.times.lexicon import TABLES, lexicon

# Kinds that the lexer itself knows, beside the lexicon's tables.
SHAPES = (
    "other",
    "mark",
    "line",
    "digit",
    "digits",
    "decimal",
    "year",
    "ordinal_digits",
    "clock",
    "hhmm",
    "iso",
    "numeric_date",
    "decade",
    "short_year",
    "feast",
)
KINDS = (*TABLES, *SHAPES)
CODE = {kind: chr(0x100 + i) for i, kind in enumerate(KINDS)}
KIND_OF = {code: kind for kind, code in CODE.items()}

TOKEN = re.compile(
    r"""(?P<zone>\b(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?[0-5]\d)?(?!\d))
    |(?P<word>[QH][1-4]\b|[^\W\d_]+)
    |(?P<iso>(?:1\d|20|21)\d\d-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?!\d)
    |(?P<numeric_date>\d{1,2}([/.-])\d{1,2}\5(?:19|20)?\d\d(?!\d|[./-]\d)|(?:19|20)\d\d/\d{1,2}/\d{1,2}(?!\d))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.[0-5]\d(?=\s?[ap]\.?m\b))
    |(?P<ordinal_digits>\d{1,3}(?:st|nd|rd|th)\b)
    |(?P<decade>(?:['’]\d0|(?:1\d|20)\d0|[1-9]0)['’]?s\b)
    |(?P<short_year>(?<!\w)['’]\d\d\b(?!['’]))
    |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<line>\n)
    |(?P<mark>[^\s\w]|_)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Codes:
    """`line[i]` is the code of token i, which stands at `starts[i]:ends[i]` and is worth `worths[i]`."""

    text: str
    line: str
    starts: list[int]
    ends: list[int]
    worths: list[Any]

    def word(self, i: int) -> str:
        """The words of a token, "" outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def phrase(self, first: int, end: int) -> str:
        return self.text[self.starts[first] : self.ends[end - 1]] if end > first else ""


def number_kind(shape: str) -> tuple[str, float]:
    if "." in shape:
        return "decimal", float(shape.replace(",", ""))
    value = int(shape.replace(",", ""))
    if "," not in shape and len(shape) == 4:
        if shape[0] == "0":
            return "hhmm", value
        if 1000 <= value < 2200:
            return "year", value
        return ("hhmm", value) if value <= 2400 and value % 100 < 60 else ("digits", value)
    return ("digit", value) if 1 <= value <= 31 and len(shape) <= 2 else ("digits", value)


def shape_worth(shape: str, written: str) -> int | None:
    digits = "".join(c for c in written if c.isdigit())
    if shape == "ordinal_digits":
        return int(digits)
    if shape == "short_year":
        return int(digits) + (2000 if int(digits) < 50 else 1900)
    if shape == "zone":
        minutes = int(digits) * 60 if len(digits) < 3 else int(digits[:-2]) * 60 + int(digits[-2:])
        return -minutes if "-" in written else minutes
    return None


def fits(lowers: list[str], at: int, rest: tuple[str, ...]) -> bool:
    return tuple(lowers[at + 1 : at + 1 + len(rest)]) == rest


Raw = tuple[int, int, str, str]  # start, end, shape, the words


def entry_at(raw: list[Raw], lowers: list[str], i: int) -> tuple[str, Any, int]:
    """Kind and worth of the token at i, and how many tokens it takes: a phrase of the lexicon, a word of it, or a shape."""
    known = lexicon()
    _, _, shape, written = raw[i]
    lower = lowers[i]
    for rest, (kind, worth) in known.phrases.get(lower, ()):
        if fits(lowers, i, rest) and (kind != "feast" or any(raw[j][3][0].isupper() for j in range(i, i + 1 + len(rest)))):
            return kind, worth, 1 + len(rest)
    if shape == "number":
        return *number_kind(written), 1
    if shape not in {"word", "mark"}:
        return shape, shape_worth(shape, written), 1
    entry = known.words.get(lower)
    if entry is None or (written[0].islower() and (lower in known.lists["written_large"] or entry[0] == "feast")):
        return "other" if shape == "word" else "mark", None, 1
    if entry[0] == "feast" and is_given_name(raw, lowers, i):
        return "other", None, 1
    return *entry, 1


def is_given_name(raw: list[Raw], lowers: list[str], i: int) -> bool:
    """ "Eid Karam": a feast's name with a capitalised word right behind it that is none of a time ("Easter Sunday")."""
    if i + 1 == len(raw) or raw[i + 1][0] - raw[i][1] != 1 or raw[i + 1][2] != "word":
        return False
    return raw[i + 1][3][0].isupper() and raw[i + 1][3].lower() not in lexicon().words and lowers[i + 1] not in lexicon().phrases


def encode(text: str) -> Codes:
    """The codes of a text. Line ends part words, unless the text is hard-wrapped."""
    known = lexicon()
    raw: list[Raw] = [(m.start(), m.end(), m.lastgroup or "mark", m.group()) for m in TOKEN.finditer(text)]
    if is_wrapped(text):
        raw = unwrapped(raw)
    lowers = [r[3].lower() for r in raw]
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    worths: list[Any] = []
    i, size, other = 0, len(raw), CODE["other"]
    while i < size:
        start, end, shape, _ = raw[i]
        code, worth, step = other, None, 1
        if shape != "word" or lowers[i] in known.words or lowers[i] in known.phrases:  # most words are neither
            kind, worth, step = entry_at(raw, lowers, i)
            code, end = CODE[kind], raw[i + step - 1][1]
        codes.append(code)
        worths.append(worth)
        starts.append(start)
        ends.append(end)
        i += step
    return Codes(text, "".join(codes), starts, ends, worths)


def unwrapped(raw: list[Raw]) -> list[Raw]:
    """Without the line ends inside paragraphs: single ones, of a hard-wrapped text."""
    shapes = [r[2] for r in raw]
    return [r for i, r in enumerate(raw) if r[2] != "line" or (i and shapes[i - 1] == "line") or (i + 1 < len(raw) and shapes[i + 1] == "line")]
