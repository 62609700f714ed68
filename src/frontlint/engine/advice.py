"""One alias, one piece of advice: of several findings at one alias the gravest is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.findings.reach import cascade_of

_GRAVEST_FIRST = (
    "alias-language-twice",
    "alias-malformed",
    "id-alias-foreign",
    "alias-shadows-page",
    "alias-collision",
    "alias-duplicate",
    "alias-own-url",
    "alias-relative",
    "url-case-clash",
)
"""Rules that tell what to do with an alias. Who deletes it need not hear how to write it."""
_PLACE = {rule: place for place, rule in enumerate(_GRAVEST_FIRST)}


def one_advice(findings: Iterable[Finding]) -> Sequence[Finding]:
    """The findings without second advice on an alias, which comes back when the first is followed.

    What authors ignore has to be taken out before: it gives no advice.
    """
    kept: list[Finding] = []
    best: dict[tuple[str, Span], Finding] = {}
    for finding in findings:
        if finding.rule not in _PLACE or not _is_about_an_alias(finding):
            kept.append(finding)
            continue
        at = finding.path, finding.span
        if at not in best or _weight(finding) < _weight(best[at]):
            best[at] = finding
    return [*kept, *best.values()]


def _is_about_an_alias(finding: Finding) -> bool:
    place = cascade_of(finding.field)
    return (place.key if place else str((finding.field or ("",))[0]).lower()) == "aliases"


def _weight(finding: Finding) -> tuple[int, int]:
    return finding.severity.rank, _PLACE[finding.rule]
