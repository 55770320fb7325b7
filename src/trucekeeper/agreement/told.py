"""What the sentences of reports tell of a term: done, done in part, not done, late, or only that they touch it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from trucekeeper.agreement.frames import BACKGROUND, NO_ONE, SHARE, UNDER_WAY, before_of, in_part, is_ahead, is_begun, is_rest, is_undone, whole_words
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.sentences import Sentence, stems
from trucekeeper.agreement.shared import root, roots, with_alike
from trucekeeper.agreement.told_begun import begun_by, gerunds
from trucekeeper.agreement.told_counts import ALL, NEAR, as_asked, count_of, counted_near, share_of, so_many
from trucekeeper.agreement.told_forbidden import forbids
from trucekeeper.agreement.told_objects import in_clause, placed
from trucekeeper.agreement.told_words import PASSIVE, Told, denied, objects_of, plain, subject_before, words_in
from trucekeeper.agreement.verbs import irregular
from trucekeeper.agreement.wanted import owed_of, topics_of
from trucekeeper.model.agreement import Life, Term

ATTRIBUTIVE = re.compile(r"\b(?:the|an?|with|of|its|their|his|her|these|those|any|by)\s+$", re.IGNORECASE)  # "with established plans"
COUNTED = re.compile(r"(?:\d[\d,.]*%?|\b(?:and|or))\s+$")
ONE_OF_THEM = re.compile(
    r"\bthe (?:first|second|third|latest|only|(?P<last>last))\b[^.;,]{0,50} to (?:be )?$", re.IGNORECASE
)  # "the first hostages to be freed"
FROM_THEM = re.compile(r"\s+from\s+(?:them|there|it|these|those)\b", re.IGNORECASE)  # places that another sentence names
THEM = re.compile(r"\s+(?:them|it|these|those)\b(?!\s+[a-z]+s\b)", re.IGNORECASE)  # what another sentence, or clause, names
RELATIVE = re.compile(r"\b(?:that|which)\b")
SAYING = re.compile(r"\s+that\s")  # "reported that men fled": a saying, and not what was to be reported
WHO = re.compile(r"\b(?:who|whoever|that)\s+$", re.IGNORECASE)
WOULD = re.compile(r"[^.;]*?\b(?:would|will|shall|should|could|may|might|must)\b")
HAVE = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
IN = re.compile(r"\s+(?:in|at|on|under|between|during|for|from)\b")
HOLDING = re.compile(r"(?:ing|ies)$")  # verbs that have what is held behind them
# "is destroying explosives | surrendered to the monitors": what another verb is done to
OF_ANOTHER_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|began|begun)\b[^.;,]*\b(?!being\b)\w+(?:ing|ed)\b\s+(?:(?!(?:and|or|then)\b)[\w’-]+\s+){1,4}$")
GONE_TO = re.compile(r"\s+(?:to|by|in|at|under|during|from)\b")
SHOULD_HAVE = re.compile(r"\b(?:should|ought to)(?: already)? have(?: already)?(?: been)?(?: \w+ly)? $", re.IGNORECASE)  # "should have been closed in May"
STILL_TO_BE = re.compile(r"\bonly (?:[\w-]+ ){1,4}(?:remain(?:s|ed)?|(?:is|are|was|were)(?: still)? left) to be $", re.IGNORECASE)
APART = 70  # code points between a noun of an act and what is told of it


@lru_cache(maxsize=512)  # a sentence is held against many terms of few kinds
def all_of(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(text))


def told_by(sentence: Sentence, telling: Telling, term: Term, matter: frozenset[str], *, loose: bool = False) -> Told | None:
    """A plain telling in the words of its kind, a count of what was owed, or None where the sentence has none of those words. A `loose` one need not name what
    is counted."""
    text, topics = sentence.text, topics_of(telling)
    counted = count_of(sentence, term, topics)
    done = [m for m in all_of(whole_words(telling.done), text) if telling.placed or not elsewhere(sentence, m.start(), telling)]
    done = [m for m in done if not is_attribute(text, m)]
    done = [m for m in done if not telling.placed or (objects_of(sentence, m) & (matter | topics) and m.group().islower())]
    if telling.placed:  # of "completed its work and submitted the report" the second
        done.sort(key=lambda m: -len(objects_of(sentence, m) & matter))
    elif telling.located:  # and of "left their posts and went back to the barracks"
        done.sort(key=lambda m: -len(in_clause(sentence, m) & matter))
    noun = owed_of(term)
    if not loose and counted is None and noun and noun[1] not in stems(text) and not counts_alike(text, noun[1], topics) and not so_many_owed(sentence, term):
        return plain(None, sentence, 0) if done else None
    found = [] if forbids(term) else [*done, *of_nouns(text, telling, matter, term.act), *kept(text, telling)]
    overdue: re.Match[str] | None = None
    for match in found:
        before = before_of(text, match.start())
        one_of = ONE_OF_THEM.search(before)
        if STILL_TO_BE.search(before):
            told = placed(plain("performed in part", sentence, match.start()), telling, sentence, match)
            return replace(told, sure=False) if told is not None else None
        overdue = match if overdue is None and SHOULD_HAVE.search(before) else overdue
        if only_named(text, match, telling):
            continue
        if SAYING.match(text, match.end()) and not whole_words(act_words().drafting.ensures).match(match.group()):
            continue
        if is_anybody(text, match) or is_ahead(before) or is_begun(before) or (UNDER_WAY.search(before) and not one_of) or BACKGROUND.search(before):
            continue
        told = performed(sentence, match, term, matter | (topics if telling.placed or counts_topic(term, topics) else frozenset()), counted, loose=loose)
        told = replace(told, state="performed in part") if told is not None and told.state == "performed" and one_of and not one_of["last"] else told
        told = placed(told, telling, sentence, match) if match in done or telling.located else told
        behind = text[match.end() :]
        passing = is_reduced(text, match)
        unsure = FROM_THEM.match(behind) or THEM.match(behind) or passing
        told = replace(told, sure=False) if told is not None and unsure else told
        return (begun_by(sentence, telling, term) if passing else None) or told
    if (first := begun_by(sentence, telling, term)) is not None:
        return first
    if overdue is not None and (told := placed(plain("late", sentence, overdue.start()), telling, sentence, overdue)) is not None:
        return replace(told, sure=False)
    against = list(undone(text, telling))
    for state, match in against:
        if not is_ahead(before_of(text, match.start())) and not UNDER_WAY.search(before_of(text, match.start())):
            told = placed(plain("disputed" if denied(sentence, match.start()) else state, sentence, match.start()), telling, sentence, match)
            over = telling.against == "alleged broken" and whole_words(act_words().frames.over).search(text) is not None
            unsure = over or is_little(sentence, match, matter | topics)
            return replace(told, sure=False) if told is not None and unsure else told
    if (left := unfinished(sentence, matter) or of_its_noun(sentence, telling)) is not None:
        return left
    if counted is not None and counted[0] < counted[1] and not is_undone(text):  # k of the n that are owed, told in other words
        return replace(plain("performed in part", sentence, 0, *counted) or Told(None, None, (), "", None), sure=False) if sentence.claims else None
    if done or found or against or any(e.act in telling.acts for e in sentence.events()):
        return plain(None, sentence, 0)
    return None


def only_named(text: str, match: re.Match[str], telling: Telling) -> bool:
    """ "breaches of the truce that took effect on Monday": which truce is meant, in a sentence of what went against it."""
    against = whole_words(telling.undone).search(text[: match.start()]) if telling.undone else None
    return against is not None and RELATIVE.search(match.group()) is not None


def is_attribute(text: str, match: re.Match[str]) -> bool:
    """A participle between an article or preposition and a noun ("with established plans")."""
    one = (match.group().endswith(("ed", "en")) or match.group() in irregular()) and " " not in match.group()
    if one and COUNTED.search(text[: match.start()]):  # "26 released prisoners"
        return re.match(r"\s+[a-z]+s\b", text[match.end() :]) is not None
    return one and ATTRIBUTIVE.search(text[: match.start()]) is not None and re.match(r"\s+[a-z]", text[match.end() :]) is not None


def is_anybody(text: str, match: re.Match[str]) -> bool:
    """ "Those who handed in a gun would be paid": whoever did it, or will."""
    return WHO.search(text[: match.start()]) is not None and WOULD.match(text[match.end() :]) is not None


def is_reduced(text: str, match: re.Match[str]) -> bool:
    """ "among the rifles registered by the Front, 20 …", "the votes held in the north were annulled": told in passing, with no verb of its own."""
    if OF_ANOTHER_VERB.search(text[: match.start()]) and GONE_TO.match(text[match.end() :]):
        return True
    if PASSIVE.search(text[: match.start()]):
        return False
    alone = whole_words(act_words().frames.transitive).fullmatch(match.group()) is not None and HAVE.search(text[: match.start()]) is None
    return re.match(r"\s+by\s", text[match.end() :]) is not None or (alone and IN.match(text[match.end() :]) is not None)


def is_little(sentence: Sentence, match: re.Match[str], matter: frozenset[str]) -> bool:
    """Is what somebody still holds little ("occupies only two temples"), or not what the term is about ("forces that held the north, occupying the coast")?"""
    behind = sentence.text[match.end() :]
    if re.match(rf"\W+(?:{act_words().frames.little})\b", behind, re.IGNORECASE):
        return True
    return HOLDING.search(match.group()) is not None and not objects_of(sentence, match) & matter


def counts_topic(term: Term, topics: frozenset[str]) -> bool:
    """Does the term owe so many of what its kind is about ("840 arms"), so that a report may count the same by another word?"""
    owed = owed_of(term)
    return owed is not None and root(owed[1]) in topics


def so_many_owed(sentence: Sentence, term: Term) -> bool:
    """Does the sentence count just so many as are owed, by another name ("the 18 soldiers" of 18 prisoners)?"""
    owed = owed_of(term)
    return owed is not None and owed[0] > 1 and any(f.value == owed[0] for f in sentence.figures())


def counts_alike(text: str, noun: str, topics: frozenset[str]) -> bool:
    """Does a text hold another word for what is counted: a topic of its kind, or one for the same kind of thing?"""
    there, counted = frozenset(roots(text)), root(noun)
    return (counted in topics and bool(topics & there)) or bool(with_alike((counted,)) - {counted} & with_alike(there))


def of_nouns(text: str, telling: Telling, matter: frozenset[str], act: str) -> Iterator[re.Match[str]]:
    """ "The handover of the guns took place": a noun of the act, told as done, about what the term is about, or that the term's own words have."""
    if not telling.nouns:
        return
    happened, finished = all_of(noun_happened(telling.nouns), text), all_of(noun_finished(telling.nouns), text)
    own = matter | frozenset(roots(act)) if happened or finished else matter
    yield from (m for m in happened if frozenset(roots(words_in(text, m.start() - NEAR, m.end()))) & own)
    yield from (m for m in finished if frozenset(roots(words_in(text, m.start() - NEAR, m.end() + NEAR))) & own)


@cache
def noun_happened(nouns: str) -> re.Pattern[str]:
    return whole_words(rf"(?:{nouns})\b(?:[^.;]{{0,{APART}}}?\b)??(?:{act_words().frames.happened})")


@cache
def noun_finished(nouns: str) -> re.Pattern[str]:
    return whole_words(rf"(?:{act_words().frames.finished})\W+(?:[\w’'-]+\W+){{0,6}}?(?:{nouns})")


@cache
def kept_to(verbs: str) -> re.Pattern[str]:
    frames = act_words().frames
    carried = rf"(?:{frames.finished})\W+(?:[\w’'-]+\W+){{0,4}}?(?:{frames.labours}) to (?:{verbs})"
    return whole_words(rf"(?:{frames.kept})\W+(?:to|in|on|of|by)\W+(?:\w+\W+)??(?:{verbs})\w*|{carried}")


@cache
def failed_to(verbs: str) -> re.Pattern[str]:
    return whole_words(rf"(?:{act_words().frames.failed}) to (?:\w+ly )?(?:be )?(?:{verbs})\w*")


@cache
def gave_up(verbs: str) -> re.Pattern[str]:
    """ "has stopped releasing prisoners"."""
    gerunds = "|".join(rf"{verb.removesuffix('e')}(?:{verb[-1]})?ing" for verb in verbs.split("|") if verb.isalpha())
    return whole_words(rf"(?:{act_words().frames.quit}) (?:\w+ly )?(?:{gerunds})")


@cache
def noun_forms(nouns: str, verbs: str) -> tuple[tuple[Life, re.Pattern[str]], ...]:
    """A noun of an act behind words that belittle it, or make it known; a gerund behind those that put it off."""
    acts = "|".join(a for a in (nouns, gerunds(verbs)) if a)
    frames, between = act_words().frames, r"\W+(?:[\w'’-]+\W+){0,4}?"
    return (
        ("alleged not performed", whole_words(rf"(?:{frames.halted}){between}(?:{nouns})")),
        ("alleged not performed", whole_words(rf"no (?:[\w’-]+ ){{0,2}}(?:{nouns})\W+(?:was|were|has|have|took)\b")),
        ("late", whole_words(rf"(?:{frames.deferred}){between}(?:{acts})")),
        ("disputed", whole_words(rf"(?:{frames.belittled}){between}(?:{nouns})\b[^.;]{{0,{APART}}}?\bas")),
        ("performed", whole_words(rf"(?:{frames.made_known}){between}(?:{nouns})")),
        ("performed", whole_words(rf"(?:{frames.presupposed}) (?:the|this|its|their) (?:\w+ )?(?:{nouns})(?= (?:of|by|from)\b)")),
    )


@lru_cache(maxsize=512)  # as above
def in_noun_forms(nouns: str, verbs: str, text: str) -> tuple[tuple[Life, re.Match[str]], ...]:
    found = ((state, pattern.search(text)) for state, pattern in noun_forms(nouns, verbs))
    return tuple((state, match) for state, match in found if match is not None)


def kept(text: str, telling: Telling) -> Iterator[re.Match[str]]:
    """ "We have carried out our commitment to hand over the guns"."""
    if telling.verbs:
        yield from all_of(kept_to(telling.verbs), text)


def performed(sentence: Sentence, match: re.Match[str], term: Term, matter: frozenset[str], counted: tuple[float, float] | None, *, loose: bool) -> Told | None:
    """What words that say "done" come to: in whole, in part, or, behind a "not" or inside of a denial, not at all."""
    before = before_of(sentence.text, match.start())
    if is_undone(before) or NO_ONE.search(before) or denied(sentence, match.start()):
        return plain("alleged not performed", sentence, match.start())
    if counted:
        return plain("performed" if counted[0] >= counted[1] else "performed in part", sentence, match.start(), *counted)
    some = share_of(sentence, matter)
    matter = matter | (counted_near(sentence, match.start()) if ALL.search(term.act) else frozenset())
    bound = whole_words(act_words().frames.kept).match(match.group()) is not None  # what was undertaken is done as a whole
    counts = owed_of(term) is not None and not bound and not loose and not so_many_owed(sentence, term)
    part = some is not None or is_partial(sentence, match.start(), match.end(), matter, counts=counts, act=term.act)
    return plain("performed in part" if part else "performed", sentence, match.start(), *(some or ()))


def is_partial(sentence: Sentence, start: int, end: int, matter: frozenset[str], *, counts: bool = False, act: str = "") -> bool:
    """Is no more than a part told of what the words in [start, end) do? `counts` where the term owes so many: what was not the rest was a part."""
    before, after = f"{before_of(sentence.text, start, 2 * SHARE)}{sentence.text[start:end]}", sentence.text[end:]
    short = counts and not is_rest(before_of(sentence.text, start), after) and not as_asked(sentence, start, act)
    return short or in_part(before, after) or so_many(sentence, start, matter, act)


def undone(text: str, telling: Telling) -> Iterator[tuple[Life | None, re.Match[str]]]:
    """Words of the kind that say that it was not kept, and what they say; behind a "not" they say that it was, or nothing."""
    if telling.undone:
        for match in all_of(whole_words(telling.undone), text):
            before = before_of(text, match.start())
            turned = is_undone(before) or NO_ONE.search(before)
            yield ("performed" if telling.against == "alleged not performed" else None) if turned else telling.against, match
    if telling.verbs:
        yield from (("alleged not performed", match) for pattern in (failed_to, gave_up) for match in all_of(pattern(telling.verbs), text))


def unfinished(sentence: Sentence, matter: frozenset[str]) -> Told | None:
    """ "Work on the bridge has stalled", "the handover is behind schedule": what the term is about stands before."""
    for state, at in stops(sentence.text):
        about = frozenset(roots(subject_before(sentence.text, at)))
        told = plain(state, sentence, at) if about & matter else None
        if told is not None:
            return replace(told, object=about)
    for match in all_of(whole_words(act_words().frames.hindered), sentence.text):
        about = frozenset(roots(words_in(sentence.text, match.end(), match.end() + APART)))
        told = plain("late", sentence, match.start()) if about & matter and not is_ahead(before_of(sentence.text, match.start())) else None
        if told is not None:
            return replace(told, object=about, sure=False)
    return None


def of_its_noun(sentence: Sentence, telling: Telling) -> Told | None:
    """ "announced the reopening", "dismissed the withdrawal as a show": what only a person can tell the worth of."""
    if not telling.nouns:
        return None
    for state, match in in_noun_forms(telling.nouns, telling.verbs, sentence.text):
        if not is_ahead(before_of(sentence.text, match.start())) and not whole_words(act_words().frames.begun).search(match.group()):
            told = plain(state, sentence, match.start())
            return replace(told, sure=False) if told is not None else None
    return None


def breached(sentence: Sentence) -> Told | None:
    """Of a sentence that names a clause: that it was not kept. It can be another text's clause, so a person has to say."""
    for match in whole_words(act_words().frames.breached).finditer(sentence.text):
        before = before_of(sentence.text, match.start())
        if not is_ahead(before) and not is_undone(before):
            told = plain("alleged broken", sentence, match.start())
            return replace(told, sure=False) if told is not None else None
    return None


@lru_cache(maxsize=64)  # a sentence is held against many terms
def stops(text: str) -> tuple[tuple[Life, int], ...]:
    """Where the words say that something does not go on, or not in time."""
    frames = act_words().frames
    states: tuple[tuple[Life, str], ...] = (("alleged not performed", frames.stalled), ("late", frames.late))
    found = ((state, match) for state, pattern in states for match in whole_words(pattern).finditer(text))
    return tuple((state, m.start()) for state, m in found if not is_undone(before_of(text, m.start())) and not is_ahead(before_of(text, m.start())))


def elsewhere(sentence: Sentence, at: int, telling: Telling) -> bool:
    """Is the word read as another act ("people left their homes")?"""
    place = sentence.start + at
    read = [e.act for e in sentence.events() if e.trigger and e.trigger.start <= place < e.trigger.end]
    return bool(read) and bool(telling.acts) and not any(act in telling.acts for act in read)
