"""PyYAML's parser in Python, for more than a thousand levels: libyaml refuses them, Hugo does not."""

from __future__ import annotations

from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

_LONGEST_KEY = 1024


class DeepParser(Reader, Scanner, Parser):
    """Events as libyaml gives them.

    At each token PyYAML goes through all open brackets, any of which may still begin a key. They are in the
    order of the text, so a look at the oldest is enough; else the time would be the square of the depth.
    """

    possible_simple_keys: dict[int, Any]

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def next_possible_simple_key(self) -> int | None:
        """The number of the oldest token that may begin a key."""
        return next((key.token_number for key in self.possible_simple_keys.values()), None)

    def stale_possible_simple_keys(self) -> None:
        """Forgets what is too far back to begin a key. Raises ScannerError where it had to be one."""
        keys = self.possible_simple_keys
        while keys:
            level, key = next(iter(keys.items()))
            if key.line == self.line and self.index - key.index <= _LONGEST_KEY:
                return
            if key.required:
                context, problem = "while scanning a simple key", "could not find expected ':'"
                raise ScannerError(context, key.mark, problem, self.get_mark())
            del keys[level]
