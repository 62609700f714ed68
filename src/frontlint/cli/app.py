"""The commands and their options; each command's work is imported when it runs."""

from __future__ import annotations

import errno
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.cli.baseline_commands import app as baseline_commands
from frontlint.cli.cache_commands import app as cache_commands
from frontlint.cli.options import FailOn, RuleOptions, SiteOptions, TextFormat, TreeFormat
from frontlint.cli.parameters import (
    GATE,
    OUTPUT,
    RUN,
    SITE,
    AllowEmpty,
    BaselinePath,
    Color,
    ConfigPath,
    Drafts,
    Environment,
    ExtendSelect,
    HugoConfig,
    Ignore,
    Isolated,
    MaxAccepted,
    NoInlineIgnores,
    Paths,
    Select,
    SeverityOf,
    Source,
)
from frontlint.cli.standard import OutputLostError
from frontlint.findings.finding import Severity
from frontlint.report.terminal import ColorChoice

if TYPE_CHECKING:
    from typer.models import CommandInfo


def _new_app() -> typer.Typer:
    return typer.Typer(
        name="frontlint",
        help="The linter for Hugo front matter: finds what Hugo builds without a word.",
        no_args_is_help=True,
        rich_markup_mode=None,
        # Typer's own report of an exception exits with 1, which means "findings" here.
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )


app = _new_app()

# The class of all complaints about a command line, `ClickException`, lies in a private part of Typer.
_BAD_COMMAND_LINE = cast(
    "type[typer.BadParameter]",
    next(base for base in typer.BadParameter.__mro__ if base.__name__ == "ClickException"),
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"frontlint {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Show the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """The linter for Hugo front matter: finds what Hugo builds without a word."""


@app.command()
def check(
    paths: Paths = None,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REF",
            help="Only pages changed since the merge base, and what the changes break.",
            rich_help_panel=SITE,
        ),
    ] = None,
    staged: Annotated[
        bool,
        typer.Option("--staged", help="The same for what is to be committed.", rich_help_panel=SITE),
    ] = False,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(
            "--stdin-filename", metavar="PATH", help="The page that stdin holds.", rich_help_panel=SITE
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="GLOB", help="Report nothing on these.", rich_help_panel=SITE),
    ] = None,
    force_exclude: Annotated[
        bool,
        typer.Option("--force-exclude", help="Exclude files named here too.", rich_help_panel=SITE),
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    severity: SeverityOf = None,
    show: Annotated[
        Severity, typer.Option("--show", help="The lightest severity to list.", rich_help_panel=OUTPUT)
    ] = Severity.WARNING,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            metavar="FMT[=PATH]",
            help="concise, full, github, gitlab, grouped, json, junit, markdown, rdjson or sarif; repeatable."
            " Default: full on a terminal, concise in a pipe.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Counts by rule, not findings.", rich_help_panel=OUTPUT)
    ] = False,
    max_findings: Annotated[
        int | None,
        typer.Option("--max-findings", min=0, metavar="N", help="List at most N.", rich_help_panel=OUTPUT),
    ] = None,
    color: Color = ColorChoice.AUTO,
    no_progress: Annotated[
        bool, typer.Option("--no-progress", help="No progress bar.", rich_help_panel=OUTPUT)
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Findings and nothing else.", rich_help_panel=OUTPUT)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say what is read.", rich_help_panel=OUTPUT)
    ] = False,
    show_files: Annotated[
        bool, typer.Option("--show-files", help="List the pages, check nothing.", rich_help_panel=OUTPUT)
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="The lightest severity that exits with 1.",
            show_default="error",
            rich_help_panel=GATE,
        ),
    ] = None,
    max_warnings: Annotated[
        int | None,
        typer.Option("--max-warnings", min=0, metavar="N", help="Exit with 1 above N.", rich_help_panel=GATE),
    ] = None,
    max_accepted: MaxAccepted = None,
    no_inline_ignores: NoInlineIgnores = False,
    allow_empty: AllowEmpty = False,
    baseline: BaselinePath = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Accept nothing.", rich_help_panel=GATE)
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check every page anew, keep nothing.", rich_help_panel=RUN)
    ] = False,
    cache_dir: Annotated[
        Path | None,
        typer.Option(
            "--cache-dir",
            metavar="DIR",
            help="Where to keep results.",
            show_default="the user's cache folder",
            rich_help_panel=RUN,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="How many processes.",
            show_default="as many as pay",
            rich_help_panel=RUN,
        ),
    ] = None,
    profile: Annotated[
        bool,
        typer.Option("--profile", help="Say where the time goes; one process.", rich_help_panel=RUN),
    ] = False,
) -> None:
    """Lint the site that contains PATHS.

    PATHS set what is reported, never what is read: rules about the site always see all of it.
    """
    from frontlint.cli.check import CheckOptions, run_check
    from frontlint.cli.scope import Scope

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    rules = RuleOptions(*map(_all, (select, ignore, extend_select, severity)))
    options = CheckOptions(
        exclude=_all(exclude),
        force_exclude=force_exclude,
        show=show,
        output_formats=_all(output_format),
        statistics=statistics,
        max_findings=max_findings,
        color=color,
        progress=not no_progress,
        quiet=quiet,
        verbose=verbose,
        fail_on=fail_on,
        max_warnings=max_warnings,
        max_accepted=max_accepted,
        inline_ignores=not no_inline_ignores,
        allow_empty=allow_empty,
        show_files=show_files,
        cache=not no_cache,
        cache_dir=cache_dir,
        jobs=jobs,
        scope=Scope(since, staged, stdin_filename),
        baseline=baseline,
        use_baseline=not no_baseline,
        profile=profile,
    )
    raise typer.Exit(run_check(paths or [], site, rules, options))


app.add_typer(baseline_commands)
app.add_typer(cache_commands)


@app.command()
def explain(
    rule: Annotated[str | None, typer.Argument(help="The name of a rule.", show_default=False)] = None,
    color: Color = ColorChoice.AUTO,
) -> None:
    """Show a rule's page: what it finds, why, and an example; without RULE, the list."""
    from frontlint.cli.explain import run_explain

    raise typer.Exit(run_explain(rule, color))


@app.command()
def rules(
    path: Annotated[
        Path | None, typer.Argument(help="A page or folder whose settings count.", show_default=".")
    ] = None,
    output_format: Annotated[TextFormat, typer.Option("--format", help="How to print.")] = TextFormat.TEXT,
    source: Source = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    color: Color = ColorChoice.AUTO,
) -> None:
    """List every rule with its group, scope and severity, and whether it is on and applies here."""
    from frontlint.cli.explain import run_rules

    site = SiteOptions(source=source, config=config, isolated=isolated)
    raise typer.Exit(run_rules(path, site, output_format, color))


@app.command()
def urls(
    path: Annotated[
        Path | None, typer.Argument(help="A page or folder of the site.", show_default=".")
    ] = None,
    output_format: Annotated[TextFormat, typer.Option("--format", help="How to print.")] = TextFormat.TEXT,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
) -> None:
    """List every URL that the site publishes, pages and aliases, each with its owner."""
    from frontlint.cli.urls import run_urls

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    raise typer.Exit(run_urls(path, site, output_format))


@app.command()
def tree(
    page: Annotated[
        Path | None,
        typer.Argument(help="Only the tree that holds this page.", show_default=False),
    ] = None,
    output_format: Annotated[TreeFormat, typer.Option("--format", help="How to print.")] = TreeFormat.TEXT,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    color: Color = ColorChoice.AUTO,
) -> None:
    """Show which classification stands below which, problems marked."""
    from frontlint.cli.tree import run_tree

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    raise typer.Exit(run_tree(page, site, output_format, color))


@app.command("config")
def config_(
    file: Annotated[Path | None, typer.Argument(help="The page to ask about.", show_default=False)] = None,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
) -> None:
    """Show which kind, schema, rules and severities apply to FILE, and which line says so."""
    from frontlint.cli.config import run_config

    site = SiteOptions(source, environment, None, config, isolated, hugo_config)
    raise typer.Exit(run_config(file, site))


@app.command()
def init(source: Source = None) -> None:
    """Write frontlint.toml and the files for pre-commit, CI and VS Code; overwrites nothing."""
    from frontlint.cli.init import run_init

    raise typer.Exit(run_init(source))


def run(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code: the one place where failures become codes.

    Raises Stopped and nothing else. Where stdout is lost, it is not written to again.
    """
    from frontlint.cli.exit import Exit

    try:
        code = _app_for(arguments)(arguments, standalone_mode=False, prog_name="frontlint")
        sys.stdout.flush()
    except _BAD_COMMAND_LINE as error:
        return _bad_command_line(error)
    except (typer.Abort, KeyboardInterrupt):
        return Exit.INTERRUPTED
    except UsageError as error:
        return refuse(str(error))
    except OutputLostError as error:
        return refuse(f"what was found cannot be written: {error.strerror}")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _bug()
        return refuse(f"what was found cannot be written: {error.strerror}")
    except Exception:  # noqa: BLE001 - the last net: our bug, with a log to paste
        return _bug()
    return int(code or 0)


def _bad_command_line(error: typer.BadParameter) -> int:
    """Typer's own words, which quote what was typed: a list of files may have been put there."""
    from frontlint.cli.exit import Exit
    from frontlint.cli.streams import say

    words = io.StringIO()
    error.show(words)
    say(words.getvalue())
    return Exit.USAGE


def refuse(sentence: str) -> int:
    """Says what the user has to put right; the exit code."""
    from frontlint.cli.exit import Exit
    from frontlint.cli.streams import say
    from frontlint.report.glyphs import Glyphs
    from frontlint.report.terminal import open_output

    say(f"frontlint: {Glyphs(open_output(sys.stderr).encoding).clean(sentence)}")
    return Exit.USAGE


def _app_for(arguments: list[str] | None) -> typer.Typer:
    """The whole app, or one with nothing but the command that is asked for.

    Typer makes every command with all its options before it looks at the first argument, at each start.
    """
    asked = next(iter(sys.argv[1:] if arguments is None else arguments), None)
    commands = [found for found in app.registered_commands if asked == _name_of(found)]
    if not commands:
        return app
    small = _new_app()
    small.registered_callback = app.registered_callback
    small.registered_commands = commands
    return small


def _name_of(command: CommandInfo) -> str:
    return str(command.name or getattr(command.callback, "__name__", ""))


def _bug() -> int:
    import traceback

    from frontlint.cli.streams import bug

    return bug([traceback.format_exc()])


def _all(values: list[str] | None) -> tuple[str, ...]:
    return tuple(values or ())
