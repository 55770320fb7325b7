"""What the rules need of a Doc at hand: sentences mended where the parser broke them, quotations by token, lemmas as a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.reading.actors.datelines import after_datelines
from trucekeeper.reading.actors.titles import rank_stop
from trucekeeper.reading.quotes import Quote, is_speech, quotes
from trucekeeper.reading.statements.lexicon import lexicon

Words = tuple[int, int]  # token indices [start, end)


TERMINAL = frozenset(".!?…:;")
MARKS = frozenset("\"“”„«»'‘’`") | {"``", "''"}
COMMAS = frozenset({",", ";", "—", "–", "--", "-", ":"})
CLOSERS = frozenset({")", "]", "”", "’", '"', "'", "''", "»"})


@dataclass(slots=True)
class Quoted:
    """A quotation as tokens, marks included; `speech` tells an utterance from a term set apart."""

    words: Words
    quote: Quote
    speech: bool
    turn: bool = False  # a line of dialogue, whose speaker is not the one before


@dataclass(slots=True)
class Page:
    doc: Doc
    tokens: list[Token]
    lemmas: list[str]
    lower: list[str]
    units: list[Words]
    unit_of: list[int]
    quoted: list[Quoted]
    quote_of: list[int]
    tags: list[str]  # of each token: the pipeline's, mended where it took a verb of saying for something else
    pos: list[str]
    paragraph_of: list[int] = field(default_factory=list)
    heads: frozenset[int] = frozenset()  # first tokens behind datelines
    nested: list[Quoted] = field(default_factory=list)  # quotations within quotations

    def unit(self, i: int) -> Words:
        return self.units[self.unit_of[i]]

    def in_speech(self, i: int) -> bool:
        at = self.quote_of[i]
        return at >= 0 and self.quoted[at].speech

    def region(self, words: Words) -> tuple[int, int]:
        last = self.tokens[words[1] - 1]
        return self.tokens[words[0]].idx, last.idx + len(last)

    def finite(self, words: Words) -> bool:
        return any(self.is_finite(i) for i in range(*words))

    def is_finite(self, i: int) -> bool:
        if self.tags[i] == "VBN" != self.tokens[i].tag_:  # mended
            return False
        return self.pos[i] in {"VERB", "AUX"} and (self.tags[i] in FINITE or "VerbForm=Fin" in str(self.tokens[i].morph))

    def trim(self, words: Words, *, marks: bool = False) -> Words | None:
        """Without outer blanks, commas and (with `marks`) quotation marks; None when nothing is left."""
        start, end = words
        while start < end and (self.tokens[start].is_space or self.lower[start] in COMMAS or (marks and self.lower[start] in MARKS)):
            start += 1
        while end > start and self._loose_end(end - 1, start, marks=marks):
            end -= 1
        return (start, end) if start < end else None

    def _loose_end(self, i: int, start: int, *, marks: bool) -> bool:
        text = self.lower[i]
        if self.tokens[i].is_space or text in COMMAS or text == "(":
            return True
        if text in {".", "?", "!"}:
            return self.quote_of[i] < 0
        return marks and text in MARKS


def page_of(doc: Doc) -> Page:
    tokens = list(doc)
    lower = [t.lower_ for t in tokens]
    heads = after_datelines(doc)
    units, unit_of, paragraph_of = _units(tokens, lower, heads)
    quoted, quote_of, nested = _quoted(doc, tokens)
    tags, pos = [t.tag_ for t in tokens], [t.pos_ for t in tokens]
    return Page(doc, tokens, _lemmas(tokens, lower), lower, units, unit_of, quoted, quote_of, tags, pos, paragraph_of, heads, nested)


def _lemmas(tokens: list[Token], lower: list[str]) -> list[str]:
    """The cue verb that a form belongs to, the noun of the lexicon that a plural is of, otherwise the pipeline's lemma."""
    forms, plurals = lexicon().forms, lexicon().plurals
    found = []
    for token, word in zip(tokens, lower, strict=True):
        known = forms.get(word) if token.pos_ in {"VERB", "AUX"} else plurals.get(word)
        found.append(known or token.lemma_.lower())
    return found


def _units(tokens: list[Token], lower: list[str], heads: frozenset[int]) -> tuple[list[Words], list[int], list[int]]:
    """Sentences: the parser's, joined again where one starts with no full stop before it, or with a closing mark; one begins behind a dateline (`heads`)."""
    starts = sorted({t.i for t in tokens if t.is_sent_start or t.i == 0 or _plainly_begins(tokens, lower, t.i)} | heads)
    kept: list[int] = []
    for start in starts:
        if not kept or start in heads or _truly_begins(tokens, lower, start):
            kept.append(start)
    units = list(zip(kept, [*kept[1:], len(tokens)][: len(kept)], strict=True))
    unit_of, paragraph_of = [0] * len(tokens), [0] * len(tokens)
    paragraph = 0
    for index, (start, end) in enumerate(units):
        if start and "\n" in tokens[start - 1].text:
            paragraph += 1
        for i in range(start, end):
            unit_of[i] = index
            paragraph_of[i] = paragraph
    return units, unit_of, paragraph_of


def _plainly_begins(tokens: list[Token], lower: list[str], i: int) -> bool:
    """After a full stop and a closing mark, with a capital, or at a mark that opens after a full stop: a sentence, though the parser ran on."""
    if i > 1 and lower[i] in MARKS and lower[i - 1] in {".", "?", "!"} and tokens[i - 1].whitespace_ and not tokens[i].whitespace_ and i + 1 < len(tokens):
        return tokens[i + 1].text[:1].isupper()
    if lower[i - 1] not in CLOSERS or i < 2 or lower[i - 2] != "." or not tokens[i - 1].whitespace_:
        return False
    return tokens[i].text[:1].isupper() or tokens[i].is_quote


def _truly_begins(tokens: list[Token], lower: list[str], start: int) -> bool:
    before = start - 1
    if line_ends(tokens, before):
        return True
    while before > 0 and (lower[before] in CLOSERS or tokens[before].is_space):
        before -= 1
    initial = len(lower[before]) == 2 and lower[before][0].isalpha() and before > 0 and tokens[before - 1].pos_ == "PROPN"  # "Ann F. | Lee"
    if lower[before] == "." and rank_stop(tokens[before].doc, before):
        return False
    if len(lower[before]) > 1 and lower[before].endswith(".") and tokens[start].text[:1].isdigit():  # "Aug. | 7"
        return False
    ended = lower[before][-1:] in TERMINAL and lower[before] not in {":", ";"} and not initial
    first = tokens[start]
    if first.is_punct and lower[start] in CLOSERS and not _opens(tokens, start):
        return False
    return ended and not (first.is_alpha and first.is_lower)


def line_ends(tokens: list[Token], i: int) -> bool:
    """Does this blank end a line, and not one that was broken within a sentence, before what follows a quotation ("…!" | said the mayor)?"""
    if not tokens[i].is_space or "\n" not in tokens[i].text:
        return False
    broken = 0 < i < len(tokens) - 1 and tokens[i].text.count("\n") == 1 and tokens[i - 1].lower_ in CLOSERS - {")", "]"}
    return not (broken and tokens[i + 1].is_alpha and tokens[i + 1].is_lower)


def _opens(tokens: list[Token], i: int) -> bool:
    """Does a straight mark stand where one opens?"""
    return not tokens[i].whitespace_ and (i == 0 or bool(tokens[i - 1].whitespace_) or tokens[i - 1].is_space)


def _fills_line(text: str, quote: Quote) -> bool:
    """Does a closed quotation of a whole sentence stand alone between two line ends, as an answer in an interview does?"""
    begin, end = text.rfind("\n", 0, quote.start) + 1, text.find("\n", quote.end)
    alone = not text[begin : quote.start].strip() and not text[quote.end : end if end >= 0 else len(text)].strip()
    return alone and quote.closed and quote.words(text).rstrip()[-1:] in set(".!?")


def _quoted(doc: Doc, tokens: list[Token]) -> tuple[list[Quoted], list[int], list[Quoted]]:
    """Outermost quotations, one for each of their paragraphs, and those within them."""
    found: list[Quoted] = []
    nested: list[Quoted] = []
    quote_of = [-1] * len(tokens)
    starts = [t.idx for t in tokens]
    text = doc.text  # made anew at each asking
    for quote in quotes(text):
        if quote.depth:
            words = (max(bisect_right(starts, quote.start) - 1, 0), bisect_left(starts, quote.end))
            nested.append(Quoted(words, quote, is_speech(quote.words(text))))
            continue
        speech = is_speech(quote.words(text)) or _fills_line(text, quote)
        for start, end in quote.parts:
            words = (max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end))
            if words[0] < words[1]:
                for i in range(*words):
                    quote_of[i] = len(found)
                found.append(Quoted(words, quote, speech))
    return found, quote_of, nested
