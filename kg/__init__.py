"""OnRecord: a knowledge graph of who said what, who voted how, and whether the official record agrees."""

__version__ = "0.1.0"
