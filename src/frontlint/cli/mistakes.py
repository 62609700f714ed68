"""What is wrong with a command line, in our words: what Typer found, said as every other mistake is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from frontlint.base.choice import Enum
from frontlint.base.phrases import listing, shorten
from frontlint.base.suggest import close_to
from frontlint.cli.commands import COMMANDS, GROUPS, Command
from frontlint.cli.parameters import Parameter
from frontlint.cli.reading import command_of

_ALIKE = 0.7
"""How much an option is like one that there is, from 0 to 1."""
_MOST = 60
"""Characters of a word that was typed: it may be a whole list of files."""


def mistake(error: Any, words: Sequence[str]) -> str:
    """One sentence about a complaint of Typer's; `words` is the command line without the program's name."""
    command = command_of(words)
    if command is None:
        return _no_command(words[0] if words and words[0] in GROUPS else "", words)
    option = getattr(error, "option_name", None)
    if type(error).__name__ == "NoSuchOption":
        return _no_option(str(option), command)
    if option is not None:
        taken = next(one for one in command.parameters if option in (*one.flags, one.off))
        return _needs(taken, str(option))
    name = getattr(getattr(error, "param", None), "name", None)
    one = next((one for one in command.parameters if one.name == name), None)
    return _too_many(command) if one is None else _needs(one, _flag(one))


def _no_command(group: str, words: Sequence[str]) -> str:
    known = [one.name for one in COMMANDS if one.group == group] + ([] if group else [*GROUPS])
    word = next(
        (word for word in words[1 if group else 0 :] if word.startswith("-") or word not in known), ""
    )
    if word.startswith("-"):
        at = f" {group}" if group else ""
        return f"there is no option {_typed(word)} here; `frontlint{at} --help` shows what there is"
    called = f"{group} {word}" if group else word
    near = close_to(word, known)
    before = f"{group} " if group else ""
    hint = f"did you mean `{before}{near}`?" if near else f"there are {_listed(known)}"
    return f"there is no command {_typed(called)}; {hint}"


def _no_option(option: str, command: Command) -> str:
    flags = [flag for one in command.parameters for flag in (*one.flags, one.off) if flag[:2] == "--"]
    near = close_to(option.lstrip("-"), [flag.lstrip("-") for flag in flags], _ALIKE)
    hint = f"did you mean `--{near}`?" if near else f"`frontlint {command.words} --help` lists all"
    return f"there is no option {_typed(option)}; {hint}"


def _needs(one: Parameter, flag: str) -> str:
    """What a parameter takes, with a line to type."""
    if one.kind is bool:
        return f"`{flag}` takes no value: write it alone"
    if one.kind is int:
        least = f" of at least {one.least}" if one.least is not None else ""
        return f"`{flag}` needs a whole number{least}: write `{flag} {max(one.least or 0, 1)}`"
    if issubclass(one.kind, Enum):
        values = [str(member.value) for member in one.kind]
        return f"`{flag}` needs one of {_listed(values, 'or')}: write `{flag} {values[0]}`"
    if one.flags:
        value = one.metavar or one.name.upper()
        return f"`{flag}` needs a value: write `{flag} {value}`"
    return f"`{flag}` has a value that frontlint cannot read"


def _flag(one: Parameter) -> str:
    return one.flags[0] if one.flags else one.metavar or one.name.upper()


def _too_many(command: Command) -> str:
    taken = next((one.metavar or one.name.upper() for one in command.parameters if not one.flags), None)
    what = f"one {taken} only" if taken else "no arguments"
    return f"`frontlint {command.words}` takes {what}: delete the rest"


def _listed(names: Iterable[str], last: str = "and") -> str:
    return listing([f"`{name}`" for name in names], last=last)


def _typed(word: str) -> str:
    return f"`{shorten(word, _MOST)}`"
