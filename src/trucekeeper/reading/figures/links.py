"""Part and whole: "58 remain, including five Americans", "24 deaths, among them 14 civilians", "of the 251, 58"."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.reading.figures.lexicon import defaults, listed, plain
from trucekeeper.reading.figures.measure import listed_in
from trucekeeper.reading.figures.phrases import Counted, noun_classes
from trucekeeper.reading.figures.roles import PLACING, lookup
from trucekeeper.reading.layers import FigureFound
from trucekeeper.reading.quantities.site import sentence_of

PARTS = frozenset({"including", "included", "among", "whom", "who", "which"})
WHOSE = frozenset({"whom", "who", "which"})  # of a part only behind "of": "demobilised under the accord, which gives the group ten seats"
# Measures of people or things that can then fare differently.
WHOLES = frozenset({"count", "troops", "children", "taken", "displaced", "held", "weapons", "detained"})
LEADS_LIST = frozenset({"-", "–", "—", "--", ":", "("})
OF_ANY_FATE = frozenset({"count", "casualties", "taken", "held", "detained", "troops"})
THEM = frozenset({"them", "whom", "who", "those", "which", "these"})
THE = frozenset({"the", "those", "these"})
NEAR = 16  # figures before one that it can be a part of
REACH = 6  # tokens before a part in which "including" may stand


def part_of(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """The index of the figure that this one is a part of."""
    if item.quantity.unit not in {None, "percent"} and not (item.quantity.unit or "").startswith("per "):
        return None
    first = max(0, len(earlier) - NEAR)
    same = [i for i in range(first, len(earlier)) if earlier[i].sentence == item.sentence]
    found = of_those(item, measure, earlier, figures)
    if found is None:
        found = included(item, earlier, figures)
    if found is None:
        found = fronted(item, measure, earlier, figures)
    if found is None:
        found = made_up(item, measure, earlier, figures)
    if found is None and same:
        found = spelt_out(item, measure, same, earlier, figures)
    if found is None and same:
        found = by_words(item, measure, same, earlier, figures)
    if found is None:
        found = by_sum(item, measure, earlier, figures)
    return found


def of_them(item: Counted) -> bool:
    """ "three of them officers", "of whom 12 …"."""
    before = [t.lower_ for t in item.doc[max(0, item.start - 3) : item.start]]
    return is_of(item, THEM) or "whom" in before


def is_of(item: Counted, words: frozenset[str]) -> bool:
    """Do "of" and one of the words stand behind the number?"""
    behind = [t.lower_ for t in item.doc[item.end : item.end + 2]]
    return len(behind) == 2 and behind[0] == "of" and behind[1] in words


def of_those(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """ "Nine of the dead", "four of the trucks": the nearest count of the same, in this sentence or the two before it."""
    noun = item.noun
    if noun is None or not is_of(item, THE) or not item.own or item.base_follows:
        return None
    begin = item.sentence[0]
    for _ in range(2):
        begin = sentence_of(item.doc[max(0, begin - 1)])[0]
    word = plain(noun.lower_, noun.lemma_.lower())
    for i in range(len(earlier) - 1, max(-1, len(earlier) - NEAR), -1):
        if earlier[i].start < begin or is_former(earlier[i]) or figures[i].unit is not None or smaller(figures[i], item):
            continue
        other = earlier[i].noun
        alike = other is not None and plain(other.lower_, other.lemma_.lower()) == word
        said_of = lookup("noun", noun, noun_classes(noun)) == figures[i].measure or (
            word in {"victim", "dead"} and figures[i].measure in {"killed", "casualties"}
        )
        if alike or said_of:
            return i
    return None


def fronted(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """ "Of the looted arms, 1,329 rifles have been found": the count of such things in the sentence before, where the opening words count none themselves."""
    doc, (begin, end) = item.doc, item.sentence
    comma = next((t.i for t in doc[begin : min(end, item.start)] if t.text == ","), None)
    if comma is None or doc[begin].lower_ != "of" or begin == 0 or any(t.pos_ == "NUM" for t in doc[begin:comma]):
        return None
    told = {m for t in doc[begin:comma] if t.pos_ == "NOUN" and (m := lookup("default", t, noun_classes(t)) or lookup("noun", t, noun_classes(t)))}
    before = sentence_of(doc[begin - 1])[0]
    return next(
        (
            i
            for i in range(len(earlier) - 1, -1, -1)
            if before <= earlier[i].start < begin and figures[i].measure in told and measure == figures[i].measure and not smaller(figures[i], item)
        ),
        None,
    )


def made_up(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """ "The convoy consisted of a tanker, 29 food lorries and six others": the count of such things in the sentence before."""
    doc, begin = item.doc, item.sentence[0]
    verb = next((t for t in doc[begin : item.start] if t.lemma_.lower() in listed("made_up") and t.pos_ == "VERB"), None)
    if verb is None or begin == 0 or measure not in defaults() or any(t.pos_ == "NUM" for t in doc[begin : verb.i]):
        return None
    if not any(t.pos_ == "NOUN" and lookup("default", t, noun_classes(t)) == measure for t in doc[begin : verb.i]):
        return None
    before = sentence_of(doc[begin - 1])[0]
    alike = [i for i in range(len(earlier)) if before <= earlier[i].start < begin and figures[i].measure == measure and not smaller(figures[i], item)]
    return alike[-1] if alike else None


def included(item: Counted, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """ "The dead included 20 children", "among the wounded were two medics": the count of the dead in the sentence before."""
    subject = listed_in(item)
    if subject is None or not earlier:
        return None
    told = lookup("noun", subject, noun_classes(subject)) or lookup("state", subject, noun_classes(subject))
    begin = sentence_of(item.doc[max(0, item.sentence[0] - 1)])[0]
    for i in range(len(earlier) - 1, -1, -1):
        if earlier[i].start < begin:
            return None
        if told is not None and figures[i].measure == told and figures[i].part_of is None and not smaller(figures[i], item):
            return i
    return None


def summed(items: list[Counted], figures: list[FigureFound]) -> list[FigureFound]:
    """The figures, with those made parts that add up exactly to one before them in their sentence or the one before ("90 prisoners, 69 women and 21 boys")."""
    made = list(figures)
    for i, whole in enumerate(figures):
        if not is_plain_count(whole) or made[i].part_of is not None:
            continue
        parts, rest = [], whole.value or 0.0
        for j in range(i + 1, min(len(figures), i + NEAR)):
            if figures[j].unit is not None and figures[j].unit != "percent":
                continue
            apart = items[j].sentence != items[i].sentence
            if not is_plain_count(figures[j]) or made[j].part_of is not None or (apart and items[j].sentence[0] > items[i].sentence[1]):
                break
            parts.append(j)
            rest -= figures[j].value or 0.0
            if rest <= 0:
                break
        if rest == 0 and len(parts) > 1 and all(fits(figures[j], whole) for j in parts):
            for j in parts:
                measure = whole.measure if figures[j].measure in {"count", *defaults()} else figures[j].measure
                made[j] = replace(figures[j], part_of=i, measure=measure)
    return made


def is_plain_count(figure: FigureFound) -> bool:
    return figure.unit is None and figure.value is not None and figure.value > 1


def fits(part: FigureFound, whole: FigureFound) -> bool:
    """Can a figure be a part of a whole by what the two measure?"""
    return fits_measure(part.measure, whole.measure)


def fits_measure(part: str, whole: str) -> bool:
    plain_measures = {"count", *defaults()}
    return part == whole or part in plain_measures or whole in plain_measures or whole in {"casualties", "taken"}


def compares(item: Counted) -> bool:
    """ "a tenth more than in 2022": a difference and no part."""
    return item.doc[item.end].lower_ in {"more", "less", "fewer", "higher", "lower", "up", "down"} if item.end < item.sentence[1] else False


def is_former(item: Counted) -> bool:
    """ "up from 27", "compared with nine": a count of another time."""
    before = [t.lower_ for t in item.doc[max(0, item.start - 2) : item.start]]
    return before in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"], ["as", "against"])


def spelt_out(item: Counted, measure: str, same: list[int], earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """ "3,300 weapons—2,950 rifles, 210 guns and 130 mortars": a list right behind a count, led by a dash, colon or bracket, of things of the same measure."""
    previous, figure = earlier[same[-1]], figures[same[-1]]
    led = item.start == previous.after + 1 and item.doc[previous.after].text in LEADS_LIST and item.own and previous.own
    fits_it = figure.measure == measure != "count" and figure.part_of is None and not smaller(figure, item) and figure.value != item.quantity.value
    return same[-1] if led and fits_it else None


def by_words(item: Counted, measure: str, same: list[int], earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    doc = item.doc
    if is_of(item, THEM):
        return whole(item, same, earlier, figures)
    previous = earlier[same[-1]]
    low = max(previous.end, item.start - REACH)
    between = [t.lower_ for t in doc[low : item.start]]
    place = item.start > low and doc[item.start - 1].lower_ in PLACING  # "in 272 camps, including halls, in 13 districts"
    if not place and any(word in PARTS and (word not in WHOSE or between[max(0, i - 1)] == "of") for i, word in enumerate(between)):
        return whole(item, same, earlier, figures)
    linked = figures[same[-1]].part_of
    if (
        linked is not None
        and not smaller(figures[linked], item)
        and fits_measure(measure, figures[linked].measure)
        and between
        and set(between) <= {"and", ",", "or", *(t.lower_ for t in doc[low : previous.after])}
    ):
        return linked
    share = ((item.quantity.value or 1) < 1 or item.quantity.unit == "percent") and not compares(item)
    if share and doc[item.start - 1].text == "," and previous.after >= item.start - 2:
        return same[-1]
    if is_outcome(item, previous, figures[same[-1]], measure):
        return same[-1]
    if previous.quantity.noun == item.quantity.noun and not item.own and figures[same[-1]].part_of is not None:
        return figures[same[-1]].part_of
    opening = doc[item.sentence[0]].lower_ == "of" and same[0] == same[-1] and previous.start - item.sentence[0] <= 3
    return same[-1] if opening else None


def is_outcome(item: Counted, previous: Counted, figure: FigureFound, measure: str) -> bool:
    """What became of some of those just counted: "a boat with 278 passengers sank; 78 drowned", "ten groups were asked; seven accepted"."""
    alone = not item.own and item.quantity.noun == previous.quantity.noun and item.quantity.noun is not None
    so_far = any(t.lower_ in {"so", "already", "date"} for t in item.doc[previous.after : item.start])
    of_all = ((figure.measure in WHOLES and (figure.measure != measure or figure.measure == "count")) or so_far) and not smaller(figure, item)
    has_verb = item.end < item.sentence[1] and item.doc[item.end].pos_ in {"VERB", "AUX"}
    return alone and has_verb and of_all and figure.bound != "vague" and any(t.text in {";", ":", ","} for t in item.doc[previous.after : item.start])


def spoken_of(figures: list[FigureFound], i: int) -> int:
    """The figure that the text goes on about: of "51,000 of 371,000" the part."""
    return i - 1 if i and figures[i - 1].part_of == i else i


def whole(item: Counted, same: list[int], earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """The nearest figure of the sentence that is a count, no part itself, and not smaller."""
    for i in reversed(same):
        if figures[i].part_of is None and not is_former(earlier[i]) and earlier[i].quantity.unit is None and not smaller(figures[i], item):
            return spoken_of(figures, i)
    return None


def smaller(figure: FigureFound, item: Counted) -> bool:
    whole_size, part = figure.high or figure.value or figure.low, item.quantity.value
    return whole_size is not None and part is not None and part > whole_size and part > 1


def by_sum(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """A later telling of parts that fit into a figure of the sentence before, with the same people: nothing is linked on numbers alone."""
    noun = item.noun
    if noun is None or item.quantity.unit or not earlier:
        return None
    begin = item.sentence[0]
    recent = range(max(0, len(earlier) - NEAR), len(earlier))
    before = [i for i in recent if begin - 1 >= earlier[i].sentence[0] and earlier[i].sentence[1] >= begin > earlier[i].start]
    names = people_names(item)
    for i in reversed(before):
        akin = measure in {"count", figures[i].measure} or figures[i].measure in OF_ANY_FATE  # the shot are no part of those who fled
        if akin and names & people_names(earlier[i]) and not smaller(figures[i], item) and figures[i].value != item.quantity.value and figures[i].unit is None:
            return i
    return None


def people_names(item: Counted) -> set[str]:
    """The people's names in a counted phrase, plural and adjective as one ("Americans", "American captives")."""
    noun = item.noun
    if noun is None:
        return set()
    words = [noun, *(t for t in noun.doc[max(sentence_of(noun)[0], noun.i - 3) : noun.i] if t.pos_ in {"ADJ", "PROPN", "NOUN"})]
    return {plain(t.lower_, t.lower_).rstrip("s") for t in words if t.text[:1].isupper() and t.i > sentence_of(noun)[0]}
