"""Who speaks: from a cue to its subject, its by-agent, or the subject it shares with the clause it hangs on.

The parse is asked first; where it gives no actor, the words beside the cue decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.beside import (
    INVERTING,
    MARGIN,
    VERBAL,
    beside,
    by_name,
    coordinated,
    finite,
    inverted,
    opening,
)
from communique.reading.speech.source import Source, phrase_source

if TYPE_CHECKING:
    from communique.reading.speech.scene import Scene

RELATIVE = frozenset({"who", "which", "that", "whom"})
WORDED = frozenset({"in", "through", "via", "with"})  # before a document: "said in a letter accusing"
QUOTING = frozenset({"quote"})  # all that "he began" and the like can introduce
STEPS = 8  # heads climbed in search of a subject; deeper nesting is not found in news prose


def passive(scene: Scene, i: int) -> bool:
    """Whether a cue is in the passive ("was quoted", "a plan rejected by Kyiv")."""
    document = scene.document
    if document.lower[i].endswith("ing"):
        return False
    bound = [c for c in scene.children[i] if document.deps[c] in ("aux:pass", "nsubj:pass", "obl:agent")]
    if bound and scene.child(i, "ccomp") is not None and all(document.lower[c] == "'s" for c in bound):
        return False  # "Chile's said it will": has, not is
    if bound or _reduced(scene, i):
        return True
    lone = scene.child(i, "nsubj", "aux") is None and any("by" in scene.cases(c) for c in scene.children[i] if c > i)
    return lone and document.doc[i].morph.get("VerbForm") == ["Part"]


def _reduced(scene: Scene, i: int) -> bool:
    """Whether a past participle modifies a noun or opens a clause: "asked about it, she laughed"."""
    document = scene.document
    if _set_off(scene, i):
        return True
    if document.doc[i].morph.get("VerbForm") != ["Part"] or document.deps[i] not in ("acl", "advcl"):
        return False
    return scene.child(i, "nsubj", "aux", "obj", "ccomp", "mark") is None


def _set_off(scene: Scene, i: int) -> bool:
    """Whether commas set a past form off between an actor and their own verb: "the envoy, asked about it, laughed"."""
    document = scene.document
    if i < MARGIN or document.lower[i - 1] != "," or not document.lower[i].endswith("ed"):
        return False
    before = scene.cast.covering(i - 2)
    end = scene.passage(i)[1]
    comma = next((j for j in range(i + 1, end - 1) if document.lower[j] == ","), None)
    if before is None or before.end != i - 1 or comma is None or "and" in document.lower[i:comma]:
        return False
    return document.pos[comma + 1] in VERBAL and finite(scene, comma + 1)


def find_source(scene: Scene, i: int) -> Source | None:
    """The speakers of a verb or predicate adjective, None where no actor of the article is said to speak."""
    if passive(scene, i):
        agent = next((c for c in scene.children[i] if scene.document.deps[c].startswith("obl")
                      and "by" in scene.cases(c)), None)  # fmt: skip
        return None if agent is None else phrase_source(scene, agent)
    document = scene.document
    subject = _subject(scene, i)
    found = phrase_source(scene, subject) if subject is not None else None
    if found is not None:
        found = coordinated(scene, by_name(scene, found, i), i)
    turned = document.lower[i - 1] in INVERTING if i else False
    after = inverted(scene, i) if found is None and turned and finite(scene, i) else None
    found = found or after or _past_aside(scene, i)
    return found or beside(scene, i) or opening(scene, i) or _joined(scene, i) or _same_body(scene, i)


def _past_aside(scene: Scene, i: int) -> Source | None:
    """ "The envoy, asked about the border, | said": whom a participle between commas before the cue belongs to."""
    document = scene.document
    if i < MARGIN or document.lower[i - 1] != ",":
        return None
    opened = next((j for j in range(i - 2, scene.passage(i)[0], -1) if document.lower[j] == ","), None)
    if opened is None or not _set_off(scene, opened + 1):
        return None
    named = scene.cast.covering(opened - 1)
    return None if named is None else Source(named.actors, ((named.start, named.end),), named.head)


def _same_body(scene: Scene, i: int) -> Source | None:
    """ "Lula's office denied it. It said ...": what a sentence before let speak, and is no actor by itself, goes on."""
    document = scene.document
    subject, number = scene.child(i, "nsubj"), scene.passage_of[i]
    if subject is None or document.lower[subject] != "it" or scene.cast.covering(subject) is not None or not number:
        return None
    before, end = scene.passages[number - 1]
    if document.block_of[before] != document.block_of[i]:
        return None
    said = next((j for j in range(before, end) if document.heads[j] == j), before)
    body = scene.child(said, "nsubj") if document.lower[said] in scene.lexicon.verbs else None
    found = phrase_source(scene, body) if body is not None and document.pos[body] == "NOUN" else None
    return Source(found.actors, ((subject, subject + 1),), subject) if found is not None else None


def _subject(scene: Scene, i: int, steps: int = STEPS) -> int | None:
    document = scene.document
    own = _own_subject(scene, i)
    relation, head = document.deps[i], document.heads[i]
    if own is not None and document.lower[own] not in RELATIVE:
        return own
    if own is not None:
        relative = relation.startswith("acl") or relation.endswith(":relcl")  # in clefts: "it was X who said"
        named = relative and head != i and phrase_source(scene, head) is not None
        return head if named else _antecedent(scene, own)
    if steps == 0 or head == i:
        return None
    if (spoken := quoted(scene, i)) is not None:
        return spoken
    if relation == "conj" and document.pos[head] in VERBAL:
        return _subject(scene, partner(scene, i), steps - 1)
    if relation == "acl" and _of_others(scene, i):
        return head
    adjacent = head == i - 1 or (head == i - 2 and document.lower[i - 1] == ",")
    if relation == "acl" and adjacent and phrase_source(scene, head) is not None:
        return head
    if relation.split(":")[0] in ("advcl", "acl", "parataxis", "conj") and _shares_subject(scene, i):
        governor = _governor(scene, i)
        if governor is None:
            return None
        found = _subject(scene, governor, steps - 1)
        near = beside(scene, governor) if found is None else None
        return near.token if near is not None else found
    if relation in ("xcomp", "ccomp", "advcl") and carried(scene, i):
        return _subject(scene, head, steps - 1)
    return None


def partner(scene: Scene, i: int) -> int:
    """What a verb is coordinated with; a finite one with no infinitive: "the need to act, | and called for"."""
    document, head = scene.document, scene.document.heads[i]
    bare = document.doc[head].morph.get("VerbForm") == ["Inf"] and any(
        scene.is_sign("modal", c) or document.lower[c] == "to" for c in scene.children[head] if c < head
    )
    if not (bare and finite(scene, i)):
        return head
    while document.heads[head] != head and not (document.pos[head] in VERBAL and finite(scene, head)):
        head = document.heads[head]
    return head


def _of_others(scene: Scene, i: int) -> bool:
    """Whether a participle says what the noun before it says: "left after a wave of rumours claiming that"."""
    document, head = scene.document, scene.document.heads[i]
    told = document.pos[head] == "NOUN" and scene.cast.covering(head) is None and "," not in document.lower[head:i]
    beside = document.deps[head].startswith(("nmod", "obl")) and bool(scene.cases(head))
    return told and beside and not WORDED & set(scene.cases(head))


def _document(scene: Scene, i: int) -> bool:
    row = scene.lexicon.nouns.get(scene.document.lemmas[i])
    return row is not None and "document" in row.uses


def _own_subject(scene: Scene, i: int) -> int | None:
    """The subject that the parse gives a cue; of two with a comma between, as after a fronted cleft, the nearer."""
    subjects = [c for c in scene.children[i] if scene.document.deps[c].split(":")[0] == "nsubj"]
    before = [c for c in subjects if c < i]
    after = [c for c in subjects if c > i and scene.cast.covering(c) is not None]
    if after and i and scene.document.lower[i - 1] in INVERTING:
        return after[0]  # "no deal, says the envoy"
    named = [c for c in before if scene.document.lower[c] not in RELATIVE]
    if named and len(named) < len(before):
        return named[-1]  # "a plan which | it | hopes to pass"
    apart = len(before) > 1 and "," in scene.document.lower[before[-2] : before[-1]]
    own = before[-1] if apart else next(iter(subjects), None)
    return None if own is not None and own < i and _taken(scene, own, i) else own


def _taken(scene: Scene, subject: int, i: int) -> bool:
    """Whether the subject that the parse gives a cue is a verb's between: "X agreed, Y, the chief, said"."""
    document = scene.document
    for j in range(subject + 1, i):
        verb = document.pos[j] == "VERB" and document.deps[j] in ("ROOT", "root", "conj", "ccomp") and j != i
        above = j
        while document.deps[above] == "conj" and document.heads[above] != above:
            above = document.heads[above]
        relative = document.deps[above].startswith("acl")  # "X, who opened and closed the round, said"
        if verb and not relative and document.lower[i - 1] == "," and scene.child(j, "nsubj") is None:
            return True
    return False


def quoted(scene: Scene, i: int) -> int | None:
    """Whose words a participle gives: "Tass quoted the envoy | as saying", the object of the verb above it."""
    head = scene.document.heads[i]
    relays = scene.document.lemmas[head] in scene.lexicon.signs["relay"] and not passive(scene, head)
    return scene.child(head, "obj", "iobj") if relays and "as" in scene.cases(i) else None


def _antecedent(scene: Scene, relative: int) -> int:
    """The noun of speech before ", which" where the parse did not find what it stands for; itself if there is none."""
    for at in range(relative - 1, max(scene.passage(relative)[0], relative - STEPS * 2) - 1, -1):
        if _document(scene, at):
            return at
    return relative


def carried(scene: Scene, i: int) -> bool:
    """Whether a verb without a subject is as good as its head's predicate ("continued to insist")."""
    document = scene.document
    head = document.heads[i]
    return document.lemmas[head] in scene.lexicon.signs["carrier"] or "as" in scene.cases(i)


def _shares_subject(scene: Scene, i: int) -> bool:
    document = scene.document
    return document.lower[i].endswith("ing") or "as" in scene.cases(i) or document.deps[i] == "conj"


def _governor(scene: Scene, i: int) -> int | None:
    """The verb whose subject a participle shares: the nearest cue above it that has one, else the nearest verb."""
    document = scene.document
    seen: list[int] = []
    at = i
    for _ in range(STEPS):
        at, before = document.heads[at], at
        if at == before:
            break
        spoken = at in scene.quote_at and scene.quote_at[at] is not scene.quote_at.get(i)
        verbal = document.pos[at] in VERBAL or document.lower[at] in scene.lexicon.verbs
        if verbal and not spoken and _subject_of_own(scene, at):
            seen.append(at)
    cues = [at for at in seen if any(row.frames != QUOTING for row in scene.lexicon.verbs.get(document.lower[at], ()))]
    after_comma = scene.passage(i)[0] < i and document.lower[i - 1] in (",", "while", "and")
    preferred = cues if after_comma else seen
    return next(iter(preferred), next(iter(seen), None))


def _subject_of_own(scene: Scene, at: int) -> bool:
    return scene.child(at, "nsubj") is not None or beside(scene, at) is not None


def _joined(scene: Scene, i: int) -> Source | None:
    """Where the parse lost a coordination: after "and", or as a participle, it shares the subject of the cue before."""
    document = scene.document
    start, _ = scene.passage(i)
    at = i - 1
    while at > start and document.pos[at] in ("ADV", "AUX", "PART"):
        at -= 1
    participle = document.lower[i].endswith("ing")
    links = (",", "while", "and") if participle else ("and", "but")
    if document.lower[at] not in links or document.lower[i - 1] == "to":
        return None
    for j in range(at - 1, start, -1):
        cue = document.lower[j] in scene.lexicon.verbs and document.pos[j] == "VERB"
        if cue and not document.lower[j].endswith("ing") and not passive(scene, j):
            return find_source(scene, j)
    return None
