"""Agreement files: one YAML an agreement (`*.agreement.yaml`) that a person can read and mend; faults are told with line and mend."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from trucekeeper.agreement.lines import content_digest, from_file, to_file
from trucekeeper.agreement.schema import AgreementFile
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.errors import AgreementError

HEAD = """\
# An agreement as Trucekeeper keeps it. Mend it freely: drafting again keeps every line that you changed.
# `?` stands where the words did not tell; the reason is under `unknown`. `words` are the exact words that a line rests on.
"""


LAST = ("parties", "phases", "terms", "exchanges", "leave_out", "unknown", "words", "drafted")


def load(path: Path) -> Agreement:
    """Raises AgreementError with the line for a file that is no YAML or does not fit the schema."""
    return from_file(load_file(path))


def load_file(path: Path) -> AgreementFile:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AgreementError(f"cannot be read: {error}", where=str(path)) from error
    return parse(text, where=str(path))


def parse(text: str, *, where: str) -> AgreementFile:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        content = YAML(typ="rt").load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise AgreementError(f"not YAML: {error.problem or error}", where=where, line=line, mend="Look at the indent and the quotes of this line.") from error
    if not isinstance(content, dict):
        raise AgreementError("holds no agreement", where=where, line=1, mend="An agreement file begins with `name:`; `truce draft` writes one.")
    try:
        return AgreementFile.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = tuple(p for p in first["loc"] if not (isinstance(p, str) and p in {"str", "ActorLine"}))
        said = "no such field" if first["type"] == "extra_forbidden" else first["msg"].removeprefix("Value error, ")
        mend = f"See field {'.'.join(map(str, place))} in `truce state --schema`."
        raise AgreementError(f"{'.'.join(map(str, place))}: {said}", where=where, line=line_of(content, place), mend=mend) from error


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


def dump(file: AgreementFile) -> str:
    """The file as text, empty fields left out, in the order of the schema."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 160
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO(newline="")
    yaml.dump(lean(file.model_dump(mode="json")), out)
    return HEAD + out.getvalue()


def lean(value: Any) -> Any:
    """Without empty values, what a person reads first, all the way down."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda kv: LAST.index(kv[0]) + 1 if kv[0] in LAST else 0)
        return {k: lean(v) for k, v in ordered if v is not None and v != [] and v != {}}
    return [lean(v) for v in value] if isinstance(value, list) else value


def redrafted(kept: AgreementFile, drafted: Agreement) -> AgreementFile:
    """A new draft under a person's mends: changed and added lines stay, untouched ones are drafted anew, those under `leave_out` stay out."""
    new = to_file(drafted)
    return new.model_copy(
        update={
            "name": kept.name,
            "signed": kept.signed or new.signed,
            "effective": kept.effective or new.effective,
            "leave_out": kept.leave_out,
            "parties": merged(kept.parties, new.parties, kept.leave_out, "name"),
            "phases": merged(kept.phases, new.phases, kept.leave_out, "id"),
            "terms": merged(kept.terms, new.terms, kept.leave_out, "id"),
            "exchanges": merged(kept.exchanges, new.exchanges, kept.leave_out, "id"),
        }
    )


def merged(kept: list[Any], new: list[Any], leave_out: list[str], key: str) -> list[Any]:
    """The new lines in their order, a person's in their place, what only a person wrote at the end."""
    mended = {getattr(line, key): line for line in kept if line.drafted != content_digest(line)}
    found = [mended.pop(getattr(line, key), line) for line in new if getattr(line, key) not in leave_out]
    return found + list(mended.values())
