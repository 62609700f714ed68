"""The pages of the documentation site, made of the project's Markdown files and the rules' docstrings."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from mkmarkdown import for_mkdocs

from frontlint.findings.finding import INTERNAL
from frontlint.lint.registry import Registry
from frontlint.lint.rule import RuleInfo
from frontlint.report.reference import reference, rule_page

ROOT = Path(__file__).parents[2]

PAGES = {
    "README.md": "index.md",
    "docs/cli.md": "cli.md",
    "docs/configuration.md": "configuration.md",
    "docs/ci.md": "ci.md",
    "docs/rules.md": "rules/index.md",
    "docs/messages.md": "messages.md",
    "docs/hugo.md": "hugo.md",
    "docs/security.md": "security.md",
    "docs/speed.md": "speed.md",
    "docs/architecture.md": "architecture.md",
    "docs/releasing.md": "releasing.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
"""The files that are pages, and where they are on the site."""

_PART = re.compile(r"\*\*(\w+)\.?\*\*[ ,]*(.*)")
_UNREAD = "page-too-long"  # no comment counts in a page that is not read


def infos() -> list[RuleInfo]:
    """The rules by group and name."""
    registry = Registry()
    rules = [registry.load(name).info for name in registry.names]
    return sorted(rules, key=lambda info: (info.group, info.name))


def pages(repository: str | None) -> dict[str, str]:
    """Every page of the site by its path; `repository` is the web address that other links lead to."""
    rules = infos()
    names = {info.name for info in rules}
    made = {}
    for source, page in PAGES.items():
        text = _index(rules) if source == "docs/rules.md" else (ROOT / source).read_text(encoding="utf-8")
        made[page] = for_mkdocs(text, partial(_turn, source, names, repository))
    made["index.md"] = "---\nhide: [navigation]\n---\n" + made["index.md"]
    made |= {f"rules/{info.name}.md": "\n".join(_rule(info)) + "\n" for info in rules}
    return made


def schemas() -> Iterator[tuple[str, bytes]]:
    """The schemas by their paths, which are the same on the site."""
    for path in sorted((ROOT / "schemas").rglob("*.json")):
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()


def navigation() -> list[Any]:
    """What the site's menu shows, in order."""
    groups = groupby(infos(), key=lambda info: info.group)
    rules = [{group: [{info.name: f"rules/{info.name}.md"} for info in members]} for group, members in groups]
    return [
        {"Start": "index.md"},
        {
            "Use": [
                {"Command line": "cli.md"},
                {"Configuration": "configuration.md"},
                {"Hooks and CI": "ci.md"},
            ]
        },
        {"Rules": ["rules/index.md", {"All messages": "messages.md"}, *rules]},
        {"Background": [{"Hugo": "hugo.md"}, {"Security": "security.md"}, {"Speed": "speed.md"}]},
        {
            "Develop": [
                {"Contributing": "contributing.md"},
                {"Architecture": "architecture.md"},
                {"Releasing": "releasing.md"},
                {"Changelog": "changelog.md"},
            ]
        },
    ]


def _index(rules: list[RuleInfo]) -> str:
    """The rule reference up to its first rule; its groups become headings."""
    head = reference(rules).partition("\n## ")[0]
    return re.sub(r"(?m)^\*\*\[(.+?)\]\(#.+?\)\*\*$", r"## Group \1", head)


def _turn(source: str, rules: set[str], repository: str | None, link: str) -> str | None:
    """Where a link of a file leads on the site, from the page made of it; None for nowhere."""
    path, _, anchor = link.partition("#")
    page = PAGES[source]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path)) if path else source
    if target == "docs/rules.md" and anchor in rules:
        target, anchor = f"rules/{anchor}.md", ""
    elif target in PAGES:
        target = PAGES[target]
    elif not (target.startswith("schemas/") and target.endswith(".json")):
        return f"{repository}/blob/HEAD/{target}" if repository else None
    away = "" if target == page and anchor else posixpath.relpath(target, posixpath.dirname(page) or ".")
    return f"{away}#{anchor}" if anchor else away


def _rule(info: RuleInfo) -> Iterator[str]:
    """A page: the rule's own, with headings, and how to silence it."""
    yield from ("---", f"description: {_quoted(info.summary)}", "---", "", f"# {info.name}", "")
    yield from _headed(rule_page(info))
    if info.name != INTERNAL:
        yield from _silence(info.name)
    yield f"In a terminal: `frontlint explain {info.name}` · [All rules](index.md#group-{info.group})"


def _headed(lines: Iterator[str]) -> Iterator[str]:
    """The page with a heading for each of its parts, which the reference has in bold."""
    fence = ""
    for line in lines:
        ticks = re.match(r"`{3,}", line)
        if ticks and not fence:
            fence = ticks[0]
        elif fence and line == fence:
            fence = ""
        part = None if fence else _PART.fullmatch(line)
        if part is None:
            yield line
            continue
        yield f"## {_TITLES.get(part[1], part[1])}"
        if part[2]:
            yield from ("", part[2][0].upper() + part[2][1:])


_TITLES: Mapping[str, str] = {"For": "Where it applies", "Note": "Notes"}


def _silence(name: str) -> Iterator[str]:
    yield from ("## How to silence it", "")
    if name != _UNREAD:
        yield from ("On one line of YAML or TOML, at its end or on the line above:", "")
        yield from _block("yaml", f"# frontlint: ignore[{name}] your reason")
        yield from ("On one page, on the first line after the front matter:", "")
        yield from _block("markdown", f"<!-- frontlint-ignore {name}: your reason -->")
    yield from ("On some pages, in `frontlint.toml`:", "")
    yield from _block("toml", "[rules.per-path]", f'"content/posts/**" = {{ ignore = ["{name}"] }}')
    yield from ("On the whole site, in `frontlint.toml`:", "")
    yield from _block("toml", "[rules]", f'ignore = ["{name}"]')


def _block(language: str, *lines: str) -> Iterator[str]:
    yield from (f"```{language}", *lines, "```", "")


def _quoted(text: str) -> str:
    return "'" + text.replace("`", "").replace("'", "''") + "'"
