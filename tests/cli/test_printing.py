"""The record for people: what stands under an event, doubt in words, and text that cannot harm a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from communique.cli.cast import Cast, names
from communique.cli.console import cut, print_line, safe
from communique.cli.printing import by_date, print_record
from communique.records import Record
from tests.export.sample import RECORD


def printed(record: Record, width: int = 120) -> str:
    out = io.StringIO()
    print_record(record, Console(file=out, width=width, highlight=False, markup=False, emoji=False), names())
    return out.getvalue()


def test_an_event_has_its_parties_offices_place_support_and_history() -> None:
    out = printed(RECORD)
    event = out[out.index("18 March 2023") :]
    event = event[: event.index("\n\n")]
    assert "Albin Kurti, prime minister (Kosovo)" in event
    assert "in Ohrid (North Macedonia)" in event
    assert "3 reports / 3 outlets / 2 origins" in event
    assert "planned for 18 March 2023" in event
    assert "accounts part on date: 18 March 2023 (Balkan News Agency) | 18 to 19 March 2023 (The Danube Post)" in event
    assert "[conveyed by a Kosovo government spokesman, cited by Balkan News" in event


def test_doubt_is_in_words() -> None:
    out = printed(RECORD)
    assert "between 1 and 14 April 2023 (60 % sure)" in out
    assert "date not said · visit · proposed" in out


def test_what_was_not_read_is_said_last() -> None:
    out = printed(RECORD)
    tail = out[out.index("Not read") :]
    assert tail.index("news/broken.html: the file is empty") < tail.index("news/german.txt: not read: language de")
    assert out.splitlines()[-1] == "5 articles, 4 events, 5 statements, 2 checks; 3 inputs not read"


def test_an_empty_record_is_one_line() -> None:
    assert printed(Record()) == "0 articles, 0 events, 0 statements, 0 checks\n"


def test_no_line_is_wider_than_the_console() -> None:
    for width in (40, 72, 120):
        assert max(map(len, printed(RECORD, width).splitlines())) <= width


@given(st.permutations(RECORD.events))
def test_the_order_of_events_is_that_of_time_alone(events: list[object]) -> None:
    assert by_date(events) == by_date(RECORD.events)  # type: ignore[arg-type]


def test_an_article_cannot_steer_the_terminal() -> None:
    actor = replace(RECORD.actors[0], name="Envoy\x1b[31m\u202e of\nIran")
    cast = Cast(replace(RECORD, actors=(actor,)), names())
    assert cast.name(actor.id) == "Envoy\ufffd[31m\ufffd of Iran"


@given(st.text(), st.integers(2, 40))
def test_safe_text_is_one_printable_line_and_cut_text_fits(text: str, length: int) -> None:
    one = safe(text)
    assert not set(one) & {"\n", "\r", "\x1b", "\x07", "\x9b"}
    assert safe(one) == one
    assert len(cut(one, length)) <= length


def test_a_mark_hangs_before_a_wrapped_paragraph() -> None:
    out = io.StringIO()
    print_line(Console(file=out, width=30), "one two three four five six seven", indent=2, mark="– ")
    assert out.getvalue().splitlines() == ["  – one two three four five", "    six seven"]
