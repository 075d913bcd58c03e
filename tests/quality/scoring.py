"""What of a passage's gold was found: hits, wrong finds and misses for each measure.

The counting is that of the shared scorer, so that figures can be laid side by side; three measures are our own:

``votes``    each (state, option) of a passage, whichever ballot it was put on
``derived``  each number that is marked as derived where the text does not print it, and only there
``status``   a ballot or meeting that is planned, put off or denied is not told as held, and the other way round
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from quality.matching import (
    NUMBERS,
    Closeness,
    Item,
    days,
    each,
    free,
    pairs,
    plain_option,
    same_ballot,
    same_meeting,
    same_official,
    same_speaker,
    same_statement,
    without,
)

TOOK_PLACE = (None, "held", "ongoing", "failed")


@dataclass(slots=True)
class Count:
    """How often right, wrong and missed."""

    hit: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.hit / (self.hit + self.wrong) if self.hit + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there is none."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


@dataclass(slots=True)
class Sheet:
    """The counts of one or more passages by measure, and a line for each error: + wrong, - missed."""

    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[tuple[str, str]] = field(default_factory=list)

    def add(self, measure: str, hit: int = 0, wrong: int = 0, missed: int = 0, note: str = "") -> None:
        """Count; a note is kept where something is wrong or missed."""
        count = self.counts.setdefault(measure, Count())
        count.hit, count.wrong, count.missed = count.hit + hit, count.wrong + wrong, count.missed + missed
        if wrong or missed:
            self.errors.append((measure, f"{'+' if wrong else '-'} {measure} {note}"))

    def take(self, other: "Sheet") -> None:
        """Add another sheet's counts to these."""
        for measure, count in other.counts.items():
            mine = self.counts.setdefault(measure, Count())
            mine.hit, mine.wrong, mine.missed = (
                mine.hit + count.hit,
                mine.wrong + count.wrong,
                mine.missed + count.missed,
            )
        self.errors += other.errors


def scored(found: Item, gold: Item) -> Sheet:
    """One passage: what ``kg extract`` writes against the gold."""
    sheet = Sheet()
    _votes(sheet, found.get("votes", []), gold.get("votes", []))
    _statements(sheet, found.get("statements", []), gold.get("statements", []))
    _plain(sheet, "officials", found.get("officials", []), gold.get("officials", []), same_official)
    for given, wanted in _plain(
        sheet, "negotiations", found.get("negotiations", []), gold.get("negotiations", []), same_meeting
    ):
        _status(sheet, given, wanted)
    return sheet


def _plain(sheet: Sheet, measure: str, found: list[Item], gold: list[Item], closeness: Closeness) -> list[Any]:
    matched = pairs(found, gold, closeness)
    sheet.add(measure, hit=sum(not free(g) for _, g in matched))
    for p in without(found, (p for p, _ in matched)):
        sheet.add(measure, wrong=1, note=_label(p))
    for g in without(gold, (g for _, g in matched)):
        if not free(g):
            sheet.add(measure, missed=1, note=_label(g))
    return matched


def _label(item: Item) -> str:
    keys = ("name", "state_or_org", "kind", "participants", "place", "date")
    return " ".join(str(item[k]) for k in keys if item.get(k))


def _status(sheet: Sheet, p: Item, g: Item) -> None:
    if not g.get("optional"):
        right = (p.get("status") in TOOK_PLACE) == (g.get("status") in TOOK_PLACE)
        sheet.add("status", hit=right, wrong=not right, note=f"{p.get('status')} for {g.get('status', 'held')}")


# Ballots


def _votes(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    matched = pairs(found, gold, same_ballot)
    for g in without(gold, (g for _, g in matched)):
        if not free(g):
            _whole(sheet, g, "missed")
    for p in without(found, (p for p, _ in matched)):
        _whole(sheet, p, "wrong")
    for p, g in matched:
        _status(sheet, p, g)
        if not free(g):
            sheet.add("events", hit=1)
            _numbers(sheet, p, g)
            _positions(sheet, p, g)
            _sponsors(sheet, p, g)
            _result(sheet, p, g)
    _any_ballot(sheet, found, gold)


def _whole(sheet: Sheet, ballot: Item, how: str) -> None:
    numbers = " ".join(f"{k} {ballot[k]}" for k in NUMBERS if ballot.get(k) is not None)
    sheet.add("events", note=f"{ballot.get('body')} {ballot.get('date')} {numbers}", **{how: 1})
    positions = ballot.get("positions") or {}
    parts = {
        "tallies": sum(ballot.get(k) is not None for k in NUMBERS),
        "positions": len(positions),
        "sponsors": len(ballot.get("sponsors") or ()),
    }
    if how == "missed":
        parts["veto"] = sum(v == "veto" for v in positions.values())
    for measure, n in parts.items():
        if n:
            sheet.add(measure, note="of a ballot that is not matched", **{how: n})


def _numbers(sheet: Sheet, p: Item, g: Item) -> None:
    for key in NUMBERS:
        given, wanted = p.get(key), g.get(key)
        marked = key in (p.get("derived") or ())
        if wanted is not None:
            right = given == wanted
            note = f"{key} {given} for {wanted}"
            sheet.add("tallies", hit=right, wrong=not right and given is not None, missed=not right, note=note)
            meant = key in (g.get("derived") or ())
            if right and (marked or meant):
                note = f"{key} {'not ' if meant else ''}marked"
                sheet.add("derived", hit=meant and marked, wrong=marked > meant, missed=meant > marked, note=note)
        elif given is not None and given != g.get(f"{key}_implied"):
            sheet.add("tallies", wrong=1, note=f"{key} {given} for nothing")


def _positions(sheet: Sheet, p: Item, g: Item) -> None:
    given, wanted = p.get("positions") or {}, g.get("positions") or {}
    other, implied = g.get("positions_alt") or {}, g.get("positions_implied") or {}
    for state, option in wanted.items():
        right = plain_option(given.get(state)) in {plain_option(x) for x in each(option, other.get(state))}
        note = f"{state} {given.get(state)} for {option}"
        sheet.add("positions", hit=right, wrong=not right and state in given, missed=not right, note=note)
        if option == "veto":
            vetoed = given.get(state) == "veto"
            sheet.add("veto", hit=vetoed, missed=not vetoed, note=state)
    for state, option in given.items():
        meant = {plain_option(x) for x in each(implied.get(state))}
        if state not in wanted and state not in other and plain_option(option) not in meant:
            sheet.add("positions", wrong=1, note=f"{state} {option} for nothing")


def _sponsors(sheet: Sheet, p: Item, g: Item) -> None:
    wanted, given = set(g.get("sponsors") or ()), set(p.get("sponsors") or ())
    extra = given - wanted - set(g.get("sponsors_also_named") or ())
    note = f"{sorted(given)} for {sorted(wanted)}"
    sheet.add("sponsors", hit=len(wanted & given), wrong=len(extra), missed=len(wanted - given), note=note)


def _result(sheet: Sheet, p: Item, g: Item) -> None:
    outcomes = set(each(g.get("outcome"), g.get("outcome_alt")))
    if outcomes:
        right = p.get("outcome") in outcomes
        sheet.add("outcomes", hit=right, missed=not right, note=f"{p.get('outcome')} for {sorted(outcomes)}")
    if g.get("date"):
        right = p.get("date") in days(g)
        sheet.add("dates", hit=right, missed=not right, note=f"{p.get('date')} for {sorted(days(g))}")


def _any_ballot(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    """State and option, counted over the whole passage."""

    def cast(items: Iterable[Item], key: str) -> Counter[tuple[str, str]]:
        return Counter((s, plain_option(o)) for i in items for s, os in (i.get(key) or {}).items() for o in each(os))

    counted = [g for g in gold if not free(g)]
    given, wanted = cast(found, "positions"), cast(counted, "positions")
    spare = cast(gold, "positions_alt") + cast(gold, "positions_implied") + cast(filter(free, gold), "positions")
    hit = (given & wanted).total()
    sheet.add("votes", hit=hit, wrong=(given - wanted - spare).total(), missed=(wanted - given).total())


# Statements


def _statements(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    matched = pairs(found, gold, same_statement)
    for p, g in matched:
        if free(g):
            continue
        if g.get("direct"):
            right = same_speaker(p, g)
            sheet.add("quotes", hit=1)
            note = f"{p.get('speaker')} for {g.get('speaker')}: {g.get('quote')}"
            sheet.add("attribution", hit=right, wrong=not right, missed=not right, note=note)
        else:
            sheet.add("reported", hit=1)
    for g in without(gold, (g for _, g in matched)):
        if not free(g):
            _one(sheet, g, "missed")
    for p in without(found, (p for p, _ in matched)):
        further = any((g.get("quote_parts") or 1) > 1 and same_speaker(p, g) for g in gold)
        if not (further and p.get("direct", True)):  # a part of a quotation that the gold keeps as one is no error
            _one(sheet, p, "wrong")


def _one(sheet: Sheet, statement: Item, how: str) -> None:
    note = f"{statement.get('speaker')}: {(statement.get('quote') or '')[:70]}"
    for measure in ("quotes", "attribution") if statement.get("direct", True) else ("reported",):
        sheet.add(measure, note=note, **{how: 1})
