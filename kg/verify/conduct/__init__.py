"""Words and deeds: what the officials of a state say of a text, beside how the state votes on it."""

from kg.verify.conduct.comparing import conduct

__all__ = ["conduct"]
