"""Between outlet and speaker: the agencies and texts through which words came, and when they were said."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.relations import conjuncts, possessors
from trucekeeper.model.claims import Actor
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.sources import quoted_by

CARRYING = frozenset({"agency", "media"})
CARRIED_BY = frozenset({"with", "by", "to", "from", "on"})


def speaker_of(page: Page, draft: Draft) -> tuple[Actor | None, tuple[Actor, ...]]:
    """Who says it, and the text through which ("according to a ministry statement": the ministry, by a statement)."""
    if draft.source_head is None:
        return None, ()
    token = page.tokens[draft.source_head]
    if page.lemmas[token.i] in lexicon().documents:
        maker = _maker(page, token)
        if maker is not None:
            return maker, (Actor(page.doc[draft.source[0][0] : draft.source[0][1]].text),)
    group = [t for t in conjuncts(token) if any(a <= t.i < b for a, b in draft.source)]
    joined = any(page.pos[i] == "CCONJ" or page.lower[i] == "&" for i in range(group[0].i, group[-1].i)) if group else False
    if len(group) > 1 and joined:  # several speakers are one source; none of them is dropped
        names = [actor_at(t).label for t in group]
        return Actor(page.doc[draft.source[0][0] : draft.source[-1][1]].text, None, " and ".join(names)), ()
    return actor_at(_named(page, draft, token)), ()


def _named(page: Page, draft: Draft, head: Token) -> Token:
    """The person that a description goes on to name within the source ("an army spokesman, Brigadier Ann Lee")."""
    found = layers(page.doc)
    mention = found.mention_at.get(head.i)
    if (mention is not None and mention.form == "name") or page.pos[head.i] == "PRON" or page.lemmas[head.i] not in lexicon().speakers:
        return head
    low, high = draft.source[0]
    for i in range(head.i + 1, min(head.i + 4, high)):
        other = found.mention_at.get(i)
        named = other is not None and other.form == "name" and found.entities[other.entity].kind == "person"
        if other is not None and named and low <= other.token < high:
            return page.tokens[other.token]
        if page.lower[i] not in {",", "("} and page.pos[i] not in {"PROPN", "NOUN"}:
            break
    return head


def _maker(page: Page, text: Token) -> Actor | None:
    makers = list(possessors(text)) or [c for c in text.children if c.dep_ == "compound" and layers(page.doc).entity_of(c.i) is not None]
    maker = actor_at(makers[0]) if makers else None
    return maker if maker is not None and (maker.actor is not None or page.pos[makers[0].i] != "PRON") else None


def carriers(page: Page, draft: Draft) -> tuple[Actor, ...]:
    """News agencies and outlets that were told it or carried it: "told AFP", "in an interview with Reuters"."""
    quoting = quoted_by(page, draft.head)
    found = [actor_at(page.tokens[quoting[1]])] if quoting is not None and quoting[1] is not None else []
    unit = page.unit(draft.head)
    sources = [w for s in draft.source for w in range(*s)]
    for i in range(*unit):
        mention = layers(page.doc).mention_at.get(i)
        if mention is None or draft.covers(i) or i in sources or layers(page.doc).entities[mention.entity].kind not in CARRYING:
            continue
        if i == draft.addressee or (_preceded(page, i) and abs(i - draft.head) < 15):
            found.append(actor_at(page.tokens[i]))
    if not found and draft.told is not None and layers(page.doc).entity_of(draft.told) is not None:
        entity = layers(page.doc).entity_of(draft.told)
        found = [actor_at(page.tokens[draft.told])] if entity is not None and entity.kind in CARRYING else []
    return tuple(dict.fromkeys(found))


def _preceded(page: Page, i: int) -> bool:
    """Does one of the carrying prepositions stand just before the name?"""
    start = page.tokens[i].left_edge.i
    return any(page.lower[j] in CARRIED_BY for j in range(max(start - 1, 0), i))


def said_on(page: Page, draft: Draft) -> Time | None:
    """The date beside the cue, outside what was said."""
    found = layers(page.doc).times
    if not found:
        return None
    unit = page.region(page.unit(draft.head))
    spoken = [page.region(c) for c in draft.content] + [
        page.region(page.quoted[q].words) for q in {page.quote_of[i] for i in range(*page.unit(draft.head))} if q >= 0
    ]
    for item in found:
        outside = all(item.end <= s or e <= item.start for s, e in spoken)
        if unit[0] <= item.start and item.end <= unit[1] and outside and item.timex.type in {"DATE", "TIME"} and _near(page, draft, item.start, item.end):
            return item.time
    return None


def _near(page: Page, draft: Draft, start: int, end: int) -> bool:
    """Next to the cue, or before it at the sentence's head."""
    cue = page.region(draft.cue[0]) if draft.cue else (page.tokens[draft.head].idx, page.tokens[draft.head].idx)
    sources = [page.region(s) for s in draft.source]
    first = min([cue[0], *(s for s, _ in sources)])
    last = max([cue[1], *(e for _, e in sources)])
    return -25 <= start - last <= 25 or 0 <= first - end <= 25
