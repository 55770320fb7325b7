"""Direct speech: each quotation and the cue that stands beside it, by the order of words and marks rather than by the tree."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from trucekeeper.language.grammar.tree import ancestors, base
from trucekeeper.reading.statements.beside import behind_commas
from trucekeeper.reading.statements.drafts import Draft
from trucekeeper.reading.statements.extent import object_end
from trucekeeper.reading.statements.lexicon import Cue, lexicon
from trucekeeper.reading.statements.making import cue_span
from trucekeeper.reading.statements.page import MARKS, Page, Quoted, line_ends
from trucekeeper.reading.statements.receivers import receiver
from trucekeeper.reading.statements.sources import find_source, speaking_subject
from trucekeeper.reading.statements.spans import source_span
from trucekeeper.reading.statements.speakers import can_speak

SAYING = Cue("say", "statement", frozenset({"quote"}))  # what any verb does before a colon and a quotation
NEW_CLAUSE = frozenset({"and", "but", "while", "whereas", "though", "although"})
TELLING = frozenset({"statement", "report", "announcement", "claim", "denial", "confirmation", "testimony", "demand", "warning", "question", "accusation"})
ON = frozenset({"of", "by", "in", "on", "for", "against", "among", "between", "at", "over", "about", "with", "towards"})  # what may go on from a noun
FARTHEST = 45  # tokens between a quotation and its cue


def read_quotes(page: Page) -> list[Draft]:
    """A draft for each quoted utterance that has its own cue; a quotation that goes on after it is part of the same."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    for index in range(len(page.quoted)):
        if index in taken:
            continue
        last = _last_part(page, index)
        draft = _after(page, last) or _before(page, index)
        if draft is None:
            continue
        draft.content = [q.words for q in page.quoted[index:last]] + draft.content if draft.head > page.quoted[last].words[0] else [*draft.content]
        taken.update(range(index, last + 1))
        _collect(page, last if draft.head > page.quoted[last].words[0] else index, draft, taken)
        drafts.append(draft)
    return drafts


def read_nested(page: Page) -> Iterator[Draft]:
    """A quotation within a quotation, whose own speaker stands before it there ("They told us, 'Go home'")."""
    for inner in page.nested:
        start = inner.words[0]
        outer = page.quote_of[start]
        at = start - 1
        if outer < 0 or at <= page.quoted[outer].words[0] or (not inner.speech and inner.words[1] - start < 5):
            continue
        floor = max(page.unit(start)[0], page.quoted[outer].words[0] + 1, start - FARTHEST // 2)
        led = page.lower[at] in {",", ":"}
        verb = next((i for i in range(at, floor - 1, -1) if page.pos[i] == "VERB"), None)
        cue = _quote_cue(page, verb) if verb is not None else None
        if verb is None or cue is None or not (led or verb == at) or any(page.lower[i] in {".", ";", "?", "!"} for i in range(verb, at)):
            continue
        source = find_source(page, verb)
        if source is None or not floor <= source < verb or page.lower[source] in {"i", "we"} or not can_speak(page, source):
            continue
        draft = Draft(verb, [(verb, verb + 1)], [inner.words], cue.act, cue.word, "quote", rank=1.0, nested=True)
        draft.source_head, draft.source = source, [source_span(page, source, before=verb, after=floor)]
        draft.cue = [cue_span(page, verb, cue.word, draft)]
        yield draft


def _last_part(page: Page, index: int) -> int:
    """The last paragraph of a quotation that begins here."""
    last = index
    while last + 1 < len(page.quoted) and page.quoted[last + 1].quote is page.quoted[index].quote:
        last += 1
    return last


def _after(page: Page, index: int) -> Draft | None:
    """ "…," said Ann, or "…," Ann said."""
    quoted = page.quoted[index]
    start = quoted.words[1]
    last = _last_mark(page, quoted)
    led = last in {",", "?", "!", "—", "–", "--", "-", "..."} or (start < len(page.tokens) and page.lower[start] == ",")
    if not led and (not quoted.speech or last in {".", "…"}):
        return None
    if is_title(page, quoted) and (
        not quoted.speech or (quoted.words[0] > page.unit(quoted.words[0])[0] and page.pos[quoted.words[0] - 1] in {"ADP", "NOUN", "PROPN"})
    ):
        return None
    if _within_opening(page, quoted) or page.lower[quoted.words[0] - 1] in lexicon().words.nicknaming:
        return None
    limit = min(start + FARTHEST, len(page.tokens))
    commas = 0
    for i in range(start, limit):
        token = page.tokens[i]
        if page.quote_of[i] >= 0 or line_ends(page.tokens, i) or (page.lower[i] in {".", ";", ":", "but"} and i > start):
            return None
        if i <= start + 1 and page.lower[i] in NEW_CLAUSE:
            return None
        if page.lower[i] == ",":
            commas += 1
        if page.pos[token.i] not in {"VERB", "AUX"}:
            continue
        cue = _quote_cue(page, i)
        if page.tags[i] == "VBG" and i <= start + 1:
            return None  # 'called it "a lie," saying that …'
        if cue is not None:
            return _with_lead(page, index, _make(page, i, cue, index, after=start))
        told = any(page.lower[j] in {"who", "whose", "which"} for j in range(start, i))
        if page.pos[token.i] == "VERB" and base(token) not in {"acl", "acl:relcl", "amod", "advcl"} and commas < 2 and not told:
            return None
    return None


def _within_opening(page: Page, quoted: Quoted) -> bool:
    """'Calling it "a trap," the mayor said …': words of the participle that opens the sentence, and not of the cue behind it."""
    first = page.unit(quoted.words[0])[0]
    while page.tokens[first].is_space:
        first += 1
    lead = (first, quoted.words[0])
    opens = page.pos[first] == "VERB" and page.lower[first].endswith("ing") and page.quote_of[first] < 0
    return opens and lead[1] - lead[0] > 1 and not page.finite(lead)


def _with_lead(page: Page, index: int, draft: Draft) -> Draft:
    """Where the quotation ends a sentence that the speaker's words begin ('The plan "is a trap," he said'), the whole sentence is what was said."""
    start, close = page.quoted[index].words
    behind = min([draft.cue[0][0], *(a for a, _ in draft.source if a >= close)])
    if (
        behind - close > 1
        and page.lower[behind - 1] == ","
        and page.lower[close] in {"of", "in", "on", "to", "for", "by", "from"}
        and not page.finite((close, behind))
    ):
        draft.content[0] = (draft.content[0][0], behind - 1)  # 'The rebels "condemn the violation" of the truce, he said'
    begin = page.unit(start)[0]
    begin = max([begin, *(j + 1 for j in range(begin, start) if page.lower[j] == ";" and page.quote_of[j] < 0)])
    while begin < start and page.tokens[begin].is_space:
        begin += 1
    alone = start - begin == 1 and page.pos[begin] in {"PROPN", "PRON", "NOUN"} and page.tokens[start + 1].text[:1].islower()
    if (start - begin < 2 and not alone) or page.lower[start - 1] in {",", ":", "-", "—"} or (page.quote_of[begin] >= 0 and page.quote_of[start - 1] >= 0):
        return draft
    if any(page.pos[i] == "VERB" and (cue := lexicon().verb(page.lemmas[i], "quote")) is not None and cue.act in TELLING for i in range(begin, start)):
        return draft
    draft.content[0] = (begin, draft.content[0][1])
    return draft


def _before(page: Page, index: int) -> Draft | None:
    """Ann said: "…", Ann told the council, "…"; and "Ann said "…"" with no mark between."""
    quoted = page.quoted[index]
    end = quoted.words[0]
    at = end - 1
    while at > 0 and page.tokens[at].is_space:
        at -= 1
    if at < 1 or (at < end - 1 and page.lower[at] != ":"):  # a new paragraph belongs to a colon only
        return None
    floor = max(page.unit(at)[0], end - FARTHEST)
    if at < floor:
        return None
    led = page.lower[at] in {":", ","}
    colon = page.lower[at] == ":"
    for i in range(at, floor - 1, -1):
        if page.quote_of[i] >= 0 or page.lower[i] in {";"}:
            return None
        if page.pos[i] not in {"VERB", "AUX"}:
            continue
        cue = _quote_cue(page, i)
        if cue is not None and not colon and _is_reported(page, i):
            return None
        if cue is not None and i == at and not quoted.speech and _does(page, i, cue):
            return None
        if cue is not None and (i == at or (led and (quoted.speech or colon))):
            draft = _with_subject(page, quoted, _make(page, i, cue, index, after=None))
            return _with_rest(page, quoted, draft) if i == at else draft
        if cue is not None and led and len((draft := _with_subject(page, quoted, _make(page, i, cue, index, after=None))).content) > 1:
            return draft
        if not led:
            return None
        if colon and cue is None and quoted.speech and _has_speaker(page, i):
            return _make(page, i, SAYING, index, after=None)
        if page.pos[i] == "VERB" and not colon and base(page.tokens[i]) not in {"acl", "acl:relcl", "amod", "advcl"}:
            return None
    return None


def _does(page: Page, i: int, cue: Cue) -> bool:
    """ "An order to establish "safe lanes"", "found "traces" of it": what is done with a thing in marks, and no words that are told."""
    planned = page.tags[i] == "VB" and base(page.tokens[i]) == "acl"
    return planned or (cue.act == "assessment" and lexicon().verb(page.lemmas[i], "np") is None)


def _with_rest(page: Page, quoted: Quoted, draft: Draft) -> Draft:
    """What a verb's quoted object goes on to ('denied "a campaign" of fear')."""
    start, close = quoted.words
    if close >= page.unit(draft.head)[1] or page.lower[close] not in ON or _last_mark(page, quoted) in {",", ".", "?", "!"}:
        return draft
    noun = page.tokens[close - 2] if close - 2 > start else page.tokens[close - 1]
    rest = page.trim((start, object_end(page, draft.head, noun, page.tokens[close])))
    if rest is not None and rest[1] > close + 1 and object_end(page, draft.head, noun, noun) > close:
        draft.content[-1] = rest
    return draft


def _with_subject(page: Page, quoted: Quoted, draft: Draft) -> Draft:
    """Where the quotation goes on from a subject before source and cue ('The talks, he said, "will go on"'), that subject is of what was said."""
    first = page.tokens[quoted.words[0] + 1] if quoted.words[0] + 1 < len(page.tokens) else None
    start, source = page.unit(draft.head)[0], draft.source[0][0] if draft.source else 0
    while start < source and page.tokens[start].is_space:
        start += 1
    if first is None or not first.text[:1].islower() or source <= start + 1 or page.lower[source - 1] != "," or page.lower[quoted.words[0] - 1] != ",":
        return draft
    lead = (start, source - 1)
    if page.pos[start] in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"} and not page.finite(lead):
        draft.content.insert(0, lead)
    return draft


def _is_reported(page: Page, i: int) -> bool:
    """Is this cue itself part of what somebody says ("she said she wanted …")?"""
    start = page.unit(i)[0]
    for above in ancestors(page.tokens[i]):
        if above.i < start:
            return False
        if (
            above.i < i
            and page.quote_of[above.i] < 0
            and page.pos[above.i] == "VERB"
            and lexicon().verb(page.lemmas[above.i], "that") is not None
            and page.lower[i - 1] != ","
        ):
            return base(page.tokens[i]) in {"ccomp", "xcomp", "conj", "acl", "acl:relcl", "advcl"}
    return False


def is_title(page: Page, quoted: Quoted) -> bool:
    """The name of a programme or a book: every longer word has a capital."""
    words = [page.tokens[i] for i in range(*quoted.words) if page.tokens[i].is_alpha]
    longer = [w for w in words[1:] if len(w) > 3]
    return bool(longer) and _last_mark(page, quoted) not in {"?", "!"} and all(w.text[0].isupper() for w in (words[0], *longer))


def _has_speaker(page: Page, i: int) -> bool:
    source = find_source(page, i)
    return source is not None and page.tags[i] in {"VBD", "VBZ", "VBP"} and can_speak(page, source, texts=False)


def _last_mark(page: Page, quoted: Quoted) -> str:
    """The last thing inside the closing mark."""
    for i in range(quoted.words[1] - 1, quoted.words[0], -1):
        if page.lower[i] not in MARKS:
            return page.lower[i]
    return ""


def _quote_cue(page: Page, i: int) -> Cue | None:
    own = lexicon().verb(page.lemmas[i], "quote")
    return own if own is not None or i + 1 >= len(page.lower) else lexicon().verb(f"{page.lemmas[i]} {page.lower[i + 1]}", "quote")


def _make(page: Page, i: int, cue: Cue, index: int, *, after: int | None) -> Draft:
    quoted = page.quoted[index]
    draft = Draft(i, [(i, i + 1)], [quoted.words], cue.act, cue.word, "quote", rank=1.0)
    source = find_source(page, i)
    if source is None or quoted.words[0] <= source < quoted.words[1]:
        source = _beside(page, i, after)
    if source is not None and page.tags[i] == "VBG" and not can_speak(page, source):  # "said Ann Lee, denying rumours of a split, saying: …"
        source = speaking_subject(page, i) or source
    if source is not None and not page.in_speech(source):
        draft.source_head = source
        draft.source = [source_span(page, source, before=_right_bound(page, i, source, quoted), after=after if source < i else i + 1)]
    draft.cue = [cue_span(page, i, cue.word, draft)]
    draft.addressee = receiver(page, i)
    quoting = page.lemmas[i] in {"quote", "cite", "report"}  # whom it quotes it does not tell
    if draft.addressee is not None and (quoting or draft.covers(draft.addressee) or draft.addressee == source):
        draft.addressee = None
    return draft


def _right_bound(page: Page, i: int, source: int, quoted: Quoted) -> int | None:
    if source < i:
        return i
    return quoted.words[0] if quoted.words[0] > source else None


def _beside(page: Page, i: int, after: int | None) -> int | None:
    """The nearest noun that can speak, between the quotation and the verb, or after the verb."""
    unit = page.unit(i)
    if page.lower[i - 1] == "," and after is not None and (described := behind_commas(page, i - 1)) is not None and described >= after:
        return described  # "…,” Ann Lee, head of the police, told"
    left = range(i - 1, max(unit[0], after or 0) - 1, -1)
    right = range(i + 1, min(i + 6, unit[1]))
    for j in [*left, *(right if after is not None else [])]:
        if page.quote_of[j] >= 0 or (j > i and page.lower[j] in {",", "that"}):
            break
        if page.pos[j] in {"PROPN", "NOUN", "PRON"} and page.tags[j] != "PRP$" and can_speak(page, j):
            token: Token = page.tokens[j]
            while base(token) in {"flat", "compound", "appos"} and abs(token.head.i - token.i) < 6 and page.pos[token.head.i] in {"PROPN", "NOUN"}:
                token = token.head
            return int(token.i)
    return None


def _collect(page: Page, index: int, draft: Draft, taken: set[int]) -> None:
    """The quotation's later paragraphs, and what the same voice goes on to say after the cue: '"…," he said. "…"'."""
    at = index
    while at + 1 < len(page.quoted):
        following = page.quoted[at + 1]
        same = following.quote is page.quoted[at].quote
        if not same and not _goes_on(page, draft, page.quoted[at], following):
            break
        taken.add(at + 1)
        draft.content.append(following.words)
        at += 1


def _goes_on(page: Page, draft: Draft, one: Quoted, other: Quoted) -> bool:
    """Is there nothing but this draft's cue and source, or one sentence's end, between two quotations of a paragraph?"""
    gap = range(one.words[1], other.words[0])
    if not other.speech or any("\n" in page.tokens[i].text for i in gap if page.tokens[i].is_space) or _after(page, page.quoted.index(other)) is not None:
        return False
    if not gap:
        return True
    if not draft.cue or not (one.words[1] <= draft.cue[0][0] < other.words[0]):
        return False
    between = page.lower[other.words[0] - 1]
    if between == "." and draft.cue[0][0] - one.words[1] < 3:
        return True
    verbs = [i for i in gap if page.pos[i] == "VERB" and i != draft.head and base(page.tokens[i]) not in {"acl", "acl:relcl", "advcl", "amod"}]
    return (between in {".", ",", ";", "and", "but"} or page.lower[other.words[0] - 2] in {"and", "but"}) and not verbs
