"""Where text is printed for a reader."""

from rich.console import Console

__all__ = ["console_of"]


def console_of(stream: object) -> Console:
    """A console as wide as the terminal; in a pipe as wide as lines of a report may be."""
    terminal = getattr(stream, "isatty", lambda: False)()
    return Console(file=stream, width=None if terminal else 160, highlight=False)  # type: ignore[arg-type]
