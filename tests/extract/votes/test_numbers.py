"""Numbers as newspapers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.votes.numbers import number_at

WORDS = {
    "141": 141,
    "1,000": None,
    "nineteen": 19,
    "forty - six": 46,
    "one hundred and forty - one": 141,
    "a hundred and seven": 107,
    "two hundred": 200,
    "none": 0,
    "countries": None,
}


@pytest.mark.parametrize(("text", "value"), WORDS.items(), ids=WORDS.keys())
def test_value(text, value):
    number = number_at(text.split(), 0)
    assert (number.value if number else None) == value


@pytest.mark.parametrize("blur", ["more than", "at least", "nearly", "about", "as many as"])
def test_bounds_and_guesses_are_not_exact(blur):
    words = [*blur.split(), "120", "countries"]
    number = number_at(words, len(words) - 2)
    assert number is not None
    assert not number.exact


@given(st.integers(min_value=0, max_value=999))
def test_every_number_in_digits(value):
    number = number_at([str(value), "votes"], 0)
    assert number is not None
    assert (number.value, number.last, number.exact) == (value, 1, True)
