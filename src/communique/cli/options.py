"""The options that several commands share: one wording, one default."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_LEDGER = Path("communique.db")

LedgerOption = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", help="The ledger: the SQLite file that keeps what was read.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print JSON for programs (docs/record.md says what it means).")
]
KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="DIR", help="A folder with tables of your own (persons.tsv ...) that win over ours."
    ),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")]
