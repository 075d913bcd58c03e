"""Where the graph is queried: an embedded Oxigraph on disk or in memory. It is an index; the workspace is the truth."""

from kg.store.build import Base, build, open_store
from kg.store.embedded import EmbeddedStore, memory_store
from kg.store.protocol import Answer, Boolean, Graph, Solutions, Store

__all__ = [
    "Answer",
    "Base",
    "Boolean",
    "EmbeddedStore",
    "Graph",
    "Solutions",
    "Store",
    "build",
    "memory_store",
    "open_store",
]
