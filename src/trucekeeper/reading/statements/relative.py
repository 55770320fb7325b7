"""What a relative clause says of the sentence before it: "Two posts were burned, which the army denies"."""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.reading.statements.beside import NOMINAL
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import denied_by
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

ANSWERS = frozenset({"denial", "confirmation", "claim"})
LONGEST_SOURCE = 8  # tokens between "which" and its verb


def read_which(page: Page) -> Iterator[Draft]:
    """Only verbs that answer what was told, at the end of the sentence; the parser often takes them for nouns ("denies")."""
    cues = lexicon()
    for i, word in enumerate(page.lower):
        summed = word in {"a", "an"} and i + 2 < len(page.lower) and page.lemmas[i + 1] in cues.words.summing  # "…, a charge the army denies"
        if (word != "which" and not summed) or page.lower[i - 1] != "," or page.in_speech(i):
            continue
        start, end = page.unit(i)
        first = i + 2 if summed else i + 1
        verb = next(
            (j for j in range(first + 1, min(first + 1 + LONGEST_SOURCE, end)) if _answers(page, j, ANSWERS | {"refusal"} if summed else ANSWERS)), None
        )
        if verb is None or not all(page.pos[j] in NOMINAL | {"PRON", "ADP", "AUX", "ADV", "PART"} for j in range(first, verb)):
            continue
        speaker = next((j for j in range(verb - 1, first - 1, -1) if page.pos[j] in {"NOUN", "PROPN", "PRON"} or page.lower[j] in cues.words.speakers), None)
        content = page.trim((start, i - 1))
        if speaker is None or content is None or not can_speak(page, speaker) or not page.finite(content):
            continue
        lemma = cues.forms[page.lower[verb]]
        cue = cues.verb(lemma, "that") or cues.verb(lemma, "np")
        span = source_span(page, speaker, before=verb, after=first)
        if cue is not None:
            yield Draft(verb, [(verb, verb + 1)], [content], cue.act, lemma, "clause", source=[span], source_head=speaker, rank=0.85, answers=True)


def read_charges(page: Page) -> Iterator[Draft]:
    """ "The clans blame the army, charges that were denied by the ministry": who denies is told behind his verb."""
    for i in range(2, len(page.tokens)):
        found = denied_by(page, i) if page.lemmas[i] in lexicon().words.summing and not page.in_speech(i) else None
        closed = i - 1 - (page.lower[i - 1] in {"a", "an"})  # "…, an assertion denied by the army"
        content = page.trim((_told_from(page, page.unit(i)[0], i), closed)) if found is not None else None
        if found is None or content is None:
            continue
        verb, first = found
        head = next(
            (j for j in range(first, page.unit(i)[1]) if page.pos[j] in {"NOUN", "PROPN"} and page.pos[j + 1 : j + 2] not in (["NOUN"], ["PROPN"])), None
        )
        cue = lexicon().verb(page.lemmas[verb], "np")
        if head is not None and cue is not None and can_speak(page, head):
            span = source_span(page, head, after=first)
            yield Draft(verb, [(verb - 1, first)], [content], cue.act, cue.word, "clause", source=[span], source_head=head, rank=0.85, answers=True)


def _told_from(page: Page, start: int, end: int) -> int:
    """Where what is told begins: behind "They said", whose word it stays, or at the sentence's head."""
    said = (
        k
        for k in range(start + 1, min(start + 8, end))
        if page.tags[k] in {"VBD", "VBZ", "VBP"}
        and lexicon().verb(page.lemmas[k], "that") is not None
        and can_speak(page, k - 1)
        and "," not in page.lower[start:k]
    )
    cue = next(said, None)
    return start if cue is None else cue + 1 + (page.lower[cue + 1] == "that")


def _answers(page: Page, i: int, acts: frozenset[str]) -> bool:
    """A finite form of such a verb that closes its sentence, or only a phrase of time or place follows."""
    verb = lexicon().forms.get(page.lower[i], "")
    cue = lexicon().verb(verb, "that") or lexicon().verb(verb, "np")
    closes = i + 1 >= page.unit(i)[1] or page.lower[i + 1] in {".", ";", ","} or page.pos[i + 1] == "ADP"
    return cue is not None and cue.act in acts and closes and not page.lower[i].endswith("ing")
