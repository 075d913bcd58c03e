"""Actors as nodes: registered ones by their code, others by their name, described in the graph that names them."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.gazetteer import mentions
from kg.ids import entity, slug
from kg.model import Actor, ActorKind, Span, Statement
from kg.nodes import coded, registered, state
from kg.rdf.identity import Identity
from kg.terms import NamedNode, Object, literal
from kg.vocab import KG, RDF, RDFS

Fact = tuple[NamedNode, NamedNode, Object]

_STATES = re.compile(r"[A-Z]{3}(?:\+[A-Z]{3})*")
CLASS = {
    "state": KG.State,
    "official": KG.Official,
    "organization": KG.Organization,
    "body": KG.Body,
    "bloc": KG.Bloc,
    "outlet": KG.Outlet,
    "group": KG.Group,
}


def body(name: str) -> NamedNode:
    """The node of what votes: a body, or an organisation whose members vote."""
    kind = registered(name)
    return coded(kind, name) if kind else entity("body", slug(name))


def nodes(actor: Actor | None, document: str, identity: Identity) -> tuple[NamedNode, ...]:
    """The nodes of an actor: one, or several where joint speakers are joined by ``+``; none where there is none."""
    if actor is None:
        return ()
    if actor.kind is ActorKind.STATE and _STATES.fullmatch(actor.key):
        return tuple(state(code) for code in actor.key.split("+"))
    return (_node(actor, document, identity),)


def speaker(said: Statement) -> Actor | None:
    """Who speaks. A state or body that speaks under a name of its own ("Moscow") is itself, not a group so called."""
    named, acts_for = said.speaker, said.represents
    if named and acts_for and named.kind is ActorKind.GROUP and names(named.key, acts_for):
        return acts_for
    return named


def names(words: str, actor: Actor) -> bool:
    """Whether the words, but for an article before them, are a name of this actor and nothing else."""
    bare = re.sub(r"^(?:the|The|THE) ", "", words)
    return any(m.actor == actor and m.span == Span(0, len(bare)) for m in mentions(bare))


def parties(actor: Actor | None, document: str, identity: Identity) -> tuple[NamedNode, ...]:
    """The nodes of one who acts for himself: a document speaks and demands, but it sponsors and represents nothing."""
    if actor is None or actor.kind is ActorKind.DOCUMENT:
        return ()
    return nodes(actor, document, identity)


def all_nodes(named: Iterable[Actor], document: str, identity: Identity) -> tuple[NamedNode, ...]:
    """The nodes of several parties, each once."""
    return tuple(dict.fromkeys(node for actor in named for node in parties(actor, document, identity)))


def describe(actor: Actor | None, document: str, identity: Identity) -> Iterator[Fact]:
    """What a document's graph says of an actor that no register describes: its class and its name."""
    if actor is None or (actor.kind is ActorKind.STATE and _STATES.fullmatch(actor.key)):
        return
    node, kind = _node(actor, document, identity), _kind(actor)
    if actor.kind is ActorKind.DOCUMENT:
        yield node, RDF.type, KG.Resolution if "resolution" in actor.key.casefold() else KG.Document
        yield node, RDFS.label, literal(actor.key)
    elif actor.kind is ActorKind.OFFICIAL:
        yield node, RDF.type, KG.Official
        yield node, RDFS.label, literal(identity.names.get(node, actor.key))
        yield node, KG.namedAs, literal(actor.key)
    elif registered(actor.key) is None:
        yield node, RDF.type, CLASS[kind]
        yield node, RDFS.label, literal(actor.key)


def _kind(actor: Actor) -> str:
    """The sort of an actor: what the register says, else what the reader took it for."""
    if actor.kind in (ActorKind.OFFICIAL, ActorKind.DOCUMENT, ActorKind.OUTLET):
        return actor.kind.value
    if actor.kind is ActorKind.STATE:
        return registered(actor.key) or "group"
    return registered(actor.key) or actor.kind.value


def _node(actor: Actor, document: str, identity: Identity) -> NamedNode:
    kind = _kind(actor)
    if actor.kind is ActorKind.OFFICIAL:
        return identity.official(document, actor.key)
    if actor.kind is ActorKind.DOCUMENT:
        # "The resolution" of one article is not the resolution of another.
        return entity("text", f"{document}-{slug(actor.key)}")
    return coded(kind, actor.key) if registered(actor.key) == kind else entity(kind, slug(actor.key))
