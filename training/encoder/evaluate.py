"""Score a trained reader on held-out trees (gold words and sentences) and names.

PYTHONPATH=src python -m training.encoder.evaluate --corpora ../shared/corpora --work training/work/encoder
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from communique.reading.encoder import lemmas
from communique.reading.encoder.pieces import Pieces
from communique.reading.encoder.trees import best_tree
from evaluation.treebanks import newswire
from training.corpora import names
from training.encoder import data
from training.encoder.data import Labels, Sentence, name_sentences, trees
from training.encoder.loss import collate
from training.encoder.model import Reader, Shape
from training.encoder.spans import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.encoder.loss import Batch
    from training.encoder.model import Reading

SCORED = ("PERSON", "ORG", "LOC", "NORP")
QUICK = 350  # sentences of each set for a glance between training steps


def readings(
    reader: Reader, known: Labels, pieces: Pieces, sentences: list[Sentence]
) -> Iterator[tuple[int, int, Batch, Reading]]:
    """For each sentence: its place in the list, its row in the batch, the batch and the reading of it."""
    maker = data.Maker(pieces, known, 500)
    cut = pieces.cut(word for sentence in sentences for word in sentence.words)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words))
    reader.eval()
    with torch.no_grad():
        for at in range(0, len(order), 16):
            rows = order[at : at + 16]
            bare = [Sentence(sentences[i].words) for i in rows]
            batch = collate([maker.example([one], cut, hand_made=True) for one in bare], pieces)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                reading = reader(batch.pieces, batch.cases, batch.mask, batch.first)
            for row, i in enumerate(rows):
                yield i, row, batch, reading


def tree_scores(reader: Reader, known: Labels, pieces: Pieces, sentences: list[Sentence]) -> dict[str, float]:
    """Shares of words right: universal and fine tags, features, lemmas, heads (UAS), heads and relations (LAS)."""
    right = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las"), 0)
    total = 0
    for i, row, _, reading in readings(reader, known, pieces, sentences):
        gold = sentences[i]
        n = len(gold.words)
        total += n
        for name in ("upos", "xpos", "feats", "lemma"):
            labels = getattr(known, name)
            found = [labels[k] for k in reading.layers[name][row, :n].argmax(-1).tolist()]
            right[name] += sum(
                (lemmas.apply(w, a) == lemmas.apply(w, b)) if name == "lemma" else a == b
                for w, a, b in zip(gold.words, found, gold.fields[name], strict=True)
            )
        heads = best_tree(reading.arcs[row, :n, : n + 1].float().numpy())
        places = torch.tensor(heads) + 1
        scores = reader.relations(reading.dependents[row, :n].float(), reading.heads[row][places].float())
        deps = [known.dep[k] for k in scores.argmax(-1).tolist()]
        right["uas"] += sum(a == b for a, b in zip(heads, gold.heads, strict=True))
        right["las"] += sum(
            a == b and c == d for a, b, c, d in zip(heads, gold.heads, deps, gold.fields["dep"], strict=True)
        )
    return {name: round(count / total, 4) for name, count in right.items()}


def name_scores(
    reader: Reader, known: Labels, pieces: Pieces, sentences: list[Sentence], head: str, scored: tuple[str, ...]
) -> dict[str, float]:
    """Strict span F1 over the scored labels together, and for each label."""
    counts = {label: [0, 0, 0] for label in scored}
    for i, row, _, reading in readings(reader, known, pieces, sentences):
        n = len(sentences[i].words)
        if head == "both":
            scores = sum(torch.softmax(reading.layers[one][row, :n].float(), -1) for one in ("names", "silver"))
        else:
            scores = reading.layers[head][row, :n]
        ours = spans([known.names[k] for k in scores.argmax(-1).tolist()])
        gold = spans(sentences[i].tags)
        for label in scored:
            a, b = ({span for span in one if span[2] == label} for one in (ours, gold))
            counts[label] = [x + y for x, y in zip(counts[label], (len(a & b), len(a), len(b)), strict=True)]
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {"all": _f1(totals), **{label: _f1(found) for label, found in counts.items()}}


def _f1(counts: list[int]) -> float:
    return round(2 * counts[0] / max(counts[1] + counts[2], 1), 4)


def quick(reader: Reader, known: Labels, pieces: Pieces, corpora: Path, limit: int | None = QUICK) -> str:
    """One line of scores on the first sentences of each development set, or on all."""
    parts = []
    for name in ("ewt", "gum"):
        found = tree_scores(reader, known, pieces, list(trees(corpora / "treebanks" / f"{name}.dev.conllu.gz"))[:limit])
        parts.append(f"{name} {found}")
    wire = [sentence for document in newswire(corpora) for sentence in document][:limit]
    parts += [
        f"newswire/{head} {name_scores(reader, known, pieces, wire, head, SCORED)}"
        for head in ("names", "silver", "both")
    ]
    if limit is None:
        uner = name_sentences(names(corpora / "names" / "uner_ewt.test.iob2.gz"))
        parts += [
            f"uner_test/{head} {name_scores(reader, known, pieces, uner, head, SCORED[:3])}"
            for head in ("names", "both")
        ]
    return "\n  ".join(parts)


def main() -> None:
    """Score the last saved state on all of the development sets."""
    import tomllib

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work/encoder"))
    args = parser.parse_args()
    from training.encoder.train import minilm

    torch.set_num_threads(1)
    settings = tomllib.loads((Path(__file__).parent / "config.toml").read_text(encoding="utf-8"))
    raw = json.loads((args.work / "labels.json").read_text(encoding="utf-8"))
    known = Labels(**{name: tuple(found) for name, found in raw.items()})
    reader = Reader(known, Shape(**settings["model"]))
    reader.load_state_dict(torch.load(args.work / "state.pt", weights_only=True)["reader"])
    pieces = Pieces((minilm() / "vocab.txt").read_text(encoding="utf-8").splitlines())
    print(quick(reader, known, pieces, args.corpora, None))


if __name__ == "__main__":
    main()
