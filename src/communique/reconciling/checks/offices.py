"""Office mismatch: the article gives a person an office that another held, by the tables of tenures.

Silent wherever the tables may be incomplete (offices of several holders), the title loose, the claim of another time,
or the person had the office within two months of the article.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from communique.knowledge.tenures import begins, ends
from communique.reconciling.checks.lists import group, sole_roles
from communique.reconciling.lineage.words import plain_words, words_of
from communique.records import Check, content_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.knowledge import Knowledge
    from communique.knowledge.model import Tenure
    from communique.records import Article, OfficeClaim, Publication, Reading

EDGE = timedelta(days=60)  # news goes on calling people by the office they have just left, or have just been given
OVERLAP = timedelta(
    days=31
)  # two tenures of one office that share more than a hand-over: the office has several holders
BESIDE = 3  # words on either side of a title among which a qualifier may stand
NEARBY = 80  # characters on either side of a title that are looked at
APPOSED = 3  # words that may stand between a name and a title after it ("A B, who is China's premier")


@dataclass(frozen=True, slots=True)
class _Case:
    """A claim with what the tables know of its person and its office; `start` and `end` are the publication days."""

    claim: OfficeClaim
    held: tuple[Tenure, ...]
    holders: tuple[Tenure, ...]
    start: date
    end: date


def office_checks(article: Article, reading: Reading, publication: Publication, knowledge: Knowledge) -> list[Check]:
    """One check for each person and office wrongly joined, with all places that say so."""
    found: dict[tuple[str, str], list[_Case]] = {}
    for claim in sorted(reading.offices, key=lambda claim: claim.evidence):
        case = _case(claim, publication, knowledge)
        if case is not None and _refuted(case, knowledge) and _plain(case, article, reading, knowledge):
            found.setdefault((claim.person, claim.office), []).append(case)
    checks: list[Check] = []
    for (person, office), cases in sorted(found.items()):
        evidence = tuple(dict.fromkeys(case.claim.evidence for case in cases))
        key = content_id("check", article.id, "office mismatch", person, office)
        checks.append(Check(key, article.id, "office mismatch", evidence, _detail(cases[0], knowledge)))
    return checks


def _case(claim: OfficeClaim, publication: Publication, knowledge: Knowledge) -> _Case | None:
    person, office = claim.person.removeprefix("person:"), claim.office.removeprefix("office:")
    if claim.past or person not in knowledge.persons or office.rpartition("/")[2] not in sole_roles():
        return None
    held = knowledge.tenures_of(person)
    holders = knowledge.holders(office, date.min, date.max)
    if not held or not holders or _several(holders):
        return None
    return _Case(claim, held, holders, publication.when.start or date.min, publication.when.end or date.max)


def _several(holders: Sequence[Tenure]) -> bool:
    """Whether an office has had two holders at once; one who acted in the other's stead is no second holder."""
    return any(
        one.person != other.person and begins(other) + OVERLAP < ends(one)
        for one, other in itertools.pairwise([tenure for tenure in holders if not tenure.acting])
        if begins(other) < date.max - OVERLAP
    )


def _refuted(case: _Case, knowledge: Knowledge) -> bool:
    """Whether the person had the office on no day near publication, and others had it throughout as far as known."""
    office = case.claim.office.removeprefix("office:")
    own = [tenure for tenure in case.held if tenure.office == office]
    start = case.start - EDGE if case.start > date.min + EDGE else date.min
    end = case.end + EDGE if case.end < date.max - EDGE else date.max
    if any(begins(tenure) <= end and ends(tenure) >= start for tenure in own):
        return False
    others = knowledge.holders(office, case.start, case.end)
    if not others:
        return False
    elsewhere = any(t.office != office and begins(t) <= case.end and ends(t) >= case.start for t in case.held)
    return elsewhere or bool(own)


def _plain(case: _Case, article: Article, reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the words claim this office for this person, and for now."""
    evidence = case.claim.evidence
    said = plain_words(article.quote(evidence))
    text = " ".join(said)
    if text in group("cautions", "loose") or any(f" {loose}" in f" {text}" for loose in _long_loose()):
        return False
    before = plain_words(article.text[max(0, evidence.start - NEARBY) : evidence.start])[-BESIDE:]
    after = plain_words(article.text[evidence.end : evidence.end + NEARBY])[:BESIDE]
    if {*before, *said, *after} & group("cautions", "qualifier"):
        return False
    return (
        not _titled_rightly(case, text, knowledge)
        and _joined(case, article, knowledge)
        and not _of_another_year(case, article, reading)
    )


def _long_loose() -> list[str]:
    return sorted(words for words in group("cautions", "loose") if " " in words)


def _titled_rightly(case: _Case, text: str, knowledge: Knowledge) -> bool:
    """Whether the title is also one of an office that the person did have then."""
    for tenure in case.held:
        if begins(tenure) <= case.end and ends(tenure) >= case.start:
            owner, _, role = tenure.office.rpartition("/")
            titles = knowledge.office(owner, role).titles
            if any(f" {' '.join(plain_words(title))} " in f" {text} " for title in titles):
                return True
    return False


def _joined(case: _Case, article: Article, knowledge: Knowledge) -> bool:
    """Whether title and full name stand side by side: "Premier A B", or "A B, China's premier" and no name after.

    A surname alone may be another's, and in a list of people a title belongs to its neighbour.
    """
    evidence = case.claim.evidence
    person = knowledge.persons[case.claim.person.removeprefix("person:")]
    names = [words for words in map(plain_words, (person.name, *person.aliases)) if len(words) > 1]
    before = plain_words(article.text[max(0, evidence.start - NEARBY) : evidence.start])
    after = plain_words(article.text[evidence.end : evidence.end + NEARBY])
    own = {word for name in names for word in name}
    if after[:1] and after[0] in own:
        return any(set(name) <= set(after[: len(name) + 1]) for name in names)
    following = words_of(article.text[evidence.end : evidence.end + NEARBY])[:APPOSED]
    if (
        any(word.capital and not word.opens for word in following[1:])
        or article.text[evidence.end + 1 : evidence.end + 2].isupper()
    ):
        return False
    return any(set(name) <= set(before[-len(name) - APPOSED :]) for name in names)


def _of_another_year(case: _Case, article: Article, reading: Reading) -> bool:
    """Whether the paragraph names a year in which the person did have the office."""
    office = case.claim.office.removeprefix("office:")
    evidence = case.claim.evidence
    line = next((line for line in article.lines if line.start <= evidence.start < line.end), None)
    years = {
        time.year for time in reading.times
        if time.year is not None and line is not None and line.start <= time.evidence.start < line.end
    }  # fmt: skip
    return any(
        begins(tenure).year <= year <= ends(tenure).year
        for tenure in case.held if tenure.office == office for year in years
    )  # fmt: skip


def _detail(case: _Case, knowledge: Knowledge) -> str:
    office = case.claim.office.removeprefix("office:")
    person = knowledge.persons[case.claim.person.removeprefix("person:")].name
    own = [tenure for tenure in case.held if begins(tenure) <= case.end and ends(tenure) >= case.start]
    own = own or [tenure for tenure in case.held if tenure.office == office]
    others = dict.fromkeys(
        knowledge.persons[tenure.person].name for tenure in knowledge.holders(office, case.start, case.end)
    )
    was = "; ".join(f"{office_name(tenure.office, knowledge)} {_span(tenure)}" for tenure in own)
    title = office_name(office, knowledge)
    verb = "was" if len(others) == 1 else "were"
    return f"said to be {title}; {person} was {was}; {' and '.join(others)} {verb} {title} then"


def office_name(office: str, knowledge: Knowledge) -> str:
    """An office in words: "Prime Minister of China"."""
    owner, _, role = office.rpartition("/")
    where = knowledge.states[owner].name if owner in knowledge.states else knowledge.organisations[owner].name
    return f"{knowledge.office(owner, role).name} of {where}"


def _span(tenure: Tenure) -> str:
    """The days of a tenure, as exact as they are known."""
    digits = {"day": 10, "month": 7, "year": 4}[tenure.granularity]
    start = f"from {tenure.start.isoformat()[:digits]}" if tenure.start else ""
    end = f"until {tenure.end.isoformat()[:digits]}" if tenure.end else ""
    return " ".join(part for part in (start, end) if part) or "at a time not known"
