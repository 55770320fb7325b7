"""Where an agreement's text begins to bind: what stands before, in a preamble or in recitals, is owed by nobody."""

from __future__ import annotations

import re

from trucekeeper.model.document import Document

LINE = r"(?:^|\n|;)\s*(?:\[\d+\]\s*|\(?\w{1,3}[.)]\s+)?"
PREAMBLE = re.compile(r"(?:^|\n)\s*(?:[\d.]+\s*)?(?:PREAMBLE|Preamble|RECITALS|Recitals)\s*[:.]?\s*(?=\n)")
RECITAL = re.compile(
    rf"{LINE}(?:(?:FURTHER|ALSO|DEEPLY|FULLY|Further|Also|Deeply|Fully)\s+)?(?:WHEREAS|Whereas"
    r"|(?:[A-Z]{4,}|(?:Acknowledg|Affirm|Apprecia|Bear|Believ|Cogni[sz]|Commend|Committ|Confirm|Conscious|Consider|Convinc|Desir|Determin|Emphasi[sz]|Engag|Expres|Guid|Hav|Mindful|Not"
    r"|Pray|Proceed|Reaffirm|Recall|Recogni[sz]|Regrett|Reiterat|Resolv|Seek|Striv|Stress|Underlin|Welcom|Wish)[a-z]*)(?:ING|ing|(?<=ed)|(?<=ous)|(?<=ant)|(?<=ful)))\b"
)
BINDS = re.compile(
    r"\b(?:(?:agree[ds]?|declare|undertake|commit\s+themselves|DECLARE|AGREE|AGREED)\s+(?:as\s+follows|AS\s+FOLLOWS|to\s+the\s+following|on\s+the\s+following)"
    r"|(?:[Hh]ereby|HEREBY)\s+(?:agree|AGREE|undertake|declare|DECLARE)|(?:have|HAVE)\s+(?:\w+\s+)?(?:decided|agreed|DECIDED|AGREED)\s+(?:to|TO)\s*:)|\b(?:Article|ARTICLE|Chapter|CHAPTER|Section|SECTION|Part|PART)\s+(?:1|I|One|ONE|one)\b"
)
FORMULA = re.compile(r"[ \t]*[:;.,]?[ \t]*\n")  # "Hereby agree;" alone on its line binds nobody
FEWEST = 2  # recitals, or a heading, by which a preamble is known


def binds_from(document: Document) -> int:
    """The first offset (code points) of what is agreed; 0 where the text has no preamble, or nothing says where it ends."""
    heading = PREAMBLE.search(document.text)
    recitals = [m.start() for m in RECITAL.finditer(document.text)]
    if heading is None and len(recitals) < FEWEST:
        return 0
    begin = heading.end() if heading is not None else recitals[0]
    first = BINDS.search(document.text, begin)
    if first is None:
        return 0
    formula = FORMULA.match(document.text, first.end())
    return formula.end() if formula is not None else first.start()
