"""The pairing is the best there is, lines are found, dates are judged by the rules in the docs."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.align import assignment, line_spans, spot_spans
from evaluation.gold import Spot
from evaluation.predicted import Told, stem
from evaluation.score_events import date_right, place_right
from evaluation.score_statements import token_f1


def best_total(scores: list[list[float]]) -> float:
    rows, cols = len(scores), len(scores[0])
    wide = scores if rows <= cols else [list(r) for r in zip(*scores, strict=True)]
    return max(
        sum(max(0, wide[i][j]) for i, j in enumerate(chosen)) for chosen in permutations(range(len(wide[0])), len(wide))
    )


@given(st.integers(1, 4), st.integers(1, 5), st.data())
def test_no_other_pairing_scores_higher(rows: int, cols: int, data: st.DataObject) -> None:
    numbers = st.integers(-2, 9).map(float)
    scores = [[data.draw(numbers) for _ in range(cols)] for _ in range(rows)]
    pairs = assignment(scores)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(scores[i][j] > 0 for i, j in pairs)
    assert sum(scores[i][j] for i, j in pairs) == best_total(scores)


def test_nothing_to_pair() -> None:
    assert assignment([]) == []
    assert assignment([[], []]) == []


@given(st.text(alphabet="ab \n"))
def test_lines_cover_the_text(text: str) -> None:
    assert "\n".join(text[a:b] for a, b in line_spans(text)) == text


def test_spots_are_lines_or_the_line_around_a_phrase() -> None:
    text = "One.\nShe said “no deal” twice.\nThree."
    assert [text[a:b] for a, b in spot_spans(Spot((1, 3)), text)] == ["One.", "Three."]
    assert [text[a:b] for a, b in spot_spans(Spot((), 'said "no deal"'), text)] == ["She said “no deal” twice."]
    assert spot_spans(Spot((), "nowhere"), text) == []
    assert spot_spans(Spot((9,)), text) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x/articles/gulf-01.txt", "gulf-01"),
        ("page.html", "page"),
        ("wires.jsonl:3", "wires:3"),
        ("a/wires.jsonl#2", "wires:2"),
        ("v1.2-note.txt", "v1.2-note"),
    ],
)
def test_paths_become_gold_names(path: str, name: str) -> None:
    assert stem(path) == name


MAY = (date(2023, 5, 1), date(2023, 5, 31))
DAY = (date(2023, 5, 7), date(2023, 5, 7))


@pytest.mark.parametrize(
    ("true", "accept", "when", "granularity", "right"),
    [
        (DAY, None, DAY, "day", True),
        (DAY, None, (date(2023, 5, 6), date(2023, 5, 7)), "range", True),
        (DAY, None, MAY, "month", False),
        (DAY, MAY, MAY, "month", True),
        (DAY, MAY, (date(2023, 4, 30), date(2023, 5, 7)), "range", False),
        (MAY, None, DAY, "day", True),
        (MAY, None, (date(2023, 5, 20), date(2023, 6, 20)), "month", True),
        (DAY, None, (None, None), "unknown", False),
        (DAY, None, (date(2023, 5, 7), None), "unknown", False),
        (None, None, (None, None), "unknown", True),
        (None, MAY, (date(2023, 5, 7), None), "unknown", True),
        (None, MAY, (date(2024, 5, 7), None), "unknown", False),
    ],
)
def test_dates(
    true: tuple[date, date] | None,
    accept: tuple[date, date] | None,
    when: tuple[date | None, date | None],
    granularity: str,
    right: bool,
) -> None:
    assert date_right(true, accept, when, granularity) is right


@pytest.mark.parametrize(
    ("gold", "place", "state", "right"),
    [
        ("Goa", "Goa", "IND", True),
        ("Goa", "India", "IND", True),
        ("Pakistan", "Islamabad", "PAK", True),
        ("Islamabad", "Lahore", "PAK", False),
        ("Seoul", "Tokyo", "JPN", False),
        ("Arlington", "Arlington, Virginia", "USA", True),
        ("Munich Security Conference", "Munich", "DEU", True),
        ("Seoul", None, None, False),
    ],
)
def test_places(gold: str, place: str | None, state: str | None, right: bool) -> None:
    told = Told("e", "a", "meeting", "held", (), (), place, state, (None, None), "unknown", ())
    assert place_right(gold, told) is right


def test_contents_overlap_by_words_not_by_form() -> None:
    assert token_f1("the two had agreed on some points", "that the two agreed on some points only") > 0.8
    assert token_f1("the channel is open", "talks resumed in autumn") == 0.0
    assert token_f1("", "") == 0.0
