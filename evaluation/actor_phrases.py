"""Scores state and role of actor phrases: `python -m evaluation.actor_phrases PHRASES.jsonl [--errors]`.

The phrases (with the country and the role that a coder of political events gave them) lie outside the
repository. Each is read in a sentence of its own, and the first actor of it is compared. The roles of the set are
PLOVER's; ours are mapped to them by `ROLES` below, on kinds of actors and words of role keys. What we have no
office for (farmers, students, gangs) counts as wrong, since the set has it.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.intake import read_bytes
from communique.knowledge import load
from communique.reading import pipeline
from communique.reading.actors import find_cast
from communique.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.knowledge import Knowledge
    from communique.reading.cast import Cast
    from communique.records import Actor

# The words of a role key or actor id, and the PLOVER role they amount to; the first that fits counts.
ROLES = (
    ("/former-", "ELI"), ("armed-forces", "MIL"), ("/military", "MIL"), ("general", "MIL"), ("commander", "MIL"),
    ("soldier", "MIL"),
    ("intelligence", "SPY"), ("parliament", "LEG"), ("lawmaker", "LEG"), ("legislator", "LEG"), ("senator", "LEG"),
    ("court", "JUD"), ("justice", "JUD"), ("opposition", "OPP"), ("rebel", "REB"), ("police", "COP"),
    ("journalist", "JRN"), ("reporter", "JRN"), ("state-media", "JRN"), ("activist", "SOC"), ("scholar", "EDU"),
    ("expert", "EDU"), ("pope", "REL"), ("company", "BUS"),
)  # fmt: skip
KINDS = {"armed-group": "REB", "party": "PTY", "company": "BUS", "court": "JUD", "ministry": "GOV"}
BODIES = {"united-nations": "UNO", "european-union": "EUR", "nato": "IGO"}
SENTENCE = "{} said on Monday that talks would go on."
WITH_COUNTRY = frozenset({"agent_to_code", "search_nat"})


@dataclass(frozen=True, slots=True)
class Scored:
    """One phrase: wanted and given country and role ("" is none)."""

    phrase: str
    country: tuple[str, str]
    role: tuple[str, str] | None


def score(path: Path) -> Iterator[Scored]:
    """Every phrase of the set that asks for a country."""
    knowledge = load()
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["function"] not in WITH_COUNTRY or row.get("skipped_upstream"):
            continue
        wanted = row["expect"]
        cast, actor = _first(row["phrase"], knowledge)
        country = wanted.get("country", wanted.get("cc")) or ""
        role = (wanted["code_1"] or "", _role(cast, actor, knowledge)) if wanted.get("code_1") else None
        yield Scored(row["phrase"], (country, _country(actor, knowledge)), role)


def _first(phrase: str, knowledge: Knowledge) -> tuple[Cast, Actor | None]:
    """The actor of the phrase as a subject: of the widest reference in it, people before the others."""
    text = SENTENCE.format(phrase[:1].upper() + phrase[1:])
    article = next(iter(read_bytes("phrase.txt", text.encode(), ".txt")))
    if not isinstance(article, Article):
        raise TypeError(f"the phrase {phrase!r} was not read as text")
    document = next(pipeline.parse([article]))
    cast = find_cast(document, knowledge)
    inside = [r for r in cast.references if document.ends[r.end - 1] <= len(phrase) and len(r.actors) == 1]
    inside.sort(key=lambda r: (r.form == "demonym", not r.actors[0].startswith("person:"), r.start - r.end))
    return cast, cast.actors[inside[0].actors[0]] if inside else None


def _country(actor: Actor | None, knowledge: Knowledge) -> str:
    if actor is None:
        return ""
    key = actor.id.partition(":")[2].partition("/")[0]
    body = knowledge.organisations.get(key)
    if body is not None and body.kind == "intergovernmental":
        return next((code for name, code in BODIES.items() if key == name or key.startswith(name[:2] + "-")), "IGO")
    return actor.state or ""


def _role(cast: Cast, actor: Actor | None, knowledge: Knowledge) -> str:
    if actor is None:
        return ""
    offices = [claim for claim in cast.offices if claim.person == actor.id]
    if offices and all(claim.past for claim in offices):
        return "ELI"
    told = " ".join((actor.id, *(claim.office for claim in offices)))
    body = knowledge.organisations.get(actor.id.partition(":")[2])
    if body is not None and body.kind in KINDS:
        return KINDS[body.kind]
    found = next((role for word, role in ROLES if word in told), None)
    known = bool(offices) or bool(knowledge.tenures_of(actor.id.removeprefix("person:")))
    return found or ("GOV" if actor.kind in ("office", "state", "unnamed", "organisation") or known else "")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the shares of right states and right states with roles."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.actor_phrases", description=__doc__)
    parser.add_argument("phrases", type=Path, help="JSON lines with phrase, function and expect")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    options = parser.parse_args(argv)
    scored = list(score(options.phrases))
    named = [one for one in scored if one.country[0]]
    for title, ones in (("state, all phrases", scored), ("state, phrases of a state", named)):
        right = sum(one.country[0] == one.country[1] for one in ones)
        print(f"{title}: {right / len(ones):.3f} ({right}/{len(ones)})")
    roles = [one for one in scored if one.role is not None]
    both = sum(
        one.country[0] == one.country[1] and one.role is not None and one.role[0] == one.role[1] for one in roles
    )
    print(f"state and role: {both / len(roles):.3f} ({both}/{len(roles)})")
    for one in scored if options.errors else ():
        if one.country[0] != one.country[1] or (one.role is not None and one.role[0] != one.role[1]):
            print(f"  {one.phrase!r}: country {one.country}, role {one.role}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
