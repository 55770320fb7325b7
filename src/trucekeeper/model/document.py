"""A document as stored: text never changed, with what is known of its origin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trucekeeper.model.ids import digest, text_hash
from trucekeeper.model.time import Time


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words of a document: `text[start:end] == exact`, offsets in Unicode code points, the end not included."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        return cls(start, end, text[start:end])

    def holds_in(self, text: str) -> bool:
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.exact

    def covers(self, other: Evidence) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report or agreement text.

    `published` is None when nobody gave it; `published_range` then holds what the text itself allows and `published_reasons` why. `name` is
    the file's stem or the row's id. `agencies` are those that the byline or dateline names. The clock is never read.
    """

    name: str
    text: str
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    dateline: str | None = None
    url: str | None = None
    published: str | None = None
    published_range: Time | None = None
    published_reasons: tuple[str, ...] = ()
    language: str | None = None
    origin: str | None = None

    @property
    def sha256(self) -> str:
        return text_hash(self.text)

    @property
    def id(self) -> str:
        """Of all that its reading depends on: the same words under another outlet or date are another document (and a copy of this one)."""
        return _document_id(self.sha256, self.outlet, self.url, self.published)

    @property
    def said(self) -> Time | None:
        """When the document speaks: its date if it was given, else the range that the text allows."""
        return Time(self.published, self.published) if self.published else self.published_range


@lru_cache(maxsize=16_384)
def _document_id(sha256: str, outlet: str | None, url: str | None, published: str | None) -> str:
    return digest("document", sha256, outlet, url, published)
