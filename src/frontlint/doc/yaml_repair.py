"""What Hugo's parser takes and libyaml does not: replaced before parsing, put back afterwards.

Every replacement keeps the length, so that positions stay true. Stand-ins are private characters that do not
occur in the text.
"""

from __future__ import annotations

import re
from typing import Final

from yaml.error import MarkedYAMLError, YAMLError

_LINE_BREAKS_OF_1_1: Final = ("\x85", "\u2028", "\u2029")
_NOT_FOR_LIBYAML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|^\ufeff"
)
_FIRST_STAND_IN: Final = 0xF0000


class Repairs:
    """A text for libyaml, and the way back from its values. False while nothing is replaced."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._original = text
        self._back: dict[int, str] = {}
        self._stand_ins: dict[str, str] = {}
        if any(char in text for char in _LINE_BREAKS_OF_1_1) or text.startswith("\ufeff"):
            self.replace_unreadable()

    def __bool__(self) -> bool:
        return bool(self._back)

    def restore(self, value: str) -> str:
        """A value with the author's characters back in it."""
        return value.translate(self._back)

    def replace_unreadable(self) -> bool:
        """Control characters, surrogates, line breaks of YAML 1.1: plain characters to Hugo."""
        replaced = _NOT_FOR_LIBYAML.sub(lambda match: self.stand_in(match.group()), self.text)
        changed = replaced != self.text
        self.text = replaced
        return changed

    def repair(self, error: YAMLError) -> bool:
        """Repairs what libyaml refused, if Hugo takes it; False if there is nothing to repair."""
        if not isinstance(error, MarkedYAMLError):
            return self.replace_unreadable()
        return False

    def put(self, start: int, end: int, instead: str) -> None:
        """Replaces a piece of the text by another of the same length."""
        assert len(instead) == end - start
        self.text = self.text[:start] + instead + self.text[end:]

    def stand_in(self, meaning: str) -> str:
        """A character that libyaml takes for a letter and that means `meaning` in a value."""
        if meaning not in self._stand_ins:
            code = _FIRST_STAND_IN + len(self._stand_ins)
            while chr(code) in self._original or code in self._back:
                code += 1
            self._stand_ins[meaning] = chr(code)
            self._back[code] = meaning
        return self._stand_ins[meaning]
