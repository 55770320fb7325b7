"""What every state has ("the Defence Ministry", "the Russian Ministry of Defence"): it is told by its state, however the name is turned and spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from trucekeeper.knowledge import table
from trucekeeper.reading.actors.lexicon import lexicon
from trucekeeper.reading.actors.names import Name
from trucekeeper.reading.actors.role_nouns import role_words

SMALL = frozenset({"the", "of", "for", "and"})

Office = tuple[str, frozenset[str]]  # "ministry", what it is for


@cache
def spelt() -> dict[str, str]:
    """Words that are spelt in two ways, each with the one that it is taken for."""
    return {word: alike[0] for alike in table("spellings")["alike"] for word in alike}


@cache
def states() -> dict[str, str]:
    """The names and adjectives of states, lower case -> the state's id."""
    return {s.text.lower(): s.actor for s in lexicon().surfaces if s.actor.startswith("state:") and s.form in {"name", "adjective"}}


class Ministries:
    """The ministries and the like of one document, in the order of the text."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        self.doc = doc
        self.owners = {n.end: n for n in names if (n.known or "").startswith("state:") and n.form == "name"}
        self.owned: dict[tuple[Office, str], str] = {}
        self.latest: dict[Office, str] = {}

    def named(self, name: Name, full: str) -> str:
        """The name by which it was first told with this state; named without one, it is that of the state before. Other names are left as they are."""
        words = [spelt().get(w, w) for w in re.findall(r"\w+", full.lower())]
        noun = next((w for w in (words[-1], words[0]) if w in role_words().bodies.every), None)
        if noun is None:
            noun = next((w for w, after in pairwise(words) if w in role_words().bodies.every and after == "of"), None)
        if noun is None:
            return full
        office = noun, frozenset(w for w in words if w != noun and w not in SMALL and w not in states())
        owner = self.owners.get(name.start - 1)
        possessed = owner is not None and self.doc[owner.end].tag_ == "POS"
        state = (owner.known if owner and possessed else None) or next((states()[w] for w in words if w in states()), None)
        if state is None:
            return self.latest.setdefault(office, full)
        label = f"{self.doc[owner.start : owner.end].text}'s {full}" if owner and possessed else full
        self.latest[office] = self.owned.setdefault((office, state), label)
        return self.latest[office]
