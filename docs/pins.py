"""Says which pins of actions are out of date: `python docs/pins.py`, before a release.

A pin is `OWNER/REPO@COMMIT  # VERSION`, in the workflows, the documentation and what `frontlint init` writes.
The tags of each repository are asked over the network; nothing is changed. Exits with 1 if a pin is out of
date or its commit is not the one of its version, with 2 if a repository cannot be asked.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_PIN = re.compile(r"\b([\w.-]+/[\w.-]+)((?:/[\w.-]+)*)@([0-9a-f]{40})\b[ \t]*(?:#[ \t]*([\w.-]+))?")
_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")
_WHERE = ("action.yml", ".github/workflows/*.y*ml", "docs/*.md", "src/frontlint/init/*.py")


class Pin(NamedTuple):
    """An action at a commit; `version` is what the comment after it says, empty for none."""

    repository: str
    commit: str
    version: str


def pins_in(root: Path) -> Mapping[Pin, list[str]]:
    """The pins of a checkout of this project, each with the files that it is in."""
    found: dict[Pin, list[str]] = defaultdict(list)
    for path in sorted(path for pattern in _WHERE for path in root.glob(pattern)):
        for match in _PIN.finditer(path.read_text(encoding="utf-8")):
            pin = Pin(match[1], match[3], match[4] or "")
            name = path.relative_to(root).as_posix()
            if name not in found[pin]:
                found[pin].append(name)
    return found


def tags_of(repository: str, base: str) -> Mapping[str, str]:
    """The tags of a repository with their commits. Raises CalledProcessError where it cannot be asked."""
    asked = ["git", "ls-remote", "--tags", f"{base}/{repository}"]
    rows = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
    tags: dict[str, str] = {}
    for row in rows:
        commit, _, name = row.partition("\trefs/tags/")
        if name.endswith("^{}") or name not in tags:  # the commit of a tag that is an object comes second
            tags[name.removesuffix("^{}")] = commit
    return tags


def verdict(pin: Pin, tags: Mapping[str, str]) -> str:
    """What is wrong with a pin, empty for nothing."""
    if not pin.version:
        return "has no comment with its version"
    if pin.version not in tags:
        return "has a version that is not a tag"
    if tags[pin.version] != pin.commit:
        return f"is not the commit of its version, {tags[pin.version]}"
    newest = max((tag for tag in tags if _VERSION.fullmatch(tag)), key=_numbers, default=pin.version)
    if _numbers(newest) > _numbers(pin.version):
        return f"is out of date: {pin.repository}@{tags[newest]}  # {newest}"
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    return tuple(map(int, found.groups())) if found else ()


def _lines(root: Path, base: str) -> Iterator[tuple[int, str]]:
    """What to print about each pin, with the exit code that it asks for."""
    for pin, files in sorted(pins_in(root).items()):
        name = f"{pin.repository} {pin.version}".rstrip()
        try:
            wrong = verdict(pin, tags_of(pin.repository, base))
        except (OSError, subprocess.CalledProcessError) as error:
            yield 2, f"{name} cannot be asked: {getattr(error, 'stderr', None) or error}".rstrip()
            continue
        if wrong:
            yield 1, f"{name} {wrong}\n  in {', '.join(files)}"
        else:
            yield 0, f"{name} is the newest"


def main() -> int:
    """Prints a line for each pin."""
    parser = argparse.ArgumentParser(description="Says which pins of actions are out of date.")
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[1], help="the checkout")
    parser.add_argument("--from", dest="base", default="https://github.com", help="where repositories are")
    options = parser.parse_args()
    worst = 0
    for code, line in _lines(options.root, options.base):
        worst = max(worst, code)
        print(line)
    return worst


if __name__ == "__main__":
    sys.exit(main())
