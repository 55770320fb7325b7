"""What looks like a quantity and is none: dates, clock times, ages, names with a number, numbers of lists and telephones, the pronoun "one"."""

from __future__ import annotations

from collections.abc import Callable

from trucekeeper.reading.quantities.ages import is_age
from trucekeeper.reading.quantities.calendar_numbers import digit, is_clock_time, is_date, is_dating, is_joined_day, is_slash_date, is_year
from trucekeeper.reading.quantities.context import Context
from trucekeeper.reading.quantities.lexicon import numbers, words
from trucekeeper.reading.quantities.numerals import HYPHENS


def is_part_of_name(c: Context) -> bool:
    """ "M23", "F-16", "G7", "Covid-19"; digits with letters behind them that are no unit ("737s", "5G")."""
    first = c.at(c.numeral.first)
    before, earlier = c.at(c.numeral.first - 1), c.at(c.numeral.first - 2)
    if first is None:
        return False
    if first.glued and before is not None and before.text in HYPHENS and earlier is not None and earlier.lower == "on":
        return True  # "one-on-one"
    if not c.numeral.digits:
        return False
    if is_version(c):
        return True
    if first.glued and before is not None and before.text in {"_", "@", "#"}:
        return True
    if first.glued and before is not None and before.kind == "word" and c.unit is None:
        return True
    if first.glued and before is not None and before.text in HYPHENS and before.glued and earlier is not None and earlier.kind == "word":
        return earlier.lower not in {"mid", "pre", "post", "to", "plus"} or c.unit is None
    behind = c.at(c.numeral.last)
    return behind is not None and behind.kind == "word" and behind.glued and c.unit is None and behind.lower != "x"


def is_version(c: Context) -> bool:
    """ "10.4.1"."""
    first, dot = c.lexemes[c.numeral.first], c.at(c.numeral.last)
    after = c.at(c.numeral.last + 1)
    before = first.glued and c.before == "." and digit(c.at(c.numeral.first - 2))
    return before or (dot is not None and dot.text == "." and dot.glued and digit(after) and after is not None and after.glued)


def is_label(c: Context) -> bool:
    """ "Resolution 1701", "phase two", "No. 3", "Camp 12", "day 16 of the truce"."""
    at = c.numeral.first - 1
    if c.lower(at) in {".", "#", "-", "("}:
        if c.lower(at) == "#":
            return True
        at -= 1
    label = c.at(at)
    if label is None or label.kind != "word" or c.unit is not None or c.bounded or "," in c.lexemes[c.numeral.first].text:
        return False
    if label.text.isupper() and 2 <= len(label.text) <= 4 and c.plain and not c.noun_follows() and len(c.lexemes[c.numeral.first].text) <= 4:
        return True
    if label.lower in words("labels"):
        return c.lower(at + 1) != "." or label.lower in {"no", "nos", "nr", "nrs", "art", "para", "vol"}
    if label.lower in words("weak_labels") and c.lower(at + 1) != ".":
        capital = label.text[0].isupper() and at > 0 and c.lower(at - 1) not in {".", "the"}
        return capital or not c.noun_follows()
    return False


def is_model(c: Context) -> bool:
    """ "a Boeing 737 jet", "the Rashideen 4 area": digits between a name and a singular noun."""
    name, behind = c.at(c.numeral.first - 1), c.at(c.numeral.last)
    inside = c.lower(c.numeral.first - 2) not in {"", ".", "in", "on", "at", "from", "near", '"', "“"}
    named = name is not None and name.kind == "word" and any(letter.isupper() for letter in name.text) and inside and not c.bounded and c.unit is None
    digits = c.plain or (c.numeral.digits and c.numeral.low is not None)
    if (
        c.numeral.low is not None
        and c.at(c.numeral.first + 1) is not None
        and c.lexemes[c.numeral.first + 1].glued
        and c.numeral.low >= 100
        and c.lead == c.numeral.first
    ):
        named = name is not None and name.kind == "word" and name.text[:1].isupper() and inside  # "a Boeing 737-800 jet"
    one = behind is not None and behind.kind == "word" and behind.text.islower() and not behind.lower.endswith(("s", "ed", "people", "men", "children"))
    return named and digits and name is not None and name.lower not in words("weekdays") and one and c.noun_follows()


def is_address(c: Context) -> bool:
    """ "131 West 23rd Street"."""
    behind = c.at(c.numeral.last)
    if not c.plain or behind is None or not behind.text[0].isupper():
        return False
    if any((word := c.at(c.numeral.last + k)) is not None and word.lower in words("streets") and word.text[0].isupper() for k in range(1, 5)):
        return True
    return behind.lower in words("street_names")


def is_postcode(c: Context) -> bool:
    """ "Paris 75007": five or six digits without a comma behind a name, with nothing behind that they count."""
    name = c.at(c.numeral.first - 1)
    alone = c.plain and len(c.lexemes[c.numeral.first].text) in {5, 6} and not c.noun_follows() and c.unit is None and not c.bounded
    return alone and name is not None and name.kind == "word" and name.text[:1].isupper() and c.lower(c.numeral.first - 2) in {",", "-"}


def is_list_number(c: Context) -> bool:
    """ "1." or "2)" or "3.1" where a line begins."""
    if not c.begins_line or not c.numeral.digits:
        return False
    behind, after = c.at(c.numeral.last), c.at(c.numeral.last + 1)
    if behind is None:
        return True
    if behind.text in {".", ")"}:
        return True
    return "." in c.lexemes[c.numeral.first].text and behind.kind == "word" and behind.text[0].isupper() and after is not None


def is_telephone(c: Context) -> bool:
    """A long run of digits, or three groups of digits and more."""
    first = c.lexemes[c.numeral.first]
    if not c.numeral.digits or c.unit is not None:
        return False
    if (len(first.text) >= 7 and first.text.isdigit()) or (c.before == "+" and first.glued):
        return True
    start = end = c.numeral.first
    while c.numeral.first - start < 8 and (digit(c.at(start - 1)) or (c.lower(start - 1) in HYPHENS and digit(c.at(start - 2)))):
        start -= 1
    while end - c.numeral.first < 8 and (digit(c.at(end + 1)) or (c.lower(end + 1) in HYPHENS and digit(c.at(end + 2)))):
        end += 1
    return sum(1 for i in range(start, end + 1) if digit(c.at(i))) >= 3 or (c.lower(start - 1) == "+" and end > start)


def is_pair(c: Context) -> bool:
    """ "787-8", "2-1": digits joined by a hyphen that are no range; only a vote counts so."""
    first, hyphen = c.lexemes[c.numeral.first], c.at(c.numeral.last)
    after = c.at(c.numeral.last + 1)
    before = first.glued and c.before in HYPHENS and digit(c.at(c.numeral.first - 2))
    if not before and not (hyphen is not None and hyphen.text in HYPHENS and hyphen.glued and after is not None and digit(after) and after.glued):
        return False
    near = {c.lower(i) for i in range(c.numeral.first - 6, c.numeral.last + 5)}
    return not near & {"vote", "votes", "voted", "voting", "majority", "ruling", "decision"}


def is_reference(c: Context) -> bool:
    """ "[684]", "[a 12]": a number alone in square brackets."""
    return c.before == "[" and c.behind == "]"


def is_calibre(c: Context) -> bool:
    """ "155mm artillery", "a 7.62 mm round"."""
    return c.unit is not None and c.unit.name == "millimetre" and c.lower(c.numeral.last + 1 + (c.behind in HYPHENS)) in words("arms")


def is_sum(c: Context) -> bool:
    """ "the 5+5 commission"."""
    return (c.behind == "+" and digit(c.at(c.numeral.last + 1))) or (c.before == "+" and digit(c.at(c.numeral.first - 2)))


def is_pronoun_one(c: Context) -> bool:
    """ "one of the", "one another", "this one", "one can"."""
    if c.numeral.last != c.numeral.first + 1 or c.lower(c.numeral.first) != "one" or (c.unit is not None and c.unit.kind != "duration"):
        return False
    if c.behind in HYPHENS:
        return c.unit is None and c.lower(c.numeral.last + 1) in words("one_idioms") | words("compounds")
    if c.bounded:
        return False
    if c.before in words("one_pronouns") or c.behind in words("one_idioms") | {"'s", "’s", "'", "’"}:
        return True
    return c.behind == "of" and c.lower(c.numeral.last + 1) not in {"them", "whom", "which"}


def is_ordinal(c: Context) -> bool:
    """ "two medics died and a third is in a coma": not a share but the next one, where the number before it in reach is two."""
    first, part = c.numeral.first, c.lower(c.numeral.last - 1)
    if c.lower(first) != "a" or c.numeral.last != first + 2 or (c.behind not in words("singular_verbs") and numbers().parts.get(part, 0) < 6):
        return False
    before = {c.lower(i) for i in range(max(0, first - 14), first)}
    return any(word in before for word, value in numbers().ones.items() if value + 1 == numbers().parts.get(part))


def is_compound(c: Context) -> bool:
    """ "two-state", "one-sided"."""
    return c.behind in HYPHENS and c.lower(c.numeral.last + 1) in words("compounds")


FILTERS: tuple[Callable[[Context], bool], ...] = (
    is_part_of_name, is_date, is_joined_day, is_year, is_slash_date, is_clock_time, is_age, is_label, is_model,
    is_address, is_postcode, is_list_number, is_telephone, is_pair, is_reference, is_calibre, is_sum, is_pronoun_one, is_ordinal, is_dating, is_compound,
)  # fmt: skip


def is_no_quantity(context: Context) -> bool:
    """Does any of the filters say that the numeral counts and measures nothing?"""
    return any(test(context) for test in FILTERS)
