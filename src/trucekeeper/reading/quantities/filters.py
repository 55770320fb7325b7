"""What looks like a quantity and is none: dates, clock times, ages, names with a number, numbers of lists and telephones, the pronoun "one"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Unit, numbers, words
from trucekeeper.reading.quantities.numerals import HYPHENS, Numeral

ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
YEARS = range(1400, 2200)
BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "for",
        "from",
        "until",
        "till",
        "to",
        "during",
        "the",
        "and",
        "or",
        "mid",
        "early",
        "late",
        "between",
        "before",
        "after",
        "circa",
        "through",
        "this",
    ]
)
PLAIN_PARTS = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 100.0})
CONNECT = frozenset({"and", "or", "to", "-", "–", "—", ",", "through"})


class Context:
    """A numeral with its unit and the words around it. `lead` is where its bound begins; `line_start` tells of an offset whether a line begins there."""

    def __init__(self, lexemes: Sequence[Lexeme], numeral: Numeral, unit: Unit | None, *, bounded: bool, lead: int, line_start: Callable[[int], bool]) -> None:
        self.lead = lead
        self.lexemes, self.numeral, self.unit, self.bounded = lexemes, numeral, unit, bounded
        self.begins_line = line_start(lexemes[numeral.first].start)

    def at(self, index: int) -> Lexeme | None:
        return self.lexemes[index] if 0 <= index < len(self.lexemes) else None

    def lower(self, index: int) -> str:
        lexeme = self.at(index)
        return lexeme.lower if lexeme else ""

    @property
    def before(self) -> str:
        return self.lower(self.numeral.first - 1)

    @property
    def behind(self) -> str:
        return self.lower(self.numeral.last)

    @property
    def plain(self) -> bool:
        """One run of digits without separators."""
        return self.numeral.digits and self.numeral.last == self.numeral.first + 1 and self.lexemes[self.numeral.first].text.isdigit()

    def noun_follows(self) -> bool:
        """Does a word stand behind it that it may count? (Grammar words do not.)"""
        lexeme = self.at(self.numeral.last)
        return lexeme is not None and lexeme.kind == "word" and lexeme.lower not in words("after_fraction") and lexeme.lower not in words("clock")


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


def is_date(c: Context) -> bool:
    """A day of a month, before or behind its name, with others joined to it ("22 and 23 February")."""
    if c.unit is not None or (c.numeral.top > 31 and not is_year(c)):
        return False
    if c.before in ORDINAL_ENDS or c.behind in ORDINAL_ENDS:
        return True
    if is_month(c.at(c.numeral.first - 1)) or (c.before == "." and is_month(c.at(c.numeral.first - 2))):
        return not (c.noun_follows() and not c.numeral.digits)
    at = c.numeral.last
    while c.lower(at) in CONNECT and (number := c.at(at + 1)) is not None and number.kind == "number" and number.number <= 31:
        at += 2
    at += c.lower(at) in {"of"}
    return is_month(c.at(at))


def is_month(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.text[:1].isupper() and lexeme.lower in words("months")


def is_joined_day(c: Context) -> bool:
    """The later day of "March 3 and 5", "Oct. 12-14"."""
    before = c.at(c.numeral.first - 2)
    if c.before not in CONNECT or before is None or before.kind != "number" or c.noun_follows() or c.unit is not None or c.numeral.top > 31:
        return False
    return is_month(c.at(c.numeral.first - 3)) or (c.lower(c.numeral.first - 3) == "." and is_month(c.at(c.numeral.first - 4)))


def is_year(c: Context) -> bool:
    """Four digits without a comma that count nothing named ("2,014 dead" and "1900 people were killed" are no years)."""
    if c.numeral.low is not None:
        return all(v is not None and v == int(v) and int(v) in YEARS for v in (c.numeral.low, c.numeral.high)) and c.unit is None and not c.noun_follows()
    first = c.lexemes[c.numeral.first]
    if not c.plain or len(first.text) != 4 or int(first.number) not in YEARS or c.unit is not None or c.bounded:
        return False
    if c.before == "," and is_day_of_month(c.at(c.numeral.first - 2)) and (is_month(c.at(c.numeral.first - 3)) or is_month(c.at(c.numeral.first - 4))):
        return True
    behind = c.at(c.numeral.last)
    counts = (
        behind is not None
        and behind.kind == "word"
        and (behind.lower.endswith("s") or behind.lower in {"people", "men", "women", "children", "police", "civilians"})
    )
    return not counts or c.before in BEFORE_YEAR or is_month(c.at(c.numeral.first - 1))


def is_day_of_month(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.kind == "number" and lexeme.number <= 31


def is_slash_date(c: Context) -> bool:
    """ "5/17/2018", "9/11"; but "3/4" is a fraction."""
    if not c.numeral.digits:
        return False
    if "/" in (c.before, c.behind):
        return True
    slash = next((i for i in range(c.numeral.first, c.numeral.last) if c.lexemes[i].text == "/"), None)
    return slash is not None and not (c.lexemes[slash + 1].number in PLAIN_PARTS and c.lexemes[slash - 1].number < c.lexemes[slash + 1].number)


def is_clock_time(c: Context) -> bool:
    """ "12:30", "4 a.m.", "0700 GMT", "10 o'clock", "4:30pm", "from 18.30 hours"."""
    if c.unit is not None and c.unit.name == "hour" and is_of_the_day(c):
        return True
    if c.unit is not None and c.unit.kind != "distance":
        return False
    if (c.before == ":" and digit(c.at(c.numeral.first - 2))) or (c.behind == ":" and digit(c.at(c.numeral.last + 1))):
        return True
    if c.behind in words("clock"):
        return c.behind != "local" or c.lower(c.numeral.last + 1) == "time"  # "52 local people"
    letter, dot = c.behind, c.lower(c.numeral.last + 1)
    if letter in {"a", "p"} and dot == "." and c.lower(c.numeral.last + 2) == "m":
        return True
    return c.behind == "o" and c.lower(c.numeral.last + 1) in {"'", "’"}


def is_of_the_day(c: Context) -> bool:
    """ "at 18.30 hours", "until 0600 hrs", "00.01 hours": hour and minute before "hours", that a nought or a word of time leads."""
    figures = "".join(lexeme.text for lexeme in c.lexemes[c.numeral.first : c.numeral.last]).replace(".", "")
    clock = len(figures) == 4 and figures.isdigit() and int(figures[:2]) <= 24 and int(figures[2:]) < 60
    return clock and (figures[0] == "0" or c.before in words("at_hours"))


def digit(lexeme: Lexeme | None) -> bool:
    return lexeme is not None and lexeme.kind == "number"


def is_age(c: Context) -> bool:
    """ "34-year-old", "aged 12", "the minister, 62, said", "children under five"."""
    old = c.numeral.last
    while c.lower(old) in HYPHENS:
        old += 1
    if c.unit is not None and c.unit.name in {"year", "month"}:
        rest = [c.lower(i) for i in range(old + 1, old + 4)]
        return "old" in rest[:2] or rest[:2] == ["of", "age"] or rest[:2] == ["-", "olds"] or "olds" in rest
    if c.unit is not None:
        return False
    if {c.before, c.lower(c.lead - 1)} & {"aged", "age", "ages"} or [c.lower(c.numeral.first - k) for k in (2, 1)] in (
        ["age", "of"],
        ["aged", "between"],
        ["ages", "of"],
        ["age", "to"],
    ):
        return True
    if is_stated_age(c) or is_pair_of_ages(c):
        return True
    young = c.lower(c.lead - 1) in words("young") or c.lower(c.numeral.first - 2) in words("young")
    if young and {c.before, c.lower(c.lead)} & {"under", "over", "below", "above"} and c.numeral.top <= 25:
        return True
    if c.before == "under" and c.numeral.top <= 25 and not c.noun_follows():
        return True
    name = c.at(c.numeral.first - 2)
    between_commas = c.before == "," and c.behind in {",", "."} and c.plain and 1 <= c.numeral.top <= 110
    return between_commas and name is not None and name.kind == "word" and (c.behind == "," and not c.bounded) and not name.lower.endswith(("ed", "ly"))


def is_stated_age(c: Context) -> bool:
    """ "she was 19 when", "turned 31"."""
    earlier = c.lower(c.numeral.first - 2)
    said = c.before in {"turned", "turns", "turning"} or (c.before in {"was", "is"} and earlier in {"he", "she", "who", "i"})
    return (said and c.numeral.top <= 110 and not c.noun_follows()) or (said and c.behind in {"when", "and", "at"})


def is_pair_of_ages(c: Context) -> bool:
    """Both numbers of "two women, 61 and 74, were …"."""
    if not c.plain or c.numeral.top > 110:
        return False
    first = c.before == "," and c.behind == "and" and digit(c.at(c.numeral.last + 1)) and c.lower(c.numeral.last + 2) == ","
    second = c.behind == "," and c.before == "and" and digit(c.at(c.numeral.first - 2)) and c.lower(c.numeral.first - 3) == ","
    return first or second


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


def is_dating(c: Context) -> bool:
    """ "two weeks ago", "three days later"."""
    if c.unit is None or c.unit.kind != "duration":
        return False
    at = c.numeral.last
    at += c.lower(at) in HYPHENS
    return c.lower(at + 1) in words("dating")


def is_compound(c: Context) -> bool:
    """ "two-state", "one-sided"."""
    return c.behind in HYPHENS and c.lower(c.numeral.last + 1) in words("compounds")


FILTERS: tuple[Callable[[Context], bool], ...] = (
    is_part_of_name, is_date, is_joined_day, is_year, is_slash_date, is_clock_time, is_age, is_label, is_model,
    is_address, is_postcode, is_list_number, is_telephone, is_pair, is_reference, is_calibre, is_sum, is_pronoun_one, is_ordinal, is_dating, is_compound,
)  # fmt: skip


def is_no_quantity(context: Context) -> bool:
    return any(test(context) for test in FILTERS)
