"""The reader of positions: what each party demands, offers, accepts, rejects, proposes or makes a condition, by issue (`truce_positions`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base
from trucekeeper.model.claims import Actor, Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.roles import is_party, named
from trucekeeper.reading.events.statuswords import governor_word, is_verbal
from trucekeeper.reading.layers import PositionFound, Region, covering, layers, overlap, region, text_of
from trucekeeper.reading.positions.find import positions
from trucekeeper.reading.positions.found import Found
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.nouns import last_subject
from trucekeeper.reading.positions.topics import of_matter

PLANS = "agreement or plan"
LISTS = frozenset({"demands", "proposes", "conditions"})  # stances of which there can be several at once
OBLIQUE = frozenset({"them", "him", "us", "me", "those", "others"})  # pronouns that cannot be the speaker's own
UNRESOLVED = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "this", "these", "that"})
OTHERS = frozenset({"they", "he", "she"})
POINTING = frozenset({"it", "this", "that", "them", "these", "those", "one"})
THEMSELVES = frozenset({"they", "it", "we", "he", "she"})
ONGOING = frozenset({"mediation format", PLANS})  # whose end somebody can want
ALL_OF_THEM = 3  # words
PROPOSING = "propose"  # the act of the events reader by which somebody puts a plan forward


def party_in(doc: Doc, found: Found, content: Region) -> Actor | None:
    """The party as named, otherwise (for "we", "it" and words that name nobody) whoever says it."""
    told = who_tells(found.party) if found.party is not None else None
    party = named(principal(told or found.party)) if found.party is not None and not is_answered(found.party) else None
    if party is not None and is_known(party) and not (found.party is not None and found.party.pos_ == "PRON" and is_held(party)):
        return party
    if found.party is not None and found.party.tag_ == "PRP$" and not is_answered(found.party):
        above = last_subject(found.party)
        owner = named(above) if above is not None else last_proposer(doc, found.party) if found.stance == "proposes" else None
        if owner is not None:
            return owner
    if found.party is not None and found.party.lower_ in OBLIQUE:
        return None
    if found.party is not None and found.party.tag_ in {"WDT", "WP"}:
        return None  # "a text which proposes a truce"
    around = covering(layers(doc).statements, content)
    if found.party is not None and found.party.lower_ in OTHERS and around and around[-1].mode == "direct":
        return None  # of whom somebody says "they" in his own words, he is none
    saying = [s.speaker for s in around if s.speaker is not None]
    speaker = next((s for s in reversed(saying) if is_known(s)), None)
    if speaker is None and found.party is not None and found.party.lower_ in THEMSELVES:
        return who_says(found.party)
    return speaker


def who_tells(pronoun: Token) -> Token | None:
    """Of "rebels fighting the rule of the king said they would not come" the rebels: a "they" right below a saying of several is theirs."""
    saying = pronoun.head.head
    if pronoun.lower_ != "they" or base(pronoun.head) != "ccomp" or not is_verbal(saying) or governor_word(saying, "clause") != "reported":
        return None
    return next((s for s in own_subjects(saying) if s.tag_ in {"NNS", "NNPS"} and is_party(s)), None)


def is_answered(pronoun: Token) -> bool:
    """The "its" of "the government had not answered its demands": nobody answers, meets or refuses demands of his own."""
    noun = pronoun.head
    verb = noun.head
    if pronoun.tag_ != "PRP$" or not is_verbal(verb) or lemma_in(verb, listed("answering")) is None:
        return False
    who = layers(pronoun.doc).entity_of(pronoun.i)
    return any(layers(pronoun.doc).entity_of(s.i) is who or who is None for s in subjects(verb))


def who_says(pronoun: Token) -> Actor | None:
    """Of "He called it firm, saying they are ready", the "He": who says so, where the pronoun is his own."""
    for above in ancestors(pronoun):
        if is_verbal(above) and governor_word(above, "clause") == "reported":
            for speaker in subjects(above):
                actor = named(speaker)
                if speaker.i < pronoun.i and actor is not None and is_known(actor):
                    return actor
    return None


def is_known(actor: Actor) -> bool:
    """Not a mere pronoun that resolves to nobody, nor one who only comments."""
    words = {w.removesuffix("s") for w in actor.label.casefold().split()}
    return actor.actor is not None or (actor.label.casefold() not in UNRESOLVED and words.isdisjoint(listed("commentators")))


def is_held(actor: Actor) -> bool:
    """Whom a "they" hardly means that wants or offers something: captives and victims."""
    return actor.label.casefold().split()[-1] in listed("held") if actor.label else False


def principal(party: Token) -> Token:
    """Those whom envoys speak for: "representatives of the movement" take the movement's position."""
    if lemma_in(party, acts().envoys) is None:
        return party
    return next((p for p in obliques(party, "of") if is_party(p)), party)


def last_proposer(doc: Doc, pronoun: Token) -> Actor | None:
    """Who "their proposal" belongs to, where the pronoun resolves to nobody: the last one of whom the text says that he proposed something."""
    before = [e for e in layers(doc).events if e.act == PROPOSING and e.token < pronoun.i and e.actors]
    return before[-1].actors[0] if before else None


def without_loose_mark(content: Span) -> Span:
    """Without a quotation mark at its end that opens what is left out ("keep the truce “as long as …”")."""
    marks = sum(t.is_quote for t in content)
    return content[:-1] if len(content) > 1 and content[-1].is_quote and marks % 2 else content


def toward(found: Found) -> str | None:
    """The agreement or proposal that the passage names."""
    nouns = acts().agreements
    for token in found.whole:
        if token.pos_ == "NOUN" and token.lemma_.lower() in nouns:
            start = next((t.i for t in token.lefts if t.dep_ in {"det", "nmod:poss", "amod", "compound"}), token.i)
            return token.doc[min(start, token.i) : token.i + 1].text
    return None


def within_statement(doc: Doc, place: Region) -> Region:
    """Cut where the statement in which it begins ends: "…, the head of the council said" is no part of it."""
    ends = [c[1] for s in layers(doc).statements for c in s.content if c[0] <= place[0] < c[1] < place[1]]
    return (place[0], place[0] + len(text_of(doc)[place[0] : min(ends)].rstrip(" ,"))) if ends else place


def position_of(doc: Doc, found: Found, told: Sequence[PositionFound]) -> PositionFound | None:
    """None where no party or no issue shows. `told` are the positions before: "to take back 1,500 of them" is about the matter of the last."""
    before = told[-1] if told else None
    content = within_statement(doc, region(without_loose_mark(found.content)))
    issue = of_signing(found) or of_matter(found.content) or found.fallback or of_demands(found) or carried(found, before)
    party = party_in(doc, found, content) or party_before(found, told)
    if issue is None or party is None or not fits(found, issue):
        return None
    sure = 0.65 if found.stance != "conditions" else 0.5
    spans = (content, region(found.whole)) if found.ended else (content,)
    return PositionFound(spans, party, issue, turned(found, issue), content, toward(found), found.partial, sure, found.ended)


def turned(found: Found, issue: str) -> Stance:
    """ "backed halting the talks" is against them, "rejects a suspension of the talks" for them."""
    first = found.content.doc[max(found.content.start - 1, found.content.sent.start) : min(found.content.start + 3, found.content.root.i + 1)]
    if issue not in ONGOING or not any(lemma_in(t, listed("stopping")) for t in (found.content.root, *first) if t.pos_ in {"NOUN", "VERB"}):
        return found.stance
    return "accepts" if found.stance == "rejects" else "rejects" if found.stance != "conditions" else found.stance


def of_signing(found: Found) -> str | None:
    """ "agreed (refused) to sign after long talks": where the words name no text, it is the one that is spoken of."""
    verb = next((t for t in found.content if is_verbal(t)), None)
    if verb is None or verb.i > found.content.start + 1 or lemma_in(verb, listed("signing")) is None:
        return None
    if any(o.lower_ not in POINTING for o in objects(verb)):
        return None
    return PLANS


def of_demands(found: Found) -> str | None:
    """ "dismissed (some of) the rebels' demands": what is taken or refused is a whole list, whatever stands on it; so "them" and "it"."""
    if found.stance not in {"accepts", "rejects"}:
        return None
    root = found.content.root
    if found.content[-1].lower_ == "them" and len(found.content) <= ALL_OF_THEM:
        start = root.sent.start if len(found.content) == 1 else root.doc[max(root.sent.start - 1, 0)].sent.start
        before = root.doc[start : root.i]
        return PLANS if any(stances().nouns.get(lemma_in(t, stances().nouns) or "") in LISTS for t in before if t.pos_ == "NOUN") else None
    if root.lower_ == "it" and len(found.content) == 1:  # "talks on the plan failed when the rebels rejected it"
        before = root.doc[root.sent.start : root.i]
        return PLANS if any(is_plan(t) for t in before) else None
    things = [root] if root.pos_ == "NOUN" else objects(root) if is_verbal(root) else obliques(root, "of")
    return PLANS if any(lemma_in(t, stances().nouns) for t in things) else None


def is_plan(noun: Token) -> bool:
    plans = stances().nouns.get(lemma_in(noun, stances().nouns) or "") in {"proposes", "offers"} or lemma_in(noun, acts().agreements) is not None
    return noun.pos_ == "NOUN" and plans


def party_before(found: Found, told: Sequence[PositionFound]) -> Actor | None:
    """Of "It also wants …", where the actors' reader left the pronoun open: the party of all the positions that the sentence before told."""
    if found.party is None or not told or found.party.lower_ not in {"it", "they"} or base(found.party) not in {"nsubj", "expl"}:
        return None
    first = found.whole.sent.start
    last = found.whole.doc[first - 1].sent if first else None
    if last is None or any(base(t) == "nsubj" and lemma_in(t, acts().agreements) for t in last if t.i < last.root.i):
        return None  # "The deal was backed by the union. It calls for …"
    near = [*takewhile(lambda p: p.content[0] >= last.start_char, reversed(told))]
    return near[0].party if near and len({p.party.key if p.party is not None else None for p in near}) == 1 else None


def fits(found: Found, issue: str) -> bool:
    """Whether a word that takes a stance only on some issues does so here; of a plan, what it is a plan for tells the issue."""
    if not found.only or issue in found.only:
        return True
    head = found.content.root
    return PLANS in found.only and (lemma_in(head, stances().nouns) is not None or lemma_in(head, acts().agreements) is not None)


def carried(found: Found, before: PositionFound | None) -> str | None:
    """The issue of the position before in the same sentence, where the words only point back to it."""
    strict = found.content[0].lower_ in {"unless", "only", "provided", "providing", "on"} or (
        found.content.start and found.content[0].nbor(-1).lower_ == "only"
    )
    named = any(lemma_in(t, stances().nouns) for t in found.content)
    given = before is not None and before.stance in {"offers", "accepts"} and before.content[1] <= found.content.start_char
    given = given and any(is_verbal(t) for t in found.content)  # not "if necessary"
    if found.stance == "conditions" and (strict or given) and not named and before is not None and before.content[0] >= found.whole.sent.start_char:
        return before.issue  # what the condition is set on
    if before is None or found.stance == "conditions" or not any(t.lower_ in POINTING for t in found.content):
        return None
    from_here = found.whole.sent.start_char
    pointing = found.content[-1].lower_ in {"this", "that"} and not any(t.pos_ in {"NOUN", "PROPN"} for t in found.content)
    if pointing and found.whole.sent.start:  # "We have put this on the table.", "They refused to agree to this."
        from_here = found.whole.doc[found.whole.sent.start - 1].sent.start_char
    return before.issue if from_here <= before.content[0] and before.content[1] <= found.content.start_char else None


def read(doc: Doc) -> list[PositionFound]:
    told: list[PositionFound] = []
    for found in positions(doc):
        position = position_of(doc, found, told)
        if position is not None:
            told.append(position)
    return told


def joined(found: list[PositionFound]) -> list[PositionFound]:
    """Without those that repeat another on the same words; of two that overlap the shorter content stands."""
    kept: list[PositionFound] = []
    for position in sorted(found, key=lambda p: (p.content[1] - p.content[0], p.content)):
        if not any(repeats(position, k) for k in kept):
            kept.append(position)
    return sorted(kept, key=lambda p: p.content)


def repeats(position: PositionFound, other: PositionFound) -> bool:
    same_party = (position.party.key if position.party else None) == (other.party.key if other.party else None)
    if not same_party or (position.stance, position.ended) != (other.stance, other.ended) or not overlap(position.content, other.content):
        return False
    return position.issue == other.issue


@Language.component("truce_positions", assigns=["doc._.truce"])
def truce_positions(doc: Doc) -> Doc:
    """Fill `positions`; reads the mentions and statements where readers before it have found any."""
    layers(doc).positions = joined(read(doc))
    return doc
