"""Evidence: every quotation is what its article says at that place, character by character."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from kg.check.report import Section, Violation
from kg.errors import EvidenceError
from kg.ids import ID
from kg.model import Document, Dropped, Evidence, Reading
from kg.terms import NamedNode, Quad
from kg.vocab import KG, OA

__all__ = ["quotations", "verify"]

_DOCUMENT = f"{ID}document/"
_PLACE = "#char="


def verify(documents: Iterable[Document], readings: Iterable[Reading]) -> int:
    """Compare all evidence of the readings with the texts; the number of quotations compared.

    Raises EvidenceError at the first that differs, or that belongs to a document that is not there.
    """
    texts = {d.id: d.text for d in documents}
    count = 0
    for reading in readings:
        if reading.document not in texts:
            raise EvidenceError(f"the text of document {reading.document} is not there")
        for evidence in _evidence(reading):
            evidence.verify(texts[reading.document])
            count += 1
    return count


def quotations(quads: Iterable[Quad], documents: Iterable[Document], readings: Iterable[Reading] = ()) -> Section:
    """Compare every quotation in the graph, and in the readings, with the text at its place."""
    texts = {d.id: d.text for d in documents}
    quotes, places = _claims(quads)
    found, compared, missing = list[Violation](), 0, 0
    for node, place in sorted(places):
        text = texts.get(place.removeprefix(_DOCUMENT).partition(_PLACE)[0])
        if text is None:
            missing += 1
            continue
        compared += 1
        said, quoted = _at(place, text), quotes.get(node)
        if said is None or said != quoted:
            message = f"The quotation is not what the article says there: {said!r}. A defect of the program: report it."
            found.append(Violation(node, KG.quote.value, message, value=quoted or ""))
    for reading in readings:
        found += _of_reading(reading, texts.get(reading.document))
    notes = (f"{missing:,} quotations could not be compared: their articles' texts are not there",) if missing else ()
    return Section("Quotations", f"{compared:,} compared with the text", tuple(sorted(found)), notes)


def _claims(quads: Iterable[Quad]) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """The quotation of every node that has one, and every node's places."""
    quotes, places = dict[str, str](), set[tuple[str, str]]()
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate == KG.quote:
            quotes[quad.subject.value] = str(getattr(quad.object, "value", ""))
        elif quad.predicate == OA.hasSelector and isinstance(quad.object, NamedNode):
            places.add((quad.subject.value, quad.object.value))
    return quotes, places


def _at(place: str, text: str) -> str | None:
    """The text at ``<document>#char=start,end``; None where the place is none."""
    start, _, end = place.partition(_PLACE)[2].partition(",")
    if not (start.isdigit() and end.isdigit() and int(start) < int(end) <= len(text)):
        return None
    return text[int(start) : int(end)]


def _of_reading(reading: Reading, text: str | None) -> Iterator[Violation]:
    for evidence in _evidence(reading) if text is not None else ():
        try:
            evidence.verify(text or "")
        except EvidenceError as error:
            yield Violation(
                f"{_DOCUMENT}{reading.document}", KG.quote.value, f"{error}. A defect of the program: report it."
            )


def _evidence(value: object) -> Iterator[Evidence]:
    """Every evidence inside a reading, and every dropped candidate as evidence of itself."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, Dropped):
        yield Evidence(value.span, value.quote, f"dropped {value.kind}", 0.0)
    elif isinstance(value, tuple):
        for item in value:
            yield from _evidence(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _evidence(getattr(value, field.name))
