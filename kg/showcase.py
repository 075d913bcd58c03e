"""What a newcomer is shown of a graph: disagreements with both sentences, who votes with whom, what to ask next."""

from dataclasses import dataclass

from kg import questions
from kg.ids import entity
from kg.store import EmbeddedStore, Solutions
from kg.terms import Literal, NamedNode

_SHOWN = 4
_LEAST_SHARED = 3
_PAIRS = (("USA", "RUS"), ("USA", "GBR"), ("USA", "ISR"), ("CHN", "RUS"), ("HUN", "POL"))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim's words, what the record says, the article."""

    said: str
    reason: str
    article: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two reports of one event that cannot both be right."""

    event: str
    said: str
    article: str
    other: str
    other_article: str


@dataclass(frozen=True, slots=True)
class Deed:
    """What a state's official said of a text, how that goes with its vote, and the ballot."""

    state: str
    said: str
    reason: str
    event: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two states, the share of their common ballots in which they voted alike, and the number of those."""

    state: str
    other: str
    share: float
    shared: int


def contradictions(store: EmbeddedStore) -> tuple[Contradiction, ...]:
    """Claims that the record contradicts, of as many articles as possible, in their sentences."""
    rows = _rows(store, "contradictions")
    once = {(r["article"], r["reason"]): r for r in reversed(rows)}
    ordered = _spread(list(reversed(once.values())), key="article")
    return tuple(Contradiction(r["sentence"], r["reason"], r["article"]) for r in ordered[:_SHOWN])


def disputes(store: EmbeddedStore) -> tuple[Dispute, ...]:
    """Votes and outcomes that two sentences tell differently, one of each event; two articles before one."""
    found = [
        Dispute(r["event"], r["sentence"], r["article"], r["otherSentence"], r["otherArticle"])
        for name in ("disputed-votes", "disputed-outcomes")
        for r in _rows(store, name)
    ]
    found.sort(key=lambda d: d.article == d.other_article)
    once: dict[str, Dispute] = {}
    for dispute in found:
        once.setdefault(dispute.event, dispute)
    return tuple(once.values())[:_SHOWN]


def deeds(store: EmbeddedStore) -> tuple[Deed, ...]:
    """Words that do not go with the vote."""
    found = [r for r in _rows(store, "said-and-voted") if r["verdict"] == "inconsistent"]
    return tuple(Deed(r["state"], r["words"], r["reason"], r["event"]) for r in found)[:_SHOWN]


def alignments(store: EmbeddedStore) -> tuple[Pair, ...]:
    """How often pairs that newcomers ask about voted alike, where they shared enough ballots to say."""
    found = []
    for state, other in _PAIRS:
        rows = _rows(store, "agreement", state=entity("state", state), other=entity("state", other))
        found += [Pair(r["state"], r["other"], float(r["share"]), int(r["shared"])) for r in rows]
    return tuple(sorted((p for p in found if p.shared >= _LEAST_SHARED), key=lambda p: -p.share))


def _rows(store: EmbeddedStore, name: str, **bindings: NamedNode | Literal) -> list[dict[str, str]]:
    """The rows of a named query as text, with names in place of nodes."""
    asked = questions.question(name)
    answer = store.query(asked.sparql, bindings)
    assert isinstance(answer, Solutions)  # noqa: S101  # named queries are SELECTs: a test says so
    rows = list(answer.rows)
    nodes = {term for row in rows for term in row if isinstance(term, NamedNode)}
    names = labels(store, nodes)
    return [dict(zip(answer.variables, (_text(t, names) for t in row), strict=True)) for row in rows]


def labels(store: EmbeddedStore, nodes: set[NamedNode]) -> dict[str, str]:
    """The names of nodes, for those that have one."""
    text = questions.internal("label")
    found: dict[str, str] = {}
    for node in sorted(nodes, key=str):
        answer = store.query(text, {"node": node})
        assert isinstance(answer, Solutions)  # noqa: S101  # the query is ours and is a SELECT
        for row in answer.rows:
            if isinstance(row[1], Literal):
                found[node.value] = row[1].value
    return found


def _text(term: object, names: dict[str, str]) -> str:
    if isinstance(term, NamedNode):
        return names.get(term.value) or term.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return term.value if isinstance(term, Literal) else ""


def _spread(rows: list[dict[str, str]], key: str) -> list[dict[str, str]]:
    """The rows in turns: the first of each value of a key, then the second of each."""
    turn: dict[str, int] = {}
    ranked = []
    for place, row in enumerate(rows):
        turn[row[key]] = turn.get(row[key], 0) + 1
        ranked.append((turn[row[key]], place, row))
    return [row for _, _, row in sorted(ranked, key=lambda r: r[:2])]
