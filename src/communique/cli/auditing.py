"""`communique knowledge list` and `check`: what the tables hold, and what an editor of them should look at."""

from __future__ import annotations

import json as json_text
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import KnowledgeOption  # noqa: TC001 - Typer reads the annotations

if TYPE_CHECKING:
    from communique.knowledge import Knowledge
    from communique.knowledge.audit import Remark
    from communique.knowledge.tables import Table

TablesJsonOption = Annotated[
    bool, typer.Option("--json", help="Print JSON for programs (docs/cli.md says what it means).")
]


def tables(knowledge: KnowledgeOption = None, json: TablesJsonOption = False) -> None:
    """List the tables: how many rows each has, where they come from and how they were checked."""
    from communique.knowledge import loader

    found = [_about(table) for table in loader.tables(knowledge)]
    if json:
        _print_json(found)
        return
    for each in found:
        where = f" in {each['folder']}" if each["folder"] else ""
        typer.echo(f"{each['table']}{where}: {each['rows']} rows; source: {each['source'] or 'not said'}")
        typer.echo(f"    checked: {each['checked'] or 'not said'}")


def check(knowledge: KnowledgeOption = None, json: TablesJsonOption = False) -> None:
    """Check the tables: rows that make no sense are an error; overlaps, gaps and homonyms are named."""
    from communique.knowledge import load
    from communique.knowledge.audit import remarks

    known = load(knowledge)
    found = remarks(known)
    if json:
        _print_json([_as_dict(remark) for remark in found])
        return
    for remark in found:
        typer.echo(_line(remark, known))
    count = Counter(remark.kind for remark in found)
    typer.echo(f"all rows make sense; {count['overlap']} overlaps, {count['gap']} gaps, {count['homonyms']} homonyms")


def _about(table: Table) -> dict[str, object]:
    """What the header of a table says, its rows, and its folder where it is a user's."""
    from communique.knowledge.loader import DATA

    about = {key: table.about.get(key, "") for key in ("meaning", "source", "licence", "checked")}
    folder = None if table.path.parent == DATA else str(table.path.parent)
    return {"table": table.path.stem, "folder": folder, "rows": len(table.rows), **about}


def _line(remark: Remark, known: Knowledge) -> str:
    persons = ", ".join(known.persons[key].name for key in remark.persons)
    days = f"{remark.start} .. {remark.end}" if remark.start else ""
    return "  ".join(part for part in (f"{remark.kind:<8}", remark.office, days, persons) if part)


def _as_dict(remark: Remark) -> dict[str, object]:
    return {
        "kind": remark.kind,
        "office": remark.office,
        "persons": list(remark.persons),
        "start": remark.start.isoformat() if remark.start else None,
        "end": remark.end.isoformat() if remark.end else None,
    }


def _print_json(rows: list[dict[str, object]]) -> None:
    sys.stdout.write(json_text.dumps(rows, ensure_ascii=False, indent=1) + "\n")
