"""Time an agreement of 500 provisions against a large record: `python benchmarks/agreement/run.py CLAIMS [RECORD] [CONFLICT]`.

The record is that of benchmarks/scale (made there or here, of so many claims); the agreement binds the three parties of one of its conflicts, 0 being the one
that most reports are about. Prints how long it takes to hold all documents against the agreement once, what one more report costs, and how long each command
takes after that, with the memory that it needs, beside what was asked.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).parents[1] / "scale"))
from made import CONFLICTS, DAYS, FIRST, archive
from timing import head, view

from trucekeeper.agreement.keeping import keep_up, kept_agreement
from trucekeeper.knowledge import table
from trucekeeper.record import Record

TERMS = 500
ASKED = 1.0  # seconds for their state, in a record of a million claims
SIGNED = FIRST + timedelta(days=30)
LAST = FIRST + timedelta(days=DAYS)
VIEWS = {
    "state": ["state"],
    "state on a day": ["state", "--on", "2023-06-01"],
    "state as known then": ["state", "--on", "2023-06-01", "--as-known-on", "2025-01-01"],
    "state, by one party": ["state", "--according-to", "{party}"],
    "state, with assumptions": ["state", "--assume", "{assumed}"],
    "state, as a page": ["state", "--html", "{page}"],
    "ledger": ["ledger"],
    "calendar": ["calendar", "--on", "2023-06-01"],
    "matches of one line": ["matches", "--line", "t7"],
}


def agreement(number: int) -> dict[str, Any]:
    """500 terms over all issues, in six phases that hang on one another, with chains of clauses, exchanges in rounds, aid, a fund and amendments."""
    rng, conflict = random.Random(number), CONFLICTS[number]
    parties = [p.name for p in conflict.parties]
    issues = {name: [w for w in entry["words"] if "+" not in w] for name, entry in table("issues").items()}
    terms = []
    for n in range(TERMS):
        issue = list(issues)[n % len(issues)]
        words = rng.sample(issues[issue], 2)
        anchor: dict[str, Any] = {"kind": "phase", "reference": f"{n % 6 + 1}:begin", "offset": f"P{rng.randint(3, 200)}D", "relation": "within"}
        if n % 5 == 4:
            anchor = {"kind": "clause", "reference": f"1.{n - 1}", "offset": "P2W", "relation": "within"}
        terms.append(
            {
                "id": f"t{n}", "clause": f"1.{n}", "act": f"{words[0]} the {words[1]} of {rng.choice(conflict.places).name}", "issue": issue,
                "bearers": rng.sample(parties, rng.choice((1, 1, 2))), "phase": str(n % 6 + 1), "anchor": anchor,
            }
        )  # fmt: skip
    phases: list[dict[str, Any]] = [{"id": "1", "label": "phase 1", "number": 1, "length": "P6M"}]
    for n in range(2, 7):
        begin = {"kind": "phase", "reference": f"{n - 1}:end", "offset": "P1D", "relation": "after"}
        phases.append({"id": str(n), "label": f"phase {n}", "number": n, "length": "P6M", "begin_from": begin})
    rounds = {"every": "P1W", "first": (SIGNED + timedelta(days=21)).isoformat(), "count": 40}
    sides = [{"of": "prisoners", "value": 4000, "giver": parties[0]}], [{"of": "hostages", "value": 400, "giver": parties[1]}]
    return {
        "name": f"the accord of conflict {number}", "signed": SIGNED.isoformat(), "effective": (SIGNED + timedelta(days=3)).isoformat(),
        "parties": [{"name": p} for p in parties], "phases": phases, "terms": terms,
        "exchanges": [{"id": "swap", "phase": "1", "gives": sides[0], "returns": sides[1], "schedule": rounds}],
        "aid": [{"id": "trucks", "of": "trucks", "value": 120, "crossings": [p.name for p in conflict.places[:3]]}],
        "money": [{"id": "fund", "name": "reconstruction fund", "contributions": [{"by": parties[0], "value": 5000000, "currency": "USD"}]}],
        "amendments": [{"id": "longer", "signed": "2022-06-01", "changes": [{"what": "extend", "line": "1", "length": "P30D"}]}],
    }  # fmt: skip


def fill(path: Path, wanted: int) -> None:
    """Add reports until the record holds so many claims."""
    with Record.create(path) as record:
        documents, claims = record.size()
        for document, found in archive(sys.maxsize, documents):
            if claims >= wanted:
                return
            record.add(document, found, learnt="2025-01-01")
            claims += len(found)


def spent(what: str, begun: tuple[float, float], done: int) -> None:
    wall, used = time.perf_counter() - begun[0], time.process_time() - begun[1]
    print(f"{what:<28} {wall:7.2f} s ({used:.2f} s of processor time): {done:,} documents, {1000 * used / max(done, 1):.2f} ms each", flush=True)


def now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def main(wanted: int, path: Path, number: int) -> None:
    fill(path, wanted)
    folder = path.parent
    file, assumed = folder / f"conflict-{number}.agreement.yaml", folder / "assumed.yaml"
    content = agreement(number)
    YAML().dump(content, file)
    YAML().dump({"performed": [{"line": "t1", "on": LAST.isoformat()}]}, assumed)
    with Record.open(path) as record:
        documents, claims = record.size()
        about = sum(content["parties"][0]["name"] in d.text or content["parties"][1]["name"] in d.text for d in record.documents())
        print(f"{documents:,} documents, {claims:,} claims, {about:,} documents name a party of conflict {number}; {len(content['terms'])} terms", flush=True)
        begun = now()
        spent("held against it once", begun, keep_up(record, kept_agreement(record, file)[0]))
        made, found = next(archive(documents + 1, documents))
        record.add(made, found, learnt="2025-01-02")
        begun = now()
        spent("one more report", begun, keep_up(record, kept_agreement(record, file)[0]))
    values = {"party": content["parties"][0]["name"], "assumed": str(assumed), "page": str(folder / "state.html")}
    head()
    for name, (command, *more) in VIEWS.items():
        view(name, [command, str(path), "--agreement", str(file), *(m.format(**values) for m in more)], record=path, asked=ASKED if name == "state" else None)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2] if len(sys.argv) > 2 else "scale.truce"), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
