"""Who signed, as the text of an agreement names them."""

from __future__ import annotations

import pytest

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.signatories import signatories_of
from trucekeeper.model.document import Document
from trucekeeper.reading.assemble import Reader

CASES = [
    (
        "a row of names with short forms",
        "We the Parties, comprising the Transitional Council of Oru (TCO), the Oru People's Movement/Army - In Exile (OPM/A-IE), "
        "Coast Democrats (CD), agree to:",
        ["Transitional Council of Oru", "Oru People's Movement/Army - In Exile", "Coast Democrats"],
    ),
    (
        "in lines",
        "WHEREAS, the Council of Oru (CO) and the Red Column (RC - led by Ana Lim);\n[4] the Oru Movement for Change (OMC);\n"
        "[5] the Coast United Front (CUF);\n"
        "[9] WELCOMING the efforts of the Lakes Union (LU) and the Coastal Conference (CC);",
        ["Council of Oru", "Red Column", "Oru Movement for Change", "Coast United Front"],
    ),
    ("two who agree", "ACCORD OF OSTROW\nThe Government of Oru and the Red Column agree:", ["Government of Oru", "Red Column"]),
    (
        "two with short forms",
        "Ostrow, 9 June 2031\n\nThe Government of the Oru Republic (the Government) and the Red Column (the RC), hereinafter the Parties, agree:",
        ["Government of the Oru Republic", "Red Column"],
    ),
    ("a title", "Agreement on a truce between the Government of Oru and the Red Column\nArticle 1", ["Government of Oru", "Red Column"]),
    (
        "called so behind their names",
        "ACCORD\nThe Council of Oru (CO), the Red Column (RC) and the Coast Front (CF), hereinafter referred to as the Parties,\nHereby agree:",
        ["Council of Oru", "Red Column", "Coast Front"],
    ),
    ("called so before them", "ACCORD\nThe Parties to this Agreement, the Council of Oru and the Red Column,\nHave agreed:", ["Council of Oru", "Red Column"]),
    (
        "a list called the parties",
        'PACT\nThe government of Oru, the Red Column and Coast Leaders (the "Parties") having met at Ostrow\nHereby agree;\n',
        ["government of Oru", "Red Column", "Coast Leaders"],
    ),
    (
        "below the text",
        "1. Release of all captives.\nDone at Ostrow on 9 June 2031\n(Signed) Ana Lim\nfor the Government of Oru\nFor the Red Column: Ivo Tan\n"
        "Witnessed by\nFor the Lakes Union: Ute Ros\n",
        ["Government of Oru", "Red Column"],
    ),
    ("two bodies of the text", "x" * 5000 + " liaison between the Defence Board (DB) and the Truce Commission (TC).", []),
    ("nobody", "The parties agree to a truce.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_signatories(text: str, wanted: list[str]) -> None:
    found = signatories_of([Document(name="a", text=text)])
    assert [s.name for s in found] == wanted
    assert all(text[s.basis.start : s.basis.end] == s.basis.exact for s in found)


def test_parties_of_a_draft() -> None:
    text = (
        "TRUCE OF OSTROW\nDone at Ostrow on 1 May 2031\n"
        "The Parties, comprising the Transitional Council of Oru of the Oru Republic (TCO) and the Red Column (RC), agree:\n"
        "1. The TCO shall release 40 prisoners within 10 days of the signing of this agreement.\n2. The Parties shall stop all attacks.\n"
        "3. The Truce Monitoring Mission (TMM) shall report to the Lakes Union every month.\n"
        "4. Donors shall pay 5 million euros to the Ostrow Fund."
    )
    reading = Reader().read(Document(name="a", text=text, published="2031-05-02"))
    drafted = agreement_of(reading.claims, [reading.document])
    roles = {p.name: p.role for p in drafted.parties}
    assert list(roles)[:2] == ["Transitional Council of Oru of the Oru Republic", "Red Column"]
    assert {roles[name] for name in list(roles)[:2]} == {"party"}
    assert {name: role for name, role in roles.items() if role != "party"} == {"Truce Monitoring Mission": "monitor", "Donors": "body"}
    assert drafted.terms[0].bearers[0].label == "Transitional Council of Oru of the Oru Republic"
