"""Loaded cues ("claimed", "admitted", "slammed"): what the writer of a report thinks of a saying, kept apart from what was said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from trucekeeper.reading.layers import Region, StatementFound, WordingFound, layers
from trucekeeper.reading.statements.lexicon import lexicon

OF_CONTENT = frozenset({"loaded-doubt", "loaded-guilt"})  # said of a clause or a quotation; "claimed a prize", "admitted them" are something else


def loaded_cues(doc: Doc) -> Iterator[WordingFound]:
    """One for each statement whose verb the lexicon has a neutral word for; in the outlet's own voice, so not where the verb is itself quoted."""
    for found in layers(doc).statements:
        cue = lexicon().loaded(found.cue_lemma) if found.cue_lemma and found.speaker and found.cue and not found.run_on else None
        if cue is None or cue.act != found.act or (cue.tone in OF_CONTENT and not _is_clause(doc, found)):
            continue
        place = _verb(doc, found, cue.word)
        if place is not None:
            term = doc.text[place[0] : place[1]]
            yield WordingFound(*place, term, found.speaker.label if found.speaker else None, None, cue.neutral, 0.6)


def _is_clause(doc: Doc, found: StatementFound) -> bool:
    """Is what was said a quotation, or words with a finite verb?"""
    if found.mode == "direct":
        return True
    spans = [doc.char_span(*part, alignment_mode="expand") for part in found.content]
    return any("VerbForm=Fin" in str(t.morph) for span in spans if span is not None for t in span)


def _verb(doc: Doc, found: StatementFound, word: str) -> Region | None:
    """The verb without its auxiliaries and adverbs, with its particle."""
    forms, first = lexicon().forms, word.split()[0]
    for part in found.cue:
        span = doc.char_span(*part, alignment_mode="expand")
        verb = next((t for t in span or () if forms.get(t.lower_) == first and t.pos_ in {"VERB", "AUX"}), None)
        if verb is not None:
            last = verb.i + word.count(" ")
            whole = " " not in word or " ".join(t.lower_ for t in doc[verb.i + 1 : last + 1]) == word.partition(" ")[2]
            end = doc[last if whole else verb.i]
            return verb.idx, end.idx + len(end)
    return None
