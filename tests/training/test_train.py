"""The trainings: what is finished is not done again, what was broken off is, and a failure is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.vocab import Vocab

from tests.training.tiny import conllu, iob, packed
from training import package, prepare, train

if TYPE_CHECKING:
    from pathlib import Path

STEPS = {"max_steps = 14000": "max_steps = 2", "max_steps = 16000": "max_steps = 2", "frequency = 500": "frequency = 1"}
SMALL = {"rows = [5000, 1000, 2500, 2500]": "rows = [50, 50, 50, 50]", "min_action_freq = 30": "min_action_freq = 1"}


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as prepare.py writes it, with tiny data, and our settings cut down to two steps."""
    folder = tmp_path_factory.mktemp("work")
    for part in ("train", "dev"):
        trees = prepare.treebank([packed(folder / "t.gz", conllu())], Vocab())
        prepare.save(trees, folder / f"parse.{part}.spacy")
        names = prepare.name_docs(prepare.names(packed(folder / "n.gz", iob())), Vocab())
        prepare.save(names, folder / f"names.{part}.spacy")
    for name in train.STAGES:
        text = (train.HERE / f"{name}.cfg").read_text(encoding="utf-8")
        for old, new in {**STEPS, **SMALL}.items():
            text = text.replace(old, new)
        assert "max_steps = 2\n" in text
        (folder / f"{name}.cfg").write_text(text, encoding="utf-8")
    return folder


def test_both_stages_are_trained_once_and_packaged(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stages = [train.stage(name, work, work) for name in train.STAGES]
    assert not any(stage.finished for stage in stages)
    assert [train.train(stage) for stage in stages] == [True, True]
    assert [train.train(stage) for stage in stages] == [False, False]
    monkeypatch.setattr("sys.argv", ["package.py", "--work", str(work), "--out", str(work / "model")])
    package.main()
    nlp = spacy.load(work / "model")
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert all(token.pos_ for token in nlp("Rossi visited Oslo."))


def test_a_broken_off_training_or_another_setting_begins_anew(tmp_path: Path) -> None:
    for name in ("parse.cfg", "parse.train.spacy", "parse.dev.spacy"):
        (tmp_path / name).write_bytes(name.encode())
    stage = train.stage("parse", tmp_path, tmp_path)
    (stage.out / "model-best").mkdir(parents=True)
    (stage.out / "model-best" / "meta.json").write_text("{}")
    assert not stage.finished  # spaCy writes model-best all along
    (stage.out / train.MARK).write_text(stage.digest)
    assert stage.finished
    (tmp_path / "parse.cfg").write_text("other settings")
    assert not stage.finished


def test_data_that_are_not_there_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main(["--work", str(tmp_path), "--out", str(tmp_path / "model")]) == 1
    assert "prepare.py" in capsys.readouterr().err
    assert not (tmp_path / "model").exists()


def test_a_failed_training_is_no_finished_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in train.STAGES:
        for part in ("train", "dev"):
            (tmp_path / f"{name}.{part}.spacy").write_bytes(b"no DocBin")
    assert train.main(["--work", str(tmp_path), "--out", str(tmp_path / "model")]) == 1
    assert "spacy train" in capfd.readouterr().err
    assert not train.stage("parse", tmp_path).finished
