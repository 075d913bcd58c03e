"""What officials say for their states, sentence by sentence, and the stances that states are told to take."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
    own. ``span`` is the place of the words. ``explains`` tells that they are said in explanation of a vote; such
    an utterance is the whole statement.
    """

    claim: Claim
    voice: Voice
    sentence: str
    span: Span
    explains: bool = False


def utterances(document: Document, reading: Reading, claims: Mapping[Statement | Stance, Claim]) -> Iterator[Utterance]:
    """What is said in a document for states, in text order of each kind; ``claims`` are those of the document."""
    for said in reading.statements:
        if said in claims and not said.nested and said.certainty is not Certainty.HEDGED:
            for state in _states(said):
                yield from _sentences(document, said, claims[said], state)
    for held in reading.stances:
        if held in claims and held.claimed_by is None and held.evidence.rule == "stances/deed":
            for state in _codes(held.holder):
                yield Utterance(claims[held], Voice(state, False), held.evidence.quote, held.evidence.span)


def _states(said: Statement) -> tuple[str, ...]:
    """The states for which the words are said; none for one who speaks for himself or against his government."""
    named = (said.role, said.attributed_as, said.speaker.key if _is_group(said.speaker) and said.speaker else None)
    if any(words and _NOT_FOR_THE_STATE.search(words) for words in named):
        return ()
    return _codes(said.represents) or _codes(said.speaker)


def _is_group(actor: Actor | None) -> bool:
    return actor is not None and actor.kind is ActorKind.GROUP


def _codes(actor: Actor | None) -> tuple[str, ...]:
    if actor is None or actor.kind is not ActorKind.STATE or not _STATES.fullmatch(actor.key):
        return ()
    return tuple(actor.key.split("+"))


def _sentences(document: Document, said: Statement, claim: Claim, state: str) -> Iterator[Utterance]:
    """The sentences of a statement; the first with its lead where the words do not stand alone."""
    whole = Span(said.parts[0].span.start, said.parts[-1].span.end)
    lead = said.sentence.span.start
    explains = _EXPLAINS.search(document.text, max(0, lead), whole.start) is not None
    for part in said.parts:
        for number, span in enumerate(_cut(document.text, part.span)):
            own = span.start
            start = span.start
            if number == 0 and lead <= span.start and (not said.direct or _is_fragment(document.text, span)):
                start, own = lead, _deed(document.text, Span(lead, span.start), said.verb)
            voice = Voice(state, said.direct and start == span.start, own - start, span.start - start, own < span.start)
            yield Utterance(claim, voice, document.text[start : span.end], span)
    if explains:
        yield Utterance(claim, Voice(state, said.direct), whole.of(document.text), whole, explains=True)


def _deed(text: str, lead: Span, verb: str | None) -> int:
    """Where the verb of saying stands that leads to the words, or where the words begin if none does."""
    if not verb:
        return lead.end
    last = lead.of(text).lower().rfind(verb.lower())
    return lead.end if last < 0 else lead.start + last


def _is_fragment(text: str, span: Span) -> bool:
    words = span.of(text)
    return not words[:1].isupper() or len(words.split()) < _FRAGMENT


def _cut(text: str, part: Span) -> Iterable[Span]:
    """The sentences of a stretch of words."""
    start = part.start
    for match in _ENDS.finditer(text, part.start, part.end):
        yield Span(start, match.end(1))
        start = match.end()
    if start < part.end:
        yield Span(start, part.end)
