"""Which drafts stand: one reading of the same words, inner ones only where somebody else speaks, and sources that a clause inherits."""

from __future__ import annotations

from trucekeeper.reading.actors.role_nouns import persons
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.chain import reporter
from trucekeeper.reading.statements.drafts import Draft, shared
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import Page
from trucekeeper.reading.statements.quoting import says_as
from trucekeeper.reading.statements.speakers import can_speak
from trucekeeper.reading.statements.tails import cut_tails

SAYING = frozenset({"clause", "quote", "phrase"})
NOBODY = frozenset({"nobody", "none", "no-one", "neither", "anyone", "anybody", "whoever"})
THINKING = frozenset({"belief", "intention", "assessment", "promise", "question"})
DOING = frozenset({"promise", "denial", "accusation", "demand", "refusal", "threat", "warning", "announcement", "order", "proposal"})


def settle(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Drafts in text order: doubles dropped, missing sources inherited, nested ones sifted."""
    kept: list[Draft] = []
    drafts = [d for d in drafts if not _keeps_name(page, d) and not _as_saying(page, d) and not _says_nothing(page, d)]
    drafts = [d for d in drafts if d.source or page.tags[d.head] != "VB" or not any(o.source and o.covers(d.head) for o in drafts)]  # "asked them to say if"
    drafts = [d for d in drafts if not any(_in_source(page, d, o) or _is_charge(page, d, o) for o in drafts if o is not d)]
    drafts = _hedged(drafts)
    cut_tails(page, drafts)
    for draft in drafts:
        _to_quote_end(page, draft)
    for draft in drafts:
        if page.lower[draft.content[0][0]] == "and":
            _shared_words(draft, drafts)
    for draft in drafts:
        if draft.answers:
            _answer(page, draft, drafts)
    for draft in sorted(drafts, key=lambda d: (-d.rank, d.head)):
        if all(not _same(draft, other) for other in kept):
            kept.append(draft)
    kept.sort(key=lambda d: (d.head, -d.rank))
    _inherit(page, kept)
    return [d for d in _outermost(page, kept) if not _is_asked(page, d)]


def _hedged(drafts: list[Draft]) -> list[Draft]:
    """ "He reportedly told them …": the adverb of somebody's cue hedges his statement, and tells of none that has no sayer."""
    kept = []
    for draft in drafts:
        cues = [d for d in drafts if draft.shape == "hedge" and d.shape != "hedge" and d.source and any(a <= draft.head < b for a, b in d.cue)]
        for other in cues:
            other.hedge = other.hedge or draft.hedge
        if not cues:
            kept.append(draft)
    return kept


def _is_asked(page: Page, draft: Draft) -> bool:
    """ "Asked whether it would, the minister said": nobody who is told asks, and the minister does not."""
    opens = next((j for j in range(*page.unit(draft.head)) if not page.tokens[j].is_space), draft.head)
    asks = any(c.act == "question" for c in lexicon().verbs.get(page.lemmas[draft.head], ()))
    return asks and draft.head == opens and page.tags[draft.head] in {"VBN", "VBD"}


def _in_source(page: Page, draft: Draft, other: Draft) -> bool:
    """Is its cue a part of what tells who says the same ("a person briefed on the plan said")?"""
    return (
        page.tags[draft.head] in {"VBN", "VBD"}
        and other.shape in SAYING
        and any(a <= draft.head < b for a, b in other.source)
        and 2 * shared(draft, other) > draft.size()
    )


def _is_charge(page: Page, draft: Draft, other: Draft) -> bool:
    """Is it what somebody is accused of, and nothing that the accuser says ("accused the governor of wanting to delay the vote")?"""
    gerund = page.tags[draft.head] == "VBG" and other.shape == "object" and other.act == "accusation"
    return gerund and other.head < draft.head and other.covers(draft.head) and page.lower[other.content[0][0]] != page.lower[draft.head]


def _shared_words(draft: Draft, drafts: list[Draft]) -> None:
    """ "Medics said and residents confirmed that …": both say what follows the second."""
    second = next((d for d in drafts if d is not draft and d.shape == "clause" and draft.covers(d.head) and d.content[0][0] > d.head), None)
    if second is not None and draft.head < second.head:
        draft.content = list(second.content)


def _keeps_name(page: Page, draft: Draft) -> bool:
    """ "who asked not to be named", "declined to comment": how somebody speaks or does not, and nothing that is said."""
    if page.lemmas[draft.head] not in lexicon().words.reticent:
        return False
    start, end = draft.content[0]
    words = set(page.lower[start : min(end, start + 8)])
    if words & lexicon().words.naming or page.lower[start] != "to" or start + 1 >= end:
        return bool(words & lexicon().words.naming)
    gives = page.lemmas[start + 1] in lexicon().words.withheld | lexicon().words.light
    return page.lemmas[start + 1] in lexicon().words.silent or (
        gives and any(page.lemmas[j] in lexicon().words.particulars for j in range(start + 2, min(end, start + 5)))
    )


def _says_nothing(page: Page, draft: Draft) -> bool:
    """ "did not comment on it", "Neither side has commented", "has not claimed responsibility", "claimed 200 lives": nothing that is said."""
    if draft.denied and draft.lemma == "claim" and draft.content and page.lower[draft.content[0][0]] in lexicon().words.owning:
        return True
    if draft.lemma == "claim" and draft.shape == "object" and any(page.lemmas[i] in lexicon().words.taken for i in range(*draft.content[0])):
        return True
    if draft.source_head is not None and page.lower[draft.source_head] in NOBODY:
        return True  # "Nobody has claimed the attack"
    if draft.source_head is not None and page.lower[draft.source_head] == "you" and page.quote_of[draft.source_head] < 0:  # whoever reads it
        return True
    if draft.lemma in lexicon().words.discharging and draft.shape == "object" and _is_person(page, draft) and "as" not in page.lower[slice(*draft.content[0])]:
        return True  # "dismissed the minister"
    before = page.lower[page.unit(draft.head)[0] : draft.head]
    if "neither" in before and draft.act in {"denial", "confirmation"} and ("nor" in before or page.lower[draft.head + 1 : draft.head + 2] == ["nor"]):
        return True  # "neither confirmed nor denied it"
    if draft.denied and draft.lemma in lexicon().words.withheld:
        return True
    if page.tags[draft.head] == "VB" and _is_withheld(page, draft):
        return True  # "declined to comment on the plan"
    if page.lemmas[draft.head] not in lexicon().words.silent or draft.shape in SAYING:
        return False
    return draft.denied or {"neither", "nor"} <= set(before) or "neither" in before[:1]


def _is_withheld(page: Page, draft: Draft) -> bool:
    """Does a verb of keeping silent, or "yet", stand right before "to" and this one ("declined to comment", "has yet to comment")?"""
    before = draft.head - 2
    while before > page.unit(draft.head)[0] and page.pos[before + 1] == "ADV" and page.lower[before + 1] != "yet":  # "is yet to officially declare"
        before -= 1
    if before < page.unit(draft.head)[0] or page.lower[before + 1] != "to" or draft.shape in SAYING:
        return False
    return page.lemmas[before] in lexicon().words.reticent or page.lower[before] == "yet"


def _is_person(page: Page, draft: Draft) -> bool:
    """Does the content begin with a person, by his name or his part?"""
    start, end = draft.content[0]
    inner = {"NOUN", "PROPN", "PART"}  # "Mr Lee's speech"
    head = next((i for i in range(start, end) if page.pos[i] in {"NOUN", "PROPN"} and (i + 1 == end or page.pos[i + 1] not in inner)), start)
    entity = layers(page.doc).entity_of(head)
    return page.lemmas[head] in persons() or (entity is not None and entity.kind == "person")


def _as_saying(page: Page, draft: Draft) -> bool:
    """ "quoted the envoy as saying" is one statement, the envoy's."""
    if draft.lemma not in {"quote", "cite", "report"} or draft.shape == "quote":
        return False
    end = page.unit(draft.head)[1]
    return any(says_as(page, i) and (draft.lemma != "report" or i < draft.head + 8) for i in range(draft.head, end - 1))


def _answer(page: Page, answer: Draft, drafts: list[Draft]) -> None:
    """What a relative clause answers is what somebody else said before it, and that ends there ("He said jets had struck, which the army denies")."""
    which = answer.content[-1][1]
    told = [d for d in drafts if d is not answer and d.shape in SAYING and d.covers(which) and d.covers(answer.head) and d.head < d.content[-1][0]]
    for other in told:
        start = other.content[-1][0]
        other.content[-1] = (start, which)
    if told:
        answer.content = [(told[-1].content[-1][0], which)]
        return
    before = [d for d in drafts if d is not answer and answer.covers(d.head) and d.shape in SAYING and d.content[-1][1] <= d.head]
    if before:  # "Rebels left the town, residents said, a claim the army denied"
        answer.content = list(before[-1].content)
        return
    accused = [d for d in drafts if d.source and d.shape == "object" and 0 <= which - d.content[-1][1] <= 1 and d.source[0][0] < d.head < d.content[0][0]]
    if accused:  # "… after X accused Y of a coup, a charge Y denies"
        answer.content = [(accused[-1].source[0][0], accused[-1].content[-1][1])]


def _to_quote_end(page: Page, draft: Draft) -> None:
    """Reported words that end inside a quotation go on to its end, over sentences."""
    start, end = draft.content[-1]
    at = page.quote_of[end - 1]
    if at >= 0 and page.quote_of[draft.head] != at and page.quoted[at].words[1] > end and page.quoted[at].words[0] >= start:
        draft.content[-1] = (start, page.quoted[at].words[1])
    if at >= 0 and page.quote_of[draft.head] != at and page.quoted[at].words[1] - draft.content[-1][1] <= 1:
        later = [q.words for q in page.quoted[at + 1 : at + len(page.quoted[at].quote.parts)] if q.quote is page.quoted[at].quote]
        draft.content += [words for words in later if words not in draft.content]


def _same(one: Draft, other: Draft) -> bool:
    """The same cue, or mostly the same content."""
    if one.head == other.head:
        return True
    if one.nested != other.nested:
        return False
    if one.content == other.content and one.shape == other.shape == "clause" and one.source_head != other.source_head:
        return False
    if one.answers != other.answers or _tells_of(one, other) or _tells_of(other, one) or _holds(one, other) or _holds(other, one):
        return False
    common = shared(one, other)
    return common > 0 and common >= 0.5 * max(one.size(), other.size())


def _tells_of(outer: Draft, inner: Draft) -> bool:
    """Is one what another's speaker says somebody else said ("According to the cable, the envoy said …")?"""
    start, end = outer.content[-1]
    if outer.source_head == inner.source_head or not start <= inner.head < end or not {outer.shape, inner.shape} <= SAYING:
        return False
    return outer.rank < inner.rank or (outer.shape == "phrase" and inner.source_head is not None and outer.covers(inner.source_head))


def _holds(outer: Draft, inner: Draft) -> bool:
    """Does a clause hold the whole of another attribution ("acknowledged that some feel that way")?"""
    whole = [a for a, _ in (*inner.content, *inner.source)]
    return outer.shape == "clause" and outer.content[0][0] < inner.head and outer.covers(inner.head) and all(map(outer.covers, whole))


def _inherit(page: Page, drafts: list[Draft]) -> None:
    """A participle clause (", adding that …") speaks in the voice of the statement before it in its sentence, and to the same ears."""
    for index, draft in enumerate(drafts):
        if page.tags[draft.head] != "VBG":
            _take_over(page, draft, drafts[:index])
            continue
        before = [d for d in drafts[:index] if d.source and page.unit_of[d.head] == page.unit_of[draft.head] and not d.covers(draft.head)]
        if not before or (draft.source and draft.source_head != before[-1].source_head and page.lower[before[-1].head - 1] != "as"):
            continue
        draft.source, draft.source_head = list(before[-1].source), before[-1].source_head
        draft.told = before[-1].told if before[-1].addressee is None else before[-1].addressee


def _take_over(page: Page, draft: Draft, before: list[Draft]) -> None:
    """ "said … and accused …": a cue after "and" whose subject the parser sought within the words before it has the speaker of those."""
    start = draft.cue[0][0] if draft.cue else draft.head
    if start < 1 or page.lower[start - 1] not in {"and", "but"} or draft.source_head is None:
        return
    if page.pos[draft.source_head] == "PRON" and page.lower[draft.source_head - 1] in {"and", "but"}:
        return  # "said he had offered talks, but she refused and accused him of a trick"
    for other in reversed(before):
        if other.source and other.covers(draft.source_head) and 0 <= start - 1 - other.content[-1][1] <= 2:
            draft.source, draft.source_head = list(other.source), other.source_head
            return


def _outermost(page: Page, kept: list[Draft]) -> list[Draft]:
    """Without those whose cue stands within another's content, unless somebody else speaks there. Of two within each other the surer stands."""
    found: list[Draft] = []
    for draft in sorted(kept, key=lambda d: (-d.size(), -d.rank, d.head)):
        outer = [other for other in found if other.covers(draft.head)]
        if outer:
            if all(_other_voice(page, draft, other) for other in outer):
                found.append(_within(draft, outer[-1]))
            continue
        rivals = [d for d in kept if d is not draft and draft.covers(d.head) and d.covers(draft.head)]
        if all(draft.rank >= r.rank for r in rivals):
            found.append(draft)
    return sorted(found, key=lambda d: d.head)


def _within(inner: Draft, outer: Draft) -> Draft:
    """What is told within another's words ends where those end."""
    ends = dict(outer.content)
    inner.content = [(a, min(b, next((e for s, e in ends.items() if s <= a < e), b))) for a, b in inner.content]
    return inner


def _other_voice(page: Page, inner: Draft, outer: Draft) -> bool:
    """Does somebody who is named say this within what another says?"""
    if inner.source_head is None or outer.source_head is None:
        return False
    if inner.nested:
        return True
    loose = inner.shape not in SAYING or inner.rank < 0.8
    told = outer.shape in {"phrase", "clause"} and outer.content[0][0] < outer.head and outer.content[-1][1] <= outer.head + 1
    clausal = frozenset({"promise"}) if inner.shape == "clause" else frozenset()  # "said the rebels had promised they would leave"
    reported = outer.shape == "clause" and inner.act in {"denial", "refusal"} and reporter(page, outer) is not None  # "the Courier said the army denied it"
    if inner.act in THINKING - (DOING if told else clausal):
        return False
    if loose and not (inner.shape in {"open", "object"} and (outer.shape == "phrase" or reported or (told and inner.act in DOING))):
        return False
    one, other = page.tokens[inner.source_head], page.tokens[outer.source_head]
    carried = told and page.lower[one.i] in {"he", "she", "they"} and reporter(page, outer) is not None  # "He wanted talks, he said, the radio reported"
    return (
        (page.pos[one.i] != "PRON" or carried)
        and one.lower_ != other.lower_
        and can_speak(page, one.i)
        and not shared(outer, inner) < inner.size()
        and not inner.denied
    )
