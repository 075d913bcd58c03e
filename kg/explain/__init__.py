"""Reading explained: an article with every claim marked in it, which rule saw it and how sure it is."""

from kg.explain.marking import Explained, Mark, Paragraph, Piece, explain
from kg.explain.page import page
from kg.explain.plain import as_json
from kg.explain.terminal import print_hanging, show
from kg.explain.visible import visible

__all__ = ["Explained", "Mark", "Paragraph", "Piece", "as_json", "explain", "page", "print_hanging", "show", "visible"]
