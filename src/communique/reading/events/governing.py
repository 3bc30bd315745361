"""What governs a predicate or takes an event's noun: "plans to", "denied that", "the idea of", "called off"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.reading.clauses import case_of, is_passive
from communique.reading.events.kinds import load_kinds
from communique.reading.events.predicates import is_finite
from communique.reading.events.verb_cues import verb_cues
from communique.reading.events.wordforms import word_in

if TYPE_CHECKING:
    from communique.reading.events.kinds import StatusWords
    from communique.records import Status

# Over a calling off, these leave the plan as it was: "urged him to cancel the visit".
DOUBTED = frozenset({"denied", "unconfirmed", "conditional", "proposed"})
GOVERNED = ("xcomp", "ccomp", "acl", "advcl", "csubj", "csubj:pass")
SETTING = ("at", "during")
MOTION_FAMILY = "visit"
# Negated, these leave what they govern told: "did not hesitate to meet".
FACTIVE = frozenset({"hesitate", "stop", "cease", "mind", "regret", "forget", "wait"})
MEANT = frozenset({"plan", "intend", "expect", "want", "schedule", "aim", "hope", "willing", "ready", "prepared"})


def only_proposed(verb: Any) -> bool:
    """ "A proposal for normalising relations": what a proposal is for is not told as done or agreed."""
    proposals = next(words.nouns for words in load_kinds().statuses if words.status == "proposed")
    return verb.dep_ == "acl" and not is_passive(verb) and verb.head.lemma_.lower() in proposals


def noun_cues(noun: Any, family: str) -> set[Status]:
    """The statuses that the words around an event's noun speak for."""
    found: set[Status] = set()
    modifiers = [c for c in noun.children if c.dep_ in ("amod", "advmod", "det", "compound", "acl", "nmod:desc")]
    words = {child.lower_ for child in modifiers} | {child.lemma_.lower() for child in modifiers}
    head = _undergone(noun) or noun.head
    lemma, undergone = head.lemma_.lower(), head.i != noun.head.i
    for entry in load_kinds().statuses:
        adverb = any(c.lower_ in entry.adverbs for c in modifiers if c.dep_ in ("advmod", "det"))
        if words & entry.adjectives or adverb:
            found.add(entry.status)
    said = bool(found & {"planned", "proposed"})  # "hinted at a planned visit": the adjective says it
    for entry in load_kinds().statuses:
        if with_particle(head, entry):
            found |= _taken(head, entry.status)
        setting = case_of(noun) in SETTING  # "a plan agreed on at talks": where it came about, not what it is for
        if head.pos_ == "NOUN" and noun.dep_ in ("nmod", "compound") and not setting and word_in(head, entry.nouns):
            found |= _of_noun(head, entry.status)
        if (
            head.pos_ == "NOUN"
            and noun.dep_ in ("nmod", "compound")
            and lemma in entry.claims
            and _refuted(head, entry)
        ):
            found.add("denied")
        if head.pos_ == "ADJ" and noun.dep_.startswith("nsubj") and lemma in entry.adjectives:
            found |= _taken(head, entry.status)  # "a meeting is possible"
        remaining = [
            c for c in head.children if c.dep_ == "xcomp" and c.pos_ == "ADJ" and noun.dep_.startswith("nsubj")
        ]
        if any(child.lemma_.lower() in entry.adjectives for child in remaining):
            found.add(entry.status)  # "the visit remains uncertain"
        if head.pos_ == "NOUN" and noun.dep_.startswith("nsubj") and lemma in entry.nouns:
            found |= _of_noun(head, entry.status)  # "a visit is not on the agenda"
        if head.pos_ == "ADJ" and noun.dep_ == "obl" and case_of(noun) == "for" and lemma in entry.infinitive:
            found.add(entry.status)  # "ready for talks"
        if said and entry.status in ("planned", "proposed"):
            continue
        passed = undergone or noun.dep_ in ("obj", "nsubj:pass", "obl")
        taken = passed and head.pos_ == "VERB" and lemma in entry.verbs
        fitting = noun.dep_ != "obl" or (case_of(noun) in ("for", "to", "on", "of", "with") and not _receives(head))
        if entry.status == "unconfirmed":
            fitting = noun.dep_ == "obl" and case_of(noun) in ("of", "about") and not _definite(noun)
        acted = noun.dep_ != "nsubj:pass" or is_passive(head)
        if taken and fitting and acted and lemma not in load_kinds().light:
            found |= _taken(head, entry.status)
    awaited = case_of(noun) == "for" or (case_of(noun) == "before" and head.lemma_.lower() in load_kinds().arriving)
    if family != MOTION_FAMILY and awaited and noun.dep_ == "obl" and _moves(head):
        found.add("planned")  # "arrived in Doha for talks", "before a meeting": they are still to come
        found |= (verb_cues(head) | governor_cues(head)) & DOUBTED  # "did not go to Doha for talks"
    if case_of(noun) == "without":
        found.add("denied")
    if case_of(noun) == "ahead" or (case_of(noun) == "of" and head.lower_ == "ahead"):
        found.add("planned")  # "met her ahead of a visit to Malta": news of what comes first
    if found >= {"cancelled", "planned"} or found >= {"cancelled", "proposed"}:
        found -= {"planned", "proposed"}
    return found


def _undergone(noun: Any) -> Any | None:
    """ "The meeting had to be dropped": the passive infinitive over which a noun is raised as the subject of "have"."""
    raising = noun.dep_ == "nsubj" and noun.head.lemma_ == "have" and noun.head.pos_ in ("VERB", "AUX")
    below = [child for child in noun.head.children if child.dep_ == "xcomp" and is_passive(child)] if raising else []
    return below[0] if below else None


def _definite(noun: Any) -> bool:
    return any(child.lower_ in ("the", "this", "that") or child.dep_ == "nmod:poss" for child in noun.children)


def _of_noun(head: Any, status: Status) -> set[Status]:
    """What a noun makes of the event that it is of: "plans for a visit", "no plans for a visit"."""
    refused = next(words for words in load_kinds().statuses if words.status == "denied").verbs
    verb = head.head
    absent = any(child.lower_ in ("no", "not", "n't") for child in head.children)
    taken = head.dep_ in ("obj", "nsubj:pass") and verb.pos_ == "VERB"
    if absent or (taken and (verb.lemma_.lower() in refused or _negated(verb))):
        return {"denied"}
    if taken and status == "proposed" and verb.lemma_.lower() == "accept" and not verb_cues(verb):
        return {"planned"}  # "accepted an invitation to visit"
    return {status}


def _negated(verb: Any) -> bool:
    return any(child.lower_ in ("not", "n't", "never") for child in verb.children)


def _refuted(claim: Any, denied: StatusWords) -> bool:
    """Whether a report is denied: "dismissed reports that", "reports that they met are false"."""
    over = claim.head
    if claim.dep_ == "obj" and over.lemma_.lower() in denied.verbs:
        return True
    if claim.dep_.startswith("nsubj") and over.lemma_.lower() in denied.false and not _negated(over):
        return True
    around = [
        *claim.children,
        *(over.children if _opens(claim) else ()),
    ]  # the parse may hang it on the noun, or beside
    said = [child for child in around if child.i > claim.i and child.lemma_.lower() in denied.false]
    return any(any(c.dep_ == "cop" for c in one.children) and not _negated(one) for one in said)


def with_particle(verb: Any, entry: StatusWords) -> bool:
    """Whether a verb and its particle are a status's: "called off", "ruled out"."""
    particle = entry.particles.get(word_in(verb, entry.particles) or "")
    return any(child.dep_ in ("compound:prt", "advmod") and child.lower_ == particle for child in verb.children)


def _taken(verb: Any, status: Status) -> set[Status]:
    """What a verb makes of the event that it takes, itself negated or not.

    "Has not confirmed any visit" leaves a proposal, "has not ruled out a visit" leaves it open, and a calling off that
    is only asked for or denied leaves the plan.
    """
    negated = any(child.lower_ in ("not", "n't", "never") for child in verb.children)
    if status in ("planned", "proposed") and "denied" in governor_cues(verb):
        return {"denied"}  # "denied that it had invited her for talks"
    if status == "planned" and negated:
        return {"planned", "proposed"}
    if status == "proposed" and negated:
        return {"denied"}  # "has not proposed a meeting": nobody else is said to have
    if status == "denied" and negated:
        return {"unconfirmed"}
    if status == "cancelled" and (negated or (governor_cues(verb) | verb_cues(verb)) & DOUBTED):
        return {"planned"}
    return {status}


def _moves(verb: Any) -> bool:
    kinds = load_kinds()
    return any(kinds.kinds[frame.kind].family == MOTION_FAMILY for frame in kinds.verbs.get(verb.lemma_.lower(), ()))


def _receives(verb: Any) -> bool:
    """ "Welcomed her for a visit" tells of a meeting and asks for none, as "welcomed a visit" may."""
    kinds = load_kinds()
    frames = kinds.verbs.get(verb.lemma_.lower(), ())
    return any(kinds.kinds[frame.kind].family == "contact" and frame.place for frame in frames)


def governor_cues(token: Any) -> set[Status]:
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
        beside = node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "besides" for c in node.children)
        for entry in load_kinds().statuses:
            to_infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)
            if head.pos_ == "NOUN" and node.dep_ == "acl" and lemma in entry.nouns and not is_passive(node):
                found |= _of_noun(head, entry.status)  # "an invitation to visit", not "an invitation extended by"
            elif entry.status == "denied":
                if (head.pos_ == "NOUN" or _opens(head)) and lemma in entry.claims:
                    found.add("denied" if _refuted(head, entry) else "unconfirmed")  # "a report that they had met"
                if node.dep_ in ("ccomp", "xcomp") and (lemma in entry.verbs or with_particle(head, entry)):
                    found |= _taken(head, "denied")
            elif entry.status == "proposed" and _subjunctive(node) and lemma in entry.verbs:
                found |= _taken(head, "proposed")  # "suggested that they meet", "urged that talks be held"
            elif (
                not finite
                and (to_infinitive or beside or node.dep_ in ("xcomp", "ccomp"))
                and lemma in entry.infinitive
            ):
                found.add("denied" if _not_meant(head) else entry.status)
        purpose = any(c.dep_ == "mark" and c.lower_ == "to" for c in node.children)
        willing = node.dep_ == "advcl" and purpose and head.pos_ == "ADJ"  # "happy to meet": a complement, no purpose
        if node.dep_ == "xcomp" or willing or beside:  # "besides holding talks, she will attend a dinner"
            found |= verb_cues(head) & _passed_on(head)
        if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in node.children):
            found.add("conditional")
        if node.dep_ == "advcl" and not purpose and is_finite(node):
            break  # "set to meet after they signed": the signing is told for itself
        if node.dep_ == "advcl" and purpose and not willing:
            found.add("planned")  # purpose: "flew to Geneva to meet"
        node = head
    return found


def _opens(word: Any) -> bool:
    """ "Reports that they met are false": a plural that opens a sentence and is tagged as a verb has no subject."""
    subject = any(child.dep_.startswith("nsubj") for child in word.children)
    return word.i == word.sent.start and word.tag_ == "VBZ" and not subject


def _subjunctive(clause: Any) -> bool:
    """Whether a clause that something takes has its verb in the base form: what is to be, not what is."""
    verb = next((child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop")), clause)
    return bool(clause.dep_ == "ccomp") and (verb.lower_ == "be" or (verb.i == clause.i and verb.lower_ == verb.lemma_))


def _passed_on(verb: Any) -> set[Status]:
    """What a governing verb's own words pass on: "would be happy to meet", "was not able to meet"."""
    refused = next(words for words in load_kinds().statuses if words.status == "denied").verbs
    lemma = verb.lemma_.lower()
    whole: set[Status] = {"denied", "conditional", "proposed", "planned"}
    return whole - {"denied"} if lemma in refused or lemma in FACTIVE else whole


def setting_cues(noun: Any) -> set[Status]:
    """ "Would sign it at the meeting", "accords to be signed at the meeting": what is to be done there is to come."""
    verb = noun.head
    if noun.dep_ != "obl" or verb.pos_ != "VERB" or case_of(noun) not in SETTING:
        return set()
    future = any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children) and verb.dep_ == "acl"
    return {"planned"} if future or verb_cues(verb) & {"planned", "conditional"} else set()


def _not_meant(verb: Any) -> bool:
    """ "Is not planning to meet", "has not offered to visit": what nobody means or proposes is told as not to be."""
    proposing = next(words for words in load_kinds().statuses if words.status == "proposed").infinitive
    return _negated(verb) and verb.lemma_.lower() in MEANT | proposing
