"""Lists unfold: "a withdrawal, an end to the siege and the release of prisoners" is three matters, whatever a tree makes of the commas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.phrases import trimmed
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.nouns import noun_frame
from trucekeeper.reading.events.statuswords import governor_word, says
from trucekeeper.reading.positions.contents import is_of_another, joins_objects
from trucekeeper.reading.positions.exclusions import is_hostile_noun
from trucekeeper.reading.positions.lexicon import listed
from trucekeeper.reading.positions.topics import of_matter

FIRST_ITEM = 12  # words between a verb and the "(1)" of its list
QUOTES = frozenset({"”", '"', "''"})
BREAKS = frozenset(
    {"but", "while", "whereas", "although", "though", "because", "after", "when", "unless", "if", "until", "provided", "which", "who", "whom", "where"}
)
ASIDE = frozenset({"that", "since", "after", "when", "while", "until", "before"})
ITEM_ENDS = frozenset({"and", "or", "plus"})


def is_listing(verb: Token) -> bool:
    return lemma_in(verb, says()["listing"]) is not None


def list_end(verb: Token) -> int:
    """Where the list after a verb ends: before the clause that says who says so, at a semicolon or the sentence's end (token index, not included)."""
    doc, end = verb.doc, verb.sent.end
    comma = None
    for i in range(verb.i + 1, end):
        token = doc[i]
        if (token.text == ";" and not opens_further(token)) or (token.text in QUOTES and not is_opened_within(token, verb.i)):
            return i
        if token.text == ",":
            comma = i
        if token.tag_ in FINITE and comma is not None and governor_word(token, "clause") == "reported":
            return comma
    return end


def opens_further(semicolon: Token) -> bool:
    """Of "an end to raids; the release of captives": one more item follows, and no clause of its own."""
    after = semicolon.doc[semicolon.i + 1 : semicolon.sent.end]
    return not any(t.tag_ in FINITE and t.dep_ not in {"acl:relcl", "acl", "advcl"} for t in takewhile(lambda t: t.text != ";", after))


def listed_after(passage: Span) -> list[Span]:
    """The items behind "the following:"; none for another passage."""
    doc, end = passage.doc, passage.end
    if passage[-1].lower_ not in {"following", "these"} or end >= passage.sent.end or doc[end].text != ":":
        return []
    return [*items(doc[end])]


def numbered(word: Token) -> list[Span]:
    """The items of "wants it to (1) end the raids, (2) free the captives and (3) leave the town"."""
    doc, end = word.doc, word.sent.end
    marks = [i for i in range(word.i + 1, end - 3) if doc[i].text == "(" and doc[i + 2].text == ")" and len(doc[i + 1]) == 1]
    if len(marks) < 2 or marks[0] > word.i + FIRST_ITEM:
        return []
    return [without_joint(trimmed(doc[left + 3 : right])) for left, right in zip(marks, [*marks[1:], end], strict=True)]


def planned(passage: Span) -> list[Span]:
    """The acts of "a plan that would let the king stay, move up the vote and grant an amnesty", the first with the plan; none for another passage."""
    root = passage.root
    clause = next((c for c in children(root, "acl:relcl") if modal(c) is not None and c.i > root.i), None) if root.pos_ == "NOUN" else None
    acts = [c for c in children(clause, "conj") if c.tag_ in {"VB", "VBP"} and not own_subjects(c)] if clause is not None else []
    if not acts:
        return []
    starts = [passage.start, *(a.left_edge.i if a.left_edge.i > acts[0].head.i else a.i for a in acts)]
    ends = [*starts[1:], max(passage.end, acts[-1].right_edge.i + 1)]
    return [without_joint(trimmed(root.doc[left:right])) for left, right in zip(starts, ends, strict=True) if right > left]


def without_joint(item: Span) -> Span:
    """Without the "and" before the next item."""
    return trimmed(item[:-1]) if len(item) > 1 and item[-1].lower_ in ITEM_ENDS else item


def is_opened_within(mark: Token, start: int) -> bool:
    """Whether a quotation mark only ends (or, where both look alike, begins) a term inside a list (“facilitator”)."""
    before = sum(t.is_quote for t in mark.doc[start + 1 : mark.i])
    after = any(t.is_quote for t in mark.doc[mark.i + 1 : min(mark.sent.end, mark.i + 8)])
    return before % 2 == 1 or (mark.text == '"' and after)


def items(verb: Token) -> Iterator[Span]:
    """The items of the list after a listing verb, by its commas and its last "and"; a list of two without a comma is left to the tree and to its matters."""
    doc, end = verb.doc, list_end(verb)
    several = [t.i for t in doc[verb.i + 1 : end] if t.text == ";"]  # "aid for the town, and fuel; an end to raids": what stands between them may be cut again
    cuts: list[int] = several
    for i in range(verb.i + 1, end) if not several else ():
        word = doc[i]
        if word.text == "," and i + 1 < end and doc[i + 1].lower_ in {"not", "rather"}:
            continue  # "recognised as liberators, not separatists"
        if word.text == "," and i + 1 < end and doc[i + 1].lower_ in {"including", "especially", "notably", "particularly", "which"}:
            end = i  # what only says more of the last item
            break
        joins = word.lower_ in ITEM_ENDS and (cuts or joins_objects(word, verb))
        if joins or (word.text == "," and not between_numbers(word)):
            cuts.append(i)
    found: list[Span] = []
    for left, right in zip([verb.i, *cuts], [*cuts, end], strict=True):
        item = without_opening(trimmed(doc[left + 1 : right]))
        if not any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in item):
            continue
        if found and doc[left].lower_ in ITEM_ENDS and is_inner(item, found[-1]) and of_matter(item) in {None, of_matter(found[-1])}:
            found[-1] = doc[found[-1].start : item.end]  # "the release of captives | and detainees"
        else:
            found.append(item)
    for item in found:
        yield from unfolded(item, item.end) if several or not cuts else [item]


def between_numbers(comma: Token) -> bool:
    doc, i = comma.doc, comma.i
    return 0 < i < len(doc) - 1 and doc[i - 1].like_num and doc[i + 1].like_num


def without_opening(item: Span) -> Span:
    """Without a preposition that only strings it on the list ("with the council returning")."""
    while len(item) > 1 and item[0].tag_ == "IN" and item[0].lower_ in {"with", "of", "that", "from"}:
        item = item[1:]
    return item


def matter_end(content: Span, verb: Token, limit: int | None = None) -> int:
    """How far coordination can carry a matter on: up to a new clause, a quotation's end or what comments on it."""
    doc, end = content.doc, verb.sent.end if limit is None else limit
    finite = FINITE - {"VBP", "MD"} if "that" in {t.lower_ for t in doc[verb.i + 1 : content.start + 1]} else FINITE  # "that they disband and leave"
    for i in range(content.start + 1, end):
        token = doc[i]
        if token.text in {";", ":", "–", "—", "("} or token.text in QUOTES or token.lower_ in BREAKS:
            return i
        if token.text == "," and i < content.root.i:
            continue  # an aside before the verb ("the president, who seized power, should stand trial")
        if token.text == "," and (i + 1 >= end or not opens_item(doc, i + 1, end, gerunds=content.root.tag_ == "VBG")):
            return i
        if token.tag_ == "VBG" and i > content.start + 1 and governor_word(token, "clause") == "reported" and doc[i - 1].lower_ not in ITEM_ENDS:
            return i  # "rejects the idea saying it is a breach"
        if token.lower_ in ITEM_ENDS and i + 1 < end and doc[i + 1].tag_ in {"VBD", "VBN", "VBZ"} and content.root.tag_ == "VB":
            return i  # "was ready to negotiate and wanted peace"
        if token.lower_ in ITEM_ENDS and i + 2 < end and doc[i + 1].lower_ in {"we", "i"} and doc[i + 2].tag_ in {"MD", "VBP"}:
            return i  # "cannot accept this and we will go on"
        if token.lower_ in ITEM_ENDS and token.head.tag_ in {"VBD", "VBN"} and base(token.head) == "conj" and token.head.head == verb:
            return i  # "dismissed the offer and again called for a truce"
        if token.lower_ in ITEM_ENDS and content.root.tag_ == "VB" and any(t.tag_ == "VBP" for t in doc[i + 1 : min(end, i + 2 + (doc[i + 1].pos_ == "ADV"))]):
            continue  # "must respect and (also) recognise", the second tagged as a present
        if token.lower_ in ITEM_ENDS and i + 1 < end and doc[i + 1].dep_ == "mark" and doc[i + 1].lower_ == "that" and content.root.pos_ == "NOUN":
            return i  # "did not want a deal | and that it rejected …"
        if token.lower_ in ITEM_ENDS and (goes_on(doc, i, end, finite) or joins_sentence(token, verb)):
            return i
    return end


def joins_sentence(joint: Token, verb: Token) -> bool:
    """Of "agreed to open the road, | and the king's refusal to sign left it closed" the "and": what follows has a subject and verb of its own."""
    further = (c for c in children(verb, "conj") if c.tag_ in {"VBD", "VBZ"} and own_subjects(c) and c.i > joint.i)
    return any(not any(t.tag_ in FINITE or t.lower_ in ITEM_ENDS for t in joint.doc[joint.i + 1 : c.i]) for c in further)


def opens_item(doc: Doc, i: int, end: int, *, gerunds: bool = False) -> bool:
    """Whether a comma is followed by one more item and not by a comment: no participle, no subject with a verb of its own before the next comma."""
    start = i + (doc[i].lower_ in ITEM_ENDS)
    if doc[min(start, end - 1)].tag_ == "VBG" and not gerunds:
        return False
    if doc[i].tag_ in {"VBN", "WDT", "WP", "WRB", "RB"} or doc[i].lower_ in {"including", "such", "as", "with", "be"}:
        return False
    for token in doc[i:end]:
        if token.tag_ in FINITE:
            return False
        if token.text in {",", ";"} or token.lower_ in ITEM_ENDS:
            return any(t.lower_ in ITEM_ENDS for t in doc[token.i : end])
    return False  # the last item of a list has an "and"; what comes without one only says more


def goes_on(doc: Doc, i: int, end: int, finite: frozenset[str]) -> bool:
    """Whether an "and" opens a new clause: a finite verb comes before the next comma or relative."""
    for token in doc[i + 1 : end]:
        if (token.tag_ in finite and token.dep_ not in {"acl", "amod"}) or is_of_another(token):
            return True
        if token.text in {",", ";"} or token.lower_ in ITEM_ENDS or token.tag_ in {"WDT", "WP", "TO"} or token.lower_ in ASIDE:
            return False
    return False


def unfolded(content: Span, end: int, start: int = 0) -> list[Span]:
    """A passage up to `end`, cut at commas and "and" (from `start` on) where what stands on both sides is a matter of its own; whole where it is one."""
    doc = content.doc
    cuts = [i for i in range(max(content.start + 1, start), end) if (doc[i].text == "," and not between_numbers(doc[i])) or doc[i].lower_ in ITEM_ENDS]
    cuts = [i for i in cuts if not is_between(doc, content.start, i) and not is_within_relative(doc[i], content.root)]
    last = max((i for i in cuts if doc[i].lower_ in ITEM_ENDS), default=0)
    cuts = [i for i in cuts if i <= last]  # "a reactor, | a type less easily misused": a list has an "and"
    if not cuts:
        lost = end > content.end and not any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in content)  # "insists on arranging | supervised flights"
        return [trimmed(doc[content.start : end])] if lost else [content]
    parts: list[tuple[Span, str | None]] = []
    for left, right in zip([content.start - 1, *cuts], [*cuts, end], strict=True):
        piece = trimmed(doc[left + 1 : right])
        if not len(piece):
            continue
        issue = of_matter(piece, strict=True)
        apart = is_new_clause(piece) or is_like_gerund(piece, content) or (piece[0].tag_ == content[0].tag_ == "VBG" and len(piece) > 1)
        if parts and (apart or (issue is not None and parts[-1][1] is None and is_further_item(piece, content))):
            parts.append((piece, issue))
        elif parts and (not has_matter(parts[-1][0]) or issue is None or parts[-1][1] is None or issue == parts[-1][1] or is_inner(piece, parts[-1][0])):
            parts[-1] = (doc[parts[-1][0].start : piece.end], parts[-1][1] or issue)
        else:
            parts.append((piece, issue))
    if len(parts) == 1 and parts[0][1] is not None and of_matter(content) is None:
        return [parts[0][0]]  # "to reconsider | and make it possible to vote": only the whole tells the matter
    return [piece for piece, _ in parts] if len(parts) > 1 else [content]


def is_further_item(piece: Span, content: Span) -> bool:
    """ "for real powers, a fair share of seats, | the release of prisoners, and …": a noun with its article and matter, in a list of three or more."""
    doc = content.doc
    several = sum(t.text == "," for t in doc[content.start : piece.end]) >= 2
    return several and piece[0].pos_ == "DET" and piece.root.pos_ == "NOUN" and any(t.lower_ in {"of", "for", "to"} for t in piece)


def is_between(doc: Doc, start: int, joint: int) -> bool:
    """The "and" of "talks between the parliament | and the council"."""
    before = [t.lower_ for t in doc[start:joint]]
    return "between" in before and "and" not in before[before.index("between") :]


def is_within_relative(joint: Token, root: Token) -> bool:
    """The "and" of "a settlement that names guarantors | and a force": what it joins belongs to what is said of the matter."""
    joined = joint.head if joint.dep_ == "cc" else joint
    clause = next((a for a in (joined.head, *ancestors(joined.head)) if a.dep_ == "acl:relcl"), None) if base(joined) == "conj" else None
    return clause is not None and clause.head == root and joined.head != root and joined.head != clause


def has_matter(piece: Span) -> bool:
    """ "a just | and lasting peace": an adjective alone is no matter."""
    last = piece[-1]
    loose = (last.pos_ == "ADJ" and last.lower_ != "own") or (last.pos_ == "ADV" and len(piece) > 1 and piece[-2].pos_ == "DET")
    return not loose and any(t.pos_ in {"NOUN", "PROPN", "VERB", "NUM", "PRON"} for t in piece)


def is_new_clause(piece: Span) -> bool:
    """ "and | that the people be heard", "and | by pulling out its troops": what begins so is a matter of its own."""
    return len(piece) > 2 and (piece[0].lower_ == "that" or (piece[0].lower_ == "by" and piece[1].tag_ == "VBG"))


def is_like_gerund(piece: Span, content: Span) -> bool:
    """ "insists on withdrawing its guns | and on replacing the guards": a gerund behind the preposition of the first."""
    opens = content[0].tag_ == "VBG" or (len(content) > 1 and content[0].tag_ == "IN" and content[1].tag_ == "VBG")
    return opens and len(piece) > 2 and piece[0].tag_ == "IN" and piece[1].tag_ == "VBG"


def is_act(noun: Token) -> bool:
    """A noun that names something to be done ("withdrawal", "reopening")."""
    return noun.pos_ == "NOUN" and (noun.lower_.endswith("ing") or noun_frame(noun) is not None)


def is_inner(piece: Span, before: Span) -> bool:
    """Of "talks on borders and security": a bare noun behind a prepositional phrase or an infinitive is coordinated inside it, and a new phrase goes on."""
    if len(piece) == 1 and is_hostile_noun(piece[0]) and any(lemma_in(t, listed("stopping")) for t in before):
        return True  # "an end to raids | and kidnapping"
    if piece[0].lower_ in {"regarding", "concerning", "including", "such"} or (piece[0].lower_ == "then" and piece[1:2].root.like_num):
        return True  # "and then 200 more"
    if len(piece) > 1 and piece[0].pos_ == "ADV" and piece[1].tag_ == "VB":
        return False  # "and genuinely join the talks"
    root = piece.root
    if lemma_in(before.root, listed("stopping")) and any(t.dep_ == "conj" and base(t.head) == "obj" and t.head.head == before.root for t in piece):
        return True  # "end all raids | and crime in the town": what is to end is one matter
    if base(root) == "conj" and root.head.i < before.start and not any(t.tag_ == "IN" for t in piece):
        return False  # "want access, the lifting of sanctions on Norland | and new laws"
    if base(root) == "conj" and root.pos_ == "NOUN" and before.start <= root.head.i < before.end:
        if root.head != before.root and is_hostile_noun(root) and is_hostile_noun(root.head):
            return True  # "an inquiry into the killing of two men | and the abduction of a farmer"
        if root.head.i == before.end - 1 and base(root.head) in {"nmod", "obl"} and root.left_edge.i >= root.i - 1:
            return True  # "an agreement on the operation | and filling of the dam"
        if root.head == before.root or (is_act(root) and is_act(before.root)):
            return False
        if before[0].pos_ == "DET" and piece[0].pos_ != "DET" and piece[0].tag_ != "PRP$" and not any(t.tag_ == "IN" for t in before):
            return True  # "the unity | and territorial integrity of the country"
        if base(root.head) in {"nmod", "obl"} and piece[0].pos_ not in {"DET", "PRON"} and piece[0].tag_ not in {"PRP$", "IN"}:
            return True  # "from the sale of oil | and gas produced in the north"
    if piece[0].lower_ == "to" and piece[0].dep_ == "mark":
        return False
    if piece[0].tag_ == "IN" and piece[0].lower_ != "that" and not any(t.tag_ == "TO" for t in piece):
        return True
    if piece[0].pos_ in {"DET", "VERB", "AUX", "PART"} or piece[0].tag_ in {"PRP$", "VBG", "VB"}:
        return False
    return not any(t.tag_ == "IN" for t in piece) and any(t.tag_ == "IN" or t.tag_ == "VB" for t in before)
