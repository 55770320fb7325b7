"""Read CoNLL-U and name sets into spaCy's DocBin, keeping the raw text exact."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

ATTRIBUTES = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "SPACY"]
LABELS = frozenset({"PER", "ORG", "LOC"})


@dataclass(slots=True)
class Row:
    """One syntactic word; `space` says whether a blank follows it in the text."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool
    slot: str = ""  # of our own treebank: "B-PER" or "I-PER" where training may put another name


@dataclass(slots=True)
class Sentence:
    id: str
    rows: list[Row] = field(default_factory=list)
    names: list[tuple[int, int, str]] | None = None


def read_conllu(path: Path) -> Iterator[list[Sentence]]:
    """Yield documents as lists of sentences. Blanks inside a multiword token are those of the token, not of its words."""
    document: list[Sentence] = []
    sentence: Sentence | None = None
    multiword_end, multiword_space = 0, True
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            elif line.startswith("# sent_id"):
                sentence = Sentence(line.split("=", 1)[1].strip())
                document.append(sentence)
                multiword_end = 0
            elif line and not line.startswith("#") and sentence is not None:
                cell = line.split("\t")
                space = "SpaceAfter=No" not in cell[9]
                if "-" in cell[0]:
                    multiword_end, multiword_space = int(cell[0].split("-")[1]), space
                elif "." not in cell[0]:
                    number = int(cell[0])
                    if number <= multiword_end:
                        space = multiword_space and number == multiword_end
                    relation = cell[7] if cell[7] in KEPT_SUBTYPES else cell[7].split(":")[0]
                    slot = next((m.removeprefix("Slot=") for m in cell[9].split("|") if m.startswith("Slot=")), "")
                    sentence.rows.append(Row(*cell[1:6], int(cell[6]), relation, space, slot))
    if document:
        yield document


# The subtypes that the grammar seam asks for; every other one is folded into its universal relation.
KEPT_SUBTYPES = frozenset(
    {"nsubj:pass", "nsubj:outer", "csubj:pass", "aux:pass", "obl:agent", "obl:unmarked", "nmod:poss", "nmod:unmarked",
     "acl:relcl", "advcl:relcl", "compound:prt", "det:predet", "cc:preconj", "csubj:outer"}
)  # fmt: skip


def read_names(path: Path) -> dict[str, list[str]]:
    """Universal NER's IOB2 tags by the sentence's characters without blanks (its ids are not the treebank's)."""
    found: dict[str, list[str]] = {}
    forms: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line and not line.startswith("#"):
            cell = line.split("\t")
            # one tag a character, so that other token borders do no harm
            tags += [cell[2], *["I" + cell[2][1:] if cell[2] != "O" else "O"] * (len(cell[1]) - 1)]
            forms.append(cell[1])
        elif not line and forms:
            found["".join(forms)] = tags
            forms, tags = [], []
    return found


def spans_of(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of the IOB2 spans with one of our labels."""
    start, label = None, ""
    for at, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != label):
            if label in LABELS:
                yield start, at, label
            start = None
        if tag != "O" and start is None:
            start, label = at, tag[2:]


def attach_names(documents: list[list[Sentence]], names: dict[str, list[str]]) -> int:
    """Set `names` on every sentence whose characters agree; return how many spans could not be aligned to words."""
    lost = 0
    for sentence in (s for d in documents for s in d):
        sentence.names = []
        tags = names.get("".join(r.form for r in sentence.rows))
        if tags is None:
            continue
        starts, ends, at = {}, {}, 0
        for index, row in enumerate(sentence.rows):
            starts[at] = index
            at += len(row.form)
            ends[at] = index + 1
        for start, end, label in spans_of(tags):
            if start in starts and end in ends:
                sentence.names.append((starts[start], ends[end], label))
            else:
                lost += 1
    return lost


def attach_names_in_order(documents: list[list[Sentence]], named: Iterable[Doc]) -> None:
    """Set `names` from Docs that hold the same words in the same order."""
    tokens = [t for doc in named for t in doc]
    at = 0
    for sentence in (s for d in documents for s in d):
        own = tokens[at : at + len(sentence.rows)]
        if [t.text for t in own] != [r.form for r in sentence.rows]:
            raise ValueError(f"{sentence.id}: the name set has other words than the treebank")
        sentence.names = list(spans_of([f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in own]))
        at += len(sentence.rows)


def make_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One Doc of whole sentences; names are 'missing' where the treebank has none."""
    columns: dict[str, list] = defaultdict(list)
    spans: list[tuple[int, int, str]] = []
    for sentence in sentences:
        offset = len(columns["words"])
        for at, row in enumerate(sentence.rows):
            columns["words"].append(row.form)
            columns["spaces"].append(row.space or at == len(sentence.rows) - 1)
            columns["lemmas"].append(row.form if row.lemma == "_" else row.lemma)
            columns["pos"].append("X" if row.upos == "_" else row.upos)
            columns["tags"].append(row.xpos)
            columns["morphs"].append("" if row.feats == "_" else row.feats)
            columns["heads"].append(offset + (row.head - 1 if row.head else at))
            columns["deps"].append("ROOT" if row.head == 0 else row.deprel)
        spans += [(offset + a, offset + b, label) for a, b, label in sentence.names or ()]
    doc = Doc(vocab, **columns)
    if all(s.names is None for s in sentences):
        doc.set_ents([], default="missing")
    else:
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in spans], default="outside")
    return doc


def chunks(sentences: list[Sentence], size: int = 8) -> Iterator[list[Sentence]]:
    for at in range(0, len(sentences), size):
        yield sentences[at : at + size]


def save(docs: Iterable[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=ATTRIBUTES, docs=docs).to_disk(path)
