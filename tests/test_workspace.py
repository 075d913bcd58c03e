"""The workspace keeps what was read, whole, whatever happens to a build."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from kg.errors import Busy, WorkspaceError
from kg.load.article import from_text
from kg.load.files import Refusal
from kg.load.rollcall import ROLLCALLS, VOTES, Problem, Record
from kg.model import (
    Answer,
    Ballot,
    BallotKind,
    Count,
    Decision,
    FactKind,
    Judgement,
    Option,
    Reading,
    Review,
    Span,
    When,
)
from kg.workspace import Workspace

TEXT = "The Assembly adopted the draft by 90 votes to 10.\nNorway voted yes."


def reading(document: str, number: int = 90) -> Reading:
    doc = from_text(TEXT, "x")
    evidence = doc.evidence(Span(0, 48), "votes/tally", 0.9)
    when = When(date(2031, 3, 4), date(2031, 3, 4), "Tuesday")
    ballot = Ballot(1, "UNGA", BallotKind.RESOLUTION, (evidence,), when, counts=(Count(Option.YES, number, evidence),))
    return Reading(document, "onrecord@0", ballots=(ballot,))


def test_what_is_added_is_read_back(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "ws")
    b, a = from_text(TEXT, "b"), from_text(TEXT + " More.", "a", url="https://example.org/a")
    workspace.add([b, a], [reading(b.id), reading(a.id)], [reading(a.id, 1)])
    again = Workspace.open(tmp_path / "ws")
    assert list(again.documents().values()) == [a, b]
    assert list(again.readings()) == [a.id, b.id]
    assert again.readings()[a.id] == reading(a.id)
    assert list(again.boilerplate()) == [a.id]


def test_the_same_document_replaces_and_others_stay(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    a, b = from_text(TEXT, "a"), from_text(TEXT + " More.", "b")
    workspace.add([a], [reading(a.id)])
    workspace.add([b, a], [reading(b.id), reading(a.id, 91)])
    assert len(workspace.documents()) == 2
    assert workspace.readings()[a.id].ballots[0].counts[0].number == 91


def test_order_of_building_does_not_show(tmp_path: Path) -> None:
    a, b = from_text(TEXT, "a"), from_text(TEXT + " More.", "b")
    one, two = Workspace.create(tmp_path / "1"), Workspace.create(tmp_path / "2")
    one.add([a], [reading(a.id)])
    one.add([b], [reading(b.id)])
    two.add([b, a], [reading(b.id), reading(a.id)])
    for name in ("documents.jsonl", "claims.jsonl"):
        assert (one.path / name).read_bytes() == (two.path / name).read_bytes()


def test_a_reading_without_its_document_is_passed_over(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    a, b = from_text(TEXT, "a"), from_text(TEXT + " More.", "b")
    workspace.add([a], [reading(a.id)])
    documents = (tmp_path / "documents.jsonl").read_bytes()
    workspace.add([b], [reading(b.id)])
    (tmp_path / "documents.jsonl").write_bytes(documents)  # killed between the two files
    assert list(workspace.readings()) == [a.id]


def record(option: str, problems: tuple[Problem, ...] = ()) -> Record:
    row = dict.fromkeys(ROLLCALLS, None) | {
        "id": "undl-7",
        "body": "UNGA",
        "symbol": "A/RES/1",
        "date": date(2031, 3, 4),
    }
    votes = pl.DataFrame([("undl-7", "NOR", option, False)], schema=VOTES, orient="row")
    return Record(pl.DataFrame([row], schema=ROLLCALLS), votes, problems)


def test_the_record_is_merged_and_its_problems_found_anew(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    assert workspace.record().votes.is_empty()
    workspace.add_record(record("no", (Problem("undl-7", "A/RES/1", "wrong"),)))
    assert len(workspace.record().problems) == 1
    workspace.add_record(record("yes"))
    again = Workspace.open(tmp_path).record()
    assert again.rollcalls["yes"].to_list() == [1]
    assert again.votes.rows() == [("undl-7", "NOR", "yes", False)]
    assert again.corrections.select("state", "before", "after").rows() == [("NOR", "no", "yes")]
    assert not again.problems


def test_judgements_are_appended_and_survive_a_half_written_line(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    first = Judgement("a", "b", Decision.SAME, 0.9, "same name", "onrecord@0")
    workspace.append_judgements([first])
    with (tmp_path / "judgements.jsonl").open("ab") as file:
        file.write(b'{"left":"a","ri')
    assert workspace.judgements() == (first,)
    undo = Judgement("a", "b", Decision.UNSURE, 0.0, "two people", "A. Reader", date(2031, 3, 4))
    workspace.append_judgements([undo])
    assert workspace.judgements() == (first, undo)


def test_reviews_are_appended_and_read_back(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    read = {"voter": "FRA", "option": "no"}
    first = Review("d", "a", FactKind.VOTE, 3, 9, "France", read, Answer.REJECTED, "A. Reader", "votes/verb", 0.9)
    second = replace(first, answer=Answer.EDITED, edits={"option": "yes"}, at=date(2031, 3, 4), ballot=1)
    workspace.append_reviews([first])
    workspace.append_reviews([second])
    assert Workspace.open(tmp_path).reviews() == (first, second)


def test_refusals_are_those_of_the_last_build(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    workspace.set_refusals([Refusal("a.txt", "empty")])
    workspace.set_refusals([Refusal("b.txt", "binary")])
    assert workspace.refusals() == (Refusal("b.txt", "binary"),)


def test_a_second_build_says_so_and_stops(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "ws")
    code = (
        "import sys; from kg.errors import Busy; from kg.workspace import Workspace\n"
        "try:\n    with Workspace.open(sys.argv[1]).lock(): print('held')\n"
        "except Busy as e: print(e)"
    )
    command = [sys.executable, "-c", code, str(workspace.path)]
    with workspace.lock():
        assert "another build" in subprocess.run(command, capture_output=True, text=True, check=True).stdout
        with pytest.raises(Busy, match="wait for it to end"), Workspace.open(tmp_path / "ws").lock():
            pass
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "held\n"


def test_leftovers_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    (tmp_path / "documents.jsonlabc.half").touch()
    with workspace.lock():
        assert sorted(p.name for p in tmp_path.iterdir()) == ["lock", "workspace.json"]


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda _: None, "kg build"),
        (lambda p: p.write_text("x"), "is a file"),
        (lambda p: (p.mkdir(), (p / "workspace.json").write_text("{")), "damaged"),
        (lambda p: (p.mkdir(), (p / "workspace.json").write_text('{"version": 99}')), "layout 99"),
    ],
)
def test_what_is_no_workspace_is_said_in_one_line(tmp_path: Path, prepare: object, words: str) -> None:
    prepare(tmp_path / "ws")  # type: ignore[operator]
    with pytest.raises(WorkspaceError, match=words) as caught:
        Workspace.open(tmp_path / "ws")
    assert "\n" not in str(caught.value)


def test_a_folder_with_other_things_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").touch()
    with pytest.raises(WorkspaceError, match="thesis"):
        Workspace.create(tmp_path)
    assert os.listdir(tmp_path) == ["thesis.doc"]


def test_damage_names_the_line(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path)
    workspace.add([from_text(TEXT, "a")], [])
    with (tmp_path / "documents.jsonl").open("a") as file:
        file.write('{"id": 5}\n')
    with pytest.raises(WorkspaceError, match="line 2"):
        workspace.documents()
