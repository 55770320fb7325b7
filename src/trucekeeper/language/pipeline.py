"""The language pipeline: the shipped one, or any spaCy pipeline with Universal Dependencies labels in its place."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from spacy import util
from spacy.language import Language
from thinc.api import use_ops

from trucekeeper.language import encoder, layout, mending, words  # noqa: F401  (registers the components, the encoder and its embedding)
from trucekeeper.language.exact import ExactOps
from trucekeeper.model.errors import PipelineError

NEEDED_LABELS = frozenset({"nsubj", "obj", "obl", "ccomp", "xcomp", "conj", "case", "aux"})


# A sentence that every UD parser gives these relations, for pipelines whose one component (a tokenizer, in spacy-stanza and spacy-udpipe) names no labels.
PROBE = "The rebels left the town."
PROBED_LABELS = frozenset({"nsubj", "obj", "det"})
USE = "Use one with UD labels (spacy-stanza, spacy-udpipe, or one trained on a UD treebank); spaCy's own English pipelines have others."


def load(name: str | None = None) -> Language:
    """The shipped pipeline, or another by the name or path that spaCy knows it under.

    Raises PipelineError where there is none of that name, or where its parser does not speak UD.
    """
    if name is None:
        with as_file(files("trucekeeper.language").joinpath("model")) as folder:
            if not (folder / "meta.json").exists():
                raise PipelineError("the shipped language pipeline is missing", mend="Install the package again, or build it: see training/README.md.")
            with use_ops(ExactOps.name):
                nlp = util.load_model_from_path(Path(folder))
            nlp.add_pipe("truce_mending", after="parser")
            return nlp
    try:
        nlp = util.load_model(name)
    except OSError as error:
        raise PipelineError(f"no spaCy pipeline is installed as {name!r}", mend="Give the name of an installed pipeline or the path of one.") from error
    check_labels(nlp, name)
    if "truce_layout" not in nlp.pipe_names:
        nlp.add_pipe("truce_layout", first=True)
    return nlp


def check_labels(nlp: Language, name: str) -> None:
    """Raise PipelineError unless the pipeline yields UD's relations: by the labels that its components name, or, where a wrapper names none, on a sentence."""
    labels = {label.split(":")[0] for pipe in nlp.pipe_labels.values() for label in pipe}
    parses = "parser" in nlp.pipe_names
    needed = NEEDED_LABELS
    if not parses and not labels:
        labels, needed = {token.dep_.split(":")[0] for token in nlp(PROBE)} - {""}, PROBED_LABELS
    if not labels:
        raise PipelineError(f"the pipeline {name!r} has no parser", mend=USE)
    if not labels >= needed:
        missing = ", ".join(sorted(needed - labels))
        raise PipelineError(f"the pipeline {name!r} has no Universal Dependencies labels (missing: {missing})", mend=USE)
