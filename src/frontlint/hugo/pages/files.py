"""Which content files become pages: bundles swallow their neighbours, twins shadow each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config
from frontlint.hugo.content.paths import Location, is_of_disabled_language, locations
from frontlint.hugo.pages.publication import DeadFile, NoPage, Shadow
from frontlint.hugo.values.kinds import Bundle


class Selection(NamedTuple):
    """The files that are pages, by language and logical path, and those that are none.

    `tossed` are the keys for which Hugo picks one of several files at random, or as the disk has them.
    """

    pages: dict[tuple[str, str], Location]
    dead: tuple[DeadFile, ...]
    shadows: tuple[Shadow, ...]
    tossed: frozenset[tuple[str, str]]


def select_pages(
    paths: Iterable[str], config: Config, languages: Callable[[str], Sequence[str]] = lambda path: ()
) -> Selection:
    """Sorts all content files of a site into pages and others; the order of `paths` does not matter.

    `languages` gives the globs by which the page in a file asks for languages itself.
    """
    dead: list[DeadFile] = []
    located: list[Location] = []
    for path in sorted(set(paths)):
        places = locations(path, config, languages(path))
        if places:
            located += places
        else:
            lost = NoPage.LANGUAGE if is_of_disabled_language(path, config) else NoPage.IGNORED
            dead.append(DeadFile(path, lost))
    located, swallowed = _swallow(located)
    kept, shadowed, shadows = _first_of_each_folder(located)
    pages, tossed, overridden = _toss(kept)
    unsure = [shadow for shadow in (*shadows, *tossed) if shadow.kept is None]
    losers = [
        DeadFile(path, NoPage.SHADOWED, shadow.kept)
        for shadow in tossed
        for path in shadow.paths
        if path != pages[shadow.language, shadow.logical_path].path
    ]
    alive = {location.path for location in pages.values()}
    lost_files = [
        file for file in (*dead, *swallowed, *shadowed, *losers, *overridden) if file.path not in alive
    ]
    return Selection(
        pages,
        tuple(sorted(lost_files, key=lambda file: file.path)),
        tuple(sorted([*shadows, *tossed], key=lambda shadow: (shadow.language, shadow.paths))),
        frozenset((shadow.language, shadow.logical_path) for shadow in unsure),
    )


def resources(paths: Iterable[str], config: Config) -> frozenset[str]:
    """The content files that are no pages because they belong to another page's bundle."""
    paths = tuple(paths)
    located = [location for path in paths for location in locations(path, config)]
    if not _swallow(located)[1]:  # as on most sites
        return frozenset()
    return frozenset(file.path for file in select_pages(paths, config).dead if file.why is NoPage.RESOURCE)


def _swallow(located: Sequence[Location]) -> tuple[list[Location], list[DeadFile]]:
    """An `index` file makes all content beside and below it resources (pages_capture.go:collectDirDir)."""
    leaves: dict[str, str] = {}
    for location in located:
        if location.bundle is Bundle.LEAF:
            leaves.setdefault(location.raw_folder, location.path)
    if not _any_swallowed(located, leaves):  # as on most sites
        return list(located), []
    kept: list[Location] = []
    dead: list[DeadFile] = []
    for location in located:
        owner = _leaf_around(location.raw_folder, leaves)
        if owner is None or (location.bundle is Bundle.LEAF and location.raw_folder == owner):
            kept.append(location)
        else:
            dead.append(DeadFile(location.path, NoPage.RESOURCE, leaves[owner]))
    return kept, dead


def _any_swallowed(located: Sequence[Location], leaves: dict[str, str]) -> bool:
    """Whether any file is in the leaf bundle of another: few folders are asked for, however many files."""
    if not leaves:
        return False
    folders = {one.raw_folder for one in located if one.bundle is not Bundle.LEAF}
    folders.update(folder[: folder.rfind("/")] for folder in leaves if folder != "/")
    return any(_leaf_around(folder, leaves) is not None for folder in folders)


def _leaf_around(folder: str, leaves: dict[str, str]) -> str | None:
    """The outermost folder around, or the folder itself, that is a leaf bundle."""
    if "/" in leaves:
        return "/"
    at = 0
    while at >= 0:
        at = folder.find("/", at + 1)
        around = folder if at < 0 else folder[:at]
        if around in leaves:
            return around
    return None


def rank(location: Location) -> tuple[bool, bool, list[int], str]:
    """Hugo's order in one folder (component_fs.go:ReadDirWithContext): the first of twins wins."""
    descending = [-ord(char) for char in location.extension] + [1]
    name = location.path.rpartition("/")[2]
    return not location.names_language, location.bundle is Bundle.SINGLE, descending, name


def _hangs_on_neighbours(twins: Sequence[Location]) -> bool:
    """Whether the first of twins depends on the other files in their folder, and on the disk's order.

    Hugo compares twins by language before extension, but other files by extension alone: of `a.es.markdown`,
    `a.md` and `b.md` each comes before the next and the last before the first, and then no sorting is right.
    """
    named = [twin.extension for twin in twins if twin.names_language]
    unnamed = [twin.extension for twin in twins if not twin.names_language]
    return bool(named and unnamed) and min(named) < max(unnamed)


def _first_of_each_folder(
    located: Sequence[Location],
) -> tuple[Sequence[Location], list[DeadFile], list[Shadow]]:
    places = {(one.mount, one.raw_folder, one.language, one.logical_path) for one in located}
    if len(places) == len(located):  # as nearly always
        return located, [], []
    twins: defaultdict[tuple[int, str, str, str], list[Location]] = defaultdict(list)
    for location in located:
        place = location.mount, location.raw_folder
        twins[*place, location.language, location.logical_path].append(location)
    kept: list[Location] = []
    dead: list[DeadFile] = []
    shadows: list[Shadow] = []
    for (_, _, language, logical), group in twins.items():
        first, *others = sorted(group, key=rank) if len(group) > 1 else group
        kept.append(first)
        if others:
            winner = None if _hangs_on_neighbours(group) else first.path
            dead += [DeadFile(other.path, NoPage.SHADOWED, winner) for other in others]
            shadows.append(Shadow(language, logical, tuple(sorted(one.path for one in group)), winner))
    return kept, dead, shadows


def _toss(
    located: Sequence[Location],
) -> tuple[dict[tuple[str, str], Location], list[Shadow], list[DeadFile]]:
    """Twins in different folders: Hugo keeps that of the first mount.

    Who mounts a folder before another means that its files count first: those of the later mounts are no
    shadows. Of two in one mount Hugo keeps one at random, most often the deeper, which is used for both.
    """
    alone = {(one.language, one.logical_path): one for one in located}
    if len(alone) == len(located):  # as nearly always
        return dict(sorted(alone.items())), [], []
    twins: defaultdict[tuple[str, str], list[Location]] = defaultdict(list)
    for location in located:
        twins[location.language, location.logical_path].append(location)
    pages: dict[tuple[str, str], Location] = {}
    tossed: list[Shadow] = []
    overridden: list[DeadFile] = []
    for (language, logical), group in sorted(twins.items()):
        if len(group) > 1:
            group.sort(key=lambda one: (one.mount, -one.path.count("/"), one.path))
        first = pages[language, logical] = group[0]
        equals = tuple(sorted(one.path for one in group if one.mount == first.mount))
        if len(equals) > 1:
            tossed.append(Shadow(language, logical, equals, None))
        overridden += [
            DeadFile(one.path, NoPage.SHADOWED, first.path) for one in group if one.mount > first.mount
        ]
    return pages, tossed, overridden
