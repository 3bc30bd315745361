"""What a few articles more cost a ledger that holds many: `python -m benchmarks.increments MANY [MORE]`.

Reads the first MANY articles of the generated corpus into a ledger, from files to record, and then MORE (100) others.
Prints JSON: processor seconds of both. At best the others cost their own share, MORE / MANY of the first.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.corpus import generate, write
from communique.engine import open_rooms, run
from communique.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 1


@dataclass(frozen=True, slots=True)
class Increment:
    """Processor seconds to read `many` articles from nothing, and then `more` into the same ledger."""

    many: int
    more: int
    first: float
    then: float


def measure(many: int, more: int, work: Path) -> Increment:
    """Read the two lots. `work` is an empty folder for the corpus and the ledger."""
    pages = generate(many + more, SEED)
    lots = {"warm": pages[:1], "first": pages[:many], "then": pages[many:]}
    seconds = {}
    for name, lot in lots.items():
        write(lot, work / name)
        # Model and tables load with the lot that is not counted.
        with Ledger.open(work / ("warm.db" if name == "warm" else "bench.db")) as ledger:
            start = process_time()
            run([str(work / name)], ledger, rooms=open_rooms())
            seconds[name] = process_time() - start
    return Increment(many, more, seconds["first"], seconds["then"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was measured as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.increments")
    parser.add_argument("many", type=int)
    parser.add_argument("more", type=int, nargs="?", default=100)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        json.dump(asdict(measure(options.many, options.more, Path(folder))), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
