"""Ids made of content: the same input gives the same id on any machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

ID_LENGTH = 16  # 64 bits: a collision among 20 million claims has odds of about 1 in 90,000


def digest(*parts: str | int | None) -> str:
    """Hex digest over all parts, each with its length, so that ("ab", "c") is not ("a", "bc")."""
    told: list[bytes] = []
    for part in parts:
        data = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        told += (b"%d-" if part is None else b"%d:") % len(data), data
    return hashlib.sha256(b"".join(told)).hexdigest()[:ID_LENGTH]


@lru_cache(maxsize=4096)  # a document is asked for its id again and again
def text_hash(text: str) -> str:
    """The whole sha256, in hex, of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def slug(name: str) -> str:
    """A readable key: ASCII letters, digits and hyphens ("Abdel Latif al-Qanoua" -> "abdel-latif-al-qanoua"); other scripts are kept."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", plain.casefold().replace("_", "-")).strip("-")
