"""What a rule is: a class with a `check`, and a docstring that is its page."""

from __future__ import annotations

import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from frontlint.doc.document import Document, Value
from frontlint.doc.route import Route
from frontlint.finding import Finding, Label, Severity
from frontlint.hugo.facts import Located, PageFacts
from frontlint.hugo.fields import Refusal, refusals
from frontlint.hugo.keys import fold
from frontlint.text.span import Span

if TYPE_CHECKING:
    from frontlint.hugo.config import Config
    from frontlint.hugo.publish import SitePage
    from frontlint.hugo.site import Site
    from frontlint.schema.validate import Violation


class Scope(StrEnum):
    """What a rule has to see."""

    PAGE = "page"
    SITE = "site"


class Page:
    """One page as a page rule sees it: the document, its facts and the site's configuration.

    `location` says where Hugo puts the file (kind, section, language ...). `violations` are those of the
    page's schema, found when they are first asked for, once for all the rules of the group schema.
    """

    def __init__(
        self,
        document: Document,
        facts: PageFacts,
        config: Config,
        violations: Callable[[Page], Iterable[Violation]] = lambda page: (),
    ) -> None:
        self.document = document
        self.facts = facts
        self.config = config
        self._validate = violations

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """What the schema of the page's kind has to say, but for the fields at which Hugo refuses the page."""
        refused = {refusal.route[:1] for refusal in self.refusals}
        return tuple(
            violation
            for violation in self._validate(self)
            if tuple(str(step).lower() for step in violation.route[:1]) not in refused
        )

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Why Hugo refuses the page although it can read it; routes are in lower case, as in `front`."""
        if not self.facts.readable:
            return ()
        return tuple(refusals(self.facts.front, self.config, self.facts.path))

    @cached_property
    def _folded(self) -> dict[str, str]:
        return fold(self.document.data)

    def key(self, name: str) -> str | None:
        """The page's own spelling of a top-level key, or None where it has no such key."""
        return self._folded.get(name.lower())

    def get(self, name: str) -> Value:
        """The value of a top-level key in any case, None where there is none."""
        key = self.key(name)
        return None if key is None else self.document.data[key]

    def has(self, name: str) -> bool:
        """Whether the page has the key, in any case, with any value."""
        return self.key(name) is not None

    def written(self, *route: str | int) -> str:
        """The value at a route as the author wrote it."""
        span = self.at(*route)
        return self.document.source.text[span.start : span.end]

    def at(self, *route: str | int) -> Span:
        """The span of the value at a route, else of the nearest value around it."""
        places = self.document.places
        nearest = places.nearest(self._as_written(route))
        return places.value(nearest) if nearest else self.facts.start

    def key_at(self, *route: str | int) -> Span:
        """The span of the key at a route; for a list item, of the item."""
        places = self.document.places
        nearest = places.nearest(self._as_written(route))
        if not nearest:
            return self.facts.start
        return places.value(nearest) if isinstance(nearest[-1], int) else places.key(nearest)

    def _as_written(self, route: Route) -> Route:
        """The route with the page's own spelling of its first key."""
        if route and isinstance(route[0], str):
            return (self.key(route[0]) or route[0], *route[1:])
        return route


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """A rule's page, parsed from its docstring; `bad` and `good` are examples without their indent."""

    name: str
    group: str
    scope: Scope
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str
    notes: str = ""
    fixable: bool = False


class _Rule(ABC):
    """What both kinds of rule share: the name, from the file, and the ways to make a finding."""

    severity: ClassVar[Severity] = Severity.WARNING
    scope: ClassVar[Scope]

    @property
    def name(self) -> str:
        """The rule's name: that of its file, `alias_collision.py` is `alias-collision`."""
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        """The rule's group: the folder that it lies in."""
        return type(self).__module__.split(".")[-2]

    @cached_property
    def info(self) -> RuleInfo:
        """The rule's page. Raises ValueError where the docstring lacks a part."""
        text = sys.modules[type(self).__module__].__doc__ or ""
        return parse_info(self.name, self.group, self.scope, self.severity, text)


class PageRule(_Rule):
    """A rule that needs one page. Keeps no state and does no input or output.

    `checks_resources` rules also look at content files inside another page's bundle: Hugo reads their front
    matter, and stops at a bad one, but publishes none of them as a page.
    """

    scope = Scope.PAGE
    checks_resources: ClassVar[bool] = False

    @abstractmethod
    def check(self, page: Page) -> Iterator[Finding]:
        """Yields the faults of one page."""

    def at(
        self,
        page: Page,
        where: str | Route | Span,
        message: str,
        *,
        help: str = "",
        label: str = "",
        severity: Severity | None = None,
        related: tuple[Label, ...] = (),
        on_key: bool = False,
    ) -> Finding:
        """A finding of this rule at a field (a key or a route, by value) or at a span of the page's text.

        `on_key` points at the key instead of the value.
        """
        route = (where,) if isinstance(where, str) else where
        if isinstance(route, Span):
            span, field = route, None
        else:
            span, field = (page.key_at(*route) if on_key else page.at(*route)), page._as_written(route)
        return Finding(
            rule=self.name,
            path=page.facts.path,
            span=span,
            message=message,
            help=help,
            severity=severity or self.severity,
            field=field,
            label=label,
            related=related,
        )


class SiteRule(_Rule):
    """A rule that needs the facts of all pages. Keeps no state and does no input or output."""

    scope = Scope.SITE

    @abstractmethod
    def check(self, site: Site) -> Iterator[Finding]:
        """Yields the faults of the site."""

    def at(
        self,
        page: SitePage | PageFacts,
        where: Located[str] | Route | Span,
        message: str,
        *,
        help: str = "",
        label: str = "",
        severity: Severity | None = None,
        related: tuple[Label, ...] = (),
    ) -> Finding:
        """A finding of this rule at a value, a route of `PageFacts.front`, or a span of the page's text."""
        facts = page if isinstance(page, PageFacts) else page.facts
        if facts is None:
            raise ValueError("a page that Hugo makes without a file has no place for a finding")
        if isinstance(where, Located):
            span, field = where.span, where.route
        elif isinstance(where, Span):
            span, field = where, None
        else:
            span, field = facts.located(*where), where
        return Finding(
            rule=self.name,
            path=facts.path,
            span=span,
            message=message,
            help=help,
            severity=severity or self.severity,
            field=field,
            label=label,
            related=related,
        )


_PART = re.compile(r"^(Why|Bad|Good|Fix|Notes?):[ ]?", re.MULTILINE)


def parse_info(name: str, group: str, scope: Scope, severity: Severity, text: str) -> RuleInfo:
    """A rule's page from its docstring: a summary line, then Why, Bad, Good and perhaps Fix and Note.

    Raises ValueError that names the part which is missing.
    """
    pieces = _PART.split(text.strip())
    summary = pieces[0].strip()
    parts = {key.rstrip("s"): body for key, body in zip(pieces[1::2], pieces[2::2], strict=True)}
    for part in ("Why", "Bad", "Good"):
        if not parts.get(part, "").strip():
            raise ValueError(f"the docstring of {name} has no part {part!r}")
    if not summary or "\n\n" in summary:
        raise ValueError(f"the docstring of {name} does not begin with one summary paragraph")
    return RuleInfo(
        name=name,
        group=group,
        scope=scope,
        severity=severity,
        summary=" ".join(summary.split()),
        why=" ".join(parts["Why"].split()),
        bad=_dedent(parts["Bad"]),
        good=_dedent(parts["Good"]),
        notes=" ".join(parts.get("Note", "").split()),
        fixable="Fix" in parts,
    )


def _dedent(block: str) -> str:
    lines = block.strip("\n").rstrip().split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)
