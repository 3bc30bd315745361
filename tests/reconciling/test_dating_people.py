"""Who acts in an article's own news, without an office said, is in public life then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.intake import read_bytes
from communique.knowledge import load
from communique.reading import read_articles
from communique.reconciling import reconcile
from communique.reconciling.dating import people
from communique.records import Article, Reading

if TYPE_CHECKING:
    from communique.reconciling.dating.timeline import Vote


def read(text: str) -> tuple[Article, Reading]:
    (article,) = read_bytes("test.txt", text.encode(), ".txt")
    assert isinstance(article, Article)
    (reading,) = read_articles([article], load())
    return article, reading


def votes(text: str) -> dict[str, Vote]:
    return {vote.words.partition(" acts")[0]: vote for vote in people.votes(read(text)[1], load())}


def test_who_takes_part_without_an_office_is_in_public_life() -> None:
    vote = votes("Olivier Nduhungirehe met Tete Antonio in Lome on Saturday.")["Olivier Nduhungirehe"]
    assert vote.holds(date(2024, 12, 14))
    assert not vote.holds(date(1999, 12, 14))


def test_an_office_that_is_said_says_more() -> None:
    found = votes("Rwandan Foreign Minister Olivier Nduhungirehe met Tete Antonio in Lome on Saturday.")
    assert "Olivier Nduhungirehe" not in found


def test_what_lies_after_the_publication_is_still_to_come() -> None:
    text = (
        "Published: 14 December 2024\n\nTalks between Olivier Nduhungirehe and Tete Antonio broke down in Lome on "
        "Saturday, a day before a summit of Paul Kagame and Felix Tshisekedi in the city.\n"
    )
    article, reading = read(text)
    record = reconcile([article], [reading], (), load())
    later = [event for event in record.events if event.when.start is not None and event.when.start.day == 15]
    assert {event.status for event in later} <= {"planned"}
    assert later
