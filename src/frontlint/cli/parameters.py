"""The arguments and options of all commands, declared once: `reading` and Typer are both made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from frontlint.base.choice import Enum
from frontlint.base.record import NamedTuple
from frontlint.cli.options import FailOn, TextFormat, TreeFormat
from frontlint.findings.finding import Severity
from frontlint.report.terminal import ColorChoice

WHAT = "What to check"
RULES = "Rules"
FIXES = "Fixes"
OUTPUT = "Report"
GATE = "Exit code"
SITE = "Hugo"
RUN = "Speed"
_LEVEL = "RULE=LEVEL"


class Parameter(NamedTuple):
    """An argument, or an option with its `flags`.

    `name` is the key of its value, which has the type `kind` or is None; with `many` it is a list of them,
    or None. A `bool` takes no value; `off` is the flag that says no. `least` is the smallest number allowed.
    `shown` is what help calls the default where that is not the value; False leaves it out. `panel` is
    the heading in the help. With `rules`, a shell completes the names of rules and groups.
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
    rules: bool = False


def _switch(name: str, about: str, panel: str | None, *more: str) -> Parameter:
    return Parameter(name, (_flag(name), *more), bool, about, default=False, panel=panel)


def _list(name: str, metavar: str, about: str, panel: str) -> Parameter:
    rules = metavar in ("RULES", _LEVEL)
    return Parameter(name, (_flag(name),), str, about, many=True, metavar=metavar, panel=panel, rules=rules)


def _path(name: str, metavar: str, about: str, panel: str, shown: str | bool = True) -> Parameter:
    return Parameter(name, (_flag(name),), Path, about, metavar=metavar, shown=shown, panel=panel)


def _count(name: str, about: str, panel: str) -> Parameter:
    return Parameter(name, (_flag(name),), int, about, least=0, metavar="N", panel=panel)


def _choice(
    name: str, flag: str, about: str, default: Enum, panel: str | None = None, metavar: str = "FORMAT"
) -> Parameter:
    return Parameter(name, (flag,), type(default), about, default=default, metavar=metavar, panel=panel)


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def page_of_site(name: str, about: str, shown: str | bool = ".") -> Parameter:
    """The one argument of a command: a file or folder."""
    metavar = "FILE" if name == "file" else "PAGE" if name == "page" else "PATH"
    return Parameter(name, (), Path, about, metavar=metavar, shown=shown, panel=WHAT)


PATHS = Parameter(
    "paths",
    (),
    Path,
    "Report on these pages or folders only (default: all).",
    None,
    True,
    metavar="PATH ...",
    shown=False,
    panel=WHAT,
)
SOURCE = Parameter(
    "source",
    ("--source", "-s"),
    Path,
    "The folder of the Hugo project, as in hugo.",
    metavar="DIR",
    panel=SITE,
)
ENVIRONMENT = Parameter(
    "environment",
    ("--environment", "-e"),
    str,
    "The environment, as in hugo (default: production).",
    metavar="ENV",
    shown=False,
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
    "Publish drafts or not, as in hugo -D.",
    off="--no-drafts",
    panel=SITE,
)
CONFIG = _path("config", "FILE", "Read frontlint's settings from this file.", RULES)
ISOLATED = _switch("isolated", "Read no settings of frontlint.", RULES)
COLOR = _choice(
    "color", "--color", "Colours: auto (default), always or never.", ColorChoice.AUTO, OUTPUT, "WHEN"
)
BASELINE = _path("baseline", "FILE", "Accept the problems listed in this file.", GATE, False)
TEXT_FORMAT = _choice("output_format", "--format", "text (default) or json.", TextFormat.TEXT, OUTPUT)
TREE_FORMAT = _choice(
    "output_format", "--format", "text (default), json, mermaid or dot.", TreeFormat.TEXT, OUTPUT
)
NO_CACHE = _switch("no_cache", "Check every page again; keep no results.", RUN)
EVERY = Parameter(
    "every",
    ("--all",),
    bool,
    "Delete the results of all sites, and the key that seals them.",
    default=False,
    panel=WHAT,
)
RULE = Parameter(
    "rule", (), str, "The name of a rule, or of a group.", metavar="RULE", shown=False, panel=WHAT, rules=True
)

DRY_RUN = _switch("dry_run", "Print what would be written; write nothing.", WHAT)
MOVE = (
    Parameter("old", (), Path, "The page, bundle or section to move.", shown=False, panel=WHAT),
    Parameter("new", (), Path, "Where it moves.", shown=False, panel=WHAT),
    Parameter(
        "since",
        ("--since",),
        str,
        "Repair renames made without `mv` since this commit.",
        metavar="REF",
        panel=WHAT,
    ),
    _switch("undo", "Take back a `mv` that was killed.", WHAT),
)
NEW = (
    Parameter("schema", (), str, "The kind of page.", shown=False, panel=WHAT),
    Parameter("title", (), str, "Its title.", shown=False, panel=WHAT),
    Parameter("at", ("--path",), Path, "The file to write.", metavar="PATH", panel=WHAT),
)

SITE_OPTIONS = (SOURCE, ENVIRONMENT, HUGO_CONFIG, DRAFTS, CONFIG, ISOLATED)
"""What `SiteOptions` is made of."""

CHECK = (
    PATHS,
    Parameter(
        "since",
        ("--since",),
        str,
        "Report what changed since this branch or commit.",
        metavar="REF",
        panel=WHAT,
    ),
    _switch("staged", "Report what you are about to commit.", WHAT),
    _list("exclude", "GLOB", "Report nothing on files that match.", WHAT),
    _switch("force_exclude", "Exclude files that you name as PATH, too.", WHAT),
    _path("stdin_filename", "PATH", "The name of the page on stdin; PATH is `-` then.", WHAT),
    _switch("show_files", "List the pages; check nothing.", WHAT),
    _list("select", "RULES", "Check these rules or groups only, such as urls,links.", RULES),
    _list("ignore", "RULES", "Do not check these rules or groups.", RULES),
    _list("extend_select", "RULES", "Check these rules or groups, too.", RULES),
    _list("severity", _LEVEL, "Set a level: error, warning, info or off.", RULES),
    CONFIG,
    ISOLATED,
    _choice(
        "show",
        "--show",
        "List these and worse: error, warning (default), info.",
        Severity.WARNING,
        OUTPUT,
        "LEVEL",
    ),
    _switch("fix", "Fix what has one right answer; report the rest.", FIXES),
    _switch("unsafe_fixes", "Include fixes that change what is published.", FIXES),
    _switch("diff", "Print what `--fix` would change; write nothing.", FIXES),
    _list(
        "output_format",
        "FORMAT",
        "How to print; FORMAT=FILE writes a file. Repeatable.\n"
        "for people: full, grouped, concise, markdown\n"
        "for tools: github, gitlab, json, junit, rdjson, sarif\n"
        "default: full on a terminal, grouped above 20 problems\n"
        "         and in a pre-commit hook, concise in a pipe",
        OUTPUT,
    ),
    _count("max_findings", "List N problems at most, errors first.", OUTPUT),
    _switch("statistics", "Count the problems of each rule; list none.", OUTPUT),
    COLOR,
    _switch("quiet", "Print only problems.", OUTPUT, "-q"),
    _switch("verbose", "Say which files and settings are read.", OUTPUT, "-v"),
    _switch("no_progress", "Show no progress line.", OUTPUT),
    Parameter(
        "fail_on",
        ("--fail-on",),
        FailOn,
        "Fail at: error (default), warning, info or never.",
        metavar="LEVEL",
        shown=False,
        panel=GATE,
    ),
    _count("max_warnings", "Fail if there are more than N warnings.", GATE),
    _count("max_accepted", "Fail if a change silences more than N problems.", GATE),
    _switch("no_inline_ignores", "Count problems that a page ignores, too.", GATE),
    BASELINE,
    _switch("no_baseline", "Ignore the baseline: report every problem.", GATE),
    _switch("allow_empty", "Pass if there is no page to check.", GATE),
    SOURCE,
    ENVIRONMENT,
    HUGO_CONFIG,
    DRAFTS,
    NO_CACHE,
    _path("cache_dir", "DIR", "Keep results in this folder.", RUN, False),
    _count("jobs", "Use N processes (default: as many as help).", RUN)._replace(
        flags=("--jobs", "-j"), least=1, shown=False
    ),
    _switch("profile", "Show where the time goes; uses one process.", RUN),
)
