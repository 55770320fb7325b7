"""Where parties take positions: verbs of stance, nouns that list ("their demands include …"), conditions, modal demands and verdicts on a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.relations import ancestors, base, children, clause, doers, is_negated, markers, modal, obliques, own_subjects, possessors
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.roles import controllers, is_party
from trucekeeper.reading.events.speech import speaker_of
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.tense import own_modal
from trucekeeper.reading.events.triggers import seconds
from trucekeeper.reading.positions.contents import contents, is_listing, of_word, split, unwrapped
from trucekeeper.reading.positions.lexicon import Cue, stances

FLIP: dict[Stance, Stance] = {"accepts": "rejects", "demands": "rejects", "offers": "rejects", "proposes": "rejects"}


@dataclass(frozen=True, slots=True)
class Found:
    """One position before its issue is known. `party` is None where the words name nobody; then it is the speaker's."""

    party: Token | None
    stance: Stance
    content: Span
    whole: Span
    only: str | None = None
    partial: bool = False
    fallback: str | None = None


def parties_of(verb: Token) -> list[Token]:
    """Who takes the stance of a verb: each of those who are its subject, or whose plan or office is."""
    found = []
    for subject in doers(verb) or controllers(verb):
        if is_party(subject) or subject.pos_ == "PRON":
            found.append(subject)
        else:
            found += [p for p in possessors(subject) if is_party(p)][:1]
    return found or detached(verb)


def detached(verb: Token) -> list[Token]:
    """ "…, aiming for an end to the war": a participle behind a comma has the subject of the clause that it follows, whatever noun the tree hangs it on."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != ",":
        return []
    above = next((a for a in ancestors(verb) if is_verbal(a)), None)
    return [s for s in doers(above) if is_party(s)] if above is not None else []


def cue_for(verb: Token) -> Cue | None:
    lemma = lemma_in(verb, stances().verbs)
    if lemma is None:
        return None
    near = seconds(verb)
    return next((c for c in stances().verbs[lemma] if c.second is None or c.second in near), None)


def stance_in(verb: Token, cue: Cue) -> Stance | None:
    """The stance as taken: a negated acceptance is a rejection; a stance that is only possible is none."""
    status = status_of(verb, timeless=True).status
    if status == "conditional":
        return None
    return FLIP.get(cue.stance) if status == "denied" else cue.stance


def of_verb(verb: Token) -> Iterator[Found]:
    cue = cue_for(verb)
    parties = parties_of(verb) if cue is not None else []
    stance = stance_in(verb, cue) if cue is not None and parties else None
    if cue is None or stance is None:
        return
    for content in contents(verb, cue.second):
        if stance in {"accepts", "rejects"} and is_party(content.root):
            continue  # to back somebody is no position on an issue
        for party in parties:
            yield Found(party, stance, content, clause(verb), cue.issue)


def owner_of(noun: Token) -> Token | None:
    """Whose demand, plan or condition it is."""
    return next((p for p in [*possessors(noun), *obliques(noun, "of", "by", "from")] if is_party(p) or p.pos_ == "PRON"), None)


def stance_noun(noun: Token) -> tuple[Token, Stance] | None:
    """The noun that takes the stance: the word itself or what it is a list of ("a list of demands")."""
    for word in [noun, *obliques(noun, "of")]:
        lemma = lemma_in(word, stances().nouns)
        if lemma:
            return word, stances().nouns[lemma]
    return None


def of_list(verb: Token) -> Iterator[Found]:
    """ "their demands include a withdrawal, an end to the siege and the release of prisoners" is three."""
    if not is_listing(verb):
        return
    for subject in own_subjects(verb):
        held = stance_noun(subject)
        if held is None:
            continue
        partial = lemma_in(verb, {"include", "range"}) is not None
        for item in split(verb):
            yield Found(owner_of(held[0]) or owner_of(subject), held[1], item, clause(verb), None, partial)
        return


def of_condition(verb: Token) -> Iterator[Found]:
    """ "will not leave unless …", "threatened war if …": the clause is a condition of whoever acts."""
    opening = conditional_mark(verb)
    if opening is None:
        return
    above = next((a for a in ancestors(verb) if is_verbal(a) and makes_conditions(a)), None)
    parties = parties_of(above) if above is not None else []
    found = clause(verb)
    start = min(opening.i, found.start)
    comma = next((t.i for t in verb.doc[verb.i : found.end] if t.text == ","), found.end)
    content = verb.doc[start:comma]
    for party in parties:
        yield Found(party, "conditions", content, content)


def conditional_mark(verb: Token) -> Token | None:
    for mark in markers(verb):
        if says()["mark"].get(mark.lower_) == "conditional" and mark.lower_ != "whether":
            return mark
        if says()["mark"].get(mark.lower_) == "planned" and is_negated(verb.head):
            return mark  # "will not disarm until …"
    return None


def makes_conditions(verb: Token) -> bool:
    """Who threatens, promises, agrees or announces his own act can make it depend on something."""
    return governor_word(verb, "clause") in {"threatened", "planned", "denied"} or (modal(verb) is not None and not {"demanded"} & set(own_modal(verb)))


def of_modal(verb: Token) -> Iterator[Found]:
    """ "said Libya must hand over the suspects"."""
    if modal(verb) is None or "demanded" not in own_modal(verb) or not any(is_party(s) or s.pos_ == "NOUN" for s in own_subjects(verb)):
        return
    speaker = speaker_of(verb)
    if speaker is not None:
        yield Found(speaker, "demands", clause(verb), clause(verb))


def of_verdict(token: Token) -> Iterator[Found]:
    """ "it's a good first step", "the plan is unacceptable", said by somebody of a proposal."""
    lemma = lemma_in(token, stances().verdicts)
    if lemma is None or not children(token, "cop") or status_of(token).status == "conditional":
        return
    subjects = own_subjects(token)
    if not any(s.lower_ in {"it", "this", "that"} or stance_noun(s) for s in subjects):
        return
    stance = stances().verdicts[lemma]
    if is_negated(token):
        stance = "rejects" if stance == "accepts" else "accepts"
    yield Found(speaker_of(token), stance, clause(token), clause(token), None, fallback="agreement or plan" if near_proposal(token) else None)


def near_proposal(token: Token) -> bool:
    """Whether a plan or proposal is spoken of in the sentence or the one before it."""
    start = token.sent.start
    before = token.doc[start - 1].sent.start if start else start
    return any(stances().nouns.get(lemma_in(t, stances().nouns) or "") == "proposes" for t in token.doc[before : token.sent.end] if t.pos_ == "NOUN")


def of_noun(noun: Token) -> Iterator[Found]:
    """ "its demand for a withdrawal", "their call to lift the siege"."""
    held = stance_noun(noun)
    owner = owner_of(noun) if held is not None and held[0] == noun else None
    if held is None or owner is None or (base(noun) == "nsubj" and is_listing(noun.head)):
        return
    inner = [*obliques(noun, "for", "to"), *(c for c in children(noun, "acl") if has_to(c) or children(c, "mark"))]
    for head in inner[:1]:
        word = unwrapped(head)
        content = of_word(word)
        yield Found(owner, held[1], content, noun.doc[noun.left_edge.i : noun.right_edge.i + 1])


def positions(doc: Doc) -> Iterator[Found]:
    """All positions of a Doc, in text order of the words that take them."""
    listed: set[int] = set()
    for token in doc:
        if is_verbal(token):
            items = [*of_list(token)]
            yield from items
            listed.update(i for item in items for i in range(item.content.start, item.content.end))
            if not items:
                yield from of_verb(token)
                yield from of_modal(token)
            yield from of_condition(token)
        elif token.pos_ == "NOUN" and token.i not in listed:
            yield from of_noun(token)
        if token.pos_ in {"NOUN", "ADJ"}:
            yield from of_verdict(token)
