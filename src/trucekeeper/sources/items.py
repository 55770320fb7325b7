"""What a run has to read: files, rows of JSONL files and standard input, found in a stable order, each loaded on its own, by any process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from trucekeeper.model.document import Document
from trucekeeper.model.errors import SourceError
from trucekeeper.sources import jsonl
from trucekeeper.sources.dates import day_in_name
from trucekeeper.sources.html import from_html
from trucekeeper.sources.origin import Origin
from trucekeeper.sources.prose import foreign, unreadable
from trucekeeper.sources.text import from_text, from_unknown

LARGEST_FILE = 64 * 2**20  # bytes, of a file that holds one document
STDIN = "-"

Extract = Callable[[bytes, str], tuple[str, Origin]]

# suffix -> how its bytes become text; JSONL is apart, because one file holds many documents
READERS: dict[str, Extract] = {".txt": from_text, ".text": from_text, ".md": from_text, ".html": from_html, ".htm": from_html, ".xhtml": from_html}
ROWS = (".jsonl", ".ndjson")
# named one by one, a file of another suffix is read as text, but not what is known to hold none
NO_TEXT = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".gz", ".jpg", ".jpeg", ".png", ".mp3", ".mp4"}
)
# what this program writes itself, which is nobody's report
OWN = {".truce": "a record, not a report", ".yaml": "data, not a report; an agreement file is given with --agreement"}
OWN[".yml"] = OWN[".yaml"]
OWN[".truce-wal"] = OWN[".truce-shm"] = "part of a record"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read. `where` is the file; `line` and `data` are set for a row of JSONL, `data` alone for standard input."""

    where: str
    line: int | None = None
    data: bytes | None = None

    @property
    def place(self) -> str:
        return self.where if self.line is None else f"{self.where}:{self.line}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is not read, and why; no fault of anybody."""

    where: str
    reason: str


def found(paths: Iterable[str], stdin: IO[bytes] | None = None) -> Iterator[Item | Skipped | SourceError]:
    """All that is to be read under `paths`: folders with what lies below them, sorted by name, hidden files left aside; "-" is `stdin`."""
    for path in paths:
        if path == STDIN:
            yield from _of_stdin(stdin)
        elif Path(path).is_dir():
            for file in _files(Path(path)):
                yield from _of_file(file) if file.suffix.lower() in (*READERS, *ROWS) else [_no_reader(file)]
        else:
            file = Path(path)
            yield from [_no_reader(file)] if file.suffix.lower() in (*NO_TEXT, *OWN) and file.is_file() else _of_file(file)


def load(item: Item, given: Origin) -> Document | Skipped:
    """The document that an item holds; what the user gives of its origin goes before what it says, that before its file's name. Raises SourceError."""
    document = _document(item, given)
    reason = unreadable(document.text) or _language(document)
    return Skipped(item.place, reason) if reason else document


def _document(item: Item, given: Origin) -> Document:
    if item.line is not None and item.data is not None:
        return jsonl.from_row(item.data, item.where, item.line, given)
    data = item.data if item.data is not None else _bytes(Path(item.where))
    name = Path(item.where).stem if item.where != STDIN else "stdin"
    if not data.strip():
        return Origin().document(name=name, text="", where=item.where)
    text, origin = READERS.get(Path(item.where).suffix.lower(), from_unknown)(data, item.where)
    return given.over(origin).over(Origin(published=day_in_name(name))).document(name=name, text=text, where=item.where)


def _language(document: Document) -> str | None:
    """A language that somebody states is believed; otherwise the words tell."""
    if document.language:
        english = document.language.lower().replace("_", "-").split("-")[0] in ("en", "eng", "english")
        return None if english else f"not English: its language is given as {document.language!r}"
    return foreign(document.text)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SourceError(f"larger than {LARGEST_FILE // 2**20} MiB", where=str(path), mend="Give many documents as JSONL, one a line.")
        return path.read_bytes()
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> SourceError:
    return SourceError(f"cannot be opened: {error.strerror or error}", where=str(path), mend="Check the name and that you may read it.")


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def _no_reader(file: Path) -> Skipped:
    if file.suffix.lower() in OWN:
        return Skipped(str(file), OWN[file.suffix.lower()])
    return Skipped(str(file), f"no reader for {file.suffix or 'files without a suffix'}: {', '.join((*READERS, *ROWS))} are read")


def _of_file(file: Path) -> Iterator[Item | SourceError]:
    if file.suffix.lower() not in ROWS:
        yield Item(str(file))
        return
    try:
        with file.open("rb") as stream:
            yield from _rows(stream, str(file))
    except OSError as error:
        yield _unopened(file, error)


def _rows(stream: IO[bytes], where: str) -> Iterator[Item | SourceError]:
    for line in jsonl.lines(stream, where):
        yield line if isinstance(line, SourceError) else Item(where, *line)


def _of_stdin(stdin: IO[bytes] | None) -> Iterator[Item | SourceError]:
    if stdin is None:
        raise SourceError("there is no standard input to read", where=STDIN)
    first = stdin.readline(jsonl.LONGEST_LINE)
    if not jsonl.is_row(first):
        yield Item(STDIN, data=first + stdin.read(LARGEST_FILE))
        return
    yield Item(STDIN, 1, first)
    for line in jsonl.lines(stdin, STDIN):
        yield line if isinstance(line, SourceError) else Item(STDIN, line[0] + 1, line[1])
