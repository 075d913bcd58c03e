"""OnRecord: a knowledge graph of who said what, who voted how, and whether the official record agrees.

import kg
g = kg.open(".kg")
g.query("SELECT ?s { ?s a kg:State } LIMIT 3")
g.ask("agreement", state="USA", other="RUS")
g.networkx("alignment")
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import OpenGraph

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: str | os.PathLike[str] = ".kg") -> "OpenGraph":  # noqa: A001  # the name that the contract gives it
    """The graph of a workspace, to be read. WorkspaceError where there is none."""
    from kg.api import OpenGraph  # noqa: PLC0415  # heavy: `import kg` stays light

    return OpenGraph(path)
