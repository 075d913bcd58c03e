"""On the real articles of the shared folder: every ballot's figures as annotated, every quotation where it says."""

import json
from itertools import chain
from pathlib import Path

from kg.extract.story import prepare
from kg.extract.votes import ballots
from kg.load.article import documents
from kg.model import Ballot, Document


def _evidence(ballot: Ballot):
    parts = (ballot.counts, ballot.positions, ballot.outcomes, ballot.sponsorships)
    return (*ballot.evidence, *(p.evidence for p in chain.from_iterable(parts)))


def test_figures_and_quotations(shared: Path):
    for path in sorted((shared / "articles").glob("*.txt")):
        (document,) = documents([path])
        assert isinstance(document, Document)
        found, _ = ballots(prepare(document))
        for ballot in found:
            for evidence in _evidence(ballot):
                evidence.verify(document.text)
        gold = json.loads((shared / "gold" / f"{path.stem}.json").read_text())
        wanted = {(v["body"], v["yes"], v["no"], v["abstain"]) for v in gold["votes"] if v["yes"] is not None}
        read = {(b.body, *(b.tally().get(o) for o in ("yes", "no", "abstain"))) for b in found if b.tally()}
        assert read == wanted, path.name
