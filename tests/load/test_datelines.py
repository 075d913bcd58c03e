"""Place, day and agency before the first sentence of a report."""

import pytest

from kg.load.article import from_text
from kg.load.datelines import dateline
from kg.model import Role

REST = "The Assembly adopted the draft by 90 votes to 10 after a debate of two days."


@pytest.mark.parametrize(
    "place",
    [
        "GENEVA (Reuters) - ",
        "KYIV, Ukraine (AP) — ",
        "MOSCOW, May 17. /TASS/. ",
        "UNITED NATIONS, Nov. 20 (Xinhua) -- ",
        "ANKARA (AA) – ",
        "New York [US], February 25 (ANI): ",
        "Seoul, July 6 (Yonhap) -- ",
        "MOSCOW (Sputnik) ",
        "TOKYO, Feb 3 -- ",
        "(UPI) -- ",
    ],
)
def test_an_agency_or_a_day_makes_a_dateline_of_the_words_before(place: str) -> None:
    assert dateline(place + REST, first=False) == len(place)


@pytest.mark.parametrize("place", ["UNITED NATIONS: ", "GENEVA — ", "NEW DELHI: ", "(MENAFN) ", "AL-ARISH, Egypt: "])
def test_a_bare_place_opens_the_first_paragraph_only(place: str) -> None:
    assert dateline(place + REST, first=True) == len(place)
    assert dateline(place + REST, first=False) == 0


@pytest.mark.parametrize("words", ["NATO — ", "MR. SMITH: ", "UN General Assembly (UNGA) - ", "OPEC (OAPEC) "])
def test_organisations_speakers_and_warnings_are_no_place(words: str) -> None:
    assert dateline(words + REST, first=True) == 0


def test_the_story_begins_behind_it() -> None:
    document = from_text("Assembly adopts text\n\nGENEVA, March 4, 2025 (Reuters) - " + REST, "x")
    assert [(b.role, b.span.of(document.text)) for b in document.blocks] == [
        (Role.HEADLINE, "Assembly adopts text"),
        (Role.DATELINE, "GENEVA, March 4, 2025 (Reuters) -"),
        (Role.BODY, REST),
    ]
    assert document.published is not None
    assert document.published.isoformat() == "2025-03-04"
