"""What the look over the tenures finds, in small tables of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.knowledge import Gap, Knowledge, Person, Tenure, audit, load

OFFICE = "SVN/foreign-minister"


def _known(*held: tuple[str, date | None, date | None], gaps: tuple[Gap, ...] = ()) -> Knowledge:
    """The tables as they ship, with these holders of one office (key, surname before its last hyphen) and no other."""
    persons = {key: Person(key, key, key.split("-")[0], "SVN") for key, _, _ in held}
    tenures = tuple(Tenure(key, OFFICE, start, end, "day") for key, start, end in held)
    return replace(load(), persons=persons, tenures=tenures, gaps=gaps)


def test_a_day_of_handover_is_no_overlap_and_a_longer_one_is() -> None:
    fine = _known(("abc", date(2001, 1, 1), date(2002, 1, 1)), ("def", date(2002, 1, 1), None))
    assert audit.remarks(fine) == ()
    both = _known(("abc", date(2001, 1, 1), date(2002, 3, 1)), ("def", date(2002, 1, 1), None))
    assert audit.remarks(both) == (audit.Remark("overlap", OFFICE, ("abc", "def"), date(2002, 1, 1), date(2002, 3, 1)),)


def test_a_gap_is_remarked_unless_the_table_of_gaps_explains_it() -> None:
    held = (("abc", date(2001, 1, 1), date(2001, 12, 31)), ("def", date(2002, 2, 1), None))
    assert audit.remarks(_known(*held)) == (audit.Remark("gap", OFFICE, (), date(2002, 1, 1), date(2002, 1, 31)),)
    half = Gap(OFFICE, date(2002, 1, 1), date(2002, 1, 20), "vacant")
    assert audit.remarks(_known(*held, gaps=(half,))) == (
        audit.Remark("gap", OFFICE, (), date(2002, 1, 21), date(2002, 1, 31)),
    )


def test_holders_of_one_surname_are_remarked() -> None:
    held = _known(("abc-x", date(2001, 1, 1), date(2002, 1, 1)), ("abc-y", date(2002, 1, 1), None))
    assert audit.remarks(held) == (audit.Remark("homonyms", OFFICE, ("abc-x", "abc-y")),)


def test_uncovered_days_at_both_ends_and_within_alternatives() -> None:
    known = _known(("abc", date(2001, 1, 1), date(2002, 1, 1)))
    days = audit.uncovered(known, [OFFICE], date(2000, 1, 1), date(2003, 12, 31))
    assert days == ((date(2000, 1, 1), date(2000, 12, 31)), (date(2002, 1, 2), date(2003, 12, 31)))
    assert audit.uncovered(known, [OFFICE, "SVN/king"], date(2001, 5, 1), date(2001, 6, 1)) == ()
    assert audit.uncovered(load(), ["GBR/king", "GBR/queen"], date(2000, 1, 1), date(2026, 1, 1)) == ()
