"""Every error a user may meet, as one tree.

    KgError
    ├── InputError          something given to us cannot be read
    │   ├── ArticleError    an article: empty, binary, damaged, too long, in another language
    │   └── RecordError     a roll-call file: unknown layout, truncated, not a voting file
    ├── ReaderError         an optional reader (the parser, a language model) is not installed or does not answer
    ├── WorkspaceError      the workspace is absent, broken or busy
    │   └── Busy            another build holds it
    ├── QueryError          a SPARQL query that cannot be parsed or run
    ├── EvidenceError       a quotation that is not what the text says at its span: a defect of ours
    └── CheckFailed         the graph breaks a rule that must hold

The command line turns each into one line on standard error and exit code 1. A message says what is wrong
and what to do, without a full stop at its end.
"""


class KgError(Exception):
    """Anything that goes wrong and that we can name."""


class InputError(KgError):
    """Something given to us cannot be read."""


class ArticleError(InputError):
    """An article that is empty, binary, damaged, too long or in a language we do not read."""


class RecordError(InputError):
    """A roll-call file of unknown layout, cut off, or no voting file at all."""


class ReaderError(KgError):
    """An optional reader, the parser or a language model, is not installed or does not answer."""


class WorkspaceError(KgError):
    """The workspace is absent, broken or busy."""


class Busy(WorkspaceError):
    """Another build holds the workspace."""


class QueryError(KgError):
    """A SPARQL query that cannot be parsed or run."""


class EvidenceError(KgError):
    """A quotation that differs from the text at its span. Never raised by good code; never ignored."""


class CheckFailed(KgError):
    """The graph breaks a rule that must hold."""
