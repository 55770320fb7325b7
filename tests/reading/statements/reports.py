"""Labelled short reports (`reports.txt`) against what is read of them: statements, their words, speakers, links and acts.

Under a report's "--" each line has fields: cue | speaker | mode | act | via NAME | to NAME | hedge WORD | : content; content is "first words..last words",
parts joined by " ++ "; of several places the shortest that lies nearest to the cue is meant. Cue "runon" is a sentence without its own; a speaker of several is
"A+B", of several names for one "A|B", nobody "-"; "~" behind one tells that he is unnamed. "?" behind a link: it may be there, or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from trucekeeper.model.claims import Actor
from trucekeeper.reading.actors import truce_actors
from trucekeeper.reading.layers import Region, StatementFound, layers
from trucekeeper.reading.statements import truce_statements

FILE = Path(__file__).with_name("reports.txt")
WORD = re.compile(r"\w+")
WITHOUT_CUE = frozenset({"runon", "quote"})
PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Label:
    cue: str
    speaker: str
    mode: str
    acts: tuple[str, ...]
    content: tuple[Region, ...]
    via: tuple[str, ...] = ()
    to: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    conflict: str
    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Score:
    """`got` and `asked` by field; a line for each miss."""

    got: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def note(self, name: str, right: bool, told: str) -> None:
        self.asked[name] += 1
        self.got[name] += right
        if not right:
            self.misses.append(f"{name}: {told}")

    def share(self, name: str) -> float:
        return self.got[name] / max(self.asked[name], 1)


def reports(path: Path = FILE) -> Iterator[Report]:
    for part in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        name, _, conflict = head.partition(" | ")
        text, _, lines = body.partition("\n--\n")
        yield Report(name, conflict, text, tuple(label(text, line) for line in lines.strip().splitlines()))


def label(text: str, line: str) -> Label:
    told, _, content = line.partition(" | : ")
    cue, speaker, mode, act, *more = [f.strip() for f in told.split(" | ")]
    extra = {key: value for key, _, value in (m.partition(" ") for m in more)}
    via = tuple(v.strip() for v in extra.get("via", "").split(",") if v.strip())
    parts = tuple(place(text, cue, part) for part in content.split(" ++ "))
    return Label(cue, speaker, mode, tuple(act.split("?")), parts, via, extra.get("to"), extra.get("hedge"))


def place(text: str, cue: str, part: str) -> Region:
    first, _, last = part.partition("..")
    cues = [m.start() for m in re.finditer(re.escape(cue), text)] or [0]
    found = []
    for match in re.finditer(re.escape(first), text):
        end = text.find(last, match.start()) + len(last) if last else match.end()
        if not last or text.find(last, match.start()) >= 0:
            found.append((end - match.start(), min(min(abs(match.start() - c), abs(c - end)) for c in cues), match.start(), end))
    if not found:
        raise ValueError(f"no such words in the report: {part!r}")
    return min(found)[2:]


def words(text: str, parts: tuple[Region, ...]) -> set[int]:
    return {m.start() for a, b in parts for m in WORD.finditer(text, a, b)}


def is_who(wanted: str, actor: Actor | None) -> bool:
    if actor is None or wanted == "-":
        return actor is None and wanted == "-"
    names = f"{actor.name} {actor.resolved or ''} {actor.actor or ''}".casefold()
    together = wanted.replace("~", "").split("+")
    if len(together) > 1:
        return len(actor.members or ()) == len(together) and all(any(is_who(one, m) for m in actor.members or ()) for one in together)
    return any(option.strip().casefold() in names for option in wanted.replace("~", "").split("|")) and not actor.members


def score(nlp: Language, wanted: list[Report]) -> Score:
    kept = Score()
    for report in wanted:
        doc = truce_statements(truce_actors(nlp(report.text)))
        _compare(report, list(layers(doc).statements), kept)
    return kept


def _compare(report: Report, made: list[StatementFound], kept: Score) -> None:
    text, used = report.text, set[int]()
    for wanted in report.labels:
        target = words(text, wanted.content)
        shares = []
        for i, one in enumerate(made):
            mine, cue = words(text, one.content), " ".join(text[a:b] for a, b in one.cue).casefold()
            shares.append((len(target & mine) / max(len(target | mine), 1) if i not in used else 0.0, wanted.cue.casefold() in cue, i))
        share, _, index = max(shares, key=lambda s: (round(s[0], 1), s[1]), default=(0.0, False, -1))
        told = f"{report.name} {wanted.cue!r}"
        kept.note("found", share >= 0.5, f"{told}: {' … '.join(text[a:b] for a, b in wanted.content)}")
        if share >= 0.5:
            used.add(index)
            kept.note("content", share > 0.99, f"{told}: made {[text[a:b] for a, b in made[index].content]}")
            _fields(told, wanted, made[index], text, kept)
    for i, one in enumerate(made):
        kept.note(
            "asked for",
            i in used,
            f"{report.name}: {[text[a:b] for a, b in one.cue]} {one.speaker and one.speaker.label}: {[text[a:b] for a, b in one.content]}",
        )


def _fields(told: str, wanted: Label, made: StatementFound, text: str, kept: Score) -> None:
    source = " ".join(text[a:b] for a, b in made.source).casefold()
    kind = "pronoun" if source in PRONOUNS else "plural" if "+" in wanted.speaker else "unnamed" if "~" in wanted.speaker else "named"
    right = is_who(wanted.speaker, made.speaker)
    kept.note("speaker", right, f"{told}: wanted {wanted.speaker}, made {made.speaker}")
    kept.note(kind, right, told)
    kept.note("mode", made.mode == wanted.mode, f"{told}: {made.mode}")
    kept.note("act", made.act in wanted.acts, f"{told}: {made.act}")
    cue = " ".join(text[a:b] for a, b in made.cue).casefold()
    kept.note("cue", wanted.cue.casefold() in cue or wanted.cue in WITHOUT_CUE, f"{told}: {cue!r}")
    if wanted.cue == "runon":
        kept.note("run-on", made.run_on, told)
    links = [f"{v.name} {v.resolved or ''} {v.actor or ''}".casefold() for v in made.via]
    if links or wanted.via:
        options = [v.rstrip("?").casefold().split("|") for v in wanted.via]
        hard = [o for o, v in zip(options, wanted.via, strict=True) if not v.endswith("?")]
        fits = all(any(n in link for link in links for n in o) for o in hard) and all(any(n in link for o in options for n in o) for link in links)
        kept.note("chain", fits, f"{told}: wanted {wanted.via}, made {links}")
    if wanted.to:
        kept.note("addressee", made.addressee is not None and wanted.to in made.addressee.name, f"{told}: {made.addressee}")
    if wanted.hedge:
        kept.note("hedge", made.hedge == wanted.hedge, f"{told}: {made.hedge}")
