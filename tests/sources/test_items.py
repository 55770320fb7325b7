"""What is found in folders and streams, and what becomes of each thing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from trucekeeper.model.document import Document
from trucekeeper.model.errors import SourceError
from trucekeeper.sources.items import Item, Skipped, found, load
from trucekeeper.sources.origin import Origin

STORY = "The two delegations said on Friday that they would meet again in the capital, and that the list of names had not yet been agreed by the sides."
PAGE = f"""<!DOCTYPE html><html><head><title>Talks to resume | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Talks to resume">
<meta property="article:published_time" content="2031-05-04T08:00:00Z"><link rel="canonical" href="https://post.example/talks">
</head><body><nav><a href="/">Home</a></nav><article><h1>Talks to resume</h1><p>{STORY}</p><p>{STORY.replace("Friday", "Monday")}</p></article></body></html>"""


def outcome(item: Item | Skipped | SourceError, origin: Origin | None = None) -> Document | Skipped:
    assert isinstance(item, Item)
    return load(item, origin or Origin())


def only(path: Path, origin: Origin | None = None) -> Document | Skipped:
    (item,) = found([str(path)])
    return outcome(item, origin)


def test_a_text_keeps_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne line.\r\nAnother.\r\n")
    document = only(tmp_path / "a.txt")
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("a", "One line.\r\nAnother.\r\n")


def test_a_files_name_dates_what_has_no_other_day(tmp_path: Path) -> None:
    (tmp_path / "a-2031-05-04.txt").write_text(STORY)
    (tmp_path / "b-2031-05-04.txt").write_text(f"Talks to resume\n9 May 2031\n\n{STORY}")
    assert [only(file).published for file in sorted(tmp_path.iterdir())] == ["2031-05-04", "2031-05-09"]  # type: ignore[union-attr]
    assert only(tmp_path / "a-2031-05-04.txt", Origin(published="2031-05-06")).published == "2031-05-06"  # type: ignore[union-attr]


def test_a_page_tells_of_itself(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE)
    document = only(tmp_path / "talks.html")
    assert isinstance(document, Document)
    assert (document.published, document.outlet, document.title, document.url) == (
        "2031-05-04",
        "Harbour Post",
        "Talks to resume",
        "https://post.example/talks",
    )
    assert STORY in document.text
    assert "Home" not in document.text


def test_what_the_user_gives_goes_first(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE)
    document = only(tmp_path / "talks.html", Origin(published="2031-05-05", outlet="The Wire"))
    assert isinstance(document, Document)
    assert (document.published, document.outlet, document.title) == ("2031-05-05", "The Wire", "Talks to resume")


def test_a_page_without_a_report_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    with pytest.raises(SourceError, match="no report found"):
        only(tmp_path / "empty.html")


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden/x.txt", "b/.x.txt", "c.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    items = list(found([str(tmp_path)]))
    assert [Path(i.where).relative_to(tmp_path).as_posix() for i in items if isinstance(i, Item)] == ["a.txt", "b/1.txt", "b/2.txt"]
    (skipped,) = [i for i in items if isinstance(i, Skipped)]
    assert "no reader for .pdf" in skipped.reason


SKIPPED = [
    ("", "empty"),
    (" \n\t\n", "empty"),
    (
        "Die beiden Seiten haben am Freitag in der Hauptstadt vereinbart, dass die Liste der Namen bis Montag vorgelegt wird, sagte ein Sprecher.",
        "not English",
    ),
    (
        "Les deux parties se sont mises d'accord vendredi dans la capitale sur la liste des noms, a déclaré un porte-parole du gouvernement.",
        "not English",
    ),
    (
        "De twee partijen hebben vrijdag in de hoofdstad afgesproken dat de lijst met namen maandag wordt voorgelegd, zei een woordvoerder.",
        "not English",
    ),
    (
        "Обе стороны договорились в пятницу в столице о том, что список имён будет представлен в понедельник, сообщил представитель правительства страны",
        "not English",
    ),
    ("Les deux parties ont signé un accord dans la capitale.", "not English"),
    ("Die Namen werden mit der Liste vorgelegt.", "not English"),
    (
        "Pemimpin kedua pihak sepakat menghentikan perang mulai hari Senin, kata juru bicara pemerintah kepada wartawan di ibu kota kemarin malam.",
        "not English",
    ),
    ("QUJD" * 2000, "without a space"),
    ("word " * 250_000, "characters, more than"),
]


@pytest.mark.parametrize(("text", "reason"), SKIPPED, ids=lambda v: v[:20])
def test_what_is_skipped_and_why(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    skipped = only(tmp_path / "a.txt")
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


FLASHES = [
    "Clash near Dorvan\nOutlet: Delta Wire\n3 May 2019\n\nGunmen attacked an army post near Dorvan on Thursday, killing four soldiers, the army said.",
    "Gunmen killed nine villagers in Zarma district, Tondo province, Sunday night. Police blamed bandits. Governor Ali Saka ordered patrols, promised help.",
    "Las Palmas, San Miguel, Los Altos del Sur, Las Minas: the towns that were shelled by both sides on Monday and Tuesday, as told by their own mayors.",
]


@pytest.mark.parametrize("text", FLASHES, ids=lambda v: v[:12])
def test_a_news_flash_of_names_is_english(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert isinstance(only(tmp_path / "a.txt"), Document)


def test_a_stated_language_is_believed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SKIPPED[2][0])
    assert isinstance(only(tmp_path / "a.txt", Origin(language="en")), Document)
    assert isinstance(only(tmp_path / "a.txt", Origin(language="de")), Skipped)


def test_rows(tmp_path: Path) -> None:
    row = {"id": 7, "text": STORY, "dct": "2031-05-04T10:00:00", "outlet": "Harbour Post", "tags": ["x"]}
    (tmp_path / "a.jsonl").write_text("\n" + json.dumps(row) + "\n\n")
    document = only(tmp_path / "a.jsonl")
    assert isinstance(document, Document)
    assert (document.name, document.published, document.outlet, document.origin) == ("7", "2031-05-04", "Harbour Post", f"{tmp_path / 'a.jsonl'}:2")


BROKEN = [
    ("{", "not JSON"),
    ("[1]", "not a JSON object"),
    ('{"text": "x"}', "`id`"),
    ('{"id": "a"}', "`text`"),
    ('{"id": "a", "text": 5}', "`text`"),
    ('{"id": "a", "text": "x", "published": "soon"}', "ISO date"),
    ('{"id": "a", "text": "x", "outlet": 5}', "`outlet`"),
    ("[" * 200_000, "nested"),
]


@pytest.mark.parametrize(("line", "what"), BROKEN, ids=lambda v: v[:20])
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "ok", "text": STORY}) + "\n" + line + "\n")
    first, second = found([str(tmp_path / "a.jsonl")])
    assert isinstance(outcome(first), Document)
    with pytest.raises(SourceError, match=what) as caught:
        outcome(second)
    assert caught.value.line == 2


def test_an_overlong_line_is_named_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trucekeeper.sources.jsonl.LONGEST_LINE", 400)
    good = json.dumps({"id": "ok", "text": STORY})
    (tmp_path / "a.jsonl").write_text(f"{good}\n{'x' * 1500}\n{good}\n")
    first, second, third = found([str(tmp_path / "a.jsonl")])
    assert isinstance(second, SourceError)
    assert second.line == 2
    assert isinstance(third, Item)
    assert third.line == 3
    assert isinstance(first, Item)


STREAMS = [(STORY.encode(), "stdin", STORY), (PAGE.encode(), "stdin", None), (json.dumps({"id": "r1", "text": STORY}).encode() + b"\n", "r1", STORY)]


@pytest.mark.parametrize(("data", "name", "text"), STREAMS, ids=["text", "page", "rows"])
def test_standard_input(data: bytes, name: str, text: str | None) -> None:
    (item,) = found(["-"], io.BytesIO(data))
    document = outcome(item)
    assert isinstance(document, Document)
    assert document.name == name
    assert document.text == text or (text is None and document.title == "Talks to resume")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SourceError, match=r"nowhere\.txt: cannot be opened"):
        only(Path("nowhere.txt"))


def test_a_named_file_that_holds_no_text_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("%PDF-1.4 of nothing")
    (tmp_path / "b.report").write_text("The talks ended.")
    (tmp_path / "c.txt").write_text("Los Amigos del Norte said no.")
    reasons = [next(iter(found([str(tmp_path / name)]))) for name in ("a.pdf", "b.report")]
    assert isinstance(reasons[0], Skipped)
    assert reasons[0].reason.startswith("no reader for .pdf")
    assert isinstance(reasons[1], Item)
    assert isinstance(only(tmp_path / "c.txt"), Document)
