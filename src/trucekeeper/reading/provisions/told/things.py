"""Lists of things that a text lays down ("the disarming of …, the creation of … and the payment of …"), cut by the words into items."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.positions.lexicon import by_word
from trucekeeper.reading.positions.topics import words_at
from trucekeeper.reading.provisions.forms import of_an_act
from trucekeeper.reading.provisions.told.cuts import JOINS, is_as_well_as, is_gerund_listed, trimmed_end


def noun_items(thing: Token, end: int) -> list[Span]:
    """The items of a list of things ("the disarming of …, the creation of … and the payment of …"), by its commas and its last "and"."""
    doc, start = thing.doc, thing.left_edge.i
    start = next((t.i + 1 for t in reversed(doc[start : thing.i]) if t.tag_ in {"VBZ", "VBP", "VBD", "MD"} and t.head == thing), start)
    start = next((i for i in range(start, thing.i + 1) if doc[i].tag_ != "IN" and doc[i].lower_ != "including" and not doc[i].is_punct), thing.i)
    cuts, inner = [start], False
    for i in range(thing.i + 1, end - 1):
        if doc[i].text == ";" or (is_as_well_as(doc[i]) and i + 3 < end and begins_thing(doc[i], doc[i + 3], end)):
            cuts.append(i)
        elif doc[i].text == "," or doc[i].lower_ in JOINS:
            first = doc[i + 1] if doc[i + 1].lower_ not in JOINS else doc[min(i + 2, end - 1)]
            first = doc[min(i + 4, end - 1)] if is_as_well_as(first) else first
            if first.tag_ in {"IN", "TO"} and first.i + 1 < end and start and first.lower_ == doc[start - 1].lower_:
                first = first.nbor()  # "on the return of … and | on a hotline"
            item = doc[cuts[-1] : i]
            counts = first.tag_ == "CD" and item[0].tag_ == "CD"
            opens = (
                begins_thing(doc[i], first, end)
                or first.lower_ == "followed"
                or counts
                or (is_gerund_item(first, end) and (doc[i].text != "," or is_gerund_listed(first, end)))
            )
            opens = opens and not (doc[i].text != "," and any(t.tag_ == "WDT" for t in item))  # "a truce that will include the disarming and | the return …"
            inner = not opens and (inner or goes_on_inside(first, item, end))
            if opens or (not inner and not shares_of(first, item, end) and first.pos_ in {"NOUN", "ADJ"} and begins_act(first, item, end)):
                cuts.append(i)
    if len(cuts) == 2 and doc[cuts[1]].text == "," and doc[cuts[1] + 1].lower_ in {"a", "an", "the"}:
        end, cuts = cuts[1], cuts[:1]  # "an airport in the strip, a territory that …": no second thing
    return [span for left, right in zip(cuts, [*cuts[1:], end], strict=True) if len(span := trimmed_end(doc[left:right])) > 1]


def begins_thing(joint: Token, first: Token, end: int) -> bool:
    """Whether an article or possessive behind a comma or an "and" begins a further thing: not "from the port to Orle and | the north"."""
    if first.tag_ == "PRP$" or joint.text == "," or first.lower_ != "the":
        return first.pos_ == "DET" or first.tag_ == "PRP$"
    noun = next((t for t in first.doc[first.i : min(end, first.i + 6)] if t.pos_ == "NOUN" and (t.i + 1 >= end or t.nbor().pos_ != "NOUN")), None)
    if noun is None:
        return False
    goes_on = noun.i + 1 < end and noun.nbor().pos_ in {"ADP", "PART"}
    return goes_on or noun_frame(noun) is not None or of_an_act().match(noun.lower_) is not None or any(by_word().get(w) for w in words_at(noun))


def is_gerund_item(first: Token, end: int) -> bool:
    """ "a vote, opening the archives and closing the camps": a gerund with its object."""
    return first.tag_ == "VBG" and first.i + 1 < end and first.nbor().pos_ in {"DET", "NOUN", "ADJ", "ADP", "PRON"}


def goes_on_inside(first: Token, before: Span, end: int) -> bool:
    """ "a programme of disarming, | demobilisation and reintegration of fighters": a bare noun alone behind a phrase with a preposition."""
    alone = first.i + 1 >= end or first.nbor().text == "," or first.nbor().lower_ in JOINS
    return first.pos_ == "NOUN" and alone and any(t.pos_ == "ADP" or t.lower_ == "to" for t in before)


def begins_act(first: Token, item: Span, end: int) -> bool:
    """Whether a phrase without an article names an act ("full access for …", "joint patrols")."""
    noun = next((t for t in first.doc[first.i : min(end, first.i + 4)] if t.pos_ == "NOUN"), None)
    if noun is None:
        return False
    before = bare_item(item)
    matters = {i.name for w in words_at(noun) for i in by_word().get(w, ())}
    other = before is not None and bool(matters) and matters.isdisjoint(i.name for w in words_at(before) for i in by_word().get(w, ()))
    return noun_frame(noun) is not None or other  # "a truce and free elections": another matter


def bare_item(item: Span) -> Token | None:
    """The noun of a first thing with no phrase behind it: "a truce | and …"."""
    last = trimmed_end(item)[-1]
    return last if last.pos_ == "NOUN" and not any(t.pos_ == "ADP" for t in item) else None


def shares_of(first: Token, before: Span, end: int) -> bool:
    """ "the release and | exchange of prisoners": one phrase for two nouns."""
    return len(before) <= 2 and first.pos_ == "NOUN" and first.i + 1 < end and first.nbor().lower_ == "of"
