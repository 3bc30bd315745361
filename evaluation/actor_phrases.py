"""Scores state and role of actor phrases: `python -m evaluation.actor_phrases PHRASES.jsonl [--errors]`.

The phrases (with the country and the role that a coder of political events gave them, some for a day) lie outside the
repository. Each is read in a sentence of its own, and the first actor of it is compared; a phrase that names no actor
but a place has the place's state. Roles are PLOVER's and so are our sectors, so nothing is mapped but this: a capital
that stands for its government is GOV, and "unknown" is the same as no role. Phrases without a day are read as of the
day that the set gives most often.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.intake import read_bytes
from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.actors import find_cast
from communique.reading.gazetteer import look_up, owner_of
from communique.reconciling.binding import office_on, sector_on
from communique.records import Article, When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast, Reference
    from communique.reading.document import Document
    from communique.records import Actor

MADE = "2022-05-01"  # the day that the set gives most often
UNKNOWN = ("", "UNK")
# How the set codes bodies of many states: its code, by the beginnings of our keys.
BODIES = (
    ("united-nations", "UNO"), ("un-", "UNO"), ("european-", "EUR"), ("council-of-the-eu", "EUR"), ("eeas", "EUR"),
)  # fmt: skip
SENTENCE = "{} said on Monday that talks would go on."
WITH_COUNTRY = frozenset({"agent_to_code", "search_nat"})
SET = "events/actor_phrases_dev.jsonl"


@dataclass(frozen=True, slots=True)
class Scored:
    """One phrase: wanted and given country and role ("" is none)."""

    phrase: str
    country: tuple[str, str]
    role: tuple[str, str] | None

    @property
    def placed(self) -> bool:
        """Whether the country is right."""
        return self.country[0] == self.country[1]

    @property
    def right(self) -> bool:
        """Whether country and role are right."""
        return self.placed and (self.role is None or self.role[0] == self.role[1])


@dataclass(frozen=True, slots=True)
class Shares:
    """Right and all: states of all phrases, states of phrases of a state, states with roles."""

    states: tuple[int, int]
    named: tuple[int, int]
    both: tuple[int, int]


def score(path: Path) -> Iterator[Scored]:
    """Every phrase of the set that asks for a country."""
    knowledge = load()
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["function"] not in WITH_COUNTRY or row.get("skipped_upstream"):
            continue
        wanted = row["expect"]
        day = date.fromisoformat(row["kwargs"].get("query_date", MADE))
        country, role = _read(row["phrase"], day, knowledge)
        code = wanted.get("code_1")
        asked = ("" if code in UNKNOWN else code, role) if code else None
        yield Scored(row["phrase"], (wanted.get("country", wanted.get("cc")) or "", country), asked)


def shares(scored: Sequence[Scored]) -> Shares:
    """The counts over a set."""
    named = [one for one in scored if one.country[0]]
    roles = [one for one in scored if one.role is not None]
    return Shares(
        (sum(one.placed for one in scored), len(scored)),
        (sum(one.placed for one in named), len(named)),
        (sum(one.right for one in roles), len(roles)),
    )


def _read(phrase: str, day: date, knowledge: Knowledge) -> tuple[str, str]:
    """The country and role of the phrase as a subject on a day."""
    text = SENTENCE.format(phrase[:1].upper() + phrase[1:])
    article = next(iter(read_bytes("phrase.txt", text.encode(), ".txt")))
    if not isinstance(article, Article):
        raise TypeError(f"the phrase {phrase!r} was not read as text")
    document = next(pipeline.parse([article]))
    cast = find_cast(document, knowledge)
    reference = _first(document, cast, len(phrase))
    if reference is None:
        return _place(document, len(phrase), knowledge), ""
    actor = cast.actors[reference.actors[0]]
    return _country(actor, knowledge), _role(actor, reference, day, knowledge)


def _first(document: Document, cast: Cast, length: int) -> Reference | None:
    """The widest reference within the phrase, people before the others, adjectives of states last."""
    inside = [r for r in cast.references if document.ends[r.end - 1] <= length and len(r.actors) == 1]
    inside.sort(key=lambda r: (r.form == "demonym", not r.actors[0].startswith("person:"), r.start - r.end))
    return inside[0] if inside else None


def _place(document: Document, length: int, knowledge: Knowledge) -> str:
    """The state of the first place that the phrase names."""
    for hit in look_up(document, knowledge).hits:
        if hit.kind in ("capital", "place") and document.ends[hit.end - 1] <= length:
            state = owner_of(hit, knowledge)
            return state if state in knowledge.states else ""
    return ""


def _country(actor: Actor, knowledge: Knowledge) -> str:
    key = actor.id.partition(":")[2].partition("/")[0]
    body = knowledge.organisations.get(key)
    if body is not None and body.kind in ("intergovernmental", "bloc"):
        return next((code for name, code in BODIES if key.startswith(name)), "IGO")
    return actor.state or ""


def _role(actor: Actor, reference: Reference, day: date, knowledge: Knowledge) -> str:
    if actor.kind == "state":
        return "GOV" if reference.form == "metonym" else ""
    when = When(day, day, "day", "the set", 1.0)
    return sector_on(actor, office_on(actor.id, when, when, knowledge), when, when, knowledge) or ""


def section(corpora: Path) -> list[str]:
    """The results as lines of Markdown; empty where the set is not there."""
    path = corpora / SET
    if not path.exists():
        return []
    said = shares(list(score(path)))
    rows = (
        ("state, all phrases", said.states),
        ("state, phrases of a state", said.named),
        ("state and role", said.both),
    )
    return [
        "Phrases of NGEC's own tests (evaluation only): country and PLOVER role.", "",
        "| measure | share |", "|---|---:|",
        *(f"| {title} | {right / total:.3f} ({right}/{total}) |" for title, (right, total) in rows), "",
    ]  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Print the shares of right states and right states with roles."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.actor_phrases", description=__doc__)
    parser.add_argument("phrases", type=Path, help="JSON lines with phrase, function and expect")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args(argv)
    scored = list(score(options.phrases))
    said = shares(scored)
    for title, (right, total) in (
        ("state, all phrases", said.states), ("state, phrases of a state", said.named), ("state and role", said.both),
    ):  # fmt: skip
        print(f"{title}: {right / total:.3f} ({right}/{total})")
    for one in scored if options.errors else ():
        if not one.right:
            print(f"  {one.phrase!r}: country {one.country}, role {one.role}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
