"""Patterns in settings that Hugo compiles before it builds: regular expressions and globs that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.shapes import Misfit

# A star is every item of a list or every value of a mapping. [bin]
_EXPRESSIONS: Final = (
    "security.exec.allow",
    "security.exec.osEnv",
    "security.funcs.getenv",
    "security.http.methods",
    "security.http.mediaTypes",
    "security.http.urls",
    "build.cacheBusters.*.source",
    "server.redirects.*.fromRe",
    "deployment.matchers.*.pattern",
    "deployment.order",
)
_GLOBS: Final = (
    "server.headers.*.for",
    "server.redirects.*.from",
    "server.redirects.*.fromHeaders.*",
    "deployment.targets.*.include",
    "deployment.targets.*.exclude",
    "httpcache.cache.for.includes",
    "httpcache.cache.for.excludes",
    "httpcache.polls.*.for.includes",
    "httpcache.polls.*.for.excludes",
)
_TOPS: Final = frozenset({"security", "build", "server", "deployment", "httpcache"})


def first_unusable(settings: Raw) -> Misfit | None:
    """The first pattern in a project's settings that Hugo cannot compile, and so does not start."""
    if _TOPS.isdisjoint(settings):
        return None
    for paths, fault_of in ((_EXPRESSIONS, _fault_of_expression), (_GLOBS, _fault_of_glob)):
        for path in paths:
            for keys, text in _texts(settings, path.lower().split("."), ()):
                fault = fault_of(text)
                if fault:
                    name = path.replace(".*", "")
                    return Misfit(keys, f"`{name}` cannot be `{shorten(text)}`: it has {fault}")
    return None


def _texts(value: Value, steps: list[str], route: Route) -> Iterator[tuple[Route, str]]:
    if not steps:
        if isinstance(value, str):
            yield route, value
        elif isinstance(value, list):
            yield from (((*route, at), item) for at, item in enumerate(value) if isinstance(item, str))
        return
    first, *rest = steps
    if first == "*" and isinstance(value, list):
        for at, item in enumerate(value):
            yield from _texts(item, rest, (*route, at))
    elif first == "*" and isinstance(value, dict) and not rest:
        for key, item in value.items():
            yield from _texts(item, rest, (*route, key))
    elif first == "*":
        yield from _texts(value, rest, route)
    elif isinstance(value, dict) and first in value:
        yield from _texts(value[first], rest, (*route, first))


def _fault_of_expression(text: str) -> str:
    from frontlint.hugo.values.goregexp import check  # most sites have none
    from frontlint.patterns.nodes import LimitError, PatternError

    try:
        check(text.removeprefix("! "))
    except LimitError:
        return ""  # Go may take it
    except PatternError as error:
        return str(error)
    return ""


def _fault_of_glob(text: str) -> str:
    from frontlint.hugo.values.glob import GlobError, GlobLimitError, compile_glob

    try:
        compile_glob(text)
    except GlobLimitError:
        return ""
    except GlobError:
        return "a bracket or brace that is not closed"
    return ""
