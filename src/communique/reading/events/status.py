"""Whether an event is told as held, planned, proposed, denied, cancelled, conditional or unconfirmed.

Read from the predicate's own modals, negation and tense, then from what governs it: "plans to", "denied that",
"the idea of", "if". The words are in status.toml; here are only the places where they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import clause_head, is_passive
from communique.reading.events.candidates import BARE, CUED, TOLD, UNDONE
from communique.reading.events.governing import governor_cues, noun_cues, setting_cues
from communique.reading.events.kinds import STATUS_ORDER, load_kinds
from communique.reading.events.predicates import came_to_nothing, is_finite, predicate_of, tense_of
from communique.reading.events.verb_cues import verb_cues
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from communique.reading.events.predicates import Tense
    from communique.records import Status

RELATIVE = ("acl:relcl", "advcl:relcl", "advcl")
WHERE = frozenset({"where", "when"})
AHEAD: frozenset[Status] = frozenset({"planned", "proposed", "conditional"})
WHY = frozenset({"why", "how", "when", "where"})  # questions that take it as known that something happened


def status_of(trigger: Any, family: str) -> tuple[Status, int, Tense]:
    """Status of a mention of this family, its strength for folding (BARE, CUED or TOLD), and its tense."""
    found: set[Status] = set()
    predicate = predicate_of(trigger)
    if trigger.pos_ != "VERB":
        found |= noun_cues(trigger, family)
    if predicate is not None:
        found |= verb_cues(predicate)
        found |= governor_cues(predicate) | _at_what_is_to_come(predicate)
    else:
        found |= governor_cues(trigger) | setting_cues(trigger)
    found |= _of_what_it_describes(trigger)
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


def _at_what_is_to_come(verb: Any) -> set[Status]:
    """ "Will fly to Malta, where she meets Lee": the present tells of what is as much to come as the flight."""
    here = verb.morph.get("Tense") == ["Pres"] and not any(child.dep_.startswith("aux") for child in verb.children)
    if not here or verb.dep_ not in RELATIVE or WHERE.isdisjoint(child.lower_ for child in verb.children):
        return set()
    over = clause_head(verb.head)
    found = verb_cues(over) | governor_cues(over)
    if over.dep_ == "advcl" and not is_finite(over):
        found |= verb_cues(over.head)  # "is to speak before flying to Malta, where she meets Lee"
    return found & AHEAD


def _of_what_it_describes(participle: Any) -> set[Status]:
    """ "Talks brokered by Malta will open on Monday": what describes an event is as much to come, or undone, as it."""
    noun, nouns = participle.head, load_kinds().nouns
    word = word_in(noun, nouns) if participle.dep_ == "acl" and is_passive(participle) else None
    if word is None or noun.pos_ != "NOUN":
        return set()
    status = status_of(noun, load_kinds().kinds[nouns[word][0].kind].family)[0]
    return set() if status == "held" else {status}


def _asked(trigger: Any) -> bool:
    """ "Did they meet in May?": a question tells nothing as held, unless it only asks for the reason, time or place."""
    words = [token.lower_ for token in trigger.sent]
    return "?" in words[-2:] and words.index("?") > trigger.i - trigger.sent.start and WHY.isdisjoint(words)
