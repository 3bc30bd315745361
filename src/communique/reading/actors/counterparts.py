""" "His Indian counterpart": the same office in another state, or the person of this article who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.offices import enter_office, holder_of, leader_of
from communique.reading.actors.phrases import look_left
from communique.reading.actors.salience import candidates
from communique.reading.actors.titles import means_counterpart
from communique.reading.gazetteer import owner_hit, owner_of

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft


def find_counterparts(draft: Draft) -> None:
    """Refer to every counterpart without a name whose state is said; runs before states take their words."""
    for i in range(len(draft.document.lower)):
        if i not in draft.taken and means_counterpart(draft.document, draft.gazetteer, draft.knowledge, i):
            refer_counterpart(draft, i, said=True)


def refer_counterpart(draft: Draft, token: int, *, said: bool = False) -> None:
    """Refer to a counterpart; with `said` only where the phrase says whose."""
    left = look_left(draft.document, draft.gazetteer, draft.knowledge, token)
    start = left.start if draft.free(left.start, token + 1) else token
    owner = left.owner
    if owner is None:
        hit = owner_hit(draft.gazetteer, draft.knowledge, token - 1) if token else None
        owner = owner_of(hit, draft.knowledge) if hit else None
    if owner is None and said:
        return
    for reference in candidates(draft, start, 1):
        for actor in reference.actors:
            office = draft.office_of(actor)
            if (
                actor.startswith(("unnamed:", "organisation:"))
                and "/" in actor
                and owner is not None
                and draft.actors[actor].state not in (None, owner)
            ):
                draft.refer(start, token + 1, (_like(draft, actor, owner, (start, token + 1)),), "role")
                return
            if office is None or (owner is not None and draft.actors[actor].state == owner):
                continue
            target = _peer(draft, actor, office, owner, (start, token + 1))
            if target is not None:
                draft.refer(start, token + 1, (target,), "role")
            return


def _like(draft: Draft, actor: str, owner: str, span: tuple[int, int]) -> str:
    """ "Chilean negotiators met their Peruvian counterparts": people of the same description in the other state."""
    kind, words = actor.partition(":")[0], actor.partition("/")[2]
    state = owner if owner in draft.knowledge.states else None
    known, said = draft.actors[actor], draft.owner_name(draft.actors[actor].state or "")
    name = known.name.replace(said, draft.owner_name(owner), 1)
    return draft.enter(f"{kind}:{owner}/{words}", name, known.kind, state, draft.text(*span))


def _peer(draft: Draft, actor: str, office: str, owner: str | None, span: tuple[int, int]) -> str | None:
    """Who holds that office, or also leads, in the other state: a person of the article, else the office."""
    role = office.partition("/")[2]
    if owner is None:
        return _other_party(draft, actor, role)
    holder = holder_of(draft, f"{owner}/{role}")
    if holder is None and role in lexicon().leading:
        holder = leader_of(draft, owner, span[0])
    return holder or enter_office(draft, owner, role, draft.text(*span))


def _other_party(draft: Draft, actor: str, role: str) -> str | None:
    """ "Wang informed his counterpart": the only other person of the article with that role, or that leads too."""
    leading = lexicon().leading
    for roles in ((role,), leading if role in leading else ()):
        others = {
            person for office, person in draft.holders.items()
            if office.partition("/")[2] in roles and person != actor
        }  # fmt: skip
        if len(others) == 1:
            return others.pop()
    return None
