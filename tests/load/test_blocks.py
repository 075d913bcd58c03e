"""What each paragraph of a page is for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.load.article import from_text
from kg.load.blocks import blocks
from kg.load.published import day, url_day
from kg.model import Role

LEAD = (
    "The Assembly adopted the draft on Tuesday by 90 votes to 10, with 40 abstentions, after a debate of two days in "
    "which more than sixty delegations took the floor."
)
MORE = (
    "The delegate of Norway called the text the best that could be had; the delegate of Mali regretted that the "
    "proposals of her group had not been taken up by the drafters."
)


def roles(*paragraphs: str, between: str = "\n\n") -> list[Role]:
    return [b.role for b in blocks(between.join(paragraphs))]


def test_headline_and_body() -> None:
    assert roles("Assembly adopts text on peace", LEAD, MORE) == [Role.HEADLINE, Role.BODY, Role.BODY]


def test_a_text_without_a_headline_has_none() -> None:
    assert roles(LEAD, MORE) == [Role.BODY, Role.BODY]
    assert roles("Norway voted yes") == [Role.BODY]


@pytest.mark.parametrize("trail", ["WorldWorld", "World News World News", "Home > News > Europe", "Politics"])
def test_navigation_above_the_headline(trail: str) -> None:
    assert roles(trail, "Assembly adopts text on peace", LEAD) == [Role.BOILERPLATE, Role.HEADLINE, Role.BODY]


def test_a_date_line_alone_and_one_that_runs_into_the_first_sentence() -> None:
    text = " date 2025-03-04 512\nAssembly adopts text\n" + LEAD
    assert [b.role for b in blocks(text)] == [Role.DATELINE, Role.HEADLINE, Role.BODY]
    text = " date 2025-03-04 " + LEAD
    first, second = blocks(text)
    assert (first.role, first.span.of(text)) == (Role.DATELINE, "date 2025-03-04")
    assert (second.role, second.span.of(text)) == (Role.BODY, LEAD)
    text = "date 2025-03-04 93 states voted for the draft that Norway had put forward."
    assert blocks(text)[1].span.of(text).startswith("93 states")


def test_an_address_in_the_date_line_is_the_document_s() -> None:
    document = from_text(" date 2025-03-04 https://www.example.org/a\nAssembly adopts text\n" + LEAD, "x")
    assert (document.url, document.publisher, document.title) == (
        "https://www.example.org/a",
        "example.org",
        "Assembly adopts text",
    )
    assert [b.role for b in document.blocks] == [Role.DATELINE, Role.HEADLINE, Role.BODY]


def test_key_points_above_the_story_are_no_headline() -> None:
    text = "- The text passed\n- Mali voted against it\nAssembly adopts text on peace\n" + LEAD
    assert [b.role for b in blocks(text)] == [Role.BODY, Role.BODY, Role.HEADLINE, Role.BODY]


def test_paragraphs_run_together_and_given_again_one_by_one() -> None:
    assert roles(LEAD + MORE, LEAD, MORE) == [Role.BODY, Role.BOILERPLATE, Role.BOILERPLATE]


@pytest.mark.parametrize(
    "cut",
    [
        "Related articles",
        "RELATED STORIES:",
        "Leave a Reply",
        "Comments (12)",
        "Popular",
        "Most read",
        "Recommended for you",
        "You may also like",
        "Editor's picks",
        "Latest news",
        "Post navigation",
    ],
)
def test_everything_after_the_cut_is_boilerplate(cut: str) -> None:
    other = "The Council rejected another draft altogether by 3 votes to 9, with 3 abstentions, in a stormy session."
    assert roles(LEAD, MORE, cut, "A teaser", other) == [Role.BODY, Role.BODY] + [Role.BOILERPLATE] * 3


@pytest.mark.parametrize("button", ["Share", "Comments", "Subscribe", "Related articles"])
def test_buttons_at_the_top_cut_nothing(button: str) -> None:
    found = roles("Assembly adopts text on peace", button, LEAD, MORE)
    assert found == [Role.HEADLINE, Role.BOILERPLATE, Role.BODY, Role.BODY]


@pytest.mark.parametrize("soft", ["Read more", "Share this article", "Subscribe to our newsletter", "Advertisement"])
def test_a_button_in_the_middle_does_not_end_the_story(soft: str) -> None:
    assert roles(LEAD, MORE, soft, MORE.replace("Mali", "Chad"), LEAD.replace("two", "three")) == [
        Role.BODY,
        Role.BODY,
        Role.BOILERPLATE,
        Role.BODY,
        Role.BODY,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "See also\u00a0 Court rejects a petition",
        "READ ALSO: Norway names a minister",
        "Click here to subscribe",
        "Read more: what the vote means",
        "We use cookies to improve this site.",
        "© 2025 Example Wire. All rights reserved.",
        "Follow us on Telegram",
    ],
)
def test_single_lines_of_furniture(line: str) -> None:
    assert roles(LEAD, line, MORE) == [Role.BODY, Role.BOILERPLATE, Role.BODY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sponsored by 46 states, the draft passed.",
        "By Monday, 12 states had signed.",
        "Terms of the deal were not published.",
        "Sources said that Norway would abstain.",
        "Comments by the envoy angered Mali.",
        "Popular protests followed the vote.",
        "Related talks in Geneva failed on Friday.",
        "24 February 2025 was the day of the vote on the Norwegian draft. It passed.",
        "More from the debate: Norway voted yes, Mali voted no, and Chad abstained.",
        "The vote was 13 to 2. (Reuters)",
    ],
)
def test_sentences_that_only_look_like_furniture_are_read(sentence: str) -> None:
    assert roles(LEAD, sentence, MORE) == [Role.BODY] * 3


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Source: Example Wire with agencies. Photo: Agency", Role.CREDIT),
        ("By Ada Example and Carl Example", Role.CREDIT),
        ("Reporting by Ada Example; Editing by Carl Example", Role.CREDIT),
        ("FILE PHOTO: Delegates in the hall, New York, May 2024", Role.CAPTION),
        ("Delegates applaud after the vote [Anadolu]", Role.CAPTION),
        ("The hall in New York on Monday. (UN Photo/A. Example)", Role.CAPTION),
        ("Delegates watch the count in the hall on Tuesday. Photo: AP", Role.CAPTION),
        ("The envoy (L) speaks with a delegate before the vote", Role.CAPTION),
        ("The envoy speaks in New York March 4, 2031. REUTERS/Ada Example", Role.CAPTION),
        ("This photograph shows the hall in Geneva on 4 March 2031. (AFP)", Role.CAPTION),
        ("AFP, Geneva", Role.CREDIT),
        ("08:52 UTC+8, 2025-02-24", Role.DATELINE),
        ("Tuesday March 4, 2025 4:58 PM, example.com News Network", Role.DATELINE),
        ("(function () { var x = new Thing(); })();", Role.BOILERPLATE),
        ("* * *", Role.BOILERPLATE),
        ("https://example.org/story", Role.BOILERPLATE),
        ("Published: 24 Feb 2025", Role.DATELINE),
        ("Updated on Monday, February 24, 2025 10:15 GMT", Role.DATELINE),
    ],
)
def test_credits_captions_and_date_lines(line: str, role: Role) -> None:
    assert roles("Assembly adopts text on peace", line, LEAD, MORE)[1] is role


def test_a_long_paragraph_that_comes_again_is_a_teaser() -> None:
    assert roles(LEAD, MORE, LEAD) == [Role.BODY, Role.BODY, Role.BOILERPLATE]
    assert roles("Assembly adopts text", LEAD, MORE, "Assembly adopts text")[-1] is Role.BOILERPLATE


def test_set_in_paragraphs_are_quotations_unless_all_are() -> None:
    assert roles(LEAD, "> " + MORE, LEAD + " Again.")[1] is Role.QUOTATION
    assert roles(LEAD, "\t" + MORE, LEAD + " Again.")[1] is Role.QUOTATION
    assert roles("     " + LEAD, "     " + MORE) == [Role.BODY, Role.BODY]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The Assembly adopted the draft on Tuesday by 90 votes to 10, with\n"
        "40 abstentions, after a debate of two days in which more than\n"
        "sixty delegations took the floor and none of them was brief on\n"
        "it.\n\n"
        "Another paragraph."
    )
    assert [b.span.of(wrapped).count("\n") for b in blocks(wrapped)] == [3, 0]


def test_a_text_that_is_wrapped_throughout_needs_no_long_paragraph_to_show_it() -> None:
    wrapped = (
        "Council Puts Off Its Vote\n\n"
        "The Security Council put off its vote on Cyprus on Friday\n"
        "after Greece asked for more time.\n"
        "Turkey said it would not wait, and its delegate left the\n"
        "hall.\n\n"
        "Two lines more, the second of which begins in the middle of\n"
        "a sentence."
    )
    assert [b.span.of(wrapped).count("\n") for b in blocks(wrapped)] == [0, 1, 1, 1]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    listed = "Against:\nBelarus\nNorth Korea\nSyria\n\nAbstentions:\nChina\niran\nMali"
    assert len(blocks(listed)) == 8


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published: 24 Feb 2025", date(2025, 2, 24)),
        ("February 24, 2025", date(2025, 2, 24)),
        ("Mon, 24th February 2025 | 10:15", date(2025, 2, 24)),
        ("24.02.2025", date(2025, 2, 24)),
        ("02/24/2025", date(2025, 2, 24)),
        ("02/03/2025", None),
        ("By Ada Example, 3 March 1998", date(1998, 3, 3)),
    ],
)
def test_publication_dates_at_the_top(line: str, expected: date | None) -> None:
    assert from_text(f"Assembly adopts text\n{line}\n{LEAD}\n{MORE}", "x").published == expected


def test_published_goes_before_updated() -> None:
    text = f"Assembly adopts text\nUpdated: 26 February 2025\nPublished: 24 February 2025\n{LEAD}"
    assert from_text(text, "x").published == date(2025, 2, 24)


def test_an_agency_line_dates_the_story_and_an_event_does_not() -> None:
    assert from_text("NEW YORK, 24 February 2025 (Example) — " + LEAD, "x").published == date(2025, 2, 24)
    assert from_text("On 24 February 2025 the Assembly met. " + LEAD, "x").published is None


def test_boilerplate_never_dates_the_story() -> None:
    text = f"{LEAD}\n{MORE}\nRelated articles\n12 November 2025\nAnother story"
    assert from_text(text, "x").published is None


def test_an_address_dates_the_story_where_nothing_else_does() -> None:
    assert from_text(LEAD, "x", url="https://e.example/2025/2/24/title").published == date(2025, 2, 24)
    assert url_day("https://e.example/2025/13/45/title") is None
    assert day("31 February 2025") is None


@given(
    st.text(alphabet=st.sampled_from(list("ab.>: \t\r\n\u00a0\u2028ä")) | st.characters(codec="utf-8"), max_size=200)
)
def test_blocks_cover_all_that_is_not_white_space_in_order(text: str) -> None:
    found = blocks(text)
    covered = "".join(b.span.of(text) for b in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(b.span.of(text).strip() == b.span.of(text) != "" for b in found)
