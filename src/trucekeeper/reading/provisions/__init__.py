"""Provisions: the terms of agreement texts, and what reports say of an agreement's terms and phases. The component is `truce_provisions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.layers import layers
from trucekeeper.reading.provisions.structure import clauses
from trucekeeper.reading.provisions.texts import is_agreement, read_agreement
from trucekeeper.reading.provisions.told.reports import read_report


@Language.component("truce_provisions", requires=["token.tag", "token.dep"])
def truce_provisions(doc: Doc) -> Doc:
    found = clauses(doc.text)
    layers(doc).provisions = list(read_agreement(doc, found)) if is_agreement(doc, found) else read_report(doc)
    return doc


__all__ = ["truce_provisions"]
