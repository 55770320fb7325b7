"""Lists unfold: "a withdrawal, an end to the siege and the release of prisoners" is three matters, whatever a tree makes of the commas."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.relations import trimmed
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import governor_word, says
from trucekeeper.reading.positions.contents import joins_objects
from trucekeeper.reading.positions.topics import issue_of

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
QUOTES = frozenset({"”", '"', "''"})
BREAKS = frozenset(
    {"but", "while", "whereas", "although", "though", "because", "after", "when", "unless", "if", "until", "provided", "which", "who", "whom", "where"}
)
ITEM_ENDS = frozenset({"and", "or", "plus"})


def is_listing(verb: Token) -> bool:
    return lemma_in(verb, says()["listing"]) is not None


def list_end(verb: Token) -> int:
    """Where the list after a verb ends: before the clause that says who says so, at a semicolon or the sentence's end (token index, not included)."""
    doc, end = verb.doc, verb.sent.end
    comma = None
    for i in range(verb.i + 1, end):
        token = doc[i]
        if token.text == ";" or token.text in QUOTES:
            return i
        if token.text == ",":
            comma = i
        if token.tag_ in FINITE and comma is not None and governor_word(token, "clause") == "reported":
            return comma
    return end


def items(verb: Token) -> Iterator[Span]:
    """The items of the list after a listing verb, by its commas and its last "and"; a list of two without a comma is left to the tree and to its matters."""
    doc, end = verb.doc, list_end(verb)
    cuts: list[int] = []
    for i in range(verb.i + 1, end):
        word = doc[i]
        joins = word.lower_ in ITEM_ENDS and (cuts or joins_objects(word, verb))
        if joins or (word.text == "," and not between_numbers(word)):
            cuts.append(i)
    for left, right in zip([verb.i, *cuts], [*cuts, end], strict=True):
        item = without_opening(trimmed(doc[left + 1 : right]))
        if any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in item):
            yield from unfolded(item, item.end) if not cuts else [item]


def between_numbers(comma: Token) -> bool:
    doc, i = comma.doc, comma.i
    return 0 < i < len(doc) - 1 and doc[i - 1].like_num and doc[i + 1].like_num


def without_opening(item: Span) -> Span:
    """Without a preposition that only strings it on the list ("with the council returning")."""
    while len(item) > 1 and item[0].tag_ == "IN" and item[0].lower_ in {"with", "of", "that", "from"}:
        item = item[1:]
    return item


def matter_end(content: Span, verb: Token, limit: int | None = None) -> int:
    """How far coordination can carry a matter on: up to a new clause, a quotation's end or what comments on it."""
    doc, end = content.doc, verb.sent.end if limit is None else limit
    finite = FINITE - {"VBP", "MD"} if "that" in {t.lower_ for t in doc[verb.i + 1 : content.start + 1]} else FINITE  # "that they disband and leave"
    for i in range(content.start + 1, end):
        token = doc[i]
        if token.text in {";", ":", "–", "—", "("} or token.text in QUOTES or token.lower_ in BREAKS:
            return i
        if token.text == "," and (i + 1 >= end or not opens_item(doc, i + 1, end)):
            return i
        if token.lower_ in ITEM_ENDS and i + 1 < end and doc[i + 1].tag_ in {"VBD", "VBN"} and content.root.tag_ == "VB":
            return i  # "was ready to negotiate and wanted peace"
        if token.lower_ in ITEM_ENDS and goes_on(doc, i, end, finite):
            return i
    return end


def opens_item(doc: Doc, i: int, end: int) -> bool:
    """Whether a comma is followed by one more item and not by a comment: no participle, no subject with a verb of its own before the next comma."""
    if doc[i].tag_ in {"VBG", "VBN", "WDT", "WP", "WRB", "RB"} or doc[i].lower_ in {"including", "such", "as"}:
        return False
    for token in doc[i:end]:
        if token.tag_ in FINITE:
            return False
        if token.text in {",", ";"} or token.lower_ in ITEM_ENDS:
            return True
    return True


def goes_on(doc: Doc, i: int, end: int, finite: frozenset[str]) -> bool:
    """Whether an "and" opens a new clause: a finite verb comes before the next comma or relative."""
    for token in doc[i + 1 : end]:
        if token.tag_ in finite and token.dep_ not in {"acl", "amod"}:
            return True
        if token.text in {",", ";"} or token.lower_ in ITEM_ENDS or token.tag_ in {"WDT", "WP", "TO"} or token.lower_ == "that":
            return False
    return False


def unfolded(content: Span, end: int) -> list[Span]:
    """A passage up to `end`, cut at commas and "and" where what stands on both sides is a matter of its own; whole where it is one."""
    doc = content.doc
    cuts = [i for i in range(content.start + 1, end) if (doc[i].text == "," and not between_numbers(doc[i])) or doc[i].lower_ in ITEM_ENDS]
    if not cuts:
        return [content]
    parts: list[tuple[Span, str | None]] = []
    for left, right in zip([content.start - 1, *cuts], [*cuts, end], strict=True):
        piece = trimmed(doc[left + 1 : right])
        if not len(piece):
            continue
        issue = issue_of(list(piece))
        if parts and (issue is None or parts[-1][1] is None or issue == parts[-1][1] or is_inner(piece, parts[-1][0])):
            parts[-1] = (doc[parts[-1][0].start : piece.end], parts[-1][1] or issue)
        else:
            parts.append((piece, issue))
    return [piece for piece, _ in parts] if len(parts) > 1 else [content]


def is_inner(piece: Span, before: Span) -> bool:
    """Of "talks on borders and security": a bare noun behind a prepositional phrase or an infinitive is coordinated inside it, and a new phrase goes on."""
    if piece[0].tag_ == "IN" and piece[0].lower_ != "that" and not any(t.tag_ == "TO" for t in piece):
        return True
    if piece[0].pos_ in {"DET", "VERB", "AUX", "PART"} or piece[0].tag_ in {"PRP$", "VBG", "VB"}:
        return False
    return not any(t.tag_ == "IN" for t in piece) and any(t.tag_ == "IN" or t.tag_ == "VB" for t in before)
