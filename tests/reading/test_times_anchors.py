"""Times on their side of the telling, in datelines, and counted from occasions."""

from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.actors import find_cast
from communique.reading.gazetteer import look_up
from communique.reading.times import find_cues, find_times, resolve, resolve_all
from communique.records import Article, DatingCue, Line, TimeExpression

TOLD = date(2023, 3, 9)  # a Thursday


def article(*lines: str) -> Article:
    made, at = [], 0
    for number, line in enumerate(lines, 1):
        made.append(Line(number, at, at + len(line), "body", "test"))
        at += len(line) + 1
    return Article("art-test", "test", "", "\n".join(lines), tuple(made), "text", "en")


def times(*lines: str) -> dict[str, TimeExpression]:
    made = article(*lines)
    (document,) = pipeline.parse([made])
    return {made.quote(time.evidence): time for time in find_times(document, load())}


def cues(text: str) -> tuple[DatingCue, ...]:
    (document,) = pipeline.parse([article(text)])
    cast = find_cast(document, load(), look_up(document, load()))
    return find_cues(document, load(), find_times(document, load()), cast)


@pytest.mark.parametrize(
    ("sentence", "words", "side"),
    [
        ("Ghana postponed a conference that was to begin on Friday.", "Friday", 1),
        ("The ministry called off talks that were to be held on Monday.", "Monday", 1),
        ("Malta has put off the visit that a delegation was to pay to Lima on Tuesday.", "Tuesday", 1),
        ("Ghana postponed the conference on Friday.", "Friday", -1),
        ("Kenya's president meets the Somali prime minister on Wednesday.", "Wednesday", 1),
        ("The conference opens Friday in Accra.", "Friday", 1),
        ("The ministers are holding talks in Doha on Tuesday.", "Tuesday", 1),
        ("The minister says on Monday that the border is open.", "Monday", -1),
        ("The leaders will meet in Oslo on Sunday, the bloc announced on Monday.", "Monday", -1),
        ("A spokesman said the two had agreed to meet in Rabat on 4 June.", "4 June", 1),
        ("The two had met in Rabat on 4 June.", "4 June", -1),
    ],
)
def test_the_verb_says_the_side(sentence: str, words: str, side: int) -> None:
    assert times(sentence)[words].direction == side


@pytest.mark.parametrize(
    ("lines", "dateline"),
    [
        (("NAIROBI, March 9 (KNA) - The ministers met on Tuesday.",), True),
        (("9 March", "The ministers met in Nairobi."), True),
        (("The ministers met on March 9 - a holiday - in Nairobi.",), False),
        (("The pact was signed.", "It was renewed.", "It ended.", "ACCRA, March 9 - The ministers met."), False),
    ],
)
def test_only_a_date_at_the_head_of_an_article_is_a_dateline(lines: tuple[str, ...], *, dateline: bool) -> None:
    found = [time for time in times(*lines).values() if time.month == 3]
    assert [time.rule == "dateline" for time in found] == [dateline]


def test_a_length_before_an_occasion_counts_from_it() -> None:
    found = times("The two sides met two weeks after the Munich Security Conference.")
    (time,) = found.values()
    assert resolve(time, TOLD, load()).start == date(2023, 2, 27)  # the week that lies two weeks after 19 February


def test_a_noun_takes_up_the_occasion_named_before() -> None:
    found = times("He spoke at the Munich Security Conference.", "Three days after the conference he flew to Cairo.")
    when = resolve(found["Three days after the conference"], TOLD, load())
    assert (when.start, when.end) == (date(2023, 2, 22), date(2023, 2, 22))


def test_an_appointment_is_a_cue_with_its_time() -> None:
    (cue,) = [cue for cue in cues("Wang Yi, named to the post last month, will visit Cairo.") if "office:" in cue.key]
    assert cue.key == "office:wang-yi"
    assert cue.time is not None


def test_a_place_beside_the_name_chooses_the_edition() -> None:
    held = {cue.key for cue in cues("They will meet at the European Political Community summit in Granada.")}
    assert held == {"epc-summit/2023-10"}
    assert {cue.key for cue in cues("They will meet at the European Political Community summit.")} == {"epc-summit"}


def test_an_occasion_only_described_says_so() -> None:
    described = cues("Vladimir Putin thanked voters for his re-election last month.")
    assert [cue.named for cue in described if cue.kind == "occasion"] == [False]


def test_a_comparison_is_of_like_with_like() -> None:
    found = times("Trade grew in the second quarter of 2022 from a year earlier.")
    when = resolve(found["a year earlier"], TOLD, load(), [resolve(found["the second quarter of 2022"], TOLD)])
    assert (when.start, when.end) == (date(2021, 4, 1), date(2021, 6, 30))


def test_the_quarter_is_the_one_told_last_else_the_latest_that_is_over() -> None:
    told = times("Exports fell in the first quarter of 2021. Growth slowed in the quarter.")
    assert told["the quarter"].anchor_index == 0
    alone = resolve(times("Growth slowed in the quarter.")["the quarter"], TOLD)
    assert (alone.start, alone.end) == (date(2022, 10, 1), date(2022, 12, 31))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The route has four flights a week.", "a week"),
        ("The firm paid a quarterly dividend.", "quarterly"),
    ],
)
def test_rates_and_kinds_are_no_times(sentence: str, words: str) -> None:
    assert words not in times(sentence)


def test_how_vague_a_time_is_depends_on_its_unit() -> None:
    weeks, years = (times(f"They have met often in recent {unit}.")[f"recent {unit}"] for unit in ("weeks", "years"))
    assert 20 <= (resolve(weeks, TOLD).days or 0) <= 60
    assert (resolve(years, TOLD).days or 0) >= 1000


@pytest.mark.parametrize(
    ("sentence", "appointed"),
    [
        ("Antonio Guterres named a new envoy last week.", False),
        ("Antonio Guterres named retired general Lee Odhiambo as envoy two weeks ago.", False),
        ("Antonio Guterres took questions last week.", False),
        ("Antonio Guterres took office last week.", True),
        ("The assembly appointed Antonio Guterres last week.", True),
        ("Kenya thanked Antonio Guterres, who took office last week.", True),
        ("The envoy wrote to Antonio Guterres, who was appointed on Monday.", True),
        ("Antonio Guterres, who came to power in May, said no.", True),
        ("Antonio Guterres, who came to dinner in May, said no.", False),
        ("Antonio Guterres thanked the minister who took office last week.", False),
    ],
)
def test_only_who_is_put_in_office_comes_into_it(sentence: str, appointed: bool) -> None:
    assert ("office:antonio-guterres" in {cue.key for cue in cues(sentence)}) == appointed


def test_days_of_one_week_told_as_a_range_are_of_that_week() -> None:
    made = article("They held talks in Accra from Monday to Thursday last week.")
    (document,) = pipeline.parse([made])
    resolved = resolve_all(find_times(document, load()), TOLD, load())
    assert [when.start for when in resolved] == [date(2023, 2, 27), None]
    assert resolved[1].end == date(2023, 3, 2)


def test_a_decade_later_counts_from_the_year_told() -> None:
    made = article("The two leaders met in 2007; a decade later their successors played golf.")
    (document,) = pipeline.parse([made])
    (_, later) = resolve_all(find_times(document, load()), TOLD, load())
    assert (later.start, later.end) == (date(2017, 1, 1), date(2017, 12, 31))


def test_before_the_end_of_a_year_is_up_to_that_end() -> None:
    made = article("The minister is expected in Accra before the end of the year.")
    (document,) = pipeline.parse([made])
    (when,) = resolve_all(find_times(document, load()), TOLD, load())
    assert (when.start, when.end) == (None, date(2023, 12, 31))


def test_the_same_afternoon_is_that_of_the_day_told_last() -> None:
    made = article(
        "The king landed in Accra on 2 March 2023.", "A month earlier an envoy had come.",
        "He met the president the same afternoon.",
    )  # fmt: skip
    (document,) = pipeline.parse([made])
    assert resolve_all(find_times(document, load()), TOLD, load())[-1].start == date(2023, 3, 2)


def test_later_in_the_day_is_the_day_told_last() -> None:
    made = article("The king landed in Accra on 2 March 2023.", "Later in the day he met the president.")
    (document,) = pipeline.parse([made])
    assert resolve_all(find_times(document, load()), TOLD, load())[-1].start == date(2023, 3, 2)


def test_who_took_office_may_be_told_by_a_pronoun() -> None:
    (cue,) = cues("Antonio Guterres flew to Doha. It is his first journey since he took office two weeks ago.")
    assert (cue.key, cue.named) == ("office:antonio-guterres", False)


@pytest.mark.parametrize(
    ("sentence", "saturday"),
    [
        ("The king goes to Accra, where the leaders gather this weekend.", date(2023, 3, 11)),
        ("The king was in Accra this weekend.", date(2023, 3, 4)),
    ],
)
def test_this_weekend_lies_where_the_verb_says(sentence: str, saturday: date) -> None:
    made = article(sentence)
    (document,) = pipeline.parse([made])
    (when,) = resolve_all(find_times(document, load()), TOLD, load())
    assert when.start == saturday


def test_a_month_behind_a_year_that_opens_its_sentence_is_of_that_year() -> None:
    opened = times("In 2019 the king had visited Accra in July and Lagos in August.")
    assert [opened[word].year for word in ("July", "August")] == [2019, 2019]
    assert times("The king visited Accra in July, as he did in 2019.")["July"].year is None


def test_a_week_after_a_stretch_of_days_lies_as_loosely() -> None:
    made = article("The king was in Lima at the end of December and in Quito a week later.")
    (document,) = pipeline.parse([made])
    later = resolve_all(find_times(document, load()), TOLD, load())[-1]
    assert (later.start, later.end) == (date(2022, 12, 26), date(2023, 1, 8))


def test_the_next_day_counts_from_the_day_told_last() -> None:
    made = article("The king landed in Lima on 2 March 2023 and left that evening.", "The next day he was in Quito.")
    (document,) = pipeline.parse([made])
    assert resolve_all(find_times(document, load()), TOLD, load())[-1].start == date(2023, 3, 3)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("A summit that had been due to take place in Lome on Sunday was cancelled.", -1),
        ("Talks that had been planned for Sunday were postponed, the ministry said.", -1),
        ("A summit due to take place in Lome on Sunday was cancelled.", 1),
        ("A summit that was due to take place in Lome on Sunday was cancelled.", 1),
    ],
)
def test_what_had_been_due_and_was_called_off_is_there_or_gone(text: str, side: int) -> None:
    assert times(text)["Sunday"].direction == side
