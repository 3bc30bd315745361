"""How long knowledge takes to be ready, and how much memory it holds: `python -m benchmarks.knowledge`.

Ready means: tables read and checked, the matcher, the index of persons and the book of tenures built. The baseline
is reading the same files and splitting them into cells, which no loader can do without. Both are also measured on
tables of twice the size, since the tables grow. Nothing is asserted here.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.processes import run

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "communique" / "knowledge" / "data"
TIMES = 5
DOUBLED = {"persons": (0,), "places": (0,), "organisations": (0,), "outlets": (0, 5), "occasions": (0,)}


def twice(folder: Path) -> Path:
    """Tables that lie over ours and double their rows: the same names under other keys, and so again homonyms."""
    for name, keys in DOUBLED.items():
        head: list[str] = []
        rows: list[str] = []
        for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("#") or cells[0] == "key":
                head.append(line)
                continue
            for at in keys:
                cells[at] = f"{cells[at]}-b" if cells[at] else ""
            cells[1] = cells[1][::-1] if name == "persons" else cells[1]
            rows.append("\t".join(cells))
        (folder / f"{name}.tsv").write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")
    return folder


def measure(extra: Path | None) -> dict[str, float]:
    """Processor seconds until knowledge answers, the megabytes it added, and the seconds of the baseline."""
    import resource

    from communique import knowledge

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    known = knowledge.load(extra)
    known.match(("Nobody",))
    known.find_persons("Nobody Nowhere")
    known.holders("", date.min, date.min)
    ready = process_time() - start
    held = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    start = process_time()
    for folder in (DATA, extra) if extra else (DATA,):
        for path in sorted(folder.glob("*.tsv")):
            [[cell.split("|") for cell in line.split("\t")] for line in path.read_text(encoding="utf-8").split("\n")]
    return {"ready": ready, "megabytes": held, "baseline": process_time() - start}


def _best(extra: Path | None) -> dict[str, float]:
    """The quickest of several processes."""
    command = [sys.executable, "-m", "benchmarks.knowledge", "--one", *([str(extra)] if extra else [])]
    runs: list[dict[str, float]] = [json.loads(run(command, ROOT).output) for _ in range(TIMES)]
    return min(runs, key=lambda one: one["ready"])


def main(argv: Sequence[str]) -> int:
    """Print one line for our tables and one for twice as many rows."""
    if argv[:1] == ["--one"]:
        print(json.dumps(measure(Path(argv[1]) if argv[1:] else None)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        for title, extra in (("tables as they are", None), ("twice the rows", twice(Path(folder)))):
            said = _best(extra)
            ratio = said["ready"] / said["baseline"]
            print(
                f"{title}: {said['ready'] * 1000:.0f} ms ({ratio:.1f} times splitting the files), "
                f"{said['megabytes']:.0f} MB"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
