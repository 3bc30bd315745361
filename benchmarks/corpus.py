"""Generated articles to measure speed on: plausible in length, form and wording, of any number, the same every time.

Templates and pairs of ministers lie beside this file. What the articles tell never happened. Every three articles
tell one event: a first account, one in other words, and one that is mostly a copy. Article n depends on the seed
and on n alone, so that a larger corpus begins with the smaller one.
"""

from __future__ import annotations

import json
import random
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from communique.export.words import MONTHS, day_in_words

HERE = Path(__file__).parent
ACCOUNTS = 3  # articles that tell one event
OUTLETS = ("Harbour Post", "The Meridian", "Lowland Wire", "Capital Courier", "Strait Observer", "Northern Dispatch")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: its name and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A generated article before it is laid out: title, day of publication, outlet, paragraphs, menu and teasers."""

    title: str
    published: date
    outlet: str
    paragraphs: tuple[str, ...]
    menu: tuple[str, ...]
    teasers: tuple[str, ...]


def generate(count: int, seed: int) -> list[Page]:
    """The first `count` articles of the corpus with this seed."""
    return [_page(n, seed) for n in range(count)]


def write(pages: list[Page], folder: Path) -> None:
    """Write pages into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        (folder / page.name).write_text(page.text, encoding="utf-8")


@cache
def _sentences() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
    return table


@cache
def _dyads() -> list[dict[str, str]]:
    lines = (HERE / "dyads.tsv").read_text(encoding="utf-8").splitlines()
    names, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _draw(*key: int | str) -> random.Random:
    """A source of chance that depends on its key alone."""
    return random.Random("/".join(map(str, key)))  # noqa: S311 - reproducible texts, no secret


def _page(n: int, seed: int) -> Page:
    made = piece(n, seed)
    layout = _draw(seed, "layout", n).random()
    if layout < 0.2:
        suffix, text = "html", _html(made)
    elif layout < 0.3:
        suffix, text = "json", _json(made)
    else:
        suffix, text = "txt", _plain(made)
    return Page(f"article-{n:05}.{suffix}", text)


def facts(n: int, seed: int) -> tuple[dict[str, str], date]:
    """What fills the sentences of article n (names by the letters of the templates), and the day of its event."""
    return _facts(n // ACCOUNTS, seed)


def piece(n: int, seed: int) -> Piece:
    """Article n before it is laid out."""
    event, account = divmod(n, ACCOUNTS)
    words, day = _facts(event, seed)
    chance = _draw(seed, "article", n)
    telling = (
        chance if account < ACCOUNTS - 1 else _draw(seed, "article", n - ACCOUNTS + 1)
    )  # the last copies the first
    table = _sentences()
    lead = telling.choice(table["leads"])
    body = [
        f"{table['bodies'][at]} {_detail(event, at, seed)}"
        for at in telling.sample(range(len(table["bodies"])), telling.randint(6, 10))
    ]
    if account == ACCOUNTS - 1:
        body = body[: chance.randint(4, len(body))]
    title = chance.choice(table["titles"])
    return Piece(
        _filled(title, words),
        day + timedelta(days=chance.choice((0, 0, 1))),
        chance.choice(OUTLETS),
        tuple(_filled(sentence, words) for sentence in (lead, *body)),
        tuple(chance.sample(table["navigation"], chance.randint(0, 3))),
        tuple(_filled(teaser, words) for teaser in chance.sample(table["teasers"], chance.randint(0, 2))),
    )


def _facts(event: int, seed: int) -> tuple[dict[str, str], date]:
    """What fills the sentences of all articles on an event, and its day."""
    chance = _draw(seed, "event", event)
    dyad = chance.choice(_dyads())
    first, last = date.fromisoformat(dyad["from"]), date.fromisoformat(dyad["to"])
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    words = {
        "L": dyad["left_name"], "LA": dyad["left_adjective"], "LS": dyad["left_state"],
        "R": dyad["right_name"], "RA": dyad["right_adjective"], "RS": dyad["right_state"],
        "L1": dyad["left_short"], "R1": dyad["right_short"],
        "town": chance.choice(dyad["towns"].split("|")), "topic": chance.choice(_sentences()["topics"]),
        "day": WEEKDAYS[day.weekday()], "date": day_in_words(day), "month": chance.choice(MONTHS),
        "number": str(chance.randint(3, 40)), **dict(zip("ef", chance.sample(_sentences()["things"], 2), strict=True)),
    }  # fmt: skip
    return words, day


def _detail(event: int, at: int, seed: int) -> str:
    """What stands after sentence `at` of the bodies in all accounts of an event."""
    chance = _draw(seed, "detail", event, at)
    things = chance.sample(_sentences()["things"], 4)
    return _filled(chance.choice(_sentences()["details"]), dict(zip("abcd", things, strict=True)))


def _filled(sentence: str, words: dict[str, str]) -> str:
    return sentence.format(**words)


def _plain(piece: Piece) -> str:
    dated = f"{piece.outlet} | {day_in_words(piece.published)}"
    return "\n\n".join(("\n".join((*piece.menu, piece.title)), dated, *piece.paragraphs, *piece.teasers)) + "\n"


def _html(piece: Piece) -> str:
    menu = "".join(f"<li><a href='/'>{escape(entry)}</a></li>" for entry in piece.menu)
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in piece.paragraphs)
    more = "".join(f"<li>{escape(teaser)}</li>" for teaser in piece.teasers)
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(piece.title)}</title>\n"
        f"<meta property='og:site_name' content='{escape(piece.outlet)}'>\n"
        f"<meta property='article:published_time' content='{piece.published.isoformat()}T09:00:00Z'>\n"
        f"<script>var page = {{}};</script></head>\n<body><nav><ul>{menu}</ul></nav>\n<article>\n"
        f"<h1>{escape(piece.title)}</h1>\n{body}\n</article>\n<aside><ul>{more}</ul></aside></body></html>\n"
    )


def _json(piece: Piece) -> str:
    fields: dict[str, Any] = {
        "title": piece.title,
        "outlet": piece.outlet,
        "published": piece.published.isoformat(),
        "text": "\n\n".join(piece.paragraphs),
    }
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
