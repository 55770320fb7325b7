"""Whose a verb is: its subjects, through coordination and control, and those that a long insertion or a mistake of the parser cuts off."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import begins_clause, indirect_objects, objects
from trucekeeper.language.grammar.phrases import obliques
from trucekeeper.language.grammar.tree import ancestors, base, children, conjuncts, first, first_conjunct
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.language.lexicon import lexicon

DASHES = frozenset({"—", "–", "--"})
OF_TIME = frozenset({"before", "after", "when", "while", "as", "since", "until"})
CLAUSAL_TIME = frozenset({"after", "before", "as", "since", "until"})


def own_subjects(verb: Token) -> list[Token]:
    """Subjects of the verb's own clause; an "it" that the parser took for a filler ("It said that …") is one where nothing else is and it fills no place."""
    found = [s for child in children(verb, "nsubj", "csubj") for s in conjuncts(child)]
    found = [s for s in found if s.lower_ not in lexicon().times.from_now or len(found) == 1]  # "who yesterday had a meeting"
    speaks = (verb.tag_ in {"VBD", "VBZ"} and verb.lemma_ not in lexicon().verbs.with_filler) or verb.lower_ in lexicon().forms.willing
    return found or [c for c in children(verb, "expl") if c.lower_ == "it" and speaks]


def is_torn_perfect(verb: Token) -> bool:
    """ "had last month rejected": the time read as what was had."""
    had = verb.head
    between = [o for o in children(had, "obj") if had.i < o.i < verb.i]
    return had.lemma_ == "have" and verb.tag_ in {"VBD", "VBN"} and bool(between) and all(o.lower_ in lexicon().times.spans | {"time"} for o in between)


def set_apart(verb: Token) -> list[Token]:
    """The subject that an inserted saying cuts off from its verb ("Ode and Bol, the statement said, renewed their call")."""
    saying = verb.head
    if base(verb) != "ccomp" or saying.i > verb.i or children(verb, "mark") or not any(t.text == "," for t in verb.doc[saying.i : verb.i]):
        return []
    before = [c for c in children(saying, "vocative", "dislocated") if c.pos_ in {"NOUN", "PROPN"} and any(s.i > c.i for s in children(saying, "nsubj"))]
    return [s for c in before[:1] for s in conjuncts(c)]


def before_dashes(verb: Token) -> list[Token]:
    """The subject that an aside between dashes cuts off ("Ode and the alliance — which … — agreed to a truce")."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP", "VB"} or doc[at].text not in DASHES:
        return []
    opening = next((t for t in reversed(doc[verb.sent.start : at]) if t.text in DASHES), None)
    if opening is None or opening.i == verb.sent.start or opening.nbor(-1).pos_ not in {"NOUN", "PROPN"}:
        return []
    last = opening.nbor(-1)
    return conjuncts(first_conjunct(last.head if base(last) in {"flat", "compound"} else last))


def host(participle: Token) -> Token:
    """The verb that a participle behind a comma says more of: not one in a clause of time before it ("left hours before talks were due, insisting …")."""
    found = participle.head
    if participle.tag_ != "VBG" or participle.i == 0 or participle.nbor(-1).text != ",":
        return found
    for above in (found, *ancestors(found)):
        timed = any(m.lower_ in OF_TIME for m in children(above, "mark"))
        if base(above) == "advcl" and timed and above.head.i < above.i < participle.i and above.head.pos_ in {"VERB", "AUX"} and not is_passive(above.head):
            return above.head
    return found


def asked_for(verb: Token) -> list[Token]:
    """Those who are to do it, right before the "to" of an infinitive: "pressed for the troops to leave", "called on both sides to leave"."""
    marks = children(verb, "mark")
    return [o for o in obliques(verb.head, "for", "on", "upon") if marks and o.right_edge.i + 1 == marks[0].i and marks[0].lower_ == "to"]


def subjects(verb: Token) -> list[Token]:
    """Grammatical subjects, through coordination ("met and agreed"), control ("agreed to send"), and the noun of a relative or participle clause."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = own_subjects(verb)
        if len(found) == 1 and found[0].lower_ in {"that", "which", "who"} and base(verb) == "acl":
            found = conjuncts(verb.head)
        floating = len(found) == 1 and found[0].lower_ == "each" and found[0].i == verb.i - 1  # "…, each withdrew"
        if found and not (floating and beheaded(verb)):
            return [*split_off(found[0]), *found]
        relation = base(verb)
        if torn := after_conjunction(verb) or out_of_phrase(verb):
            return torn
        apart = set_apart(verb) or before_dashes(verb) or beheaded(verb) or joined_to_object(verb)
        if apart:
            return apart
        if relation in {"conj", "parataxis"} and verb.head.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}:
            verb = verb.head
        elif relation == "xcomp" and (named := asked_for(verb)):
            return named
        elif relation == "xcomp":
            free = verb.head.lemma_ not in lexicon().verbs.of_own_subject and not is_torn_perfect(verb)
            controllers = (objects(verb.head) or indirect_objects(verb.head)) if free else []
            if controllers:
                return controllers
            verb = verb.head
        elif relation == "advcl" and not children(verb, "mark") and verb.head.pos_ in {"VERB", "AUX", "ADJ"}:
            verb = host(verb)
        elif relation == "acl" and verb.head.pos_ in {"NOUN", "PROPN", "PRON"} and not first(children(verb, "mark")):
            return conjuncts(verb.head)
        else:
            return []
    return []


def right_before(verb: Token) -> Token | None:
    """The noun that ends right before a finite verb and its auxiliaries."""
    helpers = children(verb, "aux", "aux:pass", "cop")
    at = min([verb.i, *(a.i for a in (*helpers, *children(verb, "advmod")) if a.i < verb.i)]) - 1
    if at < verb.sent.start or not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in (verb, *helpers)):
        return None
    last = verb.doc[at]
    over = [t for t in (last, *ancestors(last)) if t.i <= at and t.right_edge.i == at and t.pos_ in {"NOUN", "PROPN"}]
    return over[-1] if over else None


def split_off(subject: Token) -> list[Token]:
    """The first of two subjects in "after the cabinet and the union failed to agree", where "after" was taken for its preposition."""
    at = subject.left_edge.i if subject.left_edge.lower_ == "and" else subject.left_edge.i - 1
    if at <= subject.sent.start or subject.doc[at].lower_ != "and":
        return []
    joining = subject.doc[at]
    last = joining.nbor(-1)
    noun = next((t for t in (last, *ancestors(last)) if t.right_edge.i == last.i and children(t, "case")), None)
    timed = noun is not None and any(c.lower_ in CLAUSAL_TIME for c in children(noun, "case"))
    if timed and noun is not None and noun.pos_ in {"NOUN", "PROPN"}:
        return [noun]
    listed = next((t for t in (last, *ancestors(last)) if t.right_edge.i == last.i and t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"}), None)
    if listed is None or children(listed, "cc", "case") or not any(t.text == "," and t.i < listed.i for t in (listed.left_edge, listed.left_edge.nbor(-1))):
        return []
    opening = listed.head  # "On the eve of the vote, the Front and the ministry signed …", where the Front was joined to the vote
    while opening.head.i != opening.i and opening.head != subject.head:
        opening = opening.head
    return [listed] if opening.head == subject.head and base(opening) == "obl" and opening.left_edge.i == subject.sent.start else []


def after_conjunction(verb: Token) -> list[Token]:
    """The subject in "after each side blamed …", "as three envoys paid a visit", where the word of time was taken for its preposition."""
    if verb.dep_ == "acl:relcl" or base(verb) not in {"advcl", "conj", "acl", "parataxis"} or children(verb, "nsubj", "csubj", "expl", "mark"):
        return []
    noun = right_before(verb)
    if noun is None or noun.head == verb or base(noun) not in {"obl", "nmod"} or not any(c.lower_ in CLAUSAL_TIME for c in children(noun, "case")):
        return []
    return conjuncts(noun)


def out_of_phrase(verb: Token) -> list[Token]:
    """The subject of a past verb with an object that was hung as a participle on a noun behind a preposition ("a grenade hurled at a post wounded two"):
    the noun that the phrase belongs to."""
    if base(verb) != "acl" or verb.dep_ == "acl:relcl" or verb.tag_ != "VBD" or not children(verb, "obj") or not children(verb.head, "case"):
        return []
    noun = verb.head
    while children(noun, "case") and noun.head.i < noun.i:
        noun = noun.head.head if base(noun.head) == "acl" else noun.head
    return [noun] if noun.pos_ in {"NOUN", "PROPN"} and noun.i < verb.i and not children(noun, "case") else []


def beheaded(verb: Token) -> list[Token]:
    """The subject of a finite verb that a long insertion tore from it: the noun that the tree made the root ("the premier's envoy, Ann Obi, flew …"), or
    that of a participle right behind it ("rebels threatening to march on Bria have agreed …")."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} and not children(verb, "aux", "aux:pass"):
        return []
    head = verb.head
    if base(verb) == "parataxis" and head.head == head and head.i < verb.i and head.pos_ in {"NOUN", "PROPN"} and children(head, "appos"):
        return conjuncts(head)
    for clause in children(verb, "advcl"):
        named = children(clause, "nsubj")
        if clause.tag_ == "VBG" and clause.i < verb.i and len(named) == 1 and named[0].right_edge.i == clause.i - 1 and not children(clause, "aux", "mark"):
            return conjuncts(named[0])
    return []


def joined_to_object(verb: Token) -> list[Token]:
    """The subject of a second verb that the tree joined to the object of the first."""
    if base(verb) != "conj" or verb.head.i > verb.i:
        return []
    return [o for child in children(verb.head, "obj") for o in conjuncts(child) if o.i < verb.i and begins_clause(o)]


def agents(verb: Token) -> list[Token]:
    """Who does it: the by-phrase of a passive."""
    return obliques(verb, "by") if is_passive(verb) else []


def doers(verb: Token) -> list[Token]:
    """The agent of a passive, the subject otherwise."""
    return agents(verb) if is_passive(verb) else subjects(verb)
