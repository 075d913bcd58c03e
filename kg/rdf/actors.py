"""Actors as nodes: registered ones by their code, others by their name, described in the graph that names them."""

import re
from collections.abc import Iterator

from kg.ids import entity, slug
from kg.model import Actor, ActorKind
from kg.rdf.identity import Identity
from kg.terms import NamedNode, Object, literal
from kg.vocab import KG, RDF, RDFS

Fact = tuple[NamedNode, NamedNode, Object]

_STATE = re.compile(r"[A-Z]{3}(?:\+[A-Z]{3})*")
_CODE = re.compile(r"[A-Z0-9]{2,}[A-Z0-9-]*")
_CLASS = {
    ActorKind.STATE: KG.State,
    ActorKind.OFFICIAL: KG.Official,
    ActorKind.ORGANIZATION: KG.Organization,
    ActorKind.BODY: KG.Body,
    ActorKind.BLOC: KG.Bloc,
    ActorKind.OUTLET: KG.Outlet,
    ActorKind.GROUP: KG.Group,
}


def state(code: str) -> NamedNode:
    """The node of a state."""
    return entity("state", code)


def is_code(name: str) -> bool:
    """Whether a body, bloc or organisation goes by a code, which the register describes."""
    return bool(_CODE.fullmatch(name))


def body(name: str) -> NamedNode:
    """The node of a body: its code where it has one, else a readable form of its name."""
    return entity("body", name if is_code(name) else slug(name))


def nodes(actor: Actor | None, document: str, identity: Identity) -> tuple[NamedNode, ...]:
    """The nodes of an actor: one, or several where joint speakers are joined by ``+``; none where there is none."""
    if actor is None:
        return ()
    if actor.kind is ActorKind.STATE and _STATE.fullmatch(actor.key):
        return tuple(state(code) for code in actor.key.split("+"))
    return (_node(actor, document, identity),)


def describe(actor: Actor | None, document: str, identity: Identity) -> Iterator[Fact]:
    """What a document's graph says of an actor that no register describes: its class and its name."""
    if actor is None or (actor.kind is ActorKind.STATE and _STATE.fullmatch(actor.key)):
        return
    node = _node(actor, document, identity)
    if actor.kind is ActorKind.DOCUMENT:
        yield node, RDF.type, KG.Resolution if "resolution" in actor.key.casefold() else KG.Document
        yield node, RDFS.label, literal(actor.key)
    elif actor.kind is ActorKind.OFFICIAL:
        yield node, RDF.type, KG.Official
        yield node, RDFS.label, literal(identity.names.get(node, actor.key))
        yield node, KG.namedAs, literal(actor.key)
    elif actor.kind in (ActorKind.GROUP, ActorKind.STATE, ActorKind.OUTLET) or not is_code(actor.key):
        yield node, RDF.type, _CLASS[ActorKind.GROUP if actor.kind is ActorKind.STATE else actor.kind]
        yield node, RDFS.label, literal(actor.key)


def _node(actor: Actor, document: str, identity: Identity) -> NamedNode:
    match actor.kind:
        case ActorKind.OFFICIAL:
            return identity.official(document, actor.key)
        case ActorKind.DOCUMENT:
            # "The resolution" of one article is not the resolution of another.
            return entity("text", f"{document}-{slug(actor.key)}")
        case ActorKind.BODY:
            return body(actor.key)
        case ActorKind.BLOC | ActorKind.ORGANIZATION if is_code(actor.key):
            return entity(actor.kind.value, actor.key)
        case ActorKind.STATE:
            return entity("group", slug(actor.key))
        case _:
            return entity(actor.kind.value, slug(actor.key))
