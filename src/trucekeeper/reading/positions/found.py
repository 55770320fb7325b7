"""What is found before its issue is known, and who takes a stance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import auxiliaries, is_perfect, modal
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import obliques, possessors
from trucekeeper.language.grammar.subjects import agents, doers, own_subjects, subjects
from trucekeeper.language.grammar.tags import FINITE_VERBS
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_lost_predicate, is_passive
from trucekeeper.model.claims import Stance
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.roles import controllers, is_party, issuers, torn_doers
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.lexicon import listed, stances

DASHES = frozenset({"–", "—", "-", "--"})
LONG_ASIDE = 16  # words of what stands in commas between a party and its verb
DOERS = ("ers", "ors", "ists", "ians", "ants")  # endings of words for people by what they do


@dataclass(frozen=True, slots=True)
class Found:
    """One position before its issue is known. `party` is None where the words name nobody; then it is the speaker's. `ended`: held no longer."""

    party: Token | None
    stance: Stance
    content: Span
    whole: Span
    only: frozenset[str] = frozenset()
    partial: bool = False
    fallback: str | None = None
    ended: bool = False


def is_side(token: Token) -> bool:
    """Somebody who can take a stance: a party, or people by what they do ("growers"), and no mere commentator."""
    people = token.tag_ == "NNS" and token.lower_.endswith(DOERS) and token.lemma_ not in listed("things")
    meeting = token.pos_ == "NOUN" and lemma_in(token, listed("gatherings")) is not None
    if token.lemma_ == "movement" and any(lemma_in(c, listed("men")) for c in children(token, "compound", "nmod")):
        return False  # of troops
    return (is_party(token) or people or meeting) and lemma_in(token, listed("commentators")) is None


def parties_of(verb: Token) -> list[Token]:
    """Who takes the stance of a verb: each of those who are its subject, or whose plan or office is."""
    found = []
    senders = of_writing(verb) or writers(verb) or nearer_doers(verb) or accused(verb)
    if senders:
        return senders
    if verb.tag_ == "VBG" and base(verb) == "xcomp" and verb.head.tag_ == "VBG" and is_side(verb.nbor(-1)):
        return [verb.nbor(-1)]  # "with the king asking for a truce and rebels | insisting on a vote"
    agreed = verb.lemma_ in {"agree", "insist"} and not agents(verb) and bool(obliques(verb, "on"))
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and is_side(verb.head) and (agreed or any(has_to(c) for c in children(verb, "xcomp"))):
        return [verb.head]  # "after the rebels | offered to free two", taken for a participle
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and not is_lost_predicate(verb):
        return [a for a in agents(verb) if is_side(a)]  # "a truce demanded by the rebels"; "talks aimed at a truce" name nobody
    if has_to(verb) and verb.head.pos_ == "ADJ" and verb.head.lower_ not in stances().adjectives:
        return []  # "it is only normal for them to seek a truce"
    if verb.tag_ in FINITE_VERBS and base(verb) == "advcl" and not own_subjects(verb) and (near := before(verb)):
        return near  # "is poised to march in after the president | threw out the plan"
    above = verb.head
    if base(verb) == "ccomp" and above.lemma_ == "have" and not own_subjects(verb) and above.i < verb.i and verb.tag_ in {"VBD", "VBN"}:
        return [s for s in own_subjects(above) if is_side(s)]  # "had last month | rejected", the auxiliary taken for the verb
    told = told_clause(verb)
    if verb.tag_ in FINITE_VERBS and not own_subjects(verb) and (behind := behind_relative(verb)) is not None:
        return [behind]
    for subject in without_apposition((doers(told) if told is not None else of_speaker(verb) or issuers(verb) or doers(verb)) or controllers(verb)):
        if lemma_in(subject, listed("writings")) is not None and (writer := writer_of(subject)) is not None:
            found.append(writer)  # "the summit's communique called for …", "a directive issued by the summit, which stressed …"
            continue
        if lemma_in(subject, listed("commentators")) is not None or any(c.tag_ == "POS" for c in subject.children):
            continue  # the "Norland" of "Norland's minister Ade invites …", which a tree easily makes a second subject
        if is_dateline(subject):
            return before(verb) or behind_dash(subject)
        if is_side(subject) or (subject.pos_ == "PRON" and subject.lower_ != "what"):
            found.append(subject)
        elif lemma_in(subject, listed("how_many")) is not None:
            found += [p for p in obliques(subject, "of") if is_side(p)]  # "a number of states"
        elif authors(subject):
            found += authors(subject)
        else:
            found += [p for p in possessors(subject) if is_party(p)][:1]
    if not found and verb.tag_ == "VBG" and verb.head.pos_ == "ADJ" and verb.head.lower_ in stances().adjectives:
        found = [s for s in own_subjects(verb.head) if is_side(s) or s.pos_ == "PRON"]  # "was adamant in rejecting a truce"
    if not found and verb.dep_ == "acl:relcl" and verb.head.pos_ == "PROPN" and any(s.lower_ == "which" for s in own_subjects(verb)):
        outer = takewhile(lambda a: not is_verbal(a) or a.tag_ == "VBN", ancestors(verb.head))
        found = [a for a in outer if is_side(a)][:1]  # "the court, a body based at Kesh, | which ordered …"
    if not found and verb.dep_ == "acl:relcl" and any(s.tag_ in {"WDT", "WP"} for s in own_subjects(verb)):
        return []  # "conditions that require …" are nobody's demand
    return found or detached(verb) or before(verb) or beside_adjective(verb)


def without_apposition(subjects: list[Token]) -> list[Token]:
    """Of "rebels and their allies, followers of the king, demanded" the first two: what stands behind a comma after the "and" only says who they are."""
    kept: list[Token] = []
    joined = any(c.pos_ == "CCONJ" for s in subjects for c in s.children)
    closed = not joined  # "the envoy, a mediator, would …"
    for subject in sorted(subjects, key=lambda t: t.i):
        first = subject.left_edge
        opening = first.lower_ if first.pos_ in {"CCONJ", "PUNCT"} or first.i == first.sent.start else first.nbor(-1).lower_
        if not (kept and closed and opening == ","):
            kept.append(subject)
        closed = closed or opening in {"and", "or"}
    return kept


def is_dateline(token: Token) -> bool:
    """The "Jakarta" of "Jakarta – Separatists have dismissed …", which a tree easily makes the subject."""
    opens = token.left_edge.i == token.sent.start and token.pos_ == "PROPN" and token.i + 1 < token.sent.end
    return opens and token.nbor().text in DASHES


def acting(verb: Token) -> list[Token]:
    """Who will or will not do what a verb names."""
    found = [p for s in subjects(verb) for p in (behind_dash(s) if is_dateline(s) else [s])]
    return [s for s in found if is_side(s) or s.pos_ == "PRON"]


def behind_dash(place: Token) -> list[Token]:
    """The first somebody behind a dateline's dash, before any verb."""
    for token in place.doc[place.i + 2 : place.sent.end]:
        if is_side(token) and base(token) not in {"compound", "amod", "nmod"}:
            return [token]
        if is_verbal(token):
            break
    return []


def of_writing(verb: Token) -> list[Token]:
    """ "The movement sent a letter to the envoys calling for a truce": whoever wrote or sent it, whatever noun the tree hangs the participle on."""
    if verb.tag_ != "VBG" or base(verb) not in {"acl", "advcl", "obl"}:
        return []
    sending = next((a for a in ancestors(verb) if is_verbal(a)), None)
    texts = [o for o in [*objects(sending), *obliques(sending, "in", "on", "through")] if o.i < verb.i] if sending is not None else []
    proposed = sending is not None and lemma_in(sending, listed("holding")) is not None  # "brought a proposal calling for a truce"
    if sending is None or not any(lemma_in(o, listed("writings")) or (proposed and has_stance(o, "proposes")) for o in texts):
        return []
    return [s for s in without_apposition(subjects(sending)) if is_side(s)] or before(sending)


def writers(verb: Token) -> list[Token]:
    """ "a letter from the king calling for talks", "council resolutions pressing both sides to yield": whose the text is."""
    if verb.tag_ != "VBG" or verb.dep_ != "acl":
        return []
    near = takewhile(lambda t: not is_verbal(t) and t.text not in {",", ";"}, reversed(verb.doc[verb.sent.start : verb.i]))
    text = next((t for t in near if t.pos_ == "NOUN" and lemma_in(t, listed("writings"))), None)  # wherever the tree hangs the participle
    if text is None:
        return []
    writer = writer_of(text)
    return [writer] if writer is not None else []


def writer_of(text: Token) -> Token | None:
    made = [a for c in children(text, "acl") for a in agents(c)]
    whose = [*possessors(text), *obliques(text, "from", "by"), *made, *children(text, "compound", "amod")]
    return next((p for p in whose if is_side(p)), None)


def accused(verb: Token) -> list[Token]:
    """Of "accused the army of refusing to leave" the army."""
    if verb.tag_ != "VBG" or not any(m.lower_ in {"of", "for"} for m in children(verb, "mark", "case")):
        return []
    above = next((a for a in (verb.head, verb.head.head, verb.head.head.head) if lemma_in(a, listed("accusing"))), verb)
    return [o for o in objects(above) if is_side(o) and above.i < o.i < verb.i]


def nearer_doers(verb: Token) -> list[Token]:
    """ "The call came after the army ruled out talks and asked them to yield": the army, where what the tree joined the verb to is done by nobody."""
    above = verb.head
    if base(verb) != "conj" or verb.tag_ not in FINITE_VERBS or own_subjects(verb):
        return []
    voice = is_passive(above) and not is_passive(verb)  # "said that the pact was broken and called for a vote"
    if voice and base(above) == "ccomp" and governor_word(above.head, "clause") in {"reported", "demanded"} and above.head.tag_ in FINITE_VERBS:
        return [s for s in own_subjects(above.head) if is_side(s) or s.pos_ == "PRON"]
    if not own_subjects(above) or any(is_side(s) or s.pos_ == "PRON" for s in own_subjects(above)):
        return []
    between = (t for t in reversed(verb.doc[above.i + 1 : verb.i]) if t.tag_ == verb.tag_ and t.dep_ == "advcl")
    return next((found for t in between if (found := [s for s in own_subjects(t) if is_side(s)])), [])


def has_stance(noun: Token, stance: Stance) -> bool:
    return stances().nouns.get(lemma_in(noun, stances().nouns) or "") == stance


def of_speaker(verb: Token) -> list[Token]:
    """ "denied that officers had fired and threatened to suspend the truce": the speaker, to whom the second verb and what hangs on it belong."""
    if base(verb) == "conj" and not own_subjects(verb) and any(t.lower_ == "also" for t in verb.doc[verb.i - 1 : verb.i]):
        saying = verb.head.head  # "stated that the army has left and also demanded …"
        if base(verb.head) == "ccomp" and saying.tag_ == verb.tag_ == "VBD" and governor_word(saying, "clause") == "reported":
            return own_subjects(saying)
    if base(verb) == "conj" and not own_subjects(verb) and verb.tag_ in FINITE_VERBS and modal(verb.head) is not None and base(verb.head) == "ccomp":
        return own_subjects(verb.head.head)  # "say that he must go and want a new cabinet"
    if base(verb) == "conj" and not own_subjects(verb) and is_perfect(verb) and base(verb.head) == "ccomp" and is_perfect(verb.head.head):
        return own_subjects(verb.head.head) if not is_perfect(verb.head) else []  # "has insisted that talks go on and has rejected …"
    if base(verb) == "conj" and verb.tag_ in FINITE_VERBS and verb.head.tag_ == "VB" and has_to(verb.head) and lemma_in(verb, listed("wanting")) is not None:
        return next((own_subjects(a) for a in ancestors(verb) if is_verbal(a) and own_subjects(a)), [])  # "have fought to free it and want …"
    return torn_doers(verb) or (torn_doers(verb.head) if base(verb) == "xcomp" and not own_subjects(verb) else [])


def authors(text: Token) -> list[Token]:
    """Whose a plan is that speaks for them: "the plan, drawn up by the bloc, calls for …", "the army's plan calls for …", "the government plan"."""
    if text.pos_ != "NOUN" or not has_stance(text, "proposes"):
        return []
    found = [a for c in children(text, "acl") for a in agents(c) if is_party(a)]
    return found or [p for p in [*possessors(text), *children(text, "compound")] if is_side(p)][:1]


def told_clause(verb: Token) -> Token | None:
    """Of "stressed that they have a state and will not accept less", the "have": a future beside a past verb of saying goes on with what is said."""
    above = verb.head
    if base(verb) != "conj" or modal(verb) is None or own_subjects(verb) or above.tag_ not in {"VBD", "VBN"}:
        return None
    if governor_word(above, "clause") not in {"reported", "demanded"}:
        return None
    return next((c for c in children(above, "ccomp") if above.i < c.i < verb.i and own_subjects(c)), None)


def detached(verb: Token) -> list[Token]:
    """ "…, aiming for an end to the war": a participle behind a comma has the subject of the clause that it follows, whatever noun the tree hangs it on."""
    if verb.tag_ != "VBG" or verb.i == 0 or (verb.nbor(-1).text != "," and not is_time(verb.head)):
        return []
    above = next((a for a in ancestors(verb) if is_verbal(a)), None)
    return [s for s in doers(above) if is_side(s)] if above is not None else []


def before(verb: Token) -> list[Token]:
    """The party right before a finite verb or its auxiliaries, where the tree gave the verb no subject."""
    timed = own_subjects(verb) and all(is_time(s) for s in own_subjects(verb))  # "the rebels Wednesday handed over …", the day taken for the subject
    if not timed and (base(verb) in {"acl", "amod"} or own_subjects(verb)):
        return []
    at = verb.i - 1
    while at > verb.sent.start and (
        (verb.doc[at].pos_ in {"AUX", "ADV", "PART"} and verb.doc[at].lower_ != "to")
        or is_time(verb.doc[at])
        or (verb.doc[at].lemma_ == "have" and verb.tag_ == "VBN")
    ):
        at -= 1
    at = past_aside(verb.doc[at])
    if at < verb.sent.start:
        return []
    noun = verb.doc[at]
    return [noun] if noun.pos_ in {"NOUN", "PROPN"} and is_side(noun) and (is_finite(verb) or at < verb.i - 1) else []


def is_finite(verb: Token) -> bool:
    """Also a main verb that the tagger took for a participle, without any auxiliary."""
    return verb.tag_ in FINITE_VERBS or (verb.tag_ == "VBN" and verb.head == verb and not auxiliaries(verb))


def behind_relative(verb: Token) -> Token | None:
    """ "Rebels who launched the bloodiest uprising | agreed": the rebels, and not what stands right before the verb."""
    doc, start = verb.doc, verb.sent.start
    who = next((t for t in reversed(doc[start : verb.i]) if t.lower_ == "who"), None)
    if who is None or who.i == start or any(t.text in {",", ";"} for t in doc[who.i : verb.i]):
        return None
    noun = who.head.head if who.head.dep_ == "acl:relcl" and who.head.head.i < who.i else who.nbor(-1)
    told = [t for t in doc[who.i : verb.i] if is_verbal(t)]
    return noun if told and noun.pos_ in {"NOUN", "PROPN"} and is_side(noun) else None


def beside_adjective(verb: Token) -> list[Token]:
    """ "it was ready to talk but rejected …": the "it", which a tree easily takes for a filler."""
    above = verb.head
    if base(verb) != "conj" or above.pos_ != "ADJ" or above.lower_ not in stances().adjectives:
        return []
    return [c for c in children(above, "expl") if c.lower_ == "it"]


def past_aside(last: Token) -> int:
    """The place before a verb and its auxiliaries, or before what stands there in commas ("Duque, who took office in August, said")."""
    doc, start = last.doc, last.sent.start
    if last.i <= start or last.text != ",":
        return last.i
    opens = next((i for i in range(last.i - 1, max(start, last.i - LONG_ASIDE), -1) if doc[i].text == ","), None)
    if opens is None or (doc[opens + 1].lower_ not in {"who", "which", "whose"} and any(is_verbal(t) and t.tag_ != "VBN" for t in doc[opens : last.i])):
        return last.i
    return opens - 1
