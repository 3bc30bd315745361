"""What a heading claims: who does what, and whether it is told as done or as still to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reconciling.checks.lists import Deed, deeds, group
from communique.reconciling.lineage.words import stopwords

if TYPE_CHECKING:
    from communique.reconciling.checks.sections import Sentence

BEFORE = 2  # words before a noun among which "upcoming" makes it a thing to come; likewise "will" before a verb


@dataclass(frozen=True, slots=True)
class Claim:
    """One deed that a heading tells of.

    `actors` are those named before the deed, its doers; `others` those after it. `objects` are the content words after
    it; `ahead` says that it is still to come, `denied` that there was none ("No talks in Lima, says minister"): then
    there may be no actors, and they are all that the heading names.
    """

    deed: Deed
    actors: tuple[str, ...]
    others: tuple[str, ...]
    objects: frozenset[str]
    ahead: bool
    denied: bool = False


def claim_of(heading: Sentence) -> Claim | None:
    """What a heading claims; None where it claims nothing, asks, doubts, denies a deed's doing, or tells of several."""
    words = heading.words
    if set(words) & group("heading_words", "negation"):
        return _denial(heading)
    ahead = [(at, deed) for at in range(len(words)) for deed in deeds().values() if _is_ahead(words, at, deed)]
    if ahead:
        return _claim(heading, *ahead[0], ahead=True)
    if set(words) & group("heading_words", "uncertain"):
        return None
    told = [(at, deed) for at, word in enumerate(words) for deed in deeds().values() if word in deed.heading]
    if len(told) != 1 or {*words[max(0, told[0][0] - BEFORE) : told[0][0]]} & group("heading_words", "coming"):
        return None
    return _claim(heading, *told[0], ahead=False)


def _denial(heading: Sentence) -> Claim | None:
    """ "No talks in Lima, says minister": that there was none of a deed; None where the heading may look ahead."""
    words = heading.words
    negated = [at for at, word in enumerate(words) if word in group("heading_words", "negation")]
    if len(negated) > 1 or words[negated[0]] != "no" or set(words) & group("heading_words", "future"):
        return None
    noun = words[negated[0] + 1 : negated[0] + 2]
    deed = next((deed for deed in deeds().values() if deed.kind and noun and noun[0] in deed.nouns), None)
    return None if deed is None else Claim(deed, heading.actors, (), frozenset(), ahead=False, denied=True)


def ahead_nouns(words: tuple[str, ...], deed: Deed) -> bool:
    """Whether a sentence names a deed as still to come: "a planned visit"."""
    return any(word in deed.nouns and _announced(words, at) for at, word in enumerate(words))


def _is_ahead(words: tuple[str, ...], at: int, deed: Deed) -> bool:
    if not deed.kind:
        return False
    verb = words[at] in deed.heading and at > 0 and words[at - 1] in ("to", "will")
    return verb or (words[at] in deed.nouns and _announced(words, at))


def _announced(words: tuple[str, ...], at: int) -> bool:
    return bool({*words[max(0, at - BEFORE) : at]} & group("heading_words", "ahead"))


def _claim(heading: Sentence, at: int, deed: Deed, *, ahead: bool) -> Claim | None:
    actors = tuple(dict.fromkeys(actor for place, actor in heading.named if place < at))
    others = tuple(dict.fromkeys(actor for place, actor in heading.named if place > at))
    objects = frozenset(word for word in heading.words[at + 1 :] if word not in stopwords())
    return Claim(deed, actors, others, objects, ahead) if actors else None
