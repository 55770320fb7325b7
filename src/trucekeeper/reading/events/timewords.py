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
    if token.text in {"March", "May"} and token.pos_ == "PROPN" and not token.is_sent_start and token.nbor(-1).lower_ != "the":
        return True
    return token.i in layers(token.doc).time_words(token.doc)


def is_calendar(token: Token) -> bool:
    """A word of time that names no act: in "after the attack on Goma" the attack is one, in "last week" and "the end of May" nothing is."""
    if not is_time(token):
        return False
    if token.pos_ != "NOUN":
        return True
    over = [t for t in layers(token.doc).times if t.start <= token.idx < t.end]
    return not over or not all(t.anchor is not None or t.timex.value.startswith("XXXX") for t in over)
