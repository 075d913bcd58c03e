"""Rules that have a name: what each demands, and where it is written down.

A violation carries the rule that it breaks, so that a reader can look it up. The articles are those of the Charter of
the United Nations; "rules of procedure" are those of the General Assembly (A/520), or of the body that is named.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["NO_RULE", "RULES", "Rule"]


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A rule by its id (``charter-18-3``), what it demands in a few words, and its source."""

    id: str
    title: str
    source: str

    def __str__(self) -> str:
        return f"{self.id}: {self.title} ({self.source})" if self.id else ""


NO_RULE = Rule("", "", "")
"""What is wrong without breaking a rule that has a name: a shape, a quotation."""

_CHARTER = "Charter of the United Nations, Article"

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        known.id: known
        for known in (
            Rule("charter-18-1", "each member of the General Assembly has one vote", f"{_CHARTER} 18(1)"),
            Rule(
                "charter-18-2",
                "decisions on important questions are made by two thirds of the members present and voting",
                f"{_CHARTER} 18(2); rules of procedure 83 to 86",
            ),
            Rule(
                "charter-18-3",
                "other decisions are made by a majority of the members present and voting",
                f"{_CHARTER} 18(3); rules of procedure 85 and 86",
            ),
            Rule(
                "hrc-two-thirds",
                "membership in the Human Rights Council is suspended by two thirds of the members present and voting",
                "resolution A/RES/60/251, paragraph 8",
            ),
            Rule(
                "committee-125",
                "decisions of committees are made by a majority of the members present and voting",
                "rules of procedure 125; A/RES/60/251, paragraph 11, for the Human Rights Council",
            ),
            Rule(
                "charter-67-2",
                "the Economic and Social Council decides by a majority of the members present and voting",
                f"{_CHARTER} 67(2)",
            ),
            Rule(
                "majority",
                "a draft that is adopted has more votes in favour than against",
                "common rule of bodies that decide by majority",
            ),
            Rule("charter-27-1", "each member of the Security Council has one vote", f"{_CHARTER} 27(1)"),
            Rule(
                "charter-27-2",
                "the Security Council decides by nine votes in favour; until the end of 1965 by seven",
                f"{_CHARTER} 27(2) and (3), as amended by resolution 1991 A (XVIII)",
            ),
            Rule(
                "charter-27-3",
                "questions that are not procedural fail if a permanent member of the Security Council votes against",
                f"{_CHARTER} 27(3)",
            ),
            Rule("one-vote", "whoever votes has one vote", "common rule of bodies that vote"),
            Rule(
                "charter-9-1",
                "the members of the United Nations vote in the General Assembly, and only they",
                "Charter of the United Nations, Articles 9(1) and 18(1)",
            ),
            Rule(
                "charter-23-1",
                "the members of the Security Council vote in it, and only they",
                f"{_CHARTER} 23(1) and (2)",
            ),
            Rule("seats", "no more votes than seats", "the number of members of the body"),
            Rule("recount", "totals are what a count of the votes gives", "the votes that are listed one by one"),
            Rule("whole-list", "a roll call lists every member of the day", "layout of the UN Digital Library's files"),
            Rule(
                "session-dates",
                "a resolution is dated within the session whose number it carries",
                "rules of procedure 1 and 2",
            ),
            Rule(
                "council-order",
                "the Security Council's resolutions are numbered in the order of their adoption",
                "symbols of United Nations documents",
            ),
        )
    }
)
