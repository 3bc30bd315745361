"""The date of an article: solved from what it says, with cues used and overruled, and its contradictions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import Knowledge, Occasion, Person, Plan, Role, State, Tenure
from communique.reading import pipeline
from communique.reading.times import find_cues, find_times
from communique.reconciling.dating import date_article, dating_checks
from communique.reconciling.dating.timeline import DAYS, FIRST, LAST, Span, Vote, belief, index, scores, window
from communique.records import Article, ClaimedDate, Evidence, Line, OfficeClaim, Publication, Reading


def occasion(series: str, name: str, kind: str, start: date, end: date, **more: tuple[str, ...]) -> Occasion:
    return Occasion(f"{series}/{start.year}", series, name, kind, start, end, **more)  # type: ignore[arg-type]


SUMMITS = [
    occasion("asean-summit", f"ASEAN Summit {y}", "summit", date(y, m, d), date(y, m, d + 2), aliases=("ASEAN Summit",))
    for y, m, d in ((2020, 11, 12), (2021, 10, 26), (2022, 11, 10), (2023, 9, 5), (2024, 10, 9))
]
VOTES = [
    occasion(
        "kenya-election", f"Kenyan election {y}", "election", date(y, 8, d), date(y, 8, d), persons=("amina-odhiambo",)
    )
    for y, d in ((2017, 8), (2022, 9))
]
WAR = Occasion(
    "tigray-war", "tigray-war", "Tigray war", "war", date(2020, 11, 4), date(2022, 11, 3), states=("ETH",),
    aliases=("war in Tigray",),
)  # fmt: skip
KNOWN = Knowledge(
    states={key: State(key, key[:2], name) for key, name in (("ETH", "Ethiopia"), ("KEN", "Kenya"))},
    places={},
    persons={
        "amina-odhiambo": Person("amina-odhiambo", "Amina Odhiambo", "Odhiambo", "KEN"),
        "tesfaye-bekele": Person("tesfaye-bekele", "Tesfaye Bekele", "Bekele", "ETH"),
    },
    roles={
        "head-of-state": Role("head-of-state", "President", ("president",), 3),
        "foreign-minister": Role("foreign-minister", "Foreign Minister", ("foreign minister",), 10),
        "special-envoy": Role("special-envoy", "Special Envoy", ("special envoy",), 24),
    },
    offices={},
    organisations={},
    outlets={},
    occasions={o.key: o for o in (*SUMMITS, *VOTES, WAR)},
    plans={
        "tigray-conflict": Plan(
            "tigray-conflict", "conflict in Tigray", "conflict", (), date(2020, 11, 4), date(2022, 11, 3)
        )
    },
    tenures=(
        Tenure("amina-odhiambo", "KEN/head-of-state", date(2017, 11, 28), None, "day"),
        Tenure("tesfaye-bekele", "ETH/special-envoy", date(2019, 1, 1), date(2024, 12, 31), "day"),
        Tenure("tesfaye-bekele", "ETH/foreign-minister", date(2021, 6, 1), date(2024, 12, 31), "day"),
    ),
)


def read(text: str, *offices: tuple[str, str], claimed: tuple[ClaimedDate, ...] = ()) -> tuple[Article, Reading]:
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        kind = "clock" if number == 1 and claimed and claimed[0].start == 0 else "body"
        lines.append(Line(number, at, at + len(line), kind, "test"))  # type: ignore[arg-type]
        at += len(line) + 1
    article = Article("art-test", "test", "", text, tuple(lines), "text", "en", claimed_dates=claimed)
    (document,) = pipeline.parse([article])
    times = find_times(document, KNOWN)
    cues = find_cues(document, KNOWN, times)
    claims = tuple(
        OfficeClaim(f"person:{person}", f"office:{office}", Evidence("art-test", n, n + 1))
        for n, (person, office) in enumerate(offices)
    )
    return article, Reading("art-test", "test", offices=claims, times=times, cues=cues)


def dated(text: str, *offices: tuple[str, str], claimed: tuple[ClaimedDate, ...] = ()) -> Publication:
    return date_article(*read(text, *offices, claimed=claimed), KNOWN)


def holds(publication: Publication, day: date) -> bool:
    when = publication.when
    assert when.start is not None
    assert when.end is not None
    return when.start <= day <= when.end


def test_without_any_cue_nothing_is_claimed() -> None:
    publication = dated("The envoys exchanged views and praised the harbour.")
    assert publication.when.start is None
    assert publication.when.end is None
    assert publication.best is None
    assert publication.why == ()


def test_an_occasion_told_with_its_time_gives_the_week_after() -> None:
    publication = dated(
        "Last week, during the ASEAN Summit, the ministers agreed.", ("tesfaye-bekele", "ETH/foreign-minister")
    )
    editions = {date(2021, 10, 26), date(2022, 11, 10), date(2023, 9, 5), date(2024, 10, 9)}
    assert publication.best is not None
    assert any(3 <= (publication.best - start).days <= 14 for start in editions)


def test_offices_choose_the_edition() -> None:
    publication = dated("Last week, during the ASEAN Summit, the envoy spoke.", ("tesfaye-bekele", "ETH/special-envoy"))
    assert publication.best is not None
    assert publication.best.year == 2020  # later he was foreign minister, and nobody would call him envoy alone
    assert holds(publication, date(2020, 11, 18))


def test_an_election_of_a_person_last_month() -> None:
    publication = dated("President Amina Odhiambo spoke of peace following her re-election last month.")
    assert publication.best is not None
    assert publication.best.month == 9
    assert publication.best.year in (2017, 2022)


def test_first_in_years_counts_from_the_year_told() -> None:
    publication = dated("It was the first such visit in six years. Their previous encounter was in 2017.")
    assert publication.best is not None
    assert publication.best.year == 2023
    assert holds(publication, date(2023, 6, 1))


def test_weekdays_on_both_sides_leave_the_days_between() -> None:
    text = "The minister arrived on Tuesday and will hold talks on Wednesday. He spoke last week at the ASEAN Summit."
    publication = dated(text)
    assert publication.best is not None
    assert publication.best.weekday() in (1, 2)


def test_the_text_overrules_the_page_clock_and_says_so() -> None:
    clock = ClaimedDate("text-header", date(2025, 3, 2), 0, 13)
    text = "March 2, 2025\nLast week, during the ASEAN Summit of 2021, the ministers agreed on a code."
    article, reading = read(text, claimed=(clock,))
    publication = date_article(article, reading, KNOWN)
    assert publication.best is not None
    assert publication.best.year == 2021
    overruled = [cue for cue in publication.why if not cue.used]
    assert any("clock" in cue.cue and cue.says == (clock.date, clock.date) for cue in overruled)
    (check,) = dating_checks(article, reading, publication, KNOWN)
    assert check.kind == "misleading date"
    assert article.quote(check.evidence[0]) == "March 2, 2025"


def test_metadata_that_agrees_decides_the_day() -> None:
    publication = dated(
        "The ministers met on Monday.",
        claimed=(ClaimedDate("metadata", date(2022, 5, 3)), ClaimedDate("url", date(2022, 5, 3))),
    )
    assert publication.when.start == publication.when.end == publication.best == date(2022, 5, 3)
    assert publication.when.granularity == "day"


def test_a_full_date_told_as_past_lies_before_publication() -> None:
    publication = dated("The accord was signed on 5 June 2019 in Geneva.")
    assert publication.when.start is not None
    assert publication.when.start >= date(2019, 6, 5)
    assert holds(publication, date(2019, 6, 8))


def test_lengths_since_one_beginning_that_exclude_each_other() -> None:
    text = "The war in Tigray approaches its two-year mark.\n"
    text += "In the more than two years since the war in Tigray began, towns fell."
    article, reading = read(text)
    publication = date_article(article, reading, KNOWN)
    checks = dating_checks(article, reading, publication, KNOWN)
    assert [check.kind for check in checks] == ["internal contradiction"]
    assert {article.quote(e) for e in checks[0].evidence} == {"two-year", "more than two years"}
    agreeing = read(
        "The war in Tigray approaches its two-year mark.\nNearly two years since the war in Tigray began, towns fell."
    )
    assert dating_checks(*agreeing, publication, KNOWN) == ()


def test_one_date_misread_as_past_does_not_decide() -> None:
    publication = dated("The pact of 2015 was renewed in 2016, in 2017 and again in 2018. The bonds of 2026 were sold.")
    assert publication.best is not None
    assert publication.best.year < 2026


def test_a_planned_visit_ahead_and_one_behind_bound_the_telling() -> None:
    publication = dated("He visited Nairobi on 3 March 2022 and will travel to Kampala on 20 March 2022.")
    assert publication.when.start is not None
    assert publication.when.end is not None
    assert date(2022, 3, 3) <= publication.when.start <= publication.when.end <= date(2022, 3, 20)


def test_the_order_of_claims_does_not_matter() -> None:
    text = "Last week, during the ASEAN Summit, the ministers agreed."
    claims = (ClaimedDate("metadata", date(2022, 11, 18)), ClaimedDate("url", date(2022, 11, 17)))
    article, reading = read(text, ("amina-odhiambo", "KEN/head-of-state"), ("tesfaye-bekele", "ETH/foreign-minister"))
    one = date_article(replace(article, claimed_dates=claims), reading, KNOWN)
    turned = replace(reading, offices=reading.offices[::-1], cues=reading.cues[::-1])
    assert date_article(replace(article, claimed_dates=claims[::-1]), turned, KNOWN) == one


days = st.dates(FIRST, LAST)


@given(st.lists(st.tuples(days, st.integers(0, 400), st.floats(0.1, 0.99)), min_size=1, max_size=6))
def test_scores_are_exact_in_any_order(parts: list[tuple[date, int, float]]) -> None:
    votes = [
        Vote("v", None, None, (Span(start, min(LAST, start + timedelta(days=length))),), reliability, str(n))
        for n, (start, length, reliability) in enumerate(parts)
    ]
    assert scores(votes) == scores(votes[::-1])
    share = belief(scores(votes))
    first, last = window(share, 0.9)
    assert 0 <= first <= last < DAYS
    assert sum(share[first : last + 1]) >= 0.9 - 1e-9


@given(days, st.integers(1, 300), st.floats(0.2, 0.95))
def test_a_narrower_cue_weighs_more(start: date, length: int, reliability: float) -> None:
    from communique.reconciling.dating.timeline import weights

    end = min(LAST, start + timedelta(days=length))
    wide = weights(Vote("w", None, None, (Span(start, end),), reliability, "w"))
    narrow = weights(Vote("n", None, None, (Span(start, start),), reliability, "n"))
    assert narrow[0][2] >= wide[0][2]


@given(st.lists(st.integers(0, 8), min_size=1, max_size=30).filter(any), st.sampled_from([0.25, 0.5, 0.9, 1.0]))
def test_no_shorter_run_of_days_holds_as_much(raw: list[int], wanted: float) -> None:
    share = [value / 256 for value in raw]  # sums of these are exact
    first, last = window(share, wanted * sum(share))
    runs = [
        (i, j) for i in range(len(share)) for j in range(i, len(share)) if sum(share[i : j + 1]) >= wanted * sum(share)
    ]
    shortest = min(j - i for i, j in runs)
    assert last - first == shortest
    assert sum(share[first : last + 1]) == max(sum(share[i : j + 1]) for i, j in runs if j - i == shortest)


def test_where_spans_of_one_vote_overlap_their_shares_add_up() -> None:
    days = (date(2020, 1, 1), date(2020, 1, 31)), (date(2020, 1, 20), date(2020, 3, 1))
    twice = Vote("a", None, None, tuple(Span(a, b) for a, b in days), 0.9, "a")
    in_both, in_one = (index(date(2020, 1, day)) for day in (25, 10))
    once = Vote("a", None, None, (Span(*days[0], 1.0),), 0.9, "a")
    share = belief(scores([twice]))
    assert share[in_one] < share[in_both] < 3 * share[in_one]
    assert belief(scores([once]))[in_both] == belief(scores([once]))[in_one]
