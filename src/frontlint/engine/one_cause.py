"""Findings with one cause, shown as one: a language or a setting that is missing, folders that are copies.

This is the last step, for reports alone: ignores and baselines are about the findings as the rules make them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from frontlint.base.files import ProjectFiles
from frontlint.base.phrases import clip, listing
from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.engine.judge import order
from frontlint.findings.finding import Finding, Label
from frontlint.hugo.config import Config
from frontlint.hugo.fields.refusals import refused_content

_SAME_ADVICE: Final = frozenset({"output-is-folder", "unknown-language-file"})
"""Rules whose findings with the same advice and severity have the same cause."""
_FEW: Final = 3
"""So many of these are told one by one, and so many of more are named as labels."""
_COPIED: Final[Mapping[str, str]] = {
    "alias-collision": "aliases",
    "url-collision": "URLs",
    "id-not-unique": "ids",
}
"""The rules that a copied folder sets off at each of its pages, and what these repeat."""
_FEWEST_FOLDERS: Final = 3
_FEWEST_FINDINGS: Final = 10
_NAMED: Final = 2


def one_per_cause(findings: Sequence[Finding], config: Config, tree: ProjectFiles) -> tuple[Finding, ...]:
    """The findings, with those that have one cause as one; its other places are among `related`."""
    refused: defaultdict[str, list[Finding]] = defaultdict(list)
    copied: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    left: list[Finding] = []
    findings = first_of_each(findings)
    for finding in findings:
        kind = refused_content(finding.message) if finding.rule == "syntax" else None
        above = _parallel(finding) if finding.rule in _COPIED else None
        if kind is not None:
            refused[kind].append(finding)
        elif above is not None:
            copied[finding.rule, above].append(finding)
        else:
            left.append(finding)
    if refused:
        left += _setting(refused, config, tree)
    for (rule, above), some in copied.items():
        left += _copies(rule, above, some)
    if not refused and not copied:
        return tuple(findings)
    return tuple(sorted(left, key=order))


def first_of_each(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings in their order; of many with the same advice the first, which names others."""
    groups: defaultdict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        if one.rule in _SAME_ADVICE:
            groups[_advice(one)].append(one)
    if not any(len(group) > _FEW for group in groups.values()):
        return findings
    return tuple(_first_of_each(findings, groups))


def _advice(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.help, finding.severity


def _first_of_each(
    findings: Iterable[Finding], groups: Mapping[tuple[str, str, str], list[Finding]]
) -> Iterator[Finding]:
    for one in findings:
        group = groups.get(_advice(one), [])
        if len(group) <= _FEW:
            yield one
        elif one is group[0]:
            labels = tuple(Label(other.path, other.span, "the same") for other in group[1 : _FEW + 1])
            help_ = f"{one.help}; {len(group) - 1} more files are like this one"
            yield one._replace(help=help_, related=(*one.related, *labels))


def _setting(refused: Mapping[str, list[Finding]], config: Config, tree: ProjectFiles) -> list[Finding]:
    """One finding at the settings file; where there is none, those of the pages."""
    from frontlint.hugo.config.model import ConfigError
    from frontlint.hugo.config.where import placed  # brings the readers of all formats

    files = [name for name in config.files if tree.is_file(name)]
    some = sorted((one for group in refused.values() for one in group), key=order)
    if not files:
        return some
    at = placed(ConfigError("", keys=("security", "allowcontent")), tree, files)
    path = at.path if at.line and at.path in files else files[-1]
    lines = decode(path, tree.read_settings(path)).lines
    span = Span(*lines.line_span(at.line or 1))
    kinds = sorted(refused)
    count = "1 page" if len(some) == 1 else f"{len(some)} pages"
    return [
        Finding(
            "syntax",
            path,
            span,
            f"`security.allowContent` does not allow {listing(kinds)}, so Hugo's build fails at {count}",
            _to_allow(kinds, config, path),
            some[0].severity,
            label="this setting" if at.line else "a setting is missing here",
            related=tuple(
                Label(one.path, one.span, f"this page is {refused_content(one.message)}") for one in some
            ),
        )
    ]


def _to_allow(kinds: Sequence[str], config: Config, path: str) -> str:
    if config.allowed_content is not None:
        return f"add {listing([f'`^{kind}$`' for kind in kinds])} to `security.allowContent`"
    pattern = f"^({'|'.join(['text/markdown', *kinds])})$"
    if path.endswith(".toml"):
        return f"write `allowContent = ['{pattern}']` under `[security]`"
    if path.endswith(".json"):
        return f'add `"security": {{"allowContent": ["{pattern}"]}}`'
    return f"write `allowContent: ['{pattern}']` under `security:`"


def _parallel(finding: Finding) -> str | None:
    """The folder with the two folders in which a page and the first other one are the same page."""
    if not finding.related:
        return None
    own, other = finding.path.split("/"), finding.related[0].path.split("/")
    differ = [at for at, (one, two) in enumerate(zip(own, other, strict=False)) if one != two]
    if len(own) != len(other) or len(differ) != 1 or differ[0] == len(own) - 1:
        return None
    return "/".join(own[: differ[0]])


def _copies(rule: str, above: str, some: list[Finding]) -> list[Finding]:
    folders = sorted({name for one in some for name in _folders_of(one, above)})
    if len(folders) < _FEWEST_FOLDERS or len(some) < _FEWEST_FINDINGS:
        return some
    first = max(some, key=lambda one: (-one.severity.rank, one.path, -one.span.start))
    inside = len(above) + 1
    repeated = len({(one.path[inside:].partition("/")[2], _text(one)) for one in some})
    names = listing([clip(name, 12) for name in folders[:_NAMED]], max(len(folders) - _NAMED, 0))
    message = f"{names} in {clip(above, 24)} are copies: {repeated} {_COPIED[rule]} are in several of them"
    places = {(label.path, label.span): label for one in some for label in (*one.related, _again(one))}
    places.pop((first.path, first.span), None)
    return [
        first._replace(
            message=message,
            help=f"keep the {_COPIED[rule]} in one of these folders and delete them in the others",
            related=tuple(places.values()),
        )
    ]


def _again(finding: Finding) -> Label:
    return Label(finding.path, finding.span, "the same again")


def _folders_of(finding: Finding, above: str) -> Iterable[str]:
    for path in (finding.path, *(label.path for label in finding.related)):
        if path.startswith(f"{above}/"):
            yield path[len(above) + 1 :].partition("/")[0]


def _text(finding: Finding) -> str:
    return finding.message.partition(" is also ")[0]
