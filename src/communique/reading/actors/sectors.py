"""The sector (PLOVER's actor role) of every actor of an article, as its kind, its offices or its description say.

For people it is what this article calls them; on a day of the record, knowledge of their offices comes first (see
reconciling/binding.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.agents import noun_at_end, sector_of_name, sector_of_phrase
from communique.reading.actors.lexicon import lexicon

GENERAL = frozenset({"GOV", "MIL", "UAF", "CVL"})  # sectors that an organisation's own goes before

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.records import Sector


def sector_of(draft: Draft, actor: str) -> Sector | None:
    """The sector of an actor of the cast; None for states, groups, and where nothing is said."""
    kind, _, key = actor.partition(":")
    if kind == "office":
        return draft.knowledge.sectors.of_office(key)
    if kind == "organisation":
        return _of_body(draft, actor, key)
    if kind == "person":
        return _of_person(draft, actor)
    return _of_unnamed(draft, actor) if actor in draft.wording else None


def _of_unnamed(draft: Draft, actor: str) -> Sector | None:
    """By the words; people of a party, company or armed group are of its sector unless their noun says another."""
    words = draft.wording[actor]
    said = sector_of_phrase(words)
    body = draft.knowledge.sectors.of_body(draft.bodies.get(actor, ""))
    if body is None or said == "ELI":
        return said
    found = noun_at_end(words)
    yields = found is None or found[1].yields
    return body if yields or (said in GENERAL and body != "IGO") else said


def _of_body(draft: Draft, actor: str, key: str) -> Sector | None:
    owner, _, institution = key.partition("/")
    if institution:
        return lexicon().institution_sectors[institution]
    return draft.knowledge.sectors.of_body(owner) or sector_of_name(draft.actors[actor].name)


def _of_person(draft: Draft, person: str) -> Sector | None:
    """By the office that the article gives a person, else by the words for the person; all offices past: the elite."""
    claims = [claim for claim in draft.claims if claim.person == person]
    held = [claim.office for claim in claims if not claim.past]
    if claims:
        return draft.knowledge.sectors.of_office(held[0]) if held else "ELI"
    return sector_of_phrase(draft.wording.get(person, ()))
