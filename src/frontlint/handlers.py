"""The same reading for scripts of the site: handlers for python-frontmatter that give the values Hugo sees.

    post = frontmatter.load("content/a.md", handler=FrontlintYAMLHandler())

Any of them reads every format (with a BOM, one-line JSON, TOML, Org); which one is given decides how
`frontmatter.dumps` writes. `load` and `loads` choose the handler of the page's own format.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from frontlint.base.pattern import lazy_pattern
from frontlint.base.source import decode
from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Document, Format, Moment, Value
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

_NEVER_FOLD: Final = 2**31 - 1
_BREAKS_OF_1_1: Final = lazy_pattern("[\x85\u2028\u2029]")
_BARE_KEY: Final = lazy_pattern(r"[A-Za-z0-9_-]+")


class FrontMatterError(ValueError):
    """Front matter that Hugo refuses; `line` and `column` count from 1 in the text that was read."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {message}")
        self.line = line
        self.column = column


class _Handler(BaseHandler):
    """Reads every format that Hugo reads; the subclasses differ in what they detect and write."""

    FM_BOUNDARY = re.compile(r"(?!)")  # asked for by BaseHandler, never used: `fence` knows the delimiters
    format_: Format

    def detect(self, text: str) -> bool:
        """Whether the text begins with front matter of this handler's format."""
        return fence.find(text.removeprefix("\ufeff"))[0].format is self.format_

    def split(self, text: str) -> tuple[str, str]:
        """The front matter with its delimiters, and the content. ValueError where there is none.

        Delimiters stay on, and what is wrong with them is raised by `load`: python-frontmatter takes an
        error in `split` for a page without front matter.
        """
        text = text.removeprefix("\ufeff")
        found, problem = fence.find(text)
        if found.format is Format.NONE:
            raise ValueError("no front matter")
        if problem is not None:
            return text, ""
        return text[: found.body], text[found.body :]

    def load(self, fm: str) -> dict[str, Any]:
        """The values as Hugo sees them. Raises FrontMatterError for what Hugo refuses."""
        document = _document(fm)
        if document.refused:
            problem = document.problems[0]
            line, column = document.source.lines.line_column(problem.span.start)
            words = f"{problem.message} ({problem.help})" if problem.help else problem.message
            raise FrontMatterError(words, line, column)
        return {key: _plain(value) for key, value in document.data.items()}


class FrontlintYAMLHandler(_Handler):
    """Writes YAML in which Hugo finds the same values again: the text "010" gets quotes, for example."""

    START_DELIMITER = END_DELIMITER = "---"
    format_ = Format.YAML

    def export(self, metadata: dict[str, object], **kwargs: Any) -> str:
        """The metadata as YAML, in its own order; options go to `yaml.dump`."""
        options = {"sort_keys": False, "allow_unicode": True, "width": _NEVER_FOLD, **kwargs}
        return str(yaml.dump(metadata, Dumper=_Dumper, **options)).strip()


class FrontlintTOMLHandler(_Handler):
    """Writes TOML. Dates are text, which Hugo's date fields read as well."""

    START_DELIMITER = END_DELIMITER = "+++"
    format_ = Format.TOML

    def export(self, metadata: dict[str, object], **_options: object) -> str:
        """The metadata as TOML. Raises ValueError for null, which TOML cannot say."""
        return "\n".join(f"{_toml_key(key)} = {_toml_value(value)}" for key, value in metadata.items())


class FrontlintJSONHandler(_Handler):
    """Writes JSON."""

    START_DELIMITER = END_DELIMITER = ""
    format_ = Format.JSON

    def export(self, metadata: dict[str, object], **kwargs: Any) -> str:
        """The metadata as JSON; options go to `json.dumps`."""
        return json.dumps(metadata, **{"indent": 2, "ensure_ascii": False, "allow_nan": False, **kwargs})


class FrontlintOrgHandler(FrontlintYAMLHandler):
    """Reads Org keywords; writes YAML, because Org cannot say nested values."""

    format_ = Format.ORG


def handlers() -> list[BaseHandler]:
    """One of each, for `frontmatter.handlers[:] = handlers()`."""
    return [FrontlintYAMLHandler(), FrontlintTOMLHandler(), FrontlintJSONHandler(), FrontlintOrgHandler()]


def load(path: str | Path) -> frontmatter.Post:
    """The page at a path, read as Hugo reads it. Raises FrontMatterError, OSError."""
    return loads(Path(path).read_bytes())


def loads(page: str | bytes) -> frontmatter.Post:
    """A page's text or bytes, read as Hugo reads them. Raises FrontMatterError."""
    text = decode("", page).text if isinstance(page, bytes) else page
    chosen = next((one for one in handlers() if one.detect(text)), FrontlintYAMLHandler())
    return frontmatter.loads(text, handler=chosen)


def _document(text: str) -> Document:
    return read_document(decode("", text.encode("utf-8", "replace")), plain_scalar)


def _plain(value: Value) -> Value:
    """The value with dates of TOML as plain text, which any dumper can write."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Moment) else value


class _Dumper(yaml.SafeDumper):
    """Quotes what Hugo would take for something else, and writes no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True

    def represent_text(self, data: str) -> yaml.ScalarNode:
        style = None if isinstance(plain_scalar(data), str) else "'"
        if _BREAKS_OF_1_1.search(data):
            style = '"'  # escaped there; PyYAML would break the line elsewhere
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)


def _toml_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _toml_text(key)


def _toml_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return _toml_text(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml_value(item) for item in value) + "]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_toml_key(str(key))} = {_toml_value(item)}" for key, item in value.items())
        return "{ " + inner + " }" if inner else "{}"
    if value is None:
        raise ValueError("TOML has no null: leave the key out")
    return _toml_text(str(value))
