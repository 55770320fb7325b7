"""Speech whose marks do not tell where it ends: dialogue opened by a dash ("— We leave, said the captain. Tomorrow."), and a quotation never closed.

What parts the speaker's words from the reporter's is the inserted "said the captain" or "the captain said".
"""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.reading.quotes import Quote
from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page, Quoted, Words
from trucekeeper.reading.statements.speakers import can_speak

DASHES = frozenset({"—", "–", "―", "--"})  # a hyphen opens the items of a list
BEFORE = frozenset({",", "?", "!", "…", "...", "—", "–"})
ENDS = frozenset({",", ".", ";", ":", "?", "!"})
OURS = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})
DESCRIBING = frozenset({"who", "which", "whose", "a", "an", "the"})
LONGEST_NAME = 7  # tokens of an inserted speaker


def mark_unmarked(page: Page) -> Page:
    """The page with dialogue's lines as quotations, and quotations that nothing closes cut where their speaker is told."""
    quoted = [_cut(page, q) for q in page.quoted]
    taken = {i for q in quoted for i in range(*q.words)}
    lines = [line for line in _dash_lines(page) if not taken & set(range(*line))]
    for index, line in enumerate(lines):
        beside = [other for other in lines[max(index - 1, 0) : index + 2] if abs(page.paragraph_of[other[0]] - page.paragraph_of[line[0]]) <= 1]
        if any(_is_spoken(page, other) for other in beside):
            quoted += _turn(page, line)
    page.quoted = sorted(quoted, key=lambda q: q.words)
    page.quote_of = [-1] * len(page.tokens)
    for at, item in enumerate(page.quoted):
        for i in range(*item.words):
            page.quote_of[i] = at
    return page


def _cut(page: Page, quoted: Quoted) -> Quoted:
    if quoted.quote.closed or quoted.quote.parts[-1][0] > page.region(quoted.words)[1]:
        return quoted
    insert = next(_inserts(page, quoted.words), None)
    return Quoted((quoted.words[0], insert[0]), quoted.quote, speech=True) if insert is not None else quoted


def _dash_lines(page: Page) -> Iterator[Words]:
    """Paragraphs that a dash opens, and what a dash opens behind "he said:", to the end of the paragraph."""
    for start, end in page.units:
        first = next((i for i in range(start, end) if not page.tokens[i].is_space), start)
        opens = page.paragraph_of[start] != page.paragraph_of[start - 1] or start == 0
        at = first if opens and page.lower[first] in DASHES else next((i for i in range(first, end) if _behind_colon(page, i)), None)
        if at is None:
            continue
        close = next((i for i in range(at + 1, len(page.tokens)) if page.paragraph_of[i] != page.paragraph_of[at]), len(page.tokens))
        while close > at + 1 and page.tokens[close - 1].is_space:
            close -= 1
        if close - at > 2:
            yield at, close


def _behind_colon(page: Page, i: int) -> bool:
    if page.lower[i] not in DASHES or page.lower[i - 1] != ":":
        return False
    return any(lexicon().verb(page.lemmas[j], "quote") is not None and page.pos[j] == "VERB" for j in range(max(page.unit(i - 1)[0], i - 8), i))


def _is_spoken(page: Page, line: Words) -> bool:
    """Is it somebody's talk, rather than an item of a list? He says I, we or you, asks, or calls out."""
    own = [page.lower[i] for i in range(*line)]
    return page.lower[line[0] - 1] == ":" or bool(OURS & set(own)) or bool({"?", "!"} & set(own))


def _turn(page: Page, line: Words) -> Iterator[Quoted]:
    """What stands in a line outside its inserts; a quotation each, as if marks closed before them and opened again."""
    at, parts = line[0], list[Words]()
    for insert in _inserts(page, line):
        if insert[0] > at:
            parts.append((at, insert[0]))
        at = insert[1]
    if at < line[1] - 1:
        parts.append((at, line[1]))
    for part in parts:
        region = page.region(part)
        yield Quoted(part, Quote(*region, (region,)), speech=True, turn=True)


def _inserts(page: Page, words: Words) -> Iterator[Words]:
    """ ", | said the captain. |" and ", | the captain said, |" within some words."""
    at = words[0] + 1
    while at < words[1] - 1:
        verb = _cue(page, at, words[1]) if page.lower[at - 1] in BEFORE else None
        if verb is None:
            at += 1
            continue
        end = next((i for i in range(max(verb, at) + 1, words[1]) if page.lower[i] in ENDS and page.tokens[i].text != "."), words[1])
        full = next((i for i in range(verb + 1, words[1]) if page.lower[i] == "." and i + 1 < words[1]), words[1])
        end = min(end, full)
        described = end < words[1] - 1 and page.lower[end] == "," and (page.lower[end + 1] in DESCRIBING or not page.finite((end, full)))
        if described:
            end = full
        end = min(end + 1, words[1])
        yield at, end
        at = end + 1


def _cue(page: Page, at: int, end: int) -> int | None:
    """The verb of saying that begins here with its speaker behind it, or that ends a short speaker beginning here."""
    if _says(page, at) and at + 1 < end and (page.pos[at + 1] in NOMINAL or page.lower[at + 1] in {"he", "she", "they", "i", "we"}):
        return at
    if page.pos[at] not in NOMINAL | {"PRON"} or page.lower[at] == "as":
        return None
    for i in range(at, min(at + LONGEST_NAME, end)):
        if i > at and _says(page, i) and (can_speak(page, i - 1, texts=False) or page.pos[i - 1] == "PROPN"):
            return i if i + 1 >= end or _closes(page, i) else None
        if page.pos[i] not in NOMINAL | {"PRON", "PART", "ADP"} and page.lower[i] not in {"'s", "’s", "-", "of"}:
            return None
    return None


def _closes(page: Page, i: int) -> bool:
    """Is nothing told behind the verb but when, where, how or to whom?"""
    after = i + 1
    told = any(c.addressee for c in lexicon().verbs.get(page.lemmas[i], ()))
    return page.lower[after] in ENDS or page.pos[after] in {"ADV", "ADP"} or (told and page.pos[after] in {"PRON", "PROPN", "NOUN", "DET"})


def _says(page: Page, i: int) -> bool:
    cue = lexicon().verb(page.lemmas[i], "quote")
    return cue is not None and page.pos[i] == "VERB" and page.tags[i] in {"VBD", "VBZ", "VBP", "VBN"} and cue.act != "belief"
