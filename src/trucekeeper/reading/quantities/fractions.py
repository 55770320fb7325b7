"""Parts of numbers in words: decimals, halves, thirds, "two and a half", "a quarter million"."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.reading.quantities.cardinals import cardinal, goes_on
from trucekeeper.reading.quantities.lexicon import units, words
from trucekeeper.reading.quantities.numerals import HYPHENS, Line, Numeral


def finished(line: Line, made: Numeral) -> Numeral:
    """A cardinal with what may follow it: decimals in words, "and a half", the lower part of a fraction."""
    return decimals(line, made) or lower_part(line, made) or and_part(line, made) or scaled_part(line, made) or made


def decimals(line: Line, made: Numeral) -> Numeral | None:
    if line.lower(made.last) != "point":
        return None
    i, figures = made.last + 1, ""
    while line.lower(i) in line.known.ones or line.lower(i) in line.known.tens:
        tens = line.known.tens.get(line.lower(i))
        if tens is not None:
            i += 1 + (line.lower(i + 1) in HYPHENS)
            unit = line.known.ones.get(line.lower(i), 0)
            figures += str(int(tens + unit))
            i += 0 < unit < 10
            break
        figures += str(int(line.known.ones[line.lower(i)]))
        i += 1
    if not figures or made.value is None:
        return None
    value, scale = made.value + float(f"0.{figures}"), 1.0
    if line.scale_at(i):
        scale = line.known.scales[line.lower(i)]
        i += 1
    return replace(made, last=i, value=value * scale, scale=scale)


def lower_part(line: Line, made: Numeral) -> Numeral | None:
    """ "two-thirds", "one in", "three quarters"; a singular only behind one."""
    at = made.last
    hyphen = line.lower(at) in HYPHENS
    at += hyphen
    composite = composite_part(line, at)
    if composite is not None and made.value is not None and stands_alone(line, composite[1]):
        return replace(made, last=composite[1], value=made.value / composite[0], fraction=True, scale=1.0)
    part = line.known.parts.get(line.lower(at))
    if part is None or made.value is None:
        return None
    plural = line.lower(at).endswith("s")
    if not (plural or (made.value == 1 and (hyphen or stands_alone(line, at + 1)))):
        return None
    return times_scale(line, replace(made, last=at + 1, value=made.value / part, fraction=True, scale=1.0))


def composite_part(line: Line, at: int) -> tuple[float, int] | None:
    """ "twenty-fifth" or "twenty firsts" as the lower part of a fraction, and where it ends."""
    tens = line.known.tens.get(line.lower(at))
    if tens is None:
        return None
    at += 1
    at += line.lower(at) in HYPHENS
    word = line.lower(at).rstrip("s") if line.lower(at) != "s" else ""
    part = 1.0 if word == "first" else line.known.parts.get(word)
    return (tens + part, at + 1) if part is not None and 1 <= part < 10 and part != 2 else None


def times_scale(line: Line, made: Numeral) -> Numeral:
    """ "two thirds of a million", "half a million", "a quarter million"."""
    at = made.last
    at += line.lower(at) == "of"
    at += line.lower(at) in {"a", "an"}
    if made.value is None or not line.scale_at(at) or line.lower(at) in line.known.vague:
        return made
    scale = line.known.scales[line.lower(at)]
    return replace(made, last=at + 1, value=made.value * scale, scale=scale, fraction=False)


def and_part(line: Line, made: Numeral) -> Numeral | None:
    """ "two and a half (million)", "three million and a half", "five and three quarters"."""
    if line.lower(made.last) != "and" or made.value is None:
        return None
    count, at = count_of_parts(line, made.last + 1)
    part = line.known.parts.get(line.lower(at))
    if not count or part is None or (count > 1 and not line.lower(at).endswith("s")):
        return None
    if line.lower(at + 1) == "of" or (part != 2 and count == 1 and not stands_alone(line, at + 1) and not line.scale_at(at + 1)):
        return None
    share = Numeral(at, at + 1, count / part, fraction=True)
    if line.lower(made.last - 1) in line.known.scales and made.scale > 100:
        scaled = times_scale(line, share)
        beside = 1.0 if scaled is not share else made.scale
        return replace(made, last=scaled.last, value=made.value + (scaled.value or 0.0) * beside)
    return times_scale(line, replace(made, last=at + 1, value=made.value + count / part))


def count_of_parts(line: Line, at: int) -> tuple[float, int]:
    """The upper part of a fraction in words, and where it ends."""
    if line.lower(at) == "a":
        return 1.0, at + 1
    counted = cardinal(line, at) if line.lower(at) in line.known.ones or line.lower(at) in line.known.tens else None
    if counted is None or counted.value is None:
        return 0.0, at
    return counted.value, counted.last + (line.lower(counted.last) in HYPHENS)


def scaled_part(line: Line, made: Numeral) -> Numeral | None:
    """ "one billion and three quarters million" is left alone; "2½ million" is not."""
    if made.digits and line.scale_at(made.last) and made.scale == 1.0 and made.value is not None and line.lower(made.last) not in line.known.vague:
        scale = line.known.scales[line.lower(made.last)]
        return replace(made, last=made.last + 1, value=made.value * scale, scale=scale)
    return None


def stands_alone(line: Line, at: int) -> bool:
    """Is a fraction that ends here one, and not an ordinal before its noun ("a third round")?"""
    return at >= len(line.lexemes) or line.lexemes[at].kind != "word" or line.lower(at) in words("after_fraction") or line.scale_at(at)


def with_article(line: Line, at: int) -> Numeral | None:
    """ "a hundred", "a dozen", "a third of", "a half", "a quarter million"."""
    word = line.lower(at + 1)
    if word in line.known.scales and word not in line.known.vague:
        made = bare_scale(line, at + 1)
        return finished(line, replace(made, first=at))
    composite = composite_part(line, at + 1)
    if composite is not None and stands_alone(line, composite[1]):
        return Numeral(at, composite[1], 1.0 / composite[0], fraction=True)
    part = line.known.parts.get(word)
    if part is None or word.endswith("s"):
        return None
    if stands_alone(line, at + 2) or word == "half":
        return times_scale(line, Numeral(at, at + 2, 1.0 / part, fraction=True))
    return None


def bare_scale(line: Line, at: int) -> Numeral:
    """A scale word that an article makes one: "a hundred and five thousand"."""
    scale = line.known.scales[line.lower(at)]
    made = Numeral(at, at + 1, scale, scale=scale)
    if scale == 100.0:
        return cardinal(line, at) or made
    if line.lower(at + 1) == "and" and goes_on(line, at + 1, scale):
        rest = cardinal(line, at + 2)
        if rest is not None and rest.value is not None:
            return replace(made, last=rest.last, value=scale + rest.value)
    return made


def part_of_scale(line: Line, at: int) -> Numeral | None:
    """ "half a million", "quarter million", "half a dozen"."""
    part = Numeral(at, at + 1, 1.0 / line.known.parts[line.lower(at)], fraction=True)
    made = times_scale(line, part)
    return made if made is not part and line.lower(at + 1) != "of" else None


def lone_half(line: Line, at: int) -> Numeral | None:
    """ "half of", "half the", "half an hour", but no "first half" and no "half-brother"."""
    before, behind = line.lower(at - 1), line.lower(at + 1)
    if before in HYPHENS or (behind in HYPHENS and (line.lower(at + 2),) not in units()[0]):
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
