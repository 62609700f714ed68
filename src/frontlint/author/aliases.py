"""The aliases that keep the addresses which a move would take away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from frontlint.author.moves import Moves
from frontlint.author.state import State
from frontlint.base.record import NamedTuple, replace
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format
from frontlint.frontmatter.edit import (
    Change,
    append_item,
    insert_key,
    remove_item,
    remove_key,
    replace_source,
    set_value,
)
from frontlint.hugo.config import Config
from frontlint.hugo.content.paths import locate
from frontlint.hugo.pages.publication import Claim, ClaimKind, ContentPage, SitePage
from frontlint.hugo.values.keys import fold
from frontlint.hugo.values.titles import title_function
from frontlint.site.history.history import History
from frontlint.site.history.lost_urls import Loss, losses, makers
from frontlint.site.history.successor import alias_for, as_item


class Kept(NamedTuple):
    """What keeps the lost addresses.

    `added` are aliases by the file that gets them, `replaced` are relative ones by file and index: they meant
    another address from the old place. `removed` are those that are the page's own address now, as when it
    moves back. `sections` are the titles and aliases of sections that have no file
    yet, by the file to make. `lost` are addresses that nothing can keep.
    """

    added: Mapping[str, tuple[str, ...]]
    replaced: Mapping[str, Mapping[int, str]]
    sections: Mapping[str, tuple[str, tuple[str, ...]]]
    lost: tuple[Claim, ...]
    removed: Mapping[str, frozenset[int]] = MappingProxyType({})


def kept(before: State, after: State, moves: Moves, *, only_moved: bool = False, whole: bool = False) -> Kept:
    """The aliases to write; with `only_moved` those of what has moved, whatever else is lost.

    `whole` takes addresses as they are: what an output format's own redirects have not kept.
    """
    work = _Work(before, after, moves, only_moved, whole)
    for loss in losses(History(before.site, after.site, moves.files)):
        work.take(loss)
    return Kept(
        {path: tuple(dict.fromkeys(found)) for path, found in work.added.items()},
        work.replaced,
        {path: (title, tuple(dict.fromkeys(found))) for path, (title, found) in work.sections.items()},
        tuple(work.lost),
        _own(after, moves),
    )


def _own(after: State, moves: Moves) -> dict[str, frozenset[int]]:
    """The aliases of pages that moved, by file and index, that are the address of the page itself."""
    moved, found = set(moves.files.values()), dict[str, set[int]]()
    for group in after.site.claims.values():
        pages = {claim.page.path for claim in group if claim.why is ClaimKind.PAGE}
        for claim in group if len(group) > 1 else ():
            path = claim.page.path
            own = claim.why is ClaimKind.ALIAS and path in pages and path in moved
            if own and path is not None and "aliases" not in claim.page.givers:
                found.setdefault(path, set()).add(claim.number)
    return {path: frozenset(numbers) for path, numbers in found.items()}


class _Work:
    def __init__(self, before: State, after: State, moves: Moves, only_moved: bool, whole: bool) -> None:
        self._history = History(before.site, after.site, moves.files)
        self._before, self._after, self._moves = before, after, moves
        self._only_moved, self._whole = only_moved, whole
        self._config = _with_aliases(after.config)
        self.added: dict[str, list[str]] = {}
        self.replaced: dict[str, dict[int, str]] = {}
        self.sections: dict[str, tuple[str, list[str]]] = {}
        self.lost: list[Claim] = []

    def take(self, loss: Loss) -> None:
        claims = list(loss.claims)
        now = loss.now
        if loss.page.path is None and now is None:
            now = self._now_of_made(loss.page)
        if self._only_moved and not self._has_moved(loss.page):
            return
        if isinstance(now, ContentPage):
            for claim in claims:
                self._keep(claim, now)
        elif not self._by_section(loss.page, now, claims):
            self.lost += claims

    def _alias(self, claim: Claim, page: SitePage) -> str | None:
        """The alias for a claim. Hugo makes it in each HTML format, below the folder that the format has."""
        alias = alias_for(claim.output, page, self._config)
        language = self._before.config.language(claim.page.language)
        form = language.formats.get(claim.format) if language else None
        folder = f"/{form.path.strip('/')}" if form and form.path and form.permalinkable else ""
        if alias is None or self._whole or not folder or not alias.startswith(f"{folder}/"):
            return alias
        return alias.removeprefix(folder)

    def _has_moved(self, page: SitePage) -> bool:
        if page.path is not None:
            return page.path in self._moves.files
        return self._moves.logical_path(page.logical_path) != page.logical_path or any(
            maker.path in self._moves.files for maker in makers(self._history, page)
        )

    def _now_of_made(self, page: SitePage) -> SitePage | None:
        """What takes the place of a page that Hugo made: the moved section, or the first page that moved."""
        logical = self._moves.logical_path(page.logical_path)
        if logical != page.logical_path:
            return self._after.site.at(page.language, logical)
        found = (self._history.page_now(maker) for maker in makers(self._history, page))
        return next((one for one in found if isinstance(one, ContentPage) and one.built), None)

    def _keep(self, claim: Claim, page: ContentPage) -> None:
        alias = self._alias(claim, page)
        if alias is None:
            self.lost.append(claim)
        elif self._is_relative(claim):
            self.replaced.setdefault(page.path, {})[claim.number] = alias
        else:
            self.added.setdefault(page.path, []).append(alias)

    @staticmethod
    def _is_relative(claim: Claim) -> bool:
        relative = claim.why is ClaimKind.ALIAS and not (claim.written or "/").startswith("/")
        return relative and "aliases" not in claim.page.givers and claim.page.path is not None

    def _by_section(self, page: SitePage, now: SitePage | None, claims: list[Claim]) -> bool:
        """A section without a file gets one: nothing else can have the alias."""
        logical = self._moves.logical_path(page.logical_path)
        path = self._file_of_section(page, logical)
        aliases = [self._alias(claim, now or page) for claim in claims]
        if path is None or None in aliases or self._after.tree.is_file(path):
            return False
        title = _title(now or page._replace(logical_path=logical), self._after.config)
        found = [alias for alias in aliases if alias is not None]
        self.sections.setdefault(path, (title, []))[1].extend(found)
        return True

    def _file_of_section(self, page: SitePage, logical: str) -> str | None:
        """Where the page of a section would be: in the folder of its language, else with the code."""
        for name in ("_index.md", f"_index.{page.language}.md"):
            for folder in self._moves.folders.values():
                place = locate(f"{folder}/{name}", self._after.config)
                if place and place.language == page.language and place.logical_path == logical:
                    return place.path
        return None


def _with_aliases(config: Config) -> Config:
    """Sites that switch Hugo's redirects off make their own of the same list."""
    if not any(language.disable_aliases for language in config.languages):
        return config
    languages = tuple(language._replace(disable_aliases=False) for language in config.languages)
    return replace(config, languages=languages)


def alias_changes(
    document: Document,
    added: tuple[str, ...],
    replaced: Mapping[int, str],
    removed: frozenset[int] = frozenset(),
) -> list[Change]:
    """The changes that write aliases into a page; a new one takes the place of one that goes."""
    if document.format is Format.NONE:
        return [replace_source(Span(0, 0), _new_front_matter(added, document.source.newline))]
    key = fold(document.data).get("aliases", "aliases")
    value = document.data.get(key)
    if isinstance(value, str):
        first = () if 0 in removed else (replaced.get(0, value),)
        kept = [*first, *(alias for alias in added if alias not in first)]
        if not kept:
            return [remove_key((key,))]
        return [set_value((key,), kept[0] if len(kept) == 1 else list(kept))]
    if added and key not in document.data:
        return [insert_key((key,), list(added))]
    gone = sorted(removed)
    in_place = dict(zip(gone, added, strict=False))
    return [*_each(key, added[len(in_place) :], {**replaced, **in_place}, gone[len(in_place) :])]


def _each(
    key: str, added: tuple[str, ...], replaced: Mapping[int, str], removed: list[int]
) -> Iterator[Change]:
    yield from (set_value((key, index), alias) for index, alias in replaced.items())
    yield from (remove_item((key, index)) for index in removed)
    yield from (append_item((key,), alias) for alias in added)


def _new_front_matter(aliases: tuple[str, ...], newline: str) -> str:
    lines = ["---", "aliases:", *(f"  - {as_item(alias)}" for alias in aliases), "---", ""]
    return newline.join(lines)


def section_page(title: str, aliases: tuple[str, ...]) -> bytes:
    """The page of a section that had none."""
    from frontlint.handlers import FrontlintYAMLHandler  # few moves make a page

    head = FrontlintYAMLHandler().export({"title": title})
    lines = ["---", head, "aliases:", *(f"  - {as_item(alias)}" for alias in aliases), "---", ""]
    return "\n".join(lines).encode()


def _title(page: SitePage, config: Config) -> str:
    """The title of a section as Hugo makes it of the folder's name, but for its plural."""
    language = config.language(page.language)
    if page.title or language is None:
        return page.title
    capitalized = title_function(language.title_case_style) if language.capitalize_list_titles else str
    return capitalized(page.logical_path.rpartition("/")[2].replace("-", " "))
