"""Who signed an agreement, by its own words: names with their short forms in a row that is called the parties, or the two who are said to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucekeeper.agreement.names import NAME, plain_name
from trucekeeper.agreement.short_forms import LONG
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
from trucekeeper.model.undertakings import Basis

ITEM = rf"(?:the\s+)?{LONG}\s*\([\"“‘']?[A-Z][\w/&-]*[^()\n]{{0,60}}\)"
FIRST = ITEM.replace(r"\s", " ")  # a line before it is none of its name
MARK = r"(?:\[?\d+[\].)]\s*|[-•*]\s*)?"  # a number or bullet before a line
ROW = re.compile(
    rf"\b(?P<cue>WHEREAS|[Ww]hereas|[Cc]omprising|COMPRISING|[Cc]onsisting of|[Pp]arties|PARTIES|[Bb]etween|BETWEEN|[Aa]mong|[Nn]amely)"
    rf"[\s,:]*(?:of\s+)?{MARK}(?P<row>{ITEM}(?:\s*[,;]?\s*(?:and\s+)?{MARK}{ITEM})+)"
)
CALLED = re.compile(  # the same row with its cue behind it
    rf"(?P<row>{FIRST}(?:\s*[,;]?\s*(?:and\s+)?{MARK}{ITEM})+)\s*,?\s*\(?(?:hereinafter|hereafter|collectively|together)\b[^.\n]{{0,40}}?[Pp]arties\b"
)
OF_ANYTHING = frozenset({"between", "among", "namely"})  # cues that name parties only at the head of a text
PART = re.compile(rf"(?:[Tt]he\s+)?(?P<name>{LONG})\s*\([\"“‘']?(?P<short>[A-Z][\w/&-]*)")
ON_A_LINE = NAME.replace(r"\s", " ")
AGREED = r"(?:have\s+|has\s+|hereby\s+|do\s+|solemnly\s+)*(?:agree[ds]?|undertakes?|declare|confirm|commit|resolve)\b"
BRACKET = r"(?:\s*\((?:hereinafter |referred to as |the |[\"“‘'])*(?P<{}>[^()\n]{{1,40}}?)[\"”’']?\))?"  # the short form behind a name
PAIR = re.compile(
    rf"(?:^|\n|[.:]\s)\s*(?:The\s+|the\s+)?(?P<one>{ON_A_LINE}){BRACKET.format('one_short')}\s*,?\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE})"
    rf"{BRACKET.format('other_short')}(?:,[^.:\n]{{0,80}},)?\s+{AGREED}"
)
OPENERS = "Having|Recall|Moved|Desir|Recogni[sz]|Committ|Conscious|Aware|Noting|Determined|Convinced|Inspired|Consider|Whereas|Mindful|Affirm|Guided|Bearing"
BEFORE_PREAMBLE = re.compile(  # names in a row of their own above the preamble
    rf"(?:^|\n)\s*(?:The\s+|the\s+)?(?P<one>{ON_A_LINE}){BRACKET.format('one_short')}\s*,?\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE})"
    rf"{BRACKET.format('other_short')}[^.\n]{{0,60}}[,:;]\s*\n\s*(?:{OPENERS}|{OPENERS.upper()})"
)
TITLE = re.compile(
    rf"\b(?:[Aa]greement|[Aa]ccord|[Mm]emorandum|[Pp]rotocol|[Tt]reaty|[Uu]nderstanding|[Ss]igned|[Cc]oncluded)\b[^.\n]{{0,60}}\b[Bb]etween\s+"
    rf"(?:[Tt]he\s+)?(?P<one>{ON_A_LINE})\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE})"
)
PARTIES_TO = re.compile(
    r"\b(?:[Pp]arties|[Ss]ides) (?:to|of|in) this (?:[Aa]greement|[Aa]ccord|[Mm]emorandum|[Pp]rotocol|[Dd]eclaration),\s+"
    rf"(?:the\s+)?(?:legitimate\s+)?(?P<one>{ON_A_LINE}){BRACKET.format('one_short')}\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE}){BRACKET.format('other_short')}"
)
LIST = re.compile(
    r"(?:^|\n)(?P<row>(?:The|the)\s[^\n;:]{20,900}?)\s*\((?:[Hh]ere(?:in)?after\s+)?(?:referred to as\s+|called\s+)?(?:the\s+)?[\"“‘']?(?:the\s+)?Parties\b"
)
ITEMS = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
SIGNED = re.compile(r"\n\W*(?:DONE|Done|SIGNED|Signed|IN WITNESS|In witness)\b")
WITNESSED = re.compile(r"\n\W*(?:WITNESS|Witness|IN THE PRESENCE|In the presence|GUARANTOR|Guarantor)")
FOR = re.compile(rf"\n\W*(?:FOR|For|for)(?:\s+and\s+on\s+behalf\s+of)?\s+(?:the\s+|The\s+|THE\s+)?(?P<name>{ON_A_LINE})(?=\s*(?:[(:,\n]|$))")
HEAD, FAR = 4000, 20_000  # code points of a text within which its parties are named, and called so
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Signatory:
    """A name as the text has it, the short form behind it, and where it stands."""

    name: str
    short: str
    basis: Basis

    def is_called(self, actor: Actor) -> bool:
        forms = {plain_name(form) for form in (self.name, self.short) if form}
        return bool(forms & {plain_name(actor.name), plain_name(actor.label)})


def signatories_of(documents: Iterable[Document]) -> list[Signatory]:
    """Of the first text that names at least two, in their order there; empty where none does."""
    for document in documents:
        for read in (in_a_row, in_pairs, in_a_list, in_signatures):
            found = {plain_name(s.name): s for s in read(document)}
            if len(found) >= FEWEST:
                return list(found.values())
    return []


def in_a_row(document: Document) -> Iterator[Signatory]:
    rows = (m for m in ROW.finditer(document.text, 0, FAR) if m.start() < HEAD or m["cue"].casefold() not in OF_ANYTHING)
    row = next(rows, None) or CALLED.search(document.text, 0, HEAD)
    for part in PART.finditer(document.text, row.start("row"), row.end("row")) if row else ():
        start = part.start("name")
        for name in re.split(r"(\s+and\s+the\s+)", part["name"]):
            if name[:1].isupper():
                last = start + len(name) == part.end("name")
                yield signatory(document, name, start, part["short"] if last else "")
            start += len(name)


def in_pairs(document: Document) -> Iterator[Signatory]:
    head = document.text[:HEAD]
    pair = next((m for pattern in (PAIR, BEFORE_PREAMBLE, PARTIES_TO, TITLE) if (m := pattern.search(head)) is not None), None)
    if pair is not None:
        short = pair.groupdict()
        yield from (signatory(document, pair[side], pair.start(side), short.get(f"{side}_short") or "") for side in ("one", "other"))


def in_a_list(document: Document) -> Iterator[Signatory]:
    """ "The Velan government, the Hill Front and the Lake Council (the "Parties")"."""
    row = LIST.search(document.text, 0, HEAD)
    if row is None:
        return
    start = row.start("row") + len("The ")
    for cut in (*ITEMS.finditer(document.text, start, row.end("row")), None):
        end = cut.start() if cut is not None else row.end("row")
        name = document.text[start:end]
        if re.search(r"[A-Z]", name):
            yield signatory(document, name, start)
        start = cut.end() if cut is not None else end


def in_signatures(document: Document) -> Iterator[Signatory]:
    """ "For the Hill Front: …" below "Done at …", up to the witnesses."""
    begin = SIGNED.search(document.text)
    end = WITNESSED.search(document.text, begin.start()) if begin is not None else None
    for told in FOR.finditer(document.text, begin.start(), end.start() if end is not None else len(document.text)) if begin is not None else ():
        yield signatory(document, told["name"], told.start("name"))


def signatory(document: Document, name: str, start: int, short: str = "") -> Signatory:
    return Signatory(" ".join(name.split()), short, Basis(document=document.id, start=start, end=start + len(name), exact=name))
