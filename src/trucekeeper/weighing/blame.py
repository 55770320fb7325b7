"""Who blames whom, and whether a denial may answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from trucekeeper.model.claims import Actor, Claim, Event, Role, Statement
from trucekeeper.model.document import Document
from trucekeeper.model.time import Time
from trucekeeper.weighing.armies import of_one_army
from trucekeeper.weighing.beside import worn
from trucekeeper.weighing.entities import WhoIsWho
from trucekeeper.weighing.grounds import crossing
from trucekeeper.weighing.kinds import families, is_hostile, one_kind
from trucekeeper.weighing.lexicon import lexicon
from trucekeeper.weighing.likeness import content, stem
from trucekeeper.weighing.names import SHORTEST_ACRONYM, name_words, plain, unowned
from trucekeeper.weighing.nations import with_countries
from trucekeeper.weighing.origins import is_named
from trucekeeper.weighing.sentences import capitals, sentence
from trucekeeper.weighing.short_forms import bare_name
from trucekeeper.weighing.words import listed, verb_of

TOLD = ("happened", "ongoing")
PAGES = 1500  # characters of one text between a claim and its denial
WEEK = 7  # days
HIS_OWN = re.compile(r"(?:(?:one|any|none|some) of )?(?:its|their|our|my|his|her) ", re.IGNORECASE)
OF_WHAT = re.compile(r"\b(?:of|for|over)\b")
GRAVE = frozenset({"abduct"})  # the family of acts, beside violence, that a short denial may mean
AGAIN = re.compile(r"\b(?:repeat|reiterat|again)\w*")
NEAR = 500  # characters from an accusation to the denial that follows it


def voice_of(claim: Claim, who: WhoIsWho) -> str:
    """Whose word a claim is, as views print it."""
    asserter = claim.attribution.asserter
    return unowned(who.label_of(asserter)) if asserter and is_named(asserter) else "the report"


def asserter_key(claim: Claim, who: WhoIsWho) -> str:
    """The key of whose word a claim is; of a report's own voice the document."""
    asserter = claim.attribution.asserter
    return who.entity_of(asserter) if asserter and claim.attribution.mode != "outlet" else claim.document


def is_blame(claim: Claim) -> bool:
    """Does a claim tell that somebody accuses or blames?"""
    if isinstance(claim, Statement):
        return claim.act in lexicon().statements.accuse
    return isinstance(claim, Event) and claim.act in lexicon().statements.accuse and claim.status in TOLD


def blamers(claim: Claim, who: WhoIsWho) -> set[str]:
    """The keys of those who blame: who says it, and whom the report tells of as blaming."""
    return {asserter_key(claim, who), *(who.entity_of(a) for a in (claim.actors if isinstance(claim, Event) else ()))}


def blaming(blame: Claim, who: WhoIsWho) -> str:
    """Who blames, as views print it."""
    doers = [a for a in blame.actors if not lexicon().figures.brought_in.fullmatch(a.label)] if isinstance(blame, Event) else []
    if not isinstance(blame, Event) or not doers:  # "an airstrike hit the market, aid groups said, blaming the army"
        return voice_of(blame, who)
    accused = {who.entity_of(a) for a in blame.recipients}  # of two who accuse each other, the one who accuses the other
    return who.label_of(next((a for a in doers if who.entity_of(a) not in accused), doers[0]))


def accuses(blame: Claim, who: WhoIsWho) -> str:
    """Who blames, with the verb."""
    name = blaming(blame, who)
    return f"{name} {verb_of(name, 'accuses', 'accuse')}"


def accused_words(blame: Claim, who: WhoIsWho) -> str:
    """Whom a blame accuses, in words."""
    return listed([who.label_of(a) for a in blame.recipients]) if isinstance(blame, Event) and blame.recipients else "it"


def blame_of(denial: Statement | Event, claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Claim | None:
    """An accusation in another report of the week against who denies, or against those for whom he speaks or of whom he denies it, on a matter with the
    same names."""
    denier = asserter_key(denial, who)
    doers = {stem(w) for a in denial.actors for name in who.called(a) for w in name} - worn() if isinstance(denial, Event) else set[str]()
    own = _standing_for(denial, claims, who) | doers
    for claim in claims:
        if claim.document == denial.document or not isinstance(claim, Event) or not is_blame(claim) or not in_reach(denial, claim, documents):
            continue
        if _is_later(claim, denial, documents):
            continue  # only words in common would tie a denial to what nobody had said yet
        accused = {who.entity_of(a) for a in claim.recipients}
        named = {stem(w) for a in claim.recipients for w in _names_of(a, who)} - worn()
        told_of = denier in accused or named & own or _is_named_in(denier, claim.evidence[0].exact, who)
        if denier in blamers(claim, who) or not told_of or _of_his_side(claim, own, who) or not _akin(denial, claim, documents):
            continue
        if not _of_another_matter(denial, claim, claims):
            return claim
    return None


def blame_in_text(denial: Statement, claims: list[Claim], who: WhoIsWho) -> Event | None:
    """The nearest accusation before a denial in its own report, by another voice, against the one who denies or those of whom he denies something ("denied
    that troops were involved", after monitors blamed the troops). Within a report a word that all bodies have will do."""
    start, denier = denial.evidence[0].start, asserter_key(denial, who)
    titles = [f"{c.title or ''} {c.of or ''}" for c in claims if isinstance(c, Role) and c.document == denial.document and who.entity_of(c.person) == denier]
    meant = content(" ".join([denial.content, voice_of(denial, who), *titles]))
    near = (c for c in claims if isinstance(c, Event) and is_blame(c) and c.document == denial.document and 0 < start - c.evidence[0].start <= PAGES)
    told = [
        c
        for c in near
        if denier not in blamers(c, who)
        and not denial.evidence[0].covers(c.evidence[0])
        and any(meant & content(f"{a.name} {a.label}") for a in c.recipients)
        and not _of_his_side(c, {stem(w) for w in name_words(voice_of(denial, who))} - worn(), who)
        and not any(of_one_army(denial.attribution.asserter, a, who) for a in c.actors)
    ]
    return max(told, key=lambda c: (c.evidence[0].start, c.id), default=None)


def blame_before(denial: Statement | Event, claims: list[Claim], who: WhoIsWho) -> Claim | None:
    """The nearest accusation by another voice shortly before a denial, as reports set them: the blame, then the answer."""
    start = denial.evidence[0].start
    near = [c for c in claims if c.document == denial.document and 0 < start - c.evidence[0].start <= NEAR and is_blame(c) and not crossing(c, denial)]
    denier = asserter_key(denial, who)
    voice = denial.attribution.asserter
    by_others = (c for c in reversed(near) if denier not in blamers(c, who))
    told = ((c, (c.attribution.asserter, *(c.actors if isinstance(c, Event) else ()))) for c in by_others)
    return next((c for c, tellers in told if not any(of_one_army(voice, a, who) for a in tellers)), None)


def _names_of(accused: Actor, who: WhoIsWho) -> Iterator[str]:
    """The words of his name and, of an officer, of the names and initials of his bodies."""
    yield from with_countries(name_words(who.label_of(accused)))
    for body in who.bodies.get(who.entity_of(accused), ()):
        words = name_words(body)
        yield from with_countries(words)
        if len(words) >= SHORTEST_ACRONYM:
            yield "".join(w[0] for w in words)


def _of_another_matter(denial: Statement | Event, blame: Event, claims: list[Claim]) -> bool:
    """Does an accusation tell of acts of other kinds alone, in other words ("accused the army of keeping rescuers away", where an airstrike is denied)?"""
    of = OF_WHAT.search(blame.evidence[0].exact)
    of_what = blame.evidence[0].start + of.end() if of is not None else blame.evidence[0].end
    near = (c for c in claims if isinstance(c, Event) and c.document == blame.document and c is not blame and blame.evidence[0].covers(c.evidence[0]))
    inner = [c for c in near if c.trigger is not None and c.trigger.start >= of_what]
    words = content(denial.content if isinstance(denial, Statement) else denial.evidence[0].exact)
    alike = of is not None and len(content(blame.evidence[0].exact[of.end() :]) & words) > 1
    return bool(inner) and not alike and not any(is_hostile(c) or families(c.act) & GRAVE or (isinstance(denial, Event) and one_kind(c, denial)) for c in inner)


def _of_his_side(blame: Claim, own: set[str], who: WhoIsWho) -> bool:
    """Does one accuse who bears the denier's own name ("Orrin" denies, "the Orrin army" accuses)?"""
    return bool(own & {stem(w) for w in with_countries(name_words(blaming(blame, who)))})


def _is_named_in(key: str, words: str, who: WhoIsWho) -> bool:
    """Does somebody's whole name stand in some words ("blamed a group known as the Lake Front")?"""
    entity, folded = who.somebodies.get(key), plain(words)
    names = [bare_name(n) for n in entity.names] if entity is not None else []
    return any(set(name_words(n)) - worn() or len(n.split()) > 1 for n in names if re.search(rf"\b{re.escape(n)}\b", folded))


def _standing_for(statement: Claim, claims: list[Claim], who: WhoIsWho) -> set[str]:
    """The stems of the names of a speaker and of what he is called ("spokesman of the Lake Front")."""
    speaker = asserter_key(statement, who)
    titles = [f"{c.title or ''} {c.of or ''}" for c in claims if isinstance(c, Role) and who.entity_of(c.person) == speaker]
    return {stem(w) for told in (voice_of(statement, who), *titles) for w in with_countries(name_words(told))} - worn()


def _akin(a: Claim, b: Claim, documents: Mapping[str, Document]) -> bool:
    """Do the two reports share a name that is not everywhere?"""
    return bool((capitals(documents[a.document].text) & capitals(documents[b.document].text)) - worn())


def in_reach(denial: Claim, claim: Claim, documents: Mapping[str, Document]) -> bool:
    """Can a denial be of this claim at all: on the same pages of one text, or in reports of one week that both have a date?"""
    if denial.document == claim.document:
        return abs(denial.evidence[0].start - claim.evidence[0].start) <= PAGES
    days = [documents[c.document].said for c in (denial, claim)]
    dated = [t for t in days if t is not None and t.first_day and t.last_day]
    return len(dated) == 2 and all(_days(t) <= WEEK for t in dated) and dated[0].widened(WEEK).overlaps(dated[1])


def _is_later(claim: Claim, denial: Claim, documents: Mapping[str, Document]) -> bool:
    """Was it said on a day after that of the report of a denial?"""
    told, answered = (documents[c.document].said for c in (claim, denial))
    first = (claim.about.first_day if claim.about is not None else None) or (told.first_day if told is not None else None)
    last = answered.last_day if answered is not None else None
    return first is not None and last is not None and first > last


def _days(time: Time) -> int:
    return (time.last_day - time.first_day).days if time.first_day and time.last_day else WEEK + 1


def denier_of_a_part(denial: Event, documents: Mapping[str, Document]) -> tuple[Actor, ...]:
    """Who denies a part in what he does not deny to have happened ("denied involvement in the attack")."""
    main, asserter = denial.evidence[0], denial.attribution.asserter
    text = documents[denial.document].text
    part = lexicon().statements.no_part.search(text, *sentence(documents[denial.document], main.start, main.end))
    return (asserter,) if part is not None and asserter is not None else ()


def whose_they_are(denial: Event, document: Document) -> tuple[Actor, ...]:
    """The denier himself, and whose body he is ("Orrin’s border service"), where those of whom he denies it are only told as his ("its forces", "our men")."""
    asserter = denial.attribution.asserter
    if asserter is None or not denial.actors or not all(HIS_OWN.match(a.name) for a in denial.actors):
        return ()
    owner = re.search(rf"\b((?:[A-Z][\w-]+ )*[A-Z][\w-]+)['’]s? {re.escape(asserter.label)}\b", document.text)
    return (asserter, Actor(owner[1])) if owner else (asserter,)


def tells_of_himself(event: Event, who: WhoIsWho) -> bool:
    """ "We took the town": he speaks for others than himself."""
    return asserter_key(event, who) in {who.entity_of(a) for a in event.actors}


def harm_before(denial: Statement, claims: list[Claim], who: WhoIsWho) -> Event | None:
    """Of who denies that he had losses, the nearest telling before it in the same passage of somebody who says that he killed some."""
    if lexicon().statements.losses.search(denial.content) is None:
        return None
    start, denier = denial.evidence[0].start, asserter_key(denial, who)
    near = (c for c in claims if isinstance(c, Event) and c.document == denial.document and 0 < start - c.evidence[0].end <= NEAR)
    told = [c for c in near if c.act == "kill" and c.status in TOLD and asserter_key(c, who) != denier and tells_of_himself(c, who)]
    return max(told, key=lambda c: (c.evidence[0].end, c.id), default=None)


def laid_before(denial: Statement, claims: list[Claim], who: WhoIsWho, documents: Mapping[str, Document]) -> Event | None:
    """The attack that another voice than the report lays on somebody in the sentence before a denial ("Kiev insists that militias shelled it"); who repeats a
    denial need not answer that."""
    document, denier = documents[denial.document], asserter_key(denial, who)
    if AGAIN.search(denial.evidence[0].exact):
        return None
    first, _ = sentence(document, denial.evidence[0].start, denial.evidence[0].end)
    begins, _ = sentence(document, max(0, first - 2), max(0, first - 1))
    near = (c for c in claims if isinstance(c, Event) and c.document == denial.document and begins <= c.evidence[0].start < first)
    told = [c for c in near if is_hostile(c) and c.status in TOLD and c.actors and asserter_key(c, who) not in (denier, c.document)]
    return max((c for c in told if not tells_of_himself(c, who)), key=lambda c: (c.evidence[0].end, c.id), default=None)
