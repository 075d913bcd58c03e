"""Which names of a document are one person: fullest name, shorter forms, spellings; two of one surname stay two."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extract.lexicon import PARTICLES, wordset
from kg.extract.sightings import Sighting

# Surnames that come first; the bare surname is then the first word of the name.
FAMILY_FIRST = wordset(
    "xi wang li kim lee park moon ban geng fu zhang zhao liu chen yang hu jiang deng mao zhou guo sun ma he lin "
    "wu zheng huang xu zhu gao luo song tang han feng cao peng zeng xiao tian dong pan yuan cai jia ding wei xue "
    "ye yan yu du dai qian qin qiao lu hua mi nguyen pham tran le phan vo bui yoon cho choe choi ri hun kang "
    "chung hwang tsai lai lula ong goh chan hsu hor orbán"
)
_GIVEN_NAME_TITLES = wordset("sir dame prince princess king queen sheikh sheik shaikh emir pope lord lady ayatollah")


@dataclass(slots=True)
class Cluster:
    """The sightings of one person."""

    sightings: list[Sighting] = field(default_factory=list)
    forms: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def full(self) -> tuple[str, ...]:
        """The folded words of the fullest name."""
        return max(self.forms, key=len)

    def add(self, sighting: Sighting) -> None:
        """Take in one more place."""
        self.sightings.append(sighting)
        form = fold(sighting.parts)
        if form not in self.forms:
            self.forms.append(form)

    @property
    def known(self) -> str | None:
        """The name in the register of officials."""
        return next((s.known.name for s in self.sightings if s.known is not None and len(s.parts) > 1), None) or next(
            (s.known.name for s in self.sightings if s.known is not None), None
        )


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
    return "".join(c for k, c in enumerate(plain) if k == 0 or c != plain[k - 1])


def fold(parts: Sequence[str]) -> tuple[str, ...]:
    """The words of a name for comparison, particles and Jr. left out where more remains."""
    words = [(w, fold_word(w)) for w in parts]
    kept = tuple(f for w, f in words if w.casefold() not in PARTICLES and f not in ("ir", "sr"))
    return kept or tuple(f for _, f in words)


def cluster(found: Sequence[Sighting]) -> list[Cluster]:
    """The people among the sightings, in order of first mention."""
    clusters: list[Cluster] = []
    for sighting in found:
        if sighting.person and len(fold(sighting.parts)) > 1:
            home = next((c for c in clusters if _one_person(c, sighting)), None)
            if home is None:
                home = Cluster()
                clusters.append(home)
            home.add(sighting)
    clusters = _joined(clusters)
    rest = [s for s in found if not any(s is t for c in clusters for t in c.sightings)]
    _place(rest, clusters, sure=True)
    _place(rest, clusters, sure=False)
    for c in clusters:
        c.sightings.sort(key=lambda s: s.span)
    return sorted((c for c in clusters if c.sightings), key=lambda c: c.sightings[0].span)


def _place(rest: list[Sighting], clusters: list[Cluster], sure: bool) -> None:
    """Give the shorter forms to the people they fit; in the sure round a bare name may begin a person of its own."""
    for sighting in [s for s in rest if s.person is sure]:
        home = _home(clusters, sighting)
        if home is None and sure and _stands_alone(clusters, sighting):
            home = Cluster()
            clusters.append(home)
        if home is not None:
            home.add(sighting)
            rest.remove(sighting)


def _stands_alone(clusters: Sequence[Cluster], sighting: Sighting) -> bool:
    """A bare name makes a person if nobody of the document bears it."""
    form = fold(sighting.parts)
    return len(form) > 1 or sighting.known is not None or not any(form[-1] in c.full for c in clusters)


def _joined(clusters: list[Cluster]) -> list[Cluster]:
    """Clusters that a fuller name, found later, shows to be one."""
    out: list[Cluster] = []
    for c in clusters:
        home = next((o for o in out if compatible(o.full, c.full)), None)
        if home is None:
            out.append(c)
        else:
            for s in c.sightings:
                home.add(s)
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
    return min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))


def _home(clusters: Sequence[Cluster], sighting: Sighting) -> Cluster | None:
    """The person whom a shorter form names: the one who bears it; of several the last one named before."""
    form = fold(sighting.parts)
    if len(form) > 1:
        return next((c for c in clusters if _one_person(c, sighting)), None)
    bearers = [c for c in clusters if _bears(c, form[0], sighting)]
    if len(bearers) > 1:
        bearers = [c for c in bearers if c.full[-1] == form[0]] or bearers
    if len(bearers) > 1 and sighting.known is not None:
        bearers = [c for c in bearers if c.known == sighting.known.name] or bearers
    if len(bearers) < 2:
        return bearers[0] if bearers else None
    earlier = [(s.span, k) for k, c in enumerate(bearers) for s in c.sightings if s.span < sighting.span]
    return bearers[max(earlier)[1]] if earlier else None


def _bears(c: Cluster, word: str, sighting: Sighting) -> bool:
    if sighting.known is not None:
        if c.known == sighting.known.name:
            return True
        if sighting.known.surname_enough == "yes" and len(c.full) > 1:
            return False
    full = c.full
    if full[-1] == word or (len(full) == 1 and full[0] == word):
        return True
    if len(full) > 2 and word in full[1:-1] and len(word) > 2:
        return True
    return full[0] == word and (word in FAMILY_FIRST or sighting.title in _GIVEN_NAME_TITLES)
