"""The offices that articles give the people of an event, and which two of them no one person can have had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.knowledge.tenures import begins, ends
from communique.reconciling.checks.lists import group, sole_roles
from communique.reconciling.lineage.words import plain_words

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.records import Article, Evidence, Reading, When


@dataclass(frozen=True, slots=True)
class Title:
    """That an article gives a person an office."""

    person: str
    office: str
    evidence: Evidence


def titles_of(person: str, article: Article, reading: Reading) -> tuple[Title, ...]:
    """The offices that an article gives a person as held, each once, without titles that are loosely used."""
    found: dict[str, Title] = {}
    for claim in sorted(reading.offices, key=lambda claim: claim.evidence):
        if claim.person != person or claim.past:
            continue
        if " ".join(plain_words(article.quote(claim.evidence))) in group("cautions", "loose"):
            continue
        found.setdefault(claim.office, Title(person, claim.office, claim.evidence))
    return tuple(found[office] for office in sorted(found))


def go_together(one: Title, other: Title, when: When, knowledge: Knowledge) -> bool:
    """Whether one person can have had both offices: of two owners, neither held by one alone, or known to be held.

    Where the tables know one of them for those days and not the other, the other is an error of its article.
    """
    owner, _, role = one.office.removeprefix("office:").rpartition("/")
    owner_of_other, _, role_of_other = other.office.removeprefix("office:").rpartition("/")
    if owner != owner_of_other or role == role_of_other or not {role, role_of_other} & sole_roles():
        return True
    held = {
        tenure.office for tenure in knowledge.tenures_of(one.person.removeprefix("person:"))
        if when.start is None or when.end is None or (begins(tenure) <= when.end and ends(tenure) >= when.start)
    }  # fmt: skip
    return {f"{owner}/{role}", f"{owner_of_other}/{role_of_other}"} <= held
