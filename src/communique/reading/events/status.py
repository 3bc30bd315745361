"""Whether an event is told as held, planned, proposed, denied, cancelled, conditional or unconfirmed.

Read from the predicate's own modals, negation and tense, then from what governs it: "plans to", "denied that",
"the idea of", "if". The words are in status.toml; here are only the places where they count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from communique.reading.clauses import case_of, is_passive
from communique.reading.events.candidates import BARE, CUED, TOLD, UNDONE
from communique.reading.events.kinds import STATUS_ORDER, load_kinds
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from communique.reading.events.kinds import StatusWords
    from communique.records import Status

Tense = Literal["past", "present", "future"]
# Over a calling off, these leave the plan as it was: "urged him to cancel the visit".
DOUBTED = frozenset({"denied", "unconfirmed", "conditional", "proposed"})
WHY = frozenset({"why", "how", "when", "where"})  # questions that take it as known that something happened
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass")
CARRIED = ("in", "on", "to", "into", "with", "for")  # "engaged in talks", "set out on a visit"; "at" is a setting
SETTING = ("at", "during")
MOTION_FAMILY = "visit"
MEANT = frozenset({"plan", "intend", "expect", "want", "schedule", "aim", "hope", "willing", "ready", "prepared"})
BEGINNING = frozenset({"begin", "start", "open", "end", "conclude", "last", "resume"})


def status_of(trigger: Any, family: str) -> tuple[Status, int, Tense]:
    """Status of a mention of this family, its strength for folding (BARE, CUED or TOLD), and its tense."""
    found: set[Status] = set()
    predicate = predicate_of(trigger)
    if trigger.pos_ != "VERB":
        found |= _noun_cues(trigger, family)
    if predicate is not None:
        found |= _verb_cues(predicate)
        found |= _governor_cues(predicate)
    else:
        found |= _governor_cues(trigger) | _setting_cues(trigger)
    if _asked(trigger):
        found.add("unconfirmed")
    if found == {"planned"} and _came_to_nothing(trigger):
        found.add("cancelled")
    tense = _tense(predicate)
    for status in STATUS_ORDER:
        if status in found:
            strength = UNDONE if status in ("denied", "cancelled") else CUED
            return status, strength, "future" if status == "planned" else tense
    told = predicate is not None and tense == "past"
    return "held", TOLD if told else BARE, tense


def once_planned(trigger: Any) -> bool:
    """ "Were to hold talks", "had been due to meet": told as a plan of the past, which says that it may have failed."""
    verb = predicate_of(trigger)
    while verb is not None and verb.dep_ in ("xcomp", "advcl") and verb.head.pos_ in ("VERB", "ADJ"):
        verb = verb.head
    auxiliaries = [] if verb is None else [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]
    return any(child.lower_ in ("was", "were", "had") for child in auxiliaries)


def _came_to_nothing(trigger: Any) -> bool:
    """ "Had been due to meet, but fog grounded the plane": a plan of the past with a "but"."""
    verb = predicate_of(trigger)
    chain = [verb] if verb is not None else []
    while chain and chain[-1].dep_ in ("xcomp", "advcl") and chain[-1].head.pos_ in ("VERB", "ADJ"):
        chain.append(chain[-1].head)
    if not any(child.lower_ == "had" and child.dep_ == "aux" for node in chain for child in node.children):
        return False
    others = [child for node in chain for child in node.children if child.dep_ in ("conj", "parataxis")]
    return any(child.lower_ == "but" for other in others for child in other.children)


def _asked(trigger: Any) -> bool:
    """ "Did they meet in May?": a question tells nothing as held, unless it only asks for the reason, time or place."""
    words = [token.lower_ for token in trigger.sent]
    return "?" in words[-2:] and words.index("?") > trigger.i - trigger.sent.start and WHY.isdisjoint(words)


def only_proposed(verb: Any) -> bool:
    """ "A proposal for normalising relations": what a proposal is for is not told as done or agreed."""
    proposals = next(words.nouns for words in load_kinds().statuses if words.status == "proposed")
    return verb.dep_ == "acl" and not is_passive(verb) and verb.head.lemma_.lower() in proposals


def predicate_of(trigger: Any) -> Any | None:
    """The verb that carries the event: the trigger itself, or the light or happening verb over a noun."""
    if trigger.pos_ in ("VERB", "AUX"):
        return trigger
    kinds = load_kinds()
    if word_in(trigger, kinds.nouns) is None and any(child.dep_ == "cop" for child in trigger.children):
        return trigger  # "is in Malta"
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
    return None


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


def _verb_cues(verb: Any) -> set[Status]:
    shared = _shares_with(verb)
    found: set[Status] = _verb_cues(shared) if shared is not None else set()
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass")]
    negated = [child for child in verb.children if child.dep_ == "advmod"]
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    for words in load_kinds().statuses:
        if any(child.lower_ in words.modals for child in auxiliaries):
            found.add(words.status)
        if any(child.lower_ in words.adverbs or child.lemma_.lower() in words.adverbs for child in negated):
            found.add(words.status)
        pending = marks & words.pending and verb.morph.get("Tense") == ["Pres"] and not _participle_of_past(verb)
        if marks & words.markers or pending:
            found.add(words.status)
    if "planned" in found and any(_condition(child) for child in verb.children):
        found.add("conditional")  # "will host her if she accepts"
    if "conditional" in found and not marks & {"if", "unless"} and _reported(verb):
        found = (found - {"conditional"}) | {"planned"}  # "said he would visit" is a plan told in the past
    if verb.i > 1 and verb.nbor(-1).lower_ == "to" and verb.nbor(-2).lemma_ == "be":
        found.add("planned")  # the same, however it is parsed
    linked = any(child.lemma_ == "be" and child.dep_ in ("aux", "cop") for child in verb.children)
    copula = linked or (verb.dep_ == "xcomp" and verb.head.lemma_ == "be")
    if copula and any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children):
        found.add("planned")  # "are to meet"
    return found


def _condition(clause: Any) -> bool:
    """Whether a clause says on what condition: with "if" or "unless", but not "even if"."""
    words = [child for child in clause.children if child.dep_ == "mark" and child.lower_ in ("if", "unless")]
    return clause.dep_ == "advcl" and any(word.i == 0 or word.nbor(-1).lower_ != "even" for word in words)


def _participle_of_past(verb: Any) -> bool:
    """ "Before leaving, he had accused them": a participle tells what its main clause's tense does."""
    return verb.morph.get("VerbForm") != ["Fin"] and verb.dep_ == "advcl" and _tense(verb.head) == "past"


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


def _noun_cues(noun: Any, family: str) -> set[Status]:
    found: set[Status] = set()
    modifiers = [c for c in noun.children if c.dep_ in ("amod", "advmod", "det", "compound", "acl", "nmod:desc")]
    words = {child.lower_ for child in modifiers} | {child.lemma_.lower() for child in modifiers}
    head, lemma = noun.head, noun.head.lemma_.lower()
    for entry in load_kinds().statuses:
        adverb = any(c.lower_ in entry.adverbs for c in modifiers if c.dep_ in ("advmod", "det"))
        if words & entry.adjectives or adverb:
            found.add(entry.status)
    said = bool(found & {"planned", "proposed"})  # "hinted at a planned visit": the adjective says it
    for entry in load_kinds().statuses:
        if with_particle(head, entry):
            found |= _taken(head, entry.status)
        if head.pos_ == "NOUN" and noun.dep_ in ("nmod", "compound") and lemma in entry.nouns:
            found.add(entry.status)
        if head.pos_ == "ADJ" and noun.dep_.startswith("nsubj") and lemma in entry.adjectives:
            found.add(entry.status)  # "a meeting is possible"
        if head.pos_ == "ADJ" and noun.dep_ == "obl" and case_of(noun) == "for" and lemma in entry.infinitive:
            found.add(entry.status)  # "ready for talks"
        if said and entry.status in ("planned", "proposed"):
            continue
        taken = noun.dep_ in ("obj", "nsubj:pass", "obl") and head.pos_ == "VERB" and lemma in entry.verbs
        fitting = noun.dep_ != "obl" or (case_of(noun) in ("for", "to", "on", "of", "with") and not _receives(head))
        acted = noun.dep_ != "nsubj:pass" or is_passive(head)
        if taken and fitting and acted and lemma not in load_kinds().light:
            found |= _taken(head, entry.status)
    if family != MOTION_FAMILY and case_of(noun) == "for" and noun.dep_ == "obl" and _moves(head):
        found.add("planned")  # "arrived in Doha for talks": they are still to come
        found |= (_verb_cues(head) | _governor_cues(head)) & DOUBTED  # "did not go to Doha for talks"
    if case_of(noun) == "without":
        found.add("denied")
    if found >= {"cancelled", "planned"} or found >= {"cancelled", "proposed"}:
        found -= {"planned", "proposed"}
    return found


def with_particle(verb: Any, entry: StatusWords) -> bool:
    """Whether a verb and its particle are a status's: "called off", "ruled out"."""
    particle = entry.particles.get(word_in(verb, entry.particles) or "")
    return any(child.dep_ == "compound:prt" and child.lower_ == particle for child in verb.children)


def _taken(verb: Any, status: Status) -> set[Status]:
    """What a verb makes of the event that it takes, itself negated or not.

    "Has not confirmed any visit" leaves a proposal, "has not ruled out a visit" leaves it open, and a calling off that
    is only asked for or denied leaves the plan.
    """
    negated = any(child.lower_ in ("not", "n't", "never") for child in verb.children)
    if status in ("planned", "proposed") and "denied" in _governor_cues(verb):
        return {"denied"}  # "denied that it had invited her for talks"
    if status == "planned" and negated:
        return {"planned", "proposed"}
    if status == "denied" and negated:
        return {"unconfirmed"}
    if status == "cancelled" and (negated or (_governor_cues(verb) | _verb_cues(verb)) & DOUBTED):
        return {"planned"}
    return {status}


def _moves(verb: Any) -> bool:
    kinds = load_kinds()
    return any(kinds.kinds[frame.kind].family == MOTION_FAMILY for frame in kinds.verbs.get(verb.lemma_.lower(), ()))


def _receives(verb: Any) -> bool:
    """ "Welcomed her for a visit" tells of a meeting and asks for none, as "welcomed a visit" may."""
    kinds = load_kinds()
    frames = kinds.verbs.get(verb.lemma_.lower(), ())
    return any(kinds.kinds[frame.kind].family == "contact" for frame in frames)


def _governor_cues(token: Any) -> set[Status]:
    """What stands over the predicate, up to three levels: "is set to", "denied that", "the prospect of"."""
    found: set[Status] = set()
    if any(child.dep_ == "mark" and child.lower_ == "whether" for child in token.children):
        return found  # "declined to say whether they would meet": what governs it denies no meeting
    node = token
    near = (token.head, *token.head.children, *token.children)
    if "have" in (token.head.lemma_, token.head.head.lemma_) and any(word.lower_ == "yet" for word in near):
        found.add("denied")  # "have yet to meet"
    for _ in range(3):
        while node.dep_ == "conj" and node.head.i != node.i and node.pos_ == node.head.pos_:
            node = node.head
        head = node.head
        if head.i == node.i or node.dep_ not in GOVERNED:
            break
        lemma = head.lemma_.lower()
        finite = (node.dep_ == "ccomp" and node.morph.get("VerbForm") == ["Fin"]) or any(
            child.dep_ == "aux" and child.morph.get("VerbForm") == ["Fin"] for child in node.children
        )
        for entry in load_kinds().statuses:
            to_infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)
            if head.pos_ == "NOUN" and node.dep_ == "acl" and lemma in entry.nouns and not is_passive(node):
                found.add(entry.status)  # "an invitation to visit", not "an invitation extended by"
            elif entry.status == "denied":
                through = head.pos_ == "NOUN" and lemma in entry.claims and head.dep_ == "obj"
                if through and head.head.lemma_.lower() in entry.verbs:
                    found.add("denied")
                if node.dep_ in ("ccomp", "xcomp") and (lemma in entry.verbs or with_particle(head, entry)):
                    found |= _taken(head, "denied")
            elif not finite and (to_infinitive or node.dep_ in ("xcomp", "ccomp")) and lemma in entry.infinitive:
                found.add("denied" if _not_meant(head) else entry.status)
        if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in node.children):
            found.add("conditional")
        purpose = any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)
        if node.dep_ == "advcl" and not purpose and _finite(node):
            break  # "set to meet after they signed": the signing is told for itself
        if node.dep_ == "advcl" and purpose:
            found.add("planned")  # purpose: "flew to Geneva to meet"
        node = head
    return found


def _setting_cues(noun: Any) -> set[Status]:
    """ "Will sign it at the meeting", "accords to be signed at the meeting": what is to be done there is to come."""
    verb = noun.head
    if noun.dep_ != "obl" or verb.pos_ != "VERB" or case_of(noun) not in SETTING:
        return set()
    future = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children) and verb.dep_ == "acl"
    return {"planned"} if future or "planned" in _verb_cues(verb) else set()


def _not_meant(verb: Any) -> bool:
    """ "Is not planning to meet", "does not intend to visit": what nobody means to do is told as not to be."""
    negated = any(child.lower_ in ("not", "n't", "never") for child in verb.children)
    return negated and verb.lemma_.lower() in MEANT


def _finite(verb: Any) -> bool:
    """Whether a clause has a subject of its own or a finite verb."""
    forms: list[list[str]] = [
        verb.morph.get("VerbForm"),
        *(c.morph.get("VerbForm") for c in verb.children if c.dep_ == "aux"),
    ]
    return ["Fin"] in forms or any(child.dep_.startswith("nsubj") for child in verb.children)


def _tense(verb: Any | None) -> Tense:
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
        return _tense(verb.head) if verb.head.pos_ in ("VERB", "AUX") else "present"
    return "present"
