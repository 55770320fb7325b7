"""Who can say something: which nouns stand for somebody, or for a text that speaks."""

from __future__ import annotations

from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page

PEOPLE = frozenset(
    {"he", "she", "they", "we", "i", "who", "you", "him", "her", "them", "us", "me"}
    | {"everyone", "everybody", "someone", "somebody", "nobody", "those", "each", "both"}
)
SPEAKING_NAMES = frozenset({"PERSON", "PER", "ORG", "GPE", "NORP", "LOC"})
SPEAKING_KINDS = frozenset({"person", "group", "state", "body", "media", "agency", "people"})
BLAMING = frozenset({"accusation", "denial"})  # what only somebody does, whoever "it" may be
# unionists, guerrillas' negotiators, civilians
PEOPLE_ENDINGS = ("ist", "ists", "ians", "crat", "crats", "eers", "aries", "men", "women", "ees", "fighters", "keepers")


def can_speak(page: Page, i: int, *, texts: bool = True) -> bool:
    """Can this noun's referent say something: somebody, or (with `texts`) a document that speaks?"""
    token = page.tokens[i]
    if page.lower[i] in PEOPLE:
        return True
    if page.lower[i] == "it" and token.dep_ == "nsubj" and any(c.act in BLAMING for c in lexicon().verbs.get(page.lemmas[token.head.i], ())):
        return True
    entity = layers(page.doc).entity_of(i)
    if entity is not None and entity.kind != "unknown":
        return entity.kind in SPEAKING_KINDS or (texts and entity.kind == "text")
    if page.pos[token.i] == "PROPN" or token.ent_type_ in SPEAKING_NAMES:
        return True
    cues = lexicon()
    lemma = page.lemmas[i]
    return (
        lemma in cues.words.speakers
        or (texts and lemma in cues.words.documents)
        or page.lower[i] in cues.words.speakers
        or page.lower[i].endswith(PEOPLE_ENDINGS)
    )
