"""The whole page: a record laid out as views, and written by the templates as one self-contained HTML file."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.export import words
from communique.export.names import known_names
from communique.export.report.articles import ArticleView, CheckView, article_views, check_view
from communique.export.report.desk import Desk
from communique.export.report.events import EventView, event_view, in_date_order
from communique.export.report.people import ActorView, actor_groups
from communique.export.report.statements import StatementView, by_speaker, statement_view
from communique.export.report.timeline import Timeline, timeline

if TYPE_CHECKING:
    from communique.export.names import Names
    from communique.export.report.links import Ref
    from communique.records import Event, Record, Unread

# What HTML cannot hold: control characters other than tab and line ends, and lone surrogates.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """All that the templates are given."""

    counts: tuple[tuple[str, str], ...]
    span: str
    timeline: Timeline | None
    years: tuple[tuple[str, tuple[EventView, ...]], ...]
    speakers: tuple[tuple[Ref | None, tuple[StatementView, ...]], ...]
    actors: tuple[tuple[str, tuple[ActorView, ...]], ...]
    articles: tuple[ArticleView, ...]
    checks: tuple[CheckView, ...]
    unread: tuple[Unread, ...]

    @property
    def events(self) -> tuple[EventView, ...]:
        """All events in date order."""
        return tuple(event for _, events in self.years for event in events)


def render(record: Record, names: Names | None = None) -> str:
    """The record as one HTML page: no script, nothing fetched, all text escaped; encode it as UTF-8.

    `names` names offices and states; by default the package's own knowledge does.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("communique.export.report", "templates")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["listed"] = words.listed
    style = "".join(loader.get_source(environment, f"{part}.css")[0] for part in ("page", "parts", "media"))
    html = environment.get_template("page.html.j2").render(
        page=page_of(record, names or known_names()), style=_safe_style(style), style_hash=_style_hash(style)
    )
    return _UNWRITABLE.sub("\ufffd", html)


def page_of(record: Record, names: Names) -> Page:
    """The record as views, in the order of the page."""
    desk = Desk.of(record, names)
    told = [statement_view(desk, statement) for statement in record.statements]
    about: dict[str, list[StatementView]] = {}
    loose: list[StatementView] = []
    for statement, view in zip(record.statements, told, strict=True):
        known = statement.event if statement.event in desk.events else None
        (loose if known is None else about.setdefault(known, [])).append(view)
    ordered = in_date_order(record.events)
    parts: dict[str, list[Event]] = {}
    for event in ordered:
        if event.part_of is not None:
            parts.setdefault(event.part_of, []).append(event)
    events = tuple(
        event_view(desk, number, event, tuple(about.get(event.id, ())), tuple(parts.get(event.id, ())))
        for number, event in enumerate(ordered, start=1)
    )
    return Page(
        counts=_counts(record),
        span=_span(record),
        timeline=timeline(events),
        years=_years(events),
        speakers=by_speaker(desk, loose),
        actors=actor_groups(desk, events, told),
        articles=article_views(desk),
        checks=tuple(check_view(desk, check) for check in record.checks),
        unread=record.unread,
    )


def _counts(record: Record) -> tuple[tuple[str, str], ...]:
    """The figures of the header: number and what it counts."""
    roots = {lineage.article: lineage.root for lineage in record.lineages}
    origins = {roots.get(article.id, article.id) for article in record.articles}
    outlets = {article.outlet for article in record.articles if article.outlet}
    figures = [
        (len(record.articles), "report"),
        (len(outlets), "outlet"),
        (len(origins), "independent origin"),
        (len(record.events), "event"),
        (len(record.statements), "statement"),
        (len(record.checks), "check"),
        (len(record.unread), "unread input"),
    ]
    return tuple((f"{number:,}", name if number == 1 else f"{name}s") for number, name in figures)


def _span(record: Record) -> str:
    """The days that the dated events reach from and to, "" where none is dated."""
    known = [day for event in record.events for day in (event.when.start, event.when.end) if day]
    if not known:
        return ""
    first, last = words.day_in_words(min(known)), words.day_in_words(max(known))
    return first if first == last else f"{first} – {last}"


def _years(events: tuple[EventView, ...]) -> tuple[tuple[str, tuple[EventView, ...]], ...]:
    """Events under the year of their first day; those without any day under "Date not said"."""
    years: dict[str, list[EventView]] = {}
    for event in events:
        day = event.start or event.end
        years.setdefault(str(day.year) if day else "Date not said", []).append(event)
    return tuple((year, tuple(found)) for year, found in years.items())


def _safe_style(style: str) -> object:
    """The package's own style sheet, which the template need not escape."""
    from markupsafe import Markup

    return Markup(style)  # noqa: S704 - our own file, with nothing of any record in it


def _style_hash(style: str) -> str:
    """The hash by which the page's policy allows this style sheet and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
