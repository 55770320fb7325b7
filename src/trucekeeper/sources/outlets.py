"""Is a name at the head of a report that of its outlet, or of the place that it was sent from?"""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.knowledge import rows, table

MEDIA = ("agency", "media")  # kinds of actors that publish
PARTS = re.compile(r"\s*(?:/|\||,? via |,? in |[–—-](?=\s))\s*")  # "Lakes Gazette / AFP", "AFP, via Radio Bor"
JOINING = frozenset({"of", "the", "and", "for", "via", "in"})
BYLINE = ("by", "from")
SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}", re.IGNORECASE)


def is_outlet(name: str) -> bool:
    """By the table of media, by the word that begins or ends it, or because it is a site's."""
    words = name.lower().removeprefix("the ").split()
    if not words:
        return False
    return " ".join(words) in _media() or words[0] in table("outlets")["first"] or words[-1] in table("outlets")["last"] or bool(SITE.fullmatch(name))


def is_masthead(line: str) -> bool:
    """May a line between a title and a day be the name of who published? It is one by its words, a body's that is known, or a name of several words that is
    neither somebody's nor a known place's."""
    parts = [part for part in PARTS.split(line) if part]
    if any(is_outlet(part) or part.lower() in _bodies() for part in parts):
        return True
    words = line.split()
    named = len(words) > 1 and all(w[0].isupper() or not w[0].isalpha() or w in JOINING for w in words)
    return named and words[0].lower() not in (*BYLINE, *_given_names()) and line.lower() not in _places()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(name.lower() for row in rows("actors") if row["kind"] == "body" for name in (row["name"], *row["aliases"].split("|")) if name)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(word for names in table("actors_given_names").values() for word in names.split())


@cache
def _places() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in (*rows("places"), *rows("actors_states")))


@cache
def _media() -> frozenset[str]:
    names = (name for row in rows("actors") if row["kind"] in MEDIA for name in (row["name"], *row["aliases"].split("|")))
    return frozenset(name.lower().removeprefix("the ") for name in names if name)
