"""How other codings of agreements stand to ours, from `knowledge/codings.toml`: PAM's provision types, what the ETH/PRIO dataset codes of a ceasefire."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from trucekeeper.agreement.schema import SECTIONS
from trucekeeper.knowledge import table
from trucekeeper.model.errors import KnowledgeError

FILE = "knowledge/codings.toml"
Fit = Literal["same", "narrower", "wider", "several", "none"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(_Table):
    """One category of another coding: the issues and the file's sections that it goes to, how well it fits, and what a coder should know."""

    name: str
    issues: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    fit: Fit
    note: str | None = None


class Coding(_Table):
    """Another coding with all its categories, and where they are published."""

    name: str
    source: str
    items: tuple[Item, ...]


class Codings(_Table):
    pam: Coding
    ceasefires: Coding


def checked(content: dict[str, Any]) -> Codings:
    """Raises KnowledgeError for unknown keys, issues and sections, for a category given twice, and for one that goes nowhere without a note."""
    try:
        made = Codings.model_validate(content)
    except ValidationError as error:
        raise KnowledgeError(str(error), where=FILE) from error
    for coding in (made.pam, made.ceasefires):
        names = [item.name for item in coding.items]
        wrong = [f"{n} is there twice" for n in sorted({n for n in names if names.count(n) > 1})]
        wrong += [f"{i.name}: no issue {issue}" for i in coding.items for issue in i.issues if issue not in table("issues")]
        wrong += [f"{i.name}: no section {section}" for i in coding.items for section in i.sections if section not in SECTIONS.values()]
        wrong += [f"{i.name}: fits nothing, and no note says what to do" for i in coding.items if i.fit == "none" and not i.note]
        wrong += [f"{i.name}: goes nowhere" for i in coding.items if i.fit != "none" and not (i.issues or i.sections)]
        if wrong:
            raise KnowledgeError("; ".join(wrong), where=FILE)
    return made


@cache
def codings() -> Codings:
    return checked(table("codings"))


def pax() -> dict[str, str]:
    """PA-X's category of each issue, by name."""
    return {name: entry["pax"] for name, entry in table("issues").items()}
