"""What terms say: bearers, anchors, conditions, standing, on sentences of our own."""

from __future__ import annotations

import pytest
from provision_gold import anchor_label, read
from spacy.language import Language

from trucekeeper.reading.events import truce_events
from trucekeeper.reading.layers import ProvisionFound, layers
from trucekeeper.reading.provisions import truce_provisions

AGREEMENT = """\
Signed at Orle on 3 May 2031

1.1 The Government shall withdraw its forces from the harbour within 21 days of signature.
1.2 Within seventy-two (72) hours of the entry into force of this Agreement, each Party shall release all prisoners.
1.3 The prisoners shall be released by the Government by 10 June 2031.
1.4 There shall be a ceasefire committee.
1.5 The Board, in consultation with the Bank, shall pay the refugees 200 dollars, provided that the road is open.
1.6 The Parties shall refrain from:
(a) shelling of villages;
(b) recruitment of children.
1.7 The Mission shall report to the Board every two weeks.
1.8 The Army shall leave the town before the end of the interim period.
1.9 All forces shall stay where they are, except for patrols that the Board allows, subject to its rules.
1.10 The Movement shall free twenty officers in return for the reopening of the harbour.
1.11 In return, the Government shall lift the curfew.
"""
# clause, bearers, anchor, issue
TERMS = [
    ("1.1", ["The Government"], "event:signature:P21D", "withdrawal"),
    ("1.2", ["each Party"], "event:entry into force:PT72H", "prisoners"),
    ("1.3", ["the Government"], "date:2031-06-10:", "prisoners"),
    ("1.4", [], "-", "ceasefire"),
    ("1.5", ["The Board"], "-", "return of the displaced"),
    ("1.6(a)", ["The Parties"], "-", "ceasefire"),
    ("1.7", ["The Mission"], "event::P2W", "monitoring"),
    ("1.8", ["The Army"], "phase:interim period:end:", "withdrawal"),
]


@pytest.fixture(scope="module")
def terms(nlp: Language) -> dict[str | None, ProvisionFound]:
    return {p.clause: p for p in layers(read(nlp, AGREEMENT)).provisions}


@pytest.mark.parametrize(("clause", "bearers", "anchor", "issue"), TERMS)
def test_terms(terms: dict[str | None, ProvisionFound], clause: str, bearers: list[str], anchor: str, issue: str) -> None:
    found = terms[clause]
    assert [o.name.casefold().removeprefix("the ") for o in found.obligors] == [b.casefold().removeprefix("the ") for b in bearers]
    assert anchor_label(found.anchor) == anchor
    assert found.issue == issue


def test_a_condition_and_the_day_of_signature(terms: dict[str | None, ProvisionFound]) -> None:
    assert terms["1.5"].conditions == ("provided that the road is open",)
    assert terms[None].issue == "signature"
    assert anchor_label(terms[None].anchor) == "date:2031-05-03:"


def test_exceptions_and_what_a_term_is_given_for(terms: dict[str | None, ProvisionFound]) -> None:
    assert (terms["1.9"].exceptions, terms["1.9"].conditions) == (("except for patrols that the Board allows",), ("subject to its rules",))
    assert terms["1.10"].in_return_for == ("in return for the reopening of the harbour",)
    assert terms["1.11"].in_return_for == ("1.10",)
    assert terms["1.1"].exceptions == terms["1.1"].in_return_for == ()


def test_an_item_keeps_what_its_opener_forbids(terms: dict[str | None, ProvisionFound]) -> None:
    assert "refrain from" in terms["1.6(a)"].action
    assert [o.name for o in terms["1.6(a)"].obligors] == ["The Parties"]


REPORTS = [
    ("The truce took effect on 3 May 2031. Firing stopped.", "agreed", "date:2031-05-03:", None),
    ("The truce held. Its first phase ended on 14 June 2031, after six weeks.", "agreed", "date:2031-06-14:P6W", "1"),
    ("The truce held. The rebels demanded an extension of the first phase until 1 July 2031.", "demanded", "date:2031-07-01:", "1"),
]


@pytest.mark.parametrize(("text", "standing", "anchor", "phase"), REPORTS)
def test_reports_of_phases(nlp: Language, text: str, standing: str, anchor: str, phase: str | None) -> None:
    found = layers(read(nlp, text)).provisions
    assert (standing, anchor, phase) in {(p.standing, anchor_label(p.anchor), p.phase) for p in found}


def test_a_report_of_no_agreement_has_no_provisions(nlp: Language) -> None:
    assert layers(read(nlp, "Heavy rain closed the road on 3 May 2031. The second phase of the works begins in June.")).provisions == []


AGREED = [
    ("Under the declaration signed in June, the two sides agreed to free 700 captives.", ["free 700 captives"]),
    ("Under the accord, the rivals agreed to free 90 men within 30 days, and the market opened again.", ["free 90 men within 30 days"]),
    ("Under the truce, the two sides have not agreed to free anybody.", []),
    ("Under the plan, the two sides agreed to free 700 captives.", []),
    ("The truce held. The two sides agreed to meet again.", []),
]


@pytest.mark.parametrize(("text", "acts"), AGREED)
def test_what_sides_agreed_to(nlp: Language, text: str, acts: list[str]) -> None:
    assert [p.action for p in layers(read(nlp, text)).provisions if p.standing == "agreed"] == acts


def test_a_retold_term_begins_and_ends_with_its_own_words(nlp: Language) -> None:
    found = layers(read(nlp, "Under the deal, the North will free 60 men, and the South will open the road within a week.\n\nRain fell.")).provisions
    assert [p.action for p in found if p.action != p.action.strip(" ,\n") or p.action.startswith("and ")] == []
    assert found


LETTERED = """\
The Highland Council and the Lowland Army are convinced that only talks will bring peace to the valley.

The parties agree to the following terms;

1 Guns and men

1.1 All acts of violence will end at the time of the signing of this text.
1.2 The Army shall pull back no later than three months after the arrival of the observers or six months after the signing, whichever is earlier.

Article 2 – Trust

1. The Council shall:

a. Free the men whom it holds within 5 days of the signing of this Agreement;

b. Open the road to the mill;

c. Grant an amnesty in accordance with the rules on funds.
"""
LETTERED_TERMS = [
    ("1.1", [], "event:signature:", "ceasefire"),
    ("1.2", ["The Army"], "event:arrival of the observers:P3M", "withdrawal"),
    ("Article 2(1)(a)", ["The Council"], "event:signature:P5D", None),
    ("Article 2(1)(b)", ["The Council"], "-", "blockade"),
    ("Article 2(1)(c)", ["The Council"], "-", "justice and amnesty"),
]


def test_letters_with_a_full_stop_headings_above_numbers_and_what_stands_before_the_terms(nlp: Language) -> None:
    found = layers(read(nlp, LETTERED)).provisions
    assert [p.clause for p in found] == [label for label, *_ in LETTERED_TERMS]
    for provision, (_, bearers, anchor, issue) in zip(found, LETTERED_TERMS, strict=True):
        assert [o.name for o in provision.obligors] == bearers
        assert anchor_label(provision.anchor) == anchor
        assert issue is None or provision.issue == issue


def test_an_acronym_that_the_text_defines_tells_its_bodys_matter_where_nothing_else_does(nlp: Language) -> None:
    text = (
        "1.1 The Valley Monitoring Commission (VMC) shall sit in Orle.\n1.2 The Parties shall answer the VMC within ten days.\n1.3 The VMC shall not be moved."
    )
    found = layers(read(nlp, text)).provisions
    assert [p.issue for p in found if p.clause == "1.2"] == ["monitoring"]


def test_what_a_term_says_in_passing_is_no_event(nlp: Language) -> None:
    text = (
        "The Parties have agreed as follows:\n\nArticle 1. The Council shall free the 14 officers held in the fort, in six weekly rounds.\n"
        "Article 2. The Movement shall open the road to Tarsa.\nArticle 3. The Red Cross shall visit the men detained by the Council.\n"
    )
    events = layers(truce_provisions(truce_events(nlp(text)))).events
    assert {e.act for e in events if e.status == "planned"} >= {"release", "visit"}
    assert not any(e.act == "detain" for e in events)


def terms_of(nlp: Language, text: str) -> list[ProvisionFound]:
    return layers(read(nlp, text)).provisions


PRESENT = """\
We, the heads of state of Velan and Orland, have declared the following:

1. A complete ceasefire is declared from 10 May 2031.
2. The district of Tarsa is returned to Velan by 20 May 2031.
3. A peacekeeping force of 400 men is being deployed along the river.
4. Velan will, in accordance with its laws, grant an amnesty to all persons who lay down their arms.
"""


def test_terms_told_in_the_present_behind_a_declaration(nlp: Language) -> None:
    found = terms_of(nlp, PRESENT)
    assert [p.issue for p in found] == ["ceasefire", "territory and borders", "monitoring", "justice and amnesty"]
    assert [anchor_label(p.anchor) for p in found[:2]] == ["date:2031-05-10:", "date:2031-05-20:"]


BULLETS = """\
The parties reached an agreement on the following:

• The parties shall be committed not to bring reinforcements to the port.
• The foes shall leave the quay within ten days.
• A stronger presence of observers in the port.
• The Parties to the accord commit themselves to exchange prisoners of war.
"""


def test_bullets_behind_an_agreement(nlp: Language) -> None:
    found = terms_of(nlp, BULLETS)
    assert [[o.name for o in p.obligors] for p in found] == [["The parties"], ["The foes"], [], ["The Parties"]]


OLD_ARTICLES = """\
A Treaty of Peace concluded between the Chiefs of Velan and the Chiefs of Kesh.

Art. 1st. There shall be peace between them.
Art. 2nd. Should any cattle be stolen, the herd shall be given back within six months.
Art. 3rd. The Chiefs shall meet every year.
"""


def test_articles_by_ordinals_and_an_inverted_condition(nlp: Language) -> None:
    found = terms_of(nlp, OLD_ARTICLES)
    assert [p.clause for p in found] == ["Art. 1st", "Art. 2nd", "Art. 3rd"]
    assert found[1].conditions == ("Should any cattle be stolen",)


RESOLUTION = """\
The Security Council,

Deeply concerned by the fighting in Velan,

1. Demands that both sides cease fire;
2. Calls upon both Governments to withdraw their forces within 30 days, and requests the Secretary-General to report to the Council;
3. Decides to extend the mandate of the mission until 31 May 2032.
"""


def test_a_resolution_asks_and_decides(nlp: Language) -> None:
    found = terms_of(nlp, RESOLUTION)
    assert [(p.standing, p.clause) for p in found] == [("demanded", "1"), ("demanded", "2"), ("demanded", "2"), ("agreed", "3")]
    assert found[0].proposer is not None
    assert found[0].proposer.name == "Security Council"
    assert [o.name for o in found[1].obligors] == ["both Governments"]
    assert anchor_label(found[1].anchor) == "event::P30D"


STEPS = """\
PROTOCOL

An understanding was reached on the need to implement the following steps:

1. A stronger presence of observers at the dam.
2. To free all hostages at once.
3. Withdrawal of heavy guns from the ridge.
"""


def test_steps_without_a_verb(nlp: Language) -> None:
    assert [p.issue for p in terms_of(nlp, STEPS)] == ["monitoring", "hostages", "withdrawal"]


HEADED = """\
Velan and Orland hereby agree:

1. PRISONERS
The parties will free all prisoners. They also pledge to return the bodies of the dead.

2. EXTENSION OF THE TRUCE
The parties agree to extend the truce to the 30th of April 2031.
"""


def test_sentences_under_a_numbered_heading_bear_its_number(nlp: Language) -> None:
    found = terms_of(nlp, HEADED)
    assert [p.clause for p in found] == ["1", "1", "2"]
    assert anchor_label(found[2].anchor) == "date:2031-04-30:"


UNNUMBERED = """\
Understanding on the Port and the Old Town of Velt
7 May 2031

The sides reached an agreement on the following:

• A truce shall enter into force in the port upon signature of this understanding.

• The pullback of forces from the port shall be completed within a maximum period of 21 days after the truce enters into force.

• A Port Committee chaired by the Lakes Union shall be established to oversee the pullback, within two months from the date of signing this understanding.
"""


def test_clauses_without_numbers_are_counted_and_their_text_has_a_name(nlp: Language) -> None:
    found = layers(read(nlp, UNNUMBERED)).provisions
    assert [p.clause for p in found] == ["¶1", "¶2", "¶3"]
    assert {p.agreement for p in found} == {"Understanding on the Port and the Old Town of Velt"}


def test_a_longest_time_is_one_within_which(nlp: Language) -> None:
    anchors = [p.anchor for p in layers(read(nlp, UNNUMBERED)).provisions[1:]]
    assert [(a.reference, a.offset, a.relation) for a in anchors if a] == [("entry into force", "P21D", "within"), ("signature", "P2M", "within")]


DASHES = """\
The Lake Accord

As a result of the talks, the following agreement has been reached:

1 - The Speaker will summon the Assembly to convene within 24 hours to elect a president.
2 - A government of 30 ministers to be formed. It will comprise ten ministers of the Front.
3 - Launching a dialogue on the borders of the districts.
4 - The formation of a council, whose members the President shall appoint in consultation with the Front, within 30 days of signature.
5 - Elections under the new law shall be held in April 2032.
"""


def test_numbers_with_a_dash_and_acts_by_their_nouns(nlp: Language) -> None:
    found = layers(read(nlp, DASHES)).provisions
    assert [p.clause for p in found] == ["1", "2", "2", "3", "4", "5"]
    assert found[0].anchor is not None
    assert found[0].anchor.text == "within 24 hours", "what the hours are for is no part of them"
    assert found[4].action.startswith("The formation of a council")
    assert anchor_label(found[5].anchor) == "date:2032-04-01/2032-04-30:", "a law that is named has no day of its own"


def test_two_verbs_of_one_bearer_a_number_to_remain_and_a_first_day_before_the_others(nlp: Language) -> None:
    found = [
        t
        for t in terms_of(
            nlp,
            """Memorandum of Understanding between the Government of Velan and the Valley Front

Signed at Orle on 3 May 2031

1. The Front and the authorities of the Valley agree to and will allow the passage of convoys.
2. The number of guards to remain in the Valley is 300.
3. Under the new law elections will be held in April 2032 and thereafter every five years.
""",
        )
        if t.clause is not None
    ]
    assert [[b.name for b in t.obligors] for t in found] == [["The Front", "the authorities of the Valley"], [], []]
    assert found[1].action == "The number of guards to remain in the Valley is 300."
    assert found[2].anchor is not None and found[2].anchor.text == "in April 2032"


DECLARED = """\
Declaration of the Two Premiers

We, the Premier of Arlen and the Premier of Brod, as witnessed by the President of Corva, declare the following:

1. We commit to ease tension. In order to do so, we agree to the following measures:
(a) To clear the mines in the hills.
2. With these measures, both sides recognise the end of the war, and Brod undertakes to promptly release the 18 prisoners of war.
3. Both sides shall maintain the truce and shall not lay any mines.
4. The Front shall have four posts in a cabinet of 18.

Done in Orle this seventh day of the month of July 2031.
"""


def test_two_who_bind_themselves_and_what_is_not_to_be_done(nlp: Language) -> None:
    found = layers(read(nlp, DECLARED)).provisions
    by_clause = [(p.clause, p.action, [o.name.casefold() for o in p.obligors]) for p in found]
    assert [(c, a) for c, a, _ in by_clause if c in {"2", "3"}] == [
        ("2", "recognise the end of the war"),
        ("2", "undertakes to promptly release the 18 prisoners of war."),
        ("3", "maintain the truce"),
        ("3", "not lay any mines."),
    ]
    assert [who for c, _, who in by_clause if c == "3"] == [["both sides"], ["both sides"]]
    assert not any("corva" in name for _, _, who in by_clause for name in who), "who only saw it owes nothing"
    assert next(a for c, a, _ in by_clause if c == "4").endswith("a cabinet of 18.")
    assert [anchor_label(p.anchor) for p in found if p.issue == "signature"] == ["date:2031-07-07:"]
