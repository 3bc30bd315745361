"""Which office a title means, and who of the article holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.salience import candidates
from communique.reading.actors.titles import COUNTERPART
from communique.records import OfficeClaim

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.titles import Title


def claim_office(draft: Draft, title: Title, person: str) -> None:
    """Record that the article gives a person an office, unless the title is too general to mean one."""
    owner = title.owner or draft.people.state_of.get(person)
    if owner is not None and not title.past:
        draft.titled.setdefault((owner, title.text), person)
    if title.elsewhere:
        return
    if title.text in lexicon().general_titles or title.roles == COUNTERPART:
        _note_leader(draft, title, person, owner)
        return
    office = held_office(draft, title, person)
    if office is None and owner is not None and (title.possessor is None or not _tenured(draft, person)):
        role = pick_role(draft, title, owner, person)
        office = f"{owner}/{role}" if role is not None else None
    if office is None or (title.text in lexicon().courtesy and not held(draft, person, office)):
        return  # "Prince" before a name is no office unless it is known to be one
    enter_claim(draft, title, person, office)


def _tenured(draft: Draft, person: str) -> bool:
    """Whether knowledge knows any office of a person: "its president" is then none of the state's by guess."""
    return bool(draft.knowledge.tenures_of(person.removeprefix("person:")))


def _note_leader(draft: Draft, title: Title, person: str, owner: str | None) -> None:
    """ "Kenyan leader William Ruto" claims no office, but tells by which of his he is spoken of here."""
    if title.past or "leader" not in title.roles:
        return
    led = [office for role in lexicon().leading if held(draft, person, office := f"{owner}/{role}")]
    if led:
        draft.holders.setdefault(led[0], person)
        draft.offices.setdefault(person, led[0])


def enter_claim(draft: Draft, title: Title, person: str, office: str) -> None:
    """The article gives a person this office in the words of this title."""
    draft.claims.append(OfficeClaim(person, office, draft.document.evidence(title.core, title.core_end), title.past))
    if not title.past:
        draft.holders[office] = person
        draft.offices[person] = office


def held(draft: Draft, person: str, office: str) -> bool:
    """Whether knowledge has the person in that office at any time."""
    return any(tenure.office == office for tenure in draft.knowledge.tenures_of(person.removeprefix("person:")))


def held_office(draft: Draft, title: Title, person: str) -> str | None:
    """The office known to be the person's that this title can mean: "leader" of Hezbollah, not of Lebanon.

    The owner must be the one said, or an organisation of the state said, or none was said.
    """
    for role in title.roles:
        for tenure in draft.knowledge.tenures_of(person.removeprefix("person:")):
            owner, _, held_role = tenure.office.partition("/")
            organisation = draft.knowledge.organisations.get(owner)
            fits = title.owner in (None, owner) or (organisation is not None and organisation.state == title.owner)
            same = held_role == role or (role == "spokesperson" and held_role.endswith(f"-{role}"))
            if same and fits and not title.institution:
                return tenure.office
    return None


def pick_role(draft: Draft, title: Title, owner: str, person: str | None) -> str | None:
    """Of the roles a title may mean, the one the person held, else the one the owner's offices call so."""
    roles = [role for role in title.roles if role in draft.knowledge.roles]
    if f"{title.institution}-spokesperson" in draft.knowledge.roles and "spokesperson" in roles:
        return f"{title.institution}-spokesperson"
    if len(roles) > 1 and person is not None:
        roles = [role for role in roles if held(draft, person, f"{owner}/{role}")] or roles
    if len(roles) > 1:
        own = [role for role in roles if title.text in draft.knowledge.office(owner, role).titles]
        roles = own or roles
    return roles[0] if roles else None


def enter_office(draft: Draft, owner: str, role: str, surface: str) -> str:
    """Enter an office without a name beside it as an actor of kind "office"."""
    office = draft.knowledge.office(owner, role)
    state = owner if owner in draft.knowledge.states else None
    return draft.enter(f"office:{office.key}", f"{draft.owner_name(owner)} / {office.name}", "office", state, surface)


def leader_of(draft: Draft, owner: str, token: int) -> str | None:
    """The person of this article who leads a state or body: by title, else by knowledge, spoken of before first."""
    for role in lexicon().leading:
        if f"{owner}/{role}" in draft.holders:
            return draft.holders[f"{owner}/{role}"]
    former = {(claim.person, claim.office) for claim in draft.claims if claim.past}
    told = [actor for reference in draft.before(token) for actor in reference.actors]
    for actor in dict.fromkeys((*told, *draft.people.names)):
        for role in lexicon().leading if actor in draft.people.names else ():
            office = f"{owner}/{role}"
            if held(draft, actor, office) and (actor, office) not in former:
                return actor
    return None


def holder_of(draft: Draft, office: str) -> str | None:
    """Who of the article holds an office: by title, else the only one of its people known to have held it ever.

    Those who held it in the past by the article's own word are left out, and whoever leads the state by its word where
    another office is asked for: today's president may once have been foreign minister.
    """
    if office in draft.holders:
        return draft.holders[office]
    others = {claim.person for claim in draft.claims if claim.past and claim.office == office}
    if office.partition("/")[2] not in lexicon().leading:
        others |= {person for person, own in draft.offices.items() if own.partition("/")[2] in lexicon().leading}
    known = [actor for actor in draft.people.names if actor not in others and held(draft, actor, office)]
    return known[0] if len(known) == 1 else None


def bearer_of(draft: Draft, title: Title) -> str | None:
    """ "The minister" without an owner: who of the article bore such a title before, the best candidate first."""
    wanted = {role for role in title.roles if role in draft.knowledge.roles}
    speaks = any(draft.knowledge.roles[role].speaks for role in wanted)
    near = candidates(draft, title.start)
    seen = (actor for references in (near, draft.before(title.start)) for r in references for actor in r.actors)
    for actor in seen:
        office = draft.office_of(actor)
        role = office.partition("/")[2] if office else ""
        if role in wanted or (speaks and role in draft.knowledge.roles and draft.knowledge.roles[role].speaks):
            return actor
    return None


def peer_office(draft: Draft, person: str, owner: str, office: str) -> str | None:
    """The office of a counterpart: the same role in its own state, or the one by which it leads it.

    A person whose known offices are all others is no counterpart in office ("his counterpart" may be loose): None.
    """
    role = office.partition("/")[2]
    tenures = draft.knowledge.tenures_of(person.removeprefix("person:"))
    if not tenures or held(draft, person, f"{owner}/{role}"):
        return f"{owner}/{role}"
    if role in lexicon().leading:
        return next((t.office for t in tenures if t.office.partition("/")[2] in lexicon().leading), None)
    return None
