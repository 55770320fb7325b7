"""An agreement's lines as what is looked for in one document after another."""

from __future__ import annotations

from collections.abc import Sequence

from trucekeeper.agreement.bearing import Found
from trucekeeper.agreement.matching import Matcher
from trucekeeper.agreement.sentences import sentences_of
from trucekeeper.agreement.told_rounds import Counted, all_entries
from trucekeeper.agreement.told_supplies import Purse, all_supplies
from trucekeeper.model.agreement import Agreement
from trucekeeper.model.claims import Claim, Provision
from trucekeeper.model.document import Document


class Watch:
    """An agreement's lines as what is looked for in a document. What is found hangs on the agreement and that document alone; amendments change none of it."""

    def __init__(self, agreement: Agreement) -> None:
        self.matcher = Matcher(agreement)
        self.exchanges = [Counted.of(x) for x in agreement.exchanges]
        self.aid = agreement.aid
        self.purses = [Purse.of(f) for f in agreement.money]

    def of(self, document: Document | None, claims: Sequence[Claim]) -> Found:
        """Of one document with its claims by place; without the document only what claims alone tell. The text of an agreement gives no account of itself."""
        if not (self.matcher.wanted or self.exchanges or self.aid or self.purses) or any(isinstance(c, Provision) and c.clause for c in claims):
            return Found()
        sentences = list(sentences_of([document], claims)) if document is not None else []
        entries = (*all_entries(sentences, self.exchanges), *all_supplies(sentences, self.aid, self.purses))
        return Found(tuple(self.matcher.of_document(sentences, claims)), entries)
