"""What a stance is about: the object, clause or prepositional phrase of the word that takes it, cut from the text."""

from __future__ import annotations

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import complement_clauses, markers, open_complements
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, obliques
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import base, children, conjuncts
from trucekeeper.language.grammar.voice import is_passive
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import acts
from trucekeeper.reading.events.roles import is_party
from trucekeeper.reading.events.statuswords import governor_word, has_to
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.lost_contents import behind, behind_addressed, behind_aside, behind_day, behind_that, infinitive_after, wanted_of_several
from trucekeeper.reading.positions.openers import opener_after
from trucekeeper.reading.positions.passages import SAYS_MORE, of_word, takes_a_thing, with_tail
from trucekeeper.reading.positions.topics import issue_of


def unwrapped(noun: Token) -> Token:
    """From "the need for access" to the access: a noun that only says that something is demanded gives way to its complement."""
    if governor_word(noun, "noun") != "demanded":
        return noun
    inner = [*obliques(noun, "for", "of"), *(c for c in children(noun, "acl") if has_to(c) or markers(c))]
    asked = infinitive_after(inner[0]) if inner and is_party(inner[0]) else None  # "the need for them | to remove it"
    return asked or (inner[0] if inner else noun)


def contents(word: Token, second: str | None) -> list[Span]:
    """The passages that a verb or adjective takes for its matter: each coordinated noun or clause is one."""
    return [with_tail(s, word) for s in (of_word(h) if isinstance(h, Token) else h for h in own_heads(word, second)) if len(s)]


def can_be_asked(noun: Token) -> bool:
    """A party, or several of whom an infinitive follows right behind ("called for the rivals | to share power")."""
    after = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 3)]
    return is_party(noun) or (noun.tag_ == "NNS" and len(after) == 2 and after[0].lower_ == "to" and after[1].tag_ == "VB")


def own_heads(word: Token, second: str | None) -> list[Token | Span]:
    return [h for h in heads(word, second) if isinstance(h, Span) or not is_of_another(h)]


def heads(word: Token, second: str | None) -> list[Token | Span]:
    if second:
        mark = second.rsplit(" ", 1)[-1]
        close = (p for p in obliques(word, mark) if p.i > word.i or word.dep_ == "acl:relcl")  # not "On the other hand, he insists …"
        found: list[Token | Span] = [p for p in close if not is_time(p)]  # nor "agreed on Friday on a truce"
        lost = behind(word, mark) if not found else None
        found = found or ([lost] if lost is not None else [])
        if not found and word.dep_ == "acl:relcl" and word.head.i < word.i and word.head.pos_ == "NOUN":
            found = [word.head]  # "the autonomy that the movement has been pushing for since 1976"
        asked = [i for h in found if isinstance(h, Token) and can_be_asked(h) and (i := infinitive_after(h)) is not None]
        if asked or found:
            if asked and mark == "for":  # "called for a mission to replace the peacekeepers": who is to do it belongs to the matter
                return [word.doc[h.left_edge.i : of_word(asked[0]).end] for h in found[:1] if isinstance(h, Token)]
            return [*asked[:1]] if asked or (mark != "for" and lemma_in(word, listed("addressing"))) else found
    joined = small_clause(word) or of_thing_told(word) or thing_wanted(word)
    if joined is not None:
        return [joined]
    found = [
        h
        for c in [*open_complements(word), *(c for c in complement_clauses(word) if not is_contrast(c, word))]
        for h in conjuncts(c)
        if h is c or not ((has_to(c) or modal(c)) and h.tag_ in {"VBD", "VBZ"})
    ]
    if takes_a_thing(word):
        return [asked_for(antecedent(o, word), word) for o in objects(word)]
    found += [
        c
        for c in children(word, "advcl")
        if c.i > word.i
        and not any(m.lower_ == "in" for m in markers(c))  # "in order to"
        and not (
            objects(word) and c.left_edge.i > 0 and "," in {word.doc[c.left_edge.i].text, word.doc[c.left_edge.i - 1].text}
        )  # "a truce, to be followed by talks"
        and (has_to(c) or (c.tag_ == "VBG" and c.left_edge.i <= word.i + 2 and not children(c, "mark", "case")))
    ]
    hung = [(o, c) for o in [*objects(word), *children(word, "iobj")] for c in children(o, "acl") if has_to(c) and o.i > word.i]
    things = hung and not any((is_party(o) and not is_passive(c)) or o.pos_ == "PRON" for o, c in hung)  # "demanded polls to elect an assembly"
    if hung and (things or governor_word(word, "clause") != "demanded"):  # "wants the displaced to return": who is to do it belongs to the matter
        return [word.doc[o.left_edge.i : of_word(c).end] for o, c in hung]
    found += [c for _, c in hung]
    opener = opener_after(word)
    wanted = wanted_of_several(word) if not found else None
    if wanted is not None:
        return [wanted]
    kept = [h for h in found if opener is None or isinstance(h, Span) or h.i < opener]  # "proposed a truce in exchange for troops to withdraw"
    addressed = behind_addressed(word) if not kept and objects(word) and all(is_party(o) or o.pos_ == "PRON" for o in objects(word)) else None
    kept = kept or ([addressed] if addressed is not None else [*map(unwrapped, (antecedent(o, word) for o in objects(word)))])
    far: list[Token | Span] = [p for p in (behind_day(word), behind_that(word), behind_aside(word), behind_addressed(word)) if p is not None]
    return kept or far[:1]


def is_of_another(head: Token) -> bool:
    """Of "with the king asking for a truce and the rebels | insisting on a vote" the "insisting" (or the rebels): it is another's stance."""
    told = head.nbor() if base(head) == "conj" and is_party(head) and head.i + 1 < len(head.doc) else head
    return told.tag_ == "VBG" and lemma_in(told, stances().verbs) is not None and told.i > 0 and is_party(told.nbor(-1))


def is_contrast(told: Token, word: Token) -> bool:
    """Of "sought a vote, | but the king argued against it" the "argued", which a tree easily hangs on the seeking."""
    named = own_subjects(told)
    return bool(named) and any(t.lower_ == "but" and t.nbor(-1).text == "," for t in word.doc[word.i + 1 : named[0].i])


def antecedent(thing: Token, word: Token) -> Token:
    """Of "…, which the rebels oppose", what the "which" stands for."""
    return word.head if thing.tag_ in SAYS_MORE and word.dep_ == "acl:relcl" and thing.i < word.i else thing


def asked_for(thing: Token, word: Token) -> Token | Span:
    """ "rejected demands by its rival | to hand over the port": the infinitive that says what is demanded, wherever the tree hangs it."""
    end = thing.right_edge.i + 1
    if lemma_in(thing, stances().nouns):
        for beside in children(word, "obl"):  # "rebuffed calls | by the king | for a truce", hung on the verb
            end = beside.right_edge.i + 1 if beside.left_edge.i == end and beside.left_edge.lower_ in {"by", "from", "for"} else end
    if end > thing.right_edge.i + 1:
        return word.doc[thing.left_edge.i : end]
    wanted = next((c for c in children(word, "advcl") if has_to(c) and c.i > thing.i), None)
    if wanted is None or obliques(thing, "for") or not (lemma_in(thing, stances().nouns) or lemma_in(thing, acts().agreements)):
        return unwrapped(thing)
    if stances().nouns.get(lemma_in(thing, stances().nouns) or "") == "demands" and not lemma_in(thing, {"condition"}):
        return word.doc[clause(wanted).start : wanted.right_edge.i + 1]
    return word.doc[thing.left_edge.i : clause(wanted).end]


def small_clause(word: Token) -> Span | None:
    """ "wants elections postponed", "the war declared over", "opposed the army staying": an object with a participle of its own."""
    participle = next((c for c in children(word, "xcomp") if c.tag_ in {"VBN", "VBD", "JJ", "VBG"} and not has_to(c)), None)
    thing = next((o for o in children(word, "obj") if participle is not None and word.i < o.i < participle.i), None)
    return word.doc[thing.left_edge.i : participle.right_edge.i + 1] if thing is not None and participle is not None else None


def of_thing_told(word: Token) -> Span | None:
    """ "sought a guarantee | that the raids would end": a clause right behind the object says what the object is, wherever the tree hangs it."""
    for told in complement_clauses(word):
        thing = next((o for o in objects(word) if o.pos_ == "NOUN" and not is_party(o) and o.i + 1 == told.left_edge.i), None)
        if thing is not None and told.left_edge.lower_ == "that":
            return word.doc[thing.left_edge.i : clause(told).end]
    return None


def thing_wanted(word: Token) -> Span | None:
    """ "wants talks to resume": a thing and what is to become of it are one matter."""
    if lemma_in(word, listed("wanting")) is None:
        return None
    misread = next((o for o in objects(word) if o.pos_ == "NOUN" and bare_after(o) is not None), None)
    if misread is not None and (bare := bare_after(misread)) is not None:
        return word.doc[misread.left_edge.i : bare.i + 1]
    become = next((c for c in children(word, "xcomp") if has_to(c)), None)
    thing = next((o for o in children(word, "obj") if become is not None and word.i < o.i < become.i and o.pos_ == "NOUN" and is_matter(o, become)), None)
    return word.doc[thing.left_edge.i : clause(become).end] if thing is not None and become is not None else None


def is_matter(thing: Token, become: Token) -> bool:
    """No party that is there already and could act ("wants | an assembly to decide"), or one that alone tells the matter ("wants | police to stand by")."""
    if not is_party(thing) or any(d.lower_ in {"a", "an"} for d in children(thing, "det")):
        return True
    return issue_of(list(of_word(become))) is None and issue_of([thing]) is not None


def bare_after(thing: Token) -> Token | None:
    """Of "want the war to end", the "end", which a tree easily takes for a noun."""
    doc, at = thing.doc, thing.i + 1
    if at + 1 >= thing.sent.end or doc[at].tag_ != "TO" or doc[at].dep_ != "case" or doc[at + 1].pos_ != "NOUN":
        return None
    return doc[at + 1]


def joins_objects(word: Token, verb: Token) -> bool:
    """Whether an "and" joins two objects of the verb, and not two words inside one of them."""
    joined = word.head
    return base(joined) == "conj" and any(joined.head == o for o in objects(verb))
