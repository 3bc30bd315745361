"""Batches as tensors, and how wrong a reading is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as f

from training.encoder.data import IGNORE, TREE_FIELDS

if TYPE_CHECKING:
    from communique.reading.encoder.pieces import Pieces
    from training.encoder.data import Example
    from training.encoder.model import Reader, Reading


@dataclass(slots=True)
class Batch:
    """Padded tensors of a batch; labels that are unknown or padding are IGNORE."""

    pieces: Tensor
    cases: Tensor
    mask: Tensor
    first: Tensor
    labels: dict[str, Tensor]
    heads: Tensor  # column of the head among [root, words]
    sentence: Tensor  # number of each word's sentence; -1 for padding


def collate(examples: list[Example], pieces: Pieces) -> Batch:
    """Pad examples to one batch."""
    length = max(one.size for one in examples)
    words = max(len(one.pieces) for one in examples)
    n = len(examples)
    ids, cases = torch.zeros(n, length, dtype=torch.long), torch.full((n, length), 4)
    mask = torch.zeros(n, length, dtype=torch.bool)
    first = torch.zeros(n, words, dtype=torch.long)
    names = (*TREE_FIELDS, "start", "names", "silver")
    labels = {name: torch.full((n, words), IGNORE) for name in names}
    heads, sentence = torch.full((n, words), IGNORE), torch.full((n, words), -1)
    for row, one in enumerate(examples):
        flat = [pieces.first, *(piece for word in one.pieces for piece in word), pieces.last]
        case = [4, *(case for word, case in zip(one.pieces, one.cases, strict=True) for _ in word), 4]
        ids[row, : len(flat)], cases[row, : len(flat)] = torch.tensor(flat), torch.tensor(case)
        mask[row, : len(flat)] = True
        count = len(one.pieces)
        first[row, :count] = torch.tensor([1] + [len(word) for word in one.pieces[:-1]]).cumsum(0)
        sentence[row, :count] = torch.tensor(one.starts).cumsum(0)
        if one.tags:
            labels["names" if one.hand_made else "silver"][row, :count] = torch.tensor(one.tags)
        if one.heads:
            heads[row, :count] = torch.tensor(one.heads) + 1
            labels["start"][row, :count] = torch.tensor(one.starts)
            for name in TREE_FIELDS:
                labels[name][row, :count] = torch.tensor(one.fields[name])
    return Batch(ids, cases, mask[:, None, None, :], first, labels, heads, sentence)


def losses(reader: Reader, batch: Batch) -> dict[str, Tensor]:
    """The loss of each layer that the batch knows; means over words."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        reading = reader(batch.pieces, batch.cases, batch.mask, batch.first)
    found = {}
    for name, scores in reading.layers.items():
        wanted = batch.labels[name]
        if (wanted != IGNORE).any():
            found[name] = f.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=IGNORE)
    known = batch.heads != IGNORE
    if known.any():
        arcs = masked_arcs(reading, batch)
        found["arc"] = f.cross_entropy(arcs[known], batch.heads[known])
        found["dep"] = f.cross_entropy(gold_relations(reader, reading, batch, known), batch.labels["dep"][known])
    return found


def masked_arcs(reading: Reading, batch: Batch) -> Tensor:
    """Arc scores with those between sentences, or to padding, ruled out."""
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return reading.arcs.float().masked_fill(~allowed, -1e4)


def gold_relations(reader: Reader, reading: Reading, batch: Batch, known: Tensor) -> Tensor:
    """Scores of the relations between words and their true heads."""
    places = batch.heads.clamp(min=0)
    heads = torch.gather(reading.heads, 1, places.unsqueeze(-1).expand(-1, -1, reading.heads.shape[-1]))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return reader.relations(reading.dependents[known], heads[known]).float()
