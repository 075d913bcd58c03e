"""Roll calls as N-Quads: whole columns become text at once; there is no Python object per vote.

One graph per body and session: ``…/graph/record/UNGA/80``. A vote is one direct triple. A veto has a ``kg:Vote`` node
besides, as a vote has about which there is more to say.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import polars as pl

from kg.ids import GRAPH, ID, entity, graph, slug
from kg.model import BallotKind, Evidence, NamedGraph, Option, Outcome, Position, Span
from kg.nodes import state
from kg.rdf import propositions
from kg.rdf.actors import body
from kg.rdf.events import DIRECT
from kg.rdf.identity import ENTRY, recorded_event
from kg.rdf.propositions import COUNT, OUTCOME, code
from kg.rdf.provenance import provenance
from kg.terms import XSD, NamedNode, Quad
from kg.vocab import DCTERMS, KG, RDF, RDFS

__all__ = ["LIBRARY", "halves", "record_lines", "record_nquads"]

LIBRARY = {
    "UNGA": "https://digitallibrary.un.org/record/4060887",
    "UNSC": "https://digitallibrary.un.org/record/4055387",
}
"""Where the Dag Hammarskjöld Library publishes the votes of each body."""

_METHOD = "official roll calls, totals recounted from the votes of the states"


def halves(rollcalls: pl.DataFrame) -> tuple[pl.DataFrame, ...]:
    """The roll calls in two parts with about as many votes each; one named graph is never in both."""
    sizes = rollcalls.group_by("body", "session").agg(votes=pl.sum_horizontal("yes", "no", "abstain", "absent").sum())
    # The largest first, and each other one to the second half: close enough, and the same on every machine.
    ranked = sizes.sort(["votes", "body", "session"], descending=[True, False, False]).with_row_index("rank")
    ranked = ranked.with_columns(half=(pl.col("rank") + 1) // 2 % 2)
    return tuple(
        rollcalls.join(ranked.filter(half=half), on=["body", "session"], how="semi", maintain_order="left")
        for half in (0, 1)
    )


def record_nquads(rollcalls: pl.DataFrame, votes: pl.DataFrame, path: Path, made_by: str) -> int:
    """Write the record as N-Quads; the number of quads. The columns are those of ``kg.load.rollcall``.

    ``made_by`` is ``onrecord@version``. Votes of other roll calls are passed over. The same tables give the same bytes.
    """
    with path.open("wb") as file:
        return sum(_write(lines, file) for lines in record_lines(rollcalls, votes, made_by))


def _write(lines: pl.Series, file: IO[bytes]) -> int:
    # A single column of finished lines: the writer must add neither quotes nor separators.
    lines.to_frame().write_csv(file, include_header=False, quote_style="never", line_terminator="\n")
    return lines.len()


def record_lines(rollcalls: pl.DataFrame, votes: pl.DataFrame, made_by: str) -> Iterator[pl.Series]:
    """The lines of ``record_nquads`` in columns, a few kinds of statement in each."""
    named = rollcalls.with_columns(
        graph=_iri(GRAPH + "record/", pl.col("body"), "/", pl.col("session").map_elements(slug, pl.String)),
        event=_iri(ID + "event/", pl.col("id")),
    )
    yield from _events(named)
    places = named.select("id", "event", "graph")
    yield _votes(votes, places)
    yield pl.Series([f"{quad} ." for quad in _vetoes(votes, named)], dtype=pl.String)
    yield pl.Series([f"{quad} ." for quad in _provenance(named, made_by)], dtype=pl.String)


# --------------------------------------------------------------------------- text


def _iri(*parts: str | pl.Expr) -> pl.Expr:
    return pl.concat_str([pl.lit("<"), *(pl.lit(p) if isinstance(p, str) else p for p in parts), pl.lit(">")])


def _text(column: pl.Expr) -> pl.Expr:
    """A column as plain literals, escaped as N-Quads asks."""
    escaped = column
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        escaped = escaped.str.replace_all(sign, written, literal=True)
    return pl.concat_str([pl.lit('"'), escaped, pl.lit('"')])


def _typed(column: pl.Expr, datatype: str) -> pl.Expr:
    return pl.concat_str([pl.lit('"'), column.cast(pl.String), pl.lit(f'"^^<{XSD}{datatype}>')])


def _quads(frame: pl.DataFrame, subject: pl.Expr, predicate: NamedNode, value: pl.Expr) -> pl.Series:
    """One line a row of a frame that has a column ``graph``."""
    space, end = pl.lit(" "), pl.lit(" .")
    line = pl.concat_str([subject, space, pl.lit(str(predicate)), space, value, space, pl.col("graph"), end])
    return frame.select(line=line).to_series()


# --------------------------------------------------------------------------- what is said


def _events(named: pl.DataFrame) -> Iterator[pl.Series]:
    event = pl.col("event")
    record = _iri(ID + "record/", pl.col("id"))
    symbols = named["symbol"].unique().to_list()
    named = named.with_columns(
        resolution=pl.col("symbol").replace_strict(
            symbols, [str(entity("resolution", slug(symbol))) for symbol in symbols], return_dtype=pl.String
        ),
        name=pl.col("symbol") + ": " + pl.col("title").str.replace(r"\s*: (?:resolution|decision) /.*$", ""),
    )
    kind = pl.when(pl.col("symbol").str.starts_with("A/DEC/")).then(pl.lit(str(code(BallotKind.DECISION))))
    yield _quads(named, event, RDF.type, pl.lit(str(KG.VotingEvent)))
    yield _quads(named, event, RDFS.label, _text(pl.col("name")))
    yield _quads(named, event, KG.body, pl.col("body").replace_strict(_bodies(named), return_dtype=pl.String))
    yield _quads(named, event, KG.date, _typed(pl.col("date"), "date"))
    yield _quads(named, event, KG.session, _text(pl.col("session")))
    yield _quads(named, event, KG.symbol, _text(pl.col("symbol")))
    yield _quads(named, event, KG.ballotKind, kind.otherwise(pl.lit(str(code(BallotKind.RESOLUTION)))))
    yield _quads(named, event, KG.resolution, pl.col("resolution"))
    yield _quads(named, event, KG.record, record)
    yield _quads(named.filter(pl.col("meeting") != ""), event, KG.meeting, _text(pl.col("meeting")))
    outcomes = {outcome.value: str(OUTCOME[outcome]) for outcome in Outcome}
    decided = named.filter(pl.col("outcome").is_not_null())
    decision = pl.col("outcome").cast(pl.String).replace_strict(outcomes, return_dtype=pl.String)
    yield _quads(decided, event, KG.outcome, decision)
    for option in Option:
        yield _quads(named, event, COUNT[option], _typed(pl.col(option.value), "integer"))
    yield from _records(named, record)
    yield from _resolutions(named)


def _bodies(named: pl.DataFrame) -> dict[str, str]:
    return {key: str(body(key)) for key in named["body"].unique().to_list()}


def _records(named: pl.DataFrame, record: pl.Expr) -> Iterator[pl.Series]:
    yield _quads(named, record, RDF.type, pl.lit(str(KG.Record)))
    label = pl.lit("UN Digital Library, voting record ") + pl.col("undl_id")
    yield _quads(named, record, RDFS.label, _text(label))
    yield _quads(named, record, DCTERMS.source, _iri(ENTRY, pl.col("undl_id")))


def _resolutions(named: pl.DataFrame) -> Iterator[pl.Series]:
    """A resolution once, though several ballots may be on it."""
    once = named.unique("resolution", keep="first", maintain_order=True)
    node = pl.col("resolution")
    yield _quads(once, node, RDF.type, pl.lit(str(KG.Resolution)))
    yield _quads(once, node, RDFS.label, _text(pl.col("name")))
    yield _quads(once, node, KG.symbol, _text(pl.col("symbol")))
    yield _quads(once.filter(pl.col("title") != ""), node, DCTERMS.title, _text(pl.col("title")))
    subjects = once.with_columns(pl.col("subjects").str.split("|")).explode("subjects", empty_as_null=True)
    subjects = subjects.with_columns(pl.col("subjects").str.strip_chars()).filter(pl.col("subjects") != "")
    subjects = subjects.unique(["resolution", "subjects"], keep="first", maintain_order=True)
    yield _quads(subjects, node, DCTERMS.subject, _text(pl.col("subjects")))


def _votes(votes: pl.DataFrame, places: pl.DataFrame) -> pl.Series:
    """One direct triple per vote."""
    direct = {option.value: str(predicate) for option, predicate in DIRECT.items()}
    predicate = pl.col("option").cast(pl.String).replace_strict(direct, return_dtype=pl.String)
    line = pl.concat_str(
        [_iri(ID + "state/", pl.col("state")), predicate, pl.col("event"), pl.col("graph"), pl.lit(".")], separator=" "
    )
    joined = votes.join(places, left_on="rollcall", right_on="id", how="inner", maintain_order="left")
    return joined.select(line=line).to_series()


def _vetoes(votes: pl.DataFrame, named: pl.DataFrame) -> Iterator[Quad]:
    cast = votes.filter("veto").join(named.select("id", "graph"), left_on="rollcall", right_on="id").sort("rollcall")
    for rollcall, voter, name in cast.select("rollcall", "state", "graph").iter_rows():
        listed = Evidence(Span(0, 0), "", "record", 1.0)
        position = Position(voter, Option.NO, listed, veto=True)
        vote = propositions.vote(recorded_event(rollcall), state(voter), position)
        for predicate, value in vote.pairs:
            yield Quad(vote.iri, predicate, value, NamedNode(name[1:-1]))


def _provenance(named: pl.DataFrame, made_by: str) -> Iterator[Quad]:
    keys = named.select("body", "session").unique().sort("body", "session")
    for organ, session in keys.iter_rows():
        sources = (LIBRARY[organ],) if organ in LIBRARY else ()
        name = graph("record", organ, slug(session)).value
        yield from provenance(NamedGraph(name, made_by, sources, parameters=(("method", _METHOD),)))
