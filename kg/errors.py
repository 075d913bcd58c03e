"""Every error a user may meet, as one tree.

    KgError
    ├── InputError          something given to us cannot be read
    │   ├── ArticleError    an article: empty, binary, damaged, too long, in another language
    │   └── RecordError     a roll-call file: unknown layout, truncated, not a voting file
    ├── WorkspaceError      the workspace is absent, broken or busy
    │   └── Busy            another build holds it
    ├── QueryError          a SPARQL query that cannot be parsed or run
    ├── ReaderError         a second reader (a parser, a language model) does not read this article
    │   └── Unavailable     nor any other: not installed, not there, does not let us in
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


class WorkspaceError(KgError):
    """The workspace is absent, broken or busy."""


class Busy(WorkspaceError):
    """Another build holds the workspace."""


class QueryError(KgError):
    """A SPARQL query that cannot be parsed or run."""


class ReaderError(KgError):
    """A second reader that does not read an article: no answer in time, or none that can be used."""


class Unavailable(ReaderError):
    """A second reader that reads no article at all: it is not installed, not there, or does not let us in."""


class EvidenceError(KgError):
    """A quotation that differs from the text at its span. Never raised by good code; never ignored."""


class CheckFailed(KgError):
    """The graph breaks a rule that must hold."""
