"""Offices told by a verb: "Ann Lee was appointed foreign minister in May", "who served as governor", "resigned as envoy", "named Ann Lee its envoy".

What is planned, wished or denied takes nobody into an office. The words around a verb are looked at, and not the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.reading.actors.names import PER, Name
from trucekeeper.reading.actors.role_nouns import Turn, role_words, turns
from trucekeeper.reading.actors.titles import Title, apposition, is_dating

LONGEST_LINK = 5


@dataclass(frozen=True, slots=True)
class Turned:
    """A verb that takes somebody into, through or out of an office; `after` is the first token behind it and its particles."""

    turn: Turn
    verb: int
    after: int


def turned(doc: Doc, end: int) -> Turned | None:
    """The verb told of whoever's name and description end at a token: behind commas, "who" and helping words, in the past and not denied."""
    i, stop = end, doc[end - 1].sent.end
    while i < stop and (doc[i].text == "," or doc[i].lower_ == "who" or doc[i].lower_ in role_words().tenure.before_turn or is_dating(doc[i])):
        i += 1
    if i >= stop or i > end + LONGEST_LINK + 2:
        return None
    turn = turns().get(doc[i].lower_)
    helped = any(doc[j].lower_ in role_words().tenure.before_turn for j in range(end, i))
    if turn is None or (doc[i].lower_ in role_words().tenure.done_to and not helped):
        return None
    after = i + 1
    while after < stop and doc[after].lower_ in role_words().tenure.behind_turn:
        after += 1
    particle = after > i + 1
    if doc[i].lower_ in role_words().tenure.with_particle and not particle:
        return None
    return Turned(turn, i, after)


def office_at(doc: Doc, start: int) -> Title | None:
    """The office that begins at a token or behind "as the"."""
    i, stop = start, doc[start - 1].sent.end
    while i < stop and i - start < LONGEST_LINK and doc[i].lower_ in role_words().tenure.to_office:
        i += 1
    found = apposition(doc, i, stop) if i < stop else None
    if found is None:
        return None
    noun, end = found
    if doc[noun].lower_ not in role_words().tenure.offices or doc[noun].tag_ in {"NNS", "NNPS"}:
        return None
    while end > noun + 1 and doc[end - 1].pos_ in {"ADP", "DET", "CCONJ"}:
        end -= 1
    return Title(i, end, noun, before=False, told=True)


def told_offices(doc: Doc, start: int, end: int) -> Iterator[Title]:
    """The offices that verbs beside a person's name give to him: behind it, or before it with the office right behind the name."""
    found = turned(doc, end) if end < len(doc) else None
    office = office_at(doc, found.after) if found is not None else None
    if office is not None:
        yield office
    verb = doc[start - 1] if start else None
    if verb is None or end >= len(doc) or verb.sent != doc[end].sent or not gives(verb) or doc[end].text == ",":
        return
    office = office_at(doc, end)
    if office is not None:
        yield office


def gives(verb: Token) -> bool:
    """ "elected Ann Lee …", not "was elected"."""
    passive = verb.i > 0 and verb.nbor(-1).lower_ in role_words().tenure.before_turn | {"be", "not"}
    return turns().get(verb.lower_) == "begins" and verb.lower_ in role_words().tenure.done_to and not passive


def with_told(doc: Doc, names: list[Name], known: dict[int, tuple[Title, ...]]) -> dict[int, tuple[Title, ...]]:
    """The titles of persons' names by first token, with those that verbs give behind the others."""
    found = dict(known)
    for name in names:
        if name.label == PER and name.known is None:
            told = tuple(t for t in told_offices(doc, name.start, name.end) if all(t.noun != k.noun for k in found.get(name.start, ())))
            if told:
                found[name.start] = (*found.get(name.start, ()), *told)
    return found
