"""Titles of persons: before the name ("Hamas spokesperson A"), after it ("A, the group's envoy,") and set off before it ("the head of the mission, A,")."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from trucekeeper.reading.actors.lexicon import Gender, nouns
from trucekeeper.reading.actors.names import HYPHENS, PER, Name

LONGEST = 14  # tokens of an apposition that are looked at
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
MODIFIER_TAGS = frozenset({"VBN", "VBG", "AFX"})
OF = frozenset({"of", "for", "at", "to", "from", "in", "with", "on"})
STOPS = frozenset({".", ";", ":", "(", ")", '"', "“", "”", "?", "!", "—"})


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [start, end) of a title, the role noun's token, and whether it stands before the name."""

    start: int
    end: int
    noun: int
    before: bool


def role_noun(token: Token) -> bool:
    return token.lower_ in nouns().persons and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def gender_of(doc: Doc, title: Title) -> Gender | None:
    return nouns().gender.get(doc[title.noun].lower_)


def inside_title(token: Token) -> bool:
    return token.pos_ in INSIDE or token.tag_ in MODIFIER_TAGS or token.text in HYPHENS or token.tag_ in {"POS", "NNP"} or token.lower_ == "vice"


def title_before(doc: Doc, name: Name) -> Title | None:
    """Role noun directly before the name, with what belongs to it: "Displaced widow", "U.N. special envoy", "Ukraine's President"."""
    last = name.start - 1
    if last < 0:
        return None
    noun = last
    if doc[noun].text == "." and noun and doc[noun - 1].lower_ in nouns().honorifics:
        noun -= 1
    if not role_noun(doc[noun]) and doc[noun].lower_ not in nouns().honorifics:
        return None
    start = noun
    first = doc[noun].sent.start
    while start > first and inside_title(doc[start - 1]) and noun - start < LONGEST:
        if doc[start - 1].text in HYPHENS and doc[start - 1].whitespace_:
            break
        if doc[start - 1].ent_type_ == PER and doc[start].tag_ != "POS" and doc[start].ent_type_ != PER:
            break  # another person's name, as in a list
        start -= 1
    while start < noun and (doc[start].tag_ in {"POS", "CD"} or doc[start].text in HYPHENS):
        start += 1
    return Title(start, last + 1, noun, True)


def apposition(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """The role noun and the end of a noun phrase that begins at `start`: determiner, modifiers, role noun, "of …"; None where there is a verb first."""
    i = start
    noun = None
    while i < stop and i - start < LONGEST:
        token = doc[i]
        if token.text in STOPS or token.text == ",":
            break
        if role_noun(token) and (noun is None or doc[i - 1].lower_ not in OF | {"the", "a"}) and noun is None:
            noun = i
        elif noun is None and not (inside_title(token) or token.pos_ in {"DET", "PRON"} or token.lower_ in {"of"}):
            return None
        elif noun is not None and not (inside_title(token) or token.pos_ in {"DET", "ADP", "CCONJ"} or token.lower_ in OF | {"and"}):
            break
        i += 1
    return (noun, i) if noun is not None else None


def title_after(doc: Doc, name: Name) -> Title | None:
    """ ", (the) … role noun (of …)" after the name, ended by a comma, a stop or a verb."""
    i = name.end
    if i + 1 >= len(doc) or doc[i].text != "," or doc[i + 1].sent != doc[name.start].sent:
        return None
    begin = i + 1
    if doc[begin].lower_ == "who" and begin + 1 < len(doc) and doc[begin + 1].lower_ in {"is", "was"}:
        begin += 2
    if doc[begin].like_num and begin + 1 < len(doc) and doc[begin + 1].text == ",":  # an age
        begin += 2
    found = apposition(doc, begin, doc[i].sent.end)
    if found is None:
        return None
    noun, end = found
    if doc[noun].tag_ in {"NNS", "NNPS"}:
        return None
    closed = end >= doc[i].sent.end or doc[end].text in STOPS or doc[end].text == ","
    if not closed and doc[end].pos_ not in {"VERB", "AUX", "PRON", "SCONJ", "ADV"}:
        return None
    start = begin + 1 if doc[begin].pos_ == "DET" else begin
    while end > noun + 1 and doc[end - 1].pos_ in {"ADP", "DET", "CCONJ"}:
        end -= 1
    return Title(min(start, noun), end, noun, False)


def title_set_off(doc: Doc, name: Name) -> Title | None:
    """ "The head of the mission, A," with the name between commas after a description that opens with a determiner."""
    if name.start < 3 or doc[name.start - 1].text != "," or name.end >= len(doc) or doc[name.end].text != ",":
        return None
    first = doc[name.start].sent.start
    i = name.start - 2
    while i >= first and name.start - i < LONGEST and (inside_title(doc[i]) or doc[i].pos_ in {"ADP", "DET"} or doc[i].lower_ in OF):
        i -= 1
    begin = i + 1
    while begin < name.start - 1 and doc[begin].pos_ == "ADP":
        begin += 1
    if begin >= name.start - 1 or not (doc[begin].pos_ == "DET" or doc[begin].pos_ in {"PROPN", "ADJ"}):
        return None
    found = apposition(doc, begin, name.start - 1)
    if found is None or doc[found[0]].tag_ in {"NNS", "NNPS"} or found[1] < name.start - 1:
        return None
    start = begin + 1 if doc[begin].pos_ == "DET" else begin
    return Title(min(start, found[0]), name.start - 1, found[0], True)


def titles(doc: Doc, names: list[Name]) -> dict[int, Title]:
    """The title of each person's name that has one, by the name's first token; an honorific gives way to a part after the name."""
    found = {}
    for name in names:
        if name.label != PER or name.known is not None:
            continue
        before = title_before(doc, name)
        honorific = before is not None and doc[before.noun].lower_ in nouns().honorifics and not role_noun(doc[before.noun])
        title = before if before is not None and not honorific else title_after(doc, name) or title_set_off(doc, name) or before
        if title is not None:
            found[name.start] = title
    return found
