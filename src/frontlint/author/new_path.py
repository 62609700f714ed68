"""Where a new page goes: beside the pages of its kind, under a name made of its title."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from posixpath import basename, dirname

from frontlint.author.state import State
from frontlint.base.errors import UsageError
from frontlint.base.pattern import lazy_pattern
from frontlint.base.suggest import close_to
from frontlint.hugo.content.paths import content_path, is_content, locate, take_apart
from frontlint.hugo.values.gopath import lower
from frontlint.schema.catalog import Catalog, PageKind, PatternRoot

FIRST_TYPE = "blog"
"""The type of a resource in a site that has none yet."""
_LOOKED_AT = 400
_YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}")


def kind_named(kinds: Iterable[PageKind], name: str) -> PageKind:
    """The kind that the user names, in any case. Raises UsageError for an unknown one."""
    known = {kind.name.lower(): kind for kind in reversed(tuple(kinds))}
    if name.lower() not in known:
        near = close_to(name, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(sorted(known))}"
        raise UsageError(f"there is no schema `{name}`; {hint}")
    return known[name.lower()]


def slug_of(title: str, *, plain: bool = False) -> str:
    """A title as a name in a URL: small letters and digits, hyphens between; `plain` drops accents.

    >>> slug_of("Don't Panic: 42 Answers!")
    'dont-panic-42-answers'
    """
    if plain:
        from unicodedata import combining, normalize  # few sites ask for it

        title = "".join(char for char in normalize("NFKD", title) if not combining(char))
    kept = "".join(char if char.isalnum() else "" if char in "'’" else " " for char in lower(title))
    return "-".join(kept.split())


def given_path(state: State, at: Path) -> str:
    """A path that the user typed, from the project. Raises UsageError outside of the content."""
    project = state.request.project.resolve()
    whole = Path(os.path.normpath(at.absolute()))
    path = os.path.relpath(whole.parent.resolve() / whole.name, project).replace(os.sep, "/")
    if not is_content(path):
        raise UsageError("the path needs the extension of a page, such as `.md`", str(at))
    outside = any(path.startswith(f"{out}/") for out in state.config.outside)
    if outside or locate(path, state.config) is None:
        raise UsageError("it is not in the content of the site", str(at))
    return path


def usual_path(state: State, kind: PageKind, title: str) -> str:
    """Where most pages of the kind are, in the form that they have; else where its patterns lead."""
    slug = slug_of(title, plain=state.config.default.remove_path_accents)
    if not slug:
        raise UsageError(
            "this title has no letter or digit for a file name: add `--path content/posts/NAME.md`"
        )
    places = Counter(place for path in _like(state, kind) if (place := _place(state, path)) is not None)
    if places:
        folder, name = min(places, key=lambda place: (-places[place], len(place[0]), place))
    else:
        folder, name = _by_pattern(state, kind)
    return f"{folder}/{slug}/{name}" if "." in name[1:] else f"{folder}/{slug}{name}"


def _like(state: State, kind: PageKind) -> Iterator[str]:
    """Some pages of the kind."""
    settings = state.request.settings
    catalog = Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)
    likely = [path for path in state.content if kind.matches(_rooted(state, kind, path))]
    for path in likely[:: len(likely) // _LOOKED_AT + 1]:
        with suppress(OSError):
            found = catalog.kind_of(path, state.document(path).data, state.config)
            if found is not None and found.name == kind.name:
                yield path


def _place(state: State, path: str) -> tuple[str, str] | None:
    """The folder that a page of the kind is in, and its form: `index.md`, `_index.md` or `.md`."""
    parts = take_apart(basename(path), state.config)
    location = locate(path, state.config)
    if location is None or location.language != state.config.default.code or parts.code:
        return None
    if state.owner(path) is not None:
        return None
    if parts.stem in ("index", "_index"):
        above = dirname(dirname(path))
        form = f"{parts.stem}.{parts.extension}"
        return (_this_year(above, state), form) if locate(f"{above}/x.md", state.config) else None
    return _this_year(dirname(path), state), f".{parts.extension}"


def _this_year(folder: str, state: State) -> str:
    """A folder of a year's pages: new ones belong to that of this year."""
    if not _YEAR.fullmatch(basename(folder)):
        return folder
    return f"{dirname(folder)}/{state.request.clock.astimezone(state.config.default.zone).year}"


def _rooted(state: State, kind: PageKind, path: str) -> str:
    if kind.rooted is PatternRoot.SETTINGS:
        return state.request.settings.prefix + path
    return (content_path(path, state.config) or f"/{path}")[1:]


def _by_pattern(state: State, kind: PageKind) -> tuple[str, str]:
    first = next((file for file in kind.files if not file.startswith("!")), "**")
    head = first.partition("*")[0].partition("?")[0].partition("[")[0].strip("/")
    if kind.rooted is PatternRoot.CONTENT:
        head = f"{state.config.default.content_dir}/{head}".rstrip("/")
    else:
        head = head.removeprefix(state.request.settings.prefix)
    if kind.schema == "resource":
        return f"{head}/{FIRST_TYPE}", "index.md"
    last = basename(first)
    form = "_index.md" if last.startswith("_index") else "index.md" if last.startswith("index") else ".md"
    return head or state.config.default.content_dir, form
