"""Figures, case by case: measure, counted, part and whole, whose people, when, where, how sure; and the lexicon of measures."""

from __future__ import annotations

import pytest
from spacy.language import Language

from trucekeeper.model.claims import Figure
from trucekeeper.model.document import Document
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.model.time import Time, Timex
from trucekeeper.reading.assemble import Reader
from trucekeeper.reading.figures import lexicon, truce_figures
from trucekeeper.reading.layers import FigureFound, PlaceFound, TimeFound, layers
from trucekeeper.reading.quantities import truce_quantities

MEASURES = [
    ("The shells killed 12 nurses and wounded 30.", ["killed", "wounded"]),
    ("Nine people have been confirmed dead.", ["killed"]),
    ("Orrin got back 70 prisoners.", ["released"]),
    ("The toll has risen to 58, officials said, with doctors giving care to at least 150 people who were injured.", ["killed", "wounded"]),
    ("The death toll from the clashes increased to 32 people, while the number of injured reached 159 people.", ["killed", "wounded"]),
    ("The force made 16,047 day and night patrols in 30 days.", ["count", "duration"]),
    ("Up to 19,000 fighters have undergone the decommissioning process.", ["disarmed"]),
    ("Mediators praised the decommissioning of 12,000 Lake Liberation Front (LLF) combatants.", ["disarmed"]),
    ("The ministry placed the official death toll in 11 days of fighting at at least 426.", ["duration", "killed"]),
    ("The envoy has said the death toll was 173 people and that most of them were armed.", ["killed"]),
    ("The army withdrew 6,000 soldiers. The rebels said no more than 4,500 had gone.", ["withdrawn", "withdrawn"]),
    ("Residents buried at least 185 bodies.", ["killed"]),
    ("Some 450 fighters and civilians of the towns, of Belm, Orsk and Tavel, were evacuated.", ["evacuated"]),
    ("In exchange for 300 prisoners the rebels let the town go.", ["released"]),
    ("All 70 hostages are already at home.", ["returned home"]),
    ("It took a third of its 3,300 weapon target.", ["weapons", "weapons"]),
    ("Some 70 of the weapons UNLT handed in were rejected.", ["weapons"]),
    ("The elders counted 2,000 burned homes and 183 bodies.", ["destroyed", "killed"]),
    ("The observers who went to Belm counted four bodies there.", ["killed"]),
    ("Some 8,600 people displaced by the war reported back in their home towns.", ["returned home"]),
    ("The clinic at Belm said it had received 14 bodies.", ["killed"]),
    ("The number of people who were killed by the militia has risen to more than 35 people.", ["killed"]),
    ("The death toll during the first day was at 13 people.", ["killed"]),
    ("The confirmed number of martyrs stood at 84.", ["killed"]),
    ("The mission announced that no more than 46 people were killed in the raid.", ["killed"]),
    ("The number of villagers who have fled the fire in Belm's lower town to Sess since May has reached 31,000.", ["displaced"]),
    ("Refugee numbers in Belm surge to 27,000.", ["displaced"]),
    ("Nobody trusts the official toll, which is 432.", ["killed"]),
    ("The raid caused 14 deaths.", ["killed"]),
    ("The swap of 20 captives for the release of 300 prisoners held in the north was late.", ["released", "released"]),
    ("The group gave back the bodies of four soldiers.", ["returned dead"]),
    ("Of the 80 hostages taken in May, 30 remain in the hills.", ["taken", "held"]),
    ("Police arrested 40 people.", ["detained"]),
    ("About 300 people are still missing.", ["missing"]),
    ("Some 5,000 refugees returned home.", ["returned home"]),
    ("The fighting displaced 70,000 people.", ["displaced"]),
    ("Donors pledged $30 million, and the bank gave $5 million.", ["money pledged", "money given"]),
    ("They withdrew 12 km in three weeks.", ["distance", "duration"]),
    ("The army has 900 troops there.", ["troops"]),
    ("Only 40 trucks came.", ["trucks"]),
    ("Shells killed a child and wounded 12 more people.", ["killed", "wounded"]),
    ("The clash claimed the life of a Cambodian soldier; a guard was not hurt.", ["killed"]),
    ("Some 200 guards came home from captivity, 90 of them wounded.", ["released", "wounded"]),
    ("Houses destroyed: 40. Wounded: 12.", ["destroyed", "wounded"]),
    ("One of the 58 hostages is dead.", ["count"]),
    ("The rebels pulled out their remaining 90 fighters; 30 more laid down their arms.", ["withdrawn", "disarmed"]),
    ("Shells drove out 5,000 villagers (900 families).", ["displaced", "displaced"]),
    ("Some 300 farmers driven from the valley have not returned.", ["displaced"]),
    ("The number of villagers who have fled the valley has risen to 7,900.", ["displaced"]),
    ("The total number of people killed in the war has reached 48,519.", ["killed"]),
    ("The number of families who returned home has reached 310.", ["returned home"]),
    ("Thirty fighters fell in the battle for Dori.", ["killed"]),
    ("The group called for the release of more than 2,000 held by the army.", ["released"]),
    ("Divers recovered 12 bodies from the lake. The bodies of three miners were found in a well.", ["bodies found", "bodies found"]),
    ("The front freed three more captives, bringing to 12 the number freed since May.", ["released", "released"]),
    ("Four soldiers died, raising to 61 the number of guards killed.", ["killed", "killed"]),
    ("The prisoners being swapped include 20 women.", ["released"]),
    ("The captives freed included six nurses.", ["released"]),
    ("The rebels put the number of dead at 25. Police said it was 19.", ["killed", "killed"]),
    ("In May the front released a first group of five nurses and two soldiers.", ["released", "released"]),
    ("The mayor said 53 people, mostly miners, have been confirmed killed.", ["killed"]),
    ("The agency provided food and cash to 4,000 villagers. Some 30 fighters are likely to lay down their arms.", ["aided", "disarmed"]),
    ("Some 200 fighters have surrendered with 83 weapons.", ["disarmed", "weapons"]),
    ("A rebel commander said 12 soldiers had been killed.", ["killed"]),
    ("The army shot dead 10 rebels in two separate clashes in Tarn and nine rebels in Kesh.", ["killed", "attacks", "killed"]),
    ("Some 30 rebels fought with between 20 and 25 rifles.", ["troops", "weapons"]),
    ("At least 350 rebels have died since May 3 but fatalities could be as high as 500.", ["killed", "killed"]),
    ("A total of 776 of the dead were nurses, while 970 were policemen and 219 soldiers.", ["killed", "killed", "killed"]),
    ("The front lost 40 men while 76 other fighters were still missing.", ["killed", "missing"]),
    ("The shell killed eight people, including a mother and her two daughters.", ["killed", "killed", "killed"]),
    ("Two soldiers died, bringing the army's dead to five.", ["killed", "killed"]),
    ("Donors ignored an appeal for $18 million of aid; the bank offered $5 million.", ["money needed", "money pledged"]),
    ("The plan helps the reintegration of some 300 Orsk Velan ex-combatants.", ["disarmed"]),
    ("Only 14 rifles were handed in, he said. Police said it was 19.", ["weapons", "weapons"]),
    ("One of his own men was killed. One of the guards shot two men. One of the reasons is rain.", ["killed", "casualties"]),
    ("The rebels still hold 60 of the 150 hostages they seized in May.", ["held", "taken"]),
    ("Up to 60 of his men seized the camp. Some 40 fighters lost their homes.", ["count", "troops"]),
    ("The mission said 14 of those seized were released.", ["released"]),
    ("The centre counted 545 deaths per year and 993 injuries a year.", ["killed", "wounded"]),
    ("Civilians killed in the war have reached 89. The dead have reached 40.", ["killed", "killed"]),
    ("A 300-strong garrison and a 40-strong delegation came.", ["troops", "count"]),
    ("The clash left three policemen and 12 rebels dead and 30 others hurt.", ["killed", "killed", "wounded"]),
    ("The number of dead has risen to 56 people.", ["killed"]),
    ("The agency appealed for $30 million and received $5 million.", ["money needed", "money given"]),
]


def figures(nlp: Language, text: str) -> list[FigureFound]:
    return layers(truce_figures(truce_quantities(nlp(text)))).figures


@pytest.mark.parametrize(("text", "wanted"), MEASURES)
def test_measures(nlp: Language, text: str, wanted: list[str]) -> None:
    assert [f.measure for f in figures(nlp, text)] == wanted


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The Relief League said 187 people were killed, while a senator put the death toll at 228.", "senator"),
        ("The ministry has said 12 people died, though residents put the number of dead at 30.", "residents"),
        ("The mission said 40 people died, against a toll of 12 given by the army.", "army"),
        ("Monitors said 135 were killed, a tally more than twice as high as the official toll of 56 put forward by the government.", "government"),
    ],
)
def test_who_tells_a_toll_in_another_s_sentence(reader: Reader, text: str, whose: str) -> None:
    told = [c for c in reader.read(Document(name="x", text=text, outlet="Sess Herald", published="2031-04-02")).claims if isinstance(c, Figure)]
    asserter = told[-1].attribution.asserter
    assert asserter is not None
    assert asserter.name.endswith(whose)


def test_the_boat_with_so_many_aboard_is_none_of_the_dead(nlp: Language) -> None:
    told = figures(nlp, "At least 78 people died when an overcrowded boat with 278 passengers capsized on the lake.")
    assert [f.measure for f in told] == ["killed", "count"]


def test_a_part_behind_of_who(nlp: Language) -> None:
    told = figures(nlp, "The army insists 37 people were killed, 30 of who it said were rebels.")
    assert told[1].part_of == 0


def test_another_number_for_what_was_just_counted_is_of_the_same(nlp: Language) -> None:
    told = figures(nlp, "Only 14 guns had been surrendered by Tuesday, he said. Police said it was 19.")
    assert [(f.measure, f.of, f.value) for f in told] == [("weapons", "guns", 14), ("weapons", "guns", 19)]


def test_what_might_come_is_no_toll(nlp: Language) -> None:
    assert not [f for f in figures(nlp, "Thousands could die in the camps, the mission warned.") if f.measure == "killed"]


def test_the_counted_is_kept_as_written_without_its_number(nlp: Language) -> None:
    (found,) = figures(nlp, "The rebels freed at least 25 wounded Sudanese soldiers.")
    assert found.of == "wounded Sudanese soldiers"


@pytest.mark.parametrize(
    ("text", "of", "party"),
    [
        ("The fighting spread to six central, northern and western provinces.", "central, northern and western provinces", None),
        ("The war killed 2,300 Velan and Orsk Velan combatants.", "Velan and Orsk Velan combatants", None),
        ("The army killed 12 soldiers and local policemen.", "soldiers and local policemen", None),
        ("The army killed 12 rebels and burned homes.", "rebels", None),
    ],
)
def test_several_words_may_tell_of_the_counted(reader: Reader, text: str, of: str, party: str | None) -> None:
    (figure,) = (c for c in reader.read(Document(name="a", text=text)).claims if isinstance(c, Figure))
    assert (figure.of, figure.party and figure.party.name) == (of, party)


def test_a_limit_holds_for_both_that_it_joins(nlp: Language) -> None:
    made = figures(nlp, "The accord allows no more than 400 soldiers and 90 police. At least 12 soldiers and three guards died.")
    assert [f.bound for f in made] == ["at_most", "at_most", "at_least", "exact"]


def test_a_part_points_to_its_whole(nlp: Language) -> None:
    found = figures(nlp, "The strike killed 24 people, including 14 children, and three of them were guards.")
    assert [f.part_of for f in found][:2] == [None, 0]


def test_parts_that_add_up_to_the_count_before_them(nlp: Language) -> None:
    found = figures(nlp, "They freed 90 prisoners, 69 women and 21 boys, in the 20 hours of calm.")
    assert [(f.measure, f.part_of) for f in found] == [("released", None), ("released", 0), ("released", 0), ("duration", None)]


def test_parts_told_of_the_dead_before(nlp: Language) -> None:
    found = figures(nlp, "The toll rose to 31, up from 27. Nine of the dead were guards.")
    assert [(f.value, f.part_of) for f in found] == [(31, None), (27, None), (9, 0)]


def test_a_part_of_what_the_opening_words_name(nlp: Language) -> None:
    found = figures(nlp, "Some 5,610 rifles were looted from the depots. Of the stolen arms, 1,140 rifles have been found.")
    assert [(f.value, f.part_of) for f in found] == [(5610, None), (1140, 0)]


def test_what_a_convoy_consists_of(nlp: Language) -> None:
    found = figures(nlp, "A convoy of 50 lorries reached the town. The convoy consisted of a tanker, 29 food lorries and 14 lorries with medicine.")
    assert [(f.value, f.part_of) for f in found] == [(50, None), (29, 0), (14, 0)]


def test_a_whole_before_out_of_which(nlp: Language) -> None:
    found = figures(nlp, "The army committed 212 breaches, out of which 164 were shellings.")
    assert [(f.value, f.part_of) for f in found] == [(212, None), (164, 0)]


def test_where_the_counted_are_is_no_part_of_where_they_stay(nlp: Language) -> None:
    found = figures(nlp, "About 7,450 people shelter in 62 camps, including schools, in 13 districts.")
    assert [(f.value, f.part_of) for f in found] == [(7450, None), (62, None), (13, None)]


def test_what_passes_a_number_is_a_count(nlp: Language) -> None:
    assert [(f.value, f.bound) for f in figures(nlp, "The death toll has passed 500.")] == [(500, "more_than")]
    assert [(f.value, f.bound) for f in figures(nlp, "The convoy passed 12 posts.")] == [(12, "exact")]


def test_whose_toll_is_kept(nlp: Language) -> None:
    assert [(f.value, f.of) for f in figures(nlp, "The army revised the civilian death toll from 44 to 39.")] == [
        (44, "civilian death toll"),
        (39, "civilian death toll"),
    ]


def test_one_person_among_those_counted(nlp: Language) -> None:
    found = figures(nlp, "At least 42 people were killed, including a Kenyan peacekeeper, in the raid.")
    assert [(f.value, f.measure, f.part_of) for f in found] == [(42, "killed", None), (1, "killed", 0)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Officials said 52 people were killed and 65 others wounded in the clashes.", [("killed", "people"), ("wounded", "others")]),
        ("Another 13 internally displaced people from the hills were killed.", [("killed", "displaced people")]),
        ("The programme has disarmed 5,000 ex-combatants.", [("disarmed", "ex-combatants")]),
        ("They plan to disarm a total of about 8,800 rebels.", [("disarmed", "rebels")]),
        ("Seventeen local staff were hurt.", [("wounded", "local staff")]),
        ("The two armies traded almost 200 prisoners of war.", [("released", "prisoners of war")]),
        ("The bodies of two nurses were sent back to the capital.", [("returned dead", "nurses")]),
        ("The mission toured the six central and northern provinces.", [("count", "central and northern provinces")]),
    ],
)
def test_what_was_done_to_whom(nlp: Language, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(f.measure, f.of) for f in figures(nlp, text)] == wanted


def test_a_difference_is_no_part(nlp: Language) -> None:
    assert [f.part_of for f in figures(nlp, "Coca covers 253,000 hectares, a tenth more than last year.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("At least 13 children are dying daily.", "per day"),
        ("Every week up to 900 people flee the town.", "per week"),
        ("The 12 members meet daily.", None),
        ("The war killed nearly 4,000 people in Belm and saw rebels fire rockets daily at the port.", None),
    ],
)
def test_counts_of_a_time(nlp: Language, text: str, unit: str | None) -> None:
    assert [f.unit for f in figures(nlp, text)] == [unit]


def test_who_counted(nlp: Language) -> None:
    found = figures(nlp, "The mission recorded 30 violations, including four raids. By the ministry's count, 300 have died.")
    assert [(f.source and f.source.name, f.cue) for f in found] == [("The mission", "record"), ("The mission", "record"), ("the ministry", "count")]


def test_a_whole_behind_its_part(nlp: Language) -> None:
    found = figures(nlp, "They released 40 of the 90 prisoners.")
    assert [(f.value, f.part_of) for f in found] == [(40, 1), (90, None)]


def test_evidence_covers_bound_number_and_counted(nlp: Language) -> None:
    text = "The army lost about 1,800 reserve soldiers in May."
    (found,) = figures(nlp, text)
    start, end = found.spans[0]
    assert text[start:end] == "about 1,800 reserve soldiers"


def test_doubt_is_kept(nlp: Language) -> None:
    (found,) = figures(nlp, "Some 20 captives are believed to be alive.")
    assert (found.measure, found.hedge) == ("alive", "believed")


def test_negated_predicates_tell_no_measure(nlp: Language) -> None:
    (found,) = figures(nlp, "Some 20 villagers were not killed.")
    assert found.measure == "count"


def test_two_sides_are_nobodys_count(nlp: Language) -> None:
    assert figures(nlp, "The two sides met.") == []


def test_when_since_when_and_where(nlp: Language) -> None:
    text = "Shells killed 12 people in Alba on Monday, and 300 have died since May."
    doc = nlp(text)
    monday, may, alba = text.index("Monday"), text.index("May"), text.index("Alba")
    day, month = Time("2025-03-03", "2025-03-03", False, "Monday"), Time("2025-05-01", "2025-05-31", False, "May")
    layers(doc).times = [TimeFound(monday, monday + 6, day, Timex("DATE", "2025-03-03")), TimeFound(may, may + 3, month, Timex("DATE", "2025-05"))]
    layers(doc).places = [PlaceFound(alba, alba + 4, "Alba")]
    first, second = layers(truce_figures(truce_quantities(doc))).figures
    assert (first.about, first.place) == (day, 0)
    assert second.since == month


def test_the_day_of_saying_is_not_the_count_s(nlp: Language) -> None:
    text = "The ministry said on Wednesday that 17 people had died in the shelling of the market a day earlier."
    doc = nlp(text)
    said, died = Time("2031-05-07", "2031-05-07"), Time("2031-05-06", "2031-05-06")
    places = [(text.index(words), words, day) for words, day in (("Wednesday", said), ("a day earlier", died))]
    layers(doc).times = [TimeFound(start, start + len(words), day, Timex("DATE", day.latest or "")) for start, words, day in places]
    (found,) = layers(truce_figures(truce_quantities(doc))).figures
    assert found.about == died


def test_without_a_parse_what_the_words_tell_is_read(nlp: Language) -> None:
    found = layers(truce_figures(truce_quantities(nlp.make_doc("They gave $5 million over six weeks.")))).figures
    assert [(f.measure, f.unit) for f in found] == [("money", "USD"), ("duration", "week")]


def test_without_quantities_there_are_no_figures(nlp: Language) -> None:
    assert layers(truce_figures(nlp("Nobody came."))).figures == []


@pytest.mark.parametrize(("check", "name"), [(lexicon.KEYS, "ruel"), (lexicon.ROLES, "objekt"), (lexicon.RULE_KEYS, "word")])
def test_the_lexicon_of_measures_refuses_what_it_does_not_know(check: frozenset[str], name: str) -> None:
    with pytest.raises(KnowledgeError, match=name):
        lexicon.check("key", {name}, check)


def test_every_rule_and_hedge_can_be_read() -> None:
    assert {role for role, _ in lexicon.rules()} == lexicon.ROLES
    assert lexicon.hedges()["reportedly"] == "reported"
    assert lexicon.plain("went", "went", verb=True) == "go"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


DAYS = [
    # text, the words of the day of its first count, and of the day since which it runs
    ("The army shelled the market on Tuesday, killing nine people, in the worst breach of the truce signed in 2016.", "Tuesday", None),
    ("At least 14 people were killed in the raid on the camp, which was set up in 2016.", None, None),
    ("The ministry said 729 people had been killed in fighting that began on 27 April.", None, "27 April"),
    ("Twelve men have been freed before a Friday deadline.", None, None),
    ("The clans freed 22 soldiers whom they took in August.", None, None),
    ("The union said last week 470 farmers had been killed.", None, None),
    ("The army on Thursday put the number of its dead at four.", None, None),
    ("Some 374 rebels have been killed since the raids were launched on 9 May.", None, "9 May"),
    ("Thirty soldiers have been killed since the collapse of the talks in March.", None, "March"),
    ("Twelve men have been freed on Monday, and the rest are to follow on Friday.", "Monday", None),
]


@pytest.mark.parametrize(("text", "about", "since"), DAYS)
def test_the_day_of_a_count_is_not_that_of_another_matter(reader: Reader, text: str, about: str | None, since: str | None) -> None:
    found = layers(next(reader.nlp.pipe([reader.prepare(Document(name="x", text=text, published="2031-05-15"))]))).figures[0]
    assert (found.about and found.about.text, found.since and found.since.text) == (about, since)


@pytest.mark.parametrize(
    ("text", "about", "since", "place"),
    [
        ("On August 27 the alliance launched a mission to collect 300 rifles.", None, None, None),
        ("On Wednesday both sides began to exchange 300 prisoners.", "2025-04-02", None, None),
        ("It is the largest swap since a revolt broke out in 2014, the start of a war in which 9,000 people have been killed.", None, "2014-01-01", None),
        ("Rebels from the two republics in the Sess and Belm regions of Sudan freed 74 prisoners.", None, None, None),
    ],
)
def test_a_day_and_a_place_of_what_led_to_it_are_not_the_count_s(reader: Reader, text: str, about: str | None, since: str | None, place: str | None) -> None:
    (found,) = (c for c in reader.read(Document(name="one", text=text, published="2025-04-04")).claims if isinstance(c, Figure))
    assert (found.about.earliest if found.about else None) == about
    assert (found.since.earliest if found.since else None) == since
    assert (found.place.name if found.place else None) == place


def test_a_list_behind_a_dash_tells_of_what_a_count_is_made_up(reader: Reader) -> None:
    text = "The target is 3,300 weapons\u2014more than 2,950 rifles, 210 machine guns and 130 mortars."
    whole, *parts = (c for c in reader.read(Document(name="one", text=text)).claims if isinstance(c, Figure))
    assert [p.part_of for p in parts] == [whole.id] * 3


def test_a_whole_may_stand_behind_among(reader: Reader) -> None:
    part, whole = (c for c in reader.read(Document(name="one", text="Doctors counted 49 children among at least 108 killed.")).claims if isinstance(c, Figure))
    assert part.part_of == whole.id
    assert (whole.measure, whole.of) == ("killed", "killed")


def test_a_voice_before_a_colon_is_not_the_counted(reader: Reader) -> None:
    (found,) = (c for c in reader.read(Document(name="one", text="Lumen: 1,000 dead, missing in Belm")).claims if isinstance(c, Figure))
    assert (found.measure, found.of) == ("killed", "dead")


def test_the_shot_are_no_part_of_those_who_fled(reader: Reader) -> None:
    text = "An estimated 20,000 Muslims fled the town. The government accused the rebels of massacring at least 100 Muslims."
    fled, shot = (c for c in reader.read(Document(name="one", text=text)).claims if isinstance(c, Figure))
    assert (fled.measure, shot.measure, shot.part_of) == ("displaced", "killed", None)


def test_a_list_of_the_dead_counts_the_dead(reader: Reader) -> None:
    (found,) = (c for c in reader.read(Document(name="one", text="The party said it has compiled a list of 745 dead.")).claims if isinstance(c, Figure))
    assert (found.measure, found.of) == ("killed", "dead")
