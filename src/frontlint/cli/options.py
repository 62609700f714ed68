"""The options that several commands share, as the user types them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.choice import StrEnum
from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity

if TYPE_CHECKING:
    from frontlint.settings import Entry, Layer


class FailOn(StrEnum):
    """The values of `--fail-on`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    @property
    def severity(self) -> Severity | None:
        """The lightest severity that fails a run, None for never."""
        return None if self is FailOn.NEVER else Severity(self.value)


class TextFormat(StrEnum):
    """The values of `--format` where a command prints for people or for tools."""

    TEXT = "text"
    JSON = "json"


class TreeFormat(StrEnum):
    """The values of `tree --format`."""

    TEXT = "text"
    JSON = "json"
    MERMAID = "mermaid"
    DOT = "dot"


class SiteOptions(NamedTuple):
    """Which site, and by which settings: what every command that reads pages takes.

    `hugo_config` is `A,B` as in `hugo --config`; without `environment` the variable HUGO_ENVIRONMENT counts.
    """

    source: Path | None = None
    environment: str | None = None
    drafts: bool | None = None
    config: Path | None = None
    isolated: bool = False
    hugo_config: str | None = None

    @property
    def hugo_files(self) -> tuple[str, ...]:
        """The configuration files of Hugo that the user names, as paths from the Hugo project."""
        return tuple(name.strip() for name in (self.hugo_config or "").split(",") if name.strip())


class RuleOptions(NamedTuple):
    """Which rules: comma lists of names and groups, each option repeatable."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()

    def layer(self) -> Layer:
        """The choices of the command line, which come after those of the configuration.

        Raises UsageError for a `--severity` that is not `RULE=LEVEL`.
        """
        from frontlint.settings import Layer  # settings know the rules and schemas: nothing for `--help`

        select = _entries(self.select)
        return Layer(
            select=select or None,
            extend=_entries(self.extend_select),
            ignore=_entries(self.ignore),
            severity=tuple(_severity(item) for item in self.severity),
        )


def _entries(lists: tuple[str, ...]) -> tuple[Entry, ...]:
    from frontlint.settings import COMMAND_LINE, Entry

    names = [name.strip() for item in lists for name in item.split(",")]
    return tuple(Entry(name, COMMAND_LINE) for name in names if name)


def _severity(item: str) -> tuple[Entry, Severity | None]:
    from frontlint.settings import COMMAND_LINE, Entry

    name, equals, level = (part.strip() for part in item.partition("="))
    if not equals or level not in (*Severity, "off"):
        line = f"`--severity {name or 'RULE'}=warning`"
        raise UsageError(f"`--severity` needs a rule and error, warning, info or off: write {line}")
    return Entry(name, COMMAND_LINE), None if level == "off" else Severity(level)
