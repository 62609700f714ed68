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
    DRY_RUN,
    EVERY,
    ISOLATED,
    MOVE,
    NEW,
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
    """One command; `group` is the word before its name, or nothing. `run` gives the exit code.

    `help` begins with one sentence. `examples` are command lines, without `frontlint`, and what they are for.
    """

    name: str
    help: str
    parameters: tuple[Parameter, ...]
    run: Callable[[Values], int]
    group: str = ""
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """What a user types after `frontlint`."""
        return f"{self.group} {self.name}".strip()


GROUPS = {
    "baseline": "Accept current problems, so only new ones count.",
    "cache": "Show where results are kept, or delete them.",
}
"""The groups of commands, each with its line of help."""


def _site(values: Values) -> SiteOptions:
    return SiteOptions(**{name: values[name] for name in SiteOptions._fields if name in values})


def _all(values: list[str] | None) -> tuple[str, ...]:
    return tuple(values or ())


def _check(values: Values) -> int:
    from frontlint.cli.check import run_check
    from frontlint.cli.check_options import CheckOptions
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


def _mv(values: Values) -> int:
    from frontlint.cli.mv import MoveOptions, run_mv

    return run_mv(MoveOptions(*(values[name] for name in MoveOptions._fields)), _site(values))


def _new(values: Values) -> int:
    from frontlint.cli.new import run_new

    return run_new(values["schema"], values["title"], values["at"], values["dry_run"], _site(values))


def _id(values: Values) -> int:
    from frontlint.cli.new import run_id

    return run_id(values["path"], _site(values))


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


_PAGE_OF_SITE = page_of_site("path", "A page or folder of the site (default: this folder).", False)
_PAGE_OF_TREE = page_of_site("page", "Only the tree of this page: file, title, slug or id.", False)
_WITHOUT_DRAFTS = tuple(one for one in SITE_OPTIONS if one is not DRAFTS)

COMMANDS = (
    Command(
        "check",
        "Find problems in the front matter of a Hugo site.\n\n"
        "frontlint always reads the whole site; PATH sets what it reports.",
        CHECK,
        _check,
        examples=(
            ("check", "the whole site"),
            ("check content/posts", "these pages only"),
            ("check --staged", "what you are about to commit"),
            ("check --since origin/main", "what your branch changes"),
            ("check --select urls,links", "some rules only"),
            ("check --output-format github", "annotations on a pull request"),
        ),
    ),
    Command(
        "explain",
        "Show what a rule is about, and how to silence it.",
        (RULE, COLOR),
        _explain,
        examples=(
            ("explain alias-collision", "one rule"),
            ("explain urls", "the rules of a group"),
            ("explain", "all rules"),
        ),
    ),
    Command(
        "rules",
        "List every rule, and whether it applies here.",
        (
            page_of_site("path", "The page or folder to ask about (default: this folder).", False),
            TEXT_FORMAT,
            COLOR,
            CONFIG,
            ISOLATED,
            SOURCE,
        ),
        _rules,
        examples=(
            ("rules", "the rules of this site"),
            ("rules content/posts/a.md", "the rules of one page"),
        ),
    ),
    Command(
        "urls",
        "List every URL that the site publishes, each with its page.",
        (_PAGE_OF_SITE, TEXT_FORMAT, *SITE_OPTIONS),
        _urls,
        examples=(("urls", "the addresses of this site"),),
    ),
    Command(
        "tree",
        "Show which classification is below which, and mark problems.\n\nEach row says how it is known: "
        "declared by `parent`, stated in the page's text, or listed on the parent's page.",
        (_PAGE_OF_TREE, TREE_FORMAT, COLOR, *SITE_OPTIONS),
        _tree,
        examples=(
            ("tree", "all classifications"),
            ("tree Kanban", "the tree of one of them, by title, slug or id"),
            ("tree --format mermaid", "a drawing for Markdown"),
        ),
    ),
    Command(
        "config",
        "Show the settings of the site, and what applies to a page.",
        (page_of_site("file", "The page to ask about.", False), *_WITHOUT_DRAFTS),
        _config,
        examples=(
            ("config", "the settings of this site"),
            ("config content/posts/a.md", "and what applies to one page"),
        ),
    ),
    Command(
        "init",
        "Write frontlint.toml and the files for pre-commit, CI and VS Code.\n\nIt overwrites nothing.",
        (SOURCE,),
        _init,
        examples=(("init", "set up this repository"),),
    ),
    Command(
        "new",
        "Write a valid new page of the kind SCHEMA.\n\n"
        "SCHEMA is a kind of the content model, such as tag, or one of your [[schemas]]. Path, slug, id,"
        " alias, date and required fields are filled in. The site is checked before it is written.",
        (*NEW, DRY_RUN, *SITE_OPTIONS),
        _new,
        examples=(
            ('new tag "Flow Metrics"', "a tag page"),
            ('new resource "Sprint Review" --dry-run', "only show it"),
        ),
    ),
    Command(
        "id",
        "Print a fresh id of 11 characters that the site does not use.",
        (_PAGE_OF_SITE, *SITE_OPTIONS),
        _id,
        examples=(("id", "an id for a new page"),),
    ),
    Command(
        "mv",
        "Move pages or folders, and keep every address.\n\n"
        "Translations move along. Old URLs get an alias; refs, links and paths are rewritten. All of it is"
        " written, or nothing. If a mv is killed, check fails until mv --undo or the next mv takes it back.",
        (*MOVE, DRY_RUN, *SITE_OPTIONS),
        _mv,
        examples=(
            ("mv content/blog content/posts", "a section"),
            ("mv content/a.md content/b.md --dry-run", "only show what changes"),
            ("mv --since HEAD", "after renaming without it"),
        ),
    ),
    Command(
        "update",
        "Accept all current problems; reasons in the baseline stay.\n\n"
        "With PATH, the lines of other pages stay as they are.",
        (PATHS, BASELINE, *SITE_OPTIONS, NO_CACHE),
        _update,
        "baseline",
        (("baseline update", "accept what there is now"),),
    ),
    Command(
        "prune",
        "Delete lines that are no longer needed; accept nothing new.",
        (PATHS, BASELINE, *SITE_OPTIONS, NO_CACHE),
        _prune,
        "baseline",
        (("baseline prune", "after you fixed problems"),),
    ),
    Command(
        "stats",
        "Count accepted problems by rule, and lines that are no longer needed.",
        (PATHS, BASELINE, COLOR, *SITE_OPTIONS, NO_CACHE),
        _stats,
        "baseline",
        (("baseline stats", "what is accepted now"),),
    ),
    Command(
        "dir",
        "Print the folder with the results of this site.\n\nOutside a site, it is the folder of all sites.",
        (_PAGE_OF_SITE, CONFIG, ISOLATED, SOURCE),
        _dir,
        "cache",
        (("cache dir", "the folder of this site"),),
    ),
    Command(
        "clean",
        "Delete the results of this site, and nothing else.",
        (_PAGE_OF_SITE, EVERY, CONFIG, ISOLATED, SOURCE),
        _clean,
        "cache",
        (("cache clean", "check everything again next time"),),
    ),
)
