"""What a model is asked, in our words."""

import json
from typing import Any

from kg.llm.answer import schema
from kg.model import Document

__all__ = ["VERSION", "question"]

VERSION = "1"
"""Of the words below: another version is another question, and answers to it are not those kept."""

_TASK = """\
You read a passage of a news article and list what it states about diplomacy, as JSON.

Copying
- Every "evidence" and all "words" are copied from the passage character by character: no ellipsis, no correction, no
  translation. What is not copied exactly is thrown away.
- "evidence" that is a list holds one or more passages, each a clause or sentence. Between them they must hold every
  name and number that you give: where a sentence says "she" or "the council", add the passage that names her or it.
- List only what the passage states. Nothing from your own knowledge. An empty list is a good answer.

votes: ballots of states in an international body that were held (not parliaments, companies, popular elections; not
votes that are only planned, demanded or imagined).
  body: the voting body's full name. kind, subject (its words in the passage), symbol (as printed).
  earlier: true where it is recalled as an earlier vote.
  counts: numbers of votes as printed. positions: states named one by one with how they voted; veto only where the
  passage calls it so. sponsors: states or groups that put the draft forward. result: what became of it.
statements: what a speaker says, asks, warns of, promises.
  words: without quotation marks; several parts where the attribution stands between them.
  direct: true where the words stand between quotation marks. Words in marks for irony, and titles, are no statements.
  speaker: the fullest name that the passage gives, else the role or institution. verb: the verb of saying as printed.
  role and represents (a state or organisation) of the speaker, where the passage tells.
officials: named holders of a public post, speaking or not, with the post as printed and whom they act for.
negotiations: talks, meetings, summits, visits, calls, agreements between states, organisations or their officials, each
with all participants that are named.

Give null or an empty list where the passage does not tell. Answer with the JSON object alone."""

_SHAPE = "\n\nThe JSON has this schema:\n"


def question(model: str, document: Document, text: str) -> dict[str, Any]:
    """A request of the chat API for the facts of a passage of a document."""
    shape = schema()
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": _TASK + _SHAPE + json.dumps(shape, separators=(",", ":"))},
            {"role": "user", "content": _passage(document, text)},
        ],
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "facts", "strict": True, "schema": shape},
        },
    }


def _passage(document: Document, text: str) -> str:
    day = f"Published: {document.published.isoformat()}\n\n" if document.published else ""
    return f"{day}Passage:\n\n{text}"
