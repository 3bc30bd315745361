"""Small worlds of our own for the tests of reconciling: actors of three dyads, and tellings put together by hand."""

from __future__ import annotations

from datetime import date, timedelta

from communique.reconciling.told import Told
from communique.records import (
    UNKNOWN,
    Actor,
    Article,
    Evidence,
    Line,
    Lineage,
    Party,
    Place,
    Publication,
    Status,
    Telling,
    When,
    content_id,
)

PEOPLE = {
    "asha": "IND", "omar": "PAK", "leila": "IRN", "faisal": "SAU", "milan": "SRB", "arta": "XKX", "petar": "SRB",
}  # fmt: skip
ACTORS = {
    **{f"person:{name}": Actor(f"person:{name}", name.title(), "person", state) for name, state in PEOPLE.items()},
    **{f"state:{state}": Actor(f"state:{state}", state, "state", state) for state in sorted(set(PEOPLE.values()))},
    "office:PAK/foreign-minister": Actor("office:PAK/foreign-minister", "foreign minister", "office", "PAK"),
    "organisation:asean": Actor("organisation:asean", "ASEAN", "organisation"),
}
CITIES = {"doha": "QAT", "muscat": "OMN", "salalah": "OMN", "geneva": "CHE", "skopje": "MKD"}


def day(text: str) -> date:
    return date.fromisoformat(text)


def on(first: str, last: str | None = None, confidence: float = 0.9) -> When:
    """The closed interval of these days."""
    start, end = day(first), day(last or first)
    return When(start, end, "day" if start == end else "range", "said", confidence, (Evidence("a", 0, 1),))


def by(last: str) -> When:
    """Undated, told as past in an article of that day."""
    return When(None, day(last), "unknown", "not dated", 0.3, ())


def after(first: str) -> When:
    """Undated, told as still to come in an article of that day."""
    return When(day(first), None, "unknown", "not dated", 0.3, ())


def place(name: str | None, basis: str = "said", article: str = "a") -> Place | None:
    if name is None:
        return None
    if name.startswith("?"):  # a place that no table holds
        return Place(name[1:].title(), None, basis, (Evidence(article, 0, 4),), None)  # type: ignore[arg-type]
    return Place(name.title(), CITIES.get(name, name), basis, (Evidence(article, 0, 4),), name)  # type: ignore[arg-type]


def actor_id(name: str) -> str:
    return f"person:{name}" if name in PEOPLE else name if ":" in name else f"state:{name}"


def told(
    article: str,
    names: str,
    when: When = UNKNOWN,
    where: str | None = None,
    *,
    kind: str = "meeting",
    status: Status = "held",
    possible: When | None = None,
    occasion: str | None = None,
    line: str = "",
    origin: str = "",
    words: str = "",
    number: int = 0,
    basis: str = "said",
    holder: str | None = None,
) -> Told:
    """One telling; `names` are the parties with spaces between, of people or of states."""
    evidence = Evidence(article, 10 * number, 10 * number + 9)
    parties = tuple(Party(actor_id(name), "participant", (evidence,)) for name in names.split())
    telling = Telling(
        content_id("telling", article, kind, names, str(number)), kind, status, parties,
        place(where, basis, article), (), (evidence,), evidence, occasion=occasion, holder=holder,
    )  # fmt: skip
    sentences = (frozenset(words.lower().split()),) if words else ()
    return Told(article, telling, when, possible or when, line, origin, sentences)


def article(key: str, outlet: str | None = None) -> Article:
    text = "x" * 400
    return Article(key, f"{key}.txt", "", text, (Line(1, 0, 400, "body", "test"),), "text", "en", outlet=outlet)


def published(key: str, first: str | None, last: str | None = None) -> Publication:
    if first is None:
        return Publication(key, UNKNOWN, None)
    when = on(first, last)
    assert when.start is not None
    return Publication(key, when, when.start + timedelta(days=((when.days or 1) - 1) // 2))


def alone(*keys: str) -> tuple[Lineage, ...]:
    return tuple(Lineage(key, None, None, 0.0, key) for key in keys)
