"""The work of `truce read`, in one process or several: items in, outcomes out in the same order, so that nothing depends on the number of workers."""

from __future__ import annotations

import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

from trucekeeper.model.claims import Claim
from trucekeeper.model.document import Document
from trucekeeper.model.errors import SourceError, TrucekeeperError
from trucekeeper.sources.items import Item, Skipped, load
from trucekeeper.sources.origin import Origin

CHUNK = 16  # items that travel together, and documents that are parsed together
MOST_CHARACTERS = 200_000  # of documents parsed together: bounds the memory; a longer one goes alone
AHEAD = 4  # chunks in flight for each worker: bounds the memory


@dataclass(frozen=True, slots=True)
class Read:
    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    where: str


@dataclass(frozen=True, slots=True)
class Failed:
    where: str
    error: str


@dataclass(frozen=True, slots=True)
class ToRead:
    where: str
    document: Document


Outcome = Read | AlreadyThere | Skipped | Failed


class Reads(Protocol):
    """What a reader is to this command (`reading.assemble.Reader`)."""

    def read_all(self, documents: Iterable[Document]) -> Iterator[Any]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a worker has to know. `reader` makes a reader; `record` is asked what it holds already, None where all is to be read."""

    reader: Callable[[], Reads]
    origin: Origin
    record: Path | None = None


def shipped_reader(pipeline: str | None) -> Reads:
    from trucekeeper.reading.assemble import Reader

    return Reader(pipeline)


class Worker:
    """Loads and reads items; its reader is made when the first document needs it."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._reader: Reads | None = None
        self._record: Any = None

    def work(self, items: Iterable[Item | Skipped | SourceError]) -> list[Outcome]:
        """One outcome an item, in order."""
        loaded = [self._loaded(item) for item in items]
        readings = iter([r for batch in _batches([x for x in loaded if isinstance(x, ToRead)]) for r in self._read(batch)])
        return [next(readings) if isinstance(x, ToRead) else x for x in loaded]

    def close(self) -> None:
        if self._record is not None:
            self._record.close()

    def _loaded(self, item: Item | Skipped | SourceError) -> Outcome | ToRead:
        if isinstance(item, Skipped):
            return item
        if isinstance(item, SourceError):
            return Failed(item.where or "", str(item))
        try:
            document = load(item, self.task.origin)
        except SourceError as error:
            return Failed(item.place, str(error))
        if isinstance(document, Skipped):
            return document
        return AlreadyThere(item.place) if self._holds(document) else ToRead(item.place, document)

    def _read(self, batch: list[ToRead]) -> list[Outcome]:
        if self._reader is None:
            self._reader = self.task.reader()
        try:
            return [Read(r.document, tuple(r.claims)) for r in self._reader.read_all([x.document for x in batch])]
        except TrucekeeperError:
            raise
        except Exception as error:  # a fault of ours on one text must not end a run over thousands: it is told, with its place, and the exit code says so
            if len(batch) > 1:  # each on its own, to name the one at fault and read the others
                return [outcome for one in batch for outcome in self._read([one])]
            where, place = batch[0].where, traceback.extract_tb(error.__traceback__)[-1]
            told = f"{where}: a fault of this program: {type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
            return [Failed(where, told)]

    def _holds(self, document: Document) -> bool:
        if self.task.record is None:
            return False
        if self._record is None:
            from trucekeeper.record import Record

            self._record = Record.open(self.task.record)
        held: bool = self._record.holds(document.id)
        return held


def _batches(wanted: list[ToRead]) -> Iterator[list[ToRead]]:
    batch: list[ToRead] = []
    characters = 0
    for one in wanted:
        if batch and characters + len(one.document.text) > MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(one)
        characters += len(one.document.text)
    if batch:
        yield batch


_worker: Worker | None = None  # of a worker process, set once when it starts


def _start(task: Task) -> None:
    global _worker
    _worker = Worker(task)


def _work(items: list[Item | Skipped | SourceError]) -> list[Outcome]:
    if _worker is None:
        raise TrucekeeperError("a worker was given work before it was started")
    return _worker.work(items)


def outcomes(items: Iterable[Item | Skipped | SourceError], task: Task, *, workers: int) -> Iterator[Outcome]:
    """One outcome an item, in the order of the items."""
    if workers == 1:
        worker = Worker(task)
        try:
            for chunk in _chunks(iter(items)):
                yield from worker.work(chunk)
        finally:
            worker.close()
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start, initargs=(task,)) as pool:
        try:
            yield from _in_order(pool, iter(items), workers * AHEAD)
        except BrokenProcessPool as error:
            raise TrucekeeperError("a worker process ended", mend="It may have run out of memory: use fewer --workers. What was read is kept.") from error
        finally:
            pool.shutdown(cancel_futures=True)


def _chunks(items: Iterator[Item | Skipped | SourceError]) -> Iterator[list[Item | Skipped | SourceError]]:
    return iter(lambda: list(islice(items, CHUNK)), [])


def _in_order(pool: ProcessPoolExecutor, items: Iterator[Item | Skipped | SourceError], ahead: int) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    for chunk in _chunks(items):
        waiting.append(pool.submit(_work, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def shipped(pipeline: str | None) -> Callable[[], Reads]:
    return partial(shipped_reader, pipeline)
