"""JSON with and without a wrapping, whole and damaged."""

import json
import time

import pytest
from chat_server import facts

from kg.llm.answer import BadAnswerError, parsed, schema

GOOD = {
    "evidence": ["Envoys of Peru and Chile met in Lima"],
    "kind": "meeting",
    "participants": ["Peru", "Chile"],
    "place": "Lima",
    "status": "held",
}


@pytest.mark.parametrize(
    "wrapping",
    [
        "{}",
        "```json\n{}\n```",
        "```\n{}\n```\n",
        "Here is what the passage {{states}}:\n\n{}\n\nI hope that this {{helps}}.",
        "Sure!\n```json\n{}\n```\nAnything else?",
        '<think>\nIt could be {{}} or {{"votes": [1]}}.\n</think>\n{}',
        "\ufeff  {}",
    ],
)
def test_the_object_is_found_in_what_stands_around_it(wrapping: str) -> None:
    found = parsed(wrapping.format(facts(negotiations=[GOOD])))
    assert [met.place for met in found.answer.negotiations] == ["Lima"]
    assert found.misshapen == 0


@pytest.mark.parametrize(
    "item",
    [
        GOOD | {"kind": "quarrel"},
        GOOD | {"participants": "Peru"},
        GOOD | {"evidence": None},
        {"kind": "meeting"},
        "a meeting",
        None,
        [],
    ],
)
def test_an_item_of_another_form_is_left_out_alone(item: object) -> None:
    found = parsed(json.dumps({"negotiations": [item, GOOD], "statements": None, "more": 1}))
    assert len(found.answer.negotiations) == 1
    assert found.misshapen == 1


def test_what_may_be_missing_is_taken_as_not_told() -> None:
    bare = {key: GOOD[key] for key in ("evidence", "kind", "participants")}
    (met,) = parsed(json.dumps({"negotiations": [bare]})).answer.negotiations
    assert (met.place, met.status) == (None, "held")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot say.",
        "{}",
        '{"votes": 3}',
        '{"votes": [',
        "[]",
        "null",
        '{"answer": {"vote": []}}',
        "{" * 100_000,
        '{"votes":' * 50_000,
    ],
)
def test_no_json_of_the_kind_is_a_bad_answer_and_soon_known(text: str) -> None:
    started = time.process_time()
    with pytest.raises(BadAnswerError):
        parsed(text)
    assert time.process_time() - started < 5


def test_the_schema_is_one_that_strict_servers_take() -> None:
    def check(part: object) -> None:
        if isinstance(part, dict):
            if part.get("type") == "object":
                assert part["additionalProperties"] is False
                assert part["required"] == list(part["properties"])
            assert "default" not in part
            for value in part.values():
                check(value)
        elif isinstance(part, list):
            for value in part:
                check(value)

    check(schema())
    assert schema()["type"] == "object"
    assert schema()["required"] == ["votes", "statements", "officials", "negotiations"]
