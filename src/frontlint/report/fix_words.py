"""What a rule's fix does, in words."""

from __future__ import annotations

from frontlint.lint.rule import RuleInfo


def what_it_does(info: RuleInfo) -> str:
    """The rule's own sentence, and the option that a part of it needs."""
    asked = " What it does on request needs `--unsafe-fixes`, too." if "on request" in info.fix else ""
    return f"{info.fix}{asked}"
