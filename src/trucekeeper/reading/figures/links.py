"""Part and whole: "58 remain, including five Americans", "24 deaths, among them 14 civilians", "of the 251, 58"."""

from __future__ import annotations

from trucekeeper.reading.figures.lexicon import plain
from trucekeeper.reading.figures.phrases import Counted
from trucekeeper.reading.layers import FigureFound
from trucekeeper.reading.quantities.nouns import sentence_of

PARTS = frozenset({"including", "included", "among", "whom", "which"})
# Measures of people or things that can then fare differently.
WHOLES = frozenset({"count", "troops", "children", "taken", "displaced", "held", "weapons", "detained"})
NEAR = 16  # figures before one that it can be a part of
REACH = 6  # tokens before a part in which "including" may stand


def part_of(item: Counted, measure: str, earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """The index of the figure that this one is a part of."""
    if item.quantity.unit not in {None, "percent"} and not (item.quantity.unit or "").startswith("per "):
        return None
    first = max(0, len(earlier) - NEAR)
    same = [i for i in range(first, len(earlier)) if earlier[i].sentence == item.sentence]
    found = by_words(item, measure, same, earlier, figures) if same else None
    if found is None:
        found = by_sum(item, measure, earlier, figures)
    return found


def by_words(item: Counted, measure: str, same: list[int], earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    doc = item.doc
    behind = [t.lower_ for t in doc[item.end : item.end + 2]]
    if behind in (["of", "them"], ["of", "whom"], ["of", "those"]):
        return whole(item, same, earlier, figures)
    previous = earlier[same[-1]]
    low = max(previous.end, item.start - REACH)
    between = [t.lower_ for t in doc[low : item.start]]
    if any(word in PARTS for word in between):
        return whole(item, same, earlier, figures)
    if figures[same[-1]].part_of is not None and between and set(between) <= {"and", ",", "or", *(t.lower_ for t in doc[low : previous.after])}:
        return figures[same[-1]].part_of
    share = (item.quantity.value or 1) < 1 or item.quantity.unit == "percent"
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
    of_all = figure.measure in WHOLES and (figure.measure != measure or figure.measure == "count") and not smaller(figure, item)
    has_verb = item.end < item.sentence[1] and item.doc[item.end].pos_ in {"VERB", "AUX"}
    return alone and has_verb and of_all and figure.bound != "vague" and any(t.text in {";", ":", ","} for t in item.doc[previous.after : item.start])


def whole(item: Counted, same: list[int], earlier: list[Counted], figures: list[FigureFound]) -> int | None:
    """The nearest figure of the sentence that is a count, no part itself, and not smaller."""
    for i in reversed(same):
        if figures[i].part_of is None and earlier[i].quantity.unit is None and not smaller(figures[i], item):
            return i
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
        if names & people_names(earlier[i]) and not smaller(figures[i], item) and figures[i].value != item.quantity.value and figures[i].unit is None:
            return i
    return None


def people_names(item: Counted) -> set[str]:
    """The people's names in a counted phrase, plural and adjective as one ("Americans", "American captives")."""
    noun = item.noun
    if noun is None:
        return set()
    words = [noun, *(t for t in noun.doc[max(sentence_of(noun)[0], noun.i - 3) : noun.i] if t.pos_ in {"ADJ", "PROPN", "NOUN"})]
    return {plain(t.lower_, t.lower_).rstrip("s") for t in words if t.text[:1].isupper() and t.i > sentence_of(noun)[0]}
