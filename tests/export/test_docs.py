"""docs/record.md: its example is what the code writes, and no key goes unexplained."""

from __future__ import annotations

import re
from pathlib import Path

from communique.export import to_dict, to_json
from communique.export.names import PlainNames

from .sample import RECORD
from .sample_tiny import TEXT, TINY
from .test_record_json import objects

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The one code block of that language."""
    [found] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    return str(found)


def test_the_example_is_real_output() -> None:
    assert block("text") == TEXT
    assert block("json") == to_json(TINY, PlainNames())


def test_every_key_is_explained() -> None:
    explained = set(re.findall(r"`([a-z_0-9]+)`", PAGE))
    written = {key for _, value in objects(to_dict(RECORD, PlainNames())) for key in value}
    assert written - explained == set()
