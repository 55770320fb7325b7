"""Between an agreement in memory and the lines of its file, in both directions without loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from trucekeeper.agreement.schema import (
    ActorLine,
    AgreementFile,
    AnchorLine,
    ExchangeLine,
    PartyLine,
    PhaseLine,
    SideLine,
    TermLine,
    Who,
    WordsLine,
)  # fmt: skip
from trucekeeper.model.agreement import UNKNOWN, Agreement, Basis, Exchange, Party, Phase, Side, Term
from trucekeeper.model.claims import Actor, Anchor
from trucekeeper.model.ids import digest
from trucekeeper.model.time import Time

NO_DRAFT = {"drafted"}


def to_file(agreement: Agreement) -> AgreementFile:
    made = AgreementFile(
        name=agreement.name,
        signed=days(agreement.signed),
        effective=days(agreement.effective),
        unknown=agreement.unknown,
        words=words_out(agreement.basis),
        parties=[stamped(party_out(p)) for p in agreement.parties],
        phases=[stamped(phase_out(p)) for p in agreement.phases],
        terms=[stamped(term_out(t)) for t in agreement.terms],
        exchanges=[stamped(exchange_out(e)) for e in agreement.exchanges],
    )
    return made.model_copy(update={"drafted_before": list(keys_of(made))})


def keys_of(file: AgreementFile) -> dict[str, PartyLine | PhaseLine | TermLine | ExchangeLine]:
    """Every line by its kind and its id (a party's name), in the order of the file."""
    parties: dict[str, PartyLine | PhaseLine | TermLine | ExchangeLine] = {f"party {p.name}": p for p in file.parties}
    phases = {f"phase {p.id}": p for p in file.phases}
    return parties | phases | {f"term {t.id}": t for t in file.terms} | {f"exchange {e.id}": e for e in file.exchanges}


def from_file(file: AgreementFile) -> Agreement:
    return Agreement(
        name=file.name,
        signed=time_in(file.signed),
        effective=time_in(file.effective),
        unknown=file.unknown,
        basis=words_in(file.words),
        parties=tuple(Party(name=p.name, role=p.role, actor=p.id, basis=words_in(p.words)) for p in file.parties),
        phases=tuple(phase_in(p) for p in file.phases),
        terms=tuple(term_in(t) for t in file.terms),
        exchanges=tuple(exchange_in(e) for e in file.exchanges),
    )


def content_digest(line: PartyLine | PhaseLine | TermLine | ExchangeLine) -> str:
    """Of all that a person could mend in a line."""
    return digest(line.model_dump_json(exclude=NO_DRAFT))[:8]


def stamped(line: Any) -> Any:
    return line.model_copy(update={"drafted": content_digest(line)})


def days(time: Time | None) -> str | None:
    return time.as_range if time is not None and (time.earliest or time.latest) else None


def time_in(written: str | None) -> Time | None:
    return Time.from_range(written) if written and written != UNKNOWN else None


def words_out(basis: Iterable[Basis]) -> list[WordsLine]:
    return [WordsLine(document=b.document, start=b.start, end=b.end, exact=b.exact, claim=b.claim) for b in basis]


def words_in(words: Iterable[WordsLine]) -> tuple[Basis, ...]:
    return tuple(Basis(document=w.document, start=w.start, end=w.end, exact=w.exact, claim=w.claim) for w in words)


def who_out(actor: Actor) -> Who:
    return ActorLine(name=actor.label, id=actor.actor) if actor.actor else actor.label


def who_in(who: Who) -> Actor:
    return Actor(who) if isinstance(who, str) else Actor(who.name, who.id)


def party_out(party: Party) -> PartyLine:
    return PartyLine(name=party.name, role=party.role, id=party.actor, words=words_out(party.basis))


def phase_out(phase: Phase) -> PhaseLine:
    return PhaseLine(
        id=phase.id, label=phase.label, number=phase.number, begin=days(phase.begin) or unknown(phase.unknown, "begin"),
        end=days(phase.end) or unknown(phase.unknown, "end"), length=phase.length or unknown(phase.unknown, "length"),
        unknown=phase.unknown, words=words_out(phase.basis),
    )  # fmt: skip


def unknown(reasons: Mapping[str, str], field: str) -> str | None:
    return UNKNOWN if field in reasons else None


def phase_in(line: PhaseLine) -> Phase:
    length = line.length if line.length != UNKNOWN else None
    return Phase(
        id=line.id, label=line.label, number=line.number, begin=time_in(line.begin), end=time_in(line.end), length=length,
        unknown=line.unknown, basis=words_in(line.words),
    )  # fmt: skip


def term_out(term: Term) -> TermLine:
    anchor = term.anchor
    return TermLine(
        id=term.id, act=term.act, clause=term.clause, phase=term.phase, bearers=[who_out(a) for a in term.bearers] or "?",
        beneficiaries=[who_out(a) for a in term.beneficiaries], issue=term.issue or unknown(term.unknown, "issue"), quantity=term.quantity,
        anchor=AnchorLine(text=anchor.text, kind=anchor.kind, reference=anchor.reference, offset=anchor.offset, relation=anchor.relation) if anchor else None,
        due=days(term.due) or unknown(term.unknown, "due"), conditions=list(term.conditions), standing=term.standing,
        by=who_out(term.by) if term.by else None, unknown=term.unknown, words=words_out(term.basis),
    )  # fmt: skip


def term_in(line: TermLine) -> Term:
    bearers: Sequence[Who] = () if isinstance(line.bearers, str) else line.bearers
    anchor = Anchor(line.anchor.text, line.anchor.kind, line.anchor.reference, line.anchor.offset, line.anchor.relation) if line.anchor else None
    return Term(
        id=line.id, act=line.act, clause=line.clause, phase=line.phase, bearers=tuple(map(who_in, bearers)),
        beneficiaries=tuple(map(who_in, line.beneficiaries)), issue=line.issue if line.issue != UNKNOWN else None, quantity=line.quantity, anchor=anchor,
        due=time_in(line.due), conditions=tuple(line.conditions), standing=line.standing, by=who_in(line.by) if line.by else None,
        unknown=line.unknown, basis=words_in(line.words),
    )  # fmt: skip


def exchange_out(exchange: Exchange) -> ExchangeLine:
    return ExchangeLine(
        id=exchange.id, phase=exchange.phase, gives=list(map(side_out, exchange.gives)), returns=list(map(side_out, exchange.returns)),
        words=words_out(exchange.basis),
    )  # fmt: skip


def side_out(side: Side) -> SideLine:
    return SideLine(of=side.of, value=side.value, bound=side.bound, giver=who_out(side.giver) if side.giver else None)


def exchange_in(line: ExchangeLine) -> Exchange:
    return Exchange(id=line.id, phase=line.phase, gives=tuple(map(side_in, line.gives)), returns=tuple(map(side_in, line.returns)), basis=words_in(line.words))


def side_in(line: SideLine) -> Side:
    return Side(of=line.of, value=line.value, bound=line.bound, giver=who_in(line.giver) if line.giver else None)
