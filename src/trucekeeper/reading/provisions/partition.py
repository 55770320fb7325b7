"""The terms of one clause: cut at semicolons, where a new subject takes a new duty, and where a further verb has a time of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.tree import conjuncts
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.bearers import bearers
from trucekeeper.reading.provisions.duties import OPENS_ASIDE, Duty, surface_passive


@dataclass(frozen=True, slots=True)
class Part:
    """One term's words and its duty (None: a noun phrase or bare verb). `stands` is where the subject of the duty is, in front of a verb strung on."""

    duty: Duty | None
    span: Span
    stands: Span


def parts(span: Span, found: list[Duty]) -> Iterator[Part]:
    """In text order."""
    for duty, part, stands in by_subject(span, found):
        yield from by_time(duty, part, stands) if duty is not None else [Part(None, part, part)]


def by_subject(span: Span, found: list[Duty]) -> Iterator[tuple[Duty | None, Span, Span]]:
    """The clause cut at semicolons, where a new subject takes a new duty ("A shall give x, and B shall give y"), and where what is not to be done follows what
    is ("shall keep the truce and shall not lay mines"); otherwise whole. The last of each is where its subject stands."""
    if len(found) < 2:
        yield (found[0] if found else None), span, span
        return
    doc = span.doc
    groups: list[tuple[Duty, int, int]] = [(found[0], span.start, span.start)]
    for earlier, later in pairwise(found):
        if (start := new_start(earlier, later, span)) is not None:
            groups.append((later, start, start))
        elif doc[later.word.i - 1].lower_ == "and" and is_negated(later) != is_negated(earlier):
            groups.append((later, later.word.i, groups[-1][2]))
    for number, (duty, start, first) in enumerate(groups):
        last = number + 1 == len(groups)
        part = doc[start : span.end] if last else without_joint(doc[start : groups[number + 1][1]])
        yield duty, part, doc[first : part.end]


def is_negated(duty: Duty) -> bool:
    """ "shall not"."""
    return duty.word.i + 1 < len(duty.word.doc) and duty.word.nbor().lower_ == "not"


def new_start(earlier: Duty, later: Duty, span: Span) -> int | None:
    """Where the words of a second duty begin; None where it is part of the first one's."""
    doc = span.doc
    between = range(later.word.i - 1, earlier.word.i, -1)
    semicolon = next((i for i in between if doc[i].text == ";"), None)
    if semicolon is not None:
        start = next(i for i in range(semicolon + 1, later.word.i + 1) if doc[i].lower_ not in {"and", "that"})
        named = any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in doc[start : later.word.i])
        return start if named and doc[start].lower_ not in OPENS_ASIDE | {"provided"} else None
    cut = next((i for i in between if doc[i].text == "," or doc[i].lower_ == "and"), None)
    if cut is None:
        return None
    qualifies = doc[cut].lower_ == "and" and any(t.lower_ in {"which", "that", "who", "whose"} for t in doc[earlier.verb.i : cut])
    opens_clause = qualifies or any(t.lower_ in OPENS_ASIDE | {"if", "as", "until"} for t in doc[max(cut - 1, span.start) : later.word.i])
    named = any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in doc[cut + 1 : later.word.i])
    new = later.passive and doc[cut].lower_ == "and" and doc[cut + 1].pos_ == "DET"  # "and | a team shall be formed"
    if not named or opens_clause or not (new or bearers(later, doc[cut + 1 : span.end])):
        return None
    return cut + 1 if doc[cut + 1].lower_ != "and" else cut + 2


def by_time(duty: Duty, span: Span, stands: Span) -> Iterator[Part]:
    """ "shall submit a list within a week | and free them within a month": where both verbs have a time, each is a term."""
    doc, verb, start = span.doc, duty, span.start
    for joint in range(duty.verb.i + 1, span.end - 1):
        further = strung_on(joint, duty)
        if further is not None and is_timed(doc[start:joint]) and is_timed(doc[joint + 1 : span.end]):
            yield Part(verb, without_joint(doc[start:joint]), stands)
            verb, start = Duty(duty.word, further, surface_passive(duty.word, further)), joint + 1
    yield Part(verb, doc[start : span.end], stands)


def strung_on(joint: int, duty: Duty) -> Token | None:
    """The verb behind an "and" that the same word of duty governs: by the tree, or by its form alone where the tree takes it for something else."""
    doc = duty.verb.doc
    if doc[joint].lower_ != "and":
        return None
    nxt = doc[joint + 1]
    if not duty.passive and (nxt.tag_ == "VB" or nxt.lower_ in deontic().duty.imperatives) and nxt.nbor().pos_ != "ADP":
        return nxt
    near = doc[joint + 1 : min(joint + 4, doc[joint].sent.end)]
    return next((t for t in near if t in conjuncts(duty.verb) and t.pos_ == "VERB" and has_same_duty(t, duty)), None)


def has_same_duty(verb: Token, duty: Duty) -> bool:
    """Under the same word of duty, said once or again ("will begin in May and will be completed in June")."""
    word = modal(verb)
    return word is None or word.lower_ == duty.word.lower_


def is_timed(span: Span) -> bool:
    """Within a while of its own ("within 14 days"), counted from whatever."""
    if not len(span):
        return False
    found = anchor_of(span.text, span.start_char, layers(span.doc).times)
    return found is not None and found.relation != "every" and (found.offset is not None or found.kind == "date")


def without_joint(span: Span) -> Span:
    """Without the "and" or semicolon at its end."""
    end = span.end
    while end > span.start + 1 and (span.doc[end - 1].lower_ in {"and", "that"} or span.doc[end - 1].text in {",", ";"}):
        end -= 1
    return span.doc[span.start : end]
