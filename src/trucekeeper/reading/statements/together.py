"""Several who speak as one: "the minister and the rebels' envoy, Ann Lee, said"."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import base, conjuncts
from trucekeeper.model.claims import Actor
from trucekeeper.reading.layers import Mention, layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.page import Page

JOINS = frozenset({"and", "&", "or"})
RELATIVE = frozenset({"who", "which", "whom", "whose", "that"})
STATES, PERSONS, GROUPS = frozenset({"state"}), frozenset({"person"}), frozenset({"group", "body"})
COUNTED = {
    **dict.fromkeys(("country", "government", "nation", "neighbour", "neighbor", "capital", "state"), STATES),
    **dict.fromkeys(("leader", "man", "woman", "minister", "president", "diplomat", "official", "general", "negotiator", "envoy", "commander"), PERSONS),
    **dict.fromkeys(("group", "movement", "faction", "militia"), GROUPS),
    **dict.fromkeys(("side", "party"), STATES | GROUPS),
}
SPEAKING = frozenset({"person", "group", "state", "body", "media", "agency", "people", "unknown"})


def listed(names: list[str]) -> str:
    """ "Ann, Bo and Cy"."""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def together(page: Page, draft: Draft, head: Token) -> tuple[Actor, ...]:
    """Each of them by the tree, or by somebody named on both sides of an "and"; empty for one speaker."""
    group = [
        t for t in conjuncts(head) if any(a <= t.i < b for a, b in draft.source) and page.lower[t.i] not in RELATIVE and page.pos[t.i] not in {"VERB", "AUX"}
    ]
    join = next((i for i in range(group[0].i, group[-1].i) if page.pos[i] == "CCONJ" or page.lower[i] == "&"), None) if group else None
    at = layers(page.doc).mention_at
    left, right = (at.get(group[0].i), at.get(group[-1].i)) if group else (None, None)
    if join is not None and left is not None and right is not None and _both_his(page, left, right, join):
        return ()
    if join is not None:
        apart = [*(t.i for t in group[1:]), max(b for _, b in draft.source)]
        return tuple(dict.fromkeys(actor_at(_named(page, t, end)) for t, end in zip(group, apart, strict=True)))
    return _by_words(page, draft) or _counted(page, draft, head)


def _counted(page: Page, draft: Draft, head: Token) -> tuple[Actor, ...]:
    """ "both countries", "the two leaders": the two last named together before it, in its sentence or the one before, of the kind that the noun tells."""
    start = draft.source[0][0]
    words = page.lower[start : head.i]
    kinds = COUNTED.get(page.lemmas[head.i])
    if kinds is None or not ({"both"} & set(words) or {"two"} & set(words)) or len(words) > 2:
        return ()
    found = layers(page.doc)
    floor = page.units[max(page.unit_of[start] - 1, 0)][0]
    named = [m for m in found.mentions if floor <= m.words[0] and m.words[1] <= start and m.form != "adjective" and found.entities[m.entity].kind in kinds]
    for one, other in zip(reversed(named[:-1]), reversed(named[1:]), strict=True):
        between = [page.lower[i] for i in range(one.words[1], other.words[0])]
        if one.entity != other.entity and "and" in between[:1] + between[-4:] and len(between) < 6 and not any(w in {",", "with"} for w in between[:1]):
            return actor_at(page.tokens[one.token]), actor_at(page.tokens[other.token])
    return ()


def _by_words(page: Page, draft: Draft) -> tuple[Actor, ...]:
    """Where the tree has no coordination: the last one before the "and" and the first behind it, no name over both and nothing that one is of the other."""
    start, end = draft.source[0]
    join = next((i for i in range(start + 1, end - 1) if page.lower[i] in JOINS and page.pos[i] == "CCONJ"), None)
    if join is None or any(page.pos[i] in {"VERB", "AUX"} or page.lower[i] in {"who", "which", "whose"} for i in range(start, join)):
        return ()
    left, right = _mention(page, start, join, last=True), _mention(page, join + 1, end, last=False)
    if left is None or right is None or left.entity == right.entity or left.words[1] > join or right.words[0] <= join:
        return ()
    if _both_his(page, left, right, join):
        return ()
    if page.lower[right.words[0] - 1] in {"of", "for", "from", "in"}:  # a body's own name ("Front for Change and Concord in Chad")
        return ()
    of = base(page.tokens[left.token]) == "nmod" and left.words[0] > start and page.lower[left.words[0] - 1] in {"of", "for", "from", "in", "the"}
    return () if of else (actor_at(page.tokens[left.token]), actor_at(page.tokens[right.token]))


def _both_his(page: Page, left: Mention, right: Mention, join: int) -> bool:
    """ "Ann Lee, a former minister and a member of the council": what one person is told to be twice."""
    kinds = layers(page.doc).entities
    after = left.words[1]
    set_off = left.form == "name" and kinds[left.entity].kind == "person" and page.lower[after] == "," and after < join
    return set_off and page.lower[join - 1] != "," and not (right.form == "name" and kinds[right.entity].kind == "person")


def _mention(page: Page, start: int, end: int, *, last: bool) -> Mention | None:
    """Who stands in some words: a person's name before a description."""
    found = layers(page.doc)
    inside = {id(m): m for i in range(start, end) if (m := found.mention_at.get(i)) is not None and start <= m.token < end and m.form != "adjective"}
    held = [m for m in inside.values() if found.entities[m.entity].kind in SPEAKING and not (m.words[1] < end and page.tags[m.words[1]] == "POS")]
    people = [m for m in held if m.form == "name" and found.entities[m.entity].kind == "person"]
    chosen = sorted(people or held, key=lambda m: (-m.words[1] if last else m.words[0], m.words[0] - m.words[1]))
    return chosen[0] if chosen else None


def _named(page: Page, head: Token, end: int) -> Token:
    """Of one of several the name that its description goes on to, no further than the next one."""
    found = layers(page.doc)
    mention = found.mention_at.get(head.i)
    if mention is not None and mention.form == "name":
        return head
    for i in range(head.i + 1, min(end, head.i + 6)):
        other = found.mention_at.get(i)
        if other is not None and other.form == "name" and found.entities[other.entity].kind == "person":
            return page.tokens[other.token]
        if page.pos[i] in {"VERB", "CCONJ", "ADP"}:
            break
    return head
