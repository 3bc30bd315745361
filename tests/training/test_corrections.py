"""The name head's place among the heads that share one product, as the exported graph lays them out."""

from __future__ import annotations

import json
from pathlib import Path

from communique.reading.encoder import component

SOURCE = Path(__file__).parents[2] / "training" / "encoder"


def test_the_graph_and_the_new_head_agree_on_the_layout() -> None:
    """Both scripts need packages of training, so their words are compared, not their objects."""
    source = (SOURCE / "corrections.py").read_text(encoding="utf-8")
    joined = next(line for line in source.splitlines() if line.startswith("JOINED")).split('"')[1].split("+")
    tags = ["linear.upos", "linear.xpos", "linear.feats", "linear.lemma"]
    assert joined == [*tags, "linear.start", "linear.names", "arc_dependent", "label_dependent"]
    assert joined.index("linear.names") == 5
    graph = (component.MODEL / "reader.onnx").read_bytes()
    assert "+".join(joined).encode() in graph
    labels = json.loads((component.MODEL / "labels.json").read_text(encoding="utf-8"))
    assert labels["names"][0] == "O"
