"""Place names reduced to what their spellings share: no case, diacritics, apostrophes or hyphens, no Arabic article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DROPPED = str.maketrans("", "", "'’‘ʻʼ`´ʿʾ")
ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|an|az|ed|er|es|et)[ -](?=\w{3})")
BLANKS = re.compile(r"[\s\-‐‑–]+")
SPECIAL = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"})


def is_article(word: str) -> bool:
    return ARTICLE.match(f"{word.casefold()}-xxx") is not None


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """ "Mek'ele" -> "mekele", "Khān Yūnis" -> "khan yunis"; the article stays."""
    low = name.casefold().translate(DROPPED).translate(SPECIAL)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return BLANKS.sub(" ", low).strip()


def key(name: str) -> str:
    """The folded name without an Arabic article: the gazetteer's key."""
    return ARTICLE.sub("", fold(name))
