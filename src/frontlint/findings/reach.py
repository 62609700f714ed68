"""Findings in cascades: which cascade and key they are about, and how many pages have the value."""

from __future__ import annotations

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import LONGEST, Finding
from frontlint.frontmatter.route import Route

_NOT_HANDED_DOWN = frozenset({"", "kind", "path", "lang", "cascade", "target", "_target"})


class InCascade(NamedTuple):
    """A place in a cascade: the route to the cascade and the key of the value there, both in lower case."""

    cascade: Route
    key: str

    @property
    def handed_down(self) -> bool:
        """Whether pages get the value."""
        return self.key not in _NOT_HANDED_DOWN


def cascade_of(field: Route | None) -> InCascade | None:
    """The cascade that a field of a page or of Hugo's configuration is in; None for one elsewhere.

    >>> cascade_of(("Cascade", 0, "params", "Draft"))
    InCascade(cascade=('cascade', 0), key='draft')
    """
    if not field or not isinstance(field[0], str) or field[0].lower() not in ("cascade", "languages"):
        return None
    steps = tuple(step.lower() if isinstance(step, str) else step for step in field)
    start = 1 if steps[0] == "cascade" else 3
    if len(steps) < start or steps[start - 1] != "cascade":
        return None
    end = start + 1 if len(steps) > start and isinstance(steps[start], int) else start
    below = [str(step) for step in steps[end : end + 2]]
    key = below[1] if below[:1] == ["params"] and len(below) > 1 else "".join(below[:1])
    return InCascade(steps[:end], key)


def with_reach(finding: Finding, pages: int) -> Finding | None:
    """The finding with the number of pages that have the value from the cascade; None without any."""
    if not pages:
        return None
    words = f"the cascade reaches {pages} {'page' if pages == 1 else 'pages'}"
    message = f"{finding.message}; {words}"
    if len(message) <= LONGEST:
        return finding._replace(message=message)
    return finding._replace(help=f"{finding.help}; {words}" if finding.help else words)
