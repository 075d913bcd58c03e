"""What a user sees when something goes wrong: one line on standard error and an exit code, never a traceback."""

import os
import sys
import traceback
from typing import NoReturn

from kg import __version__
from kg.errors import EvidenceError, KgError


def fail(error: BaseException) -> NoReturn:
    """Say in one line what is wrong and exit with 1. With KG_DEBUG=1 the traceback comes first."""
    if os.environ.get("KG_DEBUG") == "1":
        traceback.print_exception(error, file=sys.stderr)
    print(f"kg: {_line(error)}", file=sys.stderr)  # noqa: T201
    sys.exit(1)


def _line(error: BaseException) -> str:
    text = " ".join(str(error).split())
    if isinstance(error, EvidenceError):
        return f"a defect of ours, nothing was written: {text} (please report it: kg {__version__})"
    if isinstance(error, KgError):
        return text
    if isinstance(error, OSError) and error.strerror:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}"
    cause = f"{type(error).__name__}: {text}" if text else type(error).__name__
    return f"unexpected {cause}; please report it with what you typed (kg {__version__}; KG_DEBUG=1 shows more)"
