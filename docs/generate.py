"""Writes what is generated: the rule reference, all messages, the hooks for pre-commit, and parts of pages.

`python docs/generate.py` writes, `python docs/generate.py --check` compares and exits with 1 if something
is stale. In a page, a comment `<!-- $ COMMAND -->` is above a block of the command's output, and
`<!-- made of NAME -->` and `<!-- end -->` are around what `declared.py` makes.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from declared import PARTS
from messages import messages

from frontlint.init.hooks import offered
from frontlint.lint.registry import Registry
from frontlint.report.reference import reference

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(<!-- \$ (.+?) -->\n```\w*\n).*?(^```$)", re.MULTILINE | re.DOTALL)
_MADE = re.compile(r"(<!-- made of (\w+) -->\n).*?(^<!-- end -->$)", re.MULTILINE | re.DOTALL)
_PAGES = ("README.md", "docs/cli.md", "docs/configuration.md")
_SECONDS = re.compile(r"\(\d+\.\d+ s\)")


def generated() -> dict[Path, str]:
    """Every generated file and what it must hold."""
    registry = Registry()
    return {
        ROOT / ".pre-commit-hooks.yaml": offered(),
        ROOT / "docs" / "messages.md": messages(),
        ROOT / "docs" / "rules.md": reference(registry.load(name).info for name in registry.names),
        **{ROOT / name: _page((ROOT / name).read_text(encoding="utf-8")) for name in _PAGES},
    }


def _page(text: str) -> str:
    """A page with its generated parts anew."""
    return _MADE.sub(lambda part: f"{part[1]}\n{PARTS[part[2]]()}\n\n{part[3]}", _BLOCK.sub(_run, text))


def _run(block: re.Match[str]) -> str:
    """A block with the present output of its command; only the time of a run is left as it was."""
    program, *arguments = shlex.split(block[2])
    assert program == "frontlint", "only our own commands are shown"
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "GITHUB_ACTIONS": "", "NO_COLOR": "1", "COLUMNS": "100", "PYTHONUTF8": "1"},
        check=False,
    )
    if done.returncode > 1:
        raise SystemExit(f"{block[2]} failed:\n{done.stderr}")
    output = _SECONDS.sub("(0.2 s)", "\n".join(line.rstrip() for line in done.stdout.splitlines()))
    return block[1] + output.strip("\n") + "\n" + block[3]


def main() -> int:
    """Writes or compares."""
    stale = False
    for path, text in generated().items():
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        if "--check" not in sys.argv[1:]:
            path.write_text(text, encoding="utf-8", newline="\n")
            continue
        stale = True
        print(f"{path.relative_to(ROOT)} is stale: run python docs/generate.py")
        changes = difflib.unified_diff(old.splitlines(), text.splitlines(), "is", "should be", lineterm="")
        print("\n".join(changes))
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
