"""Which files move where: what the user names, its translations, and all that belongs to it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import basename, dirname
from types import MappingProxyType

from frontlint.author.state import State
from frontlint.base.errors import UsageError
from frontlint.base.links import is_link
from frontlint.base.record import NamedTuple
from frontlint.base.suggest import close_to
from frontlint.hugo.config import Config, Mount
from frontlint.hugo.content.paths import content_path, is_content, take_apart
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.gopath import normalize

_INDEX = ("index", "_index")
_MOST_COMPARED = 5000


class Moves(NamedTuple):
    """`files` leads from each old path to the new one, `folders` likewise for folders that move as a whole.

    Paths are from the Hugo project's root, with `/`. `logical` has the folders as Hugo calls them.
    """

    files: Mapping[str, str]
    folders: Mapping[str, str] = MappingProxyType({})
    logical: Mapping[str, str] = MappingProxyType({})

    def of(self, path: str) -> str:
        """Where a file is after the move."""
        return self.files.get(path, path)

    def logical_path(self, path: str) -> str:
        """Where a page that has no file is after the move."""
        for old, new in self.logical.items():
            if path == old or path.startswith(f"{old}/"):
                return new + path[len(old) :]
        return path

    def page(self, page: SitePage, after: State) -> SitePage | None:
        """What an old page has become."""
        if page.path is None:
            return after.site.at(page.language, self.logical_path(page.logical_path))
        return after.page(self.of(page.path), page.language)


def moves_of(state: State, old: Path, new: Path) -> Moves:
    """The moves that `mv OLD NEW` means. Raises UsageError, one sentence, for what cannot be moved."""
    project = state.request.project.resolve()
    was, target = _inside(project, old), _inside(project, new)
    _must_exist(state, project, was, old)
    _must_be_content(state.config, was, old)
    file = (project / was).is_file()
    if file and take_apart(basename(was), state.config).stem in _INDEX and is_content(was):
        was, target = _as_bundle(state.config, was, target)
        file = False
    if _is_other_folder(project, was, target):
        target = f"{target}/{basename(was)}"
    _must_be_content(state.config, target, new)
    pairs = _of_page(state, was, target) if file else _of_folder(state, was, target)
    for one, other in pairs.items():
        _must_be_free(project, one, other)
    if file:
        return Moves(pairs)
    files = {path: other + path[len(one) :] for one, other in pairs.items() for path in _walk(project, one)}
    if not files:
        raise UsageError("there is nothing in this folder to move", was)
    logical = {
        folder_name(one, state.config): folder_name(other, state.config) for one, other in pairs.items()
    }
    return Moves(files, pairs, logical)


def _inside(project: Path, path: Path) -> str:
    """A path as the user typed it, from the project; links above it are followed, it itself is not."""
    whole = Path(os.path.normpath(path.absolute()))
    real = whole.parent.resolve() / whole.name
    return os.path.relpath(real, project).replace(os.sep, "/")


def _must_exist(state: State, project: Path, was: str, old: Path) -> None:
    if is_link(project / was):
        raise UsageError("it is a link, which Hugo does not follow: name what it leads to", str(old))
    if (project / was).exists():
        return
    known = state.content[:_MOST_COMPARED]
    folders = dict.fromkeys(dirname(path) for path in known)
    names = [*folders, *known]
    ends = [name for name in names if name.endswith((f"/{was.strip('/')}", f"/{old}"))]
    near = ends[0] if ends else close_to(was, names)
    hint = f"; did you mean `{near}`?" if near else ""
    raise UsageError(f"there is no such page or folder{hint}", str(old))


def _must_be_content(config: Config, path: str, typed: Path) -> None:
    """Raises UsageError for a content folder itself, and for what is not in one of the repository."""
    if path in config.content_sources:
        raise UsageError("this is a content folder of Hugo's configuration: rename it there", str(typed))
    if any(path == out or path.startswith(f"{out}/") for out in config.outside):
        raise UsageError("it is outside the repository, where frontlint writes nothing", str(typed))
    if _mount(path, config) is None:
        folders = ", ".join(f"`{source}`" for source in config.content_sources)
        raise UsageError(f"it is not in the content of the site, which is {folders}", str(typed))


def _mount(path: str, config: Config) -> tuple[Mount, str] | None:
    """The first mount that holds a path, and the path from its source; the deepest one counts."""
    found = [
        (mount, path if mount.source == "." else path[len(mount.source) + 1 :])
        for mount in config.content_mounts
        if not mount.is_file and (mount.source == "." or path.startswith(f"{mount.source}/"))
    ]
    return max(found, key=lambda pair: len(pair[0].source), default=None)


def _as_bundle(config: Config, was: str, target: str) -> tuple[str, str]:
    """A page that is the `index` of its folder moves with its folder."""
    if take_apart(basename(target), config).stem == take_apart(basename(was), config).stem:
        target = dirname(target)
    elif is_content(target):
        raise UsageError(f"this page is a folder: move `{dirname(was)}` instead", was)
    return dirname(was), target


def _is_other_folder(project: Path, was: str, target: str) -> bool:
    """Whether the target is a folder that is there, and not what moves under another spelling."""
    place = project / target
    return place.is_dir() and not ((project / was).exists() and place.samefile(project / was))


def _must_be_free(project: Path, was: str, target: str) -> None:
    if target == was:
        raise UsageError("it has this name already", was)
    if target.startswith(f"{was}/"):
        raise UsageError(f"it cannot move into itself: {target}", was)
    place = project / target
    if os.path.lexists(place) and not place.samefile(project / was):
        raise UsageError("it exists already, and frontlint overwrites nothing", target)
    above = dirname(target)
    while above:
        if is_link(project / above):
            raise UsageError("it is a link, which Hugo does not follow", above)
        if (project / above).exists() and not (project / above).is_dir():
            raise UsageError(f"`{above}` is a file, so nothing can be in it", target)
        above = dirname(above)


def _of_folder(state: State, was: str, target: str) -> dict[str, str]:
    owner = _bundle_around(state, dirname(was))
    if owner is not None:
        raise UsageError(f"it is part of the page `{owner}`: move the folder `{dirname(owner)}`", was)
    _outside_of_bundles(state, was, dirname(target))
    return {one: other for one, other in _counterparts(state, was, target) if _exists(state, one)}


def _of_page(state: State, was: str, target: str) -> dict[str, str]:
    """A page that is a file, with its translations beside it and in the folders of other languages."""
    owner = _bundle_around(state, dirname(was))
    if owner is not None:
        raise UsageError(f"it is part of the page `{owner}`: move the folder `{dirname(owner)}`", was)
    if not is_content(was):
        raise UsageError("it is not a page: move its folder, or rename it with git", was)
    name, aim = (take_apart(basename(path), state.config) for path in (was, target))
    if not is_content(target):
        raise UsageError(f"the new name needs the extension: write `{target}.{name.extension}`", target)
    if name.raw_extension != aim.raw_extension:
        raise UsageError(f"the page must keep its extension `.{name.raw_extension}`", target)
    if name.code != aim.code:
        code = f".{name.code}" if name.code else ""
        right = f"{dirname(target)}/{aim.raw_stem}{code}.{aim.raw_extension}"
        raise UsageError(f"the page must keep its language: write `{right}`", target)
    if aim.stem == "_index" or (aim.stem == "index" and _exists(state, dirname(target))):
        raise UsageError("a page cannot become the page of an existing folder", target)
    _outside_of_bundles(state, was, dirname(target))
    return dict(_family(state, was, target))


def _family(state: State, was: str, target: str) -> Iterator[tuple[str, str]]:
    stem = take_apart(basename(was), state.config).stem
    aim = take_apart(basename(target), state.config).raw_stem
    for folder, to in _counterparts(state, dirname(was), dirname(target)):
        for path in _in_folder(state, folder):
            parts = take_apart(basename(path), state.config)
            if parts.stem == stem:
                yield path, f"{to}/{aim}{basename(path)[len(parts.raw_stem) :]}"


def _in_folder(state: State, folder: str) -> Iterable[str]:
    return (path for path in state.content if dirname(path) == folder)


def _counterparts(state: State, was: str, target: str) -> Iterator[tuple[str, str]]:
    """A folder, and those at the same place of the content in the folders of other languages."""
    yield was, target
    config = state.config
    here, there = _mount(f"{was}/", config), _mount(f"{target}/", config)
    assert here is not None
    assert there is not None
    if set(here[0].languages) != set(there[0].languages):
        raise UsageError("it would become a page of another language", target)
    if here[0] is not there[0]:
        return
    for mount in config.content_mounts:
        other = mount is not here[0] and not set(mount.languages) & set(here[0].languages)
        if other and not mount.is_file and mount.target == here[0].target:
            one, to = (f"{mount.source}/{inside}".rstrip("/") for inside in (here[1], there[1]))
            if _exists(state, one):
                yield one, to


def _bundle_around(state: State, folder: str) -> str | None:
    """The page that a folder is part of: an `index` in it, or in a folder above it."""
    while folder:
        for path in _in_folder(state, folder):
            if take_apart(basename(path), state.config).stem == "index":
                return path
        folder = dirname(folder)
    return None


def _outside_of_bundles(state: State, was: str, folder: str) -> None:
    owner = _bundle_around(state, folder)
    if owner is not None and not owner.startswith(f"{was}/"):
        raise UsageError(f"it would become part of the page `{owner}`", folder)


def _exists(state: State, path: str) -> bool:
    return (state.request.project / path).exists()


def _walk(project: Path, folder: str) -> Iterator[str]:
    """All files below a folder, links among them, which are not followed."""
    left = [folder]
    while left:
        at = left.pop()
        with os.scandir(project / at) as entries:
            for entry in entries:
                path = f"{at}/{entry.name}"
                if entry.name == ".git":
                    raise UsageError("there is another repository in this folder", path)
                if entry.is_dir(follow_symlinks=False) and not is_link(entry.path):
                    left.append(path)
                else:
                    yield path


def folder_name(folder: str, config: Config) -> str:
    """The logical path of a folder of the content: `/posts`."""
    inside = content_path(f"{folder}/", config)
    return normalize((inside or f"/{folder}").rstrip("/")) or "/"
