"""What the program answers: the exported record (JSON) as frozen records, one telling per event and article.

Reads only the published JSON form and the articles' texts, so that any program writing that form can be scored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Json = Mapping[str, Any]
Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Who:
    """An actor of the record."""

    id: str
    name: str
    kind: str
    state: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article of the record with its text (None where it could not be had)."""

    id: str
    path: str
    text: str | None
    published: Bounds
    best: date | None
    lines: tuple[tuple[int, str], ...]
    origin: str | None
    origin_kind: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Told:
    """One event as one article tells it. `party_roles` go with `parties`, one each."""

    event: str
    article: str
    kind: str
    status: str
    parties: tuple[Who, ...]
    party_roles: tuple[str, ...]
    place: str | None
    place_state: str | None
    when: Bounds
    granularity: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of one article."""

    id: str
    article: str
    speakers: tuple[Who, ...]
    addressees: tuple[Who, ...]
    content: tuple[int, int]
    mode: str
    polarity: str
    plover: str | None
    chain: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """One check on an article."""

    article: str
    kind: str
    spans: tuple[tuple[int, int], ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole record, ready to be scored."""

    pages: tuple[Page, ...]
    told: tuple[Told, ...]
    said: tuple[Said, ...]
    remarks: tuple[Remark, ...]


def answer(record: Json, texts: Mapping[str, str]) -> Answer:
    """Make an `Answer` of a record in JSON form; `texts` maps article ids to their texts."""
    actors = {a["id"]: _who(a) for a in record["actors"]}
    return Answer(
        pages=tuple(_page(a, texts.get(a["id"])) for a in record["articles"]),
        told=tuple(_told(e, account, actors) for e in record["events"] for account in e["accounts"]),
        said=tuple(_said(s, actors) for s in record["statements"]),
        remarks=tuple(Remark(c["article"], c["kind"], _spans(c["evidence"]), c["detail"]) for c in record["checks"]),
    )


def stem(path: str) -> str:
    """The name that gold uses for an article: the file's stem, or `stem:LINE` inside a .jsonl file."""
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    inside = re.fullmatch(r"(.+)\.jsonl?(?:[:#]\D*(\d+))?", name)
    if inside and inside[2]:
        return f"{inside[1]}:{inside[2]}"
    return name.rsplit(".", 1)[0]


def _who(raw: Json) -> Who:
    return Who(raw["id"], raw["name"], raw["kind"], raw.get("state"), tuple(raw.get("aliases", ())))


def _unknown(actor: str) -> Who:
    """An id that the list of actors lacks: kept, so that the error shows in the listing."""
    return Who(actor, actor, "unnamed", None, ())


def _page(raw: Json, text: str | None) -> Page:
    published = raw.get("published") or {}
    lineage = raw.get("lineage") or {}
    return Page(
        id=raw["id"],
        path=raw["path"],
        text=text,
        published=_bounds(published),
        best=_day(published.get("best")),
        lines=tuple((line["line"], line["kind"]) for line in raw.get("lines", ())),
        origin=lineage.get("origin"),
        origin_kind=lineage.get("kind"),
        claims=len(raw.get("claimed_dates", ())),
    )


def _told(event: Json, account: Json, actors: Mapping[str, Who]) -> Told:
    parties = account.get("participants") or event["participants"]
    place = account["place"] if "place" in account else event["place"]
    when = account.get("when") or event["when"]
    return Told(
        event=event["id"],
        article=account["article"],
        kind=event["kind"],
        status=account["status"],
        parties=tuple(actors.get(p["actor"]) or _unknown(p["actor"]) for p in parties),
        party_roles=tuple(p.get("role") or "" for p in parties),
        place=place and place["name"],
        place_state=place and place.get("state"),
        when=_bounds(when),
        granularity=when.get("granularity", "unknown"),
        spans=_spans(account["evidence"]),
    )


def _said(raw: Json, actors: Mapping[str, Who]) -> Said:
    def whos(ids: Any) -> tuple[Who, ...]:
        return tuple(actors.get(i) or _unknown(i) for i in ids)

    return Said(
        id=raw["id"],
        article=raw["article"],
        speakers=whos(raw["speakers"]),
        addressees=whos(raw["addressees"]),
        content=(raw["content"]["start"], raw["content"]["end"]),
        mode=raw["mode"],
        polarity=raw["polarity"],
        plover=raw["plover"]["type"] if raw.get("plover") else None,
        chain=whos(link["actor"] for link in raw["chain"]),
    )


def _spans(raw: Any) -> tuple[tuple[int, int], ...]:
    return tuple((e["start"], e["end"]) for e in raw)


def _bounds(raw: Json) -> Bounds:
    return _day(raw.get("from")), _day(raw.get("to"))


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
