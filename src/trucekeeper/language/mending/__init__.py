"""What the parser gets wrong in the same way again and again, put right where the words leave no doubt.

Each mend looks for a tree that no English sentence has (a subject of an auxiliary, a finite verb joined to a noun by the "and" of its own subject, a participle
before an article) and gives the tree that it stands for. On treebanks that the parser was not trained on none loses more arcs than it gains.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from trucekeeper.language.mending import clauses, coordination, kinds, participles, phrases, subjects
from trucekeeper.language.mending.tree import Change, Mend

KINDS = {  # what a mended tag says of the kind of word and of its form
    "DT": ("DET", ""),
    "NN": ("NOUN", "Number=Sing"),
    "NNS": ("NOUN", "Number=Plur"),
    "VB": ("VERB", "VerbForm=Inf"),
    "VBD": ("VERB", "Tense=Past|VerbForm=Fin"),
    "VBN": ("VERB", "Tense=Past|VerbForm=Part"),
    "VBP": ("VERB", "Tense=Pres|VerbForm=Fin"),
    "VBZ": ("VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
}

MENDS: dict[str, tuple[Mend, ...]] = {
    "nsubj": (
        subjects.subject_of_auxiliary,
        subjects.modal_as_subject,
        subjects.subject_before_subject,
        subjects.object_as_subject,
        subjects.name_behind_subject,
        subjects.name_behind_clause,
        subjects.listed_subjects,
        subjects.told_as_subject,
        subjects.subject_cut_off,
        subjects.subject_of_infinitive,
        clauses.let_do,
        kinds.plural_for_verb,
        kinds.plural_with_subject,
        kinds.subjunctive,
        kinds.common_noun,
    ),
    "nsubj:outer": (subjects.outer_subject,),
    "nsubj:pass": (
        subjects.object_as_subject,
        subjects.active_subject,
        subjects.subject_of_auxiliary,
        subjects.subject_before_subject,
        subjects.listed_subjects,
    ),
    "conj": (
        coordination.torn_subject,
        coordination.noun_joined_to_verb,
        coordination.perfect_with_time,
        participles.participle_as_root,
        coordination.joined_to_its_subject,
        coordination.joined_time,
        coordination.joined_to_noun,
        coordination.joined_to_infinitive,
        coordination.told_behind_name,
        coordination.phrase_without_and,
        coordination.told_subjects,
        participles.participle_with_agent,
        coordination.joined_in_list,
        coordination.joined_to_month,
    ),
    "amod": (
        participles.following,
        participles.gerund_of_charge,
        participles.participle_before_article,
        participles.participle_with_subject,
        phrases.torn_title,
    ),
    "compound": (
        coordination.name_before_office,
        coordination.side_as_compound,
        kinds.noun_with_object,
        kinds.shot_at,
        kinds.only_plural,
    ),
    "csubj": (participles.participle_as_clause,),
    "acl:relcl": (
        clauses.relative_of_doer,
        clauses.gapless_relative,
        participles.floating_subject,
        clauses.clause_on_noun,
        clauses.that_of_content,
        clauses.relative_of_verb,
    ),
    "advcl": (
        participles.participle_with_agent,
        participles.state_of_object,
        clauses.that_clause,
        participles.possessed_participle,
        clauses.infinitive_before_saying,
    ),
    "ROOT": (clauses.passive_behind_time,),
    "parataxis": (clauses.passive_behind_time,),
    "ccomp": (
        phrases.verb_in_name,
        clauses.saying_at_end,
        clauses.infinitive_before_saying,
        phrases.hyphen,
        clauses.swallowed_by_relative,
        kinds.noun_before_verb,
        participles.participle_with_clause,
        clauses.relative_as_content,
        phrases.name_as_clause,
        participles.object_with_participle,
    ),
    "xcomp": (clauses.swallowed_by_relative, kinds.noun_before_verb),
    "case": (clauses.to_before_verb, clauses.to_free, phrases.at_least),
    "obl:unmarked": (clauses.that_of_clause, clauses.before_that),
    "obl": (clauses.that_of_clause, clauses.before_that, phrases.torn_title, phrases.bare_object, phrases.as_many_as),
    "obl:agent": (phrases.joined_adjective, phrases.torn_title, participles.agent_of_active, kinds.agent_of_imperative),
    "obj": (phrases.torn_title, clauses.that_of_content_behind, subjects.teller_behind, subjects.text_behind, kinds.verb_as_object, phrases.two_objects),
    "det": (clauses.that_as_article, phrases.both),
    "compound:prt": (kinds.noun_with_particle,),
    "advmod": (kinds.particle, clauses.before_that),
    "flat": (phrases.joined_name,),
    "fixed": (clauses.due_to_do,),
    "appos": (phrases.torn_measure, coordination.titled_name),
    "nummod": (kinds.counted_verb, kinds.counted_participle),
    "aux": (kinds.verb_after_modal, kinds.noun_as_auxiliary, clauses.saying_in_relative),
    "nmod": (phrases.close_to, phrases.charged_with),
    "acl": (participles.participle_joined, participles.participle_of_bare_noun),
    "nmod:unmarked": (coordination.joined_to_month,),
    "mark": (kinds.plural_behind_to,),
}


@Language.component("truce_mending")
def mended(doc: Doc) -> Doc:
    """The doc with its tree mended, each token by the first mend that fits it."""
    for token in list(doc):
        _, changes = fitting(token)
        apply(changes)
    return doc


def fitting(token: Token) -> tuple[Mend | None, list[Change]]:
    """The first mend that fits a token, and the changes that it makes."""
    for mend in MENDS.get(token.dep_, ()):
        changes = mend(token)
        if changes and not is_ring(changes):
            return mend, changes
    return None, []


def is_ring(changes: list[Change]) -> bool:
    """Whether the changes would hang words on each other in a ring, which is no tree and which spaCy cannot read."""
    heads = {c.token.i: c.head for c in changes}
    for change in changes:
        seen, at = {change.token.i}, change.head
        while (above := heads.get(at.i, at.head)).i != at.i:
            if at.i in seen:
                return True
            seen.add(at.i)
            at = above
    return False


def apply(changes: list[Change]) -> None:
    roots = [c for c in changes if c.head == c.token]
    for change in (*roots, *(c for c in changes if c.head != c.token)):
        change.token.head, change.token.dep_ = change.head, change.relation
        if change.tag:
            pos, form = KINDS[change.tag]
            change.token.tag_, change.token.pos_ = change.tag, pos
            change.token.set_morph(form)  # type: ignore[attr-defined]  # spaCy has it, its stub has not
