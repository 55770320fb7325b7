"""Places: where things are. The component `truce_places` fills `places`: type, coordinates, GeoNames id, country, and whether a government is meant."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors.metonyms import is_metonym
from trucekeeper.reading.layers import PlaceFound, layers
from trucekeeper.reading.places.choice import Context, geonames_id
from trucekeeper.reading.places.gazetteer import Candidate
from trucekeeper.reading.places.mentions import Named, place_names


def found(doc: Doc, name: Named, chosen: Candidate | None, context: Context, at: int) -> PlaceFound:
    span = doc[name.start : name.end]
    start, end, text = span.start_char, span.end_char, span.text
    metonym = is_metonym(span.root)
    if chosen is None:
        return PlaceFound(start, end, text, country=context.told_country(at), type=context.told_type(at), metonym=metonym, confidence=0.5)
    confidence = 0.9 if len(name.candidates) == 1 or chosen.curated else 0.75
    return PlaceFound(
        start, end, text, chosen.lat, chosen.lon, geonames_id(chosen), chosen.country, chosen.type, metonym, confidence if name.sure else confidence - 0.1
    )


@Language.component("truce_places", requires=["doc.ents"])
def truce_places(doc: Doc) -> Doc:
    named = place_names(doc)
    context = Context(doc, named)
    layers(doc).places = [found(doc, name, chosen, context, at) for at, (name, chosen) in enumerate(zip(named, context.all(), strict=True))]
    return doc


__all__ = ["truce_places"]
