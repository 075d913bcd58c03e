"""Which find is which item of the gold: words and names compared, finds and gold paired one to one."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
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


def free(gold: Item) -> bool:
    """Whether finding it is neither rewarded nor finding it otherwise punished."""
    return bool(gold.get("optional") or gold.get("framing") or gold.get("status") in AHEAD)


def without(items: Iterable[Item], paired: Iterable[Item]) -> list[Item]:
    """The items that are not paired."""
    taken = {id(p) for p in paired}
    return [i for i in items if id(i) not in taken]


def same_official(p: Item, g: Item) -> float:
    """1 where name and the state or organisation are those of the gold."""
    if not same_actor(p.get("name"), g.get("name")):
        return 0
    wanted = {flat(x) for x in each(g.get("state_or_org"), g.get("alt_state_or_org"))}
    return float(not wanted or flat(p.get("state_or_org")) in wanted)


def same_meeting(p: Item, g: Item) -> float:
    """How well participants, kind, place and month agree; 0 below half of the participants."""
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


def plain_option(value: str | None) -> str:
    """yes, no, abstain or absent; a veto is a no."""
    return OPTIONS.get(value or "", value or "")


def days(g: Item) -> set[str]:
    """All days that are right for a ballot."""
    return set(each(g.get("date"), g.get("date_accept"), g.get("date_using_url"), g.get("date_cross_document")))


def same_ballot(p: Item, g: Item) -> float:
    """How well numbers, positions, day, kind, outcome, subject and sponsors agree; 0 for another body."""
    bodies = {flat(x) for x in each(g.get("body"), g.get("body_alt"))}
    if p.get("body") and bodies and flat(p["body"]) not in bodies:
        return 0
    close = 0.0
    for key in NUMBERS:
        if p.get(key) is not None and g.get(key) is not None:
            close += 2 if p[key] == g[key] else -1.5
    given, wanted = p.get("positions") or {}, g.get("positions") or {}
    both = given.keys() & wanted.keys()
    agree = sum(plain_option(given[k]) == plain_option(wanted[k]) for k in both)
    close += min(3, agree) - min(3, len(both) - agree)
    if p.get("date") and days(g):
        close += 1 if p["date"] in days(g) else -1
    close += 0.5 * (p.get("kind") == g.get("kind"))
    close += 0.5 * (p.get("outcome") is not None and p.get("outcome") == g.get("outcome"))
    close += min(1.5, 0.5 * len(stems(p.get("subject")) & stems(g.get("subject"))))
    close += 0.5 * len(set(p.get("sponsors") or ()) & set(g.get("sponsors") or ()))
    return close if close >= 1 else 0


def same_speaker(p: Item, g: Item) -> bool:
    """Whether the speaker is the right one, or rightly nobody."""
    if g.get("speaker") in (None, "unknown"):
        return p.get("speaker") in (None, "unknown", "")
    return same_actor(p.get("speaker"), g["speaker"], g.get("alt_speaker"), g.get("attributed_as"))


def same_statement(p: Item, g: Item) -> float:
    """How well the words agree; 0 for other words, and for reported words of another speaker."""
    quote, text = flat(g.get("quote")), flat(p.get("quote"))
    if not g.get("direct"):
        wanted = stems(g.get("quote"))
        overlap = len(wanted & stems(p.get("quote"))) / max(1, len(wanted))
        return overlap if overlap >= 0.5 and same_speaker(p, g) and not p.get("direct") else 0
    if not p.get("direct", True) or not quote or not text:
        return 0
    short = len(text.split()) < 4
    if not (quote in text or (text == quote if short else text in quote)):
        return 0
    return (2 if text.startswith(quote) else 1) + 0.5 * same_speaker(p, g)
