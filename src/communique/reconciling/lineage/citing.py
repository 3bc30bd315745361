"""Whether one article draws on another that it cites by the name of its outlet.

Strict: the outlet must be named as the source of a statement, the statement must stand in the other article, and most
of what the citing article tells must be there too. Citing an outlet once makes no descendant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reconciling.lineage.comparing import Kinship
from communique.reconciling.lineage.quotations import SHORTEST, stands_in
from communique.reconciling.lineage.words import body_lines, plain_words, stopwords

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communique.knowledge.model import Outlet
    from communique.reconciling.lineage.facts import Facts
    from communique.reconciling.lineage.prints import Print
    from communique.records import Article, Reading

Name = tuple[str, ...]  # its folded words, without an article before them
PASSING = frozenset({"reported", "cited"})
CONTENT = 6  # content words that a cited statement must have to be recognised without a quotation
CONTENT_FOUND = 0.6  # part of them that must stand in one paragraph of the cited article
FACTS = 0.6  # part of the citing article's quotations, figures and names that the cited one has
FEWEST = 4  # such facts that both must have


def cites(
    article: Article, reading: Reading, own: Print, cited: Article, outlet: Outlet, other: Print
) -> Kinship | None:
    """The kinship of an article with one whose outlet it cites, None where it does not draw on it."""
    statements = _statements(article, reading, outlet)
    found = [said for said in statements if _stands(said, cited)]
    if not found:
        return None
    both, part = _covered(own.facts, other.facts)
    if both < FEWEST or part < FACTS:
        return None
    shown = " ".join(found[0].split()[:12])
    why = (f"cites {outlet.name} for “{shown}”, which stands there", f"{part:.0%} of its facts stand there too")
    return Kinship("citation", round(0.5 * part, 3), why)


def outlets_cited(reading: Reading, outlets: Mapping[str, Outlet], desk: Mapping[Name, Outlet]) -> tuple[Outlet, ...]:
    """The outlets that a reading names as having reported something, in the order of their keys.

    Args:
        reading: what an article says.
        outlets: all outlets by key.
        desk: the same by their names (`desk_of`).
    """
    names = {actor.id: actor.name for actor in reading.actors}
    actors = {link.actor for said in reading.statements for link in said.chain if link.relation in PASSING}
    found = [outlets.get(actor.partition(":")[2]) or desk.get(_bare(names.get(actor, ""))) for actor in actors]
    return tuple(sorted({outlet for outlet in found if outlet is not None}, key=lambda outlet: outlet.key))


def desk_of(outlets: Iterable[Outlet]) -> dict[Name, Outlet]:
    """Outlets by each name they go by, of several with one name the first by key."""
    found: dict[Name, Outlet] = {}
    for outlet in sorted(outlets, key=lambda outlet: outlet.key):
        for name in (outlet.name, *outlet.aliases):
            found.setdefault(_bare(name), outlet)
    return found


def _is_outlet(actor: str, name: str, outlet: Outlet) -> bool:
    """Whether an actor, by its id or its name, is an outlet."""
    return actor.partition(":")[2] == outlet.key or _bare(name) in map(_bare, (outlet.name, *outlet.aliases))


def _bare(name: str) -> Name:
    words = plain_words(name)
    return words[1:] if words[:1] == ("the",) else words


def _statements(article: Article, reading: Reading, outlet: Outlet) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    return [
        article.quote(said.content)
        for said in reading.statements
        if any(link.relation in PASSING and _is_outlet(link.actor, names.get(link.actor, ""), outlet)
               for link in said.chain)
    ]  # fmt: skip


def _stands(said: str, cited: Article) -> bool:
    words = plain_words(said)
    content = {word for word in words if word not in stopwords()}
    for line in body_lines(cited):
        there = plain_words(line)
        if len(words) >= SHORTEST + 2 and stands_in(" ".join(words), " ".join(there)):
            return True
        if len(content) >= CONTENT and len(content & set(there)) >= CONTENT_FOUND * len(content):
            return True
    return False


def _covered(own: Facts, other: Facts) -> tuple[int, float]:
    known = set(other.anchors)
    both = sum(anchor in known for anchor in own.anchors)
    return both, both / max(1, len(own.anchors))
