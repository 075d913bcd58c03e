"""Claims and independent origins of a proposition."""

from kg.model import Evidence, Span
from kg.rdf.claims import Claim
from kg.rdf.propositions import Proposition
from kg.terms import NamedNode
from kg.verify import agreement


def test_copies_add_claims_but_no_origins() -> None:
    proposition = Proposition(NamedNode("x:p"), ())
    made = [Claim(NamedNode(f"x:{d}"), d, proposition, Evidence(Span(0, 1), "x", "t", 1.0)) for d in ("a", "b", "copy")]
    (found,) = agreement(made, {"copy": "a"})
    assert (found.claims, found.origins) == (3, 2)
