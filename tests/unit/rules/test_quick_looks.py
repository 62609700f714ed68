"""Quick looks of rules: never a no where the slow way finds something; and what they are made from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.source import decode
from frontlint.engine.internal_error import Crashes
from frontlint.engine.scanner import Scanner
from frontlint.findings.finding import Finding, Severity
from frontlint.frontmatter.document import Data
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Config, Language
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.lint.page import Page
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule, SchemaRule
from frontlint.lint.values import values_of
from frontlint.rules.hugo.fields.key_in_wrong_table import KeyInWrongTable, _may_have
from frontlint.rules.hugo.syntax.date_without_zone import _NO_ZONE, _dates, _may_lack_one
from frontlint.rules.hugo.urls.alias_duplicate import _may_repeat
from frontlint.rules.website.taxonomy.term_lists_itself import _is_title, _may_be_listed
from frontlint.schema.violation import Anchor, Violation
from frontlint.site.alias_syntax import same_alias
from frontlint.site.collect import collect
from frontlint.site.term_lists import term_key
from sites import page_of as term_page

CONFIG = Config(languages=(Language("en"),))
ALIASES = st.lists(
    st.text(st.sampled_from("aAß/.\n-")).map("/{}".format)
    | st.sampled_from(["/a/index.html", "/a", "/A/", "//a"]),
    max_size=4,
)
TABLES = st.sampled_from(
    ["menu", "menus", "params", "build", "_build", "Sitemap", "cascade", "resources", "own"]
)
TABLE_KEYS = st.sampled_from(
    ["draft", "Draft", "aliases", "expiryDate", "title", "src", "list", "main", "priority"]
)
VALUES = st.sampled_from([True, False, "/a", ["/a"], "2024-01-01", {"draft": True, "weight": 1}, 1])


def page_of(text: str, path: str = "content/a.md") -> Page:
    """A page as the engine makes it, without a schema."""
    document = read_document(decode(path, text.encode()), plain_scalar)
    return Page(document, collect(document, path, CONFIG.taxonomy_keys), CONFIG)


@given(ALIASES)
def test_aliases_that_are_the_same_may_be(aliases: list[str]) -> None:
    if len({same_alias(alias) for alias in aliases}) < len(aliases):
        assert _may_repeat(aliases)


def test_most_aliases_need_no_second_look() -> None:
    assert not _may_repeat(["/a/", "/b", "/resources/Xy_1", "/a/b/"])


@given(TABLES, st.dictionaries(TABLE_KEYS, VALUES, max_size=4))
def test_a_table_with_a_field_may_have_one(table: str, value: Data) -> None:
    page, lower = page_of("+++\n[x]\ny = 1\n+++\n"), table.lower()
    if lower != "cascade" and list(KeyInWrongTable()._routes(page, lower, (table,), value)):
        assert _may_have(lower, tuple(value))


@given(
    st.text(st.sampled_from("aAİ -/ß"), max_size=4),
    st.lists(st.text(st.sampled_from("aAİ -/ß"), max_size=4), max_size=3),
)
def test_a_term_that_lists_itself_may_do_so(title: str, terms: list[str]) -> None:
    front = json.dumps({"title": title, "tags": terms}, ensure_ascii=False)
    page = term_page(front, "content/tags/a/_index.md")
    title = normalize(str(page.facts.front["title"]).strip())
    taxonomy = next(one for one in page.config.default.taxonomies if one.plural == "tags")
    if any(term_key(term) == "a" or _is_title(title, term) for term in terms if term):
        assert _may_be_listed(page, taxonomy, "a", title)


@given(
    st.dictionaries(st.sampled_from(["date", "lastmod", "headline", "Watermarks"]), st.integers(0, 3)),
    st.sampled_from(["2024-01-02T03:04:05", "2024-01-02 03:04:05.5", "2024-01-02T03:04:05Z", "2024-01-02"]),
)
def test_a_time_without_a_zone_may_lack_one(keys: dict[str, int], time: str) -> None:
    nested = [time, {"updated": time}, {"a": time, "b": 1}, 7]
    page = page_of(json.dumps({key: nested[at] for key, at in keys.items()}))
    found = any(isinstance(value, str) and _NO_ZONE.match(value) for value, _ in _dates(page))
    assert _may_lack_one(page) or not found


def test_values_are_found_at_any_depth() -> None:
    page = page_of(
        "---\ntitle: 1 a\none: -x\nn: 7\nyes: true\nTags: [a, b]\n"
        "mix: [c, 2, {d: [3.5, e]}]\nt:\n  u: {v: 4}\nnone:\nNo: []\n---\n"
    )
    assert page.values == (
        ((7, ("n",)), (2, ("mix", 1)), (3.5, ("mix", 2, "d", 0)), (4, ("t", "u", "v"))),
        "a\0b\0c\0e",
        ("one",),
        ("t",),
        frozenset({"tags", "mix", "no"}),
        ("none", "No"),
    )
    assert page.values is page.values
    assert page.look is page.look
    assert page.signs is page.signs


def test_values_of_nothing_are_none() -> None:
    assert values_of({}) == ((), "", (), (), frozenset(), ())


def test_which_rules_are_asked_is_remembered_by_rules_and_keys() -> None:
    registry = Registry()
    rules = [rule for name in registry.names if isinstance(rule := registry.load(name), PageRule)]
    remembering = Scanner(Path(), CONFIG, lambda page: (), Crashes(), chosen={})
    forgetful = Scanner(Path(), CONFIG, lambda page: (), Crashes())
    for some in (tuple(rules), tuple(rules[::2])):
        for keys in (
            frozenset[str](),
            frozenset({"aliases"}),
            frozenset({"itemid", "slug"}),
            frozenset({"aliases"}),
        ):
            wanted = forgetful._choice(some, keys)
            assert remembering._choice(some, keys) == wanted
            assert remembering._choice(some, keys) is remembering._choice(some, keys)
            asked = [(rule, need) for need, choice in wanted for rule in choice]
            assert set(asked) == {(rule, rule.needs) for rule in some if rule.is_for(keys)}
            assert len(asked) == len(set(asked))
    assert sum(len(choice) for _, choice in forgetful._choice(tuple(rules), frozenset())) < len(rules)


def test_what_rules_need_is_looked_up_once_and_they_are_not_asked_without_it() -> None:
    asked: list[str] = []

    class Needy(PageRule):
        needs = "violations"

        def check(self, page: Page) -> Iterator[Finding]:
            asked.append("rule")
            yield from ()

    def validate(page: Page) -> Iterator[Violation]:
        asked.append("schema")
        yield from violations

    violations: list[Violation] = []
    page = page_of("---\ntitle: a\n---\n")
    scanner = Scanner(Path(), CONFIG, validate, Crashes(), chosen={})
    for _ in range(2):
        scanner._ask([scanner._open(Page(page.document, page.facts, CONFIG, validate), (Needy(), Needy()))])
        violations = [Violation("wrong-type", ("title",), "type", Anchor.VALUE, Severity.ERROR, "a")]
    assert asked == ["schema", "schema", "rule", "rule"]


def test_each_rule_needs_what_a_page_has() -> None:
    page = page_of("---\ntitle: a\n---\n")
    registry = Registry()
    needs = {rule.needs for name in registry.names if isinstance(rule := registry.load(name), PageRule)}
    assert {"", "violations", "problems", "term_lists"} <= needs
    assert all(not getattr(page, need) for need in needs - {""})


def test_a_need_that_fails_is_said_once() -> None:
    def fails(page: Page) -> Iterator[Violation]:
        raise ValueError("no schema")

    registry = Registry()
    rules = [rule for name in registry.names if isinstance(rule := registry.load(name), SchemaRule)]
    page = page_of("---\ntitle: a\n---\n")
    crashes = Crashes()
    scanner = Scanner(Path(), CONFIG, fails, crashes, chosen={})
    opened = scanner._open(Page(page.document, page.facts, CONFIG, fails), rules)
    scanner._ask([opened])
    assert [one.rule for one in opened.found] == ["internal-error"]
