"""The page of what is new: what the last reading, or all since a day, has changed, in the order in which it is wanted in the morning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trucekeeper.views.cite import Cite
from trucekeeper.views.extent import left_out
from trucekeeper.views.news_events import event_sections
from trucekeeper.views.news_figures import figures
from trucekeeper.views.news_papers import copies, decisions, read_again
from trucekeeper.views.news_rows import NewsSection
from trucekeeper.views.news_terms import term_sections
from trucekeeper.views.news_words import against, positions, statements
from trucekeeper.weighing.news import News
from trucekeeper.weighing.words import count_words, day_words


@dataclass(frozen=True, slots=True)
class NewPage:
    """What is new since the moment `since` (UTC); `last` is the newest reading, None in an empty record.

    Of the new `documents` (or of the `looked_at` newest of them), `copies` are only copies of `copied` others; `again` counts documents read again,
    `claims` the new claims that no copy only repeats. `sections` that have nothing to tell are left out; `left_out` says what of a large record was not
    weighed for it.
    """

    since: str
    last: str | None
    documents: int
    copies: int
    copied: int
    again: int
    looked_at: int
    claims: int
    left_out: str
    sections: tuple[NewsSection, ...]

    @property
    def cites(self) -> list[Cite]:
        return [c for s in self.sections for r in s.rows for c in r.cites]

    @property
    def summary(self) -> str:
        """The counts in words; what to say where nothing is new."""
        if not self.documents and not self.again and not self.sections:
            return f"Nothing is new. The record last learnt something on {moment_words(self.last)}." if self.last else "The record holds no report."
        part = f"the newest {self.looked_at:,}" if self.looked_at < self.documents + self.again else "them"
        copied = f", {self.copies:,} of {part} {'a copy' if self.copies == 1 else f'copies of {self.copied:,}'}" if self.copies else ""
        again = f"; {self.again:,} read again" if self.again else ""
        return f"{count_words(self.documents, 'new document')}{copied}{again}; {count_words(self.claims, 'new claim')}."


def build(news: News) -> NewPage:
    """The page of what a record has learnt."""
    sections = tuple(s for s in _sections(news) if s.rows)
    left = left_out(news.weighed.extent, chosen="of the newest documents of these readings, one of each story, and what stands beside them", more="")
    copied = len({d.id for d in news.copies.values()})
    return NewPage(news.since, news.last, news.documents, len(news.copies), copied, news.again, news.looked_at, len(news.claims), left.rstrip(), sections)


def _sections(news: News) -> Iterator[NewsSection]:
    terms = list(term_sections(news))
    events = list(event_sections(news, {c.claim for s in terms for r in s.rows for c in r.cites if s.key == "dates"}))
    yield from (s for s in events if s.key == "events")
    yield against(news)
    yield figures(news)
    yield positions(news)
    yield from terms
    yield from (s for s in events if s.key == "ahead")
    yield statements(news)
    yield from (s for s in events if s.key == "again")
    yield copies(news)
    yield read_again(news)
    yield decisions(news)


def moment_words(moment: str) -> str:
    """ "9 March 2025", or "9 March 2025, 06:00 UTC" where it is not the beginning of the day."""
    time = moment[11:16]
    return day_words(moment) + ("" if time == "00:00" else f", {time} UTC")


def title(page: NewPage) -> str:
    if page.last is None:
        return "New"
    return f"New with the reading of {moment_words(page.since)}" if page.since == page.last else f"New since {moment_words(page.since)}"
