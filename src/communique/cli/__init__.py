"""The command: what people type. `main` is where it starts.

Each group of commands has a module; what they print is made in `printing`, `tables` and `things`. Commands ask
the ledger and leave the work to the engine. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import sys

FAULT = 3  # exit code: a fault of ours
INTERRUPTED = 130  # exit code: the user stopped us (128 + SIGINT, as shells count)


def main() -> None:
    """Run the command with the process's arguments; ends the process with its exit code.

    0: all read. 1: some inputs could not be read. 2: bad usage, or a ledger that cannot be used. 3: a fault of ours.
    130: interrupted.
    """
    from communique.cli.app import app
    from communique.errors import CommuniqueError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without UTF-8 must not end the run
    try:
        app()
    except CommuniqueError as error:
        _say(str(error))
        sys.exit(2)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:  # Typer catches the interrupt itself, and says nothing
            _say("interrupted; what was read is kept, run the same command again to go on")
        raise
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        said = " ".join(f"{type(error).__name__}: {error}".split())
        _say(f"internal error: {said}; what was read is kept. Please report it with what `--debug` prints")
        sys.exit(FAULT)


def _say(message: str) -> None:
    sys.stderr.write(f"communique: {' '.join(message.split())}\n")
