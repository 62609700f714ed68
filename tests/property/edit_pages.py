"""Random front matter as authors write it: every style, comments everywhere, each with its own number."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Final

WORDS: Final = ("alpha", "beta two", "/old/path/", "2024-05-06", "it is", "Ünï", "x-y", "12 apples")
HARD: Final = ("a: b", "true", "#tag", "", "it's", 'q"q', "back\\s", "- d", "[z]", "a, b")


class Maker:
    """Makes one page; `chance` decides all."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._comments = 0
        self._keys = 0
        self._list = chance.choice(["block", "block", "flow", "mixed"])
        self._dash = chance.choice([0, 2, 2, 4])
        self._step = chance.choice([2, 2, 4])
        self._quote = chance.choice(["", "", "'", '"', "any"])

    def some(self, part: float) -> bool:
        """True so often."""
        return self.chance.random() < part

    def key(self) -> str:
        """A key that no other one is."""
        self._keys += 1
        return self.chance.choice(("k", "Key", "long_key", "da-sh")) + str(self._keys)

    def comment(self, part: float) -> str:
        """A comment with a blank before it, or nothing."""
        if not self.some(part):
            return ""
        self._comments += 1
        return f"{self.chance.choice((' ', '  '))}# note-{self._comments}."

    def own_lines(self, indent: str) -> list[str]:
        """A comment or a blank line above something."""
        out = [indent + self.comment(1).strip()] if self.some(0.15) else []
        return ([""] if self.some(0.08) else []) + out

    # YAML

    def yaml(self) -> str:
        """The lines of a front matter in YAML."""
        return "\n".join(self._mapping(0, 0) + self.own_lines("")) + "\n"

    def _mapping(self, column: int, depth: int) -> list[str]:
        indent, out = " " * column, list[str]()
        for _ in range(self.chance.randrange(1, 6 if not depth else 4)):
            out += self.own_lines(indent) if out or not depth else []
            key = self.key()
            key = f'"{key}"' if self.some(0.05) else key
            out += self._behind(f"{indent}{key}:", column, depth)
        return out

    def _behind(self, lead: str, column: int, depth: int) -> list[str]:
        kind = self.chance.random()
        if kind < 0.25 and depth < 3:
            if self._list == "flow" or (self._list == "mixed" and self.some(0.5)):
                return self._flow_list(lead, column)
            at = column + self._dash
            return [lead + self.comment(0.2), *self._items(at, depth + 1)]
        if kind < 0.37 and depth < 3:
            return [lead + self.comment(0.2), *self._mapping(column + self._step, depth + 1)]
        if kind < 0.42:
            pairs = ", ".join(
                f"{self.key()}: {self._scalar(flow=True)}" for _ in range(self.chance.randrange(3))
            )
            return [f"{lead} {{{pairs}}}{self.comment(0.2)}"]
        if kind < 0.47:
            return [lead + self.comment(0.3)]
        if kind < 0.57:
            return self._long(lead, column)
        return [f"{lead} {self._scalar(flow=False)}{self.comment(0.2)}"]

    def _items(self, column: int, depth: int) -> list[str]:
        indent, out = " " * column, list[str]()
        for _ in range(self.chance.randrange(1, 5)):
            out += self.own_lines(indent) if out else []
            if self.some(0.15):
                inner = self._mapping(column + 2, depth + 1)
                out += [f"{indent}- {inner[0].strip()}", *inner[1:]]
            elif self.some(0.08):
                out += self._long(f"{indent}-", column)
            else:
                out.append(f"{indent}- {self._scalar(flow=False)}{self.comment(0.2)}")
        return out

    def _flow_list(self, lead: str, column: int) -> list[str]:
        items = [self._scalar(flow=True) for _ in range(self.chance.randrange(5))]
        if not items or self.some(0.6):
            apart = self.chance.choice((", ", ",", " , "))
            return [f"{lead} [{apart.join(items)}]{self.comment(0.2)}"]
        indent = " " * (column + 2)
        lines = [f"{indent}{item},{self.comment(0.3)}" for item in items]
        if self.some(0.5):
            lines[-1] = indent + items[-1]
        return [f"{lead} [", *lines, " " * (column + 1) + "]" + self.comment(0.2)]

    def _long(self, lead: str, column: int) -> list[str]:
        indent = " " * (column + 2)
        lines = [indent + self.chance.choice(WORDS[:3]) for _ in range(self.chance.randrange(1, 4))]
        form = self.chance.choice(("|", "|-", ">", ">-", "plain", "double"))
        if form == "plain":
            return [f"{lead} one", *lines]
        if form == "double":
            return [f'{lead} "one', *lines[:-1], lines[-1] + '"']
        return [f"{lead} {form}", *lines, *([""] if self.some(0.2) else [])]

    def _scalar(self, *, flow: bool) -> str:
        if self.some(0.25):
            return self.chance.choice(("true", "false", "12", "-0.5", "null", "0x1F"))
        quote = self.chance.choice(("", "'", '"')) if self._quote == "any" else self._quote
        text = self.chance.choice(WORDS if not quote else WORDS + HARD)
        if quote == "'":
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False) if quote else text

    # TOML

    def toml(self) -> str:
        """The lines of a front matter in TOML."""
        out = self._lines("", 4)
        for _ in range(self.chance.randrange(3)):
            name = self.key()
            out += ["", *self.own_lines(""), f"[{name}]{self.comment(0.3)}", *self._lines("", 3)]
            if self.some(0.3):
                out += [f"[{name}.{self.key()}]", *self._lines("  ", 2)]
        if self.some(0.4):
            name = self.key()
            for _ in range(self.chance.randrange(1, 4)):
                out += ["", f"[[{name}]]{self.comment(0.3)}", *self._lines("", 2)]
                out += [f"[{name}.{self.key()}]", *self._lines("", 2)] if self.some(0.3) else []
        return "\n".join([*out, *self.own_lines("")]) + "\n"

    def _lines(self, indent: str, most: int) -> list[str]:
        out: list[str] = []
        dotted = self.key()
        for _ in range(self.chance.randrange(1, most + 1)):
            key = f"{dotted}.{self.key()}" if self.some(0.15) else self.key()
            key = f'"{key}"' if self.some(0.05) and "." not in key else key
            first, *rest = self._toml_value(indent)
            out += [*self.own_lines(indent), f"{indent}{key} = {first}", *rest]
            out[-1] += self.comment(0.2)
        return out

    def _toml_value(self, indent: str) -> list[str]:
        kind = self.chance.random()
        if kind < 0.15:
            items = [self._toml_scalar() for _ in range(self.chance.randrange(4))]
            return ["[" + self.chance.choice((", ", ",")).join(items) + "]"]
        if kind < 0.3:
            lines = [
                f"{indent}  {self._toml_scalar()},{self.comment(0.3)}"
                for _ in range(self.chance.randrange(1, 4))
            ]
            for at in reversed(range(len(lines))):
                lines[at:at] = [f"{indent}  {self.comment(1).strip()}"] if self.some(0.15) else []
            return ["[" + self.comment(0.1), *lines, f"{indent}]"]
        if kind < 0.38:
            pairs = ", ".join(
                f"{self.key()} = {self._toml_scalar()}" for _ in range(self.chance.randrange(3))
            )
            return [f"{{ {pairs} }}" if pairs else "{}"]
        if kind < 0.45:
            mark = self.chance.choice(('"""', "'''"))
            return [mark, "one", "two words" + mark]
        return [self._toml_scalar()]

    def _toml_scalar(self) -> str:
        if self.some(0.35):
            return self.chance.choice(("true", "12", "1.5", "2024-05-06", "2024-05-06T07:08:09Z", "07:08:09"))
        text = self.chance.choice(WORDS + HARD)
        if self._quote == "'" and "'" not in text:
            return f"'{text}'"
        return json.dumps(text, ensure_ascii=False)

    # JSON

    def json(self) -> str:
        """A front matter in JSON."""
        indent = self.chance.choice((None, 2, 4, "\t"))
        apart = self.chance.choice(((", ", ": "), (",", ":"))) if indent is None else (",", ": ")
        return json.dumps(self._object(0), ensure_ascii=self.some(0.3), indent=indent, separators=apart)

    def _object(self, depth: int) -> dict[str, object]:
        return {
            self.key(): self._json_value(depth) for _ in range(self.chance.randrange(0 if depth else 1, 5))
        }

    def _json_value(self, depth: int) -> object:
        kind = self.chance.random()
        if kind < 0.2 and depth < 3:
            return [self._json_value(depth + 1) for _ in range(self.chance.randrange(4))]
        if kind < 0.35 and depth < 3:
            return self._object(depth + 1)
        if kind < 0.6:
            return self.chance.choice((True, False, None, 1, -2.5))
        return self.chance.choice(WORDS + HARD)

    # The page

    def page(self) -> bytes:
        """A page in one of the formats, with its body, in some encoding of lines."""
        form: Callable[[], str] = self.chance.choice((self.yaml, self.yaml, self.toml, self.json))
        front = form()
        mark = {"yaml": "---", "toml": "+++"}.get(form.__name__)
        text = f"{mark}\n{front}{mark}" if mark else front
        text += self.chance.choice(("", "\n", "\n\n# Title  \n\nText: [a](b)\t\n---\n}", "  \nBody"))
        newline = self.chance.choice(("\n", "\n", "\r\n"))
        text = text.replace("\n", newline)
        if newline == "\r\n" and self.some(0.2):
            text = text.replace("\r\n", "\n", self.chance.randrange(5))  # mixed
        return ("\ufeff" if self.some(0.15) else "").encode() + text.encode()
