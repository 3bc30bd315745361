"""The arguments of a predicate over Universal Dependencies: subjects, objects, obliques by preposition, controllers.

Speech and events both ask "who does what to whom" of verbs and nouns; this is the one place that knows how UD
writes it down (passives, coordination, relative clauses, control). Source: UD v2 guidelines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SUBJECT = ("nsubj", "nsubj:outer")
PASSIVE = "nsubj:pass"
UNMARKED = ("nmod:unmarked", "obl:unmarked")  # days without a preposition
BRACKETED = 8  # tokens of an abbreviation or remark in brackets
CLAUSAL = ("xcomp", "advcl", "acl", "ccomp", "conj", "acl:relcl", "advcl:relcl")


def is_passive(verb: Any) -> bool:
    """Whether a verb is passive: it has a passive auxiliary, or a passive subject and no object beside it."""
    around = {child.dep_ for child in verb.children}
    if "aux:pass" in around or ("nsubj:pass" in around and "obj" not in around):
        return True
    participle: bool = verb.morph.get("VerbForm") == ["Part"] and verb.morph.get("Tense") == ["Past"]
    return participle and verb.dep_ == "acl" and not around & {"aux", "nsubj", "mark"}


def subjects(verb: Any) -> list[Any]:
    """Heads of who acts: the subject, or for a passive its agent; inherited where the clause has none of its own."""
    if is_passive(verb):
        return [child for child in verb.children if child.dep_ == "obl:agent" or _case(child) == "by"]
    return own_subjects(verb) or inherited_subjects(verb)


def own_subjects(verb: Any) -> list[Any]:
    """The subject that stands in the verb's own clause."""
    kinds = (*SUBJECT, PASSIVE)  # a verb that is not passive has its subject so only where the parser erred
    return [child for child in verb.children if child.dep_ in kinds and not _relative(child)] or [
        verb.head for child in verb.children if child.dep_ in kinds and _relative(child)
        if verb.dep_ in ("acl:relcl", "acl")
    ]  # fmt: skip


def inherited_subjects(verb: Any, depth: int = 0) -> list[Any]:
    """The subject a clause takes from the one it hangs on: coordination, control, participles, relative clauses."""
    head = verb.head
    if head is verb or head.i == verb.i or depth > 4:
        return []
    ready = _adjective_before(verb)  # "was due to speak": whatever the parse, who is due speaks
    if ready is not None:
        return [child for child in ready.children if child.dep_ in SUBJECT]
    if verb.dep_ in {"acl:relcl", "acl"}:
        gerund = verb.morph.get("VerbForm") in (["Ger"], ["Part"]) and verb.morph.get("Tense") != ["Past"]
        return [head] if gerund or verb.dep_ == "acl:relcl" else []
    if verb.dep_ == "xcomp":
        controllers = [child for child in head.children if child.dep_ in ("obj", "iobj") and child.i < verb.i]
        if controllers and not is_passive(head):
            return controllers
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp") and (verb.dep_ != "ccomp" or _infinitive(verb)):
        if verb.dep_ == "advcl" and head.pos_ in ("NOUN", "PROPN"):
            return [head]
        own = [child for child in head.children if child.dep_ in (*SUBJECT, PASSIVE)]
        return own or inherited_subjects(head, depth + 1)
    return []


def _adjective_before(verb: Any) -> Any | None:
    mark = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ == "to"), None)
    before = mark.nbor(-1) if mark is not None and mark.i > 0 else None
    governs = before is not None and before.pos_ == "ADJ" and any(child.dep_ in SUBJECT for child in before.children)
    return before if governs else None


def objects(verb: Any) -> list[Any]:
    """Heads of what is acted on: objects, or for a passive its subject; for a reduced relative the noun itself."""
    if is_passive(verb):
        own = [child for child in verb.children if child.dep_ == PASSIVE and not _relative(child)]
        if own:
            return own
        if verb.dep_ in ("acl", "acl:relcl"):
            return [verb.head]
        if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):  # "met Lee and was received by Dar"
            return objects(verb.head) if is_passive(verb.head) else own_subjects(verb.head)
        return []
    own = [child for child in verb.children if child.dep_ in ("obj", "iobj")]
    if verb.dep_ == "acl:relcl" and all(_relative(child) for child in own):
        acting = [child for child in verb.children if child.dep_ in SUBJECT and not _relative(child)]
        setting = any(child.lower_ in ("where", "when") for child in verb.children)  # "Oslo, where they met"
        return (
            [verb.head] if acting and not setting else []
        )  # "the accord that they reached", "the accord they reached"
    return own


def obliques(token: Any, *cases: str) -> list[Any]:
    """Heads of the phrases with one of these prepositions that hang on a verb or noun, in text order."""
    return [
        child for child in token.children
        if child.dep_.split(":")[0] in ("obl", "nmod") and child.dep_ != "nmod:poss" and _case(child) in cases
    ]  # fmt: skip


def phrases_after(noun: Any) -> Iterator[tuple[str, Any]]:
    """Prepositional phrases that follow a noun word by word, as (preposition, head), whatever they hang on.

    "a visit by the president to Malta in May": a parser may hang any of them on the verb; their place tells.
    """
    doc, i = noun.doc, noun.i + 1
    while i < len(doc) and doc[i].dep_ in UNMARKED and doc[i].head.i <= i:
        i += 1  # "talks Monday between"
    while i < len(doc) and doc[i].dep_ == "case" and doc[i].head.i > i and doc[i].sent.start == noun.sent.start:
        head = doc[i].head
        yield doc[i].lower_, head
        i = head.i + 1
        while i < len(doc) and doc[i].dep_ in ("flat", "compound", "conj", "cc") and doc[i].head.i <= i:
            i += 1
        i = _past_brackets(doc, i)


def _past_brackets(doc: Any, i: int) -> int:
    """ "The African Union (AU) in Malta": the token after what stands in brackets at a token, else the token."""
    if i < len(doc) and doc[i].text == "(":
        return next((k + 1 for k in range(i, min(i + BRACKETED, len(doc))) if doc[k].text == ")"), i)
    return i


def possessors(noun: Any) -> list[Any]:
    """Heads of the possessives before a noun: "Wang's", "their"."""
    return [child for child in noun.children if child.dep_ == "nmod:poss"]


def conjuncts(token: Any) -> Iterator[Any]:
    """The token and all coordinated with it, in text order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from conjuncts(child)


def clause_head(token: Any) -> Any:
    """The verb (or root) whose clause a token stands in."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX") and token.dep_ not in (
        "acl", "acl:relcl", "advcl", "ccomp", "parataxis",
    ):  # fmt: skip
        token = token.head
    return token


def case_of(token: Any) -> str:
    """The preposition of a phrase, "" if it has none; of several ("from inside") the first."""
    return _case(token)


def _case(token: Any) -> str:
    words = [child.text.lower() for child in token.children if child.dep_ == "case" and child.i < token.i]
    return "to" if words[:2] == ["on", "to"] else next(iter(words), "")  # "flew on to Malta"


def _relative(token: Any) -> bool:
    return token.lower_ in ("who", "which", "that", "whom")


def _infinitive(verb: Any) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)
