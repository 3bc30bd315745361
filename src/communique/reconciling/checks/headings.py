"""Heading against body: a heading says what the section under it contradicts. Precise rather than many.

Four ways: the heading announces what the section tells only as past; it tells as done what every sentence on it in
the section denies; it denies what the section opens with as done; it says that someone did the opposite of what the
section says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.checks.claims import Claim, ahead_nouns, claim_of
from communique.reconciling.checks.lists import deeds, group
from communique.reconciling.checks.sections import Section, Sentence, sections_of
from communique.records import Check, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.records import Article, Evidence, Reading, Telling

AHEAD = frozenset({"planned", "proposed", "conditional", "unconfirmed"})
DENIED = frozenset({"denied", "cancelled"})
NEGATED_WITHIN = 4  # words before a verb, or the first three of the sentence ("Neither of the leaders signed")
OPENING = 3


def heading_checks(article: Article, reading: Reading) -> list[Check]:
    """One check for each heading that the text under it contradicts."""
    checks: list[Check] = []
    for section in sections_of(article, reading):
        claim = claim_of(section.heading)
        found = _contradiction(claim, section, reading) if claim is not None else None
        if found is not None:
            evidence, detail = found
            key = content_id("check", article.id, "heading against body", article.quote(section.heading.evidence))
            checks.append(Check(key, article.id, "heading against body", (section.heading.evidence, *evidence), detail))
    return checks


def _contradiction(claim: Claim, section: Section, reading: Reading) -> tuple[tuple[Evidence, ...], str] | None:
    if claim.ahead:
        return _only_past(claim, section, reading)
    if claim.denied:
        return _took_place(claim, section, reading)
    return _denied(claim, section) or _denied_telling(claim, section, reading) or _opposite(claim, section)


def _told(tellings: Iterable[Telling], kind: str, start: int, end: int) -> list[tuple[Telling, Evidence]]:
    """The tellings of a kind within some characters, each with its first evidence there, in order."""
    found: list[tuple[Telling, Evidence]] = []
    for telling in tellings:
        inside = sorted(e for e in (telling.trigger, *telling.evidence) if start <= e.start < end)
        if telling.kind == kind and inside:
            found.append((telling, inside[0]))
    return sorted(found, key=lambda pair: (pair[1], pair[0].id))


def _does(telling: Telling, actors: Iterable[str]) -> bool:
    return bool({party.actor for party in telling.parties} & set(actors))


def _only_past(claim: Claim, section: Section, reading: Reading) -> tuple[tuple[Evidence, ...], str] | None:
    """The heading announces an actor's deed; the section tells it only as past, and announces another's if any."""
    actor = claim.actors[:1]
    everywhere = _told(reading.tellings, claim.deed.kind, section.heading.evidence.end, _end(reading))
    if any(_does(telling, actor) and telling.status in AHEAD for telling, _ in everywhere):
        return None
    inside = _told(reading.tellings, claim.deed.kind, *section.span)
    past = [e for t, e in inside if _does(t, actor) and t.status == "held" and t.tense == "past"]
    coming = [s for s in section.sentences if set(s.words) & group("heading_words", "future")]
    others = [s for s in coming if ahead_nouns(s.words, claim.deed) and actor[0] not in s.actors]
    if not past or len(others) < len(coming):
        return None
    detail = f"the heading announces a {claim.deed.kind} of {_name(actor[0], reading)}; "
    detail += "the text below tells of it only as past"
    if others:
        detail += ", and announces another's"
    return tuple(dict.fromkeys((*past, *(sentence.evidence for sentence in others)))), detail


def _end(reading: Reading) -> int:
    """A place after everything that a reading cites."""
    ends = [evidence.end for telling in reading.tellings for evidence in (telling.trigger, *telling.evidence)]
    return max(ends, default=0) + 1


def _negated(sentence: Sentence, at: int) -> bool:
    near = {*sentence.words[max(0, at - NEGATED_WITHIN) : at], *sentence.words[:OPENING]}
    return bool(near & group("heading_words", "negation"))


def _uses(section: Section, forms: frozenset[str]) -> list[tuple[Sentence, int]]:
    return [
        (sentence, at) for sentence in section.sentences
        for at, word in enumerate(sentence.words) if word in forms
    ]  # fmt: skip


def _of_actor(sentence: Sentence, claim: Claim) -> bool:
    named = bool(set(sentence.actors) & set(claim.actors[:1]))
    return named or bool(set(sentence.words) & group("heading_words", "group"))


def _denied(claim: Claim, section: Section) -> tuple[tuple[Evidence, ...], str] | None:
    """Every sentence with the heading's verb denies it, and one of them is of the same actor and the same thing."""
    uses = _uses(section, claim.deed.verbs)
    if not uses or not all(_negated(sentence, at) for sentence, at in uses):
        return None
    same = [s for s, _ in uses if _of_actor(s, claim) and claim.objects & set(s.words)]
    if not same:
        return None
    evidence = tuple(dict.fromkeys(sentence.evidence for sentence in same))
    return evidence, f"the heading says so ({claim.deed.key}); the text below denies it"


def _denied_telling(claim: Claim, section: Section, reading: Reading) -> tuple[tuple[Evidence, ...], str] | None:
    """All tellings of the heading's parties' deed in the section are of one denied or called off."""
    parties = (*claim.actors, *claim.others)
    if not claim.deed.kind or len(parties) < 2:
        return None
    inside = _told(reading.tellings, claim.deed.kind, *section.span)
    own = [(t, e) for t, e in inside if all(_does(t, (actor,)) for actor in parties)]
    if not own or any(telling.status not in DENIED for telling, _ in own):
        return None
    evidence = tuple(dict.fromkeys(evidence for _, evidence in own))
    return evidence, f"the heading tells of a {claim.deed.kind} as held; in the text below it is {own[0][0].status}"


def _took_place(claim: Claim, section: Section, reading: Reading) -> tuple[tuple[Evidence, ...], str] | None:
    """The heading says that there was none; the section opens with one as past, of the heading's parties."""
    if any(_negated(sentence, at) for sentence, at in _uses(section, claim.deed.verbs | claim.deed.nouns)):
        return None
    kinds = ("meeting", "talks") if claim.deed.kind == "meeting" else (claim.deed.kind,)
    told = [pair for kind in kinds for pair in _told(reading.tellings, kind, *section.span)]
    if any(telling.status in DENIED for telling, _ in told):
        return None
    opening = section.sentences[:2][-1].evidence.end
    states = {actor.id: actor.state for actor in reading.actors}
    named = {states.get(actor) for actor in claim.actors}
    held = [
        evidence for telling, evidence in told
        if telling.status == "held" and telling.tense == "past" and not telling.background and evidence.start < opening
        and named <= {states.get(party.actor) for party in telling.parties}
    ]  # fmt: skip
    if not held:
        return None
    evidence = tuple(dict.fromkeys(held))
    return evidence, f"the heading says that there was no {claim.deed.kind}; the text below tells of one as held"


def _opposite(claim: Claim, section: Section) -> tuple[tuple[Evidence, ...], str] | None:
    """The section never tells the deed, but that the same actor did its opposite to the same thing."""
    if _uses(section, claim.deed.verbs | claim.deed.nouns):
        return None
    for other in (deeds()[key] for key in claim.deed.against):
        for sentence, at in _uses(section, other.verbs - other.heading):
            named = sentence.actors[:1] == claim.actors[:1]
            if named and not _negated(sentence, at) and claim.objects & set(sentence.words[at:]):
                return (sentence.evidence,), f"the heading says {claim.deed.key}; the text below says {other.key}"
    return None


def _name(actor: str, reading: Reading) -> str:
    return next((known.name for known in reading.actors if known.id == actor), actor.partition(":")[2])
