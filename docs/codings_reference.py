"""The page that sets other codings of agreements beside ours, made from `knowledge/codings.toml` and `knowledge/issues.toml`."""

from __future__ import annotations

from trucekeeper.agreement.codings import Coding, codings, pax

HEAD = """\
# Other codings

Made from `knowledge/codings.toml` and `knowledge/issues.toml` by `docs/reference.py`; a test keeps the two together. [Agreements](agreements.md) tells how to
code an agreement here.

Few categories are one to one: other codings say *that* an agreement has a kind of provision, and this one says who owes what by when. The column "fit" says
how a category there stands to what is named here: **same**, **narrower** (a part of it), **wider**, **several** (parts of several), **none** (not coded here;
the note says what to do).
"""

PAX = """\
## Issues here, and PA-X

Each issue with its category in the PA-X Peace Agreements Database, and the PAM provision types that belong to it. Where an issue shares its PA-X category with
others, coding from PA-X needs a look at the text; with **none**, PA-X has no category for it. PA-X's other categories (among them groups, gender and most of
its 225) have no issue here.

| issue | PA-X category | shared with | PAM provision types |
| --- | --- | --- | --- |
"""
SOURCES = """\

PA-X: Bell and Badanjak 2019, "Introducing PA-X: A new peace agreement database and dataset", *Journal of Peace Research* 56(3), doi:10.1177/0022343318819123;
codebooks at <https://www.peaceagreements.org/>. The names were held against a list of all categories as an explorer of PA-X's data shows them; releases differ
in a few ("Security guarantees" is "Security sector (general)" in some). PAM's own list says that there
are 51 types and was read as far as "Citizenship Reform"; eight later names (Decentralization/Federalism, Demobilization, Disarmament, Dispute Resolution
Committee, Human Rights, Military Reform, Prisoner Release, Verification/Monitoring Mechanism) were seen on its pages of single provisions. The other names were
written down from what is known of PAM and were not held against it; all fits were set by us. What is coded of a ceasefire was held against the abstract of
the article (actors, class, purpose, coverage, end
date).
"""


NONE = "none"


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join([HEAD, PAX + "\n".join(issue_rows()) + "\n" + SOURCES, coding(codings().pam), coding(codings().ceasefires)])


def issue_rows() -> list[str]:
    categories = pax()
    rows = []
    for issue, category in categories.items():
        shared = [other for other, its in categories.items() if its == category != NONE and other != issue]
        types = [item.name for item in codings().pam.items if issue in item.issues]
        rows.append(f"| {issue} | {category} | {', '.join(shared)} | {', '.join(types)} |")
    return rows


def coding(other: Coding) -> str:
    rows = ["| there | issue here | section of the file | fit | note |", "| --- | --- | --- | --- | --- |"]
    for item in other.items:
        sections = ", ".join(f"`{s}`" for s in item.sections)
        rows.append(f"| {item.name} | {', '.join(item.issues)} | {sections} | {item.fit} | {item.note or ''} |")
    return "\n".join([f"## {other.name}\n", f"Source: {other.source}.\n", *rows, ""])
