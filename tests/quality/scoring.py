"""What of a passage's gold was found: hits, wrong finds and misses for each measure.

The counting is that of the shared scorer, so that figures can be laid side by side; three measures are our own:

``votes``    each (state, option) of a passage, whichever ballot it was put on
``derived``  each number that is marked as derived where the text does not print it, and only there
``status``   a ballot or meeting that is planned, put off or denied is not told as held, and the other way round
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

Item: TypeAlias = dict[str, Any]
Closeness: TypeAlias = Callable[[Item, Item], float]

NUMBERS = ("yes", "no", "abstain")
AHEAD = frozenset({"planned", "not held", "proposed"})  # gold of these is there to be recognised, not to be counted
SMALL_WORDS = """a an the of to in on for and or that which who with by from at as is are was were be been has have had
    its it his her their this these those not no"""
STOP = frozenset(SMALL_WORDS.split())
FORMS_OF_ADDRESS = """mr mrs ms dr sir president prime minister foreign deputy ambassador secretary general envoy
    chancellor king queen prince lord dame former acting"""
TITLES = frozenset(FORMS_OF_ADDRESS.split())
OPTIONS = {"veto": "no", "against": "no", "in favour": "yes", "for": "yes"}
ENCOUNTERS = {
    "consultations": "talks",
    "negotiation": "talks",
    "round": "talks",
    "summit": "meeting",
    "ceasefire-deal": "agreement",
    "deal": "agreement",
}


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
    _plain(sheet, "officials", found.get("officials", []), gold.get("officials", []), _official)
    for given, wanted in _plain(
        sheet, "negotiations", found.get("negotiations", []), gold.get("negotiations", []), _meeting
    ):
        _status(sheet, given, wanted)
    return sheet


# Words and names


@cache
def words(text: str | None) -> tuple[str, ...]:
    """Words in small letters without accents."""
    folded = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "'")
    return tuple(re.findall(r"[a-z0-9]+(?:'[a-z]+)?", plain))


def flat(text: str | None) -> str:
    """The words with one blank between them."""
    return " ".join(words(text))


def stems(text: str | None) -> set[str]:
    """The beginnings of the words that carry meaning."""
    return {w[:5] for w in words(text) if w not in STOP}


def each(*answers: Any) -> Iterator[Any]:
    """Answers and alternatives one by one; a list is opened, what is empty is left out."""
    for answer in answers:
        yield from (a for a in (answer if isinstance(answer, list) else [answer]) if a)


def same_actor(given: str | None, *wanted: Any) -> bool:
    """Two names of one actor: equal, one within the other, or with one last name."""
    mine = words(given)
    if not mine:
        return False
    for name in each(*wanted):
        theirs = words(name)
        if theirs and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
            return True
        a, b = ([w for w in side if w not in TITLES] for side in (mine, theirs))
        if a and b and a[-1] == b[-1] and len(a[-1]) > 2:
            return True
    return False


# Who is meant by what: pairs of a find and a gold item


def pairs(found: list[Item], gold: list[Item], closeness: Closeness) -> list[tuple[Item, Item]]:
    """One to one, the closest first."""
    ranked = sorted(
        ((s, i, j) for i, p in enumerate(found) for j, g in enumerate(gold) if (s := closeness(p, g)) > 0), reverse=True
    )
    taken: set[tuple[str, int]] = set()
    out = []
    for _, i, j in ranked:
        if not {("found", i), ("gold", j)} & taken:
            taken |= {("found", i), ("gold", j)}
            out.append((found[i], gold[j]))
    return out


def _free(gold: Item) -> bool:
    return bool(gold.get("optional") or gold.get("framing") or gold.get("status") in AHEAD)


def _without(items: Iterable[Item], paired: Iterable[Item]) -> list[Item]:
    taken = {id(p) for p in paired}
    return [i for i in items if id(i) not in taken]


def _plain(sheet: Sheet, measure: str, found: list[Item], gold: list[Item], closeness: Closeness) -> list[Any]:
    matched = pairs(found, gold, closeness)
    sheet.add(measure, hit=sum(not _free(g) for _, g in matched))
    for p in _without(found, (p for p, _ in matched)):
        sheet.add(measure, wrong=1, note=_label(p))
    for g in _without(gold, (g for _, g in matched)):
        if not _free(g):
            sheet.add(measure, missed=1, note=_label(g))
    return matched


def _label(item: Item) -> str:
    keys = ("name", "state_or_org", "kind", "participants", "place", "date")
    return " ".join(str(item[k]) for k in keys if item.get(k))


def _official(p: Item, g: Item) -> float:
    if not same_actor(p.get("name"), g.get("name")):
        return 0
    wanted = {flat(x) for x in each(g.get("state_or_org"), g.get("alt_state_or_org"))}
    return float(not wanted or flat(p.get("state_or_org")) in wanted)


def _meeting(p: Item, g: Item) -> float:
    wanted, given = ({flat(x) for x in item.get("participants") or ()} for item in (g, p))
    share = 0.5
    if wanted:
        met = sum(any(a == b or set(a.split()) & set(b.split()) - TITLES for b in given) for a in wanted)
        share = met / max(len(wanted), len(given))
        if share < 0.5:
            return 0
    kinds = {ENCOUNTERS.get(k, k) for k in each(g.get("kind"), g.get("alt_kind"))}
    agree = (
        (ENCOUNTERS.get(p.get("kind") or "", p.get("kind")) in kinds)
        + bool(g.get("place") and stems(p.get("place")) & stems(g["place"]))
        + bool(g.get("date") and p.get("date") and p["date"][:7] == g["date"][:7])
    )
    return share + agree if agree else 0


def _status(sheet: Sheet, p: Item, g: Item) -> None:
    if not g.get("optional"):
        held = g.get("status") in (None, "held", "ongoing")
        right = (p.get("status") in (None, "held", "ongoing")) == held
        sheet.add("status", hit=right, wrong=not right, note=f"{p.get('status')} for {g.get('status', 'held')}")


# Ballots


def _option(value: str | None) -> str:
    return OPTIONS.get(value or "", value or "")


def _days(g: Item) -> set[str]:
    return set(each(g.get("date"), g.get("date_accept"), g.get("date_using_url"), g.get("date_cross_document")))


def _ballot(p: Item, g: Item) -> float:
    bodies = {flat(x) for x in each(g.get("body"), g.get("body_alt"))}
    if p.get("body") and bodies and flat(p["body"]) not in bodies:
        return 0
    close = 0.0
    for key in NUMBERS:
        if p.get(key) is not None and g.get(key) is not None:
            close += 2 if p[key] == g[key] else -1.5
    given, wanted = p.get("positions") or {}, g.get("positions") or {}
    both = given.keys() & wanted.keys()
    agree = sum(_option(given[k]) == _option(wanted[k]) for k in both)
    close += min(3, agree) - min(3, len(both) - agree)
    if p.get("date") and _days(g):
        close += 1 if p["date"] in _days(g) else -1
    close += 0.5 * (p.get("kind") == g.get("kind"))
    close += 0.5 * (p.get("outcome") is not None and p.get("outcome") == g.get("outcome"))
    close += min(1.5, 0.5 * len(stems(p.get("subject")) & stems(g.get("subject"))))
    close += 0.5 * len(set(p.get("sponsors") or ()) & set(g.get("sponsors") or ()))
    return close if close >= 1 else 0


def _votes(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    matched = pairs(found, gold, _ballot)
    for g in _without(gold, (g for _, g in matched)):
        if not _free(g):
            _whole(sheet, g, "missed")
    for p in _without(found, (p for p, _ in matched)):
        _whole(sheet, p, "wrong")
    for p, g in matched:
        _status(sheet, p, g)
        if not _free(g):
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
        right = _option(given.get(state)) in {_option(x) for x in each(option, other.get(state))}
        note = f"{state} {given.get(state)} for {option}"
        sheet.add("positions", hit=right, wrong=not right and state in given, missed=not right, note=note)
        if option == "veto":
            vetoed = given.get(state) == "veto"
            sheet.add("veto", hit=vetoed, missed=not vetoed, note=state)
    for state, option in given.items():
        if state not in wanted and state not in other:
            free = {_option(x) for x in each(implied.get(state))}
            if _option(option) not in free:
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
        right = p.get("date") in _days(g)
        sheet.add("dates", hit=right, missed=not right, note=f"{p.get('date')} for {sorted(_days(g))}")


def _any_ballot(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    """State and option, counted over the whole passage."""

    def cast(items: Iterable[Item], key: str) -> Counter[tuple[str, str]]:
        return Counter((s, _option(o)) for i in items for s, os in (i.get(key) or {}).items() for o in each(os))

    counted = [g for g in gold if not _free(g)]
    given, wanted = cast(found, "positions"), cast(counted, "positions")
    free = cast(gold, "positions_alt") + cast(gold, "positions_implied") + cast(filter(_free, gold), "positions")
    hit = (given & wanted).total()
    sheet.add("votes", hit=hit, wrong=(given - wanted - free).total(), missed=(wanted - given).total())


# Statements


def _speaker(p: Item, g: Item) -> bool:
    if g.get("speaker") in (None, "unknown"):
        return p.get("speaker") in (None, "unknown", "")
    return same_actor(p.get("speaker"), g["speaker"], g.get("alt_speaker"), g.get("attributed_as"))


def _statement(p: Item, g: Item) -> float:
    quote, text = flat(g.get("quote")), flat(p.get("quote"))
    if not g.get("direct"):
        wanted = stems(g.get("quote"))
        overlap = len(wanted & stems(p.get("quote"))) / max(1, len(wanted))
        return overlap if overlap >= 0.5 and _speaker(p, g) and not p.get("direct") else 0
    if not p.get("direct", True) or not quote or not text:
        return 0
    short = len(text.split()) < 4
    if not (quote in text or (text == quote if short else text in quote)):
        return 0
    return (2 if text.startswith(quote) else 1) + 0.5 * _speaker(p, g)


def _statements(sheet: Sheet, found: list[Item], gold: list[Item]) -> None:
    matched = pairs(found, gold, _statement)
    for p, g in matched:
        if _free(g):
            continue
        if g.get("direct"):
            right = _speaker(p, g)
            sheet.add("quotes", hit=1)
            note = f"{p.get('speaker')} for {g.get('speaker')}: {g.get('quote')}"
            sheet.add("attribution", hit=right, wrong=not right, missed=not right, note=note)
        else:
            sheet.add("reported", hit=1)
    for g in _without(gold, (g for _, g in matched)):
        if not _free(g):
            _one(sheet, g, "missed")
    for p in _without(found, (p for p, _ in matched)):
        further = any((g.get("quote_parts") or 1) > 1 and _speaker(p, g) for g in gold)
        if not (further and p.get("direct", True)):  # a part of a quotation that the gold keeps as one is no error
            _one(sheet, p, "wrong")


def _one(sheet: Sheet, statement: Item, how: str) -> None:
    note = f"{statement.get('speaker')}: {(statement.get('quote') or '')[:70]}"
    for measure in ("quotes", "attribution") if statement.get("direct", True) else ("reported",):
        sheet.add(measure, note=note, **{how: 1})
