"""Between outlet and speaker: who says it, and by which texts and agencies it came."""

from __future__ import annotations

from dataclasses import replace

from trucekeeper.language.grammar.objects import objects
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.beside import FLOATING
from trucekeeper.reading.statements.carriers import carrier_at, cited
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.makers import behind_text
from trucekeeper.reading.statements.naming import described_person, named
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.quoting import says_as
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.together import listed, together


def only_cites(page: Page, draft: Draft, others: list[Draft]) -> bool:
    """Is this "citing an aide" the link behind an outlet's own report beside it, rather than a statement of its own?"""
    if page.lower[draft.head] not in lexicon().words.citing or page.tags[draft.head] != "VBG":
        return False
    beside = (d for d in others if d is not draft and page.unit_of[d.head] == page.unit_of[draft.head] and page.lower[d.head] not in lexicon().words.citing)
    return any(d.source_head is not None and reporter(page, d) is not None for d in beside)


def _quoted(page: Page, draft: Draft) -> int | None:
    """Of "the agency quoted the general, known for his candour, as saying" the general."""
    if draft.lemma not in {"quote", "cite", "report"} or page.tags[draft.head] == "VBG":
        return None
    end = page.unit(draft.head)[1]
    saying = any(says_as(page, i) for i in range(draft.head, end - 1))
    said = next((c.i for c in objects(page.tokens[draft.head]) if draft.head < c.i), None)
    return said if saying and said is not None and not draft.covers(said) else None


def reporter(page: Page, draft: Draft) -> Actor | None:
    """The outlet whose report a draft is."""
    if draft.source_head is None:
        return None
    return carrier_at(page, draft.source_head) or (_as_written(page, draft) if draft.lemma == "report" else None)


def speaker_of(page: Page, draft: Draft) -> tuple[Actor | None, tuple[Actor, ...]]:
    """Who says it, and those through whom: the text ("according to a ministry statement") or the outlet that cites ("X reported, citing an aide")."""
    if draft.source_head is None:
        return None, ()
    if draft.voice is not None:
        said = speaker_of(page, draft.voice)[0]
        if said is not None:
            return replace(said, name=page.tokens[draft.source_head].text, resolved=said.label), ()
    quoted = _quoted(page, draft)
    if quoted is not None:
        return actor_at(page.tokens[quoted]), (carrier_at(page, draft.source_head) or actor_at(page.tokens[draft.source_head]),)
    behind = cited(page, draft)
    if behind is not None:
        carrier = reporter(page, draft) or _unknown(page, draft)
        words = source_span(page, behind, after=behind)
        speaker, texts = behind_text(page, behind, (behind, behind + 1))
        if speaker.actor is None and not texts:  # all that an unnamed one is said to be
            end = next((j for j in range(behind + 1, words[1]) if page.lower[j] in {",", "that", "who"}), words[1])
            first = page.tokens[behind].left_edge.i
            speaker = replace(speaker, name=page.doc[first + (page.pos[first] == "ADP") : max(end, behind + 1)].text)
        return (speaker, (carrier, *texts)) if carrier is not None else _own(page, draft)
    return _own(page, draft)


def _unknown(page: Page, draft: Draft) -> Actor | None:
    """A name of no known kind that says what it cites somebody for: an outlet ("JAMnews wrote, citing an aide, that …")."""
    i = draft.source_head or 0
    entity = layers(page.doc).entity_of(i)
    return actor_at(page.tokens[i]) if page.pos[i] == "PROPN" and (entity is None or entity.kind == "unknown") else None


def _as_written(page: Page, draft: Draft) -> Actor | None:
    """The source, resolved where it is somebody known, otherwise its own words."""
    if draft.source_head is None or not draft.source:
        return None
    known = layers(page.doc).mention_at.get(draft.source_head)
    return actor_at(page.tokens[draft.source_head]) if known is not None else Actor(page.doc[draft.source[0][0] : draft.source[0][1]].text)


def _own(page: Page, draft: Draft) -> tuple[Actor | None, tuple[Actor, ...]]:
    head = draft.source_head
    if head is None:
        return None, ()
    token = page.tokens[_of_place(page, draft, head)]
    if page.lemmas[head] in lexicon().words.documents:
        return behind_text(page, head, draft.source[0] if draft.source else (head, head + 1))
    described = described_person(page, draft)
    if described is not None:
        return actor_at(page.tokens[described]), ()
    members = together(page, draft, token)
    if len(members) > 1:  # several speakers are one source; none of them is dropped
        start, end = draft.source[0][0], draft.source[-1][1]
        while end > start + 1 and page.lower[end - 1] in FLOATING:
            end -= 1
        return Actor(page.doc[start:end].text, None, listed([m.label for m in members]), members), ()
    return _described(page, draft, actor_at(named(page, draft, token))), ()


def _of_place(page: Page, draft: Draft, head: int) -> int:
    """Of "The Lake Valley MP" the member, and not the place whose name the tree makes the head."""
    last = draft.source[0][1] - 1 if draft.source else head
    named = layers(page.doc).mention_at.get(head)
    told = named is not None and named.form == "name" and named.words[1] == last and page.lemmas[last] in lexicon().words.speakers
    return last if told and named is not None and layers(page.doc).entities[named.entity].kind != "person" else head


def _described(page: Page, draft: Draft, speaker: Actor) -> Actor:
    """Of an unnamed speaker all that he is said to be ("two people with knowledge of the talks")."""
    words = page.doc[draft.source[0][0] : draft.source[0][1]].text if draft.source else ""
    known = draft.source_head is not None and draft.source_head in layers(page.doc).mention_at
    longer = speaker.actor is None and words and (not known or (speaker.name in words and len(words) > len(speaker.name)))
    return replace(speaker, name=words) if longer else speaker
