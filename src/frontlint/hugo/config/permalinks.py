"""The settings of `permalinks` (resources/page/permalinks.go)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.model import ConfigError, Permalink, Target
from frontlint.hugo.config.patterns import unknown_attribute
from frontlint.hugo.config.targets import read_target
from frontlint.hugo.values.glob import GlobError, compile_glob
from frontlint.hugo.values.gopath import clean, lower
from frontlint.hugo.values.kinds import Kind
from frontlint.hugo.values.versions import NEWEST, PERMALINKS_AS_A_LIST, Version


def permalinks_of(
    code: str, block: Mapping[str, Value], raw: Mapping[str, Value], version: Version = NEWEST
) -> tuple[Permalink, ...]:
    """The permalinks of a language, whose own settings are `block`, those of the project `raw`.

    A language's own map takes the place of the project's; its own list counts for nothing, and its map beside
    the project's list stops Hugo. [bin] Raises ConfigError.
    """
    own, shared = block.get("permalinks"), raw.get("permalinks")
    if not isinstance(own, dict):
        return read_permalinks(shared, ("permalinks",), version)
    keys: Route = ("languages", code, "permalinks")
    if isinstance(shared, list) and version >= PERMALINKS_AS_A_LIST:
        raise ConfigError(
            "`permalinks` of one language cannot be a mapping beside a list for all: Hugo's build fails",
            keys=keys,
        )
    return read_permalinks(own, keys, version)


def read_permalinks(value: Value, keys: Route, version: Version = NEWEST) -> tuple[Permalink, ...]:
    """Both forms of `permalinks`, which is at `keys`; an older Hugo passes over a list.

    Raises ConfigError for what Hugo refuses.
    """
    if value is None or (isinstance(value, list) and version < PERMALINKS_AS_A_LIST):
        return ()
    if isinstance(value, list):
        return tuple(_from_list(value, keys))
    if isinstance(value, dict):
        return tuple(_from_map(value, keys))
    raise ConfigError("`permalinks` must be a mapping or a list, such as `posts: /:year/:slug/`", keys=keys)


def first_folder(pattern: str) -> str:
    """The first folder of a pattern or an address, in lower case."""
    return lower(clean("/" + pattern)[1:].partition("/")[0])


def _from_list(items: list[Value], keys: Route) -> Iterator[Permalink]:
    for at, item in enumerate(items):
        if isinstance(item, dict):
            pattern = item.get("pattern")
            if not isinstance(pattern, str) or not pattern:
                raise ConfigError(
                    "permalinks: `pattern` is missing: write for example `pattern: /:year/:slug/`",
                    keys=(*keys, at),
                )
            try:
                target = read_target(item.get("target"))
            except GlobError as error:
                raise ConfigError(f"permalinks: {error}", keys=(*keys, at, "target")) from error
            where: Route = (*keys, at, "pattern")
            yield Permalink(target, _checked(pattern, where), at, where)


def _from_map(value: Mapping[str, Value], keys: Route) -> Iterator[Permalink]:
    for key, inner in value.items():
        if not isinstance(inner, dict):
            for kind in (Kind.PAGE, Kind.TERM):
                yield _permalink(kind, key, inner, (*keys, key))
        elif key in list(Kind):
            for section, pattern in inner.items():
                yield _permalink(key, section, pattern, (*keys, key, section))
        else:
            known = ", ".join(Kind)
            raise ConfigError(
                f"permalinks: `{shorten(key)}` cannot be a kind of page: write one of {known}",
                keys=(*keys, key),
            )


def _permalink(kind: str, section: str, pattern: Value, keys: Route) -> Permalink:
    if not isinstance(pattern, str):
        raise ConfigError(
            f"permalinks: the pattern of `{shorten(section)}` must be text, such as `/:year/:slug/`",
            keys=keys,
        )
    name = section.strip(" /")
    path = f"/{{{name},{name}/**}}" if name else "/*"
    try:
        compile_glob(path)
    except GlobError as error:
        raise ConfigError(f"permalinks: {error}", keys=keys) from error
    return Permalink(Target(path=path, kind=kind), _checked(pattern, keys), keys=keys)


def _checked(pattern: str, keys: Route) -> str:
    unknown = unknown_attribute(pattern)
    if unknown is not None:
        raise ConfigError(
            f"permalinks: Hugo does not know `{shorten(unknown)}` in `{shorten(pattern, 60)}`", keys=keys
        )
    return pattern
