"""What the page says of a record: events in date order, words for codes, evidence marked, doubt shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from communique.export.names import PlainNames
from communique.export.report import render
from communique.export.report.links import anchor
from communique.records import Record

from ..sample import ACTORS, ARTICLES, BEIJING_MEETING, RECORD, SIGNING, STATEMENTS, TALKS, VISIT  # noqa: TID252 - shared
from .reader import PageReader

HTML = render(RECORD, PlainNames())
PAGE = PageReader(HTML)


def test_the_same_record_gives_the_same_page() -> None:
    assert render(RECORD, PlainNames()) == HTML


def test_events_stand_in_date_order_with_the_undated_last() -> None:
    events = [tag.attributes["id"] for tag in PAGE.all("article") if tag.attributes.get("class") == "event"]
    assert events == [SIGNING.id, TALKS.id, BEIJING_MEETING.id, VISIT.id]
    rows = [tag.text for tag in PAGE.all("th") if "event" in tag.text.lower() or ":" in tag.text]
    assert rows[1:5] == [
        "Agreement: Serbia",
        "Meeting: Albin Kurti and Aleksandar Vučić, Ohrid",
        "Meeting: Hossein Amir-Abdollahian and Faisal bin Farhan, Beijing",
        "Visit: President of Iran",
    ]


def test_an_event_tells_who_where_when_and_by_how_many() -> None:
    text = PAGE.by_id(TALKS.id).text
    for told in (
        "18 March 2023", "held", "Albin Kurti, prime minister", "Ohrid", "normalisation of relations",
        "agreed on how to carry out the plan", "3 reports / 3 outlets / 2 independent origins", "93 % sure",
    ):  # fmt: skip
        assert told in text, told
    assert "between 1 and 14 April 2023" in PAGE.by_id(BEIJING_MEETING.id).text
    assert "date not said" in PAGE.by_id(VISIT.id).text


def test_history_and_disagreements_are_shown() -> None:
    text = PAGE.by_id(TALKS.id).text
    assert "planned for 18 March 2023 (Lakeside Wire) held for 18 March 2023 (Balkan News Agency)" in text
    assert re.search(r"date\s*18 March 2023\s*Balkan News Agency\s*18 to 19 March 2023\s*The Danube Post", text)


def test_evidence_is_marked_in_its_sentence() -> None:
    marked = [tag.text for tag in PAGE.all("mark") if "article" in tag.around]
    for words in ("will meet", "met in Ohrid", "proposed a visit", "any signature was foreseen"):
        assert words in marked
    quoted = [tag.text for tag in PAGE.all("q")]
    assert "Belgrade denied that any signature was foreseen." in quoted


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("statement-01", ["Josep Borrell said about Aleksandar Vučić", "quoted directly", "14 March 2023"]),
        ("statement-02", ["conveyed by a Kosovo government spokesman, cited by Balkan News Agency"]),
        ("statement-03", ["Serbia denied", "in indirect speech, “denied”", "PLOVER REJECT"]),
        ("statement-04", ["Aleksandar Vučić claimed to Josep Borrell", "hedged: “reportedly”", "55 % sure"]),
    ],
)  # fmt: skip
def test_a_statement_tells_who_said_it_and_through_whom(key: str, told: list[str]) -> None:
    text = PAGE.by_id(key).text
    for words in told:
        assert words in text


def test_a_statement_stands_under_its_event_or_under_its_speaker() -> None:
    assert "denied" in PAGE.by_id(SIGNING.id).text
    assert "duty to their citizens" in PAGE.by_id("statements").text
    assert "ready to sign" not in PAGE.by_id("statements").text


def test_a_statement_about_an_event_that_is_not_in_the_record_is_not_lost() -> None:
    page = PageReader(render(replace(RECORD, events=()), PlainNames()))
    ids = {tag.attributes.get("id") for tag in page.tags}
    assert {anchor("statement", statement.id) for statement in STATEMENTS} <= ids


def test_nothing_of_the_record_is_missing() -> None:
    ids = [tag.attributes["id"] for tag in PAGE.tags if "id" in tag.attributes]
    assert len(ids) == len(set(ids))
    for kind, things in (("article", ARTICLES), ("actor", ACTORS), ("event", RECORD.events),
                         ("statement", STATEMENTS), ("check", RECORD.checks)):  # fmt: skip
        for thing in things:
            assert anchor(kind, thing.id) in ids
    for unread in RECORD.unread:
        assert unread.path in PAGE.by_id("unread").text
        assert unread.reason in PAGE.by_id("unread").text


def test_those_who_passed_a_statement_on_have_it_in_their_list() -> None:
    spokesman = PAGE.by_id(anchor("actor", "unnamed:XKX/spokesman")).text
    assert "passed on: Mr Kurti was ready to sign" in spokesman


def test_articles_tell_their_date_with_reasons_lineage_and_what_was_set_aside() -> None:
    beijing = PAGE.by_id("article-beijing").text
    assert "April 2023 (60 % sure)" in beijing
    assert "“Thursday, 20 July 2023”" in beijing
    assert "overruled" in beijing
    assert "stands alone" in beijing
    assert "nearly a copy of Balkan News Agency" in PAGE.by_id("article-copied").text
    assert "Not read: language de" in PAGE.by_id("article-german").text
    assert "HOME | WORLD | BUSINESS" in PAGE.by_id("article-planned").text


def test_counts_stand_in_the_header() -> None:
    names, figures = ([tag.text for tag in PAGE.all(name) if "header" in tag.around] for name in ("dt", "dd"))
    assert dict(zip(names, figures, strict=True)) == {
        "reports": "5", "outlets": "4", "independent origins": "4", "events": "4", "statements": "5", "checks": "2",
        "unread inputs": "2",
    }  # fmt: skip


def test_an_empty_record_is_a_page_too() -> None:
    page = PageReader(render(Record(), PlainNames()))
    assert "No events were found" in page.by_id("events").text
    assert "every input was read" in page.by_id("unread").text
