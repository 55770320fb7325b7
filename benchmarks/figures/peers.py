"""Other readers of numbers, side by side with ours: quantulum3 and Recognizers-Text, where they are installed (`pip install trucekeeper[bench]`)."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import conventions
import spacy
from spacy.language import Language

from trucekeeper.reading.layers import layers
from trucekeeper.reading.quantities import truce_quantities

Read = tuple[int, int, float | None, float | None, float | None]  # start, end, value, low, high
Reader = Callable[[str], Iterator[Read]]
blank = spacy.blank("en")


def quantulum() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its classifier of units needs an old scikit-learn

    def read(text: str) -> Iterator[Read]:
        for found in parser.parse(text):
            value, off = found.value, found.uncertainty
            yield (*found.span, None if off else value, value - off if off else None, value + off if off else None)

    return read


def recognizers() -> Reader:
    from recognizers_number import Culture, recognize_number, recognize_percentage  # the package reads no ranges of numbers
    from recognizers_number_with_unit import recognize_currency

    def read(text: str) -> Iterator[Read]:
        for recognise in (recognize_number, recognize_percentage, recognize_currency):
            for found in recognise(text, Culture.English):
                value = str((found.resolution or {}).get("value"))
                if (made := number(value.rstrip("%"))) is not None:
                    yield found.start, found.end + 1, made, None, None

    return read


def number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def ours(text: str) -> Iterator[Read]:
    for found in layers(truce_quantities(blank.make_doc(text))).quantities:
        yield found.start, found.end, found.value, found.low, found.high


def met(wanted: Any, read: Read) -> bool:
    """Is a handwritten value that which was read? A vague count is met by no number."""
    _, _, value, low, high = read
    if isinstance(wanted, list):
        return wanted[1] is not None and conventions.near(low, wanted[0]) and conventions.near(high, wanted[1])
    return value is not None and (conventions.near(value, wanted) or conventions.near(value / 100, wanted))


def handwritten(reader: Reader, folder: Path) -> tuple[int, int]:
    rows = conventions.rows(folder / "figures30_handwritten.jsonl")
    right = [any(met(f["value"], r) for r in list(reader(row["text"]))) for row in rows for f in row["figures"]]
    return sum(right), len(right)


def words_a_second(reader: Reader, texts: list[str]) -> float:
    list(reader(texts[0]))  # what it loads at its first use is not counted
    begun = time.perf_counter()
    for text in texts:
        list(reader(text))
    return sum(len(blank.make_doc(t)) for t in texts) / (time.perf_counter() - begun)


def compare(nlp: Language, folder: Path, texts: list[str]) -> None:
    """Values of the 30 sentences and of the specs, and speed over `texts`, for each reader on this machine."""
    own = words_a_second(ours, texts * 5)
    for name, make in (("truce_quantities", lambda: ours), ("quantulum3", quantulum), ("Recognizers-Text", recognizers)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader: Reader = make()
                right, total = handwritten(reader, folder)
                if reader is ours:
                    parts = [(model, r, t) for model, r, t, _ in conventions.recognizers(nlp, folder)]
                else:
                    parts = [(model, r, t) for model, r, t, _ in conventions.recognizers(nlp, folder, read=lambda text, _, reader=reader: reader(text))]
                speed = own if reader is ours else words_a_second(reader, texts)
        except ImportError as error:
            print(f"{name}: not installed ({error}); pip install trucekeeper[bench]")
            continue
        told = "; ".join(f"{model.removeprefix('Recognizers ')} {r / t:.1%}" for model, r, t in parts)
        print(f"{name}: handwritten numbers {right} of {total}; {told}; {speed:,.0f} words a second on raw text, ours {own / speed:,.0f} times that")
