"""One cause on many pages, told once in a report: the first page, with some of the others as labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.findings.finding import Finding, Label

_OF_ONE_CAUSE = frozenset({"output-is-folder", "unknown-language-file"})
"""Rules whose findings with the same advice and severity have the same cause."""
_FEW = 3
"""So many are told one by one, and so many of more are named as labels."""


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their order; of more than a few with one cause the first, which names the others.

    It is the last step: what a baseline or an ignore accepts has been taken out page by page before.
    """
    found = tuple(findings)
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for one in found:
        if one.rule in _OF_ONE_CAUSE:
            groups.setdefault(_cause(one), []).append(one)
    if not any(len(group) > _FEW for group in groups.values()):
        return found
    return tuple(_each(found, groups))


def _cause(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.help, finding.severity


def _each(found: Iterable[Finding], groups: dict[tuple[str, str, str], list[Finding]]) -> Iterator[Finding]:
    for one in found:
        group = groups.get(_cause(one), []) if one.rule in _OF_ONE_CAUSE else []
        if len(group) <= _FEW:
            yield one
        elif one is group[0]:
            labels = tuple(Label(other.path, other.span, "the same") for other in group[1 : _FEW + 1])
            help_ = f"{one.help}; {len(group) - 1} more files are like this one"
            yield one._replace(help=help_, related=(*one.related, *labels))
