"""What reports say of an agreement's life: when it or one of its phases began, ended, how long it ran, and who wants it begun or made longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.model.claims import Anchor
from trucekeeper.model.time import Time
from trucekeeper.reading.layers import ProvisionFound, Region, TimeFound, layers, text_of
from trucekeeper.reading.provision_words import phase_key, phase_pattern, provision_words
from trucekeeper.reading.provisions.anchors import anchor_of
from trucekeeper.reading.provisions.told.sentences import words_of
from trucekeeper.reading.provisions.told.wishes import Wish, wish_at

DURATION_ISSUE, NEXT_ISSUE = "ceasefire duration", "next phase"
LONGEST_EDGE = 45  # days: a wider range dates nothing
ELSEWHERE = frozenset({"after", "before", "when", "while", "as", "because", "since", "although", "if", "where"})  # what follows is another clause
REACH = 9  # tokens between a phase and the verb that is said of it


@dataclass(frozen=True, slots=True)
class Named:
    """A phase or the agreement itself (`key` None) as a sentence names it: tokens [first, last]."""

    key: str | None
    first: int
    last: int


def named_in(sentence: Span) -> list[Named]:
    """In text order; looked for once a sentence."""
    kept: dict[int, list[Named]] = sentence.doc.user_data.setdefault("truce_phases", {})
    if sentence.start not in kept:
        kept[sentence.start] = look_for_names(sentence)
    return kept[sentence.start]


def look_for_names(sentence: Span) -> list[Named]:
    found = []
    for match in phase_pattern().finditer(sentence.text):
        span = sentence.doc.char_span(sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand")
        if span is not None:
            found.append(Named(phase_key(match.group()), span.start, span.end - 1))
    taken = {i for n in found for i in range(n.first, n.last + 1)}
    words = provision_words().agreements.running
    found += [Named(None, t.i, t.i) for t in words_of(sentence) if t.pos_ in {"NOUN", "PROPN"} and t.lemma_.lower() in words and t.i not in taken]
    return sorted(found, key=lambda n: n.first)


def read_phases(sentence: Span) -> Iterator[ProvisionFound]:
    names = named_in(sentence)
    times = [t for t in layers(sentence.doc).times if sentence.start_char <= t.start and t.end <= sentence.end_char]
    used: set[int] = set()
    for name in sorted(names, key=lambda n: n.key is None):  # a phase first: "an extension of the truce's first phase" is not the truce's
        yield from edges(sentence, name, times, used)
    for name in names:
        if name.key is not None:
            yield from next_steps(sentence, name)


def edges(sentence: Span, name: Named, times: list[TimeFound], used: set[int]) -> Iterator[ProvisionFound]:
    """ "The truce took effect on …", "the first phase ended on … after six weeks", "an extension of … until …", "the Jan. 19 truce"."""
    doc = sentence.doc
    if name.key is None:
        before = next((t for t in times if t.end <= doc[name.first].idx and not text_of(doc)[t.end : doc[name.first].idx].strip()), None)
        title = name.last + 1 < sentence.end and doc[name.last + 1].pos_ in {"NOUN", "PROPN"}  # "the 3 May 2040 Ceasefire Agreement" is a name
        if before is not None and before.timex.type == "DATE" and is_edge_time(before) and not title:
            yield fact(sentence, (before.start, end_of(doc[name.last])), name, date_anchor(doc, before, "from"), None, Wish("agreed"))
    word, kind = edge_word(sentence, name)
    while word is not None and word.i not in used:
        used.add(word.i)
        yield from edge(sentence, name, word, kind, times)
        word, kind = edge_word(sentence, Named(name.key, word.i, word.i)) if word.i > name.last else (None, "")


def edge(sentence: Span, name: Named, word: Token, kind: str, times: list[TimeFound]) -> Iterator[ProvisionFound]:
    """What one verb or noun says of a phase: a day, a length, both, or only that somebody wants it."""
    doc = sentence.doc
    wish = wish_at(word)
    after = [t for t in times if t.start >= word.idx and within_clause(doc, word, t)]
    day = next((t for t in after if t.timex.type in {"DATE", "TIME"} and is_edge_time(t)), None)
    length = next((t for t in after if t.timex.type == "DURATION"), None) if kind != "extend" else None
    relation = {"begin": "from", "end": "until", "extend": "until", "last": "during"}[kind]
    first = doc[name.first].nbor(-1) if name.first > sentence.start and doc[name.first - 1].pos_ == "DET" else doc[name.first]
    span = (min(first.idx, word.idx), max(end_of(doc[name.last]), end_of(word), *(t.end for t in (day, length) if t is not None), 0))
    if day is None and length is None:
        if wish.standing != "agreed":
            yield fact(sentence, span, name, None, None, wish, issue=NEXT_ISSUE if kind == "begin" else DURATION_ISSUE)
        return
    offset = length.timex.value if length is not None else None
    if day is not None:
        yield fact(sentence, span, name, date_anchor(doc, day, relation, offset), length, wish)
    elif length is not None and name.key is None and kind == "last" and (anchor := length_anchor(doc, word, length)) is not None:
        yield fact(sentence, span, name, anchor, length, wish)
    elif length is not None and name.key is not None and kind == "last":
        yield fact(sentence, span, name, Anchor(text_of(doc)[length.start : length.end], "phase", name.key, offset, "during"), length, wish)


def edge_word(sentence: Span, name: Named) -> tuple[Token | None, str]:
    """The verb said of a phase (behind it), or the noun before it ("an extension of the first phase")."""
    words = provision_words().edges
    doc = sentence.doc
    for token in reversed(doc[max(sentence.start, name.first - REACH) : name.first]):
        low = token.lemma_.lower()
        if low in words.extend_nouns or (low in words.extend and token.pos_ == "VERB"):
            return token, "extend"
        if low in words.end_nouns and token.pos_ == "NOUN":
            return token, "end"
        if token.pos_ in {"VERB"}:
            break
    start = behind_insertion(sentence, name.last + 1)
    for token in doc[start : min(sentence.end, start + REACH)]:
        low = token.lemma_.lower()
        if token.lower_ in ELSEWHERE or (token.dep_ == "nsubj" and token.tag_ != "WDT" and token.i > name.last + 1 and token.head.i > token.i):
            break
        if low == "be" and holds(token):
            return token, "last"
        if token.pos_ not in {"VERB", "AUX"} or low in {"have", "be", "will", "would", "shall", "must", "should"}:
            if token.text in {";", ":"}:
                break
            continue
        if low in words.extend:
            return token, "extend"
        if low in words.begin and not (low in {"take", "come", "enter", "go"} and not takes_effect(token)):
            return token, "begin"
        if low in words.end:
            if objects(token):
                break  # "a deal to end the war"
            return token, "end"
        if low in words.last:
            return token, "last"
        break
    return None, ""


def behind_insertion(sentence: Span, at: int) -> int:
    """Behind "…, reached during talks in the south, | is to take effect": the comma that closes what stands between a name and its verb."""
    doc = sentence.doc
    if at >= sentence.end or doc[at].text != "," or at + 1 >= sentence.end or doc[at + 1].tag_ not in {"VBN", "VBD"}:
        return at
    return next((t.i + 1 for t in doc[at + 1 : sentence.end - 1] if t.text == "," and t.nbor().tag_ in {"VBZ", "VBD", "MD", "VBP"}), at)


def holds(be: Token) -> bool:
    """ "shall be in force for 90 days", "is valid for a year"."""
    after = [t.lower_ for t in be.doc[be.i + 1 : be.i + 4]]
    return not {"valid", "effective"}.isdisjoint(after) or ("in" in after and not {"force", "effect"}.isdisjoint(after))


def length_anchor(doc: Doc, word: Token, length: TimeFound) -> Anchor | None:
    """Of "shall last 90 days from the day of signature": how long it is to run, and from what; None of what is over ("lasted ten days")."""
    if word.tag_ in {"VBD", "VBN"}:
        return None
    text = text_of(doc)
    told = anchor_of(text[length.start : word.sent.end_char], length.start, layers(doc).times)
    kind, reference = (
        (told.kind, told.reference) if told is not None and told.relation in {"after", "during"} and told.offset == length.timex.value else ("event", None)
    )
    return Anchor(text[length.start : length.end], kind, reference, length.timex.value, "during")


def takes_effect(token: Token) -> bool:
    return any(t.lower_ in {"effect", "force"} for t in token.doc[token.i + 1 : token.i + 4])


def within_clause(doc: Doc, word: Token, time: TimeFound) -> bool:
    """Nothing but words of the same clause between the verb and the time: no other finite verb, no semicolon."""
    for token in doc[word.i + 1 :]:
        if token.idx >= time.start:
            return True
        if token.text in {";", ":"} or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
    return True


def is_edge_time(found: TimeFound) -> bool:
    """Narrow enough to date an edge."""
    first, last = found.time.first_day, found.time.last_day
    return first is not None and last is not None and (last - first).days <= LONGEST_EDGE


def date_anchor(doc: Doc, found: TimeFound, relation: str, offset: str | None = None) -> Anchor:
    return Anchor(text_of(doc)[found.start : found.end], "date", Time(found.time.earliest, found.time.latest).as_range, offset, relation)


def end_of(token: Token) -> int:
    return token.idx + len(token)


def fact(
    sentence: Span, span: Region, name: Named, anchor: Anchor | None, length: TimeFound | None, wish: Wish, *, issue: str = DURATION_ISSUE
) -> ProvisionFound:
    text = text_of(sentence.doc)
    return ProvisionFound(
        spans=(span,),
        action=text[slice(*span)],
        standing=wish.standing,
        phase=name.key,
        issue=issue,
        quantity=text[length.start : length.end] if length is not None else None,
        anchor=anchor,
        proposer=wish.by,
        confidence=0.65,
    )


def next_steps(sentence: Span, name: Named) -> Iterator[ProvisionFound]:
    """ "talks on the second phase", "begin second-phase negotiations": what is wanted of a phase that has not begun."""
    doc, words = sentence.doc, provision_words().edges
    near = doc[max(sentence.start, name.first - REACH) : min(sentence.end, name.last + 3)]
    leads = [t for t in near if t.lower_ in words.lead_nouns or t.lemma_.lower() in words.begin]
    if not leads:
        return
    wish = next((w for w in map(wish_at, leads) if w.standing != "agreed"), None)
    if wish is not None:
        first, last = min([name.first, *(t.i for t in leads)]), max([name.last, *(t.i for t in leads)])
        yield fact(sentence, (doc[first].idx, end_of(doc[last])), name, None, None, wish, issue=NEXT_ISSUE)
