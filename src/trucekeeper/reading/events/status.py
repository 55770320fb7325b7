"""Whether what a word names happened, goes on, or is only planned, proposed, demanded, threatened, conditional or denied.

The answer is gathered on the way from the word up to the root of its sentence: its own tense and modals, then what each governor says of its complement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from trucekeeper.knowledge import table
from trucekeeper.language.relations import (
    ancestors,
    auxiliaries,
    base,
    children,
    is_negated,
    markers,
    modal,
    objects,
    obliques,
    own_subjects,
    particle,
    preposition,
)
from trucekeeper.model.claims import Status
from trucekeeper.model.errors import KnowledgeError
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.layers import layers

STEPS = 14  # no chain of complements in a report is longer
SECTIONS = {
    "clause": {"reported", "through", "ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "nominal": {"told", "through", "ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "adjective": {"through", "ongoing", "planned", "conditional", "denied", "demanded"},
    "noun": {"told", "through", "tried", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "modifier": {"ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"},
    "preposition": {"told", "planned", "conditional", "denied"},
    "mark": {"conditional", "planned", "denied"},
    "hedge": {"adverbs", "adjectives", "verbs"},
    "time": {"future", "continuing"},
    "occurrence": {"verbs", "ongoing"},
    "state": {"ongoing"},
    "listing": {"verbs"},
}
STATUSES = frozenset({"ongoing", "planned", "proposed", "demanded", "threatened", "conditional", "denied"})
MODALS: dict[str, Status] = {
    "will": "planned", "shall": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned",
    "may": "conditional", "might": "conditional", "could": "conditional",
    "can": "conditional", "ca": "conditional", "must": "demanded", "should": "demanded", "ought": "demanded", "need": "demanded",
}  # fmt: skip


def build(data: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, str]]:
    """Each section as word -> what it says. Raises KnowledgeError for a section or key that is not known."""
    for section, entries in data.items():
        unknown = set(entries) - SECTIONS.get(section, set())
        if unknown:
            raise KnowledgeError(f"section {section!r}: unknown keys: {', '.join(sorted(unknown))}", where="knowledge/status.toml")
    return {section: {word: key for key, words in entries.items() for word in words} for section, entries in data.items()}


@cache
def says() -> dict[str, dict[str, str]]:
    return build(table("status"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of an act, and the word that says that the teller does not vouch for it."""

    status: Status
    hedge: str | None = None


def fold(inner: Status, outer: str) -> Status:
    """What an act is when the word nearer to it says `inner` and one further out says `outer`."""
    if outer not in STATUSES:
        return inner
    if outer == "denied":
        return "denied"
    if outer in {"demanded", "threatened", "proposed"}:
        return "conditional" if inner == "conditional" and outer == "threatened" else outer  # type: ignore[return-value]
    if outer == "conditional":
        return "conditional"
    if outer == "planned":
        return "planned" if inner in {"happened", "ongoing"} else inner
    return "ongoing" if inner == "happened" else inner


def is_verbal(token: Token) -> bool:
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VB", "VBD", "VBZ", "VBP"}:
        return not (token.tag_ == "VBG" and any(c.dep_ == "det" for c in token.children))
    return is_mistagged_verb(token)


def is_mistagged_verb(token: Token) -> bool:
    """A bare form that was tagged as a noun and yet has a subject of its own, or heads a clause ("that the president resign")."""
    if base(token) == "ccomp" and token.tag_ == "NN" and any(m.lower_ == "that" for m in markers(token)) and not children(token, "cop"):
        return True
    return (
        token.pos_ == "NOUN"
        and token.tag_ == "NN"
        and base(token) in {"ccomp", "root", "advcl", "conj"}
        and bool(own_subjects(token))
        and not children(token, "cop", "det", "case", "amod")
    )


def is_finite(verb: Token) -> bool:
    """With a tense of its own or of an auxiliary of its own."""
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or any(a.tag_ in {"VBD", "VBP", "VBZ", "MD"} for a in auxiliaries(verb))


def has_to(verb: Token) -> bool:
    if any(m.lower_ == "to" for m in markers(verb)):
        return True
    bare = next((a for a in auxiliaries(verb) if a.tag_ == "VB"), verb)  # "to be investigated"
    return bare.tag_ == "VB" and bare.i > 0 and verb.doc[bare.i - 1].lower_ == "to"


def has_future_time(verb: Token) -> bool:
    """A time beside the verb that lies ahead: by a word such as "tomorrow", or a date after the report's."""
    future = says()["time"]
    near = [d for c in verb.children if base(c) in {"obl", "advmod", "nmod"} for d in c.subtree]
    if any(future.get(d.lower_) == "future" for d in near):
        return True
    found = layers(verb.doc)
    published = found.document.published if found.document else None
    if not published or not near:
        return False
    spans = [(d.idx, d.idx + len(d)) for d in near]
    return any(t.time.earliest and t.time.earliest[:10] > published[:10] and any(t.start <= s < t.end for s, _ in spans) for t in found.times)


def conditions(verb: Token) -> list[Token]:
    """The words that open a condition on a verb ("if", "unless", "provided")."""
    table_of = says()["mark"]
    return [m for c in children(verb, "advcl") for m in [*markers(c), *children(c, "advmod")] if table_of.get(m.lower_) == "conditional"]


def source_of_would(verb: Token) -> str:
    """ "would" is conditional with a condition, planned in reported speech or with a date, and proposed under a proposal."""
    if conditions(verb):
        return "conditional"
    nouns = says()["noun"]
    for word in [*own_subjects(verb), *obliques(verb, "under")]:
        if lemma_in(word, {"plan"}) or nouns.get(word.lemma_.lower()) == "proposed":
            return "proposed"
    clause = verb
    while base(clause) in {"conj", "xcomp"} and clause.head != clause:
        clause = clause.head
    if base(clause) in {"ccomp", "parataxis"} or children(clause, "parataxis", "ccomp") or (base(clause) == "root" and has_time(verb)):
        return "planned"
    return "conditional" if base(clause) != "acl" else "planned"


def has_time(verb: Token) -> bool:
    near = [d.idx for c in verb.children if base(c) in {"obl", "advmod", "nmod"} for d in c.subtree]
    return any(t.start <= i < t.end for t in layers(verb.doc).times for i in near) or any(c.dep_ in {"obl:tmod", "nmod:tmod"} for c in verb.children)


def inverted_modal(verb: Token) -> Token | None:
    """ "Only then will the army leave": the modal before the subject, where the tree lost it."""
    if verb.tag_ != "VB" or has_to(verb) or auxiliaries(verb):
        return None
    return next((t for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i] if t.tag_ == "MD" and t.head != verb and t.i + 1 < verb.i), None)


def own_modal(verb: Token) -> Iterator[str]:
    found = modal(verb) or inverted_modal(verb)
    if found is not None:
        word = found.lower_ if found.lower_ in MODALS or found.lower_ == "would" else found.lemma_.lower()
        if word == "would" or found.lower_ in {"'d", "’d"}:
            yield source_of_would(verb)
        elif MODALS.get(word) == "planned" and conditions(verb):
            yield "conditional"
        elif word in MODALS:
            yield MODALS[word]
    elif has_to(verb):
        at = next((m.i for m in markers(verb) if m.lower_ == "to"), verb.i - 1)
        before = verb.doc[at - 1] if at else verb
        if before.lemma_.lower() == "be" and before.tag_ != "VB":
            yield "planned"
        elif before.lemma_.lower() == "have":
            yield "demanded"
        elif before.lower_ in says()["adjective"] and before.tag_ in {"JJ", "VBN", "IN"}:
            yield says()["adjective"][before.lower_]


def own_tense(verb: Token) -> Iterator[str]:
    be = [a for a in auxiliaries(verb) if a.lemma_.lower() == "be" or a.lower_ in {"is", "are", "'s", "’s", "been"}]
    if verb.tag_ == "VBG" and be:
        if has_future_time(verb):
            yield "planned"
        elif not any(a.tag_ == "VBD" for a in auxiliaries(verb)):
            yield "ongoing"
    elif verb.tag_ in {"VBZ", "VBP"}:
        if has_future_time(verb):
            yield "planned"
        elif any(says()["time"].get(c.lower_) == "continuing" for c in children(verb, "advmod")):
            yield "ongoing"
    elif is_imperative(verb):
        yield "demanded"


def is_imperative(verb: Token) -> bool:
    return verb.tag_ == "VB" and base(verb) in {"root", "ccomp"} and not own_subjects(verb) and not auxiliaries(verb) and not markers(verb) and not has_to(verb)


def is_inverted_condition(token: Token) -> bool:
    """ "Should the militia attack again, …": the clause before the comma is a condition."""
    first = token.sent[0]
    if first.lower_ not in {"should", "had", "were"} or first.i == token.i:
        return False
    return any(t.text == "," for t in token.sent if t.i > token.i) and not any(t.text == "," for t in token.doc[first.i : token.i])


def of_verb(verb: Token, *, timeless: bool = False) -> Iterator[str]:
    """What a verb's own form says."""
    yield from own_modal(verb)
    if not timeless:
        yield from own_tense(verb)
    if is_negated(verb) or nothing_done(verb):
        yield "denied"


def nothing_done(verb: Token) -> bool:
    """ "no aid entered", "nothing was signed", "signed no deal"."""
    named = [*own_subjects(verb), *(o for o in objects(verb))]
    return any(n.lower_ in {"nothing", "nobody", "none"} or any(d.lower_ in {"no", "neither"} and base(d) == "det" for d in n.children) for n in named)


def of_noun(noun: Token) -> Iterator[str]:
    """What the words before a noun say ("the planned visit", "no talks", "a possible strike")."""
    modifier = says()["modifier"]
    for child in noun.children:
        if child.i < noun.i and base(child) in {"amod", "compound", "acl", "nmod", "det", "advmod"}:
            if child.lower_ in modifier:
                yield modifier[child.lower_]
            elif child.lower_ in {"no", "any"} and base(child) == "det":
                yield "denied" if child.lower_ == "no" else "conditional"
    if any(is_time(t) for t in (*obliques(noun, "by"), *obliques(noun.head, "by"))):
        yield "planned"  # "the withdrawal of its troops by May"
    for child in children(noun, "acl"):
        if child.i > noun.i and child.tag_ == "VBN" and says()["adjective"].get(child.lower_) == "planned":
            yield "planned"


def governor_word(token: Token, section: str, mark: str = "") -> str | None:
    """What a section says of a word, first with its particle or the preposition of its complement."""
    words = says()[section]
    lemma = lemma_in(token, words)
    second = particle(token) or mark
    for pair in (f"{form} {second}" for form in forms(token.lemma_.lower(), token.lower_)) if second else ():
        if pair in words:
            return words[pair]
    return words[lemma] if lemma else None


def said_by(governor: Token, *, nominal: bool, mark: str = "") -> str | None:
    """What a governing verb, adjective or noun says of its complement."""
    if is_verbal(governor):
        if nominal:
            return governor_word(governor, "nominal", mark) or governor_word(governor, "clause", mark)
        return governor_word(governor, "clause")
    if governor.pos_ == "ADJ" or governor.tag_ in {"VBN", "JJ"}:
        return governor_word(governor, "adjective") or governor_word(governor, "clause")
    return governor_word(governor, "noun")


@dataclass(slots=True)
class Climb:
    """One way up: what has been gathered, and whether to go on."""

    status: Status = "happened"
    hedge: str | None = None
    going: bool = True

    def take(self, word: str | None) -> None:
        if word in {"reported", "told"}:
            self.going = False
        elif word:
            self.status = fold(self.status, word)


def clause_step(verb: Token, climb: Climb) -> None:
    """From a verb to its governor."""
    relation, head = base(verb), verb.head
    marks = [" ".join(w.lower_ for w in (m, *children(m, "fixed"))) for m in markers(verb)] + [
        c.lower_ for c in children(verb, "advmod", "case") if c.i < verb.i
    ]
    if relation == "advcl" and verb.left_edge.i:
        marks.append(verb.doc[verb.left_edge.i - 1].lower_)
    marked = next((says()["mark"][m] for m in marks if m in says()["mark"]), None)
    if marked and relation in {"advcl", "ccomp", "acl", "conj", "parataxis", "obl", "csubj", "dep"}:
        needed = climb.status == "denied" or "unless" in marks
        threatened = any(governor_word(above, "clause") == "threatened" for above in ancestors(verb))
        climb.take("demanded" if needed and marked == "conditional" and threatened else marked)
        climb.going = False
        return
    saying = lost_saying(verb)
    if saying is not None:
        climb.take(said_by(saying, nominal=False) or "reported")
        climb.going = False
    elif head == verb or relation in {"root", "parataxis"} or verb.dep_ in {"acl:relcl", "advcl:relcl"}:
        climb.going = verb.dep_ == "acl:relcl" and verb.tag_ in {"VBZ", "VBP"} and any(d.lower_ in {"a", "an"} for d in children(head, "det"))
    elif relation in {"ccomp", "xcomp", "csubj", "obj", "obl", "nmod", "nsubj", "dep", "iobj"}:
        complement_step(verb, climb)
    elif relation == "acl":
        adnominal_step(verb, climb)
    elif relation == "advcl":
        adverbial_step(verb, climb, marks)
    elif relation == "conj":
        climb.going = not is_finite(verb)
    else:
        climb.going = False


def lost_saying(verb: Token) -> Token | None:
    """The verb of saying whose clause was hung on the day beside it ("said on Tuesday that Libya must …")."""
    day = verb.head
    if verb.dep_ == "acl:relcl" and is_time(day) and day.head != day and is_verbal(day.head) and any(m.lower_ == "that" for m in markers(verb)):
        return day.head
    return None


def complement_step(verb: Token, climb: Climb) -> None:
    head = verb.head
    word = told_of(head, said_by(head, nominal=False))
    if head.lower_ == "going" and has_to(verb):
        word = "planned"
    if word is None and has_to(verb) and not is_finite(verb):
        word = "planned" if is_verbal(head) or head.pos_ == "ADJ" else None
    if word == "reported" and has_to(verb) and climb.status == "happened":
        climb.status = "demanded" if head.lemma_.lower() == "tell" else "planned"  # "told them to leave", "announced to hold"
    if word is None and is_finite(verb):
        word = "reported"
    if governor_word(head, "hedge"):
        climb.hedge = climb.hedge or head.text
    climb.take(word)


def adnominal_step(verb: Token, climb: Climb) -> None:
    """Infinitive and participle clauses of a noun: "a plan to expel", "sailors freed by pirates"."""
    if has_to(verb) or any(m.lower_ in {"that", "of", "for", "on", "about", "to", "over"} for m in markers(verb)):
        word = governor_word(verb.head, "noun")
        if word not in STATUSES and base(verb.head) in {"obj", "obl", "nsubj", "nmod", "iobj"} and is_verbal(verb.head.head):
            word = governor_word(verb.head.head, "clause") or word  # "urged both leaders to meet", the clause hung on the leaders
        climb.take("planned" if has_to(verb) and word in {None, "through"} else word)
        climb.going = climb.going and word is not None
    else:
        climb.going = False


def adverbial_step(verb: Token, climb: Climb, marks: list[str]) -> None:
    """Purpose clauses are plans, unless the verb above speaks of them; participles share the status of the verb that they go with."""
    if has_to(verb):
        word = governor_word(verb.head, "clause")
        extraposed = next((w for s in own_subjects(verb.head) if (w := governor_word(s, "noun")) in STATUSES), None)
        if extraposed is not None:
            climb.take(extraposed)  # "pressure is growing to reopen the border"
            climb.going = False
        elif word in STATUSES:
            climb.take(word)
        elif word != "through":
            climb.take("planned")
            climb.going = False
    elif is_finite(verb) or marks:
        climb.going = shares_future(verb)


def shares_future(verb: Token) -> bool:
    """ "will return as he travels": a present-tense clause beside a future one is as far ahead."""
    return verb.tag_ in {"VBZ", "VBP"} and not markers_past(verb) and modal(verb.head) is not None


def markers_past(verb: Token) -> bool:
    return any(m.lower_ in {"because", "since", "although", "though"} for m in markers(verb))


def noun_step(noun: Token, climb: Climb, *, talks: bool) -> None:
    """From a noun to its governor."""
    relation, head = base(noun), noun.head
    mark = preposition(noun)
    told = says()["preposition"].get(mark) or says()["preposition"].get(wider_mark(noun, mark))
    if head == noun or relation in {"root", "appos", "parataxis", "list", "vocative"}:
        climb.going = False
    elif told and relation in {"obl", "nmod", "advcl"}:
        climb.take("planned" if told == "told" and modal(head) is not None and talks else told)
        climb.going = False
    elif relation in {"nsubj", "csubj"} and noun.dep_ != "nsubj:pass" and not is_passive_subject(noun):
        subject_step(noun, climb)
    elif relation in {"obj", "nsubj", "obl", "nmod", "iobj", "ccomp", "xcomp", "dep", "acl", "advcl"}:
        argument_step(noun, climb, mark, talks=talks)
    elif relation != "conj":
        climb.going = False


def wider_mark(noun: Token, mark: str) -> str:
    """The preposition with the word before it ("ahead of"), where the tree took them apart."""
    case = next(iter(children(noun, "case")), None)
    return f"{noun.doc[case.i - 1].lower_} {mark}" if case is not None and case.i else mark


def is_passive_subject(noun: Token) -> bool:
    return any(c.dep_ == "aux:pass" for c in noun.head.children)


def subject_step(noun: Token, climb: Climb) -> None:
    head = noun.head
    occurrence = says()["occurrence"]
    if head.pos_ == "ADJ" or head.pos_ == "NOUN" or head.pos_ == "ADV":
        phrase = head.doc[head.left_edge.i : head.i + 1].text.lower()
        if any(state in phrase for state in says()["state"]):
            climb.take("ongoing")
        elif head.pos_ == "ADJ":
            climb.take(governor_word(head, "adjective"))
    elif governor_word(head, "occurrence"):
        if occurrence[head.lemma_.lower()] == "ongoing" and modal(head) is None:
            climb.take("ongoing")
        return
    else:
        supposed = modal(head)
        if supposed is not None and supposed.lower_ in {"would", "may", "might"} | ({"could"} if is_indefinite(noun) else set()):
            climb.take("conditional")  # "an invasion would be a disaster"
        climb.going = False


def is_indefinite(noun: Token) -> bool:
    return not any(d.lower_ in {"the", "this", "that", "these", "those"} or d.dep_ == "nmod:poss" for d in noun.children)


def argument_step(noun: Token, climb: Climb, mark: str, *, talks: bool) -> None:
    """Objects and prepositional complements: "urged the launch of talks", "called for a truce", "left for talks"."""
    head = noun.head
    if governor_word(head, "hedge"):
        climb.hedge = climb.hedge or head.text
    word = said_by(head, nominal=True, mark=mark)
    word = listed(noun, head) or told_of(head, word)
    if mark in {"by", "at"}:
        climb.going = False
    elif mark == "for" and word not in STATUSES and is_verbal(head):
        climb.take("planned" if talks else "told")
    elif not is_verbal(head) and word is None:
        climb.going = False
    elif word is None and base(noun) == "obl":
        climb.going = mark in {"in", "to", "with", "into", "on"} and talks
    else:
        climb.take(word)


def listed(noun: Token, head: Token) -> str | None:
    """ "their demands include a withdrawal": what the subject of a listing verb says of what it lists."""
    if base(noun) not in {"obj", "obl", "conj"} or not lemma_in(head, says()["listing"]):
        return None
    return listed_by(head)


def told_of(head: Token, word: str | None) -> str | None:
    """ "denied involvement in the attack", "dismissed reports of a strike": a denial reaches through the noun that tells of it."""
    if word == "told" and not is_verbal(head) and head.head != head and said_by(head.head, nominal=True, mark=preposition(head)) == "denied":
        return "denied"
    return word


def own_hedge(token: Token) -> str | None:
    hedge = says()["hedge"]
    for child in token.children:
        if hedge.get(child.lower_) in {"adverbs", "adjectives"} and base(child) in {"advmod", "amod"}:
            return child.text
    return None


def listed_before(token: Token) -> str | None:
    """What a list's head says of an item far along the list, where the tree lost it: "the demands include a withdrawal, an end …, the release …"."""
    loose = False
    above = token
    while above.head != above and not is_verbal(above):
        loose = loose or base(above) in {"appos", "parataxis", "dep", "list", "conj"}
        above = above.head
    loose = loose or base(above) in {"root", "parataxis", "appos"}
    for i in range(token.i - 1, token.sent.start, -1):
        before = token.doc[i]
        if before.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            if lemma_in(before, says()["listing"]):
                return listed_by(before)
            return governor_word(before, "nominal") if loose and not is_verbal(token) and is_verbal(before) else None
    return None


def listed_by(verb: Token) -> str | None:
    for subject in own_subjects(verb):
        for word in [subject, *obliques(subject, "of")]:
            said = "proposed" if lemma_in(word, {"plan"}) else governor_word(word, "noun")
            if said in STATUSES:
                return said
    return None


def status_of(token: Token, *, talks: bool = False, timeless: bool = False) -> Reading:
    """The status of the act that a verb or noun names. `talks`: the act is a meeting (one goes somewhere *for* talks that are still ahead);
    `timeless`: a time beside it is that of the matter ("wants an extension until May"), not its own."""
    climb = Climb("conditional" if is_inverted_condition(token) else "happened")
    node, skip_own = token, False
    for _ in range(STEPS):
        climb.hedge = climb.hedge or own_hedge(node)
        verbal = is_verbal(node) or bool(children(node, "cop"))
        if not skip_own:
            for word in of_verb(node, timeless=timeless and node == token) if verbal else of_noun(node):
                climb.take(word)
        if verbal:
            clause_step(node, climb)
        else:
            noun_step(node, climb, talks=talks)
        if not climb.going:
            break
        skip_own = base(node) == "conj" and (not verbal or not shares_auxiliary(node))
        node = node.head
    return Reading(fold(climb.status, listed_before(token) or ""), climb.hedge)


def shares_auxiliary(verb: Token) -> bool:
    """ "will meet and sign": the second verb has the first one's auxiliary."""
    return not auxiliaries(verb) and verb.tag_ in {"VB", "VBN", "VBG"} and verb.tag_ == verb.head.tag_
