"""A language model that reads documents: asked piece by piece, believed where the text bears it out."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import reduce
from pathlib import Path
from typing import Any

import msgspec

from kg.extract.agreement import ALONE, heard
from kg.extract.story import Story, prepare
from kg.llm.answer import BadAnswerError, Parsed, parsed, schema
from kg.llm.cache import Answers, key
from kg.llm.client import Chat, CutOffError
from kg.llm.grounding import grounded
from kg.llm.pieces import Piece, halves, pieces
from kg.llm.prompt import VERSION, question
from kg.llm.scene import Scene, Unfounded
from kg.llm.server import Server
from kg.model import Document, Reading

__all__ = ["LanguageModel"]

# What is kept of an answer that broke off: the piece is asked for in halves the next time as well.
_CUT_OFF = ""


class LanguageModel:
    """A second reader (``kg.extract.agreement.SecondReader``) behind a server. Several threads may let it read."""

    def __init__(self, server: Server, cache: Path | None = None) -> None:
        self._server = server
        self._chat = Chat(server)
        self._answers = Answers(cache)
        self._schema = msgspec.json.encode(schema(), order="deterministic")

    @property
    def name(self) -> str:
        """The model with the version of what it is asked."""
        return f"{self._server.label}@{VERSION}"

    @property
    def at_once(self) -> int:
        """How many documents it reads at a time."""
        return self._server.at_once

    def close(self) -> None:
        """Ask nothing more."""
        self._chat.close()

    def read(self, document: Document, core: Reading, /) -> Reading:  # it is not told what the core reads
        """What the model states and the text bears out, of all pieces of the document.

        ReaderError where a piece gets no answer, Unavailable where no document will.
        """
        story = prepare(document)
        read = [self._grounded(story, piece, answer) for piece, answer in self._told(story)]
        nothing = Reading(document.id, self.name)
        # What two pieces tell is one fact where the readings of two readers would make it one.
        return replace(reduce(heard, read, nothing), extractor=self.name)

    def _told(self, story: Story) -> Iterator[tuple[Piece, Parsed]]:
        waiting = list(pieces(story))[::-1]
        while waiting:
            piece = waiting.pop()
            try:
                yield piece, self._answer(story.document, piece.text)
            except CutOffError:
                smaller = halves(story, piece)
                if not smaller:
                    raise
                waiting.extend(reversed(smaller))

    def _answer(self, document: Document, text: str) -> Parsed:
        """The facts of a piece, as they were answered before or are now. CutOffError where an answer breaks off."""
        asked = question(self._server.model, document, text)
        name = key(self._server.model, VERSION, self._schema, asked["messages"][-1]["content"])
        kept = self._answers.get(name)
        if kept == _CUT_OFF:
            raise CutOffError(f"{self._server.model} broke off in its answer")
        if kept is not None:
            with suppress(BadAnswerError):  # spoilt: asked again
                return parsed(kept)
        try:
            answer, found = self._asked(asked)
        except CutOffError:
            self._answers.put(name, self._server.model, _CUT_OFF)
            raise
        self._answers.put(name, self._server.model, answer)
        return found

    def _asked(self, asked: dict[str, Any]) -> tuple[str, Parsed]:
        """The model's words and the facts in them; without any it is asked once more."""
        answer = self._chat.ask(asked)
        try:
            return answer, parsed(answer)
        except BadAnswerError:
            answer = self._chat.ask(asked)
        try:
            return answer, parsed(answer)
        except BadAnswerError as bad:
            raise BadAnswerError(f"{self._server.model}: {bad}") from None

    def _grounded(self, story: Story, piece: Piece, answer: Parsed) -> Reading:
        scene = Scene(story, piece.span, self._server.label, ALONE)
        if answer.misshapen:
            scene.drop("answer", Unfounded(f"{answer.misshapen} items have not the form asked for"))
        return grounded(answer.answer, scene, self.name)
