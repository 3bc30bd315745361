"""Whether an attribution to an actor is a statement of the record: it says something, and is no event by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.scene import EDGES

if TYPE_CHECKING:
    from communique.reading.speech.chain import Passing
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene

LEAST_WORDS = 2  # of paraphrase, for a heading or caption to hold a statement
# Cues that take a position on their object: to say what is supported or rejected is to say something.
POSITIONS = frozenset({"support", "reject", "accuse", "deny", "urge", "ask", "promise", "agree", "threaten", "concede"})
NAMING = frozenset({"say", "emphasise", "report"})  # cues that may only name what is talked about
NEEDY = frozenset({"say", "believe", "claim", "report", "promise", "propose"})  # their nouns alone say nothing
SEVERAL = 2
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PREDICATES = frozenset({"VERB", "AUX"})
COMPLEMENTS = frozenset({"acl", "ccomp", "xcomp", "csubj", "nmod", "obl", "advcl", "conj"})
QUESTIONS = frozenset({"how", "whether", "if", "why", "what", "when", "where", "who", "which"})
POINTING = frozenset({"this", "that", "these", "those", "it", "so", "which"})  # words for what stands elsewhere
EMPTY = frozenset({"DET", "PRON", "ADP", "PUNCT", "CCONJ", "PART", "NUM"})


def is_statement(scene: Scene, draft: Draft, passings: tuple[Passing, ...]) -> bool:
    """Whether what an actor is said to say or hold is a proposition, and not a mere thing or an agreement reached.

    An agreement of which the article cites someone's report (one of `passings`) is what that someone states.
    """
    document = scene.document
    if draft.quotes:
        return True
    start, end = draft.content
    heading = document.blocks[document.block_of[draft.anchor]].line.kind != "body"
    if (
        heading
        and draft.row.pos != "noun"
        and sum(word[0].isalnum() for word in document.words[start:end]) < LEAST_WORDS
    ):
        return False
    if _credit(scene, start, end) or _withheld(scene, draft):
        return False
    cited = any(passing.governs[0] <= draft.anchor < passing.governs[1] for passing in passings)
    return (cited or not _reached(scene, draft)) and not _bare(scene, draft)


def _credit(scene: Scene, start: int, end: int) -> bool:
    """Whether a content is only the credit that closes a sentence: "the news agency reported"."""
    last = end - 1
    rows = scene.lexicon.verbs.get(scene.document.lower[last], ())
    subject = scene.child(last, "nsubj")
    verb = scene.document.pos[last] == "VERB"
    return (
        verb
        and scene.document.lower[start - 1] in EDGES
        and any("quote" in row.frames for row in rows)
        and subject is not None
        and scene.reach[last] == (start, end)
    )


def _withheld(scene: Scene, draft: Draft) -> bool:
    """Whether someone only declines to speak: "declined to comment", "refused to say more"."""
    head = draft.complement.head
    if draft.row.kind != "reject" or head is None or "to" not in scene.cases(head):
        return False
    document, signs = scene.document, scene.lexicon.signs
    given = scene.child(head, "obj") if document.lemmas[head] in signs["giving"] else None
    detail = given is not None and document.lemmas[given] in signs["particular"]
    return document.pos[head] == "VERB" and (document.lemmas[head] in signs["speaking"] or detail)


def _reached(scene: Scene, draft: Draft) -> bool:
    """Whether several parties agree on a plan or to act: an agreement, which is an event. To agree in words is none."""
    head = draft.complement.head
    if draft.row.kind != "agree" or len(draft.source.actors) < SEVERAL or head is None:
        return False
    if scene.document.pos[head] in NOMINAL:
        return True
    acts = scene.document.pos[head] == "VERB" and "to" in scene.cases(head)
    rows = scene.lexicon.verbs.get(scene.document.lower[head], ())
    return acts and not any(row.kind in POSITIONS or "that" in row.frames for row in rows)


def _bare(scene: Scene, draft: Draft) -> bool:
    """Whether a content only names a topic: "shared opinions", "the talks", "views on how to make peace".

    A noun phrase says something where it governs a clause, or quotes one; where its head is an attitude ("concern about
    the border") or a judgement ("the need for talks"); where the cue takes a position on it ("opposes the sale"), or
    asserts that it is so ("announced a visit"). What is only talked about ("outlined its position") is a topic.
    """
    start, end = draft.content
    document, head = scene.document, draft.complement.head
    if head is None or not start <= head < end or document.pos[head] not in NOMINAL or scene.child(head, "cop"):
        return False
    if draft.row.frames & {"obj-pred", "obj-as"} or _governs(scene, head, start, end):
        return False
    if document.lower[head] in POINTING or _mere_target(scene, draft):
        return True
    coded = draft.complement.coded or scene.lexicon.nouns.get(document.lemmas[head])
    turned = draft.row.denies or scene.negated(draft.anchor)
    if draft.row.kind in POSITIONS or turned:
        told = [i for i in range(start, end) if document.pos[i] not in EMPTY]
        if draft.row.role("obj") == "target" and all(_is_actor(scene, i) for i in told):
            return True  # whom one blames; for what is not told
        return not told or (draft.row.role("obj") == "content" and all(_is_person(scene, i) for i in told))
    naming = draft.row.kind in NAMING
    if coded is not None:
        alone = not any(document.deps[c].startswith(("nmod", "acl")) for c in scene.children[head] if head < c < end)
        return "topic" in coded.uses or (alone and coded.kind in NEEDY and (naming or draft.row.kind == "express"))
    return naming and document.lemmas[head] not in scene.lexicon.signs["judgement"]


def _mere_target(scene: Scene, draft: Draft) -> bool:
    """Whether a content is only whom or what one turns on, in one word: "lashed out | at the opposition"."""
    start, end = draft.content
    document = scene.document
    aimed = draft.row.role(document.lower[start]) == "target"
    return aimed and sum(document.pos[i] not in EMPTY for i in range(start, end)) == 1


def _governs(scene: Scene, head: int, start: int, end: int) -> bool:
    """Whether a noun phrase holds a proposition: a clause that is its complement, a gerund, or the speaker's words.

    Quotation marks around a mere modifier ("their "special" ties") leave the noun a topic.
    """
    document = scene.document
    if head in scene.quote_at or any(scene.quote_at[i].clause for i in range(start, end) if i in scene.quote_at):
        return True
    for c in range(start, end):
        marks = {document.lower[d] for d in scene.children[c] if document.deps[d] in ("mark", "case")}
        clausal = document.pos[c] in PREDICATES and document.deps[c] in COMPLEMENTS and bool(marks - QUESTIONS)
        if clausal and not any(document.lower[d] in QUESTIONS for d in scene.children[c]):
            return True
    return False


def _is_actor(scene: Scene, i: int) -> bool:
    """Whether a word names an actor, and nothing that is theirs."""
    return scene.cast.covering(i) is not None


def _is_person(scene: Scene, i: int) -> bool:
    """Whether a word names a person: to welcome one is an act, and no statement."""
    reference = scene.cast.covering(i)
    return reference is not None and all(actor.startswith("person:") for actor in reference.actors)
