"""Agreement files: one YAML an agreement (`*.agreement.yaml`) that a person can read and mend; faults are told with line and mend."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from trucekeeper.agreement.checks import faults
from trucekeeper.agreement.lines import from_file
from trucekeeper.agreement.names import is_party, plain_name
from trucekeeper.agreement.schema import SECTIONS, AgreementFile
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Actor
from trucekeeper.model.errors import AgreementError

Kind = TypeVar("Kind", bound=BaseModel)
HEAD = """\
# An agreement as Trucekeeper keeps it. Mend it freely: drafting again keeps every line that you changed.
# `?` stands where the words did not tell; the reason is under `unknown`. `words` are the exact words that a line rests on.
"""


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
    """A warning for each agreed term whose bearer is none of the file's parties, with file and line."""
    known = {key for p in file.parties for key in (p.id, plain_name(p.name)) if key}
    found = []
    for number, term in enumerate(file.terms):
        for who in term.bearers if term.standing == "agreed" and isinstance(term.bearers, list) else []:
            actor = Actor(who) if isinstance(who, str) else Actor(who.name, who.id)
            if known and is_party(actor) and not {actor.actor, plain_name(actor.name)} & known:
                found.append((number, term.id, actor.name))
    content = content_of(path.read_text("utf-8"), where=str(path)) if found else None
    told = "is none of the parties; name it under `parties`, or mend the bearer"
    return [f"{path}:{line_of(content, ('terms', number, 'bearers'))}: {term}: {name} {told}" for number, term, name in found]


def load_file(path: Path) -> AgreementFile:
    return parse(text_of(path), where=str(path))


def text_of(path: Path) -> str:
    """Raises AgreementError."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AgreementError(f"cannot be read: {error}", where=str(path)) from error


def content_of(text: str, *, where: str, what: str = "agreement", begins: str = "`name:`; `truce draft` writes one") -> Any:
    """The file as ruamel.yaml reads it, with lines and comments. Raises AgreementError."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        content = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise AgreementError(f"not YAML: {error.problem or error}", where=where, line=line, mend="Look at the indent and the quotes of this line.") from error
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
        first = error.errors()[0]
        place = tuple(p for p in first["loc"] if not (isinstance(p, str) and p in {"str", "ActorLine"}))
        told = "no such field" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        mend = f"See field {'.'.join(map(str, place))} in `truce state --schema`."
        raise AgreementError(f"{'.'.join(map(str, place))}: {told}", where=where, line=line_of(content, place), mend=mend) from error


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
    """The file as text, empty fields left out, in the order of the schema; `over` is an earlier text of it, whose comments are kept."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 160
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO(newline="")
    made = lean(file.model_dump(mode="json"))
    yaml.dump(made if over is None else laid_over(content_of(over, where=file.name), made), out)
    return out.getvalue() if over is not None else HEAD + out.getvalue()


def laid_over(old: Any, new: Any) -> Any:
    """The new content in the old one's mappings, so that comments stay where they stood; list items are known by id or name."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [k for k in old if k not in new]:
            del old[key]
        for key, value in new.items():
            if key not in old or old[key] != value:
                old[key] = laid_over(old.get(key), value)
        return old
    if isinstance(old, list) and isinstance(new, list):
        by_key = {key: item for item in old if isinstance(item, dict) and (key := item.get("id") or item.get("name"))}
        old[:] = [laid_over(by_key.get(v.get("id") or v.get("name")), v) if isinstance(v, dict) else v for v in new]
        return old
    return new


def lean(value: Any) -> Any:
    """Without empty values, what a person reads first, all the way down; whole numbers without a point."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda kv: LAST.index(kv[0]) + 1 if kv[0] in LAST else 0)
        return {k: lean(v) for k, v in ordered if v is not None and v != [] and v != {}}
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return [lean(v) for v in value] if isinstance(value, list) else value
