""" "Both sides", "the three leaders", "the two countries": the parties told of together before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.holders import refer_holders
from communique.reading.actors.institutions import enter_institution
from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.salience import REACH, bound, candidates

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.lexicon import Institution
    from communique.reading.cast import Reference

PAIR_BLOCKS = 2  # paragraphs back: wires put a quotation of one sentence between
PEOPLE = ("person:", "office:")
EVERYONE = ("person:", "office:", "state:")


def coordinated(draft: Draft, reference: Reference) -> tuple[str, ...]:
    """The actors of a phrase such as "Wang and Lavrov", from its first member."""
    actors = list(reference.actors)
    for other in draft.references:
        joined = other.head != reference.head and draft.document.deps[other.head] == "conj"
        if joined and draft.document.heads[other.head] == reference.head:
            actors.extend(other.actors)
    return tuple(dict.fromkeys(actors))


def refer_pair(draft: Draft, start: int, end: int, count: int) -> None:
    """Refer to the last so many told of together, as people unless the phrase says states."""
    states = bool(lexicon().pair_states & set(draft.document.lower[start:end]))
    kinds: tuple[tuple[str, ...], ...] = (("state:",), EVERYONE) if states else (PEOPLE, EVERYONE)
    for kind in kinds:
        as_states = states or kind is EVERYONE
        pair = _together(draft, start, kind, count, as_states=as_states)
        if not pair:
            pair = last_told(draft, start, kind, REACH, count, as_states=as_states)
        if pair:
            _enter(draft, start, end, pair, as_states=as_states)
            return


def _enter(draft: Draft, start: int, end: int, pair: tuple[str, ...], *, as_states: bool) -> None:
    """ "The leaders of both countries" are the holders of the title; without a title the parties themselves."""
    institution = _institutions(draft, start, end)
    if institution is not None and as_states:
        owners = tuple(draft.actors[actor].state or "" for actor in pair)
        name, text = institution.name, draft.text(start, end)
        draft.refer(
            start, end, tuple(enter_institution(draft, o, institution.key, name, text) for o in owners), "pronoun"
        )
        return
    title = draft.pending.get(start - 1) if start and draft.document.lower[start - 1] == "of" else None
    owners = tuple(owner for actor in pair if (owner := draft.actors[actor].state) is not None)
    if title is not None and as_states:
        refer_holders(draft, title, owners, end)
    else:
        draft.refer(start, end, pair, "pronoun")


def _institutions(draft: Draft, start: int, end: int) -> Institution | None:
    """ "The two foreign ministries": the institution of each state that is meant; None: the states."""
    words = (*draft.document.lower[start : end - 1], draft.document.lemmas[end - 1])
    known = lexicon().institutions
    return next(
        (known[words[k:]] for k in range(1, len(words)) if words[k:] in known and words[-1] != "government"), None
    )


def told_together(draft: Draft, token: int) -> tuple[str, ...]:
    """The people coordinated or spoken of as one nearest before a token: whom "the ministers" means; () if none."""
    for reference in candidates(draft, token, REACH, PAIR_BLOCKS):
        people = coordinated(draft, reference)
        if len(people) > 1 and all(actor.startswith(PEOPLE) for actor in people):
            return people
    return ()


def _together(draft: Draft, token: int, kinds: tuple[str, ...], count: int, *, as_states: bool) -> tuple[str, ...]:
    """The nearest so many actors of these kinds coordinated or spoken of as one before, within two sentences."""
    for reference in candidates(draft, token, 2, PAIR_BLOCKS):
        pair = coordinated(draft, reference)
        if len(pair) == count and all(actor.startswith(kinds) for actor in pair):
            owners = [draft.actors[actor].state for actor in pair]
            if not as_states:
                return pair
            if None not in owners and len(set(owners)) == count:
                return tuple(draft.owner(owner) for owner in owners if owner is not None)
    return ()


def last_told(
    draft: Draft, token: int, kinds: tuple[str, ...], reach: int, count: int = 2, *, as_states: bool = False
) -> tuple[str, ...]:
    """The most recent actors of so many different states before a token, in text order; () if there are fewer."""
    document = draft.document
    here, block = document.sentence_of[token], document.block_of[token]
    phrase = document.heads[token] if document.deps[token].startswith("det") else token
    found: dict[str, str] = {}
    for reference in draft.before(token):
        if (
            here - document.sentence_of[reference.start] > reach
            or document.block_of[reference.start] < block - PAIR_BLOCKS
        ):
            break
        if reference.form == "demonym" or bound(draft, phrase, reference):
            continue  # "Lee hosted the two ministers": she is none of them
        for actor in reversed(reference.actors):
            state = draft.actors[actor].state
            if actor.startswith(kinds) and state is not None and state not in found and len(found) < count:
                found[state] = draft.owner(state) if as_states else actor
    return tuple(reversed(found.values())) if len(found) == count else ()
