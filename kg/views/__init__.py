"""Networks over the graph: who votes alike, who sponsors, speaks about and negotiates with whom."""

from kg.views.centrality import centrality
from kg.views.covoting import Alignment, alignment, covoting, strongest
from kg.views.picture import page
from kg.views.registry import VIEWS, View, analyse, network, scores, view
from kg.views.relations import cosponsorship, mentions, negotiations
from kg.views.scores import Score
from kg.views.tables import Window, window

__all__ = [
    "VIEWS",
    "Alignment",
    "Score",
    "View",
    "Window",
    "alignment",
    "analyse",
    "centrality",
    "cosponsorship",
    "covoting",
    "mentions",
    "negotiations",
    "network",
    "page",
    "scores",
    "strongest",
    "view",
    "window",
]
