"""What is known of where a document comes from, apart from its text."""

from __future__ import annotations

from dataclasses import dataclass, fields

from trucekeeper.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """`published` is an ISO day, `language` an ISO 639 code; None where nobody said."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: Origin) -> Origin:
        """This, with what it leaves open taken from `other`."""
        return Origin(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(Origin)})

    def document(self, *, name: str, text: str, where: str) -> Document:
        return Document(
            name=name, text=text, outlet=self.outlet, title=self.title, url=self.url, published=self.published, language=self.language, origin=where
        )
