"""Cues that are verbs: which reading of each stands, and clauses that follow the cue."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.relations import base, children, is_negated, is_perfect, modal
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import NOMINAL, turned_source
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import clause_end, sums_up
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.making import made
from trucekeeper.reading.statements.objects import read_named, read_open, read_passive, read_phrase, read_tally
from trucekeeper.reading.statements.page import COMMAS, Page, Words
from trucekeeper.reading.statements.parenthesis import read_around, read_before, read_quoted
from trucekeeper.reading.statements.sources import find_source, receiver
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
NOUNS_PLACES = frozenset({"appos", "compound", "nmod", "obl"})  # where no verb stands
UNSAID = frozenset({"without", "than", "worth"})  # before a gerund
IF = frozenset({"if", "unless", "provided", "lest", "whether"})
ONCE = frozenset({"once", "until", "till", "when", "before"})  # of what is to come, with a verb in the present
WHEN = frozenset({"when", "if", "once", "until", "unless", "though", "although", "whenever"})  # before a participle told of the main clause's subject


def verb_cues(page: Page) -> Iterator[int]:
    """Tokens outside quoted speech that can be cue verbs."""
    heads = lexicon().forms
    for i, lemma in enumerate(page.lemmas):
        if page.in_speech(i):
            continue
        if lemma in heads and page.pos[i] in {"VERB", "AUX"} and not (page.tags[i] == "NN" and base(page.tokens[i]) in NOUNS_PLACES):  # "May report"
            yield i


def read_verb(page: Page, i: int) -> Draft | None:
    """The best reading of one cue verb: a clause, then an infinitive, then a phrase; None where it has no content."""
    word = modal(page.tokens[i])
    if word is not None and word.lower_ == "shall":  # what a text lays on somebody is no saying of his ("The Parties shall report …")
        return None
    if _loose_participle(page, i) or _answers_by_deed(page, i) or _is_condition(page, i) or _is_left_unsaid(page, i):
        return None
    if page.lower[i] == "referring" and page.tags[i] == "VBG":  # it explains what is said, or tells whom an outlet has it from
        return None
    for name, readings in _names(page, i):
        if not readings:
            continue
        draft = (
            read_around(page, i, name)
            or _clause(page, i, name)
            or read_before(page, i, name)
            or read_quoted(page, i, name)
            or read_named(page, i, name)
            or read_open(page, i, name)
            or read_phrase(page, i, name)
            or read_passive(page, i, name)
            or read_tally(page, i, name)
            or _plain(page, i, name)
        )
        if draft is not None:
            return draft
    return None


def _loose_participle(page: Page, i: int) -> bool:
    """ ", asked for comment, …", ", known as the Front, …": told of the noun before it, and nothing that it says."""
    token = page.tokens[i]
    bare = page.tags[i] == "VBN" and i > page.unit(i)[0] and not children(token, "aux", "nsubj", "ccomp") and page.lower[i + 1 : i + 2] != ["by"]
    if bare and page.lower[i - 1] in WHEN:  # "when asked for his view"
        return True
    return bare and page.lower[i - 1] == "," and base(token) not in {"conj", "root"}


def _is_left_unsaid(page: Page, i: int) -> bool:
    """ "without knowing that", "failed to note that", "let them tell", "needs a majority to confirm it": nobody has said it."""
    if page.tags[i] == "VBG":
        return page.lower[i - 1] in UNSAID
    if page.tags[i] != "VB" or page.lower[i - 1] != "to":
        return False
    token = page.tokens[i]
    above = token.head
    if base(token) == "acl" and page.pos[above.i] == "NOUN" and can_speak(page, above.i, texts=False):
        return True
    return base(token) in {"xcomp", "ccomp", "advcl"} and page.lemmas[above.i] in lexicon().preventing


def _is_condition(page: Page, i: int) -> bool:
    """ "talks if they renounce violence", "once they condemn the raid", "on condition that they …": what somebody would have to say, and has not said."""
    token = page.tokens[i]
    while base(token) == "conj" and not children(token, "nsubj") and page.unit(i)[0] <= token.head.i < token.i:
        token = token.head
    marks = {page.lower[c.i] for c in children(token, "mark", "advmod") if c.i < token.i}
    if marks & IF or (marks & ONCE and page.tags[i] in {"VBP", "VBZ", "VB"}):
        return True
    left = min([token.i, *(c.left_edge.i for c in children(token, "nsubj") if c.i < token.i)])
    before = [w for w in page.lower[max(page.unit(i)[0], left - 4) : left] if w != "that"][-2:]
    return before in (["on", "condition"], ["the", "condition"])


def _answers_by_deed(page: Page, i: int) -> bool:
    """ "responded with rockets": nothing that is said."""
    after = i + 2
    return page.lemmas[i] in lexicon().silent and page.lower[i + 1 : after] == ["with"] and after < len(page.pos) and page.quote_of[after] < 0


def _names(page: Page, i: int) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    """What the verb can be called, longest first: with its particle or preposition, then alone."""
    words = lexicon().verbs
    lemma = page.lemmas[i]
    longest = " ".join([lemma, *page.lower[i + 1 : i + 3]])
    if longest in words and longest.count(" ") == 2:
        yield longest, words[longest]
    for j in (i + 1, i + 2, i + 3):
        if j >= page.unit(i)[1]:
            break
        pair = f"{lemma} {page.lower[j]}"
        if j == i + 1 and pair in words and page.pos[j] == "NOUN":  # "expressed hope that"
            yield pair, words[pair]
        gerund = page.pos[j] == "SCONJ" and page.tags[j + 1 : j + 2] == ["VBG"]  # "called for resuming the talks"
        if pair not in words or not (gerund or page.pos[j] in {"ADP", "ADV", "PART"}) or page.lower[min(j + 1, page.unit(i)[1] - 1)] in lexicon().dates:
            continue
        if page.lower[j] == "on" and any(base(c) == "obj" and i < c.i < j for c in page.tokens[i].children):
            continue  # "reported her presence on Twitter"
        if j == i + 1 or base(page.tokens[j]) == "compound" or page.tokens[j].head.head.i == i:
            yield pair, words[pair]
    particle = any(c.i == i + 1 for c in children(page.tokens[i], "compound"))  # "backed off a plan"
    if lemma in words and not particle:
        yield lemma, words[lemma]


def _clause(page: Page, i: int, name: str) -> Draft | None:
    """ "said (that) the talks would go on"."""
    cue = lexicon().verb(name, "that")
    if cue is None or _follows_content(page, i) or page.lower[i + 1 : i + 2] in (["and"], ["but"]):
        return None
    unit = page.unit(i)
    for comp in children(page.tokens[i], "ccomp"):
        if comp.i > i and comp.i < unit[1]:
            start = _clause_start(page, i, comp)
            start = _past_aside(page, i, start, told=cue.addressee)
            earlier = _that_after(page, i, told=cue.addressee, own=" " in name) if start > i + 3 and page.lower[start] != "that" else None
            if earlier is not None and earlier < start and page.lower[earlier] == "that":  # of a clause that the tree hung on a noun before it
                head = page.tokens[earlier].head
                return made(page, i, name, cue, "clause", [(earlier, clause_end(page, i, head if head.i > earlier else page.tokens[earlier], earlier))])
            told = _told(page, i, start) if cue.addressee else None
            if told is not None:
                return _with_addressee(made(page, i, name, cue, "clause", [(told + 1, clause_end(page, i, comp, told + 1))]), told)
            taken = next((c for c in children(page.tokens[i], "obj", "iobj") if i < c.i < start and c.left_edge.i == i + 1), None)
            lone = not children(comp, "nsubj", "csubj") or (lexicon().verb(name, "np") is None and page.pos[i + 1] != "PRON")
            torn = start > i + 3 and page.pos[start - 1] == "NOUN" and page.lemmas[start - 1] not in lexicon().venues | lexicon().documents | lexicon().dates
            torn = torn and any(base(c) == "obl" and c.left_edge.i == i + 1 and c.right_edge.i == start - 1 for c in page.tokens[i].children)
            despite = start > i + 1 and page.lower[i + 1] == "despite" and not cue.addressee
            if despite or ((taken is not None or torn) and not cue.addressee and lone and _finite_head(page, comp)):
                start = i + 1  # its subject, taken for the cue's object
            if page.tags[i] == "VBG" and page.lower[start - 1] == "," and page.quote_of[start] < 0:
                continue
            if (
                page.lower[start - 1] == ","
                and page.lower[start] != "that"
                and lexicon().verb(page.lemmas[comp.i], "quote") is not None
                and page.quote_of[start] < 0
            ):
                continue  # "agreed to a truce, the neighbours said"
            if (
                page.lower[start - 1] == ","
                and page.lower[start] != "that"
                and not cue.addressee
                and any(i < o.i < start for o in children(page.tokens[i], "obj"))
            ):
                continue  # "repeated its promise of tents, the union offered money"
            if sums_up(page, start) or (page.lower[start] in COMMAS and sums_up(page, start + 1)):
                continue  # "…, two residents told the paper, a claim the army denied"
            gerund = page.tags[comp.i] == "VBG" and (comp.i == i + 1 or page.lower[comp.i - 1] == ",")
            if gerund and "ing" not in cue.frames and not children(comp, "nsubj", "aux"):
                continue  # "…, the president said echoing his rival"
            if page.tags[i] == "VB" and base(page.tokens[i]) == "acl" and cue.act == "announcement" and page.lower[start] != "that":
                continue  # "the deadline to release them would end"
            return made(page, i, name, cue, "clause", [(start, clause_end(page, i, comp, start))])
    lost = _lost_clause(page, i, told=cue.addressee)
    if lost is not None:
        return made(page, i, name, cue, "clause", [(lost[0], clause_end(page, i, lost[1], lost[0]))])
    that = _that_after(page, i, told=cue.addressee, own=" " in name)
    held = cue.act == "claim" and page.tags[i] == "VBN" and page.lower[i - 1] == "being"  # "rules to which they are being held that others ignore"
    if that is not None and not held:
        return made(page, i, name, cue, "clause", [(that, clause_end(page, i, page.tokens[that], that))])
    comma = _comma_after_outlet(page, i) if cue.addressee else None
    if comma is not None and page.finite((comma + 1, unit[1])):
        return _with_addressee(made(page, i, name, cue, "clause", [(comma + 1, unit[1])]), comma - 1)
    return None


def _comma_after_outlet(page: Page, i: int) -> int | None:
    """The comma of "Ann Lee told the Courier, the front had left.", where nothing stands before it that could be what was told."""
    found = layers(page.doc)
    mention = found.mention_at.get(i + 1) or found.mention_at.get(i + 1 + (page.pos[i + 1 : i + 2] == ["DET"]))
    if mention is None or mention.form != "name" or found.entities[mention.entity].kind not in {"agency", "media"} or page.lower[i - 1] == ",":
        return None
    end = mention.words[1]
    goes_on = end + 1 < page.unit(i)[1] and page.lower[end] == "," and page.pos[end + 1] in NOMINAL | {"PRON"}
    return end if goes_on and not page.finite((page.unit(i)[0], i)) else None


def _past_aside(page: Page, i: int, start: int, *, told: bool) -> int:
    """Where "that" begins what is said, behind whom or where it was said ("told the BBC's show that …", "said in a video shown on Monday that …")."""
    first = start + 1 if page.lower[start] == "," else start
    if start == i + 1 and page.lower[start] == "that" and page.pos[start] == "SCONJ":  # "assured that one of the reasons that led to it"
        return start
    if (
        told and page.lower[first - 1] == "," and {"who", "whose", "which"} & set(page.lower[first : first + 1])
    ):  # "told the paper, whose reporter had left, that …"
        return next((j for j in range(first + 1, min(first + 20, page.unit(i)[1] - 2)) if page.lower[j - 1 : j + 1] == [",", "that"]), start)
    aside = first < len(page.pos) and (page.lower[i + 1] == "," or page.pos[first] == "ADP" or told)
    if not aside or first > i + 2:
        return start
    for j in range(first + 1, min(first + 14, page.unit(i)[1] - 2)):
        if page.lower[j] == "that" and (page.pos[j] == "SCONJ" or page.finite((j + 1, page.unit(i)[1]))):
            plain = all(
                page.pos[k] in NOMINAL | {"PART", "ADP", "SCONJ"} or base(page.tokens[k]) == "acl" or page.tags[k] in {"VBN", "VBG"} or page.lower[k] == ","
                for k in range(first, j)
            )
            return j if plain and page.lower[j - 1] not in lexicon().summing else start
        if (page.is_finite(j) and base(page.tokens[j]) != "acl") or (page.pos[j] == "PRON" and page.tags[j] != "PRP$"):
            return start
    return start


def _finite_head(page: Page, clause: Token) -> bool:
    return not any(page.lower[c.i] in {"to", "that"} for c in clause.children) and any(page.is_finite(t.i) for t in (clause, *children(clause, "aux", "cop")))


def _told(page: Page, i: int, start: int) -> int | None:
    """The noun before a clause with its own subject, where the parser put those who are told into the clause ("told visiting envoys he …")."""
    outlet = _outlet_at(page, i + 1) if start == i + 1 else None
    if outlet is not None:
        return outlet
    if start != i + 1 or page.tags[start] not in {"VBG", "VBN", "JJ", "NNP"}:
        return None
    end = min(i + 8, page.unit(i)[1] - 1)
    at = next((j for j in range(i + 2, end) if page.lower[j + 1] in SUBJECTS or page.lower[j + 1] == "that"), None)
    if at is not None and page.lower[at] == ")" and page.tags[start] == "NNP":  # "told Agence Nord (AN) she and …"
        return at if can_speak(page, start, texts=False) else None
    return at if at is not None and page.pos[at] in {"NOUN", "PROPN"} and can_speak(page, at, texts=False) else None


def _outlet_at(page: Page, i: int) -> int | None:
    """The last word of the outlet's name that begins here ("told The Courier the front had …")."""
    found = layers(page.doc)
    mention = found.mention_at.get(i) or found.mention_at.get(i + (page.pos[i] == "DET"))
    if mention is None or mention.form != "name" or found.entities[mention.entity].kind not in {"agency", "media"} or mention.words[0] > i + 1:
        return None
    after = mention.words[1]
    return after - 1 if after < page.unit(i)[1] and page.pos[after] in NOMINAL | {"PRON"} else None


def _with_addressee(draft: Draft | None, told: int) -> Draft | None:
    if draft is not None:
        draft.addressee = told
    return draft


def _lost_clause(page: Page, i: int, *, told: bool) -> tuple[int, Token] | None:
    """A clause that the parser hung elsewhere: "has not said when …" as a time, "told the monitors they …" as a relative clause: its first word and verb."""
    token = page.tokens[i]
    for child in children(token, "advcl"):
        if child.left_edge.i == i + 1 and page.lower[i + 1] in {"when", "where"} and is_negated(token):
            return i + 1, child
    for person in children(token, "obj", "iobj") if told else ():
        for clause in children(person, "acl"):
            first = clause.left_edge
            if person.i < first.i == person.i + 1 and first.lower_ in SUBJECTS and can_speak(page, person.i, texts=False):
                return first.i, clause
    return None


def _follows_content(page: Page, i: int) -> bool:
    """Is the verb turned round after a comma ("…, said Ann")? Its content then stands before it."""
    if page.lower[i - 1] not in {",", '"', "”", "’", "'"} or page.tags[i] not in {"VBD", "VBZ", "VBP"}:
        return False
    if not any(page.pos[j] in {"VERB", "AUX"} for j in range(page.unit(i)[0], i)):
        return False
    if _turned(page, i) or turned_source(page, i) is not None:
        return True
    return any(base(c) == "nsubj" and c.i > i for c in page.tokens[i].children) and not any(base(c) == "nsubj" and c.i < i for c in page.tokens[i].children)


def _turned(page: Page, i: int) -> bool:
    """Does nothing but somebody follow to the end of the sentence (", said one source in the room.")?"""
    end = page.unit(i)[1]
    if page.lower[i - 1] != "," or lexicon().verb(page.lemmas[i], "np") is not None or any(page.pos[j] in {"VERB", "AUX"} for j in range(i + 1, end)):
        return False
    first = next(
        (
            j
            for j in range(i + 1, min(i + 8, end))
            if page.pos[j] in {"NOUN", "PROPN", "PRON"} and page.pos[j + 1 if j + 1 < end else j] not in {"NOUN", "PROPN"}
        ),
        None,
    )
    return first is not None and can_speak(page, first) and page.finite((page.unit(i)[0], i))


def _clause_start(page: Page, i: int, comp: Token) -> int:
    start = max(comp.left_edge.i, i + 1)
    for j in range(start - 1, i, -1):  # a "that" which the parser hung elsewhere
        if page.lower[j] == "that":
            return j
        if page.pos[j] in {"NOUN", "PROPN", "PRON", "VERB"}:
            break
    return start


def _that_after(page: Page, i: int, *, told: bool, own: bool = False) -> int | None:
    """A "that" within reach of a cue verb whose complement the parser missed; `own` where the noun before it is part of the cue ("expressed hope that")."""
    comma = i + 1
    while comma < page.unit(i)[1] and (page.pos[comma] == "ADP" or page.lower[comma] in lexicon().dates):
        comma += 1
    if page.lower[comma : comma + 1] == [","]:  # "reported on Tuesday, citing an aide, that …"
        closed = next((j for j in range(comma + 2, min(comma + 20, page.unit(i)[1] - 2)) if page.lower[j] == ","), None)
        aside = closed is not None and page.lower[closed + 1] == "that" and not page.finite((comma, closed))
        return closed + 1 if closed is not None and aside else None
    for j in range(i + 1, min(i + 12, page.unit(i)[1] - 2)):
        if page.lower[j] == "that" and sums_up(page, j - 1):
            return None
        if page.lower[j] == "that" and page.lower[j - 1] in {"and", "but"} and page.finite((i + 1, j)):
            return None  # "told the paper the war was over and that …"
        if page.lower[j] == "that" and page.lemmas[j - 1] in lexicon().nouns and _is_object(page, i, j - 1) and not own:
            return None  # the noun's own clause ("dismissed reports that …")
        if page.lower[j] == "that" and page.lemmas[i] == "say" and page.pos[j - 1] == "NOUN" and page.pos[i + 1] in {"DET", "NOUN", "ADJ", "NUM"}:
            return i + 1 if j > i + 1 and page.lower[i + 1] not in lexicon().dates else j  # "said the areas that the group claims would stay"
        if page.lower[j] == "that" and j > i + 2 and _tells_when(page, i + 1, j) and page.finite((j + 1, page.unit(i)[1])):
            return j
        venue = page.lemmas[j - 1] in lexicon().venues | lexicon().documents
        if page.lower[j] == "that" and venue and page.lower[j - 2] != "a" and page.finite((j + 2, page.unit(i)[1])):
            return j
        if page.lower[j] == "that" and (page.pos[j] == "SCONJ" or (page.pos[j + 1] not in {"VERB", "AUX"} and (j < i + 4 or told))):
            return j
        placed = (
            page.pos[i + 1] == "ADP"
            and page.pos[j - 1] in {"NOUN", "PROPN"}
            and page.pos[j + 1] in NOMINAL
            and all(page.pos[k] in NOMINAL for k in range(i + 2, j))
        )
        if page.lower[j] == "that" and placed and "quote" in {f for c in lexicon().verbs.get(page.lemmas[i], ()) for f in c.frames}:
            return j  # "announced on state television that the town had fallen"
        lost = page.lower[j - 1] == "to" and page.lower[j + 1] == "that" and page.tags[j] == "VB"  # "in a speech to parliament that …"
        lost = lost or (page.tags[j] == "VBN" and page.pos[j - 1] == "NOUN")  # "in a letter seen by the paper that …"
        if page.lower[j] == "," and told and (closed := _past_apposition(page, j)) is not None:
            return closed
        hyphen = page.lower[j] == "-" and not page.tokens[j - 1].whitespace_
        if (page.pos[j] == "VERB" and not lost) or (page.lower[j] in COMMAS and not hyphen and page.lower[j + 1] != "that"):
            return None
    return None


def _tells_when(page: Page, start: int, end: int) -> bool:
    """ "earlier in the day", "late on Tuesday night"."""
    spare = {"ADV", "ADP", "DET", "ADJ", "NUM"}
    last = page.lemmas[end - 1] in lexicon().dates | lexicon().day_parts
    return last and all(page.pos[k] in spare or page.lower[k] in lexicon().dates or page.lemmas[k] in lexicon().day_parts for k in range(start, end))


def _past_apposition(page: Page, comma: int) -> int | None:
    """The "that" behind what is said of those who are told ("told the state broadcaster, RTB, that …")."""
    closed = next((j for j in range(comma + 2, min(comma + 10, page.unit(comma)[1] - 2)) if page.lower[j] == ","), None)
    plain = closed is not None and all(page.pos[j] in NOMINAL | {"ADP"} or page.lower[j] in {"'s", "’s"} for j in range(comma + 1, closed))
    return closed + 1 if closed is not None and plain and page.lower[closed + 1] == "that" else None


def _is_object(page: Page, i: int, noun: int) -> bool:
    """Does the noun stand right behind the verb, as its object?"""
    return noun > i and lexicon().verb(page.lemmas[i], "np") is not None and all(page.pos[j] in NOMINAL for j in range(i + 1, noun))


def _plain(page: Page, i: int, name: str) -> Draft | None:
    """A verb of saying whose clause the parser lost: all that follows, if it has a finite verb."""
    cue = lexicon().verb(name, "that")
    participle = page.tags[i] == "VBG" and page.lower[i - 1] in {",", "while", "by", "in"}
    if page.lower[i + 1 : i + 2] in (["and"], ["but"]):
        return None
    did = page.tags[i] == "VB" and page.lower[i - 1] in {"did", "does", "do"}  # "But he did say two were missing"
    finite = did or page.tags[i] in {"VBD", "VBZ", "VBP"} or (page.tags[i] == "VBN" and is_perfect(page.tokens[i]))
    if cue is None or "quote" not in cue.frames or not (participle or finite):
        return None
    source = find_source(page, i)
    if source is None or source > i or not can_speak(page, source) or page.lower[i + 1 : i + 2] in ([","], ["."], [":"]):
        return None
    start = i + 1 + (name.count(" ") if page.lower[i + 1 : i + 2] == name.split()[-1:] else 0)
    if start >= page.unit(i)[1]:
        return None
    person = receiver(page, i) if cue.addressee else None
    if person is not None and person < i + 8:
        start = max(start, source_span(page, person, after=i + 1)[1])
    end = clause_end(page, i, page.tokens[i + 1], start, whole=cue.act == "statement" and lexicon().verb(name, "np") is None)
    content = page.trim((start, end))
    if content is None or sums_up(page, content[0]) or _is_done_to(page, i, content) or not (_is_clause(page, content) or _lost_verb(page, cue, content)):
        return None
    return made(page, i, name, cue, "clause", [content])


def _is_done_to(page: Page, i: int, content: Words) -> bool:
    """ "released the last soldiers they held", "hold 60 of the men they took": of a verb that is also no saying, an object with a clause of its own."""
    taken = next((c for c in children(page.tokens[i], "obj") if c.left_edge.i == content[0]), None)
    if taken is None or lexicon().verb(page.lemmas[i], "np") is not None or page.lemmas[i] == "say":
        return False
    return any(children(c, "nsubj") for t in (taken, *children(taken, "nmod")) for c in children(t, "acl"))


def _lost_verb(page: Page, cue: Cue, content: Words) -> bool:
    """After a verb that takes nothing but a clause ("say"), a noun phrase of some length whose verb the tagger took for a noun."""
    start, end = content
    plain = cue.word == "say" and page.pos[start] in {"DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM"}
    return plain and end - start > 4 and page.quote_of[start] < 0 and any(page.tags[j] == "NNS" for j in range(start + 1, end - 1))


def _is_clause(page: Page, content: Words) -> bool:
    """Does a finite verb come with nothing before it but its subject?"""
    for j in range(*content):
        token = page.tokens[j]
        if page.tags[j] == "VBG" and j > content[0] and (page.pos[j - 1] == "DET" or base(token) == "case"):  # "the killing", "including"
            continue
        if page.lower[j] == "," and page.lower[j + 1] in {"including", "among"}:  # "said nine people, including guards, nurses and a cook, had died"
            return page.finite((j + 1, content[1]))
        if page.pos[token.i] in {"VERB", "AUX"} and j > content[0]:
            return "VerbForm=Fin" in str(token.morph) or page.tags[token.i] == "MD"
        if page.lower[j] == "," and (closed := next((k for k in range(j + 1, content[1] - 1) if page.lower[k] == ","), None)) is not None:
            return page.is_finite(closed + 1)  # "the area, some thirty miles away, is quiet"
        if page.lower[j] in {",", ";", ":", "--", "—"} or page.pos[token.i] == "SCONJ" or page.tags[token.i] in {"WDT", "WP", "WRB", "TO"}:
            return False
    return False
