"""Where a number stands: its sentence, its unit and the words behind it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.reading.quantities.lexicon import Unit
from trucekeeper.reading.quantities.numerals import HYPHENS

FAR = 120  # tokens: what is further away belongs to a list or table and tells nothing of a number
MENDED = 2  # neighbours that a cut sentence is joined with on either side


def sentence_of(token: Token) -> tuple[int, int]:
    """Tokens [start, end) of a sentence, at most FAR to either side.

    One that ends without a full stop (or begins behind none) was cut by the parser and is taken with its neighbours.
    """
    known: dict[int, tuple[int, int]] = token.doc.user_data.setdefault("truce_sentences", {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = bounds_of(token)
    return found


def bounds_of(token: Token) -> tuple[int, int]:
    """The same, walked to both sides; a Doc is asked for it again and again."""
    doc, start, end = token.doc, token.i, token.i + 1
    cuts = 0
    while start > max(0, token.i - FAR):
        if doc[start].is_sent_start:
            cuts += 1
            if cuts > MENDED or ends(doc[start - 1]):
                break
        start -= 1
    cuts = 0
    while end < min(len(doc), token.i + FAR):
        if doc[end].is_sent_start:
            cuts += 1
            if cuts > MENDED or ends(doc[end - 1]):
                break
        end += 1
    return start, end


def ends(token: Token) -> bool:
    return token.is_space or token.text in {".", "!", "?", '"', "”", "’", "'", ")", "…"} or token.tag_ == "." or token.text.endswith(".")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a number stands: tokens [start, end) with bound and unit, `last` the number's last token."""

    doc: Doc
    start: int
    last: int
    end: int
    unit: Unit | None
    fraction: bool = False

    @property
    def sentence_end(self) -> int:
        return sentence_of(self.doc[self.last])[1]

    @property
    def attributive(self) -> bool:
        """ "a 42-day truce": is the unit joined by a hyphen?"""
        return self.unit is not None and self.last + 1 < len(self.doc) and self.doc[self.last + 1].text in HYPHENS


def word(site: Site, at: int) -> str:
    """The lower-cased word at a token, "" behind the end of the sentence."""
    return site.doc[at].lower_ if at < site.sentence_end else ""


def skip(site: Site, at: int) -> int:
    """Past words that stand between a number and its noun ("20 or so of", "300 more")."""
    while word(site, at) in {"more", "other", "additional", "further", "-", "strong"} and at < site.sentence_end:
        at += 1
    return at


def number_stands_alone(site: Site) -> bool:
    """Does nothing follow the number in its phrase?"""
    following = site.doc[site.end] if site.end < site.sentence_end else None
    return following is None or following.pos_ in {"PUNCT", "ADP", "CCONJ", "SCONJ"}


def is_adjective(site: Site, at: int) -> bool:
    """Does an adjective that can stand for people follow, with nothing that it modifies ("46,707 dead and …")?"""
    doc = site.doc
    if site.unit is not None or at + 1 >= site.sentence_end or doc[at].pos_ not in {"ADJ", "VERB"} or doc[at].tag_ not in {"JJ", "VBN"}:
        return False
    return doc[at + 1].pos_ in {"PUNCT", "ADP", "CCONJ"}
