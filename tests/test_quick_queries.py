"""Named queries are written as the engine likes them; in plain SPARQL the same must come out."""

import pyoxigraph
import pytest

from kg.config import ONTOLOGY
from kg.questions import bind, question
from kg.store import EmbeddedStore, Solutions, memory_store
from kg.terms import NamedNode, Quad

PLAIN = {
    "agreement": """
        SELECT (SUM(IF(?how = ?otherHow, 1, 0)) AS ?same) (COUNT(?event) AS ?shared) ?state ?other WHERE {
          ?state ?how ?event . ?other ?otherHow ?event .
          FILTER(?how IN (kg:votedYes, kg:votedNo, kg:abstainedFrom))
          FILTER(?otherHow IN (kg:votedYes, kg:votedNo, kg:abstainedFrom))
        } GROUP BY ?state ?other""",
    "votes-apart": """
        SELECT ?state ?other ?event WHERE {
          ?state ?how ?event . ?other ?otherHow ?event . FILTER(?how != ?otherHow)
          FILTER(?how IN (kg:votedYes, kg:votedNo, kg:abstainedFrom))
          FILTER(?otherHow IN (kg:votedYes, kg:votedNo, kg:abstainedFrom))
        }""",
    "votes-of": """
        SELECT ?date ?event ?state ?body WHERE {
          ?state ?how ?event . FILTER(?how IN (kg:votedYes, kg:votedNo, kg:abstainedFrom, kg:absentFrom))
          ?event kg:body ?body . OPTIONAL { ?event kg:date ?date }
        } ORDER BY DESC(STR(?date)) ?event""",
    "who-voted": """
        SELECT ?date ?event ?state ?symbol WHERE {
          ?event kg:symbol ?symbol . ?state ?how ?event . OPTIONAL { ?event kg:date ?date }
          FILTER(?how IN (kg:votedYes, kg:votedNo, kg:abstainedFrom, kg:absentFrom))
        }""",
    "ballots": """
        SELECT ?date ?body ?event ?yes ?outcome WHERE {
          ?event a kg:VotingEvent ; kg:body ?body .
          OPTIONAL { ?event kg:date ?date } OPTIONAL { ?event kg:yes ?yes } OPTIONAL { ?event kg:outcome ?outcome }
        } ORDER BY DESC(STR(?date)) ?event""",
    "bloc": """
        SELECT ?bloc ?date ?event (SUM(IF(?how = kg:votedYes, 1, 0)) AS ?yes) (SUM(IF(?how = kg:votedNo, 1, 0)) AS ?no)
          (SUM(IF(?how = kg:abstainedFrom, 1, 0)) AS ?abstain) WHERE {
          ?state kg:memberOf ?bloc . ?state ?how ?event . FILTER(?how IN (kg:votedYes, kg:votedNo, kg:abstainedFrom))
          OPTIONAL { ?event kg:date ?date }
        } GROUP BY ?bloc ?date ?event HAVING (COUNT(DISTINCT ?how) > 1)""",
    "disputed-tallies": """
        SELECT DISTINCT ?event ?number ?article WHERE {
          VALUES ?counted { kg:yes kg:no kg:abstain kg:absent }
          ?tally a kg:Tally ; kg:votingEvent ?event ; ?counted ?number . ?claim kg:states ?tally ; kg:source ?article .
          { ?another a kg:Tally ; kg:votingEvent ?event ; ?counted ?different } UNION { ?event ?counted ?different }
          FILTER(?different != ?number)
        }""",
}
CASES = [
    ("agreement", "state=USA", "other=RUS"),
    ("agreement", "state=HUN", "other=UKR"),
    ("votes-apart", "state=USA", "other=RUS"),
    ("votes-apart", "state=USA", "other=UKR"),
    ("votes-of", "state=USA"),
    ("votes-of", "state=HUN", "body=UNGA"),
    ("who-voted", "symbol=A/RES/ES-11/7"),
    ("ballots",),
    ("ballots", "body=UNSC"),
    ("bloc", "bloc=EU"),
    ("disputed-tallies",),
]


@pytest.fixture(scope="module")
def world() -> EmbeddedStore:
    """The ontology's example, and two states that leave their bloc's line in it."""
    files = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
    quads = [
        Quad(t.subject, t.predicate, t.object, NamedNode(f"x:{f.stem}"))
        for f in files
        for t in pyoxigraph.parse(path=str(f))
    ]
    base = "https://w3id.org/onrecord/"
    joins = [
        Quad(
            NamedNode(f"{base}id/state/{state}"),
            NamedNode(f"{base}ns#memberOf"),
            NamedNode(f"{base}id/bloc/EU"),
            NamedNode("x:more"),
        )
        for state in ("USA", "RUS", "UKR", "HUN", "CHN")
    ]
    return memory_store(quads + joins)


def asked(world: EmbeddedStore, text: str, name: str, given: tuple[str, ...]) -> tuple[list[str], list[list[str]]]:
    """The variables, and the rows as text."""
    found = world.query(text, bind(question(name), given))
    assert isinstance(found, Solutions)
    return list(found.variables), [[str(term) for term in row] for row in found.rows]


@pytest.mark.parametrize("case", CASES, ids=" ".join)
def test_the_quick_form_says_what_the_plain_form_says(case: tuple[str, ...], world: EmbeddedStore) -> None:
    name, *given = case
    wanted, plain = asked(world, PLAIN[name], name, tuple(given))
    columns, quick = asked(world, question(name).sparql, name, tuple(given))
    shown = [[row[columns.index(name)] for name in wanted] for row in quick]
    ordered = "ORDER BY" in PLAIN[name]
    assert plain
    assert shown == plain if ordered else sorted(shown) == sorted(plain)
