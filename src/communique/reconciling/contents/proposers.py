"""Who set something going: "proposed the talks", "at the request of Tehran"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.reconciling.contents.words import group, initiatives
from communique.reconciling.lineage.words import stopwords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.reconciling.checks.sections import Sentence
    from communique.reconciling.contents.scene import Scene
    from communique.records import Evidence

REACH = 5  # words from the verb to what is proposed
TELLING = 2  # content words by which a thing is known again
BESIDE = 3  # words between "request of" and the name, or the name and "request"
OWN = frozenset(noun for noun, key in initiatives().items() if key == "plan")
NO_THING = frozenset({"that", "to"})  # after the verb: what follows is a clause
DEFINITE = frozenset({"the", "this", "that"})
NEGATED = frozenset({"not", "never", "nobody", "neither"})


@dataclass(frozen=True, slots=True)
class Proposer:
    """That an actor proposed something: of a class (initiatives.tsv), or what its content words say."""

    of: str
    actor: str
    evidence: Evidence


def proposers_of(scene: Scene) -> tuple[Proposer, ...]:
    """Who proposed what by the sentences about an event, in order."""
    return tuple(found for sentence in scene.around for found in (*_by_verb(sentence), *_by_noun(sentence)))


def _by_verb(sentence: Sentence) -> Iterator[Proposer]:
    words = sentence.words
    for at, word in enumerate(words):
        if word not in group("initiative_words", "verb") or {*words[max(0, at - 3) : at]} & NEGATED:
            continue
        if {*words[max(0, at - 2) : at]} & group("claim_words", "passive"):
            by = next(
                (place for place in range(at + 1, min(len(words), at + 1 + BESIDE)) if words[place] == "by"), None
            )
            thing = next((place for place in range(at - 1, -1, -1) if words[place] in initiatives()), None)
            actor = None if by is None else _named(sentence, by + 1, by + 1 + BESIDE)
        else:
            near = range(at + 1, min(len(words), at + 1 + REACH))
            thing = next((place for place in near if words[place] in initiatives()), None)
            actor = next((who for place, who in reversed(sentence.named) if place < at), None)
            if thing is None and actor is not None and (of := _content(sentence, near)):
                yield Proposer(of, actor, sentence.evidence)
        if thing is not None and actor is not None and _that_one(words, thing):
            yield Proposer(initiatives()[words[thing]], actor, sentence.evidence)


def _content(sentence: Sentence, near: Sequence[int]) -> str:
    """The content words of what is proposed, "joint port company", "" where that is a clause or says too little."""
    names = {at for at, _ in sentence.named}
    after = [sentence.words[at] for at in takewhile(lambda at: at not in names, near)]
    content = [word for word in after if word not in stopwords()]
    return "" if not after or after[0] in NO_THING or len(content) < TELLING else " ".join(content)


def same_thing(one: str, other: str) -> bool:
    """Whether two things proposed are one: of one class, or alike in their content words."""
    return one == other or len({*one.split()} & {*other.split()}) >= TELLING


def _that_one(words: tuple[str, ...], thing: int) -> bool:
    """Whether it is one known thing; each side may propose a plan of its own, so that a plan must be "the plan"."""
    return words[thing] not in OWN or bool({*words[max(0, thing - BESIDE) : thing]} & DEFINITE)


def _by_noun(sentence: Sentence) -> Iterator[Proposer]:
    """ "The talks were held at the request of X": the thing is the last named before, else the event itself."""
    words = sentence.words
    for at, word in enumerate(words):
        if word not in group("initiative_words", "noun") or "at" not in words[max(0, at - 1 - BESIDE) : at]:
            continue
        after = _named(sentence, at + 2, at + 2 + BESIDE) if words[at + 1 : at + 2] == ("of",) else None
        start = at - next(back for back in range(1, 2 + BESIDE) if words[at - back] == "at")
        actor = after or _named(sentence, start + 1, at)
        things = [w for w in (*reversed(words[:start]), *words[at + 1 :]) if w in initiatives()]
        if actor is not None:
            yield Proposer(initiatives()[things[0]] if things else "talks", actor, sentence.evidence)


def _named(sentence: Sentence, start: int, end: int) -> str | None:
    """The first actor named among the words from `start` up to `end`."""
    return next((actor for at, actor in sentence.named if start <= at < end), None)
