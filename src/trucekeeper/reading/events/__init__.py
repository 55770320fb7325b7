"""The reader of events: what a report says happened, goes on, is planned, proposed, demanded, threatened, conditional or denied (`truce_events`)."""

from __future__ import annotations

from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.grammar.auxiliaries import modal
from trucekeeper.language.grammar.negation import is_negated
from trucekeeper.language.grammar.phrases import preposition
from trucekeeper.language.grammar.subjects import own_subjects
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.model.claims import Status
from trucekeeper.reading.events.by_position import Dates
from trucekeeper.reading.events.dating import about, before_us, behind, dates_of, is_ahead
from trucekeeper.reading.events.find import triggers
from trucekeeper.reading.events.foundwords import finding
from trucekeeper.reading.events.lemmas import lemma_in
from trucekeeper.reading.events.lexicon import Act, acts, kinds
from trucekeeper.reading.events.merge import merge, telling
from trucekeeper.reading.events.plover import COOPERATIVE, plover_of
from trucekeeper.reading.events.retold import dated
from trucekeeper.reading.events.roles import kin, roles
from trucekeeper.reading.events.setting import extent_of, place, shown
from trucekeeper.reading.events.speech import AGREE, PROMISE, speaking_verb, speaks_of_itself
from trucekeeper.reading.events.status import status_of
from trucekeeper.reading.events.statuswords import governor_word, has_to, is_verbal, says
from trucekeeper.reading.events.triggers import Trigger
from trucekeeper.reading.layers import EventFound, Region, layers

ATTACK = "attack"  # the act that a killing or a capture is while it is only tried
NEAR = 6  # tokens between a verb and its noun, for both to be the words that name the act

CONFIDENCE: dict[Status, float] = {
    "happened": 0.65, "ongoing": 0.6, "planned": 0.6, "proposed": 0.55, "demanded": 0.6, "threatened": 0.65, "conditional": 0.5, "denied": 0.55,
}  # fmt: skip


def vows(told: Trigger) -> bool:
    """ "warned that his men would attack if …": under a threat, and with the threatener for its doer."""
    supposed, saying = modal(told.token), speaking_verb(told.token)
    if supposed is None or saying is None or supposed.lower_ not in {"would", "will"}:
        return False
    return governor_word(saying, "clause") == "threatened" and speaks_of_itself(saying, told.token)


def is_heading(token: Token) -> bool:
    """Whether a noun stands in words without any verb, such as an item of an agreement."""
    return token.pos_ == "NOUN" and not any(t.pos_ in {"VERB", "AUX"} for t in token.sent)


def status_in(trigger: Trigger) -> tuple[Status, str | None]:
    """The status of the matter that a trigger tells of; what a demand or threat speaks of stands as demanded or threatened, whoever made it."""
    told = trigger.matter or trigger
    read = status_of(told.token, talks=told.act.plover == "CONSULT", timeless=told.act.stands is not None or told.act.name in kinds()["setting"])
    if read.status in {"conditional", "planned"} and vows(told):
        return "threatened", read.hedge  # "it will suspend its part in the talks, the group threatened"
    if read.status == "conditional" and trigger.act.stands == "threatened" and told.token == trigger.token:
        return "threatened", read.hedge  # "said it would resume the war if …"
    if trigger.act.stands == "threatened" and read.status == "planned" and told.token != trigger.token:
        return "threatened", read.hedge  # "is ready to fight"
    if read.status == "happened" and told.act.plover in COOPERATIVE and is_heading(told.token):
        return "planned", read.hedge  # "Withdrawal of all heavy weapons by both sides": an item of what is agreed
    if read.status == "happened" and told.act.plover in COOPERATIVE and told.token.pos_ == "NOUN" and preposition(told.token) == "over":
        return "proposed", read.hedge  # "talks broke up over an amnesty"
    if read.status in {"happened", "ongoing"} and is_unachieved(told) and is_tried(told.token):
        return "planned", read.hedge  # "tried to get food to the town"
    if trigger.act.name == AGREE and told.token != trigger.token and told.token.pos_ == "NOUN" and is_agreed_on(told.token) and read.status == "happened":
        return "planned", read.hedge  # "reached an agreement with the army on the release of prisoners"
    if trigger.act.name == PROMISE and read.status == "threatened":
        return "planned", read.hedge  # "vowed to stop the fighting"
    if trigger.act.stands and (read.status in {"happened", "ongoing"} or (read.status == "conditional" and is_performed(trigger.token))):
        return trigger.act.stands, read.hedge
    return read.status, read.hedge


def is_performed(verb: Token) -> bool:
    """ "I can assure you that …": who says that he can has done it by that."""
    can = modal(verb)
    return can is not None and can.lower_ == "can" and any(s.lower_ in {"i", "we"} for s in own_subjects(verb)) and not is_negated(verb)


def is_agreed_on(noun: Token) -> bool:
    """ "an agreement on the release": what an agreement is about; of a truce it is the truce itself that was agreed."""
    return preposition(noun) in finding()["matter"] and lemma_in(noun, acts().truces) is None


def is_unachieved(told: Trigger) -> bool:
    """Whether nothing has been done where an act is only tried: help, and a harm by law or threat; a killing or a capture that is tried is an attack."""
    return told.act.plover in COOPERATIVE or (told.act.name in kinds()["achieved"] and told.act.plover != "ASSAULT")


def act_in(trigger: Trigger, status: Status) -> Act:
    """The act that is told: of a killing or a capture that was only tried, an attack ("tried to kill the mayor")."""
    told = trigger.matter or trigger
    tried = status == "happened" and told.act.plover == "ASSAULT" and told.act.name in kinds()["achieved"] and is_tried(told.token)
    return acts().acts[ATTACK] if tried else told.act


def is_tried(token: Token) -> bool:
    """An infinitive under a verb or noun of trying, or a noun that names what somebody has a part in ("no role in the reconstruction")."""
    if base(token) == "acl" and has_to(token) and governor_word(token.head, "noun") == "tried":
        return True  # "an attempt to retake the town"
    if has_to(token) or base(token) in {"xcomp", "conj"}:
        return any(
            lemma_in(a, says()["trying"]) for a in islice(ancestors(token), 2) if is_verbal(a) and all(m.lower_ in says()["means"] for m in children(a, "mark"))
        )
    if preposition(token) == "into" and is_verbal(token.head):
        return is_tried(token.head)  # "trying to turn the deals into a truce"
    return token.pos_ == "NOUN" and token.head.lower_ == "role" and base(token) in {"nmod", "obl"}


def second_words(trigger: Trigger) -> list[Token]:
    """The particle or adjective without which a verb would name another act ("broke down", "left nine people dead")."""
    second = trigger.frame.second if trigger.frame is not None and trigger.token.pos_ != "NOUN" else None
    near = trigger.token.doc[trigger.token.i + 1 : trigger.token.sent.end]
    return [t for t in near if t.lower_ == second and (t.tag_ == "RP" or t.pos_ in {"ADV", "ADJ"})][:1]


def words(trigger: Trigger) -> Region:
    """The words that name an act: a verb with the nouns that belong to it where they stand near, or the noun of a phrase."""
    tokens = [trigger.token, *(trigger.token.doc[i] for i in trigger.used if 0 < i - trigger.token.i <= NEAR)]
    tokens += [t for t in second_words(trigger) if 0 < t.i - trigger.token.i <= NEAR]
    if trigger.light is not None and 0 < trigger.token.i - trigger.light.i <= NEAR:
        tokens.append(trigger.light)
    return min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)


def event_of(trigger: Trigger, dates: Dates) -> EventFound:
    status, hedge = status_in(trigger)
    extent = extent_of(trigger)
    when = about(trigger, extent, dates)
    if status == "happened" and when is not None:
        when = behind(when, trigger.token.doc)
        status = "planned" if when is not None and is_ahead(when, trigger.token.doc) else status
    elif status == "planned" and when is not None:
        when = before_us(when, trigger)
    actors, recipients = roles(trigger)
    told = trigger.matter or trigger
    return EventFound(
        spans=(shown(trigger),),
        trigger=words(told),
        token=told.token.i,
        act=act_in(trigger, status).name,
        type=trigger.act.plover,
        status=status,
        mode=told.act.mode if trigger.act.mode is None else trigger.act.mode,
        plover=plover_of(trigger.act, status, somebody=bool(actors)),
        actors=actors,
        recipients=recipients,
        about=when,
        place=place(trigger, extent),
        hedge=hedge,
        confidence=CONFIDENCE[status],
    )


@Language.component("truce_events", assigns=["doc._.truce"])
def truce_events(doc: Doc) -> Doc:
    """Fill `events`; reads the mentions, times and places where readers before it have found any."""
    dates = dates_of(doc)
    found = list(triggers(doc))
    events = dated([event_of(t, dates.get(t.token.sent.start, ())) for t in found], doc)
    known: dict[int, frozenset[str]] = {}
    layers(doc).events = merge([telling(e, t.token.lemma_.lower(), kin(t, known), t.spoken) for e, t in zip(events, found, strict=True)])
    return doc
