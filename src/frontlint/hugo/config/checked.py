"""What our own readers make of a settings file, or the error with its line."""

from __future__ import annotations

from frontlint.base.source import SourceFile
from frontlint.frontmatter.document import BUILT
from frontlint.frontmatter.parsed import Reading
from frontlint.hugo.config.model import ConfigError


def checked(source: SourceFile, reading: Reading) -> object:
    """The data that was read. Raises ConfigError at the first problem that Hugo has with it, with the remedy.

    Of two spellings of a key Hugo keeps one without warning.
    """
    for problem in reading.problems:
        if problem.kind not in BUILT:
            line = source.lines.line_column(problem.span.start)[0]
            remedy = f": {problem.help}" if problem.help else ""
            raise ConfigError(f"{problem.message}{remedy}", source.path, line)
    return reading.data
