"""Bytes to text. The text is what the bytes say: only a byte order mark is left out, and line ends stay as they are (`\\r\\n` remains two code points)."""

from __future__ import annotations

import codecs

from trucekeeper.model.errors import SourceError

BYTE_ORDER_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ZERO_SHARE = 0.6  # in UTF-16 without a mark, English has a zero in most pairs, always in the same place


def decoded(data: bytes, *, where: str, declared: str | None = None) -> str:
    """The text of `data`: by its byte order mark, by UTF-8, by the encoding that it declares, or by the one detected, in this order.

    Raises SourceError for binary data.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where)
    if b"\x00" in data:
        wide = _utf16(data)
        if wide is None:
            raise SourceError("not text: it holds zero bytes", where=where, mend="Give the report as text or HTML.")
        return _strictly(data, wide, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _detected(data, where)


def _strictly(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"broken {encoding.upper()} at byte {error.start}", where=where, mend="Save the file again as UTF-8.") from error
    if "\x00" in text:
        raise SourceError("not text: it holds zero characters", where=where, mend="Give the report as text or HTML.")
    return text


def _utf16(data: bytes) -> str | None:
    """Which UTF-16 the data are, told by where the zero bytes of Latin letters stand."""
    pairs = max(1, len(data) // 2)
    high_last, high_first = data[1::2].count(0) / pairs, data[0::2].count(0) / pairs
    if len(data) % 2 or max(high_last, high_first) < ZERO_SHARE or min(high_last, high_first) > 1 - ZERO_SHARE:
        return None
    return "utf-16-le" if high_last > high_first else "utf-16-be"


def _declared(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise SourceError("not text in any encoding that can be told", where=where, mend="Save the file as UTF-8, or give the report as text or HTML.")
    # Western Windows is by far the most usual one for English; it wins wherever it reads the bytes as well as the best does
    western = next((m for m in matches if "cp1252" in (m.encoding, *m.could_be_from_charset) and m.chaos <= best.chaos), None)
    return data.decode("cp1252" if western is not None else best.encoding)
