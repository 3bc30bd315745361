"""The ledger: keeps what was read in a SQLite file, and answers from it. The only room that knows a database.

The engine writes through `Writer`; commands, pages and exports read through `Query`; both work on an open
`Ledger`. This room must not know how articles are read or how records are made.
"""

from communique.ledger.connection import Ledger
from communique.ledger.positions import Position, positions
from communique.ledger.query import Query, View, why_not_read
from communique.ledger.writing import Failure, Taken, Writer

__all__ = ["Failure", "Ledger", "Position", "Query", "Taken", "View", "Writer", "positions", "why_not_read"]
