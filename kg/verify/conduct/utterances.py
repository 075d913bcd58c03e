"""What officials say for their states, sentence by sentence, and the stances that states are told to take."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model import Actor, ActorKind, Certainty, Document, Reading, Span, Stance, Statement
from kg.rdf import Claim
from kg.verify.conduct.hearing import Voice

__all__ = ["Utterance", "utterances"]

# Those who speak in a state and not for it.
_NOT_FOR_THE_STATE = re.compile(
    r"(?i)\b(?:former|ex|opposition|opponents?|critics?|activists?|analysts?|experts?|professors?|journalists?|"
    r"columnists?|historians?|scholars?|lawmakers?|senators?|congress(?:man|woman|men)|mps?|legislators?|candidates?|"
    r"member of (?:the )?(?:parliament|congress|knesset|duma|bundestag|european parliament)|protest(?:e|o)rs?|"
    r"residents?|citizens?|retired|lawyers?|authors?|party|groups?|ngos?|rights|people|media|newspapers?)\b"
)
_PERSON = re.compile(r"(?i)\b(?:opposition|lawmakers?|senators?|activists?|analysts?|former|critics?|legislators?)\b")
_STATES = re.compile(r"[A-Z]{3}(?:\+[A-Z]{3})*")
_ENDS = re.compile(r"(?<=[a-z)\]’'”\"]{2})([.!?]+[\"”’']?)\s+(?=[\"“‘(]?[A-Z])")
_EXPLAINS = re.compile(
    r"(?i)\bexplanation of (?:the |its |his |her |their )?(?:vote|position)|"
    r"\b(?:explain(?:s|ed|ing)?|justif(?:ied|ying|ies)|defend(?:s|ed|ing)?) (?:\w+ ){1,4}"
    r"(?:vote|abstention|veto|decision)\b"
)
# A quotation of fewer words is a part of the narrator's sentence.
_FRAGMENT = 5


@dataclass(frozen=True, slots=True)
class Utterance:
    """A stretch of words on behalf of a state, at its place in a document.

    ``sentence`` is what is read: the words, with the narrator's lead before them where they are no sentence of their
    own. ``span`` is the place of the words, ``shown`` that of what a reader needs to see: the verb of saying too, where
    it leads to them. ``explains`` tells that they are said in explanation of a vote; such
    an utterance is the whole statement.
    """

    claim: Claim
    voice: Voice
    sentence: str
    span: Span
    shown: Span
    explains: bool = False


def utterances(
    document: Document,
    reading: Reading,
    claims: Mapping[Statement | Stance, Claim],
    acting_for: Mapping[str, str],
) -> Iterator[Utterance]:
    """What is said in a document for states, in text order of each kind; ``claims`` are those of the document.

    ``acting_for`` gives the state of officials whose post other words tell, by the name they have in the document.
    """
    before = 0
    for said in reading.statements:
        if said in claims and not said.nested and said.certainty is not Certainty.HEDGED:
            for state in () if _is_a_person(document, said) else _states(said, acting_for):
                yield from _sentences(document, said, claims[said], state, before)
        before = max(before, said.parts[-1].span.end)
    for held in reading.stances:
        if held in claims and held.claimed_by is None and held.evidence.rule == "stances/deed":
            for state in _codes(held.holder):
                yield Utterance(
                    claims[held], Voice(state, False), held.evidence.quote, held.evidence.span, held.evidence.span
                )


def _states(said: Statement, acting_for: Mapping[str, str]) -> tuple[str, ...]:
    """The states for which the words are said; none for one who speaks for himself or against his government."""
    speaker = said.speaker
    group = speaker.key if speaker and speaker.kind is ActorKind.GROUP else None
    if any(words and _NOT_FOR_THE_STATE.search(words) for words in (said.role, said.attributed_as, group)):
        return ()
    if said.represents is None and speaker and speaker.kind is ActorKind.OFFICIAL and speaker.key in acting_for:
        return (acting_for[speaker.key],)
    return _codes(said.represents) or _codes(speaker)


def _is_a_person(document: Document, said: Statement) -> bool:
    """Whether the words are laid in the state's mouth and yet introduced as somebody's who does not speak for it."""
    if said.speaker is None or said.speaker.kind is ActorKind.OFFICIAL:
        return False
    return _PERSON.search(document.text, said.sentence.span.start, said.parts[0].span.start) is not None


def _codes(actor: Actor | None) -> tuple[str, ...]:
    if actor is None or actor.kind is not ActorKind.STATE or not _STATES.fullmatch(actor.key):
        return ()
    return tuple(actor.key.split("+"))


def _sentences(document: Document, said: Statement, claim: Claim, state: str, before: int) -> Iterator[Utterance]:
    """The sentences of a statement; the first of a part with its lead where the words do not stand alone.

    ``before`` is where the words of earlier statements end: none are read twice.
    """
    text, whole = document.text, Span(said.parts[0].span.start, said.parts[-1].span.end)
    lead = Span(min(said.sentence.span.start, whole.start), whole.start)
    for part in said.parts:
        for span in _cut(text, part.span):
            if span.start > part.span.start or (said.direct and not _is_fragment(text, span)):
                yield Utterance(claim, Voice(state, said.direct), span.of(text), span, span)
                continue
            verb = _verb(text, Span(lead.start, span.start), said.verb)
            own = max(verb, before)
            voice = Voice(state, False, own - lead.start, span.start - lead.start, deed=verb == own < span.start)
            yield Utterance(
                claim, voice, text[lead.start : span.end], span, Span(own if own == verb else span.start, span.end)
            )
        before = max(before, part.span.end)
    if _EXPLAINS.search(text, lead.start, lead.end):
        yield Utterance(claim, Voice(state, said.direct), whole.of(text), whole, whole, explains=True)


def _verb(text: str, lead: Span, verb: str | None) -> int:
    """Where the verb of saying stands that leads to the words, or where the words begin if none does."""
    last = lead.of(text).lower().rfind(verb.lower()) if verb else -1
    return lead.end if last < 0 else lead.start + last


def _is_fragment(text: str, span: Span) -> bool:
    words = span.of(text)
    return not words[:1].isupper() or len(words.split()) < _FRAGMENT


def _cut(text: str, part: Span) -> Iterator[Span]:
    """The sentences of a stretch of words."""
    start = part.start
    for match in _ENDS.finditer(text, part.start, part.end):
        yield Span(start, match.end(1))
        start = match.end()
    if start < part.end:
        yield Span(start, part.end)
