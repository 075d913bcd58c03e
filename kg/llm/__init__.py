"""A language model as a second reader, behind any server that speaks OpenAI's chat completions.

A document goes there in ``pieces``; the ``prompt`` asks for facts in the form that ``answer`` knows, each with its
words; the ``client`` asks and asks again; ``quoting`` finds the words in the document and ``grounding`` makes facts of
what is found, by the core's own registers. What is not found is dropped and counted.

Nothing here is loaded unless a model is asked for; ``httpx2`` and ``tenacity`` come with ``onrecord[llm]``.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import Unavailable
from kg.llm.server import Server, server

if TYPE_CHECKING:
    from kg.llm.reader import LanguageModel

__all__ = ["Server", "open_model", "server"]


def open_model(at: Server, cache: Path | None = None) -> "LanguageModel":
    """A model that can be asked; its answers are kept in the folder ``cache``, where one is given.

    Unavailable where the libraries that it needs are not installed.
    """
    try:
        from kg.llm.reader import LanguageModel
    except ModuleNotFoundError as missing:
        raise Unavailable(f"--llm needs {missing.name}, which is not installed: pip install 'onrecord[llm]'") from None
    return LanguageModel(at, cache)
