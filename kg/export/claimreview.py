"""Fact checks as schema.org ClaimReview: one for every claim that was compared with the record, as JSON-LD.

What Google's fact-check tools and schema.org ask for: ``claimReviewed``, ``url`` and a rating with a name in plain
words. A rating has a number where the record decides, 5 for what it bears out and 1 for what it contradicts; what it
does not hold is rated by words alone, for a number in the middle would say that it is half true. Dates are the
articles' own. The context stands in the file: no reader needs the network.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from kg.check.claims import Article, Ballot, Checked, by_article
from kg.config import BASE
from kg.export.serialize import Written
from kg.model import Finding
from kg.terms import Quad

__all__ = ["claim_reviews", "write_reviews"]

Json: TypeAlias = dict[str, Any]

_FILE = "claimreview.jsonld"
_SCHEMA = "https://schema.org/"
_DATE = {"@type": f"{_SCHEMA}Date"}
_CONTEXT = {
    "@vocab": _SCHEMA,
    "url": {"@id": f"{_SCHEMA}url", "@type": "@id"},
    "isBasedOn": {"@id": f"{_SCHEMA}isBasedOn", "@type": "@id"},
    "datePublished": {"@id": f"{_SCHEMA}datePublished", **_DATE},
}
_AUTHOR = {"@type": "Organization", "@id": BASE, "name": "OnRecord", "url": BASE}
_RATING = {
    Finding.SUPPORTED: ("Borne out by the official record", 5),
    Finding.CONTRADICTED: ("Contradicted by the official record", 1),
    Finding.NOT_IN_RECORD: ("Not in the official record", None),
    Finding.UNCLEAR: ("Unclear", None),
}


def write_reviews(quads: Iterable[Quad], folder: Path) -> list[Written]:
    """Write the reviews of all claims in a graph into a folder, one a line; nothing where no claim was compared."""
    lines = [json.dumps(review, ensure_ascii=False) for review in claim_reviews(by_article(quads))]
    if not lines:
        return []
    context, reviews = json.dumps(_CONTEXT), ",\n".join(lines)
    text = f'{{"@context": {context},\n"@graph": [\n{reviews}\n]}}\n'
    (folder / _FILE).write_text(text, encoding="utf-8", newline="\n")
    return [Written(_FILE, "application/ld+json")]


def claim_reviews(articles: Iterable[Article]) -> Iterator[Json]:
    """The reviews, by article and ballot in the order of the text."""
    told = tuple(articles)
    first = _first(told)
    for article in told:
        for ballot in article.ballots:
            for claim in ballot.claims:
                yield _review(claim, ballot, article, first[claim.proposition])


def _first(articles: Iterable[Article]) -> Mapping[str, Article]:
    """The earliest article of those that state a proposition; one without a day is later than any with one."""
    found: dict[str, Article] = {}
    for article in sorted(articles, key=lambda a: (not a.published, a.published, a.article)):
        for claim in (claim for ballot in article.ballots for claim in ballot.claims):
            found.setdefault(claim.proposition, article)
    return found


def _review(claim: Checked, ballot: Ballot, article: Article, first: Article) -> Json:
    return {
        "@type": "ClaimReview",
        "@id": claim.verdict,
        "url": claim.verdict,
        "claimReviewed": _claimed(claim, ballot),
        "author": _AUTHOR,
        "reviewRating": _rating(claim),
        "itemReviewed": _given(
            {
                "@type": "Claim",
                "@id": claim.claim,
                "text": claim.sentence or claim.quote,
                "author": _outlet(article),
                "datePublished": article.published,
                "appearance": _work(article),
                "firstAppearance": _work(first),
            }
        ),
        **_given({"isBasedOn": claim.record}),
    }


def _claimed(claim: Checked, ballot: Ballot) -> str:
    """What is claimed, with the ballot's symbol, or its body and day."""
    said = claim.said or claim.quote
    return f"{said} ({ballot.label.partition(': ')[0]})" if ballot.event else said


def _rating(claim: Checked) -> Json:
    words, number = _RATING[claim.finding]
    rating: Json = {"@type": "Rating", "alternateName": words, "bestRating": 5, "worstRating": 1}
    if number is not None:
        rating["ratingValue"] = number
    return rating | _given({"ratingExplanation": claim.reason})


def _outlet(article: Article) -> Json:
    return {"@type": "Organization", "name": article.publisher} if article.publisher else {}


def _work(article: Article) -> Json:
    return _given(
        {
            "@type": "NewsArticle",
            "@id": article.article,
            "headline": article.title,
            "url": article.url,
            "datePublished": article.published,
        }
    )


def _given(facts: Json) -> Json:
    """The facts that are known."""
    return {name: value for name, value in facts.items() if value}
