"""Cues that are verbs or adjectives, with the clause, infinitive or noun phrase that is their content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.relations import ancestors, base, children, is_negated, modal, preposition
from trucekeeper.reading.statements.drafts import Draft, Shape
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.page import COMMAS, Page, Words
from trucekeeper.reading.statements.sources import can_speak, find_source, is_passive, receiver, source_span

CLAUSE_STARTS = frozenset({"and", "but", "while", "although", "though", "whereas", "as", "or"})
CONTENT_WORDS = frozenset({"that", "whether", "if", "how", "why", "what", "who", "when", "where", "which"})
WHICH = frozenset({"which", "who", "whom", "whose"})
BEFORE_CUE = frozenset({"AUX", "PART", "ADV"})


def verb_cues(page: Page) -> Iterator[int]:
    """Tokens outside quoted speech that can be cue verbs."""
    heads = lexicon().forms
    for i, lemma in enumerate(page.lemmas):
        if page.in_speech(i):
            continue
        if (lemma in heads and page.tokens[i].pos_ in {"VERB", "AUX"}) or _mistagged(page, i):
            yield i


def _mistagged(page: Page, i: int) -> bool:
    """A verb that the tagger took for a plural ("A new poll shows that …")."""
    if page.tokens[i].tag_ != "NNS" or i + 1 >= len(page.lower) or page.lower[i + 1] != "that" or page.tokens[i].dep_ != "ROOT":
        return False
    verb = lexicon().forms.get(page.lower[i])
    if verb is None or page.tokens[i - 1].pos_ not in {"NOUN", "PROPN"}:
        return False
    page.lemmas[i] = verb
    return True


def read_verb(page: Page, i: int) -> Draft | None:
    """The best reading of one cue verb: a clause, then an infinitive, then a phrase; None where it has no content."""
    for name, readings in _names(page, i):
        if not readings:
            continue
        draft = (
            _around(page, i, name)
            or _clause(page, i, name)
            or _before(page, i, name)
            or _named(page, i, name)
            or _open(page, i, name)
            or _phrase(page, i, name)
            or _plain(page, i, name)
        )
        if draft is not None:
            return draft
    return None


def _names(page: Page, i: int) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    """What the verb can be called, longest first: with its particle or preposition, then alone."""
    words = lexicon().verbs
    lemma = page.lemmas[i]
    for j in (i + 1, i + 2, i + 3):
        if j >= page.unit(i)[1]:
            break
        pair = f"{lemma} {page.lower[j]}"
        if pair in words and page.tokens[j].pos_ in {"ADP", "ADV", "PART"}:
            longer = f"{pair} {page.lower[j + 1]}" if j + 1 < len(page.lower) else pair
            if longer in words:
                yield longer, words[longer]
            if j == i + 1 or base(page.tokens[j]) == "compound" or page.tokens[j].head.head.i == i:
                yield pair, words[pair]
    if lemma in words:
        yield lemma, words[lemma]


# --- clauses ----------------------------------------------------------------------------------------------------------------------------------------


def _clause(page: Page, i: int, name: str) -> Draft | None:
    """ "said (that) the talks would go on"."""
    cue = lexicon().verb(name, "that")
    if cue is None:
        return None
    unit = page.unit(i)
    for comp in children(page.tokens[i], "ccomp"):
        if comp.i > i and comp.i < unit[1]:
            start = _clause_start(page, i, comp)
            if page.tokens[i].tag_ == "VBG" and page.lower[start - 1] == "," and page.quote_of[start] < 0:
                continue
            return _made(page, i, name, cue, "clause", [(start, clause_end(page, i, comp, start))])
    that = _that_after(page, i)
    if that is not None:
        return _made(page, i, name, cue, "clause", [(that, clause_end(page, i, page.tokens[that], that))])
    return None


def _clause_start(page: Page, i: int, comp: Token) -> int:
    start = max(comp.left_edge.i, i + 1)
    for j in range(start - 1, i, -1):  # a "that" which the parser hung elsewhere
        if page.lower[j] == "that":
            return j
        if page.tokens[j].pos_ in {"NOUN", "PROPN", "PRON", "VERB"}:
            break
    return start


def _that_after(page: Page, i: int) -> int | None:
    """A "that" within reach of a cue verb whose complement the parser missed."""
    for j in range(i + 1, min(i + 12, page.unit(i)[1] - 2)):
        if page.lower[j] == "that" and (page.tokens[j].pos_ == "SCONJ" or (page.tokens[j + 1].pos_ not in {"VERB", "AUX"} and j < i + 4)):
            return j
        if page.tokens[j].pos_ == "VERB" or (page.lower[j] in COMMAS and page.lower[j + 1] != "that"):
            return None
    return None


def clause_end(page: Page, cue: int, comp: Token, start: int) -> int:
    """Where reported words stop: at a clause that goes on from the cue and not from them, or at the end of the sentence."""
    end = page.unit(cue)[1]
    for other in _siblings(page, cue, comp):
        left = _first_word(page, other)
        if left > max(comp.i, start) and left < end and _starts_clause(page, left, other, comp):
            end = left
    end = min(end, _main_clause_after(page, cue, comp, end))
    for j in range(max(comp.i, start) + 1, end):
        if page.quote_of[j] < 0 and (_new_cue(page, j) or page.lower[j] == ";" or _goes_on(page, cue, comp, j)):
            end = j
            break
    return _without_tail(page, start, end)


def _main_clause_after(page: Page, cue: int, comp: Token, end: int) -> int:
    """Where the sentence's main clause begins, when the cue stands in a clause before it ("When he announced a truce, shelling stopped")."""
    for above in ancestors(page.tokens[cue]):
        if comp.i < above.i < end:
            first = min((c.left_edge.i for c in above.children if comp.i < c.left_edge.i and base(c) in {"nsubj", "expl", "aux"}), default=above.i)
            commas = [j for j in range(comp.i + 1, first) if page.lower[j] == "," and page.quote_of[j] < 0]
            return commas[-1] if commas else end
    return end


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
                and child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
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
    if verb.tag_ == "VB" and not children(verb, "aux", "nsubj"):  # "to meet and exceed"
        return False
    if base(verb) == "conj" and page.lower[left] == "and" and children(verb, "nsubj") and page.lower[left - 1] == ",":
        return page.lemmas[verb.i] in lexicon().forms
    before = page.lower[left - 1] if left else ""
    if base(verb) == "conj" and (page.lower[left] in CLAUSE_STARTS or before in CLAUSE_STARTS):
        return verb.pos_ in {"VERB", "AUX"}
    return before in {",", ";", "—", "–", "--"}


def _new_cue(page: Page, j: int) -> bool:
    """Does another attribution begin here (", adding that …", ", according to …", ", while the army said …")?"""
    if page.lower[j - 1] not in {",", ";", "—", "–", "--"} and page.lower[j - 1] not in {"”", '"'}:
        return False
    if page.lower[j] == "according" and j + 1 < len(page.lower) and page.lower[j + 1] == "to":
        return True
    words = lexicon()
    if _says_that(page, j):
        return True
    if page.tokens[j].tag_ == "VBG" and page.lemmas[j] in words.verbs and words.verb(page.lemmas[j], "that") is not None:
        return True
    if page.lower[j] not in CLAUSE_STARTS:
        return False
    return _speaks_soon(page, j + 1)


def _says_that(page: Page, j: int) -> bool:
    """ ", the senator said that": a new sentence in all but its mark."""
    for k in range(j + 1, min(j + 8, page.unit(j)[1] - 1)):
        if page.tokens[k].pos_ == "VERB":
            return page.lower[k + 1] == "that" and page.tokens[k].tag_ in {"VBD", "VBZ", "VBP"} and lexicon().verb(page.lemmas[k], "quote") is not None
        if page.lower[k] in COMMAS or page.lower[k] in {"who", "which", "that"}:
            return False
    return False


def _goes_on(page: Page, cue: int, comp: Token, j: int) -> bool:
    """Does the same speaker do something more here ("said … and vowed …")? The verb then has the form of the cue and no subject."""
    if page.lower[j] not in {"and", "but"}:
        return False
    if _speaks_soon(page, j + 1):
        return True
    if comp.tag_ == page.tokens[cue].tag_:  # the reported clause may itself go on ("said it rained and blew")
        return False
    for k in range(j + 1, min(j + 4, page.unit(j)[1])):
        token = page.tokens[k]
        if token.pos_ == "VERB":
            return token.tag_ == page.tokens[cue].tag_ and token.tag_ in {"VBD", "VBZ", "VBG"} and page.lemmas[k] in lexicon().forms
        if token.pos_ not in {"ADV", "AUX"}:
            return False
    return False


def _speaks_soon(page: Page, j: int) -> bool:
    """A plain verb of saying with a subject that can speak, as the first verb from here."""
    end = page.unit(j)[1] if j < len(page.tokens) else j
    for k in range(j, min(j + 14, end)):
        if page.tokens[k].pos_ in {"VERB"}:
            reading = lexicon().verb(page.lemmas[k], "that")
            subject = [c.i for c in page.tokens[k].children if base(c) == "nsubj"]
            named = bool(subject) and j <= subject[0] < k and page.tokens[subject[0]].pos_ != "PRON" and can_speak(page, subject[0])
            return reading is not None and "quote" in reading.frames and named
        if page.lower[k] in {",", ";"}:
            return False
    return False


def _without_tail(page: Page, start: int, end: int) -> int:
    while end > start + 1 and (page.lower[end - 1] in CLAUSE_STARTS or page.lower[end - 1] in COMMAS or page.tokens[end - 1].is_space):
        end -= 1
    return end


def _around(page: Page, i: int, name: str) -> Draft | None:
    """ "The talks, he said, will go on": source and cue between two commas of one clause."""
    cue = lexicon().verb(name, "quote")
    block = _block(page, i) if cue is not None and cue.act in SAYING_ACTS else None
    if cue is None or block is None:
        return None
    unit = page.unit(i)
    (left, right), source = block
    if left <= unit[0] + 1 or right >= unit[1] - 2 or page.lower[left - 1] not in PARENTHESES or page.lower[right] != page.lower[left - 1]:
        return None
    before, rest = page.trim((_after_other(page, unit[0], left), left)), _resumes(page, i, right)
    if before is None or rest is None or not page.finite(rest) or page.tokens[before[0]].pos_ in {"SCONJ"} or before[1] - before[0] < 2:
        return None
    return _set_source(page, _made(page, i, name, cue, "clause", [before, rest]), source, (left, right), i)


PARENTHESES = frozenset({",", "—", "–", "--"})
SAYING_ACTS = frozenset(
    {"statement", "report", "claim", "belief", "assessment", "confirmation", "announcement", "prediction", "warning", "denial", "testimony"}
)


def _block(page: Page, i: int) -> tuple[Words, int] | None:
    """Source and cue as they stand side by side, and the source's head."""
    source = find_source(page, i)
    unit = page.unit(i)
    if source is None or not unit[0] <= source < unit[1]:
        return None
    span = source_span(page, source, before=i if source < i else None, after=None if source < i else i + 1)
    if page.lower[span[0]] in {"which", "who", "that"}:
        return None
    left, right = min(span[0], cue_start(page, i, span[1])), max(span[1], i + 1)
    if source < i and i - span[1] > 6:
        return None
    return (left, right), source


def _set_source(page: Page, draft: Draft | None, source: int, block: Words, i: int) -> Draft | None:
    if draft is not None:
        draft.source_head = source
        draft.source = [source_span(page, source, before=i if source < i else None, after=None if source < i else i + 1)]
        draft.cue = [cue_span(page, i, draft.lemma, draft)]
    return draft


def _plain(page: Page, i: int, name: str) -> Draft | None:
    """A verb of saying whose clause the parser lost: all that follows, if it has a finite verb."""
    cue = lexicon().verb(name, "that")
    if cue is None or "quote" not in cue.frames or page.tokens[i].tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    source = find_source(page, i)
    if source is None or source > i or not can_speak(page, source) or page.lower[i + 1 : i + 2] in ([","], ["."], [":"]):
        return None
    start = i + 1
    if start >= page.unit(i)[1]:
        return None
    person = receiver(page, i)
    if person is not None and person < i + 8:
        start = max(start, source_span(page, person, after=i + 1)[1])
    end = clause_end(page, i, page.tokens[i + 1], start)
    content = page.trim((start, end))
    if content is None or not _is_clause(page, content):
        return None
    return _made(page, i, name, cue, "clause", [content])


def _is_clause(page: Page, content: Words) -> bool:
    """Does a finite verb come with nothing before it but its subject?"""
    for j in range(*content):
        token = page.tokens[j]
        if token.pos_ in {"VERB", "AUX"} and j > content[0]:
            return "VerbForm=Fin" in str(token.morph) or token.tag_ == "MD"
        if page.lower[j] in {",", ";", ":", "--", "—"} or token.pos_ == "SCONJ" or token.tag_ in {"WDT", "WP", "WRB", "TO"}:
            return False
    return False


def _before(page: Page, i: int, name: str) -> Draft | None:
    """The content first: "The talks will go on, he said", also around the cue."""
    cue = lexicon().verb(name, "that")
    if cue is None or "quote" not in cue.frames or base(page.tokens[i]) == "acl":
        return None
    token, unit = page.tokens[i], page.unit(i)
    comp = next((c for c in children(token, "ccomp", "parataxis", "advcl") if unit[0] <= c.i < i and not (base(c) == "advcl" and children(c, "mark"))), None)
    if " " in name and comp is None:
        return None
    hangs = base(token) == "parataxis" and unit[0] <= token.head.i
    if comp is None and not hangs and not _ends_sentence(page, i) and not _closes(page, i):
        return None
    block = _block(page, i)
    if block is None:
        return None
    (left, right), source = block
    comma = left - 1
    while comma > unit[0] and page.lower[comma] in {"as", "and"}:
        comma -= 1
    if comma <= unit[0] or page.lower[comma] not in {",", '"', "”", "’", "'", "-", "—", "–", "--", "?", "!"}:
        return None
    first = page.trim((_after_other(page, unit[0], comma), comma))
    if first is None or first[1] - first[0] < 2 or (comp is None and not hangs and not page.finite(first)):
        return None
    content = [first]
    rest = _resumes(page, i, right)
    if rest is not None:
        content.append(rest)
    return _set_source(page, _made(page, i, name, cue, "clause", content), source, (left, right), i)


def _after_other(page: Page, start: int, end: int) -> int:
    """Blanks at the start of a unit left out."""
    while start < end and page.tokens[start].is_space:
        start += 1
    return start


def _closes(page: Page, i: int) -> bool:
    """Is the verb followed by a mark or a phrase, and by nothing that it could govern?"""
    after = i + 1
    if after >= page.unit(i)[1] or modal(page.tokens[i]) is not None or f"{page.lemmas[i]} {page.lower[after]}" in lexicon().verbs:
        return False
    return (page.lower[after] in {",", "."} or page.tokens[after].pos_ == "ADP") and not children(page.tokens[i], "obj", "ccomp", "xcomp")


def _ends_sentence(page: Page, i: int) -> bool:
    """Is the verb in the last words of its sentence, after a comma?"""
    unit = page.unit(i)
    return not any(page.tokens[j].pos_ == "VERB" for j in range(i + 1, unit[1])) and unit[1] - i < 25


def _resumes(page: Page, i: int, right: int) -> Words | None:
    """ "The talks, he said, will go on": what comes after the cue's comma, where it is no participle clause or new attribution."""
    unit = page.unit(i)
    if right >= unit[1] - 2 or page.lower[right] != ",":
        return None
    after = right + 1
    if (
        page.quote_of[after] >= 0
        or page.tokens[after].tag_ in {"VBG", "VBN"}
        or page.lower[after]
        in {"who", "which", "citing", "according", "but", "and", "in", "on", "while", "though", "although", "as", "after", "before", "since", "because"}
    ):
        return None
    return page.trim((after, unit[1]))


# --- infinitives, designations, phrases --------------------------------------------------------------------------------------------------------------


def _open(page: Page, i: int, name: str) -> Draft | None:
    """ "vowed to stay", "urged them to leave", "denied taking part"."""
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
    near = [c for c in token.children if i < c.i < unit[1]]
    below = [c for n in near if base(n) in {"obj", "iobj", "obl"} and can_speak(page, n.i, texts=False) for c in n.children if base(c) in {"acl", "advcl"}]
    for comp in [c for c in [*near, *below] if base(c) in {"xcomp", "advcl", "ccomp", "acl"} and i < c.i < unit[1]]:
        gerund = comp.tag_ == "VBG"
        if gerund and any(base(c) == "obj" and i < c.i < comp.i for c in token.children):
            continue
        start = comp.left_edge.i
        has_to = any(page.lower[c.i] == "to" and c.i < comp.i for c in comp.children)
        if not gerund and not has_to:
            continue
        objects = [c for c in token.children if base(c) in {"obj", "iobj", "obl"} and i < c.i < comp.i]
        if objects and base(objects[0]) == "obj" and not can_speak(page, objects[0].i, texts=False) and words.verb(name, "np") is not None:
            return None
        frame = "ing" if gerund else ("obj-to" if objects else "to")
        cue = words.verb(name, frame) or (words.verb(name, "np") if gerund else None)
        if cue is None or (gerund and page.lower[start - 1] == ","):
            continue
        start = max(start, i + 1)
        if has_to:
            start = min(c.i for c in comp.children if page.lower[c.i] == "to" and c.i < comp.i)
        draft = _made(page, i, name, cue, "open", [(start, clause_end(page, i, comp, start))])
        if draft is not None and objects and can_speak(page, objects[0].i, texts=False):
            draft.addressee = objects[0].i
        return draft
    return None


def _named(page: Page, i: int, name: str) -> Draft | None:
    """ "called it a war crime", "described him as a liar", "is known as": object and what it is called."""
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
    passive = is_passive(page, i)
    cue = words.verb(name, "small")
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    predicate = [c for c in token.children if base(c) in {"xcomp", "obl", "obj", "advcl", "advmod"} and c.i > i and c not in objects[:1]]
    as_phrase = [c for c in predicate if any(page.lower[x.i] == "as" for x in c.children if x.i < c.i)]
    if cue is None and not (as_phrase and (cue := words.verb(name, "obj-as"))):
        return None
    named = (
        as_phrase
        or [c for c in predicate if base(c) in {"xcomp", "obj"}]
        or [c for c in children(token, "ccomp") if page.quote_of[c.i] >= 0]
        or _set_apart(page, objects)
    )
    if passive or cue is None or not objects or not named:
        return None
    start = max(objects[0].left_edge.i, i + 1)
    return _made(page, i, name, cue, "object", [(start, phrase_end(page, i, named[-1]))])


def _set_apart(page: Page, objects: list[Token]) -> list[Token]:
    """What a thing is called, where the parser took it for part of the object: words in marks, or after an article ("called it a trap")."""
    for target in objects:
        start, end = target.left_edge.i, target.right_edge.i + 1
        for j in range(start + 1, end):
            if page.quote_of[j] >= 0 or (page.lower[j] in {"a", "an"} and page.lower[j - 1] not in {"of", "in", "as", "and", "for"}):
                return [target]
    return []


def _phrase(page: Page, i: int, name: str) -> Draft | None:
    """A noun phrase: the object ("confirmed the start of talks"), or one with a preposition ("warned of famine", "accused them of theft")."""
    words, token, unit = lexicon(), page.tokens[i], page.unit(i)
    if is_passive(page, i) and not any(page.lower[c.i] == "by" for o in children(token, "obl") for c in o.children):
        return None
    objects = [c for c in token.children if base(c) in {"obj", "iobj"} and i < c.i < unit[1]]
    obliques = [c for c in token.children if base(c) in {"obl", "advcl", "nmod"} and i < c.i < unit[1]]
    if objects:
        for oblique in obliques + [c for o in objects for c in o.children if base(c) in {"nmod", "acl"}]:
            cue = words.verb(name, f"obj-{_mark(page, oblique)}")
            if cue is not None and oblique.i > objects[0].i:
                start = max(objects[0].left_edge.i, i + 1)
                return _made(page, i, name, cue, "object", [(start, object_end(page, i, objects[0], oblique))])
    for oblique in obliques:
        mark = _mark(page, oblique)
        cue = words.verb(name, mark) if mark else None
        if cue is not None and oblique.left_edge.i <= i + 4:
            start = _after_mark(page, oblique, i)
            draft = _made(page, i, name, cue, "object", [(start, object_end(page, i, oblique, oblique))])
            if draft is not None:
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return _object(page, i, name, objects, obliques)


def _object(page: Page, i: int, name: str, objects: list[Token], obliques: list[Token]) -> Draft | None:
    cue = lexicon().verb(name, "np")
    if cue is None:
        return None
    extra = name.count(" ")
    target = objects[0] if objects and not extra else None
    if extra:  # the verb's own preposition or particle
        end = i + 1 + extra
        while end < page.unit(i)[1] and page.lower[end - 1] != name.split()[-1]:
            end += 1
        target = next((c for c in [*objects, *obliques] if c.i >= end), None)
        if target is None:
            return None
        start = max(target.left_edge.i, end)
    elif target is not None:
        start = max(target.left_edge.i, i + 1)
    else:
        return None
    draft = _made(page, i, name, cue, "object", [(start, object_end(page, i, target, target))])
    if draft is not None and extra:
        draft.cue = [(draft.cue[0][0], start)]
    return draft


def _mark(page: Page, token: Token) -> str:
    found = preposition(token)
    if not found:
        found = next((page.lower[c.i] for c in token.children if base(c) == "mark" and c.i < token.i), "")
    return found


def _after_mark(page: Page, token: Token, cue: int) -> int:
    marks = [c.i for c in token.children if base(c) in {"case", "mark"} and cue < c.i < token.i]
    return max([cue + 1, *(m + 1 for m in marks[:1])])


def object_end(page: Page, cue: int, first: Token, last: Token) -> int:
    """The end of a phrase that a verb makes its content: to the end of the clause, since what follows mostly belongs to it, whatever it is hung on."""
    end = max(clause_end(page, cue, last, first.i), last.i + 1)
    for j in range(last.i + 1, end - 1):
        if page.quote_of[j] < 0 and _tells_when_or_where_said(page, j):
            return j
    for j in range(last.i + 1, end - 2):
        if (
            page.lower[j] == ","
            and page.quote_of[j] < 0
            and WHICH & set(page.lower[j + 1 : j + 3])
            and page.tokens[j + 1].pos_ in {"ADP", "PRON", "SCONJ", "DET", "ADV"}
        ):
            return j
    return end


def _tells_when_or_where_said(page: Page, j: int) -> bool:
    """A date or a venue of speaking ("in July", "since Monday", "in a statement") is told of the saying, not of what is said."""
    if page.lower[j] not in {"in", "on", "at", "during", "since", "via"} or page.tokens[j].pos_ not in {"ADP", "SCONJ"}:
        return False
    head = page.tokens[j].head
    if head.i <= j or head.i - j > 5:
        return False
    return page.lemmas[head.i] in lexicon().venues or head.lower_ in lexicon().venues or head.ent_type_ == "DATE" or head.lower_ in lexicon().dates


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
            return _without_tail(page, last.i, j)
    return _without_tail(page, last.i, end)


# --- adjectives -------------------------------------------------------------------------------------------------------------------------------------


def read_adjective(page: Page, i: int) -> Draft | None:
    """ "is sure that", "are aware of", "was willing to"."""
    cue = lexicon().adjectives.get(page.lower[i])
    token, unit = page.tokens[i], page.unit(i)
    if cue is None or token.pos_ not in {"ADJ", "VERB"} or page.in_speech(i) or not any(base(c) in {"cop", "aux"} for c in token.children):
        return None
    for child in token.children:
        if not i < child.i < unit[1]:
            continue
        relation = base(child)
        to = any(page.lower[c.i] == "to" and base(c) == "mark" for c in child.children)
        if relation in {"ccomp", "advcl", "xcomp"} and (
            (to and "to" in cue.frames) or (not to and "that" in cue.frames and (relation == "ccomp" or page.lower[child.left_edge.i] == "that"))
        ):
            start = max(child.left_edge.i, i + 1)
            return _made(page, i, page.lower[i], cue, "clause", [(start, clause_end(page, i, child, start))])
        mark = _mark(page, child)
        if relation in {"obl", "advcl"} and mark in cue.frames and mark not in {"to", "that"}:
            start = _after_mark(page, child, i)
            draft = _made(page, i, page.lower[i], cue, "object", [(start, phrase_end(page, i, child))])
            if draft is not None:
                draft.cue = [(draft.cue[0][0], start)]
            return draft
    return None


# --- the draft --------------------------------------------------------------------------------------------------------------------------------------

RANK: dict[str, float] = {"clause": 0.8, "open": 0.6, "object": 0.5}


def _made(page: Page, i: int, name: str, cue: Cue, shape: Shape, content: list[Words]) -> Draft | None:
    kept = [t for c in content if (t := page.trim(c)) is not None]
    if not kept:
        return None
    source = find_source(page, i)
    if shape != "clause" and page.tokens[i].tag_ != "VBG" and (source is None or not can_speak(page, source)):
        return None
    draft = Draft(i, [(i, i + 1)], kept, cue.act, name, shape, rank=RANK[shape], denied=is_negated(page.tokens[i]))
    if source is not None and not draft.covers(source):
        draft.source_head = source
        draft.source = [source_span(page, source, before=i if source < i else kept[0][0] if kept[0][0] > source else None, after=None if source < i else i + 1)]
    draft.cue = [cue_span(page, i, name, draft)]
    _tidy(page, draft)
    if "quote" in cue.frames:
        draft.addressee = receiver(page, i)
    if draft.addressee is not None and draft.covers(draft.addressee):
        draft.addressee = None
    return draft


TOLD_BESIDE = frozenset({"while", "when", "as", "in", "at", "on", "during", "after", "before", "to", ","})


def _tidy(page: Page, draft: Draft) -> None:
    """A quotation that opens the content closes it, when only a loose phrase follows; "which" is what a relative clause says something of."""
    start, end = draft.content[0]
    at = page.quote_of[start]
    if draft.shape == "clause" and at >= 0 and page.quoted[at].speech and page.quoted[at].words[0] == start:
        close = page.quoted[at].words[1]
        if start < close < end and page.lower[close] in TOLD_BESIDE:
            draft.content[0] = (start, close)
    if draft.shape == "clause" and draft.source and start > draft.head and page.lower[draft.source[0][0] - 1] in {"which", "what"} and draft.source[0][0] > 0:
        which = draft.source[0][0] - 1
        draft.content.insert(0, (which, which + 1))


def cue_start(page: Page, i: int, floor: int) -> int:
    """The auxiliaries, negation and adverbs just before a verb belong to its cue."""
    start = i
    while start > max(floor, page.unit(i)[0]) and _leads(page, start - 1, i):
        start -= 1
    return start


def _leads(page: Page, before: int, cue: int) -> bool:
    """Is this word an auxiliary or adverb of the cue, and no name that the tagger took for one?"""
    token = page.tokens[before]
    named = token.text[:1].isupper() and before > page.unit(cue)[0]
    return token.pos_ in BEFORE_CUE and not named and token.head.i in (cue, page.tokens[cue].head.i)


def cue_span(page: Page, i: int, name: str, draft: Draft) -> Words:
    floor = draft.source[0][1] if draft.source and draft.source[0][1] <= i else page.unit(i)[0]
    end = i + 1
    wanted = name.split()[1:]
    while wanted and end < page.unit(i)[1] and page.lower[end] in wanted:
        end += 1
    return cue_start(page, i, floor), end
