"""The page with a screen reader, a keyboard, little light, little motion, or on paper."""

from __future__ import annotations

import re

import pytest

from communique.export.names import PlainNames
from communique.export.report import render

from ..sample import RECORD  # noqa: TID252 - the record that all tests of the room share
from .reader import PageReader

PAGE = PageReader(render(RECORD, PlainNames()))
[STYLE] = [tag.text for tag in PAGE.all("style")]


def test_language_title_and_landmarks_are_given() -> None:
    assert PAGE.all("html")[0].attributes["lang"] == "en"
    assert PAGE.all("title")[0].text
    for landmark in ("header", "nav", "main", "footer"):
        assert [tag for tag in PAGE.all(landmark) if "main" not in tag.around and "article" not in tag.around]


def test_the_first_link_skips_to_the_main_part() -> None:
    first = PAGE.all("a")[0]
    assert first.attributes["href"] == "#" + PAGE.all("main")[0].attributes["id"]


def test_headings_skip_no_level_and_are_never_empty() -> None:
    headings = [tag for tag in PAGE.tags if re.fullmatch("h[1-6]", tag.name)]
    assert [tag.name for tag in headings].count("h1") == 1
    level = 0
    for heading in headings:
        assert heading.text
        assert int(heading.name[1]) <= level + 1, heading.text
        level = int(heading.name[1])


def test_tables_have_captions_and_headers_with_a_scope() -> None:
    tables = PAGE.all("table")
    assert len(tables) == len(PAGE.all("caption"))
    assert len(tables) >= 4
    assert all(tag.attributes.get("scope") for tag in PAGE.all("th"))


def test_everything_that_is_labelled_by_something_has_its_label() -> None:
    ids = {tag.attributes["id"] for tag in PAGE.tags if "id" in tag.attributes}
    for tag in PAGE.tags:
        for label in tag.attributes.get("aria-labelledby", "").split():
            assert label in ids


def test_the_drawing_has_a_name_and_each_mark_says_what_it_is() -> None:
    [drawing] = PAGE.all("svg")
    assert "aria-labelledby" in drawing.attributes
    marks = [tag for tag in PAGE.all("a") if "svg" in tag.around]
    assert marks
    assert all("2023" in mark.attributes["aria-label"] for mark in marks)


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{3,6})", block))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


SCHEMES = [colours(block) for block in re.findall(r":root \{(.*?)\}", STYLE)]


@pytest.mark.parametrize("scheme", SCHEMES, ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [(text, ground) for text in ("ink", "soft", "accent", "denied", "planned") for ground in ("paper", "card", "wash")]
    + [("mark-ink", "mark"), ("card", "accent")],
)
def test_text_has_enough_contrast(scheme: dict[str, str], text: str, ground: str) -> None:
    bright, dark = sorted((luminance(scheme[text]), luminance(scheme[ground])), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_schemes_for_dark_still_and_paper_are_there() -> None:
    assert len(SCHEMES) == 3
    for query in ("prefers-color-scheme: dark", "prefers-reduced-motion: reduce", "@media print"):
        assert query in STYLE
