"""The tree of errors.

TrucekeeperError
├── UsageError            what was asked for makes no sense (exit 2)
├── InputError            a file or stream that cannot be read; names file, place and mend (exit 3)
│   ├── SourceError       a report or archive
│   ├── AgreementError    an agreement file
│   └── KnowledgeError    a lexicon or gazetteer
├── RecordError           a record that cannot be opened, is of another version, or is damaged (exit 4)
├── NotFound              a claim, document, topic or agreement that the record does not hold (exit 5)
└── PipelineError         a language pipeline that is missing or has no UD labels (exit 6)
"""

from __future__ import annotations


class TrucekeeperError(Exception):
    """The root. `exit_code` is what the command line leaves with; `mend` says what the user can do."""

    exit_code = 1

    def __init__(self, message: str, *, mend: str | None = None) -> None:
        super().__init__(message)
        self.mend = mend

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message}\n{self.mend}" if self.mend else message


class UsageError(TrucekeeperError):
    exit_code = 2


class InputError(TrucekeeperError):
    """Something that was handed in cannot be read. `where` is the file, `line` (from 1) the place in it where known."""

    exit_code = 3

    def __init__(self, message: str, *, where: str | None = None, line: int | None = None, mend: str | None = None) -> None:
        place = ":".join(str(p) for p in (where, line) if p is not None)
        super().__init__(f"{place}: {message}" if place else message, mend=mend)
        self.where = where
        self.line = line


class SourceError(InputError):
    pass


class AgreementError(InputError):
    pass


class KnowledgeError(InputError):
    pass


class RecordError(TrucekeeperError):
    exit_code = 4


class NotFound(TrucekeeperError):
    exit_code = 5


class PipelineError(TrucekeeperError):
    exit_code = 6
