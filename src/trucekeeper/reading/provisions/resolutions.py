"""Resolutions: what a council demands, requests or decides in numbered paragraphs that begin with its verb ("Calls upon both Governments to …")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.phrases import trimmed
from trucekeeper.model.claims import Actor, Standing
from trucekeeper.reading.layers import ProvisionFound, layers, region, text_of
from trucekeeper.reading.provision_words import provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import actor_of, actors, bearers, conjuncts_before, nearest_noun
from trucekeeper.reading.provisions.duties import Duty, duties
from trucekeeper.reading.provisions.issues import issue_of
from trucekeeper.reading.provisions.parts import conditions_of, exceptions_of, quantity_of
from trucekeeper.reading.provisions.receivers import of_told
from trucekeeper.reading.provisions.structure import Clause

MIN_PARAGRAPHS = 2
OPENING = 1500  # characters within which the body that resolves is named
ORGAN = re.compile(r"^\s*The (?:[A-Z]\w+ (?:and )?){1,4}(?:Council|Assembly|Commission|Summit),?\s*$", re.MULTILINE)
LEADS = frozenset({"further", "also", "strongly", "again", "hereby", "in", "particular"})  # words before the verb of a paragraph


def is_resolution(doc: Doc, found: Sequence[Clause]) -> bool:
    """By form: a line that names the body, and paragraphs that begin with what it does."""
    spans = (doc.char_span(c.start, c.end, alignment_mode="contract") for c in found)
    return organ_of(doc) is not None and sum(s is not None and operative(s) is not None for s in spans) >= MIN_PARAGRAPHS


def organ_of(doc: Doc) -> Actor | None:
    match = ORGAN.search(text_of(doc), 0, OPENING)
    name = doc.char_span(*trimmed_range(match), alignment_mode="expand") if match else None
    return actor_of(name.root) if name is not None else None


def trimmed_range(match: re.Match[str]) -> tuple[int, int]:
    words = match.group()
    return match.start() + len(words) - len(words.lstrip()), match.end() - (len(words) - len(words.rstrip(" ,\n")))


def operative(span: Span) -> Token | None:
    """The verb that begins a paragraph, past "further" or "strongly"."""
    word = next((t for t in span if t.lower_ not in LEADS and not t.is_punct), None)
    return word if word is not None and standing_of(word) is not None else None


def standing_of(word: Token) -> Standing | None:
    """A third person of a verb of asking or deciding, whatever a tagger makes of its capital letter."""
    words = provision_words().resolutions
    low = word.lower_.removesuffix("s")
    if low == word.lower_:
        return None
    return "demanded" if low in words.asking else "agreed" if low in words.deciding else None


def read_resolution(doc: Doc, found: Sequence[Clause]) -> Iterator[ProvisionFound]:
    organ = organ_of(doc)
    stem: Token | None = None
    for clause in found:
        span = doc.char_span(clause.start, clause.end, alignment_mode="contract")
        if span is None:
            continue
        first = operative(span)
        if first is not None and span[-1].text in {":", ","} and len(span) < first.i - span.start + 4:
            stem = first  # "Decides:", over a list of infinitives
            continue
        if first is None and not (stem is not None and clause.label is not None):
            continue
        for part in parts(span):
            yield term(part, operative(part) or stem, clause.label, organ)


def parts(span: Span) -> Iterator[Span]:
    """The paragraph cut where a second verb of the body begins ("…, and calls upon both Governments to …")."""
    cuts = [t.i for t in span if t.i > span.start + 2 and standing_of(t) is not None and (t.tag_ == "VBZ" or opens_matter(t)) and leads_up(t)]
    for left, right in zip([span.start, *cuts], [*cuts, span.end], strict=True):
        part = trimmed(span.doc[left:right])
        while len(part) > 1 and part[-1].lower_ in {"and", "meantime", "the", "in"}:
            part = trimmed(part[:-1])
        yield part


def opens_matter(word: Token) -> bool:
    """A verb tagged as a plural ("and | requests the Secretary-General to …"): what it asks of whom stands right behind it."""
    after = word.nbor() if word.i + 1 < word.sent.end else word
    return word.tag_ == "NNS" and (after.pos_ in {"DET", "PROPN"} or after.lower_ in {"upon", "on", "that"})


def leads_up(verb: Token) -> bool:
    """Behind an "and" or a comma, perhaps with "in the meantime" between."""
    before = [t for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i] if t.lower_ not in {"in", "the", "meantime", "further", "also"}]
    return bool(before) and before[-1].lower_ in {"and", ",", ";"}


def term(part: Span, verb: Token | None, label: str | None, organ: Actor | None) -> ProvisionFound:
    standing: Standing = (standing_of(verb) if verb is not None else None) or "agreed"
    duty, obligors = asked_of(part, verb)
    head = duty.verb if duty is not None else part.root
    return ProvisionFound(
        spans=(region(part),),
        action=part.doc[duty.word.i : part.end].text if duty is not None else part.text,
        standing=standing,
        agreement=None,
        clause=label,
        issue=issue_of(part.text),
        obligors=obligors,
        beneficiaries=of_told(head, part),
        quantity=quantity_of(part),
        anchor=anchor_of(part.text, part.start_char, layers(part.doc).times),
        conditions=conditions_of(part),
        exceptions=exceptions_of(part),
        proposer=organ if standing == "demanded" else None,
        confidence=0.6,
    )


def asked_of(part: Span, verb: Token | None) -> tuple[Duty | None, tuple[Actor, ...]]:
    """Who is to do it: the subject of "that X should …", or the somebody before the "to" of "requests X to …"; by the words, as a tree loses the first verb."""
    doc, start = part.doc, verb.i + 1 if verb is not None and verb.i >= part.start else part.start
    if any(t.lower_ == "that" for t in part[1:4]):
        found = duties(part)[:1]
        return (found[0], bearers(found[0], part)) if found else (None, ())
    while start < part.end - 1 and doc[start].pos_ == "ADP":
        start += 1  # "calls | upon"
    to = next((t for t in doc[start : part.end - 1] if t.lower_ == "to" and (t.nbor().tag_ in {"VB", "VBP"} or t.dep_ == "mark")), None)
    addressed = nearest_noun(to, doc[start : part.end]) if to is not None and to.i > start else None
    if to is None or addressed is None:
        return None, ()
    return Duty(to.nbor(), to.nbor(), False), actors(conjuncts_before(addressed, to), doc[start : part.end])
