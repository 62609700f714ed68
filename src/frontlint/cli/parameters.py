"""The arguments and options that several commands take, as Typer wants them declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from frontlint.report.terminal import ColorChoice

SITE = "Site"
RULES = "Rules"
OUTPUT = "Output"
GATE = "Gate"
RUN = "Run"

Paths: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Pages or folders to report on; the whole site is read in any case.", show_default="."
    ),
]
Source: TypeAlias = Annotated[
    Path | None,
    typer.Option("--source", "-s", metavar="DIR", help="The Hugo project, as in hugo.", rich_help_panel=SITE),
]
Environment: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--environment",
        "-e",
        metavar="ENV",
        help="Hugo's environment.",
        show_default="production",
        rich_help_panel=SITE,
    ),
]
HugoConfig: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--hugo-config",
        metavar="A,B",
        help="Hugo's configuration files, as in hugo --config.",
        rich_help_panel=SITE,
    ),
]
Drafts: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--drafts/--no-drafts", help="Whether drafts are built, as Hugo's -D.", rich_help_panel=SITE
    ),
]
ConfigPath: TypeAlias = Annotated[
    Path | None,
    typer.Option("--config", metavar="PATH", help="frontlint's configuration file.", rich_help_panel=SITE),
]
Isolated: TypeAlias = Annotated[
    bool, typer.Option("--isolated", help="Read no configuration of frontlint.", rich_help_panel=SITE)
]
BaselinePath: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="PATH",
        help="The findings that are accepted.",
        show_default=".frontlint-baseline.jsonl",
        rich_help_panel=GATE,
    ),
]
MaxAccepted: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--max-accepted",
        min=0,
        metavar="N",
        help="Exit with 1 if a change accepts more than N.",
        rich_help_panel=GATE,
    ),
]
NoInlineIgnores: TypeAlias = Annotated[
    bool,
    typer.Option("--no-inline-ignores", help="Count no ignore in a page.", rich_help_panel=GATE),
]
AllowEmpty: TypeAlias = Annotated[
    bool, typer.Option("--allow-empty", help="Pass with no page to check.", rich_help_panel=GATE)
]
Color: TypeAlias = Annotated[ColorChoice, typer.Option("--color", help="When to use colours.")]
Select: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULES", help="Only these rules and groups.", rich_help_panel=RULES),
]
Ignore: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULES", help="Not these rules and groups.", rich_help_panel=RULES),
]
ExtendSelect: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="RULES", help="These rules as well.", rich_help_panel=RULES),
]
SeverityOf: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--severity", metavar="RULE=LEVEL", help="Another severity.", rich_help_panel=RULES),
]
