"""The acts and status lexicons: every entry well formed, mistakes refused."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, get_args

import pytest

from trucekeeper.knowledge import table
from trucekeeper.model.claims import PloverType
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.events import foundwords, lexicon, statuswords

CLASSES = {
    "people": ["envoy"],
    "places": ["city"],
    "agreement": ["truce"],
    "talks": ["talk"],
    "proposal": ["plan"],
    "delegation": ["envoy"],
    "truce": ["truce"],
    "building": ["house"],
    "land": ["hill"],
    "crossing": ["bridge"],
    "vehicle": ["truck"],
    "happening": ["crisis"],
    "goods": ["flour"],
}
ACT: dict[str, Any] = {"plover": "AID", "cameo": "07", "acled": "Strategic developments", "verbs": ["send > goods"], "nouns": ["delivery"]}

WRONG = [
    ("unknown key", {"verb": ["send"]}),
    ("no such root", {"plover": "HELP"}),
    ("no such status", {"stands": "done"}),
    ("no such way of content", {"content": "drop"}),
    ("unknown class", {"verbs": ["send > good"]}),
    ("not a trigger", {"verbs": ["send away quickly now"]}),
    ("empty condition", {"nouns": ["delivery > "]}),
]


@pytest.mark.parametrize(("what", "change"), WRONG, ids=[w for w, _ in WRONG])
def test_a_mistake_in_an_act_is_refused(what: str, change: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        lexicon.build({"deliver": {**ACT, **change}}, CLASSES)


def test_triggers_are_read_with_their_conditions() -> None:
    built = lexicon.build({"deliver": {**ACT, "verbs": ["hand over > goods", "reach < goods", "deliver ! goods", "go to > @place", "ship"]}}, CLASSES)
    hand = built.verbs["hand"][0]
    assert (hand.second, hand.need, hand.of_subject) == ("over", frozenset({"flour"}), False)
    assert built.verbs["reach"][0].of_subject
    assert built.verbs["deliver"][0].ban == frozenset({"flour"})
    assert built.verbs["go"][0].special == frozenset({"@place"})
    assert built.verbs["go"][0].need == frozenset({"city"})


def test_the_words_of_roles_are_all_there_and_no_others() -> None:
    with pytest.raises(KnowledgeError, match="nowhere"):
        lexicon.build_role_words({"toward": [], "where": [], "within": [], "nobody": [], "nowhere": []})


def test_the_most_specific_trigger_comes_first() -> None:
    built = lexicon.build({"deliver": {**ACT, "verbs": ["send", "send off > goods", "send > goods"]}}, CLASSES)
    assert [bool(f.need) + bool(f.second) for f in built.verbs["send"]] == [2, 1, 0]


def test_the_shipped_lexicon_covers_every_root_broadly() -> None:
    built = lexicon.acts()
    assert {a.plover for a in built.acts.values()} == set(get_args(PloverType))
    assert len(built.acts) >= 70
    assert len(built.verbs) >= 500
    assert len(built.nouns) >= 150


def test_modes_are_those_of_plover() -> None:
    modes = {
        "visit", "third-party", "phone", "withdraw", "release", "disarm",
        "ceasefire", "access", "resign", "disapprove", "investigate", "allege", "demo", "riot",
        "strike", "hunger", "boycott", "obstruct",
        "convict", "expel", "discontinue", "troops", "seize", "restrict", "censor", "curfew", "martial-law", "arrest",
        "deport", "withhold", "cyber", "abduct", "beat", "torture", "sexual", "destroy", "explosives", "aerial", "heavy-weapons", "crowd-control",
    }  # fmt: skip
    assert {a.mode for a in lexicon.acts().acts.values()} - {None} <= modes


@pytest.mark.parametrize("change", [{"clause": {"maybe": ["say"]}}, {"verbs": {"planned": ["plan"]}}])
def test_a_mistake_in_the_status_lexicon_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        statuswords.build({**deepcopy(table("status")), **change})


def test_no_word_says_two_things_in_one_section() -> None:
    for section, entries in table("status").items():
        words = [w for ws in entries.values() for w in ws]
        doubled = {w for w in words if words.count(w) > 1}
        assert not doubled or section == "occurrence", (section, sorted(doubled))


@pytest.mark.parametrize(
    "change", [{"roots": {"hurting": ["WAR"]}}, {"acts": {"sending": ["dance"]}}, {"roots": {"kind": ["AID"]}}, {"words": {}, "acts": {"x": []}}]
)
def test_a_mistake_in_the_kinds_of_act_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        lexicon.build_kinds({**deepcopy(table("acts_roles")), **change}, lexicon.acts())


@pytest.mark.parametrize("change", [{"adverbs": {}}, {"nouns": {"lasting": []}}, {"verbs": {**table("acts_found")["verbs"], "ending": ["end"]}}])
def test_a_mistake_in_the_words_of_finding_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(KnowledgeError):
        foundwords.build({**deepcopy(table("acts_found")), **change})
