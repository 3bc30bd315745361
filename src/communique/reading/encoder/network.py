"""The shipped graphs, run by ONNX Runtime on one core. Knows numbers only: no words, no labels.

A call reads one window of text, without padding. So what it gives depends on that window alone, whatever else is
read before, after or beside it; on one core, batches of padded windows gain no speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OUTPUTS = ("tags", "start", "names", "arcs", "dependents", "heads")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of the words of a window; numpy arrays.

    `tags` [4, words]: numbers of the universal tag, the fine tag, the features and the lemma script. `start` [words]:
    above 0 where a sentence starts. `names` [words, labels]. `arcs` [words, words + 1]: the heads, column 0 the root.
    `dependents` [words, width] and `heads` [words + 1, width]: what the relations are read from.
    """

    tags: Any
    start: Any
    names: Any
    arcs: Any
    dependents: Any
    heads: Any


class Network:
    """Both graphs of a model folder."""

    def __init__(self, folder: Path) -> None:
        self._reader = _session(folder / "reader.onnx")
        self._relations = _session(folder / "relations.onnx")

    def scores(self, pieces: Sequence[int], cases: Sequence[int], first: Sequence[int]) -> Scores:
        """Scores of a window; `first` gives the place of each word's first piece."""
        import numpy as np

        given = {
            "pieces": np.array([pieces], dtype=np.int64),
            "cases": np.array([cases], dtype=np.int64),
            "first": np.array(first, dtype=np.int64),
        }
        return Scores(*self._reader.run(OUTPUTS, given))

    def relations(self, dependents: Any, heads: Any) -> Any:
        """The number of the best relation for each pair of rows."""
        return self._relations.run(("relation",), {"dependents": dependents, "heads": heads})[0]


def _session(path: Path) -> Any:
    import onnxruntime

    if not path.exists():
        raise CommuniqueError(f"the language model is missing: {path}; install the package again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
