"""Cues that are no verbs: "according to …", "reportedly", "is believed to", and nouns such as "the claim that …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from trucekeeper.language.grammar.phrases import possessors, preposition
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.reading.layers import layers
from trucekeeper.reading.provision_words import deontic
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, phrase_end, without_tail
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.page import COMMAS, Page, Words
from trucekeeper.reading.statements.sources import is_passive
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak


def read_according(page: Page) -> Iterator[Draft]:
    """ "According to the ministry, …" and "…, according to the ministry"."""
    for i in range(len(page.tokens) - 2):
        if page.in_speech(i):
            continue
        length = _preposition_at(page, i)
        if not length:
            continue
        head = _object_head(page, i, i + length)
        if head is None or _is_part_of_text(page, i + length):
            continue
        if page.lower[head] == "which":
            yield from _which(page, i, length)
            continue
        span = _source_after(page, i + length, head)
        content = _rest_of_sentence(page, i, span[1])
        if content:
            yield Draft(i, [(i, i + length)], content, "report", " ".join(page.lower[i : i + length]), "phrase", source=[span], source_head=head, rank=0.9)


def _which(page: Page, i: int, length: int) -> Iterator[Draft]:
    """ "issued a statement according to which troops had opened fire": the text's, or its maker's."""
    text = i - 1 if page.lower[i - 1] != "," else i - 2
    end = page.unit(i)[1]
    content = page.trim((i + length + 1, clause_end(page, i, page.tokens[i + length + 1], i + length + 1))) if i + length + 2 < end else None
    if content is None or page.lemmas[text] not in lexicon().words.documents | lexicon().nouns.keys():
        return
    verb = page.tokens[text].head
    maker = next((s.i for s in own_subjects(verb) if can_speak(page, s.i)), None) if page.pos[verb.i] == "VERB" else None
    source = text if maker is None else maker
    span = source_span(page, source, before=i if maker is None else verb.i)
    yield Draft(i, [(i, i + length)], [content], "report", " ".join(page.lower[i : i + length]), "phrase", source=[span], source_head=source, rank=0.9)


def _is_part_of_text(page: Page, at: int) -> bool:
    """ "according to paragraph one": what stands there rules what is done, and says nothing."""
    words = deontic().headings
    return page.lower[at] in words.words and (page.lower[at + 1] in words.ordinals or page.tokens[at + 1].like_num)


@cache
def _openers() -> frozenset[str]:
    """The first words of the prepositions of attribution."""
    return frozenset(p.split()[0] for p in lexicon().words.prepositions)


def _preposition_at(page: Page, i: int) -> int:
    """How many tokens of a preposition of attribution begin here."""
    if page.lower[i] not in _openers():
        return 0
    for length in (5, 4, 3, 2, 1):
        if " ".join(page.lower[i : i + length]) in lexicon().words.prepositions:
            if length == 1 and not (page.pos[i + 1] in {"PROPN", "DET"} and i and page.lower[i - 1] in {",", "."}):
                continue
            return length
    return 0


def _object_head(page: Page, i: int, start: int) -> int | None:
    end = page.unit(i)[1]
    if start >= end:
        return None
    head = page.tokens[i].head.i
    if base(page.tokens[i]) in {"case", "fixed", "mark"} and start <= head < end and page.pos[head] in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
        comma = next((j for j in range(start + 1, head) if page.lower[j] == ","), None)
        torn = comma is not None and page.pos[comma - 1] in {"NOUN", "PROPN"} and _runs_to_verb(page, head + 1, end)
        return comma - 1 if torn and comma is not None else head  # "According to the station, salt traders crossed the ford"
    for j in range(start, end):
        if page.pos[j] in {"NOUN", "PROPN", "PRON"} and (j + 1 == end or page.pos[j + 1] not in {"NOUN", "PROPN", "PART"}):
            return j
    return None


def _source_after(page: Page, start: int, head: int) -> Words:
    """The phrase after the preposition, to its own end by the tree, but not over a comma that a clause follows."""
    unit = page.unit(start)
    end = source_span(page, head, after=start)[1]
    if end < unit[1] and page.lower[end] in {"of", "for", "from", "at", "in"} and start <= page.tokens[end].head.head.i < end:  # "Secretary Ann Lee of the …"
        end = max(end, min(page.tokens[end].head.right_edge.i + 1, unit[1]))
    first_comma = next((j for j in range(head + 1, min(end, unit[1])) if page.lower[j] == ","), None)
    if first_comma is not None and (page.finite((first_comma, end)) or _lost_verb(page, start, first_comma)):
        end = first_comma
    named = layers(page.doc).mention_at.get(end + 1) if page.lower[end : end + 1] == [","] else None
    if named is not None and named.words[0] == end + 1 and named.form == "name" and page.lower[named.words[1] : named.words[1] + 1] == [","]:
        end = named.words[1] if layers(page.doc).entities[named.entity].kind == "person" else end  # "according to the envoy, Ann Lee, …"
    after = end + (page.lower[end : end + 1] == [","])
    if first_comma is not None and first_comma < end and ((after < unit[1] and page.is_finite(after)) or _runs_to_verb(page, end, unit[1])):
        end = first_comma  # "According to a release, the meeting, held in May, noted …": what would be left has no subject
    return start, max(end, head + 1)


def _lost_verb(page: Page, start: int, comma: int) -> bool:
    """Does the phrase open a sentence whose only verb was taken for a participle ("According to villagers, guards in two boats fired on the pier")?"""
    first, end = page.unit(start)
    opens = start - first < 4 and not page.finite((first, end))
    return opens and any(page.tags[j] in {"VBN", "VBD"} for j in range(comma, end))


def _runs_to_verb(page: Page, i: int, end: int) -> bool:
    """ "According to the station, rebel fighters | late on Monday crossed the river": no comma closes a description before the verb, so that it is none."""
    for j in range(i, end):
        if page.is_finite(j):
            return j > i
        if page.lower[j] in COMMAS or (page.pos[j] in {"NOUN", "PROPN", "PRON"} and not (page.lower[j] in lexicon().words.dates or _governed(page, j))):
            return False
    return False


def _governed(page: Page, i: int) -> bool:
    """A noun behind a preposition, with no more than its own words between."""
    while page.pos[i - 1] in {"DET", "ADJ", "NUM", "NOUN", "PROPN"}:
        i -= 1
    return page.pos[i - 1] == "ADP"


def _rest_of_sentence(page: Page, cue: int, after: int) -> list[Words]:
    """What the phrase stands beside: after it at a sentence's head, before it at the end, both around it in the middle."""
    start, end = page.unit(cue)
    while start < end and (page.tokens[start].is_space or (page.lower[start] in {"and", "but"} and page.pos[start] == "CCONJ")):
        start += 1
    before = page.trim((_from_clause(page, start, cue), cue)) if cue - start > 1 else None
    if page.lower[cue - 1] == "that" or page.lower[cue - 2 : cue] == ["that", ","]:  # "reported that, according to the army, …"
        before = None
    behind = page.trim((after, end)) if end - after > 2 else None
    if before is None or before[1] - before[0] < 3:
        return [behind] if behind else []
    if behind and page.lower[after : after + 1] == [","] and page.finite(behind) and not page.finite(before):
        return [before, behind]
    return [before]


def _from_clause(page: Page, start: int, cue: int) -> int:
    """The clause that the phrase closes begins after a semicolon; otherwise with its sentence (and with the quotation that runs into it)."""
    for j in range(cue - 2, start, -1):
        if page.lower[j] == ";" and page.quote_of[j] < 0:
            return j + 1
    at = page.quote_of[start]
    if at >= 0 and page.quoted[at].words[1] <= cue:
        return min(start, page.quoted[at].words[0])
    return start


# --- hedges -----------------------------------------------------------------------------------------------------------------------------------------


def read_hedged(page: Page) -> Iterator[Draft]:
    """ "is believed to be alive", "were reportedly seen": said by nobody who is named."""
    cues = lexicon()
    for i, lemma in enumerate(page.lemmas):
        if page.in_speech(i):
            continue
        if page.lower[i] in cues.adverbs and page.pos[i] == "ADV":
            clause = _clause_around(page, i)
            if clause:
                yield Draft(i, [(i, i + 1)], clause, cues.adverbs[page.lower[i]].act, page.lower[i], "hedge", hedge=page.lower[i], rank=0.3)
        elif lemma in cues.hedges and is_passive(page, i) and page.tags[i] == "VBN":
            draft = _believed(page, i)
            if draft is not None:
                yield draft


def _believed(page: Page, i: int) -> Draft | None:
    token, unit = page.tokens[i], page.unit(i)
    open_clause = next(
        (c for c in token.children if base(c) in {"xcomp", "ccomp", "advcl"} and i < c.i < unit[1] and page.lower[min(i + 1, unit[1] - 1)] == "to"), None
    )
    subject = next((c for c in token.children if base(c) == "nsubj" and c.i < i), None)
    if open_clause is None or subject is None or any(preposition(c) == "by" for c in token.children):
        return None
    content = [page.trim((max(subject.left_edge.i, unit[0]), subject.right_edge.i + 1)), page.trim((i + 1, phrase_end(page, i, open_clause)))]
    kept = [c for c in content if (c is not None and c[1] <= i) or (c is not None and c[0] > i)]
    start = i
    while start > unit[0] and page.pos[start - 1] in {"AUX", "ADV", "PART"}:
        start -= 1
    return Draft(i, [(start, i + 1)], kept, lexicon().hedges[page.lemmas[i]].act, page.lemmas[i], "hedge", hedge=page.lower[i], rank=0.45)


def _clause_around(page: Page, i: int) -> list[Words]:
    """The clause that an adverb stands in, as far as commas bound it."""
    unit = page.unit(i)
    verb = page.tokens[i].head
    if page.pos[verb.i] not in {"VERB", "AUX", "ADJ", "NOUN"} or not unit[0] <= verb.i < unit[1]:
        return []
    left, right = verb.left_edge.i, verb.right_edge.i + 1
    left, right = max(left, unit[0]), min(right, unit[1])
    parts = [page.trim((left, i)), page.trim((i + 1, without_tail(page, i, right)))]
    return [p for p in parts if p is not None]


# --- nouns ------------------------------------------------------------------------------------------------------------------------------------------


def read_noun(page: Page, i: int) -> Draft | None:
    """ "the ministry's claim that …", "a report that …", "calls for …" with their makers where they are told."""
    cue = lexicon().nouns.get(page.lemmas[i])
    token, unit = page.tokens[i], page.unit(i)
    if cue is None or page.pos[token.i] != "NOUN" or page.in_speech(i):
        return None
    source = next((p.i for p in possessors(token) if can_speak(page, p.i)), None)
    if source is None:
        source = _maker(page, i)
    predicate = _predicate(page, i, cue, source) if source is not None else None
    if predicate is not None:
        return predicate
    asked = _asked_of(page, i, cue, source) if source is not None else None
    if asked is not None:
        return asked
    lost = _lost_that(page, i, cue)
    if lost is not None:
        return lost
    behind = page.tokens[source].children if source is not None and source > i else ()  # "criticism from the union over the deal"
    for child in (*token.children, *behind):
        if not max(i, source or i) < child.i < unit[1]:
            continue
        marks = [page.lower[c.i] for c in child.children if base(c) in {"mark", "case"} and c.i < child.i]
        if (base(child) in {"acl", "ccomp"} and "that" in marks and "that" in cue.frames and base(child) != "acl:relcl" and child.dep_ != "acl:relcl") or (
            base(child) == "acl" and "to" in marks and "to" in cue.frames and source is not None
        ):
            start = max(child.left_edge.i, i + 1)
        elif base(child) in {"nmod", "acl"} and marks and marks[0] in cue.frames - {"that", "to"} and source is not None:
            start = min(c.i for c in child.children if base(c) in {"mark", "case"}) + 1
        else:
            continue
        content = page.trim((start, phrase_end(page, i, child)))
        if content is None or page.lower[content[0]] in lexicon().words.dates:
            return None
        left = token.left_edge.i if source is None else i
        draft = Draft(i, [(max(left if i - left < 4 else i, unit[0]), i + 1)], [content], cue.act, page.lemmas[i], "noun", rank=0.4)
        if source is not None and not draft.covers(source):
            draft.source_head = source
            before = i if source < i else child.left_edge.i
            draft.source = [source_span(page, source, before=before, after=None if source < i else i + 2)]
        return draft
    return None


def _maker(page: Page, i: int) -> int | None:
    """Whose word it is: of "a warning from the ministry that …" the ministry, of "the army made a promise to leave" and "is of the view that …" the army."""
    token = page.tokens[i]
    for child in children(token, "nmod"):
        if (
            child.i > i
            and page.lower[i + 1] in {"by", "from", "among", "of"}
            and preposition(child) == page.lower[i + 1]
            and can_speak(page, child.i, texts=False)
        ):
            return child.i
    verb = token.head
    none = any(c.lower_ in {"no", "any"} for c in children(token, "det"))  # "have no claim to land", "if they had any plan to leave"
    done = page.pos[verb.i] == "VERB" and page.tags[verb.i] != "VB" and page.lemmas[verb.i] in lexicon().words.light  # no "asked him to make a promise"
    light = done and verb.i < i and base(token) == "obj" and not none and not _is_given(page, i, verb.i)
    held = page.lower[i - 2 : i] == ["of", "the"] and any(c.i == i - 3 for c in children(token, "cop"))
    found = subjects(verb) if light else own_subjects(token) if held else []
    return next((s.i for s in found if s.i < i and can_speak(page, s.i, texts=False)), None)


def _asked_of(page: Page, i: int, cue: Cue, source: int) -> Draft | None:
    """ "renewed his appeal to the rebels and their chief to surrender": what those are to do to whom it goes, wherever the tree has hung it."""
    end = page.unit(i)[1]
    if cue.act != "demand" or "to" not in cue.frames or page.lower[i + 1 : i + 2] != ["to"] or page.tags[i + 2 : i + 3] == ["VB"]:
        return None
    to = next((j for j in range(i + 2, min(i + 14, end - 1)) if page.lower[j] == "to" and page.tags[j + 1] == "VB"), None)
    if to is None or any(page.is_finite(j) or page.pos[j] == "PUNCT" for j in range(i + 2, to)):
        return None
    content = page.trim((to, clause_end(page, i, page.tokens[to + 1], to)))
    if content is None:
        return None
    draft = Draft(i, [(i, i + 1)], [content], cue.act, page.lemmas[i], "noun", rank=0.4)
    draft.source_head = source
    draft.source = [source_span(page, source, before=i if source < i else None, after=None if source < i else i + 2)]
    return draft


def _is_given(page: Page, i: int, verb: int) -> bool:
    """ "has the support of the union": what the subject has is the word of others."""
    return page.lemmas[verb] == "have" and page.lower[i + 1 : i + 2] == ["of"] and lexicon().nouns[page.lemmas[i]].act in {"support", "opposition"}


def _predicate(page: Page, i: int, cue: Cue, source: int) -> Draft | None:
    """ "The mission's view is that …", "Its aim is to …"."""
    after = max(page.tokens[i].right_edge.i, i) + 1
    end = page.unit(i)[1]
    if after + 2 >= end or page.lemmas[after] != "be" or not page.is_finite(after) or page.lower[after + 1] not in {"that", "to"} & cue.frames:
        return None
    if page.lower[after + 1] == "to" and page.pos[after + 2] not in {"VERB", "AUX", "ADJ"}:
        return None
    content = page.trim((after + 1, clause_end(page, after, page.tokens[after + 2], after + 1)))
    if content is None:
        return None
    draft = Draft(i, [(i, i + 1), (after, after + 1)], [content], cue.act, page.lemmas[i], "noun", rank=0.4)
    draft.source_head = source
    draft.source = [source_span(page, source, before=i if source < i else None, after=None if source < i else i + 2)]
    return draft


def _lost_that(page: Page, i: int, cue: Cue) -> Draft | None:
    """ "demands that the government release them", where the parser hung the clause elsewhere."""
    that, end = i + 1, page.unit(i)[1]
    if that + 2 >= end or page.lower[that] != "that" or base(page.tokens[that]) != "mark" or "that" not in cue.frames:
        return None
    clause = page.tokens[that].head
    if clause.head.i == i or clause.i <= that or any(base(c) in {"acl", "ccomp"} for c in page.tokens[i].children if c.i > i):
        return None
    content = page.trim((that, without_tail(page, that, min(clause.right_edge.i + 1, end))))
    return Draft(i, [(i, i + 1)], [content], cue.act, page.lemmas[i], "noun", rank=0.4) if content is not None else None


__all__ = ["COMMAS", "read_according", "read_hedged", "read_noun"]
