"""The component `truce_statements`: from a parsed Doc to the statements of its layer."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from trucekeeper.reading.layers import StatementFound, layers
from trucekeeper.reading.statements.adjectives import read_adjective
from trucekeeper.reading.statements.chain import only_cites
from trucekeeper.reading.statements.direct import read_nested, read_quotes
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.finish import finish
from trucekeeper.reading.statements.layout import read_signed
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.mending import mend
from trucekeeper.reading.statements.page import Page, page_of
from trucekeeper.reading.statements.phrases import read_according, read_hedged, read_noun
from trucekeeper.reading.statements.relative import read_charges, read_which
from trucekeeper.reading.statements.run_on import bare_quotes, run_ons
from trucekeeper.reading.statements.settle import settle
from trucekeeper.reading.statements.tails import fold_tails
from trucekeeper.reading.statements.turns import read_turns
from trucekeeper.reading.statements.unmarked import mark_unmarked
from trucekeeper.reading.statements.verbs import read_verb, verb_cues
from trucekeeper.reading.statements.voices import trace_voices


@Language.component("truce_statements")
def truce_statements(doc: Doc) -> Doc:
    """Fills `doc._.truce.statements`."""
    layers(doc).statements = find_statements(doc)
    return doc


def find_statements(doc: Doc) -> list[StatementFound]:
    """The statements of a parsed Doc, in text order."""
    page = mark_unmarked(mend(page_of(doc)))
    kept = fold_tails(page, settle(page, draft_all(page)))
    kept = [d for d in kept if not only_cites(page, d, kept)]
    trace_voices(page, kept)
    found = [finish(page, draft) for draft in (*kept, *bare_quotes(page, kept), *run_ons(page, kept))]
    return sorted(found, key=lambda s: s.region)


def draft_all(page: Page) -> list[Draft]:
    """Every reading of every cue, before any is weighed against another."""
    drafts = [*read_quotes(page), *read_nested(page)]
    spoken = {d.head for d in drafts}
    drafts += [d for i in verb_cues(page) if i not in spoken and (d := read_verb(page, i)) is not None]
    drafts += read_according(page)
    drafts += read_hedged(page)
    drafts += read_which(page)
    drafts += read_charges(page)
    drafts += read_turns(page)
    drafts += read_signed(page)
    cues = lexicon()
    for i, lemma in enumerate(page.lemmas):
        if lemma in cues.nouns and (noun := read_noun(page, i)) is not None:
            drafts.append(noun)
        elif page.lower[i] in cues.adjectives and (adjective := read_adjective(page, i)) is not None:
            drafts.append(adjective)
    return drafts
