"""Which issue a passage is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.lemmas import forms, lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.triggers import verb_frame
from trucekeeper.reading.layers import layers
from trucekeeper.reading.positions.lexicon import by_pair, by_word, issues, listed, stances

SAYING_MORE = frozenset({"by", "after", "before", "during", "since", "following", "ahead of", "within"})
GOVERNANCE, PEACE = "governance", "peace"
TALKS = "mediation format"  # what meeting somebody is about where the words tell no more
WRITS = dict.fromkeys(("warrant", "charge", "indictment", "complaint"))
WINDOW = 9  # words within which the two of a pair must stand


def depth(token: Token, inside: frozenset[int], head: int) -> int:
    """Steps from a word up to the head of its passage; one that hangs outside it is no nearer than what hangs on the head."""
    return sum(1 for a in ancestors(token) if a.i in inside) or int(token.i > head)


def words_at(token: Token) -> Iterator[str]:
    """What a token can be, and the hyphened word that it ends ("self-rule" is three tokens); "it remains open" tells of no remains."""
    lemma = token.lemma_.lower()
    word = lemma if token.tag_ == "VBZ" else token.lower_
    yield from forms(lemma, word)
    if "-" in word:
        yield from forms(lemma.replace("-", ""), word.replace("-", ""))  # "re-open"
    if token.i >= 2 and token.nbor(-1).text in {"-", "‑", "–"} and not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_:
        yield f"{token.nbor(-2).lower_}-{lemma}"


def in_name(token: Token) -> bool:
    """A word of somebody's name ("the Union of Lake States") tells nothing of the matter."""
    mention = layers(token.doc).mention_at.get(token.i)
    if mention is None or mention.form != "name" or not token.text[0].isupper():
        return False
    return mention.words[1] - mention.words[0] > 1 or token.lower_ not in by_word()  # "join NATO" is about it


def is_owner(token: Token) -> bool:
    """ "government troops", "the president's offer", "leaders of the rebellion": whose it is tells nothing of the matter."""
    if token.dep_ == "nmod" and preposition(token) == "of" and lemma_in(token.head, acts().envoys | listed("members")) is not None:
        return True
    if token.dep_ not in {"compound", "nmod:poss"} or token.head.i < token.i or token.pos_ != "NOUN" or not is_party(token):
        return False
    return is_ruler(token) or lemma_in(token.head, stances().nouns) is not None  # "the mediators' proposals"


def of_matter(passage: Span, *, strict: bool = False) -> str | None:
    """The issue of what a stance is about: who is to do it ("the government must …") tells nothing, unless (not `strict`) nothing else does."""
    root = passage.root
    inner = wanted_through(passage)
    if inner is not None and (told := issue_of(list(inner))) is not None and not is_last(told):
        return told
    acting = asked_of(passage)
    if acting is not None and (told := issue_of(list(acting))) is not None and not is_last(told):
        return told
    if is_verbal(root) and root.lemma_ in listed("discussing"):  # what is talked about, and not that it is
        about = issue_of([t for o in objects(root) for t in o.subtree if passage.start <= t.i < passage.end])
        if about is not None:
            return about
    doing = {t.i for s in own_subjects(root) if is_party(s) and s.i < root.i for t in s.subtree if is_ruler(t)} if is_verbal(root) else set()
    if is_verbal(root) and lemma_in(root, listed("giving_up")) and any(lemma_in(o, stances().nouns | WRITS) for o in objects(root)):
        doing.add(root.i)  # "withdraw its plan to arrest them" is no withdrawal
    beside = {t.i for word in passage if tells_more(word, root) for t in word.subtree}
    told = issue_of([t for t in passage if t.i not in doing | beside])
    if told is None and is_verbal(root) and meets(root):
        return TALKS  # "to meet a council | set up to weigh their threats of war"
    if told is None:
        told = issue_of([t for t in passage if t.i not in doing])
    return told if strict and doing else told or issue_of(list(passage))


def wanted_through(passage: Span) -> Span | None:
    """Of "to press the minority government to open talks" what it is to be pressed for: "to open talks"."""
    root = passage.root
    if not is_verbal(root) or not any(c.stance == "demands" for c in stances().verbs.get(lemma_in(root, stances().verbs) or "", ())):
        return None
    asked = next((c for c in children(root, "xcomp", "advcl", "ccomp") if has_to(c) and root.i < c.i < passage.end), None)
    return passage.doc[asked.left_edge.i : passage.end] if asked is not None else None


def meets(verb: Token) -> bool:
    """Whether a verb names a meeting or talks, whatever they are about."""
    frame = verb_frame(verb)
    return frame is not None and frame.act.plover == "CONSULT"


def asked_of(passage: Span) -> Span | None:
    """Of "the delegation to announce a truce", where who is to do it heads the passage, what he is to do."""
    if not is_party(passage.root):
        return None
    to = next((t.i for t in passage[1:-1] if t.lower_ == "to" and t.nbor().tag_ == "VB" and t.i > passage.root.i), None)
    return passage.doc[to : passage.end] if to is not None else None


def is_exchange(token: Token) -> bool:
    """The "return" of "in return (for)", where nobody returns."""
    return token.lower_ == "return" and token.i > 0 and token.nbor(-1).lower_ == "in"


def is_ruler(token: Token) -> bool:
    """A word that is an issue only as who governs ("government", "president")."""
    found = {issue.name for word in words_at(token) for issue in by_word().get(word, ())}
    return found == {GOVERNANCE}


def is_last(name: str) -> bool:
    return any(issue.last and issue.name == name for issue in issues())


def tells_more(word: Token, root: Token) -> bool:
    """What only says more: a relative or participle clause ("regions | claimed by Moscow"), who did it ("by"), and when ("after the signing")."""
    if word == root:
        return False
    if base(word) in {"obl", "nmod"}:
        return preposition(word) in SAYING_MORE
    if word.dep_ in {"advcl", "xcomp"} and has_to(word) and is_verbal(root) and word.i > root.i and is_aim(word, root):
        return True  # "let them in to end the violence"
    if word.dep_ == "acl:relcl":
        return not names_it(word)
    return word.dep_ == "acl" and word.tag_ in {"VBN", "VBD"}


def names_it(relative: Token) -> bool:
    """ "any solution that recognises the statelet", "a plan under which fighters would join the army": without it nothing would be named."""
    head, ahead = relative.head, modal(relative)
    if ahead is not None and ahead.lower_ in {"would", "will", "should"} and lemma_in(head, acts().agreements) is not None:
        return True
    bare = any(d.lower_ in {"any", "no"} for d in children(head, "det"))
    return bare and relative.left_edge.i == head.i + 1


def is_aim(infinitive: Token, verb: Token) -> bool:
    """Not what somebody is told or let to do ("allow the rebels to vote"), but what something is done for ("include the rebels to end the war")."""
    if infinitive.dep_ == "advcl":
        return True
    return infinitive.head == verb and bool(objects(verb)) and governor_word(verb, "clause") != "demanded" and lemma_in(verb, listed("causing")) is None


def issue_of(passage: Sequence[Token]) -> str | None:
    """The name of the issue that is nearest to the head of a passage; of two as near, that of words which stand together. None where no word shows any."""
    theirs = {t.i for p in passage if p.dep_ == "nmod:poss" and is_party(p) and lemma_in(p.head, stances().nouns) for t in p.subtree}
    passage = [t for t in passage if t.i not in theirs and not in_name(t) and not is_owner(t) and not is_exchange(t)]
    inside = frozenset(t.i for t in passage)
    head = next((t.i for t in passage if t.head.i not in inside or t.head.i == t.i), 0)
    depths = {t.i: depth(t, inside, head) for t in passage}
    places: dict[str, list[int]] = {}
    for token in passage:
        for word in words_at(token):
            places.setdefault(word, []).append(token.i)
    best: tuple[int, int, int, int, int, str] | None = None
    for word, spots in places.items():
        for issue in by_word().get(word, ()):
            alone = [i for i in spots if not (word == PEACE and passage[0].doc[i].dep_ == "compound")]  # a "peace plan" is a plan
            if not alone:
                continue
            near = min(depths[i] for i in alone)
            found = (2 if issue.last else int(word in issue.light), near, 0, 0, issue.order, issue.name)
            best = found if best is None or found < best else best
        for pair, issue in by_pair().get(word, ()):
            stands = nearness(pair, places) if pair <= places.keys() else None
            if stands is not None:
                near = min(depths[i] for w in pair for i in places[w])
                found = (2 if issue.last else 0, near, -len(pair), stands, issue.order, issue.name)
                best = found if best is None or found < best else best
    return best[-1] if best else None


def nearness(pair: frozenset[str], places: dict[str, list[int]]) -> int | None:
    """Where a pair begins; None where its words stand too far apart."""
    spots = [places[word] for word in pair]
    first = min(min(s) for s in spots)
    return None if any(min(abs(i - first) for i in s) > WINDOW for s in spots) else first
