"""What the tests of vote reading share: a passage in, plain ballots out."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kg.extract.story import prepare
from kg.extract.votes import ballots
from kg.load.article import from_text
from kg.model import Ballot, Option

Reader = Callable[..., list[dict[str, Any]]]


def _plain(ballot: Ballot) -> dict[str, Any]:
    tally, outcome = ballot.tally(), ballot.outcome()
    return {
        "body": ballot.body,
        "kind": ballot.kind.value,
        "when": ballot.when.iso() if ballot.when else None,
        "tally": tuple(tally.get(o) for o in (Option.YES, Option.NO, Option.ABSTAIN)),
        "absent": tally.get(Option.ABSENT),
        "derived": {c.option.value for c in ballot.counts if c.derived},
        **{
            option.value: {p.voter for p in ballot.positions if p.option is option}
            for option in (Option.YES, Option.NO, Option.ABSTAIN)
        },
        "stayed away": {p.voter for p in ballot.positions if p.option is Option.ABSENT},
        "veto": {p.voter for p in ballot.positions if p.veto},
        "outcome": outcome.value if outcome else None,
        "framing": {o.outcome.value for o in ballot.outcomes if o.framing},
        "sponsors": {s.sponsor.key for s in ballot.sponsorships},
        "cosponsors": ballot.cosponsor_count.number if ballot.cosponsor_count else None,
        "symbol": ballot.symbol,
        "amended": ballot.amended,
        "amends": ballot.amends,
        "count": ballot.count,
        "requested by": ballot.requested_by.key if ballot.requested_by else None,
        "past": ballot.past,
        "subject": ballot.subject,
    }


@pytest.fixture
def read_votes() -> Reader:
    """The ballots of a passage as plain dicts; quotations are checked against the text on the way."""

    def read(text: str, published: date | None = None) -> list[dict[str, Any]]:
        document = from_text(text, "passage", published=published)
        found, _ = ballots(prepare(document))
        for ballot in found:
            for evidence in ballot.evidence:
                evidence.verify(document.text)
        return [_plain(b) for b in found]

    return read
