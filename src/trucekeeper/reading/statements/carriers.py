"""The outlets and agencies through which words came."""

from __future__ import annotations

from collections.abc import Iterator

from trucekeeper.language.grammar.subjects import agents
from trucekeeper.model.claims import Actor
from trucekeeper.reading.actors.role_nouns import role_words
from trucekeeper.reading.layers import layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.quoting import quoted_by

CARRYING = frozenset({"agency", "media"})
CARRIED_BY = frozenset({"with", "by", "to", "from", "on"})
ASKING = frozenset({"demand", "proposal", "order", "question"})
LONGEST_GAP = 12  # tokens between "citing" and the head of what is cited


def carriers(page: Page, draft: Draft) -> tuple[Actor, ...]:
    """News agencies and outlets that were told it or carried it: "told AFP", "in an interview with Reuters", "Ann Lee, quoted by state radio"."""
    quoting = quoted_by(page, draft.head)
    found = [draft.carried] if draft.carried is not None else []
    found += [actor_at(page.tokens[quoting[1]])] if quoting is not None and quoting[1] is not None else []
    told = _told(page, draft) if draft.addressee is not None and draft.act not in ASKING else None
    found += [told] if told is not None else [*_told_beside(page, draft), *_carried(page, draft)]
    found += _quoting(page, draft)
    if draft.lemma in {"quote", "cite"}:
        found += [carrier_at(page, a.i) or actor_at(a) for a in agents(page.tokens[draft.head]) if a.i > draft.head]
    if not found and draft.told is not None and (before := carrier_at(page, draft.told)) is not None:
        found = [before]
    return tuple(a for i, a in enumerate(dict.fromkeys(found)) if not any(b.name in a.name and b != a for b in found[:i]))


def cited(page: Page, draft: Draft) -> int | None:
    """The head of what is named after "citing" beside the cue, outside what was said: behind it, between the source and it, or at the sentence's head."""
    end = page.unit(draft.head)[1]
    low = draft.source[-1][1] if draft.source and draft.source[-1][1] <= draft.head else draft.head + 1
    opens = next((i for i in range(*page.unit(draft.head)) if not page.tokens[i].is_space), draft.head)
    citing = (i for i in (opens, *range(low, end)) if _cites(page, i, opens=i == opens) and not draft.covers(i))
    at = next(citing, None)
    if at is None or at + 1 >= end:
        return None
    at += page.lower[at] in lexicon().words.referring
    for i in range(at + 1, min(at + LONGEST_GAP, end)):
        last = i + 1 >= end or (page.pos[i + 1] not in {"NOUN", "PROPN"} and page.lower[i + 1] not in {"'s", "’s", "'", "’"})
        if page.pos[i] in {"NOUN", "PROPN", "PRON"} and last:
            return i
    return None


def _cites(page: Page, i: int, *, opens: bool) -> bool:
    """ "citing an aide", "referring to the ministry", "with reference to it"."""
    if page.lower[i] in lexicon().words.citing:
        return opens or page.tags[i] == "VBG"
    return page.lower[i] in lexicon().words.referring and page.lower[i + 1 : i + 2] == ["to"]


def carrier_at(page: Page, i: int) -> Actor | None:
    """The outlet that a phrase stands for ("the Now portal", "the state broadcaster RTS", "AFP"), by its kind or by its noun."""
    found = layers(page.doc)
    token = page.tokens[i]
    start, end = token.left_edge.i, token.right_edge.i + 1
    for j in [i, *range(start, min(end, i + 4))]:
        mention = found.mention_at.get(j)
        if (
            mention is not None
            and found.entities[mention.entity].kind in CARRYING
            and not any(page.lower[k] in {",", "that", "who", "which"} for k in range(i, j))
        ):
            behind = mention.words[1]
            behind += _apposed(page, behind)
            named = mention.form == "description" and behind < len(page.pos) and _names_outlet(page, behind)
            return actor_at(page.tokens[behind if named else j])  # "the state news agency LANA", "the television station Al-Ahrar"
    if page.pos[i] == "PROPN" and any(page.lemmas[j] in role_words().bodies.media | role_words().bodies.agency for j in range(max(start, i - 2), i)):
        return actor_at(token)
    if page.pos[i] == "PROPN" and any(page.lower[j] in lexicon().words.outlets and page.tokens[j].text[0].isupper() for j in range(start, i + 1)):
        return Actor(page.doc[_name_start(page, i, start) : i + 1].text)
    if page.lemmas[i] not in role_words().bodies.media | role_words().bodies.agency:
        return None
    name = next((j for j in range(i + 1, min(i + 3, end)) if page.pos[j] == "PROPN"), None)
    return actor_at(page.tokens[name]) if name is not None else actor_at(token)


def _apposed(page: Page, comma: int) -> bool:
    """Does one name stand between two commas here ("the state broadcaster, RTB, …")?"""
    if page.lower[comma : comma + 1] != [","] or comma + 2 >= len(page.pos):
        return False
    named = layers(page.doc).mention_at.get(comma + 1)
    if named is None or named.form != "name" or named.words[0] != comma + 1:
        return page.pos[comma + 1] == "PROPN" and page.lower[comma + 2] == ","
    return page.lower[named.words[1] : named.words[1] + 1] == [","]


def _names_outlet(page: Page, i: int) -> bool:
    """Does the name of the outlet that was described begin here?"""
    mention = layers(page.doc).mention_at.get(i)
    own = mention is not None and mention.form == "name" and mention.words[0] == i
    return own or (page.pos[i] == "PROPN" and page.tokens[i].is_upper)


def _name_start(page: Page, i: int, floor: int) -> int:
    """Where the capitalised words of a name begin."""
    while (i > floor and page.tokens[i - 1].text[:1].isupper()) or (i > floor and page.lower[i - 1] == "-"):
        i -= 1
    return i


def _told(page: Page, draft: Draft) -> Actor | None:
    """The outlet that was told; a name of no known kind that is an organisation's is mostly one ("told Lusa")."""
    i = draft.addressee or 0
    entity = layers(page.doc).entity_of(i)
    unknown = draft.lemma == "tell" and page.tokens[i].ent_type_ == "ORG" and (entity is None or entity.kind == "unknown")
    unknown = unknown or "." in page.tokens[i].text[1:-2]  # a site ("told 24.kg")
    return carrier_at(page, i) or (actor_at(page.tokens[i]) if unknown else None)


def _told_beside(page: Page, draft: Draft) -> Iterator[Actor]:
    """The agency right behind "told", whatever the parser made of it ("told Agence Nord (AN) she …")."""
    found = layers(page.doc)
    after = draft.head + 1
    if after + 1 < len(page.tokens) and page.pos[after] == "DET":
        after += 1
    mention = found.mention_at.get(after) if draft.lemma == "tell" and after < page.unit(draft.head)[1] else None
    if mention is not None and mention.form == "name" and found.entities[mention.entity].kind in CARRYING and not draft.covers(after):
        yield actor_at(page.tokens[mention.token])


def _carried(page: Page, draft: Draft) -> Iterator[Actor]:
    """Outlets beside the cue, after one of the carrying prepositions."""
    sources = [w for s in draft.source for w in range(*s)]
    for i in range(*page.unit(draft.head)):
        mention = layers(page.doc).mention_at.get(i)
        if mention is None or draft.covers(i) or i in sources or _is_platform(page, i):
            continue
        kind = layers(page.doc).entities[mention.entity].kind
        broadcast = (
            kind == "unknown" and page.lemmas[mention.words[0] - 1] in role_words().bodies.media | role_words().bodies.agency
        )  # "on state television ORTM"
        broadcast = broadcast or any(
            page.lower[k] in lexicon().words.outlets and page.tokens[k].text[0].isupper() for k in range(*mention.words)
        )  # "on Public TV"
        if (kind not in CARRYING and not broadcast) or "according" in page.lower[draft.head : i]:
            continue
        own = page.tags[mention.words[0]] == "PRP$" and not any(page.pos[j] == "PROPN" for j in range(*mention.words))  # "on its website"
        opens = page.lower[page.unit(i)[0] : i][:1] in (["in"], ["speaking"])  # "In an interview with the station, which …, the envoy said"
        if (
            not own
            and (_preceded(page, i) or _in_its_show(page, mention.words))
            and (opens or min(abs(i - draft.head), *(abs(i - b) for _, b in draft.source), 99) < 15)
        ):
            yield carrier_at(page, i) or actor_at(page.tokens[i])


def _in_its_show(page: Page, words: tuple[int, int]) -> bool:
    """ "in a Courier interview"."""
    start, end = words
    return (
        start > 1
        and end < len(page.lemmas)
        and page.lemmas[end] in lexicon().words.venues
        and page.pos[start - 1] == "DET"
        and page.lower[start - 2] in {"in", "on", "during"}
    )


def _is_platform(page: Page, i: int) -> bool:
    """Where somebody posts for himself ("on X", "on social media")."""
    return page.lower[i].rstrip(".") in lexicon().words.platforms or page.lower[max(i - 1, 0) : i + 1] in (["social", "media"], ["social", "networks"])


def _quoting(page: Page, draft: Draft) -> Iterator[Actor]:
    """Who quotes the speaker, told within the source: "the president, quoted by his secretary, urged"."""
    for start, last in draft.source:
        end = min(last + 10, page.unit(start)[1]) if last > draft.head and page.lower[last : last + 1] == [","] else last  # "said Ann Lee, quoted by …"
        end = max(end, draft.head) if last <= draft.head else end  # "Ann Lee, speaking to the paper, said"
        for i in range(start, end - 2):
            if draft.covers(i):
                break
            spoken_to = page.lower[i] in lexicon().words.conversing and page.lower[i + 1] in {"to", "with"}
            heard_by = page.lower[i] in lexicon().words.cited or page.lower[i] in lexicon().words.interviewed
            if (heard_by and page.lower[i + 1] == "by") or spoken_to:
                head = next(
                    (j for j in range(i + 2, end) if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 >= end or page.pos[j + 1] not in {"NOUN", "PROPN", "PART"})),
                    None,
                )
                carrier = carrier_at(page, head) if head is not None else None
                entity = layers(page.doc).entity_of(head) if head is not None else None
                named = head is not None and page.pos[head] == "PROPN" and (not spoken_to or (entity is not None and entity.kind == "unknown"))
                if head is not None and (carrier is not None or page.lower[i] in lexicon().words.cited or named):
                    yield carrier or actor_at(page.tokens[head])


def _preceded(page: Page, i: int) -> bool:
    """Does one of the carrying prepositions stand just before the name, and not "from" behind what came from it ("phone calls from Reuters")?"""
    start = page.tokens[i].left_edge.i
    at = next((j for j in range(max(start - 1, 0), i) if page.lower[j] in CARRIED_BY), None)
    return at is not None and not (page.lower[at] == "from" and page.pos[at - 1] == "NOUN")
