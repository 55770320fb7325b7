"""What the reader of quantities knows: knowledge/numbers, units and counted, checked and laid out for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

NUMBERS = frozenset({"ones", "tens", "scales", "suffixes", "vague", "indefinite", "parts", "characters", "bounds_before", "bounds_after"})
UNITS = frozenset({"unit", "currency", "shared"})
SHARED_KEYS = frozenset({"word", "codes"})
UNIT_KEYS = frozenset({"name", "kind", "words", "signs"})
CURRENCY_KEYS = frozenset({"code", "words", "signs"})
COUNTED = frozenset(
    {
        "labels", "weak_labels", "numbers", "changes", "differences", "ranges", "clock", "months", "dating", "compounds", "one_idioms", "one_pronouns",
        "after_fraction", "over_verbs", "days", "fillers", "over_before", "spoken_of", "streets", "weekdays", "numbering", "sizes", "aims", "links", "lasts",
        "puts", "counts", "young", "singular_verbs", "passing", "bought", "sells", "street_names", "arms", "up_verbs", "at_hours", "groups",
        "before_year", "behind_metres", "amounts", "past_forms", "phrase_ends", "filling", "directions",
    }
)  # fmt: skip
BOUNDS = frozenset({"about", "at_least", "more_than", "at_most", "less_than"})


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` is an ISO 4217 code where `kind` is money."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Numbers:
    ones: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    vague: dict[str, float]
    indefinite: dict[tuple[str, ...], float]
    parts: dict[str, float]
    characters: dict[str, float]


def checked(name: str, known: frozenset[str], content: dict[str, Any]) -> dict[str, Any]:
    """The content of a lexicon (or of a row of it); raises KnowledgeError for a key that no reader knows."""
    strange = sorted(content.keys() - known)
    if strange:
        raise KnowledgeError(f"unknown key: {', '.join(strange)}", where=f"{name}.toml", mend=f"Keys are: {', '.join(sorted(known))}.")
    return content


@cache
def numbers() -> Numbers:
    rows = checked("numbers", NUMBERS, table("numbers"))
    parts = {word + end: value for word, value in rows["parts"].items() for end in ("", "s")}
    indefinite = {tuple(phrase.split()): float(least) for phrase, least in rows["indefinite"].items()}
    plain = {key: rows[key] for key in ("ones", "tens", "scales", "suffixes", "vague", "characters")}
    return Numbers(indefinite=indefinite, parts=parts, **plain)


@cache
def bounds(where: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases with their bound, longest first: by their last word for `where` "before", by their first for "after"."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound in checked("numbers", NUMBERS, table("numbers"))[f"bounds_{where}"].items():
        if bound not in BOUNDS:
            raise KnowledgeError(f"no such bound: {bound!r} of {phrase!r}", where="numbers.toml", mend=f"Bounds are: {', '.join(sorted(BOUNDS))}.")
        words = tuple(lexed(phrase))
        found.setdefault(words[-1] if where == "before" else words[0], []).append((words, bound))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in found.items()}


def lexed(phrase: str) -> list[str]:
    """A phrase as the lexer cuts it, lower-cased."""
    from trucekeeper.reading.quantities.lexemes import lexemes

    return [lexeme.lower for lexeme in lexemes(phrase)]


def forms(word: str) -> tuple[str, ...]:
    return word, word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def units() -> tuple[dict[tuple[str, ...], Unit], dict[tuple[str, ...], Unit]]:
    """Units by their words: those in any case (lower), and signs as they stand."""
    words: dict[tuple[str, ...], Unit] = {}
    signs: dict[tuple[str, ...], Unit] = {}
    content = checked("units", UNITS, table("units"))
    known = [(Unit(row["name"], row["kind"]), row) for row in content["unit"] if checked("units", UNIT_KEYS, row)]
    known += [(Unit(row["code"], "money"), row) for row in content["currency"] if checked("units", CURRENCY_KEYS, row)]
    for unit, row in known:
        for word in row.get("words", ()):
            for form in forms(word):
                words[tuple(lexed(form))] = unit
        for sign in row.get("signs", ()):
            signs[tuple(exact(sign))] = unit
            if unit.kind == "money" and len(sign) == 3 and sign.isupper():
                signs[(f"M{sign}",)] = unit  # "30 MUSD" is 30 million
    return words, signs


@cache
def shared_currencies() -> dict[str, dict[str, str]]:
    """Currency codes by country, for each form of a word that many currencies share."""
    rows = checked("units", UNITS, table("units"))["shared"]
    return {form: dict(row["codes"]) for row in rows if checked("units", SHARED_KEYS, row) for form in forms(row["word"])}


def exact(sign: str) -> list[str]:
    from trucekeeper.reading.quantities.lexemes import lexemes

    return [lexeme.text for lexeme in lexemes(sign)]


@cache
def words(key: str) -> frozenset[str]:
    """One list of knowledge/counted."""
    return frozenset(checked("counted", COUNTED, table("counted"))[key])
