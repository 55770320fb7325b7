"""`truce show`: one claim in its sentence, whose word it is, where it stands, and what people judged of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from trucekeeper.cli.common import json_option, opened, print_json, record_argument

if TYPE_CHECKING:
    from rich.console import Console

    from trucekeeper.model.claims import Claim
    from trucekeeper.model.document import Document
    from trucekeeper.model.judgement import Judgement
    from trucekeeper.model.time import Time
    from trucekeeper.record import Record

COMMON = ("id", "kind", "document", "document_name", "evidence", "attribution", "said", "about", "place", "confidence", "spans", "trigger", "content")
UNNAMED = "(outlet)"  # how readers write the report's own voice where nobody said which outlet it is


@click.command("show")
@record_argument
@click.argument("claim")
@json_option
def command(record: Path, claim: str, as_json: bool) -> None:
    """Show one claim by its id, or by the first letters of it."""
    with opened(record) as held:
        page = _page(held, claim)
    if as_json:
        print_json(page)
    else:
        _print(**page)


def _page(record: Record, claim_id: str) -> dict[str, Any]:
    from trucekeeper.record.context import sentence_around

    claim = record.claim(claim_id)
    document = record.document(claim.document)
    learnt, dropped = record.claim_learnt(claim.id)
    main = claim.evidence[0]
    start, end = sentence_around(document.text, main.start, main.end)
    judgements = list(record.judgements(claim.id))
    return {
        "claim": claim,
        "document": {**_origin(document), "said": document.said, "published_reasons": document.published_reasons},
        "sentence": {"start": start, "end": end, "exact": document.text[start:end]},
        "chain": _chain(claim, document),
        "actors": _known(claim),
        "learnt": learnt,
        "dropped": dropped,
        "judgements": judgements,
        "corrected": _corrected(claim, judgements),
    }


def _corrected(claim: Claim, judgements: list[Judgement]) -> list[dict[str, Any]]:
    """What stands corrected: field, the value that was read and the one that a person gave, who and when."""
    from trucekeeper.model.rows import plain
    from trucekeeper.weighing.judged import standing

    newest = standing(judgements).get(claim.id)
    if newest is None or newest.correction is None:
        return []
    return [{"field": name, "read": plain(getattr(claim, name)), "now": now, "by": newest.by, "at": newest.at} for name, now in newest.correction.items()]


def _origin(document: Document) -> dict[str, Any]:
    return {"id": document.id, "sha256": document.sha256} | {n: getattr(document, n) for n in ("name", "outlet", "title", "url", "published", "origin")}


def _chain(claim: Claim, document: Document) -> list[str]:
    """From the outlet inward to who asserts it."""
    names = [actor.label for actor in claim.attribution.chain]
    inner = names[1:] if names and names[0] in (document.outlet, UNNAMED) else names
    return [document.outlet or f"{document.name} (no outlet given)", *inner]


def _known(claim: Claim) -> list[dict[str, str | None]]:
    """Those of its actors whom the program's own table knows: name, id, and the Wikidata item where one is certain."""
    from trucekeeper.reading.actors.lexicon import lexicon
    from trucekeeper.record.codec import people_of

    known = lexicon().known
    found = dict.fromkeys(actor.actor for actor in people_of(claim) if actor.actor in known)
    return [{"name": known[key].name, "id": key, "wikidata": known[key].wikidata} for key in found if key]


def _print(
    *,
    claim: Claim,
    document: dict[str, Any],
    sentence: dict[str, Any],
    chain: list[str],
    actors: list[dict[str, str | None]],
    learnt: str,
    dropped: str | None,
    judgements: list[Judgement],
    corrected: list[dict[str, Any]],
) -> None:
    from trucekeeper.model.rows import to_row
    from trucekeeper.views.terminal import console, heading, section

    out = console()
    row = to_row(claim, document["name"])
    heading(out, f"{row['kind']} {claim.id}")
    for change in corrected:
        told = f"{change['field']} {_label(change['read']) or '(none)'}, corrected to {_label(change['now']) or '(none)'}"
        out.print(f"{told} by {change['by']}, {change['at'][:10]}", markup=False, style="bold")
    out.print()
    _print_sentence(out, claim, sentence)
    section(out, "Whose word")
    out.print(f"{' → '.join(chain)}{_manner(claim)}", markup=False)
    for actor in actors:
        out.print(f"{actor['name']}: {actor['id']}{', Wikidata ' + actor['wikidata'] if actor['wikidata'] else ''}", markup=False, style="dim")
    section(out, "What was read")
    own = {k: v for k, v in row.items() if k not in COMMON}
    _print_fields(out, {**own, "about": _time(claim.about), "said": _time(claim.said), "place": _label(row["place"])})
    section(out, "Where it stands")
    _print_fields(out, _standing(claim, document, learnt, dropped))
    section(out, "Judgements")
    for judgement in judgements or ():
        out.print(_judged(judgement), markup=False)
    if not judgements:
        out.print("none yet", style="dim")


def _print_sentence(out: Console, claim: Claim, sentence: dict[str, Any]) -> None:
    from rich.text import Text

    words = Text(sentence["exact"])
    for evidence in claim.evidence:
        start, end = evidence.start - sentence["start"], evidence.end - sentence["start"]
        if start >= 0 and end <= len(words):
            words.stylize("bold reverse" if evidence is claim.evidence[0] else "underline", start, end)
    out.print(words)
    if not out.is_terminal:  # no colour to tell the exact words by
        out.print(f"exact words: “{claim.evidence[0].exact}”", markup=False)


def _manner(claim: Claim) -> str:
    """How it is said: mode, the word that says so, and any hedge."""
    said = claim.attribution
    parts = [
        said.mode if said.mode != "outlet" else "the report's own voice",
        f"“{said.cue}”" if said.cue else "",
        f"hedged “{said.hedge}”" if said.hedge else "",
    ]
    return f"  ({', '.join(part for part in parts if part)})"


def _standing(claim: Claim, document: dict[str, Any], learnt: str, dropped: str | None) -> dict[str, str | None]:
    return {
        "document": f"{document['name']} ({document['id']})",
        "published": document["published"] or f"not given; {_time(document['said']) or 'not told by the text'}",
        "url": document["url"],
        "sha256": document["sha256"],
        "offsets": ", ".join(f"{e.start}–{e.end}" for e in claim.evidence),
        "confidence": f"{claim.confidence:.2f}",
        "learnt": learnt,
        "dropped": f"{dropped}: a later reading no longer finds it" if dropped else None,
    }


def _print_fields(out: Console, values: dict[str, Any]) -> None:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in values.items():
        shown = _label(value)
        if shown:
            grid.add_row(name.replace("_", " "), shown)
    out.print(grid, markup=False)


def _label(value: Any) -> str:
    """A value in words: actors and places by name, times by their ends, lists joined."""
    if isinstance(value, dict):
        if "earliest" in value:
            return f"{value['earliest'] or '…'} to {value['latest'] or '…'}"
        shown = value.get("resolved") or value.get("name") or value.get("text")
        return str(shown) if shown else ", ".join(f"{k} {_label(v)}" for k, v in value.items() if v)
    if isinstance(value, list):
        return ", ".join(_label(v) for v in value)
    return "" if value is None or value is False else f"{value:,.15g}" if isinstance(value, float) else str(value)


def _time(time: Time | None) -> str | None:
    if time is None:
        return None
    day = time.earliest if time.earliest == time.latest else f"{time.earliest or '…'} to {time.latest or '…'}"
    return f"{day}{', about' if time.approximate else ''}{f' (“{time.text}”)' if time.text else ''}"


def _judged(judgement: Judgement) -> str:
    corrected = ", ".join(f"{k} = {_label(v)}" for k, v in (judgement.correction or {}).items())
    told = [f"{judgement.at[:10]}  {judgement.verdict} by {judgement.by}", corrected, judgement.reason]
    return "; ".join(part for part in told if part)
