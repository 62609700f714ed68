"""A refusal with the problems that are the reason for it."""

from __future__ import annotations

from frontlint.base.errors import UsageError


class RefusedError(UsageError):
    """What was asked for would leave the site with problems; `problems` are those, a line each."""

    def __init__(self, message: str, problems: tuple[str, ...]) -> None:
        first = f": {problems[0]}" if problems else ""
        more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
        super().__init__(f"{message}{first}{more}")
        self.problems = problems
