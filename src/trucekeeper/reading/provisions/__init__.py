"""Provisions: the terms of agreement texts, and what reports say of an agreement's terms and phases. The component is `truce_provisions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.layers import EventFound, PositionFound, ProvisionFound, inside, layers
from trucekeeper.reading.provisions.forms import is_agreement
from trucekeeper.reading.provisions.resolutions import is_resolution, read_resolution
from trucekeeper.reading.provisions.structure import clauses
from trucekeeper.reading.provisions.texts import read_agreement
from trucekeeper.reading.provisions.told.reports import read_report

TOLD_AS_DONE = frozenset({"happened", "ongoing"})


@Language.component("truce_provisions", requires=["token.tag", "token.dep"])
def truce_provisions(doc: Doc) -> Doc:
    """Fill `provisions`; of an agreement's text, what its terms say in passing is taken out of `events`."""
    found, kept = clauses(doc.text), layers(doc)
    resolved = is_resolution(doc, found)
    if resolved or is_agreement(doc, found):
        kept.provisions = [*(read_resolution if resolved else read_agreement)(doc, found)]
        kept.events = [e for e in kept.events if not is_in_passing(e, kept.provisions)]
    else:
        kept.provisions = read_report(doc)
        kept.positions = [p for p in kept.positions if not is_owed_already(p, kept.provisions)]
    return doc


def is_owed_already(position: PositionFound, terms: list[ProvisionFound]) -> bool:
    """ "Under the deal the army will leave once the men are free": what is agreed is no side's offer or condition."""
    agreed = (t.spans[0] for t in terms if t.standing == "agreed" and t.phase is None and not t.in_return_for)
    return position.stance in {"offers", "conditions", "demands"} and any(inside(position.content, span) for span in agreed)


def is_in_passing(event: EventFound, terms: list[ProvisionFound]) -> bool:
    """ "shall release the officers held in the fort": a term tells what is owed, and reports no detention."""
    return event.status in TOLD_AS_DONE and any(inside(event.spans[0], term.spans[0]) for term in terms)


__all__ = ["truce_provisions"]
