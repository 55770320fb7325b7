"""Stances that a modal verb takes: "will not disarm", "would pull back if", "said they would let monitors in", "said the army must leave"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, is_perfect, modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, obliques, possessors, trimmed
from trucekeeper.language.grammar.subjects import own_subjects, subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.speech import speaking_verb, speaks_of_itself
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.tense import own_modal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.layers import layers
from trucekeeper.reading.positions.exclusions import WILLING, is_asked, is_bound_to_condition, is_hostile, is_no_going, no_longer
from trucekeeper.reading.positions.found import Found, acting, before, is_side
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.nouns import clause_behind, owner_of
from trucekeeper.reading.positions.openers import opener_after, opener_at
from trucekeeper.reading.positions.topics import TALKS, issue_of, meets
from trucekeeper.reading.positions.verbs import cue_for, opens_aside, parts_of

ABLE = frozenset({"can", "ca"})
AHEAD = frozenset({"before", "until", "once", "when", "after"})
GIVING = frozenset({"RETREAT", "CONCEDE", "AID"})  # roots of acts by which somebody gives way


def of_refusal(verb: Token) -> Iterator[Found]:
    """ "will not disarm", "would not discuss its arsenal": who says that he will not do a thing rejects it."""
    word = modal(verb) or present(verb)
    none = next((o for o in objects(verb) if any(d.lower_ == "no" for d in children(o, "det"))), None)  # "will hold no talks"
    cue = cue_for(verb)
    refused = is_negated(verb) or no_longer(verb) or none is not None
    if word is None or word.lower_ not in WILLING | {"do", "does"} or not refused or (cue is not None and not cue.issues):
        return
    if is_perfect(verb) or is_passive(verb) or is_hostile(verb) or (none is None and lemma_in(verb, listed("states"))) or children(verb, "cop"):
        return
    parties = acting(verb)
    allowing = (saying := speaking_verb(verb)) is not None and lemma_in(verb, listed("causing")) is not None and speaks_of_itself(saying, verb)
    if word.lower_ == "could" or (word.lower_ in ABLE and not allowing and not any(s.lower_ in {"i", "we"} for s in parties)):
        return  # "such groups cannot take part", "it couldn't conclude a deal": what somebody is not able or allowed to do
    if parties and (none is not None or no_longer(verb) or status_of(verb, timeless=True).status in {"denied", "threatened"}):
        content = own_clause(verb)
        if is_kept(verb, content):
            return  # "would not drop its demand": the noun takes the stance
        fallback = TALKS if is_meeting(verb) else None
        yield from (Found(p, "rejects", content, clause(verb), fallback=fallback) for p in parties)


def present(verb: Token) -> Token | None:
    """The "does" of "said his country does not negotiate with rebels": of talks alone that is a refusal."""
    does = next((a for a in auxiliaries(verb) if a.lower_ in {"do", "does"}), None)
    return does if does is not None and verb.tag_ == "VB" and verb.lemma_ in {"negotiate", "talk", "bargain"} else None


def of_no_going(verb: Token) -> Iterator[Found]:
    """ "We are not going to enter talks": as a refusal by "will not"."""
    if not is_no_going(verb):
        return
    inner = children(verb, "xcomp")[0]
    if not is_hostile(inner):
        parties = acting(verb)
        yield from (Found(p, "rejects", own_clause(inner), clause(verb)) for p in parties)


def is_kept(verb: Token, content: Span) -> bool:
    gives_up = lemma_in(verb, listed("giving_up") | listed("keeping"))
    return gives_up is not None and any(lemma_in(t, stances().nouns) for t in content if t.pos_ == "NOUN")


def of_conditional_offer(verb: Token) -> Iterator[Found]:
    """ "would pull back in exchange for talks": what somebody would do, on a condition, is an offer."""
    word = modal(verb)
    if word is None or word.lower_ not in WILLING or is_negated(verb) or cue_for(verb) is not None:
        return
    if (opener_after(verb) is None and not opened_before(verb)) or is_asked(verb):
        return
    if is_perfect(verb) or is_passive(verb) or is_hostile(verb) or lemma_in(verb, listed("states")) or children(verb, "cop"):
        return
    parties = acting(verb)
    content = own_clause(verb)
    yield from (Found(p, "offers", content, clause(verb)) for p in parties)


def opened_before(verb: Token) -> bool:
    """ "If they agree, the government would …"."""
    first = next((t for t in verb.sent if not t.is_punct and not t.is_space), verb)
    if first.lower_ == "in" and first.nbor().lower_ in {"return", "exchange", "turn"} and first.nbor(2).text == ",":
        return True
    opens = opener_at(first) is not None and first.lower_ not in listed("negative")
    return opens and any(c.i < verb.i and c.left_edge.i <= first.i for c in children(verb, "advcl"))


def of_announcement(verb: Token) -> Iterator[Found]:
    """ "said they would let monitors in": who says that he will give way or give something offers it."""
    word = modal(verb)
    if word is None or word.lower_ not in {"will", "would", "'ll", "’ll"} or is_negated(verb) or opener_after(verb) is not None:
        return
    halts = lemma_in(verb, listed("ordering")) is not None and issue_of(objects(verb)) == "ceasefire"  # "would order a truce"
    if is_perfect(verb) or is_passive(verb) or (cue_for(verb) is not None and not halts):
        return
    frame, talks = verb_frame(verb), is_meeting(verb)
    if not talks and not halts and not (frame is not None and frame.act.plover in GIVING) and lemma_in(verb, {"allow", "let", "permit"}) is None:
        return
    if any(m.lower_ in AHEAD for m in children(verb, "mark")) or is_of_stance(verb) or is_asked(verb):
        return  # "must leave before they will join the talks", "wants a promise that they will join the talks"
    saying = speaking_verb(verb) or told_before(verb)
    joined = verb.head if base(verb) == "conj" and not own_subjects(verb) and is_verbal(verb.head) else verb  # "had no answer | but would attend the talks"
    if saying is None or not speaks_of_itself(saying, joined):
        return
    if no_longer(verb):
        return
    content = own_clause(verb)
    stance: Stance = "accepts" if talks else "offers"
    yield from (Found(p, stance, content, clause(verb), fallback=TALKS if talks else None) for p in own_subjects(joined) if is_side(p) or p.pos_ == "PRON")


def is_meeting(verb: Token) -> bool:
    """ "would meet the envoy", "would take part in the talks"."""
    if meets(verb):
        return True
    return lemma_in(verb, listed("attending")) is not None and issue_of([*own_clause(verb)]) in {TALKS, "elections"}


def own_clause(verb: Token) -> Span:
    """The verb with what follows it, up to a condition, a comma or a new clause."""
    doc = verb.doc
    opener = next((t.i for t in doc[verb.i + 1 : verb.sent.end] if opener_at(t) is not None or opens_aside(t)), verb.sent.end)
    further = next((c for c in children(verb, "conj") if c.tag_ == "VB" and c.i == clause(verb).end + 1 and not own_subjects(c)), verb)
    end = min(clause(further).end, opener)  # "cannot assemble | or disarm"
    end = next((i for i in range(verb.i + 1, end) if doc[i].text in {",", ";"}), end)
    return doc[verb.i : max(end, verb.i + 1)]


def of_modal(verb: Token) -> Iterator[Found]:
    """ "said Libya must hand over the suspects"."""
    if is_excluded(verb):
        yield Found(None, "rejects", clause(verb), clause(verb))
    obliged = verb.head if has_to(verb) and verb.head.lemma_ in {"have", "need"} and base(verb) == "xcomp" else verb  # "had to pull its troops out"
    if (modal(verb) is None and obliged is verb) or is_negated(obliged) or any(t.lower_ == "yet" for t in verb.doc[obliged.i + 1 : verb.i]):
        return  # "has yet to decide"
    if "demanded" not in own_modal(verb) and not is_only_possible(verb) and (obliged is verb or objects(obliged)):
        return
    if verb.sent.text.rstrip(' "”').endswith("?") or is_asked(verb):
        return
    ahead = modal(verb)
    owed_by = own_subjects(obliged) or (own_subjects(ahead) if ahead is not None else [])  # "they must, among other things, disarm"
    if not any(can_be_obliged(s, obliged) for s in owed_by):
        return
    if base(obliged) == "ccomp" and is_verbal(obliged.head) and (above := cue_for(obliged.head)) is not None and above.stance != "demands":
        return  # "proposed that a truce should follow": the verb above takes the stance
    if is_of_stance(obliged):
        return  # "the president's demand that arms must be handed in": the noun takes the stance
    saying = speaking_verb(obliged) or told_before(obliged)
    if saying is not None and "demanded" in own_modal(saying):
        return  # "all should ask for an inquiry, and the world must insist on a truce": nobody says so
    speaking = [*subjects(saying), *before(saying)] if saying is not None else []
    speaker = next((s for s in speaking if is_side(s) or s.pos_ == "PRON"), None)  # without one: the speaker of the statement around it
    if speaker is not None and any(is_same(speaker, s) for s in owed_by) and lemma_in(obliged, listed("getting")) is None:
        return  # "the front announced that its units must cease fire": an order to his own
    if saying is None and is_meaning(obliged):
        return  # "the accord means that they must disarm"
    if saying is not None and saying.tag_ == "VBG" and lemma_in(saying.head, listed("quoting")):
        speaker = next(iter(objects(saying.head)), None)  # "quoted him as saying"
    if speaker is None and saying is None and base(obliged) == "acl" and lemma_in(obliged.head, listed("held_views")) is not None:
        speaker = next((p for p in possessors(obliged.head) if is_side(p) or p.pos_ == "PRON"), None)  # "restated its position that a date must be set"
    if speaker is None and verb.sent[0].lower_ == "for" and saying is None:  # "For the rebels, any deal must …"
        speaker = next((t for t in obliques(verb, "for") if is_side(t) and t.i < verb.i), None)
    content = clause(verb)
    start = min((s.left_edge.i for s in owed_by if s.i < verb.i), default=content.start)
    stance: Stance = "rejects" if is_disbelieved(obliged) else "demands"
    for part in obliged_parts(verb.doc[max(start, content.start) : content.end], verb):
        yield Found(speaker, stance, part, content)
    for further in children(verb, "conj"):  # "the exchange must be completed and talks | launched"
        if further.tag_ in {"VBN", "VBD"} and is_passive(verb) and own_subjects(further) and not auxiliaries(further):
            yield Found(speaker, stance, clause(further), content)


def is_of_stance(verb: Token) -> bool:
    """In a clause that says what somebody's demand, plan or offer is."""
    that = next((m for m in children(verb, "mark") if m.lower_ == "that"), None)
    near = verb.doc[max(verb.sent.start, that.i - 6) : that.i] if that is not None else [verb.head] if base(verb) in {"acl", "ccomp"} else []
    nouns = (t for t in near if t.pos_ == "NOUN" and lemma_in(t, stances().nouns) is not None)  # wherever the tree hangs the clause
    return any(owner_of(n) is not None and (that is None or that.head in clause_behind(n)) for n in nouns)


def is_disbelieved(verb: Token) -> bool:
    """ "did not believe that talks should be held there"."""
    above = verb.head
    return base(verb) == "ccomp" and is_negated(above) and lemma_in(above, says()["believing"]) is not None


def is_meaning(verb: Token) -> bool:
    """Below what a text means or lays down."""
    above = verb.head
    texts = any(lemma_in(s, acts().agreements) for s in own_subjects(above)) if is_verbal(above) else False
    return base(verb) == "ccomp" and texts and governor_word(above, "clause") != "demanded"


def is_same(speaker: Token, subject: Token) -> bool:
    """Is who must do it, or whose men they are, the speaker himself?"""
    who = layers(speaker.doc).entity_of(speaker.i)
    theirs = [subject, *obliques(subject, "of"), *possessors(subject)]
    return who is not None and any(layers(speaker.doc).entity_of(t.i) is who for t in theirs)


def is_excluded(verb: Token) -> bool:
    """ "the association cannot be established", "the talks will not include the front", said by somebody."""
    ahead = modal(verb)
    things = [s for s in own_subjects(verb) if s.pos_ == "NOUN" and not is_side(s)]
    if ahead is not None and ahead.lower_ in {"will", "wo", "would"} and is_negated(verb) and things and lemma_in(verb, listed("including")) is not None:
        return True
    if ahead is not None and ahead.lower_ in {"will", "would"} and is_passive(verb) and things and any(d.lower_ == "no" for d in children(things[0], "det")):
        return True  # "no change would be made to the draft"
    if ahead is None or ahead.lower_ not in {"can", "ca", "could"} or not is_negated(verb) or not is_passive(verb) or is_perfect(verb):
        return False
    return lemma_in(verb, listed("excluded")) is not None and any(s.pos_ in {"NOUN", "PROPN"} for s in own_subjects(verb))


def is_only_possible(verb: Token) -> bool:
    """ "peace can only be based on a withdrawal"."""
    ahead = modal(verb)
    return (
        ahead is not None
        and ahead.lower_ in {"can", "could", "may"}
        and any(c.lower_ == "only" and c.i > ahead.i for c in children(verb, "advmod"))
        and not is_bound_to_condition(verb)
    )


def obliged_parts(content: Span, verb: Token) -> list[Span]:
    """Each thing that somebody must do; the first with who must."""
    why = next((t.i for t in content if t.i > verb.i and t.lower_ in {"because", "since", "as"} and t.dep_ == "mark"), content.end)
    content = trimmed(verb.doc[content.start : why])
    tail = parts_of(verb.doc[verb.i : content.end], verb) if verb.i < content.end else []
    if not tail or tail[0].start != verb.i:
        return [content]
    further = [p for p in tail[1:] if p[0].lower_ != "that" and all(t.tag_ != "MD" for t in p)]  # a clause or modal of its own is read for itself
    return [verb.doc[content.start : tail[0].end], *further]


def can_be_obliged(subject: Token, verb: Token) -> bool:
    """Somebody or something named, or a pronoun that points to one; "it must be said that" and what the speakers themselves must do are no demands."""
    if is_party(subject) or subject.pos_ in {"NOUN", "DET", "NUM"} or subject.tag_ == "DT":
        return True
    return subject.lower_ in {"it", "they", "he", "she"} and subject.dep_ != "expl" and not children(verb, "ccomp", "csubj")


def told_before(verb: Token) -> Token | None:
    """The verb of saying above a clause whose own subject is that of a verb before it ("welcomed the plan but said prisoners should …")."""
    for above in ancestors(verb):
        if is_verbal(above) and above.i < verb.i and governor_word(above, "clause") in {"reported", "demanded"}:
            return above
    return None
