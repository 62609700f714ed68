"""Cascades, and the targets that say which pages a cascade or a permalink is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.matrix import NOT, bad_patterns, sites_languages
from frontlint.hugo.config.model import Cascade, ConfigError, Origin, Target
from frontlint.hugo.values.cast import as_mapping, as_text
from frontlint.hugo.values.glob import GlobError, compile_glob, matches
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Kind
from frontlint.hugo.values.versions import LANG_IN_TARGET_REFUSED, NEWEST, Version

NOT_IN_CASCADE = ("kind", "path", "lang", "cascade")
"""The keys that stop Hugo in a cascade (resources/page/page_matcher.go:DecodeCascadeConfig)."""
CASCADE_KEYS = ("target", "_target", "params")
"""The keys of a cascade that are not handed down themselves."""
_MORE_KINDS = ("404", "robotstxt", "rss", "sitemap")


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
        languages=sites_languages(words.get("sites")),
        environment=lower(as_text(words.get("environment"))),
    )
    for pattern in (target.path, target.kind, target.environment, *target.languages):
        compile_glob(pattern.removeprefix(NOT))
    return target


def items_of(value: Value) -> Iterator[tuple[Route, dict[str, Value]]]:
    """The cascades in the value of `cascade`, each with its route there: Hugo passes over other items."""
    for at, item in enumerate(value) if isinstance(value, list) else ((-1, value),):
        if isinstance(item, dict):
            yield (() if at < 0 else (at,)), item


def read_cascades(value: Value, origin: Origin) -> tuple[Cascade, ...]:
    """The cascades of front matter or configuration; what is none of them counts for nothing.

    `origin` is that of all of them. Raises GlobError for a target that is not a glob.
    """
    return tuple(
        _read_cascade(
            {lower(key): fold(inner) for key, inner in item.items()},
            Origin(origin.path, (*origin.keys, *route)),
        )
        for route, item in items_of(value)
    )


def _read_cascade(item: dict[str, Value], origin: Origin) -> Cascade:
    """What is below `params` counts the same as what is beside it, and more where both have it."""
    values = {key: value for key, value in item.items() if key not in CASCADE_KEYS}
    params = as_mapping(item.get("params"))
    values.update(params or {})
    target = read_target(item.get("target", item.get("_target"))) if values else Target()
    return Cascade(target, values, origin)


def is_kind(pattern: str) -> bool:
    """Whether a target's `kind` names any kind of page. Raises GlobError."""
    return any(matches(lower(pattern), kind) for kind in (*Kind, *_MORE_KINDS))


def configured_cascades(value: Value, keys: Route, version: Version = NEWEST) -> tuple[Cascade, ...]:
    """The cascades of the configuration, which are at `keys`. Raises ConfigError for what Hugo refuses."""
    if value is None:
        return ()
    if not isinstance(value, dict | list):
        raise ConfigError("`cascade` must be a mapping or a list of them, such as `{draft: true}`", keys=keys)
    for at, item in enumerate(value) if isinstance(value, list) else [(-1, value)]:
        if isinstance(item, dict):
            _check(item, (*keys, at) if isinstance(value, list) else keys, version)
    return read_cascades(value, Origin("", keys))


def hands_down(item: Mapping[str, Value]) -> bool:
    """Whether a cascade has any value; of one without, Hugo compiles no pattern of its target."""
    params = next((value for key, value in item.items() if lower(key) == "params"), None)
    return bool(as_mapping(params)) or any(lower(key) not in CASCADE_KEYS for key in item)


def _check(item: dict[str, Value], keys: Route, version: Version) -> None:
    for key in item:
        if key in NOT_IN_CASCADE:
            words = f"cascade: `{key}` must be below `target`"
            if key == "cascade":
                words = "`cascade` cannot contain `cascade`: delete the inner one"
            raise ConfigError(words, keys=(*keys, key))
    target = item.get("target", item.get("_target"))
    at: Route = (*keys, "target" if "target" in item else "_target")
    if target is None:
        return
    if not isinstance(target, dict):
        raise ConfigError("cascade: `target` must be a mapping, such as `{kind: page}`", keys=at)
    used = hands_down(item)
    if used and target.get("lang") and version >= LANG_IN_TARGET_REFUSED:
        words = "cascade: Hugo has removed `lang` in a target: write `sites: {matrix: {languages: [en]}}`"
        raise ConfigError(words, keys=(*at, "lang"))
    kind = as_text(target.get("kind"))
    try:
        if used:
            read_target(target)
            for below, text in bad_patterns(target.get("sites"), ("matrix",)):
                raise ConfigError(f"cascade: `{text}` is not a pattern", keys=(*at, "sites", *below))
        if kind and not is_kind(kind):
            raise ConfigError(
                f"cascade: Hugo has no kind of page `{shorten(kind)}`: write one of {', '.join(Kind)}",
                keys=(*at, "kind"),
            )
    except GlobError as error:
        raise ConfigError(f"cascade: {error}", keys=at) from error
