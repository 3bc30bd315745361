"""Writes the scores as the tables of RESULTS.md: per document and in total, each set after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation import score_events, score_statements
from evaluation.scores import Share, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evaluation.score_dates import DateScore
    from evaluation.scoring import SetScore


PREFACE = """Written by `python -m evaluation.run`; docs/evaluation.md says what each number means. The speed stands in
benchmarks/RESULTS.md."""


def results(sets: Sequence[SetScore], notes: Sequence[str], outside: Sequence[str] = ()) -> str:
    """The whole results page. It holds no clock and no path, so that the same scores give the same page.

    `outside`: the finished parts on the sets of others.
    """
    parts = [
        "# Results\n",
        f"{PREFACE}\n",
    ]
    parts += [f"{note}\n" for note in notes]
    for s in sets:
        parts += [f"## {s.name} ({len(s.dates)} articles, corpus {s.corpus})\n", _summary(s)]
        parts += ["### Events\n", _events(s), "### Statements\n", _statements(s)]
        parts += ["### Publication dates\n", _dates(s), "### Lines of text files\n", _lines(s)]
        parts += ["### The record\n", _record(s)]
    parts += ["## Sets of others\n", *outside] if outside else []
    return "\n".join(parts).rstrip() + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)]) + "\n"


def _prf(t: Tally) -> list[str]:
    return [f"{t.right}/{t.given}/{t.wanted}", f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}"]


def _share(s: Share) -> str:
    return f"{s.value:.3f} ({s.right}/{s.judged})" if s.judged else "-"


def _summary(s: SetScore) -> str:
    events = sum((e.tally("whole") for e in s.events), Tally())
    said = sum((x.tally("speaker") for x in s.statements), Tally())
    rows = [
        ["events wholly right, F1", f"{events.f1:.3f}"],
        ["statements with their speaker, F1", f"{said.f1:.3f}"],
        ["publication interval inside the accepted one", _share(_inside(s))],
        ["publication: best day inside what the text allows", _share(_allowed(s))],
        ["boilerplate lines, F1", f"{sum((x.boilerplate for x in s.lines), Tally()).f1:.3f}"],
        ["reference events formed exactly", _share(s.record.formed)],
        ["must-stay-apart pairs kept apart", _share(s.record.apart)],
        ["anomalies, F1", f"{s.record.anomalies.f1:.3f}"],
        ["evidence exact", _share(s.evidence)],
        ["inputs not read", str(len(s.unread))],
    ]
    return _table(["measure", "value"], rows)


def _inside(s: SetScore) -> Share:
    return Share(sum(d.inside for d in s.dates), len(s.dates))


def _allowed(s: SetScore) -> Share:
    return Share(sum(d.allowed for d in s.dates), len(s.dates))


def _events(s: SetScore) -> str:
    head = ["article", "right/given/wanted", "P", "R", "F1", "F1 sides", "F1 who+what", *score_events.FIELDS]
    groups = [(e.stem, [e]) for e in s.events] + [("**all**", s.events)]
    rows = []
    for name, scores in groups:
        tally = {w: sum((e.tally(w) for e in scores), Tally()) for w in ("whole", "side", "found")}
        shares = [_share(sum((e.share(f) for e in scores), Share())) for f in score_events.FIELDS]
        rows.append([name, *_prf(tally["whole"]), f"{tally['side'].f1:.3f}", f"{tally['found'].f1:.3f}", *shares])
    return _table(head, rows)


def _statements(s: SetScore) -> str:
    head = ["article", "right/given/wanted", "P", "R", "F1", "F1 sides", "F1 content", *score_statements.FIELDS]
    groups = [(x.stem, [x]) for x in s.statements] + [("**all**", s.statements)]
    rows = []
    for name, scores in groups:
        tally = {w: sum((x.tally(w) for x in scores), Tally()) for w in ("speaker", "side", "content")}
        shares = [_share(sum((x.share(f) for x in scores), Share())) for f in score_statements.FIELDS]
        rows.append([name, *_prf(tally["speaker"]), f"{tally['side'].f1:.3f}", f"{tally['content'].f1:.3f}", *shares])
    return _table(head, rows)


def _date_table(dates: Sequence[DateScore]) -> str:
    def mark(ok: bool) -> str:
        return "yes" if ok else "no"

    rows = [
        [d.stem, d.answer, d.gold, mark(d.inside), mark(d.best), mark(d.allowed), str(d.days or "open"), mark(d.alone)]
        for d in dates
    ]
    return _table(
        ["article", "answer", "gold (widest)", "inside", "best day", "allowed", "days", "page claims none"], rows
    )


def _dates(s: SetScore) -> str:
    stripped = Share(sum(d.inside for d in s.bare), len(s.bare))
    again = f"\nRead again without page or boilerplate (inside: {_share(stripped)}):\n\n{_date_table(s.bare)}"
    bare = [d for d in s.dates if d.alone]
    totals = f"Inside: {_share(_inside(s))}. Of pages that claim no date: "
    return (
        _date_table(s.dates)
        + f"\n{totals}{_share(Share(sum(d.inside for d in bare), len(bare)))}.\n"
        + (again if s.bare else "")
    )


def _lines(s: SetScore) -> str:
    head = ["article", "right/given/wanted", "P", "R", "F1", "captions F1", "headings F1"]
    groups = [(x.stem, [x]) for x in s.lines] + [("**all**", s.lines)]
    rows = []
    for name, scores in groups:
        captions, headings = (sum((getattr(x, p) for x in scores), Tally()) for p in ("captions", "headings"))
        row = _prf(sum((x.boilerplate for x in scores), Tally()))
        rows.append([name, *row, f"{captions.f1:.3f}", f"{headings.f1:.3f}"])
    return _table(head, rows)


def _record(s: SetScore) -> str:
    r = s.record
    rows = [["same-event pairs", *_prf(r.same)], ["lineage pairs", *_prf(r.lineage)], ["anomalies", *_prf(r.anomalies)]]
    sums = (
        f"Reference events formed exactly: {_share(r.formed)}. Must-stay-apart pairs kept apart: {_share(r.apart)}, "
        f"{r.vacuous} of them only because a side was not found. Kind of lineage right: {_share(r.lineage_kind)}. "
        f"Evidence exact: {_share(s.evidence)}.\n"
    )
    return _table(["measure", "right/given/wanted", "P", "R", "F1"], rows) + "\n" + sums
