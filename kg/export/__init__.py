"""Take the graph away: RDF in five syntaxes, tables, networks, and files that say what is there.

Two exports of the same graph are the same bytes: everything is sorted, and no file holds the time of its making.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export.bulk import LongRecord, entities
from kg.export.claimreview import write_reviews
from kg.export.describe import LICENCE, File, Manifest, manifest, readme, void
from kg.export.index import Index
from kg.export.networks import write_networks
from kg.export.popolo import expand
from kg.export.serialize import Written, ordered, write_rdf
from kg.export.tables import write_tables
from kg.terms import Quad

__all__ = ["LICENCE", "File", "LongRecord", "Manifest", "Profile", "export"]

MANIFEST = "manifest.json"


class Profile(StrEnum):
    """What an export holds of votes: one direct triple each, or a node each besides, in the terms of Popolo."""

    CORE = "core"
    POPOLO = "popolo"


def export(
    quads: Iterable[Quad],
    directory: Path,
    networks: Mapping[str, "nx.Graph[Any]"] | None = None,
    profile: Profile | str = Profile.CORE,
    record: LongRecord | None = None,
) -> Manifest:
    """Write the graph, and the given networks, into a directory; what an earlier export left there is replaced.

    ``record`` is a long record, of whose graphs no quads are given: the N-Quads and Parquet tables hold it. Files that
    no export wrote are left alone. Returns what was written. Raises ValueError on an unknown profile.
    """
    chosen = Profile(profile)
    directory.mkdir(parents=True, exist_ok=True)
    _clear(directory)
    graph = ordered(expand(quads) if chosen is Profile.POPOLO else quads)
    known = [*graph, *record.met] if record else graph
    lines = record.lines() if record else None
    written = write_rdf(graph, directory, lines)
    written += write_reviews(known, directory)
    written += write_tables(Index(known), directory / "tables")
    if record:
        written += record.write_tables(directory / "tables")
    written += write_networks(networks or {}, directory / "networks")
    files = manifest(written, directory).files
    bulk = (sum(map(len, lines)), entities(lines)) if lines else (0, 0)
    (directory / "void.ttl").write_bytes(void(graph, files, bulk))
    (directory / "README.md").write_text(readme(files), encoding="utf-8", newline="\n")
    written += [Written("void.ttl", "text/turtle"), Written("README.md", "text/markdown")]
    result = manifest(written, directory)
    (directory / MANIFEST).write_text(result.to_json(), encoding="utf-8", newline="\n")
    return result


def _clear(directory: Path) -> None:
    """Remove the files that the manifest of an earlier export names, so that none of them stays behind."""
    with suppress(FileNotFoundError, json.JSONDecodeError, KeyError, TypeError):
        for file in json.loads((directory / MANIFEST).read_text(encoding="utf-8"))["files"]:
            path = directory / file["path"]
            if path.resolve().is_relative_to(directory.resolve()):
                path.unlink(missing_ok=True)
