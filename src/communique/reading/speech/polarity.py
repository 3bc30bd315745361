"""Whether a statement affirms or denies, what hedges it, and what kind of act it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from communique.reading.speech.headlines import is_heading
from communique.records import PloverCode

if TYPE_CHECKING:
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene, Span

CLAUSES = frozenset({"say", "report", "claim", "emphasise", "announce", "predict", "suggest", "concede", "believe",
                     "agree", "promise", "deny", "threaten", "know", "decide"})  # fmt: skip
JUDGING = frozenset({"claim", "deny", "concede", "know", "believe"})  # cues that judge what another may have said
ALLEGED = PloverCode("ACCUSE", "allege")
DISAPPROVED = PloverCode("ACCUSE", "disapprove")
DESCRIBING = frozenset({"obj-pred", "obj-as", "obj-quote"})


def head_of(scene: Scene, draft: Draft) -> int | None:
    """The predicate of a content: its head by the parse, else its first finite verb outside subordinate clauses."""
    start, end = draft.content
    document = scene.document
    head = draft.complement.head
    if head is not None and start <= head < end:
        return _clause_of(scene, head) if draft.complement.coded is not None else head
    spoken = {i for quote in draft.quotes for i in range(quote.start, quote.end)} if draft.direct else set()
    told = (i for i in range(start, end) if i != draft.anchor and (not spoken or i in spoken))
    inside = [i for i in told if document.pos[i] in ("VERB", "AUX") or scene.child(i, "cop") is not None]
    inside = [i for i in inside if document.deps[i] not in ("cop", "aux", "aux:pass")] or inside
    top = [i for i in inside if not start <= document.heads[i] < end or document.heads[i] in (i, draft.anchor)]
    return next(iter(top), next(iter(inside), None))


def _clause_of(scene: Scene, noun: int) -> int:
    """The predicate of the clause that a noun of speech governs ("gave assurances that"), the noun if there is none."""
    clauses = ("acl", "ccomp", "advcl")
    found = (c for c in scene.children[noun] if c > noun and scene.document.deps[c] in clauses
             and scene.document.pos[c] in ("VERB", "AUX", "ADJ", "NOUN"))  # fmt: skip
    return next(found, noun)


def turned_over(scene: Scene, draft: Draft) -> bool:
    """Whether the cue is negated, by itself or by what it carries: "gave no assurance", "has no doubt"."""
    noun = draft.complement.head if draft.complement.coded is not None else None
    denied = noun is not None and any(scene.is_sign("negation", c) for c in scene.children[noun] if c < noun)
    return scene.negated(draft.anchor) != denied


def denies(scene: Scene, draft: Draft) -> bool:
    """Denials: a cue that turns its content down, a negated cue of another kind, or a negated content."""
    row, coded = draft.row, draft.complement.coded
    turned_down = row.denies or (coded is not None and coded.denies)
    if turned_over(scene, draft):
        return not turned_down
    return turned_down or _negative_content(scene, draft)


def denial(scene: Scene, draft: Draft) -> Literal["", "denied", "negated"]:
    """Whether the cue turns its content down (opposition included), or else the content itself is negative."""
    row, coded = draft.row, draft.complement.coded
    turned_down = row.denies or row.kind == "reject" or (coded is not None and (coded.denies or coded.kind == "reject"))
    if turned_over(scene, draft) != turned_down:
        return "denied"
    return "negated" if _negative_content(scene, draft) else ""


def _negative_content(scene: Scene, draft: Draft) -> bool:
    row = draft.row
    head = head_of(scene, draft)
    clausal = row.kind in CLAUSES or draft.direct
    start, end = draft.content
    predicate = any(scene.document.pos[j] in ("VERB", "AUX") for j in range(start, end))
    if clausal and (predicate or is_heading(scene, start)) and scene.is_sign("denying", start):
        return True
    lower = scene.document.lower
    mark = next((j for j in range(start, end) if lower[j] == "to"), start)
    asked_not = mark > start and lower[mark - 1] == "not" and head is not None and mark < head
    if not clausal or (asked_not and not any(scene.document.pos[j] == "AUX" for j in range(start, mark))):
        return False  # "warned them not to cross": what is asked for is an abstention
    nominal = head is not None and scene.document.pos[head] == "NOUN" and scene.child(head, "cop") is None
    if head is not None and scene.is_sign("impossible", head) and scene.child(head, "ccomp", "csubj") is not None:
        return True  # "said it was impossible that the talks would resume"
    if head is not None and not nominal and _negated_within(scene, head, draft.content):
        return True
    first = _first_finite(scene, draft.content)
    return first is not None and _negated_within(scene, first, draft.content)


def _first_finite(scene: Scene, content: Span) -> int | None:
    """The predicate of a content by position: what its first finite verb outside relative clauses belongs to."""
    document = scene.document
    for i in range(*content):
        if document.doc[i].morph.get("VerbForm") != ["Fin"]:
            continue
        owner = document.heads[i] if document.deps[i] in ("aux", "aux:pass", "cop") else i
        if document.deps[owner].split(":")[0] not in ("acl", "advcl"):
            return owner
    return None


def _negated_within(scene: Scene, head: int, content: Span) -> bool:
    negated = scene.negated(head) and any(
        scene.is_sign("negation", j) for j in range(content[0], min(head + 3, content[1]))
    )
    return negated or _of_nothing(scene, head)


def _of_nothing(scene: Scene, head: int) -> bool:
    """Whether a predicate has "no" for its object: "had no knowledge of"; but "has no doubt", "no choice" affirm."""
    document = scene.document
    for c in scene.children[head]:
        row = scene.lexicon.nouns.get(document.lemmas[c])
        none = any(scene.is_sign("denying", d) and document.deps[d] == "det" for d in scene.children[c])
        affirms = (row is not None and row.denies) or document.lemmas[c] in scene.lexicon.signs["matchless"]
        if document.deps[c] == "obj" and none and not affirms:
            return True
    return False


def hedge(scene: Scene, draft: Draft) -> Span | None:
    """The word that leaves a statement in doubt: at the content's predicate, at the cue, or the cue itself."""
    document = scene.document
    head = head_of(scene, draft)
    near = [] if head is None else [c for c in scene.children[head] if draft.content[0] <= c < draft.content[1]
                                    and document.deps[c] in ("advmod", "aux")]  # fmt: skip
    above = document.heads[draft.anchor]
    raised = document.deps[draft.anchor] in ("xcomp", "ccomp") and document.lower[above] in scene.lexicon.signs["hedge"]
    near += [c for c in scene.children[draft.anchor] if document.deps[c] == "advmod"]
    near += [above] if raised else []
    said_no = head is not None and scene.negated(head)
    found = next((c for c in near if scene.is_sign("hedge", c) and not (said_no and scene.is_sign("modal", c))), None)
    if found is not None:
        return found, found + 1
    return draft.cue if draft.row.hedge else None


def act(scene: Scene, draft: Draft) -> tuple[PloverCode | None, tuple[str, ...]]:
    """The PLOVER code of a statement and whom it is aimed at, beyond what the cue's own phrase names.

    Rules: a noun of speech overrides its verb ("expressed support"); a charge against another actor in a reported
    clause is ACCUSE allege; a warning threatens only where it says what will follow.
    """
    document = scene.document
    coded = draft.complement.coded
    carried = coded is not None and draft.row.kind not in JUDGING  # to confirm a request is not to make one
    code = draft.row.plover or (coded.plover if coded is not None and carried else None)
    head = head_of(scene, draft)
    if draft.direct and code is not None and code.type == "REQUEST":
        code = None  # a quoted question asks for an answer, not for an act
    if code is not None and code.type == "THREATEN" and not draft.row.frames & {"inf"}:
        ahead = any(scene.is_sign("modal", i) for i in range(*draft.content))
        return (code, draft.complement.targets) if ahead else (None, draft.complement.targets)
    if code is None and _described_ill(scene, draft):
        return DISAPPROVED, draft.complement.targets
    charge = head is not None and (document.lemmas[head] in scene.lexicon.signs["charge"] or _ill(scene, head))
    if code is None and head is not None and charge and not turned_over(scene, draft):
        subject = scene.child(head, "nsubj")
        accused = scene.actors_in(*scene.reach[subject]) if subject is not None else ()
        ours = set(draft.source.actors) | {scene.cast.actors[a].state for a in draft.source.actors}
        others = tuple(a for a in accused if a not in ours and scene.cast.actors[a].state not in ours)
        if subject is not None and (others or not accused) and document.pos[subject] != "PRON":
            return ALLEGED, others
    return code, draft.complement.targets


def _described_ill(scene: Scene, draft: Draft) -> bool:
    """Whether a cue that describes its object says an ill thing of it: "called the law a betrayal"."""
    head = draft.complement.head
    if not draft.row.frames & DESCRIBING or head is None or turned_over(scene, draft):
        return False
    return _blames(scene, head)


def _ill(scene: Scene, head: int) -> bool:
    """Whether a clause says that a thing is an ill one: "the flight was an irresponsible act"."""
    copula = scene.child(head, "cop") is not None
    return copula and not scene.negated(head) and _blames(scene, head)


def _blames(scene: Scene, head: int) -> bool:
    lemmas, blame = scene.document.lemmas, scene.lexicon.signs["blame"]
    modifiers = (c for c in scene.children[head] if scene.document.deps[c] == "amod")
    return lemmas[head] in blame or any(lemmas[c] in blame for c in modifiers)
