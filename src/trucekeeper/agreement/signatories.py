"""Who signed an agreement, by its own words: names with their short forms in a row that is called the parties, or the two who are said to agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from trucekeeper.agreement.names import NAME, plain_name
from trucekeeper.agreement.short_forms import LONG
from trucekeeper.agreement.texts import texts
from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
from trucekeeper.model.undertakings import Basis

ITEM = rf"(?:the\s+)?{LONG}\s*\([\"“‘']?[A-Z][\w/&-]*[^()\n]{{0,60}}\)"
FIRST = ITEM.replace(r"\s", " ")  # a line before it is none of its name
MARK = r"(?:\[?\d+[\].)]\s*|[-•*]\s*)?"  # a number or bullet before a line
OF_ANYTHING = frozenset({"between", "among", "namely"})  # cues that name parties only at the head of a text
PART = re.compile(rf"(?:[Tt]he\s+)?(?P<name>{LONG})\s*\([\"“‘']?(?P<short>[A-Z][\w/&-]*)")
ON_A_LINE = NAME.replace(r"\s", " ")
BRACKET = r"(?:\s*\((?:hereinafter |referred to as |the |[\"“‘'])*(?P<{}>[^()\n]{{1,40}}?)[\"”’']?\))?"  # the short form behind a name
ONE_SHORT, OTHER_SHORT = BRACKET.format("one_short"), BRACKET.format("other_short")
PAIR = rf"(?P<one>{ON_A_LINE}){ONE_SHORT}\s*,?\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE}){OTHER_SHORT}"
LIST = re.compile(
    r"(?:^|\n)(?P<row>(?:The|the)\s[^\n;:]{20,900}?)\s*\((?:[Hh]ere(?:in)?after\s+)?(?:referred to as\s+|called\s+)?(?:the\s+)?[\"“‘']?(?:the\s+)?Parties\b"
)
ITEMS = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
FOR = re.compile(rf"\n\W*(?:FOR|For|for)(?:\s+and\s+on\s+behalf\s+of)?\s+(?:the\s+|The\s+|THE\s+)?(?P<name>{ON_A_LINE})(?=\s*(?:[(:,\n]|$))")
HEAD, FAR = 4000, 20_000  # code points of a text within which its parties are named, and called so
FEWEST = 2


@cache
def row_of_names() -> re.Pattern[str]:
    """ "between: 1. the Hill Front (HF); 2. the Lake Council (LC)"."""
    names = rf"(?P<row>{ITEM}(?:\s*[,;]?\s*(?:and\s+)?{MARK}{ITEM})+)"
    return re.compile(rf"\b(?P<cue>{texts().signatories.cues})[\s,:]*(?:of\s+)?{MARK}{names}")


@cache
def row_called() -> re.Pattern[str]:
    """The same row with its cue behind it."""
    names = rf"(?P<row>{FIRST}(?:\s*[,;]?\s*(?:and\s+)?{MARK}{ITEM})+)"
    return re.compile(rf"{names}\s*,?\s*\(?(?:{texts().signatories.together})\b[^.\n]{{0,40}}?[Pp]arties\b")


@cache
def pair_agreeing() -> re.Pattern[str]:
    """Two names that are said to agree."""
    words = texts().signatories
    agreed = rf"(?:(?:{words.adverbs})\s+)*(?:{words.verbs})\b"
    return re.compile(rf"(?:^|\n|[.:]\s)\s*(?:The\s+|the\s+)?{PAIR}(?:,[^.:\n]{{0,80}},)?\s+{agreed}")


@cache
def pair_above() -> re.Pattern[str]:
    """Two names in a row of their own above the preamble."""
    openers = texts().signatories.openers
    return re.compile(rf"(?:^|\n)\s*(?:The\s+|the\s+)?{PAIR}[^.\n]{{0,60}}[,:;]\s*\n\s*(?:{openers}|{openers.upper()})")


@cache
def pair_of_parties() -> re.Pattern[str]:
    """ "The parties to this agreement, the Hill Front and the Lake Council"."""
    words = texts().signatories
    names = rf"(?:the\s+)?(?:legitimate\s+)?(?P<one>{ON_A_LINE}){ONE_SHORT}\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE}){OTHER_SHORT}"
    return re.compile(rf"\b(?:{words.sides}) (?:to|of|in) this (?:{words.itself}),\s+{names}")


@cache
def pair_in_title() -> re.Pattern[str]:
    """ "Agreement on a truce between the Hill Front and the Lake Council"."""
    names = rf"(?:[Tt]he\s+)?(?P<one>{ON_A_LINE})\s+and\s+(?:the\s+)?(?P<other>{ON_A_LINE})"
    return re.compile(rf"\b(?:{texts().signatories.titles})\b[^.\n]{{0,60}}\b[Bb]etween\s+{names}")


@cache
def signed() -> re.Pattern[str]:
    return re.compile(rf"\n\W*(?:{texts().signatories.signed})\b")


@cache
def witnessed() -> re.Pattern[str]:
    return re.compile(rf"\n\W*(?:{texts().signatories.witnessed})")


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
    rows = (m for m in row_of_names().finditer(document.text, 0, FAR) if m.start() < HEAD or m["cue"].casefold() not in OF_ANYTHING)
    row = next(rows, None) or row_called().search(document.text, 0, HEAD)
    for part in PART.finditer(document.text, row.start("row"), row.end("row")) if row else ():
        start = part.start("name")
        for name in re.split(r"(\s+and\s+the\s+)", part["name"]):
            if name[:1].isupper():
                last = start + len(name) == part.end("name")
                yield signatory(document, name, start, part["short"] if last else "")
            start += len(name)


def in_pairs(document: Document) -> Iterator[Signatory]:
    head = document.text[:HEAD]
    pair = next((m for pattern in (pair_agreeing(), pair_above(), pair_of_parties(), pair_in_title()) if (m := pattern.search(head)) is not None), None)
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
    begin = signed().search(document.text)
    end = witnessed().search(document.text, begin.start()) if begin is not None else None
    for told in FOR.finditer(document.text, begin.start(), end.start() if end is not None else len(document.text)) if begin is not None else ():
        yield signatory(document, told["name"], told.start("name"))


def signatory(document: Document, name: str, start: int, short: str = "") -> Signatory:
    return Signatory(" ".join(name.split()), short, Basis(document=document.id, start=start, end=start + len(name), exact=name))
