"""`communique knowledge`: asks the tables of who held which office when; auditing.py looks over the tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import auditing
from communique.cli.options import KnowledgeOption  # noqa: TC001 - Typer reads the annotations
from communique.errors import NotFound, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.knowledge import Knowledge, Tenure

app = typer.Typer(
    help="Ask what Communiqué knows: people, offices and who held them when.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.command("list")(auditing.tables)
app.command("check")(auditing.check)


@app.command("who")
def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person's name or surname, in any known spelling.")],
    knowledge: KnowledgeOption = None,
) -> None:
    """Say who bears a name, and the offices they held."""
    known = _load(knowledge)
    persons = known.find_persons(name)
    if not persons:
        raise NotFound(
            f"the tables know nobody named {name!r}; add a row to persons.tsv in a folder given with --knowledge"
        )
    for person in persons:
        state = known.states.get(person.state or "")
        typer.echo(f"{person.name} ({state.name if state else 'state not known'}), {person.key}")
        _print(known.tenures_of(person.key), known, person=False)


@app.command("office")
def office(
    owner: Annotated[
        str,
        typer.Argument(
            metavar="OWNER[/ROLE]", help="A state or organisation (name or key), and a role: CHN/foreign-minister."
        ),
    ],
    knowledge: KnowledgeOption = None,
) -> None:
    """Say who held an office, or all offices of a state or organisation, in order of time."""
    known = _load(knowledge)
    name, _, role = owner.partition("/")
    state = known.state_named(name)
    key = state.iso3 if state else name
    if key not in known.states and key not in known.organisations:
        raise NotFound(f"the tables know no state or organisation {name!r}; try a state's name, or a key such as nato")
    held = [
        one for one in known.tenures if one.office == f"{key}/{role}" or (not role and one.office.startswith(f"{key}/"))
    ]
    if not held:
        raise NotFound(
            f"the tables know no holder of {key}/{role or '…'}; `communique knowledge office {key}` lists its offices"
        )
    _print(held, known)


@app.command("members")
def members(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An organisation or group (name or key): BRICS.")],
    day: Annotated[str, typer.Argument(metavar="DATE", help="A day as 2023-02-22.")],
    knowledge: KnowledgeOption = None,
) -> None:
    """Say which states were members of an organisation or group on a day."""
    wanted = _day(day)
    known = _load(knowledge)
    organisation = known.organisation_named(name)
    if organisation is None:
        raise NotFound(f"the tables know no organisation {name!r}; try its full name, or a key such as nato")
    held = known.members(organisation.key, wanted)
    if not held:
        raise NotFound(f"the tables know no member of {organisation.name} on {wanted}")
    for state in sorted(known.states[iso3].name for iso3 in held):
        typer.echo(state)


@app.command("on")
def on(
    day: Annotated[str, typer.Argument(metavar="DATE", help="A day as 2023-02-22.")],
    knowledge: KnowledgeOption = None,
) -> None:
    """Say who held which office on a day."""
    wanted = _day(day)
    known = _load(knowledge)
    held = [
        one
        for one in known.tenures
        if (one.start or date.min) <= wanted <= (one.end or date.max) and (one.start or one.end)
    ]
    if not held:
        raise NotFound(f"the tables know no office-holder on {wanted}")
    _print(held, known)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2023-02-22") from error


def _load(extra: Path | None) -> Knowledge:
    from communique import knowledge

    return knowledge.load(extra)


def _print(tenures: Iterable[Tenure], known: Knowledge, *, person: bool = True) -> None:
    """Tenures, one a line, by office and then in order of time."""
    for one in sorted(tenures, key=lambda one: (one.office, one.start or date.min, one.person)):
        owner, _, role = one.office.rpartition("/")
        of = known.states[owner].name if owner in known.states else known.organisations[owner].name
        what = f"{known.office(owner, role).name} ({of})" + (", acting" if one.acting else "")
        who = f"{known.persons[one.person].name}, " if person else "  "
        typer.echo(f"{_days(one)}  {who}{what}")


def _days(tenure: Tenure) -> str:
    length = {"day": 10, "month": 7, "year": 4}[tenure.granularity]
    ends = [day.isoformat()[:length] if day else "" for day in (tenure.start, tenure.end)]
    return f"{ends[0]:>10} .. {ends[1]:<10}"
