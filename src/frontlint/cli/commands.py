"""The commands: what each is called, what it takes, and its work, which is imported when it runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from frontlint.base.record import NamedTuple
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.cli.parameters import (
    BASELINE,
    CHECK,
    COLOR,
    CONFIG,
    DRAFTS,
    EVERY,
    ISOLATED,
    NO_CACHE,
    PATHS,
    RULE,
    SITE_OPTIONS,
    SOURCE,
    TEXT_FORMAT,
    TREE_FORMAT,
    Parameter,
    page_of_site,
)

Values: TypeAlias = Mapping[str, Any]
"""What a command line says, by the names of the parameters; each has a value, given or not."""


class Command(NamedTuple):
    """One command; `group` is the word before its name, or nothing. `run` gives the exit code."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    run: Callable[[Values], int]
    group: str = ""


GROUPS = {
    "baseline": "Accept today's findings, so that only new ones count.",
    "cache": "Show where results are kept, or delete them.",
}
"""The groups of commands, each with its line of help."""


def _site(values: Values) -> SiteOptions:
    return SiteOptions(**{name: values[name] for name in SiteOptions._fields if name in values})


def _all(values: list[str] | None) -> tuple[str, ...]:
    return tuple(values or ())


def _check(values: Values) -> int:
    from frontlint.cli.check import CheckOptions, run_check
    from frontlint.cli.fix_options import FixOptions
    from frontlint.cli.scope import Scope

    rules = RuleOptions(*(_all(values[name]) for name in RuleOptions._fields))
    same = {name: values[name] for name in CheckOptions._fields if name in values}
    same |= {
        "exclude": _all(values["exclude"]),
        "output_formats": _all(values["output_format"]),
        "progress": not values["no_progress"],
        "inline_ignores": not values["no_inline_ignores"],
        "cache": not values["no_cache"],
        "scope": Scope(values["since"], values["staged"], values["stdin_filename"]),
        "use_baseline": not values["no_baseline"],
        "fixes": FixOptions(values["fix"], values["unsafe_fixes"], values["diff"]),
    }
    return run_check(values["paths"] or [], _site(values), rules, CheckOptions(**same))


def _explain(values: Values) -> int:
    from frontlint.cli.explain import run_explain

    return run_explain(values["rule"], values["color"])


def _rules(values: Values) -> int:
    from frontlint.cli.explain import run_rules

    return run_rules(values["path"], _site(values), values["output_format"], values["color"])


def _urls(values: Values) -> int:
    from frontlint.cli.urls import run_urls

    return run_urls(values["path"], _site(values), values["output_format"])


def _tree(values: Values) -> int:
    from frontlint.cli.tree import run_tree

    return run_tree(values["page"], _site(values), values["output_format"], values["color"])


def _config(values: Values) -> int:
    from frontlint.cli.config import run_config

    return run_config(values["file"], _site(values))


def _init(values: Values) -> int:
    from frontlint.cli.init import run_init

    return run_init(values["source"])


def _update(values: Values) -> int:
    from frontlint.cli.baseline import run_update

    return run_update(values["paths"] or [], _site(values), values["baseline"], not values["no_cache"])


def _prune(values: Values) -> int:
    from frontlint.cli.baseline import run_prune

    return run_prune(values["paths"] or [], _site(values), values["baseline"], not values["no_cache"])


def _stats(values: Values) -> int:
    from frontlint.cli.baseline import run_stats

    paths, color = values["paths"] or [], values["color"]
    return run_stats(paths, _site(values), values["baseline"], color, not values["no_cache"])


def _dir(values: Values) -> int:
    from frontlint.cli.cache_work import run_dir

    return run_dir(values["path"], _site(values))


def _clean(values: Values) -> int:
    from frontlint.cli.cache_work import run_clean

    return run_clean(values["path"], _site(values), every=values["every"])


_PAGE_OF_SITE = page_of_site("path", "A page or folder of the site.")
_PAGE_OF_TREE = page_of_site("page", "Only the tree that holds this page.", False)
_WITHOUT_DRAFTS = tuple(one for one in SITE_OPTIONS if one is not DRAFTS)

COMMANDS = (
    Command(
        "check",
        "Lint the site that contains PATHS.\n\n"
        "PATHS set what is reported, never what is read: rules about the site always see all of it.",
        CHECK,
        _check,
    ),
    Command(
        "explain",
        "Show a rule's page: what it finds, why, and an example; without RULE, the list.",
        (RULE, COLOR),
        _explain,
    ),
    Command(
        "rules",
        "List every rule with its group, scope and severity, and whether it is on and applies here.",
        (
            page_of_site("path", "A page or folder whose settings count."),
            TEXT_FORMAT,
            SOURCE,
            CONFIG,
            ISOLATED,
            COLOR,
        ),
        _rules,
    ),
    Command(
        "urls",
        "List every URL that the site publishes, pages and aliases, each with its owner.",
        (_PAGE_OF_SITE, TEXT_FORMAT, *SITE_OPTIONS),
        _urls,
    ),
    Command(
        "tree",
        "Show which classification stands below which, problems marked.",
        (
            _PAGE_OF_TREE,
            TREE_FORMAT,
            *SITE_OPTIONS,
            COLOR,
        ),
        _tree,
    ),
    Command(
        "config",
        "Show which kind, schema, rules and severities apply to FILE, and which line says so.",
        (page_of_site("file", "The page to ask about.", False), *_WITHOUT_DRAFTS),
        _config,
    ),
    Command(
        "init",
        "Write frontlint.toml and the files for pre-commit, CI and VS Code; overwrites nothing.",
        (SOURCE,),
        _init,
    ),
    Command(
        "update",
        "Write the baseline anew: every finding of today is accepted, reasons are kept.\n\n"
        "With PATHS, the lines of other pages stay as they are.",
        (PATHS, *SITE_OPTIONS, BASELINE, NO_CACHE),
        _update,
        "baseline",
    ),
    Command(
        "prune",
        "Take out the lines that no finding needs any more; accept nothing new.",
        (PATHS, *SITE_OPTIONS, BASELINE, NO_CACHE),
        _prune,
        "baseline",
    ),
    Command(
        "stats",
        "Count the accepted findings by rule, and the lines that nothing needs any more.",
        (PATHS, *SITE_OPTIONS, BASELINE, COLOR, NO_CACHE),
        _stats,
        "baseline",
    ),
    Command(
        "dir",
        "Print the folder that holds the results of this site; outside of a site, that of all sites.",
        (_PAGE_OF_SITE, SOURCE, CONFIG, ISOLATED),
        _dir,
        "cache",
    ),
    Command(
        "clean",
        "Delete the results that are kept of this site, and nothing else.",
        (_PAGE_OF_SITE, SOURCE, CONFIG, ISOLATED, EVERY),
        _clean,
        "cache",
    ),
)
