"""Small roll-call files in the layouts of the UN Digital Library, in our own words, for the tests of the loader."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.load.rollcall import Record, read_record

GA = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
SC = (
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link"
)
FIVE = {"NOR": "Y", "mli": "y", "TCD": "N", "PER": "A", "FJI": "X"}

_LONG_ASSEMBLY = {
    "undl_id": "900001",
    "ms_name": "NAME",
    "date": "2031-03-04",
    "session": "11emsp",
    "resolution": "A/RES/ES-11/99",
    "meeting": "A/PV.1",
    "title": 'On "peace" : resolution / adopted',
    "agenda_title": "An item",
    "subjects": "PEACE|LAW--SEA",
}
_COUNCIL = {
    "undl_id": "900002",
    "ms_name": "NAME",
    "permanent_member": "False",
    "date": "2031-03-05",
    "meeting": "S/PV.1",
    "description": "On peace",
}
_TOTALS = ("total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms")

# Wide files: what stands before the columns of the states, and a row of it.
PAGE = [
    "Council",
    "Date",
    "Title",
    "Resolution",
    "TOTAL VOTES",
    "NO-VOTE COUNT",
    "NO COUNT",
    "YES COUNT",
    "Link",
    "token",
]
ASSEMBLY = {
    "Council": "General Assembly",
    "Date": "1988-12-06",
    "Title": "On the law of the sea : resolution / adopted by the [...]",
    "Resolution": "A/RES/43/18",
    "token": "500",
}


def ga(votes: Mapping[str, str], totals: str = "2.0,1.0,1.0,1.0,5.0", **told: str) -> str:
    """A file of one roll call of the Assembly; ``told`` replaces what each row says."""
    return _long(GA, votes, {**_LONG_ASSEMBLY, **dict(zip(_TOTALS, totals.split(","), strict=True)), **told})


def sc(votes: Mapping[str, str], resolution: str, **told: str) -> str:
    """A file of one roll call of the Council."""
    return _long(SC, votes, {**_COUNCIL, "resolution": resolution, **told})


def _long(header: str, votes: Mapping[str, str], told: Mapping[str, str]) -> str:
    link = {"undl_link": f"https://digitallibrary.un.org/record/{told['undl_id']}"}
    rows = [{**link, **told, "ms_code": state, "ms_vote": vote} for state, vote in votes.items()]
    return table(header.split(","), rows)


def joined(*files: str) -> str:
    """Files of one layout as one."""
    return files[0] + "".join(file.split("\n", 1)[1] for file in files[1:])


def table(header: Iterable[str], rows: Iterable[Mapping[str, str]], end: str = "\n") -> str:
    """A CSV file; a cell that a row does not give is empty."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(header), restval="", lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def load(tmp_path: Path, text: str, name: str = "any name.csv") -> Record:
    """The record that a file of this text holds."""
    (tmp_path / name).write_bytes(text.encode())
    return read_record(tmp_path / name)


def votes_of(record: Record) -> dict[str, str]:
    """How each state voted, in a record of one roll call."""
    return dict(record.votes.select("state", "option").iter_rows())
