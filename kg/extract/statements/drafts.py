"""A statement in the making: parts may still come, from the same sentence or the next paragraph."""

from dataclasses import dataclass, field

from kg.extract.statements.attribution import Heard
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import Side
from kg.extract.statements.discourse import Voice
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort
from kg.extract.statements.words import OUTLET_WORDS, OUTLETS, PLATFORMS, PRONOUNS
from kg.model import Actor, ActorKind, Certainty, Document, Span, SpeechAct, Statement


@dataclass(slots=True)
class Draft:
    """What will be a Statement. ``within`` is the stretch that holds words and attribution."""

    spans: list[Span]
    within: Span
    direct: bool
    rule: str
    confidence: float
    voice: Voice | None = None
    verb: str | None = None
    act: SpeechAct = SpeechAct.ASSERT
    marks: bool = True
    nested: bool = False
    via: str | None = None
    addressee: Actor | None = None
    hedged: bool = False
    attributed_as: str | None = None
    source: Span | None = None
    cue: Span | None = None
    clause: Span | None = None
    lines: set[int] = field(default_factory=set)

    def finish(self, document: Document, cast: Cast) -> Statement:
        """The statement, its evidence cut from the text."""
        text, voice = document.text, self.voice
        sure = round(self.confidence * (voice.sure if voice else 1.0), 3)
        return Statement(
            words=" ".join(s.of(text) for s in self.spans),
            direct=self.direct,
            parts=tuple(document.evidence(s, self.rule, sure) for s in self.spans),
            sentence=document.evidence(self.within, self.rule, sure),
            speaker=voice.actor if voice else None,
            role=voice.role if voice else None,
            represents=voice.represents if voice else None,
            attributed_as=self.attributed_as or (voice.words if voice else None),
            verb=self.verb,
            act=self.act,
            quote_marks=self.marks,
            nested=self.nested,
            via=self.via,
            addressee=self.addressee,
            about=cast.about(tuple(self.spans)),
            certainty=Certainty.HEDGED if self.hedged else Certainty.REPORTED,
            source_span=self.source or (voice.span if voice else None),
            cue_span=self.cue,
            clause_span=self.clause,
        )


@dataclass(frozen=True, slots=True)
class Medium:
    """What passes the words of a sentence on; ``place`` is the cue of an agency ('…, Reuters reported')."""

    words: str
    place: int | None = None


def attribute(draft: Draft, heard: Heard, through: Medium | None) -> None:
    """Give a draft the speaker, verb, addressee and medium of a cue."""
    cue = heard.cue
    draft.voice, draft.verb, draft.act, draft.hedged = heard.voice, cue.words, cue.verb.act, cue.hedged
    draft.cue = cue.span
    if cue.addressee is not None:
        draft.via, draft.addressee = _listener(cue.addressee, heard)
    if draft.via is None and through is not None and through.place != heard.place:
        draft.via = through.words


def medium(line: Line, heard: tuple[Heard, ...]) -> Medium | None:
    """The agency among the speakers of a sentence ('…, the minister said, according to Tass'), or its platform."""
    for item in heard:
        voice = item.voice
        if voice is None:
            continue
        agency = voice.actor.kind is ActorKind.ORGANIZATION and voice.words.lower().split()[-1] in OUTLET_WORDS
        if voice.actor.kind is ActorKind.OUTLET or agency:
            return Medium(voice.words, item.place)
    platform = _platform(line)
    return Medium(platform) if platform else None


def _listener(phrase: Phrase, heard: Heard) -> tuple[str | None, Actor | None]:
    """What was told is told to a medium (via) or to somebody (addressee)."""
    words = phrase.words.lower().split()
    if heard.cue.verb.lemma == "tell" and (
        phrase.head in OUTLET_WORDS or set(words) & OUTLETS or words[-1] in OUTLET_WORDS
    ):
        return phrase.words, None
    if phrase.sort is Sort.PRONOUN:
        return None, None
    if phrase.person is not None:
        return None, Actor(ActorKind.OFFICIAL, phrase.person.name)
    if phrase.sort is Sort.ACTOR:
        return None, phrase.actor
    bare = phrase.words.split()
    while len(bare) > 1 and bare[0].lower() in {"the", "a", "an", "his", "her", "its", "their"}:
        bare = bare[1:]
    return None, Actor(ActorKind.GROUP, " ".join(bare))


def _platform(line: Line) -> str | None:
    """'in a post on X', 'wrote on Telegram', 'in an interview with the network'."""
    for at, token in enumerate(line.tokens):
        if token.low in PLATFORMS and line.low(at - 1) in {"on", "to", "via"} and token.capital:
            following = line.tokens[at + 1].text if token.low == "truth" and at + 1 < len(line.tokens) else ""
            return f"{token.text} {following}".strip()
    return None


def is_relay(first: Heard, second: Heard, line: Line) -> bool:
    """'…, A said, B had told him', '…, A said, quoting B': A passes B's words on."""
    cue = second.cue
    if second.via is not None and cue.shape == "ing" and cue.side is Side.SHARED:
        return True
    told = cue.verb.lemma == "tell" and cue.addressee is not None and cue.addressee.head in PRONOUNS
    return told and line.low(first.cue.end + 1) == "," and cue.begin == first.cue.end + 2
