"""What a cue governs: the clause, infinitive, phrase or quotation that is its content; its target and addressee.

The parse is asked first. Where it lost the clause, the words decide: what follows "that", or the preposition, up
to the end of the clause.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.reading.speech.bounds import clause_end, extended
from communique.reading.speech.draft import Complement
from communique.reading.speech.headlines import is_heading
from communique.reading.speech.phrases import ACTED_ON, PHRASAL, before_finite, object_of, with_phrases
from communique.reading.speech.scene import EDGES
from communique.reading.speech.source import references_of
from communique.reading.speech.subject import WORDED, passive

if TYPE_CHECKING:
    from communique.reading.speech.lexicon import CueRow
    from communique.reading.speech.scene import Scene

CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "dep", "obl"})
JUDGING = frozenset({"support", "reject", "accuse", "deny", "concede", "urge", "ask", "propose", "suggest", "believe"})
BETWEEN_DAYS = frozenset({"NUM", "ADP", "PUNCT", "CCONJ", "DET"})  # what a date holds beside the names of the calendar
CASES = frozenset({"case", "mark", "advmod"})
GOVERNED = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "PRON", "NUM"})
JOINING = frozenset({",", "and", "but", "or"})
FOLLOWS = 12  # words between a cue and its "that": an addressee and a time fit in between


def find_complement(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """The complement of a cue at token `i` under one row of the lexicon, None where the row does not fit."""
    found = _clause(scene, i, row) or _infinitive(scene, i, row) or _gerund(scene, i, row)
    found = found or _prepositional(scene, i, row) or _nominal(scene, i, row) or _aimed(scene, i, row)
    found = found or _verbless(scene, i, row)
    if found is None:
        return None
    return replace(found, targets=_others(filling(scene, i, row, "target"), found.targets),
                   addressees=filling(scene, i, row, "addressee"))  # fmt: skip


def _aimed(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """The phrase that names a target, where nothing else is said: "angry at X for doing so", "lashed out at X"."""
    lower = scene.document.lower
    slots = [slot for slot, role in row.roles if slot != "obj" and role == "target"]
    for slot in slots:
        for c in _after(scene, i):
            mark = next((d for d in scene.children[c] if lower[d] == slot and d > i), None)
            if mark is not None:
                return Complement((mark, scene.reach[c][1]), c)
    for j in range(i + 1, min(i + FOLLOWS, scene.passage(i)[1] - 1)):
        if lower[j] in EDGES:
            return None
        if lower[j] in slots and (targets := _standing_at(scene, j + 1)):
            return Complement((j, clause_end(scene, j)), None, targets)
    return None


def _verbless(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """What a heading denies without a verb: "Minister says no talks under pressure"."""
    ends = i + 1 == scene.passage(i)[1]
    if ends or "that" not in row.frames or not is_heading(scene, i) or not scene.is_sign("denying", i + 1):
        return None
    return Complement((i + 1, clause_end(scene, i + 1)), None)


def _others(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for group in groups for actor in group))


def _clause(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """A clause with or without "that", right of the cue; also "whether" where the cue takes it."""
    if "that" not in row.frames and "whether" not in row.frames:
        return None
    document = scene.document
    for c in scene.children[i]:
        if c < i or document.deps[c] not in ("ccomp", "parataxis", "csubj") or _credits(scene, c):
            continue
        if document.lower[max(scene.reach[c][0], i + 1)] == "to" or scene.child(c, "nsubj", "expl", "csubj") is None:
            continue
        start = max(scene.reach[c][0], i + 1)
        if document.pos[start] == "ADP":
            subject = scene.child(c, "nsubj", "expl", "csubj")
            if document.heads[document.heads[start]] != c or subject is None or subject < start:
                continue  # a clause inside the object's own phrase
            start = scene.reach[subject][0]  # "said on Sunday it would go": the day is the cue's
        return Complement((start, _with_further(scene, i, extended(scene, start, scene.reach[c][1]))), c)
    first = _past_source(scene, i)
    limit = min(scene.passage(i)[1], first + FOLLOWS)
    for j in range(first, limit):
        opens = document.lower[j] == "that" and not _points(scene, i, j) and not _of_report(scene, i, j)
        if opens and j + 1 < limit and document.pos[j + 1] not in ("VERB", "AUX", "PUNCT"):
            return Complement((j, clause_end(scene, j + 1)), _first_verb(scene, j + 1))
        if document.lower[j] in EDGES or (document.pos[j] == "VERB" and not document.deps[j].startswith("acl")):
            break
    return _bare_clause(scene, i)


def _with_further(scene: Scene, i: int, end: int) -> int:
    """The end of a clause with the clauses that a "that" joins to it: "said it was low | and that it would fall"."""
    document = scene.document
    for c in scene.children[i]:
        start, stop = scene.reach[c]
        while start < c and document.lower[start] in JOINING:
            start += 1
        joined = document.deps[c] in ("ccomp", "conj") and document.lower[start] == "that" and start != c
        if joined and stop > end and all(word in JOINING for word in document.lower[end:start]):
            end = stop
    return end


def _points(scene: Scene, i: int, that: int) -> bool:
    """Whether "that" is the determiner of the cue's object: "rejected that demand twice"."""
    document = scene.document
    noun = document.heads[that]
    return document.deps[that] == "det" and noun > that and document.heads[noun] == i and document.deps[noun] == "obj"


def _of_report(scene: Scene, i: int, that: int) -> bool:
    """Whether a clause tells what a report says that the cue only refers to: "responding to claims that"."""
    document = scene.document
    noun = document.heads[document.heads[that]]
    told = document.deps[document.heads[that]].startswith("acl") and i < noun < that
    return told and document.lemmas[noun] in scene.lexicon.nouns and bool(set(scene.cases(noun)) - WORDED)


def _credits(scene: Scene, c: int) -> bool:
    """Whether a clause beside a cue only says whose the sentence is: "they agreed, the envoy said"."""
    rows = scene.lexicon.verbs.get(scene.document.lower[c], ())
    introduces = any("quote" in row.frames for row in rows)
    return scene.document.deps[c] == "parataxis" and introduces and scene.child(c, "ccomp", "obj") is None


def _past_source(scene: Scene, i: int) -> int:
    """Past what a cue's clause says of its source between commas: "reported, citing officials, | that"."""
    document = scene.document
    for j in range(i + 1, min(i + FOLLOWS, scene.passage(i)[1] - 1)):
        if document.lower[j] == ",":
            closing = (k + 1 for k in range(j + 1, scene.passage(i)[1]) if document.lower[k] == ",")
            return next(closing, i + 1) if scene.is_sign("citing", j + 1) else i + 1
    return i + 1


def _bare_clause(scene: Scene, i: int) -> Complement | None:
    """A clause without "that" that the parser did not find: a noun phrase after the cue, then a finite verb."""
    document = scene.document
    j, end = i + 1, scene.passage(i)[1]
    while j < end and (document.pos[j] in PHRASAL or document.lower[j] in ("of", "'s", "'", '"')):
        j += 1
    subject = any(document.pos[n] in ("NOUN", "PROPN", "PRON") for n in range(i + 1, j))
    finite = j < end and (document.pos[j] == "AUX" or document.doc[j].morph.get("VerbForm") == ["Fin"])
    own = scene.child(i, "obj")
    joined = document.pos[j - 1] == "CCONJ" or (own is not None and i < own < j and "CCONJ" in document.pos[own:j])
    return Complement((i + 1, clause_end(scene, i + 1)), j) if subject and finite and not joined else None


def _first_verb(scene: Scene, start: int) -> int | None:
    document, end = scene.document, scene.passage(start)[1]
    first = next((j for j in range(start, end) if document.pos[j] in ("VERB", "AUX")), None)
    helps = first is not None and document.deps[first] in ("aux", "aux:pass", "cop") and document.heads[first] > first
    return document.heads[first] if first is not None and helps else first


def _infinitive(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """ "Agreed to meet", "urged Tehran to stop": the verb after "to"; the object is the one who is asked."""
    frames = row.frames
    if not frames & {"inf", "obj-inf"}:
        return None
    document = scene.document
    verb = next((c for c in scene.children[i] if c > i and document.deps[c] in CLAUSAL and "to" in scene.cases(c)
                 and document.pos[c] in ("VERB", "AUX", "NOUN", "ADJ")), None)  # fmt: skip
    asked = next((c for c in scene.children[i] if c > i and _acted_on(scene, i, c)), None)
    if verb is None and asked is not None:
        verb = next((c for c in scene.children[asked] if document.deps[c] in ("acl", "xcomp", "advcl")
                     and "to" in scene.cases(c)), None)  # fmt: skip
    if verb is None or (document.pos[verb] not in ("VERB", "AUX") and not _to_mark(scene, verb)):
        return None
    if "inf" not in frames and asked is None and scene.child(i, "aux:pass") is None:
        return None
    if "obj-inf" not in frames and asked is not None and asked < verb:
        return None
    mark = next(c for c in scene.children[verb] if document.lower[c] == "to")
    if document.lower[verb] in scene.lexicon.signs["anonymity"] or scene.is_sign("anonymity", scene.reach[verb][1] - 1):
        return None
    start = mark - 1 if document.lower[mark - 1] in ("not", "never") and mark - 1 > i else mark + 1
    if start >= scene.reach[verb][1]:
        return None
    targets = _mentioned(scene, asked) if asked is not None and "obj-inf" in frames else ()
    if asked is not None and i < asked < verb:
        start = max(scene.reach[asked][0], i + 1)
    aims = {slot for slot, role in row.roles if role == "target" and slot != "obj"}
    called = next((c for c in scene.children[i] if i < c < verb and aims & set(scene.cases(c))), None)
    if asked is None and called is not None:  # "called on | Fiji to leave"
        start = next(d for d in range(scene.reach[called][0], called + 1) if document.deps[d] not in CASES)
    return Complement((start, before_finite(scene, verb, scene.reach[verb])), verb, targets)


def _acted_on(scene: Scene, i: int, c: int) -> bool:
    """Whether a dependent right of a cue is its object; of two subjects the second one is."""
    if scene.document.deps[c] in ACTED_ON:
        return True
    subject = scene.child(i, "nsubj")
    return scene.document.deps[c] == "nsubj" and subject is not None and subject < i


def _gerund(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """ "Ruled out sending troops", "proposed holding talks": an act as the object of a cue that judges it."""
    if row.role("obj") not in ("content", "speech") or row.kind not in JUDGING:
        return None
    document = scene.document
    at = i + len(row.words)
    if at >= len(document.lower) or not document.lower[at].endswith("ing") or document.pos[at] not in ("VERB", "AUX"):
        return None
    if document.pos[at] == "AUX" and document.heads[at] > at:
        end = scene.reach[document.heads[at]][1]  # "having met"
        return Complement((at, end), document.heads[at])
    tied = document.heads[at] == i or i < document.heads[at] < at + 2
    end = scene.reach[at][1] if tied else clause_end(scene, at)
    return Complement((at, before_finite(scene, at, (at, end))), at) if end > at + 1 else None


def _to_mark(scene: Scene, verb: int) -> bool:
    return any(scene.document.deps[c] == "mark" and scene.document.lower[c] == "to" for c in scene.children[verb])


def _prepositional(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """Content after a preposition: "called for talks", "described the ties as close", "hinted at a visit".

    Of several the nearest: "warned against | the removal of".
    """
    document = scene.document
    slots = {slot for slot, role in row.roles if slot != "obj" and role == "content"}
    hung = []
    for c in _after(scene, i):
        mark = next((d for d in scene.children[c] if document.lower[d] in slots and document.deps[d] in CASES), None)
        if mark is not None and i < mark < scene.reach[c][1] - 1 and document.pos[c] in GOVERNED and not _day(scene, c):
            hung.append((mark, c))
    if hung:
        mark, c = min(hung)
        described = next((d for d in scene.children[i] if document.deps[d] == "obj" and i < d < c), None)
        if document.lower[mark] == "as" and described is not None:
            start = max(scene.reach[described][0], i + 1)
            return Complement((start, scene.reach[c][1]), c, _mentioned(scene, described))
        noun = scene.lexicon.nouns.get(document.lemmas[c])
        end = scene.reach[c][1]
        return Complement((mark + 1, with_phrases(scene, i, row, noun, end) if document.pos[c] == "NOUN" else end), c)
    for slot in (slot for slot, role in row.roles if slot in slots and role == "content"):
        j = i + len(row.words) - (1 if row.words[-1] == slot else 0)
        if j < len(document.lower) - 1 and document.lower[j] == slot and document.lower[j + 1] not in EDGES:
            return Complement((j + 1, clause_end(scene, j + 1)), None)
    return None


def _day(scene: Scene, c: int) -> bool:
    """Whether a phrase only says when: "agreed on 19 April on the return"."""
    document = scene.document
    named = [scene.is_sign("calendar", j) for j in range(*scene.reach[c]) if document.pos[j] not in BETWEEN_DAYS]
    return bool(named) and all(named)


def _after(scene: Scene, i: int) -> list[int]:
    """The dependents of a cue, and those that the parser hung on its object, right of the cue."""
    document = scene.document
    near = [c for c in scene.children[i] if c > i]
    objects = [c for c in near if document.deps[c] in ("obj", "xcomp", "obl")
               or (document.deps[c] == "conj" and document.pos[i] == "ADJ")]  # fmt: skip
    return near + [d for c in objects for d in scene.children[c] if d > c]


def _nominal(scene: Scene, i: int, row: CueRow) -> Complement | None:
    """The object as content: "outlined its position"; for "speech" slots only nouns of speech and quoted words."""
    role = row.role("obj")
    wanted = role is not None or bool(row.frames & {"obj-quote", "obj-pred"})
    phrase = object_of(scene, i) if wanted else None
    if "obj-quote" in row.frames and i + 2 in scene.quote_at and scene.quote_at[i + 2].start == i + 2:
        return Complement((i + 2, scene.quote_at[i + 2].end), None)
    if phrase is None:
        return None
    thing, start, end = phrase
    if "obj-pred" in row.frames and (said := _predicated(scene, i, thing)) is not None:
        return Complement((start, scene.reach[said][1]), said, _mentioned(scene, thing))
    noun = scene.lexicon.nouns.get(scene.document.lemmas[thing])
    noun = noun if noun is not None and "object" in noun.uses else None
    end = with_phrases(scene, i, row, noun, end)
    quoted = i not in scene.quote_at and any(j in scene.quote_at for j in range(start, end))
    words = quoted and thing in scene.quote_at and not scene.is_light(i)
    if role == "content" or (role == "speech" and (noun is not None or words)):
        targets = scene.actors_in(start, end) if (noun or row).plover is not None else ()
        return Complement((start, end), thing, targets, coded=noun)
    if "obj-quote" in row.frames and quoted:
        inside = scene.quote_at[next(j for j in range(start, end) if j in scene.quote_at)]
        return Complement((min(start, inside.start), inside.end), None, scene.actors_in(start, inside.start))
    if role == "target":
        return Complement((start, end), thing, _mentioned(scene, thing))
    return None


def _predicated(scene: Scene, i: int, thing: int) -> int | None:
    """ "Called the deal a victory": the noun or adjective that is said of the object; of two objects the second."""
    document = scene.document
    found = (c for c in scene.children[i] if c >= thing and document.pos[c] in ("NOUN", "PROPN", "ADJ"))
    several = [c for c in scene.children[i] if document.deps[c] in ACTED_ON and c > i]
    subject = scene.child(thing, "nsubj")
    if subject is not None and i < subject < thing:
        return thing  # "considers this a threat", where the parse made a clause of it
    said = next((c for c in found if document.deps[c] == "xcomp" or c in several[1:]), None)
    return (
        said
        if said is not None
        else next((c for c in range(thing + 1, scene.passage(i)[1]) if _loose(scene, i, c, thing)), None)
    )


def _loose(scene: Scene, i: int, c: int, thing: int) -> bool:
    """Whether "a mistake" stands after the object of a cue, tied to it or to the cue by no preposition."""
    document = scene.document
    tied = document.heads[c] in (i, thing) and document.deps[c] in ("parataxis", "dep", "obl", "nmod", "appos")
    indefinite = any(document.lower[d] in ("a", "an") for d in scene.children[c])
    apart = any(document.lower[d] in EDGES for d in range(thing, c))
    return tied and indefinite and document.pos[c] == "NOUN" and not apart and scene.child(c, "case", "mark") is None


def _mentioned(scene: Scene, token: int) -> tuple[str, ...]:
    """The actors of a noun phrase, or those that it speaks of ("Moscow's conduct")."""
    found = [a for r in references_of(scene, token) for a in r.actors]
    return tuple(dict.fromkeys(found)) or scene.actors_in(*scene.reach[token])


def filling(scene: Scene, i: int, row: CueRow, wanted: str) -> tuple[str, ...]:
    """The actors that fill the slots of a role (target or addressee) of a cue."""
    document = scene.document
    found: list[str] = []
    for slot, role in row.roles:
        if role != wanted:
            continue
        for c in _after(scene, i) if slot != "obj" else scene.children[i]:
            fits = document.deps[c] in ACTED_ON if slot == "obj" else slot in scene.cases(c)
            if slot == "obj" and passive(scene, i):
                fits = document.deps[c].startswith("nsubj")
            if fits:
                found.extend(a for r in references_of(scene, c) for a in r.actors)
        if not found and slot == "obj" and wanted == "addressee" and not passive(scene, i):
            found.extend(_standing_at(scene, i + 1))
        if not found and slot == "to" and i + 1 < len(document.lower) and document.lower[i + 1] == "to":
            found.extend(_standing_at(scene, i + 2))
    return tuple(dict.fromkeys(found))


def _standing_at(scene: Scene, token: int) -> tuple[str, ...]:
    """The actors of the reference that begins at a token, where the parse shows nothing."""
    reference = scene.cast.covering(token) if token < len(scene.document.lower) else None
    return reference.actors if reference is not None and reference.start == token else ()


def letter_to(scene: Scene, i: int) -> tuple[str, ...]:
    """The addressees of a letter or message that the cue's clause names: "in a letter to the secretary-general"."""
    document = scene.document
    start, end = scene.reach[i]
    for j in range(start, end):
        row = scene.lexicon.nouns.get(document.lemmas[j])
        if row is None or "letter" not in row.uses or "in" not in scene.cases(j):
            continue
        for c in scene.children[j]:
            if "to" in scene.cases(c):
                return _mentioned(scene, c)
        if j + 2 < end and document.lower[j + 1] == "to":
            return _standing_at(scene, j + 2)
    return ()
