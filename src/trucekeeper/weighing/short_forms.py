"""Short forms and other names that texts give with a full name: "Union of Lake Towns (ULT)", "Ida Roe, alias Simba"."""

from __future__ import annotations

import re

from trucekeeper.weighing.carriers import carriers
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.names import initials, plain

DEFINITION = re.compile(r"((?:[\w’'-]+ ){1,8})\(([A-Z][A-Z.]{1,8}(?:[-/][A-Z]+)?)\)")
NAME = r"[A-Z][\w’'-]+(?: (?:(?:of|for|in|and|the|de|del|la|al) )*[A-Z][\w’'-]+)"
CALLED = re.compile(rf"\b(?:[Tt]he )?({NAME}{{1,6}}) \(([A-Z][A-Za-z]*[A-Z])\)")  # letters of another language than the name’s: "Liberation Army (ELN)"
BODY = re.compile(r"\b(?:[Tt]he )?((?:[A-Z][\w’'-]+ ){1,4}(?:[a-z]+ ){0,1}[a-z]+) \(([A-Z]{3,8})\)")  # "the United Nations mission (UNLT)"
CUES = r"(?:(?:better|also|widely|commonly|locally) )?known (?:by (?:its|their|his|her) \w+ )?as|alias|nicknamed|whose nom de guerre is"
ALIAS = re.compile(rf"\b(?:[Tt]he )?({NAME}{{1,6}}),? (?:{CUES}) [“\"‘']?(?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b")


def bare_name(label: str) -> str:
    """A name in lower case without accents and a leading article."""
    return plain(label).removeprefix("the ")


def short_forms_in(text: str) -> set[tuple[str, str]]:
    """(short form, full name) as a text defines them: "Union of Lake Towns (ULT)". The letters must be the initials of the words before."""
    found: set[tuple[str, str]] = set()
    for match in DEFINITION.finditer(text):
        words = match[1].split()
        short = match[2].replace(".", "")
        letters = re.split("[-/]", plain(short))[0]
        fits = (" ".join(words[i:]) for i in range(len(words)) if initials(" ".join(words[i:])) == letters)
        found.update((plain(short), bare_name(name)) for name in fits)
    bodies = (m for m in BODY.finditer(text) if m[1].rsplit(" ", 1)[-1] in lexicon().names.common)
    for match in (*CALLED.finditer(text), *ALIAS.finditer(text), *bodies):
        if match[1] != match[1].upper() and plain(match[2]) not in carriers():  # "NEW HARBOUR (AFP)" is a dateline
            found.add((plain(match[2]), bare_name(match[1])))
    return found
