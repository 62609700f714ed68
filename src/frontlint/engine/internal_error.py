"""Our own bugs: what raises becomes a finding about frontlint, and everything else still reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from frontlint.base.errors import UsageError
from frontlint.base.span import Span
from frontlint.findings.finding import INTERNAL, Finding, Severity

__all__ = ["INTERNAL", "Crashes", "Fatal"]

_T = TypeVar("_T")


class Crashes:
    """Collects the failures of one run; each is said where it happened, with a log to paste.

    `findings` are those about failures that belong to no page and no rule.
    """

    def __init__(self) -> None:
        self.logs: list[str] = []
        self.findings: list[Finding] = []

    def note(self, rule: str, path: str, error: BaseException) -> Finding:
        """The finding that says that a rule failed."""
        return self.broke(f"the rule `{rule}`", path, error)

    def broke(self, what: str, path: str, error: BaseException) -> Finding:
        """The finding that says that something failed at a page, or at the file that represents the site."""
        self.log(f"{what} on {path}", error)
        return Finding(
            rule=INTERNAL,
            path=path,
            span=Span(0, 0),
            message=f"{what} failed here: this is a bug of frontlint, not of your page",
            help="report it with the log that frontlint prints",
            severity=Severity.ERROR,
        )

    def log(self, what: str, error: BaseException) -> None:
        """Keeps the traceback of an error, which makes the run exit with 3."""
        import traceback  # only when it comes to that

        self.logs.append(f"{what}:\n" + "".join(traceback.format_exception(error)))

    def safely(self, what: str, path: str, do: Callable[[], _T], instead: Callable[[], _T]) -> _T:
        """What `do` gives; where it fails, a finding at `path` and what `instead` gives.

        The user's mistakes pass: they are UsageErrors.
        """
        try:
            return do()
        except UsageError:
            raise
        except Exception as error:  # noqa: BLE001 - one failure must not lose what else was found
            self.findings.append(self.broke(what, path, error))
        return instead()


class Fatal(Crashes):
    """For tests: what raises is a failure of the test."""

    def log(self, what: str, error: BaseException) -> None:
        """Raises the error again."""
        raise error
