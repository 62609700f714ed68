"""The hooks for pre-commit: what `.pre-commit-hooks.yaml` offers, and what `init` writes elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from frontlint.base.record import NamedTuple
from frontlint.hugo.values.media import CONTENT_EXTENSIONS
from frontlint.init.origin import Origin

_HEAD = """\
# The hooks that pre-commit finds here; written by `python docs/generate.py`.
"""


class Hook(NamedTuple):
    """One hook. `scope` are the lines that say when it runs, and on which files."""

    id: str
    name: str
    entry: str
    description: str
    scope: tuple[str, ...]


def _staged_pages(content: Sequence[str] = ()) -> Hook:
    return Hook(
        id="frontlint",
        name="front matter of the staged pages",
        entry="frontlint check --force-exclude",
        description="Lints the staged pages; the whole site is read, so that rules about it see all of it.",
        scope=(
            f"files: {_quoted(_pages(content))}",
            "require_serial: true  # a run uses several processes by itself",
        ),
    )


def _whole_site() -> Hook:
    return Hook(
        id="frontlint-site",
        name="front matter of the whole site",
        entry="frontlint check",
        description="Lints the whole site, also when pages are only deleted, or settings have changed.",
        scope=(
            "pass_filenames: false",
            "always_run: true  # pre-commit passes no deleted file, and skips a hook without files",
            "require_serial: true",
        ),
    )


def offered() -> str:
    """The text of `.pre-commit-hooks.yaml`."""
    return _HEAD + "".join(
        _item(hook, (f"description: {hook.description}", "language: python"))
        for hook in (_staged_pages(), _whole_site())
    )


def wanted(origin: Origin, content: Sequence[str] = ()) -> str:
    """The entry below `repos:` for a repository, with the frontlint that was installed from `origin`.

    `content` are the folders of the repository that hold pages; none for those that are called `content`.
    """
    if origin.repository:
        lines = [f"- repo: {origin.repository}", f"  rev: '{origin.revision}'", "  hooks:"]
        lines.append("    - id: frontlint")
        if content:
            lines.append(f"      files: {_quoted(_pages(content))}")
        return "\n".join(lines) + "\n"
    hook = _item(_staged_pages(content), tuple(_language(origin)))
    indented = "".join(f"    {line}\n" for line in hook.splitlines())
    return f"- repo: local\n  hooks:\n{indented}"


def _language(origin: Origin) -> Iterator[str]:
    """A hook of a repository's own runs the frontlint of the machine, where no index has it."""
    if origin.local:
        yield "language: system  # the frontlint that is installed here"
    else:
        yield "language: python"
        yield f"additional_dependencies: ['{origin.requirement}']"


def _pages(content: Sequence[str]) -> str:
    """The expression for the pages in these folders, in any case, as Hugo knows extensions."""
    folders = "|".join(map(re.escape, content))
    before = "(^|/)content" if not content else f"^({folders})" if len(content) > 1 else f"^{folders}"
    return rf"(?i){before}/.*\.({'|'.join(sorted(CONTENT_EXTENSIONS))})$"


def _quoted(text: str) -> str:
    """The text for YAML; what cannot be printed is escaped, as JSON and YAML have it."""
    return "'" + text.replace("'", "''") + "'" if text.isprintable() else json.dumps(text)


def _item(hook: Hook, more: tuple[str, ...]) -> str:
    lines = [f"name: {hook.name}", f"entry: {hook.entry}", *more, *hook.scope]
    return f"- id: {hook.id}\n" + "".join(f"  {line}\n" for line in lines)
