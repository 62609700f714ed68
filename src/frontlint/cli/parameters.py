"""The arguments and options of all commands, declared once: `reading` and Typer are both made of them."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

from frontlint.base.record import NamedTuple
from frontlint.cli.options import FailOn, TextFormat, TreeFormat
from frontlint.findings.finding import Severity
from frontlint.report.terminal import ColorChoice

SITE = "Site"
RULES = "Rules"
FIXES = "Fixes"
OUTPUT = "Output"
GATE = "Gate"
RUN = "Run"


class Parameter(NamedTuple):
    """An argument, or an option with its `flags`.

    `name` is the key of its value, which has the type `kind` or is None; with `many` it is a list of them,
    or None. A `bool` takes no value; `off` is the flag that says no. `least` is the smallest number allowed.
    `shown` is what help calls the default where that is not the value. `panel` is the heading in the help.
    """

    name: str
    flags: tuple[str, ...]
    kind: type
    help: str
    default: Any = None
    many: bool = False
    off: str = ""
    least: int | None = None
    metavar: str | None = None
    shown: str | bool = True
    panel: str | None = None


def _switch(name: str, about: str, panel: str | None, *more: str) -> Parameter:
    return Parameter(name, (_flag(name), *more), bool, about, default=False, panel=panel)


def _list(name: str, metavar: str, about: str, panel: str) -> Parameter:
    return Parameter(name, (_flag(name),), str, about, many=True, metavar=metavar, panel=panel)


def _path(name: str, metavar: str, about: str, panel: str, shown: str | bool = True) -> Parameter:
    return Parameter(name, (_flag(name),), Path, about, metavar=metavar, shown=shown, panel=panel)


def _count(name: str, about: str, panel: str) -> Parameter:
    return Parameter(name, (_flag(name),), int, about, least=0, metavar="N", panel=panel)


def _choice(name: str, flag: str, about: str, default: Enum, panel: str | None = None) -> Parameter:
    return Parameter(name, (flag,), type(default), about, default=default, panel=panel)


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def page_of_site(name: str, about: str, shown: str | bool = ".") -> Parameter:
    """The one argument of a command: a file or folder."""
    return Parameter(name, (), Path, about, shown=shown)


PATHS = Parameter(
    "paths",
    (),
    Path,
    "Pages or folders to report on; the whole site is read in any case.",
    None,
    True,
    shown=".",
)
SOURCE = Parameter(
    "source",
    ("--source", "-s"),
    Path,
    "The Hugo project, as in hugo.",
    metavar="DIR",
    panel=SITE,
)
ENVIRONMENT = Parameter(
    "environment",
    ("--environment", "-e"),
    str,
    "Hugo's environment.",
    metavar="ENV",
    shown="production",
    panel=SITE,
)
HUGO_CONFIG = Parameter(
    "hugo_config",
    ("--hugo-config",),
    str,
    "Hugo's configuration files, as in hugo --config.",
    metavar="A,B",
    panel=SITE,
)
DRAFTS = Parameter(
    "drafts",
    ("--drafts",),
    bool,
    "Whether drafts are built, as Hugo's -D.",
    off="--no-drafts",
    panel=SITE,
)
CONFIG = _path("config", "PATH", "frontlint's configuration file.", SITE)
ISOLATED = _switch("isolated", "Read no configuration of frontlint.", SITE)
COLOR = _choice("color", "--color", "When to use colours.", ColorChoice.AUTO)
BASELINE = _path("baseline", "PATH", "The findings that are accepted.", GATE, ".frontlint-baseline.jsonl")
TEXT_FORMAT = _choice("output_format", "--format", "How to print.", TextFormat.TEXT)
TREE_FORMAT = _choice("output_format", "--format", "How to print.", TreeFormat.TEXT)
NO_CACHE = _switch("no_cache", "Check every page anew, keep nothing.", None)
EVERY = Parameter("every", ("--all",), bool, "Those of every site, and the secret.", default=False)
RULE = Parameter("rule", (), str, "The name of a rule.", shown=False)

_JOBS = _count("jobs", "How many processes.", RUN)._replace(
    flags=("--jobs", "-j"), least=1, shown="as many as pay"
)

SITE_OPTIONS = (SOURCE, ENVIRONMENT, HUGO_CONFIG, DRAFTS, CONFIG, ISOLATED)
"""What `SiteOptions` is made of."""

CHECK = (
    PATHS,
    *SITE_OPTIONS,
    Parameter(
        "since",
        ("--since",),
        str,
        "Only pages changed since the merge base, and what the changes break.",
        metavar="REF",
        panel=SITE,
    ),
    _switch("staged", "The same for what is to be committed.", SITE),
    _path("stdin_filename", "PATH", "The page that stdin holds.", SITE),
    _list("exclude", "GLOB", "Report nothing on these.", SITE),
    _switch("force_exclude", "Exclude files named here too.", SITE),
    _list("select", "RULES", "Only these rules and groups.", RULES),
    _list("ignore", "RULES", "Not these rules and groups.", RULES),
    _list("extend_select", "RULES", "These rules as well.", RULES),
    _list("severity", "RULE=LEVEL", "Another severity.", RULES),
    _switch("fix", "Fix what has one right answer, and report what is left.", FIXES),
    _switch("unsafe_fixes", "Include fixes that change what is published.", FIXES),
    _switch("diff", "Print what `--fix` would change, and write nothing.", FIXES),
    _choice("show", "--show", "The lightest severity to list.", Severity.WARNING, OUTPUT),
    _list(
        "output_format",
        "FMT[=PATH]",
        "concise, full, github, gitlab, grouped, json, junit, markdown, rdjson or sarif; repeatable."
        " Default: full on a terminal, concise in a pipe.",
        OUTPUT,
    ),
    _switch("statistics", "Counts by rule, not findings.", OUTPUT),
    _count("max_findings", "List at most N.", OUTPUT),
    COLOR,
    _switch("no_progress", "No progress bar.", OUTPUT),
    _switch("quiet", "Findings and nothing else.", OUTPUT, "-q"),
    _switch("verbose", "Say what is read.", OUTPUT, "-v"),
    _switch("show_files", "List the pages, check nothing.", OUTPUT),
    Parameter(
        "fail_on",
        ("--fail-on",),
        FailOn,
        "The lightest severity that exits with 1.",
        shown="error",
        panel=GATE,
    ),
    _count("max_warnings", "Exit with 1 above N.", GATE),
    _count("max_accepted", "Exit with 1 if a change accepts more than N.", GATE),
    _switch("no_inline_ignores", "Count no ignore in a page.", GATE),
    _switch("allow_empty", "Pass with no page to check.", GATE),
    BASELINE,
    _switch("no_baseline", "Accept nothing.", GATE),
    NO_CACHE._replace(panel=RUN),
    _path("cache_dir", "DIR", "Where to keep results.", RUN, "the user's cache folder"),
    _count("jobs", "How many processes.", RUN)._replace(
        flags=("--jobs", "-j"), least=1, shown="as many as pay"
    ),
    _switch("profile", "Say where the time goes; one process.", RUN),
)
