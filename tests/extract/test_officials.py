"""Which people are officials, and what is kept of their posts."""

import json
from datetime import date
from pathlib import Path

from kg.extract.officials import tenures
from kg.extract.story import prepare
from kg.load.article import from_text
from kg.model import Document, Tenure


def read(text: str) -> tuple[Document, tuple[Tenure, ...]]:
    document = from_text(text, "brief", published=date(2025, 3, 1))
    return document, tenures(prepare(document))


def test_the_present_post_comes_first_and_evidence_is_the_text() -> None:
    document, found = read("Former Danish minister Lea Mørk left. Lea Mørk, the EU ambassador to Kenya, spoke.")
    assert [(t.official, t.role, t.former) for t in found] == [
        ("Lea Mørk", "EU ambassador to Kenya", False),
        ("Lea Mørk", "Former Danish minister", True),
    ]
    for t in found:
        t.evidence.verify(document.text)
        assert "Mørk" in t.evidence.quote


def test_private_people_and_reporters_are_left_out() -> None:
    _, found = read(
        "Olivia Brent said no. Jan Pell, a professor at Leiden University, agreed. Journalist Tom Hale wrote. "
        "Ann Beck, the chief executive of Northwind, resigned. "
        "Tom Ek, the coordinator for the National Union of Miners, spoke. "
        "The bank's president, Olu Ek, left. FIFA President Gian Falk sang. "
        "Human Rights Watch director Ida Falk wrote. Kenyan envoy Amina Odera spoke."
    )
    assert [t.official for t in found] == ["Amina Odera"]


def test_a_known_official_without_a_post_is_one() -> None:
    _, found = read("Guterres reiterated his stance.")
    assert [(t.official, t.role, t.represents.key if t.represents else None) for t in found] == [
        ("Guterres", None, "UN")
    ]


def test_a_former_post_of_a_known_official_has_the_state_of_the_register() -> None:
    _, found = read("Former President Barack Obama left, and so did former minister Lea Mørk, the EU envoy to Chad.")
    assert [(t.role, t.represents.key if t.represents else None) for t in found] == [
        ("Former President", "USA"),
        ("EU envoy to Chad", "EU"),
        ("former minister", None),
    ]


def test_the_officials_of_the_articles_are_found(shared: Path) -> None:
    for path in sorted((shared / "articles").glob("*.txt")):
        gold = json.loads((shared / "gold" / f"{path.stem}.json").read_text("utf-8"))["officials"]
        found = {t.official: t for t in reversed(tenures(prepare(from_text(path.read_text("utf-8"), path.stem))))}
        wanted = {(o["name"], o["state_or_org"]) for o in gold}
        assert {(t.official, t.represents.key if t.represents else None) for t in found.values()} >= wanted
