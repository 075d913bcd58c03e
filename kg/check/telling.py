"""The comparison with the record in print: what is contradicted first, then what is unclear, the rest counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kg.check.claims import Article, Checked, totals
from kg.model import Finding

__all__ = ["SIGNS", "tell"]

SIGNS = {Finding.SUPPORTED: "✓", Finding.CONTRADICTED: "✗", Finding.UNCLEAR: "?", Finding.NOT_IN_RECORD: "–"}
"""How each finding is marked."""

_LONGEST, _FEW = 160, 3


def tell(articles: Sequence[Article], limit: int, everything: bool = False) -> list[str]:
    """The comparison as lines: at most ``limit`` articles of a kind and reasons, or every claim of every article."""
    if not articles:
        return []
    lines = ["", "What the articles say of votes, and what is on record"]
    if everything:
        for article in articles:
            lines += _article(article, frozenset(Finding))
    else:
        for finding in (Finding.CONTRADICTED, Finding.UNCLEAR):
            concerned = [a for a in articles if a.has(finding)]
            for article in concerned[:limit]:
                lines += _article(article, frozenset({finding}))
            if len(concerned) > limit:
                lines += [
                    "",
                    f"  {SIGNS[finding]} and {len(concerned) - limit:,} more articles: --all tells of every one",
                ]
        lines += _counted(articles, limit)
    return [*lines, "", _sum(articles)]


def _article(article: Article, wanted: frozenset[Finding]) -> Iterator[str]:
    """An article's headline and its claims of the wanted findings, ballot by ballot."""
    worst = min((c.finding for b in article.ballots for c in b.claims if c.finding in wanted), key=_SEVERITY.index)
    about = " · ".join(filter(None, (article.publisher, article.published, article.name if article.title else "")))
    yield ""
    yield f"  {SIGNS[worst]} {article.title or article.name}" + (f" ({about})" if about else "")
    for ballot in article.ballots:
        claims = [c for c in ballot.claims if c.finding in wanted]
        if claims:
            yield f"      {_cut(ballot.label)}"
            yield from _claims(claims)


def _claims(claims: Sequence[Checked]) -> Iterator[str]:
    """The claims of one ballot: the contradicted one by one, others that have one reason together."""
    for (finding, reason), group in groupby(sorted(claims, key=_order), key=lambda c: (c.finding, _reason(c))):
        alike = list(group)
        first, said = alike[0], list(dict.fromkeys(_said(c) for c in alike))
        if finding is Finding.CONTRADICTED:
            yield f"        ✗ {said[0]}" + (f" ({len(alike)} times)" if len(alike) > 1 else "")
            yield f"          on record: {first.on_record or first.reason}"
            yield f"          {_quoted(first.sentence or first.quote)}"
        else:
            more = f" and {len(said) - _FEW} more" if len(said) > _FEW else ""
            yield f"        {SIGNS[finding]} {' · '.join(said[:_FEW])}{more}"
            if reason:
                yield f"          {reason}"
        if first.record and finding is Finding.CONTRADICTED:
            yield f"          {first.record}"
    if all(c.finding is Finding.SUPPORTED for c in claims) and claims[0].record:
        yield f"          {claims[0].record}"


_SEVERITY = (Finding.CONTRADICTED, Finding.UNCLEAR, Finding.NOT_IN_RECORD, Finding.SUPPORTED)


def _order(claim: Checked) -> tuple[int, str, int]:
    return _SEVERITY.index(claim.finding), _reason(claim), claim.place


def _reason(claim: Checked) -> str:
    """What claims that are told together have in common: the reason; what is said too, where it is contradicted."""
    if claim.finding is Finding.CONTRADICTED:
        return f"{_said(claim)} {claim.reason}"
    return "" if claim.finding is Finding.SUPPORTED else claim.reason


def _said(claim: Checked) -> str:
    return claim.said or _quoted(claim.quote)


def _counted(articles: Iterable[Article], limit: int) -> Iterator[str]:
    """The claims that need no second look, by number and reason."""
    claims = [(c, a.article) for a in articles for b in a.ballots for c in b.claims]
    agree = [iri for c, iri in claims if c.finding is Finding.SUPPORTED]
    missing = Counter(c.reason for c, _ in claims if c.finding is Finding.NOT_IN_RECORD)
    if agree or missing:
        yield ""
    if agree:
        yield f"  ✓ {_many(len(agree), 'claim')} in {_many(len(set(agree)), 'article')} agree with the record"
    if missing:
        yield f"  – {_many(missing.total(), 'claim')} on votes that the record does not hold:"
        ranked = sorted(missing.items(), key=lambda item: (-item[1], item[0]))
        yield from (f"      {number:>5,}  {reason}" for reason, number in ranked[:limit])
        if len(ranked) > limit:
            yield f"      and {_many(len(ranked) - limit, 'more reason')}: --all tells of every one"


def _sum(articles: Sequence[Article]) -> str:
    found = {finding: number for finding, number in totals(articles).items() if number}
    told = ", ".join(f"{SIGNS[finding]} {number:,} {finding}" for finding, number in found.items())
    return f"{_many(sum(found.values()), 'claim')} in {_many(len(articles), 'article')}: {told}"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _quoted(text: str) -> str:
    """A text in quotation marks, unless it has its own."""
    return _cut(text) if text[:1] in "“\"‘'«" else f"“{_cut(text)}”"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
