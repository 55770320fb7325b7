"""Conditions on what a party will do: "unless the army leaves", "in exchange for talks", "provided that salaries are paid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Span, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.clauses import open_complements
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.phrases import clause, obliques, trimmed
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors, children
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal
from trucekeeper.reading.events.timewords import is_time
from trucekeeper.reading.positions.contents import contents
from trucekeeper.reading.positions.exclusions import is_asked, is_no_going
from trucekeeper.reading.positions.found import Found, is_side, parties_of
from trucekeeper.reading.positions.lexicon import listed, stances
from trucekeeper.reading.positions.lists import listed_after, unfolded
from trucekeeper.reading.positions.openers import BEHIND_ONLY, REACH, behind_only, by_first, has_only_before, is_of_threat, opener_at
from trucekeeper.reading.positions.passages import of_word
from trucekeeper.reading.positions.topics import TALKS, issue_of, of_matter
from trucekeeper.reading.positions.verbs import covering_all, cue_for

LONG_REACH = 40  # words between somebody's own act and a condition that follows it
MATTER = 8  # words before "only if" that tell what is not to come otherwise
QUOTED = 4  # words from the first to the last mark of a term
ENDS = frozenset({",", ";", ":", "”", '"', "(", "—", "–"})


def conditions(tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Found]:
    """All conditions of a sentence that somebody in it makes; `words` are its tokens in lower case."""
    firsts, start = by_first(), tokens[0].i
    for token, word in zip(tokens, words, strict=True):
        if word not in firsts and word not in BEHIND_ONLY:
            continue
        opener = opener_at(token) if word in firsts else behind_only(token)
        if opener is None:
            continue
        verb = conditioned(token, " ".join(opener) in listed("negative"))
        if (
            verb is not None
            and opener[0] in {"without", "before"}
            and modal(verb) is None
            and not refuses_to_act(verb, token)
            and not rules_out_talks(verb, token)
        ):
            continue  # "reject any system drawn up without them", "rejected the plan before the vote"
        if verb is not None and opener[0] == "in" and (is_negated(verb) or governor_word(verb, "clause") == "denied"):
            continue  # "refused a deal in return for posts": the deal is refused, and nothing asked for
        content = extent(token, len(opener))
        if content is None or is_only_a_time(content) or (verb is not None and is_asked(verb)):
            continue
        if verb is not None and any(s.tag_ in {"WDT", "WP"} for s in own_subjects(verb)):
            continue  # "a party which will share power as long as it …": said of what is agreed to
        parties: list[Token | None] = [p for p in takers(verb) if is_side(p) or p.pos_ == "PRON"] if verb is not None else []
        if not parties and (is_strict(token, opener) or waits(token) or (verb is not None and " ".join(opener) in listed("negative"))):
            parties = [None]  # "the meeting would take place only if …": a condition of whoever says so
        matter = issue_of(list(token.doc[max(start, token.i - MATTER) : token.i])) if is_strict(token, opener) else None
        if matter is None and verb is not None and verb.i > content.end and any(lemma_in(t, stances().nouns) for t in content):
            matter = of_matter(clause(verb)[verb.i - clause(verb).start :])  # "Once these demands are met, we will sign the accord"
        for part in listed_after(content) or unfolded(content, content.end, max(after_aside(content, token), after_subject(content, len(opener)))):
            yield from (Found(party, "conditions", part, content, fallback=matter) for party in parties)


def is_only_a_time(content: Span) -> bool:
    """ "will not meet them before (until) the election", "and before him that of the king" name a time, and no condition."""
    if content[0].lower_ == "before" and len(content) > 1 and content[1].tag_ == "PRP" and not any(is_verbal(t) for t in content):
        return True
    timed = content[0].lower_ in listed("negative") - {"without"} and not any(is_verbal(t) for t in content)
    return timed and lemma_in(content[-1], listed("dated")) is not None


def takers(verb: Token) -> list[Token]:
    """Who tells of his own act; of "is prepared to …" the subject, which a tree takes for that of a passive."""
    return own_subjects(verb) if verb.tag_ == "VBN" and verb.lower_ in stances().adjectives else parties_of(verb)


def refuses_to_act(verb: Token, opener: Token) -> bool:
    """ "refused to sign without guarantees": an act is refused, and the opener hangs on no participle ("a list drawn up without them")."""
    return bool(open_complements(verb)) and opener.nbor(-1).tag_ != "VBN"


def rules_out_talks(verb: Token, opener: Token) -> bool:
    """ "ruled out talks without a timetable for the withdrawal"."""
    return opener.lower_ == "without" and issue_of(objects(verb)) == TALKS


def waits(opener: Token) -> bool:
    """ "disarmament can take place once the accord is in force": somebody tells of what is not to come before."""
    before = [t for t in opener.doc[max(opener.sent.start, opener.i - 8) : opener.i] if is_verbal(t)]
    return opener.lower_ in {"once", "if"} and bool(before) and modal(before[-1]) is not None and lemma_in(before[-1], listed("starting")) is not None


def is_strict(token: Token, opener: tuple[str, ...]) -> bool:
    """Whether nothing will come of it otherwise."""
    return opener[0] in {"only", "unless", "after", "when"} or (opener[0] in {"if", "once"} and has_only_before(token))


def conditioned(opener: Token, needs_refusal: bool) -> Token | None:
    """The nearest verb before an opener (behind it, where the opener begins the sentence) by which somebody tells of his own act."""
    doc, sentence = opener.doc, opener.sent
    first = opener.i == sentence.start or (opener.nbor(-1).text in {"“", '"', ","} and not any(is_verbal(t) for t in doc[sentence.start : opener.i]))
    if first:
        starts = main_clause(opener) or next((t.i + 1 for t in doc[opener.i : sentence.end] if t.text == ","), sentence.end)
        for token in doc[starts : min(sentence.end, starts + REACH)]:
            if is_own_act(token, needs_refusal):
                return token
            if modal(token) is not None and is_verbal(token):
                return None  # "If they want a truce, they should …"
        return None
    for i in range(opener.i - 1, max(sentence.start, opener.i - LONG_REACH) - 1, -1):
        token = doc[i]
        if token.text == ";":
            return None
        if is_own_act(token, needs_refusal):
            return token
        if is_verbal(token) and is_of_threat(token):
            return None
        if is_verbal(token) and modal(token) is not None and opener.nbor(-1).text != ",":
            return None  # "refused to comment, saying that it would go on until …", "fail to agree. More fights might break out if …"
    return None


def is_own_act(token: Token, needs_refusal: bool) -> bool:
    if (token.pos_ == "ADJ" or token.tag_ in {"VBN", "JJ"}) and token.lower_ in stances().adjectives:
        return not needs_refusal or token.lower_ in {"unwilling", "reluctant"}
    if is_no_going(token):
        return needs_refusal
    if token.lower_ == "going" and any(has_to(c) for c in children(token, "xcomp")):
        return not needs_refusal  # "if they disarm, we are going to disarm"
    if token.pos_ in {"NOUN", "ADJ"} and not children(token, "cop") and (willing := modal(token)) is not None:
        return not needs_refusal and willing.lower_ in {"will", "would"}  # "would free soldiers", its verb taken for an adjective
    if not is_verbal(token) or (not needs_refusal and lemma_in(token, listed("fighting"))):
        return False
    wanted = governor_word(token.head, "clause") == "demanded" or lemma_in(token.head, listed("wanting")) or token.head.lemma_ in {"have", "need", "agree"}
    if needs_refusal and has_to(token) and wanted:
        return False  # "wants them to stop before …", "agreed not to fire until …"
    word = governor_word(token, "clause")
    refusing = is_negated(token) or word == "denied"
    if needs_refusal:
        above = cue_for(token.head) if has_to(token) else None
        vowed = above is not None and above.stance == "offers"  # "have vowed never to disarm until …"
        return refusing and (modal(token) is not None or word == "denied" or vowed)
    ahead = modal(token)
    demanded = ahead is not None and ahead.lower_ in {"must", "should", "ought", "may", "might"}
    cue = cue_for(token)
    offers = cue is not None and cue.stance in {"offers", "accepts", "rejects", "proposes"}
    threat = word == "threatened" and not obliques(token, "of")  # not "warned of a famine if …"
    return not demanded and (ahead is not None or threat or word == "denied" or offers)


def extent(token: Token, length: int) -> Span | None:
    """From the opener to the end of its clause."""
    doc, end = token.doc, main_clause(token) or token.sent.end
    at = token.i + length
    while at < end and (doc[at].text not in ENDS or is_term_quoted(doc[at], end)):
        at = past_bracket(doc[at + 1]) if at + 1 < end else end
        if at < end - 1 and doc[at].text == "," and goes_on_as(doc[at + 1], token):
            at += 1
        elif at < end - 1 and doc[at].text == "," and (back := past_aside(doc[at])) is not None:
            at = back
    span = trimmed(doc[token.i : at])
    return span if len(span) > length else None


def of_hinging(verb: Token) -> Iterator[Found]:
    """ "talks would be based on (would depend on) the army accepting the plan": a condition of whoever says it."""
    on = [o for o in obliques(verb, "on", "upon") if o.i > verb.i]
    based = verb.lemma_ == "base" and verb.tag_ == "VBN"
    if not on or modal(verb) is None or not (based or lemma_in(verb, listed("hinging"))) or is_negated(verb):
        return
    things = own_subjects(verb)
    if not things or is_side(things[0]):
        return
    content = trimmed(verb.doc[on[0].left_edge.i + 1 : of_word(on[0]).end])
    yield from (Found(None, "conditions", part, clause(verb), fallback=issue_of(things)) for part in unfolded(content, content.end) if len(content))


def is_term_quoted(mark: Token, end: int) -> bool:
    """Whether a mark opens or closes a term within the condition ("while “occupation” troops stay")."""
    if not mark.is_quote:
        return False
    other = [t.i for t in mark.doc[max(mark.i - QUOTED, mark.sent.start) : min(end, mark.i + QUOTED + 1)] if t.is_quote and t.i != mark.i]
    return len(other) == 1 and abs(other[0] - mark.i) > 1 and max(other[0], mark.i) + 1 < end and mark.doc[max(other[0], mark.i) + 1].is_alpha


def main_clause(opener: Token) -> int | None:
    """Of "unless the army leaves | he will refuse to sign", where what depends on the condition begins without a comma."""
    verb = opener.head
    if verb.dep_ != "advcl" or verb.head.i < verb.i:
        return None
    return next((s.left_edge.i for s in own_subjects(verb.head) if s.left_edge.i > verb.i), None)


def past_bracket(token: Token) -> int:
    """Behind an acronym in brackets ("unless the Liberation Front (LF) | leaves"), or the token's own place."""
    after = token.doc[token.i : min(token.sent.end - 1, token.i + 3)]
    return token.i + 3 if token.text == "(" and len(after) == 3 and after[2].text == ")" else token.i


def goes_on_as(verb: Token, opener: Token) -> bool:
    """ "if they withdrew, | renounced their claims and …": a further verb in the same tense, without a subject."""
    first = next((t for t in verb.doc[opener.i : verb.i] if t.tag_ in {"VBD", "VBZ", "VBP"}), None)
    past = verb.tag_ == "VBD" and not is_time(verb.nbor())  # not "the plan, presented two weeks ago"
    goes_on = past or (verb.tag_ == "VBN" and verb.dep_ != "acl" and bool(objects(verb)))
    return first is not None and goes_on and first.tag_ == "VBD" and verb.pos_ == "VERB"


def after_aside(content: Span, opener: Token) -> int:
    """From where a condition may be cut into several: behind an aside between commas."""
    return next((i for i in range(content.end - 1, content.start, -1) if is_aside_end(content.doc[i], opener)), 0)


def after_subject(content: Span, length: int) -> int:
    """... and behind its first verb: "if the mediators and both armies agree" is one condition."""
    clausal = any(t.dep_ == "mark" for t in content[:length])
    return next((t.i for t in content[length:] if t.tag_ in FINITE), 0) if clausal else 0


def is_aside_end(token: Token, opener: Token) -> bool:
    return token.nbor(-1).text == "," and token.tag_ in FINITE and not goes_on_as(token, opener)


def past_aside(comma: Token) -> int | None:
    """Where a condition goes on behind what is put between commas ("unless foreign troops, now in the north, | are withdrawn")."""
    doc, end = comma.doc, comma.sent.end
    if any(t.tag_ in FINITE for t in doc[comma.i - 4 : comma.i]) or doc[comma.i - 1].pos_ not in {"NOUN", "PROPN"}:
        return None
    closing = next((i for i in range(comma.i + 2, min(end - 1, comma.i + 16)) if doc[i].text == ","), None)
    if closing is None or any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[comma.i + 2 : closing]) or doc[closing + 1].tag_ not in FINITE:
        return None
    return closing + 1


def is_told_last(noun: Token) -> bool:
    """Whether a noun opens a phrase of its own behind another one ("made their return | a precondition"), whatever the tree hangs it on."""
    before = noun.nbor(-2) if noun.i - noun.sent.start > 2 and noun.nbor(-1).pos_ == "DET" else noun.nbor(-1)
    return noun.nbor(-1).lower_ in {"a", "an", "the", "its", "their"} and before.pos_ != "ADP"


def of_as_condition(noun: Token) -> Iterator[Found]:
    """ "set the release of detainees as a condition", "made the return of the displaced a precondition for signing"."""
    if lemma_in(noun, listed("preconditions")) is None or children(noun, "cop"):
        return
    verb = next((a for a in ancestors(noun) if is_verbal(a)), None)
    told_as = any(c.lower_ == "as" for c in children(noun, "case"))
    if verb is None or not (told_as or (verb.lemma_ == "make" and is_told_last(noun))):
        return
    if is_negated(verb) or cue_for(verb) is not None or status_of(verb, timeless=True).status == "demanded":
        return
    at = noun.i - sum(1 for _ in takewhile(lambda t: t.pos_ in {"ADJ", "DET"}, reversed(list(verb.doc[verb.i + 1 : noun.i]))))
    found = contents(verb, None) if told_as else [verb.doc[o.left_edge.i : at] for o in objects(verb) if o.i < at]
    for content in covering_all(found):
        if content.end <= noun.i and not obliques(verb, "of"):
            yield from (Found(p, "conditions", content, clause(verb)) for p in parties_of(verb))
