"""What an export says of itself: VoID and DCAT, a README, a manifest with checksums."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from kg import __version__
from kg.config import BASE, NS
from kg.export.serialize import Written
from kg.ids import GRAPH
from kg.terms import NamedNode, Quad, Triple, literal
from kg.vocab import DCAT, DCTERMS, PREFIXES, PROV, RDF, VOID

__all__ = ["LICENCE", "File", "Manifest", "manifest", "readme", "void"]

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
_DUMPS = f"{BASE}dumps/"
_LIBRARY = NamedNode("https://digitallibrary.un.org/")
_TITLE = "OnRecord: who said, voted and negotiated what, and what the record says"


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export: its path, the SHA-256 of its bytes, their number, its media type, its triples."""

    path: str
    sha256: str
    bytes: int
    media_type: str
    triples: int | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """All files of an export but the manifest itself, by path."""

    files: tuple[File, ...]

    def to_json(self) -> str:
        """The manifest as it is written beside the files."""
        content = {
            "name": "onrecord",
            "version": __version__,
            "licence": LICENCE,
            "files": [{k: v for k, v in asdict(f).items() if v is not None} for f in self.files],
        }
        return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def manifest(written: Iterable[Written], folder: Path) -> Manifest:
    """The checksums of the files as they stand in the folder."""
    files = []
    for one in sorted(written, key=lambda w: w.path):
        data = (folder / one.path).read_bytes()
        files.append(File(one.path, hashlib.sha256(data).hexdigest(), len(data), one.media_type, one.triples))
    return Manifest(tuple(files))


def void(quads: Sequence[Quad], files: Iterable[File], record: tuple[int, int] = (0, 0)) -> bytes:
    """The dataset, its kinds of graph and its files, in VoID and DCAT, as Turtle.

    ``record`` counts what of a long record is not among the quads: its triples and its entities.
    """
    typed = len({q.subject for q in quads if q.predicate == RDF.type}) + record[1]
    kinds = Counter(_kind(q) for q in quads) + Counter({"record": record[0]})
    dataset = NamedNode(f"{BASE}dataset")
    facts: list[Triple] = [
        Triple(dataset, RDF.type, VOID.Dataset),
        Triple(dataset, RDF.type, DCAT.Dataset),
        Triple(dataset, DCTERMS.title, literal(_TITLE, lang="en")),
        Triple(dataset, DCTERMS.license, NamedNode(LICENCE)),
        Triple(dataset, DCTERMS.source, _LIBRARY),
        Triple(dataset, VOID.triples, literal(len(quads) + record[0])),
        Triple(dataset, VOID.entities, literal(typed)),
        *(Triple(dataset, VOID.vocabulary, NamedNode(iri)) for iri in _vocabularies(quads)),
    ]
    for kind, number in sorted(kinds.items()):
        part = NamedNode(f"{BASE}dataset/{kind}")
        facts += [
            Triple(dataset, VOID.subset, part),
            Triple(part, RDF.type, VOID.Dataset),
            Triple(part, DCTERMS.title, literal(f"The graphs of the kind {kind}", lang="en")),
            Triple(part, VOID.triples, literal(number)),
        ]
        if kind == "record":
            facts.append(Triple(part, PROV.wasDerivedFrom, _LIBRARY))
    for file in files:
        dump = NamedNode(_DUMPS + file.path)
        facts += [
            Triple(dataset, DCAT.distribution, dump),
            Triple(dump, RDF.type, DCAT.Distribution),
            Triple(dump, DCTERMS.title, literal(file.path)),
            Triple(dump, DCTERMS.license, NamedNode(LICENCE)),
            Triple(dump, DCAT.downloadURL, dump),
            Triple(dump, DCAT.mediaType, NamedNode(f"https://www.iana.org/assignments/media-types/{file.media_type}")),
            Triple(dump, DCAT.byteSize, literal(file.bytes)),
        ]
        if file.triples is not None:
            facts.append(Triple(dataset, VOID.dataDump, dump))
    facts.sort(
        key=lambda fact: (len(str(fact.subject)) > len(str(dataset)), str(fact.subject), fact.predicate != RDF.type)
    )
    return serialize(facts, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def readme(files: Iterable[File]) -> str:
    """What the files are and on what terms they may be used."""
    rows = "\n".join(
        f"| {f.path} | {f.media_type} | {f.bytes:,} | {'' if f.triples is None else f'{f.triples:,}'} |" for f in files
    )
    return f"""# OnRecord: a dump

A knowledge graph of diplomacy: who said, voted and negotiated what, with the sentence behind every fact, and what the
official record says of it. Terms are explained in <{NS}>.

| file | media type | bytes | triples |
|---|---|---|---|
{rows}

`onrecord.nq`, `onrecord.trig` and `onrecord.jsonld` hold the named graphs; `onrecord.ttl` and `onrecord.rdf` hold their
union. `tables/` holds one row per fact with its article and words (`csv-metadata.json` describes the columns, CSVW);
`networks/` holds the networks for Gephi, Cytoscape or networkx. `claimreview.jsonld` holds a schema.org ClaimReview of
every claim that was compared with the official record: rated 5 where the record bears it out, 1 where it contradicts
it, in words alone where it cannot tell. `void.ttl` describes the whole in VoID and DCAT, `manifest.json` gives the
SHA-256 of each file. The roll calls of a long record stand in the N-Quads, which are then compressed, and in the
Parquet tables alone.

## Terms of use

The dump is dedicated to the public domain: CC0 1.0, <{LICENCE}>.

Facts come from their sources, which should be named with them: votes on record from the United Nations, Dag
Hammarskjöld Library, Voting Data, <https://digitallibrary.un.org/>; everything else from the article that each claim
names (`kg:source`, in the tables the column `article`). The words quoted as evidence belong to their articles.
"""


def _kind(quad: Quad) -> str:
    """The kind of graph: document, record, identity, view; ``default`` where there is none."""
    name = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
    return name.removeprefix(GRAPH).partition("/")[0] if name.startswith(GRAPH) else "default"


def _vocabularies(quads: Iterable[Quad]) -> list[str]:
    used = {q.predicate.value for q in quads}
    return sorted(base for base in PREFIXES.values() if any(iri.startswith(base) for iri in used))
