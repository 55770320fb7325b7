"""Numbers in text, in digits, words or both, exact or vague: what their own words say, before anything is known of what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucekeeper.reading.quantities.lexemes import Lexeme
from trucekeeper.reading.quantities.lexicon import Numbers, numbers, units, words

MINUS = frozenset({"-", "−"})
HYPHENS = frozenset({"-", "‐", "‑"})
# Words behind "350m" with which the letter is metres.
METRE_NEXT = frozenset(
    [
        "from",
        "of",
        "away",
        "north",
        "south",
        "east",
        "west",
        "wide",
        "deep",
        "high",
        "long",
        "tall",
        "in",
        "to",
        "and",
        "or",
        "below",
        "above",
        "apart",
        "inside",
        "off",
        "by",
        "at",
        "up",
        "down",
        "under",
        "over",
        "into",
        "on",
        "beyond",
        "behind",
        "before",
    ]
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """Lexemes [first, last). A range has `low` and `high` and no value; a vague one has `least` (the open interval of its plural) and no value."""

    first: int
    last: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    scale: float = 1.0
    digits: bool = False
    fraction: bool = False

    @property
    def vague(self) -> bool:
        return self.least is not None

    @property
    def top(self) -> float:
        """Its highest value, 0 where none is given."""
        return self.high if self.high is not None else self.value or 0.0


class Scanner:
    """Reads numerals off a list of lexemes, one method for one form."""

    def __init__(self, lexemes: Sequence[Lexeme]) -> None:
        self.lexemes = lexemes
        self.known: Numbers = numbers()

    @property
    def starters(self) -> frozenset[str]:
        """The words and signs that a numeral without digits can begin with."""
        k = self.known
        return frozenset({*k.ones, *k.tens, *k.vague, *k.characters, "a", "an", "half", "quarter", "several", "hundred", "minus", "negative", *MINUS})

    def lower(self, at: int) -> str:
        return self.lexemes[at].lower if 0 <= at < len(self.lexemes) else ""

    def is_number(self, at: int) -> bool:
        return 0 <= at < len(self.lexemes) and self.lexemes[at].kind == "number"

    def numeral(self, at: int) -> Numeral | None:
        """The longest numeral that begins at a lexeme."""
        lexeme = self.lexemes[at]
        if lexeme.kind == "number":
            return self.finished(self.digits(at))
        if lexeme.kind == "sign" and lexeme.text in MINUS:
            return self.negative(at) if self.is_minus(at) else None
        if lexeme.kind == "sign":
            value = self.known.characters.get(lexeme.text)
            return Numeral(at, at + 1, value, fraction=True) if value is not None else None
        word = lexeme.lower
        if word in {"a", "an"}:
            return self.indefinite(at) or self.with_article(at)
        if word in {"half", "quarter"}:
            return self.part_of_scale(at) or (self.lone_half(at) if word == "half" else None)
        if word in self.known.vague:
            return self.vague(at)
        if word == "several":
            return self.indefinite(at)
        if word in {"minus", "negative"} and at + 1 < len(self.lexemes):
            return self.negative(at)
        made = self.cardinal(at)
        return self.finished(made) if made is not None else None

    def is_minus(self, at: int) -> bool:
        """A sign glued to its digits, with a blank, a bracket or nothing before it."""
        free = not self.lexemes[at].glued or self.lower(at - 1) in {"(", "<", ">", "="}
        if at == 0 and self.is_number(1):
            return True
        return free and at + 1 < len(self.lexemes) and self.is_number(at + 1) and self.lexemes[at + 1].glued

    def negative(self, at: int) -> Numeral | None:
        made = self.numeral(at + 1)
        return replace(made, first=at, value=-made.value) if made is not None and made.value is not None else None

    def digits(self, at: int) -> Numeral:
        """Digits with a fraction, a letter or a word that multiplies them."""
        value = self.lexemes[at].number
        nxt = at + 1
        if self.lower(nxt) in self.known.characters and self.lexemes[nxt].glued:
            return Numeral(at, nxt + 1, value + self.known.characters[self.lower(nxt)], digits=True)
        if self.is_slash_fraction(nxt - 1):
            return Numeral(at, at + 3, value / self.lexemes[at + 2].number, digits=True, fraction=True)
        if self.is_number(nxt) and value == int(value) and self.is_slash_fraction(nxt):
            return Numeral(at, nxt + 3, value + self.lexemes[nxt].number / self.lexemes[nxt + 2].number, digits=True)
        powered = self.power(at)
        if powered is not None:
            return powered
        scale = self.suffix(nxt)
        if scale is not None:
            return Numeral(at, nxt + 1, value * scale, scale=scale, digits=True)
        return self.cardinal(at) or Numeral(at, nxt, value, digits=True)

    def power(self, at: int) -> Numeral | None:
        """ "2.5^-1", "1.3x10^6"."""
        base, factor, i = self.lexemes[at].number, 1.0, at + 1
        if self.lower(i) == "x" and self.is_number(i + 1) and self.lexemes[i + 1].number == 10:
            base, factor, i = 10.0, base, i + 2
        if self.lower(i) != "^":
            return None
        i += 1
        sign = 1
        while self.lower(i) in {"+", "-"}:
            sign = -1 if self.lower(i) == "-" else sign
            i += 1
        return Numeral(at, i + 1, factor * base ** (sign * self.lexemes[i].number), digits=True) if self.is_number(i) else None

    def is_slash_fraction(self, at: int) -> bool:
        slash = self.lower(at + 1) == "/" and self.is_number(at) and self.is_number(at + 2)
        return slash and self.lexemes[at + 2].number > 0 and self.lower(at + 3) != "/" and self.lower(at - 1) != "/" and not self.is_number(at - 2)

    def suffix(self, at: int) -> float | None:
        """What a letter behind digits multiplies them by."""
        if at >= len(self.lexemes) or self.lexemes[at].kind != "word":
            return None
        lexeme = self.lexemes[at]
        scale = self.known.suffixes.get(lexeme.text)
        if scale is None or (not lexeme.glued and len(lexeme.text) == 1 and lexeme.text not in "kmMG"):
            return None
        if lexeme.text == "G" and self.lexemes[at - 1].number < 10:
            return None  # the "5G" of telephones
        if lexeme.text == "m" and not self.is_money(at - 2):
            following = self.lexemes[at + 1] if at + 1 < len(self.lexemes) else None
            if following is None or following.kind != "word" or following.lower in METRE_NEXT:
                return None
            if not lexeme.glued and "." not in self.lexemes[at - 1].text:
                return None
        return scale

    def is_money(self, at: int) -> bool:
        if at < 0:
            return False
        unit = units()[1].get((self.lexemes[at].text,))
        return unit is not None and unit.kind == "money"

    def cardinal(self, at: int) -> Numeral | None:
        """Number words, or digits with scale words: "two hundred and five thousand", "4 thousand 3 hundred"."""
        total, current, ceiling = 0.0, None, float("inf")
        i, last = at, ""  # `last` is the kind of the word before
        scale = 1.0
        while i < len(self.lexemes):
            lexeme = self.lexemes[i]
            word = lexeme.lower
            if lexeme.kind == "number":
                joined = self.lower(i - 1) == "and" and i - 1 > at
                if lexeme.number >= ceiling or (not joined and (current is not None or (total and not self.scale_at(i + 1)))):
                    break
                current, last = (current or 0.0) + lexeme.number, "number"
            elif word in self.known.ones:
                value = self.known.ones[word]
                if current is None and value < ceiling:
                    current = value
                elif current is not None and ((last == "tens" and 0 < value < 10) or last == "hundred"):
                    current += value
                else:
                    break
                last = "ones"
            elif word in self.known.tens:
                if current is None:
                    current = self.known.tens[word]
                elif last == "hundred":
                    current += self.known.tens[word]
                else:
                    break
                last = "tens"
            elif word == "hundred" and (current is not None or i == at):
                current, last, scale = (current or 1.0) * 100, "hundred", 100.0
            elif word in self.known.scales and (current is not None or total):
                by = self.known.scales[word]
                if current is None:
                    total, ceiling = total * by, by
                elif by < ceiling:
                    total, current, ceiling = total + current * by, None, by
                else:
                    break
                last, scale = "scale", by
            elif (word in HYPHENS and self.joins(i, last)) or (
                word == "and" and last in {"hundred", "scale"} and self.goes_on(i, 100.0 if last == "hundred" else ceiling)
            ):
                i += 1
                continue
            else:
                break
            i += 1
        if current is None and not total:
            return None
        return Numeral(at, i, total + (current or 0.0), scale=scale, digits=self.lexemes[at].kind == "number")

    def scale_at(self, at: int) -> bool:
        return self.lower(at) in self.known.scales

    def joins(self, hyphen: int, last: str) -> bool:
        """Is this the hyphen of "twenty-five" or "two-hundred"?"""
        following = self.lower(hyphen + 1)
        return (last == "tens" and 0 < self.known.ones.get(following, 0) < 10) or (last in {"ones", "number", "hundred"} and following in self.known.scales)

    def goes_on(self, conjunction: int, below: float) -> bool:
        """Does what stands behind "and" belong to the number before it?"""
        if self.lower(conjunction - 2) in HYPHENS or conjunction + 1 >= len(self.lexemes):
            return False
        rest = self.cardinal(conjunction + 1)
        if rest is None or rest.value is None or rest.value <= 0 or rest.value != int(rest.value):
            return False
        if rest.value >= below and not (below == 100 and rest.scale >= 1000 and rest.value / rest.scale < 100 and self.lower(conjunction - 3) != "between"):
            return False
        part = self.known.parts.get(self.lower(rest.last + (self.lower(rest.last) in HYPHENS)))
        return part is None or self.lower(rest.last) == "second" or (rest.value >= 10 and part < 20)

    def finished(self, made: Numeral) -> Numeral:
        """A cardinal with what may follow it: decimals in words, "and a half", the lower part of a fraction."""
        return self.decimals(made) or self.lower_part(made) or self.and_part(made) or self.scaled_part(made) or made

    def decimals(self, made: Numeral) -> Numeral | None:
        if self.lower(made.last) != "point":
            return None
        i, figures = made.last + 1, ""
        while self.lower(i) in self.known.ones or self.lower(i) in self.known.tens:
            tens = self.known.tens.get(self.lower(i))
            if tens is not None:
                i += 1 + (self.lower(i + 1) in HYPHENS)
                unit = self.known.ones.get(self.lower(i), 0)
                figures += str(int(tens + unit))
                i += 0 < unit < 10
                break
            figures += str(int(self.known.ones[self.lower(i)]))
            i += 1
        if not figures or made.value is None:
            return None
        value, scale = made.value + float(f"0.{figures}"), 1.0
        if self.scale_at(i):
            scale = self.known.scales[self.lower(i)]
            i += 1
        return replace(made, last=i, value=value * scale, scale=scale)

    def lower_part(self, made: Numeral) -> Numeral | None:
        """ "two-thirds", "one in", "three quarters"; a singular only behind one."""
        at = made.last
        hyphen = self.lower(at) in HYPHENS
        at += hyphen
        composite = self.composite_part(at)
        if composite is not None and made.value is not None and self.stands_alone(composite[1]):
            return replace(made, last=composite[1], value=made.value / composite[0], fraction=True, scale=1.0)
        part = self.known.parts.get(self.lower(at))
        if part is None or made.value is None:
            return None
        plural = self.lower(at).endswith("s")
        if not (plural or (made.value == 1 and (hyphen or self.stands_alone(at + 1)))):
            return None
        return self.times_scale(replace(made, last=at + 1, value=made.value / part, fraction=True, scale=1.0))

    def composite_part(self, at: int) -> tuple[float, int] | None:
        """ "twenty-fifth" or "twenty firsts" as the lower part of a fraction, and where it ends."""
        tens = self.known.tens.get(self.lower(at))
        if tens is None:
            return None
        at += 1
        at += self.lower(at) in HYPHENS
        word = self.lower(at).rstrip("s") if self.lower(at) != "s" else ""
        part = 1.0 if word == "first" else self.known.parts.get(word)
        return (tens + part, at + 1) if part is not None and 1 <= part < 10 and part != 2 else None

    def times_scale(self, made: Numeral) -> Numeral:
        """ "two thirds of a million", "half a million", "a quarter million"."""
        at = made.last
        at += self.lower(at) == "of"
        at += self.lower(at) in {"a", "an"}
        if made.value is None or not self.scale_at(at) or self.lower(at) in self.known.vague:
            return made
        scale = self.known.scales[self.lower(at)]
        return replace(made, last=at + 1, value=made.value * scale, scale=scale, fraction=False)

    def and_part(self, made: Numeral) -> Numeral | None:
        """ "two and a half (million)", "three million and a half", "five and three quarters"."""
        if self.lower(made.last) != "and" or made.value is None:
            return None
        count, at = self.count_of_parts(made.last + 1)
        part = self.known.parts.get(self.lower(at))
        if not count or part is None or (count > 1 and not self.lower(at).endswith("s")):
            return None
        if self.lower(at + 1) == "of" or (part != 2 and count == 1 and not self.stands_alone(at + 1) and not self.scale_at(at + 1)):
            return None
        share = Numeral(at, at + 1, count / part, fraction=True)
        if self.lower(made.last - 1) in self.known.scales and made.scale > 100:
            scaled = self.times_scale(share)
            beside = 1.0 if scaled is not share else made.scale
            return replace(made, last=scaled.last, value=made.value + (scaled.value or 0.0) * beside)
        return self.times_scale(replace(made, last=at + 1, value=made.value + count / part))

    def count_of_parts(self, at: int) -> tuple[float, int]:
        """The upper part of a fraction in words, and where it ends."""
        if self.lower(at) == "a":
            return 1.0, at + 1
        counted = self.cardinal(at) if self.lower(at) in self.known.ones or self.lower(at) in self.known.tens else None
        if counted is None or counted.value is None:
            return 0.0, at
        return counted.value, counted.last + (self.lower(counted.last) in HYPHENS)

    def scaled_part(self, made: Numeral) -> Numeral | None:
        """ "one billion and three quarters million" is left alone; "2½ million" is not."""
        if made.digits and self.scale_at(made.last) and made.scale == 1.0 and made.value is not None and self.lower(made.last) not in self.known.vague:
            scale = self.known.scales[self.lower(made.last)]
            return replace(made, last=made.last + 1, value=made.value * scale, scale=scale)
        return None

    def stands_alone(self, at: int) -> bool:
        """Is a fraction that ends here one, and not an ordinal before its noun ("a third round")?"""
        return at >= len(self.lexemes) or self.lexemes[at].kind != "word" or self.lower(at) in words("after_fraction") or self.scale_at(at)

    def with_article(self, at: int) -> Numeral | None:
        """ "a hundred", "a dozen", "a third of", "a half", "a quarter million"."""
        word = self.lower(at + 1)
        if word in self.known.scales and word not in self.known.vague:
            made = self.bare_scale(at + 1)
            return self.finished(replace(made, first=at))
        composite = self.composite_part(at + 1)
        if composite is not None and self.stands_alone(composite[1]):
            return Numeral(at, composite[1], 1.0 / composite[0], fraction=True)
        part = self.known.parts.get(word)
        if part is None or word.endswith("s"):
            return None
        if self.stands_alone(at + 2) or word == "half":
            return self.times_scale(Numeral(at, at + 2, 1.0 / part, fraction=True))
        return None

    def bare_scale(self, at: int) -> Numeral:
        """A scale word that an article makes one: "a hundred and five thousand"."""
        scale = self.known.scales[self.lower(at)]
        made = Numeral(at, at + 1, scale, scale=scale)
        if scale == 100.0:
            return self.cardinal(at) or made
        if self.lower(at + 1) == "and" and self.goes_on(at + 1, scale):
            rest = self.cardinal(at + 2)
            if rest is not None and rest.value is not None:
                return replace(made, last=rest.last, value=scale + rest.value)
        return made

    def part_of_scale(self, at: int) -> Numeral | None:
        """ "half a million", "quarter million", "half a dozen"."""
        part = Numeral(at, at + 1, 1.0 / self.known.parts[self.lower(at)], fraction=True)
        made = self.times_scale(part)
        return made if made is not part and self.lower(at + 1) != "of" else None

    def lone_half(self, at: int) -> Numeral | None:
        """ "half of", "half the", "half an hour", but no "first half" and no "half-brother"."""
        before, behind = self.lower(at - 1), self.lower(at + 1)
        if before in HYPHENS or (behind in HYPHENS and (self.lower(at + 2),) not in units()[0]):
            return None
        if (before.endswith(("th", "ern", "st")) and before not in {"with", "almost", "least"}) or before in {
            "second",
            "third",
            "other",
            "latter",
            "early",
            "later",
            "better",
        }:
            return None
        return Numeral(at, at + 1, 0.5, fraction=True)

    def vague(self, at: int) -> Numeral | None:
        """ "dozens", "tens of thousands", "hundreds of millions"."""
        least, i = self.known.vague[self.lower(at)], at + 1
        while self.lower(i) == "of" and self.lower(i + 1) in self.known.vague:
            least *= self.known.vague[self.lower(i + 1)] / 2
            i += 2
        if self.lower(at) in {"tens", "scores"} and i == at + 1 and self.lower(i) != "of":
            return None
        return Numeral(at, i, least=least, scale=least)

    def indefinite(self, at: int) -> Numeral | None:
        """ "several", "a few hundred", "a handful of", "a couple of"."""
        for size in (3, 2, 1):
            phrase = tuple(self.lower(i) for i in range(at, at + size))
            if phrase in self.known.indefinite:
                return self.indefinite_scaled(at, at + size, self.known.indefinite[phrase], phrase)
        return None

    def indefinite_scaled(self, at: int, end: int, least: float, phrase: tuple[str, ...]) -> Numeral | None:
        size = len(self.lexemes)
        while end < size and self.scale_at(end):
            least *= self.known.scales[self.lower(end)]
            end += 1
        if "couple" in phrase and self.lower(end - 1) in {"of", "couple"}:
            return Numeral(at, end, 2.0) if phrase[-1] == "of" else None
        keep = end - 1 if phrase[-1] == "of" and self.lower(end - 1) == "of" else end
        return Numeral(at, keep, least=least)
