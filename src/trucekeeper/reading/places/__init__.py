"""Places: where things are. The component `truce_places` fills `places`: type, coordinates, GeoNames id, country, and whether a government is meant."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.actors.metonyms import is_metonym
from trucekeeper.reading.gazetteer.folding import key
from trucekeeper.reading.gazetteer.places import Candidate, seats
from trucekeeper.reading.layers import PlaceFound, layers
from trucekeeper.reading.places.choice import Context, geonames_id
from trucekeeper.reading.places.mentions import Named, place_names


def found(doc: Doc, name: Named, chosen: Candidate | None, context: Context, at: int) -> PlaceFound:
    span = doc[name.start : name.end]
    start, end, text = span.start_char, span.end_char, span.text
    metonym = stands_for_rulers(text, chosen) and is_metonym(span.root)
    if chosen is None:
        return PlaceFound(start, end, text, country=context.told_country(at), type=context.told_type(at), metonym=metonym, confidence=0.5)
    confidence = 0.9 if len(name.candidates) == 1 or chosen.curated else 0.75
    return PlaceFound(
        start, end, text, chosen.lat, chosen.lon, geonames_id(chosen), chosen.country, chosen.type, metonym, confidence if name.sure else confidence - 0.1
    )


def stands_for_rulers(text: str, chosen: Candidate | None) -> bool:
    """Can a name mean a government or a group: that of a country or of a part of one, or of the town where it sits?"""
    return chosen is None or chosen.type not in {"city", "camp", "crossing", "river", "sea", "mountain", "site", "line", "corridor"} or key(text) in seats()


@Language.component("truce_places", requires=["doc.ents"])
def truce_places(doc: Doc) -> Doc:
    named = place_names(doc)
    context = Context(doc, named)
    places = [found(doc, name, chosen, context, at) for at, (name, chosen) in enumerate(zip(named, context.all(), strict=True))]
    layers(doc).places = together(doc.text, places)
    return doc


def together(text: str, places: list[PlaceFound]) -> list[PlaceFound]:
    """Of names that a comma or "and" joins all stand for their governments where one does ("Lisbon, Moscow and Washington sent observers")."""
    made = list(places)
    runs: list[list[int]] = []
    for i, place in enumerate(places):
        between = text[places[i - 1].end : place.start].strip() if i else None
        if between in {",", "and"} or (between == ", and" and len(runs[-1]) > 1):
            runs[-1].append(i)
        else:
            runs.append([i])
    for run in runs:
        if any(places[i].metonym for i in run):
            for i in run:
                made[i] = replace(places[i], metonym=places[i].type == "country" or key(places[i].name) in seats() or places[i].metonym)
    return made


__all__ = ["truce_places"]
