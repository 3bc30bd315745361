"""Train the parser and the name finder, and put them together into the pipeline that ships: what `make model` runs.

    python training/train.py [--work FOLDER] [--out FOLDER] [--again]

Runs after prepare.py, in its folder. Each stage is a process of its own with a fixed seed. spaCy cannot go on with a
training that was broken off: such a stage begins anew. One that has come to its end is marked (`finished`, a digest of
its settings and data) and is skipped as long as these are the same, unless --again is given.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
STAGES = ("parse", "names")
MARK = "finished"


@dataclass(frozen=True, slots=True)
class Stage:
    """One training: its settings, the prepared data, and the folder that gets `model-best`."""

    config: Path
    train: Path
    dev: Path
    out: Path

    @property
    def digest(self) -> str:
        """A digest (SHA-256) of everything that the result depends on, spaCy's version aside."""
        total = hashlib.sha256()
        for path in (self.config, self.train, self.dev):
            total.update(hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    @property
    def finished(self) -> bool:
        """Whether a training with these settings and data has come to its end."""
        mark = self.out / MARK
        best = self.out / "model-best" / "meta.json"
        return best.exists() and mark.exists() and mark.read_text(encoding="utf-8").strip() == self.digest

    @property
    def command(self) -> list[str]:
        """The command that trains it."""
        return [
            sys.executable, "-m", "spacy", "train", str(self.config), "--output", str(self.out),
            "--paths.train", str(self.train), "--paths.dev", str(self.dev),
        ]  # fmt: skip


def stage(name: str, work: Path, configs: Path = HERE) -> Stage:
    """The stage of that name with its files in the folder that prepare.py wrote."""
    return Stage(configs / f"{name}.cfg", work / f"{name}.train.spacy", work / f"{name}.dev.spacy", work / name)


def train(one: Stage, *, again: bool = False) -> bool:
    """Train a stage; gives False where it was finished already.

    Raises:
        FileNotFoundError: prepare.py has not written its data.
        subprocess.CalledProcessError: spaCy has given up; what it said stands above.
    """
    missing = [path for path in (one.config, one.train, one.dev) if not path.exists()]
    if missing:
        raise FileNotFoundError(f"{missing[0]} is not there; run training/prepare.py first")
    if one.finished and not again:
        return False
    (one.out / MARK).unlink(missing_ok=True)
    subprocess.run(one.command, check=True)  # noqa: S603 - our own interpreter with our own files
    (one.out / MARK).write_text(one.digest + "\n", encoding="utf-8")
    return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Train what is not trained yet, then package. Exit codes: 0, or 1 where data are missing or a stage fails."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None,
        epilog="A training that was broken off cannot be resumed: it begins anew.",
    )
    parser.add_argument("--work", type=Path, default=HERE / "work", help="the folder that prepare.py wrote")
    parser.add_argument("--out", type=Path, default=HERE.parent / "src" / "communique" / "reading" / "model")
    parser.add_argument("--again", action="store_true", help="train finished stages too")
    options = parser.parse_args(arguments)
    packaging = [sys.executable, str(HERE / "package.py"), "--work", str(options.work), "--out", str(options.out)]
    try:
        for name in STAGES:
            done = train(stage(name, options.work), again=options.again)
            print(f"{name}: {'trained' if done else 'finished before, not trained again (--again does)'}", flush=True)
        subprocess.run(packaging, check=True)  # noqa: S603 - our own interpreter with our own files
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"exit code {error.returncode} from: {' '.join(error.cmd)}; what it said stands above\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
