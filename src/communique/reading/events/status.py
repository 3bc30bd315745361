"""Whether an event is told as held, planned, proposed, denied, cancelled, conditional or unconfirmed.

Read from the predicate's own modals, negation and tense, then from what governs it: "plans to", "denied that",
"the idea of", "if". The words are in status.toml; here are only the places where they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.events.candidates import BARE, CUED, TOLD, UNDONE
from communique.reading.events.governing import governor_cues, noun_cues, setting_cues
from communique.reading.events.kinds import STATUS_ORDER
from communique.reading.events.predicates import came_to_nothing, predicate_of, tense_of
from communique.reading.events.verb_cues import verb_cues

if TYPE_CHECKING:
    from communique.reading.events.predicates import Tense
    from communique.records import Status

WHY = frozenset({"why", "how", "when", "where"})  # questions that take it as known that something happened


def status_of(trigger: Any, family: str) -> tuple[Status, int, Tense]:
    """Status of a mention of this family, its strength for folding (BARE, CUED or TOLD), and its tense."""
    found: set[Status] = set()
    predicate = predicate_of(trigger)
    if trigger.pos_ != "VERB":
        found |= noun_cues(trigger, family)
    if predicate is not None:
        found |= verb_cues(predicate)
        found |= governor_cues(predicate)
    else:
        found |= governor_cues(trigger) | setting_cues(trigger)
    if _asked(trigger):
        found.add("unconfirmed")
    if found == {"planned"} and came_to_nothing(trigger):
        found.add("cancelled")
    tense = tense_of(predicate)
    for status in STATUS_ORDER:
        if status in found:
            strength = UNDONE if status in ("denied", "cancelled") else CUED
            return status, strength, "future" if status == "planned" else tense
    told = predicate is not None and tense == "past"
    return "held", TOLD if told else BARE, tense


def _asked(trigger: Any) -> bool:
    """ "Did they meet in May?": a question tells nothing as held, unless it only asks for the reason, time or place."""
    words = [token.lower_ for token in trigger.sent]
    return "?" in words[-2:] and words.index("?") > trigger.i - trigger.sent.start and WHY.isdisjoint(words)
