"""The hooks for pre-commit: what `.pre-commit-hooks.yaml` offers, and what `init` writes elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import NamedTuple
from frontlint.init.origin import BLANK, BLANK_COMMIT, Origin

_HEAD = """\
# The hooks that pre-commit finds here; written by `python docs/generate.py`.
"""
FULL_RUN = ("pass_filenames: false", "always_run: true", "require_serial: true")
"""A hook that gets file names runs once for every few thousand of them, and not at all for a deletion."""


class Hook(NamedTuple):
    """One hook."""

    id: str
    name: str
    entry: str
    description: str


COMMIT = Hook(
    id="frontlint",
    name="front matter of this commit",
    entry="frontlint check --staged",
    description="Checks what the commit changes, and what it breaks elsewhere on the site.",
)
SITE = Hook(
    id="frontlint-site",
    name="front matter of the whole site",
    entry="frontlint check",
    description="Checks the whole site on every commit.",
)
FIX = Hook(
    id="frontlint-fix",
    name="fix the front matter of this commit",
    entry="frontlint check --fix --staged",
    description="Fixes what has one right answer; the commit fails, so that you can look at it.",
)


def offered() -> str:
    """The text of `.pre-commit-hooks.yaml`."""
    return _HEAD + "".join(_item(hook) for hook in (COMMIT, SITE, FIX))


def wanted(origin: Origin) -> str:
    """The entry below `repos:` for a repository, with the frontlint that was installed from `origin`.

    For one that is `local` there are blanks to fill in.
    """
    if origin.repository or origin.local:
        repository, revision = origin.repository or BLANK, origin.revision or BLANK_COMMIT
        return f"- repo: {repository}\n  rev: '{revision}'\n  hooks:\n    - id: {COMMIT.id}\n"
    indented = "".join(f"    {line}\n" for line in local_hook(origin).splitlines())
    return f"- repo: local\n  hooks:\n{indented}"


def local_hook(origin: Origin, options: str = "") -> str:
    """The hook below `repo: local`; pre-commit installs frontlint for it. `options` come after `--staged`."""
    entry = f"{COMMIT.entry} {options}".rstrip()
    keys = (f"name: {COMMIT.name}", f"entry: {entry}", *_language(origin), *FULL_RUN)
    return f"- id: {COMMIT.id}\n" + "".join(f"  {key}\n" for key in keys)


def _language(origin: Origin) -> Iterator[str]:
    yield "language: python"
    yield f"additional_dependencies: ['{origin.requirement}']"


def _item(hook: Hook) -> str:
    keys = (f"name: {hook.name}", f"entry: {hook.entry}", f"description: {hook.description}")
    lines = (*keys, "language: python", *FULL_RUN)
    return f"- id: {hook.id}\n" + "".join(f"  {line}\n" for line in lines)
