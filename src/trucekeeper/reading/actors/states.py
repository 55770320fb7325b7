"""States by their formal names ("the Republic of X"), and those that only one document knows ("X's government")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from trucekeeper.reading.actors.lexicon import known_ids, state_names
from trucekeeper.reading.actors.names import PER, Name
from trucekeeper.reading.actors.role_nouns import role_words
from trucekeeper.reading.gazetteer.places import lookup


@cache
def formal_name() -> re.Pattern[str]:
    """ "the Republic of Belm" at the end of a name."""
    return re.compile(rf"\b(?:{role_words().states.formal}) of ([A-Z][^\W\d]+(?: [A-Z][^\W\d]+)?)$")


@cache
def government_of() -> re.Pattern[str]:
    return re.compile(rf"(?:The )?(?:(?:{role_words().states.governments}) )?Government of (?:the )?(\w.*)")


def formal_state(text: str) -> str | None:
    """The known state of "Republic of X", "X Republic" that no table has written so, and of "Government of X"."""
    found = formal_name().search(text) or government_of().fullmatch(text)
    short = found[1] if found else text.removesuffix(" Republic")
    actor = known_ids().get(short) if short != text else None
    return actor if actor is not None and actor.startswith("state:") and short in state_names() else None


def own_states(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Names that no gazetteer knows and that have a government here -> the short one: "the government of X", "X's government", "the Republic of X"."""
    found = {}
    for name in names:
        text = doc[name.start : name.end].text
        formal = formal_name().search(text)
        if name.known is None and formal and not lookup(formal[1]):
            found[text] = found[formal[1]] = formal[1]
        elif name.known is None and name.label != PER and text not in found and governed(doc, name) and not lookup(text):
            found[text] = text
    return found


def governed(doc: Doc, name: Name) -> bool:
    words = role_words().bodies.state | {"president", "republic", "kingdom"}
    if name.start > 1 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in words:
        return True
    if name.end >= len(doc) or doc[name.end].tag_ != "POS":
        return False
    after = doc[name.end + 1 : name.end + 4]
    return any(t.lower_ in words and all(b.pos_ in {"ADJ", "NOUN", "PROPN"} for b in doc[name.end + 1 : t.i]) for t in after)
