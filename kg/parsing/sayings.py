"""Who says what, by dependency: the subject of a verb of saying, its clause, the quotation beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.gazetteer import Form
from kg.extract.lexicon import wordset
from kg.extract.quotations import Quotation
from kg.extract.statements.cast import Cast
from kg.extract.statements.verbs import Form as VerbForm
from kg.extract.statements.verbs import forms
from kg.model import Actor, ActorKind, Span
from kg.parsing.grammar import is_done, subjects
from kg.parsing.trees import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Saying", "quoted", "reported"]

_CLAUSES = frozenset({"ccomp", "parataxis"})
_SAYING = frozenset({"VBD", "VBZ", "VBN", "VBG", "VBP"})
_SPEAKERS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.BLOC})
# A clause that a verb of saying governs is told by these, too; what a poll or a court finds is not.
_PLAIN = wordset("q t b")
_FEWEST = 4


class Saying(NamedTuple):
    """Words, who says them and how: the speaker and whom he speaks for, his name's place, the verb's, the words'."""

    speaker: Actor
    role: str | None
    represents: Actor | None
    source: Span
    verb: VerbForm
    cue: Span
    words: Span


def quoted(tree: Tree, quotations: tuple[Quotation, ...], cast: Cast) -> Iterator[Saying]:
    """The quotations of a sentence with one verb of saying outside them, given to its subject.

    A few words may be a title, a doubt, a fragment of something else's: those are left to the core.
    """
    verbs = [v for v in _verbs(tree) if not _inside(tree, v, quotations) and _takes_quotation(v)]
    told = [s for v in verbs if (s := _saying(tree, v, cast))]
    if len(told) == 1:
        whole = (q for q in quotations if q.span.of(cast.story.document.text).count(" ") >= _FEWEST)
        for quotation in whole:
            yield told[0]._replace(words=quotation.span)


def reported(tree: Tree, quotations: tuple[Quotation, ...], cast: Cast) -> Iterator[Saying]:
    """The finite clauses that verbs of saying govern, with their speakers."""
    for token in _verbs(tree):
        if _inside(tree, token, quotations):
            continue
        clause = next((c for c in token.children if c.dep_ in _CLAUSES and c.tag_ in _SAYING | {"MD", "VB"}), None)
        if clause is None or not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children):
            continue
        words = _clause(tree, clause, token)
        if words is None or any(q.outer.meets(words) for q in quotations):
            continue
        said = _saying(tree, token, cast)
        if said is not None and not said.source.meets(words):
            yield said._replace(words=words)


def _verbs(tree: Tree) -> Iterator["Token"]:
    for token in tree.doc:
        if token.tag_ in _SAYING and _form(token) is not None and is_done(token):
            yield token


def _form(token: "Token") -> VerbForm | None:
    """The verb of saying that a token is, where it takes a clause or a quotation."""
    return next((form for form in _forms(token) if _PLAIN & set(form.verb.frame)), None)


def _takes_quotation(token: "Token") -> bool:
    return any("q" in form.verb.frame for form in _forms(token))


def _forms(token: "Token") -> tuple[VerbForm, ...]:
    """The verbs of one word that a token may be."""
    found = forms().get(token.lower_)
    return found.alone if found else ()


def _saying(tree: Tree, token: "Token", cast: Cast) -> Saying | None:
    form, found = _form(token), subjects(token)
    if form is None or len(found) != 1 or any(c.dep_ == "nsubjpass" for c in token.children):
        return None
    speaker = _speaker(tree, found[0], cast)
    if speaker is None:
        return None
    cue = Span(tree.start(token), tree.end(token))
    return Saying(*speaker, verb=form, cue=cue, words=cue)


def _speaker(tree: Tree, subject: "Token", cast: Cast) -> tuple[Actor, str | None, Actor | None, Span] | None:
    """A person named by the subject, or a state, body or organisation that is the subject itself.

    As in the core, a state speaks under the name printed ('Kyiv'), and whom it is goes with it.
    """
    end = tree.end(subject)
    named = cast.person_ending(end) or cast.person_ending(end - 2)
    if named is not None:
        person = named[1]
        role = person.posts[0].role if person.posts else None
        return Actor(ActorKind.OFFICIAL, person.name), role, person.represents, tree.span(subject)
    mention = cast.actor_ending(end)
    if mention is None or mention.actor.kind not in _SPEAKERS or mention.form is Form.DEMONYM:
        return None
    printed = mention.span.of(cast.story.document.text)
    return Actor(ActorKind.GROUP, printed), None, mention.actor, mention.span


def _clause(tree: Tree, clause: "Token", verb: "Token") -> Span | None:
    """The words of a clause: on one side of the verb, without 'that' and closing marks; None where they are few."""
    tokens = [t for t in clause.subtree if not t.is_space]
    tokens = [t for t in tokens if t.i > verb.i] if clause.i > verb.i else [t for t in tokens if t.i < verb.i]
    while tokens and (tokens[0].is_punct or tokens[0].lower_ == "that"):
        tokens.pop(0)
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    if len(tokens) < _FEWEST or tokens[-1].i - tokens[0].i >= len(tokens):
        return None
    return Span(tree.start(tokens[0]), tree.end(tokens[-1]))


def _inside(tree: Tree, token: "Token", quotations: tuple[Quotation, ...]) -> bool:
    here = tree.start(token)
    return any(q.outer.start <= here < q.outer.end for q in quotations)
