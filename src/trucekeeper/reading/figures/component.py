"""The spaCy component `truce_figures`: claims with numbers, into `layers(doc).figures`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, modal
from trucekeeper.language.grammar.tree import base
from trucekeeper.model.claims import Status
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.figures.context import hedge_of, pace_of, party_of, place_of, times_of
from trucekeeper.reading.figures.counters import counter_of
from trucekeeper.reading.figures.governed import by_modifier
from trucekeeper.reading.figures.identity import identified, identity
from trucekeeper.reading.figures.lexicon import PERSONS, defaults, listed, plain
from trucekeeper.reading.figures.links import compares, of_them, part_of, spoken_of, summed
from trucekeeper.reading.figures.measure import default_of, introduced, measure_of, money_measure
from trucekeeper.reading.figures.phrases import Counted, counted, evidence, noun_classes, words_of
from trucekeeper.reading.figures.roles import PLACING, Measured
from trucekeeper.reading.figures.singles import done_to, singles
from trucekeeper.reading.figures.told import of_the_same, told_as
from trucekeeper.reading.layers import FigureFound, Quantity, layers
from trucekeeper.reading.quantities.component import is_parsed
from trucekeeper.reading.quantities.lexicon import Unit, units, words

PERSONS_OR_BODIES = PERSONS | {"bodies"}
THINGS = frozenset({"weapons", "vehicles", "buildings", "trucks", "attacks", "votes"})
OF_PERSONS = frozenset(
    {"killed", "wounded", "casualties", "missing", "displaced", "released", "held", "detained", "taken"}
    | {"returned home", "disarmed", "surrendered", "recruited"}
)
INCLUDING = frozenset({"including", "among"})
NEAR_AIM = 4  # tokens behind a whole in which its clause may say that it is aimed at
NEAR_WHOLE = 10  # tokens between a count and the one who is said to be among them
TOLLS = frozenset({"killed", "wounded", "casualties"})
AUXILIARY = frozenset({"have", "had", "has", "would", "will"})
CHANCE = frozenset({"could", "may", "might", "would", "can", "will"})
KIND_MEASURES = {"duration": "duration", "distance": "distance", "area": "area", "mass": "tonnes", "coin": "money"}


@Language.component("truce_figures")
def truce_figures(doc: Doc) -> Doc:
    found = layers(doc)
    figures: list[FigureFound] = []
    items: list[Counted] = []
    alone = one_person(doc)
    for quantity in sorted((*found.quantities, *alone), key=lambda q: q.start):
        item = counted(doc, quantity)
        if quantity in alone:
            if (measured := done_to(item)) is not None:
                figures.append(figure(item, measured, part=None))
                items.append(item)
            elif (told := among_those(item, items, figures)) is not None:
                figures.append(figure(item, Measured(told), part=len(items) - 1))
                items.append(item)
            continue
        if items and is_base(items[-1], item):
            figures[-1] = replace(figures[-1], part_of=len(figures))
            aim, own = aimed_at(item), own_measure(item)
            made = figure(item, Measured(figures[-1].measure if aim and own in {"count", *defaults()} else own), part=None)
            figures.append(replace(made, told_as=aim) if aim else made)
            items.append(item)
            continue
        if items and is_among(items[-1], item):
            figures[-1] = replace(figures[-1], part_of=len(figures))
        measured = measured_of(item, items, figures)
        if is_figure(item, measured):
            if measured.predicate is not None and measured.predicate.i >= item.after:
                spread_back(item, measured, items, figures)
            part = part_of(item, measured.measure, items, figures)
            if part is not None and measured.predicate is None and measured.measure in {"count", *defaults()} and (item.own or not has_verb(item)):
                measured = Measured(figures[part].measure)
            made = figure(item, measured, part=part)
            if made.of is None and says_again(item) and figures and figures[-1].measure == made.measure:
                made = replace(made, of=figures[-1].of)
            figures.append(made if made.told_as else replace(made, told_as=of_the_same(item, measured, items, figures, part)))
            items.append(item)
    found.figures = identified(doc, items, summed(items, figures))
    return doc


def among_those(item: Counted, items: list[Counted], figures: list[FigureFound]) -> str | None:
    """ "42 people were killed, including a peacekeeper": the measure of the count right before one person who is among them."""
    if not items or items[-1].sentence != item.sentence or item.doc[item.start - 1].lower_ not in INCLUDING or item.start - items[-1].after > NEAR_WHOLE:
        return None
    alone = bool(noun_classes(items[-1].noun) & PERSONS_OR_BODIES) and figures[-1].unit is None and (figures[-1].value or 2) > 1
    return figures[-1].measure if alone and figures[-1].measure in TOLLS else None


def one_person(doc: Doc) -> list[Quantity]:
    """Persons told of with an article, those left out that a number already counts ("a dozen men")."""
    if not is_parsed(doc):
        return []
    taken = [(q.start, q.end, q.noun) for q in layers(doc).quantities]
    return [q for q in singles(doc) if not any(s <= q.start < e or noun == q.noun for s, e, noun in taken)]


def spread_back(item: Counted, measured: Measured, items: list[Counted], figures: list[FigureFound]) -> None:
    """What is said behind a list holds for all of it: "150 guards, 95 civilians and hundreds of rebels killed"."""
    later = item
    for i in range(len(items) - 1, -1, -1):
        between = {t.lower_ for t in item.doc[items[i].after : later.start]}
        alike = bool(noun_classes(items[i].noun) & PERSONS_OR_BODIES) == bool(noun_classes(item.noun) & PERSONS_OR_BODIES)
        if items[i].sentence != item.sentence or not between or not between <= {",", "and", "or"} or not items[i].own or not alike:
            return
        if figures[i].measure not in {"count", *defaults()} or figures[i].unit is not None:
            return
        figures[i] = replace(figures[i], measure=measured.measure)
        later = items[i]


def is_base(part: Counted, whole: Counted) -> bool:
    """ "12,000 of its 40,000 combatants", "6,310 out of a planned 75,000": is the second number what the first is a part of?"""
    if [t.lower_ for t in part.doc[part.after : part.after + 2]] == ["out", "of"] and 0 < whole.start - part.after <= 6:
        if part.doc[part.after + 2].lower_ in {"which", "whom"}:
            return False  # "222 breaches, out of which 184 were shellings": the first one is the whole
        return whole.quantity.unit == part.quantity.unit
    between = part.doc[part.end : whole.start]
    # "$18 million of the pledged $100 million"
    if part.quantity.unit is not None and part.quantity.unit == whole.quantity.unit and part.of_phrase and len(between) <= 4:
        return all(t.pos_ in {"ADP", "DET", "ADJ", "PRON"} or t.tag_ == "VBN" for t in between)
    return part.of_phrase and part.quantity.noun is not None and part.quantity.noun == whole.quantity.noun and part.end < whole.start < part.quantity.noun


def is_among(part: Counted, whole: Counted) -> bool:
    """ "49 children among 108 killed": does the whole stand right behind "among"?"""
    led = [t.lower_ for t in part.doc[part.after : whole.start]] == ["among"] and part.sentence == whole.sentence
    return led and (part.quantity.value or 0) < (whole.quantity.value or whole.quantity.low or 0)


def aimed_at(whole: Counted) -> Status | None:
    """ "350 of the 5,000 it has committed to free", "12 of a planned 75 posts": what a whole is told as that is only aimed at, by the words right around it."""
    asked = identity().asked
    around = [*whole.doc[max(whole.sentence[0], whole.start - 1) : whole.start], *whole.doc[whole.after : min(whole.sentence[1], whole.after + NEAR_AIM)]]
    ahead = takewhile(lambda t: t.text not in {",", ";", "."}, around)
    return next((asked[lemma] for t in ahead if t.pos_ in {"VERB", "ADJ"} and (lemma := lemma_in(t, asked))), None)


def own_measure(item: Counted) -> str:
    """The measure of a whole that only a part of it is said to have suffered."""
    if kind_of(item.quantity) == "money":
        return money_measure(item)
    found = by_modifier(item)
    return found.measure if found is not None else default_of(item) or "count"


@cache
def unit_kinds() -> dict[str, str]:
    words, signs = units()
    every: list[Unit] = [*words.values(), *signs.values()]
    return {unit.name: unit.kind for unit in every}


def kind_of(quantity: Quantity) -> str | None:
    """The kind of its unit, None for a plain count or a rate of one."""
    name = (quantity.unit or "").split(" per ")[0]
    return unit_kinds().get(name)


def measured_of(item: Counted, earlier: list[Counted], figures: list[FigureFound]) -> Measured:
    kind = kind_of(item.quantity)
    if item.noun is not None and item.noun.lemma_.lower() in words("differences") and item.noun.i < item.start and kind == "share":
        return Measured("count")  # "a drop of 7 percent"
    if kind == "money":
        return Measured(money_measure(item))
    if kind in KIND_MEASURES and not (kind == "distance" and " per " in (item.quantity.unit or "")):
        return Measured(KIND_MEASURES[kind])
    found = measure_of(item)
    if found is not None and found.measure in TOLLS and found.predicate is not None and is_mere_chance(found.predicate):
        return Measured("count")
    if (
        found is not None
        and found.measure == "aided"
        and found.predicate is not None
        and plain(found.predicate.lower_, found.predicate.lemma_.lower(), verb=True) in listed("caring")
    ):
        hurt = any(figures[i].measure in TOLLS and earlier[i].sentence == item.sentence for i in range(len(earlier)))
        return Measured("wounded", found.predicate) if hurt else found
    if found is not None and found.measure == "aided" and (hurt_ones := by_modifier(item)) is not None and hurt_ones.measure in TOLLS:
        return hurt_ones  # "giving care to 150 people who were injured"
    if found is None:
        found = named_again(item, earlier, figures)
    if found is None and of_them(item) and (part := part_of(item, "count", earlier, figures)) is not None:
        found = Measured(figures[part].measure)
    if found is None:
        shared = shared_measure(item, earlier, figures)
        found = Measured(shared) if shared else None
    return found or Measured(default_of(item) or ("votes" if is_poll_share(item) else "count"))


def named_again(item: Counted, earlier: list[Counted], figures: list[FigureFound]) -> Measured | None:
    """ "The rebels put the dead at 25. Police said it was 19": another number for what was counted last, here or in the sentence before."""
    if item.own or item.quantity.unit or not says_again(item) or not earlier:
        return None
    last = spoken_of(figures, len(figures) - 1)
    near = earlier[last].sentence[1] >= item.sentence[0]
    told = figures[last].measure not in {"count", *KIND_MEASURES.values()} and (figures[last].value or 2) > 1
    return Measured(figures[last].measure) if near and told else None


def says_again(item: Counted) -> bool:
    """Is it another number for what was counted last ("it was 19", "put it at 19", "4,500 had gone")?"""
    before = [t.lower_ for t in item.doc[max(item.sentence[0], item.start - 2) : item.start]]
    named = before[-1:] in (["was"], ["is"]) and (before[0] == "it" or before[0] in listed("tallies") | words("numbers"))
    return before[-2:] == ["it", "at"] or named or goes_on(item)


def goes_on(item: Counted) -> bool:
    """ "6,000 were withdrawn. The rebels say 4,500 had gone", "since then 870 have followed": a verb that says no more than that they did so too."""
    behind = [t for t in item.doc[item.end : min(item.sentence[1], item.end + 4)] if t.pos_ not in {"ADV", "PART"} and t.lower_ not in AUXILIARY]
    return bool(behind) and behind[0].lower_ in listed("so_too") and behind[0].pos_ in {"VERB", "AUX"}


def is_mere_chance(predicate: Token) -> bool:
    """ "thousands could die": nobody has counted them."""
    chance = modal(predicate)
    return chance is not None and chance.lower_ in CHANCE and not any(a.lower_ == "have" for a in auxiliaries(predicate))


def is_poll_share(item: Counted) -> bool:
    """ "backed the accord by 71.1% to 28.9%": a share of nothing named in a sentence about a vote."""
    words = (noun_classes(t) & {"voters", "votes", "polls"} for t in item.doc[slice(*item.sentence)] if t.pos_ in {"NOUN", "PROPN"})
    return item.quantity.unit == "percent" and item.noun is None and any(words)


def shared_measure(item: Counted, earlier: list[Counted], figures: list[FigureFound]) -> str | None:
    """The measure of the count before it in its sentence, where it is brought in as a part of that or takes over its noun."""
    lengths = KIND_MEASURES.values()
    recent = range(len(earlier) - 1, max(-1, len(earlier) - 8), -1)
    last = next((i for i in recent if figures[i].measure not in lengths and not is_setting(earlier[i], figures[i])), None)
    if last is None or earlier[last].sentence != item.sentence or figures[last].measure == "count":
        return None
    last = spoken_of(figures, last)
    other, previous = earlier[last], figures[last].measure
    if previous in {*OF_PERSONS, "troops"} and noun_classes(item.noun) & THINGS and item.own:
        return None  # "killing 32 policemen and making off with 58 rifles"
    if previous == "destroyed" and noun_classes(item.noun) & PERSONS_OR_BODIES and item.own:
        return None  # "counted 2,000 burned homes and 183 bodies"
    if is_other_count(item):
        return previous
    if is_apposed(item, other) or (previous == "votes" and item.doc[item.start - 1].lower_ == "to"):
        return previous
    if item.quantity.noun is not None and not item.own and item.quantity.noun == other.quantity.noun and not has_verb(item):
        return None if item.start and item.doc[item.start - 1].pos_ == "VERB" else previous
    if previous in OF_PERSONS and is_called(item):
        return previous
    word = introduced(item)
    if word in {"for", "against"} and previous != "released":
        return None
    if word in {"and", "or", "plus"} and (has_verb(item) or previous in defaults() or not noun_classes(item.noun) & PERSONS_OR_BODIES):
        return None
    return previous if word or of_them(item) else None


def is_setting(item: Counted, figure: FigureFound) -> bool:
    """ "killed 10 men in two clashes and nine in Orsk": things that only tell where something was done."""
    led = item.doc[max(0, item.start - 2) : item.start]
    placed = len(led) == 2 and led[1].lower_ in PLACING and led[0].pos_ != "VERB"  # but "turned in 300 rifles"
    return placed and figure.measure in {"count", *defaults()} and item.own and not noun_classes(item.noun) & PERSONS_OR_BODIES


def is_called(item: Counted) -> bool:
    """ "776 of the dead were civilians, while 970 were policemen": what some of those just counted were."""
    return item.own and item.doc[item.end].lower_ in {"were", "are"} and item.noun is not None and item.noun.i > item.end


def is_other_count(item: Counted) -> bool:
    """ "raised the toll to 21, correcting its earlier count of 17": a count of what the sentence has just counted."""
    return item.noun is not None and item.counted_word and not item.own


def is_apposed(item: Counted, previous: Counted) -> bool:
    """ "25 million people, about half the population, …", "98 percent of voters, 176,928 people, …"."""
    one_is_share = any((i.quantity.value or 1) < 1 or i.quantity.unit == "percent" for i in (item, previous))
    bracketed = item.doc[item.start - 1].text == "(" and item.after < item.sentence[1] and item.doc[item.after].text == ")"
    return (one_is_share or bracketed) and not compares(item) and item.doc[item.start - 1].text in {",", "("} and previous.after >= item.start - 2


def has_verb(item: Counted) -> bool:
    """Does a verb of its own follow the number?"""
    return item.end < item.sentence[1] and item.doc[item.end].pos_ in {"VERB", "AUX"}


def is_figure(item: Counted, measured: Measured) -> bool:
    """Leaves out counts of nothing, and the "two sides" that nobody counted."""
    if item.start > 0 and item.doc[item.start - 1].lower_ == "not":  # "12 people, not nine, were killed"
        return False
    if item.quantity.unit == "times" or (item.noun is not None and item.noun.lower_ in {"time", "times", "occasion", "occasions"}):
        return False
    if measured.measure != "count" or item.quantity.unit:
        return True
    if item.quantity.value == 0 and item.noun is None:
        return False
    if item.noun is None:
        if (item.quantity.value or 0) >= 1000:
            return True
        hangs = base(item.number) in {"nsubj", "obj"} or item.number.head.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in item.number.children)
        told = (item.number.text[:1].isdigit() and hangs) or item.quantity.bound not in {"exact", "vague"}
        return told or 0 < (item.quantity.value or 0) < 1
    small = item.quantity.value == 2 and not item.number.text[:1].isdigit()
    return not (small and item.start > 0 and item.doc[item.start - 1].lower_ in {"the", "these", "those", "both"} and not item.of_phrase)


def figure(item: Counted, measured: Measured, *, part: int | None) -> FigureFound:
    quantity = item.quantity
    predicate: Token | None = measured.predicate
    about, since = times_of(item, predicate)
    source, cue = counter_of(item) or (None, None)
    hedge = hedge_of(item, predicate)
    return FigureFound(
        spans=(evidence(item, predicate),),
        measure=measured.measure,
        of=words_of(item),
        bound=quantity.bound,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or pace_of(item, measured.measure),
        party=party_of(item),
        about=about,
        since=since,
        part_of=part,
        place=place_of(item, predicate),
        hedge=hedge,
        told_as=told_as(item, measured, hedged=hedge is not None) if is_parsed(item.doc) else None,
        source=source,
        cue=cue,
        confidence=confidence(item, measured),
    )


def confidence(item: Counted, measured: Measured) -> float:
    """Lower where the noun is taken over or nothing tells the measure."""
    made = 0.85 if measured.measure != "count" else 0.6
    return made if item.own or item.quantity.unit else made - 0.1
