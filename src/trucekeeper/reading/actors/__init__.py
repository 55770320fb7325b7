"""Actors: who is who in a report. Registers the component `truce_actors`, which fills `entities` and `mentions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors.metonyms import is_metonym
from trucekeeper.reading.actors.reader import read
from trucekeeper.reading.actors.roles import roles


@Language.component("truce_actors", assigns=["doc.ents"], requires=["token.dep", "token.pos"])
def truce_actors(doc: Doc) -> Doc:
    return read(doc)


__all__ = ["is_metonym", "roles", "truce_actors"]
