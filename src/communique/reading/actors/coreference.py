"""Pronouns, counterparts and "both sides", by rule over the parse: the nearest fitting one, subjects first.

Weights of the salience score follow the usual order of Lappin and Leass (1994): recency by sentence, then
subject over others; they were not tuned.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon, pair_phrases
from communique.reading.actors.persons import enter_office, refer_holders
from communique.reading.gazetteer import OWNERS, owner_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.reading.actors.draft import Draft
    from communique.reading.cast import Reference

REACH = 3  # sentences that a pronoun may look back
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
EVERYONE = ("person:", "office:", "state:")
COLLECTIVE = ("state:", "organisation:", "group:")


def resolve_pronouns(draft: Draft) -> None:
    """Resolve from left to right, so that a pronoun may point to one resolved before it."""
    document, lists = draft.document, lexicon()
    pairs = dict(pair_phrases(document.lower))
    for i, word in enumerate(document.lower):
        if i in draft.taken:
            continue
        if i in pairs and draft.free(i, pairs[i]):
            _refer_pair(draft, i, pairs[i])
        elif word in ("counterpart", "counterparts"):
            _refer_counterpart(draft, i)
        elif word in lists.masculine or word in lists.feminine:
            gender = "f" if word in lists.feminine else "m"
            _refer_nearest(draft, i, partial(_person_fits, draft, gender))
        elif word in lists.plural:
            _refer_plural(draft, i)
        elif word in lists.neuter and _stands_for_actor(draft, i):
            _refer_nearest(draft, i, lambda actor: actor.startswith(COLLECTIVE), reach=1)


def _person_fits(draft: Draft, gender: str, actor: str) -> bool:
    if actor.startswith("person:"):
        return draft.people.gender_of.get(actor, "") in ("", gender)
    return actor.startswith("office:")


def _stands_for_actor(draft: Draft, token: int) -> bool:
    """ "it" as the subject of a verb with a clause or "its" before a noun; expletives ("it was reported") do not."""
    if draft.document.lower[token] == "its":
        return True
    return draft.document.deps[token] == "nsubj"


def _candidates(draft: Draft, token: int, reach: int) -> list[tuple[float, Reference]]:
    """References before a token within reach, best first: near sentences, subjects, late in the sentence."""
    document = draft.document
    here, block = document.sentence_of[token], document.block_of[token]
    scored = []
    for reference in draft.references:
        distance = here - document.sentence_of[reference.start]
        if reference.end > token or distance > reach or document.block_of[reference.start] < block - 1:
            continue
        if reference.form == "demonym":
            continue
        subject = document.deps[reference.head] in SUBJECTS
        main = subject and document.deps[document.heads[reference.head]] in ("ROOT", "conj")
        score = -2.0 * distance + 1.5 * subject + 0.5 * main - 0.001 * (token - reference.start)
        scored.append((score, reference))
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].start))


def _refer_nearest(draft: Draft, token: int, fits: Callable[[str], bool], reach: int = REACH) -> None:
    for _, reference in _candidates(draft, token, reach):
        fitting = tuple(actor for actor in reference.actors if fits(actor))
        if len(fitting) == 1 == len(reference.actors):
            draft.refer(token, token + 1, fitting, "pronoun")
            return


def _coordinated(draft: Draft, reference: Reference) -> tuple[str, ...]:
    """The actors of a phrase such as "Wang and Lavrov", from its first member."""
    actors = list(reference.actors)
    for other in draft.references:
        joined = other.head != reference.head and draft.document.deps[other.head] == "conj"
        if joined and draft.document.heads[other.head] == reference.head:
            actors.extend(other.actors)
    return tuple(dict.fromkeys(actors))


def _refer_plural(draft: Draft, token: int) -> None:
    """ "They": the nearest coordination or body of people, subjects first; else the two people spoken of last."""
    for _, reference in _candidates(draft, token, 1):
        together = _coordinated(draft, reference)
        if len(together) > 1 or (len(together) == 1 and _many(draft, reference)):
            draft.refer(token, token + 1, together, "pronoun")
            return
    pair = _last_pair(draft, token, ("person:", "office:"), 1)
    if pair:
        draft.refer(token, token + 1, pair, "pronoun")


def _many(draft: Draft, reference: Reference) -> bool:
    """Whether one actor can be "they": a ministry or group, or unnamed people of a state or as the subject."""
    actor = reference.actors[0]
    subject = draft.document.deps[reference.head] in SUBJECTS
    if actor.startswith("unnamed:"):
        return subject or draft.actors[actor].state is not None
    return actor.startswith(("organisation:", "group:")) and subject


def _refer_pair(draft: Draft, start: int, end: int) -> None:
    """ "Both sides", "the two countries": the last two told of together, as people unless the phrase says states."""
    states = bool(lexicon().pair_states & set(draft.document.lower[start:end]))
    kinds: tuple[tuple[str, ...], ...] = (("state:",), EVERYONE) if states else (("person:", "office:"), EVERYONE)
    for kind in kinds:
        as_states = states or kind is EVERYONE
        pair = _together(draft, start, kind, as_states) or _last_pair(draft, start, kind, REACH, as_states=as_states)
        if pair:
            title = draft.pending.get(start - 1) if draft.document.lower[start - 1] == "of" else None
            owners = tuple(owner for actor in pair if (owner := draft.actors[actor].state) is not None)
            if title is not None and as_states:
                refer_holders(draft, title, owners, end)
            else:
                draft.refer(start, end, pair, "pronoun")
            return


def _together(draft: Draft, token: int, kinds: tuple[str, ...], as_states: bool) -> tuple[str, ...]:
    """The nearest two actors of these kinds that are coordinated or already spoken of as two, within two sentences."""
    for _, reference in _candidates(draft, token, 2):
        pair = _coordinated(draft, reference)
        if len(pair) == 2 and all(actor.startswith(kinds) for actor in pair):
            owners = [draft.actors[actor].state for actor in pair]
            if not as_states:
                return pair
            if None not in owners:
                return tuple(draft.owner(owner) for owner in owners if owner is not None)
    return ()


def _last_pair(
    draft: Draft, token: int, kinds: tuple[str, ...], reach: int, *, as_states: bool = False
) -> tuple[str, ...]:
    """The two most recent actors of different states before a token, in text order; () if there are not two."""
    document = draft.document
    here, block = document.sentence_of[token], document.block_of[token]
    found: dict[str, str] = {}
    for reference in sorted((r for r in draft.references if r.end <= token), key=lambda r: -r.start):
        if here - document.sentence_of[reference.start] > reach or document.block_of[reference.start] < block - 1:
            break
        if reference.form == "demonym":
            continue
        for actor in reversed(reference.actors):
            state = draft.actors[actor].state
            if actor.startswith(kinds) and state is not None and state not in found and len(found) < 2:
                found[state] = draft.owner(state) if as_states else actor
    return tuple(reversed(found.values())) if len(found) == 2 else ()


def _refer_counterpart(draft: Draft, token: int) -> None:
    """ "His Indian counterpart": the same office in another state, or the person of this article who holds it."""
    from communique.reading.actors.titles import look_left

    left = look_left(draft.document, draft.gazetteer, draft.knowledge, token)
    start = left.start if draft.free(left.start, token + 1) else token
    owner = left.owner
    if owner is None:
        hit = draft.gazetteer.at(token - 1, *OWNERS) if token else None
        owner = owner_of(hit, draft.knowledge) if hit else None
    for _, reference in _candidates(draft, start, 1):
        for actor in reference.actors:
            office = draft.offices.get(actor) or (
                actor.removeprefix("office:") if actor.startswith("office:") else None
            )
            if office is None or draft.actors[actor].state == owner:
                continue
            role = office.split("/", 1)[1]
            if owner is None:
                other = _other_party(draft, actor, role)
                if other is not None:
                    draft.refer(start, token + 1, (other,), "role")
                return
            holder = draft.holders.get(f"{owner}/{role}")
            target = holder or enter_office(draft, owner, role, draft.text(start, token + 1))
            draft.refer(start, token + 1, (target,), "role")
            return


def _other_party(draft: Draft, actor: str, role: str) -> str | None:
    """ "Wang informed his counterpart": the only other person of the article with that role."""
    others = sorted({
        person for office, person in draft.holders.items()
        if office.split("/", 1)[1] == role and person != actor
    })  # fmt: skip
    return others[0] if len(others) == 1 else None
