"""Numbers of time expressions: "two and a half", "twenty-one", "a hundred", "10 to 15"."""

from __future__ import annotations

from trucekeeper.reading.times.lexer import CODE, Codes

DIGITS = frozenset(CODE[k] for k in ("digit", "digits", "decimal", "year", "hhmm", "ordinal_digits"))
WORDS = frozenset(CODE[k] for k in ("number", "magnitude", "ordinal"))
HALF, SECOND, LEFT, RIGHT = (CODE[k] for k in ("half", "second", "left", "right"))
ARTICLES = frozenset({CODE["a"], CODE["another"]})


def number_at(codes: Codes, first: int, end: int) -> float | None:
    """The value of the tokens, None where no number stands there."""
    total, current, seen = 0.0, 0.0, False
    aside = LEFT in codes.line[first:end] and codes.line[first] != LEFT  # "six (6)" says it twice
    for i in range(first, end):
        code = codes.line[i]
        if seen and ((code == LEFT and aside) or codes.line[i - 1] == RIGHT):
            break
        if code in DIGITS:
            current, seen = current + float(codes.worths[i]), True
        elif code in WORDS:
            worth = float(codes.worths[i])
            if worth in (100, 1000, 12) and (seen or worth != 12):
                current = (current or 1) * worth
            else:
                current += worth
            seen = True
            if worth == 1000:
                total, current = total + current, 0.0
        elif code == HALF:
            current, seen = current + 0.5, True
        elif code == SECOND:
            current, seen = current + 2, True
    if not seen:
        return 1.0 if any(codes.line[i] in ARTICLES for i in range(first, end)) else None
    return total + current


def shown(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:g}"
