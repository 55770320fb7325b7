"""Parties by one name each: aliases that a text defines, roles that it gives, and names that stand for all or for nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import get_args

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.agreement.shared import alike, root
from trucekeeper.agreement.short_forms import LONG, short_forms
from trucekeeper.model.agreement import PartyRole
from trucekeeper.model.claims import Actor, Provision
from trucekeeper.model.document import Document
from trucekeeper.model.ids import slug

NAME = r"(?:[A-Z][\w’'-]*)(?:\s+(?:of|for|the|and\s+the|[A-Z][\w’'-]*)){0,16}"  # so many words, or a page in capitals takes minutes
ALIAS = re.compile(rf"({NAME})\s*\((?:the\s+|hereinafter\s+(?:the\s+)?|referred to as\s+(?:the\s+)?)*[\"“‘']\s*(?:the\s+)?([^\"”’']+?)\s*[\"”’']\)")
CALLED = re.compile(rf"({LONG})\s*\((?:hereinafter|hereafter)\s+(?:(?:referred to as|called)\s+)?(?:the\s+)?([A-Z][\w/&-]*)\)")
ROLE = re.compile(rf"\b(?:with|and)\s+(?:the\s+)?({NAME})\s+(?:acting\s+)?as\s+(?:the\s+|a\s+)?({'|'.join(r for r in get_args(PartyRole) if r != 'body')})")
OWNED = re.compile(r"^(?:its|their|his|her|our|my|those|these|such|each|every|neither|either|both|no|all|any|one)\b", re.IGNORECASE)
LONGEST_SMALL = 3  # letters of a word that a name may hold in small letters ("of", "for", "the")
THE = re.compile(r"^the\s+", re.IGNORECASE)


def aliases_of(documents: Iterable[Document]) -> dict[str, str]:
    """The full name by each alias that some text defines in brackets (the "Front"); an alias of two names stands for neither."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for match in ALIAS.finditer(document.text):
            full = re.split(r"\s+and\s+the\s+", match[1])[-1]
            found.setdefault(plain_name(match[2]), set()).add(THE.sub("", full))
        for match in CALLED.finditer(document.text):
            found.setdefault(plain_name(match[2]), set()).add(THE.sub("", re.split(r"\s+and\s+the\s+", match[1])[-1]))
        for short, full in short_forms(document.text).items():
            found.setdefault(plain_name(short), set()).add(full)
    return {alias: min(names) for alias, names in found.items() if len({n.casefold() for n in names}) == 1}


def heads_of(names: Iterable[str]) -> dict[str, str]:
    """The full name by the one word that a text calls it by: the Front for a Lesk Front, the Republic for a Republic of Sund; not by a
    word of two names, nor by one for troops, offices or all sides."""
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        words = plain_name(name).split()
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]  # never a place that the name begins with
        if (
            len(words) > 1
            and head not in act_words().collective | act_words().institutions | act_words().officers
            and (head == "government" or root(head) not in alike())
        ):
            found.setdefault(head, []).append(name)
    return {head: full[0] for head, full in found.items() if len(full) == 1}


def roles_of(documents: Iterable[Document]) -> dict[str, PartyRole]:
    """Roles by plain name, from words such as "with the Lakes Union as guarantor"."""
    by_word: dict[str, PartyRole] = {str(r): r for r in get_args(PartyRole)}
    return {plain_name(m[1]): by_word[m[2]] for d in documents for m in ROLE.finditer(d.text)}


def role_of(name: str, roles: Mapping[str, PartyRole], written: str = "") -> PartyRole:
    """The role that the words give; a body that is named for its monitoring, by its name or as it is `written` in full, monitors; an office or an institution
    is no side of its own."""
    words = set(plain_name(f"{name} {written}").replace(",", " ").split())
    return roles.get(plain_name(name)) or ("monitor" if act_words().monitors & words else "body" if is_office(name) else "party")


def is_office(name: str) -> bool:
    """Is its first or last word, or the word before an "of" or "for", one for an office or an institution ("Ministry of Finance", "the Defence Board")?"""
    words = re.findall(r"[\w’'-]+", plain_name(name))
    heads = [w for w, after in zip(words, [*words[1:], ""], strict=True) if after in {"of", "for", ""}]
    return bool(words) and bool((act_words().officers | act_words().institutions) & {words[0], *heads})


def plain_name(name: str) -> str:
    return THE.sub("", " ".join(name.split())).casefold()


def joined(provision: Provision, aliases: Mapping[str, str]) -> Provision:
    """The provision with those who owe and propose it under their full names."""
    proposer = full(provision.proposer, aliases) if provision.proposer else None
    return replace(provision, obligors=tuple(full(a, aliases) for a in provision.obligors), proposer=proposer)


def full(actor: Actor, aliases: Mapping[str, str]) -> Actor:
    """An actor named by an alias, with what the alias stands for; one by its full name gets the same key. An office is whoever holds it, and a heading's words
    before "each Party" are no part of who owes."""
    if plain_name(actor.name).rpartition(" ")[2] in act_words().collective or is_bare_office(actor):
        return Actor(actor.name)
    name = aliases.get(plain_name(actor.name)) or aliases.get(plain_name(actor.label))
    if name is None:
        return actor
    return Actor(actor.name, actor.actor or f"~{slug(name)}", name)


def is_bare_office(actor: Actor) -> bool:
    """ "The President", which elsewhere in the text stands beside some president's name."""
    name = plain_name(actor.name)
    return (
        name in act_words().officers and plain_name(actor.label) != name and len(plain_name(actor.label).split()) > 1 and (actor.actor or "~").startswith("~")
    )


def is_party(actor: Actor) -> bool:
    """Not "Each Party", "its troops", "judges of the court", "four deputies", nor a word for all who signed."""
    if OWNED.match(actor.name) or OWNED.match(actor.label) or actor.name.casefold().rpartition(" ")[2] in act_words().collective:
        return False
    return actor.actor is not None or all(w[:1].isupper() for w in THE.sub("", actor.label).split() if len(w) > LONGEST_SMALL)
