"""Other readers of times, side by side with ours: dateparser and Recognizers-Text, where they are installed (`pip install trucekeeper[bench]`)."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from datetime import datetime
from types import ModuleType
from typing import Any

import spacy

Found = list[dict[str, Any]]  # start, end, type, value of TIMEX3
Reader = Callable[[str, str], Found]  # of a text and the day of its publication
TYPES = {"duration": "DURATION", "set": "SET", "time": "TIME", "timerange": "TIME", "datetime": "TIME", "datetimerange": "TIME"}
blank = spacy.blank("en")


def dateparser() -> Reader:
    from dateparser.search import search_dates

    def read(text: str, published: str) -> Found:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(published[:10]), "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            has_hour = (moment.hour, moment.minute) != (0, 0)
            value = moment.strftime("%Y-%m-%dT%H:%M" if has_hour else "%Y-%m-%d")
            found.append({"start": start, "end": at, "type": "TIME" if has_hour else "DATE", "value": value})
        return found

    return read


def recognizers() -> Reader:
    from recognizers_date_time import Culture, recognize_datetime

    def read(text: str, published: str) -> Found:
        found = []
        for one in recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(published[:10])):
            values = (one.resolution or {}).get("values") or [{}]
            chosen = next((v for v in values if str(v.get("value", "9")) <= published[:10]), values[0])  # of several days the past one
            kind = one.type_name.rpartition(".")[2]
            value = chosen.get("value") if kind == "date" and "X" in str(chosen.get("timex")) else chosen.get("timex")
            found.append({"start": one.start, "end": one.end + 1, "type": TYPES.get(kind, "DATE"), "value": value or ""})
        return found

    return read


def compare(scorer: ModuleType, sets: list[tuple[str, dict[str, dict[str, Any]], str | None]], own: float) -> None:
    """The same scores for each peer, and its speed beside ours (`own`, words a second)."""
    for name, make in (("dateparser", dateparser), ("Recognizers-Text", recognizers)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader = make()
                for set_name, rows, limit in sets:
                    begun = time.perf_counter()
                    pred = {key: {"id": key, "timexes": reader(row["text"], row["dct"])} for key, row in rows.items()}
                    speed = sum(len(blank.make_doc(r["text"])) for r in rows.values()) / (time.perf_counter() - begun)
                    result, _ = scorer.score(rows, pred, limit)
                    told = "  ".join(f"{m} {100 * result[m + '_f1']:.1f}" for m in ("strict", "relaxed", "value", "type"))
                    print(f"{name}, {set_name}: {told}; {speed:,.0f} words a second, ours {own / speed:,.0f} times that")
        except ImportError as error:
            print(f"{name}: not installed ({error}); pip install trucekeeper[bench]")
