"""Words of time, which are never parties."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.reading.layers import layers

# for a Doc that no reader of times has seen ("march" and "may" are verbs too often)
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
MONTHS = frozenset({"january", "february", "april", "june", "july", "august", "september", "october", "november", "december"})


def is_time(token: Token) -> bool:
    if token.ent_type_ in {"DATE", "TIME"} or token.lower_ in DAYS or token.lower_ in MONTHS:
        return True
    return token.i in layers(token.doc).time_words(token.doc)
