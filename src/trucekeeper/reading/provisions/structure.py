"""The clauses of a text by its form: rows, labels (in front of a row, or left behind at the end of the one before), headings, stems with their items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trucekeeper.language.layout import is_wrapped
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.provisions.counted_days import LABEL as COUNTED_DAY

DOTTED = r"\d{1,3}(?:\.\d{1,3})+"
ROW_ID = re.compile(r"\[(\d{1,5})\]\s*")
LEADING = re.compile(
    rf"(?:({DOTTED})\.?|(\d{{1,3}})(?:[.)]|\s[-–—](?=\s+[A-Z“\"]))|\(?([a-z]|[ivx]{{1,4}})\)|([ivx]{{1,4}})\.|([a-k])\.(?=\s+[A-Z“\"])|\(([A-Z]|\d{{1,3}})\))\s+(?=\S)"
)
NAMED = re.compile(
    rf"({COUNTED_DAY}|"
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Final|Last)\s+(?:round|phase|stage|step|batch|tranche|week|day)"
    r"|(?:Round|Phase|Stage|Step|Batch|Week|Day|Point)\s+(?:\d{1,3}|[A-Z]|[IVX]{1,4}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix))\s*[:.–—-]\s+(?=\S)"
)
REFERS = re.compile(
    r"\b(?:of|than|least|about|articles?|sections?|paragraphs?|annex|chapters?|clauses?|points?|and|or|to)\s$", re.IGNORECASE
)  # "provided for in Article 3.3."
JOINS = re.compile(r"(?<=[;,])\s+(?:and|or)$")
BULLET = re.compile(r"[-*•–—·▪◦‣o]\s+(?=\S)")
TRAILING = re.compile(rf"(?<=[.;:!?)\]”\"\w])\s+({DOTTED}\.?|\d{{1,2}}\.)\s*$")
INLINE = re.compile(rf"(?<=[.;:])\s+({DOTTED})\.?\s+(?=\S)")
SENTENCE = re.compile(r"(?:(?<=[a-z\d)\]”\"’][.!?])|(?<=[A-Z]{3}[.!?]))\s+(?=[A-Z“\"])")
WEIGHTY = r"(?:[A-Z][\w’'/-]*|\([a-z]+\))"
RUN_IN = re.compile(rf"({WEIGHTY}(?:\s+(?:{WEIGHTY}|of|and|the|for|in|to|on)){{0,7}}):\s+(?=[A-Z“\"])")  # "CEASEFIRE: The war is ended …"
SHORTEST = 4  # small words of a sentence behind a title and its colon
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Hon|No|Art|Prof|St|vs|Col|Lt|Sgt|para|approx|ca|H\.E|a\.m|p\.m|[A-Z]\.[A-Z]))\.$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text [start, end) that can be one clause, its number as written, and how deep that number is.

    `stem` is the index of the clause that ends in ":" and opens the list; `heading` the nearest heading's words; `goes_on` is true for a further part of the
    same row, and `is_heading` for a row that is shaped as one.
    """

    start: int
    end: int
    label: str | None = None
    depth: int = 0
    stem: int | None = None
    heading: str | None = None
    numbered: bool = False
    goes_on: bool = False
    is_heading: bool = False


@cache
def heading_label() -> re.Pattern[str]:
    """ "Article 5", "CHAPTER II:", "Annex A" in front of a capital letter."""
    words = "|".join(w.capitalize() + "|" + w.upper() for w in deontic().headings.words)
    ordinals = "|".join(f"{w}|{w.capitalize()}|{w.upper()}" for w in deontic().headings.ordinals)
    return re.compile(rf"\b(?:{words})\.?\s+((?:{ordinals})\b|\d{{1,3}}(?:st|nd|rd|th)?\b|[IVX]{{1,5}}\b|[A-H]\b)(?:\s*[.:–—-])?(?=\s+[A-Z“\"]|\s*$)")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or a paragraph of a hard-wrapped text, without its labels. `own` is a number that is the row's own, not a clause's."""

    start: int
    end: int
    label: str | None
    own: int | None
    left_behind: str | None
    bullet: bool


def rows(text: str) -> Iterator[Row]:
    for start, end in paragraphs(text):
        own = None
        if match := ROW_ID.match(text, start, end):
            own, start = int(match[1]), match.end()
        label, bullet = None, False
        path: list[str] = []
        while match := LEADING.match(text, start, end):
            path.append(written(match))
            start = match.end()
        if path:
            label = LEVEL.join(path)
        elif match := NAMED.match(text, start, end):
            label, start = match[1], match.end()
        elif match := BULLET.match(text, start, end):
            bullet, start = True, match.end()
        left = None
        if (match := TRAILING.search(text, start, end)) and not REFERS.search(text, start, match.start() + 1):
            left, end = match[1].rstrip("."), match.start()
        if match := JOINS.search(text, start, end):
            end = match.start()
        if start < end:
            yield Row(start, end, label, own, left, bullet)


def written(match: re.Match[str]) -> str:
    """A label with what tells its level beside its number: "1)" or "(1)" is not "1.", and "iv." not "(iv)"."""
    _, number, _, roman, _, bracketed = match.groups()
    if bracketed or (number and match.group().rstrip().endswith(")")):
        return f"{bracketed or number})"
    return f"{roman}." if roman else next(g for g in match.groups() if g)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines without outer blanks; of a hard-wrapped text what stands between empty lines or labels."""
    wrapped = is_wrapped(text)
    at, first, last = 0, -1, -1
    for line in text.splitlines(keepends=True):
        start, end = at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line)
        if start >= end:
            if first >= 0:
                yield first, last
            first = -1
        elif wrapped and first >= 0 and not LEADING.match(text, start, end) and not BULLET.match(text, start, end):
            last = end
        else:
            if first >= 0:
                yield first, last
            first, last = start, end
            if not wrapped:
                yield first, last
                first = -1
    if first >= 0:
        yield first, last


def pieces(text: str, row: Row) -> Iterator[tuple[int, int, str | None, str | None]]:
    """The row cut at labels and sentence ends inside it: (start, end, label, heading)."""
    cuts: list[tuple[int, int, str | None, bool]] = [(row.start, row.start, row.label, False)]
    cuts += [(m.start(), m.end(), m[1], False) for m in INLINE.finditer(text, row.start, row.end)]
    cuts += [
        (m.start(), m.end(), m.group().strip(" .:–—-"), True)
        for m in heading_label().finditer(text, row.start, row.end)
        if opens_heading(text, row.start, m.start())
    ]
    cuts.sort()
    for number, (_, begin, label, is_heading) in enumerate(cuts):
        end = cuts[number + 1][0] if number + 1 < len(cuts) else row.end
        begin, end = stripped(text, begin, end)
        if begin >= end:
            if is_heading:
                yield begin, begin, label, label
            continue
        heading = None
        if is_heading:
            title = title_end(text, begin, end)
            heading, begin = text[begin:title].strip(" .:"), title
        yield from sentences(text, *stripped(text, begin, end), label, heading)


def opens_heading(text: str, start: int, at: int) -> bool:
    """Not the "Annex A" of "listed in Annex A": nothing small stands right before it."""
    before = text[start:at].split()
    return not before or before[-1][-1] in '.;:)]”"' or not before[-1][0].islower()


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "–—:"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def is_sentence(words: str) -> bool:
    """Long enough, and not in capitals throughout."""
    found = words.split()
    return sum(w[0].islower() for w in found) >= SHORTEST


def sentences(text: str, start: int, end: int, label: str | None, heading: str | None) -> Iterator[tuple[int, int, str | None, str | None]]:
    """Cut at full stops; abbreviations and initials do not end a sentence. All of a clause's sentences carry its number."""
    if (run_in := RUN_IN.match(text, start, end)) and is_sentence(text[run_in.end() : end]):
        start, heading = run_in.end(), run_in[1]
    begin = start
    for match in SENTENCE.finditer(text, start, end):
        if not ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            yield begin, match.start(), label, heading
            begin = match.end()
    if begin < end or heading:
        yield begin, end, label, heading


BRACKET_DEPTH, LETTER_DEPTH, ROMAN_DEPTH, BULLET_DEPTH = 8, 9, 10, 11  # below any dotted number
LEVEL = "\x1f"  # between the labels of a row that opens two levels at once: "(a) (i) …"
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ARTICLES = ("article", "section", "annex", "appendix", "protocol")
LONGEST_HEADING = 14
TITLE_WORD = re.compile(r"[^\s]+")
SMALL = frozenset({"of", "and", "the", "on", "for", "in", "to", "by", "a", "an", "with", "or", "any", "from"})


def title_end(text: str, start: int, end: int) -> int:
    """Where a title in capitals that runs into its first sentence ends: before the last word that can begin a sentence."""
    words = [(m.start(), m.group()) for m in TITLE_WORD.finditer(text, start, end)]
    run = 0
    while run < len(words) and (words[run][1][0].isupper() or words[run][1].lower() in SMALL or not words[run][1][0].isalnum()):
        run += 1
    if run == len(words) or (text[end - 1] not in ".;:" and len(words) <= LONGEST_HEADING):
        return end
    starters = deontic().headings.starters
    for at in range(run - 1, 0, -1):
        word, before = words[at][1], words[at - 1][1]
        if word[0].isupper() and word.lower() in starters and before.lower() not in SMALL:
            return words[at][0]
    first = words[0][1]
    if run <= 1 or (first.lower() in starters and first[0].isupper()):
        return words[0][0]
    return words[run - 1][0]


class Numbering:
    """Keeps the open levels of a text's numbers, so that "(ii)" is known as "Article 3(a)(ii)"."""

    def __init__(self) -> None:
        self.open: list[tuple[int, str]] = []

    def take(self, label: str | None) -> tuple[str | None, int]:
        """The full number and the depth of a row that bears a label of its own."""
        if label is None:  # a sentence under an article's heading is that article
            return (self.path() if self.open and self.open[-1][0] == 0 else None), 0
        for part in label.split(LEVEL):
            depth = self.depth(part)
            self.open = [(d, name) for d, name in self.open if d < depth]
            self.open.append((depth, part if depth == 1 else part.rstrip(".")))
        return self.path(), self.open[-1][0]

    def depth(self, label: str) -> int:
        """Dotted numbers by their parts; a letter is one deeper than what it stands under, a roman numeral below a letter deeper again."""
        if label.lower().startswith(ARTICLES):
            return 0
        if label[:-1].isdigit() and label.endswith(")"):
            return self.bracket_depth(int(label[:-1]))
        if label[0].isdigit():
            return label.count(".") + 1
        if len(label) > 4:
            return 1  # "First round"
        if label.endswith("."):
            if all(depth == 0 for depth, _ in self.open) or any(name.endswith(".") and depth == 1 for depth, name in self.open):
                return 1  # "iv. Timetable" above "(a)"
            label = label[:-1]
        if label in ROMANS[1:]:
            before = ROMANS[ROMANS.index(label) - 1]
            goes_on = next((depth for depth, name in reversed(self.open) if name == before and depth >= LETTER_DEPTH), None)
            if goes_on is not None:
                return goes_on
        return ROMAN_DEPTH if self.is_roman(label) else LETTER_DEPTH

    def bracket_depth(self, number: int) -> int:
        """ "1)" below "2." is deeper, and so are those that go on from it."""
        names = [name for depth, name in self.open if depth <= BRACKET_DEPTH]
        begins = number == 1 and any(name[0].isdigit() and not name.endswith(")") for name in names)
        return BRACKET_DEPTH if begins or (BRACKET_DEPTH, f"{number - 1})") in self.open else 1

    def is_roman(self, label: str) -> bool:
        """ "(i)" behind "(h)" is a letter, behind "(a)" or "(b)" a numeral; the others go on from the one before."""
        if label not in ROMANS:
            return False
        last = [name for depth, name in self.open if depth >= LETTER_DEPTH]
        before = ROMANS[ROMANS.index(label) - 1] if label != "i" else None
        return len(label) > 1 or (label == "i" and bool(last) and last[-1] != "h") or (before is not None and bool(last) and last[-1] == before)

    def path(self) -> str:
        """The nearest numbers that belong together: an article's with those below it, a dotted number with its letters."""
        names = [name.rstrip(".)") for _, name in self.open]
        dotted = next((i for i in range(len(names) - 1, -1, -1) if "." in names[i] or len(names[i]) > 4), None)
        names = names[dotted:] if dotted is not None else names
        return names[0] + "".join(f"({name})" for name in names[1:])


def clauses(text: str) -> list[Clause]:
    """All stretches in text order, numbered from the row before where its number was left behind, each item under its stem."""
    found: list[Clause] = []
    behind: tuple[str, int | None] | None = None
    heading: str | None = None
    under: list[tuple[int, int]] = []  # (index, depth) of open stems
    numbering, full, depth = Numbering(), None, 0
    last: tuple[str | None, int] | None = None
    headed: str | None = None  # the number of a heading that stands in a row of its own ("2. Prisoners")
    for row in rows(text):
        carried = behind[0] if behind and (behind[1] is None or row.own is None or row.own == behind[1] + 1) else None
        behind = (row.left_behind, row.own) if row.left_behind else None
        first = len(found)
        for start, end, label, title in pieces(text, row):
            heading = title or (text[start:end] if start < end and is_heading_shaped(text[start:end]) else heading)
            own_label = label or carried
            if (own_label, row.start) != last:
                full, depth = numbering.take(own_label)
                last = (own_label, row.start)
            if start >= end:
                continue
            if own_label:
                headed = full if is_heading_shaped(text[start:end]) else None
            depth = depth or (BULLET_DEPTH if row.bullet else 0)
            under = [(i, d) for i, d in under if depth > d or (not depth and is_item_shaped(text, start, end))]
            stem = under[-1][0] if under else None
            numbered = bool(own_label or headed) or row.own is not None or row.bullet
            shown = (full if own_label or row.own is None else None) or (f"[{row.own}]" if row.own is not None else headed)
            found.append(Clause(start, end, shown, depth, stem, heading, numbered, len(found) > first, is_heading_shaped(text[start:end])))
            carried = None
            if text[end - 1] == ":":
                under.append((len(found) - 1, depth))
    return found


BINDS = re.compile(r"\b(?:shall|must)\b")


def is_heading_shaped(words: str) -> bool:
    """A short row in capitals or with a capital on each word of weight, and no end of sentence."""
    found = words.split()
    if not 0 < len(found) <= LONGEST_HEADING or words[-1] in ".;:," or (len(found) == 1 and len(words) < 4):
        return False
    return all(w[0].isupper() or w.lower() in SMALL or not w[0].isalpha() for w in found)


def is_item_shaped(text: str, start: int, end: int) -> bool:
    """Without a number of its own, an item begins small or ends in a semicolon."""
    words = text[start:end]
    if words[0].islower():
        return True
    return not BINDS.search(words) and words.endswith((";", "; and", ";and", "; or"))
