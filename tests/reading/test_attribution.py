"""The chain of those who answer for a claim."""

from __future__ import annotations

from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader


def test_who_denies_what_somebody_told_is_no_link_to_him() -> None:
    text = "The clans accuse the guards of burning villages — charges that were denied by General Omar Diallo."
    said = {c.act: c for c in Reader().read(Document(name="x", text=text, published="2031-06-03")).claims if c.kind == "statement"}
    assert [link.label for link in said["accusation"].attribution.chain][1:] == ["The clans"]
    assert [link.label for link in said["denial"].attribution.chain][1:] == ["Omar Diallo"]


def test_an_agency_that_carries_the_report_and_was_told_is_one_link() -> None:
    text = 'ARAWA, June 3 (Coral Wire) -- "We will leave the valley," Joseph Kiriana told Coral Wire.'
    told = next(c for c in Reader().read(Document(name="x", text=text, published="2031-06-03")).claims if c.kind == "statement")
    assert [link.label for link in told.attribution.chain][1:] == ["Coral Wire", "Joseph Kiriana"]


def test_an_act_that_somebody_told_and_another_denied_is_the_tellers_word() -> None:
    text = "They said northern jets had shelled the dam — charges that were denied by the water ministry."
    (act,) = [c for c in Reader().read(Document(name="x", text=text, published="2031-06-03")).claims if c.kind == "event" and c.act == "shell"]
    assert [link.label for link in act.attribution.chain][1:] == ["They"]


def test_who_denies_what_he_is_accused_of_does_not_tell_the_accusation() -> None:
    text = "The government accused the army of shelling Dori, which the army denied."
    acts = {c.act: c for c in Reader().read(Document(name="x", text=text, published="2031-06-03")).claims if c.kind == "event"}
    assert [link.label for link in acts["accuse"].attribution.chain][1:] == []
    assert [link.label for link in acts["shell"].attribution.chain][1:] == ["government"]


def test_the_line_that_names_the_outlet_tells_nothing() -> None:
    text = "Clans leave the valley\nOutlet: Voice of Orsk\n3 June 2031\n\nThe clans left Orsk on Tuesday, the mayor said."
    claims = Reader().read(Document(name="x", text=text, published="2031-06-03")).claims
    assert {c.kind for c in claims if 23 <= c.evidence[0].start < 44} == set()
    assert any(c.kind == "statement" for c in claims)
