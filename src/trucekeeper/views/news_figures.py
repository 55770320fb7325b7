"""News of figures: counts that correct, contradict or replace others, and counts of what nobody had counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from trucekeeper.views.figure import LABELS, ORDER, series_title
from trucekeeper.views.news_rows import NewsRow, NewsSection, row_of
from trucekeeper.weighing.given import Given
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.news import News
from trucekeeper.weighing.relations import Relation
from trucekeeper.weighing.told_as import DONE
from trucekeeper.weighing.words import time_words, value_words

WORTH = ("differs", "does_not_sum", "corrects", "replaces")


def figures(news: News) -> NewsSection:
    """What new counts are to others, the weightiest first; then new counts that stand in no such relation and repeat none that was known."""
    by_id = news.weighed.by_id
    found = [r for r in news.weighed.figure_relations if any(c in by_id and news.is_new(by_id[c]) for c in r.claims)]
    given = {g.figure.id: g for g in news.weighed.given}
    worth: dict[object, list[Relation]] = defaultdict(list)
    for relation in sorted((r for r in found if r.kind in WORTH), key=lambda r: ORDER[r.kind]):
        worth[_matter(relation, given)].append(relation)
    titles = {g.figure.id: series_title(s) for s in news.weighed.series for g in s.given}
    rows = [_row(news, held, titles.get(held[0].claims[0], "")) for held in worth.values()]
    return NewsSection("figures", "Figures", (*rows, *_first(news, {c for held in worth.values() for r in held for c in r.claims})))


def _matter(relation: Relation, given: Mapping[str, Given]) -> object:
    """What a relation is of, whichever copy of a story tells it: who gives which count, and what they are to each other."""
    counts = frozenset((given[c].origin.key, value_words(given[c].figure)) if c in given else (c, "") for c in relation.claims)
    return relation.kind, counts


def _row(news: News, held: list[Relation], subject: str) -> NewsRow:
    """Relations of the same words as one row."""
    known = news.weighed
    ids = dict.fromkeys(c for r in held for c in r.claims if c in known.by_id)
    reason = held[0].reason
    return row_of(known, LABELS[held[0].kind], f"{subject}: {reason}" if subject else reason, (known.by_id[c] for c in ids))


def _first(news: News, shown: set[str]) -> Iterator[NewsRow]:
    """One row a series whose values are all new, of measures that are compared at all."""
    known = news.weighed
    for series in known.series:
        new = [g for g in series.given if g.figure.id in news.claims]
        counts = series.measure.replace("_", " ") in lexicon().figures.compared and series.told_as == DONE
        if counts and new and not any(news.is_old(g.figure) or g.figure.id in shown for g in series.given):
            values = dict.fromkeys(_value(g) for g in new)
            yield row_of(known, "new count", f"{series_title(series)}: {'; '.join(values)}", (g.figure for g in new))


def _value(given: Given) -> str:
    return f"{value_words(given.figure)} ({time_words(given.as_of)})" if given.stated else value_words(given.figure)
