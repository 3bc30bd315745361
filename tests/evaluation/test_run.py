"""The command: a record exported before can be scored, floors hold, and a set that is missing is said to be."""

import json
from pathlib import Path

import pytest

from evaluation import gold as gold_files
from evaluation import run
from evaluation.bare import bare_texts
from evaluation.corpus import Corpus, corpora, load_record
from evaluation.perfect import perfect
from evaluation.predicted import answer as answer_of

EXAMPLES = corpora(None)[0]


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A perfect record as a file that carries its texts; floors and results are kept beside it."""
    monkeypatch.setattr(run, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(run, "RESULTS", tmp_path / "RESULTS.md")
    record, texts = perfect(EXAMPLES, gold_files.load(EXAMPLES.gold))
    for article in record["articles"]:
        article["text"] = texts[article["id"]]
    path = tmp_path / "record.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_a_record_is_scored_and_its_floors_pinned(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--set", "examples", "--record", str(exported)]
    assert run.main([*command, "--errors", "--update-floors"]) == 0
    out = capsys.readouterr().out
    assert "| events wholly right, F1 | 1.000 |" in out
    assert "missed" not in out
    assert not run.RESULTS.exists()

    worse = json.loads(exported.read_text(encoding="utf-8"))
    worse["events"] = worse["events"][1:]
    exported.write_text(json.dumps(worse), encoding="utf-8")
    assert run.main(command) == 1
    assert "events.whole.f1 is" in capsys.readouterr().out
    assert run.main([*command, "--update-floors"]) == 1
    assert run.main([*command, "--update-floors", "--allow-regression"]) == 0
    assert run.main(command) == 0


def test_a_record_without_a_set_is_refused(exported: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        run.main(["--record", str(exported)])


def test_a_set_that_is_not_here_is_named(tmp_path: Path, exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(corpus: Corpus) -> tuple[dict[str, object], dict[str, str]]:
        return load_record(exported, corpus)

    monkeypatch.setattr(run, "read_with_package", answer)
    monkeypatch.setattr(run, "score_bare", lambda *_: [])
    assert run.main(["--shared", str(tmp_path / "nothing")]) == 0
    page = run.RESULTS.read_text(encoding="utf-8")
    assert "The set seeds is not here and was not scored." in page
    assert "## examples (18 articles" in page


def test_texts_come_from_the_record_or_from_plain_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("plain", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>page</p>", encoding="utf-8")
    articles = [
        {"id": "1", "path": "x/a.txt"},
        {"id": "2", "path": "x/b.html"},
        {"id": "3", "path": "x/c.html", "text": "own"},
    ]
    (tmp_path / "record.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
    corpus = Corpus("any", tmp_path, tmp_path / "gold.json")
    assert load_record(tmp_path / "record.json", corpus)[1] == {"1": "plain", "3": "own"}
    assert not corpus.exists


def test_bare_texts_hold_no_clock(exported: Path) -> None:
    gold = gold_files.load(EXAMPLES.gold)
    record, texts = load_record(exported, EXAMPLES)
    bare = bare_texts(answer_of(record, texts), gold)
    assert "June 11, 2024" not in bare["southasia-01"]
    assert "arrived in Goa on Thursday" in bare["southasia-01"]
    assert set(bare) == {d.stem for d in gold.documents}
