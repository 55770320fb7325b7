"""Where reported words stop: at a clause that goes on from the cue, at another cue, at the end of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import NOMINAL, agrees_with_another
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import COMMAS, MARKS, Page
from trucekeeper.reading.statements.speakers import can_speak

CLAUSE_STARTS = frozenset({"and", "but", "while", "although", "though", "whereas", "as", "or"})
CONDITIONAL = frozenset({"if", "unless", "once", "when", "while", "although", "though", "because", "after", "before", "until", "as", "since"})
REASONS = frozenset({"because", "that", "if", "whether", "how", "why", "until", "unless"})
PRONOUNS = frozenset({"they", "it", "he", "she", "we", "i"})
SHIFTED = frozenset({"would", "could", "should", "might"})  # modals as speech in the past takes them
BESIDE = frozenset({"after", "before", "as", "while", "when", "since", "until"})
WHICH = frozenset({"which", "who", "whom", "whose"})


def clause_end(page: Page, cue: int, comp: Token, start: int, *, whole: bool = False) -> int:
    """Where reported words stop: at a clause that goes on from the cue and not from them, or at the end of the sentence.

    `whole` tells that they have to be a clause: an "and" before their first verb then joins subjects ("said three nurses and a driver were missing").
    """
    end = page.unit(cue)[1]
    if page.lower[start : start + 2] == ["that", ","]:  # "said that, among others, …"
        comma = next((j for j in range(start + 2, end) if page.lower[j] == ","), None)
        comp = page.tokens[comma] if comma is not None and comp.i < comma else comp
    for other in _siblings(page, cue, comp):
        left = _first_word(page, other)
        if left > max(comp.i, start) and left < end and _starts_clause(page, left, other, comp):
            if page.lower[start] in CONDITIONAL and page.lower[left - 1] == "," and not any(page.lower[j] == "," for j in range(start, left - 1)):
                continue  # "said if they agreed, the men would go home"
            if _lists_on(page, start, comp, left):
                continue
            if whole and not page.finite((start, left)):
                continue
            end = left
    end = min(end, _main_clause_after(page, cue, comp, end), _after_participle(page, cue, start, end))
    for j in range(max(comp.i, start) + 1, end):
        if page.quote_of[j] < 0 and (_new_cue(page, j) or _closes(page, start, comp, j) or _goes_on(page, cue, comp, j) or sums_up(page, j)):
            end = j
            break
    return without_tail(page, start, end)


def _closes(page: Page, start: int, comp: Token, j: int) -> bool:
    """A semicolon closes what is told, but in a list of things told alike."""
    return page.lower[j] == ";" and not _lists_on(page, start, comp, j + 1)


def _lists_on(page: Page, start: int, comp: Token, j: int) -> bool:
    """Behind a semicolon, does one more of several things told alike begin ("agreed to a truce; to talks; and to an exchange", "said that …; that …")?"""
    first = j - 1
    while page.lower[first] in {"and", "or", ","} and first > start:
        first -= 1
    while j < len(page.lower) and page.lower[j] in {"and", "or", ","}:
        j += 1
    opens = {page.lower[start], page.lower[comp.left_edge.i]} & {"to", "that"}
    return page.lower[first] == ";" and j < page.unit(start)[1] and page.lower[j] in opens


def _main_clause_after(page: Page, cue: int, comp: Token, end: int) -> int:
    """Where the sentence's main clause begins, when the cue stands in a clause before it ("When he announced a truce, shelling stopped")."""
    for above in ancestors(page.tokens[cue]) if page.tags[cue] == page.tokens[cue].tag_ else ():  # a mended verb has a wrong tree
        if comp.i < above.i < end:
            first = min((c.left_edge.i for c in above.children if comp.i < c.left_edge.i and base(c) in {"nsubj", "expl", "aux"}), default=above.i)
            commas = [j for j in range(comp.i + 1, first) if page.lower[j] == "," and page.quote_of[j] < 0]
            if commas:
                return commas[-1]
            within = next((c for c in above.children if base(c) == "nsubj" and c.left_edge.i <= cue <= c.right_edge.i), None)
            finite = any(page.tags[t.i] in FINITE for t in (above, *children(above, "aux", "cop")))
            if within is None or within.right_edge.i >= above.i or not finite:
                return end
            return min((c.i for c in above.children if within.right_edge.i < c.i and base(c) in {"aux", "cop"}), default=above.i)
    return end


def _after_participle(page: Page, cue: int, start: int, end: int) -> int:
    """A participle that opens the sentence ("Asked whether it would, the minister …") reaches to the comma before the main clause."""
    first = page.unit(cue)[0]
    if cue > first + 1 or page.tags[cue] not in {"VBN", "VBG", "VBD"} or (cue == first + 1 and page.pos[first] in {"PROPN", "NOUN", "PRON"}):
        return end
    return next((j for j in range(start + 1, end) if page.lower[j] == "," and page.quote_of[j] < 0), end)


def _siblings(page: Page, cue: int, comp: Token) -> Iterator[Token]:
    """Clauses to the right that hang on the cue or on what the cue hangs on."""
    unit = page.unit(cue)
    anchor: Token = page.tokens[cue]
    while True:
        for child in anchor.children:
            if (
                comp.i < child.i < unit[1]
                and child.i != comp.i
                and child.i > cue
                and base(child) in {"conj", "parataxis", "advcl", "ccomp"}
                and page.pos[child.i] in {"VERB", "AUX", "ADJ", "NOUN"}
            ):
                yield child
        if anchor.head.i == anchor.i or not unit[0] <= anchor.head.i < unit[1] or anchor.head.i > cue + 200:
            return
        anchor = anchor.head


def _first_word(page: Page, clause: Token) -> int:
    """Where a clause begins, marks that hang on it left out."""
    left: int = clause.left_edge.i
    while left < clause.i and page.tokens[left].is_punct:
        left += 1
    return left


def _starts_clause(page: Page, left: int, verb: Token, comp: Token) -> bool:
    if page.tags[verb.i] == "VB" and not children(verb, "aux", "nsubj"):  # "to meet and exceed"
        return False
    if _shifted_on(page, left, verb) or page.lower[left : left + 2] == ["but", "only"]:
        return False
    spliced = base(verb) == "conj" or (base(verb) == "parataxis" and page.quote_of[left] < 0)
    if spliced and page.lower[left - 1] == "," and page.lower[left] not in CLAUSE_STARTS and children(verb, "nsubj"):
        return _speaks_soon(page, left)  # "said two died, five were hurt and one was missing" goes on
    if base(verb) == "conj" and page.lower[left] == "and" and children(verb, "nsubj") and page.lower[left - 1] == ",":
        return page.lemmas[verb.i] in lexicon().forms
    if page.tags[verb.i] == "VBG" and base(verb) == "advcl" and left == verb.i and page.lemmas[verb.i] not in lexicon().verbs:
        return False  # "said that jets had struck the market, killing 30": what came of it is reported too
    before = page.lower[left - 1] if left else ""
    joined = left + (page.lower[left] in {"and", "or", "but"})
    if joined < len(page.lower) and page.lower[joined] in REASONS and (joined > left or before in {"and", "or", "but"}):
        return False  # "… because they were spies or because they had asked for shelter"
    if base(verb) == "conj" and (page.lower[left] in CLAUSE_STARTS or before in CLAUSE_STARTS):
        return page.pos[verb.i] in {"VERB", "AUX"}
    return before in {",", ";", "—", "–", "--"}


def _shifted_on(page: Page, left: int, verb: Token) -> bool:
    """ "said their lives were hard and they could not go on", "found that the men did not know or broke the rules": what follows "or", or "and" with a
    pronoun and a modal of reported speech, is still what is told."""
    if base(verb) != "conj":
        return False
    if page.lower[left] == "or":
        return not _speaks_soon(page, left + 1)
    led = page.lower[left] in {"and", "but"} and page.lower[left + 1 : left + 2] and page.lower[left + 1] in PRONOUNS
    helper = modal(verb)
    return bool(led) and helper is not None and helper.lower_ in SHIFTED and children(verb, "nsubj")[:1] == [page.tokens[left + 1]]


def _new_cue(page: Page, j: int) -> bool:
    """Does another attribution begin here (", adding that …", ", according to …", ", while the army said …")?"""
    if page.lower[j] == "while" and j + 1 < len(page.tags) and page.tags[j + 1] == "VBG" and lexicon().verb(page.lemmas[j + 1], "that") is not None:
        return True
    if page.lower[j : j + 2] == ["adding", "that"] or (page.lower[j] in {"citing", "quoting"} and page.tags[j] == "VBG"):
        return True
    if page.lower[j - 1] not in {",", ";", "—", "–", "--"} and page.lower[j - 1] not in {"”", '"'}:
        return False
    if page.lower[j] == "according" and j + 1 < len(page.lower) and page.lower[j + 1] == "to":
        return True
    cues = lexicon()
    if _says_that(page, j):
        return True
    if page.tags[j] == "VBG" and page.lemmas[j] in cues.verbs and cues.verb(page.lemmas[j], "that") is not None:
        return True
    if page.lower[j] == "with" and page.lower[j - 1] == ",":  # ", with the mayor saying that …"
        end = next((k for k in range(j + 1, min(j + 10, page.unit(j)[1])) if page.pos[k] not in NOMINAL), j)
        return page.tags[end] == "VBG" and end > j + 1 and page.lemmas[end] in {"say", "add", "tell", "warn", "claim"}
    if page.lower[j] not in CLAUSE_STARTS:
        return False
    return _speaks_soon(page, j + 1)


def sums_up(page: Page, j: int) -> bool:
    """Does an apposition begin here that sums up what is told and goes on to somebody's word on it (", a proposal the spokesman called …")?"""
    if denied_by(page, j) is not None or (page.lower[j] in {"a", "an"} and j + 1 < page.unit(j)[1] and denied_by(page, j + 1) is not None):
        return True
    if page.lower[j - 1] != "," or page.lower[j] not in {"a", "an"}:
        return False
    end = page.unit(j)[1]
    noun = next((k for k in range(j + 1, min(j + 4, end)) if page.lemmas[k] in lexicon().words.summing), None)
    if noun is None:
        return False
    verb = next((k for k in range(noun + 1, min(noun + 12, end)) if page.pos[k] == "VERB"), None)
    if verb is None or page.lemmas[verb] not in lexicon().verbs:
        return False
    return any(page.pos[k] in {"NOUN", "PROPN", "PRON"} and can_speak(page, k) for k in range(noun + 1, verb))


def denied_by(page: Page, j: int) -> tuple[int, int] | None:
    """Of "— charges that were denied by the ministry" the verb and the first word behind "by"."""
    end = page.unit(j)[1]
    led = j - 2 if page.lower[j - 1] in {"a", "an"} else j - 1
    if led < 1 or j + 4 >= end or page.lower[led] not in {",", "—", "–", "--"}:
        return None
    if page.lower[j + 1] not in {"that", "which"} and page.tags[j + 1] != "VBN":
        return None
    verb = next((k for k in range(j + 1, min(j + 7, end - 2)) if page.tags[k] == "VBN"), None)
    if verb is None or page.lemmas[j] not in lexicon().words.summing or page.lower[verb + 1] != "by":
        return None
    cue = lexicon().verb(page.lemmas[verb], "np")
    return (verb, verb + 2) if cue is not None and cue.act in {"denial", "refusal", "confirmation"} else None


def _says_that(page: Page, j: int) -> bool:
    """ ", the senator said that": a new sentence in all but its mark."""
    for k in range(j + 1, min(j + 8, page.unit(j)[1] - 1)):
        if page.pos[k] == "VERB":
            led = page.lower[k + 1] in {"that", ":"} or page.quote_of[k + 1] >= 0
            return led and page.tags[k] in {"VBD", "VBZ", "VBP"} and lexicon().verb(page.lemmas[k], "quote") is not None
        if page.lower[k] in COMMAS or page.lower[k] in {"who", "which", "that"}:
            return False
    return False


def _goes_on(page: Page, cue: int, comp: Token, j: int) -> bool:
    """Does the same speaker do something more here ("said … and vowed …")? The verb then has the form of the cue and no subject."""
    if page.lower[j] not in {"and", "but"} or page.lower[j + 1 : j + 2] == ["that"]:
        return False
    if page.tags[comp.i] == "VB" and not children(comp, "nsubj", "aux") and _own_clause(page, j + 1):
        return True  # "refused to go on and an aide denied it"
    if _speaks_soon(page, j + 1):
        return True
    if agrees_with_another(page, comp, j):
        return True
    shifted = modal(comp) is not None  # "would not attack but warned": what is done in the past is no part of it
    if page.tags[comp.i] == page.tags[cue] and not shifted:  # the reported clause may itself go on ("said it rained and blew")
        return False
    for k in range(j + 1, min(j + 4, page.unit(j)[1])):
        token = page.tokens[k]
        if page.pos[token.i] == "VERB":
            like = page.tags[token.i] == page.tags[cue] and page.tags[token.i] in {"VBD", "VBZ", "VBG"}
            like = like or (shifted and page.tags[token.i] in {"VBD", "VBN"} and page.tags[cue] in {"VBD", "VBN"} and page.pos[k - 1] != "AUX")
            misread = page.tags[token.i] == "VBN" and page.tags[cue] == "VBD" and (page.lower[j - 1] == "," or page.lower[j - 1] in MARKS)
            names = (page.lemmas[k], f"{page.lemmas[k]} {page.lower[k + 1]}")
            return (like or misread) and any(c.act != "count" for name in names for c in lexicon().verbs.get(name, ()))
        if page.pos[token.i] not in {"ADV", "AUX"}:
            return False
    return False


def _own_clause(page: Page, start: int) -> bool:
    """Does a subject with a finite cue of its own follow, so that an infinitive cannot go on here?"""
    for k in range(start, min(start + 8, page.unit(start)[1])):
        if page.is_finite(k):
            return k > start and page.lemmas[k] in lexicon().verbs and any(page.pos[n] in {"NOUN", "PROPN", "PRON"} for n in range(start, k))
        if page.pos[k] not in {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV"}:
            return False
    return False


def _speaks_soon(page: Page, j: int) -> bool:
    """A plain verb of saying with a subject that can speak, as the first verb from here."""
    end = page.unit(j)[1] if j < len(page.tokens) else j
    for k in range(j, min(j + 14, end)):
        if page.pos[k] in {"VERB"}:
            reading = lexicon().verb(page.lemmas[k], "that")
            if any(base(c) == "obj" and c.i > k for c in page.tokens[k].children) and lexicon().verb(page.lemmas[k], "np") is None:
                reading = None  # "before the country holds elections"
            subject = [c.i for c in page.tokens[k].children if base(c) == "nsubj"]
            named = bool(subject) and j <= subject[0] < k and page.pos[subject[0]] != "PRON" and can_speak(page, subject[0])
            mended = page.tags[k] != page.tokens[k].tag_ and any(page.pos[n] == "NOUN" and can_speak(page, n) for n in range(j, k))
            return reading is not None and "quote" in reading.frames and (named or mended)
        if page.lower[k] == "," and k > j and can_speak(page, k - 1):
            return _named_and_speaks(page, k, end)
        if page.lower[k] in {",", ";"}:
            return False
    return False


def _named_and_speaks(page: Page, comma: int, end: int) -> bool:
    """ "(and a colleague), Ann Lee, said": a name between two commas and a verb of saying."""
    closed = next((k for k in range(comma + 1, min(comma + 8, end - 1)) if page.lower[k] == ","), None)
    named = closed is not None and all(page.pos[k] == "PROPN" or page.lower[k] == "-" for k in range(comma + 1, closed))
    return closed is not None and named and page.tags[closed + 1] in FINITE and lexicon().verb(page.lemmas[closed + 1], "quote") is not None


def without_tail(page: Page, start: int, end: int) -> int:
    while end > start + 1 and (page.lower[end - 1] in CLAUSE_STARTS or page.lower[end - 1] in COMMAS or page.tokens[end - 1].is_space):
        end -= 1
    return end


def object_end(page: Page, cue: int, first: Token, last: Token) -> int:
    """The end of a phrase that a verb makes its content: to the end of the clause, since what follows mostly belongs to it, whatever it is hung on."""
    end = max(clause_end(page, cue, last, first.i), last.i + 1)
    for clause in children(page.tokens[cue], "advcl"):
        opens: int = clause.left_edge.i
        if last.i < opens < end and _happens_beside(page, opens, clause):
            end = opens if page.lower[opens - 1] != "," else opens - 1
    for j in range(last.i + 1, end - 1):
        if page.quote_of[j] < 0 and sums_up(page, j):
            return without_tail(page, last.i, j)
        if page.quote_of[j] < 0 and (page.lower[j] == "while" and _new_cue(page, j)):
            return j
        if page.quote_of[j] < 0 and (_tells_when_or_where_said(page, j) or _tells_whom(page, j)):
            return j
        if page.tags[j] == "VBG" and page.lemmas[j] == "say" and not can_speak(page, j - 1) and page.quote_of[j] < 0:
            return j  # "condemned the move saying it was a trick"
    for j in range(last.i + 1, end - 2):
        if (
            page.lower[j] == ","
            and page.quote_of[j] < 0
            and WHICH & set(page.lower[j + 1 : j + 3])
            and page.pos[j + 1] in {"ADP", "PRON", "SCONJ", "DET", "ADV"}
        ):
            return j
    return end


def _happens_beside(page: Page, opens: int, clause: Token) -> bool:
    """ "agreed to the truce after the army accused it", "condemned the raid as villages fell", "gave other numbers, hiding its losses": when he did, or what
    he did meanwhile."""
    if page.tags[clause.i] == "VBG" and opens == clause.i and page.lower[opens - 1] == ",":
        return True
    told_of = (
        page.lower[opens] == "when" and page.lemmas[opens - 1] in lexicon().words.dates | lexicon().words.day_parts
    )  # "thought of the day when he would return"
    return page.lower[opens] in BESIDE and not told_of and bool(children(clause, "nsubj"))


def _tells_whom(page: Page, j: int) -> bool:
    """ "confirmed the clashes to Radio Bor": an outlet that was told."""
    found = layers(page.doc)
    mention = found.mention_at.get(j + 1 + (page.pos[j + 1] == "DET"))
    return page.lower[j] == "to" and mention is not None and mention.form == "name" and found.entities[mention.entity].kind in {"agency", "media"}


def _tells_when_or_where_said(page: Page, j: int) -> bool:
    """A date or a venue of speaking ("in July", "since Monday", "in a statement") is told of the saying, not of what is said."""
    if page.lower[j] not in {"in", "on", "at", "during", "since", "via"} or page.pos[j] not in {"ADP", "SCONJ"}:
        return False
    head = page.tokens[j].head
    if head.i <= j or head.i - j > 5:
        return False
    return (
        page.lemmas[head.i] in lexicon().words.venues
        or head.lower_ in lexicon().words.venues
        or head.ent_type_ == "DATE"
        or head.lower_ in lexicon().words.dates
    )


def phrase_end(page: Page, cue: int, last: Token) -> int:
    """The end of a phrase with all that hangs on it, cut where another attribution or a loose clause begins."""
    unit = page.unit(cue)
    end = min(max(last.right_edge.i + 1, last.i + 1), unit[1])
    for other in _siblings(page, cue, last):
        left = _first_word(page, other)
        if last.i < left < end:
            end = left
    for j in range(last.i + 1, end):
        if page.quote_of[j] < 0 and _new_cue(page, j):
            return without_tail(page, last.i, j)
    return without_tail(page, last.i, end)
