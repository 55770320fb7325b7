"""Parties by one name each: aliases that a text defines, roles that it gives, and names that stand for all or for nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.model.agreement import PartyRole
from trucekeeper.model.claims import Actor, Provision
from trucekeeper.model.document import Document
from trucekeeper.model.ids import slug

NAME = r"(?:[A-Z][\w’'-]*)(?:\s+(?:of|for|the|and\s+the|[A-Z][\w’'-]*))*"
ALIAS = re.compile(rf"({NAME})\s*\((?:the\s+|hereinafter\s+(?:the\s+)?|referred to as\s+(?:the\s+)?)*[\"“‘']\s*(?:the\s+)?([^\"”’']+?)\s*[\"”’']\)")
ROLE = re.compile(rf"\b(?:with|and)\s+(?:the\s+)?({NAME})\s+(?:acting\s+)?as\s+(?:the\s+|a\s+)?({'|'.join(get_args(PartyRole))})")
OWNED = re.compile(r"^(?:its|their|his|her|our|my|those|these|such|each|every|neither|either|both|no|all|any|one)\b", re.IGNORECASE)
THE = re.compile(r"^the\s+", re.IGNORECASE)


def aliases_of(documents: Iterable[Document]) -> dict[str, str]:
    """The full name by each alias that some text defines in brackets (the "Front"); an alias of two names stands for neither."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for match in ALIAS.finditer(document.text):
            full = re.split(r"\s+and\s+the\s+", match[1])[-1]
            found.setdefault(plain_name(match[2]), set()).add(THE.sub("", full))
    return {alias: min(names) for alias, names in found.items() if len({n.casefold() for n in names}) == 1}


def roles_of(documents: Iterable[Document]) -> dict[str, PartyRole]:
    """Roles by plain name, from words such as "with the Lakes Union as guarantor"."""
    by_word: dict[str, PartyRole] = {str(r): r for r in get_args(PartyRole)}
    return {plain_name(m[1]): by_word[m[2]] for d in documents for m in ROLE.finditer(d.text)}


def role_of(name: str, roles: Mapping[str, PartyRole]) -> PartyRole:
    """The role that the words give; a body that is named for its monitoring monitors."""
    given = roles.get(plain_name(name))
    return given or ("monitor" if act_words().monitors & set(plain_name(name).split()) else "party")


def plain_name(name: str) -> str:
    return THE.sub("", " ".join(name.split())).casefold()


def joined(provision: Provision, aliases: Mapping[str, str]) -> Provision:
    """The provision with those who owe and propose it under their full names."""
    proposer = full(provision.proposer, aliases) if provision.proposer else None
    return replace(provision, obligors=tuple(full(a, aliases) for a in provision.obligors), proposer=proposer)


def full(actor: Actor, aliases: Mapping[str, str]) -> Actor:
    """An actor named by an alias, with what the alias stands for; one by its full name gets the same key."""
    name = aliases.get(plain_name(actor.name)) or aliases.get(plain_name(actor.label))
    if name is None:
        return actor
    return Actor(actor.name, actor.actor or f"~{slug(name)}", name)


def is_party(actor: Actor) -> bool:
    """Not "Each Party", "its troops", nor a word for all who signed."""
    return not OWNED.match(actor.name) and not OWNED.match(actor.label) and actor.name.casefold().rpartition(" ")[2] not in act_words().collective
