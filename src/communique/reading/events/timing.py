"""Which of a document's times belong to an event: those that hang on its trigger or stand in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import PASSIVE, SUBJECT, case_of, clause_head
from communique.reading.events.kinds import load_kinds
from communique.reading.events.predicates import appointing, measured
from communique.reading.times import owner
from communique.reading.times.datelines import RULE as DATELINE

if TYPE_CHECKING:
    from communique.reading.events.candidates import Scene
    from communique.records import TimeExpression

LINK_LIMIT = 12  # how far up the tree a time may hang; deeper ones belong to something else


def times_of(scene: Scene, trigger: Any) -> tuple[int, ...]:
    """Indices of the times of a trigger: those in its own phrase, else those of the clause it carries."""
    document = scene.document
    sentence = trigger.sent
    own: list[int] = []
    clause: list[int] = []
    head = clause_head(trigger)
    for index, time in enumerate(scene.times):
        if time.rule == DATELINE or (time.relation == "since" and not _opens_range(scene, index)):
            continue  # the day of filing; "the first visit since 2015": no time of the visit
        start, end = document.span(time.evidence)
        if not sentence.start <= start < sentence.end or start >= end:
            continue
        dated = owner(time, document)  # "two days after they spoke": of the speaking, or of what came after it
        anchor = document.doc[document.head_of(start, end)] if dated is None else dated
        path = _path(anchor) if dated is None else [anchor.i]
        if (
            (_measured(trigger, anchor) and time.form == "length")
            or _planned_for(trigger, anchor)
            or _when(trigger, end)
        ):
            own.append(index)
        elif trigger.i in path:
            between = path[: path.index(trigger.i)]
            if any(_tells_of_plan(document.doc[i], anchor) or _since(document.doc[i]) for i in between):
                continue
            if any(_of_what_is_beside(document.doc[i], trigger) for i in between):
                continue
            if not any(
                _is_trigger(document.doc[i]) and i != anchor.i and not _carries(document.doc[i]) for i in between
            ):
                own.append(index)
        elif (dated is not None and dated.pos_ not in ("VERB", "AUX")) or anchor.dep_ == "nmod:poss":
            continue  # "Monday's vote follows their meeting": the day is the vote's
        elif _controlling(clause_head(anchor)).i == _controlling(head).i and _shares_clause(trigger, head):
            if _of_another(anchor, trigger, path):
                continue
            clause.append(index)
    found = tuple(own) if any(dates(scene.times[i]) for i in own) else tuple(sorted({*own, *clause}))
    if _goes_on(trigger) and not any(dates(scene.times[i]) for i in found):
        return (*times_of(scene, trigger.head), *found)
    return found


def _goes_on(verb: Any) -> bool:
    """ "Shook hands on Friday and signed the deal": a past verb of the same subject tells of the same day."""
    past = verb.morph.get("Tense") == ["Past"] == verb.head.morph.get("Tense")
    own = any(child.dep_.startswith(("nsubj", "aux", "advmod", "mark")) for child in verb.children)
    return verb.pos_ == "VERB" and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and past and not own


def dates(time: TimeExpression) -> bool:
    """Whether a time says when something was: no bare length, nothing vague."""
    return (time.form not in ("length", "set") or time.anchor_index is not None) and not time.approximate


def _tells_of_plan(verb: Any, time: Any) -> bool:
    """ "A visit put off in May": no time of the visit; "planned for May" and "due in May" give one."""
    told = verb.dep_ in ("acl", "acl:relcl") and _plans(verb) and time.head.i == verb.i and not appointing(verb)
    return told and case_of(time) not in ("for", "to")


def _when(trigger: Any, end: int) -> bool:
    """ "Last met in May, when they signed a protocol": the clause after "when" is of the day that ends before it."""
    clause = clause_head(trigger)
    word = next((child for child in clause.children if child.lower_ == "when" and child.i < clause.i), None)
    return word is not None and word.i - (word.nbor(-1).text == "," if word.i else 0) == end


def _of_what_is_beside(verb: Any, trigger: Any) -> bool:
    """ "Talks on the sidelines of a summit, which opened on Monday": the day is that of the summit."""
    beside = verb.dep_ == "acl:relcl" and verb.head.pos_ == "NOUN"  # on a name it may be of the trigger, misparsed
    return beside and verb.head.i not in (trigger.i, measured(trigger).i)


def _since(token: Any) -> bool:
    """ "The first visit since they broke off ties in July", "since the vote in March": a day of what it counts from."""
    return case_of(token) == "since" or (token.pos_ == "VERB" and any(c.lower_ == "since" for c in token.children))


def _of_another(time: Any, trigger: Any, path: list[int]) -> bool:
    """ "The talks on Monday follow the visit": a day inside the phrase of one event is not that of another."""
    for noun in (time.doc[i] for i in path[1:]):
        if noun.pos_ != "NOUN":
            return False
        if _is_trigger(noun) and trigger not in noun.subtree:
            return True
    return False


def _planned_for(trigger: Any, time: Any) -> bool:
    """ "Called off a visit planned for May": the day is the visit's, whatever the parse hangs the participle on."""
    verb = time.head
    if trigger.pos_ != "NOUN" or verb.i <= trigger.i or case_of(time) != "for" or not _plans(verb):
        return False
    follows = verb.i - 1 == max(one.i for one in trigger.subtree if one.i < verb.i)
    return follows and not any(child.dep_ in (*SUBJECT, PASSIVE, "obj") for child in verb.children)


def _carries(verb: Any) -> bool:
    """ "The accord that they reached on Monday": the relative clause only says how it came about."""
    return verb.dep_ in ("acl", "acl:relcl") and verb.lemma_.lower() in load_kinds().light and not any(
        child.dep_ == "obj" and child.lower_ not in ("that", "which") for child in verb.children
    )  # fmt: skip


def _plans(verb: Any) -> bool:
    return verb.lemma_.lower() in frozenset().union(
        *(words.verbs | words.particles.keys() for words in load_kinds().statuses)
    )


def _measured(trigger: Any, length: Any) -> bool:
    """ "Five days of talks": the length is of the talks that hang on it."""
    return trigger.dep_ == "nmod" and trigger.head.i == length.i and case_of(trigger) == "of"


def _controlling(verb: Any) -> Any:
    """ "Is set to hold talks on Friday": the day may hang on either verb, and is of both."""
    while verb.dep_ == "xcomp" and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _opens_range(scene: Scene, index: int) -> bool:
    """Whether a "since" is the first half of a range, as in "from Monday to Wednesday"."""
    return any(time.relation == "until" and time.anchor_index == index for time in scene.times[index + 1 : index + 2])


def _path(token: Any) -> list[int]:
    path = [token.i]
    while token.head.i != token.i and len(path) < LINK_LIMIT:
        token = token.head
        path.append(token.i)
    return path


def _is_trigger(token: Any) -> bool:
    kinds = load_kinds()
    lemma = token.lemma_.lower()
    return lemma in (kinds.verbs if token.pos_ == "VERB" else kinds.nouns)


def _shares_clause(trigger: Any, head: Any) -> bool:
    """A noun takes the clause's time unless it only names the purpose, cause or background of what is told.

    "Was in Malta on Friday for talks" tells of the talks: who is somewhere for them holds them there.
    """
    if trigger.i == head.i:
        return True
    if trigger.dep_ in ("obj", "nsubj", "nsubj:pass", "root", "ROOT"):
        return True
    if trigger.dep_ == "nmod" and case_of(trigger) == "of" and not _is_trigger(trigger.head):
        return _shares_clause(trigger.head, head)  # "met on the sidelines of a conference"
    if trigger.dep_ == "nmod" and case_of(trigger) in ("at", "during") and not _is_trigger(trigger.head):
        return _shares_clause(trigger.head, head)  # "agreed on a text at a meeting"
    staying = trigger.head.i == head.i and case_of(trigger) == "for" and any(c.dep_ == "cop" for c in head.children)
    return trigger.dep_ == "obl" and (staying or case_of(trigger) in ("in", "at", "during", "on", "with"))
