"""A large record of the invented archive, written row by row in the order of its numbers: the same tables as the normal path makes, in a third of the time.

What makes it quick is what is known of the archive: which reports run one story and what of a claim differs in them, that no other texts share more than the
standing notice, and that no document is there yet. A test makes a small record both ways and compares all tables; of a large one they differ in pairs of texts
that share nothing but the notice once it stands in a crowd, which no question asks for.
"""

from __future__ import annotations

import gc
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from pathlib import Path

from made import NOTICE, Said, Told, placed, stories, story, versions

from trucekeeper.model.claims import Actor
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.record import Record
from trucekeeper.record.check import INDEXES
from trucekeeper.record.codec import claim_values, document_values, encode
from trucekeeper.record.moments import moment
from trucekeeper.record.numbers import PLACES, wanted_number
from trucekeeper.record.store import INDEX_CLAIMS, INDEX_DOCUMENTS
from trucekeeper.weighing.copies import CROWD, MONTH, QUOTES, Print, day_of, in_common, paragraph_keys, print_of, shingles
from trucekeeper.weighing.entities import blocks_of
from trucekeeper.weighing.keeping import mentions

TOGETHER = 2000  # documents written by one transaction
CACHE_KIB = 3_000_000
NOTICE_KEYS = paragraph_keys(NOTICE)
PAGES = 32 << 20  # bytes of new words that an index holds before it writes them down; SQLite's own choice is a thirty-second of it
USUAL = 1 << 20
MAYBE = int(len(shingles(NOTICE)) / QUOTES) + 10  # five-word sequences of a text up to which the notice may be a quarter of it


@dataclass(frozen=True)
class Text:
    """A text that is there, with a day of it."""

    made: Print
    day: int
    story: int
    words: frozenset[str]  # five-word sequences

    @property
    def has_notice(self) -> bool:
        return not NOTICE_KEYS.isdisjoint(self.made.paragraphs)

    @property
    def is_short(self) -> bool:
        """May the notice be a good part of it?"""
        return len(self.words) <= MAYBE


def numbered(count: int) -> Iterator[tuple[int, int, Document, list[Said]]]:
    """The first so many reports of the archive in the order of their numbers, each with its number and its story's."""
    by_day = sorted(stories(0, count), key=lambda s: (story(s[0]).day, s[0]))
    ahead: list[tuple[int, int, Document, list[Said]]] = []
    last = 0
    for day, told in groupby(by_day, key=lambda s: story(s[0]).day):
        for number, begin, end in told:
            for document, lines in list(versions(number))[begin:end]:
                ahead.append((wanted_number(document.id, document.published), number, document, lines))
        ahead.sort(key=lambda made: made[0])
        ready = [made for made in ahead if (made[2].published or "") <= day.isoformat()]
        ahead = ahead[len(ready) :]
        for no, number, document, lines in ready:
            last = max(no, last + 1)
            yield last, number, document, lines
    for no, number, document, lines in ahead:
        last = max(no, last + 1)
        yield last, number, document, lines


# what stands in a claim for that which differs from report to report
ID, DOCUMENT, OUTLET, DAY = "=id=", "=document=", "=outlet=", "=day="
START = 900_000_001


class Shape:
    """The row of a claim but for what hangs on the report, and whom it names beside the outlet."""

    def __init__(self, told: Told) -> None:
        claim = told.claim(ID, DOCUMENT, START, Actor(OUTLET), Time(DAY, DAY))
        row = encode(claim).replace("%", "%%")
        for there, name in ((f'"{ID}"', '"%(id)s"'), (f'"{DOCUMENT}"', '"%(document)s"'), (f'"{OUTLET}"', '"%(outlet)s"'), (f'"{DAY}"', '"%(day)s"')):
            row = row.replace(there, name)
        self.row = row.replace(f":{START},", ":%(start)d,").replace(f":{START + len(told.words)},", ":%(end)d,")
        self.length = len(told.words)
        values = claim_values(claim, "")
        self.values = [values.get(name) for name in _COLUMNS["claims"]]
        self.names = str(values["names"]).removeprefix(OUTLET)
        self.actors = str(values["actors"]).removeprefix(f"|{OUTLET}")
        self.by_outlet = values["asserter"] == OUTLET
        self.mentions = tuple(key for key in mentions([claim]) if key[1] != OUTLET)

    def fill(self, at: dict[str, int], *, no: int, id_: str, document: Document, start: int, learnt: str) -> tuple[object, ...]:
        row, outlet, day = list(self.values), document.outlet or "", document.published
        row[at["no"]], row[at["id"]], row[at["document"]], row[at["learnt"]] = no, id_, document.id, learnt
        row[at["start"]], row[at["end"]] = start, start + self.length
        row[at["said_earliest"]] = row[at["said_latest"]] = day
        row[at["names"]], row[at["actors"]] = outlet + self.names, f"|{outlet.casefold()}{self.actors}"
        if self.by_outlet:
            row[at["asserter"]] = outlet.casefold()
        row[at["row"]] = self.row % {"id": id_, "document": document.id, "outlet": outlet, "day": day, "start": start, "end": start + self.length}
        return tuple(row)


class Bulk:
    """Rows of a new record, and what weighing keeps."""

    def __init__(self, connection: sqlite3.Connection, learnt: str) -> None:
        self._connection = connection
        self._at = moment(learnt)
        self._texts: dict[int, list[Text]] = defaultdict(list)  # by story, of the last days
        self._with_notice: list[Text] = []
        self._by_band: dict[int, list[Text]] = defaultdict(list)  # those with the standing notice, of the last month
        self._notices: set[tuple[int, int]] = set()
        self._spellings: Counter[tuple[str, str, int]] = Counter()
        self._blocks: set[tuple[str, str]] = set()
        self._named: set[tuple[str, str, int]] = set()
        self._at_column = {name: n for n, name in enumerate(_COLUMNS["claims"])}
        self._rows: dict[str, list[tuple[object, ...]]] = defaultdict(list)

    def _put(self, table: str, *values: object) -> None:
        self._rows[table].append(values)

    def take(self, no: int, number: int, document: Document, lines: list[Said]) -> int:
        """Add a report; how many claims it has."""
        self._put("documents", *_in_order("documents", {**document_values(document), "no": no, "learnt": self._at}))
        named: Counter[tuple[str, str, int]] = Counter()
        count = 0
        for told, start, id_ in placed(document, lines):
            shape = _shape_of(told)
            self._rows["claims"].append(shape.fill(self._at_column, no=(no << PLACES) + count, id_=id_, document=document, start=start, learnt=self._at))
            named.update(shape.mentions)
            count += 1
        outlet = document.outlet or ""
        named[outlet.casefold(), outlet, 0] = count
        self._put("readings", self._at, no)
        self._weigh(no, number, document, named)
        return count

    def _weigh(self, no: int, number: int, document: Document, named: Counter[tuple[str, str, int]]) -> None:
        assert "(" not in document.text  # it defines no short forms
        made, day = _print_of(document.text), day_of(document)
        text = Text(made, day, number, shingles(document.text))
        for other in self._candidates(text):
            self._pair(text, other)
        self._keep(text)
        self._spellings.update(named)
        for actor, label, known in named.keys() - self._named:
            self._blocks.update((block, actor) for block in blocks_of(label))
            self._named.add((actor, label, known))
        told = json.dumps([[*key, many] for key, many in sorted(named.items())], ensure_ascii=False, separators=(",", ":"))
        self._put("weighed", no, day, made.id, told)

    def _candidates(self, text: Text) -> list[Text]:
        """The other texts of its story; and those that share the standing notice, where that is much of one of the two."""
        found = {t.made.id: t for t in self._texts[text.story]}
        if text.has_notice:
            few = len(self._notices) <= CROWD
            others = self._with_notice if few else (t for band in text.made.bands for t in self._by_band[band])
            for other in others:
                if abs(other.day - text.day) <= MONTH and (text.is_short or other.is_short):
                    found.setdefault(other.made.id, other)
        found.pop(text.made.id, None)
        return list(found.values())

    def _pair(self, a: Text, b: Text) -> None:
        shared = in_common(a.words, b.words)
        if shared is not None:
            by_words = not set(a.made.bands).isdisjoint(b.made.bands)
            alone = None if by_words else json.dumps(sorted({*a.made.paragraphs} & {*b.made.paragraphs}))
            self._put("copies", *sorted((a.made.id, b.made.id)), shared.relation, shared.shared, shared.jaccard, shared.held, alone)

    def _keep(self, text: Text) -> None:
        if any(t.made.id == text.made.id and t.day == text.day for t in self._texts[text.story]):
            return
        self._texts[text.story].append(text)
        if text.has_notice:
            self._notices.add((text.made.id, text.day))
            self._with_notice.append(text)
            for band in text.made.bands:
                self._by_band[band].append(text)
        for key in {*text.made.bands, *text.made.paragraphs}:
            self._put("keys", key, text.day, text.made.id)

    def write(self) -> None:
        """Write what has gathered, and forget the texts that are too old to be compared again."""
        numbers = [row[0] for row in self._rows["documents"]]
        claims = [row[0] for row in self._rows["claims"]]
        for table, rows in self._rows.items():
            marks = ", ".join("?" * len(rows[0])) if rows else ""
            self._connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", sorted(rows) if table in ("keys", "copies") else rows)
        self._connection.executemany(INDEX_DOCUMENTS, [{"no": no} for no in numbers])
        self._connection.execute(INDEX_CLAIMS, {"first": claims[0], "last": claims[-1]})
        self._connection.commit()
        newest = max(t.day for held in self._texts.values() for t in held)
        self._texts = defaultdict(list, {n: held for n, held in self._texts.items() if held[-1].day >= newest - 2})
        self._with_notice = [t for t in self._with_notice if t.day >= newest - MONTH]
        self._by_band = defaultdict(list)
        for text in self._with_notice:
            for band in text.made.bands:
                self._by_band[band].append(text)
        self._rows.clear()

    def finish(self, documents: int, claims: int) -> None:
        self._connection.executemany("INSERT INTO spellings VALUES (?, ?, ?, ?)", ((*key, count) for key, count in sorted(self._spellings.items())))
        self._connection.executemany("INSERT INTO blocks VALUES (?, ?)", sorted(self._blocks))
        self._connection.executemany("INSERT OR REPLACE INTO totals VALUES (?, ?)", [("documents", documents), ("claims", claims)])
        self._connection.commit()


_print_of = lru_cache(maxsize=4096)(print_of)
_shape_of = lru_cache(maxsize=100_000)(Shape)
_COLUMNS: dict[str, list[str]] = {}


def _in_order(table: str, row: dict[str, object]) -> Iterable[object]:
    return (row[name] for name in _COLUMNS[table])


def write(path: Path, count: int, *, learnt: str, of: int | None = None) -> None:
    """A new record at `path` of the first so many reports of the archive; with `of`, of the oldest so many among the first `of` reports."""
    with Record.create(path):
        pass
    connection = sqlite3.connect(path)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KIB}"):
        connection.execute(f"PRAGMA {pragma}")
    for table in ("documents", "claims"):
        _COLUMNS[table] = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    _held_by_indexes(connection, PAGES)
    gc.disable()  # nothing here runs in circles, and to look for them takes a quarter of the time
    bulk, total = Bulk(connection, learnt), 0
    for done, (no, number, document, lines) in enumerate(islice(numbered(of or count), count), start=1):
        total += bulk.take(no, number, document, lines)
        if done % TOGETHER == 0:
            bulk.write()
        if done % 50_000 == 0:
            print(f"{done:>9,} in bulk, {path.stat().st_size / 1e9:.2f} GB", flush=True)
    if count % TOGETHER:
        bulk.write()
    gc.enable()
    bulk.finish(count, total)
    _held_by_indexes(connection, USUAL)
    _in_one_piece(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _held_by_indexes(connection: sqlite3.Connection, size: int) -> None:
    for name in INDEXES:
        connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', ?)", (size,))
    connection.commit()


def _in_one_piece(connection: sqlite3.Connection) -> None:
    """Put the pieces of each index together. Those that were written in bulk are a thousand times as large as one report's, and stand on the same level:

    the next thousand reports would pay for merging them, which reports that came one by one have paid for on their way.
    """
    for name in INDEXES:
        connection.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
    connection.commit()
