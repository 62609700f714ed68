"""One thing that a schema has to say of a page."""

from __future__ import annotations

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.frontmatter.route import Route


class Anchor(StrEnum):
    """Which part of a field a violation points at."""

    KEY = "key"
    VALUE = "value"
    MAPPING = "mapping"
    """The first line of the mapping in which a key is missing."""


class Violation(NamedTuple):
    """One thing that the schema has to say of a page, ready to become a finding of `rule`.

    `route` is in the author's spelling; where a key is missing it ends with that key. `keyword` is the
    JSON Schema keyword that failed, for tests and tools. `wants` are the types that are asked for, in words.
    `instead` is the key that is meant, empty for one that is to be deleted, None where nobody knows.
    """

    rule: str
    route: Route
    keyword: str
    anchor: Anchor
    severity: Severity
    message: str
    help: str = ""
    why: str = ""
    wants: str = ""
    instead: str | None = None
