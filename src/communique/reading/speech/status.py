"""How a holder puts a proposition: as a fact, a claim, a denial, a plan, a proposal, a condition, a possibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.polarity import denial, head_of

if TYPE_CHECKING:
    from communique.reading.speech.draft import Draft
    from communique.reading.speech.scene import Scene
    from communique.records import AttributionKind, PropositionStatus

# The class of a cue, and what kind of attribution it makes.
KINDS: dict[str, AttributionKind] = {
    "believe": "attitude", "express": "attitude", "support": "attitude", "agree": "attitude", "reject": "attitude",
    "seem": "attitude", "promise": "plan", "decide": "plan", "know": "knowledge", "perceive": "perception",
    "show": "showing",
}  # fmt: skip
FACTIVE = frozenset({"know", "concede"})  # their content is taken for true whoever is the holder
REQUESTING = frozenset({"urge", "propose", "ask"})
AHEAD = frozenset({"promise", "predict", "threaten", "agree"})
POSITIONS = frozenset({"support", "reject", "accuse", "agree", "deny", "concede", "urge", "ask", "know"})
QUESTIONS = frozenset({"whether", "if"})


def kind_of(draft: Draft) -> AttributionKind:
    """Whether someone says, holds, plans, knows, perceives, or a thing shows what is attributed."""
    return KINDS.get(_class(draft), "speech")


def _class(draft: Draft) -> str:
    """The class of the cue, or of the noun of speech that it carries ("gave assurances", not "praised the plan")."""
    coded = draft.complement.coded
    carries = coded is not None and draft.row.kind not in POSITIONS
    return coded.kind if coded is not None and carries else draft.row.kind


def status_of(scene: Scene, draft: Draft) -> PropositionStatus:
    """How the holder puts the content.

    Rules, the first that fits: what the cue turns down is denied; a content with a condition is conditional; what is
    asked after or hoped for is hypothetical; what is asked for is proposed; a negative content is negated; then the
    predicate's own modal; and what a cue of knowledge presupposes is a fact. All else is claimed.
    """
    turned, kind = denial(scene, draft), _class(draft)
    if kind in FACTIVE and turned != "negated" and _finite(scene, draft):
        return "fact"
    if turned == "denied":
        return "denied"
    if _conditional(scene, draft):
        return "conditional"
    if turned == "negated" and not _asked(scene, draft):
        return "negated"
    if _asked(scene, draft) or _is(draft, "wish"):
        return "hypothetical"
    if kind in REQUESTING and not draft.direct:
        return "proposed"
    modal = _modal(scene, draft)
    if modal is not None:
        return modal
    if kind in AHEAD and _infinitive(scene, draft):
        return "planned" if "inf" in draft.row.frames or draft.row.pos == "noun" else "proposed"  # "warned them to go"
    return "claimed"


def _finite(scene: Scene, draft: Draft) -> bool:
    return any(scene.document.doc[i].morph.get("VerbForm") == ["Fin"] for i in range(*draft.content))


def _is(draft: Draft, frame: str) -> bool:
    coded = draft.complement.coded
    return frame in draft.row.frames or (coded is not None and frame in coded.frames)


def _asked(scene: Scene, draft: Draft) -> bool:
    """Whether the content is a question: "asked whether", "wondered if"."""
    start, end = draft.content
    before = scene.document.lower[start - 1] if start else ""
    opening = {scene.document.lower[start], before} if start < end else {before}
    return not draft.direct and bool(opening & QUESTIONS) and start > draft.anchor


def _conditional(scene: Scene, draft: Draft) -> bool:
    """Whether a condition stands in the content or opens its sentence: "if", "unless", "only under"."""
    start, end = draft.content
    document = scene.document
    first = scene.passage(start)[0]
    opening = first if first < start and first != draft.anchor and start < draft.anchor else start
    for i in range(opening, end):
        if scene.is_sign("inverting", i) and _turned(scene, i):
            return True
        if scene.is_sign("condition", i) and document.deps[i] in ("mark", "case", "advmod", "fixed"):
            asked = i == start and start > draft.anchor
            if not asked:
                return True
    return False


def _turned(scene: Scene, i: int) -> bool:
    """Whether a helping verb before its subject makes its clause a condition: "had they agreed, ..."."""
    document = scene.document
    head = document.heads[i]
    subject = next((c for c in scene.children[head] if document.deps[c].startswith("nsubj")), None)
    return document.deps[i] == "aux" and document.deps[head] == "advcl" and subject is not None and i < subject < head


def _modal(scene: Scene, draft: Draft) -> PropositionStatus | None:
    """What the predicate's auxiliary says: "will" and "is to" plan, "may" leaves it open."""
    document = scene.document
    head = head_of(scene, draft)
    if head is None:
        return None
    if scene.document.lemmas[head] in scene.lexicon.signs["possible"] and scene.child(head, "ccomp", "csubj"):
        return "hypothetical"
    start, end = draft.content
    words = [document.lower[c] for c in scene.children[head] if start <= c < end and document.deps[c].startswith("aux")]
    if any(word in scene.lexicon.signs["possible"] for word in words):
        return "hypothetical"
    return "planned" if any(word in scene.lexicon.signs["future"] for word in words) else None


def _infinitive(scene: Scene, draft: Draft) -> bool:
    head = head_of(scene, draft)
    if head is None or scene.document.pos[head] not in ("VERB", "AUX"):
        return False
    return any(scene.document.lower[c] == "to" and scene.document.deps[c] == "mark" for c in scene.children[head])
