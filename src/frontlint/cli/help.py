"""The help of every command, made of the same declaration as the command line itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from frontlint.base.choice import Enum
from frontlint.cli.commands import COMMANDS, GROUPS, Command
from frontlint.cli.parameters import FIXES, GATE, OUTPUT, RULES, RUN, SITE, WHAT, Parameter

ABOUT = "The linter for Hugo front matter: finds what Hugo builds without warning."
_PANELS = (WHAT, RULES, FIXES, OUTPUT, GATE, SITE, RUN)
_WHAT = {
    "check": WHAT,
    "mv": "What to move",
    "new": "What to write",
    "id": "For which site",
    "init": WHAT,
    "clean": "What to delete",
    "update": "Which pages",
    "prune": "Which pages",
}
"""What the first panel is called; `What to show` for all others."""
_NEED_ALL = frozenset({"mv", "new"})
"""Commands that need all of their arguments."""
_CODES = "0 pass, 1 problems, 2 wrong use, 3 bug"
_INDENT = "  "
_WIDEST = 24
"""Columns of what is typed; a longer one has its text on the next line."""
_COLUMNS = 80
_NARROWEST = 40
_FIRST_STEPS = (
    ("check", "find problems"),
    ("explain RULE", "what a rule is about"),
    ("init", "set up settings, hook and CI"),
)
_OF_ALL = (
    ("-h, --help", "Show this help, or that of a command."),
    ("-V, --version", "Show the version."),
    ("--install-completion", "Complete commands and rule names in your shell."),
)


def help_of(command: Command, columns: int | None = None) -> str:
    """The help of one command within so many columns: examples, then options by panel."""
    width = _width(columns)
    about, *more = command.help.split("\n\n")
    lines = [*wrap(about, width), "", *_examples(command.examples, width), f"Usage: {usage_of(command)}"]
    for paragraph in more:
        lines += ["", *wrap(paragraph, width)]
    left = max(_room(len(label)) for label in map(label_of, command.parameters))
    for panel in (*_PANELS, None):
        rows = [(label_of(one), text_of(one)) for one in command.parameters if one.panel == panel]
        if rows:
            lines += ["", _title(panel, command), *_rows(rows, left, width)]
    return "\n".join([*lines, ""])


def help_of_group(name: str | None, columns: int | None = None) -> str:
    """The help of the commands of a group; of the program without one."""
    width = _width(columns)
    members = [one for one in COMMANDS if one.group == (name or "")]
    rows = [(one.name, _first_sentence(one.help)) for one in members]
    if name is not None:
        examples = [example for one in members for example in one.examples]
        head = [*wrap(GROUPS[name], width), "", *_examples(examples, width)]
        usage = f"Usage: frontlint {name} COMMAND [options]"
        end = ["", f"`frontlint {name} COMMAND --help` shows the options of a command."]
    else:
        rows += [(group, text) for group, text in GROUPS.items()]
        head = [*wrap(ABOUT, width), "", *_examples(_FIRST_STEPS, width)]
        usage = "Usage: frontlint COMMAND [options]"
        end = ["", "Options", *_rows(_OF_ALL, max(_room(len(word)) for word, _ in _OF_ALL), width)]
    left = max(_room(len(word)) for word, _ in rows)
    return "\n".join([*head, usage, "", "Commands", *_rows(rows, left, width), *end, ""])


def _title(panel: str | None, command: Command) -> str:
    if panel == GATE and command.name == "check":
        return f"{GATE}: {_CODES}"
    return _WHAT.get(command.name, "What to show") if panel == WHAT else panel or "More"


def _width(columns: int | None) -> int:
    return min(max(columns or _COLUMNS, _NARROWEST), _COLUMNS)


def _examples(examples: Iterable[tuple[str, str]], width: int) -> list[str]:
    rows = [(f"frontlint {line}", about) for line, about in examples]
    if not rows:
        return []
    left = max(len(line) for line, _ in rows)
    return ["Examples", *_rows(rows, left, width), ""]


def usage_of(command: Command) -> str:
    """How a command is called: `frontlint mv OLD NEW [options]`."""
    names = [one.metavar or one.name.upper() for one in command.parameters if not one.flags]
    needed = command.name in _NEED_ALL
    arguments = names if needed else [f"[{name}]" for name in names]
    return " ".join(["frontlint", command.words, *arguments, "[options]"])


def _first_sentence(text: str) -> str:
    return text.partition("\n\n")[0]


def _room(length: int) -> int:
    return length if length <= _WIDEST else 0


def label_of(one: Parameter) -> str:
    """What is typed: `-s, --source DIR`."""
    if not one.flags:
        return one.metavar or one.name.upper()
    flags = sorted(one.flags, key=lambda flag: flag.startswith("--"))
    written = ", ".join([*flags, one.off] if one.off else flags)
    return written if one.kind is bool else f"{written} {one.metavar or one.name.upper()}"


def text_of(one: Parameter) -> str:
    """What help says of a parameter, with its default if the text does not name it."""
    if isinstance(one.shown, str):
        return f"{one.help.rstrip('.')} (default: {one.shown})."
    named = one.default is None or one.default is False or not one.shown or "default" in one.help
    default = one.default.value if isinstance(one.default, Enum) else one.default
    return one.help if named else f"{one.help.rstrip('.')} (default: {default})."


def _rows(rows: Sequence[tuple[str, str]], left: int, width: int) -> Iterator[str]:
    """Two columns; a text with line breaks keeps them, and one that is too long goes on below itself."""
    column = len(_INDENT) + left + 2
    for label, text in rows:
        room = max(width - column, _NARROWEST // 3)
        lines = [line for part in text.split("\n") for line in wrap(part, room, subsequent_indent=_INDENT)]
        head = f"{_INDENT}{label}"
        if len(head) + 2 > column:
            yield head
            head = ""
        for line in lines:
            yield f"{head:<{column}}{line}".rstrip()
            head = ""
