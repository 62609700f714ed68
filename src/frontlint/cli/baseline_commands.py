"""`frontlint baseline`: its commands and their options."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from frontlint.cli.options import SiteOptions
from frontlint.cli.parameters import (
    BaselinePath,
    Color,
    ConfigPath,
    Drafts,
    Environment,
    HugoConfig,
    Isolated,
    Paths,
    Source,
)
from frontlint.report.terminal import ColorChoice

app = typer.Typer(
    name="baseline",
    help="Accept today's findings, so that only new ones count.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Cache: TypeAlias = Annotated[bool, typer.Option("--no-cache", help="Check every page anew, keep nothing.")]


@app.command()
def update(
    paths: Paths = None,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    baseline: BaselinePath = None,
    no_cache: Cache = False,
) -> None:
    """Write the baseline anew: every finding of today is accepted, reasons are kept.

    With PATHS, the lines of other pages stay as they are.
    """
    from frontlint.cli.baseline import run_update

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    raise typer.Exit(run_update(paths or [], site, baseline, not no_cache))


@app.command()
def prune(
    paths: Paths = None,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    baseline: BaselinePath = None,
    no_cache: Cache = False,
) -> None:
    """Take out the lines that no finding needs any more; accept nothing new."""
    from frontlint.cli.baseline import run_prune

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    raise typer.Exit(run_prune(paths or [], site, baseline, not no_cache))


@app.command()
def stats(
    paths: Paths = None,
    source: Source = None,
    environment: Environment = None,
    hugo_config: HugoConfig = None,
    drafts: Drafts = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    baseline: BaselinePath = None,
    color: Color = ColorChoice.AUTO,
    no_cache: Cache = False,
) -> None:
    """Count the accepted findings by rule, and the lines that nothing needs any more."""
    from frontlint.cli.baseline import run_stats

    site = SiteOptions(source, environment, drafts, config, isolated, hugo_config)
    raise typer.Exit(run_stats(paths or [], site, baseline, color, not no_cache))
