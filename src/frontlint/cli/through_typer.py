"""Typer, made of the same declaration: help, completion, and what is wrong with a command line."""

from __future__ import annotations

import enum
import inspect
import os
import sys
from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeAlias, cast

import typer
import typer.core

from frontlint import __version__
from frontlint.base.choice import Enum
from frontlint.base.errors import UsageError
from frontlint.cli.commands import COMMANDS, GROUPS, Command, Values
from frontlint.cli.exit import Exit
from frontlint.cli.help import ABOUT, help_of, help_of_group
from frontlint.cli.parameters import Parameter
from frontlint.report.terminal import columns_of

_HELP = {"help_option_names": ["-h", "--help"]}

# The class of all complaints about a command line, `ClickException`, is in a private part of Typer.
_BAD_COMMAND_LINE = cast(
    "type[typer.BadParameter]",
    next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException"),
)


Run: TypeAlias = Callable[[Command, Values], int]


def _run(command: Command, values: Values) -> int:
    return command.run(values)


def run_typer(arguments: list[str] | None) -> int:
    """Runs a command line as Typer reads it, and gives the exit code; None is that of the process.

    Raises what the command raises.
    """
    try:
        code = _app_for(arguments)(arguments, standalone_mode=False, prog_name="frontlint")
    except _BAD_COMMAND_LINE as error:
        return _bad_command_line(error, sys.argv[1:] if arguments is None else arguments)
    except typer.Abort:
        return Exit.INTERRUPTED
    return int(code or 0)


def _bad_command_line(error: typer.BadParameter, words: list[str]) -> int:
    """A group without a command gets its help, which Typer takes for a mistake; all else is one."""
    from frontlint.cli.mistakes import mistake  # most command lines have none

    if type(error).__name__ != "NoArgsIsHelpError":
        raise UsageError(mistake(error, words))
    from frontlint.cli.streams import say

    say(str(error), as_it_is=True)
    return Exit.USAGE


def _app_for(arguments: list[str] | None) -> typer.Typer:
    """The whole app, or one with nothing but the command that is asked for.

    Typer makes every command with all its options before it looks at the first argument.
    """
    asked = next(iter(sys.argv[1:] if arguments is None else arguments), None)
    only = [command for command in COMMANDS if not command.group and command.name == asked]
    return app_of(only) if only else app_of(COMMANDS)


def app_of(commands: Iterable[Command], run: Run = _run) -> typer.Typer:
    """The app with these commands; `run` takes the place of their work."""
    app = typer.Typer(
        name="frontlint",
        help=ABOUT,
        cls=_Group,
        no_args_is_help=True,
        rich_markup_mode=None,
        # Typer's own report of an exception exits with 1, which means "findings" here.
        pretty_exceptions_enable=False,
        context_settings=_HELP,
    )
    app.callback()(_main)
    groups = {
        name: typer.Typer(name=name, help=text, cls=_Group, no_args_is_help=True, context_settings=_HELP)
        for name, text in GROUPS.items()
    }
    for command in commands:
        to = groups[command.group] if command.group else app
        to.command(command.name, cls=_with_help(command), help=command.help)(_callback(command, run))
    for group in groups.values():
        if group.registered_commands:
            app.add_typer(group)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"frontlint {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Takes what precedes a command."""


class _Group(typer.core.TyperGroup):
    """The program, or a group of commands, with our help."""

    def get_help(self, ctx: Any) -> str:
        return help_of_group(None if ctx.parent is None else self.name, _columns())


def _with_help(command: Command) -> type[typer.core.TyperCommand]:
    """A class of command with our help."""

    class _Command(typer.core.TyperCommand):
        def get_help(self, ctx: Any) -> str:
            return help_of(command, _columns())

    return _Command


def _columns() -> int | None:
    return columns_of(sys.stdout, os.environ)


def _complete(incomplete: str) -> list[str]:
    """The rules and groups that what is typed may become; a list goes on after its last comma."""
    from frontlint.lint.registry import Registry

    registry = Registry()
    before, comma, begun = incomplete.rpartition(",")
    names = sorted({*registry.names, *registry.groups, "all"})
    return [f"{before}{comma}{name}" for name in names if name.startswith(begun)]


def _callback(command: Command, run: Run) -> Callable[..., None]:
    """A function with the signature that Typer reads the parameters from."""

    choices = {one.name: one.kind for one in command.parameters if issubclass(one.kind, Enum)}

    def callback(**values: Any) -> None:
        own = {name: kind(values[name].value) for name, kind in choices.items() if values[name] is not None}
        raise typer.Exit(run(command, {**values, **own}))

    types = {one.name: _annotation(one) for one in command.parameters}
    kind = inspect.Parameter.KEYWORD_ONLY
    callback.__annotations__ = types
    taken = [
        inspect.Parameter(one.name, kind, default=_plain(one.default), annotation=types[one.name])
        for one in command.parameters
    ]
    callback.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]
    return callback


def _plain(default: Any) -> Any:
    return default.value if isinstance(default, Enum) else default


def _annotation(one: Parameter) -> Any:
    kind: Any = list[one.kind] if one.many else one.kind  # type: ignore[name-defined]
    if issubclass(one.kind, Enum):  # Typer knows that of the standard library
        kind = enum.Enum(one.name, {member.name: member.value for member in one.kind})  # type: ignore[misc]
    if one.default is None:
        kind = kind | None
    completed = _complete if one.rules else None
    if not one.flags:
        return Annotated[kind, typer.Argument(help=one.help, autocompletion=completed)]
    flags = (f"{one.flags[0]}/{one.off}",) if one.off else one.flags
    return Annotated[
        kind,
        typer.Option(
            *flags,
            help=one.help,
            metavar=one.metavar,
            min=one.least,
            autocompletion=completed,
        ),
    ]


app = app_of(COMMANDS)
"""All commands, for tests."""
