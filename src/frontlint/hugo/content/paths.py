"""Files to pages: kind, section, language, bundle and logical path, by a file's name alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Language, Mount
from frontlint.hugo.config.matrix import in_languages
from frontlint.hugo.config.mounts import takes
from frontlint.hugo.values.gopath import lower, normalize
from frontlint.hugo.values.goregexp import found_in
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.hugo.values.media import CONTENT_EXTENSIONS

_PREFIXED = lazy_pattern(r"_language_(.+)_\Z")
# Hugo matches `ignoreFiles` with the whole name of a file; what is above the project differs by machine.
_UNKNOWN_ABOVE: Final = "/\ue000/"
_INDEX: Mapping[str, Bundle] = {"index": Bundle.LEAF, "_index": Bundle.BRANCH}


class Unnormalized(NamedTuple):
    """A path with its letter case (common/paths/pathparser.go:Unnormalized).

    Hugo takes it apart once more, and knows language codes, extensions and `index` in lower case only: with
    `a.FR.md` the code is part of the name, and `Index.md` is a page of that name. `file_name` is the name
    before language and extension; `in_bundle` tells that Hugo still sees a bundle's `index`.
    """

    path: str
    container: str
    base_name: str
    file_name: str
    in_bundle: bool


class Location(NamedTuple):
    """Where Hugo puts a content file, going by its name alone.

    `logical_path` is `/` for home. `folder` is the logical path of the folder that holds the file. Those
    called `raw` keep letter case and spaces. `file_name` is what comes before language and extension.
    `names_language` tells that the file's own name has a language code; `extension` is in lower case.
    `mount` is the number of the mount that brings it, in Hugo's order. `written` is what Hugo makes of the
    name where letter case is kept, None where that is nothing else.
    """

    path: str
    language: str
    kind: Kind
    bundle: Bundle
    logical_path: str
    section: str
    folder: str
    raw_folder: str
    file_name: str
    extension: str
    names_language: bool
    mount: int = 0
    written: Unnormalized | None = None

    @property
    def base_name(self) -> str:
        """The name in its URL: that of the file, or of the folder of a bundle."""
        return self.logical_path.rpartition("/")[2]

    @property
    def raw_base_name(self) -> str:
        """The same, with its letter case."""
        return self.file_name if self.bundle is Bundle.SINGLE else self.raw_folder.rpartition("/")[2]

    @property
    def container(self) -> str:
        """The folder whose name its URL begins with: for a bundle the one above its own."""
        return parent_of(self.folder) if self.bundle is not Bundle.SINGLE else self.folder

    @property
    def raw_container(self) -> str:
        """The same, with its letter case."""
        return parent_of(self.raw_folder) if self.bundle is not Bundle.SINGLE else self.raw_folder

    @property
    def written_name(self) -> str:
        """The `base_name` of `as_written`."""
        return self.raw_base_name if self.written is None else self.written.base_name

    @property
    def written_path(self) -> str:
        """The `path` of `as_written`."""
        if self.written is not None:
            return self.written.path
        if self.bundle is not Bundle.SINGLE:
            return self.raw_folder
        return _below(self.raw_folder, self.raw_base_name)

    @property
    def as_written(self) -> Unnormalized:
        """The path as Hugo takes it apart with its letter case."""
        if self.written is not None:
            return self.written
        in_bundle = self.bundle is not Bundle.SINGLE
        return Unnormalized(
            self.written_path, self.raw_container, self.raw_base_name, self.file_name, in_bundle
        )


class NameParts(NamedTuple):
    """A file name, taken apart (common/paths/pathparser.go).

    `extension` and `code` are in lower case. Those called `raw` are what is found where letter case counts.
    """

    stem: str
    extension: str
    code: str
    raw_stem: str
    raw_extension: str

    @property
    def odd_case(self) -> bool:
        """Capitals in the language's code, in the extension or in `index` make a difference."""
        odd_index = self.stem not in _INDEX and lower(self.stem) in _INDEX
        return self.raw_stem != self.stem or self.raw_extension != self.extension or odd_index


def parent_of(path: str) -> str:
    """The logical path above a logical path; `/` stays `/`."""
    return path[: path.rfind("/")] or "/"


def is_content(path: str) -> bool:
    """Whether the file's extension is that of a content file."""
    if path.endswith(".md"):
        return True  # nearly all
    name = path.rpartition("/")[2]
    return "." in name and lower(name.rpartition(".")[2]) in CONTENT_EXTENSIONS


def is_plain_content(path: str, config: Config) -> bool:
    """Whether a file is surely a content file, as nearly all are: Markdown that nothing leaves out."""
    only = config.only_folder
    if only is None or not path.endswith(".md"):
        return False
    return path.startswith(only.prefix) and "/." not in path and "/#" not in path


def _is_ignored(path: str, inside: str, mount: Mount, config: Config) -> bool:
    """Whether Hugo passes a file of a mount over (source/sourceSpec.go:IgnoreFile).

    `path` is from the project's root, `inside` from Hugo's content. Hugo asks of the file, and of each folder
    that it enters on its way there: not of the mount's own folder, which may have any name.
    """
    if path[-1:] == "~" or "/." in inside or "/#" in inside or "/." in path or path[:1] in (".", "#"):
        name = path.rpartition("/")[2]
        if name.startswith((".", "#")) or name.endswith("~"):
            return True
        folders = inside.rpartition("/")[0]
        if "/." in folders or "/#" in folders:
            return True
    if not config.ignore_files:
        return False
    folder = path.rpartition("/")[0]
    return found_in(_UNKNOWN_ABOVE + path, config.ignore_files) or (
        not mount.is_file and _in_ignored_folder(folder, mount.source, config.ignore_files)
    )


@lru_cache(maxsize=4096)
def _in_ignored_folder(folder: str, source: str, patterns: tuple[str, ...]) -> bool:
    if folder == source or not folder or (source != "." and not folder.startswith(f"{source}/")):
        return False
    above = _in_ignored_folder(folder.rpartition("/")[0], source, patterns)
    return above or found_in(_UNKNOWN_ABOVE + folder, patterns)


def mounts_of(path: str, config: Config) -> Sequence[tuple[int, Mount, str]]:
    """Where Hugo's content has a file: the mount with its number, and the path below content, `/blog/a.md`.

    Folders may be mounted twice, or inside one another: then a file gives several pages. What Hugo ignores
    has no place.
    """
    found: list[tuple[int, Mount, str]] = []
    for number, mount in enumerate(config.content_mounts):
        inside = _inside(path, mount)
        if inside and not _is_ignored(path, inside, mount, config):
            found.append((number, mount, inside))
    return found


def _inside(path: str, mount: Mount) -> str:
    """The path of a file below content, if the mount brings it; else nothing."""
    source = mount.source
    if mount.is_file:
        return f"/{mount.target}" if path == source else ""
    if source == ".":
        inside = f"/{path}"
    elif path.startswith(source) and path[len(source) : len(source) + 1] == "/":
        inside = path[len(source) :]
    else:
        return ""
    if mount.files and not takes(mount, inside):
        return ""
    return f"/{mount.target}{inside}" if mount.target else inside


def content_path(path: str, config: Config) -> str | None:
    """The path of a file or folder below Hugo's content, by its first mount: `/blog/a.md`."""
    for mount in config.content_mounts:
        inside = _inside(path, mount)
        if inside and not _is_ignored(path, inside, mount, config):
            return inside
    return None


def is_of_disabled_language(path: str, config: Config) -> bool:
    """Whether the file's name has the code of a language that is not built."""
    return take_apart(path.rpartition("/")[2], config).code in config.disabled_languages


def locate(path: str, config: Config) -> Location | None:
    """The first place where the file belongs; None for one that Hugo ignores, or that is not a content file.

    The neighbours decide whether it is a page at all: see `frontlint.hugo.pages.files`.
    """
    places = locations(path, config)
    return places[0] if places else None


def locations(path: str, config: Config, languages: Sequence[str] = ()) -> Sequence[Location]:
    """Every place where the file belongs: one for each mount and language that has it.

    `languages` are the globs of the page's own `sites`, which count more than its name and its mount.
    """
    if languages:
        return _locations(path, config, languages)
    known: tuple[Location, ...] | None = config.places.get(path)
    if known is None:
        plain = _plain_location(path, config)
        known = config.places[path] = _locations(path, config, ()) if plain is None else (plain,)
    return known


def _locations(path: str, config: Config, languages: Sequence[str]) -> tuple[Location, ...]:
    found: list[Location] = []
    own: Sequence[str] = ()
    if languages:
        own = [language.code for language in config.languages if in_languages(language.code, languages)]
    for number, mount, inside in mounts_of(path, config):
        if is_content(inside):
            folder, _, file_name = inside.rpartition("/")
            name = take_apart(file_name, config)
            named = (name.code,) if name.code and mount.languages else mount.languages
            for code in own if languages else named:
                language = config.language(code)
                if language is not None:
                    found.append(_locate(path, folder, name, language, number))
    return tuple(found)


def _plain_location(path: str, config: Config) -> Location | None:
    """The place of a file in the only content folder whose name is as its URL has it; None for others."""
    if not (is_plain_content(path, config) and path.isascii() and path.islower()) or " " in path:
        return None
    prefix, language = config.only_folder  # type: ignore[misc] # has the file
    end = path.rindex("/")
    folder, stem = path[len(prefix) - 1 : end] or "/", path[end + 1 : -len(".md")]
    if "." in stem:
        return None
    bundle = _INDEX.get(stem, Bundle.SINGLE)
    if bundle is Bundle.SINGLE:
        folder = intern(folder)
        logical, kind = _below(folder, stem), Kind.PAGE
    else:
        logical, kind, stem = folder, _kind(folder, bundle, language), intern(stem)
    section = intern(_section(logical, bundle))
    return Location(path, language.code, kind, bundle, logical, section, folder, folder, stem, "md", False)


def _locate(path: str, inside: str, name: NameParts, language: Language, mount: int) -> Location:
    inside, folder = _folder(inside)
    stem, extension, code, raw_stem, raw_extension = name
    keyed = normalize(stem)
    bundle = _INDEX.get(keyed, Bundle.SINGLE)
    logical = folder if bundle is not Bundle.SINGLE else _below(folder, keyed)
    odd_case = (bundle is not Bundle.SINGLE and stem not in _INDEX) or raw_stem != stem
    return Location(  # by position, which takes half the time
        path,
        language.code,
        Kind.PAGE if bundle is Bundle.SINGLE else _kind(logical, bundle, language),
        bundle,
        logical,
        intern(_section(logical, bundle)),
        folder,
        inside,
        stem,
        intern(extension),
        bool(code),
        mount,
        _written(inside, name) if odd_case or raw_extension != extension else None,
    )


@lru_cache(maxsize=256)
def _folder(inside: str) -> tuple[str, str]:
    """A folder as written and as Hugo keys it: the files in it share both."""
    written, keyed = inside or "/", normalize(inside) or "/"
    return written, written if written == keyed else keyed


def _written(folder: str, name: NameParts) -> Unnormalized:
    """What Hugo makes of a file's name with its letter case, where that is something else."""
    odd_extension = lower(name.raw_extension) != name.raw_extension
    bundle = Bundle.SINGLE if odd_extension else _INDEX.get(name.raw_stem, Bundle.SINGLE)
    if bundle is not Bundle.SINGLE:
        return Unnormalized(folder, parent_of(folder), folder.rpartition("/")[2], name.raw_stem, True)
    ending = f".{name.raw_extension}" if odd_extension else ""
    return Unnormalized(_below(folder, name.raw_stem + ending), folder, name.raw_stem, name.raw_stem, False)


def stem_of(path: str, config: Config) -> str:
    """The name of a content file without its extension and the code of a language of the site."""
    return take_apart(path.rpartition("/")[2], config).stem


def is_index(path: str, config: Config) -> bool:
    """Whether a content file is the `index` or `_index` of a bundle."""
    return lower(stem_of(path, config)) in _INDEX


def take_apart(file_name: str, config: Config) -> NameParts:
    """The first part from the right, before the extension, that is a language cuts the name there."""
    parts = file_name.split(".")
    stem, extension = ".".join(parts[:-1]), parts[-1]
    if len(parts) == 2:
        return NameParts(stem, lower(extension), "", stem, extension)
    found, code = _language_in(parts, config, lower)
    raw_found, _ = _language_in(parts, config, str)
    return NameParts(".".join(parts[:found]), lower(extension), code, ".".join(parts[:raw_found]), extension)


def _language_in(parts: Sequence[str], config: Config, fold: Callable[[str], str]) -> tuple[int, str]:
    """Which part of a name is a language's code, and the code; else which is the extension."""
    for at in range(len(parts) - 2, 0, -1):
        text = fold(parts[at])
        prefixed = _PREFIXED.match(text)
        code = prefixed.group(1) if prefixed else text
        if config.language(code) is not None or code in config.disabled_languages:
            return at, code
    return len(parts) - 1, ""


def _below(folder: str, name: str) -> str:
    return f"/{name}" if folder == "/" else f"{folder}/{name}"


def _section(logical: str, bundle: Bundle) -> str:
    """The first segment; nothing for what is at the root, leaf bundles too (pathparser.go:Section)."""
    first, rest, _ = logical[1:].partition("/")
    return first if rest or bundle is Bundle.BRANCH else ""


def _kind(logical: str, bundle: Bundle, language: Language) -> Kind:
    if logical == "/":
        return Kind.HOME if bundle is not Bundle.SINGLE else Kind.PAGE
    return kind_of_branch(logical, language) if bundle is Bundle.BRANCH else Kind.PAGE


def kind_of_branch(logical: str, language: Language) -> Kind:
    """The kind of an `_index` page: its path is compared with the taxonomies' as a text, not by segments."""
    if logical == "/":
        return Kind.HOME
    taxonomy = taxonomy_at(logical, language)
    if taxonomy is None:
        return Kind.SECTION
    return Kind.TAXONOMY if taxonomy == logical else Kind.TERM


def taxonomy_at(logical: str, language: Language) -> str | None:
    """The path of the taxonomy that a logical path starts with (content_map.go:getTaxonomyConfig)."""
    for taxonomy in language.taxonomies:
        if logical.startswith(taxonomy.path):
            return taxonomy.path
    return None
