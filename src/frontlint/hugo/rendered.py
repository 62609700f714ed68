"""Which fields of front matter the templates render, as far as their text shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.base.files import ProjectFiles
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config
from frontlint.hugo.templates import template_text, templates
from frontlint.hugo.values.gopath import lower

_RENDERS = lazy_pattern(r"\b(?:RenderString|RenderShortcodes|markdownify)\b")
_ACTION = lazy_pattern(r"\{\{[^{}]*+\}\}")
_FIELD = lazy_pattern(r"\.(?:Params\.)?(\w+)")
_QUOTED = lazy_pattern(r"[\"`](\w+)[\"`]")
_VARIABLE = lazy_pattern(r"\$(\w+)")
_SETS = lazy_pattern(r"\{\{-?\s*\$(\w+)\s*:?=")
_NARROWS = lazy_pattern(r"\{\{-?\s*(?:else\s+)?(?:with|range|if)\b")
_DOT = lazy_pattern(r"(?<![\w.$)\]\"])\.(?![\w.])")
_PASSED = lazy_pattern(r"[\"`](\w++)[\"`]\s++\(?[$.\w]*?\.(\w++)(?![.\w])")
_TO_PARTIAL = lazy_pattern(r"\bpartial(?:Cached)?\s++[\"`][^\"`]*+[\"`]\s++\(?[$.\w]*?\.(\w++)(?![.\w])")


class Rendered(NamedTuple):
    """Fields in lower case.

    `surely` are those named in one action with `RenderString`, `RenderShortcodes` or `markdownify`. `perhaps`
    are also those that a template may hand on to one by another name: a variable, `with`, a partial.
    """

    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()

    def as_list(self) -> list[str]:
        """Both, as a list that can be kept and compared."""
        return [*sorted(self.surely), "", *sorted(self.perhaps)]


def rendered_fields(tree: ProjectFiles, config: Config) -> Rendered:
    """The fields that the templates of a project and its themes render as text with Markdown."""
    actions = [_ACTION.findall(template_text(tree, name)) for name in templates(tree, config)]
    rendering = [[one for one in of_file if _RENDERS.search(one)] for of_file in actions]
    surely = frozenset(
        lower(name) for of_file in rendering for one in of_file for name in _FIELD.findall(one)
    )
    perhaps = {*surely}
    for of_file, its in zip(actions, rendering, strict=True):
        perhaps.update(map(lower, _by_other_names(of_file, its)))
    everything = "".join(one for of_file in actions for one in of_file)
    if any(_DOT.search(one) for its in rendering for one in its):
        perhaps.update(map(lower, _TO_PARTIAL.findall(everything)))
    perhaps.update(lower(field) for key, field in _PASSED.findall(everything) if lower(key) in perhaps)
    return Rendered(surely, frozenset(perhaps))


def _by_other_names(actions: Iterable[str], rendering: list[str]) -> Iterator[str]:
    """What may be in a variable or in the dot of actions that render, all in one file."""
    if not rendering:
        return
    yield from (name for one in rendering for name in _QUOTED.findall(one))
    variables = {name for one in rendering for name in _VARIABLE.findall(one)}
    dotted = any(_DOT.search(one) for one in rendering)
    for one in reversed(list(actions)):
        assigned = _SETS.match(one)
        narrows = dotted and _NARROWS.match(one)
        if narrows or (assigned and assigned[1] in variables):
            variables.update(_VARIABLE.findall(one))
            yield from _FIELD.findall(one)
            yield from _QUOTED.findall(one)
