"""Which published files a fix that is not safe adds, removes and changes: its page is published twice, apart.

A rule knows its page and not what Hugo makes of another `slug`. So the page is published as it is and as it
will be, each time with the files above it and those of its terms, and the two are compared. Other pages are
left out: they publish what they published. So are changes in a page's body, from which no address comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from posixpath import dirname, relpath

from frontlint.base.edit import apply_to_bytes
from frontlint.base.files import folders_around, sorted_below
from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple
from frontlint.base.source import decode
from frontlint.engine.fixing.page import PageTask, Wish, fix_page
from frontlint.engine.request import Request
from frontlint.engine.steps import with_inventory
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix, Outputs
from frontlint.frontmatter.edit import Declined, edits
from frontlint.frontmatter.edit.changes import Kind
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Taxonomy
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.paths import is_content, locations
from frontlint.hugo.pages.publication import ClaimKind, SitePage
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.publish import publish
from frontlint.hugo.values.cast import as_strings
from frontlint.hugo.values.kinds import Bundle
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.site.collect import collect

_ENDS = ("/index.html", ".html")
_REDIRECTS = frozenset({ClaimKind.ALIAS, ClaimKind.REDIRECT})
_MOST = 64
"""So many fixes of a page are completed, as each publishes it again; the others keep what their rules say."""

Files = Mapping[str, frozenset[tuple[object, ...]]]
"""The files that one page publishes, each with what it is."""


class _Published(NamedTuple):
    """What some pages publish, by their paths: files, and the addresses of their terms."""

    files: Mapping[str, Files]
    terms: Mapping[str, frozenset[tuple[str, str]]]


class Content:
    """The files of a site's content, of which fixes add and remove none."""

    def __init__(self, request: Request) -> None:
        self._request = request

    @cached_property
    def files(self) -> Sequence[str]:
        """All of them, sorted."""
        return with_inventory(self._request)[0].files

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Sequence[str]]:
        """Those of pages by language and logical path."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for path in filter(is_content, self.files):
            for place in locations(path, self._request.config):
                found[place.language, place.logical_path].append(path)
        return found


class Declaring:
    """Completes the outputs of the fixes of one site; `request` is of the site without them."""

    def __init__(self, request: Request, content: Content | None = None) -> None:
        self._request = request
        self._content = content or Content(request)
        self._known: dict[str, PageFacts | None] = {}
        self._bodies: dict[str, int] = {}

    def complete(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings, whose fixes, if they are not safe, declare all that they do to published files.

        What a fix adds is new, what it removes is gone, unless another page publishes the same file. A page
        that stops Hugo's build publishes nothing before.
        Redirects to an address that changes are among `changes`.
        """
        done = list(findings)
        unsafe = ((at, one.fix) for at, one in enumerate(done) if one.fix is not None and not one.fix.safe)
        for batch in _apart((at, fix) for at, fix in unsafe if not self._is_in_bodies(fix)):
            for at, fix in self._completed(batch):
                done[at] = done[at]._replace(fix=fix)
        return done

    def _is_in_bodies(self, fix: Fix) -> bool:
        """Whether a fix changes only text below front matter."""
        return all(
            change.span is not None
            and change.kind is Kind.REPLACE_SOURCE
            and self._facts(path) is not None
            and change.span.start >= self._bodies[path]
            for path, change in fix.changes
        )

    def _completed(self, fixes: Sequence[tuple[int, Fix]]) -> Iterator[tuple[int, Fix]]:
        """Those of some fixes of which all is known, no two of which change the same page."""
        before: list[PageFacts] = []
        after: list[PageFacts] = []
        known: list[tuple[int, Fix]] = []
        for at, fix in fixes:
            paths = _pages_of(fix)
            old, new = [self._facts(path) for path in paths], [self._after(path, fix) for path in paths]
            if None not in old and None not in new:
                known.append((at, fix))
                before += filter(None, old)
                after += filter(None, new)
        one, other = self._published(before), self._published(after)
        for at, fix in known:
            yield at, fix._replace(outputs=_compared(fix, one, other))

    def _facts(self, path: str) -> PageFacts | None:
        if path not in self._known:
            data = self._read(path)
            self._known[path] = None if data is None else self._facts_of(path, data)
        return self._known[path]

    def _read(self, path: str) -> bytes | None:
        try:
            return read_within(self._request.tree, path, self._request.settings.limits)
        except OSError:
            return None

    def _facts_of(self, path: str, data: bytes) -> PageFacts:
        document = read_document(decode(path, data), plain_scalar)
        self._bodies.setdefault(path, document.fence.body)
        return collect(document, path, self._request.config.taxonomy_keys)

    def _after(self, path: str, fix: Fix) -> PageFacts | None:
        """A page with its part of a fix; None where that is declined."""
        changes, data = tuple(one.change for one in fix.changes if one.path == path), self._read(path)
        if data is None:
            return None
        if any(change.kind is Kind.REENCODE for change in changes):
            return self._facts_of(path, fix_page(PageTask(path, data, (Wish(0, changes),))).after)
        found = edits(read_document(decode(path, data), plain_scalar), changes, plain_scalar)
        return None if isinstance(found, Declined) else self._facts_of(path, apply_to_bytes(data, found))

    def _published(self, pages: Sequence[PageFacts]) -> _Published:
        own = {one.path: one for one in pages}
        around = {path for one in pages for path in self._around(one)} - own.keys()
        others = (self._facts(path) for path in sorted(around))
        everything = [*pages, *(one for one in others if one is not None)]
        publication = publish(everything, self._request.config, self._request.clock)
        files: dict[str, defaultdict[str, set[tuple[object, ...]]]] = {}
        for claim in (*publication.claims, *publication.formats):
            if claim.page.path in own and own[claim.page.path].readable:
                mine = files.setdefault(str(claim.page.path), defaultdict(set))
                mine[claim.output].add((claim.why, claim.page.language, claim.to))
        at = {(one.language, one.logical_path): one.output for one in publication.pages}
        terms: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for page in publication.pages:
            if page.path in own and page.rendered and own[page.path].readable:
                for name in self._beside(page):
                    files.setdefault(str(page.path), defaultdict(set))[name].add(())
                terms[str(page.path)].update(self._terms(page, at))
        return _Published(
            {path: {name: frozenset(some) for name, some in mine.items()} for path, mine in files.items()},
            {path: frozenset(some) for path, some in terms.items()},
        )

    def _around(self, facts: PageFacts) -> Iterator[str]:
        """The files above a page, and those of the pages of its terms."""
        by_place = self._content.by_place
        for place in locations(facts.path, self._request.config):
            at = place.logical_path
            while at not in ("", "/"):
                at = dirname(at)
                yield from by_place.get((place.language, at), ())
            for taxonomy in self._taxonomies(place.language):
                for term in as_strings(facts.front.get(taxonomy.plural)):
                    yield from by_place.get((place.language, term_path(taxonomy, term)), ())

    def _taxonomies(self, code: str) -> Sequence[Taxonomy]:
        language = self._request.config.language(code)
        return language.taxonomies if language else ()

    def _terms(
        self, page: SitePage, files: Mapping[tuple[str, str], str | None]
    ) -> Iterator[tuple[str, str]]:
        """The page's own file, with the addresses of its terms, such as `/tags/agile`."""
        for taxonomy in self._taxonomies(page.language):
            for term in as_strings(page.front.get(taxonomy.plural)):
                file = files.get((page.language, term_path(taxonomy, term)))
                if file is not None:
                    yield str(page.output), _address(file)

    def _beside(self, page: SitePage) -> Iterator[str]:
        """The published files of a bundle that are no pages."""
        if page.bundle is Bundle.SINGLE or page.path is None or page.output is None:
            return
        folder, target = dirname(page.path), dirname(page.output).rstrip("/")
        inside = sorted_below(self._content.files, folder)
        bundles = {dirname(path) for path in inside if is_content(path) and "index." in path} - {folder}
        for path in inside:
            if not is_content(path) and bundles.isdisjoint(folders_around(path)):
                yield f"{target}/{relpath(path, folder)}"


def _address(file: str) -> str:
    return next((file.removesuffix(end) for end in _ENDS if file.endswith(end)), file)


def _pages_of(fix: Fix) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.path for change in fix.changes))


def _apart(fixes: Iterable[tuple[int, Fix]]) -> list[list[tuple[int, Fix]]]:
    """The fixes in at most `_MOST` parts, none of which changes a page twice."""
    parts: list[list[tuple[int, Fix]]] = []
    seen: dict[str, int] = {}
    for at, fix in fixes:
        paths = _pages_of(fix)
        turn = max((seen.get(path, 0) for path in paths), default=0)
        if turn == _MOST:
            continue
        if turn == len(parts):
            parts.append([])
        parts[turn].append((at, fix))
        seen.update(dict.fromkeys(paths, turn + 1))
    return parts


def _compared(fix: Fix, before: _Published, after: _Published) -> Outputs:
    """What differs, with what the rule says: an alias that it deletes may be another page's from now on."""
    said, paths = fix.outputs, _pages_of(fix)
    old, new = (
        {k: v for path in paths for k, v in one.files.get(path, {}).items()} for one in (before, after)
    )
    changes = {name for name in old.keys() & new.keys() if _leads_elsewhere(old[name], new[name])}
    terms = {
        address
        for path in paths
        for _, address in before.terms.get(path, frozenset()) ^ after.terms.get(path, frozenset())
    }
    found = (
        new.keys() - old.keys(),
        old.keys() - new.keys() - set(said.changes),
        changes | set(said.changes),
        terms | set(said.terms),
    )
    return Outputs(*(tuple(sorted(some)) for some in found))


def _leads_elsewhere(old: frozenset[tuple[object, ...]], new: frozenset[tuple[object, ...]]) -> bool:
    return old != new and any(one[:1] and one[0] in _REDIRECTS for one in (*old, *new))
