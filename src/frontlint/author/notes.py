"""What people have to know about a move: what it cannot do, and what may be other than they expect."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from frontlint.author.aliases import Kept
from frontlint.author.moves import Moves
from frontlint.author.state import State
from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.content.paths import is_content
from frontlint.hugo.pages.publication import Claim
from frontlint.hugo.values.gopath import normalize

_WORD = lazy_pattern(r"/[^\s\"'`,;\[\]{}()<>|]++")
_MOST = 5


def few(names: Sequence[str]) -> str:
    """The first of some names, and how many more there are."""
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"`{names[0]}`{more}"


def own_redirects(after: State) -> bool:
    """Whether Hugo makes no redirects, so that templates or the web server do."""
    return any(language.disable_aliases for language in after.config.languages)


def notes_of(before: State, after: State, first: Kept, moves: Moves) -> Iterator[str]:
    """Sentences for people, without a full stop."""
    if first.added and own_redirects(after):
        yield "`disableAliases` is set, so the site's own templates have to make redirects of `aliases`"
    for path in first.sections:
        yield f"{path} is new: only a page can have the alias that keeps the section's old address"
    yield from _formats(before, after)
    yield from _files(before, after, moves)
    yield from _patterns(before, after)
    yield from _cascades(before, after, moves)
    yield from _unsure(before, moves)
    yield from _settings(before, moves)


def _formats(before: State, after: State) -> Iterator[str]:
    """Addresses of feeds and other files that are not HTML: Hugo makes no redirect for those."""
    still = {claim.output for claim in after.site.publication.formats}
    gone: list[Claim] = [one for one in before.site.publication.formats if one.output not in still]
    if gone:
        more = f" and {len(gone) - 1} more" if len(gone) > 1 else ""
        yield f"the web server has to redirect {gone[0].url}{more}: an alias keeps HTML pages only"


def _files(before: State, after: State, moves: Moves) -> Iterator[str]:
    """Addresses of images and other files that are published beside a page."""
    bundles = {posixpath.dirname(page.path): page for page in before.site.built if page.bundle}
    gone: list[str] = []
    for path in moves.files:
        if is_content(path):
            continue
        folder, rest = path, ""
        while folder and folder not in bundles:
            folder, _, name = folder.rpartition("/")
            rest = f"{name}/{rest}" if rest else name
        page = bundles.get(folder)
        now = moves.page(page, after) if page else None
        if page and page.url and now and now.url != page.url:
            gone.append(page.url + rest)
    if gone:
        yield f"the web server has to redirect {few(gone)}: Hugo makes no redirect for files"


def _patterns(before: State, after: State) -> Iterator[str]:
    settings = before.request.settings
    known = set(settings.idle_patterns(before.content))
    for pattern in settings.idle_patterns(after.content):
        if pattern not in known:
            yield f"{pattern.origin}: the pattern {pattern.selector} no longer matches a page"


def _cascades(before: State, after: State, moves: Moves) -> Iterator[str]:
    """Pages that other cascades reach than before: their type or layout may be another."""
    found = []
    for old, new in moves.files.items():
        for then in before.pages_of(old) if is_content(old) else ():
            now = after.page(new, then.language)
            if now is not None and _handed(then.givers, then.front) != _handed(now.givers, now.front):
                found.append(new)
    if found:
        yield f"cascades give other values than before to {few(list(dict.fromkeys(found)))}"


def _unsure(before: State, moves: Moves) -> Iterator[str]:
    pages = [page for path in moves.files for page in (before.pages_of(path) if is_content(path) else ())]
    unsure = [page.path for page in pages if page.built and not page.certain]
    if unsure:
        yield f"frontlint cannot tell the address of {few(unsure)}: add its alias by hand"


def _handed(givers: Mapping[str, object], front: Mapping[str, object]) -> dict[str, object]:
    return {key: front.get(key) for key in givers if key != "aliases"}


def _settings(before: State, moves: Moves) -> Iterator[str]:
    """A sentence for each of the first lines of Hugo's settings that name a page or section that moves."""
    pages = (page for path in moves.files if is_content(path) for page in before.pages_of(path))
    paths = {page.logical_path for page in pages if moves.of(page.path) != page.path} | set(moves.logical)
    found = 0
    for name in before.config.files:
        for number, path in _named(before, name, paths):
            found += 1
            if found <= _MOST:
                yield f"{name}:{number} names `{path}`, which moves: change it by hand"


def _named(before: State, name: str, paths: set[str]) -> Iterator[tuple[int, str]]:
    try:
        text = before.tree.read_settings(name).decode("utf-8", "replace")
    except OSError:
        return  # a variable of the environment
    for number, line in enumerate(text.split("\n"), 1):
        for word in _WORD.findall(line):
            path = normalize(word.partition("#")[0].rstrip("/*"))
            if path in paths:
                yield number, path
