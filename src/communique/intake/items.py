"""JSON items: one object, a list of objects, or one object a line (JSON Lines), each an article's fields.

Wanted fields: `text` or `html`; welcome: `title`, `url`, `outlet`, `published`, `language`. An item that is wrong costs
itself alone.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from communique.intake.article import PLAIN, Known, make_article
from communique.intake.cues import edgeless, fold
from communique.intake.dates import find_dates
from communique.intake.page import read_page
from communique.records import Article, ClaimedDate, LineKind, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

_WANTED = "wanted: text or html, and optionally title, url, outlet, published, language"
_OPTIONAL = ("title", "url", "outlet", "language")
_NAMES = {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false",
          type(None): "null"}  # fmt: skip
_SHOWN = 8  # field names shown to the user


def read_json(path: str, text: str, sha256: str) -> Iterator[Article | Unread]:
    """The articles of a JSON text: of an object, or of each object of a list, named `path:1`, `path:2` ...

    A list's item has as its bytes its own canonical form: keys sorted, no spaces, UTF-8.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Unread(path, _broken(error), sha256)
        return
    if not isinstance(value, list):
        yield read_item(path, value, sha256)
        return
    if not value:
        yield Unread(path, f"a JSON list with nothing in it; {_WANTED}", sha256)
    for number, item in enumerate(value, start=1):
        canonical = json.dumps(item, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield read_item(
            f"{path}:{number}", item, hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
        )


def read_line(path: str, line: str, sha256: str) -> Article | Unread:
    """The article on one line of JSON Lines; `path` names the line."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Unread(path, _broken(error), sha256)
    return read_item(path, value, sha256)


def read_item(path: str, item: Any, sha256: str) -> Article | Unread:
    """The article that an item's fields make, or why they make none."""
    if not isinstance(item, dict):
        return Unread(
            path, f"wrong JSON: found {_NAMES.get(type(item), 'something else')}, not an object; {_WANTED}", sha256
        )
    fields = {str(key): value for key, value in item.items()}
    for name in ("text", "html", *_OPTIONAL):
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            return Unread(
                path,
                f"wrong JSON: field {name} holds {_NAMES.get(type(value), 'no text')}, not a string; {_WANTED}",
                sha256,
            )
    if fields.get("text") is None and fields.get("html") is None:
        names = sorted(fields)
        found = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
        return Unread(path, f"JSON with the wrong fields: found {found or 'none'}; {_WANTED}", sha256)
    known = _known(fields)
    if (fields.get("text") or "").strip():
        return _plain(path, sha256, _clean(fields["text"]), known)
    page = read_page(_clean(fields.get("html") or ""), known.url)
    return make_article(path, sha256, page.text, known.or_else(page.known), page.extractor, page.hints)


def _plain(path: str, sha256: str, text: str, known: Known) -> Article | Unread:
    """A text field with its title above it, so that the title has offsets too; unless the text begins with it."""
    hints: dict[int, LineKind] = {}
    opening = next((line for line in text.split("\n") if line.strip()), "")
    if known.title and edgeless(fold(opening)) != edgeless(fold(known.title)):
        text = f"{known.title}\n\n{text}"
        hints[1] = "title"
    return make_article(path, sha256, text, known, PLAIN, hints)


def _known(fields: dict[str, Any]) -> Known:
    values = {name: " ".join(_clean(fields.get(name) or "").split()) or None for name in _OPTIONAL}
    language = (values["language"] or "").lower().replace("_", "-").split("-")[0] or None
    return Known(values["title"], values["url"], values["outlet"], language, tuple(_published(fields.get("published"))))


def _published(value: Any) -> Iterator[ClaimedDate]:
    """The day in field `published`: a date in words or ISO 8601 as written there, or seconds since 1970 in UTC."""
    if isinstance(value, str):
        for found in find_dates(value)[:1]:
            yield ClaimedDate("metadata", found.date, detail="field published")
    elif isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value < 4_102_444_800:
        yield ClaimedDate("metadata", datetime.fromtimestamp(value, tz=UTC).date(), detail="field published")


def _clean(text: str) -> str:
    """Line feeds for newlines; what UTF-8 cannot store (lone surrogates) and NUL become U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd").removeprefix("\ufeff")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _broken(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"invalid JSON at line {error.lineno}, column {error.colno}: {error.msg}"
    return "invalid JSON: nested too deeply" if isinstance(error, RecursionError) else f"invalid JSON: {error}"
