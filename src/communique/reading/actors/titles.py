"""Offices by title: "Russian Foreign Minister", "the head of Iran's Security Council", "his Indian counterpart".

A title is found by knowledge; here its phrase is completed: who owns the office, whose name stands beside it,
and whether it is a past one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.gazetteer import OWNERS, owner_of

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.actors.people import NameSpan
    from communique.reading.document import Document
    from communique.reading.gazetteer import Gazetteer

HEADING = frozenset({"heads", "leads", "headed", "chairs", "heading", "leading"})
HEADS_OF = frozenset({"head", "secretary", "chief", "director", "chair", "chairman", "chairwoman", "chairperson"})
VERB_REACH = 14  # tokens between a name and the verb that says what its bearer heads
LINKS = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [start, end) of a phrase with a title at [core, core_end), its owner, and the name beside it.

    `roles` are keys of knowledge, most likely first; ("counterpart",) stands for the office of the one whose
    counterpart it is. `possessor` is the token of a possessive pronoun ("his").
    """

    start: int
    end: int
    core: int
    core_end: int
    text: str
    roles: tuple[str, ...]
    owner: str | None
    past: bool
    plural: bool
    definite: bool
    possessor: int | None
    name: NameSpan | None
    institution: str = ""
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class _Left:
    start: int
    owner: str | None
    past: bool
    definite: bool
    possessor: int | None
    institution: str


def find_titles(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, names: list[NameSpan]) -> list[Title]:
    """All title phrases of a document, in order, none inside another."""
    starts = {name.start: name for name in names}
    ends = {name.end: name for name in names}
    found: list[Title] = []
    for core, core_end, roles in _cores(document, gazetteer, knowledge):
        if found and core < found[-1].end:
            continue
        left = look_left(document, gazetteer, knowledge, core)
        end, owner, institution = look_right(document, gazetteer, knowledge, core_end)
        verbal = document.lower[core] in HEADING
        if verbal:
            name = _name_before(document, ends, core)
        else:
            name = _name_beside(document, starts, ends, left.start, end, core_end)
        plural = any(document.doc[k].morph.get("Number") == ["Plur"] for k in range(core, core_end))
        text = " ".join(document.lower[core:core_end])
        found.append(
            Title(
                core if verbal else left.start,
                end,
                core,
                core_end,
                text,
                roles,
                left.owner or owner,
                left.past,
                plural,
                left.definite,
                left.possessor,
                name,
                left.institution or institution,
                verbal,
            )  # fmt: skip
        )
    return found


def _cores(document: Document, gazetteer: Gazetteer, knowledge: Knowledge) -> list[tuple[int, int, tuple[str, ...]]]:
    """Titles that knowledge lists, "head of X's Y" put together, and "counterpart".

    A verb of heading ("who heads the council") counts as its title.
    """
    lower = document.lower
    cores: dict[int, tuple[int, tuple[str, ...]]] = {
        hit.start: (hit.end, hit.keys) for hit in gazetteer.hits if hit.kind == "role"
    }
    for i, word in enumerate(lower):
        if word in ("counterpart", "counterparts"):
            cores[i] = (i + 1, ("counterpart",))
        elif word in HEADS_OF and i + 2 < len(lower) and lower[i + 1] in LINKS:
            composed = _composed(document, gazetteer, knowledge, i, i + 2)
            if composed is not None and composed[0] > cores.get(i, (0, ()))[0]:
                cores[i] = composed
        elif word in HEADING and document.pos[i] == "VERB":
            composed = _composed(document, gazetteer, knowledge, i, i + 1)
            if composed is not None:
                cores[i] = composed
    return [(start, end, roles) for start, (end, roles) in sorted(cores.items())]


def _composed(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, inside: int
) -> tuple[int, tuple[str, ...]] | None:
    """ "head of Russia's Security Council" is the title "head of security council" with the owner taken out."""
    words = [document.lower[start] if inside > start + 1 else "head", "of"]
    best: tuple[int, tuple[str, ...]] | None = None
    i = inside
    while i < min(start + 14, len(document.words)) and document.words[i] not in ",.;:":
        hit = gazetteer.at(i, "state", "demonym", "metonym")
        if hit is not None:
            i = hit.end
            continue
        if document.lower[i] not in ("the", "'s", "'"):
            words.append(document.lower[i])
            roles = tuple(role.key for role in knowledge.roles_titled(" ".join(words)))
            institution = lexicon().institutions.get(tuple(words[2:]))
            if not roles and institution is not None and institution.head:
                roles = (institution.head,)
            if roles:
                best = (i + 1, roles)
        i += 1
    return best


def look_left(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, core: int) -> _Left:
    """What stands before a noun and belongs to its phrase: describing words, the owner, "former", "his"."""
    words, lists = document.lower, lexicon()
    block = document.blocks[document.block_of[core]].start
    start, owner, past, definite, possessor, institution = core, None, False, False, None, ""
    indefinite = False
    i = core - 1
    while i >= block:
        hit = gazetteer.at(i, *OWNERS)
        if words[i] in ("a", "an", "the") or (words[i] in ("this", "that") and document.pos[i] == "DET"):
            start, definite, indefinite = i, words[i] not in ("a", "an"), words[i] in ("a", "an")
            break
        if words[i] in lists.past:
            past = True
        elif words[i] in ("'s", "'") or (words[i] == "-" and start == i + 1):
            pass
        elif (phrase := _institution_before(words, i)) is not None:
            institution = lexicon().institutions[words[i - phrase + 1 : i + 1]].key
            start = i = i - phrase + 1
            i -= 1
            continue
        elif hit is not None and owner is None:
            owner = owner_of(hit, knowledge)
            start, i = hit.start, hit.start - 1
            continue
        elif words[i] in lists.describing or (document.pos[i] == "ADJ" and hit is None):
            pass
        elif words[i] in ("his", "her", "its", "their") and possessor is None:
            start, possessor, definite = i, i, True
            break
        else:
            break
        start = i if words[i] not in ("'s", "'", "-") else start
        i -= 1
    return _Left(start, owner, past, definite or (owner is not None and not indefinite), possessor, institution)


def _institution_before(words: tuple[str, ...], last: int) -> int | None:
    """Length of the longest institution phrase that ends at token `last`, None if there is none."""
    for length in range(min(5, last + 1), 0, -1):
        if words[last - length + 1 : last + 1] in lexicon().institutions:
            return length
    return None


def look_right(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, end: int) -> tuple[int, str | None, str]:
    """ "of Russia", "for China's Foreign Ministry": where it ends, whose it is, and which institution ("" if none)."""
    lower = document.lower
    if end + 1 >= len(lower) or lower[end] not in ("of", "for", "from", "at"):
        return end, None, ""
    i = end + 1 + (lower[end + 1] in ("the", "a"))
    hit = gazetteer.at(i, *OWNERS) if i < len(lower) else None
    if hit is not None and hit.start == i:
        stop = hit.end + (hit.end < len(lower) and lower[hit.end] in ("'s", "'"))
        length = institution_at(lower, stop)
        if length or (hit.kind != "demonym" and stop == hit.end):
            inside = _institution_before(lower, stop - 1) if not length else None
            key = _institution_key(lower, stop, length) or _institution_key(lower, stop - (inside or 0), inside or 0)
            return stop + length, owner_of(hit, knowledge), key
        return end, owner_of(hit, knowledge) if stop > hit.end or hit.kind == "demonym" else None, ""
    length = institution_at(lower, i)
    return (i + length, None, _institution_key(lower, i, length)) if length else (end, None, "")


def _institution_key(words: tuple[str, ...], start: int, length: int) -> str:
    found = lexicon().institutions.get(words[start : start + length]) if length else None
    return found.key if found else ""


def owners_around(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, core: int, core_end: int
) -> tuple[str, ...]:
    """The states of a plural title: coordinated adjectives before it, or coordinated states after "of"."""
    lower = document.lower
    first = start
    while first > 0 and (lower[first - 1] in ("and", ",") or gazetteer.at(first - 1, "demonym", "state")):
        first -= 1
    found = [hit for i in range(first, core) if (hit := gazetteer.at(i, "demonym", "state")) and hit.start == i]
    if len(found) < 2 and core_end < len(lower) and lower[core_end] in LINKS:
        i, found = core_end + 1, []
        while i < len(lower) and (lower[i] in ("and", ",", "the") or gazetteer.at(i, "state")):
            hit = gazetteer.at(i, "state")
            if hit is not None and hit.start == i:
                found.append(hit)
            i += 1
    return tuple(dict.fromkeys(owner_of(hit, knowledge) for hit in found))


def institution_at(words: tuple[str, ...], start: int) -> int:
    """Length of the longest institution phrase that begins at token `start`, 0 if there is none."""
    for length in range(min(6, len(words) - start), 0, -1):
        if words[start : start + length] in lexicon().institutions:
            return length
    return 0


def _name_beside(
    document: Document, starts: dict[int, NameSpan], ends: dict[int, NameSpan], start: int, end: int, core_end: int
) -> NameSpan | None:
    """The name that a title goes with: right after it, after a comma, or before it as its apposition."""
    lower = document.lower
    for position in (core_end, end):
        if position in starts:
            return starts[position]
        courtesy = position < len(lower) and lower[position] in lexicon().courtesy
        if courtesy and position + 1 in starts:
            return starts[position + 1]
    if start > 1 and lower[start - 1] in (",", "(") and start - 1 in ends:
        return ends[start - 1]
    comma_after = end < len(lower) and lower[end] in (",", "(")
    if comma_after and end + 1 in starts and _closed(lower, starts[end + 1].end):
        return starts[end + 1]
    return None


def _name_before(document: Document, ends: dict[int, NameSpan], core: int) -> NameSpan | None:
    """The last name before a verb of heading in its sentence: "Ana Lee, a veteran diplomat who heads the council"."""
    block = document.block_of[core]
    for end in range(core, max(core - VERB_REACH, 0), -1):
        if end in ends and document.block_of[end - 1] == block:
            return ends[end]
        if document.words[end - 1] in ".!?":
            return None
    return None


def _closed(lower: tuple[str, ...], end: int) -> bool:
    """A name after a comma is an apposition when a comma or full stop closes it; "and" would go on with a list."""
    return end >= len(lower) or lower[end] in (",", ".", ")", ";", "'s")
