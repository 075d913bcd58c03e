"""Text of strangers, made safe to show: what would move a cursor or turn the line around is seen, not obeyed."""

import re

__all__ = ["visible"]

# Control characters but for line breaks and tabs; and those that change the direction of writing unseen.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with every control character as the replacement character; as long as before."""
    return _UNSEEN.sub("\ufffd", text)
