"""Pronouns, and what needs them resolved before it: by rule over the parse, the nearest fitting one, subjects first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from communique.reading.actors.agents import noun_at_end
from communique.reading.actors.counterparts import refer_counterpart
from communique.reading.actors.genders import gender_of_noun
from communique.reading.actors.lexicon import lexicon, pair_phrases
from communique.reading.actors.pairs import PEOPLE, coordinated, last_told, refer_pair
from communique.reading.actors.salience import SUBJECTS, alongside, bound, candidates, fronted, most_likely, nearest
from communique.reading.actors.unnamed import plural

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.cast import Reference

COLLECTIVE = ("state:", "organisation:", "group:")


def resolve_pronouns(draft: Draft) -> None:
    """Resolve from left to right, so that a pronoun may point to one resolved before it."""
    document, lists = draft.document, lexicon()
    pairs = {start: (end, count) for start, end, count in pair_phrases(document.lower)}
    guessed: set[str] = set()
    for i, word in enumerate(document.lower):
        if i in draft.taken:
            continue
        if i in pairs and draft.free(i, pairs[i][0]):
            refer_pair(draft, i, *pairs[i])
        elif word in lists.counterparts:
            refer_counterpart(draft, i)
        elif word in lists.masculine or word in lists.feminine:
            _refer_person(draft, i, "f" if word in lists.feminine else "m", guessed)
        elif word in lists.plural:
            _refer_plural(draft, i)
        elif word in lists.neuter and _stands_for_actor(draft, i):
            actor = nearest(draft, i, lambda actor, _: actor.startswith(COLLECTIVE), 1)
            if actor is not None:
                draft.refer(i, i + 1, (actor,), "pronoun")


def _refer_person(draft: Draft, token: int, gender: str, guessed: set[str]) -> None:
    """ "He", "her": whoever is most likely; a person of unknown gender has that gender from now on.

    That is a guess (one of `guessed`), which a pronoun that nobody else fits overrules.
    """
    fits = partial(_person_fits, draft, gender, frozenset())
    actor = fronted(draft, token, fits) or alongside(draft, token, fits) or most_likely(draft, token, fits, gender)
    actor = actor or most_likely(draft, token, partial(_person_fits, draft, gender, frozenset(guessed)), gender)
    if actor is not None:
        draft.refer(token, token + 1, (actor,), "pronoun")
        if actor.startswith("person:") and not draft.people.gender_of.get(actor):
            guessed.add(actor)
            draft.people.note_gender(actor, gender)


def _person_fits(draft: Draft, gender: str, guessed: frozenset[str], actor: str, reference: Reference) -> bool:
    """Whether a pronoun can be an actor: a person of that gender (or `guessed`), an office, one unnamed person."""
    if actor.startswith("person:"):
        return actor in guessed or draft.people.gender_of.get(actor, "") in ("", gender)
    if actor.startswith("unnamed:"):
        words = draft.wording.get(actor, ())
        agent = noun_at_end(words)
        one = agent is not None and agent[1].person and not plural(draft, reference.head)
        return one and gender_of_noun(words) in ("", gender)
    return actor.startswith("office:")


def _stands_for_actor(draft: Draft, token: int) -> bool:
    """ "it" as the subject of a verb with a clause or "its" before a noun; expletives ("it was reported") do not."""
    return draft.document.lower[token] == "its" or draft.document.deps[token] == "nsubj"


def _refer_plural(draft: Draft, token: int) -> None:
    """ "They": the nearest coordination or body of people, subjects first; else the two people spoken of last."""
    for reference in candidates(draft, token, 1):
        together = coordinated(draft, reference)
        if bound(draft, token, reference):
            continue
        if len(together) > 1 or (len(together) == 1 and _many(draft, reference)):
            draft.refer(token, token + 1, together, "pronoun")
            return
    pair = last_told(draft, token, PEOPLE, 1)
    if pair:
        draft.refer(token, token + 1, pair, "pronoun")


def _many(draft: Draft, reference: Reference) -> bool:
    """Whether one actor can be "they": a ministry or group, or unnamed people of a state or as the subject."""
    actor = reference.actors[0]
    subject = draft.document.deps[reference.head] in SUBJECTS
    if actor.startswith("unnamed:"):
        return plural(draft, reference.head) and (subject or draft.actors[actor].state is not None)
    return actor.startswith(("organisation:", "group:")) and subject and reference.form != "metonym"
