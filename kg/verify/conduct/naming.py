"""What words say of the text that they name, and how well that fits a ballot."""

from dataclasses import dataclass

from kg import codes
from kg.extract.gazetteer import mentions
from kg.extract.lexicon import wordset
from kg.model import ActorKind
from kg.verify.conduct.events import Event, plain_symbol, stems
from kg.verify.conduct.references import Reference
from kg.verify.conduct.words import TITLED

__all__ = ["Named"]

# Bodies that no register of ours knows, and that vote too.
_OTHER_BODIES = wordset(
    "congress senate parliament knesset duma bundestag cabinet commons referendum election senators"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The number of a text, the body, whose it is, what it is about; ``other`` where another body is named.

    ``title`` holds the head where it is a word that the report of the ballot must have (*the declaration*).
    """

    symbol: str | None
    bodies: frozenset[str]
    states: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]
    other: bool

    @classmethod
    def of(cls, reference: Reference, state: str) -> "Named":
        """What a reference in words of a state says."""
        _, _, author = reference.complement.partition("by ")
        actors = [m.actor for m in mentions(f"{reference.words}. {author}")]
        states = {a.key for a in actors if a.kind is not ActorKind.BODY and a.key != "UN"}
        if "own" in reference.modifiers or reference.words.lower().startswith(("our ", "its ")):
            states.add(state)
        if "european" in {m.split("-")[0] for m in reference.modifiers}:
            states.add("European countries")
        about = " ".join((*reference.modifiers, reference.complement)).lower()
        return cls(
            symbol=plain_symbol(reference.symbol) if reference.symbol else None,
            bodies=frozenset(a.key for a in actors if a.kind is ActorKind.BODY),
            states=frozenset(states),
            words=stems(about),
            title=stems(" ".join(TITLED & set(reference.words.lower().split()[-1:]))),
            other=not _OTHER_BODIES.isdisjoint(about.split()),
        )

    def fits(self, event: Event) -> int | None:
        """How much of what is named the event has; None where it contradicts."""
        if self.symbol is not None:
            return 9 if self.symbol in event.symbols else None
        if (self.bodies and event.body not in self.bodies) or self.other:
            return None
        points = len(self.bodies) + bool(self.words & event.words)
        if not self.states or not event.sponsors:
            return points
        if any(_same_side(s, other) for s in self.states for other in event.sponsors):
            return points + 3
        # 'the Cuba resolution' names what it is about
        return points if any(stems(codes.label(s)) & event.words for s in self.states) else None


def _same_side(named: str, sponsor: str) -> bool:
    return named == sponsor or ("European" in named and "European" in sponsor)
