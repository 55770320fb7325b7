"""Before the parser: where a sentence must begin because the page says so, and what word one with a prefix and a hyphen is made of.

A text with one paragraph a line breaks at every line end; a hard-wrapped text only at empty lines, headings and list items.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper import knowledge
from trucekeeper.language.words import is_given_name

BULLET = re.compile(r"\s*(?:[-*•–—·▪]\s+|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)]\s+|(?:article|section|chapter|annex|part)\s+[\divxl]+)", re.IGNORECASE)
# "DOHA, July 19 (Xinhua) --": place in capitals or an agency in brackets, then a dash; what follows is the first sentence
DAY = r"(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?"
DATELINE = re.compile(
    r"[ \t]*(?:[A-Z][A-Z.’'-]+(?:[ /,]+[A-Z][\w.’'-]+){0,4}[^\n()]{0,30}(?:\([^()\n]{2,40}\))?"  # DOHA, July 19 (Xinhua)
    rf"|[A-Z]\w[\w.’' -]{{1,30}}(?:,[ ][A-Z][\w.’' -]{{1,30}}){{0,2}},[ ]{DAY}[ ]*(?:\([^()\n]{{2,40}}\))?"  # Nairobi, 4 May 2019
    r"|[A-Z][\w.’' ,/-]{1,50}\([A-Z][^()\n\d]{1,40}\))"  # Juba (Wire)
    r"\s*(?:--+|[-–—:])[ \t]+"
)
WRAP_LEAST, WRAP_MOST = 50, 110  # the usual widths of hard-wrapped mail and plain text


def is_wrapped(text: str) -> bool:
    """Are this text's lines broken at a fixed width, inside sentences?"""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 4:
        return False
    lengths = [len(line) for line in lines]
    broken = sum(1 for a, b in pairwise(lines) if not a.rstrip().endswith((".", "!", "?", '"', "”", ":")) and b.lstrip()[:1].islower())
    return broken >= max(2, len(lines) // 5) and WRAP_LEAST <= statistics.quantiles(lengths, n=10)[-1] <= WRAP_MOST + 20


def breaks(text: str) -> set[int]:
    """Offsets at which a line begins that begins a paragraph."""
    wrapped = is_wrapped(text)
    found = set()
    at = 0
    empty_before, heading_before = True, False
    for line in text.splitlines(keepends=True):
        if line.strip():
            if not wrapped or empty_before or heading_before or BULLET.match(line):
                found.add(at + len(line) - len(line.lstrip()))
                if dateline := dateline_end(line):
                    found.add(at + dateline)
            heading_before = len(line.strip()) < 45 and not line.rstrip().endswith((".", ",", ";"))
            empty_before = False
        else:
            empty_before = True
        at += len(line)
    return found


def datelines(text: str) -> list[range]:
    """The offsets behind the first of each line's dateline: no sentence begins there."""
    found, at = [], 0
    for line in text.splitlines(keepends=True):
        if end := dateline_end(line):
            found.append(range(at + 1, at + end))
        at += len(line)
    return found


def dateline_end(line: str) -> int:
    """Length of the dateline that a line begins with, or 0."""
    found = DATELINE.match(line)
    return found.end() if found and len(line) > found.end() + 20 else 0


ENDS = frozenset(".!?…")
QUOTES = frozenset("\"'”’»“‘«")
BRACKETS = frozenset(")]")


def may_end(token: Token) -> bool:
    """Can a sentence of prose end with this token? A quotation mark ends one only behind a full stop."""
    while token.text in QUOTES and token.i > 0:
        token = token.nbor(-1)
    return token.text[-1] in ENDS or token.text in BRACKETS


@cache
def short_forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Short forms that stand before a name, those before a number, and those that stand anywhere."""
    data = knowledge.table("short_forms")
    before_names, before_numbers, within = (frozenset(data[key].split()) for key in ("before_names", "before_numbers", "within"))
    return before_names, before_numbers, within


def is_short(token: Token, after: Token) -> bool:
    """Is this full stop, or the word with it, that of a short form, and what comes after it shows that the sentence goes on?"""
    if token.text == ".":
        if token.i == 0 or token.nbor(-1).whitespace_:
            return False
        word, one = token.nbor(-1).lower_, False
    elif token.text.endswith("."):
        word, one = token.lower_, True
    else:
        return False
    word = word.rstrip(".")
    before_names, before_numbers, within = short_forms()
    if after.text[:1].islower() and not after.lower_.startswith(("al", "el")):  # "al-Hashimi" may begin a sentence
        return one or word in within
    return (word in before_names and after.text[:1].isupper()) or (word in before_numbers and after.text[:1].isdigit())


def is_initial(token: Token, after: Token) -> bool:
    """Is this the letter of a middle name, or its full stop ("Ann F. Ode")? A given name stands before it, and a word that can be a name behind it."""
    letter = token.nbor(-1) if token.text == "." and token.i and not token.nbor(-1).whitespace_ else token
    word = letter.text.removesuffix(".")
    if len(word) != 1 or not word.isupper() or letter.i == 0 or after.is_stop or not after.text[:1].isupper():
        return False
    return is_given_name(letter.nbor(-1).orth)


def opens(token: Token) -> bool:
    """A quotation mark with a blank before it and none behind."""
    before = token.nbor(-1) if token.i > 0 else None
    return token.text in QUOTES and not token.whitespace_ and (before is None or bool(before.whitespace_) or before.is_space)


def closes(token: Token) -> bool:
    """A quotation mark or bracket with no blank before it belongs to what stands before it."""
    return token.text[0] in QUOTES | BRACKETS and token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space


@cache
def prefixes() -> frozenset[str]:
    """What stands before a hyphen and is one word with what follows ("de-escalate"), as the treebanks have it."""
    return frozenset(knowledge.table("short_forms")["prefixes"].split())


def without_prefix(word: str) -> str | None:
    """ "escalate" of "de-escalate"; None for a word that has no such prefix."""
    before, hyphen, rest = word.lower().partition("-")
    return rest if hyphen and rest.isalpha() and before in prefixes() else None


@Language.component("truce_layout", assigns=["token.is_sent_start", "token.norm"])
def truce_layout(doc: Doc) -> Doc:
    """Set what the page decides about sentence starts; what it leaves open (after a full stop) the parser decides. Words with a prefix that few texts have
    written so are looked up without it."""
    for token in doc:
        if (rest := without_prefix(token.text)) is not None:
            token.norm_ = rest
    if len(doc):
        # in one go: setting token by token asks the whole Doc each time whether it is parsed
        doc.from_array(["SENT_START"], np.array(list(decided(doc)), dtype=np.int64).astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]  # spaCy's stub names only one integer type
    return doc


def decided(doc: Doc) -> Iterator[int]:
    """For each token 1 where a sentence must begin, -1 where none may, 0 where the parser decides."""
    starts = breaks(doc.text)
    lines = datelines(doc.text)
    last: Token | None = None
    for token in doc:
        if token.is_space:
            # blanks belong to the sentence before them, so that a paragraph begins with its first word
            yield 1 if token.i == 0 else -1
            continue
        if token.idx in starts or (last is not None and opens(token) and last.text in ENDS):
            yield 1
        elif any(token.idx in line for line in lines) or (
            last is not None and (opens(last) or closes(token) or not may_end(last) or is_short(last, token) or is_initial(last, token))
        ):
            yield -1
        else:
            yield 0
        last = token
