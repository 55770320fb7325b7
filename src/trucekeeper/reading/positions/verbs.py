"""Stances by verbs: "rejected the plan", "agreed in principle to a truce", "told them to leave", "set the release as a condition"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import is_perfect, modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, noun_phrase, trimmed
from trucekeeper.language.grammar.subjects import agents, own_subjects
from trucekeeper.language.grammar.tree import base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import speaking_verb
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.contents import contents
from trucekeeper.reading.positions.exclusions import (
    WILLING,
    asks_whether,
    depends,
    is_aside,
    is_asserted,
    is_bound_to_condition,
    is_given_up,
    is_hostile,
    is_hostile_noun,
    is_joining_attack,
    is_manner,
    is_obliged,
    is_only_told,
    is_own_order,
    is_received,
    is_taken_above,
    is_to_believe,
    no_longer,
)
from trucekeeper.reading.positions.found import Found, authors, has_stance, is_side, parties_of
from trucekeeper.reading.positions.lexicon import Cue, listed, stances
from trucekeeper.reading.positions.lists import is_inner, listed_after, matter_end, numbered, planned, unfolded
from trucekeeper.reading.positions.openers import opener_after, opener_at
from trucekeeper.reading.positions.passages import of_word
from trucekeeper.reading.positions.topics import is_last, issue_of

OF_PEOPLE = frozenset({"monitoring", "mediation format", "self-determination", "return of the displaced"})  # issues whose matter is people or states


def cue_for(verb: Token) -> Cue | None:
    lemma = lemma_in(verb, stances().verbs)
    if lemma is None or f"{lemma} {verb.doc[min(verb.i + 1, len(verb.doc) - 1)].lower_}" in listed("giving_up"):
        return None  # "backed away from its demand"
    cues = stances().verbs[lemma]
    if not any(c.second for c in cues):
        return cues[0]
    close = takewhile(lambda t: t.pos_ not in {"DET", "PUNCT"} or t.lower_ == "no", verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 5)])
    after = [t.lower_ for t in close if not (t.pos_ == "ADP" and t.i + 1 < t.sent.end and is_time(t.nbor()))]  # "agreed on Saturday to leave"
    near = {*after, *(f"{a} {b}" for a, b in pairwise(after)), *(c.lower_ for c in children(verb, "compound:prt", "advmod"))}
    near.update(c.lower_ for o in children(verb, "obl") if not is_time(o) for c in children(o, "case"))
    if any(has_to(c) for c in children(verb, "xcomp", "advcl", "ccomp")):
        near.add("to")
    found = [c for c in cues if c.second is None or c.second in near]
    return min(found, key=lambda c: distance(c.second, after), default=None)


def distance(second: str | None, after: list[str]) -> int:
    """How far behind a verb its particle stands: of "agree to talk with them" it is the "to"; without one it is any object."""
    first = second.split()[0] if second else None
    return len(after) + 1 if first is None else after.index(first) if first in after else len(after)


def stance_in(verb: Token, cue: Cue) -> Stance | None:
    """The stance as taken: a negated acceptance is a rejection; a stance that is only possible, or that is denied, is none."""
    if accepts_only(verb):
        return "demands"
    if is_negated(verb) or no_longer(verb) or is_drawn_into(verb):
        lemma = lemma_in(verb, stances().negated)
        return stances().negated[lemma] if lemma and not is_perfect(verb) else None
    mine = base(verb) == "conj" and verb.tag_ == "VBP" and any(s.lower_ in {"i", "we"} for s in own_subjects(verb))  # "they must go, and | we want a vote"
    status = "happened" if is_aside(verb) or mine else status_of(verb, timeless=True).status
    if status == "demanded" or depends(verb) or is_obliged(verb):
        return None  # somebody wants it of them
    if status in {"conditional", "denied"}:
        told = opener_after(verb) is not None or (cue.stance == "demands" and speaking_verb(verb) is not None)  # "they would insist on it, he said"
        return cue.stance if status == "conditional" and is_willing(verb) and told else None
    return cue.stance


def is_drawn_into(verb: Token) -> bool:
    """ "cannot be lured into accepting the draft"."""
    above, into = verb.head, any(m.lower_ == "into" for m in children(verb, "mark", "case"))
    return verb.tag_ == "VBG" and into and is_negated(above) and modal(above) is not None


def accepts_only(verb: Token) -> bool:
    """ "will accept nothing short of (nothing less than) a referendum"."""
    after = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 3)]]
    return after in (["nothing", "short"], ["nothing", "less"])


def is_willing(verb: Token) -> bool:
    word = modal(verb)
    return word is not None and word.lower_ in WILLING


def parts_of(content: Span, word: Token) -> list[Span]:
    """The matters in a passage; what it is made to depend on is no part of it."""
    listed_there = listed_after(content) or numbered(word) or planned(content)
    if listed_there:
        return listed_there
    end = max(content.end, matter_end(content, word)) if content.start >= word.i else content.end
    reach = content.doc[content.start : end]
    opener = next((t.i for t in reach if t.i > content.start and (opener_at(t) is not None or opens_aside(t)) and not is_before_noun(t, content)), None)
    if opener is not None:
        return unfolded(content.doc[content.start : min(opener, content.end)], opener)
    return unfolded(content, matter_end(content, word)) if content.start >= word.i else [content]


def is_before_noun(token: Token, content: Span) -> bool:
    """ "before Friday", "any talks without conditions": no clause follows; without something no act comes ("refused to sign | without guarantees")."""
    if token.lower_ == "without" and is_verbal(content.root):
        return False
    return token.lower_ in listed("negative") and not any(
        t.tag_ in {"VBD", "VBZ", "VBP", "MD", "VBG", "VB"} for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 8)]
    )


def opens_aside(token: Token) -> bool:
    """What a matter is for, or is made: "| in order to resume talks", "| so that aid can pass", "| as a condition for talks"."""
    if token.lower_ not in {"in", "so", "as", "or"}:
        return False
    after = tuple(t.lower_ for t in token.doc[token.i : min(token.sent.end, token.i + 4)])
    if after[:2] == ("or", "else"):
        return True
    if after[:3] in {("in", "order", "to"), ("in", "order", "that"), ("so", "as", "to")} or after[:2] == ("so", "that"):
        return True
    return (after[0] == "as" and lemma_in(token.doc[token.i + len(after) - 1], listed("preconditions")) is not None) or (
        after[0] == "as" and len(after) > 2 and lemma_in(token.nbor(2), listed("preconditions")) is not None
    )


def of_verb(verb: Token) -> Iterator[Found]:
    cue = cue_for(verb)
    parties = parties_of(verb) if cue is not None else []
    dropped = is_given_up(verb) or (no_longer(verb) and lemma_in(verb, stances().negated) is None)  # "no longer wants peacekeepers" rejects them
    if cue is not None and cue.stance in {"demands", "offers", "proposes"} and dropped:
        yield from (replace(found, ended=True) for found in taken(verb, cue.stance, contents(verb, cue.second), parties, cue))
        return
    stance = stance_in(verb, cue) if cue is not None and parties else None
    if cue is None or stance is None or is_own_order(verb) or is_manner(verb) or is_taken_above(verb, stance):
        return
    if lemma_in(verb, listed("needing")) is not None and all(p.lower_ not in {"we", "i"} for p in parties):
        return  # "the region needs aid" is wanted by nobody there
    if stance == "offers" and base(verb) == "advcl" and has_to(verb):
        return  # "wants its army to stay to guarantee the peace": what something is for
    if stance in {"accepts", "rejects"} and has_to(verb) and is_of_other_word(verb, parties):
        return
    if stance == "demands" and any(authors(s) for s in own_subjects(verb)):
        stance = "proposes"  # "the plan, drawn up by the bloc, calls for …"
    if base(verb) == "acl" and verb.tag_ == "VBN" and agents(verb):
        if is_side(verb.head):
            return  # "a group backed by the king"
        if lemma_in(verb.head, listed("manner")) is not None:
            return  # "along the lines proposed by the king"
        passages = [noun_phrase(verb.head)]  # "a truce offered by the rebels to win time"
    else:
        passages = [more] if accepts_only(verb) and (more := behind_than(verb)) is not None else contents(verb, cue.second)
    yield from taken(verb, stance, passages, parties, cue)


def is_of_other_word(infinitive: Token, parties: Sequence[Token]) -> bool:
    """ "calling an assembly to adopt a charter", "a deadline to accept", "its promise to accept": what somebody is for, is told, or what the noun takes."""
    above = infinitive.head
    if base(infinitive) not in {"acl", "advcl"}:
        return False
    who = [t for t in infinitive.doc[max(infinitive.i - 4, 0) : infinitive.i - 1] if is_party(t)]
    if who and who[-1] not in parties and "for" in {c.lower_ for c in children(who[-1], "case")}:
        return True  # "set a day for the king to accept the charter"
    if above.pos_ == "NOUN" and (lemma_in(above, listed("deadlines")) or has_stance(above, "offers")):
        return True
    return list(parties) in ([above], objects(above))


def behind_than(verb: Token) -> Span | None:
    """Of "will accept nothing less than independence" the independence."""
    at = next((t.i for t in verb.doc[verb.i : min(verb.sent.end, verb.i + 5)] if t.lower_ in {"than", "of"}), None)
    rest = verb.doc[at + 1 : verb.sent.end] if at is not None else None
    return trimmed(verb.doc[rest.start : min(matter_end(rest, verb), next((t.i for t in rest if t.text in {",", "-", "–"}), rest.end))]) if rest else None


def of_ruled_out(verb: Token) -> Iterator[Found]:
    """ "A partition is ruled out": a rejection by whoever says so."""
    cue = cue_for(verb) if verb.tag_ == "VBN" and any(a.lower_ in {"is", "are", "'s", "’s"} for a in children(verb, "aux")) else None
    if cue is None or cue.stance != "rejects" or cue.issues or agents(verb) or is_negated(verb):
        return
    for subject in own_subjects(verb):
        if subject.pos_ in {"NOUN", "PROPN"} and not is_party(subject):
            yield Found(None, "rejects", of_word(subject), clause(verb))


def of_misread(word: Token) -> Iterator[Found]:
    """ "The movement demands that aid be delivered": a verb in the present that was tagged as a plural noun, behind its subject and before its matter."""
    cue = cue_for(word) if word.lower_.endswith("s") and word.i > word.sent.start else None
    if cue is None:
        return
    noun, after = word.nbor(-1), word.nbor() if word.i + 1 < word.sent.end else word
    opens = (after.lower_ == (cue.second or "that").split(" ")[0] and after.tag_ != "WDT") or (cue.second is None and after.pos_ == "DET")
    if not opens or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    plan = authors(noun)  # "the army plan calls for …"
    party = noun if is_side(noun) else next(iter(plan), None)
    if party is None:
        return
    start = word.i + 1 + (after.lower_ == cue.second or after.lower_ == "that")
    whole = word.doc[start : word.sent.end]
    content = trimmed(word.doc[start : min(matter_end(whole, word), next((t.i for t in whole if t.text == ","), word.sent.end))])
    if len(content):
        yield from (Found(party, "proposes" if plan else cue.stance, part, content, cue.issues) for part in parts_of(content, word))


def taken(word: Token, stance: Stance, passages: list[Span], parties: Sequence[Token | None], cue: Cue) -> Iterator[Found]:
    whole = clause(word)
    for content in covering_all(passages):
        theirs = content[0].tag_ in {"WDT", "WP"} or (is_passive(content.root) and any(o.tag_ in {"WDT", "WP"} for o in objects(word)))
        if theirs and word.dep_ == "acl:relcl" and word.head.i < word.i:
            content = noun_phrase(word.head)  # "a vote, which they want to be held in May"
        if content.end <= word.i and is_verbal(content.root) and word.dep_ != "acl:relcl":
            continue  # “I want a vote,” he stressed: each verb in what is quoted is read for itself
        proving = lemma_in(content.root, listed("proving")) is not None and bool(children(content.root, "ccomp"))  # but "to show restraint"
        if stance == "demands" and (content.text.lower() == "peace" or proving):
            continue  # "wanted to prove that we want peace" tells of no matter
        if content[0].lower_ in {"what", "according"} or (lemma_in(word, listed("wanting")) and lemma_in(content.root, listed("stressing"))):
            continue  # "what the army wants and | what the king offers"
        if is_asserted(word, content) or (stance == "demands" and (asks_whether(content) or is_bound_to_condition(content.root))):
            continue
        if stance == "demands" and (is_to_believe(content.root) or lemma_in(content.root, listed("opinions")) is not None):
            continue  # "sought their views on the truce"
        if stance == "rejects" and lemma_in(content.root, listed("charges")) is not None:
            continue  # "rejected accusations of bad faith" is a denial
        if stance == "rejects" and lemma_in(word, listed("fighting")) and is_hostile_noun(content.root):
            continue  # to resist an offensive is no stance
        new = any(c.lower_ in {"a", "an"} for c in children(content.root, "det"))  # "is open to a caretaker government"
        of_people = OF_PEOPLE if stance == "accepts" else OF_PEOPLE | {"withdrawal"}  # "does not want foreign troops"
        if stance in {"accepts", "rejects"} and is_party(content.root) and not new and content.text != "them" and issue_of(list(content)) not in of_people:
            continue  # to back somebody is no position on an issue
        if stance in {"offers", "rejects"} and is_verbal(content.root) and is_only_told(content.root):
            continue
        if (stance == "rejects" and is_joining_attack(content.root)) or is_received(word, content):
            continue
        if stance in {"accepts", "rejects"}:
            content = without_relative(content)
        if stance == "offers" and is_verbal(content.root) and (inner := cue_for(content.root)) is not None and inner.stance == "accepts":
            continue  # "is willing to accept the draft": the verb takes the stance
        if stance in {"offers", "accepts"} and is_verbal(content.root) and is_hostile(content.root) and not is_negated(content.root):
            continue
        for part in parts_of(content, word):
            if stance == "proposes" and is_party(part.root) and not any(is_verbal(t) for t in part):
                continue  # "put a draft to both sides, | the government and the front"
            if stance == "proposes" and (has_stance(part.root, "demands") or has_stance(part.root, "conditions")):
                continue  # "outlined their demands": the noun takes the stance
            if stance != "demands" and part.start > content.start and part[0].lower_ in {"we", "i"}:
                continue  # "cannot accept this | and we will go on"
            for party in parties:
                yield Found(party, urged(stance, part), part, whole, cue.issues)


def without_relative(content: Span) -> Span:
    """ "welcomed a truce | that the army had called in May": what only says more of a thing that is named."""
    root = content.root
    more = next((c.left_edge.i for c in root.children if c.dep_ == "acl:relcl" and root.i < c.left_edge.i < content.end), None)
    short = trimmed(content.doc[content.start : more]) if more is not None else content
    if any(d.lower_ in {"any", "a", "an", "no"} for d in children(root, "det")) and (issue := issue_of(list(short))) is not None and is_last(issue):
        return content  # "any solution | that recognises the statelet"
    told = issue_of(list(short)) is not None or lemma_in(root, stances().nouns) is not None  # "demands | that would have led to talks"
    return short if len(short) and told else content


def urged(stance: Stance, content: Span) -> Stance:
    """ "urged the government to reject the demand": who wants somebody to reject a thing rejects it himself, as who vows never to do it does."""
    root = content.root
    if stance == "offers" and is_verbal(root) and is_negated(root) and not is_hostile(root):
        return "rejects"
    if stance != "demands" or not is_verbal(root):
        return stance
    inner = cue_for(root)
    rejecting = inner is not None and inner.stance == "rejects"
    return "rejects" if rejecting != (is_negated(root) and not is_hostile(root)) else stance


def covering_all(passages: list[Span]) -> list[Span]:
    """Passages in text order, without those that begin inside the one before or only go on with a phrase inside it."""
    kept: list[Span] = []
    for passage in sorted(passages, key=lambda s: (s.start, -s.end)):
        if not kept or (passage.start >= kept[-1].end and not is_inner(passage, kept[-1])):
            kept.append(passage)
    return kept


def of_cleft(what: Token) -> Iterator[Found]:
    """ "What we want is a state of our own"."""
    if what.lower_ != "what":
        return
    doc, end = what.doc, what.sent.end
    verb = next((t for t in doc[what.i + 1 : min(end, what.i + 6)] if is_verbal(t) and lemma_in(t, stances().verbs)), None)
    be = next((t for t in doc[verb.i + 1 : min(end, verb.i + 5)] if t.lower_ in {"is", "was"}), None) if verb is not None else None
    cue = cue_for(verb) if verb is not None and be is not None else None
    if verb is None or be is None or cue is None or be.i + 1 >= end:
        return
    party = next((t for t in doc[what.i + 1 : verb.i] if t.pos_ == "PRON" or is_side(t)), None)
    content = trimmed(doc[be.i + 1 : matter_end(doc[be.i + 1 : end], be)])
    if party is not None and len(content):
        yield from (Found(party, cue.stance, part, content, cue.issues) for part in parts_of(content, be))
