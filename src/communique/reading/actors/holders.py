"""Titles that stand alone: as the person of the article who holds the office, else as the office itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.names import closed
from communique.reading.actors.offices import bearer_of, claim_office, enter_office, holder_of, leader_of, pick_role
from communique.reading.actors.phrases import owners_around
from communique.reading.actors.titles import COUNTERPART

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.titles import Title

OWNERS_WITHIN = 9  # tokens of "of A and B" between a title and the names of those who bear it
# Titles for whoever is on top, of whatever rank.
LEADING = frozenset({"leader", "head-of-state", "head-of-government"})


def place_titles(draft: Draft, titles: list[Title], *, implied: bool) -> None:
    """Enter titles without a name, first those that say whose office it is, then (`implied`) the others.

    Others take their owner from what was said before.
    """
    for title in titles:
        if (
            title.name is not None
            or title.verbal
            or title.past
            or title.elsewhere
            or not draft.free(title.start, title.end)
        ):
            continue
        if title.plural:
            _place_holders(draft, title)
        elif (title.owner is None) is implied and title.roles != COUNTERPART:
            actor = _apposed(draft, title)
            if actor is None:
                actor = _implied(draft, title) if title.owner is None else _owned(draft, title, title.owner)
            if actor is not None:
                draft.refer(title.start, title.end, (actor,), "role")


def _apposed(draft: Draft, title: Title) -> str | None:
    """ "Araghchi, Iran's chief negotiator, said": the person named before the comma, who holds that office."""
    lower = draft.document.lower
    reference = draft.named(title.start - 1) if title.start > 1 and lower[title.start - 1] == "," else None
    if reference is None or not closed(lower, title.end) or not reference.actors[0].startswith("person:"):
        return None
    person = reference.actors[0]
    if title.owner is not None and draft.actors[person].state not in (title.owner, None):
        return None
    claim_office(draft, title, person)
    return person


def _owned(draft: Draft, title: Title, owner: str) -> str | None:
    """The holder of a title whose owner is said, or the office."""
    if draft.document.lower[title.start] in ("a", "an"):  # any of several, not who was named
        role = pick_role(draft, title, owner, None)
        return enter_office(draft, owner, role, draft.text(title.start, title.end)) if role is not None else None
    titled = draft.titled.get((owner, title.text))
    if titled is not None:
        return titled
    if "leader" in title.roles and (leader := leader_of(draft, owner, title.start)) is not None:
        return leader
    for key in title.roles:
        if f"{owner}/{key}" in draft.holders:
            return draft.holders[f"{owner}/{key}"]
    if title.text in lexicon().general_titles and (person := _of_kind(draft, owner, title.text)) is not None:
        return person  # "the Saudi minister": who was said to be one
    meant = pick_role(draft, title, owner, None)
    if meant is None:
        return None
    surface = draft.text(title.start, title.end)
    return holder_of(draft, f"{owner}/{meant}") or enter_office(draft, owner, meant, surface)


def _implied(draft: Draft, title: Title) -> str | None:
    """The bearer of a title without an owner ("the minister"); spokespersons have the owner spoken of last."""
    if title.text in lexicon().general_titles:
        return None  # unnamed.py knows more about these
    if title.definite and (bearer := bearer_of(draft, title)) is not None:
        return bearer
    if title.definite and title.text in lexicon().lone_titles:
        return _in_office(draft, title, lexicon().lone_titles[title.text])
    roles = [role for role in title.roles if role in draft.knowledge.roles]
    if not title.institution and not any(draft.knowledge.roles[role].speaks for role in roles):
        return None
    owner = owner_by_person(draft, title.start, title.end) or draft.last_owner(title.start, (*roles, "")[0])
    return _owned(draft, title, owner) if owner is not None else None


def _in_office(draft: Draft, title: Title, office: str) -> str:
    """The holder of an office, or the office."""
    owner, _, role = office.partition("/")
    return holder_of(draft, office) or enter_office(draft, owner, role, draft.text(title.start, title.end))


def owner_by_person(draft: Draft, start: int, end: int | None = None) -> str | None:
    """The owner of X's office where "X's" stands before a token, or "for X" at another; else X's state.

    "Guterres' spokesman" and "a spokesman for Guterres" speak for the United Nations.
    """
    lower = draft.document.lower
    if start >= 2 and lower[start - 1] in ("'s", "'"):
        reference = draft.named(start - 1)
    elif end is not None and lower[end : end + 1] in (("for",), ("of",)):
        reference = next((r for r in draft.references if r.start == end + 1), None)
    else:
        return None
    if reference is None or not reference.actors[0].startswith("person:"):
        return None
    office = draft.office_of(reference.actors[0])
    return office.partition("/")[0] if office else draft.actors[reference.actors[0]].state


def _place_holders(draft: Draft, title: Title) -> None:
    """ "The foreign ministers of Iran and Oman", "the Polish and Czech presidents": one reference, several offices."""
    start, owners = owners_around(
        draft.document, draft.gazetteer, draft.knowledge, title.start, title.core, title.core_end
    )
    if len(owners) > 1:
        refer_holders(draft, title, owners, title.core_end, start)
    else:
        draft.pending[title.core_end] = title


def refer_holders(draft: Draft, title: Title, owners: tuple[str, ...], end: int, start: int | None = None) -> None:
    """One reference to the holders of a title in several states: people of the article where it names them."""
    start = title.start if start is None or not draft.free(start, end) else start
    actors = []
    word = draft.document.lemmas[title.core_end - 1]
    general = word in lexicon().general_titles and title.core_end - title.core == 1
    beside = _named_beside(draft, end)
    for owner in owners:
        leader = leader_of(draft, owner, title.start) if set(title.roles) & LEADING else None
        role = pick_role(draft, title, owner, None)
        named = [actor for actor in beside if draft.actors[actor].state == owner]
        if role is not None and len(named) == 1:
            draft.holders.setdefault(f"{owner}/{role}", named[0])
            draft.offices.setdefault(named[0], f"{owner}/{role}")
        person = leader or (_of_kind(draft, owner, word) if general else None) or holder_of(draft, f"{owner}/{role}")
        if person is None and role is None:
            return
        actors.append(person or enter_office(draft, owner, role or "", draft.text(title.core, title.core_end)))
    if draft.free(start, end):
        draft.refer(start, end, tuple(actors), "role")


def _named_beside(draft: Draft, end: int) -> tuple[str, ...]:
    """ "The foreign ministers of A and B, Ana Lind and Omar Dar": the people named right after the comma."""
    words = draft.document.lower
    at = next((i for i in range(end, min(end + OWNERS_WITHIN, len(words))) if words[i] == ","), len(words))
    found: list[str] = []
    while words[at : at + 1] in ((",",), ("and",)):
        at += 2 if words[at : at + 2] == (",", "and") else 1
        reference = next((r for r in draft.references if r.start <= at < r.end and r.form == "name"), None)
        if reference is None or not reference.actors[0].startswith("person:"):
            break
        found.append(reference.actors[0])
        at = reference.end
    return tuple(found)


def _of_kind(draft: Draft, owner: str, word: str) -> str | None:
    """ "The Polish and Czech ministers": the person of the article whose office in that state says "minister"."""
    found = sorted(office for office in draft.holders if office.startswith(f"{owner}/") and word in office.split("-"))
    return draft.holders[found[0]] if len(found) == 1 else None
