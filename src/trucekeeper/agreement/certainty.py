"""What a term held against a sentence comes to: a match that counts, or one that a person has to confirm, with the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trucekeeper.agreement.basis import basis_of
from trucekeeper.agreement.lexicon import Telling, act_words
from trucekeeper.agreement.shared import Weights, alike, roots
from trucekeeper.agreement.told_words import Told
from trucekeeper.agreement.wanted import Wanted, common_stems, topics_of
from trucekeeper.model.claims import Event
from trucekeeper.model.matches import Match
from trucekeeper.model.time import Time

OF_ANOTHER = re.compile(r"(?:This|These|Such)\s")  # a term that only goes on with the one before it
LITTLE, MUCH = 0.6, 1.2  # weights of shared words: what may be proposed, and what shows that a term is meant


@dataclass(frozen=True, slots=True)
class Held:
    """A term held against a sentence: what that tells, the words that both have, their weight, and the part of the term's that it is."""

    wanted: Wanted
    told: Told
    shared: frozenset[str]
    weight: float
    covered: float
    cited: bool
    accord: str = ""  # why the only term of its kind may be meant though few words show it


def takes(sure: Held, other: Held) -> bool:
    """Does one term surely take the very words by which another would be told of less well?"""
    return other.told.state is not None and not other.cited and sure.told.at == other.told.at and sure.weight > other.weight


def is_rival(one: Held, other: Held) -> bool:
    """Does the one say as much or more of the same words, told in the same way? A term that an amendment brought is no rival of those that were there."""
    kinds = {h.wanted.telling.name if h.wanted.telling else None for h in (one, other)}
    same = len(kinds) == 1 and one.told.state is not None and one.wanted.term.added_by == other.wanted.term.added_by
    return one is not other and same and other.shared <= one.shared and one.weight >= other.weight and not other.cited


def match_of(
    held: Held, words: Mapping[str, str], plain: frozenset[str], capital: frozenset[str], weights: Weights, *, rivals: Sequence[Held], alone: bool
) -> Match:
    wanted, told = held.wanted, held.told
    doers = {a.key for c in told.claims if isinstance(c, Event) for a in c.actors}
    named = bool(wanted.bearers & frozenset(words)) or any(a.key in doers for a in wanted.term.bearers)
    beaten = any(r.weight > held.weight for r in rivals) or (bool(rivals) and not named)
    in_kind = plain & topics_of(wanted.telling) and (held.shared or not (wanted.telling and (wanted.telling.needs_topic or wanted.telling.whose)))
    says_which = in_kind or (held.shared and weights.sum(held.shared & wanted.names) >= LITTLE) or (named and held.weight >= LITTLE)
    plain_kind = wanted.telling is not None and bool(wanted.telling.acts) and not rivals and held.weight >= LITTLE
    theirs = wanted.telling is not None and wanted.telling.whose and named and bool(told.object and told.object & topics_of(wanted.telling))
    enough = (
        held.weight >= MUCH
        or plain_kind
        or alone
        or bool(says_which)
        or 2 * held.weight >= weights.sum(wanted.matter) > 0
        or told.done is not None
        or held.cited
        or theirs
        or bool(wanted.is_body and wanted.heads & held.shared and held.shared & wanted.names)
    )
    sure = told.state is not None and not beaten and enough and told.sure and (not only_a_place(held) or comes_himself(held, words)) and says_what(held)
    sure = (
        sure
        and not of_others(held, capital)
        and (named or not of_a_side(held, words))
        and not leaves_name_open(held, words)
        and not OF_ANOTHER.match(wanted.term.act)
    )
    sure = sure and (bool(held.shared) or theirs or told.done is not None or held.cited or not wanted.matter or not (wanted.telling and wanted.telling.placed))
    return Match(
        line=wanted.term.id, document=told.claims[0].document, reason=reason_of(held, words, named=named, beaten=beaten),
        claims=tuple(c.id for c in told.claims), basis=tuple(basis_of(c) for c in told.claims), certainty="matched" if sure else "proposed",
        state=told.state, by=told.by, said=told.said, when=done_on(told, wanted.telling), words=told.words, done=told.done, owed=told.owed,
    )  # fmt: skip


def of_others(held: Held, capital: frozenset[str]) -> bool:
    """Does the object name somebody or something that the term does not, and nothing that it does ("the Lake Army's rifles" for those of the Hill Front)?"""
    wanted, told = held.wanted, held.told
    if not wanted.names or told.object is None or held.cited or told.object & wanted.names:
        return False
    return bool((told.object & capital) - wanted.matter - wanted.bearers - frozenset(roots(wanted.term.act)) - common_stems())


def of_a_side(held: Held, words: Mapping[str, str]) -> bool:
    """Are they the troops of some side of which the term says nothing ("army troops" of a front's)?"""
    own = held.wanted.matter | held.wanted.bearers | frozenset(roots(held.wanted.term.act))
    shared = "|".join(re.escape(words[w]) for w in sorted(held.shared) if w in words)
    sides = re.finditer(rf"\b({'|'.join(sorted(act_words().sides))})\s+(?:{shared})\b", held.told.words, re.IGNORECASE) if shared and own else ()
    return bool(held.wanted.bearers) and any(not frozenset(roots(m[1])) & own for m in sides)


def leaves_name_open(held: Held, words: Mapping[str, str]) -> bool:
    """Is a single common word ("the road was opened") all that it says of what the term names ("the Marle road")? It may be another one. So it may where places
    beside those that the term is about are all that it shares ("left Osta" of "the villages around Osta")."""
    telling, wanted = held.wanted.telling, held.wanted
    if telling is not None and telling.located and held.shared <= wanted.beside:
        return True
    if len(held.shared) != 1 or not wanted.names or held.shared & wanted.names or held.cited or held.told.done is not None:
        return False
    word = next((words[w] for w in held.shared if w in words), "")
    one = re.search(rf"\b(?:the|this|that) {re.escape(word)}\b", held.told.words, re.IGNORECASE) is not None and not word.endswith("s")
    return one and telling is not None and telling.placed


def says_what(held: Held) -> bool:
    """Does it name the kind of body that is to be set up, or, where a term's own verb tells of it, more than that verb?"""
    wanted = held.wanted
    headed = not wanted.heads or bool(wanted.heads & held.shared) or (wanted.short is not None and wanted.short in held.shared)
    return headed and (not wanted.verb or bool(held.shared - wanted.verb))


def names_short_form(held: Held) -> bool:
    """Is a short form in capitals among the shared words? It names a body, where another name may be just a place."""
    return any(re.search(rf"\b{re.escape(word.upper())}\b", held.wanted.term.act) for word in held.shared)


def only_a_place(held: Held) -> bool:
    """Is a name all that the words of a verb's object share with what the term is about? A short form names a body, any other name perhaps just a place."""
    telling, matter = held.wanted.telling, held.wanted.matter
    if telling is None or not telling.placed or held.cited or not held.shared or not held.shared <= held.wanted.names or matter <= held.wanted.names:
        return False
    return not names_short_form(held)


def comes_himself(held: Held, words: Mapping[str, str]) -> bool:
    """Does who is to return to a place, named in full, come there ("the governor arrived in Osta")?"""
    return held.wanted.telling is not None and held.wanted.telling.goes and any(name <= frozenset(words) for name in held.wanted.full_names)


def reason_of(held: Held, words: Mapping[str, str], *, named: bool, beaten: bool) -> str:
    telling, told = held.wanted.telling, held.told
    parts = [f"tells of {telling.name}" if telling and told.state is not None else "touches its matter"]
    parts += [f"names clause {held.wanted.term.clause}"] if held.cited else []
    parts += [f"shares the words {', '.join(sorted(words.get(w, w) for w in held.shared))}"] if held.shared else []
    like = [written for word, written in words.items() if alike().get(word) in held.wanted.signs]
    parts += [f"names the like ({', '.join(sorted(like))})"] if like and not held.shared and told.state is not None else []
    parts += [held.accord] if held.accord else []
    parts += ["names who owes it"] if named else []
    parts += ["counts what is owed"] if told.done is not None else []
    parts += ["but fits another term as well"] if beaten else []
    return "; ".join(parts)


def done_on(told: Told, telling: Telling | None) -> Time | None:
    """When the act that the words tell of is said to have been done: the day of an event of its kind, or, of what was done, the one time that they give."""
    acts = telling.acts if telling else frozenset()
    read = next((c.about for c in told.claims if isinstance(c, Event) and c.act in acts and c.status == "happened" and c.about), None)
    if read is not None and read.text in told.limits:
        read = None
    if told.time is not None and told.time.text in told.limits:
        return read
    past = told.time is not None and told.said is not None and (told.time.latest or "")[:10] <= (told.said.latest or "")[:10]
    return read or (told.time if told.state == "performed" and past else None)
