"""From anchors to spans: reads each page that a finding about the site names once more, and looks there.

Facts have no places. So what the rules found can be kept, and still be right after an edit above the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import TypeAlias

from frontlint.base.files import ProjectFiles
from frontlint.base.limits import Limits
from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple
from frontlint.base.source import decode
from frontlint.base.span import Region, Span
from frontlint.engine.anchored import AnchoredPage, written_at
from frontlint.engine.cascades import of_variable, settings_document, strongest_first
from frontlint.findings.anchor import Anchor, Spot
from frontlint.findings.finding import UNPLACED, Finding, Label, after_that
from frontlint.frontmatter.document import Document, Format
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config

Wants = Callable[[str], bool]
_Found: TypeAlias = "tuple[str, Span, Region | None]"


def located(
    findings: Iterable[Finding],
    tree: ProjectFiles,
    config: Config,
    limits: Limits,
    wants: Wants = lambda path: True,
    is_by_lines: Callable[[str], bool] = lambda path: False,
) -> Iterator[Finding]:
    """The findings, labels and pairs with spans for their anchors, in their order.

    `tree` are the files of the project. What leads nowhere, because a page was edited or went away since it
    was checked, points at the start of the page. Findings in no page that somebody `wants` are passed on as
    they are, so that their pages are not read; a pair needs both sides, and all that share its problem. Of a
    page that `is_by_lines` (see `PageFacts`) only the lines are read in which something is looked up.
    """
    found = tuple(findings)
    settings = _Settings(config)
    problems = frozenset(
        (one.rule, one.pair.problem) for one in found if one.pair is not None and wants(one.path)
    )

    def is_wanted(finding: Finding) -> bool:
        if finding.pair is not None:
            return (finding.rule, finding.pair.problem) in problems
        return wants(finding.path) or settings.has(finding.path)

    chosen = [is_wanted(finding) for finding in found]
    places = _Places(compress(found, chosen), tree, settings, limits, is_by_lines)
    return (places.placed(one) if wanted else one for one, wanted in zip(found, chosen, strict=True))


class _Places:
    """The places of all anchors in some findings: each page is read once, and dropped before the next one."""

    def __init__(
        self,
        findings: Iterable[Finding],
        tree: ProjectFiles,
        settings: _Settings,
        limits: Limits,
        is_by_lines: Callable[[str], bool],
    ) -> None:
        self._config = settings.config
        self._found: dict[tuple[str, Anchor], _Found] = {}
        self._repaired: dict[str, int] = {}
        self._formats: dict[str, Format] = {}
        for path, anchors in _by_file(findings).items():
            if settings.has(path):
                self._found.update(((path, anchor), settings.place(path, anchor)) for anchor in anchors)
                continue
            page = _page(tree, path, limits, by_lines=is_by_lines(path))
            for anchor in anchors:
                span = _span(page, anchor)
                self._found[path, anchor] = path, span, None if page is None else page.region(span)
            if page is not None:
                self._formats[path] = page.format
                if page.repaired_at is not None:
                    self._repaired[path] = page.repaired_at

    def placed(self, finding: Finding) -> Finding:
        """A finding with its places; in a page that was read with a repair it says so if it is below that."""
        anchor, related, pair = finding.anchor, finding.related, finding.pair
        if any(label.anchor is not None for label in related):
            related = tuple(map(self._label, related))
        if pair is not None and pair.anchor is not None:
            path, span, _ = self._found[pair.path, pair.anchor]
            pair = pair._replace(path=path, span=span, anchor=None)
        if anchor is None:
            return finding._replace(related=related, pair=pair) if related or pair else finding
        path, span, region = self._found[finding.path, anchor]
        found = finding._replace(path=path, span=span, anchor=None, related=related, pair=pair, region=region)
        if found.fix is not None:
            found = found._replace(fix=found.fix.placed(span))
        if anchor.spot is Spot.CASCADE:
            found = of_variable(found, self._config)
        form = self._formats.get(path)
        if form is Format.TOML or form is Format.JSON:
            from frontlint.engine.own_format import with_own_lines  # most sites write YAML

            found = with_own_lines(found, form, self._config.taxonomy_keys)
        first = None if anchor.spot is Spot.CASCADE else self._repaired.get(path)
        return found if first is None else after_that(found, first)

    def _label(self, label: Label) -> Label:
        if label.anchor is None:
            return label
        path, span, _ = self._found[label.path, label.anchor]
        return Label(path, span, label.text)


def _by_file(findings: Iterable[Finding]) -> Mapping[str, Mapping[Anchor, None]]:
    """The anchors of findings, labels and pairs, by the file that they are in."""
    found: dict[str, dict[Anchor, None]] = {}
    for finding in findings:
        for at in (finding, *finding.related, *((finding.pair,) if finding.pair else ())):
            if at.anchor is not None:
                found.setdefault(at.path, {})[at.anchor] = None
    return found


def _page(tree: ProjectFiles, path: str, limits: Limits, *, by_lines: bool) -> AnchoredPage | None:
    """A page as it is now; None for one that cannot be read."""
    try:
        source = decode(path, read_within(tree, path, limits))
        return AnchoredPage(source, limits.front_matter, by_lines=by_lines)
    except Exception:  # noqa: BLE001 - it was checked, and may be anything by now
        return None


def _span(page: AnchoredPage | None, anchor: Anchor) -> Span:
    try:
        return UNPLACED if page is None else page.span(anchor)
    except Exception:  # noqa: BLE001 - what a page does to us costs the place, and not the finding
        return UNPLACED


class _Settings:
    """Hugo's settings, in which cascades are; a value that pages have from there has no path yet."""

    def __init__(self, config: Config) -> None:
        self.config = self._config = config

    def has(self, path: str) -> bool:
        """Whether this is one of their files, or any of them."""
        return not path or path in self._files

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(
            (
                *self._config.files,
                *(name for name, _ in (*self._config.judged_files, *self._config.judged_variables)),
            )
        )

    def place(self, path: str, anchor: Anchor) -> _Found:
        """Where a value of a cascade is written: in the file that counts most; else the first file."""
        for file in self._cascades if anchor.field is not None else ():
            if (path and file.name != path) or anchor.route[: len(file.above)] != file.above:
                continue
            span = written_at(file.document, anchor.route[len(file.above) :], anchor.spot)
            if span is not None:
                return file.name, span, None
        return path or next(iter(self._config.files), ""), UNPLACED, None

    @cached_property
    def _cascades(self) -> Sequence[_SettingsFile]:
        return [
            _SettingsFile(name, *settings_document(name, text))
            for name, text in strongest_first(self._config)
        ]


class _SettingsFile(NamedTuple):
    """A file of Hugo's settings with cascades; `above` are the keys that all of it is below."""

    name: str
    document: Document
    above: Route
