"""What a timetable and its numbers say: counted days, clauses that a term waits for, numbers in two forms, tasks that are handed over."""

from __future__ import annotations

import pytest
from provision_gold import anchor_label, read
from spacy.language import Language

from trucekeeper.reading.layers import ProvisionFound, layers
from trucekeeper.reading.provisions.counted_days import day_anchor
from trucekeeper.reading.provisions.structure import clauses

TIMETABLE = """\
Accord on the Upper Lakes

Protocol II:

iv. Timetable of the regrouping
(a) The regrouping shall begin on E-Day.
(b) Camps shall be opened at the lakes as soon as the observers are in place.

E-Day + 15: Handover of the rifles of both brigades
E-Day + 45: Demobilisation of at least 30 per cent of the men

2. Councils
2.1 Appointment of the valley council: D+40 at the latest.
2.2 Establishment: D-Day.
2.3 Frontier guard: dissolution of its companies and return of their men to the garrisons: between D+60 and D+90.

3. The two sides decide the following:
1) To immediately form a lakes commission.
2) To charge the commission with the following tasks:
a) To count the boats;
b) To propose a line between the villages.
"""
# clause, first bearer, anchor
ROWS = [
    ("Protocol II(iv)(a)", None, "event:E-Day:"),
    ("Protocol II(iv)(b)", None, "event:observers are in place:"),
    ("E-Day + 15", None, "event:E-Day:P15D"),
    ("E-Day + 45", None, "event:E-Day:P45D"),
    ("2.1", None, "event:D-Day:P40D"),
    ("2.2", None, "event:D-Day:"),
    ("2.3", None, "event:D-Day:P60D"),
    ("Protocol II(3)(1)", "The two sides", "-"),
    ("Protocol II(3)(2)(a)", None, "-"),
    ("Protocol II(3)(2)(b)", None, "-"),
]
CLAUSES = """\
1. The Sides shall lay down their arms by the time the bridge is open to traffic. The lists shall be kept by the Mission.
2. Counting of the weapons shall be the responsibility of the Lakes Mission.
3. The Mission shall be told of raids committed by either Side.
4. No boat shall cross the line; the light towers shall not be manned; and that the harbour shall be opened within ten days.
5. Assemblies shall be held on 4 June 2041. The monitors are authorised to enter every village.
6. After arrival of the second convoy the Sides shall open the road until a permanent crossing has been built.
7. The ceasefire shall be watched from the date of deployment of the observers.
"""


@pytest.fixture(scope="module")
def rows(nlp: Language) -> dict[str | None, ProvisionFound]:
    return {p.clause: p for p in layers(read(nlp, TIMETABLE)).provisions}


@pytest.fixture(scope="module")
def told(nlp: Language) -> list[ProvisionFound]:
    return layers(read(nlp, CLAUSES)).provisions


@pytest.mark.parametrize(("clause", "bearer", "anchor"), ROWS)
def test_rows(rows: dict[str | None, ProvisionFound], clause: str, bearer: str | None, anchor: str) -> None:
    assert next((o.name for o in rows[clause].obligors), None) == bearer
    assert anchor_label(rows[clause].anchor) == anchor


@pytest.mark.parametrize(
    ("words", "relation", "text"),
    [("by D + 30", "by", "by D + 30"), ("D+9 at the latest", "by", "D+9 at the latest"), ("until E-Day", "until", "until E-Day"), ("A+8", "on", "A+8")],
)
def test_counted_days(words: str, relation: str, text: str) -> None:
    found = day_anchor(words)
    assert found is not None
    assert (found.relation, found.text) == (relation, text)


def test_an_article_before_a_day_is_no_counted_day() -> None:
    assert day_anchor("a day of rest, 3 + 4 of them") is None


def test_anchors_that_are_clauses(told: list[ProvisionFound]) -> None:
    assert [anchor_label(p.anchor) for p in told if p.clause in {"1", "6", "7"}] == [
        "event:bridge is open to traffic:",
        "-",
        "event:arrival of the second convoy:",
        "event:deployment of the observers:",
    ]


def test_a_day_ahead_is_an_anchor_behind_a_passive(told: list[ProvisionFound]) -> None:
    assert anchor_label(next(p.anchor for p in told if p.clause == "5")) == "date:2041-06-04:"


def test_whose_task_it_is(told: list[ProvisionFound]) -> None:
    named = {p.clause: [o.name for o in p.obligors] for p in told}
    assert named["2"] == ["Lakes Mission"]
    assert named["3"] == [], "the raiders owe nothing"
    assert named["5"] == ["The monitors"], "who is authorised is free to do it himself"


def test_semicolons_part_terms(told: list[ProvisionFound]) -> None:
    assert [CLAUSES[slice(*p.spans[0])] for p in told if p.clause == "4"] == [
        "No boat shall cross the line",
        "the light towers shall not be manned",
        "the harbour shall be opened within ten days.",
    ]


def test_a_sentence_without_a_matter_goes_on_with_that_before_it(told: list[ProvisionFound], nlp: Language) -> None:
    more = layers(read(nlp, CLAUSES + "8. Prisoners shall be freed on both shores. They shall be seen home.\n")).provisions
    assert [p.issue for p in more if p.clause == "8"] == ["prisoners", "prisoners"]


def test_bracketed_numbers_stand_below_plain_ones() -> None:
    text = "1. One\n1) two\n2) three\n2. Four\n(1) five\n3) six"
    assert [c.label for c in clauses(text)] == ["1", "1(1)", "1(2)", "2", "2(1)", "3"], "a number that goes on from none stands for itself"


RUNNING = """\
1. The truce shall be in force for 60 days from the day of signature.
2. The ceasefire is valid for ten days, starting on 4 June 2041.
3. The Army shall leave the mill within 20 days of 3 May 2041.
4. The Front shall hand over a list within a week of signature and free the captives within a month.
5. The Mission is requested to open an office. Observers will be invited to the count.
6. All patrols shall stay at their posts before this Agreement enters into force.
7. The council named in the annex of this Agreement shall meet weekly. The lists sent in line with the letter of 9 March 2041 shall be kept.
8. The guarantors agreed to open a bureau which shall sit in the port and shall consist of four envoys.
"""


def test_how_long_a_truce_runs_and_from_what(nlp: Language) -> None:
    found = [p for p in layers(read(nlp, RUNNING)).provisions if p.issue == "ceasefire duration"]
    assert [(p.clause, anchor_label(p.anchor), p.anchor.relation) for p in found if p.anchor is not None and p.anchor.relation == "during"] == [
        ("1", "event:signature:P60D", "during"),
        ("2", "date:2041-06-04:P10D", "during"),
    ]


def test_verbs_with_times_of_their_own_are_terms_of_their_own(nlp: Language) -> None:
    found = [p for p in layers(read(nlp, RUNNING)).provisions if p.clause == "4"]
    assert [(p.action, anchor_label(p.anchor), [o.name for o in p.obligors]) for p in found] == [
        ("hand over a list within a week of signature", "event:signature:P1W", ["The Front"]),
        ("free the captives within a month.", "event::P1M", ["The Front"]),
    ]


def test_who_is_asked_owes_it_now_and_nobody_is_named_who_will_ask(nlp: Language) -> None:
    found = {p.clause: p for p in reversed(layers(read(nlp, RUNNING)).provisions)}
    asked = [[o.name for o in p.obligors] for p in layers(read(nlp, RUNNING)).provisions if p.clause == "5"]
    assert asked == [["The Mission"], []]
    assert anchor_label(found["3"].anchor) == "date:2041-05-03:P20D"
    assert (anchor_label(found["6"].anchor), [o.name for o in found["6"].obligors]) == ("event:entry into force:", ["All patrols"])
    assert [o.name for o in found["8"].obligors] == ["The guarantors"]


def test_a_participle_is_no_bearer_and_the_day_of_another_paper_no_anchor(nlp: Language) -> None:
    council, lists = [p for p in layers(read(nlp, RUNNING)).provisions if p.clause == "7"]
    assert [o.name for o in council.obligors] == ["The council"]
    assert lists.anchor is None


def test_bare_verbs_are_theirs_who_agreed(nlp: Language) -> None:
    text = "We, the chiefs of the valley, have agreed to:\n- Open the mill road;\n- Hand back the boats;\n- Mend the bridge that we share;\n"
    assert [[o.name for o in p.obligors] for p in layers(read(nlp, text)).provisions] == [["the chiefs of the valley"]] * 3


SUMMARY = """\
Lakes Accord in brief

Truce
(Part I, articles 1-2)
• End to the raids between the clans
• Establishment of a truce board
Arms
(Part II)
• All fighters to be disarmed, trained and paid
• Return of the herds to their owners
• New national guard to include men of both clans
"""
RUN_IN = """\
Article 1
TRUCE: The war between the two clans is hereby ended with immediate effect.
2. Phased Departure of Mountain Forces (ground): The King agrees to a phased departure of all his men.
a. By EIF + 6 days, the Mountain Forces shall have left the valley.
b. The Board shall have an office at the mill and a team shall be formed by the Board.
"""


def test_a_summary_in_bullets_tells_terms(nlp: Language) -> None:
    assert [p.action for p in layers(read(nlp, SUMMARY)).provisions] == [
        "End to the raids between the clans",
        "Establishment of a truce board",
        "All fighters to be disarmed, trained and paid",
        "Return of the herds to their owners",
        "New national guard to include men of both clans",
    ]


def test_a_title_before_a_colon_is_no_part_of_a_term(nlp: Language) -> None:
    found = layers(read(nlp, RUN_IN)).provisions
    assert [RUN_IN[slice(*p.spans[0])][:24] for p in found] == [
        "The war between the two ",
        "The King agrees to a pha",
        "By EIF + 6 days, the Mou",
        "The Board shall have an ",
        "a team shall be formed b",
    ]
    assert anchor_label(found[2].anchor) == "event:EIF:P6D"


def test_what_a_noun_does_follows_its_doer(nlp: Language) -> None:
    text = "Lakes Accord\n1. Support by the valley councils of the trade in salt;\n2. Reopening by the government of Orlen of the mill;\n3. Return of guns."
    found = layers(read(nlp, text)).provisions
    assert [[o.name for o in p.obligors] for p in found] == [["the valley councils"], ["the government of Orlen"], []]


PLEDGE = """\
Declaration of the River Commitment

Through this Declaration, we, the undersigned, the Delta Army and the Hill Front, confirm our duties under the law of war.

The objectives of the Declaration are to protect the villages.

COMMITMENTS
1. We agree that the safety of the fishers comes first and commit to open a safe passage.
2. We pledge to observe the following duties:
a. Refrain from any raid that may be expected to hurt the fishers.
b. Vacate all clinics.
3. The Delta Army has informed that it will allocate two fields to the displaced.
4. The rifles shall be locked in a store and the party concerned shall keep the key.
5. The clearing of the mines will begin on 3 May 2041 and will be completed within 90 days.
6. Special rules relate to the port.
"""


def test_a_declaration_by_those_who_say_we(nlp: Language) -> None:
    told = [(p.clause, [o.name for o in p.obligors]) for p in layers(read(nlp, PLEDGE)).provisions if p.clause is not None]
    signed = ["Delta Army", "Hill Front"]
    assert told == [
        ("1", signed),
        ("2(a)", signed),
        ("2(b)", signed),
        ("3", ["Delta Army"]),
        ("4", []),
        ("4", ["the party"]),
        ("5", []),
        ("5", []),
    ]


SPANS = """\
Memorandum on the Upper Lakes

1.1 The handover will begin on 4 May 2031 and will be carried out in three steps and concluded by 30 June 2031.
1.2 The elections of the valley council will be held in April 2032.
1.3 The return of the boats will begin on 9 May 2031 and the rolls shall be read out in public on 2 June 2031.
1.4 The Orsk Front shall hand over the lists of those detained in March 2029.
"""


def test_a_begin_and_an_end_are_both_kept_and_a_month_is_a_range(nlp: Language) -> None:
    assert [(p.clause, anchor_label(p.anchor)) for p in layers(read(nlp, SPANS)).provisions] == [
        ("1.1", "date:2031-05-04/2031-06-30:"),
        ("1.2", "date:2032-04-01/2032-04-30:"),
        ("1.3", "date:2031-05-09:"),
        ("1.3", "date:2031-06-02:"),
        ("1.4", "-"),
    ]
