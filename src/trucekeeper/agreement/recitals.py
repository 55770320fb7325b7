"""Where an agreement's text begins to bind: what stands before, in a preamble or in recitals, is owed by nobody."""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.agreement.texts import texts
from trucekeeper.model.document import Document

LINE = r"(?:^|\n|;)\s*(?:\[\d+\]\s*|\(?\w{1,3}[.)]\s+)?"
FORMULA = re.compile(r"[ \t]*[:;.,]?[ \t]*\n")  # "Hereby agree;" alone on its line binds nobody
FEWEST = 2  # recitals, or a heading, by which a preamble is known


@cache
def preamble() -> re.Pattern[str]:
    """A heading alone on its line."""
    return re.compile(rf"(?:^|\n)\s*(?:[\d.]+\s*)?(?:{texts().recitals.headings})\s*[:.]?\s*(?=\n)")


@cache
def recital() -> re.Pattern[str]:
    """The first words of a recital: "Whereas", "Deeply convinced", "RECALLING"."""
    words = texts().recitals
    participle = rf"(?:[A-Z]{{4,}}|(?:{words.stems})[a-z]*)(?:ING|ing|(?<=ed)|(?<=ous)|(?<=ant)|(?<=ful))"
    return re.compile(rf"{LINE}(?:(?:{words.before})\s+)?(?:{words.openers}|{participle})\b")


@cache
def binding() -> re.Pattern[str]:
    """Where what is agreed begins: its formula, or its first heading."""
    words = texts().recitals
    return re.compile(rf"\b(?:{words.binds})|\b{words.first_heading}\b")


def binds_from(document: Document) -> int:
    """The first offset (code points) of what is agreed; 0 where the text has no preamble, or nothing says where it ends."""
    heading = preamble().search(document.text)
    recitals = [m.start() for m in recital().finditer(document.text)]
    if heading is None and len(recitals) < FEWEST:
        return 0
    begin = heading.end() if heading is not None else recitals[0]
    first = binding().search(document.text, begin)
    if first is None:
        return 0
    formula = FORMULA.match(document.text, first.end())
    return formula.end() if formula is not None else first.start()
