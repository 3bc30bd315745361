"""Whether a cue says nothing: a condition, a question, a denial stand over it, or what it says is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.subject import carried, passive

if TYPE_CHECKING:
    from communique.reading.speech.scene import Scene


def unsaid(scene: Scene, i: int) -> bool:
    """Whether nobody said it: the cue stands under a modal, in a condition, or in an infinitive of its own."""
    document = scene.document
    finite = document.doc[i].morph.get("VerbForm") == ["Fin"]
    own = finite or scene.child(i, "aux") is not None or scene.child(i, "nsubj") is not None
    above = document.heads[i] if document.deps[i] == "conj" and not own else i  # "would neither confirm nor deny"
    if any(document.deps[c] == "aux" and scene.is_sign("modal", c) for c in scene.children[above]):
        return True
    if passive(scene, i) and any(document.lower[c] == "being" for c in scene.children[i]):
        return True
    if _undecided(scene, i) or _questioned(scene, i) or _disowned(scene, i) or _unreal(scene, i):
        return True
    markers = {document.lower[c] for c in scene.children[i] if document.deps[c] in ("mark", "advmod", "case") and c < i}
    if markers & scene.lexicon.signs["unsaid"] or _supposed(scene, i):
        return True
    return "to" in markers and not carried(scene, i)


def _disowned(scene: Scene, i: int) -> bool:
    """Whether a cue is what another cue denies, or leaves undecided: "denied that it had asked for drones"."""
    above = scene.document.heads[i]
    if scene.document.deps[i] != "ccomp" or above == i or scene.negated(above):
        return False
    rows = scene.lexicon.verbs.get(scene.document.lower[above], ())
    return _undecided(scene, above) or any(row.kind == "deny" and row.denies for row in rows)


def _unreal(scene: Scene, i: int) -> bool:
    """Whether a cue stands in a condition told by its order: "had Warsaw agreed, the trains would run"."""
    document = scene.document
    helper = scene.child(i, "aux")
    turned = helper is not None and any(
        document.deps[c].startswith("nsubj") and helper < c < i for c in scene.children[i]
    )
    return document.deps[i] == "advcl" and turned and helper is not None and scene.is_sign("inverting", helper)


def _questioned(scene: Scene, i: int) -> bool:
    """Whether a sentence only asks whether it was said: "Has Algeria asked you to wait?"."""
    document = scene.document
    helper = scene.child(i, "aux")
    asked = document.words[scene.passage(i)[1] - 1] == "?"
    subjects = (c for c in scene.children[i] if document.deps[c].startswith("nsubj") and c < i)
    return asked and helper is not None and any(c > helper for c in subjects)


def _supposed(scene: Scene, i: int) -> bool:
    """Whether a phrase of several words makes a cue's clause a condition: "as long as they support it"."""
    document = scene.document
    marks = (c for c in scene.children[i] if document.deps[c] == "mark" and c < i)
    return any(" ".join(document.lower[m - 2 : m + 1]) in scene.lexicon.signs["unsaid"] for m in marks if m > 1)


def _undecided(scene: Scene, i: int) -> bool:
    """Whether a cue is joined to its opposite, so that neither is said: "neither confirmed nor denied"."""
    document = scene.document
    joined = [c for c in scene.children[i] if document.deps[c] == "conj"]
    joined += [document.heads[i]] if document.deps[i] == "conj" else []
    for other in joined:
        between = document.lower[min(i, other) : max(i, other)]
        if {"or", "nor"} & set(between) and _turns(scene, i) != _turns(scene, other):
            return True
    return False


def _turns(scene: Scene, i: int) -> bool | None:
    """Whether a cue turns its content down; None of a word that is no cue."""
    rows = scene.lexicon.verbs.get(scene.document.lower[i], ())
    return any(row.denies or row.kind in ("reject", "deny") for row in rows) if rows else None
