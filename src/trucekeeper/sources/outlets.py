"""Is a name at the head of a report that of its outlet, or of the place that it was sent from?"""

from __future__ import annotations

import re
from functools import cache

from trucekeeper.knowledge import rows, table

MEDIA = ("agency", "media")  # kinds of actors that publish
SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}", re.IGNORECASE)


def is_outlet(name: str) -> bool:
    """By the table of media, by the word that begins or ends it, or because it is a site's."""
    words = name.lower().removeprefix("the ").split()
    if not words:
        return False
    return " ".join(words) in _media() or words[0] in table("outlets")["first"] or words[-1] in table("outlets")["last"] or bool(SITE.fullmatch(name))


@cache
def _media() -> frozenset[str]:
    names = (name for row in rows("actors") if row["kind"] in MEDIA for name in (row["name"], *row["aliases"].split("|")))
    return frozenset(name.lower().removeprefix("the ") for name in names if name)
