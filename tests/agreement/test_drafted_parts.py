"""Drafts: what stands before a text begins to bind is owed by nobody, and a duty with several days is a term for each."""

from __future__ import annotations

import pytest
from made_processes import reader

from trucekeeper.agreement.draft import agreement_of
from trucekeeper.agreement.recitals import binds_from
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.document import Document

HEAD = "Accord of Tavik\nDone on 3 May 2041\nThe Republic of Orla and the Republic of Sund have agreed as follows.\n"


def drafted(text: str) -> Agreement:
    reading = reader().read(Document(name="accord", text=text, published="2041-05-03"))
    return agreement_of(reading.claims, [reading.document])


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "The Republic of Orla shall return the Vessa valley to the Republic of Sund by 9 June 2041, and the Inder valley by 20 July 2041.",
            [("return the Vessa valley to the Republic of Sund by 9 June 2041.", "2041-06-09"), ("return the Inder valley by 20 July 2041.", "2041-07-20")],
        ),
        (
            "The Republic of Sund shall free 40 sailors by 9 June 2041, 25 by 20 June 2041 and the rest by 1 July 2041.",
            [
                ("free 40 sailors by 9 June 2041.", "2041-06-09"),
                ("free 25 sailors by 20 June 2041.", "2041-06-20"),
                ("free the rest of the sailors by 1 July 2041.", "2041-07-01"),
            ],
        ),
        (
            "The northern islets shall be handed over by 9 June 2041, and the southern islets by 20 July 2041.",
            [
                ("The northern islets shall be handed over by 9 June 2041.", "2041-06-09"),
                ("the southern islets shall be handed over by 20 July 2041.", "2041-07-20"),
            ],
        ),
        (
            "The Republic of Sund shall leave Inder by 9 June 2041, and neither side shall return there before 20 July 2041.",
            [("leave Inder by 9 June 2041", "2041-06-09")],
        ),
    ],
    ids=["two places", "counts", "passive", "another duty"],
)
def test_a_day_for_each(clause: str, wanted: list[tuple[str, str]]) -> None:
    terms = [t for t in drafted(f"{HEAD}1. {clause}\n2. Both sides shall respect the truce.\n").terms if t.clause == "1"]
    assert [(t.act, t.anchor.reference if t.anchor else None) for t in terms][: len(wanted)] == wanted
    assert len({t.id for t in terms}) == len(terms)


@pytest.mark.parametrize(
    "opening",
    [
        "PREAMBLE\nThe Republic of Orla and the Republic of Sund shall seek a lasting peace.\nArticle 1\n",
        "[1] RECOGNISING that all parties shall seek a lasting peace;\n[2] RECALLING that the truce of May shall be kept;\nhave agreed as follows:\n",
        "Praying for peace;\nEngaging in talks which they will continue;\nHereby agree;\n",
        "Welcoming the truce of May,\nConvinced that all parties shall seek a lasting peace,\nhereby agree:\n",
    ],
)
def test_a_preamble_binds_nobody(opening: str) -> None:
    text = f"Accord of Tavik\nDone on 3 May 2041\n{opening}1. The Republic of Sund shall free 40 sailors by 9 June 2041.\n"
    assert [t.act for t in drafted(text).terms] == ["free 40 sailors by 9 June 2041."]


def test_several_acts_that_there_shall_be() -> None:
    text = (
        f"{HEAD}1. The parties underline the importance of the truce of May. There shall be a general cessation of hostilities, full disarmament "
        "of the hill bands and their dissolution.\n2. Both sides shall respect the borders.\n"
    )
    assert [t.act for t in drafted(text).terms if t.clause == "1"] == [
        "There shall be a general cessation of hostilities.",
        "There shall be full disarmament of the hill bands.",
        "There shall be their dissolution.",
    ]


def test_bare_terms_below_hereby_agree_and_above_the_names_of_who_signed() -> None:
    text = (
        "Agreement Between the Government of Orla and the Sund League\n\nThe two sides, meeting in Tavik on 3 May 2041,\n\nHereby Agree as Follows:\n\n"
        "1. Reaffirm the truce of April,\n2. Total withdrawal of all hill bands.\n3. The port shall be opened at once.\n\n"
        "Done at Tavik on 3 May 2041.\n\n(Signed) Ana Lim\nfor the Government of Orla\n\n(Signed) Ivo Tan\nfor the Sund League\n\n"
        "WITNESSED BY:\n\n(Signed) Ute Ros\nHead of the Lakes Union\n"
    )
    made = drafted(text)
    assert [t.act for t in made.terms] == ["Reaffirm the truce of April,", "Total withdrawal of all hill bands.", "The port shall be opened at once."]
    assert [p.name for p in made.parties] == ["Government of Orla", "Sund League"]


def test_another_signing_and_another_phase() -> None:
    text = (
        "Accord of Tavik\nDone on 3 May 2041\nThe Government of Orla and the Sund League agree:\n"
        "1. The League shall keep its posts until the signing of the final agreement.\n"
        "2. Within ten days of the signing of this Accord the Government shall open the port. They shall begin talks on the next phase.\n"
        "3. Immediately after the truce takes effect, the League shall open the road.\n"
        "4. From the day on which the maps are exchanged the Government shall clear the mines.\n"
    )
    made = drafted(text)
    assert made.phases == ()
    assert [t.phase for t in made.terms] == [None] * 5
    assert [t.anchor.reference if t.anchor else None for t in made.terms] == [
        "signing of the final agreement",
        "signature",
        None,
        "entry into force",
        "maps are exchanged",
    ]
    assert [t.bearers[0].label for t in made.terms] == ["Sund League", *["Government of Orla"] * 2, "Sund League", "Government of Orla"]


def test_no_preamble() -> None:
    assert binds_from(Document(name="x", text=f"{HEAD}1. Both sides shall respect the truce.")) == 0


def test_a_short_form_behind_hereinafter() -> None:
    text = (
        "Pact between the Government of the Republic of Orla and the Sund Workers League\n3 May 2041\n"
        "The Government of the Republic of Orla (hereinafter referred to as the GRO) and the Sund Workers League (hereinafter the SWL) seek peace.\n"
        "1. Prisoners shall be freed by the GRO by 9 June 2041.\n2. The SWL shall hand in its rifles by 9 June 2041.\n"
    )
    assert {a.label for t in drafted(text).terms for a in t.bearers} == {"Government of the Republic of Orla", "Sund Workers League"}
