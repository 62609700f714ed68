"""Asks every rule about the pages of a site, each in its process: `rule_costs.py` runs it under valgrind.

    python tests/speed/measure/ask_rules.py SITE ROUNDS

Prints a line `PID NAME ROUNDS` for each process. What rules share (`Page` keeps it) is made before they are
asked, and has rows that begin with `page.`: there every round takes new pages.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from frontlint.engine.scanner import read_page
from frontlint.hugo.config import load_config
from frontlint.lint.page import Page
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule
from frontlint.schema.catalog import Catalog

SHARED = (
    "keys",
    "location",
    "texts",
    "look",
    "signs",
    "values",
    "term_lists",
    "refusals",
    "violations",
)
"""What a page works out once for all rules."""


def main() -> None:
    """The command line."""
    root, rounds = Path(sys.argv[1]), int(sys.argv[2])
    pages, rules = list(_pages(root)), list(_page_rules())
    asked = {rule.name: _asking(rule, pages) for rule in rules}
    for ask in asked.values():
        ask()  # imports, expressions, and what the pages keep
    asked |= {f"page.{name}": _making(name, pages) for name in SHARED}
    gc.disable()
    for name, ask in asked.items():
        for times in (0, rounds):
            _apart(name, ask, times)


def _pages(root: Path) -> Iterator[Page]:
    config, catalog = load_config(root), Catalog(root=root)
    for path in sorted(root.glob("content/**/*.md")):
        page = read_page(root, path.relative_to(root).as_posix(), config)
        yield Page(page.document, page.facts, config, catalog.violations)


def _page_rules() -> Iterator[PageRule]:
    registry = Registry()
    for name in registry.names:
        rule = registry.load(name)
        if isinstance(rule, PageRule):
            yield rule


def _asking(rule: PageRule, pages: Sequence[Page]) -> Callable[[], None]:
    """Asks a rule as the engine does: about the pages that have one of its keys, and what it needs."""
    fitting = [page for page in pages if rule.is_for(page.keys)]
    if rule.needs:
        fitting = [page for page in fitting if getattr(page, rule.needs)]

    def ask() -> None:
        for page in fitting:
            for _ in rule.check(page):
                raise SystemExit(f"{rule.name} finds something in {page.facts.path}: the site is to be clean")

    return ask


def _making(name: str, pages: Sequence[Page]) -> Callable[[], None]:
    def make() -> None:
        for page in pages:
            new = Page(page.document, page.facts, page.config, page._validate)
            made = getattr(new, name)
            if name == "look":
                made.says(())  # with what its questions share

    return make


def _apart(name: str, ask: Callable[[], None], times: int) -> None:
    """In a process that is like all others but for what is asked."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        for _ in range(times):
            ask()
        os._exit(0)
    if os.waitpid(pid, 0)[1]:
        raise SystemExit(f"asking {name} failed")
    print(pid, name, times)


if __name__ == "__main__":
    main()
