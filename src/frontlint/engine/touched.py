"""Which files of a change count for the findings."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.base.files import lies_below
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Mount, is_adapter
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.config.mounts import takes
from frontlint.hugo.content.paths import is_content, mounts_of

_FOLDERS = frozenset(
    {"archetypes", "assets", "config", "content", "data", "i18n", "layouts", "static", "themes", "_vendor"}
)


def may_count(path: str) -> bool:
    """Whether a file may count, whatever the settings: it is where Hugo looks, or may be one of them."""
    first, slash, _ = path.partition("/")
    name = path.rpartition("/")[2]
    return (slash != "" and first in _FOLDERS) or "." not in name[1:] or name.endswith(_SETTINGS)


_SETTINGS = tuple(f".{extension}" for extension in EXTENSIONS)


class Touched(NamedTuple):
    """What changes are about: content files, static files by their paths below `public/`, templates."""

    content: tuple[str, ...]
    static: frozenset[str]
    templates: bool
    programs: bool

    def __bool__(self) -> bool:
        return bool(self.content or self.static or self.templates or self.programs)


def touched_by(paths: Iterable[str], config: Config) -> Touched:
    """Those of some files that count for the findings; the settings of Hugo aside."""
    content: list[str] = []
    static: set[str] = set()
    templates = programs = False
    for path in paths:
        if is_page(path, config):
            content.append(path)
        programs = programs or (is_adapter(path) and _is_source(path, config))
        static.update(_outputs(path, config))
        templates = templates or _is_template(path, config)
    return Touched(tuple(sorted(content)), frozenset(static), templates, programs)


def is_page(path: str, config: Config) -> bool:
    """Whether Hugo takes a file for content, by its name and the mounts."""
    return any(is_content(inside) for _, _, inside in mounts_of(path, config))


def _is_source(path: str, config: Config) -> bool:
    return any(path == source or lies_below(path, source) for source in config.content_sources)


def _is_template(path: str, config: Config) -> bool:
    folders = [
        *config.layouts,
        *(f"{one.rpartition('/')[0]}/archetypes".lstrip("/") for one in config.layouts),
    ]
    return any(lies_below(path, folder) for folder in (*folders, "archetypes"))


def _outputs(path: str, config: Config) -> Iterable[str]:
    for mount in config.static_mounts:
        found = _output(path, mount)
        if found is not None:
            yield found
            yield from (f"{language.host_dir}/{found}" for language in config.languages if language.host_dir)


def _output(path: str, mount: Mount) -> str | None:
    if mount.is_file:
        return mount.target if path == mount.source else None
    if not lies_below(path, mount.source):
        return None
    inside = f"/{path}" if mount.source == "." else path[len(mount.source) :]
    return (mount.target + inside).lstrip("/") if takes(mount, inside) else None
