"""Names: transliterations meet, different people do not, holders know their states."""

import pytest

from evaluation.names import match, match_all, same_spelling, state_codes
from evaluation.predicted import Who


def who(name: str, kind: str = "person", state: str | None = None, *aliases: str) -> Who:
    return Who(name, name, kind, state, aliases)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Aleksandar Vucic", "Aleksandar Vučić"),
        ("S. Jaishankar", "Subrahmanyam Jaishankar"),
        ("Faisal bin Farhan", "Faisal bin Farhan Al Saud"),
        ("Hossein Amir-Abdollahian", "Hossein Amir Abdollahian"),
        ("Khalid al-Mishri", "Khaled al-Mishri"),
        ("IRNA", "Islamic Republic News Agency"),
    ],
)
def test_one_name_in_two_spellings(left: str, right: str) -> None:
    assert same_spelling(left, right)
    assert same_spelling(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Wang Yi", "Wang Wenbin"),
        ("Ilham Aliyev", "Heydar Aliyev"),
        ("Bilawal Bhutto Zardari", "Asif Ali Zardari"),
        ("South Korea", "North Korea"),
        ("Niger", "Nigeria"),
        ("Iran", "Iraq"),
    ],
)
def test_two_names_stay_two(left: str, right: str) -> None:
    assert not same_spelling(left, right)


def test_holders_match_by_state() -> None:
    ministry = who("Ministry of Foreign Affairs", "organisation", "IND")
    assert match("India / Ministry of External Affairs", ministry) == 2
    assert match("Pakistan / Ministry of Foreign Affairs", who("Foreign Office", "office", "IND")) == 0
    assert match("India / Ministry of External Affairs", who("India", "state", "IND")) == 1
    assert match("India", ministry) == 1
    assert match("Iran (official)", who("an Iranian official", "unnamed", "IRN")) == 2
    assert match("Iran (official)", who("Ebrahim Raisi", "person", "IRN")) == 0


def test_unnamed_sources_match_by_their_description() -> None:
    source = who("two people familiar with the matter", "unnamed")
    assert match("two people aware of the matter", source) == 2
    assert match("a close associate of Vladimir Putin", who("Vladimir Putin", "person", "RUS")) == 0
    assert match("Associated Press of Pakistan", who("Pakistan", "state", "PAK")) == 0
    assert match("Chinese state media", who("China / State media", "organisation", "CHN")) == 2
    assert match("Chinese state media", who("Russia / State media", "organisation", "RUS")) == 0
    assert match("Musaad al-Aiban", who("al-Aiban", "person", "SAU")) == 2
    assert match("Serbian officials", who("a company", "organisation", "SRB")) == 1
    assert match("Serbian officials", who("a company", "organisation", "HUN")) == 0


def test_sets_need_every_name_once_and_nothing_left() -> None:
    pair = (who("Fumio Kishida"), who("Yoon Suk-yeol"))
    assert match_all(("Yoon Suk Yeol", "Fumio Kishida"), pair) == 2
    assert match_all(("Fumio Kishida",), pair) == 0
    assert match_all(("Fumio Kishida",), pair, extras=("Yoon Suk Yeol",)) == 2
    assert match_all(("Fumio Kishida", "Fumio Kishida"), pair) == 0
    assert match_all((), ()) == 2


def test_cities_know_their_state() -> None:
    assert state_codes("Almaty") == {"KAZ"}
    assert state_codes("Atlantis") == frozenset()
