"""Roll calls printed as lists: a heading ('The following 24 countries voted against:'), then names, line by line."""

import re
from dataclasses import dataclass

from kg.extract.votes.camp import Camp
from kg.extract.votes.chunks import Clause
from kg.model import Option

# No state before the verb, nothing after what is voted on.
_HEADING = re.compile(r"(?P<lead>[^S.;]*?)(?P<cue>[ynaxcFGA]|(?<![\s\S])Q)[^.;]*?$")
_OPTIONS = {
    **dict.fromkeys("yFQ", Option.YES),
    **dict.fromkeys("nG", Option.NO),
    **dict.fromkeys("aA", Option.ABSTAIN),
    **dict.fromkeys("xc", Option.ABSENT),
}
# 'A: Albania, Andorra', '- Chile', '3. Peru'; a name that the register lacks is passed over.
_NAMES = re.compile(r"(?:[wd][:)]|N\.)?[-.]?[SwZK%,;&.d()]+$")
_LONGEST_HEADING = 160
_LONGEST_NAME = 50
_TELLS = re.compile(r"[ynaxcvVTFGAQERBDbhm]")
# Unknown words for each known list.
_MOST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """What the names below it did."""

    option: Option


def heading(read: Clause, text: str) -> Heading | None:
    """The heading that a sentence is, or None."""
    plain = text.strip()
    if len(plain) > _LONGEST_HEADING or plain.endswith((".", "!", "?", "”", '"')):
        return None
    match = _HEADING.match(read.codes)
    if match is None or read.chunks[match.start("cue")].dead:
        return None
    capitals = plain.isupper() and not match["lead"]
    if not plain.endswith(":") and "C" not in match["lead"] and not capitals:
        return None
    return Heading(_OPTIONS[match["cue"]])


def goes_on(read: Clause, text: str) -> bool:
    """Whether a line under a heading may be a name that the register lacks, so that the list goes on."""
    return len(text.strip()) <= _LONGEST_NAME and not _TELLS.search(read.codes)


def names_under(read: Clause, above: Heading) -> Camp | None:
    """The camp that a line of names makes with its heading, or None where the line is something else."""
    places = [i for i, code in enumerate(read.codes) if code == "S"]
    if not places or not _NAMES.match(read.codes) or read.codes.count("w") > _MOST_UNKNOWN * len(places):
        return None
    states = tuple(dict.fromkeys(s for i in places for s in read.chunks[i].states))
    span = read.span(places[0], places[-1])
    return Camp(above.option, places[0], span, "votes/enumeration", 0.92, states=states, partial=True)
