"""The page phase: a few files at a time, from bytes to facts and findings; the documents are dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from frontlint.base.errors import UsageError
from frontlint.base.files import ProjectFiles
from frontlint.base.limits import LIMITS, Limits, TooLongError, in_words
from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile, decode
from frontlint.base.span import Span
from frontlint.engine.internal_error import Crashes
from frontlint.engine.result import PageResult
from frontlint.engine.rules import OnDemand
from frontlint.engine.silence import ignores
from frontlint.findings.finding import Finding, Severity, after_that, sound
from frontlint.frontmatter.document import Document, Format
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.lint.rule import Page, PageRule
from frontlint.schema.violation import Violation
from frontlint.site.collect import collect
from frontlint.website.marks import FACT_KEYS, OWN_KEYS

if TYPE_CHECKING:
    from frontlint.website.facts import WebsiteFacts

_TOO_LONG = "page-too-long"
_MOST_CHOSEN = 256
"""Sets of keys that are remembered; a site has few, and what it holds must not fill the memory."""


A = TypeVar("A")
B = TypeVar("B")
Choice: TypeAlias = "tuple[tuple[str, tuple[PageRule, ...]], ...]"
"""Rules, by what they need (`PageRule.needs`)."""


def _nothing(page: Page) -> tuple[Violation, ...]:
    return ()


class ToJudge(NamedTuple):
    """A page, and the rules to ask about it.

    Those of `website` are asked, and so loaded, only where the page has one of that website's keys. A
    `resource` belongs to another page's bundle: Hugo reads it, but does not publish it as a page.
    """

    source: SourceFile
    rules: tuple[PageRule, ...]
    resource: bool = False
    website: OnDemand | None = None


class _Open(NamedTuple):
    """A page that rules are asked about, `choice` those for its keys; then findings, and how rules failed."""

    page: Page
    rules: tuple[PageRule, ...]
    choice: Choice
    found: list[Finding]
    failures: set[str]


class Scanner(NamedTuple):
    """Judges single pages of one project; `violations` runs the schema of a page's kind.

    `of_cascade` runs that of what a cascade hands down. `chosen` remembers which of some rules are asked
    about a page with some keys.
    """

    project: Path
    config: Config
    violations: Callable[[Page], Iterable[Violation]]
    crashes: Crashes
    limits: Limits = LIMITS
    of_cascade: Callable[[Page], Iterable[Violation]] = _nothing
    chosen: dict[tuple[tuple[PageRule, ...], frozenset[str]], Choice] | None = None

    def judge_all(self, asked: Iterable[ToJudge]) -> list[PageResult]:
        """The facts of each page, and what the rules find in it; never raises over what a page holds.

        Each stage, and each rule, is done with all pages before the next one begins: what a processor keeps
        at hand has room for one of them, and not for all. So a few pages at a time are best.
        """
        ones = list(asked)
        documents = self._each(ones, self._read, [one.source for one in ones])
        opened = self._each(ones, self._with_facts, documents)
        self._ask([one for one in opened if isinstance(one, _Open)])
        return self._each(ones, self._result, opened)

    def _each(
        self,
        asked: Sequence[ToJudge],
        stage: Callable[[ToJudge, A], B | PageResult],
        ones: Sequence[A | PageResult],
    ) -> list[B | PageResult]:
        """What a stage makes of what the stage before it has made of each page; a result stays as it is."""
        made: list[B | PageResult] = []
        for page, one in zip(asked, ones, strict=True):
            if isinstance(one, PageResult):
                made.append(one)
                continue
            try:
                made.append(stage(page, one))
            except UsageError:
                raise
            except Exception as error:  # noqa: BLE001 - one page must not take the others' report
                made.append(self.failed(page.source.path, error))
        return made

    def _read(self, asked: ToJudge, source: SourceFile) -> Document | PageResult:
        document = read_document(source, plain_scalar, self.limits.front_matter)
        return self._too_long(document, asked.rules) if document.too_long else document

    def _with_facts(self, asked: ToJudge, document: Document) -> _Open:
        """A page that rules can be asked about."""
        _, rules, resource, website = asked
        facts = collect(document, document.source.path, self.config.taxonomy_keys)
        page = Page(document, facts, self.config, self.violations)
        if website and not OWN_KEYS.isdisjoint(page.keys):
            rules = (*rules, *website.page_rules)
        if resource:
            rules = tuple(rule for rule in rules if rule.checks_resources)
        return self._open(page, rules)

    def _result(self, asked: ToJudge, judged: _Open) -> PageResult:
        page, facts, document = judged.page, judged.page.facts, judged.page.document
        found = judged.found
        if "cascade" in page.keys:  # few pages have one
            found += self._in_cascades(judged)
        if document.repaired:
            found = list(_after_that(page, found))
        if found and document.format in (Format.TOML, Format.JSON):
            from frontlint.engine.own_format import with_own_lines  # most sites write YAML

            own = self.config.taxonomy_keys
            found = [with_own_lines(one, document.format, own) for one in found]
        if found:
            lines = document.source.lines
            found = [one._replace(region=lines.region(one.span)) for one in found]
        website_facts = _website(page)
        if document.guessed:  # others can rely on nothing of its front matter, although it was read on
            facts = facts.without_front_matter()
            website_facts = website_facts and website_facts.without_front_matter()
        return PageResult(facts, tuple(found), ignores(document), website_facts)

    def failed(self, path: str, error: Exception) -> PageResult:
        """A page that frontlint itself cannot read: nothing is known of it."""
        finding = self.crashes.broke("reading the page", path, error)
        return PageResult(PageFacts(path, readable=False), (finding,))

    def _too_long(self, document: Document, rules: Iterable[PageRule]) -> PageResult:
        """What is known of a page whose front matter was not read: that it is there."""
        facts = PageFacts(document.source.path, readable=False)
        page = Page(document, facts, self.config, self.violations)
        judged = self._open(page, [rule for rule in rules if rule.name == _TOO_LONG])
        self._ask([judged])
        kept = (ignore for ignore in ignores(document) if ignore.name == _TOO_LONG)
        return PageResult(facts, tuple(judged.found), tuple(kept))

    def _open(self, page: Page, rules: Iterable[PageRule]) -> _Open:
        rules = tuple(rules)
        return _Open(page, rules, self._choice(rules, page.keys), [], set())

    def _ask(self, pages: Iterable[_Open]) -> None:
        """What rules find in pages, but for what their cascades hand down."""
        groups: dict[int, list[_Open]] = {}
        for one in pages:
            groups.setdefault(id(one.choice), []).append(one)
        for group in groups.values():
            self._ask_chosen(group[0].choice, group)

    def _ask_chosen(self, choice: Choice, pages: Sequence[_Open]) -> None:
        for need, rules in choice:
            some = [(one.page, one) for one in pages if not (need and _lacks(one.page, need))]
            for rule in rules:
                for page, one in some:
                    try:
                        for finding in rule.check(page):  # nearly always none: the cheapest way to find out
                            one.found.append(sound(finding))
                    except UsageError:
                        raise
                    except Exception as error:  # noqa: BLE001 - what fails must not silence the others
                        # What several rules ask for, as a schema, fails for all of them: that is said once.
                        if repr(error) not in one.failures:
                            one.failures.add(repr(error))
                            one.found.append(self.crashes.note(rule.name, page.facts.path, error))

    def _in_cascades(self, one: _Open) -> Iterator[Finding]:
        """What the rules find in what a page's cascades hand down."""
        from frontlint.lint.cascade import cascade_pages

        rules = [rule for rule in one.rules if rule.checks_cascades]
        for part in cascade_pages(one.page, self.of_cascade) if rules else ():
            inside = self._open(part, rules)
            self._ask([inside])
            yield from map(part.outwards, inside.found)

    def _choice(self, rules: tuple[PageRule, ...], keys: frozenset[str]) -> Choice:
        """The rules that are asked about a page with these keys: a site has few sets of keys."""
        known = None if self.chosen is None else self.chosen.get((rules, keys))
        if known is not None:
            return known
        groups: dict[str, list[PageRule]] = {}
        for rule in rules:
            if rule.is_for(keys):
                groups.setdefault(rule.needs, []).append(rule)
        asked = tuple((need, tuple(group)) for need, group in groups.items())
        if self.chosen is not None and len(self.chosen) < _MOST_CHOSEN:
            self.chosen[rules, keys] = asked
        return asked


def _lacks(page: Page, need: str) -> bool:
    """Whether a page has nothing of what rules need; where that fails, they are asked, and it is said."""
    try:
        return not getattr(page, need)
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - the rules that need it fail, too
        return False


def _after_that(page: Page, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of a page that was read with a repair: those below its first problem come after that.

    There are none about a value that a repair has guessed.
    """
    problems = page.document.problems
    guessed = {problem.span for problem in problems if problem.guesses}
    names = {str(problem.kind) for problem in problems}
    for finding in findings:
        if finding.span not in guessed or finding.rule in names:
            yield after_that(finding, problems[0].span.start)


def _website(page: Page) -> WebsiteFacts | None:
    """What the website's rules about the site ask of a page; None for the page of any other website."""
    if page.document.unread or FACT_KEYS.isdisjoint(page.keys):
        return None
    return _facts_of()(page)


@cache
def _facts_of() -> Callable[[Page], WebsiteFacts]:
    """Imported when a page first has such a key: most sites have none."""
    from frontlint.website.collect import facts_of

    return facts_of


def read_page(project: Path, path: str, config: Config, limits: Limits = LIMITS) -> Page:
    """One page as a page rule sees it, without a schema. Raises OSError where it cannot be read."""
    data = read_within(ProjectFiles(project), path, limits)
    document = read_document(decode(path, data), plain_scalar, limits.front_matter)
    return Page(document, collect(document, path, config.taxonomy_keys), config)


def unreadable(path: str, error: OSError, limits: Limits = LIMITS) -> PageResult:
    """A file that the system does not let us read, or that is too long: said, and the rest goes on."""
    if isinstance(error, TooLongError):
        finding = Finding(
            rule=_TOO_LONG,
            path=path,
            span=Span(0, 0),
            message=f"the page is longer than {in_words(limits.page)}, so frontlint does not check it",
            help="make the page shorter, or raise `max-page` of this rule",
            severity=Severity.ERROR,
        )
    else:
        finding = _unreadable("file", path, error.strerror or str(error))
    return PageResult(PageFacts(path, readable=False), (finding,))


def unreadable_folders(folders: Mapping[str, str]) -> tuple[Finding, ...]:
    """Folders that the system does not let us read, each with its words for why: Hugo stops at them."""
    return tuple(_unreadable("folder", path, words) for path, words in folders.items())


def _unreadable(kind: str, path: str, words: str) -> Finding:
    return Finding(
        rule="syntax",
        path=path,
        span=Span(0, 0),
        message=f"the {kind} cannot be read: {words}",
        help=f"make the {kind} readable, or leave it out of the site",
        severity=Severity.ERROR,
    )
