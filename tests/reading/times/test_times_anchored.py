"""Times reckoned from an event, a phase or the time before in the text: dated where the text dates it, open with a reason where not."""

from __future__ import annotations

import pytest
import spacy

from trucekeeper.knowledge import table
from trucekeeper.model.document import Document
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.layers import TimeFound, layers
from trucekeeper.reading.times import truce_times
from trucekeeper.reading.times.anchors_lexicon import build

blank = spacy.blank("en")
PUBLISHED = "2025-03-20"


def read(text: str) -> list[TimeFound]:
    doc = blank.make_doc(text)
    layers(doc).document = Document(name="case", text=text, published=PUBLISHED)
    return layers(truce_times(doc)).times


def one(text: str, words: str) -> TimeFound:
    return next(t for t in read(text) if text[t.start : t.end] == words)


DATED = [  # the text, the time's words, its first and last day
    ("The truce began on March 6. Friday was the 16th day of the truce.", "the 16th day", "2025-03-21", "2025-03-21"),
    ("The truce took effect at dawn on March 6. It broke on day 3 of the ceasefire.", "day 3", "2025-03-08", "2025-03-08"),
    ("Two days before the truce, shells fell. The March 6 truce has held since.", "Two days", "2025-03-04", "2025-03-04"),
    ("A week after the ceasefire began on 6 March, a convoy came.", "A week", "2025-03-10", "2025-03-16"),
    ("On 4 March the generals signed the accord. Ten days after the signing, guns fell silent.", "Ten days", "2025-03-14", "2025-03-14"),
    ("The accord, signed in Juba on 4 March, was praised. Three days after the deal, the army left.", "Three days", "2025-03-07", "2025-03-07"),
    ("March 6, when the truce took effect, was calm. The lull ended two days after the start of the truce.", "two days", "2025-03-08", "2025-03-08"),
    ("The vote was held on May 3, 2024. Two days before the vote, a candidate was shot.", "Two days", "2024-05-01", "2024-05-01"),
    ("Sunday's referendum went ahead. Three days before the referendum, a bridge was blown up.", "Three days", "2025-03-13", "2025-03-13"),
    ("The two days before the vote were calm; the vote took place on May 3, 2024.", "The two days", "2024-05-01", "2024-05-02"),
    ("The first phase began on 19 January and lasts 42 days. All go by the end of the first phase.", "the end of the first phase", "2025-03-01", "2025-03-01"),
    ("A 42-day first phase started on 19 January. All go by the end of phase one.", "the end of phase one", "2025-03-01", "2025-03-01"),
    ("The second phase ends on April 12. By the end of the second phase, posts close.", "the end of the second phase", "2025-04-12", "2025-04-12"),
    ("The siege began on 2 May 2023. In the second week of the siege, wells ran dry.", "the second week", "2023-05-09", "2023-05-15"),
    ("A blast killed nine people four days after March 6.", "four days", "2025-03-10", "2025-03-10"),
    ("The Aden truce began on March 6 and the Marib truce on March 9. Two days after the Aden truce, nine died.", "Two days", "2025-03-08", "2025-03-08"),
    ("Less than three days after the truce began on March 6, it was broken.", "Less than three days", "2025-03-06", "2025-03-09"),
    ("More than three days after the truce began on March 6, it was broken.", "More than three days", "2025-03-09", None),
    ("They met on March 3. The following day, talks resumed.", "The following day", "2025-03-04", "2025-03-04"),
    ("They met on March 3. The day before, a raid killed six.", "The day before", "2025-03-02", "2025-03-02"),
    ("They met on March 3. Two days later they met again, and a day later they parted.", "a day later", "2025-03-06", "2025-03-06"),
    ("Friday was the 16th day of the truce.", "the 16th day", "2025-03-14", "2025-03-14"),
    ("Shells fell on Monday, the ninth day of the truce.", "the ninth day", "2025-03-17", "2025-03-17"),
    ("The war began in November 2020. Two years after the war began, the sides met.", "Two years", "2022-11-01", "2022-11-30"),
    ("The truce took hold in January, on January 19. A week after the truce, a convoy came.", "A week", "2025-01-23", "2025-01-29"),
    ("The siege began last month. In the second week of the siege, wells ran dry.", "the second week", "2025-02-08", "2025-03-13"),
    ("A deal was signed in late January. Ten days after the deal, guns fell silent.", "Ten days", "2025-01-31", "2025-02-10"),
    ("It began more than two weeks ago.", "more than two weeks ago", None, "2025-03-06"),
    ("It was signed less than a month ago.", "less than a month ago", "2025-02-20", "2025-03-20"),
    ("Guns fell silent during Eid al-Fitr last year.", "Eid al-Fitr", "2024-04-10", "2024-04-12"),
    ("Forty years ago today, the first accord was signed.", "Forty years ago today", "1985-03-20", "1985-03-20"),
    ("The market was hit in the week before last.", "the week before last", "2025-03-03", "2025-03-09"),
    ("He was freed a day earlier.", "a day earlier", "2025-03-19", "2025-03-19"),
]  # fmt: skip

NONE = "the text gives no day for it"
OPEN = [  # the text, the time's words, and why it stays open
    ("It broke on the 16th day of the truce.", "the 16th day", NONE),
    ("A week after the ceasefire began, a convoy came.", "A week", NONE),
    ("They will go by the end of the first phase.", "the end of the first phase", NONE),
    ("The first phase began on March 1. They will go by the end of the second phase.", "the end of the second phase", NONE),
    ("A truce began on March 6. Another truce began on March 9. Two days before the truce, six died.", "Two days", "more than one day"),
    ("The war began on 24 May 2022. Two days before the offensive, bridges fell.", "Two days", NONE),
    ("The truce did not begin on March 6. A week after the truce, guns fell silent.", "A week", NONE),
    ("They discussed the vote on Friday. Two days before the vote, a bomb went off.", "Two days", NONE),
    ("The Aden truce began on March 6. Two days after the Marib truce, nine died.", "Two days", NONE),
    ("The generals signed a framework on March 6. Two days after the declaration, nine died.", "Two days", NONE),
    ("The accord was signed on March 4. Two days after the signing of the treaty, six died.", "Two days", NONE),
    ("Two days before the parade, six were held.", "Two days", NONE),
    ("The following day, talks resumed.", "The following day", "no time before it"),
    ("Two weeks later they met.", "Two weeks later", "no time before it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "first", "last"), DATED, ids=[w + ": " + t[:40] for t, w, *_ in DATED])
def test_dated(text: str, words: str, first: str | None, last: str | None) -> None:
    found = one(text, words)
    assert (found.time.earliest, found.time.latest) == (first, last)
    assert found.reason is None


@pytest.mark.parametrize(("text", "words", "reason"), OPEN, ids=[w + ": " + t[:40] for t, w, *_ in OPEN])
def test_open_with_a_reason(text: str, words: str, reason: str) -> None:
    found = one(text, words)
    assert (found.time.earliest, found.time.latest) == (None, None)
    assert reason in (found.reason or "")


def test_the_anchor_is_kept() -> None:
    found = one("Two weeks before the vote, six were held; the vote was held on May 3, 2024.", "Two weeks").anchor
    assert found is not None
    assert (found.text, found.kind, found.reference, found.offset, found.relation) == ("the vote", "event", "2024-05-03", "P2W", "before")
    found = one("The second phase starts on March 2. Two weeks before the start of the second phase, talks began.", "Two weeks").anchor
    assert found is not None
    assert (found.text, found.kind, found.reference) == ("the start of the second phase", "phase", "2025-03-02")
    found = one("They will go by the end of the first phase.", "the end of the first phase").anchor
    assert found is not None
    assert (found.text, found.kind, found.reference) == ("the first phase", "phase", None)


def test_the_lexicon_is_checked() -> None:
    content = table("times_anchors")
    for wrong in ({"vreb": {}}, {"verbs": {"bgein": ["began"]}}, {"event": [{"name": "truce", "nouns": [["truce"]], "bare": ["begun"]}]}):
        with pytest.raises(KnowledgeError, match="unknown key"):
            build({**content, **wrong})
