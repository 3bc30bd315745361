"""Persons with and without their titles: "Russian Foreign Minister Sergei Lavrov", "Lavrov", "the French president"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.titles import owners_around
from communique.records import OfficeClaim

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.people import NameSpan
    from communique.reading.actors.titles import Title


LEADING = frozenset({"leader", "head-of-state", "head-of-government"})


def name_spans(names: list[NameSpan], titles: list[Title]) -> list[tuple[int, int]]:
    """Names with the titles right beside them, as spans of tokens in order; a title across a comma stays outside."""
    spans: list[tuple[int, int]] = []
    for name in names:
        start, end = name.start, name.end
        for title in titles:
            if title.name is name and title.core_end == name.start:
                start = min(start, title.start)
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def place_persons(draft: Draft, names: list[NameSpan], titles: list[Title]) -> None:
    """Enter every named person, longest names first so that surnames find them, and the titles beside them."""
    beside: dict[int, list[Title]] = {}
    for title in titles:
        if title.name is not None:
            beside.setdefault(title.name.start, []).append(title)
    actors: dict[int, str] = {}
    words = draft.document.words
    for single in (False, True):
        for name in names:
            if (name.end - name.start == 1) is single:
                owners = [title.owner for title in beside.get(name.start, ()) if title.owner and not title.past]
                surface = words[name.start : name.end]
                actors[name.start] = draft.people.enter(surface, name.known, owners[0] if owners else None)
    for name in names:
        actor = draft.person(actors[name.start], draft.text(name.start, name.end))
        start, end = name.start, name.end
        for title in beside.get(name.start, ()):
            claim_office(draft, title, actor)
            if title.verbal:
                continue
            start, end = min(start, title.start), max(end, title.end)
        if draft.free(start, end):
            draft.refer(start, end, (actor,), "name")
        elif draft.free(name.start, name.end):
            draft.refer(name.start, name.end, (actor,), "name")
    _lone_surnames(draft)


def _lone_surnames(draft: Draft) -> None:
    """Proper nouns the name finder missed that are the surname of someone entered already, or of a known person."""
    document = draft.document
    for i, word in enumerate(document.words):
        if i in draft.taken or document.pos[i] != "PROPN" or not word[:1].isupper() or draft.gazetteer.at(i):
            continue
        actor = draft.people.surname(word)
        if actor is None and draft.gazetteer.entity(i) is None:
            known = [p for p in draft.knowledge.persons_with_surname(word) if p.state in draft.people.states]
            actor = draft.people.enter((word,), (known[0].key,), None) if len(known) == 1 else None
        if actor is not None:
            draft.refer(i, i + 1, (draft.person(actor, word),), "name")


def claim_office(draft: Draft, title: Title, person: str) -> None:
    """Record that the article gives a person an office, unless the title is too general to mean one."""
    owner = title.owner or draft.people.state_of.get(person)
    if owner is not None and not title.past:
        draft.titled.setdefault((owner, title.text), person)
    if owner is None or title.text in lexicon().general_titles or title.roles == ("counterpart",):
        return
    role = pick_role(draft, title, owner, person)
    if role is None:
        return
    office = f"{owner}/{role}"
    evidence = draft.document.evidence(title.core, title.core_end)
    draft.claims.append(OfficeClaim(person, office, evidence, title.past))
    if not title.past:
        draft.holders[office] = person
        draft.offices[person] = office


def pick_role(draft: Draft, title: Title, owner: str, person: str | None) -> str | None:
    """Of the roles a title may mean, the one the person held, else the one the owner's offices call so."""
    roles = [role for role in title.roles if role in draft.knowledge.roles]
    if f"{title.institution}-spokesperson" in draft.knowledge.roles and "spokesperson" in roles:
        return f"{title.institution}-spokesperson"
    if len(roles) > 1 and person is not None:
        held = {tenure.office for tenure in draft.knowledge.tenures_of(person.removeprefix("person:"))}
        roles = [role for role in roles if f"{owner}/{role}" in held] or roles
    if len(roles) > 1:
        own = [role for role in roles if title.text in draft.knowledge.office(owner, role).titles]
        roles = own or roles
    return roles[0] if roles else None


def place_titles(draft: Draft, titles: list[Title], *, implied: bool) -> None:
    """Enter titles without a name: as the person of this article who holds the office, else as the office.

    First those that say whose office it is, then (`implied`) those that leave it to what was said before.
    """
    for title in titles:
        if title.name is not None or title.verbal or not draft.free(title.start, title.end) or title.past:
            continue
        if title.plural:
            _place_holders(draft, title)
            continue
        if (title.owner is None) is not implied:
            continue
        if title.roles == ("counterpart",) or (title.text in lexicon().general_titles and title.owner is None):
            continue  # coreference.py and nominals.py know more about these
        titled = draft.titled.get((title.owner or "", title.text))
        if titled is not None:
            draft.refer(title.start, title.end, (titled,), "role")
            continue
        if title.owner is None:
            person = _same_title(draft, title)
            speaks = any(draft.knowledge.roles[role].speaks for role in title.roles if role in draft.knowledge.roles)
            roles = [role for role in title.roles if role in draft.knowledge.roles]
            owner = draft.last_owner(title.start, (*roles, "")[0]) if title.institution or speaks else None
            if person is not None:
                draft.refer(title.start, title.end, (person,), "role")
                continue
            if owner is None:
                continue
        else:
            owner = title.owner
        role = pick_role(draft, title, owner, None)
        if role is not None:
            actor = draft.holders.get(f"{owner}/{role}") or enter_office(
                draft, owner, role, draft.text(title.start, title.end)
            )
            draft.refer(title.start, title.end, (actor,), "role")


def _place_holders(draft: Draft, title: Title) -> None:
    """ "The foreign ministers of Iran and Oman", "the Polish and Czech presidents": one reference, several offices."""
    owners = owners_around(draft.document, draft.gazetteer, draft.knowledge, title.start, title.core, title.core_end)
    if len(owners) > 1:
        refer_holders(draft, title, owners, title.core_end)
    else:
        draft.pending[title.core_end] = title


def refer_holders(draft: Draft, title: Title, owners: tuple[str, ...], end: int) -> None:
    """One reference to the holders of a title in several states: people of the article where it names them."""
    actors = []
    for owner in owners:
        leader = _leader(draft, owner) if set(title.roles) & LEADING else None
        role = pick_role(draft, title, owner, None)
        person = (
            leader
            or _of_kind(draft, owner, draft.document.lemmas[title.core_end - 1])
            or draft.holders.get(f"{owner}/{role}")
        )
        if person is None and role is None:
            return
        actors.append(person or enter_office(draft, owner, role or "", draft.text(title.core, title.core_end)))
    if draft.free(title.start, end):
        draft.refer(title.start, end, tuple(actors), "role")


def _of_kind(draft: Draft, owner: str, word: str) -> str | None:
    """ "The Polish and Czech ministers": the person of the article whose office in that state says "minister"."""
    found = sorted(office for office in draft.holders if office.startswith(f"{owner}/") and word in office.split("-"))
    return draft.holders[found[0]] if len(found) == 1 else None


def _leader(draft: Draft, owner: str) -> str | None:
    """The person of this article who leads a state: head of state or of government, by title or by knowledge."""
    for role in ("head-of-state", "head-of-government"):
        if f"{owner}/{role}" in draft.holders:
            return draft.holders[f"{owner}/{role}"]
    for actor in sorted(draft.people.names):
        tenures = draft.knowledge.tenures_of(actor.removeprefix("person:"))
        if any(t.office in (f"{owner}/head-of-state", f"{owner}/head-of-government") for t in tenures):
            return actor
    return None


def _same_title(draft: Draft, title: Title) -> str | None:
    """ "The minister" without an owner: the person last given an office of that role before this place."""
    if not title.definite:
        return None
    start = draft.document.starts[title.start]
    before = [
        claim for claim in draft.claims
        if claim.evidence.start < start and claim.office.split("/", 1)[1] in title.roles
    ]  # fmt: skip
    return max(before, key=lambda claim: claim.evidence.start).person if before else None


def enter_office(draft: Draft, owner: str, role: str, surface: str) -> str:
    """Enter an office without a name beside it as an actor of kind "office"."""
    office = draft.knowledge.office(owner, role)
    state = owner if owner in draft.knowledge.states else None
    return draft.enter(f"office:{office.key}", f"{draft.owner_name(owner)} / {office.name}", "office", state, surface)
