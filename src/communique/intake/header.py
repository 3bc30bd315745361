"""The lines above the first paragraph: menus, breadcrumbs, the page's clock, the title, who wrote it and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.intake.cues import Cues, edgeless, fold
from communique.intake.dates import find_dates, without_dates
from communique.records import LineKind

if TYPE_CHECKING:
    from communique.intake.rows import Row

Mark = tuple[LineKind, str]
_MENU_RUN = 3  # lines of at most _MENU_WORDS words that stand together before they are a menu
_MENU_WORDS = 3
_TITLE_WORDS = 4  # a title has at least this many words where the page offers a choice


def judge_header(rows: list[Row], marks: dict[int, Mark], first: int, cues: Cues) -> None:
    """Give every line above `first` its kind, in `marks`; lines that markup or cues have judged keep theirs."""
    above = range(min(first, len(rows)))
    for at in above:
        if at not in marks and (mark := _by_form(rows[at], cues)):
            marks[at] = mark
    _mark_menus(rows, marks, above)
    title = _find_title(rows, marks, above)
    for at in above:
        if at in marks and (marks[at][0] != "clock" or title is None or at < title):
            continue
        marks[at] = _beside_title(rows, marks, at, title)


def header_value(line: str, cues: Cues) -> tuple[str, str] | None:
    """The meaning and value of a "Key: value" line ("outlet", "Gulf Courier"), None where it is none."""
    key, colon, value = line.partition(":")
    meaning = cues.headers.get(fold(key).lower()) if colon else None
    value = " ".join(value.split()).strip("\"'")
    return (meaning, value) if meaning and value and value.count(" ") < 40 else None


def signed_with_date(row: Row, cues: Cues) -> bool:
    """Whether a line is a full date with little else, as some outlets set below an article when it appeared."""
    mark = _by_form(row, cues) if find_dates(row.folded) and not row.sentence else None
    return mark is not None and mark[0] in ("clock", "byline")


def _by_form(row: Row, cues: Cues) -> Mark | None:
    if row.cue and row.cue.opens:
        return "navigation", "a link of the page's frame, above the article"
    if pair := header_value(row.folded, cues):
        return ("title", "labelled as the title") if pair[0] == "title" else ("byline", f"labelled: {pair[0]}")
    if _is_path(row, cues):
        return "navigation", "a path through the site, or a menu in one line"
    if row.words > 20 or not any(sign.isalnum() for sign in row.folded):
        return None if row.words > 20 else ("navigation", "no words")
    bare = without_dates(row.folded)
    if bare == row.folded:
        return None
    rest = [word for word in (edgeless(word) for word in bare.replace("|", " ").split()) if word and not word.isdigit()]
    if all(word in cues.clock_words for word in rest):
        return "clock", "a date or time alone, above the article"
    if find_dates(row.folded) and len(rest) <= 8:
        return "byline", "a date with who wrote it or where"
    if all(word in cues.beside_date or word in cues.clock_words for word in rest):
        return "byline", "says when it was written"
    return None


def _is_path(row: Row, cues: Cues) -> bool:
    steps = [step for step in cues.separators.split(row.folded) if step and step.strip()]
    if len(steps) < 2 or row.prose:
        return False
    if edgeless(steps[0]) in cues.roots and len(steps[0]) < 20:
        return True
    return len(steps) >= 3 and all(len(step.split()) <= 3 for step in steps) and not find_dates(row.folded)


def _mark_menus(rows: list[Row], marks: dict[int, Mark], above: range) -> None:
    run: list[int] = []
    for at in [*above, -1]:
        if (
            at >= 0
            and not rows[at].listed
            and rows[at].words <= _MENU_WORDS
            and (at not in marks or marks[at][0] == "navigation")
        ):
            run.append(at)
            continue
        if len(run) >= _MENU_RUN:
            for each in run:
                marks.setdefault(each, ("navigation", "one of a menu's short lines"))
        run = []


def _find_title(rows: list[Row], marks: dict[int, Mark], above: range) -> int | None:
    """The title among the lines above the text; marks it. A line that a breadcrumb repeats comes first."""
    for at in above:
        if at in marks and marks[at][0] == "title":
            return at
    candidates = [
        at
        for at in above
        if at not in marks and rows[at].hint != "body" and not rows[at].listed and rows[at].folded[-1] != ":"
    ]
    if not candidates:
        return None
    paths = [rows[at].key for at in above if at in marks and marks[at][0] == "navigation"]
    repeated = [at for at in candidates if rows[at].words >= 3 and any(rows[at].key in path for path in paths)]
    worded = [at for at in candidates if rows[at].words >= _TITLE_WORDS and not _labels(rows[at])]
    title = (repeated or worded or candidates)[0]
    marks[title] = ("title", "a path of the page repeats it" if repeated else "the first headline above the text")
    return title


def _labels(row: Row) -> bool:
    """ "Lagos Desk | Analysis": short labels in one line, no headline."""
    return " | " in row.folded and all(len(part.split()) <= 3 for part in row.folded.split(" | "))


def _beside_title(rows: list[Row], marks: dict[int, Mark], at: int, title: int | None) -> Mark:
    row = rows[at]
    if at in marks:  # a date that stands below the title is the article's, not the page's
        return "byline", "a date alone, under the title"
    if row.hint == "body" or row.listed or row.folded[-1] == ":":
        return "body", "a paragraph of the page" if row.hint else "a list above the text"
    if title is not None and row.key == rows[title].key:
        return "title", "repeats the title"
    if title is None or at < title:
        return "navigation", "above the title: the site's or a section's name"
    if row.words <= 5 and rows[title].key.endswith(row.key):
        return "navigation", "the site's name, which the title ends in"
    beside = [marks[near][0] for near in (at - 1, at + 1) if near in marks]
    if row.words <= 4 and "byline" in beside and row.named:
        return "byline", "a name beside the date"
    return "heading", "under the title, above the text"
