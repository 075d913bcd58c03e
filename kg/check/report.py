"""What a check found, as frozen data, as text for a reader and as JSON for a program."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Any

from kg.check.claims import Article, totals
from kg.check.rules import NO_RULE, Rule
from kg.check.telling import tell
from kg.ids import GRAPH, ID
from kg.vocab import PREFIXES

_INDENT = " " * 6


class Severity(StrEnum):
    """A violation fails the check; a warning is told and passes."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong: where (focus and path, as IRIs), what and what to do (message), the value found.

    ``rule`` is the named rule that it breaks, or ``NO_RULE``.
    """

    focus: str
    path: str
    message: str
    severity: Severity = Severity.VIOLATION
    value: str = ""
    rule: Rule = NO_RULE


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of check. ``scope`` says what was looked at; ``notes`` tell what is worth knowing and breaks no rule."""

    title: str
    scope: str
    violations: tuple[Violation, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no rule is broken."""
        return not any(v.severity is Severity.VIOLATION for v in self.violations)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All sections of a check, and the articles whose claims were compared with the record."""

    sections: tuple[Section, ...] = field(default=())
    articles: tuple[Article, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether no rule is broken in any section."""
        return all(section.ok for section in self.sections)

    def to_text(self, limit: int = 20, everything: bool = False) -> str:
        """The report for a reader; at most ``limit`` violations, notes and articles of each kind, or everything."""
        broken = sum(v.severity is Severity.VIOLATION for s in self.sections for v in s.violations)
        head = "All rules hold." if not broken else f"{broken} broken rule{'s' if broken > 1 else ''}."
        shown = sys.maxsize if everything else limit
        sections = [line for s in self.sections for line in _section_lines(s, shown)]
        return "\n".join([head, *sections, *tell(self.articles, shown, everything)]) + "\n"

    def to_json(self) -> str:
        """The whole report, nothing left out.

        ``ok``; ``sections`` with title, ok, scope, violations (focus, path, message, severity, value, rule) and notes;
        ``claims`` with ``totals`` by finding and ``articles``, whose fields are those of ``kg.check.claims``: article,
        name, title, publisher, published, url, ballots (event, label, matches, claims), each claim with its proposition
        and verdict, the finding, what is said and on record, reason, quote, sentence, the record's address and the
        place in the text.
        """
        told = {
            "ok": self.ok,
            "sections": [_section_json(section) for section in self.sections],
            "claims": {
                "totals": {finding.value: number for finding, number in totals(self.articles).items()},
                "articles": [asdict(article) for article in self.articles],
            },
        }
        return json.dumps(told, ensure_ascii=False, indent=1)


_MARK = {Severity.VIOLATION: "!", Severity.WARNING: "?"}


def _section_json(section: Section) -> dict[str, Any]:
    violations = [
        {
            "focus": v.focus,
            "path": v.path,
            "message": v.message,
            "severity": v.severity.value,
            "value": v.value,
            "rule": {"id": v.rule.id, "title": v.rule.title, "source": v.rule.source} if v.rule.id else None,
        }
        for v in section.violations
    ]
    return {
        "title": section.title,
        "ok": section.ok,
        "scope": section.scope,
        "violations": violations,
        "notes": list(section.notes),
    }


def short(iri: str) -> str:
    """An IRI as a reader likes it: ``kg:votedYes``, ``id/state/UKR``; anything else as it is."""
    for base, prefix in ((ID, "id/"), (GRAPH, "graph/")):
        if iri.startswith(base):
            return prefix + iri.removeprefix(base)
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def _section_lines(section: Section, limit: int) -> list[str]:
    lines = ["", f"{'ok  ' if section.ok else 'FAIL'}  {section.title}: {section.scope}"]
    for rule, group in groupby(sorted(section.violations[:limit], key=_by_rule), key=lambda v: v.rule):
        broken = list(group)
        if rule.id:
            lines.append(f"{_INDENT}{_MARK[broken[0].severity]} Rule {rule}")
        for violation in broken:
            lines += _told(violation)
    lines += _more(len(section.violations) - limit)
    lines += [f"{_INDENT}- {note}" for note in section.notes[:limit]]
    return lines + _more(len(section.notes) - limit)


def _by_rule(violation: Violation) -> tuple[bool, str]:
    """What fails the check first; what breaks one rule together."""
    return violation.severity is not Severity.VIOLATION, violation.rule.id


def _told(violation: Violation) -> Iterator[str]:
    """What is wrong and where: under the rule that it breaks, or on its own."""
    where = " ".join(filter(None, (short(violation.focus), short(violation.path))))
    found = f" Found: {short(violation.value)}" if violation.value else ""
    if violation.rule.id:
        yield f"{_INDENT}    {violation.message}{found}" + (f" ({where})" if where else "")
    elif not where:
        yield f"{_INDENT}{_MARK[violation.severity]} {violation.message}{found}"
    else:
        yield f"{_INDENT}{_MARK[violation.severity]} {where}"
        yield f"{_INDENT}  {violation.message}{found}"


def _more(number: int) -> list[str]:
    return [f"{_INDENT}  and {number} more: --all lists every one"] if number > 0 else []
