"""Words are evidence where they stand in the text, not where something like them does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.llm.quoting import Quoted
from kg.model import Span

TEXT = 'The envoy said:\n“We don’t\xa0agree.” Somalia agreed. The envoy said nothing more. "We agree," said Mali.'


def find(words: str, near: int = 0) -> str | None:
    span = Quoted(TEXT, Span(0, len(TEXT))).find(words, near)
    return None if span is None else span.of(TEXT)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Somalia agreed.", "Somalia agreed."),
        ("said: \"We don't agree", "said:\n“We don’t\xa0agree"),
        ('"We don\'t agree."', "We don’t\xa0agree."),
        ("  Somalia agreed ", "Somalia agreed"),
        ("Somalia  agreed", None),
        ("somalia agreed", None),
        ("Somalia agree", None),
        ("Somalia … agreed", None),
        ("alia agreed", None),
        ("We dont agree", None),
        ("", None),
        ('"', None),
        ("\ud800", None),
    ],
)
def test_white_space_and_marks_may_differ_nothing_else(words: str, found: str | None) -> None:
    assert find(words) == found


def test_the_place_nearest_to_where_it_is_looked_for_is_taken() -> None:
    quoted = Quoted(TEXT, Span(0, len(TEXT)))
    first, second = quoted.find("The envoy said", 0), quoted.find("The envoy said", 60)
    assert first == Span(0, 14)
    assert second is not None
    assert second.start > 14


def test_only_within_the_stretch() -> None:
    assert Quoted(TEXT, Span(20, len(TEXT))).find("The envoy said:") is None
    assert Quoted(TEXT, Span(20, 60)).find("Somalia") == Span(TEXT.index("Somalia"), TEXT.index("Somalia") + 7)


@settings(deadline=None)
@given(st.text(alphabet="ab \n\"“”'’\xa0\u2009", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_found_is_what_was_looked_for_but_for_blanks_and_marks(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    span = Quoted(text, Span(0, len(text))).find(words)
    if span is not None:
        plain = str.maketrans("“”’\n\xa0\u2009", '""\'   ')
        assert span.of(text).translate(plain) == words.translate(plain).strip(" \"'")
