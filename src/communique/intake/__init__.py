"""Intake: bytes → Article. Files, folders, standard input; plain text, HTML and JSON; body told from boilerplate.

`find_inputs` says what there is to read, `read_source` reads it. Nothing here knows what an article means.
"""

from __future__ import annotations

from communique.intake.reader import read_bytes, read_source
from communique.intake.sources import Source, find_inputs

__all__ = ["Source", "find_inputs", "read_bytes", "read_source"]
