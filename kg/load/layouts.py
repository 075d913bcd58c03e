"""The layouts of roll-call files, as data. A file is recognised by its header, never by its name.

A layout says under which name a file gives each thing that we read, and which columns are passed over. The Library's
own files are long: a row per state and roll call. Wide ones, made from its pages, have a row per roll call and a column
per state, under the state's name or its code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from kg import codes
from kg.codes.tables import rows
from kg.errors import RecordError
from kg.model import Option

__all__ = ["BODIES", "LAYOUTS", "OPTIONS", "WIDE_LAYOUTS", "Layout", "WideLayout", "is_wide", "recognise", "voter"]


_UNREAD = frozenset({"ms_name", "ms_names", "committee_report", "vote_note", "modality"})


@dataclass(frozen=True, slots=True)
class Layout:
    """``columns`` must all be there, ``optional`` may be; both map our name of a thing to the file's.

    ``unread`` are columns that are known and not needed. Any other may change what the rest means.
    """

    name: str
    body: str
    columns: Mapping[str, str]
    optional: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unread: frozenset[str] = _UNREAD

    def missing(self, header: Sequence[str]) -> list[str]:
        """The columns that a header lacks."""
        return [name for name in self.columns.values() if name not in header]

    def strange(self, header: Sequence[str]) -> list[str]:
        """The columns that no version of the layout has."""
        return [name for name in header if name not in {*self.columns.values(), *self.optional.values(), *self.unread}]

    def found(self, header: Sequence[str]) -> dict[str, str]:
        """Our name of each thing that a file with this header gives, and the file's."""
        return {**self.columns, **{ours: theirs for ours, theirs in self.optional.items() if theirs in header}}


@dataclass(frozen=True, slots=True)
class WideLayout:
    """``columns`` as in Layout; each remaining column is a state's or is passed over.

    ``blank_is_absent``: an empty cell of a member says that it did not vote. Where not, the file marks those who did
    not, and an empty cell says nothing.
    """

    name: str
    columns: Mapping[str, str]
    blank_is_absent: bool

    def missing(self, header: Sequence[str]) -> list[str]:
        """The columns that a header lacks."""
        return [name for name in self.columns.values() if name not in header]


_VOTE = {"undl_id": "undl_id", "state": "ms_code", "vote": "ms_vote", "date": "date", "symbol": "resolution"}
_TOTALS = {
    "printed_yes": "total_yes",
    "printed_no": "total_no",
    "printed_abstain": "total_abstentions",
    "printed_absent": "total_non_voting",
    "printed_states": "total_ms",
}
_COMMON = {"draft": "draft", "meeting": "meeting", "subjects": "subjects", "link": "undl_link"}

LAYOUTS = (
    Layout(
        "Security Council, 2025 and later",
        "UNSC",
        MappingProxyType({**_VOTE, "permanent": "permanent_member", "title": "description"}),
        MappingProxyType({**_COMMON, **_TOTALS, "agenda": "agenda"}),
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

_PAGE = {"undl_id": "token", "body": "Council", "date": "Date", "symbol": "Resolution", "title": "Title"}
_PAGE_TOTALS = {
    "printed_yes": "YES COUNT",
    "printed_no": "NO COUNT",
    "printed_absent": "NO-VOTE COUNT",
    "printed_states": "TOTAL VOTES",
}

WIDE_LAYOUTS = (
    # What it calls ABSENT COUNT counts the abstentions.
    WideLayout(
        "wide, a column per name",
        MappingProxyType({**_PAGE, **_PAGE_TOTALS, "printed_abstain": "ABSENT COUNT"}),
        blank_is_absent=False,
    ),
    WideLayout(
        "wide, a column per code",
        MappingProxyType({**_PAGE, **_PAGE_TOTALS, "printed_abstain": "ABSTAIN COUNT"}),
        blank_is_absent=True,
    ),
)

BODIES: Mapping[str, str] = MappingProxyType({"General Assembly": "UNGA", "Security Council": "UNSC"})
"""The bodies as wide files name them."""

# Upper case; the Library's scrapes also hold them in lower case, and once an abstention as AN. In a row of its own a
# blank is "did not vote".
OPTIONS: Mapping[str, Option] = MappingProxyType(
    {
        "Y": Option.YES,
        "YES": Option.YES,
        "N": Option.NO,
        "NO": Option.NO,
        "A": Option.ABSTAIN,
        "AN": Option.ABSTAIN,
        "ABSTAIN": Option.ABSTAIN,
        "X": Option.ABSENT,
        "NV": Option.ABSENT,
        "": Option.ABSENT,
    }
)


def recognise(header: Sequence[str]) -> Layout | WideLayout:
    """The first layout whose columns are all there. RecordError names what the nearest one lacks, or does not know."""
    layouts: tuple[Layout | WideLayout, ...] = (*LAYOUTS, *WIDE_LAYOUTS)
    for layout in layouts:
        if not layout.missing(header):
            if isinstance(layout, Layout) and (strange := layout.strange(header)):
                raise RecordError(f"unknown column {strange[0]!r}: {layout.name}, has none of that name")
            return layout
    nearest = min(layouts, key=lambda known: len(known.missing(header)))
    missing = nearest.missing(header)
    if len(missing) == len(nearest.columns):
        raise RecordError("not a roll-call file: its header has none of the columns of the UN Digital Library's files")
    raise RecordError(
        f"unknown roll-call layout: nearest is {nearest.name}, but there is no column {', '.join(missing)}"
    )


def is_wide(name: str) -> bool:
    """Whether the layout of a name is a wide one: it tells less of a roll call, and may lack members."""
    return any(layout.name == name for layout in WIDE_LAYOUTS)


def voter(column: str) -> str | None:
    """The code of the state whose votes a column of a wide file holds: by code, or by a name that the Library uses."""
    return column if column in codes.states() else _names().get(codes.name_key(column))


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({codes.name_key(row["name"]): row["code"] for row in rows("undl_names.csv")})
