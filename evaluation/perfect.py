"""The record that answers a gold set perfectly, in JSON form: what the scorers are tested with, and their ceiling.

Only for gold whose statements quote their articles word by word, as the examples' does.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from evaluation.align import spot_spans
from evaluation.names import fold, state_codes, state_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.corpus import Corpus
    from evaluation.gold import GoldDocument, GoldEvent, GoldSet, GoldStatement, Spot

Json = dict[str, Any]


def perfect(corpus: Corpus, gold: GoldSet) -> tuple[Json, dict[str, str]]:
    """A record that agrees with the gold in everything, optional things left out, and the texts of its articles."""
    texts = {f"a-{d.stem}": _text(corpus, d.stem) for d in gold.documents}
    actors: dict[str, Json] = {}
    record: Json = {
        "articles": [_article(d, gold, texts) for d in gold.documents],
        "events": _events(gold, texts, actors),
        "statements": [
            _statement(f"s-{d.stem}-{i}", f"a-{d.stem}", s, texts, actors)
            for d in gold.documents
            for i, s in enumerate(d.statements)
            if not s.optional
        ],
        "checks": [
            {
                "id": f"c-{d.stem}-{i}",
                "article": f"a-{d.stem}",
                "kind": a.kind,
                "evidence": _evidence(a.spot, texts[f"a-{d.stem}"]),
                "detail": a.detail,
            }
            for d in gold.documents
            for i, a in enumerate(d.anomalies)
            if not a.optional
        ],
        "unread": [],
    }
    return {"actors": list(actors.values()), **record}, texts


def _text(corpus: Corpus, stem: str) -> str:
    """An article's text; of a page, its paragraphs without tags, one a line."""
    if ":" in stem:
        name, number = stem.split(":")
        line = (corpus.articles / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")[int(number) - 1]
        return str(json.loads(line)["text"])
    plain = corpus.articles / f"{stem}.txt"
    if plain.exists():
        return plain.read_text(encoding="utf-8")
    page = (corpus.articles / f"{stem}.html").read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", "", page)
    return html.unescape(re.sub(r"<[^>]+>", "", body))


def _article(doc: GoldDocument, gold: GoldSet, texts: Mapping[str, str]) -> Json:
    kinds = dict.fromkeys(range(1, texts[f"a-{doc.stem}"].count("\n") + 2), "body")
    kinds |= dict.fromkeys(sorted(doc.boilerplate or ()), "navigation")
    kinds |= dict.fromkeys(sorted(doc.captions), "caption") | dict.fromkeys(sorted(doc.headings), "heading")
    origin = next(((o, k) for a, o, k in gold.lineage if a == doc.stem), None)
    return {
        "id": f"a-{doc.stem}",
        "path": f"articles/{_path(doc)}",
        "published": {
            "from": doc.accept[0].isoformat(),
            "to": doc.accept[1].isoformat(),
            "best": doc.published.isoformat(),
        },
        "claimed_dates": [],
        "lines": [{"line": n, "kind": kind} for n, kind in sorted(kinds.items())],
        "lineage": {"origin": origin and f"a-{origin[0]}", "kind": origin and origin[1]},
    }


def _path(doc: GoldDocument) -> str:
    name, _, number = doc.stem.partition(":")
    return f"{name}.jsonl:{number}" if number else f"{name}.txt"


def _events(gold: GoldSet, texts: Mapping[str, str], actors: dict[str, Json]) -> list[Json]:
    every = {e.id: (f"a-{d.stem}", e) for d in gold.documents for e in d.events if not e.optional}
    grouped = {m for _, members in gold.groups for m in members}
    groups = [*gold.groups, *((name, (name,)) for name in every if name not in grouped)]
    return [_event(name, [every[m] for m in members if m in every], texts, actors) for name, members in groups]


def _event(name: str, told: list[tuple[str, GoldEvent]], texts: Mapping[str, str], actors: dict[str, Json]) -> Json:
    kinds = [g.kinds[0] for _, g in told]
    accounts = [
        {
            "article": article,
            "status": g.statuses[0],
            "when": _when(g),
            "evidence": _evidence(g.spot, texts[article]),
            "place": {"name": g.places[0], "state": None} if g.places else None,
            "participants": [{"actor": _actor(n, actors), "role": "participant"} for n in g.parties[0]],
        }
        for article, g in told
    ]
    return {
        "id": f"e-{name}",
        "kind": "meeting" if "meeting" in kinds else kinds[0],
        "status": accounts[0]["status"],
        "participants": accounts[0]["participants"],
        "place": accounts[0]["place"],
        "when": accounts[0]["when"],
        "accounts": accounts,
    }


def _when(gold: GoldEvent) -> Json:
    first, last = gold.date or (None, None)
    return {"from": first and first.isoformat(), "to": last and last.isoformat(), "granularity": "day"}


def _statement(key: str, article: str, gold: GoldStatement, texts: Mapping[str, str], actors: dict[str, Json]) -> Json:
    return {
        "id": key,
        "article": article,
        "speakers": [_actor(n, actors) for n in gold.speakers[0].split(" and ")],
        "addressees": [_actor(gold.addressee, actors)] if gold.addressee else [],
        "content": _content(gold, texts[article]),
        "mode": gold.mode,
        "polarity": gold.polarity or "affirms",
        "plover": {"type": gold.plover, "mode": None} if gold.plover else None,
        "chain": [{"actor": _actor(n, actors), "relation": "reported"} for n in gold.chain],
    }


def _content(gold: GoldStatement, text: str) -> Json:
    """Where the article says it: word by word, or with a few words in between."""
    gap = r"\W+(?:\w+\W+){0,2}?"
    pattern = re.compile(gap.join(map(re.escape, re.findall(r"\w+", gold.content))))
    for start, end in spot_spans(gold.spot, text):
        if found := pattern.search(text, start, end):
            return {"start": found.start(), "end": found.end()}
    raise ValueError(f"the gold's content is not in its article: {gold.content!r}")


def _evidence(spot: Spot, text: str) -> list[Json]:
    return [{"start": start, "end": end} for start, end in spot_spans(spot, text)]


def _actor(name: str, actors: dict[str, Json]) -> str:
    """The id of an actor for a gold name, made where it is new: a state, an office, an unnamed one or a person."""
    owner = re.split(r"\s*[/(]", name)[0]
    codes = state_codes(owner)
    if owner != name:
        kind = "office"
    elif codes:
        kind = "state" if any(fold(n) == fold(name) for n in state_names(codes)) else "organisation"
    else:
        kind = "person" if name[0].isupper() else "unnamed"
    actors.setdefault(
        name, {"id": f"x-{name}", "name": name, "kind": kind, "state": min(codes, default=None), "aliases": []}
    )
    return f"x-{name}"
