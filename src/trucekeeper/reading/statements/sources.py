"""The source of a statement: which noun phrase says it, by the tree first and by the words beside the cue where that has none."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.grammar.objects import objects
from trucekeeper.language.grammar.subjects import agents, host, own_subjects, subjects
from trucekeeper.language.grammar.tags import FINITE
from trucekeeper.language.grammar.tree import ancestors, base, children
from trucekeeper.language.grammar.voice import is_passive as tree_passive
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.beside import (
    NOMINAL,
    agrees_with_another,
    apposed_to,
    before_copula,
    before_date,
    beside,
    described_after_comma,
    phrase_head,
    turned_source,
)
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import MARKS, Page
from trucekeeper.reading.statements.quoting import quoted_by
from trucekeeper.reading.statements.speakers import can_speak


def is_passive(page: Page, i: int) -> bool:
    """As the tree has it, but for a past participle on the noun that heads the sentence, which is its verb ("Ann Lee, the mayor, called for calm")."""
    token = page.tokens[i]
    if page.tags[i] == "VBD" and token.tag_ != "VBD":  # mended
        return False
    if any(c.dep_ == "nsubj" and c.i < i for c in token.children) and not any(c.dep_ == "aux:pass" for c in token.children):
        return False  # "said by telephone"
    heads = token.head.dep_ == "ROOT" or bool(children(token, "ccomp"))
    if base(token) == "acl" and page.tags[token.i] == "VBN" and heads and page.pos[token.head.i] in {"NOUN", "PROPN"} and token.head.i < i:
        if children(token, "ccomp"):
            return False
        cues = lexicon()
        named = cues.verb(page.lemmas[i], "small") is not None and f"{page.lemmas[i]} {page.lower[i + 1]}" not in cues.verbs
        if named and not any(c.i > i for c in children(token, "obj")):
            return True
        agent = any(c.lower_ == "by" for child in children(token, "obl") for c in child.children)
        return agent or page.finite((page.unit(i)[0], i)) or any(c.dep_ == "aux:pass" for c in token.children)
    return tree_passive(token)


def find_source(page: Page, verb: int) -> int | None:
    """The head of the phrase that says it: the agent of a passive, the subject (through control and coordination), or the noun that stands before the verb."""
    found = (turned_source(page, verb) if page.lemmas[verb] == "report" else None) or _behind_dash(page, verb) or _behind_opening(page, verb)
    if found is None:
        found = _maker_of_text(page, verb)
    if found is None:
        found = _plain_source(page, verb)
    if found is not None and found > verb and page.lower[found] in lexicon().words.dates:  # "said Monday"
        return beside(page, verb)
    if found is None:
        return turned_source(page, verb) or _between_commas(page, verb) or _of_verb_before(page, verb)
    if found > verb:
        return found
    named = _between_commas(page, verb)
    if named is not None and page.finite((found, named)) and not any(page.lower[i] in {"who", "which", "whose", "that"} for i in range(found, named)):
        return named  # "The council called it a trap, and its envoy, Ann Lee, warned": the parser took the council for who warned
    clause = page.tokens[verb].head
    if page.lower[verb - 2 : verb - 1] == ["and"] and base(page.tokens[verb]) == "conj" and agrees_with_another(page, clause, verb - 2):
        return find_source(page, clause.head.i) if base(clause) == "ccomp" else found  # "The rebels say it is a trap and have called for …"
    nicknamed = _before_nickname(page, found)
    if nicknamed is not None:
        return nicknamed
    if page.lower[found] in lexicon().words.dates and (joined := _of_verb_before(page, verb)) is not None:  # "and on Sunday announced"
        return joined
    if page.lower[found] == "who" and page.lower[found - 1] == "," and page.pos[found - 2] in {"NOUN", "PROPN"}:
        named = phrase_head(page, found - 2)  # "by Ann Lee, who claimed"
        relative = next((a for a in ancestors(page.tokens[verb]) if base(a) == "acl" and a.head.i < found), None)
        return relative.head.i if relative is not None and not can_speak(page, named) else named  # "a soldier on leave, who was seen threatening"
    going_on = _of_cue_before(page, verb) if not can_speak(page, found) else None
    if going_on is not None:
        return going_on
    issuer = _issuer(page, before_date(page, found, verb), verb)
    if issuer is not None:
        return issuer
    return apposed_to(page, before_date(page, found, verb), verb)


def _before_nickname(page: Page, i: int) -> int | None:
    """ "Ann Lee, aka “The Fox,” from the north": who is called so."""
    first = page.unit(i)[0]
    while i > first and (page.pos[i] in NOMINAL or page.lower[i] in MARKS):
        i -= 1
    if i < first + 2 or page.lower[i] not in lexicon().words.nicknaming:
        return None
    named = i - 2 if page.lower[i - 1] == "," else i - 1
    return phrase_head(page, named) if page.pos[named] == "PROPN" else None


def _behind_dash(page: Page, verb: int) -> int | None:
    """The person named between a dash and the verb ("The movement's founder — a baker by trade — Ann Lee said")."""
    named = layers(page.doc).mention_at.get(verb - 1)
    if named is None or named.form != "name" or named.words[1] != verb or named.words[0] - 1 <= page.unit(verb)[0]:
        return None
    person = layers(page.doc).entities[named.entity].kind == "person"
    return named.token if person and page.lower[named.words[0] - 1] in {"—", "–", "--"} else None


def _between_commas(page: Page, verb: int) -> int | None:
    """Who is named between two commas right before the verb ("and a colleague of his, Ann Lee, said")."""
    named = layers(page.doc).mention_at.get(verb - 2) if page.lower[verb - 1] == "," else None
    if named is None or named.form != "name" or named.words[1] != verb - 1 or page.tags[verb] not in FINITE or page.lower[named.words[0] - 1] != ",":
        return None
    return named.token if layers(page.doc).entities[named.entity].kind == "person" else None


def _behind_opening(page: Page, verb: int) -> int | None:
    """Who is named between the only comma and the verb, behind a phrase that opens the sentence ("In a note read by his aide, Ann Lee claimed")."""
    first = page.unit(verb)[0]
    while page.tokens[first].is_space:
        first += 1
    named = layers(page.doc).mention_at.get(verb - 1)
    if named is None or named.form != "name" or named.words[1] != verb or page.tags[verb] not in FINITE or page.lower[first] not in {"in", "at", "on"}:
        return None
    comma = named.words[0] - 1
    alone = comma > first and page.lower[comma] == "," and "," not in page.lower[first:comma] and not page.finite((first, comma))
    return named.token if alone and page.quote_of[comma] < 0 else None


def _of_verb_before(page: Page, verb: int) -> int | None:
    """ "…, Ann Lee, confirmed the extension but said …": whoever the verb before "but" has, where the tree joined the two to something else."""
    join = verb - 1
    while join > page.unit(verb)[0] and (page.pos[join] == "ADV" or page.lower[join] == "on" or page.lower[join] in lexicon().words.dates):  # "and merely said"
        join -= 1
    if page.lower[join] not in {"but", "and"} or page.tags[verb] not in FINITE:
        return None
    before = next((j for j in range(join - 1, page.unit(verb)[0], -1) if page.tags[j] in FINITE), None)
    alike = before is not None and (page.tags[before] == page.tags[verb] or {page.tags[before], page.tags[verb]} <= {"VBD", "VBZ"})
    return find_source(page, before) if before is not None and alike else None


def _of_cue_before(page: Page, verb: int) -> int | None:
    """ "The ministry warned that prices could rise and requested help": where the tree gave the second verb to what was warned of, it is the ministry's."""
    joint = verb - 1 - (page.pos[verb - 1] == "ADV")
    if page.lower[joint] not in {"and", "but"} or page.tags[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    first = page.unit(verb)[0]
    earlier = next((j for j in range(joint - 1, first, -1) if page.tags[j] == page.tags[verb] and page.lemmas[j] in lexicon().verbs), None)
    source = find_source(page, earlier) if earlier is not None else None
    return source if source is not None and can_speak(page, source) else None


def _issuer(page: Page, text: int, verb: int) -> int | None:
    """Of "the embassy issued a statement Friday saying …" the embassy: whoever made the text that the participle tells of."""
    if page.tags[verb] != "VBG" or text > verb or page.lemmas[text] not in lexicon().words.documents or page.lower[verb - 1] == ",":
        return None
    made = page.tokens[text].head
    issued = page.lemmas[made.i] in lexicon().words.issuing | lexicon().words.light  # no "received a letter saying …"
    makers = own_subjects(made) if page.pos[made.i] == "VERB" and issued and made.i < text and not is_passive(page, made.i) else []
    return next((s.i for s in makers if can_speak(page, s.i, texts=False)), None)


def _maker_of_text(page: Page, verb: int) -> int | None:
    """Of "the council issued a statement calling for talks": the council."""
    token = page.tokens[verb]
    text = token.head
    if (
        page.tags[token.i] != "VBG"
        or base(token) != "acl"
        or page.lemmas[text.i] not in lexicon().words.documents
        or text.i > verb
        or page.lower[verb - 1] == ","
    ):
        return None
    verbs = [a for a in ancestors(text) if page.pos[a.i] == "VERB" and a.i < text.i]
    if (
        not verbs
        or text not in objects(verbs[0])
        or is_passive(page, verbs[0].i)
        or page.lemmas[verbs[0].i] not in lexicon().words.issuing | lexicon().words.light
    ):
        return None
    makers = [s.i for s in subjects(verbs[0]) if can_speak(page, s.i, texts=False) or page.lower[s.i] == "it"]
    return makers[0] if makers else None


def _plain_source(page: Page, verb: int) -> int | None:
    token = page.tokens[verb]
    unit = page.unit(verb)
    if is_passive(page, verb):
        if page.lemmas[verb] in {"quote", "cite", "paraphrase"}:  # "was quoted by the agency as saying": who is quoted says it
            said = own_subjects(token)
            return said[-1].i if said else None
        found = agents(token)
        return found[0].i if found else None
    if base(token) == "acl" and page.tags[token.i] == "VBN" and page.lower[verb - 1] == "," and not children(token, "ccomp"):
        return None  # "the envoy, asked about it, …"
    if base(token) == "acl" and page.tags[token.i] == "VBN":
        return phrase_head(page, token.head.i)
    held = with_speaker(page, verb) or _holders(page, token)
    if held is not None:
        return held
    own = [s for s in own_subjects(token) if unit[0] <= s.i < unit[1]]
    if page.tags[token.i] == "VBG" and _set_off(page, verb):  # ", saying …" is told of what the clause before it is told of
        own = [s for s in own if s.i >= verb - 1]
    parted = _parted(page, verb, own)
    if parted is not None:
        return parted
    if own:
        nearest = best_subject(page, own, verb)
        start = page.tokens[nearest].left_edge.i
        told = start - 4 if page.lower[start - 3 : start - 2] == [","] else start - 3
        if start > 3 and page.lower[start - 1] == "by" and page.tags[start - 2] in {"VBN", "VBD"} and can_speak(page, told) and nearest < verb:
            return phrase_head(page, told)  # "Witnesses reached by the station reported"
        return _relative_head(page, nearest, token)
    quoted = quoted_by(page, verb)
    if quoted is not None:
        return quoted[0]
    if page.pos[token.i] == "ADJ":
        above = token.head
        if base(token) == "xcomp" and above.i < verb and page.lemmas[above.i] in lexicon().words.becoming:  # "remain hopeful"
            return _plain_source(page, above.i)
        return before_copula(page, verb)
    near = beside(page, verb)
    if near is not None:
        return near
    if page.tags[token.i] == "VBG" and (_set_off(page, verb) or page.lower[verb - 1] in {"—", "–", "--"} or children(token, "mark", "case")):
        return _of_main_clause(page, token)
    inherited = [s for s in subjects(token) if unit[0] <= s.i < unit[1]]
    if not inherited and page.tags[token.i] == "VBG":
        return _of_main_clause(page, token)
    if not inherited and page.lower[verb - 1] == "to" and page.lemmas[token.head.i] == "use" and token.head.i == verb - 2:  # "My mother used to say"
        inherited = own_subjects(token.head)
    return inherited[0].i if inherited else None


def with_speaker(page: Page, verb: int) -> int | None:
    """Of ", with the mayor saying that …" the mayor."""
    if page.tags[verb] != "VBG" or lexicon().verb(page.lemmas[verb], "quote") is None:
        return None
    first = verb
    while first > page.unit(verb)[0] and page.pos[first - 1] in NOMINAL:
        first -= 1
    led = first < verb and page.lower[first - 1] == "with" and page.lower[first - 2] in {",", "—", "–"}
    return phrase_head(page, verb - 1) if led and can_speak(page, verb - 1, texts=False) else None


def _holders(page: Page, participle: Token) -> int | None:
    """Of "thousands held rallies calling for peace" the thousands: what calls cannot speak, but who holds it can."""
    noun = participle.head
    if page.tags[participle.i] != "VBG" or base(participle) != "acl" or noun.i > participle.i or can_speak(page, noun.i):
        return None
    while base(noun) == "nmod" and page.pos[noun.head.i] == "NOUN" and noun.head.i < noun.i and not can_speak(page, noun.head.i):
        noun = noun.head  # "rallies across the valley calling for peace"
    verb = noun.head
    if page.pos[verb.i] != "VERB" or noun not in objects(verb):
        return None
    return next((s.i for s in subjects(verb) if can_speak(page, s.i, texts=False)), None)


def _set_off(page: Page, i: int) -> bool:
    """Behind a comma, itself or before a closing mark ('called it "a lie," saying …')."""
    return page.lower[i - 1] == "," or (page.lower[i - 1] in MARKS and page.lower[i - 2] == ",")


def _parted(page: Page, verb: int, own: list[Token]) -> int | None:
    """The noun between a comma and the verb, where the parser's subject stands before the comma ("The generals, diplomats say, have left")."""
    start = verb - 1
    while start > page.unit(verb)[0] and page.pos[start] in NOMINAL | {"PRON"}:
        start -= 1
    if page.pos[start] == "ADP" and own and not can_speak(page, own[-1].i):
        return described_after_comma(page, start, own[-1].i)
    if start == verb - 1 or page.lower[start] != "," or not own or own[-1].i > start:
        return own[-1].i if own and own[-1].i > start and page.lower[start] == "," and page.tokens[own[0].i].i < start and own[-1].i == verb - 1 else None
    return phrase_head(page, verb - 1) if can_speak(page, verb - 1) else None


def best_subject(page: Page, own: list[Token], verb: int) -> int:
    """Where the parser gave a verb two subjects ("leader", "Mahmoud"), the one nearest to it."""
    groups = [s for s in own if s.head.i == verb]
    if len(groups) > 1 and groups[-1].i < verb and all(page.lower[i] in {"and", ",", "or"} or page.pos[i] in NOMINAL for i in range(groups[0].i, groups[-1].i)):
        joined = any(page.lower[i] == "and" for i in range(groups[0].i, groups[-1].i))
        return groups[0].i if joined else groups[-1].i
    able = [s for s in groups if s.i < verb and can_speak(page, s.i, texts=False)]
    if len(groups) > 1 and able and not can_speak(page, groups[-1].i, texts=False):  # "Peacekeepers sent to watch the truce also reported"
        return able[-1].i
    return max(groups or own, key=lambda s: (s.i < verb, s.i if s.i < verb else -s.i)).i


def _relative_head(page: Page, subject: int, verb: Token) -> int:
    """ "officials who said": the officials."""
    if (
        page.lower[subject] in {"who", "which", "that"}
        and base(verb) in {"acl", "advcl"}
        and verb.head.i < subject
        and page.pos[verb.head.i] in {"NOUN", "PROPN", "PRON"}
    ):
        return verb.head.i
    return subject


def _of_main_clause(page: Page, participle: Token) -> int | None:
    """Of a participle clause after a comma: who the nearest finite verb above it is told of."""
    unit, top = page.unit(participle.i), host(participle)
    near = _of_while(page, participle.i)
    if near is not None:
        return near
    for above in (top, *ancestors(top)):
        if not unit[0] <= above.i < unit[1]:
            return None
        found = [s.i for s in own_subjects(above) if unit[0] <= s.i < unit[1]]
        reported = above.head.i < above.i and base(above) == "ccomp" and lexicon().verb(page.lemmas[above.head.i], "quote") is not None
        if found and found[0] < participle.i and not reported:
            return best_subject(page, own_subjects(above), above.i)
    return None


def speaking_subject(page: Page, participle: int) -> int | None:
    """The subject that can speak of the nearest verb above a participle."""
    unit = page.unit(participle)
    for above in ancestors(page.tokens[participle]):
        able = [s.i for s in own_subjects(above) if unit[0] <= s.i < unit[1] and can_speak(page, s.i, texts=False)]
        if able:
            return able[-1]
    return None


def _of_while(page: Page, participle: int) -> int | None:
    """Of ", while a spokesman blamed the army, saying …" the spokesman: a saying of the clause that the participle follows."""
    start = next((j for j in range(participle - 1, page.unit(participle)[0], -1) if page.lower[j] == "while" and page.lower[j - 1] == ","), None)
    verbs = [j for j in range(start + 1, participle) if page.is_finite(j) and page.quote_of[j] < 0] if start is not None else []
    if len(verbs) != 1 or lexicon().verbs.get(page.lemmas[verbs[0]]) is None:
        return None
    found = _plain_source(page, verbs[0])
    return found if found is not None and start is not None and start < found < verbs[0] and can_speak(page, found, texts=False) else None
