"""Lemmas that survive a tagger's slip: the words of a lexicon are looked for under every form that a word's ending allows."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from spacy.tokens import Token

from trucekeeper.knowledge import table

VOWELS = frozenset("aeiou")
HISSING = ("s", "x", "z", "ch", "sh", "o")


@lru_cache(maxsize=20_000)
def forms(lemma: str, lower: str) -> tuple[str, ...]:
    """What a word may be a form of, the likeliest first: the given lemma, the word itself, the word without its ending."""
    found = [lemma, lower, table("acts_irregular")["forms"].get(lower, lower)]
    for ending, put in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")):
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            stem = lower[: -len(ending)] + put
            if ending == "es" and not stem.endswith(HISSING):
                continue  # "planes" is no form of "plan"
            found.append(stem)
            if ending in {"ed", "ing"} and not put and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


def forms_of(token: Token) -> tuple[str, ...]:
    """The forms of a token; of the last part of a word with hyphens ("cease-fire") first those of the whole."""
    own = forms(token.lemma_.lower(), token.lower_)
    if "-" in token.lower_:
        own += forms(token.lemma_.lower().replace("-", ""), token.lower_.replace("-", ""))  # "re-took"
    before = token.doc[token.i - 1] if token.i > 1 else token
    if before.tag_ != "HYPH" or before.whitespace_:
        return own
    first = before.nbor(-1)
    if first.whitespace_:
        return own
    whole = forms(f"{first.lower_}-{token.lemma_.lower()}", f"{first.lower_}-{token.lower_}")
    return whole if any(w in table("acts_classes")["truce"] for w in whole) else whole + own  # a "cease-fire" is no fire


def lemma_in(token: Token, known: Container[str]) -> str | None:
    """The lemma under which a lexicon knows a token, or None."""
    for form in forms_of(token):
        if form in known:
            return form
    return None
