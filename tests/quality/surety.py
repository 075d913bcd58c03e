"""Of the facts that are told with high confidence: how many are right."""

from collections.abc import Iterator

from quality.matching import (
    NUMBERS,
    Closeness,
    Item,
    each,
    pairs,
    plain_option,
    same_ballot,
    same_meeting,
    same_official,
    same_speaker,
    same_statement,
    without,
)
from quality.scoring import Sheet

HIGH = 0.95


def sure(found: Item, gold: Item) -> Sheet:
    """Right and wrong facts of one passage that claim a confidence of at least .95; what is missed does not count."""
    sheet = Sheet()
    _ballots(sheet, found["votes"], gold["votes"])
    _items(sheet, "statements", found["statements"], gold["statements"], same_statement)
    _items(sheet, "officials", found["officials"], gold["officials"], same_official)
    _items(sheet, "negotiations", found["negotiations"], gold["negotiations"], same_meeting)
    return sheet


def _items(sheet: Sheet, measure: str, found: list[Item], gold: list[Item], closeness: Closeness) -> None:
    matched = pairs(found, gold, closeness)
    for p, g in matched:
        if p["confidence"] >= HIGH:
            right = measure != "statements" or not g.get("direct") or same_speaker(p, g)
            sheet.add(measure, hit=right, wrong=not right, note=_label(p))
    for p in without(found, (p for p, _ in matched)):
        further = measure == "statements" and any((g.get("quote_parts") or 1) > 1 and same_speaker(p, g) for g in gold)
        if p["confidence"] >= HIGH and not further:
            sheet.add(measure, wrong=1, note=_label(p))


def _label(item: Item) -> str:
    return " ".join(str(item[k]) for k in ("speaker", "quote", "name", "kind", "participants") if item.get(k))


def _ballots(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    matched = pairs(found, gold, same_ballot)
    for p, g in matched:
        for measure, note, right in _facts(p, g):
            sheet.add(measure, hit=right, wrong=not right, note=note)
    for p in without(found, (p for p, _ in matched)):
        for measure, note, _ in _facts(p, {}):
            sheet.add(measure, wrong=1, note=note)


def _facts(p: Item, g: Item) -> Iterator[tuple[str, str, bool]]:
    """Each sure fact of a ballot: its measure, what it says, whether the gold says so too."""
    surety = p["confidence_of"]
    for key in NUMBERS:
        if p[key] is not None and surety.get(key, 0) >= HIGH:
            yield "tallies", f"{key} {p[key]}", p[key] in (g.get(key), g.get(f"{key}_implied"))
    for state, option in p["positions"].items():
        if surety["positions"].get(state, 0) >= HIGH:
            told = [(g.get(k) or {}).get(state) for k in ("positions", "positions_alt", "positions_implied")]
            yield "positions", f"{state} {option}", plain_option(option) in {plain_option(x) for x in each(*told)}
    if p["outcome"] and (surety["outcome"] or 0) >= HIGH and (g.get("outcome") or not g):
        yield "outcomes", p["outcome"], p["outcome"] in set(each(g.get("outcome"), g.get("outcome_alt")))
