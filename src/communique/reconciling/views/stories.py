"""Stories: articles gathered by what they tell of, precision first.

An article belongs to the stories of the events that it opens with; what it only mentions is listed apart. Events are
one story where one is a part of the other, or where they lie within days of each other and the same articles open with
both; or all that open with the one open with the other too, and the two share a party.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from communique.reconciling.told import SAME_TEXT
from communique.records import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.records import Account, Article, Event, Publication, Record

LEAD_LINES = 2  # body paragraphs that make the opening; title and headings above them count too
STALE = timedelta(days=14)  # what was over so long before publication is recalled, not reported
NEAR = timedelta(days=7)  # two events of one story lie no further apart


@dataclass(frozen=True, slots=True)
class Story:
    """What some articles are about: events in order of time, articles that open with them, articles that mention them.

    `articles` are in order of publication; `origins` counts the independent lines among them.
    """

    id: str
    events: tuple[str, ...]
    articles: tuple[str, ...]
    mentioned: tuple[str, ...]
    start: date | None
    end: date | None
    outlets: int
    origins: int


def find_stories(record: Record) -> tuple[Story, ...]:
    """The stories of a record, in order of time; undated ones last."""
    events = {event.id: event for event in record.events}
    opened = _openings(record)
    groups = _Groups(events)
    for event in record.events:
        if event.part_of in events:
            groups.join(event.id, event.part_of)
    for one, other in _told_together(opened, events):
        groups.join(one, other)
    stories = [_story([events[key] for key in keys], opened, record) for keys in groups.found()]
    return tuple(sorted((story for story in stories if story.articles), key=_chronological))


def _chronological(story: Story) -> tuple[str, str]:
    day = story.start or story.end
    return (day.isoformat() if day else "9999", story.id)


def _openings(record: Record) -> dict[str, set[str]]:
    """Event to the articles that open with it, by their own text or by that of the article they copy."""
    articles = {article.id: article for article in record.articles}
    published = {publication.article: publication for publication in record.publications}
    copies: dict[str, list[str]] = defaultdict(list)
    for lineage in record.lineages:
        if lineage.origin is not None and lineage.kind in SAME_TEXT:
            copies[lineage.origin].append(lineage.article)
    found: dict[str, set[str]] = {}
    for event in record.events:
        found[event.id] = {
            account.article for account in event.accounts
            if account.article in articles and _opens(account, articles[account.article])
            and not _stale(account, published.get(account.article))
        }  # fmt: skip
        tellers = {account.article for account in event.accounts}
        for article in sorted(found[event.id]):
            found[event.id].update(copy for copy in copies[article] if copy in tellers)
    return found


def _opens(account: Account, article: Article) -> bool:
    body = [line for line in article.lines if line.kind == "body"][:LEAD_LINES]
    return bool(body) and any(piece.start < body[-1].end for piece in account.evidence)


def _stale(account: Account, publication: Publication | None) -> bool:
    if publication is None or publication.when.start is None or account.when.end is None:
        return False
    return account.when.end < publication.when.start - STALE


def _told_together(opened: Mapping[str, set[str]], events: Mapping[str, Event]) -> Iterable[tuple[str, str]]:
    """Pairs of events of which every article that opens with the one opens with the other."""
    by_article: dict[str, list[str]] = defaultdict(list)
    for event, articles in sorted(opened.items()):
        for article in sorted(articles):
            by_article[article].append(event)
    for one, articles in sorted(opened.items()):
        if not articles:
            continue
        for other in by_article[min(articles)]:
            alike = articles == opened[other] or bool(_sides(events[one]) & _sides(events[other]))
            if other != one and alike and articles <= opened[other] and _near(events[one], events[other]):
                yield one, other


def _near(one: Event, other: Event) -> bool:
    """Whether two events lie within days of each other, as far as is known."""
    for early, late in ((one.when, other.when), (other.when, one.when)):
        if early.end is not None and late.start is not None and late.start - early.end > NEAR:
            return False
    return True


def _sides(event: Event) -> set[str]:
    return {name for party in event.parties for name in (party.actor, party.state) if name}


def _story(events: Sequence[Event], opened: Mapping[str, set[str]], record: Record) -> Story:
    ordered = sorted(events, key=lambda event: (str(event.when.start or event.when.end or "9999"), event.id))
    mine = {article for event in ordered for article in opened[event.id]}
    told = {account.article for event in ordered for account in event.accounts}
    best = {publication.article: publication.best for publication in record.publications}
    outlets = {article.id: article.outlet for article in record.articles}
    roots = {lineage.article: lineage.root for lineage in record.lineages}

    def by_day(articles: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(articles, key=lambda key: (str(best.get(key) or "9999"), key)))

    starts = [event.when.start for event in ordered if event.when.start is not None]
    ends = [event.when.end for event in ordered if event.when.end is not None]
    return Story(
        content_id("story", ordered[0].id),
        tuple(event.id for event in ordered),
        by_day(mine),
        by_day(told - mine),
        min(starts, default=None),
        max(ends, default=None),
        len({outlets.get(article) or article for article in mine}),
        len({roots.get(article, article) for article in mine}),
    )


class _Groups:
    """Events as they come together."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.home = {key: key for key in keys}

    def root(self, key: str) -> str:
        """The first event of the group."""
        while self.home[key] != key:
            key = self.home[key]
        return key

    def join(self, one: str, other: str) -> None:
        """Make the groups of two events one."""
        low, high = sorted((self.root(one), self.root(other)))
        self.home[high] = low

    def found(self) -> list[list[str]]:
        """All groups."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self.home):
            groups[self.root(key)].append(key)
        return list(groups.values())
