"""Scores sentences that mislead a hasty reader: `python -m evaluation.hard_sentences FOLDER [--errors]`.

FOLDER holds `hard-sentences.md`, a table of numbered sentences with, in words, what a careful reader records of each;
it lies outside the repository. What is wanted stands here as facts, by the number of the sentence: events
that must be told, and statements and acts that must be told. Each sentence is read as an article of its own, dated
16 May 2024.

A sentence is *wholly right* if all its facts are there and nothing else is told as held; *false held* counts the
sentences in which an event is told as held that did not happen by what the careful reader records.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from communique.knowledge import load
from communique.reading import read_articles
from communique.reconciling import reconcile
from communique.records import Article, ClaimedDate, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.records import Event, Record

SENTENCES = Path("hard-sentences.md")
ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<text>.+?) \| (?P<wanted>.+) \|$")
PUBLISHED = date(2024, 5, 16)
# Talks at a known place are a meeting, and a contact of unstated form is either.
SAME = {"meeting": ("meeting", "talks"), "talks": ("meeting", "talks")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event: alternatives are parted by "|". `parties` must each be in some party's id or state."""

    kind: str
    status: str
    parties: tuple[str, ...] = ()
    place: str | None = None
    days: tuple[date, date] | None = None
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, by what its speaker's id or state holds; `plover`, `denies` and `chain` where they matter."""

    speaker: str
    plover: str | None = None
    denies: bool = False
    chain: tuple[str, ...] = ()
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What one sentence is to give."""

    events: tuple[Wanted, ...] = ()
    said: tuple[Said, ...] = ()
    acts: tuple[Wanted, ...] = field(default=())


def _day(day: int, month: int = 5) -> tuple[date, date]:
    return date(2024, month, day), date(2024, month, day)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


FACTS: dict[int, Facts] = {
    1: Facts((Wanted("meeting", "denied", ("IRN/envoy", "USA/officials"), "Muscat"),), (Said("IRN", denies=True),)),
    2: Facts((Wanted("accession|agreement", "conditional", ("SWE",)),)),
    3: Facts((Wanted("meeting", "planned", ("FRA", "UKR"), "Paris", _day(21)),)),
    4: Facts((Wanted("meeting", "held", ("GBR", "FRA", "DEU", "IRN"), "Vienna", _day(13)),)),
    5: Facts(
        (Wanted("talks|call", "held", ("USA|antony-blinken", "netanyahu")),),
        (Said("USA|antony-blinken", chain=("ISR", "axios"), to="netanyahu"),),
    ),
    6: Facts(said=(Said("lavrov"),)),
    7: Facts((Wanted("agreement", "denied", ("countries",)),)),
    8: Facts(
        (
            Wanted("visit", "held", ("wang",), "Moscow"),
            Wanted("visit", "held", ("wang",), "Budapest"),
            Wanted("meeting", "held", ("wang", "viktor-orban"), "Budapest"),
        )
    ),
    9: Facts((Wanted("meeting", "held"), Wanted("meeting|conference", "held", (), "Samarkand", _year(2022)))),
    10: Facts(said=(Said("zakharova", denies=True),)),
    11: Facts(
        (
            Wanted("agreement", "held", ("SAU", "IRN")),
            Wanted("meeting", "held", ("SAU", "IRN"), "Beijing"),
            Wanted("mediation", "held", ("CHN",)),
        )
    ),
    12: Facts((Wanted("visit", "cancelled"),)),
    13: Facts(said=(Said("", plover="THREATEN"),)),
    14: Facts(
        (
            Wanted("talks", "held", ("AZE", "ARM"), None, _day(12), outcome=True),
            Wanted("mediation", "held", ("european-union",)),
        )
    ),
    15: Facts((Wanted("visit", "held", ("minister",), "Islamabad"), Wanted("speech", "planned", ("IND",), "New York"))),
    16: Facts((Wanted("call", "unconfirmed", ("leaders",)),)),
    17: Facts(
        (Wanted("visit", "held", ("xi",), "Paris"),), acts=(Wanted("invitation", "held", ("emmanuel-macron", "xi")),)
    ),
    18: Facts((Wanted("summons", "held", ("KOR", "RUS")),)),
    19: Facts(said=(Said("UKR/allies", plover="SUPPORT"),)),
    20: Facts((Wanted("mediation", "held", ("QAT",)),)),
    21: Facts((Wanted("exercise", "held", ("PRK|kim",)),)),
    22: Facts(said=(Said("", plover="REQUEST"),), acts=(Wanted("rejection", "held", ("CHN",), "Bali"),)),
    23: Facts(
        (
            Wanted("meeting", "held", ("bush", "abe"), None, _year(2007)),
            Wanted("meeting", "held", ("trump", "abe"), None, _year(2017)),
        )
    ),
    24: Facts((Wanted("meeting", "planned", ("delegations",), "Moscow"),)),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence: which facts are missing, and which events are told as held that are none."""

    number: int
    text: str
    missing: tuple[str, ...]
    false: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether it is wholly right."""
        return not self.missing and not self.false


def score(folder: Path) -> list[Judged]:
    """Read every sentence of the table that has facts here."""
    return [_judge(number, text) for number, text in _rows(folder / SENTENCES)]


def _rows(path: Path) -> Iterator[tuple[int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        matched = ROW.match(line)
        if matched and int(matched["number"]) in FACTS:
            yield int(matched["number"]), matched["text"]


def _judge(number: int, text: str) -> Judged:
    facts = FACTS[number]
    record = _record(text)
    missing = [f"event {wanted}" for wanted in facts.events if not any(_is(e, wanted, record) for e in record.events)]
    missing += [f"act {wanted}" for wanted in facts.acts if not any(_is(e, wanted, record) for e in record.acts)]
    missing += [f"statement {said}" for said in facts.said if not _is_said(record, said)]
    false = [
        _told(event) for event in record.events
        if event.status == "held" and not any(_is(event, wanted, record) for wanted in facts.events)
    ]  # fmt: skip
    return Judged(number, text, tuple(missing), tuple(false))


def _record(text: str) -> Record:
    line = Line(1, 0, len(text), "body", "a sentence of the set")
    claim = ClaimedDate("metadata", PUBLISHED)
    article = Article("sentence", "sentence.txt", "", text, (line,), "plain", "en", claimed_dates=(claim,))
    knowledge = load()
    return reconcile([article], list(read_articles([article], knowledge)), [], knowledge)


def _is(event: Event, wanted: Wanted, record: Record) -> bool:
    kinds = {kind for name in wanted.kind.split("|") for kind in SAME.get(name, (name,))}
    parties = [f"{party.actor} {party.state}" for party in event.parties]
    when = event.when
    dated = wanted.days is None or (when.start is not None and wanted.days[0] <= when.start <= wanted.days[1])
    del record
    return (
        event.kind in kinds
        and event.status == wanted.status
        and all(any(name in party for name in names.split("|") for party in parties) for names in wanted.parties)
        and wanted.place in (None, event.place and event.place.name)
        and dated
        and bool(event.outcome or not wanted.outcome)
    )


def _is_said(record: Record, wanted: Said) -> bool:
    actors = {actor.id: f"{actor.id} {actor.state}" for actor in record.actors}

    def holds(ids: Sequence[str], names: str) -> bool:
        return any(name in actors.get(one, one) for one in ids for name in names.split("|"))

    for statement in record.statements:
        said = statement.said
        chain = [link.actor for link in said.chain]
        if (
            (not wanted.speaker or holds(said.speakers, wanted.speaker))
            and (wanted.plover is None or (said.plover is not None and said.plover.type == wanted.plover))
            and (not wanted.denies or said.polarity == "denies")
            and all(holds(chain, name) for name in wanted.chain)
            and (wanted.to is None or holds(said.addressees, wanted.to))
        ):
            return True
    return False


def _told(event: Event) -> str:
    place = event.place.name if event.place else "-"
    return f"{event.kind} {event.status} {', '.join(party.actor for party in event.parties)} @ {place}"


def section(corpora: Path) -> list[str]:
    """The results as Markdown lines; [] where the sentences are not there, in research/ beside the corpora."""
    research = corpora.parent / "research"
    if not (research / SENTENCES).is_file():
        return []
    judged = score(research)
    return [
        "| hard sentences | count |",
        "|---|---:|",
        f"| wholly right | {sum(one.right for one in judged)}/{len(judged)} |",
        f"| with an event falsely told as held | {sum(bool(one.false) for one in judged)} |",
    ]


def main(argv: Sequence[str] | None = None) -> int:
    """Print how many are wholly right; with --errors what is missing or false."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.hard_sentences", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with hard-sentences.md")
    parser.add_argument("--errors", action="store_true", help="print what is missing or false")
    options = parser.parse_args(argv)
    judged = score(options.folder)
    print(f"wholly right: {sum(one.right for one in judged)}/{len(judged)}")
    print(f"with a false held event: {sum(bool(one.false) for one in judged)}")
    for one in judged if options.errors else ():
        if not one.right:
            print(f"{one.number}. {one.text}")
            print("".join(f"   missing {fact}\n" for fact in one.missing), end="")
            print("".join(f"   false {fact}\n" for fact in one.false), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
