"""Views of a record as JSON: stories, accounts side by side, ancestry of an article, who met whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.export.json_parts import Json, evidence_json, iso

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.reconciling.views.ancestry import Ancestry
    from communique.reconciling.views.network import Tie
    from communique.reconciling.views.side_by_side import FieldTold
    from communique.reconciling.views.stories import Story
    from communique.records import Event, Lineage


def story_json(story: Story) -> Json:
    """One story; `articles` open with it, `mentioned` in others."""
    return {
        "id": story.id,
        "from": iso(story.start),
        "to": iso(story.end),
        "events": list(story.events),
        "articles": list(story.articles),
        "mentioned": list(story.mentioned),
        "outlets": story.outlets,
        "origins": story.origins,
    }


def comparison_json(event: Event, fields: Sequence[FieldTold]) -> Json:
    """The accounts of an event field by field, and where they cannot all be right."""
    return {
        "event": event.id,
        "articles": sorted({account.article for account in event.accounts}),
        "fields": [
            {
                "field": field.field,
                "taken": field.taken,
                "why": field.why,
                "values": [
                    {
                        "value": told.value,
                        "articles": list(told.articles),
                        "outlets": told.outlets,
                        "origins": told.origins,
                    }
                    for told in field.values
                ],
            }
            for field in fields
        ],
        "disagreements": [
            {
                "field": parted.field,
                "values": [{"value": value, "articles": list(articles)} for value, articles in parted.values],
                "evidence": [evidence_json(piece) for piece in parted.evidence],
            }
            for parted in event.disagreements
        ],
    }


def ancestry_json(ancestry: Ancestry) -> Json:
    """What an article descends from, nearest first, and what descends from it, with depth."""
    return {
        "article": ancestry.article,
        "root": ancestry.root,
        "ancestors": [_step(lineage) for lineage in ancestry.steps],
        "descendants": [{"depth": depth, **_step(lineage)} for depth, lineage in ancestry.descendants],
    }


def _step(lineage: Lineage) -> Json:
    return {
        "article": lineage.article,
        "origin": lineage.origin,
        "kind": lineage.kind,
        "score": round(lineage.score, 4),
        "why": list(lineage.why),
    }


def tie_json(tie: Tie) -> Json:
    """Two actors with what they were both party to."""
    return {
        "one": tie.one,
        "other": tie.other,
        "held": tie.held,
        "kinds": dict(tie.kinds),
        "ahead": tie.ahead,
        "first": iso(tie.first),
        "last": iso(tie.last),
        "events": list(tie.events),
    }
