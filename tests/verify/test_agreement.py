"""Claims and independent origins of a proposition."""

from kg.model import Block, Document, Role, Span
from kg.rdf.claims import Claim
from kg.rdf.propositions import Proposition
from kg.terms import NamedNode
from kg.verify import agreement

QUOTATION = (
    "“We will vote for this text because it says in plain words what all of us in this hall know: that borders are not"
    " moved by force, and that whoever moves them will answer for it,” the envoy told the Assembly before the vote."
)


def document(name: str, *paragraphs: str) -> Document:
    text, blocks = "\n\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = blocks[-1].span.end + 2 if blocks else 0
        blocks.append(Block(Span(start, start + len(paragraph)), Role.BODY))
    return Document(name, name, text, tuple(blocks))


def claim(source: Document, quote: str, proposition: str = "x:p") -> Claim:
    start = source.text.index(quote)
    evidence = source.evidence(Span(start, start + len(quote)), "t", 1.0)
    return Claim(NamedNode(f"x:{source.id}-{start}"), source.id, Proposition(NamedNode(proposition), ()), evidence)


def origins(*claims: Claim, documents: list[Document], origin: dict[str, str] | None = None) -> list[int]:
    return [found.origins for found in agreement(claims, origin or {}, documents)]


def test_copies_add_claims_but_no_origins() -> None:
    told = [document(name, "The draft passed.") for name in ("a", "b", "copy")]
    (found,) = agreement([claim(d, "passed") for d in told], {"copy": "a"}, told)
    assert (found.claims, found.origins) == (3, 2)


def test_claims_that_rest_on_one_quotation_have_one_origin() -> None:
    first = document("a", "Delegates met on Monday.", QUOTATION, "The draft passed with 93 votes.")
    second = document("b", "From New York, our own report.", "Later that day: " + QUOTATION, "It passed, 93 to 18.")
    third = document("c", "The envoy was sure that borders are not moved by force.")
    told = [first, second, third]
    # the words themselves, and what is said about them in the same sentence
    assert origins(claim(first, QUOTATION), claim(second, QUOTATION), documents=told) == [1]
    assert origins(claim(first, "vote for this text"), claim(second, "vote for this text"), documents=told) == [1]
    # outside of the quotation each speaks for itself
    assert origins(claim(first, "93"), claim(second, "93"), documents=told) == [2]
    shared = [claim(d, "borders are not moved by force") for d in told]
    assert origins(*shared, documents=told) == [2]
    assert origins(*shared[::-1], documents=told) == [2]


def test_few_shared_words_are_chance() -> None:
    told = [document(d, f"{d.title()} writes: Hungary voted against the draft resolution on Monday.") for d in "abc"]
    assert origins(*(claim(d, "voted against") for d in told), documents=told) == [3]


def test_chain_of_shared_quotations_is_one_origin() -> None:
    other = QUOTATION.replace("We will", "They may").replace("hall", "room").replace("force", "arms")
    told = [document("a", QUOTATION), document("b", other), document("c", QUOTATION + " " + other)]
    each = [claim(told[0], QUOTATION[:150]), claim(told[1], other[:150])]
    both = [claim(told[2], QUOTATION[:150]), claim(told[2], other[:150])]
    assert origins(*each, documents=told) == [2]
    assert origins(*each, *both, documents=told) == [1]
