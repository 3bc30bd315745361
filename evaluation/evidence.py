"""Checks the promise of evidence: every pair of offsets in a record lies inside its article, and quotes are exact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from evaluation.scores import Share

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def score_evidence(record: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[Share, list[str]]:
    """How many offset pairs are exact, and the ones that are not, each with where it stands in the record.

    Exact means 0 <= start < end <= length of the article's text, and, where a `text` or `quote` stands beside the
    offsets, that it is the very slice. Things without any evidence (an event account, a statement's cue) count
    as wrong too, and so does evidence in an article whose text is not to be had.
    """
    right, errors = 0, []
    spots = list(_walk(record))
    for place, article, node in spots:
        fault = _fault(article, node, texts)
        if fault:
            errors.append(f"{place}: {fault}")
        else:
            right += 1
    bare = [
        f"{e['id']}: account without evidence" for e in record["events"] for a in e["accounts"] if not a["evidence"]
    ]
    return Share(right, len(spots) + len(bare)), errors + bare


def _fault(article: str | None, node: Mapping[str, Any], texts: Mapping[str, str]) -> str | None:
    start, end = node["start"], node["end"]
    if article is None or article not in texts:
        return f"no text for article {article}"
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(texts[article])):
        return f"[{start}, {end}) is not inside an article of {len(texts[article])} characters"
    quote = node.get("text", node.get("quote"))
    if quote is not None and quote != texts[article][start:end]:
        return f"[{start}, {end}) is {texts[article][start:end]!r}, not {quote!r}"
    return None


def _walk(record: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """Every object with offsets, with the path to it and the article that it counts in."""
    for key in ("articles", "events", "statements", "checks"):
        for item in record[key]:
            yield from _inside(item, f"{key}/{item['id']}", item["id"] if key == "articles" else None)


def _inside(node: Any, place: str, article: str | None) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    if isinstance(node, list):
        for i, item in enumerate(node):
            yield from _inside(item, f"{place}[{i}]", article)
    elif isinstance(node, dict):
        article = node["article"] if isinstance(node.get("article"), str) else article
        if node.get("start") is not None and "end" in node:
            yield place, article, node
        for key, value in node.items():
            yield from _inside(value, f"{place}.{key}", article)
