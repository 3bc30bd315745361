"""Run by a test in a process of its own, to be killed: read PATH... into a ledger with the toy rooms.

python -m tests.engine.killed LEDGER PATH...
"""

from __future__ import annotations

import sys

from communique.engine import run
from communique.ledger import Ledger
from tests.engine.toy import rooms

if __name__ == "__main__":
    with Ledger.open(sys.argv[1]) as ledger:
        print("ready", flush=True)
        run(sys.argv[2:], ledger, rooms=rooms())
