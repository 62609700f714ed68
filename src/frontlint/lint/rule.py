"""What a rule is: a class with a `check`, and a docstring that is its page."""

from __future__ import annotations

import re
import sys
from abc import abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from frontlint.base.choice import StrEnum
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.findings.anchor import Anchor, Spot, Where, anchor_of
from frontlint.findings.finding import UNPLACED, Finding, Label, Severity
from frontlint.findings.ignore import Ignore, JudgedIgnore
from frontlint.findings.reach import cascade_of, with_reach
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import PageFacts
from frontlint.lint.option import NoOptions, OptionInfo, describe
from frontlint.lint.page import Page

if TYPE_CHECKING:
    from typing import TypedDict, Unpack

    from frontlint.findings.fix import Fix, Outputs
    from frontlint.frontmatter.edit.changes import Change
    from frontlint.hugo.pages.publication import SitePage
    from frontlint.schema.violation import Violation
    from frontlint.site.history.history import History
    from frontlint.site.model import Site

    class More(TypedDict, total=False):
        """What a rule may say of a finding besides its message; without a severity it has the rule's.

        With a `fix`, its title is the help, unless the help begins with it and says more.
        """

        help: str
        fix: Fix | None
        label: str
        severity: Severity | None
        related: tuple[Label, ...]


__all__ = [
    "EngineRule",
    "HistoryRule",
    "IgnoreRule",
    "Page",
    "PageRule",
    "Rule",
    "RuleInfo",
    "SchemaRule",
    "Scope",
    "SiteRule",
    "parse_info",
]


YIELDING = frozenset(
    {"near-miss-field", "text-for-list", "alias-relative", "alias-malformed"}
    | {"term-characters", "term-not-text", "undated-permalink"}
)
"""The rules with `yields_to`, so that no other has to be loaded to find out."""


class Scope(StrEnum):
    """What a rule has to see."""

    PAGE = "page"
    SITE = "site"
    HISTORY = "history"


class RuleInfo(NamedTuple):
    """A rule's page, parsed from its docstring; `bad` and `good` are examples without their indent.

    `marks` are those of the rule, in order.
    """

    name: str
    group: str
    scope: Scope
    severity: Severity
    summary: str
    why: str
    bad: str
    good: str
    notes: str = ""
    fix: str = ""
    options: tuple[OptionInfo, ...] = ()
    marks: tuple[str, ...] = ()

    @property
    def fixable(self) -> bool:
        """Whether frontlint can put it right itself; `fix` says how."""
        return bool(self.fix)


class _Rule:
    """What all kinds of rule share: the name, from the file, and the ways to make a finding."""

    severity: ClassVar[Severity] = Severity.WARNING
    scope: ClassVar[Scope]
    marks: ClassVar[frozenset[str]] = frozenset()
    """Top-level keys in lower case, without which a page is of another website than the rule's.

    The engine asks a page rule only about pages that have one of them, any other rule only about sites
    with such a page; without any, the rule is for every Hugo site.
    """
    options_type: ClassVar[type[object]] = NoOptions
    yields_to: ClassVar[frozenset[str]] = frozenset()
    """Rules whose finding at the same field says all that one of this rule would."""
    asks_nearest: ClassVar[bool] = False
    """Whether its advice is the name that is nearest to a text, of all pages: any new page may change it."""
    budget: ClassVar[int] = 10_000
    """Instructions that the rule may cost on a clean page; a rule with another one says why."""

    def __init__(self, options: object | None = None) -> None:
        """The rule with these options, an instance of `options_type`; without any, with the defaults."""
        self.options = self.options_type() if options is None else options

    @cached_property
    def name(self) -> str:
        """The rule's name: that of its file, `alias_collision.py` is `alias-collision`."""
        return type(self).__module__.rpartition(".")[2].replace("_", "-")

    @property
    def group(self) -> str:
        """The rule's group: the folder that it is in."""
        return type(self).__module__.split(".")[-2]

    @cached_property
    def info(self) -> RuleInfo:
        """The rule's page. Raises ValueError where the docstring lacks a part."""
        text = sys.modules[type(self).__module__].__doc__ or ""
        info = parse_info(self.name, self.group, self.scope, self.severity, text)
        return info._replace(options=describe(self.options), marks=tuple(sorted(self.marks)))

    def fix(
        self,
        page: Page | SitePage | PageFacts | Ignore,
        title: str,
        *changes: Change,
        safe: bool = True,
        outputs: Outputs | None = None,
    ) -> Fix | None:
        """A fix of one page: see `findings/fix.py`. None without changes, or where the page has no file.

        Routes are those of the page as it is; keys may be in lower case, as facts have them.
        """
        from frontlint.findings.fix import Fix, Outputs, PageChange  # most runs make none

        path = page.facts.path if isinstance(page, Page) else page.path
        if path is None or not changes:
            return None
        return Fix(title, tuple(PageChange(path, change) for change in changes), safe, outputs or Outputs())

    def _finding_at(
        self,
        path: str,
        span: Span,
        field: Route | None,
        message: str,
        anchor: Anchor | None = None,
        **more: Unpack[More],
    ) -> Finding:
        fix = more.get("fix")
        return Finding(
            rule=self.name,
            path=path,
            span=span,
            message=message,
            help=_help(more.get("help", ""), fix),
            severity=more.get("severity") or self.severity,
            field=field,
            label=more.get("label", ""),
            related=more.get("related", ()),
            anchor=anchor,
            fix=fix,
        )


def _help(given: str, fix: Fix | None) -> str:
    """What is said is what is done."""
    return given if fix is None or given.startswith(fix.title) else fix.title


class PageRule(_Rule):
    """A rule that needs one page. Keeps no state and does no input or output.

    `keys` are top-level keys in lower case: the rule is asked only about pages that have one of them; without
    any it is asked about all.

    `needs` is an attribute of `Page`, such as `violations`: the rule is asked only where that is not empty,
    which is looked up once for all rules that need it.

    `plain_field` is a field that must not hold marks where it is shown as it is written: of what such a rule
    finds nothing is left if a template renders that field.

    `checks_resources` rules also look at content files inside another page's bundle: Hugo reads their front
    matter, and stops at a bad one, but publishes none of them as a page.

    `checks_cascades` rules also look at what cascades hand down, in pages and in Hugo's configuration: each
    is a page of its values (`lint/cascade.py`).
    """

    scope = Scope.PAGE
    plain_field: ClassVar[str] = ""
    checks_resources: ClassVar[bool] = False
    checks_cascades: ClassVar[bool] = False
    keys: ClassVar[frozenset[str]] = frozenset()
    needs: ClassVar[str] = ""

    @abstractmethod
    def check(self, page: Page) -> Iterator[Finding]:
        """Yields the faults of one page."""

    def is_for(self, keys: frozenset[str]) -> bool:
        """Whether a page with these top-level keys, in lower case, may have something for the rule."""
        return not (self.keys and self.keys.isdisjoint(keys)) and not (
            self.marks and self.marks.isdisjoint(keys)
        )

    def awaits_site(self, finding: Finding) -> bool:
        """Whether only the site can tell what is left of a finding: it is about what a cascade hands down."""
        place = cascade_of(finding.field)
        return place is not None and place.handed_down

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """The finding with what the site adds to it, None where it does not hold there.

        It is asked of those that `awaits_site`. A cascade that no page has a value from does no harm.
        """
        return with_reach(finding, site.handed_down.pages(finding))

    def at(
        self,
        page: Page,
        where: str | Route | Span,
        message: str,
        *,
        on_key: bool = False,
        **more: Unpack[More],
    ) -> Finding:
        """A finding of this rule at a field (a key or a route, by value) or at a span of the page's text.

        `on_key` points at the key instead of the value.
        """
        route = (where,) if isinstance(where, str) else where
        if isinstance(route, Span):
            span, field = route, None
        else:
            span, field = (page.key_at(*route) if on_key else page.at(*route)), page.as_written(route)
        return self._finding_at(page.facts.path, span, field, message, **more)


class SchemaRule(PageRule):
    """A rule that passes on what the page's schema finds under the rule's name."""

    needs = "violations"

    def check(self, page: Page) -> Iterator[Finding]:
        """The violations of the page's schema that carry this name."""
        violations = [one for one in page.violations if one.rule == self.name]
        if violations:
            from frontlint.schema.findings import findings_of  # brings all that puts schemas into words

            for finding, violation in findings_of(page.facts.path, page.document, violations):
                fix = self.fix_of(page, violation)
                help_ = self.help_of(page, violation) or finding.help
                yield finding._replace(help=help_ if fix is None else _help(help_, fix), fix=fix)

    def help_of(self, page: Page, violation: Violation) -> str:
        """What to write, where the page says more than the schema knows."""
        return ""

    def fix_of(self, page: Page, violation: Violation) -> Fix | None:
        """What puts a violation right, where there is one answer."""
        return None


class IgnoreRule(_Rule):
    """A rule about an author's ignores. It is asked last, when all others have spoken."""

    scope = Scope.PAGE

    @abstractmethod
    def check(self, judged: JudgedIgnore) -> Iterator[Finding]:
        """Yields the fault of one ignore."""

    def at(self, ignore: Ignore, message: str, **more: Unpack[More]) -> Finding:
        """A finding of this rule at the name in an ignore."""
        return self._finding_at(ignore.path, ignore.span, None, message, **more)


class _SiteWideRule(_Rule):
    """A rule that sees all pages, and points into them by anchors: facts have no places."""

    def at(self, page: SitePage | PageFacts, where: Where, message: str, **more: Unpack[More]) -> Finding:
        """A finding of this rule at an entry, a route of `PageFacts.front`, or an anchor.

        A value that the page has from a cascade is pointed at there, once for all pages. The engine looks up
        the places (`engine/locate.py`).
        """
        anchor = anchor_of(where)
        if not isinstance(page, PageFacts) and page.givers and anchor.spot is Spot.VALUE:
            origin = page.givers.get(str(anchor.route[0]))
            if origin is not None:
                cascade = Anchor(Spot.CASCADE, (*origin.keys, *anchor.route))
                found = self._finding_at(
                    origin.path, UNPLACED, cascade.route, message, **more, anchor=cascade
                )
                return found._replace(fix=None)  # a fix is of the page, which has nothing to change
        facts = page if isinstance(page, PageFacts) else page.facts
        if facts is None:
            raise ValueError("a page that Hugo makes without a file has no place for a finding")
        return self._finding_at(facts.path, UNPLACED, anchor.field, message, **more, anchor=anchor)

    def at_setting(self, keys: Route, message: str, **more: Unpack[More]) -> Finding:
        """A finding of this rule at a setting of Hugo; the engine looks up its file and place there.

        `keys` are in lower case. The setting must be among `Config.judged_files`.
        """
        return self._finding_at("", UNPLACED, keys, message, Anchor(Spot.CASCADE, keys), **more)


class SiteRule(_SiteWideRule):
    """A rule that needs the facts of all pages. Keeps no state and does no input or output."""

    scope = Scope.SITE

    @abstractmethod
    def check(self, site: Site) -> Iterator[Finding]:
        """Yields the faults of the site."""

    def since(self, finding: Finding, history: History) -> Finding:
        """The finding with what the history adds to its advice, where there is a commit to compare with."""
        return finding


class HistoryRule(_SiteWideRule):
    """A rule that compares the site with what it was; asked only where there is a commit to compare with."""

    scope = Scope.HISTORY

    @abstractmethod
    def check(self, history: History) -> Iterator[Finding]:
        """Yields what the changes break."""


class EngineRule(_Rule):
    """A rule that the engine itself reports: it is asked about nothing, and cannot be switched off."""

    scope = Scope.PAGE


Rule = PageRule | SiteRule | HistoryRule | IgnoreRule | EngineRule


_PART = lazy_pattern(r"^(Why|Bad|Good|Fix|Notes?):[ ]?", re.MULTILINE)


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
        fix=" ".join(parts.get("Fix", "").split()),
    )


def _dedent(block: str) -> str:
    lines = block.strip("\n").rstrip().split("\n")
    indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[indent:] for line in lines)
