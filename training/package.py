"""Put the trained parser and name finder together into the one pipeline that ships in the package.

python training/package.py --work training/work --out src/communique/reading/model
"""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy

VERSION = "0.1.0"


def main() -> None:
    """Merge the two best models; the name finder keeps its own token vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("training/work"))
    parser.add_argument("--out", type=Path, default=Path("src/communique/reading/model"))
    args = parser.parse_args()
    nlp = spacy.load(args.work / "parse" / "model-best")
    people = spacy.load(args.work / "names" / "model-best")
    people.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=people)
    nlp.meta.update(
        name="communique_cnn", version=VERSION, license="CC BY-SA 4.0", performance={},
        description="Tagger, morphology, lemmas, UD parser and names, trained on open data; see docs/model.md",
    )  # fmt: skip
    nlp.to_disk(args.out, exclude=["vectors"])
    size = sum(path.stat().st_size for path in args.out.rglob("*") if path.is_file())
    print(f"{args.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
