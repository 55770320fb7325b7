"""Makes `knowledge/companies.txt`: companies and makes that are well known, one a line, by which the actors' reader tells that a name may be a body's.

Sources: the companies of the great share indices (package pytickersymbols, MIT, from Wikipedia) and the titles of Simple Icons (CC0 1.0, by way of the
package simplepycons, MIT). Run as `python training/companies.py FILE`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import simplepycons
from pytickersymbols.indices_data import INDICES

# What stands behind a company's name in a register and not in the news.
LEGAL = re.compile(
    r",? (?:Inc|Corp|Co|Ltd|Plc|PLC|plc|SE|AG|SA|S\.A|NV|N\.V|AB|ASA|Oyj|S\.p\.A|SpA|GmbH|KGaA|& Co"
    r"|Corporation|Company|Companies|Holdings?|Group|Limited|Trust)\.?$"
)
HEAD = """# Companies and makes that are well known; made by training/companies.py of the share indices of pytickersymbols 1.17.10
# (MIT licence, copyright portfolio+; from Wikipedia) and the titles of Simple Icons (CC0 1.0), as simplepycons 16.35.0 (MIT licence,
# copyright Carsten Igel) carries them."""
NOTE = re.compile(r" ?\([^)]*\)")
LEFT_OUT = frozenset({"Anthropic", "Claude", "Claude Code", "Session"})  # a given name and everyday words, and what is named after them
SHORTEST = 3  # letters
LONGEST = 4  # words


def register() -> Iterator[str]:
    for index in INDICES.values():
        for company in index["companies"]:
            yield company["name"]


def makes() -> Iterator[str]:
    for name in simplepycons.all_icons.names():
        yield simplepycons.all_icons[name].title


def plain(name: str) -> str:
    """The name as the news has it: "Harley-Davidson, Inc." is "Harley-Davidson"."""
    name = NOTE.sub("", name).removeprefix("The ").replace("!", "").strip()
    while (shorter := LEGAL.sub("", name)) != name:
        name = shorter
    return name.strip(" ,")


def is_name(name: str) -> bool:
    """Neither a file ending nor a version ("Node.js", "PlayStation 2")."""
    if name in LEFT_OUT:
        return False
    return len(name) >= SHORTEST and name[0].isupper() and len(name.split()) <= LONGEST and not re.search(r"\.(?!\s)|\d", name)


if __name__ == "__main__":
    names = {plain(name) for name in (*register(), *makes())}
    Path(sys.argv[1]).write_text("\n".join([HEAD, *sorted(filter(is_name, names))]) + "\n", encoding="utf-8")
