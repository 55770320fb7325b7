"""Sentences that go on in the voice of the one before without saying so ("He said the army would stay. It would not leave before spring.")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.direct import is_title
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import CLAUSE_STARTS
from trucekeeper.reading.statements.page import Page, Quoted, Words
from trucekeeper.reading.statements.sources import find_source
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

SHAPES = frozenset({"clause", "phrase"})
REPORTING = frozenset({"statement", "report", "claim", "announcement", "testimony", "warning", "promise", "confirmation", "denial"})
CONDITIONS = frozenset({"if", "unless", "had", "were"})


def run_ons(page: Page, kept: list[Draft]) -> Iterator[Draft]:
    """The next sentences of a paragraph that keep the shifted tense of reported speech, and that nobody else says."""
    for draft in kept:
        if (
            draft.shape not in SHAPES
            or draft.act not in REPORTING
            or not draft.source
            or not (_shifted(page, draft.content[0]) or _earlier(page, draft.content[0]) or _past(page, draft))
        ):
            continue
        unit = page.unit_of[draft.head] + 1
        while unit < len(page.units) and _goes_on(page, kept, draft, page.units[unit]):
            content = page.trim(page.units[unit])
            if content is not None:
                yield Draft(draft.head, [], [content], draft.act, draft.lemma, "run-on", list(draft.source), draft.source_head, run_on=True, rank=0.2)
            unit += 1


def bare_quotes(page: Page, kept: list[Draft]) -> Iterator[Draft]:
    """Quotations that no cue of the lexicon introduces: the words of whoever the verb before them is told of, else of whoever spoke last."""
    voices = sorted((d for d in kept if d.source), key=lambda d: d.head)
    for quoted in page.quoted:
        start, end = quoted.words
        if (
            not quoted.speech
            or (is_title(page, quoted) and not _alone(page, quoted) and not _is_sentence(page, quoted))
            or any(d.covers(start) or d.covers(end - 1) or start <= d.head < end for d in kept)
        ):
            continue
        if quoted.quote.parts[0] != page.region(quoted.words):
            continue
        within = next((d for d in reversed(kept) if d.shape == "clause" and d.head < d.content[-1][0] and page.unit_of[d.head] == page.unit_of[start]), None)
        if within is not None and within.content[-1][1] <= start and page.quote_of[within.content[-1][1] - 1] < 0 and not _voice_between(page, within, start):
            within.content[-1] = (within.content[-1][0], end)
            continue
        verb = _verb_before(page, start)
        same = next((d for d in kept if verb is not None and d.head == verb), None)
        if same is not None and start - same.content[-1][1] < 4:
            same.content.append(quoted.words)
            continue
        if verb is not None:
            yield _by_verb(page, quoted, verb)
            continue
        if page.pos[start - 1] == "DET" and page.unit_of[start - 1] == page.unit_of[start]:  # "of being a “government deaf to its people”"
            continue
        parts = [q.words for q in page.quoted if q.quote is quoted.quote]
        draft = Draft(start, [], parts, "statement", "", "run-on", rank=0.5, run_on=True)
        voice = next((d for d in reversed(voices) if d.head < start), None) if not quoted.turn else None
        beat = _beat(page, quoted)
        if voice is not None and page.paragraph_of[start] - page.paragraph_of[voice.head] <= (beat is None):
            draft.source, draft.source_head, draft.voice = list(voice.source), voice.source_head, voice.voice
        elif beat is not None:
            draft.source, draft.source_head = [source_span(page, beat)], beat
        if draft.source or quoted.quote.words(page.doc.text)[:1].isupper():
            yield draft


def _is_sentence(page: Page, quoted: Quoted) -> bool:
    """A whole sentence by its marks and its place, however many capitals it has ("Ask Moscow.")."""
    start, end = quoted.words
    opens = all(page.tokens[i].is_space for i in range(page.unit(start)[0], start))
    return opens and quoted.quote.words(page.doc.text)[-1:] in set(".!?") and (end == len(page.tokens) or page.unit_of[end] != page.unit_of[start])


def _beat(page: Page, quoted: Quoted) -> int | None:
    """The one person who does something in the sentence just before or just after a quotation of its own ("The minister shrugged. 'Ask Moscow.'")."""
    for at in (quoted.words[0] - 1, quoted.words[1]):
        while at in range(1, len(page.tokens) - 1) and page.tokens[at].is_space and "\n" not in page.tokens[at].text:
            at += 1 if at >= quoted.words[1] else -1
        if not 0 <= at < len(page.tokens) or page.paragraph_of[at] != page.paragraph_of[quoted.words[0]] or page.unit_of[at] == page.unit_of[quoted.words[0]]:
            continue
        unit = page.unit(at)
        if any(page.quote_of[i] >= 0 for i in range(*unit)):
            continue
        main = _main_verb(page, unit)
        subjects = own_subjects(main) if main is not None else []
        entity = layers(page.doc).entity_of(subjects[0].i) if len(subjects) == 1 else None
        if entity is not None and entity.kind == "person" and not entity.plural and page.pos[subjects[0].i] != "PRON":
            return int(subjects[0].i)
    return None


def _voice_between(page: Page, draft: Draft, start: int) -> bool:
    """Does a new clause of the reporter's own begin between the reported words and the quotation?"""
    return any(page.lower[i] in {";", ":"} or (page.lower[i] in CLAUSE_STARTS and page.lower[i - 1] == ",") for i in range(draft.content[-1][1], start))


def _alone(page: Page, quoted: Quoted) -> bool:
    """Between two line ends."""
    start, end = quoted.words
    opens = start == 0 or "\n" in page.tokens[start - 1].text
    return opens and (end == len(page.tokens) or "\n" in page.tokens[end].text)


def _verb_before(page: Page, start: int) -> int | None:
    """The nearest verb before a quotation in its sentence, if somebody does it."""
    for i in range(start - 1, page.unit(start)[0] - 1, -1):
        if page.pos[i] == "VERB" and page.quote_of[i] < 0:
            source = find_source(page, i)
            return i if source is not None and source < start and can_speak(page, source) else None
    return None


def _by_verb(page: Page, quoted: Quoted, verb: int) -> Draft:
    draft = Draft(verb, [(verb, verb + 1)], [quoted.words], "statement", page.lemmas[verb], "object", rank=0.4)
    draft.source_head = find_source(page, verb)
    if draft.source_head is not None:
        before = verb if draft.source_head < verb else quoted.words[0]
        draft.source = [source_span(page, draft.source_head, before=before)]
    return draft


def _goes_on(page: Page, kept: list[Draft], draft: Draft, unit: Words) -> bool:
    if page.paragraph_of[unit[0]] != page.paragraph_of[draft.head] or unit[1] - unit[0] < 4:
        return False
    if any(page.quote_of[i] >= 0 for i in range(*unit)) or any(unit[0] <= d.head < unit[1] or d.covers(unit[0]) for d in kept):
        return False
    return _shifted(page, unit)


def _shifted(page: Page, words: Words) -> bool:
    """Is the main verb "would …", in a sentence without a condition?"""
    if any(page.lower[i] in CONDITIONS for i in range(*words) if page.lower[i] != "had"):
        return False
    main = _main_verb(page, words)
    if main is None:
        return False
    word = modal(main)
    return word is not None and word.lower_ in {"would", "'d", "’d"} and not is_perfect(main)


def _earlier(page: Page, words: Words) -> bool:
    """ "had been", "had gone": what was past when it was said."""
    main = _main_verb(page, words)
    return main is not None and is_perfect(main) and any(c.lower_ in {"had", "'d", "’d"} for c in children(main, "aux"))


def _past(page: Page, draft: Draft) -> bool:
    """A verb in the past after a cue in the past ("said they were waiting")."""
    main = _main_verb(page, draft.content[0])
    if main is None or page.tags[draft.head] != "VBD":
        return False
    finite = [main, *children(main, "aux", "cop")]
    return any(page.tags[t.i] == "VBD" for t in finite)


def _main_verb(page: Page, words: Words) -> Token | None:
    """The highest verb of a stretch of words."""
    for i in range(*words):
        token = page.tokens[i]
        outside = not words[0] <= token.head.i < words[1] or base(token) == "root"
        if outside and page.pos[token.i] in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "NUM"}:
            return token
    return None
