"""Write the trained reader as what ships: two ONNX graphs, the vocabulary, labels, lemmas and a card of a few lines.

PYTHONPATH=src python -m training.encoder.export --work training/work/encoder
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import onnx
import torch

from training.encoder import graph
from training.encoder.data import trees
from training.encoder.train import minilm

VERSION = "0.3.0"
NAME_HEADS = ("names",)  # the head of the hand-made names; the silver one only taught the encoder
CLEAR = 0.8  # a word's commonest lemma script goes into the table if it has at least this share of its uses


def lemma_table(banks: list[Path]) -> str:
    """The lemma scripts of the treebanks' words, by word and fine tag, as a table."""
    seen: dict[tuple[str, str], Counter[str]] = {}
    for bank in banks:
        for sentence in trees(bank):
            fields = zip(sentence.words, sentence.fields["xpos"], sentence.fields["lemma"], strict=True)
            for word, tag, script in fields:
                seen.setdefault((word.lower(), tag), Counter())[script] += 1
    lines = [
        "# meaning: lemma script by word in lower case and fine tag; see lemmas.py",
        "# source: UD English EWT and GUM, training parts",
        "# licence: CC BY-SA 4.0",
    ]
    for (word, tag), scripts in sorted(seen.items()):
        script, count = min(scripts.items(), key=lambda item: (-item[1], item[0]))
        if count >= CLEAR * scripts.total() and not any(sign in word + script for sign in "\t\n#"):
            lines.append(f"{word}\t{tag}\t{script}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Export the last saved state."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--work", type=Path, default=Path("training/work/encoder"))
    parser.add_argument("--out", type=Path, default=Path("src/communique/reading/encoder/model"))
    args = parser.parse_args()
    state = torch.load(args.work / "state.pt", weights_only=True)
    weights = {name: value.float().numpy() for name, value in state["reader"].items()}
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(graph.reader(weights, NAME_HEADS), args.out / "reader.onnx")
    onnx.save(graph.relations(weights), args.out / "relations.onnx")
    labels = json.loads((args.work / "labels.json").read_text(encoding="utf-8"))
    (args.out / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    banks = [args.corpora / "treebanks" / f"{name}.train.conllu.gz" for name in ("ewt", "gum")]
    (args.out / "lemmas.tsv").write_text(lemma_table(banks), encoding="utf-8")
    (args.out / "vocab.txt").write_bytes((minilm() / "vocab.txt").read_bytes())
    card = {
        "name": "communique_encoder", "version": VERSION, "license": "CC BY-SA 4.0", "steps": state["step"],
        "description": "Tags, features, lemmas, trees, sentence starts and names; see docs/model.md",
    }  # fmt: skip
    (args.out / "meta.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    size = sum(path.stat().st_size for path in args.out.iterdir())
    print(f"{args.out}: {size / 1e6:.1f} MB, after {state['step']} steps")


if __name__ == "__main__":
    main()
