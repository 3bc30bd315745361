"""Ministries, parliaments, presidencies, state media: named by kind, resolved by the state they belong to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.phrases import institution_at, look_left, look_right, state_inside
from communique.reading.gazetteer import owner_of

if TYPE_CHECKING:
    from communique.reading.actors.draft import Draft
    from communique.reading.actors.lexicon import Institution

# Without a state said beside them these words are too common to take one from the text before.
ONLY_SAID = frozenset({"military", "court", "congress", "police"})


def find_institutions(draft: Draft, *, implied: bool) -> None:
    """Institutions with the state said beside them; then (`implied`) those of the state spoken of last."""
    lower = draft.document.lower
    i = 0
    while i < len(lower):
        length = institution_at(lower, i)
        if length and draft.free(i, i + length) and not _part_of_name(draft, i, i + length):
            i = _place(draft, i, length, implied=implied)
            continue
        if implied and i not in draft.taken and i > 1 and "the" in lower[i - 2 : i]:
            _refer_last(draft, i)
        i += 1


def _place(draft: Draft, i: int, length: int, *, implied: bool) -> int:
    """Enter the institution at token `i`; the token to go on from."""
    document, knowledge, gazetteer = draft.document, draft.knowledge, draft.gazetteer
    institution = lexicon().institutions[document.lower[i : i + length]]
    outlet = gazetteer.at(i + length, "outlet") if institution.key == "state-media" else None
    if outlet is not None and outlet.start == i + length:
        return i + length  # "the Turkish state news agency Anadolu": the outlet has a name of its own
    left = look_left(document, gazetteer, knowledge, i)
    right = look_right(document, gazetteer, knowledge, i + length)
    said = left.owner or right.owner or state_inside(gazetteer, knowledge, i, i + length)
    if (said is None) is not implied:
        return i + length
    end = right.end if left.owner is None and right.owner is not None else i + length
    if institution.speaks and any(institution_at(document.lower, j) for j in range(i + length, end)):
        end = i + length  # "the press service of Chad's | foreign ministry": two bodies
    owner = said or (draft.last_owner(i, institution.key) if _may_imply(institution, left.definite) else None)
    if said is None and institution.key in ONLY_SAID:
        owner = _spoken_of(draft, i, institution.key) if left.definite else None
    if owner is None:
        return max(i + length, end)
    start = left.start if draft.free(left.start, i) else i
    if draft.free(start, end):
        actor = enter_institution(draft, owner, institution.key, institution.name, draft.text(start, end))
        draft.refer(start, end, (actor,), "description")
    return max(i + length, end)


def _spoken_of(draft: Draft, token: int, key: str) -> str | None:
    """Whose institution of a kind was spoken of last: "the Sudanese army ... | the army"."""
    before = (actor for reference in draft.before(token) for actor in reference.actors)
    last = next((actor for actor in before if actor.endswith(f"/{key}")), None)
    return last.removeprefix("organisation:").removesuffix(f"/{key}") if last is not None else None


def _may_imply(institution: Institution, definite: bool) -> bool:
    return definite or institution.speaks or institution.implied


def _refer_last(draft: Draft, token: int) -> None:
    """ "The ministry": the one spoken of last; "the regional bloc": the one spoken of most, the last of equals."""
    lower, word = draft.document.lower, draft.document.lower[token]
    if word != "ministry" and word not in lexicon().unions:
        return
    start = token - 1 if lower[token - 1] == "the" else token - 2
    if start < token - 1 and (word == "ministry" or lower[token - 1] not in lexicon().describing):
        return
    if word == "ministry":
        before = (actor for reference in draft.before(start) for actor in reference.actors)
        meant = next((actor for actor in before if actor.endswith("-ministry")), None)
    else:
        hits = [
            hit for hit in reversed(draft.gazetteer.hits) if hit.end <= start and hit.kind in ("bloc", "organisation")
        ]
        times = Counter(hit.keys[0] for hit in hits if _is_union(draft, hit.keys[0]))
        key = max(times, key=lambda key: times[key], default=None)  # of equals the first, which was told last
        meant = draft.owner(key) if key is not None else None
    if meant is not None:
        draft.refer(start, token + 1, (meant,), "description")


def _is_union(draft: Draft, key: str) -> bool:
    organisation = draft.knowledge.organisations.get(key)
    return (
        organisation is not None and organisation.kind in ("intergovernmental", "bloc") and bool(organisation.members)
    )


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
    return hit.end > end or owner_of(hit, draft.knowledge) == hit.keys[0]
