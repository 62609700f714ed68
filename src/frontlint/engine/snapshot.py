"""A site as it was looked at, and the same site after some changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from frontlint.base.files import Replaced
from frontlint.base.record import replace
from frontlint.engine.ground import LostError
from frontlint.engine.request import Request, Watch, unwatched
from frontlint.engine.result import RawFindings
from frontlint.engine.state import Look, State, look
from frontlint.engine.steps import Answers, Judgement, judge_parts, make_site
from frontlint.findings.finding import Finding
from frontlint.hugo.config import Config
from frontlint.site.model import Site


class Snapshot(State):
    """A site at one moment, ready to be asked. It does not change: `then` gives another one."""

    __slots__ = ()

    @property
    def whole(self) -> Site:
        """The site, all of it; of a patched snapshot it is put together each time."""
        if self.site is not None:
            return self.site
        return make_site(self.request, self.ground.results(), Answers(self.request.tree, self.request.config))

    def part(self, paths: Iterable[str]) -> Site:
        """The site of some of its files alone."""
        results = filter(None, map(self.ground.result, paths))
        return make_site(self.request, results, Answers(self.request.tree, self.request.config))

    def judged(self, more: Iterable[Finding] = (), also: frozenset[str] = frozenset()) -> Judgement:
        """The findings that count; `more` are those that no rule about pages or the site makes.

        `also` are files that were not asked for, but are reported on.
        """
        parts = self.parts._replace(by_site=(*self.parts.by_site, *more)) if more else self.parts
        return judge_parts(self.request, self.rules, parts, also, self._is_by_lines)

    def _is_by_lines(self, path: str) -> bool:
        try:
            result = self.ground.result(path)
        except LostError:
            return False
        return result is not None and result.facts.by_lines

    def with_parts(self, parts: RawFindings) -> Snapshot:
        """The same site, with other words for what the rules found."""
        return self._replace(parts=parts)

    def then(self, changes: Replaced, config: Config | None = None) -> Snapshot:
        """The same site after some changes: new contents of files by their paths, None for those that go.

        `config` are Hugo's settings then, if they are others.
        """
        from frontlint.engine.change import after  # most runs look at one moment

        return Snapshot(*after(self, changes, self.written if config is None else config))

    def asked(self, request: Request, unchecked: frozenset[str] = frozenset()) -> Snapshot:
        """The same site, with the files that a request replaces, and for its questions.

        Pages that are replaced with what they are known to be are as they were, but for the `unchecked` ones,
        which no rules were asked about.
        """
        ground, now = self.ground, request.replaced.items()
        same = {
            path: data for path, data in now if path not in unchecked and data and ground.is_of(path, data)
        }
        own = replace(request, config=self.request.config, replaced=same)
        others = {path: data for path, data in now if path not in same}
        if not others:
            return self._replace(request=own)
        made = self._replace(request=own, sites=None, reason="").then(others)
        is_next = not self.edited and made.site is None  # made of what was kept in one step
        return made._replace(kept=self.kept if is_next else None, edited=frozenset())

    def apart(self) -> Snapshot:
        """The same site where nothing is compared and nothing kept."""
        return self._replace(request=replace(self.request, base=None, cache=None), sites=None, reason="")

    def kept_with(self, contents: Replaced) -> Snapshot | None:
        """What the last run kept, if that is the site where files have these contents, as far as is known."""
        kept, both = self.kept, {**self.request.replaced, **contents}
        if kept is None or not self.edited <= contents.keys():
            return None
        from frontlint.engine.touched import touched_by

        touched = touched_by(both, kept.written)
        if touched.static or touched.templates or touched.programs:
            return None
        if not all(kept.ground.is_of(path, both[path]) for path in touched.content):
            return None
        request = replace(self.request, base=None, cache=None, replaced=both)
        return Snapshot(*kept)._replace(request=request)


class Fresh(Look):
    """A look at all files, the state as a snapshot."""

    __slots__ = ()

    @property
    def snapshot(self) -> Snapshot:
        """The site as it was found."""
        return Snapshot(*self.state)


def fresh(request: Request, watch: Watch = unwatched, *, among: Collection[str] | None = None) -> Fresh:
    """Looks at all files of a project; of the rules that are on, those `among` some names are asked."""
    return Fresh(*look(request, watch, among=among))
