"""Which names of a document are one person: fullest name, shorter forms, spellings; two of one surname stay two."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extract.lexicon import PARTICLES, wordset
from kg.extract.person import Sighting
from kg.model import Span

# Surnames that come first; the bare surname is then the first word of the name.
FAMILY_FIRST = wordset(
    "xi wang li kim lee park moon ban geng fu zhang zhao liu chen yang hu jiang deng mao zhou guo sun ma he lin "
    "wu zheng huang xu zhu gao luo song tang han feng cao peng zeng xiao tian dong pan yuan cai jia ding wei xue "
    "ye yan yu du dai qian qin qiao lu hua mi nguyen pham tran le phan vo bui yoon cho choe choi ri hun kang "
    "chung hwang tsai lai lula ong goh chan hsu hor orbán"
)
_VOWELS = str.maketrans("", "", "aeiou")
# These stand before a given name only.
_ROYAL = wordset("prince princess king queen pope")
_GIVEN_NAME_TITLES = wordset("sir dame prince princess king queen sheikh sheik shaikh emir pope lord lady ayatollah")


@dataclass(slots=True)
class Cluster:
    """The sightings of one person, the folded forms of the name, the fullest of them, the name in the register."""

    number: int
    sightings: list[Sighting] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)
    full: tuple[str, ...] = ()
    known: str | None = None
    sure: bool = False

    def add(self, sighting: Sighting) -> None:
        """Take in one more place."""
        self.sightings.append(sighting)
        form = fold(sighting.parts)
        if form not in self.forms:
            self.forms.append(form)
            self.full = max(self.forms, key=len)
        if sighting.known is not None and not self.sure:
            # what a full name says of the register weighs more than what a surname does
            whole = len(sighting.parts) > 1
            self.known = sighting.known.name if whole or self.known is None else self.known
            self.sure = whole


class _People:
    """The clusters so far, found by any word of a name and by the name in the register."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_word: dict[str, dict[int, Cluster]] = {}
        self._by_known: dict[str, dict[int, Cluster]] = {}

    def new(self) -> Cluster:
        """One more person."""
        self.all.append(Cluster(len(self.all)))
        return self.all[-1]

    def add(self, cluster: Cluster, sighting: Sighting) -> None:
        """Give a sighting to a person."""
        cluster.add(sighting)
        for word in fold(sighting.parts):
            self._by_word.setdefault(word, {})[cluster.number] = cluster
        if cluster.known is not None:
            self._by_known.setdefault(cluster.known, {})[cluster.number] = cluster

    def near(self, form: tuple[str, ...], known: str | None) -> list[Cluster]:
        """The people who share a word of the name or the entry of the register, in order of mention."""
        groups = [group for word in form if (group := self._by_word.get(word)) is not None]
        if known is not None and (group := self._by_known.get(known)) is not None:
            groups.append(group)
        if not groups:
            return []
        if len(groups) == 1 and len(groups[0]) == 1:
            return [*groups[0].values()]
        found: dict[int, Cluster] = {}
        for group in groups:
            found |= group
        return [found[number] for number in sorted(found)]


@lru_cache(maxsize=1 << 14)
def fold_word(word: str) -> str:
    """A word for comparison: no accents, one letter for the many ways to write a sound of another script."""
    low = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in low if c.isalnum())
    for old, new in (
        ("ij", "i"),
        ("iy", "i"),
        ("yy", "i"),
        ("y", "i"),
        ("j", "i"),
        ("kh", "h"),
        ("w", "v"),
        ("ph", "f"),
    ):
        plain = plain.replace(old, new)
    plain = plain[:1] + plain[1:].replace("x", "ks")  # Aleksandr, but Xi
    return "".join(c for k, c in enumerate(plain) if k == 0 or c != plain[k - 1])


@lru_cache(maxsize=1 << 14)
def fold(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name for comparison, particles and Jr. left out where more remains."""
    words = [(w, fold_word(w)) for w in parts]
    kept = tuple(f for w, f in words if w.casefold() not in PARTICLES and f not in ("ir", "sr"))
    return kept or tuple(f for _, f in words)


def cluster(found: Sequence[Sighting]) -> list[Cluster]:
    """The people among the sightings, in order of first mention."""
    people = _People()
    rest: list[Sighting] = []
    for sighting in found:
        form = fold(sighting.parts)
        if not sighting.person or len(form) < 2:
            rest.append(sighting)
            continue
        near = people.near(form, sighting.known.name if sighting.known else None)
        home = next((c for c in near if _one_person(c, sighting)), None)
        people.add(home or people.new(), sighting)
    people = _joined(people)
    for sure in (True, False):
        rest = _place(rest, people, sure)
    for c in people.all:
        c.sightings.sort(key=lambda s: s.span)
    return sorted(people.all, key=lambda c: c.sightings[0].span)


def _place(rest: Sequence[Sighting], people: _People, sure: bool) -> list[Sighting]:
    """Give the shorter forms to the people they fit; in the sure round a bare name may begin a person of its own.

    Returns those that fit nobody.
    """
    left: list[Sighting] = []
    for sighting in rest:
        home = _home(people, sighting) if sighting.person is sure else None
        if home is None and sighting.person and sure and _stands_alone(people, sighting):
            home = people.new()
        if home is None:
            left.append(sighting)
        else:
            people.add(home, sighting)
    return left


def _stands_alone(people: _People, sighting: Sighting) -> bool:
    """A bare name makes a person if nobody of the document bears it."""
    form = fold(sighting.parts)
    if len(form) > 1 or sighting.known is not None or sighting.title in _ROYAL:
        return True
    return not any(form[-1] in c.full for c in people.near(form, None))


def _joined(people: _People) -> _People:
    """The same with those as one whom a fuller name, found later, shows to be one."""
    out = _People()
    for c in people.all:
        home = next((o for o in out.near(c.full, c.known) if compatible(o.full, c.full)), None) or out.new()
        for s in c.sightings:
            out.add(home, s)
    return out


def _one_person(c: Cluster, sighting: Sighting) -> bool:
    if sighting.known is not None and c.known is not None:
        return sighting.known.name == c.known
    return any(compatible(form, fold(sighting.parts)) for form in c.forms)


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names of two words or more may be one person's."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2:
        return False
    if _within(short, long):
        return True
    return short[-1] == long[-1] and _same_given(short[0], long[0])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other, in this order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _same_given(a: str, b: str) -> bool:
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    if min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)):
        return True
    # Aleksandr and Alexander, Mohammed and Muhammad: the same consonants
    return a[0] == b[0] and len(bare := a.translate(_VOWELS)) > 2 and bare == b.translate(_VOWELS)


def _home(people: _People, sighting: Sighting) -> Cluster | None:
    """The person whom a shorter form names: the one who bears it; of several the last one named before."""
    form = fold(sighting.parts)
    clusters = people.near(form, sighting.known.name if sighting.known else None)
    if len(form) > 1:
        return next((c for c in clusters if _one_person(c, sighting)), None)
    bearers = [c for c in clusters if _bears(c, form[0], sighting)]
    if len(bearers) > 1:
        bearers = [c for c in bearers if c.full[-1] == form[0]] or bearers
    if len(bearers) > 1 and sighting.known is not None:
        bearers = [c for c in bearers if c.known == sighting.known.name] or bearers
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    earlier = [(max(before), k) for k, c in enumerate(bearers) if (before := _before(c, sighting))]
    return bearers[max(earlier)[1]] if earlier else None


def _before(c: Cluster, sighting: Sighting) -> list[Span]:
    """The last places of a person before another place; those of the full name were added in text order."""
    return [s.span for s in c.sightings[-50:] if s.span < sighting.span] or [
        s.span for s in c.sightings[:1] if s.span < sighting.span
    ]


def _bears(c: Cluster, word: str, sighting: Sighting) -> bool:
    if sighting.known is not None:
        if c.known == sighting.known.name:
            return True
        if sighting.known.surname_enough == "yes" and len(c.full) > 1:
            return False
    full = c.full
    if sighting.title in _ROYAL:
        return full[0] == word
    if full[-1] == word or (len(full) == 1 and full[0] == word):
        return True
    if len(full) > 2 and word in full[1:-1] and len(word) > 2:
        return True
    return full[0] == word and (word in FAMILY_FIRST or sighting.title in _GIVEN_NAME_TITLES)
