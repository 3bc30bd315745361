"""Lists the errors of a set for people: what we lack, what we have too much, and the fields that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.score_events import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evaluation.gold import GoldEvent, GoldStatement, Spot
    from evaluation.predicted import Said, Told, Who
    from evaluation.score_events import EventScore, Pair
    from evaluation.score_lines import LineScore
    from evaluation.score_statements import Match, StatementScore
    from evaluation.scoring import SetScore


def listing(s: SetScore) -> str:
    """All errors of a set, article by article, then those of the record; "gold | ours" for each field that differs."""
    lines = [f"==== {s.name} ===="]
    by_stem = {x.stem: x for x in s.statements}
    line_scores = {x.stem: x for x in s.lines}
    for events in s.events:
        found = [*_events(events), *_statements(by_stem[events.stem]), *_lines(line_scores.get(events.stem))]
        found += [f"  date: gold {d.gold}, ours {d.answer}" for d in s.dates if d.stem == events.stem and not d.inside]
        if found:
            lines += ["", f"-- {events.stem}", *found]
    for title, errors in (("record", s.record.errors), ("evidence", s.evidence_errors), ("unread", s.unread)):
        if errors:
            lines += ["", f"-- {title}", *(f"  {e}" for e in errors)]
    return "\n".join(lines) + "\n"


def _events(score: EventScore) -> Iterator[str]:
    for pair in score.pairs:
        if not pair.whole and not pair.gold.optional:
            yield f"  event differs: {_gold_event(pair.gold)}"
            yield from (f"      {f}: {_difference(pair, f)}" for f in FIELDS if f not in pair.right)
            yield f"      ours: {_told(pair.told)}"
    yield from (f"  event missed: {_gold_event(g)}" for g in score.missed)
    yield from (f"  event false:  {_told(t)}" for t in score.false)


def _difference(pair: Pair, field: str) -> str:
    gold, told = pair.gold, pair.told
    if field == "participants":
        side = " (right sides)" if pair.parties else ""
        return f"{' + '.join(gold.parties[0])} | {_names(told.parties)}{side}"
    if field == "date":
        accept = f" (accepts {gold.accept[0]}..{gold.accept[1]})" if gold.accept else ""
        true = "none" if gold.date is None else f"{gold.date[0]}..{gold.date[1]}"
        return f"{true}{accept} | {told.when[0]}..{told.when[1]} {told.granularity}"
    if field == "place":
        return f"{' or '.join(gold.places)} | {told.place} ({told.place_state})"
    ours = {"kind": told.kind, "status": told.status}[field]
    return f"{' or '.join(gold.kinds if field == 'kind' else gold.statuses)} | {ours}"


def _gold_event(g: GoldEvent) -> str:
    when = "" if g.date is None else f" {g.date[0]}" + ("" if g.date[0] == g.date[1] else f"..{g.date[1]}")
    place = f" @ {'/'.join(g.places)}" if g.places else ""
    return f"[{g.id}] {g.statuses[0]} {g.kinds[0]}: {' + '.join(g.parties[0])}{place}{when} ({_spot(g.spot)})"


def _told(t: Told) -> str:
    when = "" if t.when == (None, None) else f" {t.when[0]}..{t.when[1]}"
    place = f" @ {t.place}" if t.place else ""
    return f"[{t.event}] {t.status} {t.kind}: {_names(t.parties)}{place}{when} at {list(t.spans[:3])}"


def _statements(score: StatementScore) -> Iterator[str]:
    for m in score.matches:
        wrong = [f for f, ok in m.fields if not ok]
        if m.gold.optional or (m.speaker == 2 and not wrong):
            continue
        yield f"  statement differs: {_gold_statement(m.gold)}"
        if m.speaker < 2:
            yield f"      speaker: {m.gold.speakers[0]} | {_names(m.said.speakers)}" + (" (side)" if m.speaker else "")
        yield from (f"      {f}: {_said_field(m, f)}" for f in wrong)
    yield from (f"  statement missed: {_gold_statement(g)}" for g in score.missed)
    yield from (f"  statement extra:  {_said(s, score.text)}" for s in score.extra)


def _said_field(m: Match, field: str) -> str:
    if field == "chain":
        return f"{' < '.join(m.gold.chain) or 'none'} | {' < '.join(w.name for w in m.said.chain) or 'none'}"
    if field == "addressee":
        return f"{m.gold.addressee} | {_names(m.said.addressees)}"
    return f"{getattr(m.gold, field)} | {getattr(m.said, field)}"


def _gold_statement(g: GoldStatement) -> str:
    return f"{g.speakers[0]}: {g.content!r} ({_spot(g.spot)})"


def _said(s: Said, text: str) -> str:
    content = " ".join(text[s.content[0] : s.content[1]].split())
    return f"{_names(s.speakers)}: {content[:110]!r} at {s.content} {s.mode}"


def _lines(score: LineScore | None) -> Iterator[str]:
    for number, ours, wanted in score.wrong if score else ():
        yield f"  line {number}: gold {wanted}, ours {ours}"


def _names(whos: tuple[Who, ...]) -> str:
    return (
        " + ".join(w.name if w.kind == "person" else f"{w.name} <{w.kind} {w.state or '?'}>" for w in whos) or "nobody"
    )


def _spot(spot: Spot) -> str:
    return f"line {', '.join(map(str, spot.lines))}" if spot.lines else f"{(spot.text or '')[:40]!r}"
