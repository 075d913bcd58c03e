"""The layouts of roll-call files, as data. A file is recognised by its header, never by its name.

A layout says under which name a file gives each thing that we read. What a file has beyond that is passed over.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.errors import RecordError
from kg.model import Option

__all__ = ["LAYOUTS", "OPTIONS", "Layout", "recognise"]


@dataclass(frozen=True, slots=True)
class Layout:
    """``columns`` must all be there, ``optional`` may be; both map our name of a thing to the file's."""

    name: str
    body: str
    columns: Mapping[str, str]
    optional: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def missing(self, header: Sequence[str]) -> list[str]:
        """The columns that a header lacks."""
        return [name for name in self.columns.values() if name not in header]

    def found(self, header: Sequence[str]) -> dict[str, str]:
        """Our name of each thing that a file with this header gives, and the file's."""
        return {**self.columns, **{ours: theirs for ours, theirs in self.optional.items() if theirs in header}}


_VOTE = {"undl_id": "undl_id", "state": "ms_code", "vote": "ms_vote", "date": "date", "symbol": "resolution"}
_TOTALS = {
    "printed_yes": "total_yes",
    "printed_no": "total_no",
    "printed_abstain": "total_abstentions",
    "printed_absent": "total_non_voting",
    "printed_states": "total_ms",
}
_COMMON = {"draft": "draft", "meeting": "meeting", "subjects": "subjects", "note": "vote_note", "link": "undl_link"}

LAYOUTS = (
    Layout(
        "Security Council, 2025 and later",
        "UNSC",
        MappingProxyType({**_VOTE, "permanent": "permanent_member", "title": "description"}),
        MappingProxyType({**_COMMON, **_TOTALS, "agenda": "agenda", "modality": "modality"}),
    ),
    Layout(
        "General Assembly, 2025 and later",
        "UNGA",
        MappingProxyType({**_VOTE, "session": "session", "title": "title"}),
        MappingProxyType({**_COMMON, **_TOTALS, "agenda": "agenda_title"}),
    ),
    Layout(
        "General Assembly, 2024",
        "UNGA",
        MappingProxyType({**_VOTE, "state": "ms_codes", "vote": "ms_votes", "symbol": "resolutions", "title": "title"}),
        MappingProxyType(
            {
                **_COMMON,
                "session": "session",
                "agenda": "agenda_titles",
                "printed_yes": "yes",
                "printed_no": "no",
                "printed_abstain": "abstentions",
                "printed_absent": "non-voting",
                "printed_states": "total-voting",
            }
        ),
    ),
)

# Upper case; the Library's scrapes also hold them in lower case. A blank is "did not vote".
OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "Y": Option.YES,
        "YES": Option.YES,
        "N": Option.NO,
        "NO": Option.NO,
        "A": Option.ABSTAIN,
        "X": Option.ABSENT,
        "NV": Option.ABSENT,
        "": Option.ABSENT,
    }
)


def recognise(header: Sequence[str]) -> Layout:
    """The first layout whose columns are all there. RecordError names what the nearest one lacks."""
    for layout in LAYOUTS:
        if not layout.missing(header):
            return layout
    nearest = min(LAYOUTS, key=lambda known: len(known.missing(header)))
    missing = nearest.missing(header)
    if len(missing) == len(nearest.columns):
        raise RecordError("not a roll-call file: its header has none of the columns of the UN Digital Library's files")
    raise RecordError(
        f"unknown roll-call layout: nearest is {nearest.name}, but there is no column {', '.join(missing)}"
    )
