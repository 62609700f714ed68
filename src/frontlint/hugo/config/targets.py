"""Cascades and permalinks of the configuration, and the targets they are for."""

from __future__ import annotations

from frontlint.doc.document import Value
from frontlint.hugo.cast import as_text
from frontlint.hugo.config.model import Cascade, ConfigError, Permalink, Target
from frontlint.hugo.glob import GlobError, compile_glob
from frontlint.hugo.gopath import lower
from frontlint.hugo.kinds import Kind
from frontlint.hugo.patterns import unknown_attribute
from frontlint.hugo.versions import NEWEST, PERMALINKS_AS_A_LIST, Version

_CASCADE_KEYS = ("target", "_target", "params")


def fold(value: Value) -> Value:
    """Keys in lower case in all mappings, but not in lists (common/hmaps/params.go:PrepareParams)."""
    if isinstance(value, dict):
        return {lower(key): fold(inner) for key, inner in value.items()}
    return value


def read_target(value: Value) -> Target:
    """The pages that a cascade or permalink is for. Raises GlobError."""
    if not isinstance(value, dict):
        return Target()
    words = {lower(key): inner for key, inner in value.items()}
    target = Target(
        path=lower(as_text(words.get("path"))),
        kind=lower(as_text(words.get("kind"))),
        lang=lower(as_text(words.get("lang"))) or _languages(words.get("sites")),
        environment=lower(as_text(words.get("environment"))),
    )
    for pattern in (target.path, target.kind, target.lang, target.environment):
        compile_glob(pattern)
    return target


def _languages(sites: Value) -> str:
    """`sites: {matrix: {languages: [..]}}`, the newer way to name languages, as one glob."""
    matrix = sites.get("matrix") if isinstance(sites, dict) else None
    names = matrix.get("languages") if isinstance(matrix, dict) else None
    if isinstance(names, list):
        return "{" + ",".join(lower(as_text(name)) for name in names) + "}"
    return lower(as_text(names))


def read_cascades(value: Value) -> tuple[Cascade, ...]:
    """The cascades of front matter or configuration; what is none of them counts for nothing.

    Raises GlobError for a target that is no glob.
    """
    folded = [fold(item) for item in (value if isinstance(value, list) else [value])]
    return tuple(_read_cascade(item) for item in folded if isinstance(item, dict))


def _read_cascade(item: dict[str, Value]) -> Cascade:
    params = item.get("params")
    values = dict(params) if isinstance(params, dict) else {}
    values.update((key, value) for key, value in item.items() if key not in _CASCADE_KEYS)
    return Cascade(read_target(item.get("target", item.get("_target"))), values)


def read_permalinks(value: Value, path: str, version: Version = NEWEST) -> tuple[Permalink, ...]:
    """Both forms of `permalinks`; an older Hugo passes over a list.

    Raises ConfigError, naming the configuration file `path`.
    """
    if isinstance(value, list) and version < PERMALINKS_AS_A_LIST:
        return ()
    try:
        permalinks = _from_list(value) if isinstance(value, list) else _from_map(value)
    except GlobError as error:
        raise ConfigError(f"permalinks: {error}", path) from error
    for permalink in permalinks:
        unknown = unknown_attribute(permalink.pattern)
        if unknown is not None:
            raise ConfigError(f"permalinks: Hugo knows no {unknown} in {permalink.pattern}", path)
    return tuple(permalinks)


def _from_list(items: list[Value]) -> list[Permalink]:
    found = []
    for at, item in enumerate(items):
        if isinstance(item, dict):
            found.append(Permalink(read_target(item.get("target")), as_text(item.get("pattern")), at))
    return found


def _from_map(value: Value) -> list[Permalink]:
    found: list[Permalink] = []
    for key, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, dict):
            found += [_permalink(key, section, pattern) for section, pattern in inner.items()]
        else:
            found += [_permalink(kind, key, inner) for kind in (Kind.PAGE, Kind.TERM)]
    return found


def _permalink(kind: str, section: str, pattern: Value) -> Permalink:
    name = section.strip(" /")
    path = f"/{{{name},{name}/**}}" if name else "/*"
    compile_glob(path)
    return Permalink(Target(path=path, kind=kind), as_text(pattern))
