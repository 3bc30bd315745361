"""Scores event types and dyads on PLOVER's gold sentences: `python -m evaluation.plover SENTENCES.jsonl [--errors]`.

The sentences (with the type and the countries of actor and recipient that the PLOVER project gave them) lie outside the
repository; each carries one gold event. What the program codes in a sentence are the events that the PLOVER export
would write for it: events, acts and statements with a PLOVER code, those that are denied left out.

- *type*: some coded event of the sentence has the gold type.
- *type and dyad*: some coded event has the gold type and exactly the gold countries as its actors and its recipients.
  All parties of a symmetric event stand on both sides. A side that the gold leaves empty is not compared. An
  international organisation counts as `IGO`, whichever it is; two misprinted country codes of the set are read right.
- *precision*: of all coded events, how many have the gold type, and how many the gold type and dyad. An event that
  is in the sentence but not in its gold counts as false, so that this is a lower bound.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.export.coded import code_reading
from communique.knowledge import load
from communique.reading import read_articles
from communique.records import Article, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.export.coded import Coded
    from communique.knowledge import Knowledge
    from communique.records import Actor

SENTENCES = Path("events", "plover_dev.jsonl")
MISPRINTS = {"ITL": "ITA", "VTN": "VNM"}
# Codes of the set for bodies that belong to no state.
INTERNATIONAL = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
UNCODED = frozenset({"denied"})  # PLOVER has no negation


@dataclass(frozen=True, slots=True)
class Dyad:
    """An event type with the countries of its actors and recipients; `mutual` ones stand on both sides."""

    type: str
    actors: frozenset[str]
    recipients: frozenset[str]
    mutual: bool = False

    def answers(self, gold: Dyad) -> bool:
        """Whether type and countries are the gold's."""
        if self.type != gold.type:
            return False
        if self.mutual or gold.mutual:
            wanted = gold.actors | gold.recipients
            return (self.actors | self.recipients) == wanted
        return all(
            not wanted or given == wanted
            for wanted, given in ((gold.actors, self.actors), (gold.recipients, self.recipients))
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: its gold event and what the program coded."""

    text: str
    gold: Dyad
    coded: tuple[Dyad, ...]

    @property
    def typed(self) -> bool:
        """Whether the gold type was coded."""
        return any(one.type == self.gold.type for one in self.coded)

    @property
    def paired(self) -> bool:
        """Whether the gold type was coded with the gold countries."""
        return any(one.answers(self.gold) for one in self.coded)


def score(path: Path) -> list[Judged]:
    """Read every sentence of the set for itself."""
    knowledge = load()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [Judged(row["text"], _gold(row), _coded(row["text"], knowledge)) for row in rows]


def _gold(row: dict[str, Any]) -> Dyad:
    actors, recipients = (frozenset(_gold_country(who["code"]) for who in row[key]) for key in ("actors", "recipients"))
    return Dyad(row["event"], actors, recipients, bool(row["reciprocal"]))


def _gold_country(code: str) -> str:
    return "IGO" if code in INTERNATIONAL else MISPRINTS.get(code, code)


def _coded(text: str, knowledge: Knowledge) -> tuple[Dyad, ...]:
    line = Line(1, 0, len(text), "body", "a sentence of the set")
    article = Article("sentence", "sentence.txt", "", text, (line,), "plain", "en")
    (reading,) = read_articles([article], knowledge)
    actors = {actor.id: actor for actor in reading.actors}
    events = [event for event in code_reading(reading) if event.status not in UNCODED]
    return tuple(dict.fromkeys(_dyad(event, actors, knowledge) for event in events))


def _dyad(event: Coded, actors: dict[str, Actor], knowledge: Knowledge) -> Dyad:
    sides = (
        frozenset(country for one in side if (country := _country(actors[one], knowledge)))
        for side in (event.actors, event.recipients)
    )
    return Dyad(event.code.type, next(sides), next(sides), event.mutual)


def _country(actor: Actor, knowledge: Knowledge) -> str | None:
    """The state of an actor, "IGO" for international bodies and their people, None where neither is known."""
    owner = actor.id.partition(":")[2].partition("/")[0]
    body = knowledge.organisations.get(owner)
    if actor.state is None and body is not None and body.state is None:
        return "IGO"
    return actor.state


def shares(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Each measure as (right, of how many)."""
    coded = [(one, given) for one in judged for given in one.coded]
    return {
        "type": (sum(one.typed for one in judged), len(judged)),
        "type and dyad": (sum(one.paired for one in judged), len(judged)),
        "precision of types": (sum(given.type == one.gold.type for one, given in coded), len(coded)),
        "precision of types and dyads": (sum(given.answers(one.gold) for one, given in coded), len(coded)),
    }


def section(corpora: Path) -> list[str]:
    """The results as Markdown lines; [] where the sentences are not there."""
    path = corpora / SENTENCES
    if not path.is_file():
        return []
    judged = score(path)
    lines = ["| PLOVER's gold sentences (development half) | share |", "|---|---:|"]
    return lines + [f"| {name} | {_share(*value)} |" for name, value in shares(judged).items()]


def _share(right: int, wanted: int) -> str:
    return f"{right / wanted:.3f} ({right}/{wanted})" if wanted else "-"


def by_type(judged: Iterable[Judged]) -> list[str]:
    """For each gold type: sentences, right types, right dyads, and how often the type was coded in all."""
    judged = list(judged)
    given = Counter(one.type for each in judged for one in each.coded)
    lines = ["type        wanted  typed paired  coded"]
    for name in sorted({one.gold.type for one in judged} | set(given)):
        mine = [one for one in judged if one.gold.type == name]
        counts = (len(mine), sum(one.typed for one in mine), sum(one.paired for one in mine), given[name])
        lines.append(f"{name:<11}" + "".join(f"{count:>7}" for count in counts))
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    """Print the measures, by type with --errors, and there what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.plover", description=__doc__)
    parser.add_argument("sentences", type=Path, help="JSON lines with text, event, actors and recipients")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args(argv)
    judged = score(options.sentences)
    for name, value in shares(judged).items():
        print(f"{name}: {_share(*value)}")
    if options.errors:
        print("\n".join(by_type(judged)))
    for one in judged if options.errors else ():
        if not one.paired or len(one.coded) > 1:
            mark = "pair" if one.paired else "type" if one.typed else "MISS"
            print(f"{mark} {_told(one.gold)}  <=  {'; '.join(map(_told, one.coded))}\n     {one.text}")
    return 0


def _told(dyad: Dyad) -> str:
    sides = ("+".join(sorted(side)) or "-" for side in (dyad.actors, dyad.recipients))
    return f"{dyad.type} {('=' if dyad.mutual else '>').join(sides)}"


if __name__ == "__main__":
    sys.exit(main())
