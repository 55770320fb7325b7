"""What a text shows of a name's type: its words, and what stands beside it, as a list of readable features ("before=in", "first:given", "does=say").

The weights that `types.py` gives them are learnt from open name sets by `training/name_types.py`; no feature is the name itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from spacy.tokens import Doc, Token

from trucekeeper.knowledge import names
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.tree import base, children, first_conjunct
from trucekeeper.language.words import KINDS, is_word, known
from trucekeeper.reading.actors.kinds import (
    REACH,
    addressed,
    aged,
    alias_of_group,
    as_body,
    as_person,
    as_place,
    at_home,
    called_otherwise,
    fighters_of,
    home_of,
    namesake,
    offshoot,
    placed,
    portfolio,
    set_off,
    site,
    speaks,
    titled,
    undertaking,
)
from trucekeeper.reading.actors.lexicon import state_names
from trucekeeper.reading.actors.names import HYPHENS, PARTICLES, Name
from trucekeeper.reading.actors.role_nouns import given_names, in_names, persons
from trucekeeper.reading.gazetteer.places import lookup

BITS = tuple((1 << at, kind) for at, kind in enumerate(KINDS))
AMBIGUOUS = sum(bit for bit, kind in BITS if kind in {"noun", "verb", "adj", "given", "family", "state", "town", "place_part", "person_role"})
SUFFIXES = (2, 3, 4)
RULES = {
    "titled": titled,
    "addressed": addressed,
    "setoff": set_off,
    "person": as_person,
    "speaks": speaks,
    "alias": alias_of_group,
    "called": called_otherwise,
    "body": as_body,
    "fighters": fighters_of,
    "offshoot": offshoot,
    "place": as_place,
    "athome": at_home,
    "homeof": home_of,
    "placed": placed,
    "namesake": namesake,
    "aged": aged,
    "portfolio": portfolio,
    "site": site,
    "undertaking": undertaking,
}
STANDINGS = ((6.3, "great"), (5.0, "city"), (3.5, "town"))  # logarithms of people


@lru_cache(maxsize=4096)
def kinds_of(bits: int) -> tuple[str, ...]:
    return tuple(kind for bit, kind in BITS if bits & bit)


def shape(text: str) -> str:
    """ "Xx" for Ann, "XX" for UN, "X" for one letter, "XxX" for McKay, with a mark for digits, hyphens, full stops and apostrophes."""
    marks = "".join(sorted({"9" if c.isdigit() else c for c in text if not c.isalpha()} & set("9-.'’&")))
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return f"0{marks}"
    if all(c.isupper() for c in letters):
        return ("XX" if len(letters) > 1 else "X") + marks
    return ("XxX" if any(c.isupper() for c in letters[1:]) else "Xx" if letters[0].isupper() else "x") + marks


def standing(text: str) -> str:
    """How well known a place of the gazetteer has this name."""
    found = [c for c in lookup(text) if c.curated or c.own]
    if any(c.curated for c in found):
        return "curated"
    most = max((c.standing for c in found), default=0.0)
    return next((name for least, name in STANDINGS if most >= least), "small" if found else "none")


def is_branch(doc: Doc, name: Name) -> bool:
    """ "Zandotel Norway": a company's name, and no everyday word, before a state's."""
    return any(
        doc[name.start : cut].text in names("companies")
        and doc[cut : name.end].text in state_names()
        and not (cut - name.start == 1 and is_word(doc[name.start]))
        for cut in range(name.start + 1, name.end)
    )


class Evidence:
    """The features of one document's names."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        table = known(doc)
        self.clusters = table[:, 0].astype(np.int64)
        self.bits = table[:, -1].astype(np.int64)

    def of(self, name: Name) -> list[str]:
        """Each feature once, in a fixed order, so that sums are the same everywhere."""
        found = (*self.spelling(name), *self.place(name), *(rule for rule, holds in RULES.items() if holds(self.doc, name)))
        return sorted({"".join(feature.split()) for feature in found})

    def word(self, where: str, i: int) -> Iterator[str]:
        """What the lists know of a word."""
        for kind in kinds_of(int(self.bits[i])):
            yield f"{where}:{kind}"
        cluster = int(self.clusters[i])
        if cluster:
            yield f"{where}~{cluster & 0xF}"
            yield f"{where}~{cluster & 0x3FF}"
        else:
            yield f"{where}~?"

    def spelling(self, name: Name) -> Iterator[str]:
        """The words of the name itself."""
        doc, start, end = self.doc, name.start, name.end
        last = doc[end - 1]
        single = end - start == 1
        yield f"words={min(end - start, 5)}"
        yield f"first={shape(doc[start].text)}"
        yield f"last={shape(last.text)}"
        low = last.lower_
        yield from (f"{'only' if single else 'ends'}-{low[-n:]}" for n in SUFFIXES if len(low) > n)
        yield from self.word("only" if single else "last", end - 1)
        if not single:
            yield from self.word("first", start)
            yield f"lastword={low}"
            yield f"firstword={doc[start].lower_}"
        if doc[start].lower_ in given_names():
            yield f"given={'only' if single else 'first'}"
        if any(doc[i].lower_ in in_names() for i in range(start, end)):
            yield "bodynoun"
        inner = {doc[i].lower_ for i in range(start + 1, end - 1)}
        yield from (f"inside={w}" for w in sorted(inner & {"of", "and", "for", "'s", "’s", "&", "the", "de", "-", ","}))
        if inner & PARTICLES:
            yield "inside=particle"
        text = doc[start:end].text
        if text in names("companies"):
            yield f"company{'?' if single and self.bits[start] & AMBIGUOUS else ''}"
        elif not single and is_branch(doc, name):
            yield "company"
        yield f"place={standing(text)}{'' if single else '+'}"
        if any(doc[i].text in HYPHENS for i in range(start, end)):
            yield "hyphen"

    def place(self, name: Name) -> Iterator[str]:
        """What stands beside the name and what the tree says of it."""
        doc, start, end = self.doc, name.start, name.end
        before = doc[start - 1] if start else None
        after = doc[end] if end < len(doc) else None
        yield from self.before(before, start)
        yield from self.after(after, end)
        head = doc[start:end].root
        if base(head) == "conj":
            yield "joined"
        top = first_conjunct(head)
        relation = base(top)
        yield f"is={relation}"
        if relation not in {"root", "punct"} and top.head.i != top.i and not start <= top.head.i < end:
            yield f"of={relation}<{top.head.lemma_.lower()}"
            yield f"of={relation}<{top.head.pos_}"
            yield from self.word(f"of={relation}<", top.head.i)
        case = preposition(head) or preposition(top)
        if case:
            yield f"case={case}"
            yield f"case={case}<{top.head.lemma_.lower()}"
        yield from (f"has={base(c)}>{c.lemma_.lower()}" for c in children(head, "appos", "amod", "acl", "nmod") if not start <= c.i < end)
        yield from (f"det={c.lower_}" for c in children(head, "det"))

    def before(self, token: Token | None, start: int) -> Iterator[str]:
        if token is None or token.is_sent_start is None or self.doc[start].is_sent_start:
            yield "opens"
            return
        yield f"before={token.lower_}"
        yield f"before:{token.pos_}"
        yield from self.word("b", token.i)
        if token.i and not token.is_sent_start:
            further = token.nbor(-1)
            yield f"before2={further.lower_}_{token.lower_}"
            if token.text == "," and further.pos_ == "NOUN":
                yield f"setoff={further.lemma_.lower()}"
            if token.lower_ in {"the", "a", "of", "as"}:
                yield f"before2~{int(self.clusters[further.i]) & 0x3FF}_{token.lower_}"

    def after(self, token: Token | None, end: int) -> Iterator[str]:
        if token is None:
            yield "closes"
            return
        yield f"after={token.lower_}"
        yield f"after:{token.pos_}"
        yield f"after={token.tag_}"
        yield from self.word("a", token.i)
        if token.lower_ in persons():
            yield "titledafter"
        if token.i + 1 < len(self.doc):
            further = token.nbor()
            yield f"after2={token.lower_}_{further.lower_}"
            if token.tag_ == "POS":
                yield f"owns={further.lemma_.lower()}"
                yield f"owns~{int(self.clusters[further.i]) & 0x3FF}"
            if token.text in {",", "("}:
                yield f"then:{further.pos_}"
                noun = next((t for t in self.doc[end + 1 : end + 1 + REACH] if t.pos_ == "NOUN"), None)
                if noun is not None:
                    yield f"then={noun.lemma_.lower()}"
                    yield from self.word("then", noun.i)
