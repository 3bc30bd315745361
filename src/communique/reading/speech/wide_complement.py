"""What a cue of a wider attribution governs: clause, infinitive, gerund, object with its phrases, or phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.complement import find_complement
from communique.reading.speech.draft import Complement
from communique.reading.speech.source import Source, phrase_source
from communique.reading.speech.subject import passive

if TYPE_CHECKING:
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.scene import Scene

CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
PROFORMS = (("as", "much"), ("so",))
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "DET"})
RELATIVE = frozenset({"which", "that", "who", "whom", "what", "itself", "himself", "herself", "themselves"})


def wide_complement(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """The complement of a cue under one row: by the parse first, then by the rules of statements."""
    found = _clause(scene, i, row) or _object(scene, i, row) or _phrase(scene, i, row) or find_complement(scene, i, row)
    found = found or _proform(scene, i, row)
    return None if found is not None and _only_named(scene, i, found) else found


def _proform(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """ "Said as much", "said so": what stands for a clause told before."""
    lower = scene.document.lower
    length = next((len(words) for words in PROFORMS if lower[i + 1 : i + 1 + len(words)] == words), 0)
    return Complement((i + 1, i + 1 + length), None) if length and "that" in row.frames else None


def _only_named(scene: Scene, i: int, found: Complement) -> bool:
    """Whether a light verb and its noun only say that something was said: "made the comments", "gave a speech"."""
    document, head = scene.document, found.head
    if not scene.is_light(i) or head is None or document.deps[head] != "obj" or document.heads[head] != i:
        return False
    bare = all(document.pos[j] in ("DET", "ADJ", "NUM") for j in range(*found.content) if j != head)
    return bare and document.lemmas[head] in scene.lexicon.nouns


def no_one(scene: Scene, i: int) -> Source | None:
    """A source that is not named: of a passive ("is expected to"), or of an impersonal ("it is clear that").

    A participle set beside a clause ("compared with 2019") is no passive of its own.
    """
    if scene.document.deps[i] == "advcl" and scene.child(i, "nsubj", "aux") is None:
        return None
    impersonal = any(scene.document.lower[c] in ("it", "there") and scene.document.deps[c] == "expl"
                     for c in scene.children[i])  # fmt: skip
    return Source((), (), i) if passive(scene, i) or impersonal else None


def feeling(scene: Scene, i: int) -> Source | None:
    """Who feels what a participle says of them: "protesters were frustrated that"."""
    subject = scene.child(i, "nsubj")
    felt = subject is not None and scene.document.lower[i] in scene.lexicon.adjectives and passive(scene, i)
    return phrase_source(scene, subject) if felt and subject is not None else None


def _clause(scene: Scene, i: int, row: CueRow) -> Complement | None:
    document = scene.document
    for c in scene.children[i]:
        if c < i or document.deps[c] not in CLAUSES:
            continue
        start, end = max(scene.reach[c][0], i + 1), scene.reach[c][1]
        infinitive = any(document.lower[d] == "to" and document.deps[d] == "mark" for d in scene.children[c])
        wanted = bool(row.frames & ({"inf", "obj-inf"} if infinitive else {"that", "whether"}))
        asked = next((o for o in scene.children[i] if i < o < c and document.deps[o] in ("obj", "iobj")), None)
        if infinitive and asked is not None and "obj-inf" in row.frames:
            start = max(scene.reach[asked][0], i + 1)
        if wanted and end - start >= 2:
            return Complement((start, end), c)
    return None


def _object(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """The object with the phrases that go with it: "identified trade as the reason"; the subject of a passive."""
    document = scene.document
    if row.role("obj") not in ("content", "target"):
        return None
    wanted = "nsubj:pass" if passive(scene, i) else "obj"
    thing = next((c for c in scene.children[i] if document.deps[c] == wanted), None)
    if thing is None or document.lower[thing] in RELATIVE or (wanted == "obj" and thing < i):
        return None
    start, end = scene.reach[thing]
    start = max(start, i + 1) if thing > i else start
    slots = {slot for slot, _ in row.roles} | {"as"}
    for c in scene.children[i]:
        own = document.deps[c] in ("xcomp", "obl", "advcl") and c > thing and scene.reach[c][0] == end
        if own and thing > i and (slots & set(scene.cases(c)) or document.deps[c] == "xcomp"):
            end = scene.reach[c][1]
    return Complement((start, end), thing)


def _phrase(scene: Scene, i: int, row: CueRow) -> Complement | None:
    document = scene.document
    slots = {slot for slot, role in row.roles if role == "content"}
    for c in scene.children[i]:
        if c < i or document.deps[c].split(":")[0] not in ("obl", "advcl", "nmod", "xcomp", "ccomp", "acl"):
            continue
        mark = next((d for d in scene.children[c] if document.deps[d] in ("case", "mark") and d > i), None)
        if mark is not None and document.lower[mark] in slots and document.pos[c] in NOMINAL:
            return Complement((mark + 1, scene.reach[c][1]), c)
    return None
