"""Where accounts of one event part on what they say of it: titles, figures, proposers, matters that came of it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from communique.reconciling.checks.offices import office_name
from communique.reconciling.contents.figures import figures_of, of_one_thing
from communique.reconciling.contents.matters import claims_of
from communique.reconciling.contents.proposers import proposers_of, same_thing
from communique.reconciling.contents.said import contradict, sayings_of
from communique.reconciling.contents.scene import scene_of
from communique.reconciling.contents.titles import go_together, titles_of
from communique.records import Disagreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from communique.knowledge import Knowledge
    from communique.reconciling.contents.figures import Figure
    from communique.reconciling.contents.matters import Claim
    from communique.reconciling.contents.said import Saying
    from communique.reconciling.contents.scene import Scene
    from communique.reconciling.told import Told
    from communique.records import Actor, Article, Evidence, Reading, When


class _Value(NamedTuple):
    """A value that an article tells, and where."""

    value: str
    article: str
    evidence: Evidence


def parted_contents(
    told: Sequence[Told], when: When, articles: Mapping[str, Article], readings: Mapping[str, Reading],
    actors: Mapping[str, Actor], knowledge: Knowledge,
) -> tuple[Disagreement, ...]:  # fmt: skip
    """The disagreements on content, figure, proposer and title between the accounts of one event, in that order."""
    own: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        own[item.article].append(item)
    scenes = [scene_of(items, articles[key], readings[key]) for key, items in sorted(own.items()) if key in readings]
    people = sorted({actor for item in told for actor in item.actors if actor.startswith("person:")})
    found = (
        *(("content", values) for values in _contents(scenes, actors)),
        *(("content", values) for values in _sayings(scenes, articles, readings, actors)),
        *(("figure", values) for values in _figures(scenes)),
        *(("proposer", values) for values in _proposers(scenes, actors)),
        *(("title", _titles(person, own, when, articles, readings, knowledge)) for person in people),
    )
    return tuple(_disagreement(field, values) for field, values in found if len({one.value for one in values}) > 1)


def _disagreement(field: str, values: Sequence[_Value]) -> Disagreement:
    tellers: dict[str, set[str]] = defaultdict(set)
    for one in values:
        tellers[one.value].add(one.article)
    return Disagreement(
        field,
        tuple((value, tuple(sorted(told))) for value, told in sorted(tellers.items())),
        tuple(sorted({one.evidence for one in values})),
    )


def _contents(scenes: Sequence[Scene], actors: Mapping[str, Actor]) -> Iterator[list[_Value]]:
    """Matters that one article affirms and another denies; an article that does both says nothing clear."""
    claims: dict[str, dict[str, list[Claim]]] = defaultdict(dict)
    for scene in scenes:
        for claim in claims_of(scene):
            claims[claim.matter].setdefault(scene.article, []).append(claim)
    for matter, by_article in sorted(claims.items()):
        clear = [own[0] for own in by_article.values() if len({claim.affirmed for claim in own}) == 1]
        apart = [
            pair for pair in combinations(clear, 2)
            if pair[0].affirmed != pair[1].affirmed and _one_side(pair[0].agent, pair[1].agent, actors)
        ]  # fmt: skip
        yield [
            _Value(f"{matter}: {'affirmed' if claim.affirmed else 'denied'}", claim.evidence.article, claim.evidence)
            for claim in dict.fromkeys(claim for pair in apart for claim in pair)
        ]


def _sayings(
    scenes: Sequence[Scene], articles: Mapping[str, Article], readings: Mapping[str, Reading],
    actors: Mapping[str, Actor],
) -> Iterator[list[_Value]]:  # fmt: skip
    """Statements of two articles of which one denies what the other affirms, pair by pair."""
    said = {s.article: sayings_of(s, articles[s.article], readings[s.article]) for s in scenes}
    for (one, mine), (other, theirs) in combinations(said.items(), 2):
        pair = next(((a, b) for a in mine for b in theirs if contradict(a, b)), None)
        if pair is not None:
            yield [
                _Value(f"{'affirmed' if s.affirmed else 'denied'} by {_speakers(s, actors)}", article, s.evidence)
                for article, s in zip((one, other), pair, strict=True)
            ]


def _speakers(saying: Saying, actors: Mapping[str, Actor]) -> str:
    return ", ".join(actors[key].name if key in actors else key for key in saying.speakers) or "someone"


def _one_side(one: str, other: str, actors: Mapping[str, Actor]) -> bool:
    """Whether two doers may be one: one is not said, or they are of one state."""
    if not one or not other or one == other:
        return True
    return _side(one, actors) == _side(other, actors)


def _side(actor: str, actors: Mapping[str, Actor]) -> str:
    return (actors[actor].state if actor in actors else None) or actor


def _figures(scenes: Sequence[Scene]) -> Iterator[list[_Value]]:
    """Figures of one noun that cannot both be right."""
    by_noun: dict[str, list[Figure]] = defaultdict(list)
    for scene in scenes:
        for figure in figures_of(scene):
            by_noun[figure.of].append(figure)
    for _, given in sorted(by_noun.items()):
        apart = [
            (one, other) for one, other in combinations(given, 2)
            if (one.high < other.low or other.high < one.low) and of_one_thing(one, other)
        ]  # fmt: skip
        yield list(dict.fromkeys(_Value(f.words, f.evidence.article, f.evidence) for pair in apart for f in pair))


def _proposers(scenes: Sequence[Scene], actors: Mapping[str, Actor]) -> Iterator[list[_Value]]:
    """What one article says one side proposed, and another the other; who names several sides is left out."""
    by_thing: dict[str, list[_Value]] = defaultdict(list)
    sides: dict[tuple[str, str], set[str]] = defaultdict(set)
    for scene in scenes:
        for found in proposers_of(scene):
            side = _side(found.actor, actors)
            thing = next((known for known in by_thing if same_thing(known, found.of)), found.of)
            sides[thing, scene.article].add(side)
            by_thing[thing].append(_Value(f"{thing}: {_called(side, actors)}", scene.article, found.evidence))
    for thing, values in sorted(by_thing.items()):
        yield [value for value in values if len(sides[thing, value.article]) == 1]


def _called(side: str, actors: Mapping[str, Actor]) -> str:
    known = actors.get(f"state:{side}") or actors.get(side)
    return known.name if known is not None else side


def _titles(
    person: str, own: Iterable[str], when: When, articles: Mapping[str, Article], readings: Mapping[str, Reading],
    knowledge: Knowledge,
) -> list[_Value]:  # fmt: skip
    """The offices that articles give one person, where they do not go together and no article gives both."""
    given = {key: titles_of(person, articles[key], readings[key]) for key in sorted(own) if key in readings}
    values: list[_Value] = []
    for (one, mine), (other, theirs) in combinations(given.items(), 2):
        if not mine or not theirs or {title.office for title in mine} & {title.office for title in theirs}:
            continue
        if any(go_together(a, b, when, knowledge) for a in mine for b in theirs):
            continue
        values += [
            _Value(office_name(title.office.removeprefix("office:"), knowledge), key, title.evidence)
            for key, titles in ((one, mine), (other, theirs)) for title in titles
        ]  # fmt: skip
    return list(dict.fromkeys(values))
