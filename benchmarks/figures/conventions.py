"""The bench sets' conventions against ours: a set's value is met where a quantity read at its place gives the same number or the same ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.figures import truce_figures
from trucekeeper.reading.layers import Quantity, layers
from trucekeeper.reading.quantities import measures, truce_quantities
from trucekeeper.reading.quantities.component import measure
from trucekeeper.reading.quantities.joins import Measured, joined
from trucekeeper.reading.quantities.lexemes import lexemes
from trucekeeper.reading.quantities.ranges import numerals, single

Result = tuple[str, int, int, list[str]]
Read = Callable[[str, str], Iterable[tuple[int, int, float | None, float | None, float | None]]]  # text and model to start, end, value, low, high
# The qualifier of the handwritten set, as the bound that it is of ours.
QUALIFIERS = {
    "at least": "at_least", "no fewer than": "at_least", "about": "about", "around": "between",
    "some": "about", "nearly": "about", "more than": "more_than", "between": "between",
    "range": "between", "up to": "at_most", "as many as": "at_most", "within": "at_most",
    "no later than": "at_most", "fewer than": "less_than",
}  # fmt: skip


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def near(one: float | None, two: float | None) -> bool:
    return (one is None) == (two is None) and (one is None or two is None or abs(one - two) <= 1e-6 * max(1.0, abs(two)))


def handwritten(nlp: Language, folder: Path) -> Iterator[Result]:
    """Values, qualifiers and counted nouns of the 30 sentences. A vague count is met by a vague figure; percent and shares are one."""
    figures = right = qualified = qualifiers = nouns = named = 0
    missed: list[str] = []
    for row in rows(folder / "figures30_handwritten.jsonl"):
        doc = truce_figures(truce_quantities(nlp(row["text"])))
        for wanted in row["figures"]:
            figures += 1
            got = next((f for f in layers(doc).figures if meets(wanted["value"], f)), None)
            right += got is not None
            if wanted["qualifier"]:
                qualifiers += 1
                fits = got is not None and got.bound == QUALIFIERS[wanted["qualifier"]]
                qualified += fits
                if not fits:
                    missed.append(f"{row['id']} {wanted} bound {got and got.bound}")
            noun = re.split(r"[ /]", wanted["what"])[-1 if not wanted["what"].startswith(("people", "trucks")) else 0]
            nouns += 1
            met = got is not None and noun.lower() in f"{got.of} {got.measure} {got.unit}".lower()
            named += met
            if not met:
                missed.append(f"{row['id']} {wanted} {got and (got.of, got.measure, got.unit)}")
    yield "handwritten, value", right, figures, missed
    yield "handwritten, qualifier", qualified, qualifiers, []
    yield "handwritten, counted noun or unit", named, nouns, []


def meets(wanted: Any, figure: Any) -> bool:
    if isinstance(wanted, list):
        low, high = wanted
        return bool(figure.bound == "vague") if high is None else near(figure.low, low) and near(figure.high, high)
    share = figure.value / 100 if figure.unit == "percent" and figure.value is not None else None
    return figure.value is not None and (near(figure.value, wanted) or near(share, wanted))


def recognizers(nlp: Language, folder: Path, *, read: Read | None = None) -> Iterator[Result]:
    """Number, range, currency and percentage specs: each value that the specs resolve, at its place; by `read` where that is given."""
    by_model: dict[str, list[dict[str, Any]]] = {}
    for row in rows(folder / "recognizers_text_specs_en.jsonl"):
        by_model.setdefault(row["model"], []).append(row)
    for model in ("NumberModel", "NumberRangeModel", "CurrencyModel", "PercentModel"):
        right = total = 0
        missed = []
        for row in by_model[model]:
            found = list((read or found_in)(row["text"], model))
            for wanted in row["quantities"]:
                value = str((wanted["resolution"] or {}).get("value"))
                if value in {"None", "null"}:
                    continue
                total += 1
                here = [f for s, e, *f in found if s < wanted["end"] and wanted["start"] < e]
                fits = any(resolves(value, *f) for f in here)
                right += fits
                if not fits:
                    missed.append(f"{row['text'][:90]!r} wants {wanted['text']!r} {value}, read {here}")
        yield f"Recognizers {model}", right, total, missed


def found_in(text: str, model: str) -> Iterator[tuple[int, int, float | None, float | None, float | None]]:
    """Start, end, value, low, high: bare numerals for the number specs, these with bounds for ranges, quantities (without dates and ages) for the others."""
    pieces = lexemes(text)
    if model == "NumberModel":
        for numeral in [*single(pieces), *numerals(pieces)]:
            yield pieces[numeral.first].start, pieces[numeral.last - 1].end, numeral.value, numeral.low, numeral.high
        return
    read = joined(pieces, [measure(pieces, n) for n in numerals(pieces)]) if model == "NumberRangeModel" else measures(text, pieces)
    for made in read:
        low, high = ends(made)
        yield pieces[made.first].start, pieces[made.last - 1].end, made.numeral.value, low, high


def ends(made: Measured) -> tuple[float | None, float | None]:
    numeral = made.numeral
    if numeral.low is not None:
        return numeral.low, numeral.high
    return (numeral.value if made.bound in {"at_least", "more_than", "exact"} else None), (
        numeral.value if made.bound in {"at_most", "less_than", "exact"} else None
    )


def resolves(wanted: str, value: float | None, low: float | None, high: float | None) -> bool:
    if wanted[0] in "[(":
        first, second = wanted[1:-1].split(",")
        return near(low, float(first) if first else None) and near(high, float(second) if second else None)
    return value is not None and near(value, float(wanted.rstrip("%")))


def duckling(nlp: Language, folder: Path) -> Iterator[Result]:
    """Numerals, money and quantities of one phrase each: the value of the first quantity read in it."""
    for dimension, pattern in (("Numeral", r"NumeralValue (\S+)"), ("AmountOfMoney", r"simple \w+ (\S+)"), ("Quantity", r"simple \w+ (\S+)")):
        right = total = 0
        missed = []
        for row in rows(folder / "duckling_en.jsonl"):
            match = re.match(pattern, row["value"]) if row["dim"] == dimension else None
            if match is None:
                continue
            total += 1
            doc: Doc = truce_quantities(nlp.make_doc(row["text"]))
            pieces = lexemes(row["text"])
            values = [n.value for n in numerals(pieces)] if dimension == "Numeral" else [q.value for q in quantities(doc)]
            fits = any(v is not None and near(v, float(match[1].strip("()"))) for v in values)
            right += fits
            if not fits:
                missed.append(f"{row['text']!r} wants {row['value']}, read {values}")
        yield f"Duckling {dimension}", right, total, missed


def quantities(doc: Doc) -> list[Quantity]:
    return layers(doc).quantities
