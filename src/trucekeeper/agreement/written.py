"""The text of an agreement file, before anything is made of it."""

from __future__ import annotations

from pathlib import Path

from trucekeeper.model.errors import AgreementError
from trucekeeper.record.database import is_database


def text_of(path: Path) -> str:
    """Raises AgreementError."""
    try:
        if is_database(path):
            raise AgreementError("is a record, not an agreement file", where=str(path), mend=f"`truce draft {path}` writes an agreement file.")
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise AgreementError("is not in UTF-8", where=str(path), line=line_at(path, error.start), mend="Save it with the encoding UTF-8.") from error
    except OSError as error:
        raise AgreementError(f"cannot be read: {error.strerror or error}", where=str(path), mend="`truce draft` writes such a file.") from error


def line_at(path: Path, offset: int) -> int:
    return path.read_bytes().count(b"\n", 0, offset) + 1
