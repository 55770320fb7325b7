"""Between outlet and speaker: the agencies and texts through which words came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from trucekeeper.language.relations import agents, children, objects, possessors
from trucekeeper.model.claims import Actor
from trucekeeper.reading.actors.lexicon import nouns
from trucekeeper.reading.layers import layers
from trucekeeper.reading.references import actor_at
from trucekeeper.reading.statements.beside import FLOATING
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.sources import quoted_by, says_as
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.together import listed, together

CARRYING = frozenset({"agency", "media"})
CARRIED_BY = frozenset({"with", "by", "to", "from", "on"})
CITING = frozenset({"citing", "quoting"})
REFERRING = frozenset({"referring", "reference"})
CITED = frozenset({"quoted", "cited", "paraphrased"})
SPEAKING = frozenset({"speaking", "talking"})
REACHED = frozenset({"reached", "contacted", "interviewed"})  # by an outlet, or by telephone
ASKING = frozenset({"demand", "proposal", "order", "question"})
LONGEST_GAP = 12  # tokens between "citing" and the head of what is cited


def only_cites(page: Page, draft: Draft, others: list[Draft]) -> bool:
    """Is this "citing an aide" the link behind an outlet's own report beside it, rather than a statement of its own?"""
    if page.lower[draft.head] not in CITING or page.tags[draft.head] != "VBG":
        return False
    beside = (d for d in others if d is not draft and page.unit_of[d.head] == page.unit_of[draft.head] and page.lower[d.head] not in CITING)
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
        speaker, texts = _behind_text(page, behind, (behind, behind + 1))
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
    token = page.tokens[head]
    if page.lemmas[head] in lexicon().documents:
        return _behind_text(page, head, draft.source[0] if draft.source else (head, head + 1))
    described = next((i for tell in (_behind_office, _set_off_last, _of_a_body, _of_two_offices) if (i := tell(page, draft)) is not None), None)
    if described is not None:
        return actor_at(page.tokens[described]), ()
    members = together(page, draft, token)
    if len(members) > 1:  # several speakers are one source; none of them is dropped
        start, end = draft.source[0][0], draft.source[-1][1]
        while end > start + 1 and page.lower[end - 1] in FLOATING:
            end -= 1
        return Actor(page.doc[start:end].text, None, listed([m.label for m in members]), members), ()
    return _described(page, draft, actor_at(_named(page, draft, token))), ()


def _behind_office(page: Page, draft: Draft) -> int | None:
    """The person whom a comma sets right behind an office ("the Salt Front (SF) spokesman, Ann Lee, said"), and who ends the source."""
    start, end = draft.source[0] if draft.source else (0, 0)
    named = layers(page.doc).mention_at.get(end - 1)
    if named is None or named.form != "name" or named.words[1] != end or named.words[0] - 2 < start:
        return None
    office = named.words[0] - 2
    person = layers(page.doc).entities[named.entity].kind == "person"
    held = page.lower[office + 1] == "," and page.lower[office] in nouns().persons and page.tags[office] in {"NN", "NNP"}
    return named.token if person and held and "and" not in page.lower[start:office] else None


def _set_off_last(page: Page, draft: Draft) -> int | None:
    """The person whom a comma sets behind several descriptions of him ("A former rebel and now an analyst, Ann Lee, said"): no list ends so."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = layers(page.doc).mention_at.get(end - 1)
    if named is None or named.form != "name" or named.words[1] != end or layers(page.doc).entities[named.entity].kind != "person":
        return None
    comma = named.words[0] - 1
    joined = start < comma and page.lower[comma] == "," and _goes_on_of_one(page, start, comma)
    inside = (m for i in range(start, comma) if (m := layers(page.doc).mention_at.get(i)) is not None and m.form == "name" and i == m.token)
    roles = joined and not any(layers(page.doc).entities[m.entity].kind == "person" or not _is_modifier(page, m.words[1] - 1) for m in inside)
    return named.token if roles else None


def _of_a_body(page: Page, draft: Draft) -> int | None:
    """The person whose name opens the source, where only what he is of or from follows ("Ann Lee from the ruling party")."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = next((m for i in range(start, min(start + 4, end)) if (m := layers(page.doc).mention_at.get(i)) is not None and m.form == "name"), None)
    if named is None or layers(page.doc).entities[named.entity].kind != "person" or named.words[1] + 1 >= end:
        return None
    behind = page.lower[named.words[1] : end]
    return named.token if behind[0] in {"from", "of", "for", "with"} and "and" not in behind and "," not in behind else None


def _of_two_offices(page: Page, draft: Draft) -> int | None:
    """The person who has both offices ("Union chairman and Foreign Minister Ann Lee"): the first has no name and no article."""
    if not draft.source:
        return None
    start, end = draft.source[0]
    named = layers(page.doc).mention_at.get(end - 1)
    joint = next((j for j in range(start + 1, end - 2) if page.lower[j] == "and"), None)
    if joint is None or named is None or named.form != "name" or named.words[1] != end or layers(page.doc).entities[named.entity].kind != "person":
        return None
    offices = all(page.lower[i] in nouns().persons and page.tags[i] in {"NN", "NNP"} for i in (joint - 1, named.words[0] - 1))
    bare = not any(page.pos[i] in {"DET", "PUNCT"} or page.tags[i] == "PRP$" for i in range(start, named.words[0]))
    return named.token if offices and bare and joint < named.words[0] - 1 else None


def _goes_on_of_one(page: Page, start: int, end: int) -> bool:
    """ "A rebel and now an analyst", "mayor and party leader", but not "the mayor and the rebels' envoy", who are two."""
    joint = next((j for j in range(start, end - 1) if page.lower[j] == "and"), None)
    first = page.lower[joint + 1] if joint is not None else "the"
    named = joint is not None and page.tags[joint + 1] == "NNP" and first not in nouns().persons
    return first != "the" and joint is not None and page.tags[joint + 1] != "PRP$" and not named and "the" not in page.lower[start : start + 1]


def _is_modifier(page: Page, i: int) -> bool:
    """A name, by its last word, before a noun that it tells more of ("ELN guerrilla"), or behind "of" or "for" ("Minister for National Unity")."""
    named = layers(page.doc).mention_at.get(i)
    before = page.lower[named.words[0] - 1] if named is not None else ""
    return page.pos[i + 1] in {"NOUN", "PROPN"} or page.tags[i + 1] == "POS" or before in {"of", "for"}


def named_source(page: Page, draft: Draft) -> int:
    """The token that stands for the speaker: of "an army spokesman, Brigadier Ann Lee" the name's."""
    head = page.tokens[draft.source_head or 0]
    return _named(page, draft, head).i if draft.source else head.i


def _described(page: Page, draft: Draft, speaker: Actor) -> Actor:
    """Of an unnamed speaker all that he is said to be ("two people with knowledge of the talks")."""
    words = page.doc[draft.source[0][0] : draft.source[0][1]].text if draft.source else ""
    known = draft.source_head is not None and draft.source_head in layers(page.doc).mention_at
    longer = speaker.actor is None and words and (not known or (speaker.name in words and len(words) > len(speaker.name)))
    return replace(speaker, name=words) if longer else speaker


def _behind_text(page: Page, head: int, words: tuple[int, int]) -> tuple[Actor, tuple[Actor, ...]]:
    """Of a text its maker, by that text; of a text that nobody is told to have made, the text."""
    token = page.tokens[head]
    maker = _maker(page, token) if page.lemmas[head] in lexicon().documents else None
    if maker is None:
        return actor_at(token), ()
    span = words if words[1] - words[0] > 1 else (token.left_edge.i, head + 1)
    return maker, (Actor(page.doc[span[0] : span[1]].text),)


def _named(page: Page, draft: Draft, head: Token) -> Token:
    """Whom a description goes on to name within the source ("an army spokesman, Brigadier Ann Lee", "the main party, ABC")."""
    found = layers(page.doc)
    mention = found.mention_at.get(head.i)
    low, high = draft.source[0]
    if mention is not None and mention.form == "name" and found.entities[mention.entity].kind != "person":
        return _officer(page, mention.words[1], high) or head
    if (mention is not None and mention.form == "name") or page.pos[head.i] == "PRON" or page.lemmas[head.i] not in lexicon().speakers:
        return head
    behind = _behind_comma(page, head.i, high)
    if behind is not None:
        return page.tokens[behind]
    comma = next((i for i in range(head.i + 1, high) if page.lower[i] in {",", "("}), None)
    first = head.i + 1
    if comma is not None and any(page.pos[i] in {"ADP", "ADJ"} for i in range(first, comma)):  # "a source close to General Lee's army (A)"
        if page.lower[comma] == "(":
            return head
        first = comma + 1
    for i in range(first, min(head.i + 4, high) if comma is None else min(comma + 6, high)):
        other = found.mention_at.get(i)
        if other is not None and other.form == "name" and low <= other.token < high:
            kind = found.entities[other.entity].kind
            apposed = comma is not None and other.words[0] == comma + 1 and not any(page.pos[j] == "ADP" for j in range(head.i + 1, comma))
            if kind == "person" or (apposed and kind not in {"state", "people"}):
                return page.tokens[other.token]
        if comma is None and page.pos[i] not in {"PROPN", "NOUN"}:
            break
        if page.lower[i] in {"who", "which", "whose", "and", "by"}:
            break
    return head


def _behind_comma(page: Page, head: int, high: int) -> int | None:
    """The person whom a comma sets behind the whole description ("The chief mediator for the Union (UN), Ann Lee, said")."""
    found = layers(page.doc)
    for i in range(head + 1, high - 1):
        if page.is_finite(i) or page.lower[i] in {"who", "which", "whose"}:
            return None
        mention = found.mention_at.get(i + 1) if page.lower[i] == "," else None
        if mention is not None and mention.form == "name" and mention.words[0] == i + 1 and found.entities[mention.entity].kind == "person":
            return mention.token
    return None


def _officer(page: Page, start: int, end: int) -> Token | None:
    """The person named behind a body and his office there ("Unity Party spokesman Ann Lee")."""
    found = layers(page.doc)
    for i in range(start, min(end, start + 8)):
        other = found.mention_at.get(i)
        if other is not None and other.form == "name" and found.entities[other.entity].kind == "person":
            office = other.words[0] > start and all(page.pos[j] in {"NOUN", "PROPN", "ADJ"} for j in range(start, other.words[0]))
            return page.tokens[other.token] if office and page.lemmas[other.words[0] - 1] in lexicon().speakers | nouns().persons else None
        if page.lower[i] in {",", "(", "and", "'s", "’s"}:
            return None
    return None


def _maker(page: Page, text: Token) -> Actor | None:
    makers = list(possessors(text)) or [c for c in text.children if c.dep_ == "compound" and layers(page.doc).entity_of(c.i) is not None]
    makers = makers or [c for c in text.children if c.dep_.startswith("nmod") and any(p.lower_ in {"by", "from"} for p in c.children)]
    makers = makers or _issued_by(page, text) or _printed_in(page, text)
    maker = actor_at(_person_behind(page, makers[0], text.right_edge.i)) if makers else None
    return maker if maker is not None and (maker.actor is not None or page.pos[makers[0].i] != "PRON") else None


def _issued_by(page: Page, text: Token) -> list[Token]:
    """Who issued it, also where the tree has torn "by" from the participle ("a statement issued on Tuesday by army spokesman Ann Lee")."""
    made = next((c for c in children(text, "acl") if c.lemma_ in lexicon().issuing), None)
    if made is None or (found := agents(made)):
        return list(found) if made is not None else []
    end = page.unit(text.i)[1]
    by = next((j for j in range(made.i + 1, min(made.i + 6, end - 1)) if page.lower[j] == "by"), None)
    last = by + 1 if by is not None else end
    while last < end and page.pos[last] in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
        last += 1
    if by is None or any(page.pos[j] in {"VERB", "PUNCT"} for j in range(made.i + 1, by)) or last == by + 1 or page.lower[last : last + 1] == ["and"]:
        return []
    named = layers(page.doc).mention_at.get(last - 1)
    return [page.tokens[named.token if named is not None else last - 1]]


def _person_behind(page: Page, maker: Token, last: int) -> Token:
    """Whom a maker's office goes on to name ("a statement by the envoy to the lakes Ann Lee"), or the maker."""
    found = layers(page.doc)
    if maker.i in found.mention_at and found.mention_at[maker.i].form == "name":
        return maker
    for i in range(maker.i + 1, last + 1):
        named = found.mention_at.get(i)
        if named is not None and named.form == "name" and found.entities[named.entity].kind == "person":
            return page.tokens[named.token]
        if page.lower[i] in {"and", "by", "with", "'s", "’s"} or page.is_finite(i):
            break
    return maker


def _printed_in(page: Page, text: Token) -> list[Token]:
    """Of "a report in the daily The Valley" the paper."""
    found = layers(page.doc)
    for place in children(text, "nmod"):
        if any(c.lower_ in {"in", "on"} for c in place.children):
            named = (m for i in range(place.i, min(place.i + 4, page.unit(text.i)[1])) if (m := found.mention_at.get(i)) is not None and m.form == "name")
            paper = next((m for m in named if found.entities[m.entity].kind in {"media", "agency"}), None)
            return [page.tokens[paper.token]] if paper is not None else []
    return []


def cited(page: Page, draft: Draft) -> int | None:
    """The head of what is named after "citing" beside the cue, outside what was said: behind it, between the source and it, or at the sentence's head."""
    end = page.unit(draft.head)[1]
    low = draft.source[-1][1] if draft.source and draft.source[-1][1] <= draft.head else draft.head + 1
    opens = next((i for i in range(*page.unit(draft.head)) if not page.tokens[i].is_space), draft.head)
    citing = (i for i in (opens, *range(low, end)) if _cites(page, i, opens=i == opens) and not draft.covers(i))
    at = next(citing, None)
    if at is None or at + 1 >= end:
        return None
    at += page.lower[at] in REFERRING
    for i in range(at + 1, min(at + LONGEST_GAP, end)):
        last = i + 1 >= end or (page.pos[i + 1] not in {"NOUN", "PROPN"} and page.lower[i + 1] not in {"'s", "’s", "'", "’"})
        if page.pos[i] in {"NOUN", "PROPN", "PRON"} and last:
            return i
    return None


def _cites(page: Page, i: int, *, opens: bool) -> bool:
    """ "citing an aide", "referring to the ministry", "with reference to it"."""
    if page.lower[i] in CITING:
        return opens or page.tags[i] == "VBG"
    return page.lower[i] in REFERRING and page.lower[i + 1 : i + 2] == ["to"]


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
    if page.pos[i] == "PROPN" and any(page.lemmas[j] in nouns().media | nouns().agencies for j in range(max(start, i - 2), i)):
        return actor_at(token)
    if page.pos[i] == "PROPN" and any(page.lower[j] in lexicon().outlets and page.tokens[j].text[0].isupper() for j in range(start, i + 1)):
        return Actor(page.doc[_name_start(page, i, start) : i + 1].text)
    if page.lemmas[i] not in nouns().media | nouns().agencies:
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
        broadcast = kind == "unknown" and page.lemmas[mention.words[0] - 1] in nouns().media | nouns().agencies  # "on state television ORTM"
        broadcast = broadcast or any(page.lower[k] in lexicon().outlets and page.tokens[k].text[0].isupper() for k in range(*mention.words))  # "on Public TV"
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
        and page.lemmas[end] in lexicon().venues
        and page.pos[start - 1] == "DET"
        and page.lower[start - 2] in {"in", "on", "during"}
    )


def _is_platform(page: Page, i: int) -> bool:
    """Where somebody posts for himself ("on X", "on social media")."""
    return page.lower[i].rstrip(".") in lexicon().platforms or page.lower[max(i - 1, 0) : i + 1] in (["social", "media"], ["social", "networks"])


def _quoting(page: Page, draft: Draft) -> Iterator[Actor]:
    """Who quotes the speaker, told within the source: "the president, quoted by his secretary, urged"."""
    for start, last in draft.source:
        end = min(last + 10, page.unit(start)[1]) if last > draft.head and page.lower[last : last + 1] == [","] else last  # "said Ann Lee, quoted by …"
        end = max(end, draft.head) if last <= draft.head else end  # "Ann Lee, speaking to the paper, said"
        for i in range(start, end - 2):
            if draft.covers(i):
                break
            spoken_to = page.lower[i] in SPEAKING and page.lower[i + 1] in {"to", "with"}
            if (page.lower[i] in CITED | REACHED and page.lower[i + 1] == "by") or spoken_to:
                head = next(
                    (j for j in range(i + 2, end) if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 >= end or page.pos[j + 1] not in {"NOUN", "PROPN", "PART"})),
                    None,
                )
                carrier = carrier_at(page, head) if head is not None else None
                entity = layers(page.doc).entity_of(head) if head is not None else None
                named = head is not None and page.pos[head] == "PROPN" and (not spoken_to or (entity is not None and entity.kind == "unknown"))
                if head is not None and (carrier is not None or page.lower[i] in CITED or named):
                    yield carrier or actor_at(page.tokens[head])


def _preceded(page: Page, i: int) -> bool:
    """Does one of the carrying prepositions stand just before the name, and not "from" behind what came from it ("phone calls from Reuters")?"""
    start = page.tokens[i].left_edge.i
    at = next((j for j in range(max(start - 1, 0), i) if page.lower[j] in CARRIED_BY), None)
    return at is not None and not (page.lower[at] == "from" and page.pos[at - 1] == "NOUN")
