"""The line classifier on messy pages about many dyads (of our own writing), and its promises on any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.intake.lines import classify
from communique.records import Line

MESSY = sorted((Path(__file__).parent / "messy").glob("*.marked"))


def kinds(text: str) -> list[str]:
    return [line.kind for line in classify(text)]


def expected(path: Path) -> tuple[str, dict[int, str]]:
    """A messy page: its text, and the kind wanted of each line; "cont" goes on in the line above."""
    rows = [line.partition("\t") for line in path.read_text("utf-8").rstrip("\n").split("\n")]
    wanted = {number: kind for number, (kind, _, _) in enumerate(rows, start=1) if kind and kind != "cont"}
    return "\n".join(text for _, _, text in rows), wanted


def test_there_are_messy_pages() -> None:
    assert len(MESSY) >= 15


@pytest.mark.parametrize("path", MESSY, ids=lambda path: path.stem)
def test_messy_page(path: Path) -> None:
    text, wanted = expected(path)
    assert {line.number: line.kind for line in classify(text)} == wanted


PARAGRAPH = "The foreign ministers of Chad and Sudan met in N'Djamena on Sunday, and they agreed to reopen the border."


def test_every_line_has_a_reason_in_words() -> None:
    lines = classify(f"Home\nChad and Sudan reopen border\n{PARAGRAPH}\nAlso read\nRice prices fall again")
    assert all(len(line.reason.split()) >= 2 for line in lines)


def test_numbers_count_empty_lines() -> None:
    assert [line.number for line in classify(f"\n\nChad and Sudan reopen border\n\n{PARAGRAPH}")] == [3, 5]


def test_a_menu_word_between_paragraphs_is_a_heading() -> None:
    assert kinds(f"{PARAGRAPH}\n\nAnalysis\n\n{PARAGRAPH.replace('Sunday', 'Monday')}") == ["body", "heading", "body"]


def test_a_comments_link_above_most_of_the_text_does_not_swallow_it() -> None:
    text = f"Chad and Sudan reopen border\n{PARAGRAPH}\nComments\n" + "\n".join(
        PARAGRAPH.replace("Sunday", day) for day in ("Monday", "Tuesday", "Friday")
    )
    assert kinds(text).count("body") == 4


def test_published_reports_are_no_byline() -> None:
    assert kinds(f"{PARAGRAPH}\nPublished reports say that the two sides have not agreed on customs.") == [
        "body",
        "body",
    ]


def test_a_sentence_that_trails_off_amid_the_text_stays_body() -> None:
    assert kinds(f"{PARAGRAPH}\nHe paused, and then he spoke of the border...\n{PARAGRAPH}")[1] == "body"


def test_short_quotations_are_body() -> None:
    assert kinds(f'{PARAGRAPH}\n"We agreed," he said.\n"On all of it."\n{PARAGRAPH}')[1:3] == ["body", "body"]


def test_single_line_without_a_full_stop_is_body() -> None:
    assert kinds("Iran's foreign minister visited Riyadh on Tuesday for talks") == ["body"]


def test_invisible_signs_and_odd_spaces_do_not_hide_a_cue() -> None:
    assert kinds(f"Skip\u00a0to con\u00adtent\n{PARAGRAPH}\nLeave a Reply\u200b") == ["navigation", "body", "comment"]


@pytest.mark.parametrize(
    "line", ["14 May 2023", "Published on May 14, 2023", "Lusaka, 14 May 2023", "Updated: 14 May 2023, 10:32 GMT"]
)
def test_a_full_date_alone_below_the_text_is_a_byline(line: str) -> None:
    assert kinds(f"{PARAGRAPH}\n{PARAGRAPH[:-1]} again.\n\n{line}")[-1] == "byline"


@pytest.mark.parametrize("line", ["It was signed on 14 May 2023.", "May 2023", "Thursday"])
def test_a_sentence_or_a_part_of_a_date_below_the_text_is_none(line: str) -> None:
    assert kinds(f"{PARAGRAPH}\n{PARAGRAPH[:-1]} again.\n\n{line}")[-1] != "byline"


def test_a_dateline_stays_body() -> None:
    assert kinds(f"N'DJAMENA, Feb 22 (Sahel Wire) - {PARAGRAPH}") == ["body"]


def test_markup_goes_before_form() -> None:
    lines = classify("Border reopens\nCustoms agree on forms\n" + PARAGRAPH, {1: "title", 2: "body", 3: "body"})
    assert [line.kind for line in lines] == ["title", "body", "body"]


line = st.one_of(
    st.text(max_size=120),
    st.sampled_from(
        ["Comments", "ALSO READ", "Latest", PARAGRAPH, "12 March 2023", "Home / World / Talks", "By A. Boy", ""]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(line, max_size=14).map("\n".join))
def test_lines_are_in_order_apart_and_without_white_space_around(text: str) -> None:
    lines = classify(text)
    for one in lines:
        piece = text[one.start : one.end]
        assert piece == piece.strip() != ""
        assert text[: one.start].count("\n") == one.number - 1
    assert all(one.end <= two.start for one, two in pairwise(lines))


@settings(max_examples=50, deadline=None)
@given(st.lists(line, max_size=10).map("\n".join))
def test_nothing_visible_is_lost(text: str) -> None:
    covered = "".join(text[one.start : one.end] for one in classify(text))
    visible = [sign for sign in text if sign.isalnum()]
    assert [sign for sign in covered if sign.isalnum()] == visible


def test_lines_are_records() -> None:
    assert all(isinstance(one, Line) for one in classify(PARAGRAPH))
