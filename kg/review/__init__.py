"""What people say of facts that the program read: accepted, rejected, put right; and each fact in plain words.

Answers are kept beside the data and heard on the way from the readings to the graph, so that every graph, view,
verdict and dump rests on them and a reading is never rewritten.
"""

from kg.review.answering import Answered, answer, holding, review
from kg.review.editing import BY_HAND, editable, edited
from kg.review.telling import ballot_in_words, in_words

__all__ = [
    "BY_HAND",
    "Answered",
    "answer",
    "ballot_in_words",
    "editable",
    "edited",
    "holding",
    "in_words",
    "review",
]
