"""The rules of a run as SARIF's reportingDescriptor objects: what a viewer shows beside a result."""

from __future__ import annotations

import io
from collections.abc import Sequence

from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Severity
from frontlint.lint.rule import RuleInfo
from frontlint.report.ascii_json import Json
from frontlint.report.explain import explain
from frontlint.report.output import Output
from frontlint.report.reference import rule_page
from frontlint.report.words import rule_url

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def descriptors(names: Sequence[str], outcome: Outcome, to: Output) -> list[Json]:
    """The descriptors of these rules, in their order."""
    return [_descriptor(name, outcome.rules.get(name), outcome.docs_url, to) for name in names]


def _descriptor(name: str, info: RuleInfo | None, docs_url: str | None, to: Output) -> Json:
    if info is None:  # a finding about frontlint itself
        return {"id": name}
    page, url = io.StringIO(), rule_url(docs_url, name)
    explain(info, Output(page, to.project, to.cwd))
    return {
        "id": name,
        "name": f"{info.group}-{name}".title().replace("-", ""),  # a viewer wants another word than the id
        "shortDescription": {"text": plain(info.summary)},
        "fullDescription": {"text": plain(info.why)},
        "help": {"text": plain(page.getvalue()), "markdown": "\n".join(rule_page(info))},
        **({} if url is None else {"helpUri": url}),
        "defaultConfiguration": {"level": LEVELS[info.severity]},
        "properties": {"tags": [info.group]},
    }


def plain(text: str) -> str:
    """A text that no viewer takes for more: `[words](target)` would be a link in a message of SARIF."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
