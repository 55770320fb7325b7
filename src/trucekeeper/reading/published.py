"""When a report was published, and where it comes from, as its own words say: for documents that nobody gave a date."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.layers import layers
from trucekeeper.reading.times.dateline import dateline_of
from trucekeeper.reading.times.reader import published_range

__all__ = ["dateline_of", "published_range", "truce_published"]


@Language.component("truce_published")
def truce_published(doc: Doc) -> Doc:
    """Fill in, on the layer's document, what the dateline and the text tell: agencies, and the range of days with its reasons."""
    found = layers(doc)
    document = found.document
    if document is None:
        return doc
    line, agencies, _ = dateline_of(doc.text)
    document = replace(document, dateline=document.dateline or line, agencies=document.agencies or agencies)
    if document.published is None:
        possible, reasons = published_range(doc)
        document = replace(document, published_range=possible, published_reasons=reasons)
    found.document = document
    return doc
