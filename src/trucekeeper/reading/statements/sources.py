"""The source of a statement: which noun phrase says it, and whether it can speak at all."""

from __future__ import annotations

from spacy.tokens import Token

from trucekeeper.language.relations import agents, ancestors, base, children, host, objects, own_subjects, subjects
from trucekeeper.language.relations import is_passive as tree_passive
from trucekeeper.reading.layers import layers
from trucekeeper.reading.statements.lexicon import lexicon
from trucekeeper.reading.statements.page import FINITE, MARKS, Page

PEOPLE = frozenset(
    {
        "he",
        "she",
        "they",
        "we",
        "i",
        "who",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "nobody",
        "those",
        "each",
        "both",
    }
)
SPEAKING_NAMES = frozenset({"PERSON", "PER", "ORG", "GPE", "NORP", "LOC"})
SPEAKING_KINDS = frozenset({"person", "group", "state", "body", "media", "agency", "people"})
PEOPLE_ENDINGS = (
    "ist",
    "ists",
    "ians",
    "crat",
    "crats",
    "eers",
    "aries",
    "men",
    "women",
    "ees",
    "fighters",
    "keepers",
)  # unionists, guerrillas' negotiators, civilians
FLOATING = frozenset({"both", "all", "each", "also", "together", "jointly"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "X"})


def can_speak(page: Page, i: int, *, texts: bool = True) -> bool:
    """Can this noun's referent say something: somebody, or (with `texts`) a document that speaks?"""
    token = page.tokens[i]
    if page.lower[i] in PEOPLE:
        return True
    entity = layers(page.doc).entity_of(i)
    if entity is not None and entity.kind != "unknown":
        return entity.kind in SPEAKING_KINDS or (texts and entity.kind == "text")
    if page.pos[token.i] == "PROPN" or token.ent_type_ in SPEAKING_NAMES:
        return True
    words = lexicon()
    lemma = page.lemmas[i]
    return lemma in words.speakers or (texts and lemma in words.documents) or page.lower[i] in words.speakers or page.lower[i].endswith(PEOPLE_ENDINGS)


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
        words = lexicon()
        named = words.verb(page.lemmas[i], "small") is not None and f"{page.lemmas[i]} {page.lower[i + 1]}" not in words.verbs
        if named and not any(c.i > i for c in children(token, "obj")):
            return True
        agent = any(c.lower_ == "by" for child in children(token, "obl") for c in child.children)
        return agent or page.finite((page.unit(i)[0], i)) or any(c.dep_ == "aux:pass" for c in token.children)
    return tree_passive(token)


def find_source(page: Page, verb: int) -> int | None:
    """The head of the phrase that says it: the agent of a passive, the subject (through control and coordination), or the noun that stands before the verb."""
    found = _maker_of_text(page, verb)
    if found is None:
        found = _plain_source(page, verb)
    if found is not None and found > verb and page.lower[found] in lexicon().dates:  # "said Monday"
        return _beside(page, verb)
    if found is None:
        return turned_source(page, verb) or _of_verb_before(page, verb)
    if found > verb:
        return found
    issuer = _issuer(page, _before_date(page, found, verb), verb)
    if issuer is not None:
        return issuer
    return _apposed_to(page, _before_date(page, found, verb), verb)


def turned_source(page: Page, verb: int) -> int | None:
    """ "…, said the state's envoy to the talks, Ann Lee": the noun right behind a plain verb of saying that follows a comma, where the tree has no subject."""
    cue = lexicon().verb(page.lemmas[verb], "quote")
    if cue is None or page.tags[verb] not in FINITE or page.lower[verb - 1] != "," or lexicon().verb(page.lemmas[verb], "np") is not None:
        return None
    end = page.unit(verb)[1]
    for j in range(verb + 1, min(verb + 9, end)):
        if page.pos[j] not in NOMINAL and page.tags[j] not in {"POS", "PRP$", "HYPH"}:
            return None
        if page.pos[j] in {"NOUN", "PROPN"} and (j + 1 == end or (page.pos[j + 1] not in NOMINAL and page.tags[j + 1] not in {"POS", "HYPH"})):
            after = j + 1 < end and (page.is_finite(j + 1) or page.pos[j + 1] in {"VERB", "AUX"})
            return j if not after and can_speak(page, j, texts=False) and page.finite((page.unit(verb)[0], verb)) else None
    return None


def _of_verb_before(page: Page, verb: int) -> int | None:
    """ "…, Ann Lee, confirmed the extension but said …": whoever the verb before "but" has, where the tree joined the two to something else."""
    if page.lower[verb - 1] not in {"but", "and"} or page.tags[verb] not in FINITE:
        return None
    before = next((j for j in range(verb - 2, page.unit(verb)[0], -1) if page.tags[j] in FINITE), None)
    return find_source(page, before) if before is not None and page.tags[before] == page.tags[verb] else None


def _issuer(page: Page, text: int, verb: int) -> int | None:
    """Of "the embassy issued a statement Friday saying …" the embassy: whoever made the text that the participle tells of."""
    if page.tags[verb] != "VBG" or text > verb or page.lemmas[text] not in lexicon().documents or page.lower[verb - 1] == ",":
        return None
    made = page.tokens[text].head
    makers = own_subjects(made) if page.pos[made.i] == "VERB" and made.i < text and not is_passive(page, made.i) else []
    return next((s.i for s in makers if can_speak(page, s.i, texts=False)), None)


def _before_date(page: Page, head: int, verb: int) -> int:
    """The noun before a day that stands just before the verb ("The council on Monday urged", "A poll released on Friday found")."""
    dates, floor = lexicon().dates, page.unit(verb)[0]
    if page.lower[head] not in dates:
        return head
    i = head
    while i > floor and (page.lower[i] in dates or page.lower[i] in {"on", "in", "last", "this", "late", "early"} or page.tags[i] == "VBN"):
        i -= 1
    if page.lower[i] == "," and i > floor and (described := behind_commas(page, i)) is not None:  # "Ann Lee, the mayor, on Monday admitted"
        return described
    if i == head or page.pos[i] not in {"NOUN", "PROPN"}:
        return head
    start = i
    while start > floor and (page.pos[start - 1] in NOMINAL or page.tags[start - 1] in {"POS", "PRP$"}):
        start -= 1
    backer = start - 2  # "The coalition backing the government on Monday accused"
    if backer >= floor and page.tags[start - 1] == "VBG" and page.pos[backer] == "NOUN" and can_speak(page, backer, texts=False):
        return _phrase_head(page, backer)
    return _phrase_head(page, i)


def _maker_of_text(page: Page, verb: int) -> int | None:
    """Of "the council issued a statement calling for talks": the council."""
    token = page.tokens[verb]
    text = token.head
    if page.tags[token.i] != "VBG" or base(token) != "acl" or page.lemmas[text.i] not in lexicon().documents or text.i > verb or page.lower[verb - 1] == ",":
        return None
    verbs = [a for a in ancestors(text) if page.pos[a.i] == "VERB" and a.i < text.i]
    if not verbs or text not in objects(verbs[0]) or is_passive(page, verbs[0].i):
        return None
    makers = [s.i for s in subjects(verbs[0]) if can_speak(page, s.i, texts=False) or page.lower[s.i] == "it"]
    return makers[0] if makers else None


def _apposed_to(page: Page, head: int, verb: int) -> int:
    """The name before a description that two commas set apart, where the parser took the description for the subject ("Ann Lee, mayor of the town, said")."""
    floor = page.unit(verb)[0]
    end = verb
    while end > head and page.pos[end - 1] in {"AUX", "ADV"}:
        end -= 1
    if page.lower[end - 1] == "," and end - 2 > head and page.lower[head] in {"who", "which"}:
        named = behind_commas(page, end - 1)
        return named if named is not None and named < head else head
    start = head
    while start > floor and page.lower[start - 1] not in {"and", "or"}:
        within = page.pos[start - 1] in NOMINAL or page.lower[start - 1] in {"-", "'s", "’s"}
        if not within and not (page.lower[start - 1] in {"of", "for"} and start - 1 > floor and page.pos[start - 2] == "NOUN"):  # "spokesman of the …"
            break
        start -= 1
    if start - 2 < floor or not (page.lower[start - 1] == "(" or (page.lower[start - 1] == "," and page.lower[end - 1] in {",", ")"})):
        return head
    last = start - 2
    if page.lower[last] == ")":
        last = next((j - 1 for j in range(last, floor, -1) if page.lower[j] == "("), last)
    first = last
    while first > floor and (page.pos[first - 1] in NOMINAL or page.lower[first - 1] in {".", "-"}):
        first -= 1
    opens = first == floor or page.tokens[first - 1].is_punct or page.tokens[first - 1].is_space or page.lower[first - 1] in MARKS
    return _phrase_head(page, last) if opens and page.pos[last] == "PROPN" and can_speak(page, last) and last > first else head


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
        return _phrase_head(page, token.head.i)
    own = [s for s in own_subjects(token) if unit[0] <= s.i < unit[1]]
    if page.tags[token.i] == "VBG" and _set_off(page, verb):  # ", saying …" is told of what the clause before it is told of
        own = [s for s in own if s.i >= verb - 1]
    parted = _parted(page, verb, own)
    if parted is not None:
        return parted
    if own:
        nearest = _best_subject(page, own, verb)
        start = page.tokens[nearest].left_edge.i
        told = start - 4 if page.lower[start - 3 : start - 2] == [","] else start - 3
        if start > 3 and page.lower[start - 1] == "by" and page.tags[start - 2] in {"VBN", "VBD"} and can_speak(page, told) and nearest < verb:
            return _phrase_head(page, told)  # "Witnesses reached by the station reported"
        return _relative_head(page, nearest, token)
    quoted = quoted_by(page, verb)
    if quoted is not None:
        return quoted[0]
    if page.pos[token.i] == "ADJ":
        return _before_copula(page, verb)
    beside = _beside(page, verb)
    if beside is not None:
        return beside
    if page.tags[token.i] == "VBG" and (_set_off(page, verb) or page.lower[verb - 1] in {"—", "–", "--"} or children(token, "mark", "case")):
        return _of_main_clause(page, token)
    inherited = [s for s in subjects(token) if unit[0] <= s.i < unit[1]]
    if not inherited and page.tags[token.i] == "VBG":
        return _of_main_clause(page, token)
    return inherited[0].i if inherited else None


def _set_off(page: Page, i: int) -> bool:
    """Behind a comma, itself or before a closing mark ('called it "a lie," saying …')."""
    return page.lower[i - 1] == "," or (page.lower[i - 1] in MARKS and page.lower[i - 2] == ",")


def quoted_by(page: Page, verb: int) -> tuple[int, int | None] | None:
    """Of "the agency quoted an official as saying": the official, and the agency where it is told."""
    token = page.tokens[verb]
    if page.tags[token.i] != "VBG" or page.lower[verb - 1] != "as":
        return None
    verbs = [a for a in ancestors(token) if page.pos[a.i] == "VERB"]
    above = next((a for a in verbs if page.lemmas[a.i] in {"quote", "cite", "paraphrase"}), verbs[0] if verbs else None)
    if above is None or lexicon().verb(page.lemmas[above.i], "np") is None:
        return None
    said = next((c.i for c in objects(above) if c.i < verb), None)
    if said is None:
        return None
    by = [s.i for s in own_subjects(above) if s.i != said] or [a.i for a in agents(above) if a.i != said]
    return _phrase_head(page, said), by[0] if by else None


def _parted(page: Page, verb: int, own: list[Token]) -> int | None:
    """The noun between a comma and the verb, where the parser's subject stands before the comma ("The generals, diplomats say, have left")."""
    start = verb - 1
    while start > page.unit(verb)[0] and page.pos[start] in NOMINAL | {"PRON"}:
        start -= 1
    if page.pos[start] == "ADP" and own and not can_speak(page, own[-1].i):
        return _described_after_comma(page, start, own[-1].i)
    if start == verb - 1 or page.lower[start] != "," or not own or own[-1].i > start:
        return own[-1].i if own and own[-1].i > start and page.lower[start] == "," and page.tokens[own[0].i].i < start and own[-1].i == verb - 1 else None
    return _phrase_head(page, verb - 1) if can_speak(page, verb - 1) else None


def _described_after_comma(page: Page, at: int, subject: int) -> int | None:
    """ "…, a person familiar with the talks said", where the parser's subject is a thing before the comma."""
    while at > subject and (page.pos[at] in NOMINAL | {"ADP", "PRON", "PART"}):
        at -= 1
    if at <= subject or page.lower[at] != ",":
        return None
    noun = next((j for j in range(at + 1, at + 8) if page.pos[j] in {"NOUN", "PROPN"} and page.pos[j + 1] not in {"NOUN", "PROPN"}), None)
    return noun if noun is not None and can_speak(page, noun, texts=False) else None


def _best_subject(page: Page, own: list[Token], verb: int) -> int:
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


def _beside(page: Page, verb: int) -> int | None:
    """The noun just before a finite verb, whatever the parser made of it, or just after one that follows a quotation or a comma."""
    token = page.tokens[verb]
    if page.tags[token.i] not in {"VBD", "VBZ", "VBP", "NNS"}:
        return None
    unit = page.unit(verb)
    i = verb - 1
    while i > unit[0] and (page.pos[i] in {"ADV", "AUX"} or page.lower[i] in FLOATING):
        i -= 1
    if i > unit[0] + 2 and page.lower[i] == ",":
        return behind_commas(page, i)
    if i > unit[0] and page.lower[i] == ")":
        opening = next((j for j in range(i - 1, unit[0], -1) if page.lower[j] == "("), None)
        i = opening - 1 if opening is not None else i
    if i >= unit[0] and (page.pos[i] in {"PROPN", "NOUN"} or page.lower[i] in PEOPLE) and (can_speak(page, i) or page.lower[verb + 1 : verb + 2] == ["that"]):
        told = _before_participle(page, verb, i) if not can_speak(page, i, texts=False) and children(page.tokens[i], "case") else None
        return told if told is not None else _with_post(page, _phrase_head(page, i))  # "a person briefed on the plan said"
    return _before_participle(page, verb, i)


def _before_participle(page: Page, verb: int, last: int) -> int | None:
    """The noun that a participle with its phrase tells of, up to the verb ("A report leaked last month said", "people briefed on the talks said")."""
    floor = max(page.unit(verb)[0], verb - 12)
    for i in range(last, floor, -1):
        if page.lower[i] in {",", ";", ":", "that"} or (page.is_finite(i) and page.tags[i] != "VBD"):
            return None
        if page.tags[i] in {"VBN", "VBD", "VBG"}:
            told = page.pos[i - 1] in {"NOUN", "PROPN"} and can_speak(page, i - 1) and page.lower[i - 1] not in lexicon().dates
            return _phrase_head(page, i - 1) if told else None
    return None


def _with_post(page: Page, i: int) -> int:
    """Up from a noun after a preposition to the one that it tells more of ("the government in Aden called", "leaders of the party say")."""
    while base(page.tokens[i]) == "nmod" and page.tokens[i].head.i < i and children(page.tokens[i], "case") and page.quote_of[i] < 0:
        above = page.tokens[i].head.i
        if not can_speak(page, above) or any(page.lower[j] in {",", ";", "and"} for j in range(above, i)):
            break
        i = _phrase_head(page, above)
    return i


def _before_copula(page: Page, adjective: int) -> int | None:
    for i in range(adjective - 1, max(adjective - 4, page.unit(adjective)[0]), -1):
        if page.pos[i] == "AUX":
            return _beside(page, i)
    return None


def _of_main_clause(page: Page, participle: Token) -> int | None:
    """Of a participle clause after a comma: who the nearest finite verb above it is told of."""
    unit, top = page.unit(participle.i), host(participle)
    beside = _of_while(page, participle.i)
    if beside is not None:
        return beside
    for above in (top, *ancestors(top)):
        if not unit[0] <= above.i < unit[1]:
            return None
        found = [s.i for s in own_subjects(above) if unit[0] <= s.i < unit[1]]
        reported = above.head.i < above.i and base(above) == "ccomp" and lexicon().verb(page.lemmas[above.head.i], "quote") is not None
        if found and found[0] < participle.i and not reported:
            return _best_subject(page, own_subjects(above), above.i)
    return None


def _of_while(page: Page, participle: int) -> int | None:
    """Of ", while a spokesman blamed the army, saying …" the spokesman: a saying of the clause that the participle follows."""
    start = next((j for j in range(participle - 1, page.unit(participle)[0], -1) if page.lower[j] == "while" and page.lower[j - 1] == ","), None)
    verbs = [j for j in range(start + 1, participle) if page.is_finite(j) and page.quote_of[j] < 0] if start is not None else []
    if len(verbs) != 1 or lexicon().verbs.get(page.lemmas[verbs[0]]) is None:
        return None
    found = _plain_source(page, verbs[0])
    return found if found is not None and start is not None and start < found < verbs[0] and can_speak(page, found, texts=False) else None


def behind_commas(page: Page, i: int) -> int | None:
    """The noun before an apposition or relative clause that two commas close ("Ann Lee, the mayor, said")."""
    unit = page.unit(i)
    opening = next((j for j in range(i - 1, max(unit[0], i - 40), -1) if page.lower[j] == "," and page.quote_of[j] < 0), None)
    if opening is not None and page.lower[opening + 1] not in {"who", "which", "whose"}:  # a comma within the clause ("Ann Lee, who, on Monday, …")
        outer = next((j for j in range(opening - 1, max(unit[0], i - 40), -1) if page.lower[j] == "," and page.lower[j + 1] in {"who", "whose"}), None)
        opening = outer if outer is not None and not any(page.lower[j] in {";", ":"} for j in range(outer, i)) else opening
    if opening is None or i - opening < 2 or opening - 1 < unit[0]:
        return None
    before = page.tokens[opening - 1]
    described = (
        page.lower[opening + 1] in {"who", "which", "whose", "a", "an", "the", "one", "himself", "herself"}
        or page.pos[opening + 1]
        in {
            "PROPN",
            "NOUN",
            "ADJ",
        }
        or page.tags[opening + 1] in {"VBG", "VBN", "VBP"}
        or page.lower[opening + 2] == "by"
        or (page.pos[opening + 1] == "ADP" and all(page.pos[j] in NOMINAL for j in range(unit[0], opening)))
    )
    if described and (page.pos[before.i] in {"PROPN", "NOUN", "PUNCT"} or page.tags[before.i].startswith("NN")):
        head = page.tokens[_phrase_head(page, opening - 1 if page.pos[before.i] != "PUNCT" else opening - 2)]
        head = page.tokens[_with_post(page, head.i)]
        if not can_speak(page, head.i) and page.pos[opening + 1] == "PROPN" and can_speak(page, opening + 1, texts=False):
            return _phrase_head(page, opening + 1)  # "A bishop who serves both camps, Ann Cruz, called"
        joined = base(head) == "conj" and unit[0] <= head.head.i < head.i and all(page.pos[j] in NOMINAL | {"CCONJ"} for j in range(head.head.i, head.i))
        return head.head.i if joined else head.i
    return None


def _phrase_head(page: Page, i: int) -> int:
    """The head of a name of several words."""
    token = page.tokens[i]
    while base(token) in {"flat", "compound"} and token.head.i < i and page.pos[token.head.i] in {"PROPN", "NOUN"}:
        token = token.head
    return token.i


def receiver(page: Page, verb: int) -> int | None:
    """Whom it is said to: "told reporters", "said to the council"."""
    for child in page.tokens[verb].children:
        if child.i > verb and base(child) in {"iobj", "obj"} and can_speak(page, child.i, texts=False):
            return child.i
    for child in children(page.tokens[verb], "obl"):
        if child.i > verb and any(c.lower_ == "to" for c in child.children if base(c) == "case") and can_speak(page, child.i, texts=False):
            return child.i
    return None
