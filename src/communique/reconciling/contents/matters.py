"""Matters that an account affirms or denies: "arrived with a peace plan" against "no plan was presented"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.contents.words import group, matters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.reconciling.checks.sections import Sentence
    from communique.reconciling.contents.scene import Scene
    from communique.reconciling.contents.words import Matter
    from communique.records import Evidence

REACH = 7  # words between the verb and its matter; further apart they seldom belong together
NONE_REACH = 4  # words before a noun among which "no" makes it none ("no separate or standalone plan")
NOT_REACH = 3  # words before a verb among which "not" denies it, or "will" makes it a thing to come
_TABLE = "claim_words"


@dataclass(frozen=True, slots=True)
class Claim:
    """That an account affirms (or denies) a matter. `agent` did it; "" where the words leave that open."""

    matter: str
    affirmed: bool
    agent: str
    evidence: Evidence


def claims_of(scene: Scene) -> tuple[Claim, ...]:
    """The matters that the sentences about an event affirm or deny, in order."""
    return tuple(claim for sentence in scene.around for matter in matters() for claim in _claims(sentence, matter))


def _claims(sentence: Sentence, matter: Matter) -> Iterator[Claim]:
    words = sentence.words
    nouns = [at for at, word in enumerate(words) if word in matter.nouns]
    verbs = [at for at, word in enumerate(words) if word in matter.verbs or word in matter.against]
    for noun in nouns:
        near = sorted((abs(verb - noun), verb) for verb in verbs if 0 < abs(verb - noun) <= REACH)
        if not near:
            continue
        verb = near[0][1]
        none = bool({*words[max(0, noun - NONE_REACH) : noun]} & group(_TABLE, "none") - _any(words, noun))
        before = words[max(0, verb - NOT_REACH) : verb]
        nay = bool({*before} & group(_TABLE, "not"))
        denied = bool({*words[: min(noun, verb)]} & group(_TABLE, "denial"))
        if {*before} & group(_TABLE, "open") and not nay:
            continue
        negative = none or nay or denied or words[verb] in matter.against
        yield Claim(matter.key, not negative, _agent(sentence, verb), sentence.evidence)


def _any(words: tuple[str, ...], noun: int) -> frozenset[str]:
    """ "Any" makes none of a noun only beside a negation ("did not present any plan")."""
    negated = {*words[:noun]} & group(_TABLE, "not")
    return frozenset() if negated else frozenset({"any"})


def _agent(sentence: Sentence, verb: int) -> str:
    """The last actor named before an active verb; "" before a passive one."""
    if {*sentence.words[max(0, verb - 2) : verb]} & group(_TABLE, "passive"):
        return ""
    return next((actor for at, actor in reversed(sentence.named) if at < verb), "")
