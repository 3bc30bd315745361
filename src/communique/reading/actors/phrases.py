"""The phrase around a noun: describing words, "former", "his", and above all whose it is, to the left or the right.

Titles, institutions and unnamed people all ask here: "head of Russia's Security Council", "Egypt's presidency",
"a senior Israeli official", "Minister of Foreign Affairs of Oman".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reading.actors.agents import agents
from communique.reading.actors.lexicon import lexicon
from communique.reading.gazetteer import owner_hit, owner_of

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.knowledge.model import Hit
    from communique.reading.document import Document
    from communique.reading.gazetteer import Gazetteer

LINKS = frozenset({"of", "for"})
RIGHT_LINKS = frozenset({"of", "for", "from", "at"})
POSTING_LINKS = frozenset({"to", "for", "in", "on"})
LONGEST = 6  # words of the longest institution phrase
POSSESSIVE = ("'s", "'")
BASED = frozenset({"based"})  # "Kenya-based farmers"; what is "Iran-backed" belongs to someone else


@dataclass(frozen=True, slots=True)
class Left:
    """What stands before a noun and belongs to its phrase; `start` is its first token, `possessor` that of "his"."""

    start: int
    owner: str | None
    past: bool
    definite: bool
    possessor: int | None
    institution: str


@dataclass(frozen=True, slots=True)
class Right:
    """What stands after a noun and says whose it is: tokens up to `end`, the owner, the institution ("" if none).

    `posting` is the state or matter an envoy is sent to, as tokens [start, end): it owns nothing. `elsewhere` marks
    a body that knowledge does not hold ("of the Chadian Chess League").
    """

    end: int
    owner: str | None = None
    institution: str = ""
    posting: tuple[int, int] | None = None
    elsewhere: bool = False


def institution_at(words: tuple[str, ...], start: int) -> int:
    """Length of the longest institution phrase that begins at token `start`, 0 if there is none."""
    known = lexicon()
    if words[start] not in known.institution_starts:
        return 0
    for length in range(min(LONGEST, len(words) - start), 0, -1):
        if words[start : start + length] in known.institutions:
            return length
    return 0


def institution_before(words: tuple[str, ...], last: int) -> int:
    """Length of the longest institution phrase that ends at token `last`, 0 if there is none."""
    for length in range(min(LONGEST, last + 1), 0, -1):
        if words[last - length + 1 : last + 1] in lexicon().institutions:
            return length
    return 0


def state_inside(gazetteer: Gazetteer, knowledge: Knowledge, start: int, end: int) -> str | None:
    """The state of a body that knowledge knows by these very tokens: "State Department" is of the United States."""
    hit = gazetteer.at(start, "organisation")
    if hit is None or hit.start < start or hit.end > end:
        return None
    owner = owner_of(hit, knowledge)
    return owner if owner in knowledge.states else None


def look_left(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, core: int) -> Left:
    """What stands before a noun and belongs to its phrase: describing words, the owner, "former", "his"."""
    words, lists = document.lower, lexicon()
    block = document.blocks[document.block_of[core]].start
    start, owner, implied, past, definite, possessor, institution = core, None, None, False, False, None, ""
    indefinite = False
    i = core - 1
    while i >= block:
        hit = owner_hit(gazetteer, knowledge, i)
        if words[i] in ("a", "an", "the") or (words[i] in ("this", "that") and document.pos[i] == "DET"):
            start, definite, indefinite = i, words[i] not in ("a", "an"), words[i] in ("a", "an")
            break
        if words[i] in lists.past:
            past = True
        elif words[i] in POSSESSIVE or (words[i] == "-" and start == i + 1):
            pass
        elif length := institution_before(words, i):
            institution = lists.institutions[words[i - length + 1 : i + 1]].key
            implied = implied or state_inside(gazetteer, knowledge, i - length + 1, i + 1)
            start = i - length + 1
            i = start - 1
            continue
        elif hit is not None and owner is None:
            owner = owner_of(hit, knowledge)
            start, i = hit.start, hit.start - 1
            continue
        elif words[i] in lists.describing or (hit is None and _modifier(document, i, core)):
            pass
        elif words[i] in lists.possessive and possessor is None:
            start, possessor, definite = i, i, True
            break
        else:
            break
        start = i if words[i] not in (*POSSESSIVE, "-") else start
        i -= 1
    owner = owner or implied
    return Left(start, owner, past, definite or (owner is not None and not indefinite), possessor, institution)


def _modifier(document: Document, token: int, core: int) -> bool:
    """An adjective, "-based", or a common noun that the parse joins to the noun as a compound ("taxi drivers")."""
    if document.pos[token] == "ADJ" or (token and document.lower[token] in BASED and document.lower[token - 1] == "-"):
        return True
    word = document.doc[token]  # not the Document's lists: the tree may not be mended yet, and they are kept
    known = document.pos[token] == "NOUN" or (document.lower[token],) in agents().before
    return word.dep_ in ("compound", "amod") and token < word.head.i <= core and known


def look_right(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, end: int, *, posted: bool = False
) -> Right:
    """ "Of Russia", "for China's Foreign Ministry"; with `posted` "to Turkey" and "for Yemen" are where one is sent."""
    lower = document.lower
    if end + 1 >= len(lower):
        return Right(end)
    if posted and lower[end] in POSTING_LINKS:
        return _posting(document, gazetteer, end)
    if lower[end] not in RIGHT_LINKS:
        return Right(end)
    i = end + 1 + (lower[end + 1] in ("the", "a"))
    hit = owner_hit(gazetteer, knowledge, i) if i < len(lower) else None
    if (beyond := _other_body(document, gazetteer, i, hit)) is not None:
        return Right(beyond, elsewhere=True)
    if hit is None or hit.start != i:
        length = institution_at(lower, i) if i < len(lower) else 0
        if not length:
            return Right(end)
        return Right(i + length, state_inside(gazetteer, knowledge, i, i + length), _key(lower, i, length))
    stop = hit.end + (hit.end < len(lower) and lower[hit.end] in POSSESSIVE)
    length = institution_at(lower, stop) if stop < len(lower) else 0
    if length or (hit.kind != "demonym" and stop == hit.end):
        inside = institution_before(lower, stop - 1) if not length else 0
        key = _key(lower, stop, length) or _key(lower, stop - inside, inside)
        return Right(stop + length, owner_of(hit, knowledge), key)
    return Right(end, owner_of(hit, knowledge) if stop > hit.end or hit.kind == "demonym" else None)


def _other_body(document: Document, gazetteer: Gazetteer, start: int, hit: Hit | None) -> int | None:
    """The end of an organisation at a token that only the name finder sees, a state or place but a part of its name."""
    entity = gazetteer.entity(start, "ORG") if start < len(document.lower) else None
    if entity is None or entity.start != start or document.words[start].islower():
        return None
    if any(institution_at(document.lower, k) for k in range(start, entity.end)):
        return None
    inside = hit is None or (hit.kind in ("state", "demonym", "capital", "place") and hit.end < entity.end)
    return entity.end if inside and gazetteer.at(start, "organisation", "bloc", "outlet") is None else None


def _posting(document: Document, gazetteer: Gazetteer, end: int) -> Right:
    i = end + 1 + (document.lower[end + 1] == "the")
    hit = (
        gazetteer.at(i, "state", "capital", "place", "organisation", "bloc", "plan")
        if i < len(document.lower)
        else None
    )
    return Right(end, posting=(end, hit.end)) if hit is not None and hit.start == i else Right(end)


def _key(words: tuple[str, ...], start: int, length: int) -> str:
    found = lexicon().institutions.get(words[start : start + length]) if length else None
    return found.key if found else ""


def owner_inside(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, end: int) -> str | None:
    """The owner that a title itself names: "NATO chief", "president of the European Commission"."""
    for i in range(start, end):
        hit = gazetteer.at(i, "state", "metonym", "organisation", "bloc")
        if hit is None or hit.start < start or hit.end > end:
            continue
        if institution_at(document.lower, hit.start) < hit.end - hit.start:
            return owner_of(hit, knowledge)
        if (state := state_inside(gazetteer, knowledge, hit.start, hit.end)) is not None:
            return state
    return None


def seat(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, token: int) -> str | None:
    """The state of the capital or state that an "in" at this token leads to: "in Amman"."""
    if document.lower[token : token + 1] != ("in",) or token + 1 >= len(document.lower):
        return None
    hit = gazetteer.at(token + 1, "capital", "state")
    return owner_of(hit, knowledge) if hit is not None and hit.start == token + 1 else None


def owners_around(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, core: int, core_end: int
) -> tuple[int, tuple[str, ...]]:
    """Where a plural title's phrase begins, and its states: adjectives before it, states or a bloc after its "of"."""
    lower = document.lower
    first = start
    while first > 0 and (lower[first - 1] in ("and", ",") or gazetteer.at(first - 1, "demonym", "state")):
        first -= 1
    found = [hit for i in range(first, core) if (hit := gazetteer.at(i, "demonym", "state")) and hit.start == i]
    begin = min([start, *(hit.start for hit in found)]) if len(found) > 1 else start
    if len(found) < 2 and core_end < len(lower) and lower[core_end] in LINKS:
        found = _listed(document, gazetteer, core_end + 1)
        if not found:
            return begin, _of_bloc(document, gazetteer, knowledge, core_end + 1)
    return begin, tuple(dict.fromkeys(owner_of(hit, knowledge) for hit in found))


def owners_listed(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, core: int
) -> tuple[int, int, tuple[str, ...]]:
    """The phrase and the states of people of several: "officials from Peru and Chile", "Peruvian and Chilean envoys".

    Tokens [first, end), and no owners where fewer than two are said.
    """
    linked = core + 2 < len(document.lower) and document.lower[core + 1] in (*LINKS, "from")
    after = _listed(document, gazetteer, core + 2) if linked else []
    if len(after) > 1:
        return start, after[-1].end, tuple(dict.fromkeys(owner_of(hit, knowledge) for hit in after))
    first, owners = owners_around(document, gazetteer, knowledge, start, core, core + 1)
    return first, core + 1, owners if len(owners) > 1 else ()


def _of_bloc(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int) -> tuple[str, ...]:
    """The states of a bloc at a token that has always had the same ones ("the E3"): whatever day the text speaks of."""
    first = start + (document.lower[start : start + 1] == ("the",))
    hit = gazetteer.at(first, "bloc")
    if hit is None or hit.start != first:
        return ()
    members = knowledge.organisations[hit.keys[0]].members
    lasting = all(member.start is None and member.end is None for member in members)
    return tuple(member.state for member in members) if lasting else ()


def _listed(document: Document, gazetteer: Gazetteer, start: int) -> list[Hit]:
    """The states of a list that begins at a token: "Iran, Oman and the United Arab Emirates"."""
    found: list[Hit] = []
    i = start
    while i < len(document.lower) and (document.lower[i] in ("and", ",", "the") or gazetteer.at(i, "state")):
        hit = gazetteer.at(i, "state")
        if hit is not None and hit.start == i:
            found.append(hit)
        i += 1
    return found
