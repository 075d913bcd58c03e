"""Tables of facts, one row each with its source, as CSV with CSVW metadata."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.export.index import Index
from kg.export.serialize import Written
from kg.ids import ID
from kg.vocab import DCTERMS, KG, OA

__all__ = ["write_tables"]

METADATA = "csv-metadata.json"
_DIRECT = {KG.votedYes: "yes", KG.votedNo: "no", KG.abstainedFrom: "abstain", KG.absentFrom: "absent"}
_TEXT, _DATE, _WHOLE, _DECIMAL, _TRUTH = "string", "string", "integer", "decimal", "boolean"

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, its CSVW datatype."""

    name: str
    about: str
    datatype: str = _TEXT


# Where a claim stands, and how it was read: at the end of every table.
_SOURCE = (
    Column("article", "the name that the article was read under"),
    Column("published", "the day the article is dated", _DATE),
    Column("words", "the exact words that say so"),
    Column("sentence", "the sentence they stand in"),
    Column("start", "the first character of the words in the article's text", _WHOLE),
    Column("end", "the character after the last one", _WHOLE),
    Column("certainty", "asserted, reported or hedged"),
    Column("attributed_to", "whose word the article passes on"),
    Column("rule", "the rule that read it"),
    Column("confidence", "how sure the rule is, 0 to 1", _DECIMAL),
    Column("finding", "what the official record makes of it"),
    Column("claim", "the claim's IRI"),
)


def _votes(index: Index) -> Iterator[Row]:
    for claim, vote in index.stated(KG.Vote):
        event = index.one(vote, KG.votingEvent)
        yield _ballot(index, event) | {
            "state": _code(index.one(vote, KG.voter)),
            "vote": index.name(index.one(vote, KG.option)),
            "veto": index.one(vote, KG.veto) or "false",
            **_source(index, claim),
        }
    ballots: dict[str, Row] = {}
    for predicate, word in _DIRECT.items():
        for state, event in index.pairs(predicate):
            if event not in ballots:
                ballots[event] = _ballot(index, event) | {"record": index.one(event, KG.record)}
            if ballots[event]["record"]:
                yield ballots[event] | {"state": _code(state), "vote": word}


def _ballot(index: Index, event: str) -> Row:
    return {
        "ballot": index.name(event),
        "symbol": index.one(event, KG.symbol),
        "body": _code(index.one(event, KG.body)),
        "date": index.one(event, KG.date),
        "event": event,
    }


def _statements(index: Index) -> Iterator[Row]:
    for claim, said in index.stated(KG.Statement):
        yield {
            "speaker": index.names(said, KG.speaker),
            "on_behalf_of": index.names(said, KG.onBehalfOf),
            "post": index.one(said, KG.post),
            "text": index.one(said, KG.text),
            "direct": index.one(said, KG.direct),
            "speech_act": index.names(said, KG.speechAct),
            "verb": index.one(said, KG.verb),
            "about": index.names(said, KG.about),
            "addressee": index.names(said, KG.addressee),
            "statement": said,
            **_source(index, claim),
        }


def _negotiations(index: Index) -> Iterator[Row]:
    for claim, met in index.stated(KG.Encounter):
        yield {
            "kind": index.names(met, KG.encounterKind),
            "participants": index.names(met, KG.participant),
            "place": index.one(met, KG.place),
            "round": index.one(met, KG.round),
            "from": index.one(met, KG.start),
            "to": index.one(met, KG.end),
            "status": index.names(met, KG.status),
            "event": index.one(met, KG.event),
            **_source(index, claim),
        }


def _claims(index: Index) -> Iterator[Row]:
    for claim in index.instances(KG.Claim):
        said = index.one(claim, KG.states)
        yield {"kind": index.kind(said), "proposition": said, **_source(index, claim)}


def _source(index: Index, claim: str) -> Row:
    article, place = index.one(claim, KG.source), index.one(claim, OA.hasSelector)
    verdicts = index.back(KG.claim, claim)
    return {
        "article": index.one(article, DCTERMS.identifier),
        "published": index.one(article, DCTERMS.issued),
        "words": index.one(claim, KG.quote),
        "sentence": index.one(claim, KG.sentence),
        "start": index.one(place, OA.start),
        "end": index.one(place, OA.end),
        "certainty": index.name(index.one(claim, KG.certainty)),
        "attributed_to": index.names(claim, KG.attributedTo),
        "rule": index.one(claim, KG.rule),
        "confidence": index.one(claim, KG.confidence),
        "finding": " | ".join(sorted({index.name(index.one(v, KG.verdict)) for v in verdicts})),
        "claim": claim,
    }


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it holds, its rows, its columns."""

    about: str
    rows: Callable[[Index], Iterable[Row]]
    columns: tuple[Column, ...]


TABLES = {
    "claims": Table(
        "Every claim: what kind of thing it says, where, and what the record makes of it",
        _claims,
        (Column("kind", "the class of the proposition"), Column("proposition", "the proposition's IRI"), *_SOURCE),
    ),
    "negotiations": Table(
        "Who met whom, where and when: talks, meetings, visits, calls",
        _negotiations,
        (
            Column("kind", "talks, meeting, summit, visit, call, agreement, consultations, sanctions"),
            Column("participants", "those who took part"),
            Column("place", "where, as printed"),
            Column("round", "which round of talks"),
            Column("from", "the first day", _DATE),
            Column("to", "the last day, included", _DATE),
            Column("status", "held, planned, proposed, ongoing, postponed, not held, failed"),
            Column("event", "the event's IRI"),
            *_SOURCE,
        ),
    ),
    "statements": Table(
        "Who said what, for whom, about whom",
        _statements,
        (
            Column("speaker", "who said it; empty where the text names nobody"),
            Column("on_behalf_of", "the state or organisation spoken for"),
            Column("post", "the speaker's post as printed"),
            Column("text", "the words"),
            Column("direct", "whether they are quoted", _TRUTH),
            Column("speech_act", "what is done by saying them"),
            Column("verb", "the verb of speech as printed"),
            Column("about", "whom it is about"),
            Column("addressee", "whom it is addressed to"),
            Column("statement", "the statement's IRI"),
            *_SOURCE,
        ),
    ),
    "votes": Table(
        "Who voted how, by an article (with its words) or by the official record",
        _votes,
        (
            Column("ballot", "the ballot's name"),
            Column("symbol", "the official symbol of the resolution"),
            Column("body", "the body's code"),
            Column("date", "the day of the vote", _DATE),
            Column("state", "the voter's ISO 3166-1 alpha-3 code"),
            Column("vote", "yes, no, abstain, absent"),
            Column("veto", "whether a vote against was a veto", _TRUTH),
            Column("record", "the entry of the official record; empty where an article says so"),
            Column("event", "the ballot's IRI"),
            *_SOURCE,
        ),
    ),
}


def write_tables(index: Index, folder: Path) -> list[Written]:
    """Write all tables and the metadata that describes them."""
    folder.mkdir(exist_ok=True)
    written = []
    for name, table in TABLES.items():
        columns = [c.name for c in table.columns]
        rows = sorted([row.get(c, "") for c in columns] for row in table.rows(index))
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
        (folder / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
        written.append(Written(f"{folder.name}/{name}.csv", "text/csv"))
    (folder / METADATA).write_text(json.dumps(_metadata(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return [*written, Written(f"{folder.name}/{METADATA}", "application/csvm+json")]


def _metadata() -> dict[str, Any]:
    """The tables as a CSVW table group."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "OnRecord: votes, statements, claims and negotiations with their sources",
        "dc:license": {"@id": "https://creativecommons.org/publicdomain/zero/1.0/"},
        "tables": [
            {
                "url": f"{name}.csv",
                "dc:description": table.about,
                "tableSchema": {
                    "columns": [
                        {
                            "name": c.name,
                            "titles": c.name,
                            "datatype": c.datatype,
                            "dc:description": c.about,
                            "required": False,
                        }
                        for c in table.columns
                    ]
                },
            }
            for name, table in TABLES.items()
        ],
    }


def _code(iri: str) -> str:
    """``…/id/state/UKR`` -> ``UKR``."""
    return iri.removeprefix(ID).partition("/")[2] if iri.startswith(ID) else iri
