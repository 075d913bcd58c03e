"""The RDF files of an export: the same graph in every syntax, sorted, so that two exports are the same bytes."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, serialize

from kg.config import ONTOLOGY
from kg.export.jsonld import compact
from kg.ids import ID
from kg.terms import BlankNode, Literal, NamedNode, Quad, Triple
from kg.vocab import PREFIXES, RDF

__all__ = ["Written", "ordered", "write_rdf", "xml_text"]

NAME = "onrecord"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CHUNK = 100_000


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path in the export, its media type, its triples (None: it is no dump)."""

    path: str
    media_type: str
    triples: int | None = None


def ordered(quads: Iterable[Quad]) -> list[Quad]:
    """The quads, each once, by graph, subject, class first, predicate, object; blank nodes get canonical names."""
    unique = set(quads)
    if any(isinstance(term, BlankNode) for quad in unique for term in (quad.subject, quad.object)):
        dataset = Dataset(unique)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        unique = set(dataset)
    return sorted(unique, key=_place)


def write_rdf(quads: Sequence[Quad], folder: Path, record: Iterable[pl.Series] | None = None) -> list[Written]:
    """Write the ordered quads as N-Quads, TriG, Turtle, RDF/XML and JSON-LD.

    Turtle and RDF/XML hold the union of all graphs; the others hold the named graphs. In RDF/XML the replacement
    character stands for control characters, which XML cannot hold. ``record`` gives a long record as lines: it goes
    into the N-Quads alone, and those are compressed.
    """
    lines = pl.Series([f"{quad} ." for quad in quads], dtype=pl.String)
    if record is None:
        written = [_write(folder, f"{NAME}.nq", "application/n-quads", _text(lines.sort()), len(lines))]
    else:
        lines = pl.concat([lines, *record]).sort()
        written = [_write_packed(folder, f"{NAME}.nq.gz", lines)]
    union = _union(quads)
    prefixes = _prefixes(quads)
    trig = serialize(quads, format=RdfFormat.TRIG, prefixes=prefixes)
    turtle = serialize(union, format=RdfFormat.TURTLE, prefixes=prefixes)
    # Prefixes of instances are of no use in RDF/XML, where only properties and classes are names.
    rdf_xml = serialize(map(_in_xml, union), format=RdfFormat.RDF_XML, prefixes=PREFIXES)
    context = (ONTOLOGY / "context.jsonld").read_text(encoding="utf-8")
    json_ld = compact(quads, json.loads(context)["@context"])
    return [
        *written,
        _write(folder, f"{NAME}.trig", "application/trig", trig or b"", len(quads)),
        _write(folder, f"{NAME}.ttl", "text/turtle", turtle or b"", len(union)),
        _write(folder, f"{NAME}.rdf", "application/rdf+xml", rdf_xml or b"", len(union)),
        _write(folder, f"{NAME}.jsonld", "application/ld+json", json_ld.encode(), len(quads)),
        _write(folder, "context.jsonld", "application/ld+json", context.encode(), None),
    ]


def _write(folder: Path, name: str, media: str, data: bytes, triples: int | None) -> Written:
    (folder / name).write_bytes(data)
    return Written(name, media, triples)


def _write_packed(folder: Path, name: str, lines: pl.Series) -> Written:
    """Write lines compressed, with no time and no name inside, so that the bytes stay the same."""
    with (folder / name).open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as file:
        for chunk in _chunks(lines):
            file.write(_text(chunk))
    return Written(name, "application/gzip", len(lines))


def _chunks(lines: pl.Series) -> Iterator[pl.Series]:
    return (lines.slice(start, _CHUNK) for start in range(0, len(lines), _CHUNK))


def _text(lines: pl.Series) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def xml_text(text: str) -> str:
    """A text without the control characters that XML cannot hold; the replacement character stands for each."""
    return _NOT_XML.sub("\ufffd", text)


def _in_xml(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or not _NOT_XML.search(value.value):
        return triple
    text = xml_text(value.value)
    kind = Literal(text, language=value.language) if value.language else Literal(text, datatype=value.datatype)
    return Triple(triple.subject, triple.predicate, kind)


def _union(quads: Iterable[Quad]) -> list[Triple]:
    """The triples of all graphs, each once, in the order of ``ordered``."""
    found: dict[tuple[str, bool, str, str], Triple] = {}
    for subject, predicate, value, _ in quads:
        place = (str(subject), predicate != RDF.type, predicate.value, str(value))
        if place not in found:
            found[place] = Triple(subject, predicate, value)
    return [found[place] for place in sorted(found)]


def _place(quad: Quad) -> tuple[str, str, bool, str, str]:
    subject, predicate, value, graph = quad  # a quad hands out a new term at every look
    name = graph.value if isinstance(graph, NamedNode) else ""
    return name, str(subject), predicate != RDF.type, predicate.value, str(value)


def _prefixes(quads: Iterable[Quad]) -> dict[str, str]:
    """The prefixes of the vocabularies, and one for each kind of instance: ``state:UKR``, ``claim:3f2a``."""
    subjects = {q.subject.value for q in quads if isinstance(q.subject, NamedNode)}
    kinds = {iri.removeprefix(ID).partition("/")[0] for iri in subjects if iri.startswith(ID)}
    return PREFIXES | {kind: f"{ID}{kind}/" for kind in sorted(kinds) if kind.isalpha() and kind not in PREFIXES}
