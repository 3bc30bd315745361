"""Lineage: which articles descend from which. Texts of our own on several pairs of states, copied, cut and retold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.knowledge import Knowledge, Outlet
from communique.reconciling.lineage import find_lineages
from communique.records import (
    Actor,
    Article,
    Attribution,
    Evidence,
    Line,
    Lineage,
    Link,
    Publication,
    Reading,
    When,
)

KNOWN = Knowledge(
    states={},
    places={},
    persons={},
    roles={},
    offices={},
    organisations={},
    occasions={},
    plans={},
    tenures=(),
    outlets={
        "northern-wire": Outlet("northern-wire", "Northern Wire", "agency", None, ("NW",)),
        "nile-gazette": Outlet("nile-gazette", "Nile Gazette", "paper", None),
        "harbour-times": Outlet("harbour-times", "Harbour Times", "paper", None),
    },
)

RIVER = [
    (
        "Egypt and Ethiopia agreed in Khartoum on Sunday to share daily readings from 14 gauges on the"
        " Blue Nile, the first"
        " step forward in their dispute over the dam since talks broke down two years ago."
    ),
    (
        'Water Minister Hani Sewilam called the arrangement modest. "We asked for figures and we were'
        ' given figures," he'
        " told reporters after nine hours behind closed doors."
    ),
    (
        "His Ethiopian counterpart, Habtamu Itefa, said the reservoir would be filled as planned."
        ' "Nobody downstream will'
        ' go thirsty because of us," he said, and promised to receive inspectors within 45 days.'
    ),
    "Sudan, whose government hosted the session, will keep the readings in an office in Khartoum staffed by 22 people.",
    "Egypt depends on the river for nearly all of its water and has long asked for a binding treaty on the flow.",
]
RIVER_RETOLD = [
    (
        "A quiet deal on data has ended two years of silence over the great dam: measurements from 14"
        " stations along the"
        " Blue Nile will from now on reach Cairo every day, after Ethiopia gave its consent in Khartoum."
    ),
    (
        '"We asked for figures and we were given figures," was how Hani Sewilam, in charge of water in Egypt, summed up'
        " nine hours of argument on Sunday."
    ),
    (
        "Addis Ababa is not slowing down. Habtamu Itefa, who speaks for Ethiopia on the matter, insisted that the basin"
        ' would go on filling and that inspectors may come inside 45 days: "Nobody downstream will go'
        " thirsty because of"
        ' us."'
    ),
    "An office of 22 in the Sudanese capital is to look after the numbers. A treaty, which Egypt wants, is no nearer.",
]
# Another report of the same day and room: one quotation in common, but with words and figures of its own.
RIVER_WITNESSED = [
    "Ethiopia has made a small concession in the quarrel over its dam, Egyptian officials said in Khartoum on Sunday.",
    '"We asked for figures and we were given figures," Egypt\'s minister for water, Hani Sewilam, told reporters.',
    (
        'But Habtamu Itefa of Ethiopia told this paper that the turbines would start in June. "The sixteenth unit is on'
        ' its way and it will not be switched off for anyone," he said.'
    ),
    (
        'A diplomat from Sudan, who sat in the room, counted 31 drafts of the text. "They fought over'
        " every comma until the"
        ' tea ran out," she said.'
    ),
    (
        "Some 6,000 megawatts are at stake for Ethiopia, whose officials speak of 110 million people"
        " without reliable power."
    ),
]
FISH = [
    "Norway and Iceland failed on Thursday to divide next year's mackerel, and their ministers left Bergen early.",
    "Iceland's minister said her fleet would set its own quota of 132,000 tonnes unless a fair share was offered.",
    "Norway answered that the sea was not a market and that scientists had asked all coastal states to fish less.",
    "The European Union, which sent two observers, said it regretted the outcome and proposed another round in March.",
]


def article(name: str, lines: list[str], outlet: str | None = None, extra: tuple[tuple[str, str], ...] = ()) -> Article:
    """An article of body lines; `extra` are lines before them with their kinds."""
    rows = [*extra, *(("body", line) for line in lines)]
    text, found, at = "\n".join(line for _, line in rows), [], 0
    for number, (kind, line) in enumerate(rows, start=1):
        found.append(Line(number, at, at + len(line), kind, ""))  # type: ignore[arg-type]
        at += len(line) + 1
    return Article(name, f"{name}.txt", name, text, tuple(found), "plain-1", "en", outlet=outlet)


def published(name: str, day: date) -> Publication:
    return Publication(name, When(day, day, "day", "test", 1.0), day)


def lineages(
    articles: list[Article], days: dict[str, date] | None = None, readings: tuple[Reading, ...] = ()
) -> dict[str, Lineage]:
    publications = {name: published(name, day) for name, day in (days or {}).items()}
    found = find_lineages(articles, {reading.article: reading for reading in readings}, publications, KNOWN)
    return {lineage.article: lineage for lineage in found}


def test_a_copy_descends_from_the_earlier_article_whatever_its_marks_and_boilerplate() -> None:
    marked = [line.replace('"', "”").replace(",”", ",”").upper() if at == 3 else line for at, line in enumerate(RIVER)]
    copy = article("a-copy", marked, extra=(("navigation", "Home | World | Sport"), ("ad", "Buy our fish")))
    found = lineages([copy, article("b-first", RIVER)], {"a-copy": date(2024, 5, 7), "b-first": date(2024, 5, 6)})
    assert (found["a-copy"].origin, found["a-copy"].kind, found["a-copy"].score) == ("b-first", "copy", 1.0)
    assert (found["b-first"].origin, found["b-first"].root) == (None, "b-first")


def test_an_edited_copy_is_a_near_copy_and_says_how_near() -> None:
    edited = [RIVER[0].replace("agreed", "decided"), RIVER[1].replace("modest", "small"), *RIVER[2:]]
    found = lineages([article("a", RIVER), article("b", edited)], {"a": date(2024, 5, 6), "b": date(2024, 5, 6)})
    assert (found["b"].origin, found["b"].kind) == ("a", "near-copy")
    assert 0.7 < found["b"].score < 1.0
    assert "5-word sequences of" in found["b"].why[0]


def test_an_excerpt_descends_from_the_longer_text_even_if_it_is_dated_earlier() -> None:
    found = lineages(
        [article("long", [*RIVER, *FISH]), article("short", RIVER[:2])],
        {"long": date(2024, 5, 8), "short": date(2024, 5, 6)},
    )
    assert (found["short"].origin, found["short"].kind) == ("long", "excerpt")


def test_a_rewrite_keeps_quotations_figures_and_names() -> None:
    found = lineages(
        [article("retold", RIVER_RETOLD), article("told", RIVER)],
        {"retold": date(2024, 5, 7), "told": date(2024, 5, 6)},
    )
    assert (found["retold"].origin, found["retold"].kind) == ("told", "rewrite")
    assert any("2 shared quotations" in reason and "given figures" in reason for reason in found["retold"].why)


@pytest.mark.parametrize("other", [RIVER_WITNESSED, FISH])
def test_an_independent_report_stays_independent_though_it_shares_a_quotation(other: list[str]) -> None:
    found = lineages([article("one", RIVER), article("two", other)])
    assert {lineage.origin for lineage in found.values()} == {None}
    assert {lineage.root for lineage in found.values()} == {"one", "two"}


def test_a_report_that_quotes_the_same_long_communique_is_no_excerpt() -> None:
    communique = (
        '"The two governments recognise the median line as their border at sea, withdraw all earlier protests and'
        " charts, will police the strait together from the first of January, and leave every question of fish, gas and"
        ' wrecks to a commission of six members that decides by a majority of four and reports each spring"'
    )
    one = article("one", ["Chile and Peru ended a century of claims in Arica.", f"They declared: {communique}.", *FISH])
    two = article(
        "two",
        [
            (
                "Fishermen in Tacna were not convinced by what they heard on the radio from across the bay and"
                " said that nobody had asked them before anything was signed away."
            ),
            f"It reads: {communique}.",
        ],
    )
    assert lineages([one, two])["two"].origin is None


def test_a_chain_has_its_nearest_ancestor_and_one_root() -> None:
    first = article("first", [*RIVER, *FISH])
    second = article("second", [*RIVER, *FISH[:3]])
    third = article("third", [*RIVER, *FISH[:2]])
    days = {"first": date(2024, 5, 6), "second": date(2024, 5, 7), "third": date(2024, 5, 8)}
    found = lineages([third, second, first], days)
    assert (found["second"].origin, found["third"].origin) == ("first", "second")
    assert {lineage.root for lineage in found.values()} == {"first"}


def test_of_two_copies_the_agency_is_the_origin() -> None:
    agency = article("z-agency", RIVER, outlet="Northern Wire")
    paper = article("a-paper", RIVER, outlet="Harbour Times")
    found = lineages([agency, paper], {"z-agency": date(2024, 5, 7), "a-paper": date(2024, 5, 6)})
    assert found["a-paper"].origin == "z-agency"


def test_two_articles_that_credit_one_agency_and_overlap_are_of_one_wire() -> None:
    one = article("one", ["KHARTOUM (Northern Wire) – " + RIVER[0], RIVER[1], FISH[1], *RIVER_WITNESSED[2:]])
    two = article("two", [RIVER[0], FISH[0], FISH[2], FISH[3], RIVER[4], RIVER[3]], extra=(("byline", "By NW"),))
    found = lineages([one, two])
    assert sorted(lineage.kind or "" for lineage in found.values()) == ["", "wire"]
    uncredited = article("two", [RIVER[0], FISH[0], FISH[2], FISH[3], RIVER[4], RIVER[3]])
    assert {lineage.kind for lineage in lineages([one, uncredited]).values()} == {None}


def citing(lines: list[str], content: str, outlet: str) -> tuple[Article, Reading]:
    cited = article("citing", lines)
    start = cited.text.index(content)
    evidence = Evidence("citing", start, start + len(content))
    link = Link("organisation:gazette", "reported", Evidence("citing", 0, 1))
    said = Attribution("s", (), (), (), (), evidence, (), "indirect", evidence, chain=(link,))
    actors = (Actor("organisation:gazette", outlet, "organisation"),)
    return cited, Reading("citing", "test", actors=actors, attributions=(said,))


CITING = [
    "Daily readings from the gauges on the Blue Nile will be shared by Egypt and Ethiopia, the Nile Gazette reported.",
    "Hani Sewilam and Habtamu Itefa met in Khartoum.",
]


@pytest.mark.parametrize(("outlet", "origin"), [("Nile Gazette", "source"), ("Harbour Times", None)])
def test_an_article_descends_from_the_one_it_cites_by_its_outlet(outlet: str, origin: str | None) -> None:
    source = article("source", RIVER, outlet="Nile Gazette")
    content = "Daily readings from the gauges on the Blue Nile will be shared by Egypt and Ethiopia"
    own, reading = citing(CITING, content, outlet)
    found = lineages([source, own], {"source": date(2024, 5, 6), "citing": date(2024, 5, 7)}, (reading,))
    assert found["citing"].origin == origin


def test_an_outlet_that_knowledge_does_not_hold_is_cited_by_its_name() -> None:
    source = article("source", RIVER, outlet="The Cataract Courier")
    content = "Daily readings from the gauges on the Blue Nile will be shared by Egypt and Ethiopia"
    for outlet, origin in (("Cataract Courier", "source"), ("The Cataract Courier", "source"), ("Nile Gazette", None)):
        own, reading = citing(CITING, content, outlet)
        found = lineages([source, own], {"source": date(2024, 5, 6), "citing": date(2024, 5, 7)}, (reading,))
        assert found["citing"].origin == origin


def test_citing_an_outlet_for_one_of_many_facts_makes_no_descendant() -> None:
    source = article("source", RIVER, outlet="Nile Gazette")
    content = "Daily readings from the gauges on the Blue Nile will be shared by Egypt and Ethiopia"
    own, reading = citing([*CITING, *FISH, *RIVER_WITNESSED[2:]], content, "Nile Gazette")
    assert lineages([source, own], readings=(reading,))["citing"].origin is None


def test_short_leftovers_say_nothing_of_their_origin() -> None:
    found = lineages([article("a", ["Read the full story here."]), article("b", ["Read the full story here."])])
    assert {lineage.origin for lineage in found.values()} == {None}
    assert lineages([]) == {}


POOL = [
    article("a", RIVER),
    article("b", RIVER),
    article("c", RIVER[:3]),
    article("d", RIVER_RETOLD),
    article("e", FISH),
    article("f", [*RIVER, *FISH]),
    article("g", [*FISH, *RIVER_WITNESSED]),
    article("h", RIVER_WITNESSED),
    article("i", [RIVER[0].replace("agreed", "decided"), *RIVER[1:]]),
    article("j", []),
]
DAYS = {name: date(2024, 5, 6 + at % 3) for at, name in enumerate("jihgfe")}


@settings(deadline=None, max_examples=40)
@given(st.permutations(POOL), st.integers(min_value=0, max_value=len(POOL)))
def test_any_order_gives_the_same_lineages_without_circles(order: list[Article], size: int) -> None:
    chosen = order[:size]
    found = lineages(chosen, DAYS)
    assert list(found) == sorted(one.id for one in chosen)
    assert found == lineages(sorted(chosen, key=lambda one: one.id), DAYS)
    for lineage in found.values():
        seen, at = {lineage.article}, lineage
        while at.origin is not None:
            at = found[at.origin]
            assert at.article not in seen
            seen.add(at.article)
        assert lineage.root == at.article


@settings(deadline=None, max_examples=25)
@given(st.lists(st.text(max_size=120), max_size=6), st.lists(st.text(max_size=120), max_size=6))
def test_any_text_is_compared_without_error(one: list[str], other: list[str]) -> None:
    clean = [[line.replace("\n", " ") for line in lines] for lines in (one, other)]
    found = lineages([article("a", clean[0]), article("b", clean[1])])
    assert set(found) == {"a", "b"}
