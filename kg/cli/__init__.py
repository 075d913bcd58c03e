"""The command line: each command reads its settings, calls one function of the pipeline and prints.

Heavy libraries are imported by the command that needs them, so that ``kg --help`` answers at once.
"""

import gc
import os
import sys

from kg import __version__
from kg.cli.failures import fail

__all__ = ["main"]


def main() -> None:
    """The ``kg`` command."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"onrecord {__version__}")  # noqa: T201
        return
    from kg.cli.commands import app

    # A graph is many small things that stay: to look through them for rubbish so often costs a tenth of the time.
    gc.set_threshold(200_000, 20, 20)
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _close_quietly()
    except Exception as error:  # noqa: BLE001  # the last door: whatever comes becomes one line
        _usage_or_failure(error)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _usage_or_failure(error: Exception) -> None:
    """Usage errors exit with 2 and name the help; everything else is one line and 1."""
    from typer import Abort, Exit

    if isinstance(error, Exit):
        sys.exit(error.exit_code)
    if isinstance(error, Abort):
        sys.exit(130)
    message = getattr(error, "format_message", None)
    if callable(message):
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "kg"
        text = " ".join(str(message()).split()).rstrip(".")
        print(f"kg: {text} (see {command} --help)", file=sys.stderr)  # noqa: T201
        sys.exit(2)
    fail(error)


def _close_quietly() -> None:
    """The reader of our output has gone: what is left to write goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(1)
