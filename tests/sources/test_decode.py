"""Bytes to text: every encoding that reports come in, and nothing changed on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucekeeper.model.errors import SourceError
from trucekeeper.sources.decode import decoded

ENGLISH = "The envoy said on Friday that “both sides” had agreed – in Bogotá – to the café meeting, and would return.\r\nIt wasn’t clear when.\n"
texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\ufeff"), min_size=1)


@given(texts)
def test_utf8_is_never_changed(text: str) -> None:
    assert decoded(text.encode(), where="f") == text


@given(texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_only_the_byte_order_mark_is_left_out(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), where="f") == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be", "utf-8"])
def test_an_encoding_that_nobody_declares_is_found(encoding: str) -> None:
    assert decoded(ENGLISH.encode(encoding), where="f") == ENGLISH


def test_a_declared_encoding_is_believed() -> None:
    assert decoded("Čedomir said so.".encode("iso-8859-2"), where="f", declared="iso-8859-2") == "Čedomir said so."


@pytest.mark.parametrize("data", [b"%PDF-1.4\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfe\x00\xd8", b"\xef\xbb\xbf\xff"])
def test_binary_data_are_named(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^f: "):
        decoded(data, where="f")
