"""What a verb says itself of the status of its event: modals, negation, conditions, "are to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of
from communique.reading.events.kinds import load_kinds
from communique.reading.events.predicates import tense_of

if TYPE_CHECKING:
    from communique.records import Status


def verb_cues(verb: Any) -> set[Status]:
    """The statuses that a verb's own words speak for; none for a plain one."""
    shared = _shares_with(verb)
    found: set[Status] = verb_cues(shared) if shared is not None else set()
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    negated = [child for child in verb.children if child.dep_ == "advmod"]
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    for words in load_kinds().statuses:
        if any(child.lower_ in words.modals for child in auxiliaries):
            found.add(words.status)
        if any(child.lower_ in words.adverbs or child.lemma_.lower() in words.adverbs for child in negated):
            found.add(words.status)
        pending = marks & words.pending and verb.morph.get("Tense") == ["Pres"] and not _participle_of_past(verb)
        if marks & words.markers or pending or any(_denies(child, words.nobody) for child in verb.children):
            found.add(words.status)
    if _inverted(verb):
        found.add("conditional")
    if "planned" in found and any(_condition(child) for child in verb.children):
        found.add("conditional")  # "will host her if she accepts"
    if "conditional" in found and not marks & {"if", "unless"} and _reported(verb):
        found = (found - {"conditional"}) | {"planned"}  # "said he would visit" is a plan told in the past
    if verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).lemma_ == "be" and case_of(verb) != "to":
        found.add("planned")  # the same, however it is parsed
    linked = any(child.lemma_ == "be" and child.dep_ in ("aux", "cop") for child in verb.children)
    copula = linked or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")
    if copula and any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
        found.add("planned")  # "are to meet"
    return found


def _denies(subject: Any, nobody: frozenset[str]) -> bool:
    """ "Neither leader met", "nobody met": whether a verb's child is a subject that denies it."""
    if subject.dep_.startswith("cc") and subject.lower_ == "neither" and nobody:
        return True  # hung on the verb itself
    if not subject.dep_.startswith("nsubj") or not nobody:
        return False
    words = [child for child in subject.children if child.dep_ in ("det", "cc:preconj", "advmod", "cc")]
    return subject.lower_ in nobody or any(child.lower_ in nobody and child.i < subject.i for child in words)


def _inverted(verb: Any) -> bool:
    """ "Had they met, the border would be open": an auxiliary before its subject says on what condition."""
    subject = next((child.i for child in verb.children if child.dep_.startswith("nsubj")), -1)
    first = [c for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < subject]
    asked = any(token.text == "?" for token in verb.sent[-2:])
    return verb.dep_ == "advcl" and not asked and any(c.lower_ in ("had", "were", "should") for c in first)


def _condition(clause: Any) -> bool:
    """Whether a clause says on what condition: with "if" or "unless", but not "even if"."""
    words = [child for child in clause.children if child.dep_ == "mark" and child.lower_ in ("if", "unless")]
    return clause.dep_ == "advcl" and any(word.i == 0 or word.nbor(-1).lower_ != "even" for word in words)


def _participle_of_past(verb: Any) -> bool:
    """ "Before leaving, he had accused them": a participle tells what its main clause's tense does."""
    return verb.morph.get("VerbForm") != ["Fin"] and verb.dep_ == "advcl" and tense_of(verb.head) == "past"


def _shares_with(verb: Any) -> Any | None:
    """ "Will fly to Oslo and meet her", "has not met or called her": the verb whose modal or "not" it shares."""
    own = any(child.dep_.startswith(("aux", "nsubj", "cop", "mark")) for child in verb.children)
    if verb.dep_ != "conj" or own or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    either = any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in verb.children)
    return verb.head if either or verb.morph.get("VerbForm") == ["Inf"] else None


def _reported(verb: Any) -> bool:
    """Whether a clause is what somebody said, with no condition inside it."""
    conditions = [child for child in verb.children if child.dep_ == "advcl"]
    if any(mark.lower_ == "if" for clause in conditions for mark in clause.children if mark.dep_ == "mark"):
        return False
    return verb.dep_ in ("ccomp", "parataxis") or (verb.dep_ == "conj" and _reported(verb.head))
