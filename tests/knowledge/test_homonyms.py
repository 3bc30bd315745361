"""Whom a surname alone means, of several who bear it."""

from __future__ import annotations

import pytest

from communique.knowledge import load


def _meant(surname: str, state: str, *beside: str) -> str | None:
    known = load()
    person = known.meant_by_surname([p for p in known.persons_with_surname(surname) if p.state == state], beside)
    return person.key if person is not None else None


@pytest.mark.parametrize(
    ("surname", "state", "beside", "meant"),
    [
        ("Salam", "LBN", "emmanuel-macron", "nawaf-salam"),
        ("Salam", "LBN", "francois-hollande", "tammam-salam"),
        ("Khamenei", "IRN", "hassan-rouhani", "ali-khamenei"),
        ("al-Sharaa", "SYR", "colin-powell", "farouk-al-sharaa"),
        ("Aoun", "LBN", "nawaf-salam", "joseph-aoun"),
    ],
)
def test_who_was_in_office_with_the_people_beside_it(surname: str, state: str, beside: str, meant: str) -> None:
    assert _meant(surname, state, beside) == meant


def test_without_anyone_beside_it_who_outranks_and_outlasts_the_others() -> None:
    assert _meant("Yoon", "KOR") == "yoon-suk-yeol"
    assert _meant("al-Sharaa", "SYR") == "ahmed-al-sharaa"


def test_nobody_where_two_were_as_high_or_the_higher_one_is_long_gone() -> None:
    assert _meant("Salam", "LBN") is None
    assert _meant("Choe", "PRK") is None
    assert _meant("Kim", "KOR") is None


def test_the_only_bearer_is_meant() -> None:
    assert _meant("Pezeshkian", "IRN") == "masoud-pezeshkian"
