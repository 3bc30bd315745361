"""The tables of a ledger, in four planes, each rebuildable from the ones above it.

- evidence: `originals` (the bytes), `articles` (the text an extractor version made of them), `sources` (which
  path holds which article now), `unread` (inputs that gave no article, with the reason)
- readings: `readings` (what a reader version says of an article), `failures` (articles on which the reader failed)
- rulings: `rulings` (what an analyst decided; append-only, held by triggers)
- views: `views` (the record, derived from all of the above, so that listing it is fast), `memory` (what was worked
  out on the way to it, so that the next record costs what is new)

Beside them `about` (what this file is) and `stages` (which item has passed which stage in which version: written
in the transaction that writes the stage's result, so that a killed run resumes where it was).

Only this room sees the tables. `packed` columns hold zlib-compressed data, see `packing`.
"""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, event

SCHEMA = 2  # raised by every change of the tables; a newer ledger is refused, an older one gets what it lacks
FORMAT = "communique-ledger"

tables = MetaData()

about = Table(
    "about",
    tables,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

stages = Table(
    "stages",
    tables,
    Column("item", Text, primary_key=True),
    Column("stage", Text, primary_key=True),
    Column("version", Text, nullable=False),
)

# --- evidence

originals = Table(
    "originals",
    tables,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

articles = Table(
    "articles",
    tables,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("extractor", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

sources = Table(
    "sources",
    tables,
    Column("path", Text, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("article", Text, ForeignKey("articles.id"), nullable=False, index=True),
)

unread = Table(
    "unread",
    tables,
    Column("path", Text, primary_key=True),
    Column("origin", Text, nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("sha256", Text),
)

# --- readings

readings = Table(
    "readings",
    tables,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)

failures = Table(
    "failures",
    tables,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("reason", Text, nullable=False),
)

# --- rulings

rulings = Table(
    "rulings",
    tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    sqlite_autoincrement=True,
)

for _verb in ("UPDATE", "DELETE"):
    event.listen(
        rulings,
        "after_create",
        DDL(  # type: ignore[no-untyped-call] # SQLAlchemy leaves its signature open
            "CREATE TRIGGER rulings_no_%(verb)s BEFORE %(verb)s ON rulings "
            "BEGIN SELECT RAISE(ABORT, 'rulings are append-only'); END",
            context={"verb": _verb},
        ).execute_if(dialect="sqlite"),
    )

# --- views

views = Table(
    "views",
    tables,
    Column("name", Text, primary_key=True),
    Column("inputs", Text, nullable=False),
    Column("versions", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

memory = Table(
    "memory",
    tables,
    Column("part", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("packed", LargeBinary, nullable=False),
)
