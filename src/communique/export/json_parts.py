"""The small shapes of the JSON record that articles, events and statements share: slices, intervals, codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from communique.records import Evidence, PloverCode, When

Json: TypeAlias = dict[str, Any]


def iso(day: date | None) -> str | None:
    """A day as "2023-02-22", None for an open side."""
    return None if day is None else day.isoformat()


def slice_json(evidence: Evidence) -> Json:
    """A slice of the article that the surrounding object names."""
    return {"start": evidence.start, "end": evidence.end}


def evidence_json(evidence: Evidence) -> Json:
    """A slice of any article."""
    return {"start": evidence.start, "end": evidence.end, "article": evidence.article}


def when_json(when: When) -> Json:
    """A closed interval of days; four decimals of confidence, so that the last bit of a float never shows."""
    return {
        "from": iso(when.start),
        "to": iso(when.end),
        "granularity": when.granularity,
        "basis": when.basis,
        "confidence": round(when.confidence, 4),
        "evidence": [evidence_json(piece) for piece in when.evidence],
    }


def plover_json(code: PloverCode | None) -> Json | None:
    """The PLOVER code, None where there is none."""
    return None if code is None else {"type": code.type, "mode": code.mode}
