""" "Both sides", "the three leaders", "the two countries": the parties told of together before."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from communique.reading.actors.holders import refer_holders
from communique.reading.actors.institutions import enter_institution
from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.salience import REACH, SUBJECTS, bound, candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reading.actors.draft import Draft
    from communique.reading.actors.lexicon import Institution
    from communique.reading.cast import Reference
    from communique.reading.document import Document

FOCUS = 1  # sentences back that are still in the reader's mind
PAIR_BLOCKS = 2  # paragraphs back: wires put a quotation of one sentence between
CHAINED = ("xcomp", "advcl", "acl:relcl")
PEOPLE = ("person:", "office:")
EVERYONE = ("person:", "office:", "state:")
ANYBODY = (*EVERYONE, "unnamed:")  # "the two sides", of whom only officials were told


def coordinated(draft: Draft, reference: Reference) -> tuple[str, ...]:
    """The actors of a phrase such as "Wang and Lavrov", from its first member."""
    actors = list(reference.actors)
    for other in draft.references:
        joined = other.head != reference.head and draft.document.deps[other.head] == "conj"
        if joined and draft.document.heads[other.head] == reference.head:
            actors.extend(other.actors)
    return tuple(dict.fromkeys(actors))


def refer_pair(draft: Draft, start: int, end: int, count: int) -> None:
    """Refer to so many told of together: as people unless the phrase says states.

    Those in focus (this sentence or the one before) come first, then those the article tells of together most often
    (its first sentence counts once more), then the last ones named.
    """
    states = bool(lexicon().pair_states & set(draft.document.lower[start:end]))
    kinds: tuple[tuple[str, ...], ...] = (("state:",), EVERYONE) if states else (PEOPLE, EVERYONE)
    kinds += (ANYBODY,)
    if not states and of_other_rank(draft, start, end, count):
        return
    for kind in kinds:
        as_states = states or kind not in (PEOPLE, ("state:",))
        told = list(_told_together(draft, start, end, kind, count, as_states=as_states))
        pair = next((pair for distance, pair in told if distance <= FOCUS), ()) or _most_told(told)
        if not pair:
            pair = last_told(draft, start, kind, REACH, count, as_states=as_states)
        if pair:
            _enter(draft, start, end, pair, as_states=as_states)
            return


def _most_told(told: list[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The group told most often of (distance, group), nearest first; the farthest, in the lead, counts twice."""
    if not told:
        return ()
    times = Counter(frozenset(pair) for _, pair in told)
    times[frozenset(told[-1][1])] += 1
    best = max(times.values())
    return next(pair for _, pair in told if times[frozenset(pair)] == best)


def _told_together(
    draft: Draft, start: int, end: int, kinds: tuple[str, ...], count: int, *, as_states: bool, ranked: bool = True
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Groups of so many told of together before a phrase, with their distance in sentences, the nearest first.

    Together are those coordinated or spoken of as one, and exactly so many people of one clause; these must fit the
    phrase's noun by their office, if `ranked`.
    """
    document = draft.document
    for here, references in groupby(draft.before(start), key=lambda r: document.sentence_of[r.start]):
        inside = [r for r in references if r.form != "demonym" and not bound(draft, _phrase_head(draft, start, end), r)]
        fitting = [r for r in inside if not _looks_on(draft, r)]
        groups = [coordinated(draft, reference) for reference in fitting]
        if kinds != ("state:",):
            clauses = {_clause(document, r.head) for r in fitting if r.actors[0].startswith(PEOPLE)}
            one = fitting if len(clauses) == 1 else []
            named = dict.fromkeys(actor for r in reversed(one) for actor in r.actors if actor.startswith(PEOPLE))
            noun = document.lower[end - 1]
            groups.append(tuple(actor for actor in named if not ranked or _fits(draft, actor, noun)))
        for group in groups:
            owners = [draft.actors[actor].state for actor in group]
            if len(group) != count or not all(actor.startswith(kinds) for actor in group):
                continue
            if None not in owners and len(set(owners)) == count:
                pair = tuple(draft.owner(owner) for owner in owners if owner is not None) if as_states else group
                yield document.sentence_of[start] - here, pair
                break


def _clause(document: Document, token: int) -> int:
    """The verb that a token stands under, the controlling one of a chain: "is expected to travel to meet"."""
    node = token
    while document.heads[node] != node and not (document.pos[node] == "VERB" and not _goes_on(document, node)):
        node = document.heads[node]
    return node


def _goes_on(document: Document, verb: int) -> bool:
    """Whether a clause goes on with the subject of another: "visited Malta and met Lee"."""
    if document.deps[verb] == "conj":
        return not any(child.dep_ in SUBJECTS for child in document.doc[verb].children)
    return document.deps[verb] in CHAINED


def _phrase_head(draft: Draft, start: int, end: int) -> int:
    return draft.document.head_of(start, end)


def _looks_on(draft: Draft, reference: Reference) -> bool:
    """Whether a state only welcomes, mediates or comments: "Oman and Qatar hailed the talks of the two sides"."""
    document = draft.document
    head = reference.head
    while document.deps[head] == "conj" and document.heads[head] != head:
        head = document.heads[head]
    verb = document.lemmas[document.heads[head]]
    return reference.actors[0].startswith("state:") and document.deps[head] in SUBJECTS and verb in lexicon().looking_on


def _fits(draft: Draft, actor: str, noun: str) -> bool:
    """Whether an actor can be one of "the leaders" or "the ministers", as far as the office is known."""
    office = draft.office_of(actor)
    role = draft.knowledge.roles.get(office.partition("/")[2]) if office is not None else None
    if role is None:
        return True
    if noun in lexicon().leading_nouns:
        return role.key in lexicon().leading
    return not role.speaks and (noun != "ministers" or "minister" in role.key)


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
    if title is None and draft.document.lower[end : end + 1] in (("'",), ("'s",)):  # "the two countries' leaders"
        title = next((held for held in draft.pending.values() if held.start == end + 1), None)
    owners = tuple(owner for actor in pair if (owner := draft.actors[actor].state) is not None)
    if title is not None and as_states:
        refer_holders(draft, title, owners, max(end, title.core_end), min(start, title.start))
    else:
        draft.refer(start, end, pair, "pronoun")


def of_other_rank(draft: Draft, start: int, end: int, count: int) -> bool:
    """Refer "the two presidents", said after two ministers were named, to those who hold that office in their states.

    Nothing is done, and False returned, where all of these people may be presidents, or the title is one of any rank
    ("the ministers").
    """
    title = draft.pending.get(end)
    if title is None or title.text.removesuffix("s") in lexicon().general_titles:
        return False
    told = list(_told_together(draft, start, end, PEOPLE, count, as_states=False, ranked=False))
    focus = next((pair for distance, pair in told if distance <= FOCUS), ())
    people = focus or _most_told(told) or last_told(draft, start, PEOPLE, REACH, count)
    offices = [(draft.office_of(actor) or "").partition("/")[2] for actor in people]
    if all(not office or office in title.roles for office in offices):
        return False
    owners = tuple(owner for actor in people if (owner := draft.actors[actor].state) is not None)
    refer_holders(draft, title, owners, end, start)
    return not draft.free(start, end)


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
