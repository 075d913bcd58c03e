"""How states voted, by dependency: who is the subject of *voted against*, *abstained*, *vetoed*."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.gazetteer import Form, Mention
from kg.extract.lexicon import wordset
from kg.model import ActorKind, Option, Span
from kg.parsing.grammar import conjoined, is_done, subjects
from kg.parsing.trees import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CUE", "Seen", "positions"]

CUE = re.compile(r"\b(?:vot(?:ed?|es|ing)|abstain\w*|veto\w*|oppos\w+|support\w*|back(?:ed|s|ing)|reject\w*)\b", re.I)
_VOTING = wordset("voted vote votes voting")
_ABSTAINING = wordset("abstained abstain abstains abstaining")
_VETOING = wordset("vetoed veto vetoes vetoing")
_BACKING = wordset("backed backs backing supported supports supporting endorsed endorses")
_OPPOSING = wordset("opposed opposes opposing rejected rejects")
_DRAFTS = wordset(
    "resolution resolutions draft drafts text texts motion motions measure measures amendment amendments decision"
)
_NOW = frozenset({"VBD", "VBZ", "VBG", "VBN", "VBP"})
# A demonym is somebody of the state; these are the state: 'the Russian delegation'.
_SPEAKING = wordset("delegation delegate representative ambassador envoy government mission")


class Seen(NamedTuple):
    """A state's vote as a tree shows it, and the words from the state to the verb."""

    voter: str
    option: Option
    veto: bool
    span: Span


def positions(tree: Tree, named: Mapping[int, Mention]) -> Iterator[Seen]:
    """The votes that a sentence tells of. ``named``: the mentions of the story by where they begin."""
    for token in tree.doc:
        told = _option(token)
        if told is None or not is_done(token):
            continue
        option, veto = told
        for subject in _voters(token):
            for voter in conjoined(subject):
                mention = _mention(tree, voter, named)
                if mention is not None:
                    yield Seen(mention.actor.key, option, veto, _words(tree, mention.span, token))


def _option(token: "Token") -> tuple[Option, bool] | None:
    """What a token says was done, and whether it was a veto."""
    word = token.lower_
    if word in _ABSTAINING and token.tag_ != "NN":
        return Option.ABSTAIN, False
    if word in _VETOING and token.tag_ in _NOW:
        return Option.NO, True
    if word in _VOTING and token.tag_.startswith("V"):
        return _side(token)
    if word in _BACKING and _of_a_draft(token):
        return Option.YES, False
    if word in _OPPOSING and _of_a_draft(token):
        return Option.NO, False
    return None


def _side(verb: "Token") -> tuple[Option, bool] | None:
    below = [child.lower_ for child in verb.children if child.dep_ in ("prep", "advmod", "prt", "dobj")]
    if "against" in below or "no" in below:
        return Option.NO, False
    if "for" in below or "yes" in below or any(_is_favour(c) for c in verb.children):
        return Option.YES, False
    return None


def _is_favour(child: "Token") -> bool:
    return child.lower_ == "in" and any(c.lower_ in ("favor", "favour", "support") for c in child.children)


def _of_a_draft(verb: "Token") -> bool:
    """Whether a verb in the past tense has a draft as its object, or in the passive as its subject."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    return any(c.lower_ in _DRAFTS for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))


def _voters(verb: "Token") -> tuple["Token", ...]:
    """Who voted; in the passive those after 'by'."""
    if any(c.dep_ == "nsubjpass" for c in verb.children):
        return tuple(p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj")
    return subjects(verb)


def _mention(tree: Tree, token: "Token", named: Mapping[int, Mention]) -> Mention | None:
    """The state that a noun names, or that the delegation is of which it speaks."""
    start, end = tree.start(token), tree.end(token)
    mention = named.get(start) or next(
        (m for s in range(start, start - 40, -1) if (m := named.get(s)) and m.span.end >= end), None
    )
    if mention is not None and mention.actor.kind is ActorKind.STATE and mention.form is not Form.DEMONYM:
        return mention if mention.span.end >= end else None
    if token.lower_ in _SPEAKING:
        for child in token.children:
            owner = named.get(tree.start(child))
            if child.dep_ in ("amod", "poss", "nmod", "compound") and owner and owner.actor.kind is ActorKind.STATE:
                return owner
    return None


def _words(tree: Tree, state: Span, verb: "Token") -> Span:
    """From the state to the verb, whichever comes first."""
    return Span(min(state.start, tree.start(verb)), max(state.end, tree.end(verb)))
