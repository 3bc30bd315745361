"""Checks on articles: offices, headings, quotations, single origins. Articles and readings built by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import Knowledge, Person, Role, State, Tenure
from communique.reconciling.checks import find_checks
from communique.records import (
    UNKNOWN,
    Account,
    Actor,
    Article,
    Attribution,
    Check,
    Event,
    Evidence,
    Line,
    Lineage,
    Mention,
    OfficeClaim,
    Party,
    Publication,
    Reading,
    Status,
    Telling,
    TimeExpression,
    When,
)


def tenure(person: str, office: str, start: date | None, end: date | None) -> Tenure:
    return Tenure(person, office, start, end, "day")


KNOWN = Knowledge(
    states={"PER": State("PER", "PE", "Peru"), "NOR": State("NOR", "NO", "Norway")},
    places={},
    offices={},
    organisations={},
    outlets={},
    occasions={},
    plans={},
    persons={
        key: Person(key, name, name.split()[-1], "PER")
        for key, name in (("ana-quispe", "Ana Quispe"), ("luis-rojas", "Luis Rojas"), ("eva-soto", "Eva Soto"))
    },
    roles={
        role.key: role
        for role in (
            Role("foreign-minister", "Foreign Minister", ("foreign minister", "top diplomat"), 10),
            Role("defence-minister", "Defence Minister", ("defence minister",), 18),
            Role("deputy-head-of-government", "Deputy Prime Minister", ("deputy prime minister",), 8),
        )
    },
    tenures=(
        tenure("ana-quispe", "PER/foreign-minister", date(2020, 1, 1), date(2022, 6, 30)),
        tenure("luis-rojas", "PER/foreign-minister", date(2022, 7, 1), None),
        tenure("ana-quispe", "PER/defence-minister", date(2022, 7, 1), None),
        tenure("eva-soto", "PER/deputy-head-of-government", date(2021, 1, 1), None),
    ),
)


def article(name: str, rows: list[str]) -> Article:
    """Rows that begin with "# " are headings."""
    text, lines, at = "", [], 0
    for number, row in enumerate(rows, start=1):
        kind = "heading" if row.startswith("# ") else "body"
        lines.append(Line(number, at, at + len(row), kind, ""))  # type: ignore[arg-type]
        text, at = f"{text}{row}\n", at + len(row) + 1
    return Article(name, f"{name}.txt", name, text, tuple(lines), "plain-1", "en")


def find(text: Article, words: str, nth: int = 0) -> Evidence:
    start = [match.start() for match in re.finditer(re.escape(words), text.text)][nth]
    return Evidence(text.id, start, start + len(words))


def headings(text: Article) -> tuple[Evidence, ...]:
    return tuple(Evidence(text.id, line.start, line.end) for line in text.lines if line.kind == "heading")


def on(name: str, start: date | None, end: date | None = None) -> Publication:
    return Publication(name, When(start, end or start, "day", "test", 1.0), start)


def checks(text: Article, reading: Reading, publication: Publication | None = None) -> tuple[Check, ...]:
    known = {text.id: publication} if publication else {}
    return find_checks([text], {text.id: reading}, known, [], [], KNOWN)


def office(
    sentence: str, title: str, person: str = "ana-quispe", role: str = "foreign-minister", **more: object
) -> tuple[Article, Reading]:
    text = article("a", [sentence])
    claim = OfficeClaim(f"person:{person}", f"PER/{role}", find(text, title), past=bool(more.get("past")))
    times = tuple(
        TimeExpression(find(text, str(year)), "DATE", "t", "calendar", year=year)
        for year in (more.get("years") or ())  # type: ignore[attr-defined]
    )
    actors = tuple(Actor(f"person:{key}", one.name, "person") for key, one in sorted(KNOWN.persons.items()))
    return text, Reading("a", "test", actors=actors, offices=(claim,), times=times)


SAID = "Peruvian Foreign Minister Ana Quispe flew to Oslo."


@pytest.mark.parametrize("day", [date(2023, 3, 1), date(2024, 1, 9)])
def test_an_office_held_by_another_is_a_mismatch_with_its_reasons(day: date) -> None:
    (found,) = checks(*office(SAID, "Foreign Minister"), on("a", day))
    assert found.kind == "office mismatch"
    assert found.detail == (
        "said to be Foreign Minister of Peru; Ana Quispe was Defence Minister of Peru from 2022-07-01; "
        "Luis Rojas was Foreign Minister of Peru then"
    )


@pytest.mark.parametrize(
    "publication",
    [
        on("a", date(2021, 3, 1)),
        on("a", date(2022, 8, 20)),
        on("a", date(2022, 1, 1), date(2024, 1, 1)),
        None,
        Publication("a", When(date(2023, 1, 1), None, "unknown", "t", 0.1), None),
    ],
    ids=["in office", "left it last month", "wide interval", "undated", "open"],
)
def test_no_mismatch_where_the_office_may_have_been_held(publication: Publication | None) -> None:
    undated = publication is None or publication.when.end is None
    found = checks(*office(SAID, "Foreign Minister"), publication)
    assert found == () or (undated and publication is not None and publication.when.start == date(2023, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "title", "more"),
    [
        ("Former Foreign Minister Ana Quispe flew to Oslo.", "Foreign Minister", {}),
        ("Foreign Minister Ana Quispe flew to Oslo.", "Foreign Minister", {"past": True}),
        ("Peru's top diplomat Ana Quispe flew to Oslo.", "top diplomat", {}),
        ("In 2021 Foreign Minister Ana Quispe flew to Oslo.", "Foreign Minister", {"years": (2021,)}),
        ("Foreign Minister Quispe flew to Oslo.", "Foreign Minister", {}),
        ("Ana Quispe and Foreign Minister Luis Rojas flew to Oslo.", "Foreign Minister", {}),
        ("Foreign Minister Nils Dahl met Ana Quispe.", "Foreign Minister", {}),
        ("Deputy Prime Minister Ana Quispe flew.", "Deputy Prime Minister", {"role": "deputy-head-of-government"}),
        ("Foreign Minister Eva Maria flew.", "Foreign Minister", {"person": "eva-maria"}),
    ],
    ids=["former", "past", "loose", "year", "surname", "list", "neighbour", "office of several", "unknown"],
)
def test_no_mismatch_where_the_claim_is_not_plain(sentence: str, title: str, more: dict[str, object]) -> None:
    text, reading = office(sentence, title, **more)  # type: ignore[arg-type]
    assert checks(text, reading, on("a", date(2023, 3, 1))) == ()


def test_one_who_acted_for_a_holder_does_not_make_it_an_office_of_several() -> None:
    stand_in = Tenure("eva-soto", "PER/foreign-minister", date(2022, 1, 1), date(2022, 6, 30), "day", acting=True)
    text, reading = office(SAID, "Foreign Minister")
    published = {text.id: on("a", date(2023, 3, 1))}
    for second, found in ((stand_in, 1), (replace(stand_in, acting=False), 0)):
        known = replace(KNOWN, tenures=(*KNOWN.tenures, second))
        assert len(find_checks([text], {text.id: reading}, published, [], [], known)) == found


def test_an_office_never_held_is_a_mismatch_in_an_undated_article_too() -> None:
    text, reading = office("Foreign Minister Eva Soto flew.", "Foreign Minister", "eva-soto")
    assert [check.kind for check in checks(text, reading)] == ["office mismatch"]


def person(key: str, name: str) -> Actor:
    return Actor(f"person:{key}", name, "person")


ACTORS = (person("dahl", "Nils Dahl"), person("rojas", "Luis Rojas"))


def telling(text: Article, kind: str, status: Status, who: tuple[str, ...], words: str) -> Telling:
    place = find(text, words)
    parties = tuple(Party(f"person:{key}", "visitor", (place,)) for key in who)
    return Telling(f"{kind}-{words}", kind, status, parties, None, (), (place,), place)


def headed(text: Article, *tellings: Telling, mentions: tuple[tuple[str, str], ...] = ()) -> Reading:
    found = tuple(Mention(f"person:{key}", find(text, words), "name") for key, words in mentions)
    return Reading(text.id, "test", actors=ACTORS, mentions=found, tellings=tellings, headings=headings(text))


def test_a_heading_that_announces_what_the_text_tells_as_past() -> None:
    text = article(
        "a",
        [
            "# Dahl’s Upcoming Visit to Peru",
            ("Nils Dahl toured Lima in May. A planned trip by Luis Rojas to Oslo was mentioned."),
        ],
    )
    reading = headed(text, telling(text, "visit", "held", ("dahl",), "toured"))
    (found,) = checks(text, reading)
    assert (found.kind, text.quote(found.evidence[0])) == ("heading against body", "# Dahl’s Upcoming Visit to Peru")
    assert "of Nils Dahl" in found.detail
    assert "another's" in found.detail


@pytest.mark.parametrize(
    "body",
    [
        "Nils Dahl toured Lima in May. He will be back in June.",
        ("Nils Dahl toured Lima in May for the first planned trip of Nils Dahl."),
        "Luis Rojas toured Oslo in May.",
    ],
)
def test_an_announcing_heading_with_any_word_of_what_is_to_come_stands(body: str) -> None:
    text = article("a", ["# Dahl's upcoming visit to Peru", body])
    who = "dahl" if body.startswith("Nils") else "rojas"
    assert checks(text, headed(text, telling(text, "visit", "held", (who,), "toured"))) == ()


def test_an_announcing_heading_stands_where_another_section_announces_too() -> None:
    text = article(
        "a", ["# Dahl's upcoming visit to Peru", "Nils Dahl toured Lima in May.", "# Plans", "Dahl is to come."]
    )
    reading = headed(
        text,
        telling(text, "visit", "held", ("dahl",), "toured"),
        telling(text, "visit", "planned", ("dahl",), "to come"),
    )
    assert checks(text, reading) == ()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["# Rojas Signs Treaty in Oslo", "Luis Rojas left without a word. Neither minister signed the treaty."], 1),
        (["# Rojas Signs Treaty in Oslo", "Luis Rojas has not signed the treaty."], 1),
        (["# Rojas Signs Treaty in Oslo", "Luis Rojas signed the treaty. Nils Dahl did not sign it."], 0),
        (["# Rojas Signs Treaty in Oslo", "Luis Rojas has not signed the memorandum."], 0),
        (["# Rojas Signs Treaty in Oslo", "# Later", "Luis Rojas has not signed the treaty."], 0),
        (["# Rojas to Sign Treaty in Oslo", "Luis Rojas has not signed the treaty."], 0),
        (["# Why Rojas Signs No Treaty", "Luis Rojas has not signed the treaty."], 0),
        (["# Rojas Rejects Offer", "Luis Rojas accepted the offer on Friday."], 1),
        (["# Rojas Rejects Offer", "Luis Rojas accepted the invitation but rejected the offer."], 0),
        (["# Rojas Rejects Offer", "Nils Dahl accepted the offer on Friday."], 0),
    ],
)
def test_a_heading_against_sentences_that_deny_it_or_say_the_opposite(rows: list[str], found: int) -> None:
    text = article("a", rows)
    result = checks(text, headed(text))
    assert len(result) == found
    assert all(text.quote(check.evidence[0]) == rows[0] for check in result)


def test_a_heading_tells_as_held_what_the_text_tells_as_called_off() -> None:
    text = article("a", ["# Dahl Meets Rojas", "The meeting of Nils Dahl and Luis Rojas was called off."])
    called_off = telling(text, "meeting", "cancelled", ("dahl", "rojas"), "meeting of")
    held = telling(text, "meeting", "held", ("dahl", "rojas"), "was called")
    assert [check.kind for check in checks(text, headed(text, called_off))] == ["heading against body"]
    assert checks(text, headed(text, called_off, held)) == ()


@pytest.mark.parametrize(
    ("heading", "body", "found"),
    [
        ("# No Talks in Oslo, Rojas Says", "Nils Dahl and Luis Rojas met in Oslo for an hour.", 1),
        ("# No Talks in Oslo", "Nils Dahl and Luis Rojas met in Oslo for an hour.", 1),
        ("# No New Talks in Oslo", "Nils Dahl and Luis Rojas met in Oslo for an hour.", 0),
        ("# No Talks Planned in Oslo", "Nils Dahl and Luis Rojas met in Oslo for an hour.", 0),
        ("# No Talks With Dahl", "There will be no talks, he said. It rained. Nils Dahl and Luis Rojas met in May.", 0),
        ("# No Talks in Oslo", "It rained. The market was closed. Nils Dahl and Luis Rojas met in May.", 0),
    ],
)
def test_a_heading_denies_what_the_text_opens_with(heading: str, body: str, found: int) -> None:
    text = article("a", [heading, body])
    met = replace(telling(text, "meeting", "held", ("dahl", "rojas"), "met"), tense="past")
    assert len(checks(text, headed(text, met))) == found


def quoting(name: str, words: str, speaker: str = "rojas") -> tuple[Article, Reading]:
    text = article(name, [f'"{words}," Luis Rojas said.'])
    quote = find(text, words)
    said = Attribution("s", (f"person:{speaker}",), (), (), (), quote, (quote,), "direct", find(text, "said"))
    return text, Reading(name, "test", attributions=(said,))


FIRST = "We will not send one more ship into that strait this year"


def compare(
    second: str, speaker: str = "rojas", days: tuple[date, date] = (date(2024, 1, 5), date(2024, 1, 6))
) -> list[Check]:
    one, two = quoting("b-first", FIRST), quoting("a-later", second, speaker)
    readings = {text.id: reading for text, reading in (one, two)}
    publications = {"b-first": on("b-first", days[0]), "a-later": on("a-later", days[1])}
    return list(find_checks([one[0], two[0]], readings, publications, [], [], KNOWN))


def test_a_quotation_with_other_words_is_reported_on_the_later_article() -> None:
    (found,) = compare("We will now send one more ship into that strait this year")
    assert (found.kind, found.article) == ("altered quotation", "a-later")
    assert "stands as “We will not send" in found.detail


@pytest.mark.parametrize(
    "other",
    [
        FIRST,
        FIRST.upper(),
        "We will not send one more ship into that strait",
        "send one more ship into that strait this year",
        "We will not send one more ship in this strait this year",
        "We will not send [...] more ships into that strait",
        "Nobody asked the fishermen of the north what they want",
    ],
    ids=["same", "case", "cut at the end", "cut at the start", "linking words", "edited", "another"],
)
def test_no_alteration_where_only_length_case_or_small_words_differ(other: str) -> None:
    assert compare(other) == []


def test_no_alteration_between_two_speakers_or_two_months() -> None:
    changed = "We will now send one more ship into that strait this year"
    assert compare(changed, speaker="dahl") == []
    assert compare(changed, days=(date(2024, 1, 5), date(2024, 3, 6))) == []


def event(name: str, *articles: str) -> Event:
    accounts = tuple(
        Account(key, f"t-{name}-{key}", "held", UNKNOWN, None, (), (Evidence(key, 0, 4),)) for key in articles
    )
    return Event(name, "meeting", "held", None, (), None, UNKNOWN, (), (), None, 0.5, accounts, 1, 1)


LINEAGES = [
    Lineage("a", None, None, 0.0, "a"),
    Lineage("b", "a", "rewrite", 0.6, "a", ("told alike",)),
    Lineage("c", "b", "excerpt", 0.9, "a"),
    Lineage("d", None, None, 0.0, "d"),
]


def test_events_of_one_line_are_reported_once_for_each_descendant() -> None:
    events = [event("e1", "a", "b"), event("e2", "a", "b", "c"), event("e3", "a", "b", "d"), event("e4", "b")]
    found = find_checks([], {}, {}, LINEAGES, events, KNOWN)
    assert [(check.article, check.kind) for check in found] == [("b", "single origin"), ("c", "single origin")]
    assert "rewrite of a" in found[0].detail
    assert "2 events" in found[0].detail
    assert "by way of b" in found[1].detail


@settings(deadline=None, max_examples=30)
@given(st.permutations(range(3)), st.permutations(LINEAGES))
def test_the_order_of_the_input_changes_nothing(order: list[int], lineages: list[Lineage]) -> None:
    texts = [quoting("a", FIRST), quoting("b", FIRST.replace("not", "now")), quoting("c", FIRST.replace("one", "ten"))]
    readings = {text.id: reading for text, reading in texts}
    events = [event("e1", "a", "b"), event("e2", "a", "b", "c"), event("e3", "b", "c")]
    found = find_checks([texts[at][0] for at in order], readings, {}, lineages, [events[at] for at in order], KNOWN)
    assert found == find_checks([text for text, _ in texts], readings, {}, LINEAGES, events, KNOWN)
    assert len({check.id for check in found}) == len(found)
    assert [check.kind for check in found if check.article == "c"].count("altered quotation") >= 1
