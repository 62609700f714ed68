"""Typer, made of the same declaration: help, completion, and what is wrong with a command line."""

from __future__ import annotations

import inspect
import io
import sys
from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeAlias, cast

import typer

from frontlint import __version__
from frontlint.cli.commands import COMMANDS, GROUPS, Command, Values
from frontlint.cli.exit import Exit
from frontlint.cli.parameters import Parameter

_ABOUT = "The linter for Hugo front matter: finds what Hugo builds without a word."
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
        return _bad_command_line(error)
    except typer.Abort:
        return Exit.INTERRUPTED
    return int(code or 0)


def _bad_command_line(error: typer.BadParameter) -> int:
    """Typer's own words, which quote what was typed: a list of files may have been put there."""
    from frontlint.cli.streams import say

    words = io.StringIO()
    error.show(words)
    say(words.getvalue())
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
        help=_ABOUT,
        no_args_is_help=True,
        rich_markup_mode=None,
        # Typer's own report of an exception exits with 1, which means "findings" here.
        pretty_exceptions_enable=False,
        context_settings=_HELP,
    )
    app.callback()(_main)
    groups = {
        name: typer.Typer(name=name, help=text, no_args_is_help=True, context_settings=_HELP)
        for name, text in GROUPS.items()
    }
    for command in commands:
        to = groups[command.group] if command.group else app
        to.command(command.name, help=command.help)(_callback(command, run))
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
    """The linter for Hugo front matter: finds what Hugo builds without a word."""


def _callback(command: Command, run: Run) -> Callable[..., None]:
    """A function with the signature that Typer reads the parameters from."""

    def callback(**values: Any) -> None:
        raise typer.Exit(run(command, values))

    types = {one.name: _annotation(one) for one in command.parameters}
    kind = inspect.Parameter.KEYWORD_ONLY
    callback.__annotations__ = types
    taken = [
        inspect.Parameter(one.name, kind, default=one.default, annotation=types[one.name])
        for one in command.parameters
    ]
    callback.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]
    return callback


def _annotation(one: Parameter) -> Any:
    kind: Any = list[one.kind] if one.many else one.kind  # type: ignore[name-defined]
    if one.default is None:
        kind = kind | None
    if not one.flags:
        return Annotated[kind, typer.Argument(help=one.help, show_default=one.shown)]
    flags = (f"{one.flags[0]}/{one.off}",) if one.off else one.flags
    return Annotated[
        kind,
        typer.Option(
            *flags,
            help=one.help,
            metavar=one.metavar,
            min=one.least,
            show_default=one.shown,
            rich_help_panel=one.panel,
        ),
    ]


app = app_of(COMMANDS)
"""All commands, for tests."""
