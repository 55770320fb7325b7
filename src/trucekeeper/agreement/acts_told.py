"""What a reported act says of a term, whichever that is."""

from __future__ import annotations

from trucekeeper.agreement.lexicon import act_words
from trucekeeper.model.agreement import Life
from trucekeeper.model.claims import Event


def state_told(event: Event) -> Life | None:
    """What a report of an act says of its term; an act against a term is alleged, whoever reports it."""
    words = act_words()
    if event.act in words.against:
        return "alleged broken" if event.status == "happened" else "disputed"
    if event.act in words.performs:
        return "performed" if event.status == "happened" else "disputed"
    return None
