"""What a figure's words allow: the range that "about 1,800" or "more than 30" leaves open to another count of the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from trucekeeper.model.claims import Figure

SHARE = 0.05  # of the value: how far a rounded number may be off at least
MOST = 0.1  # and at most
TEN = 10
LARGE = 1000  # from which a number with zeros at its end is commonly rounded,
ROUNDED = 0.025  # by so much of it at most


@dataclass(frozen=True, slots=True)
class Range:
    """Both ends included; None is open."""

    low: float | None
    high: float | None

    def meets(self, other: Range) -> bool:
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )

    def plus(self, other: Range) -> Range:
        low = None if self.low is None or other.low is None else self.low + other.low
        return Range(low, None if self.high is None or other.high is None else self.high + other.high)


def grain(value: float) -> float:
    """The step to which a number seems to be rounded: 100 for 1,800, 1 for 1,777."""
    if not value or not float(value).is_integer():
        return 0.0
    step = 1
    while int(value) % (step * 10) == 0:
        step *= 10
    return float(step)


def slack(value: float) -> float:
    """How far off a number given as "about" may be: a rounding step, kept between 5 % and 10 % of it."""
    return max(abs(value) * SHARE, min(grain(value), abs(value) * MOST))


def strict(figure: Figure) -> Range:
    """What the words allow, to the letter: "at least 30" is open upward."""
    value = figure.value
    if value is None:
        return Range(figure.low, figure.high)
    match figure.bound:
        case "about":
            return Range(value - slack(value), value + slack(value))
        case "at_least":
            return Range(value, None)
        case "more_than":
            return Range(value + (1 if float(value).is_integer() else 0), None)
        case "at_most":
            return Range(0, value)
        case "less_than":
            return Range(0, value - (1 if float(value).is_integer() else 0))
        case "between":
            return Range(figure.low if figure.low is not None else value, figure.high if figure.high is not None else value)
        case "vague":
            return Range(figure.low, figure.high)
    return Range(value, value)


def _rounded(value: float) -> Range:
    """ "2.2 million" is nobody’s exact count: half a rounding step to either side, kept under 2.5 %."""
    half = min(grain(value) / 2, abs(value) * ROUNDED) if value >= LARGE and grain(value) > 10 else 0.0
    return Range(value - half, value + half)


def usual(figure: Figure) -> Range:
    """What is commonly meant: somebody who says "over 30" would say "over 40" of 41, so a one-sided bound reaches to the next round number."""
    value, allowed = figure.value, strict(figure)
    if value is None or figure.bound not in ("at_least", "more_than", "at_most", "less_than"):
        return _rounded(value) if value is not None and figure.bound == "exact" else allowed
    step = max(grain(value), abs(value) * MOST)
    if figure.bound in ("at_least", "more_than"):
        return Range(value if grain(value) >= TEN else allowed.low, value + step)  # "more than 180" of a count of 180
    return Range(max(0.0, value - step), allowed.high)
