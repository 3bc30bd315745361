"""Offices by title: "Russian Foreign Minister", "the head of Iran's Security Council", "his Indian counterpart".

A title is found by knowledge; here its phrase is completed: who owns the office, whose name stands beside it,
and whether it is a past one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.reading.actors.lexicon import lexicon
from communique.reading.actors.names import closed, past_courtesy
from communique.reading.actors.phrases import LINKS, POSSESSIVE, look_left, look_right, owner_inside, seat
from communique.reading.gazetteer import owner_hit

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.reading.actors.people import NameSpan
    from communique.reading.document import Document
    from communique.reading.gazetteer import Gazetteer

VERB_REACH = 14  # tokens between a name and the verb that says what its bearer heads
COMPOSED_REACH = 14  # tokens of "head of the Swiss Federal Department of Foreign Affairs"
COUNTERPART = ("counterpart",)


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens [start, end) of a phrase with a title at [core, core_end), its owner, and the name beside it.

    `roles` are keys of knowledge, most likely first; ("counterpart",) stands for the office of the one whose
    counterpart it is. `possessor` is the token of a possessive pronoun ("his"), `posting` the tokens that say
    where an envoy is sent ("to Turkey"), `elsewhere` marks a title in a body that knowledge does not hold, and
    `verbal` one told by a verb: "who heads the council".
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
    posting: tuple[int, int] | None = None
    elsewhere: bool = False


def find_titles(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, names: list[NameSpan]) -> list[Title]:
    """All title phrases of a document, in order, none inside another."""
    starts = {name.start: name for name in names}
    ends = {name.end: name for name in names}
    found: list[Title] = []
    for core, core_end, roles in _cores(document, gazetteer, knowledge):
        if not found or core >= found[-1].end:
            found.append(_title(document, gazetteer, knowledge, (core, core_end), roles, starts, ends))
    for i in range(len(found) - 1, 0, -1):
        if _share(document, found[i - 1], found[i]):
            found[i - 1] = replace(found[i - 1], name=found[i].name)
            found[i] = replace(found[i], owner=found[i].owner or found[i - 1].owner)
    return found


def _share(document: Document, first: Title, second: Title) -> bool:
    """Whether two titles are of one person: "Deputy Prime Minister and Foreign Minister Ishaq Dar"."""
    if first.name is not None or first.plural or second.name is None or second.name.start != second.core_end:
        return False
    return document.lower[first.end] == "and" and second.start == second.core == first.end + 1


def _title(
    document: Document,
    gazetteer: Gazetteer,
    knowledge: Knowledge,
    core: tuple[int, int],
    roles: tuple[str, ...],
    starts: dict[int, NameSpan],
    ends: dict[int, NameSpan],
) -> Title:
    first, last = core
    left = look_left(document, gazetteer, knowledge, first)
    opened = starts.get(first)  # "King Abdullah II of Jordan": the title is the first word of the name
    within = opened if opened is not None and opened.end > last else None
    posted = bool(lexicon().posted & set(roles))
    right = look_right(document, gazetteer, knowledge, within.end if within else last, posted=posted)
    verbal = document.lower[first] in lexicon().heading
    end = right.end if within is None else last
    if within is not None:
        name: NameSpan | None = within
    elif verbal:
        name = _name_before(document, ends, first)
    else:
        beyond = right.posting[1] if right.posting else end
        name = _name_beside(document, starts, ends, left.start, (last, end, beyond))
    institution = left.institution or right.institution
    owner = left.owner or right.owner or owner_inside(document, gazetteer, knowledge, first, last)
    if owner is None and institution:  # "a Foreign Ministry spokesman in Islamabad"
        owner = seat(document, gazetteer, knowledge, end)
    return Title(
        start=first if verbal else left.start, end=end, core=first, core_end=last,
        text=" ".join(document.lower[first:last]), roles=roles,
        owner=owner,
        past=left.past,
        plural=_is_plural(document, first, last),
        definite=left.definite, possessor=left.possessor, name=name,
        institution=institution, verbal=verbal, posting=right.posting,
        elsewhere=right.elsewhere and left.owner is None,
    )  # fmt: skip


def _is_plural(document: Document, first: int, last: int) -> bool:
    """Whether the noun of a title is a plural; in "minister of foreign affairs" that noun is "minister"."""
    noun = next((k - 1 for k in range(first + 1, last) if document.lower[k] in LINKS), last - 1)
    return bool(document.doc[noun].morph.get("Number") == ["Plur"])


def _cores(document: Document, gazetteer: Gazetteer, knowledge: Knowledge) -> list[tuple[int, int, tuple[str, ...]]]:
    """Titles that knowledge lists, "head of X's Y" put together, and "counterpart".

    A verb of heading ("who heads the council") counts as its title.
    """
    lower, lists = document.lower, lexicon()
    cores: dict[int, tuple[int, tuple[str, ...]]] = {
        hit.start: (hit.end, hit.keys) for hit in gazetteer.hits if hit.kind == "role"
    }
    for i, word in enumerate(lower):
        if means_counterpart(document, gazetteer, knowledge, i):
            cores[i] = (i + 1, COUNTERPART)
        elif word in lists.heads and i + 2 < len(lower) and lower[i + 1] in LINKS:
            composed = _composed(document, gazetteer, knowledge, i, i + 2)
            if composed is not None and composed[0] > cores.get(i, (0, ()))[0]:
                cores[i] = composed
        elif word in lists.heading and document.pos[i] == "VERB":
            composed = _composed(document, gazetteer, knowledge, i, i + 1)
            if composed is not None:
                cores[i] = composed
    return [(start, end, roles) for start, (end, roles) in sorted(cores.items()) if not _modifies(document, end)]


def means_counterpart(document: Document, gazetteer: Gazetteer, knowledge: Knowledge, token: int) -> bool:
    """Whether a word stands for the holder of the same office elsewhere: "counterpart", "his Turkish colleague"."""
    word = document.lower[token]
    if word in lexicon().colleagues and token:
        hit = owner_hit(gazetteer, knowledge, token - 1)
        return hit is not None and hit.kind == "demonym"
    return word in lexicon().counterparts


def _modifies(document: Document, end: int) -> bool:
    """Whether a title is but the first part of a longer one that knowledge lacks: "deputy political director"."""
    head = document.doc[end - 1].head
    return document.doc[end - 1].dep_ in ("amod", "compound") and head.i >= end and head.pos_ == "NOUN"


def _composed(
    document: Document, gazetteer: Gazetteer, knowledge: Knowledge, start: int, inside: int
) -> tuple[int, tuple[str, ...]] | None:
    """ "head of Russia's Security Council" is the title "head of security council" with the owner taken out."""
    words = [document.lower[start] if inside > start + 1 else "head", "of"]
    best: tuple[int, tuple[str, ...]] | None = None
    i = inside
    while i < min(start + COMPOSED_REACH, len(document.words)) and document.words[i] not in ",.;:":
        hit = gazetteer.at(i, "state", "demonym", "metonym")
        if hit is not None:
            i = hit.end
            continue
        if document.lower[i] not in ("the", *POSSESSIVE):
            words.append(document.lower[i])
            roles = tuple(role.key for role in knowledge.roles_titled(" ".join(words)))
            institution = lexicon().institutions.get(tuple(words[2:]))
            if not roles and institution is not None and institution.head:
                roles = (institution.head,)
            if roles:
                best = (i + 1, roles)
        i += 1
    return best


def _name_beside(
    document: Document, starts: dict[int, NameSpan], ends: dict[int, NameSpan], start: int, places: tuple[int, ...]
) -> NameSpan | None:
    """The name that a title goes with: right after it, after a comma, or before it as its apposition.

    `places` are the tokens after the title, after its owner and after its posting.
    """
    lower = document.lower
    for position in places:
        for following in (position, past_courtesy(lower, position)):
            if following in starts and document.block_of[following] == document.block_of[position - 1]:
                return starts[following]
    listed = lower[places[-1] : places[-1] + 2] == ("and", "the")  # "Ana Lee, the premier and the army chief"
    if start > 1 and lower[start - 1] in (",", "(") and start - 1 in ends and not listed:
        return ends[start - 1]
    for end in places:
        if end < len(lower) and lower[end] in (",", "("):
            named = starts.get(end + 1) or starts.get(past_courtesy(lower, end + 1))
            if named is not None and closed(lower, named.end):
                return named
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
