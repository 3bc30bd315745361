"""Stories, ancestry and networks for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.cli.console import print_line, safe
from communique.export.words import counted, interval_in_words, when_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from communique.cli.cast import Cast
    from communique.reconciling.views.ancestry import Ancestry
    from communique.reconciling.views.network import Tie
    from communique.reconciling.views.stories import Story
    from communique.records import Lineage


def print_stories(stories: Sequence[Story], cast: Cast, console: Console, where: str) -> None:
    """Each story: its days and support, its events, the articles on it, the number that mention it."""
    events = {event.id: event for event in cast.record.events}
    for story in stories:
        said = interval_in_words(story.start, story.end)
        support = f"{counted(len(story.articles), 'article')} / {counted(story.origins, 'origin')}"
        print_line(console, f"{said} · {support}", style="bold", end=f"  {story.id}")
        for key in story.events:
            event = events[key]
            place = f" in {safe(event.place.name)}" if event.place else ""
            who = "; ".join(cast.name(party.actor) for party in event.parties) or "nobody named"
            line = f"{when_in_words(event.when)}: {event.kind}{place}, {event.status}: {who}"
            print_line(console, line, indent=4, mark="– ", end=f"  {key}")
        for key in story.articles:
            print_line(console, _article(key, cast), indent=4)
        if story.mentioned:
            print_line(console, f"mentioned in {counted(len(story.mentioned), 'other article')}", indent=4)
        console.print()
    if not stories:
        print_line(console, f"no stories in {where}")


def print_ancestry(ancestry: Ancestry, cast: Cast, console: Console) -> None:
    """An article, what it descends from step by step, and what descends from it, each with its reasons."""
    print_line(console, f"{ancestry.article}: {_article(ancestry.article, cast)}", style="bold")
    for number, step in enumerate(ancestry.steps):
        _print_step(f"{_a(step)} of {step.origin}: {_article(step.origin or '', cast)}", step, console, 2 + 2 * number)
    if not ancestry.steps:
        print_line(console, "descends from no other article of the record", indent=2)
    for depth, step in ancestry.descendants:
        _print_step(f"{_a(step)}: {step.article}: {_article(step.article, cast)}", step, console, 2 * depth, mark="↳ ")


def _print_step(text: str, step: Lineage, console: Console, indent: int, mark: str = "↰ ") -> None:
    print_line(console, text, indent=indent, mark=mark)
    for reason in step.why:
        print_line(console, safe(reason), indent=indent + 4)


def _a(step: Lineage) -> str:
    return f"{step.kind}, {step.score:.2f}"


def print_network(ties: Sequence[Tie], cast: Cast, console: Console, where: str) -> None:
    """Each two actors with the number of their contacts, by kind, and the days of the first and the last."""
    for tie in ties:
        met = ", ".join(f"{count} × {kind}" for kind, count in tie.kinds) or "none held"
        line = f"{cast.name(tie.one)} – {cast.name(tie.other)}: {met}"
        line += f"; {tie.ahead} ahead" if tie.ahead else ""
        line += f"; {interval_in_words(tie.first, tie.last)}" if tie.held else ""
        print_line(console, line)
        print_line(console, " ".join(tie.events), indent=4, style="dim")
    if not ties:
        print_line(console, f"nobody met anybody in {where}, as far as its events tell")


def _article(key: str, cast: Cast) -> str:
    known = cast.articles.get(key)
    if known is None:
        return "not in the record"
    published = cast.publications.get(key)
    when = f", {when_in_words(published.when)}" if published else ""
    return f"{safe(known.title or 'without a title')} ({cast.source(key)}{when})"
