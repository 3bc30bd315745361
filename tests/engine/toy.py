"""Toy rooms that behave as the real ones do, quickly, and that fail when the text tells them to.

The first word of a file steers: RU is another language, EMPTY has no text, TAKE breaks intake, READ breaks the
reader, MODEL says that there is none, DIE kills the reading process, SURROGATE cannot be stored. Lines of a
.jsonl file are articles.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from communique.engine import Rooms
from communique.errors import CommuniqueError
from communique.records import Actor, Article, Evidence, Line, Mention, Reading, Record, Unread, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.reconciling import Memory


class File:
    """A toy source."""

    def __init__(self, path: str) -> None:
        self.path = path


def find(paths: Sequence[str]) -> Iterator[Any]:
    for path in paths:
        if path == "-":
            yield File(path)
        elif not Path(path).exists():
            yield Unread(path, "it does not exist")
        elif Path(path).is_dir():
            inside = sorted(Path(path).iterdir())
            yield from (File(str(one)) for one in inside)
            if not inside:
                yield Unread(path, "a folder with nothing in it to read")
        else:
            yield File(path)


def take(source: Any, stdin: BinaryIO | None) -> Iterator[Article | Unread]:
    data = stdin.read() if stdin else Path(source.path).read_bytes()
    if source.path.endswith(".jsonl"):
        for number, line in enumerate(data.splitlines(), 1):
            yield _article(f"{source.path}#{number}", line)
    else:
        yield _article(source.path, data)


def _article(path: str, data: bytes) -> Article | Unread:
    text = data.decode()
    sha256 = hashlib.sha256(data).hexdigest()
    steer = text.partition(" ")[0]
    if steer == "EMPTY":
        return Unread(path, "the file is empty", sha256)
    if steer == "TAKE":
        raise ValueError("intake met\nsomething odd")
    if steer == "SURROGATE":
        text += "\ud800"
    language = "ru" if steer == "RU" else "en"
    lines = (Line(1, 0, len(text), "body", "prose"),)
    return Article(content_id("article", sha256), path, sha256, text, lines, "toy-1", language)


def know(extra: Path | None) -> str:
    return f"knowledge of {extra}"


def read(articles: Iterable[Article], knowledge: Any) -> Iterator[Reading]:
    assert knowledge == "knowledge of None"
    for article in articles:
        steer = article.text.partition(" ")[0]
        if steer == "READ":
            raise RuntimeError("the reader met something odd")
        if steer == "MODEL":
            raise CommuniqueError("the model is missing")
        if steer == "DIE":
            os._exit(9)
        if steer == "SLOW":
            time.sleep(0.02)
        word = article.text.split()[-1]
        mention = Mention(f"state:{word}", Evidence(article.id, 0, len(article.text)), "name")
        yield Reading(article.id, "toy", (Actor(f"state:{word}", word, "state"),), (mention,))


def reconcile(
    articles: Sequence[Article], readings: Sequence[Reading], unread: Sequence[Unread], _: Any, memory: Memory
) -> Record:
    for article in articles:
        memory.recall("day", article.id, str, lambda article=article: f"worked out for {article.path}")  # type: ignore[misc]
    actors = {actor.id: actor for reading in readings for actor in reading.actors}
    return Record(articles=tuple(articles), actors=tuple(actors[key] for key in sorted(actors)), unread=tuple(unread))


def version(_extra: Path | None) -> str:
    return "1"


def rooms(reader: str = "toy-1") -> Rooms:
    """All toy rooms."""
    return Rooms(find, take, know, read, reconcile, "toy-1", reader, "toy-1", version)
