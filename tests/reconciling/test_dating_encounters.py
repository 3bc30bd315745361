"""Who met whom where dates an article: visits, meetings and signings that the tables know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.intake import read_bytes
from communique.knowledge import load
from communique.reading import read_articles
from communique.reconciling.dating import encounters
from communique.records import Article, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from communique.knowledge import Knowledge
    from communique.reconciling.dating.timeline import Vote

HEADER = "# meaning: m\n# source: s\n# licence: l\n# checked: c\n"
PERSONS = """key\tname\tsurname\tstate\taliases\tgender
amina-odhiambo\tAmina Odhiambo\tOdhiambo\tKEN\t\tf
jorge-quiroz\tJorge Quiroz\tQuiroz\tBOL\t\tm
lars-tveitan\tLars Tveitan\tTveitan\tNOR\t\tm
"""
# The first of the two in Oslo began on a Monday, the second on a Thursday.
ENCOUNTERS = """start\tend\tplaces\tpersons
2016-03-14\t2016-03-16\toslo\tamina-odhiambo|lars-tveitan
2019-05-09\t\toslo\tamina-odhiambo|lars-tveitan
2021-09-03\t\tlima\tamina-odhiambo|jorge-quiroz
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "persons.tsv").write_text(HEADER + PERSONS, encoding="utf-8")
    (folder / "encounters.tsv").write_text(HEADER + ENCOUNTERS, encoding="utf-8")
    return load(folder)


def read(text: str, known: Knowledge) -> Reading:
    (article,) = read_bytes("test.txt", text.encode(), ".txt")
    assert isinstance(article, Article)
    (reading,) = read_articles([article], known)
    return reading


def votes(text: str, known: Knowledge) -> list[Vote]:
    return list(encounters.votes(read(text, known), known))


def reached(text: str, known: Knowledge) -> list[tuple[date, date]]:
    """The days on which the one vote of a text sees it told."""
    (vote,) = votes(text, known)
    return sorted(vote.core)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Amina Odhiambo met Lars Tveitan in Oslo on Thursday.", date(2019, 5, 9)),
        ("Odhiambo and Quiroz talked for hours. Amina Odhiambo met Jorge Quiroz in Lima on Friday.", date(2021, 9, 3)),
        ("Lars Tveitan held talks with Amina Odhiambo in Oslo on Tuesday.", date(2016, 3, 15)),
    ],
)
def test_persons_place_and_weekday_leave_one_encounter(text: str, day: date, known: Knowledge) -> None:
    ((first, last),) = reached(text, known)
    assert first == day
    assert (last - first).days < 14


def test_of_several_that_fit_none_is_chosen(known: Knowledge) -> None:
    assert len(reached("Amina Odhiambo met Lars Tveitan in Oslo last month.", known)) == 2
    assert len(reached("Lars Tveitan met Amina Odhiambo in Oslo.", known)) == 2
    assert len(reached("Amina Odhiambo is on a tour. She met Lars Tveitan in Norway.", known)) == 2


def test_a_meeting_to_come_is_told_before_it(known: Knowledge) -> None:
    for text in (
        "Amina Odhiambo will meet Lars Tveitan in Oslo on Thursday.",
        "Jorge Quiroz is to hold talks with Amina Odhiambo in Lima on Friday.",
        "Amina Odhiambo plans to meet Jorge Quiroz in Lima next week.",
    ):
        (vote,) = votes(text, known)
        narrow = [span for span in vote.spans if (span.end - span.start).days < 30]
        days = {date(2019, 5, 9), date(2021, 9, 3)}
        assert narrow
        assert all(span.end in days or all(span.end < day or span.start > day for day in days) for span in narrow)


def test_another_place_another_pair_and_what_was_called_off_say_nothing(known: Knowledge) -> None:
    for text in (
        "Amina Odhiambo met Lars Tveitan in Bergen on Thursday.",
        "Lars Tveitan met Jorge Quiroz in Oslo on Thursday.",
        "Amina Odhiambo cancelled a meeting with Lars Tveitan in Oslo on Thursday.",
    ):
        assert votes(text, known) == []


def test_a_time_that_no_encounter_fits_says_nothing(known: Knowledge) -> None:
    for text in (
        "Amina Odhiambo met Lars Tveitan in Oslo on Saturday.",
        "Amina Odhiambo met Jorge Quiroz in Lima on Monday.",
        "Lars Tveitan held talks with Amina Odhiambo in Oslo on Sunday.",
    ):
        assert votes(text, known) == []


def test_the_vote_leaves_room_for_an_encounter_that_nobody_wrote_down(known: Knowledge) -> None:
    (vote,) = votes("Amina Odhiambo met Jorge Quiroz in Lima on Friday.", known)
    wide = max(vote.spans, key=lambda span: span.end - span.start)
    assert (wide.end - wide.start).days > 700
    assert 0 < wide.share < sum(span.share for span in vote.spans) / 2
