"""Our own bugs: a rule that raises becomes a finding about frontlint, and the others still report."""

from __future__ import annotations

from frontlint.finding import Finding, Severity
from frontlint.text.span import Span

INTERNAL = "internal-error"


class Crashes:
    """Collects the failures of one run; each is said where it happened, with a log to paste."""

    def __init__(self) -> None:
        self.logs: list[str] = []

    def note(self, rule: str, path: str, error: Exception) -> Finding:
        """The finding that says that a rule failed."""
        import traceback  # only when it comes to that

        self.logs.append(f"{rule} on {path}:\n" + "".join(traceback.format_exception(error)))
        return Finding(
            rule=INTERNAL,
            path=path,
            span=Span(0, 0),
            message=f"the rule {rule} failed here: this is a bug of frontlint, not of your page",
            help="report it with the log that frontlint prints",
            severity=Severity.ERROR,
        )


class Fatal(Crashes):
    """For tests: a rule that raises is a failure of the test."""

    def note(self, rule: str, path: str, error: Exception) -> Finding:
        """Raises the error again."""
        raise error
