"""The scores of dating: what counts as inside, the baselines, and that bare text claims nothing about itself."""

from __future__ import annotations

from datetime import date

from communique.records import Article, Evidence, Line, Reading, TimeExpression
from evaluation.dating import Dated, Known, bare, by_cues, calibration, latest_date, latest_year, table

DAY = date(2021, 4, 8)
TEXT = Article("a", "a.txt", "", "Envoys met.", (Line(1, 0, 11, "body", "test"),), "text", "en")
KNOWN = Known("a", TEXT, DAY)


def dated(first: date, last: date, confidence: float = 0.9, cues: int = 1) -> Dated:
    return Dated(KNOWN, (first, last), first, confidence, cues)


def said(year: int, month: int | None = None, day: int | None = None) -> TimeExpression:
    return TimeExpression(Evidence("a", 0, 1), "DATE", "r", "calendar", year=year, month=month, day=day)


def test_inside_is_the_true_day_in_the_closed_interval() -> None:
    assert dated(DAY, DAY).inside
    assert not dated(date(2021, 4, 9), date(2021, 5, 1)).inside
    assert dated(date(2021, 4, 1), DAY).error == 7
    assert not Dated(KNOWN, None, None, 0.0, 0).inside


def test_the_baselines_take_the_latest_that_is_named() -> None:
    reading = Reading("a", "r", times=(said(2019), said(2020, 5, 6), said(2018, 1, 2)))
    assert latest_year(KNOWN, reading).days == (date(2020, 1, 1), date(2020, 12, 31))
    assert latest_date(KNOWN, reading).best == date(2020, 5, 6)
    assert latest_year(KNOWN, Reading("a", "r")).days is None


def test_the_tables_count_the_dated_alone() -> None:
    right, wrong, none = (
        dated(DAY, DAY),
        dated(date(2022, 1, 1), date(2022, 1, 2), 0.7, 5),
        Dated(KNOWN, None, None, 0, 0),
    )
    row = table([("set", [right, wrong, none], [Reading("a", "r")] * 3)])[2]
    assert row.split("|")[1:5] == [" set ", " 3 ", " 1 ", " 0.500 "]
    assert any("| 1.000 |" in line for line in calibration([right, wrong, none]))
    assert len(by_cues([right, wrong, none])) == 4


def test_bare_text_keeps_the_words_and_no_claim() -> None:
    text = "Lagos Courier\n8 April 2021\nEnvoys meet in Lagos over the border\nThe envoys of both sides met in Lagos."
    from communique.intake import read_bytes

    (article,) = read_bytes("a.txt", text.encode(), ".txt")
    assert isinstance(article, Article)
    stripped = bare(article)
    assert stripped.claimed_dates == ()
    assert stripped.title is None
    assert "The envoys of both sides met in Lagos." in stripped.text
    assert "2021" not in stripped.text
