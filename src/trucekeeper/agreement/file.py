"""Agreement files: one YAML an agreement (`*.agreement.yaml`) that a person can read and mend; faults are told with line and mend."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from trucekeeper.agreement.checks import faults, unknown_bearers, unknown_issues, unknown_moments
from trucekeeper.agreement.lines import from_file
from trucekeeper.agreement.mistakes import first_mistake, no_days
from trucekeeper.agreement.schema import SECTIONS, AgreementFile
from trucekeeper.agreement.written import text_of
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.errors import AgreementError

Kind = TypeVar("Kind", bound=BaseModel)
HEAD = """\
# An agreement as Trucekeeper keeps it. Mend it freely: drafting again keeps every line that you changed.
# `?` stands where the words did not tell; the reason is under `unknown`. `words` are the exact words that a line rests on.
"""

NOT_YAML = {
    "found character": "Indent with spaces; YAML takes no tabs.",
    "mapping values are not allowed here": "Put words that hold a colon in quotes.",
    "could not find expected ':'": "A field is its name, a colon, a space and its value.",
}
LAST = (*SECTIONS.values(), "leave_out", "drafted_before", "unknown", "words", "drafted")


def load(path: Path) -> Agreement:
    """Raises AgreementError with the line for a file that is no YAML, does not fit the schema, or speaks of a line that it does not hold."""
    return from_file(sound(load_file(path), path))


def sound(file: AgreementFile, path: Path) -> AgreementFile:
    """The same file. Raises AgreementError with the line where it speaks of a line that it does not hold."""
    fault = next(faults(file), None)
    if fault is not None:
        content = content_of(path.read_text("utf-8"), where=str(path))
        raise AgreementError(fault.message, where=str(path), line=line_of(content, fault.place), mend=fault.mend)
    return file


def strangers(file: AgreementFile, path: Path) -> list[str]:
    """A warning, with its line, for each name that the file does not explain: a bearer of an agreed term who is no party, a moment, an issue."""
    found = [*unknown_bearers(file), *unknown_moments(file), *unknown_issues(file)]
    content = content_of(path.read_text("utf-8"), where=str(path)) if found else None
    return [f"{line_of(content, place)}: {told}" for place, told in found]


def load_file(path: Path) -> AgreementFile:
    return parse(text_of(path), where=str(path))


def content_of(text: str, *, where: str, what: str = "agreement", begins: str = "`name:`; `truce draft` writes one") -> Any:
    """The file as ruamel.yaml reads it, with lines and comments. Raises AgreementError."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        content = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        mend = next((m for told, m in NOT_YAML.items() if (error.problem or "").startswith(told)), "Look at the indent and the quotes here, and just above.")
        raise AgreementError(f"not YAML: {error.problem or error}", where=where, line=line, mend=mend) from error
    except ValueError as error:
        line, written = next(no_days(text), (1, str(error)))
        raise AgreementError(f"{written} is no day", where=where, line=line, mend="Write a day that the calendar has, as 2025-03-01.") from error
    if not isinstance(content, dict):
        raise AgreementError(f"holds no {what}", where=where, line=1, mend=f"Such a file begins with {begins}.")
    return content


def parse(text: str, *, where: str) -> AgreementFile:
    return validated(AgreementFile, text, where=where)


def validated(kind: type[Kind], text: str, *, where: str, **said: str) -> Kind:
    """A file's text by its schema. Raises AgreementError for the first fault, with its line."""
    content = content_of(text, where=where, **said)
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        place, message, mend = first_mistake(error)
        raise AgreementError(message, where=where, line=line_of(content, place) or 1, mend=mend) from error


def line_of(content: Any, place: tuple[int | str, ...]) -> int | None:
    """The line (from 1) of a field in a file that ruamel.yaml read; of what holds it where the field itself is missing."""
    line: int | None = None
    for key in place:
        marks = getattr(content, "lc", None)
        if marks is None:
            return line
        try:
            line = (marks.key(key) if isinstance(content, dict) else marks.item(key))[0] + 1
            content = content[key]
        except (KeyError, IndexError, TypeError):
            return line
    return line


def dump(file: AgreementFile, over: str | None = None) -> str:
    """The file as text, empty fields left out, in the order of the schema; `over` is an earlier text of it, whose comments and ways of writing are kept."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 160
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO(newline="")
    made = file.model_dump(mode="json")
    if over is not None:  # a line gets no field that nobody wrote
        made |= {name: [line.model_dump(mode="json", exclude_unset=True) for line in getattr(file, name)] for name in SECTIONS.values()}
    yaml.dump(lean(made) if over is None else laid_over(content_of(over, where=file.name), lean(made)), out)
    return out.getvalue() if over is not None else HEAD + out.getvalue()


def laid_over(old: Any, new: Any) -> Any:
    """The new content in the old one's mappings, so that comments stay where they stood; list items are known by id or name, or else by their place."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [k for k in old if k not in new]:
            del old[key]
        for key, value in new.items():
            old[key] = laid_over(old.get(key), value)
        return old
    if isinstance(old, list) and isinstance(new, list):
        by_key = {name_in(item): item for item in old if name_in(item)}
        there = [None if name_in(item) else item for item in (*old, *[None] * len(new))]
        made = [laid_over(by_key.get(name_in(v)) if name_in(v) else there[n], v) for n, v in enumerate(new)]
        if len(made) != len(old) or any(mine is not its for mine, its in zip(made, old, strict=True)):  # a list that is written to loses its comments
            old[:] = made
        return old
    return old if old is not None and str(old) == str(new) else new  # 2031-05-01 stays without quotes


def name_in(item: Any) -> str | None:
    return item.get("id") or item.get("name") if isinstance(item, dict) else None


def lean(value: Any) -> Any:
    """Without empty values, what a person reads first, all the way down; whole numbers without a point."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda kv: LAST.index(kv[0]) + 1 if kv[0] in LAST else 0)
        return {k: lean(v) for k, v in ordered if v is not None and v != [] and v != {}}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [lean(v) for v in value] if isinstance(value, list) else value
