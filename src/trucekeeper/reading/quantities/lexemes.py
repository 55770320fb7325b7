"""Text cut into numbers, words and signs, the same whatever tokenizer made the Doc."""

from __future__ import annotations

import re
from typing import NamedTuple

from trucekeeper.language.layout import breaks

GROUP = r"[ \u00a0\u202f]"
LEXEME = re.compile(
    rf"""
      (?P<number>
          \d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?!\d)(?:\.\d+)?           # 48,453 and 12,34,567.89
        | \d{{1,3}}(?:{GROUP}\d{{3}})+(?![\d,])(?:\.\d+)?            # 48 453
        | \d{{1,3}}(?:\.\d{{3}})+,\d+                                # 1.111,11
        | \d+(?=\.\d+\.\d) | (?<=\d\.)\d+                            # the parts of 192.168.1.2
        | \d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d])
        | (?<![\w.])\.\d+ )
    | (?P<part> [\u00bc-\u00be\u2150-\u215e] )                      # ½
    | (?P<word> [^\W\d_]+ (?:['’](?=[^\W\d_])[^\W\d_]+)? )
    | (?P<sign> \S )
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """`kind` is number, word or sign; `number` its value, 0 for the others; `glued` tells that no blank stands before it."""

    kind: str
    text: str
    lower: str
    start: int
    end: int
    number: float
    glued: bool


def value_of(digits: str) -> float:
    plain = re.sub(GROUP, "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", ""))


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text; an empty sign "\\n" stands where a paragraph begins, so that nothing is read across it."""
    found: list[Lexeme] = []
    last = -1
    paragraphs = breaks(text) if "\n" in text else frozenset()
    for match in LEXEME.finditer(text):
        if match.start() in paragraphs and found:
            found.append(Lexeme("sign", "\n", "\n", match.start(), match.start(), 0.0, False))
        kind = match.lastgroup if match.lastgroup in {"number", "word"} else "sign"
        word = match.group()
        start, end = match.span()
        found.append(Lexeme(kind, word, word.lower(), start, end, value_of(word) if kind == "number" else 0.0, start == last))
        last = end
    return found
