"""Stances by nouns: "their demands include …", "its demand for a withdrawal", "the refusal to attend", "has no objection to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import clause, obliques, possessors, preposition, trimmed
from trucekeeper.language.grammar.subjects import agents, own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.statuswords import has_to, is_verbal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.positions.contents import unwrapped
from trucekeeper.reading.positions.exclusions import is_hostile
from trucekeeper.reading.positions.found import Found, authors, before, is_side, parties_of
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.lists import is_listing, matter_end, unfolded
from trucekeeper.reading.positions.lost_contents import infinitive_after, next_head
from trucekeeper.reading.positions.passages import of_word
from trucekeeper.reading.positions.standing import is_dropped, is_only_thinkable, is_wanted_of, standing_of
from trucekeeper.reading.positions.topics import GOVERNANCE, TALKS, is_last, issue_of

# the prepositions by which a noun of each stance names its matter
MATTER_OF: dict[Stance, tuple[str, ...]] = {
    "demands": ("for", "to", "of"),
    "offers": ("of", "for", "to"),
    "accepts": ("of", "for", "to", "on"),
    "rejects": ("of", "to", "on"),
    "proposes": ("for", "on", "to", "of"),
    "conditions": ("for",),
}


NAMED_BEFORE = frozenset({"demands", "offers", "proposes"})  # stances whose matter can stand before their noun ("its autonomy offer")
APART = frozenset({",", "–", "—", "-"})  # what sets apart another name of a noun


def owner_of(noun: Token) -> Token | None:
    """Whose demand, plan or condition it is: its possessor, the one whom it is "of", "by" or "from", an adjective of origin, or whoever has or voices it."""
    answered = preposition(noun) == "of" and stance_of(noun.head) in {"accepts", "rejects"}  # "the refusal of all proposals by the king": he made none of them
    beside: list[Token] = [*possessors(noun), *([] if answered else obliques(noun, "by", "from"))]
    found = [p for p in beside if is_side(p) or p.pos_ == "PRON"]
    if lemma_in(noun, listed("of_somebody")):
        found += [p for p in obliques(noun, "of") if is_side(p)]
    if found:
        return found[0]
    origin = next((c for c in children(noun, "amod", "compound") if c.i < noun.i and is_side(c) and not is_mere_adjective(c)), None)
    if origin is not None:
        return origin
    setters = [a for c in children(noun, "acl") if c.tag_ == "VBN" and lemma_in(c, listed("holding")) for a in agents(c) if is_side(a)]
    if setters:
        return setters[0]  # "the conditions set by the rebels"
    inside = owner_inside(noun)
    if inside is not None:
        return inside
    if not answered and noun.i + 2 < noun.sent.end and noun.nbor().lower_ == "by" and (by := next_head(noun.nbor(), noun.sent.end)) is not None and is_side(by):
        return by  # "a demand by President Obi", his title taken for another name of the demand
    whole = noun.head if preposition(noun) == "of" and lemma_in(noun.head, listed("sets")) is not None else noun  # "unveiled a set of demands"
    verb = whole.head
    if base(whole) == "obj" and verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i > 0 and is_side(verb.nbor(-1)) and lemma_in(verb, listed("holding")):
        return verb.nbor(-1)  # "took exception to the king expressing support for a vote"
    if base(whole) == "obj" and is_verbal(verb) and lemma_in(verb, listed("holding")):
        return next((s for s in [*subjects(verb), *before(verb)] if is_side(s) or s.pos_ == "PRON"), None)
    return next(iter(authors(noun)), None)


def owner_inside(noun: Token) -> Token | None:
    """Whom the tree hangs on the matter: "a call for talks by the rebels", "an offer of amnesty from the king", "the refusal of all terms by the army"."""
    stance = stance_of(noun)
    for matter in obliques(noun, "for", "of"):
        marks = {"from"} if stance == "offers" else set()
        marks |= {"by"} if stance in {"accepts", "rejects"} or issue_of([matter]) == TALKS else set()
        owner = next((p for p in obliques(matter, *marks) if is_side(p)), None) if marks else None
        made = (a for c in children(matter, "acl") if lemma_in(c, listed("holding")) for a in agents(c))
        owner = owner or next((a for a in made if is_side(a)), None)  # "a call for talks made by the king"
        if owner is not None:
            return owner
    return None


def stance_of(noun: Token) -> Stance | None:
    return stances().nouns.get(lemma_in(noun, stances().nouns) or "") if noun.pos_ == "NOUN" else None


def is_mere_adjective(word: Token) -> bool:
    """The "firm" of "a firm commitment": an adjective that the actors' reader knows for nobody."""
    return word.lower_ in listed("mere") or (word.pos_ == "ADJ" and word.i not in layers(word.doc).mention_at and word.text[0].islower())


def stance_noun(noun: Token) -> tuple[Token, Stance] | None:
    """The noun that takes the stance: the word itself or what it is a list of ("a list of demands")."""
    for word in [noun, *obliques(noun, "of")]:
        lemma = lemma_in(word, stances().nouns)
        if lemma:
            return word, stances().nouns[lemma]
    return None


def of_noun(noun: Token) -> Iterator[Found]:
    """ "its demand for a withdrawal", "their call to lift the siege", "no intention of disarming"."""
    lemma = lemma_in(noun, stances().nouns)
    negative = any(d.lower_ == "no" for d in children(noun, "det"))
    if lemma is None and not (negative and lemma_in(noun, listed("refused"))):
        return
    stance = stances().nouns[lemma] if lemma is not None else "offers"
    owner = owner_of(noun)
    if owner is None or (base(noun) == "nsubj" and is_listing(noun.head) and noun.head.lemma_ != "be") or in_condition(noun):
        return
    if lemma is not None and is_dropped(noun, stance, owner):
        yield from (replace(found, ended=True, whole=clause(noun.head)) for found in matters(noun, lemma, owner, stance))
        return
    kept = standing_of(noun, stance)
    if kept is None or (kept == "offers" and (is_wanted_of(noun) or is_only_thinkable(noun))):
        return
    yield from matters(noun, lemma, owner, kept)


def matters(noun: Token, lemma: str | None, owner: Token, kept: Stance) -> Iterator[Found]:
    """What a noun takes its stance on, as the stance stands now."""
    stance = stances().nouns[lemma] if lemma is not None else "offers"
    sets = lemma in listed("preconditions")
    marks = ("of",) if sets else ("of", "to", "for") if lemma is None else MATTER_OF[stance] + (("on",) if lemma == "insistence" else ())
    inner = [*obliques(noun, *marks), *(c for c in children(noun, "acl") if has_to(c) or children(c, "mark"))]
    if lemma == "call":
        mark = noun.nbor() if noun.i + 1 < noun.sent.end and noun.nbor().lower_ in {"on", "upon"} else None
        asked_of = next_head(mark, noun.sent.end) if mark is not None else None
        inner += [a for t in [asked_of] if t is not None and is_side(t) and (a := infinitive_after(t)) is not None]
    if stance == "proposes":
        inner = [i for i in inner if has_to(i) or preposition(i) != "to"]  # "a proposal to the envoy": who gets it
    inner = [
        i for i in inner if i.i > noun.i and i != owner and not is_relative(i) and not (sets and (has_to(i) or i.tag_ == "VBD"))
    ]  # what it is set for, or said of it
    if stance == "demands" and len(inner) > 1 and is_side(inner[0]) and preposition(inner[0]) == "to":
        inner = inner[1:]  # "repeated its demands to the government | for a withdrawal"
    named_before = [c for c in children(noun, "compound") if noun.i - 1 == c.i != owner.i] if stance in NAMED_BEFORE else []
    named_before = [c for c in named_before if (issue := issue_of([c])) is not None and not is_last(issue)]  # not a "draft plan"
    if not inner and named_before:  # "the movement's autonomy demand"
        content = noun.doc[named_before[0].left_edge.i : noun.i]
        yield Found(owner, kept, content, noun.doc[content.start : noun.i + 1])
        return
    if not inner and noun.i + 1 < noun.sent.end and noun.nbor().lower_ in {*marks, "to"} and not sets:
        after = noun.nbor(2) if noun.i + 2 < noun.sent.end else noun
        lost: Token | None = after if noun.nbor().lower_ == "to" and after.tag_ == "VB" else next_head(noun.nbor(), noun.sent.end)
        lost = None if lost is not None and owner.left_edge.i <= lost.i <= owner.right_edge.i else lost  # "the refusal of the king | to yield"
        inner = [lost] if lost is not None and not (noun.nbor().lower_ == "to" and (stance == "proposes" or is_side(lost)) and lost.tag_ != "VB") else []
    inner = (
        inner
        or clause_behind(noun)
        or (behind_owner(noun, stance) if not sets else [])
        or (unmarked_clause(noun) if lemma in {"insistence", "demand"} else [])
        or ([named_behind] if not sets and (named_behind := apposed(noun)) is not None else [])
    )
    if lemma == "claim" and inner and is_verbal(inner[0]) and not has_to(inner[0]):
        return  # "Baku's claim that the text contains …" is no claim on anything
    if kept == "offers" and inner and is_verbal(inner[0]) and is_hostile(inner[0]):
        return  # "a commitment to fight terror"
    if not inner and not sets and (thing := renamed(noun)) is not None:
        yield Found(owner, kept, thing, noun.doc[thing.start : noun.i + 1])
    for head in inner[:1]:
        cases = {m.lower_ for m in children(head, "case")}
        asked = infinitive_after(head) if head.pos_ in {"NOUN", "PROPN"} and cases & {"for", "to"} else None
        if asked is not None and "to" in cases:
            if not is_side(head):
                asked = None
            else:  # "an ultimatum to the government | to agree"
                head, asked = asked, None
        content = noun.doc[head.left_edge.i : of_word(asked).end] if asked is not None else of_word(unwrapped(head))
        content = content[1:] if content[0].lower_ == "for" else content
        if content.start <= noun.i < content.end - 1 and is_verbal(head):
            content = noun.doc[noun.i + 1 : content.end]  # "insistence the army leave", whose verb the tree made the head of all
        if content.start < owner.i < content.end and preposition(owner) in {"by", "from"}:
            content = trimmed(noun.doc[content.start : owner.left_edge.i])
        if content.start <= noun.i or (kept == "demands" and is_mere_side(content)):
            continue
        whole = noun.doc[noun.left_edge.i : max(noun.right_edge.i + 1, content.end)]
        limit = min([noun.head.i, *(a.i for a in auxiliaries(noun.head) if a.i > noun.i)]) if base(noun) == "nsubj" and noun.head.i > noun.i else None
        yield from (Found(owner, kept, part, whole) for part in unfolded(content, matter_end(content, noun, limit)))


def of_ultimatum(verb: Token) -> Iterator[Found]:
    """ "gave the army an ultimatum (until Friday) to leave", "set a deadline of a week for the army to leave": a demand."""
    if lemma_in(verb, listed("setting")) is None or is_negated(verb):
        return
    doc = verb.doc
    reach = doc[verb.i + 1 : min(verb.sent.end - 1, verb.i + 16)]
    to = next((t for t in reach if t.lower_ == "to" and t.nbor().tag_ == "VB"), None)
    before_it = doc[verb.i + 1 : to.i] if to is not None else None
    if to is None or before_it is None or any(is_verbal(t) or t.text in {";", ":"} for t in before_it):
        return
    timed = any(lemma_in(t, listed("deadlines")) for t in before_it) or (verb.lemma_ == "give" and any(t.lower_ == "until" for t in before_it))
    asked = next((t for t in before_it if is_side(t)), None)
    if not timed or asked is None:
        return
    content = of_word(to.nbor())
    yield from (Found(p, "demands", part, clause(verb)) for p in parties_of(verb) for part in unfolded(doc[to.i : content.end], matter_end(content, verb)))


def is_mere_side(content: Span) -> bool:
    """Somebody who is there already, and nothing that he is to do; "a vice-president from the delta" is wanted."""
    new = any(d.lower_ in {"a", "an", "new"} for d in children(content.root, "det", "amod"))
    matter = issue_of([*content]) not in {None, GOVERNANCE}
    return is_side(content.root) and not new and not matter and not any(is_verbal(t) or t.lower_ == "to" for t in content)


def is_relative(clause: Token) -> bool:
    """ "demands that would have led to talks": what is said of them has no subject but the "that"."""
    if any(s.tag_ in {"WDT", "WP"} for s in own_subjects(clause)):
        return True
    marks = [m for m in children(clause, "mark") if m.lower_ == "that"]
    return bool(marks) and is_verbal(clause) and not own_subjects(clause) and not has_to(clause) and clause.i > marks[0].i


def behind_owner(noun: Token, stance: Stance) -> list[Token]:
    """ "a demand by unionists | for a veto": what a demand is for, wherever the tree hangs it."""
    if stance not in {"demands", "rejects"}:
        return []
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 12)]:
        if token.tag_ == "VB" and token.nbor(-1).lower_ == "to":
            return [token]  # "the refusal of the king (a demand by the king) | to endorse the plan"
        if stance == "demands" and token.lower_ == "for":
            head = next_head(token, noun.sent.end)
            return [head] if head is not None else []
        if (token.is_punct and token.tag_ != "HYPH" and token.text != "-") or is_verbal(token):
            return []
    return []


def of_precondition(noun: Token) -> Iterator[Found]:
    """ "the prime minister's resignation was a precondition (for talks)": a condition of whoever says it."""
    if lemma_in(noun, listed("preconditions")) is None or not children(noun, "cop") or is_negated(noun):
        return
    thing = next((s for s in own_subjects(noun) if s.pos_ == "NOUN" and s.i < noun.i), None)
    if thing is not None and stance_noun(thing) is None:
        content = of_word(thing)
        yield from (Found(None, "conditions", part, clause(noun)) for part in unfolded(content, content.end))


def clause_behind(noun: Token) -> list[Token]:
    """ "is silent on his demand | that they leave", wherever the tree hangs it; "his demand, first made in May, | that they leave"."""
    doc, end = noun.doc, noun.sent.end
    close = takewhile(lambda t: not t.is_punct and not is_verbal(t), doc[noun.i + 1 : min(end, noun.i + 7)])
    that = next((t for t in close if t.lower_ == "that"), None)
    if that is not None and that.dep_ == "mark" and that.head.i > that.i:
        return [that.head]
    if noun.i + 1 >= end or noun.nbor().text != ",":
        return []
    mark = next((t for t in doc[noun.i + 2 : min(end, noun.i + 14)] if t.lower_ == "that" and t.nbor(-1).text == "," and t.dep_ == "mark"), None)
    return [mark.head] if mark is not None and mark.head.i > mark.i else []


def unmarked_clause(noun: Token) -> list[Token]:
    """ "their insistence | the army leave first": a clause without its "that", by its subject right behind the noun."""
    after = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 6)]
    subject = next((t for t in after if base(t) == "nsubj" and t.left_edge.i == noun.i + 1 and t.tag_ not in {"WDT", "WP"}), None)
    return [subject.head] if subject is not None and is_verbal(subject.head) and subject.head.i > subject.i else []


def apposed(noun: Token) -> Token | None:
    """Of "its main demand, the release of captives, was not met" the release: what stands between the same marks right behind, with its article."""
    doc, first = noun.doc, noun.i + 1
    if first + 2 >= noun.sent.end or doc[first].text not in APART or doc[first + 1].pos_ != "DET":
        return None
    closing = next((t.i for t in doc[first + 2 : noun.sent.end] if t.text == doc[first].text or t.i + 1 == noun.sent.end), first)
    inner = doc[first + 1 : closing]
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in inner):
        return None
    head = next((t for t in inner if t.pos_ == "NOUN" and t.nbor().pos_ not in {"NOUN", "PROPN"}), None)
    return head if head is not None and issue_of([*inner]) is not None else None


def renamed(noun: Token) -> Span | None:
    """Of "independence, a key demand (one of the main demands) of the rebels," the independence."""
    one = noun.head if preposition(noun) == "of" and noun.head.lower_ == "one" else noun
    thing = one.head
    while base(thing) == "nmod" and thing.head.i < thing.i:
        thing = thing.head  # "the removal of the governor, a demand of …"
    first = one.left_edge.i + one.left_edge.is_punct
    if base(one) != "appos" or thing.i >= first or thing.pos_ not in {"NOUN", "PROPN"} or is_side(thing) or noun.doc[first - 1].text not in APART:
        return None
    return trimmed(noun.doc[thing.left_edge.i : first])


def in_condition(noun: Token) -> bool:
    """ "if they really have the desire to disarm" tells of no desire."""
    return any(m.lower_ in {"if", "unless", "whether"} for a in ancestors(noun) for m in children(a, "mark") if m.i < noun.i)


def last_subject(pronoun: Token) -> Token | None:
    """Whom "its demand" means where the pronoun resolves to nobody: the subject of the verb above."""
    verb = next((a for a in ancestors(pronoun) if is_verbal(a)), None)
    talking = [p for p in obliques(verb, "with") if is_side(p) and p.i < pronoun.i] if verb is not None else []
    if talking:  # "will not discuss with the movement its demand for a state"
        return talking[-1]
    return next((s for s in subjects(verb) if is_side(s) and s.i < pronoun.i), None) if verb is not None else None
