"""Pages as a made site has them: front matter as data, spelled in YAML, TOML or JSON in several habits."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from random import Random


class Raw(str):
    """A value as it is written, in the page's own format."""

    __slots__ = ()


@dataclass
class Page:
    """One content file. Keys of `front` are in their order; `block` and `quote` are habits in YAML."""

    path: str
    front: dict[str, object]
    body: str = ""
    format: str = "yaml"
    block: bool = True
    quote: str = ""
    newline: str = "\n"
    bom: bool = False
    encoding: str = "utf-8"
    more: list[str] = field(default_factory=list)
    """Lines of front matter that are written as they are, behind the others."""
    faults: list[str] = field(default_factory=list)
    """What was put in."""
    meant: dict[str, object] = field(default_factory=dict)
    """Values that a problem hides from Hugo: what they are without it."""

    def data(self) -> bytes:
        """The file."""
        front = "\n".join([*self._lines(), *self.more])
        if self.format == "json":
            text = f"{front}\n\n{self.body}"
        else:
            fence = "---" if self.format == "yaml" else "+++"
            text = f"{fence}\n{front}\n{fence}\n\n{self.body}"
        data = text.replace("\n", self.newline).encode(self.encoding)
        return b"\xef\xbb\xbf" + data if self.bom else data

    def _lines(self) -> Iterator[str]:
        if self.format == "json":
            yield _json(self.front)
        elif self.format == "toml":
            yield from _toml(self.front)
        else:
            for key, value in self.front.items():
                yield from self._yaml(key, value, "")

    def _yaml(self, key: str, value: object, indent: str) -> Iterator[str]:
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            for inner, one in value.items():
                yield from self._yaml(inner, one, indent + "  ")
        elif isinstance(value, list) and self.block:
            yield f"{indent}{key}:"
            yield from (f"{indent}  - {self._scalar(one)}" for one in value)
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(map(self._scalar, value))}]"
        else:
            yield f"{indent}{key}: {self._scalar(value)}"

    def _scalar(self, value: object) -> str:
        if isinstance(value, Raw) or not isinstance(value, str):
            return value if isinstance(value, str) else json.dumps(value)
        if self.quote == "'":
            return "'" + value.replace("'", "''") + "'"
        odd = (
            value == ""
            or value[0] in "[]{}\"'&*!|>%@`#-?: "
            or any(one in value for one in (": ", " #", ","))
        )
        plain = value not in ("yes", "no", "true", "false") and not value[:1].isdigit() and not odd
        return value if plain and not self.quote else json.dumps(value, ensure_ascii=False)


def _json(front: Mapping[str, object]) -> str:
    lines = []
    for key, value in front.items():
        written = value if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)
        lines.append(f"  {json.dumps(key, ensure_ascii=False)}: {written}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _toml(front: Mapping[str, object]) -> Iterator[str]:
    for key, value in front.items():
        if not isinstance(value, Mapping):
            yield f"{key} = {_toml_value(value)}"
    for key, value in front.items():
        if isinstance(value, Mapping):
            yield f"[{key}]"
            yield from (f"{inner} = {_toml_value(one)}" for inner, one in value.items())


def _toml_value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml_value, value))}]"
    return value if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)


def habits(page: Page, chance: Random) -> Page:
    """Gives a page the habits of an author."""
    page.format = chance.choice(("yaml", "yaml", "yaml", "toml", "json"))
    page.block = chance.random() < 0.6
    page.quote = chance.choice(("", "", '"', "'"))
    page.newline = chance.choice(("\n", "\n", "\n", "\r\n"))
    page.bom = chance.random() < 0.1
    return page
