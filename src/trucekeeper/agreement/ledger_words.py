"""`knowledge/ledger.toml`: how reports tell of rounds, aid and money, checked when it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from trucekeeper.knowledge import table
from trucekeeper.model.shaped import shaped

FILE = "ledger"


Words = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class RoundWords:
    nouns: Words
    done: Words
    missed: Words
    make_up: Words
    list: Words
    disputed: Words
    total: Words
    both: Words
    acts: frozenset[str]
    swap: Words
    in_return: Words
    given: Words
    counts: frozenset[str]
    ordinals: dict[str, int]


@dataclass(frozen=True, slots=True)
class AidWords:
    done: Words
    loads: frozenset[str]
    daily: Words


@dataclass(frozen=True, slots=True)
class MoneyWords:
    pledged: Words
    paid: Words
    spent: Words


@dataclass(frozen=True, slots=True)
class LedgerWords:
    rounds: RoundWords
    aid: AidWords
    money: MoneyWords


def checked(content: object) -> LedgerWords:
    """Raises KnowledgeError for an unknown key or a pattern that is none."""
    return shaped(LedgerWords, content, f"{FILE}.toml")


@cache
def ledger_words() -> LedgerWords:
    return checked(table(FILE))


@cache
def round_number() -> re.Pattern[str]:
    """ "the fifth round", "round five", "round 5", "the 5th batch"."""
    words = ledger_words().rounds
    ordinals = "|".join(words.ordinals)
    numbers = "|".join(table("numbers")["ones"])
    nouns = words.nouns.pattern.removeprefix(r"\b")
    return re.compile(
        rf"\b(?:(?P<ordinal>{ordinals})|(?P<nth>\d{{1,3}})(?:st|nd|rd|th))(?:\s+[\w-]+){{0,2}}?\s+{nouns}\b|\b(?:round|batch|tranche)\s+(?:(?P<digits>\d{{1,3}})|(?P<number>{numbers}))\b",
        re.IGNORECASE,
    )


def rounds_named(text: str) -> list[int]:
    """The numbers of the rounds that a text names, in its order."""
    ones = table("numbers")["ones"]
    found = []
    for match in round_number().finditer(text):
        if match["ordinal"]:
            found.append(ledger_words().rounds.ordinals[match["ordinal"].casefold()])
        elif match["number"]:
            found.append(int(ones[match["number"].casefold()]))
        else:
            found.append(int(match["nth"] or match["digits"]))
    return list(dict.fromkeys(found))
