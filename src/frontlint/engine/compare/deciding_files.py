"""Which files of a repository decide how the pages of a site are judged: settings, ours and others'."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote

from frontlint.base.record import NamedTuple, dataclass
from frontlint.engine.request import Request
from frontlint.git.changes import Blob, Change
from frontlint.git.past import Past
from frontlint.hugo.config import Config
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.content.paths import is_content
from frontlint.schema.locate import built_in_names
from frontlint.settings.find import NAMES, table_in

_VERSIONS = frozenset({".tool-versions", ".hvm", "netlify.toml", "vercel.json", "package.json"})
_PIPELINES = frozenset({".gitlab-ci.yml", "azure-pipelines.yml"})
_WORKFLOWS = ".github/workflows"
_MISE = frozenset({"mise", ".mise"})
_HUGO = frozenset({"hugo", "config", "theme"})


class SettingsFolders(NamedTuple):
    """Where settings are looked for, as names from the repository's root.

    `project` is the Hugo project's folder, `folders` those that may hold a file of ours, `typed` is a
    configuration file that the user named.
    """

    project: str
    folders: frozenset[str]
    typed: str | None = None


@dataclass(frozen=True)
class DecidingFiles:
    """The files of one run; `before` are Hugo's settings as they were, None where they are not known."""

    request: Request
    before: Config | None
    past: Past
    places: SettingsFolders

    def among(self, touched: Collection[Change]) -> list[Change]:
        """The changes of files that decide."""
        ours, hugo, schemas = set(self._ours()), set(self._hugo()), self._schemas()
        found: list[Change] = []
        for change in touched:
            names = {change.path, change.old_path}
            if any(name.casefold() in ours for name in names):
                decides = self._says_else(change)
            elif any(name in hugo or self._is_of_hugo(name) or self._uri(name) in schemas for name in names):
                decides = True
            else:
                decides = any(map(self._is_of_version, names)) and self._speaks_of_hugo(change)
            if decides and not all(map(is_content, names)):
                found.append(change)
        return found

    def _ours(self) -> Iterator[str]:
        """Names in lower case: not every system tells capitals apart. What a link leads to counts, too."""
        names = [join(folder, name) for folder in self.places.folders for name in NAMES]
        for name in [*names, *([self.places.typed] if self.places.typed else [])]:
            yield name.casefold()
            file = self.past.root / name
            target = self.past.name_of(file.resolve()) if file.is_symlink() else None
            if target is not None:
                yield target.casefold()

    def _hugo(self) -> Iterator[str]:
        """The files that Hugo's settings are read from, now and before."""
        for config in self._configs():
            for name in config.files:
                yield self._of_project(name)

    def _is_of_hugo(self, name: str) -> bool:
        """Whether a file is the settings of a theme, or of a project whose former settings are not known."""
        themes = [dirname(folder) for config in self._configs() for folder in config.layouts]
        unknown = [] if self.before is not None else ["."]
        return any(_is_hugo_in(self._of_project(one), name) for one in {*filter(None, themes), *unknown})

    def _configs(self) -> Iterator[Config]:
        yield self.request.config
        if self.before is not None:
            yield self.before

    def _of_project(self, path: str) -> str:
        return normpath(join(self.places.project, path))

    def _schemas(self) -> frozenset[str]:
        """The addresses of the schemas that the settings name, and of those that they refer to."""
        settings = self.request.settings
        if set(built_in_names()).issuperset(kind.schema for kind in settings.kinds):
            return frozenset()
        from frontlint.schema.catalog import Catalog  # brings all that reads schemas

        found = Catalog(settings.kinds, settings.root, settings.prefix).user_schemas()
        return frozenset(unquote(address) for documents in found.values() for address in documents)

    def _uri(self, name: str) -> str:
        return unquote((self.past.root / name).as_uri())

    def _is_of_version(self, name: str) -> bool:
        """Whether the site's Hugo version may be read from a file."""
        folder, file = dirname(name), basename(name)
        if folder == _WORKFLOWS:
            return file.endswith((".yml", ".yaml"))
        if not folder and file in _PIPELINES:
            return True
        if file in _VERSIONS:
            return folder in self.places.folders
        return any(_is_mise(name.removeprefix(f"{one}/" if one else "")) for one in self.places.folders)

    def _speaks_of_hugo(self, change: Change) -> bool:
        """Whether a file that holds much else has, or had, anything about Hugo or us in it."""
        both = b"\n".join(data for data in self._contents(change) if data is not None).lower()
        return b"hugo" in both or b"frontlint" in both

    def _says_else(self, change: Change) -> bool:
        """Whether our settings differ: a pyproject.toml has many others beside them."""
        if not {change.path, change.old_path} <= {join(one, NAMES[-1]) for one in self.places.folders}:
            return True
        before, now = self._contents(change)
        tables = [None if data is None else table_in(NAMES[-1], data) for data in (before, now)]
        return tables[0] != tables[1]

    def _contents(self, change: Change) -> tuple[bytes | None, bytes | None]:
        """What was in a file, and what is."""
        before = self.past.read([change.old_path]).get(change.old_path)
        return before, self._now(change.path, change.new)

    def _now(self, name: str, staged: Blob | None) -> bytes | None:
        if staged is not None:
            return staged.repository.blobs([staged.id])[staged.id]
        return self.past.read_now([name]).get(name)


def _is_hugo_in(folder: str, name: str) -> bool:
    """Whether a file of this name in a project or theme would be a part of its settings."""
    inside = name if folder == "." else name.removeprefix(f"{folder}/")
    if folder != "." and inside == name:
        return False
    stem, _, extension = basename(inside).rpartition(".")
    if extension.lower() not in EXTENSIONS:
        return False
    return inside.startswith("config/") or ("/" not in inside and stem in _HUGO)


def _is_mise(inside: str) -> bool:
    """Whether a path is one of mise's: `mise.toml`, `.mise.local.toml`, `.config/mise/conf.d/hugo.toml`."""
    *folders, file = inside.split("/")
    if not file.endswith(".toml"):
        return False
    if folders[:1] == [".config"]:
        folders = folders[1:]
    if not folders:
        return any(file.startswith(f"{name}.") for name in _MISE)
    return folders[0] in _MISE and (len(folders) == 1 or folders[1:] == ["conf.d"])
