"""Actors that are no persons by name: ministries and state media, unnamed officials, states and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon, pair_phrases
from communique.reading.actors.people import slug
from communique.reading.actors.titles import institution_at, look_left, look_right
from communique.reading.gazetteer import owner_of

if TYPE_CHECKING:
    from communique.knowledge.model import Hit
    from communique.reading.actors.draft import Draft
    from communique.reading.gazetteer import Entity

# A capital is its government where it acts, and a place where something happens in it.
ACTING = frozenset({"nsubj", "nmod:poss", "nsubj:outer"})
SPEAKING_TO = frozenset({"nsubj", "obl", "obl:agent", "obj", "iobj"})
PARTY_CASES = frozenset({"by", "with", "between", "from", "on", "against", "toward", "towards"})
PLACE_CASES = frozenset({"in", "at", "near", "outside", "inside", "within", "across", "around"})


def find_institutions(draft: Draft, *, implied: bool) -> None:
    """Ministries, parliaments, state media: with the state said beside them; then (`implied`) that spoken of last."""
    document, knowledge = draft.document, draft.knowledge
    i = 0
    while i < len(document.words):
        length = institution_at(document.lower, i)
        if not length or not draft.free(i, i + length) or _part_of_name(draft, i, i + length):
            if implied and document.lower[i] == "ministry" and i not in draft.taken:
                _refer_last_ministry(draft, i)
            i += 1
            continue
        institution = lexicon().institutions[document.lower[i : i + length]]
        left = look_left(document, draft.gazetteer, knowledge, i)
        end, owner, _ = look_right(document, draft.gazetteer, knowledge, i + length)
        owner = left.owner or owner
        end = end if left.owner is None and owner is not None else i + length
        said = owner is not None
        outlet = draft.gazetteer.at(i + length, "outlet") if institution.key == "state-media" else None
        if outlet is not None and outlet.start == i + length:
            i += length  # "the Turkish state news agency Anadolu": the outlet has a name of its own
            continue
        if said is implied:
            i += length
            continue
        owner = owner or (
            draft.last_owner(i, institution.key) if left.definite or institution.speaks or institution.implied else None
        )
        start = left.start if draft.free(left.start, i) else i
        if owner is not None and (said or institution.key not in ("military", "court", "congress")):
            actor = enter_institution(draft, owner, institution.key, institution.name, draft.text(start, end))
            if draft.free(start, end):
                draft.refer(start, end, (actor,), "description")
        i = max(i + length, end)


def _refer_last_ministry(draft: Draft, token: int) -> None:
    """ "The ministry": the ministry spoken of last."""
    if token == 0 or draft.document.lower[token - 1] != "the":
        return
    for reference in sorted((r for r in draft.references if r.end <= token), key=lambda r: -r.start):
        for actor in reference.actors:
            if actor.startswith("organisation:") and actor.endswith("-ministry"):
                draft.refer(token - 1, token + 1, (actor,), "description")
                return


def enter_institution(draft: Draft, owner: str, key: str, name: str, surface: str) -> str:
    """Enter an institution of a state, such as RUS/foreign-ministry, as an organisation."""
    state = owner if owner in draft.knowledge.states else None
    return draft.enter(
        f"organisation:{owner}/{key}", f"{draft.owner_name(owner)} / {name}", "organisation", state, surface
    )


def _part_of_name(draft: Draft, start: int, end: int) -> bool:
    """The "Security Council" of the United Nations is known by its full name and no state's."""
    hit = draft.gazetteer.at(start, "organisation", "outlet", "bloc")
    if hit is None or hit.start > start or hit.end < end:
        return False
    return owner_of(hit, draft.knowledge) == hit.keys[0]


def find_unnamed(draft: Draft, *, implied: bool) -> None:
    """ "A senior Russian security official", "US officials", "the Russian side"; then (`implied`) "officials"."""
    document, lists = draft.document, lexicon()
    paired = {token for start, end in pair_phrases(document.lower) for token in range(start, end)}
    paired.update(end - 1 for end in draft.pending if document.lower[end : end + 1] == ("of",))
    for i, word in enumerate(document.lower):
        if i in draft.taken or i in paired or document.pos[i] not in ("NOUN", "PROPN"):
            continue
        lemma = document.lemmas[i]
        side = word in lists.sides
        if not side and lemma not in lists.unnamed and word.rstrip("s") not in lists.unnamed:
            continue
        left = look_left(document, draft.gazetteer, draft.knowledge, i)
        end, right_owner, _ = look_right(document, draft.gazetteer, draft.knowledge, i + 1)
        owner = left.owner or right_owner
        if owner is None and (near := _near_person(draft, i + 1)):
            end, owner = near
            right_owner = owner
        if (owner is None) is not implied:
            continue
        end = end if left.owner is None and right_owner is not None else i + 1
        start = left.start if draft.free(left.start, end) else i
        if not draft.free(start, end):
            continue
        if side:
            if owner is not None:
                draft.refer(start, end, (draft.owner(owner, draft.text(start, end)),), "description")
            continue
        actor = (
            _apposed(draft, start, owner)
            or _described_person(draft, i, owner, left.definite)
            or _enter_unnamed(draft, start, i, end, owner)
        )
        if actor is not None:
            draft.refer(start, end, (actor,), "description")


def _near_person(draft: Draft, token: int) -> tuple[int, str] | None:
    """ "An aide to Ana Lee": where the phrase ends, and the state of the person it names."""
    if draft.document.lower[token : token + 1] not in (("of",), ("to",)):
        return None
    for reference in draft.references:
        if reference.start == token + 1 and reference.form == "name":
            state = draft.actors[reference.actors[0]].state
            return (reference.start, state) if state is not None else None
    return None


def _apposed(draft: Draft, start: int, owner: str | None) -> str | None:
    """ "Ana Lee, a senior Maltese diplomat": the person whose name stands before the comma."""
    if start < 2 or draft.document.lower[start - 1] != ",":
        return None
    for reference in draft.references:
        if reference.end == start - 1 and reference.form == "name" and reference.actors[0].startswith("person:"):
            state = draft.actors[reference.actors[0]].state
            return reference.actors[0] if owner is None or state in (owner, None) else None
    return None


def _described_person(draft: Draft, token: int, owner: str | None, definite: bool) -> str | None:
    """ "The Chinese diplomat": the person of that state spoken of last, if the phrase is definite and singular."""
    plural = draft.document.doc[token].morph.get("Number") == ["Plur"]
    if owner is None or plural or not definite or draft.document.lower[token + 1 : token + 2] in (("of",), ("to",)):
        return None
    before = [r for r in draft.references if r.end <= token and r.form == "name"]
    for reference in sorted(before, key=lambda r: -r.start):
        for actor in reference.actors:
            if actor.startswith("person:") and draft.actors[actor].state == owner:
                return actor
    return None


def _enter_unnamed(draft: Draft, start: int, token: int, end: int, owner: str | None) -> str | None:
    """An actor for people without a name; None where the phrase says nothing of who they are."""
    document, lists = draft.document, lexicon()
    group = next((lists.groups[w] for w in document.lower[start:token] if w in lists.groups), None)
    if owner is None and group is not None:
        return draft.enter(f"group:{slug(group)}", group, "group", None, draft.text(start, end))
    described = [w for w in document.lower[start : token + 1] if w in lists.describing] + [document.lemmas[token]]
    if owner is None and start == token and document.deps[token] not in SPEAKING_TO:
        return None
    phrase = " ".join(document.lower[token : token + 1]) if len(described) == 1 else None
    words = phrase or " ".join([*described[:-1], document.lower[token]])
    state = owner if owner in draft.knowledge.states else None
    name = f"{draft.owner_name(owner)} ({words})" if owner else words
    return draft.enter(f"unnamed:{owner or ''}/{slug(words)}", name, "unnamed", state, draft.text(start, end))


def find_owners(draft: Draft) -> None:
    """States, their capitals and metonyms where they act, organisations, blocs and outlets."""
    for hit in draft.gazetteer.hits:
        if not draft.free(hit.start, hit.end):
            continue
        surface = draft.text(hit.start, hit.end)
        if hit.kind == "state":
            draft.refer(hit.start, hit.end, (draft.owner(hit.keys[0], surface),), "name")
        elif hit.kind in ("metonym", "capital"):
            if hit.kind == "metonym" or acts(draft, hit):
                owner = owner_of(hit, draft.knowledge)
                draft.refer(hit.start, hit.end, (draft.owner(owner, surface),), "metonym")
        elif hit.kind in ("organisation", "bloc"):
            draft.refer(hit.start, hit.end, (draft.owner(hit.keys[0], surface),), "name")
        elif hit.kind == "outlet":
            outlet = draft.knowledge.outlets[_nearest_outlet(draft, hit)]
            actor = draft.enter(f"organisation:{outlet.key}", outlet.name, "organisation", outlet.state, surface)
            draft.refer(hit.start, hit.end, (actor,), "name")
        elif hit.kind == "demonym":
            draft.refer(hit.start, hit.end, (draft.owner(hit.keys[0]),), "demonym")
    for entity in draft.gazetteer.entities:
        if entity.label == "ORG" and draft.free(entity.start, entity.end) and not _is_known(draft, entity):
            name = draft.text(entity.start, entity.end)
            actor = draft.enter(f"organisation:{slug(name)}", name, "organisation", None)
            draft.refer(entity.start, entity.end, (actor,), "name")


def _nearest_outlet(draft: Draft, hit: Hit) -> str:
    """Of outlets that share a name the one of the state said before it, else of a state the article speaks of."""
    said = look_left(draft.document, draft.gazetteer, draft.knowledge, hit.start).owner
    states = {key: draft.knowledge.outlets[key].state for key in hit.keys}
    ranked = sorted(hit.keys, key=lambda key: (states[key] != said, states[key] not in draft.people.states))
    return ranked[0]


def _is_known(draft: Draft, entity: Entity) -> bool:
    """Whether knowledge takes a name the model calls an organisation for something else, such as a conference."""
    inside = range(entity.start, entity.end)
    if any(draft.gazetteer.at(i, "occasion", "plan", "place", "capital") for i in inside):
        return True
    return any(institution_at(draft.document.lower, i) == entity.end - i for i in inside)


def acts(draft: Draft, hit: Hit) -> bool:
    """Whether a capital stands for its government here: it is a subject, an owner, or "with"/"by"/"between" it."""
    document = draft.document
    head = document.head_of(hit.start, hit.end)
    relation = document.deps[head]
    before = document.lower[hit.start - 1] if hit.start and relation != "conj" else ""
    if before in PLACE_CASES or before == "to":
        return False
    while relation == "conj" and document.heads[head] != head:
        head = document.heads[head]
        relation = document.deps[head]
    if relation in ACTING or document.lower[hit.end : hit.end + 1] in (("'s",), ("'",)):
        return True
    cases = {child.text.lower() for child in document.doc[head].children if child.dep_ == "case"}
    return not cases & PLACE_CASES and bool(cases & PARTY_CASES)
