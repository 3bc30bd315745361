"""From a Source to its Articles: bytes in, each item out as an Article or an Unread. Raises on no input.

The one place of the package that opens article files. Which format the bytes are in is told by the suffix, else by
their first signs.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from communique.intake.article import PLAIN, Known, make_article
from communique.intake.cues import fold
from communique.intake.decoding import Binary, decode
from communique.intake.items import read_json, read_line
from communique.intake.markdown import markdown_hints
from communique.intake.page import read_page
from communique.intake.sources import Source, why_not
from communique.records import Article, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1_048_576  # bytes
LIMIT = 20 * MEGABYTE  # bytes of one item; the longest pages of news archives stay under 5
EMPTY = "empty: it holds no text"
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|(?><!--.*?-->\s*))*+<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|(?><!--.*?-->\s*))*+<(?:!doctype\s+html|html|head|body|article|div|p|main)\b",
    re.IGNORECASE | re.DOTALL,
)


def read_source(source: Source, stdin: BinaryIO | None = None) -> Iterator[Article | Unread]:
    """The articles of a source, in their order there; what cannot be read, as Unread with its reason.

    Args:
        source: from `find_inputs`.
        stdin: the bytes that "-" stands for; the process's standard input where None.
    """
    try:
        if source.path == "-":
            yield from _read_stream(source, stdin or sys.stdin.buffer)
            return
        size = Path(source.path).stat().st_size
        if size > LIMIT and source.kind != ".jsonl":
            yield Unread(source.path, too_large(size))
            return
        with Path(source.path).open("rb") as stream:
            yield from _read_stream(source, stream)
    except (OSError, ValueError) as error:
        yield Unread(source.path, why_not(error))


def too_large(size: int) -> str:
    """The reason given for an item of `size` bytes."""
    return f"too large ({size / MEGABYTE:.1f} MB; the limit is {LIMIT // MEGABYTE} MB)"


def _read_stream(source: Source, stream: BinaryIO) -> Iterator[Article | Unread]:
    if source.kind == ".jsonl":
        yield from _read_lines(source.path, stream)
        return
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        yield Unread(source.path, f"too large (over {LIMIT // MEGABYTE} MB, which is the limit)")
        return
    yield from read_bytes(source.path, data, source.kind)


def _read_lines(path: str, stream: BinaryIO) -> Iterator[Article | Unread]:
    """JSON Lines, a line at a time: the limit holds for a line, so that a file may be as large as it likes."""
    number = 0
    empty = True
    while data := stream.readline(LIMIT + 1):
        number += 1
        if (number == 1 and data.startswith((b"\xff\xfe", b"\xfe\xff"))) or (number == 1 and b"\x00" in data[:64]):
            yield from _read_wide(path, data + stream.read(LIMIT))
            return
        if len(data) > LIMIT:
            size = len(data)
            while not data.endswith(b"\n") and (data := stream.readline(LIMIT)):
                size += len(data)
            yield Unread(f"{path}:{number}", too_large(size))
            empty = False
        elif data.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _read_jsonl_line(f"{path}:{number}", data.rstrip(b"\r\n"))
            empty = False
    if empty:
        yield Unread(path, EMPTY, hashlib.sha256(b"").hexdigest())


def _read_wide(path: str, data: bytes) -> Iterator[Article | Unread]:
    """JSON Lines in UTF-16 or UTF-32, where a newline is not one byte: decoded whole."""
    decoded = decode(data)
    if isinstance(decoded, Binary):
        yield Unread(path, f"binary: {decoded.what}", hashlib.sha256(data).hexdigest())
        return
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if line.strip():
            yield _read_jsonl_line(f"{path}:{number}", line.encode("utf-8", "replace"))


def _read_jsonl_line(path: str, data: bytes) -> Article | Unread:
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode(data)
    if isinstance(decoded, Binary):
        return Unread(path, f"binary: {decoded.what}", sha256)
    return read_line(path, decoded.text, sha256)


def read_bytes(path: str, data: bytes, kind: str = "") -> Iterator[Article | Unread]:
    """The articles in some bytes. `kind` is a suffix of `sources.KINDS`, "" where only the bytes can tell."""
    sha256 = hashlib.sha256(data).hexdigest()
    decoded = decode(data)
    if isinstance(decoded, Binary):
        yield Unread(path, f"binary: {decoded.what}", sha256)
        return
    text = decoded.text
    if not fold(text[:10_000]) and not fold(text):
        yield Unread(path, EMPTY, sha256)
        return
    kind = _sniffed(text, kind)
    if kind == ".json":
        yield from read_json(path, text, sha256)
    elif kind == ".jsonl":
        yield from _read_lines(path, BytesIO(data))
    elif kind in (".html", ".htm"):
        page = read_page(text)
        yield make_article(path, sha256, page.text, page.known, page.extractor, page.hints)
    else:
        yield make_article(path, sha256, text, Known(), PLAIN, markdown_hints(text) if kind == ".md" else {})


def _sniffed(text: str, kind: str) -> str:
    """The kind that the text's first signs show, where the suffix is silent or plainly wrong."""
    start = text[:10_000]
    if kind in ("", ".txt", ".md") and (_PAGE.match(start) or (kind == "" and _HTML.match(start))):
        return ".html"
    if kind in ("", ".json") and start.lstrip()[:1] in ("{", "["):
        first, _, rest = text.strip().partition("\n")
        if rest.strip() and _is_object(first):
            return ".jsonl"
        return ".json" if kind or _is_json(text) else ".txt"
    return kind or ".txt"


def _is_object(text: str) -> bool:
    return text.lstrip().startswith("{") and _is_json(text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
