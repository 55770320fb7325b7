"""Claims as a flat table for spreadsheets: one row a claim, the fields that several kinds share in common columns. It is written, not read again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from typing import IO, Any

from trucekeeper.model.document import Document

ACTS = "=+-@\t\r"  # what a spreadsheet takes for a formula at the beginning of a cell; other people's words must not become one
# a column -> the field of each kind that it holds
SHARED: dict[str, dict[str, str]] = {
    "what": {
        "statement": "act", "event": "act", "figure": "measure", "provision": "action", "position": "content", "role": "title", "wording": "term",
        "place": "name",
    },
    "status": {"event": "status", "figure": "status", "provision": "standing", "position": "stance", "role": "tenure"},
    "who": {
        "statement": "speaker", "event": "actors", "figure": "party", "provision": "obligors", "position": "party", "role": "person", "wording": "by",
    },
    "to_whom": {"statement": "addressee", "event": "recipients", "provision": "beneficiaries", "position": "toward", "wording": "referent"},
    "issue": {"provision": "issue", "position": "issue"},
    "content": {"statement": "content"},
    "clause": {"provision": "clause"},
    "plover": {"event": "plover"},
    "counted": {"figure": "of", "role": "of"},
    **{name: {"figure": name} for name in ("value", "low", "high", "bound", "unit")},
}  # fmt: skip
COLUMNS = (
    "id", "kind", "status", "what", "who", "to_whom", "from", "to", "approximate", "time_words", "place", "lat", "lon", "value", "low", "high", "bound", "unit",
    "counted", "issue", "content", "clause", "plover", "words", "said_by", "chain", "mode", "hedge", "said_from", "said_to", "outlet", "title", "published",
    "url", "document", "document_name", "sha256", "start", "end", "confidence", "learnt", "judgements",
)  # fmt: skip


def write_table(rows: Iterable[Mapping[str, Any]], documents: Mapping[str, Document], out: IO[str]) -> int:
    """Write rows of the claims format as CSV with a line of names. How many claims were written."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in _flat(row, documents[row["document"]]).items()})
        count += 1
    return count


def _flat(row: Mapping[str, Any], document: Document) -> dict[str, Any]:
    time, said, place = row["due"] if row.get("due") else row["about"] or {}, row["said"] or {}, row["place"] or {}
    if row["kind"] == "place":
        place = row
    main, attribution = row["evidence"][0], row["attribution"]
    chain = [_name(a) for a in attribution["chain"] if not _name(a).startswith("(")]  # "(outlet)" and "(not stated)" name nobody
    own = {"id": row["id"], "kind": row["kind"], **{name: _names(row.get(fields.get(row["kind"], ""))) for name, fields in SHARED.items()}}
    if row.get("ended"):
        own["status"] = f"no longer {own['status']}"
    when = {"from": time.get("earliest"), "to": time.get("latest"), "approximate": time.get("approximate"), "time_words": time.get("text")}
    where = {"place": place.get("name"), "lat": place.get("lat"), "lon": place.get("lon")}
    word = {"said_by": chain[-1] if chain else None, "chain": " > ".join(chain), "mode": attribution["mode"], "hedge": attribution["hedge"]}
    told = {"words": main["exact"], "start": main["start"], "end": main["end"], "said_from": said.get("earliest"), "said_to": said.get("latest")}
    paper = {name: getattr(document, name) for name in ("outlet", "title", "published", "url", "sha256")}
    judged = "; ".join(f"{j['verdict']} by {j['by']}, {j['at'][:10]}" for j in row.get("judgements", ()))
    ids = {name: row[name] for name in ("document", "document_name", "confidence", "learnt")}
    return {**own, **when, **where, **word, **told, **paper, **ids, "judgements": judged}


def _names(value: Any) -> Any:
    """Somebody, or several, by name; anything else as it is."""
    if isinstance(value, list):
        return "; ".join(str(_names(v)) for v in value)
    return _name(value) if isinstance(value, dict) else value


def _name(actor: Mapping[str, Any]) -> str:
    return str(actor["resolved"] or actor["name"])


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ACTS and value else value
