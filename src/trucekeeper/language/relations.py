"""The seam between rules and trees: what the readers ask of a parse, answered from Universal Dependencies labels.

Every rule above asks these functions and never looks at a label itself, so that any spaCy pipeline with UD labels can stand in for the shipped one.
Subtypes that a pipeline lacks ("obl:agent") are made up for from the words where that is possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "csubj", "csubj:pass", "parataxis"})
NAME_PARTS = frozenset({"flat", "compound", "appos", "nummod"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODAL = frozenset({"would", "could", "may", "might", "should", "can", "must", "ought", "need"})
MODALS = FUTURE | MODAL


_LABELS: dict[int, tuple[str, str]] = {}  # a label's number, which spaCy makes of its letters alone -> the label, and the label without its subtype


def labels(token: Token) -> tuple[str, str]:
    """The relation, with and without its subtype; the head of a sentence, "ROOT" in spaCy, is UD's "root" without."""
    found = _LABELS.get(token.dep)
    if found is None:
        found = _LABELS[token.dep] = (token.dep_, "root" if token.dep_ == "ROOT" else token.dep_.split(":")[0])
    return found


Below = list[list[tuple[int, str, str]]]  # by token: its children's indices with their labels, whole and bare, in text order


def tree(doc: Doc) -> Below:
    """The parse turned upside down, once a Doc: spaCy looks for a token's children anew at every question, through the words around it."""
    found: Below | None = doc.user_data.get("truce_tree")
    if found is None:
        found = doc.user_data["truce_tree"] = [[] for _ in range(len(doc))]
        for i, (step, dep) in enumerate(doc.to_array(["HEAD", "DEP"]).astype("int64").tolist()):
            if step:
                whole, bare = _LABELS.get(dep) or labels(doc[i])
                found[i + step].append((i, whole, bare))
    return found


def base(token: Token) -> str:
    """The relation without its subtype."""
    return (_LABELS.get(token.dep) or labels(token))[1]


def children(token: Token, *relations: str) -> list[Token]:
    """Children by relation, in text order; "nsubj" takes its subtypes too, "nsubj:pass" only itself."""
    doc = token.doc
    under = (doc.user_data.get("truce_tree") or tree(doc))[token.i]
    return [doc[i] for i, whole, bare in under if bare in relations or whole in relations] if under else []


def first(tokens: Iterable[Token]) -> Token | None:
    return next(iter(tokens), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated below it, in text order."""
    found = [token]
    for child in children(token, "conj"):
        found += conjuncts(child)
    for part in children(token, "flat"):
        found += conjuncts(part)[1:]  # "Ann Obi and Bol", where the second was hung on "Obi"
    return sorted(found, key=lambda t: t.i)


def first_conjunct(token: Token) -> Token:
    while base(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def is_lost_predicate(verb: Token) -> bool:
    """A main verb that the parser took for a participle of its own subject: in a full sentence whose root is a bare noun, "The movement called for talks."."""
    noun = verb.head
    if base(verb) != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.head != noun or noun.i > verb.i or noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    if any(c.dep_ == "obl:agent" for c in verb.children) or verb.sent.text.rstrip(' \n"”')[-1:] != ".":
        return False
    return not any(base(c) in {"cop", "aux", "nsubj"} or c.tag_ in {"VBZ", "VBP"} for c in noun.children)


def is_passive(verb: Token) -> bool:
    found = {c.dep_ for c in verb.children}
    if "obl:agent" in found and {"nsubj", "obj"} <= found and verb.tag_ in {"VBD", "VBN"} and "aux:pass" not in found:
        return False  # "the movement rejected demands by its rival": the "by" belongs to the object
    if verb.lower_ in MINDED and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in {"to", "for"}:
        return False  # "is prepared to leave", "is opposed to talks"
    if verb.tag_ == "VBN" and not found & {"aux", "obj"} and "nsubj" in found and any(m.lower_ == "with" for m in children(verb, "mark")):
        return True  # "with nine people killed"
    seen = "nsubj" in found if verb.dep_ == "ccomp" else verb.dep_ == "xcomp" and bool(children(verb.head, "obj"))
    if seen and verb.tag_ in {"VBN", "VBD"} and not found & {"aux", "obj", "mark"} and verb.head.lemma_ in WITNESSING:
        return True  # "saw its mayor killed", "left eight injured"
    counted = verb.dep_ == "conj" and not found & {"aux", "aux:pass", "obj", "cop"} and any(s.pos_ == "NUM" for s in children(verb, "nsubj"))
    if counted and is_passive(verb.head):
        return True  # "nine were killed and seven captured"
    bare = verb.tag_ == "VBN" and not found & {"aux", "obj", "cop", "ccomp", "xcomp", "mark"}
    if bare and verb.dep_ == "xcomp" and verb.head.lemma_ in REMAINING:
        return True  # "remain displaced"
    beside = verb.dep_ == "conj" and "nsubj" in found and not found & {"aux", "aux:pass", "obj", "cop", "ccomp", "xcomp"}
    if beside and (verb.tag_ == "VBN" or any(m.lower_ == "with" for m in children(verb.head, "mark"))):
        return True  # "left three dead and six others wounded", "with two killed and six men injured"
    if verb.dep_ in {"conj", "xcomp"} and verb.tag_ == "VBN" and not found & {"aux", "aux:pass", "obj", "cop"} and verb.head.i < verb.i:
        return is_passive(verb.head)  # "nine were killed and 27 injured", "18 were reported killed"
    return bool(found & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}) or (
        verb.dep_ == "acl"
        and not {"nsubj", "aux"} <= found  # "claims that it had shelled the town"
        and (verb.tag_ == "VBN" or {"VerbForm=Part", "Tense=Past"} <= set(str(verb.morph).split("|")))
        and not is_lost_predicate(verb)
    )


REMAINING = frozenset({"remain", "stay"})
WITNESSING = frozenset({"see", "have", "leave", "get", "find"})

# Participles of what somebody has a mind to, rather than of what is done to him.
MINDED = frozenset({"prepared", "opposed", "committed", "determined", "resolved", "inclined"})


DAYS_FROM_NOW = frozenset({"yesterday", "today", "tomorrow", "tonight"})


def own_subjects(verb: Token) -> list[Token]:
    """Subjects of the verb's own clause; an "it" that the parser took for a filler ("It said that …") is one where nothing else is and it fills no place."""
    found = [s for child in children(verb, "nsubj", "csubj") for s in conjuncts(child)]
    found = [s for s in found if s.lower_ not in DAYS_FROM_NOW or len(found) == 1]  # "who yesterday had a meeting"
    speaks = (verb.tag_ in {"VBD", "VBZ"} and verb.lemma_ not in FILLED) or verb.lower_ in WILLING
    return found or [c for c in children(verb, "expl") if c.lower_ == "it" and speaks]


# Adjectives of those who will do something: the "it" before them is somebody ("it is ready to resume talks").
WILLING = frozenset({"ready", "willing", "unwilling", "prepared", "able", "unable", "eager", "keen", "reluctant"})


# Verbs with a filler for their subject ("it seems that …").
FILLED = frozenset({"be", "seem", "appear", "happen", "emerge", "transpire", "follow", "turn", "take", "remain", "matter", "rain"})


def is_torn_perfect(verb: Token) -> bool:
    """ "had last month rejected": the time read as what was had."""
    had = verb.head
    between = [o for o in children(had, "obj") if had.i < o.i < verb.i]
    return had.lemma_ == "have" and verb.tag_ in {"VBD", "VBN"} and bool(between) and all(o.lower_ in SPANS_OF_TIME for o in between)


SPANS_OF_TIME = frozenset({"day", "week", "weekend", "month", "year", "night", "time", "hour"})


def set_apart(verb: Token) -> list[Token]:
    """The subject that an inserted saying cuts off from its verb ("Ode and Bol, the statement said, renewed their call")."""
    saying = verb.head
    if base(verb) != "ccomp" or saying.i > verb.i or children(verb, "mark") or not any(t.text == "," for t in verb.doc[saying.i : verb.i]):
        return []
    before = [c for c in children(saying, "vocative", "dislocated") if c.pos_ in {"NOUN", "PROPN"} and any(s.i > c.i for s in children(saying, "nsubj"))]
    return [s for c in before[:1] for s in conjuncts(c)]


DASHES = frozenset({"—", "–", "--"})
OF_TIME = frozenset({"before", "after", "when", "while", "as", "since", "until"})


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
            free = verb.head.lemma_ not in SUBJECT_CONTROL and not is_torn_perfect(verb)
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


CLAUSAL_TIME = frozenset({"after", "before", "as", "since", "until"})


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


# Verbs whose object does not become the subject of their open complement ("promised Ann to go").
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "offer", "agree", "guarantee"})


def joined_to_object(verb: Token) -> list[Token]:
    """The subject of a second verb that the tree joined to the object of the first."""
    if base(verb) != "conj" or verb.head.i > verb.i:
        return []
    return [o for child in children(verb.head, "obj") for o in conjuncts(child) if o.i < verb.i and begins_clause(o)]


def begins_clause(noun: Token) -> bool:
    """ "left six dead and members of the union have been sent home": what was joined to an object is the subject of the verb behind it."""
    end = noun.right_edge.i + 1
    if base(noun) != "conj" or end >= noun.sent.end or noun.doc[end].tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return False
    after = noun.doc[end]
    verb = after.head if base(after) in {"aux", "cop"} else after
    return verb.i > noun.i and base(verb) == "conj" and not children(verb, "nsubj", "csubj")


def behind_day(verb: Token) -> list[Token]:
    """ "lifted Friday a blockade", where what was lifted was made another name of the day."""
    if verb.i + 1 >= len(verb.doc) or verb.nbor().tag_ != "NNP":
        return []
    return [a for day in children(verb, "obl") if day.dep_ == "obl:unmarked" and day.i == verb.i + 1 for a in children(day, "appos") if children(a, "det")]


def objects(verb: Token) -> list[Token]:
    """Direct objects; for a passive its subject."""
    found = [o for child in children(verb, "obj") for o in conjuncts(child) if not begins_clause(o)] or behind_day(verb)
    if not found and is_passive(verb):
        found = [s for child in verb.children if child.dep_ in {"nsubj:pass", "nsubj"} for s in conjuncts(child)]
        if not found and base(verb) == "acl":
            found = conjuncts(verb.head)
    return found


def indirect_objects(verb: Token) -> list[Token]:
    return [o for child in children(verb, "iobj") for o in conjuncts(child)]


def preposition(token: Token) -> str:
    """The lower-cased case marker(s) of a noun phrase ("according to" is one), or ""; of a name also those that the tree gave to its title ("by
    President Obi")."""
    marks = children(token, "case")
    if not marks and token.pos_ == "PROPN":
        marks = [m for title in children(token, "nmod", "compound") if title.i == token.i - 1 for m in children(title, "case")]
    words = [w for mark in marks for w in (mark, *children(mark, "fixed"))]
    return " ".join(w.lower_ for w in sorted(words, key=lambda w: w.i))


def obliques(head: Token, *prepositions: str) -> list[Token]:
    """Prepositional dependents of a verb or noun, all of them or those with one of the prepositions; conjuncts included."""
    found = []
    for child in children(head, "obl", "nmod"):
        if child.dep_ == "nmod:poss" and not children(child, "case"):
            continue
        mark = preposition(child)
        if not prepositions or mark in prepositions:
            found += [c for c in conjuncts(child) if c is child or preposition(c) in {"", mark}]
    return found


def agents(verb: Token) -> list[Token]:
    """Who does it: the by-phrase of a passive."""
    return obliques(verb, "by") if is_passive(verb) else []


def doers(verb: Token) -> list[Token]:
    """The agent of a passive, the subject otherwise."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def possessors(noun: Token) -> list[Token]:
    return [p for child in children(noun, "nmod:poss") for p in conjuncts(child)]


def modifiers(noun: Token) -> list[Token]:
    """Adjectives and nouns before a noun ("Israeli strikes", "aid convoy")."""
    return [c for c in children(noun, "amod", "compound", "nmod:unmarked") if c.i < noun.i]


def complement_clauses(head: Token) -> list[Token]:
    """Heads of the clauses that say what is said, thought or known: ccomp, and a noun's clause ("the claim that …")."""
    return [c for child in children(head, "ccomp") for c in [child]] + [
        c for c in children(head, "acl") if c.dep_ == "acl" and any(m.lower_ == "that" for m in children(c, "mark"))
    ]


def open_complements(head: Token) -> list[Token]:
    return [c for child in children(head, "xcomp") for c in conjuncts(child)]


def markers(clause: Token) -> list[Token]:
    """Subordinating words: that, if, because, to …"""
    return children(clause, "mark")


def particle(verb: Token) -> str | None:
    found = first(children(verb, "compound:prt"))
    return found.lower_ if found is not None else None


def lemma_with_particle(verb: Token) -> str:
    part = particle(verb)
    return f"{verb.lemma_.lower()} {part}" if part else verb.lemma_.lower()


def auxiliaries(verb: Token) -> list[Token]:
    return children(verb, "aux", "cop")


def modal(verb: Token) -> Token | None:
    return first(a for a in auxiliaries(verb) if is_modal(a))


def is_modal(word: Token) -> bool:
    return base(word) in {"aux", "cop"} and (word.lower_ in MODALS or word.lemma_.lower() in MODALS)


def is_future(verb: Token) -> bool:
    """ "will go", "is going to go"."""
    return any(a.lower_ in FUTURE or a.lemma_.lower() in {"will", "shall"} for a in auxiliaries(verb)) or (
        base(verb) == "xcomp" and verb.head.lower_ == "going" and bool(markers(verb))
    )


def is_perfect(verb: Token) -> bool:
    return any(a.lemma_.lower() == "have" for a in children(verb, "aux"))


def is_progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(a.lemma_.lower() == "be" for a in children(verb, "aux"))


def is_past(verb: Token) -> bool:
    finite = [a for a in auxiliaries(verb) if "VerbForm=Fin" in str(a.morph)] or [verb]
    return "Tense=Past" in str(finite[0].morph) or is_perfect(verb)


NEGATIVE = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "nobody", "none"})


def is_not_only(word: Token) -> bool:
    """ "not just the nine", "not only": it adds rather than denies."""
    return word.lower_ in {"not", "n't"} and word.i + 1 < len(word.doc) and word.nbor().lower_ in {"only", "just", "merely", "simply"}


def is_negated(token: Token) -> bool:
    """By a negative adverb or determiner of its own, or of its auxiliary, a negative subject ("no aid entered") or object ("agreed to nothing")."""
    if any(c.lower_ in {"nothing", "nobody"} and not children(c, "acl") and takes(token, c) for c in token.children):
        return True
    if any(c.lower_ in NEGATIVE and base(c) in {"advmod", "det", "cc", "discourse", "aux"} and not is_not_only(c) for c in token.children):
        return True
    return any(
        any(d.lower_ in {"no", "neither"} and base(d) in {"det", "cc"} for d in s.children) or s.lower_ in {"nobody", "none"} for s in own_subjects(token)
    )


def takes(verb: Token, noun: Token) -> bool:
    """Is it the verb's object, or what the verb reaches by "to" or "on"?"""
    return base(noun) == "obj" or (base(noun) == "obl" and preposition(noun) in {"to", "on"})


def is_relative(clause: Token) -> bool:
    return clause.dep_ in {"acl:relcl", "advcl:relcl"}


def ancestors(token: Token) -> Iterator[Token]:
    """Heads, nearest first, the root last."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subtree_range(token: Token) -> tuple[int, int]:
    """Token indices [start, end) of everything below a token."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(doc_slice: Span) -> Span:
    """The span without outer punctuation, blanks and conjunctions."""
    start, end = doc_slice.start, doc_slice.end
    doc = doc_slice.doc
    while start < end and (doc[start].is_space or doc[start].pos_ in {"PUNCT", "CCONJ"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].pos_ in {"PUNCT", "CCONJ"}):
        end -= 1
    return doc[start:end]


def noun_phrase(noun: Token, *, clauses: bool = False, conjoined: bool = False, appositions: bool = False) -> Span:
    """The phrase of a noun with what stands before it and its prepositional dependents, without its case marker.

    Relative and participle clauses, coordinated phrases and appositions are left out unless asked for; the span is contiguous.
    """
    left = noun.i
    right = noun.i + 1
    for child in noun.children:
        relation = base(child)
        if child.i < noun.i:
            if relation in {"case", "cc", "punct", "mark", "advcl", "discourse", "parataxis"} or child.dep_ in {"cc:preconj"}:
                continue
            left = min(left, child.left_edge.i)
        else:
            if relation in {"punct", "case"} and not (relation == "case" and child.tag_ == "POS"):
                continue
            if relation == "acl" and not clauses:
                break
            if relation in {"conj", "cc"} and not conjoined:
                break
            if relation in {"appos", "parataxis"} and not appositions:
                break
            if relation == "case":
                continue
            right = max(right, child.right_edge.i + 1)
    return trimmed(noun.doc[left:right])


def clause(verb: Token) -> Span:
    """The contiguous span of a verb with its own dependents, coordinated clauses and outer marks left out."""
    left, right = verb.i, verb.i + 1
    for child in verb.children:
        relation = base(child)
        if relation in {"punct", "cc", "discourse"} or (relation in {"conj", "parataxis"} and child.i > verb.i):
            continue
        if relation == "mark" and child.lower_ in {"that", "while", "as", "because"}:
            continue
        left = min(left, child.left_edge.i)
        right = max(right, child.right_edge.i + 1)
    for child in verb.children:  # a coordinated clause bounds it on the right
        if base(child) in {"conj", "parataxis"} and verb.i < child.left_edge.i < right:
            right = child.left_edge.i
    return trimmed(verb.doc[left:right])
