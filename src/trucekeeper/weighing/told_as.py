"""What a figure is told as: done, or only agreed, planned, demanded, threatened or denied, by the event, term or position in whose words it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trucekeeper.model.claims import Claim, Event, Figure, Position, Provision
from trucekeeper.model.document import Document
from trucekeeper.weighing.kinds import is_hostile
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.origins import is_agreement_text
from trucekeeper.weighing.sentences import sentence

DONE = "happened"
# what somebody means to do, or wants done, and has not done yet
AHEAD_OF_US = frozenset({"agreed", "planned", "proposed", "demanded", "offered", "conditional"})
FILLED_IN = "filled in"  # reckoned for a day of which nobody reported: no report, and set against none
# acts of words: what they are about is not done by them ("agreed to free 20", "asked for 40 lorries")
OF_WORDS = {"AGREE": "agreed", "REQUEST": "demanded", "THREATEN": "threatened", "REJECT": "refused"}
OF_STANCE = {"demands": "demanded", "offers": "offered", "accepts": "agreed", "rejects": "refused", "conditions": "conditional", "proposes": "proposed"}
# a new clause may tell of something else, so that a verb before it says nothing of the number after it
NEW_CLAUSE = re.compile(r"[,;:]|\b(?:after|since|when|while|because|where|which|who|whom|and|but|as)\b", re.IGNORECASE)
AHEAD_OF_IT = re.compile(r"\s*(?:[\w’'-]+\s+){0,3}(?:will|shall|would|(?:are|is|were|was) to)\s+(?!have\b)\w", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:will|shall|would|must|should)\s+(?!have\b)(?:[\w’'-]+\s+){1,3}$", re.IGNORECASE)
# a clause of its own, of what is done, inside what is only agreed ("would free 500, of whom it has freed 44")
OF_ITS_OWN = re.compile(
    r"\b(?:has|have|had) (?:(?:so far|already|also|now|only) )*[\w-]+(?: (?:some|about|over|more than|at least|nearly|only|around|just))*\s*$", re.IGNORECASE
)
NOT = re.compile(r"\b(?:not|rather than|instead of)\s+$", re.IGNORECASE)  # "twelve, not nine"
HARMED = frozenset({"killed", "wounded", "casualties"})
NEXT = 25  # characters between an act and its object
SINCE = re.compile(r"\b(?:after|since|because|who|which)\b[^,;]*$", re.IGNORECASE)
RELATIVE = re.compile(r"\b(?:of )?(?:which|whom|who)\b")
LEAD = 60  # characters before a count in which its own verb may stand
Holder = Event | Provision | Position


def told_as(figure: Figure, beside: Iterable[Claim], document: Document | None) -> str:
    """ "happened", or the word for what else the figure is told as. `beside` are the claims of its document.

    The innermost event, term or position with the number in its words decides; where none has it, or it is told as done, what the figure's own words say of
    it; last a "will" or "shall" right before it.
    """
    if document is not None and lexicon().figures.filled.search(document.text, *sentence(document, figure.evidence[0].start, figure.evidence[0].end)):
        return FILLED_IN
    own = figure.told_as or DONE
    if figure.measure.replace("_", " ") in lexicon().figures.lasting:
        return own
    main = figure.evidence[0]
    if document is not None and lexicon().figures.goals.search(document.text[max(0, main.start - 30) : main.start].rstrip()):
        return "planned"
    if document is not None and (NOT.search(document.text[max(0, main.start - 20) : main.start]) or _is_belied(figure, document)):
        return "denied"
    held = [c for c in beside if isinstance(c, Event | Provision | Position) and c.evidence[0].covers(main) and not _is_aside(c, figure)]
    inner = sorted(held, key=lambda c: (c.evidence[0].end - c.evidence[0].start, not isinstance(c, Event), _away(c, figure), c.id))
    if inner and own == DONE and document is not None and _is_of_its_own(inner[0], figure, document):
        return DONE
    if inner:
        held_as = _of_holder(inner, figure, document)
        doubted = held_as == "conditional" and figure.attribution.hedge == "possible"  # "may have been killed": the reader saw that it is past
        return own if held_as == DONE or doubted else held_as
    return own if own != DONE or document is None or not _is_ahead(figure, document) else "planned"


def _is_belied(figure: Figure, document: Document) -> bool:
    """ "It is unthinkable to say that 185 people died"."""
    start = figure.evidence[0].start
    return lexicon().figures.belied.search(document.text[max(0, start - LEAD) : start].rstrip()) is not None


def _is_of_its_own(holder: Holder, figure: Figure, document: Document) -> bool:
    """Does a perfect stand right before it, behind the beginning of what holds it, that is no word of that?"""
    start, first = figure.evidence[0].start, holder.evidence[0].start
    led = OF_ITS_OWN.search(document.text, max(first, start - LEAD), start)
    trigger = holder.trigger.start if isinstance(holder, Event) and holder.trigger is not None else first
    return led is not None and trigger < led.start() and RELATIVE.search(document.text, trigger, led.end()) is not None


def _of_holder(inner: Sequence[Holder], figure: Figure, document: Document | None) -> str:
    first = inner[0]
    if not isinstance(first, Event) and document is not None and any(_was_before(e, first, figure, document) for e in inner if isinstance(e, Event)):
        return DONE
    if isinstance(first, Position):
        return OF_STANCE[first.stance]
    term = next((c for c in inner if isinstance(c, Provision)), None)
    if isinstance(first, Provision) or (term is not None and (is_agreement_text(term) or first.status not in (DONE, "ongoing"))):
        return (term or first).standing  # type: ignore[union-attr]
    return _of_event(first, figure, document)


def _is_aside(holder: Holder, figure: Figure) -> bool:
    """Is it an act that harms nobody, and is not done, in whose words the dead or hurt are counted ("struggled to give care to 150 injured")?"""
    if figure.measure not in HARMED or not isinstance(holder, Event) or holder.status in (DONE, "ongoing"):
        return False
    return not is_hostile(holder) and holder.type not in OF_WORDS


def _away(holder: Holder, figure: Figure) -> int:
    """Characters from what tells of an act to the count; of two acts in the same words the nearer one has it ("250 are deployed to watch the truce")."""
    trigger = holder.trigger if isinstance(holder, Event) else None
    return 0 if trigger is None else max(figure.evidence[0].start - trigger.end, trigger.start - figure.evidence[0].end, 0)


def _was_before(event: Event, holder: Holder, figure: Figure, document: Document) -> bool:
    """Is an act that is done, and has the count as its object, told in an "after" or "who" of what is only asked for?"""
    trigger, main = event.trigger, figure.evidence[0]
    if event.status != DONE or event.type in OF_WORDS or trigger is None or not holder.evidence[0].start < trigger.start < main.start:
        return False
    led = document.text[holder.evidence[0].start : trigger.start]
    return main.start - trigger.end <= NEXT and SINCE.search(led) is not None and not NEW_CLAUSE.search(document.text[trigger.end : main.start])


def _of_event(event: Event, figure: Figure, document: Document | None) -> str:
    if event.status not in (DONE, "ongoing"):
        return event.status
    word = OF_WORDS.get(event.type)
    if word is None or event.trigger is None or document is None:
        return DONE
    between = document.text[event.trigger.end : figure.evidence[0].start]
    return DONE if event.trigger.end > figure.evidence[0].start or NEW_CLAUSE.search(between) else word


def _is_ahead(figure: Figure, document: Document) -> bool:
    """Does a "will" or "would" of its clause stand before it, or behind it as its subject ("the other 40 would go in May")?"""
    main = figure.evidence[0]
    first, last = sentence(document, main.start, main.end)
    behind = NEW_CLAUSE.split(document.text[main.end : last], maxsplit=1)[0]
    return AHEAD.search(NEW_CLAUSE.split(document.text[first : main.start])[-1]) is not None or AHEAD_OF_IT.match(behind) is not None
