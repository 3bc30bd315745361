"""The promises that the engine must keep: the same record in any order and on any number of workers; nothing lost.

The toy rooms stand in for the real ones, so that many runs take seconds; test_house.py holds the whole house to
the same.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.engine import run
from communique.ledger import Ledger, Query
from tests.engine.toy import rooms

if TYPE_CHECKING:
    from communique.records import Record

ROOT = Path(__file__).parent.parent.parent
STATES = ("Iran", "Oman", "Chad", "Mali", "Peru", "Cuba")
STEERS = ("Envoys of", "RU", "EMPTY", "READ", "TAKE")


def as_bytes(record: Record) -> bytes:
    return msgspec.json.encode(record)


def write(folder: str, texts: list[str]) -> list[str]:
    paths = [Path(folder) / f"{number:02}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


texts = st.lists(st.builds("{} {}".format, st.sampled_from(STEERS), st.sampled_from(STATES)), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@given(texts=texts, data=st.data())
def test_the_order_and_the_parts_in_which_inputs_come_do_not_matter(texts: list[str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        paths = write(folder, texts)
        with Ledger.open(None) as ledger:
            expected = as_bytes(run(paths, ledger, rooms=rooms()).record)
        order = data.draw(st.permutations(paths))
        cuts = data.draw(st.lists(st.booleans(), min_size=len(paths), max_size=len(paths)))
        with Ledger.open(None) as ledger:
            part: list[str] = []
            for path, cut in zip(order, cuts, strict=True):
                part.append(path)
                if cut:
                    run(part, ledger, rooms=rooms())
                    part = []
            record = run(part or paths[:1], ledger, rooms=rooms()).record
        assert as_bytes(record) == expected


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    words = [f"{STEERS[i % 4]} {STATES[i % 6]}{i}" for i in range(40)]
    paths = write(str(tmp_path), words)
    records = []
    for workers in (1, 2):
        with Ledger.open(None) as ledger:
            records.append(as_bytes(run(paths, ledger, workers=workers, rooms=rooms()).record))
    assert records[0] == records[1]


def test_a_run_killed_at_any_moment_resumes_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    paths = write(str(tmp_path / "texts"), [f"SLOW {STATES[i % 6]}{i}" for i in range(40)])
    with Ledger.open(None) as ledger:
        expected = as_bytes(run(paths, ledger, rooms=rooms()).record)
    file = tmp_path / "killed.db"
    moments = random.Random(20250131)
    done = []
    for _ in range(5):
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.engine.killed", str(file), *paths], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        try:
            child.wait(moments.uniform(0.0, 0.6))
        except subprocess.TimeoutExpired:
            child.kill()
        child.wait()
        child.stdout.close()
        with Ledger.open(file) as ledger:
            ids = [article.id for article in Query(ledger).articles()]
            done.append((len(ids), len(Query(ledger).readings("toy-1+knowledge-1", ids))))
    assert done == sorted(done)
    with Ledger.open(file) as ledger:
        outcome = run(paths, ledger, rooms=rooms())
        assert not Query(ledger).unfinished()
    assert as_bytes(outcome.record) == expected
    assert outcome.read == 40 - done[-1][1]
