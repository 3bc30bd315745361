"""The predicate that tells of an event: which verb it is, its tense, and whether it tells of what is still to come."""

from __future__ import annotations

from typing import Any, Literal

from communique.reading.clauses import case_of, is_passive
from communique.reading.events.kinds import load_kinds
from communique.reading.events.wordforms import word_in

Tense = Literal["past", "present", "future"]
CARRIED = ("in", "on", "to", "into", "with", "for")  # "engaged in talks", "set out on a visit"; "at" is a setting
BEGINNING = frozenset({"begin", "start", "open", "end", "conclude", "last", "resume"})


def predicate_of(trigger: Any) -> Any | None:
    """The verb that carries the event: the trigger itself, or the light or happening verb over a noun."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    kinds = load_kinds()
    if word_in(trigger, kinds.nouns) is None and any(child.dep_ == "cop" for child in trigger.children):
        return trigger  # "is in Malta"
    trigger = measured(trigger)
    head = trigger.head
    if (clause := _told_beside(trigger)) is not None:
        return clause
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    lemma = word_in(head, kinds.light | kinds.happening) or ""
    carried = trigger.dep_ in ("obj", "nsubj:pass") or (trigger.dep_ == "obl" and case_of(trigger) in CARRIED)
    if carried and lemma in kinds.light:
        return head
    if trigger.dep_ in ("nsubj", "nsubj:pass") and lemma in kinds.happening:
        return head
    if trigger.dep_ in ("nsubj", "nsubj:pass"):  # "was meant to take place"
        return next((c for c in head.children if c.dep_ == "xcomp" and word_in(c, kinds.happening)), None)
    return None


def measured(noun: Any) -> Any:
    """ "Two days of talks": the noun that only measures an event and stands in the clause for it; else the noun."""
    containers = load_kinds().containers
    while noun.dep_ == "nmod" and case_of(noun) == "of" and word_in(noun.head, containers):
        noun = noun.head
    return noun


def _told_beside(noun: Any) -> Any | None:
    """ "The visit by Lee that begins on Monday", "the talks, which ended": what a relative clause says of an event.

    A parser may hang the clause on the name before it; but no person begins.
    """
    happening = load_kinds().happening
    for clause in noun.subtree:
        if clause.dep_ != "acl:relcl" or clause.i < noun.i or word_in(clause, happening) is None:
            continue
        on_name = clause.head.pos_ == "PROPN" and clause.lemma_.lower() in BEGINNING and clause.head.head.i == noun.i
        named = [child for child in clause.children if child.dep_.startswith("nsubj")]
        relative = any(child.lower_ in ("that", "which") for child in named)
        if (relative and on_name) or (clause.head.i == noun.i and (relative or not named)):
            return clause
    return None


def still_to_come(trigger: Any, *, dated: bool, ahead: bool) -> bool:
    """ "Flies to Oslo on Monday", "begins on Friday", "is meeting her next week": the present, of what is to come.

    `dated` is whether a day without a year is said of it, `ahead` whether that day says itself that it is to come.
    """
    verb = predicate_of(trigger)
    if verb is None or not (dated or ahead):
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    simple = not auxiliaries and verb.morph.get("Tense") == ["Pres"] and verb.morph.get("VerbForm") == ["Fin"]
    progressive = verb.tag_ == "VBG" or verb.lower_.endswith("ing")
    present = any(child.lower_ in ("is", "are", "'s", "'re", "am") for child in auxiliaries)
    return (simple and dated) or (ahead and (simple or (progressive and present)))


def once_planned(trigger: Any) -> bool:
    """ "Were to hold talks", "had been due to meet": told as a plan of the past, which says that it may have failed."""
    verb = predicate_of(trigger)
    while verb is not None and verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "ADJ"):
        verb = verb.head
    auxiliaries = [] if verb is None else [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]
    return any(child.lower_ in ("was", "were", "had") for child in auxiliaries)


def appointing(clause: Any) -> bool:
    """ "Due in Malta on Sunday", "that was set for May": a clause on an event's noun that gives its day and place."""
    if clause.dep_ not in ("acl", "acl:relcl", "amod") or clause.lemma_.lower() not in load_kinds().appointed:
        return False
    return clause.pos_ == "ADJ" or is_passive(clause) or any(child.dep_ == "cop" for child in clause.children)


def came_to_nothing(trigger: Any) -> bool:
    """ "Had been due to meet, but fog grounded the plane", "was to come but pulled out": a past plan with a "but"."""
    verb = predicate_of(trigger)
    chain = [verb] if verb is not None else []
    while chain and chain[-1].dep_ in ("xcomp", "advcl") and chain[-1].head.pos_ in ("VERB", "ADJ"):
        chain.append(chain[-1].head)
    others = [child for node in chain for child in node.children if child.dep_ in ("conj", "parataxis")]
    against = [other for other in others if any(child.lower_ == "but" for child in other.children)]
    auxiliaries = [child.lower_ for node in chain for child in node.children if child.dep_.startswith(("aux", "cop"))]
    undone = once_planned(trigger) and any(_backs_out(other) for other in against)
    return undone or (bool(against) and "had" in auxiliaries)


def _backs_out(verb: Any) -> bool:
    """ "Cancelled", "pulled out", "did not come": a clause that says that nothing came of what was planned."""
    statuses = [words for words in load_kinds().statuses if words.status in ("denied", "cancelled")]
    lemma, around = verb.lemma_.lower(), {child.lower_ for child in verb.children}
    negated = bool(around & {"not", "n't", "never"})
    return negated or any(lemma in words.verbs or words.particles.get(lemma) in around for words in statuses)


def is_finite(verb: Any) -> bool:
    """Whether a clause has a subject of its own or a finite verb."""
    forms: list[list[str]] = [
        verb.morph.get("VerbForm"),
        *(c.morph.get("VerbForm") for c in verb.children if c.dep_ == "aux"),
    ]
    return ["Fin"] in forms or any(child.dep_.startswith("nsubj") for child in verb.children)


def tense_of(verb: Any | None) -> Tense:
    """Tense of a predicate: past for past forms and perfects, future for modals of the future."""
    if verb is None:
        return "present"
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    if any(child.lower_ in ("will", "shall", "'ll") for child in auxiliaries):
        return "future"
    forms = [verb, *auxiliaries]
    if any(form.morph.get("Tense") == ["Past"] for form in forms):
        return "past"
    if (
        verb.dep_ in ("xcomp", "advcl", "acl", "conj")
        and verb.head.i != verb.i
        and verb.morph.get("VerbForm") != ["Fin"]
    ):
        return tense_of(verb.head) if verb.head.pos_ in ("VERB", "AUX") else "present"
    return "present"
