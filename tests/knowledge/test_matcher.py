"""What the gazetteer finds in words from many relationships."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import load
from communique.knowledge.gazetteer import plural


def _found(sentence: str) -> set[tuple[str, str, str]]:
    words = sentence.split()
    return {(" ".join(words[hit.start : hit.end]), hit.kind, hit.keys[0]) for hit in load().match(words)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Russian Foreign Minister Sergei Lavrov arrived",
            {
                ("Russian", "demonym", "RUS"),
                ("Foreign Minister", "role", "foreign-minister"),
                ("Sergei Lavrov", "person", "sergey-lavrov"),
            },
        ),
        (
            "Saudi Arabia and Iran resumed ties in Beijing",
            {("Saudi Arabia", "state", "SAU"), ("Iran", "state", "IRN"), ("Beijing", "capital", "beijing")},
        ),
        (
            "External Affairs Minister S. Jaishankar landed in Islamabad",
            {
                ("External Affairs Minister", "role", "foreign-minister"),
                ("S. Jaishankar", "person", "s-jaishankar"),
                ("Islamabad", "capital", "islamabad"),
            },
        ),
        (
            "the Kremlin and the White House , TASS said",
            {("Kremlin", "metonym", "RUS"), ("White House", "metonym", "USA"), ("TASS", "outlet", "tass")},
        ),
        (
            "Albin Kurti met Aleksandar Vucic in Ohrid",
            {
                ("Albin Kurti", "person", "albin-kurti"),
                ("Aleksandar Vucic", "person", "aleksandar-vucic"),
                ("Ohrid", "place", "ohrid"),
            },
        ),
        ("leaders of the Asia - Pacific group", {("Asia - Pacific", "place", "asia-pacific")}),
        ("the U.S. and the EU", {("U.S.", "state", "USA"), ("EU", "bloc", "european-union")}),
        (
            "the African Union 's chair in Sharm el - Sheikh",
            {("African Union", "bloc", "african-union"), ("Sharm el - Sheikh", "place", "sharm-el-sheikh")},
        ),
        (
            "Egypt 's Badr Abdelatty flew to Ankara to see Hakan Fidan",
            {("Badr Abdelatty", "person", "badr-abdelatty"), ("Hakan Fidan", "person", "hakan-fidan")},
        ),
        (
            "the war in Ukraine and the Iran nuclear deal",
            {("war in Ukraine", "plan", "war-in-ukraine"), ("Iran nuclear deal", "plan", "jcpoa")},
        ),
        (
            "Kishida Fumio received Yoon Suk - yeol",
            {("Kishida Fumio", "person", "fumio-kishida"), ("Yoon Suk - yeol", "person", "yoon-suk-yeol")},
        ),
    ],
)
def test_finds(sentence: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= _found(sentence)


def test_case_tells_a_state_from_a_bird() -> None:
    assert ("Turkey", "state", "TUR") in _found("Turkey recalled its envoy")
    assert ("TURKEY", "state", "TUR") in _found("TURKEY RECALLS ENVOY")
    assert {kind for _, kind, _ in _found("they ate turkey with us")} == set()


def test_capitals_of_a_headline_still_match() -> None:
    assert {("XI JINPING", "person", "xi-jinping"), ("HANOI", "capital", "hanoi")} <= _found("XI JINPING IN HANOI")


def test_an_hour_is_no_prime_minister() -> None:
    assert ("PM", "role", "head-of-government") in _found("the PM spoke at 3 pm")
    assert not any(words == "pm" for words, _, _ in _found("the PM spoke at 3 pm"))


def test_the_longest_match_wins_within_a_family() -> None:
    found = _found("South Sudan 's deputy foreign minister")
    assert ("South Sudan", "state", "SSD") in found
    assert ("deputy foreign minister", "role", "deputy-foreign-minister") in found
    assert not any(words in {"Sudan", "foreign minister"} for words, _, _ in found)


def test_the_parts_of_a_name_are_nothing_else() -> None:
    found = _found("Somali President Hassan Sheikh Mohamud met Victoria Nuland and King Abdullah")
    assert ("Hassan Sheikh Mohamud", "person", "hassan-sheikh-mohamud") in found
    assert not any(words == "Sheikh" for words, _, _ in found)
    assert {("King", "role", "king"), ("King Abdullah", "person", "abdullah-ii")} <= found


def test_a_name_of_two_states_gives_both() -> None:
    (hit,) = [hit for hit in load().match(["Congo"]) if hit.kind == "state"]
    assert hit.keys == ("COD", "COG")


def test_a_series_gives_all_its_editions() -> None:
    hits = [hit for hit in load().match(["at", "the", "Munich", "Security", "Conference"]) if hit.kind == "occasion"]
    assert {"munich-security-conference/2023", "munich-security-conference/2024"} <= set(hits[0].keys)


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("foreign minister", "foreign ministers"),
        ("minister of defence", "ministers of defence"),
        ("spokesman", "spokesmen"),
        ("secretary of state", "secretaries of state"),
        ("attache", "attaches"),
    ],
)
def test_plural(title: str, many: str) -> None:
    assert plural(title) == many


@given(
    st.lists(
        st.sampled_from(
            [
                "Russian",
                "-",
                "'s",
                "",
                "US",
                "Wang",
                "Yi",
                "of",
                "foreign",
                "Minister",
                "Côte",
                "d'Ivoire",
                "Asia-Pacific",
                "Kim",
                "Jong-un",
                "\u2019",
                "2023",
            ]
        ),
        max_size=30,
    )
)
def test_hits_lie_inside_the_words_in_order_and_persons_do_not_overlap(words: list[str]) -> None:
    hits = load().match(words)
    assert all(0 <= hit.start < hit.end <= len(words) for hit in hits)
    assert list(hits) == sorted(hits, key=lambda hit: (hit.start, -hit.end, hit.kind))
    assert hits == load().match(words)
    persons = [hit for hit in hits if hit.kind == "person"]
    assert all(a.end <= b.start for a, b in pairwise(persons))
