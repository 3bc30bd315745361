"""A hundred and twenty pairs of sentences: who holds a proposition, or how; read as articles of one sentence."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge import load
from communique.knowledge.tables import read_table
from communique.reading import pipeline, read_document
from communique.records import Article, Line, content_id

if TYPE_CHECKING:
    from communique.records import Attribution, Reading

COLUMNS = ("pair", "text", "speaker", "status", "about", "chain")
NO_ONE = "-"


@dataclass(frozen=True, slots=True)
class Proposition:
    """One sentence of a pair, with who holds what it says `about`, how, and through whom (see propositions.tsv)."""

    pair: str
    text: str
    speaker: str
    status: str
    about: str
    chain: tuple[str, ...]


def propositions() -> tuple[Proposition, ...]:
    """All sentences of the table, in its order."""
    table = read_table(Path(__file__).parent / "propositions.tsv", COLUMNS)
    return tuple(
        Proposition(pair, text, speaker, status, about, tuple(part for part in chain.split(",") if part))
        for _, (pair, text, speaker, status, about, chain) in table.rows
    )


@cache
def read(text: str) -> Reading:
    """The reading of an article of one sentence."""
    line = Line(1, 0, len(text), "body", "written so")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    article = Article(content_id("article", text), "pair.txt", sha256, text, (line,), "test", "en")
    return read_document(next(pipeline.parse([article])), load())


def holder(reading: Reading, proposition: Proposition) -> Attribution | None:
    """The innermost statement whose content holds the word that the proposition is about."""
    at = proposition.text.lower().rindex(proposition.about.lower())
    holding = [said for said in reading.statements if said.content.start <= at < said.content.end]
    return min(holding, key=lambda said: (said.content.end - said.content.start, said.id), default=None)


def faults(proposition: Proposition) -> list[str]:
    """What the reading gets wrong of a proposition: its holder, how it is put, or its chain."""
    reading = read(proposition.text)
    names = {actor.id: f"{actor.name} {actor.id} {actor.state or ''}".lower() for actor in reading.actors}
    said = holder(reading, proposition)
    if proposition.speaker == NO_ONE or said is None:
        return [] if proposition.speaker == NO_ONE and said is None else [f"holder: {said and said.speakers}"]
    wanted = proposition.speaker.lower().split("+")
    found = [names[speaker] for speaker in said.speakers]
    wrong = []
    if len(found) != len(wanted) or not all(any(name in one for one in found) for name in wanted):
        wrong.append(f"holder: {said.speakers}")
    if said.status != proposition.status:
        wrong.append(f"status: {said.status}")
    chain = [names[link.actor] for link in said.chain]
    if len(chain) != len(proposition.chain) or not all(
        part.lower() in name for part, name in zip(proposition.chain, chain, strict=True)
    ):
        wrong.append(f"chain: {[link.actor for link in said.chain]}")
    return wrong
