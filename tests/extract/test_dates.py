"""Date expressions, each with the interval that a reader of the article's day would give it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import anchor, dates

THURSDAY = date(2025, 2, 27)


def intervals(text: str, published: date | None = THURSDAY) -> list[tuple[str, str] | str | None]:
    """Each expression as a day, as a pair of days, or None where it cannot be told."""
    out: list[tuple[str, str] | str | None] = []
    for d in dates(text, published):
        if d.when is None:
            out.append(None)
        elif d.when.start == d.when.end:
            out.append(d.when.start.isoformat())
        else:
            out.append((d.when.start.isoformat(), d.when.end.isoformat()))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # written dates
        ("adopted on 24 February 2025", "2025-02-24"),
        ("adopted on February 24, 2025, after", "2025-02-24"),
        ("adopted on Feb. 24, 2025", "2025-02-24"),
        ("adopted on the 24th of February 2025", "2025-02-24"),
        ("adopted on Monday, 24 February 2025", "2025-02-24"),
        ("adopted on Wednesday (2 March 2022) by", "2022-03-02"),
        ("adopted on 24/02/2025", "2025-02-24"),
        ("adopted on 24.02.2025", "2025-02-24"),
        ("adopted on 02/24/2025", "2025-02-24"),
        ("adopted on 03/04/2025", None),
        ("adopted on 2025-02-24", "2025-02-24"),
        ("JERUSALEM, OCTOBER 7, 2023", "2023-10-07"),
        # without a year: the nearest, or the next where the clause looks ahead
        ("adopted on February 24", "2025-02-24"),
        ("adopted on 20 December", "2024-12-20"),
        ("The talks will resume on 10 August", "2025-08-10"),
        ("The talks will resume on 10 February", "2026-02-10"),
        ("adopted on May 10 last year", "2024-05-10"),
        # several days
        ("met on November 11-12, 2025", ("2025-11-11", "2025-11-12")),
        ("met from 3 to 5 March 2025", ("2025-03-03", "2025-03-05")),
        ("met between 30 April and 2 May 2024", ("2024-04-30", "2024-05-02")),
        ("met from December 28 to January 3, 2024", ("2023-12-28", "2024-01-03")),
        # months and years
        ("in March 2022", ("2022-03-01", "2022-03-31")),
        ("in early March, 2022", ("2022-03-01", "2022-03-31")),
        ("earlier rounds in January", ("2025-01-01", "2025-01-31")),
        ("earlier rounds in November", ("2024-11-01", "2024-11-30")),
        ("earlier rounds in February", ("2025-02-01", "2025-02-28")),
        ("They will meet again in May", ("2025-05-01", "2025-05-31")),
        ("last February", ("2024-02-01", "2024-02-29")),
        ("since 2014", ("2014-01-01", "2014-12-31")),
        ("the 2015 agreement", ("2015-01-01", "2015-12-31")),
        ("from 2014-2022", ("2014-01-01", "2022-12-31")),
        ("in the 1990s", ("1990-01-01", "1999-12-31")),
        ("in January 1980, the Assembly", ("1980-01-01", "1980-01-31")),
        ("from January to March 2020", ("2020-01-01", "2020-03-31")),
        ("from November to March 2020", ("2019-11-01", "2020-03-31")),
        ("in summer 2023", ("2023-01-01", "2023-12-31")),
        # what has happened is over
        ("The treaty was signed on June 27", "2024-06-27"),
        ("The talks on June 27", "2025-06-27"),
        ("He flew to Oslo to meet the king on Monday", "2025-02-24"),
        ("He plans to meet the king on Monday", "2025-03-03"),
        # days of the month alone
        ("adopted on the 24th, and", "2025-02-24"),
        ("adopted on the 28th", "2025-01-28"),
        ("adopted on the 24th of last month", "2025-01-24"),
        ("the October 7 attack", "2023-10-07"),
        ("the Sept. 11 terrorist attacks", "2001-09-11"),
        ("on the eve of Thursday's vote", "2025-02-26"),
        ("on the eve of the third anniversary of Russia's full-scale invasion of Ukraine", "2025-02-23"),
        ("must decide by Friday", "2025-02-28"),
        # weekdays: back, forward, the day itself
        ("voted on Tuesday", "2025-02-25"),
        ("Tuesday's resolution", "2025-02-25"),
        ("voted on Thursday", "2025-02-27"),
        ("voted on Friday", "2025-02-21"),
        ("On Friday, the minister will also visit Oslo", "2025-02-28"),
        ("The minister is expected in Oslo on Saturday", "2025-03-01"),
        ("next Tuesday", "2025-03-04"),
        ("last Friday", "2025-02-21"),
        ("this Saturday", "2025-03-01"),
        ("the following Tuesday", None),
        # relative
        ("today", "2025-02-27"),
        ("yesterday", "2025-02-26"),
        ("the day before yesterday", "2025-02-25"),
        ("tomorrow", "2025-02-28"),
        ("held talks last week", ("2025-02-17", "2025-02-23")),
        ("visits this week", ("2025-02-24", "2025-03-02")),
        ("next week", ("2025-03-03", "2025-03-09")),
        ("last month", ("2025-01-01", "2025-01-31")),
        ("next month", ("2025-03-01", "2025-03-31")),
        ("last year", ("2024-01-01", "2024-12-31")),
        ("earlier this month", ("2025-02-01", "2025-02-27")),
        ("later this week", ("2025-02-27", "2025-03-02")),
        ("two days ago", "2025-02-25"),
        ("a week ago", ("2025-02-17", "2025-02-23")),
        ("a fortnight ago", ("2025-02-10", "2025-02-16")),
        ("four years ago", ("2021-01-01", "2021-12-31")),
        ("more than two years ago", None),
        ("Following Monday's debate", "2025-02-24"),
        ("over the weekend", ("2025-02-22", "2025-02-23")),
        ("the fourth meeting in the last week", ("2025-02-20", "2025-02-27")),
        ("in the past two weeks", ("2025-02-13", "2025-02-27")),
        # anniversaries
        ("the third anniversary of Russia's full-scale invasion of Ukraine", "2025-02-24"),
        ("marks four years since the Russian invasion of Ukraine", "2026-02-24"),
        ("the 80th anniversary of the signing of the UN Charter", "2025-06-26"),
        ("the 30th anniversary of the Srebrenica genocide", "2025-07-11"),
    ],
)
def test_one_expression(text: str, expected: tuple[str, str] | str | None) -> None:
    assert intervals(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "403 people, 141 votes and 5 against",
        "resolution 1973 and resolution 2042",
        "in 2000 people and 1,995 votes",
        "A/RES/ES-11/1, S/RES/2728(2024) and S/2022/155",
        "on 30 February 2025",
        "led by May, who may march",
        "the Sunday Times and Good Friday",
        "it was a Friday",
        "on the 24th floor and at the 79th session",
        "the anniversary of his birth",
        "twenty-two years ago",
        "",
    ],
)
def test_no_date(text: str) -> None:
    assert intervals(text) == []


def test_each_date_has_its_own_tense() -> None:
    text = "He met the president on Monday and will fly to Oslo on Friday, he said on Wednesday."
    assert intervals(text) == ["2025-02-24", "2025-02-28", "2025-02-26"]


def test_the_same_day_is_the_day_spoken_of_last() -> None:
    assert intervals("It voted on Monday. On the same day he flew home.") == ["2025-02-24", "2025-02-24"]
    talked = "They talked of wheat and of ships. " * 20
    assert intervals(f"It voted on Monday. {talked}On the same day he flew home.") == ["2025-02-24", "2025-02-24"]
    assert intervals("It voted last week. On the same day he flew home.") == [("2025-02-17", "2025-02-23"), None]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the next day", "2025-02-25"),
        ("the following day", "2025-02-25"),
        ("a day earlier", "2025-02-23"),
        ("two weeks later", "2025-03-10"),
        ("a month earlier", ("2025-01-01", "2025-01-31")),
        ("three years earlier", ("2022-01-01", "2022-12-31")),
    ],
)
def test_some_are_counted_from_the_day_spoken_of_last(words: str, expected: object) -> None:
    assert intervals(f"It voted on Monday; he flew home {words}.") == ["2025-02-24", expected]
    assert intervals(f"He flew home {words}.") == [None]
    assert intervals(f"It voted on Monday. {'x' * 500} He flew home {words}.") == ["2025-02-24", None]


def test_today_is_the_day_of_the_dateline() -> None:
    text = "LAKE SUCCESS, N. Y., Nov. 29 -- The Assembly voted today; on Thursday it rested."
    assert intervals(text, date(1947, 11, 30)) == ["1947-11-29", "1947-11-29", "1947-11-27"]
    assert intervals(text.replace("Nov. 29", "Dec. 31"), date(1948, 1, 1))[1] == "1947-12-31"
    assert intervals(text, date(1947, 12, 30))[1] == "1947-12-30"


def test_the_nth_is_of_the_month_spoken_of_last() -> None:
    assert intervals("It will meet on March 12 and again on the 20th.") == ["2025-03-12", "2025-03-20"]


def test_without_a_day_of_writing_relative_expressions_stay_open() -> None:
    assert intervals("On Monday, in January, last week, two days ago, on 3 May; in 2022", None) == [
        None,
        None,
        None,
        None,
        None,
        ("2022-01-01", "2022-12-31"),
    ]


def test_an_anniversary_in_the_lead_dates_the_article() -> None:
    text = "The Assembly met on the third anniversary of the invasion of Ukraine.\nOn Monday it voted."
    assert anchor(text) == date(2025, 2, 24)
    assert intervals(text, None)[1] == "2025-02-24"


def test_an_anniversary_gone_by_dates_nothing() -> None:
    assert anchor("On the first anniversary of the invasion of Ukraine it voted so; in 2025 it did not.") is None
    assert anchor("x" * 2000 + " the third anniversary of the invasion of Ukraine") is None


def test_a_dateline_with_a_year_dates_the_article() -> None:
    assert anchor("NEW YORK, Feb. 24, 2025 (Agency) - The Assembly voted.") == date(2025, 2, 24)
    assert anchor("The Assembly voted on Feb. 24, 2025, and again later.") is None


def test_the_words_are_those_of_the_text() -> None:
    text = "The talks, held in\u00a0Geneva on Monday,\u00a024 February 2025, failed."
    (found,) = dates(text, None)
    assert found.when is not None
    assert found.span.of(text) == found.when.words == "Monday,\u00a024 February 2025"


_FORMS = (
    "{d.day} {d:%B} {d.year}",
    "{d:%B} {d.day}, {d.year}",
    "{d:%A}, {d.day} {d:%B} {d.year}",
    "{d:%d} {d:%b} {d.year}",
    "{d.year}-{d:%m}-{d:%d}",
)


@given(day=st.dates(date(1946, 1, 1), date(2099, 12, 31)), form=st.sampled_from(_FORMS), published=st.dates())
def test_a_written_date_is_read_back(day: date, form: str, published: date) -> None:
    assert intervals(f"It was adopted on {form.format(d=day)} in New York.", published) == [day.isoformat()]


_WORDS = "Monday 24 February 2025 last next week the in May two years ago - , . third between and to weekend 12 9999"
_PIECES = st.sampled_from([*_WORDS.split(), "anniversary of", "invasion of Ukraine", "\n"])


@given(st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=80), st.none() | st.dates())
def test_spans_are_in_order_and_apart(text: str, published: date | None) -> None:
    end = 0
    for d in dates(text, published):
        assert end <= d.span.start < d.span.end <= len(text)
        end = d.span.end
        assert d.when is None or (d.when.start <= d.when.end and d.when.words == d.span.of(text))


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_bare_weekday_is_within_the_last_seven_days(published: date) -> None:
    (found,) = dates("It voted on Monday.", published)
    assert found.when is not None
    assert found.when.start.weekday() == 0
    assert published - timedelta(7) < found.when.start <= published


def test_a_long_text_is_read_in_linear_time() -> None:
    assert len(dates("On Monday it voted and on 3 May 2024 it will meet again in Geneva; " * 2000, THURSDAY)) == 4000
