"""Where the command prints: consoles, widths, and text made safe for a terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 120  # characters a line where no terminal says otherwise; two words of a name must not part for 80
_SPACES = re.compile(r"\s+")


def console() -> Console:
    """Standard output. Colours and the terminal's width on a terminal; plain text of a fixed width in a pipe."""
    from rich.console import Console

    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=PIPE_WIDTH if piped else None, highlight=False, markup=False, emoji=False)


def error(message: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"communique: {safe(message)}\n")


def safe(text: str) -> str:
    """Text on one line, with every character that could steer a terminal made visible as U+FFFD."""
    flat = _SPACES.sub(" ", text).strip()
    return "".join(
        "\ufffd" if unicodedata.category(sign) in {"Cc", "Cs"} or sign in _STEERING else sign for sign in flat
    )


# Bidirectional overrides and isolates (Unicode TR 9): they can show a quotation in another order than it has.
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cut(text: str, length: int) -> str:
    """At most `length` characters of a text, cut at a word and marked with an ellipsis."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def print_line(console: Console, text: str, *, style: str = "", indent: int = 0, mark: str = "", end: str = "") -> None:
    """One paragraph, wrapped at the console's width with its indent kept; `mark` hangs before it, `end` is dim."""
    from rich.padding import Padding
    from rich.text import Text

    room = max(console.width - indent - len(mark), 20)
    said = Text(text, style=style)
    if end:
        said.append(end, style="dim")
    for number, row in enumerate(said.wrap(console, room)):
        row.rstrip()
        lead = Text(mark if number == 0 else " " * len(mark))
        console.print(Padding(lead.append_text(row), (0, 0, 0, indent), expand=False))
