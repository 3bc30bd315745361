"""Contents that do not follow their cue: before it ("..., she said"), around it ("the border, she said, is shut")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.complement import filling
from communique.reading.speech.draft import Complement
from communique.reading.speech.headlines import is_heading
from communique.reading.speech.scene import EDGES

if TYPE_CHECKING:
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.scene import Scene
    from communique.reading.speech.source import Source

SAYING = frozenset({"say", "report", "claim", "emphasise", "announce", "predict", "suggest", "concede", "deny"})
ASIDE = 8  # words between a cue and the comma that closes its aside: an addressee and a day fit in
SUBORDINATE = frozenset({"advcl", "acl"})
LINKS = frozenset({"CCONJ", "SCONJ", "ADP"})


def fronted(scene: Scene, i: int, row: CueRow, source: Source) -> Complement | None:
    """ "No deal was signed, the ministry said": what stands before the comma, if the cue closes the sentence."""
    if "that" not in row.frames or row.kind not in SAYING:
        return None
    document = scene.document
    start, _ = scene.passage(i)
    comma = _opening(scene, i, source) - 1
    if comma <= start or comma in scene.quote_at or not (document.lower[comma] == "," or _partly_quoted(scene, comma)):
        return None
    told = row.role("obj") == "addressee"
    after = [c for c in scene.children[i] if c > i]
    own = any(document.deps[c] in ("ccomp", "xcomp") for c in after)
    own = own or (not told and any(document.deps[c] == "obj" and scene.child(c, "case") is None for c in after))
    heading = is_heading(scene, i) and source.spans[0][0] >= i  # "No deal without guarantees, says the envoy"
    if own or not (heading or any(_finite(scene, j) for j in range(start, comma))):
        return None
    return Complement((start, comma), None, addressees=filling(scene, i, row, "addressee"))


def interrupted(scene: Scene, i: int, row: CueRow, source: Source) -> Complement | None:
    """ "The border, she said, will close", "If it rains, he warned, we go": one slice, with the cue's aside inside.

    What stands before the aside is no sentence by itself, and a finite verb follows it.
    """
    if not {"that", "quote"} <= row.frames:
        return None
    document = scene.document
    start, end = scene.passage(i)
    first = _opening(scene, i, source)
    comma = first - 1
    if comma <= start or document.lower[comma] != "," or any(j in scene.quote_at for j in range(start, end)):
        return None
    closing = next((j for j in range(i + 1, min(end, i + ASIDE)) if document.lower[j] == ","), None)
    if closing is None or any(document.pos[j] in ("VERB", "AUX") for j in range(i + 1, closing)):
        return None
    follows = document.pos[closing + 1] not in LINKS and not document.lower[closing + 1].endswith("ing")
    if not follows or not any(_finite(scene, j) for j in range(closing + 1, end)) or _main_clause(scene, start, comma):
        return None
    while document.lower[end - 1] in EDGES:
        end -= 1
    return Complement((start, end), None, addressees=filling(scene, i, row, "addressee"))


def _partly_quoted(scene: Scene, mark: int) -> bool:
    """Whether a closing mark ends a sentence of which only the end is quoted: 'The deal "is dead," she said'."""
    quote = scene.quote_at.get(mark - 1)
    if quote is None or quote.end != mark or scene.document.lower[mark - 1] != ",":
        return False
    return scene.passage(mark)[0] < quote.start - 1


def _opening(scene: Scene, i: int, source: Source) -> int:
    """The first token of the clause of a cue: its source's phrase, or the cue itself."""
    first = min([i, *(s for s, _ in source.spans), scene.reach[source.token][0]])
    while first < i and scene.document.lower[first] in EDGES:
        first += 1
    return first


def _main_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether a finite clause that is not subordinate stands between two tokens."""
    document = scene.document
    if document.pos[start] == "SCONJ":
        return False
    for j in range(start, end):
        owner = document.heads[j] if document.pos[j] == "AUX" else j
        if _finite(scene, j) and document.deps[owner].split(":")[0] not in SUBORDINATE:
            return True
    return False


def _finite(scene: Scene, j: int) -> bool:
    document = scene.document
    return document.pos[j] in ("VERB", "AUX") and document.doc[j].morph.get("VerbForm") == ["Fin"]
