"""What every kind of store must do. A new kind joins by one more entry in STORES."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.ids import entity, graph
from kg.store import Boolean, Graph, Solutions, Store, build, memory_store, open_store
from kg.terms import Literal, NamedNode, Quad, Triple, literal
from kg.vocab import KG, RDFS

NORWAY, MALI, EVENT = entity("state", "NOR"), entity("state", "MLI"), entity("event", "undl-7")
ONE, TWO = graph("document", "1"), graph("record", "UNGA", "80")
QUADS = [
    Quad(NORWAY, RDFS.label, literal("Norway"), ONE),
    Quad(NORWAY, KG.votedYes, EVENT, TWO),
    Quad(MALI, KG.votedNo, EVENT, TWO),
    Quad(EVENT, KG.yes, literal(90), TWO),
]


def on_disk(folder: Path) -> Store:
    file = folder / "quads.nq"
    file.write_text("".join(f"{q} .\n" for q in QUADS))
    build([file], folder / "store")
    return open_store(folder / "store")


STORES: dict[str, Callable[[Path], Store]] = {"memory": lambda _: memory_store(QUADS), "disk": on_disk}


@pytest.fixture(params=sorted(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = STORES[request.param](tmp_path)
    yield opened
    opened.close()


class TestStore:
    def test_a_select_sees_the_union_of_all_graphs_and_knows_the_prefixes(self, store: Store) -> None:
        answer = store.query(
            "SELECT ?name ?missing { ?s rdfs:label ?name ; kg:votedYes ?e . OPTIONAL { ?s kg:no ?missing } }"
        )
        assert isinstance(answer, Solutions)
        assert answer.variables == ("name", "missing")
        assert list(answer.rows) == [(Literal("Norway"), None)]

    def test_graphs_can_be_asked_for(self, store: Store) -> None:
        answer = store.query("SELECT ?g { GRAPH ?g { ?s kg:votedNo ?e } }")
        assert isinstance(answer, Solutions)
        assert list(answer.rows) == [(TWO,)]

    def test_all_that_is_said_of_a_node_and_with_it(self, store: Store) -> None:
        assert list(store.quads(subject=EVENT)) == QUADS[3:]
        assert set(store.quads(TWO, obj=EVENT)) == set(QUADS[1:3])
        assert list(store.quads(ONE, obj=EVENT)) == []

    def test_ask_and_construct(self, store: Store) -> None:
        yes, no = store.query("ASK { ?s kg:votedYes ?e }"), store.query("ASK { ?s kg:abstainedFrom ?e }")
        assert isinstance(yes, Boolean)
        assert isinstance(no, Boolean)
        assert (yes.value, no.value) == (True, False)
        made = store.query("CONSTRUCT { ?e kg:voter ?s } WHERE { ?s kg:votedYes ?e }")
        assert isinstance(made, Graph)
        assert list(made.triples) == [Triple(EVENT, KG.voter, NORWAY)]

    def test_values_are_bound_never_pasted(self, store: Store) -> None:
        answer = store.query("SELECT ?who ?e { ?who ?how ?e }", {"who": MALI})
        assert isinstance(answer, Solutions)
        assert list(answer.rows) == [(MALI, EVENT)]
        with pytest.raises(QueryError, match="nobody"):
            store.query("SELECT ?e { ?who kg:votedNo ?e }", {"nobody": MALI})

    def test_an_answer_as_text(self, store: Store) -> None:
        answer = store.query("SELECT ?name { ?s rdfs:label ?name }")
        assert isinstance(answer, Solutions)
        assert json.loads(answer.serialize("json"))["results"]["bindings"][0]["name"]["value"] == "Norway"
        answer = store.query("SELECT ?name { ?s rdfs:label ?name }")
        assert isinstance(answer, Solutions)
        with pytest.raises(QueryError, match="csv"):
            answer.serialize("docx")

    def test_quads_and_graphs(self, store: Store) -> None:
        assert len(store) == 4
        assert set(store.quads()) == set(QUADS)
        assert list(store.quads(ONE)) == QUADS[:1]
        assert store.graphs() == (ONE, TWO)
        assert list(store.quads(NamedNode("https://example.org/none"))) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("SELECT * {", "line 1, column 11: it ends too early"),
            ("SELECT *\nWHERE { ?s ?p ?o } ORDR BY ?s", "line 2, column 26, near 'BY ?s'"),
            ("SELECT * { ?s nope:x ?o }", "after 'nope:x': Prefix not found"),
            ("", "cannot be parsed"),
            ("INSERT DATA { <a:b> <a:c> 1 }", "INSERT is an update"),
            ("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", "DELETE is an update"),
            ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
        ],
    )
    def test_what_cannot_be_asked_is_said_in_one_line(self, store: Store, text: str, words: str) -> None:
        with pytest.raises(QueryError) as caught:
            store.query(text)
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 200
