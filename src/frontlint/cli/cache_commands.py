"""`frontlint cache`: its commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from frontlint.cli.parameters import ConfigPath, Isolated, Source

app = typer.Typer(
    name="cache",
    help="Show where results are kept, or delete them.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Site: TypeAlias = Annotated[
    Path | None, typer.Argument(help="A page or folder of the site.", show_default=".")
]


@app.command("dir")
def dir_(
    path: Site = None, source: Source = None, config: ConfigPath = None, isolated: Isolated = False
) -> None:
    """Print the folder that holds the results of this site; outside of a site, that of all sites."""
    from frontlint.cli.cache_work import run_dir
    from frontlint.cli.options import SiteOptions

    raise typer.Exit(run_dir(path, SiteOptions(source=source, config=config, isolated=isolated)))


@app.command()
def clean(
    path: Site = None,
    source: Source = None,
    config: ConfigPath = None,
    isolated: Isolated = False,
    every: Annotated[bool, typer.Option("--all", help="Those of every site, and the secret.")] = False,
) -> None:
    """Delete the results that are kept of this site, and nothing else."""
    from frontlint.cli.cache_work import run_clean
    from frontlint.cli.options import SiteOptions

    site = SiteOptions(source=source, config=config, isolated=isolated)
    raise typer.Exit(run_clean(path, site, every=every))
