"""Drafting again over a file that a person mended: changed, added and deleted lines stay as the person left them."""

from __future__ import annotations

from typing import Any

from trucekeeper.agreement.lines import content_digest, key_of, keys_of, to_file
from trucekeeper.agreement.schema import SECTIONS, AgreementFile
from trucekeeper.model.agreement import Agreement


def redrafted(kept: AgreementFile, drafted: Agreement) -> AgreementFile:
    """A new draft under a person's mends: changed and added lines stay, untouched ones are drafted anew, deleted ones and those under `leave_out` stay out."""
    new = to_file(drafted)
    out = removed(kept)
    made = {name: merged(kind, getattr(kept, name), getattr(new, name), kept, out) for kind, name in SECTIONS.items()}
    known = {p.id for p in made["phases"]}
    made |= {name: [in_phase(line, known) for line in made[name]] for name in ("terms", "exchanges", "aid", "money")}
    return new.model_copy(
        update={
            "name": kept.name,
            "id": kept.id or new.id,
            "signed": kept.signed or new.signed,
            "effective": kept.effective or new.effective,
            "leave_out": kept.leave_out,
            "drafted_before": list(dict.fromkeys((*keys_of(new), *out))),
            **made,
        }
    )


def removed(kept: AgreementFile) -> list[str]:
    """Drafted lines that are no longer in the file: a person deleted or renamed them."""
    there = keys_of(kept)
    return [key for key in kept.drafted_before if key not in there]


def mends(kept: AgreementFile) -> int:
    """How many lines of the file are a person's: changed, added, deleted or left out."""
    changed = sum(is_mended(line) for line in keys_of(kept).values())
    renamed = {p.id for p in kept.parties if p.id and is_mended(p)}
    return changed + max(0, len(removed(kept)) - len(renamed)) + len(kept.leave_out)


def is_mended(line: Any) -> bool:
    return bool(line.drafted != content_digest(line))


def in_phase(line: Any, known: set[str]) -> Any:
    """A line of a phase that a person deleted belongs to no phase."""
    return line if line.phase is None or line.phase in known or is_mended(line) else line.model_copy(update={"phase": None})


def merged(kind: str, kept: list[Any], new: list[Any], file: AgreementFile, out: list[str]) -> list[Any]:
    """The lines in the order of the file, a person's as they are and the others drafted anew; what only the new draft has stands where it follows
    in the draft."""
    drafted = {key: line for line in new if (key := key_of(line)) not in file.leave_out}
    by_id = {line.id: key_of(line) for line in new if kind == "party" and line.id}  # a renamed party is known by its id
    found: dict[str, Any] = {}
    for line in kept:
        key = key_of(line)
        if is_mended(line):
            found[by_id.get(line.id, key) if kind == "party" else key] = line
        elif key in drafted:
            found[key] = drafted[key]
    order = list(found)
    at = 0
    for key, line in drafted.items():
        if key in found:
            at = order.index(key) + 1
        elif f"{kind} {key}" not in out:
            found[key] = line
            order.insert(at, key)
            at += 1
    return [found[key] for key in order]
