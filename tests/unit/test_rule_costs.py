"""What rules cost on clean pages, and how often the looks ahead of the exact rules are suspicious of one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from itertools import repeat
from pathlib import Path

import pytest

from frontlint.base.unseen import UNSEEN
from frontlint.engine.scanner import read_page
from frontlint.hugo.config import load_config
from frontlint.lint.page import Page
from frontlint.prose.invisible import SUSPECTS
from frontlint.prose.signs import ESCAPE, REFERENCE
from frontlint.rules.hugo.fields import key_in_wrong_table
from frontlint.rules.hugo.syntax import curly_quotes, merge_conflict
from frontlint.rules.hugo.text import placeholder_text
from speed.make_site import Wish, make
from speed.rule_costs import MOST_ABROAD, count, languages, too_dear

_MOST_SUSPICIOUS = 0.03
_DOCS = Path(os.environ.get("FRONTLINT_DOCS", Path(__file__).parents[3] / "shared" / "sites" / "hugodocs"))
_WORDS = placeholder_text.Options().words


def _curly(page: Page) -> bool:
    return any(curly_quotes._routes(page.document.data, in_lists=True))


def _wrong(key: str, page: Page) -> bool:
    table = page.document.data[key]
    return isinstance(table, dict) and key_in_wrong_table._may_have(key.lower(), tuple(table))


SUSPICIOUS: Mapping[str, Callable[[Page], bool]] = {
    "doubled-word": lambda page: bool(page.look.with_doubled_word()),
    "repeated-sentence": lambda page: page.look.sentence_repeated(),
    "repeated-item": lambda page: page.look.item_repeated(),
    "placeholder-text": lambda page: page.look.says(_WORDS) or page.look.name_missing(),
    "invisible-character": lambda page: not page.signs.isdisjoint((*SUSPECTS, REFERENCE, ESCAPE)),
    "invisible-in-key": lambda page: not page.signs.isdisjoint(UNSEEN),
    "curly-quotes": _curly,
    "merge-conflict": lambda page: merge_conflict._may_begin(page.document.source),
    "text-for-list": lambda page: bool(page.values.dashed),
    "key-in-wrong-table": lambda page: any(map(_wrong, page.values.tables, repeat(page))),
}
"""Whether a rule goes on to its exact part."""


def _shares(root: Path) -> dict[str, float]:
    """For each rule, the share of the pages on which its look is suspicious."""
    pages = list(_pages(root))
    return {name: sum(map(asked, pages)) / len(pages) for name, asked in SUSPICIOUS.items()}


def _pages(root: Path) -> Iterator[Page]:
    config = load_config(root)
    for path in sorted(root.glob("content/**/*.md")):
        yield read_page(root, path.relative_to(root).as_posix(), config)


def test_a_look_is_hardly_ever_suspicious_of_a_clean_page(tmp_path: Path) -> None:
    make(tmp_path, Wish(120))
    shares = _shares(tmp_path)
    assert {name: share for name, share in shares.items() if share >= _MOST_SUSPICIOUS} == {}


@pytest.mark.slow
@pytest.mark.skipif(not _DOCS.exists(), reason="no checkout of hugoDocs: FRONTLINT_DOCS names one")
def test_a_look_is_hardly_ever_suspicious_of_a_real_page() -> None:
    shares = _shares(_DOCS)
    assert {name: share for name, share in shares.items() if share >= _MOST_SUSPICIOUS} == {}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind counts instructions")
def test_every_rule_keeps_its_budget(tmp_path: Path) -> None:
    costs = count(tmp_path)
    assert costs is not None
    assert len(costs) > 60
    assert too_dear(costs) == {}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind counts instructions")
def test_pages_in_other_languages_cost_at_most_twice_as_much(tmp_path: Path) -> None:
    ratios = languages(tmp_path)
    assert ratios is not None
    assert max(ratios.values()) <= MOST_ABROAD, ratios


def test_a_rule_over_its_budget_is_named() -> None:
    assert too_dear({"bad-date": 10_000, "null-value": 10_001, "page.look": 900_000}).keys() == {"null-value"}
