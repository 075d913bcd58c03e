"""SERVICE is found however it is written, and nothing else is taken for it."""

import pytest

from kg.store.guard import calls_out


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select * { service silent <http://x/> { ?s ?p ?o } }",
        "SELECT * { <a:b> <a:c> <a:d>.SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { <a:b> <a:c> 1.SERVICE <http://x/> { ?s ?p ?o } }",
        'SELECT * { <a:b> <a:c> "d"@en.SERVICE<http://x/>{ ?s ?p ?o } }',
        "SELECT * { ?s ?p ?o FILTER(?a<?b)SERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 'it''s' SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { # a comment\nSERVICE # another\n<http://x/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p "#" SERVICE <http://x/> { ?s ?p ?o } }',
        'SELECT * { ?s ?p """a"b""" SERVICE <http://x/> { ?s ?p ?o } }',
    ],
)
def test_a_call_is_found(query: str) -> None:
    assert calls_out(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?service <http://x/service> ex:service }",
        'SELECT * { ?s ?p "SERVICE <http://x/>", \'SERVICE\', """ SERVICE "" """ }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/>",
        "SELECT * { ?s ex:a.SERVICE ?o . ?s ?p 'x'@service }",
        "SELECT * { ?s ?p _:service . ?s :service.SERVICE ?o }",
    ],
)
def test_the_mere_word_is_not(query: str) -> None:
    assert not calls_out(query)


@pytest.mark.parametrize("piece", ['"', "'", '"""', "<", "a:", "\\", "service ", "'''\\", "a.", ":%41"])
def test_long_nonsense_takes_no_time(piece: str) -> None:
    calls_out("service" + piece * 20_000)
