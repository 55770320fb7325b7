"""`knowledge/ledger.toml`: how reports tell of rounds, aid and money, checked when it is read."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

FILE = "ledger"


def _compiled(written: object) -> object:
    if not isinstance(written, str):
        return written
    try:
        return re.compile(rf"\b(?:{written})", re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"no pattern: {written}") from error


Words = Annotated[re.Pattern[str], BeforeValidator(_compiled)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class RoundWords(_Part):
    nouns: Words
    done: Words
    missed: Words
    make_up: Words
    list: Words
    disputed: Words
    total: Words
    both: Words
    acts: frozenset[str]
    ordinals: dict[str, int]


class AidWords(_Part):
    done: Words
    loads: frozenset[str]
    daily: Words


class MoneyWords(_Part):
    pledged: Words
    paid: Words
    spent: Words


class LedgerWords(_Part):
    rounds: RoundWords
    aid: AidWords
    money: MoneyWords


def checked(content: object) -> LedgerWords:
    """Raises KnowledgeError for an unknown key or a pattern that is none."""
    try:
        return LedgerWords.model_validate(content)
    except ValidationError as error:
        raise KnowledgeError(str(error.errors()[0]["msg"]), where=f"{FILE}.toml", mend=f"Look at {error.errors()[0]['loc']}.") from error


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
