"""What the readers of trees share: who does what a verb says, and whether it is done at all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.extract.lexicon import wordset
from kg.extract.statements.words import MODALS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["conjoined", "is_done", "subjects"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A verb in one of these hangs on the verb whose subject it shares: 'decided to vote', 'left the hall, abstaining'.
_SHARING = frozenset({"conj", "xcomp", "advcl", "dep"})
# The parser cuts 'wouldn't' into 'would' and 'n't', and 'won't' into 'wo' and 'n't'.
_MODALS = MODALS | wordset("'ll 'd wo ca")
_HYPOTHETICAL = wordset("if unless whether")
# What these govern need not have come about: 'threatened to veto', 'was expected to abstain'.
_WANTING = wordset(
    "threatened threatens threatening threaten expected expects expect expecting urged urges urge urging asked asks "
    "wanted wants want planned plans plan planning intends intended intend refused refuses refuse declined declines "
    "hoped hopes promised promises vowed vows pledged considered considers considering likely set due about "
    "proposed proposes tried tries failed fails signalled signaled going called calls calling supposed able ready "
    "prepared free urging pressed lobbied persuaded convinced allowed encouraged"
)
_LONGEST = 12


def subjects(verb: "Token") -> tuple["Token", ...]:
    """Who does what a verb says: its own subjects, or those of the verb it hangs on, or the noun it describes."""
    for _ in range(_LONGEST):
        own = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if own:
            return tuple(_antecedent(token, verb) for token in own)
        if verb.dep_ in ("relcl", "acl"):
            return (verb.head,)
        if verb.dep_ not in _SHARING or verb.head is verb:
            return ()
        verb = verb.head
    return ()


def _antecedent(subject: "Token", verb: "Token") -> "Token":
    """The noun that 'which' or 'who' stands for."""
    return verb.head if subject.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else subject


def conjoined(token: "Token") -> Iterator["Token"]:
    """A noun and those that are joined to it: the members of a list."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" or (child.dep_ == "appos" and child.tag_ == "NNP"):
            yield from conjoined(child)


def is_done(verb: "Token") -> bool:
    """Whether what a verb says came about: not denied, not wished for, not supposed."""
    for _ in range(_LONGEST):
        below = [child for child in verb.children if child.dep_ in ("neg", "aux", "mark", "preconj")]
        if any(c.dep_ == "neg" or c.lower_ in _MODALS or c.lower_ in _HYPOTHETICAL for c in below):
            return False
        if verb.head is verb or verb.dep_ not in ("xcomp", "pcomp", "ccomp", "acl", "conj"):
            return True
        if verb.head.lower_ in _WANTING and verb.dep_ != "conj":
            return False
        verb = verb.head.head if verb.dep_ == "pcomp" and verb.head.head is not verb.head else verb.head
    return True
