"""Who speaks: from a cue to its subject, its by-agent, or the subject it shares with the clause it hangs on.

The parse is asked first; where it gives no actor, the words beside the cue decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.speech.source import Source, owner, phrase_source

if TYPE_CHECKING:
    from communique.reading.cast import Reference
    from communique.reading.speech.scene import Scene

VERBAL = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
RELATIVE_WORDS = 20  # a relative clause between a speaker and the cue is seldom longer
MARGIN = 2  # tokens before a phrase that is set off from its actor: the actor and a comma
INVERTING = frozenset({",", '"'})  # after one of them a cue may stand before its subject: "..., said the envoy"
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
    return document.pos[comma + 1] in VERBAL and _finite(scene, comma + 1)


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
        found = _coordinated(scene, _by_name(scene, found, i), i)
    turned = document.lower[i - 1] in INVERTING if i else False
    after = inverted(scene, i) if found is None and turned and _finite(scene, i) else None
    return found or after or _beside(scene, i) or _opening(scene, i) or _joined(scene, i)


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
        return _subject(scene, head, steps - 1)
    beside = head == i - 1 or (head == i - 2 and document.lower[i - 1] == ",")
    if relation == "acl" and beside and phrase_source(scene, head) is not None:
        return head
    if relation.split(":")[0] in ("advcl", "acl", "parataxis", "conj") and _shares_subject(scene, i):
        governor = _governor(scene, i)
        if governor is None:
            return None
        found = _subject(scene, governor, steps - 1)
        near = _beside(scene, governor) if found is None else None
        return near.token if near is not None else found
    if relation in ("xcomp", "ccomp", "advcl") and carried(scene, i):
        return _subject(scene, head, steps - 1)
    return None


def _own_subject(scene: Scene, i: int) -> int | None:
    """The subject that the parse gives a cue; of two with a comma between, as after a fronted cleft, the nearer."""
    subjects = [c for c in scene.children[i] if scene.document.deps[c].split(":")[0] == "nsubj"]
    before = [c for c in subjects if c < i]
    after = [c for c in subjects if c > i and scene.cast.covering(c) is not None]
    if after and i and scene.document.lower[i - 1] in INVERTING:
        return after[0]  # "no deal, says the envoy"
    apart = len(before) > 1 and "," in scene.document.lower[before[-2] : before[-1]]
    own = before[-1] if apart else next(iter(subjects), None)
    return None if own is not None and own < i and _taken(scene, own, i) else own


def _taken(scene: Scene, subject: int, i: int) -> bool:
    """Whether the subject that the parse gives a cue is a verb's between: "X agreed, Y, the chief, said"."""
    document = scene.document
    for j in range(scene.reach[subject][1], i):
        verb = document.pos[j] == "VERB" and document.deps[j] in ("ROOT", "root", "conj", "ccomp") and j != i
        if verb and document.lower[i - 1] == "," and scene.child(j, "nsubj") is None:
            return True
    return False


def quoted(scene: Scene, i: int) -> int | None:
    """Whose words a participle gives: "Tass quoted the envoy | as saying", the object of the verb above it."""
    head = scene.document.heads[i]
    relays = scene.document.lemmas[head] in scene.lexicon.signs["relay"] and not passive(scene, head)
    return scene.child(head, "obj", "iobj") if relays and "as" in scene.cases(i) else None


def _antecedent(scene: Scene, relative: int) -> int:
    """The noun of speech before ", which" where the parse did not find what it stands for; itself if there is none."""
    document = scene.document
    for at in range(relative - 1, max(scene.passage(relative)[0], relative - STEPS * 2) - 1, -1):
        row = scene.lexicon.nouns.get(document.lemmas[at])
        if row is not None and "document" in row.uses:
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
    cues = [at for at in seen if document.lower[at] in scene.lexicon.verbs]
    after_comma = scene.passage(i)[0] < i and document.lower[i - 1] in (",", "while", "and")
    preferred = cues if after_comma else seen
    return next(iter(preferred), next(iter(seen), None))


def _subject_of_own(scene: Scene, at: int) -> bool:
    return scene.child(at, "nsubj") is not None or _beside(scene, at) is not None


def _beside(scene: Scene, i: int) -> Source | None:
    """Where the parse gives no subject: the actor that stands right before the cue, auxiliaries and adverbs apart."""
    document = scene.document
    start, _ = scene.passage(i)
    if document.lower[i].endswith("ing") or (i > start and document.lower[i - 1] == "to"):
        return None
    at = i - 1
    while at >= start and document.pos[at] in ("AUX", "ADV", "PART") and document.lower[at] != "'s":
        at -= 1
    set_off = at > start + 1 and document.lower[at] == ","
    at -= set_off
    reference = scene.cast.covering(at) if at >= start else None
    if set_off and (reference is None or document.lower[reference.start - 1] != ","):
        return _before_relative(scene, at, start)
    if reference is None:
        row = scene.lexicon.nouns.get(document.lemmas[at]) if at >= start else None
        return owner(scene, at) if row is not None and "document" in row.uses else None
    if reference.end != at + 1 or reference.form == "demonym" or _governed(scene, reference):
        return None
    return Source(reference.actors, ((reference.start, reference.end),), reference.head)


def _by_name(scene: Scene, source: Source, i: int) -> Source:
    """A source by the name that stands in apposition before the cue: "the head of the service, Ana Lee, said"."""
    document = scene.document
    at = i - 1
    while at > 0 and document.pos[at] in ("ADV", "AUX"):
        at -= 1
    named = scene.cast.covering(at - 1) if at > MARGIN and document.lower[at] == "," else None
    unnamed = all(not actor.startswith("person:") for actor in source.actors)
    if (
        named is None
        or named.form != "name"
        or named.end != at
        or document.lower[named.start - 1] != ","
        or not unnamed
    ):
        return source
    if named.start <= source.spans[-1][1] or not all(actor.startswith("person:") for actor in named.actors):
        return source
    between = range(source.spans[-1][1], named.start)
    if any(document.pos[j] in VERBAL or document.lower[j] == "and" for j in between):
        return source
    return Source(named.actors, ((named.start, named.end),), named.head)


def _before_relative(scene: Scene, at: int, start: int) -> Source | None:
    """ "X, who leads the party, said": the reference before a relative clause that commas set off."""
    lower = scene.document.lower
    for j in range(at, max(start + 1, at - RELATIVE_WORDS), -1):
        if lower[j] in ("who", "which", "whose") and lower[j - 1] == ",":
            reference = scene.cast.covering(j - 2)
            if reference is None or reference.end != j - 1 or reference.form == "demonym":
                return None
            return Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return None


def _coordinated(scene: Scene, source: Source, i: int) -> Source:
    """A source with the actors joined to it by words up to the cue, where the parse lost them: "X and Y agreed"."""
    document = scene.document
    start, end = source.spans[-1]
    actors, spans = list(source.actors), list(source.spans)
    while end + 1 < i and document.lower[end] in ("and", ","):
        at = end + 1 + (document.lower[end + 1] in ("and", "the"))
        reference = scene.cast.covering(at)
        if reference is None or reference.start > at or reference.form == "demonym" or reference.end > i:
            break
        if document.lower[end] == "," and "and" not in document.lower[end:i]:
            break
        start, end = reference.start, reference.end
        if (start, end) not in spans and document.lower[end] not in ("'s", "'"):
            actors.extend(a for a in reference.actors if a not in actors)
            spans.append((start, end))
    if end < i and document.pos[end] not in ("AUX", "ADV"):
        return source
    return Source(tuple(actors), tuple(spans), source.token)


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
        if cue and not document.lower[j].endswith("ing"):
            return find_source(scene, j)
    return None


def _governed(scene: Scene, reference: Reference) -> bool:
    """Whether a preposition stands before a reference, so that it is no subject."""
    at = reference.start - 1
    while at >= 0 and scene.document.pos[at] in ("DET", "ADJ"):
        at -= 1
    return at >= 0 and scene.document.pos[at] == "ADP"


def _opening(scene: Scene, i: int) -> Source | None:
    """Where the parse lost the clause: the actor that opens the passage, if no predicate stands before the cue."""
    document = scene.document
    start, _ = scene.passage(i)
    if document.lower[i].endswith("ing") or document.lower[i - 1] == "to" or i == start:
        return None
    if any(_finite(scene, j) for j in range(start, i) if document.pos[j] == "VERB"):
        return None
    if document.pos[start] in ("ADP", "SCONJ"):
        start = next((j + 1 for j in range(start, i) if document.lower[j] == ","), i)
    while start < i and document.pos[start] in ("DET", "ADV", "CCONJ", "PUNCT"):
        start += 1
    reference = scene.cast.covering(start) if start < i else None
    if reference is None or reference.form == "demonym":
        return None
    spans = ((reference.start, reference.end),)
    if document.lower[reference.end] in ("'s", "'") or document.deps[reference.head] == "nmod:poss":
        spoken = [j for j in range(reference.end, min(reference.end + 5, i)) if document.pos[j] == "NOUN"]
        rows = [scene.lexicon.nouns.get(document.lemmas[j]) for j in spoken]
        return (
            Source(reference.actors, spans, reference.head) if any(r and "document" in r.uses for r in rows) else None
        )
    set_off = document.lower[reference.end] == "," and document.lower[i - 1] == ","
    return Source(reference.actors, spans, reference.head) if set_off else None


def _finite(scene: Scene, i: int) -> bool:
    return bool(scene.document.doc[i].morph.get("VerbForm") == ["Fin"])


def inverted(scene: Scene, i: int) -> Source | None:
    """ "said X": the reference right after the cue, where the parse has no subject."""
    document = scene.document
    for at in range(i + 1, min(i + 8, scene.passage(i)[1])):
        if document.words[at] in (",", ".", '"') or document.pos[at] in ("ADP", "VERB", "SCONJ"):
            return None
        reference = scene.cast.covering(at)
        if reference is not None and reference.form != "demonym":
            return Source(reference.actors, ((reference.start, reference.end),), reference.head)
    return None
