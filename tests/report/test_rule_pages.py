"""What is written from a rule's own page: `explain`, the list of rules and the reference."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from frontlint.findings.finding import Severity
from frontlint.lint.rule import RuleInfo, Scope
from frontlint.report.applies import applies
from frontlint.report.explain import explain
from frontlint.report.output import Output
from frontlint.report.reference import language, reference
from frontlint.report.rules_list import RuleRow, State, write_json, write_list
from frontlint.report.style import COLORED, PLAIN, Palette
from frontlint.website.marks import MARKS
from report.pages import ROOT, rule, without_codes

Snapshot = Callable[[str, str], None]

ALIAS = rule(
    "alias-collision",
    "Hugo writes one redirect page for both and the last one wins, without a word. Which one is the last"
    " depends on the order in which the pages are rendered, and that changes from build to build.",
    summary="Two pages claim one alias.",
    bad="aliases: [/APOM]\n\n  # indented",
    good="aliases: [/APOM/agile]",
    notes="An alias counts without its final slash.",
)
SYNTAX = rule(
    "syntax",
    group="syntax",
    summary="Hugo cannot read the front matter `a | b`.",
    bad="---\ntitle: [\n---\n\n```yaml\nx: 1\n```",
    good='+++\ntitle = "x"\n+++',
)


def output(stream: io.StringIO, palette: Palette = PLAIN, width: int | None = None) -> Output:
    return Output(stream, ROOT, ROOT, palette, width)


def explained(info: RuleInfo, palette: Palette = PLAIN) -> str:
    stream = io.StringIO()
    explain(info, output(stream, palette))
    return stream.getvalue()


def test_explain(snapshot: Snapshot) -> None:
    snapshot("explain", explained(ALIAS))
    assert without_codes(explained(ALIAS, COLORED)) == explained(ALIAS)
    assert "\x1b[1;31merror" in explained(ALIAS, COLORED)


def rows() -> list[RuleRow]:
    anywhere = applies(ALIAS, {})
    return [
        RuleRow(ALIAS, State.ON, Severity.WARNING, anywhere),
        RuleRow(SYNTAX, State.OFF, Severity.ERROR, anywhere),
    ]


VIDEO = ALIAS._replace(name="video-id", scope=Scope.PAGE, marks=("videoid",))
IDS = ALIAS._replace(name="id-not-unique", marks=tuple(sorted(MARKS)))


def test_whom_a_rule_is_for() -> None:
    keys = {"resourceid": "content/a.md", "title": "content/b.md"}
    assert applies(ALIAS, None) == (True, "for any Hugo site")
    assert applies(VIDEO, None) == (None, "for pages with `videoId`")
    assert applies(VIDEO, keys) == (False, "no page has `videoId`")
    assert applies(IDS, keys) == (True, "`ResourceId` in content/a.md")
    wanted = "a key such as `ResourceId`, `ItemId` or `ClassificationType`"
    assert applies(IDS, {}) == (False, f"no page has {wanted}")
    assert f"Applies to sites that have a page with {wanted}." in " ".join(explained(IDS).split())
    assert "**For.** Applies to pages with `videoId`." in reference([VIDEO])


def test_rules_without_a_page_are_apart() -> None:
    stream = io.StringIO()
    write_list([RuleRow(VIDEO, State.ON, Severity.ERROR, applies(VIDEO, {}))], output(stream))
    assert stream.getvalue().splitlines()[:2] == [
        "Nothing to check here: no page has `videoId`",
        "  E  video-id  Two pages claim one alias.",
    ]


def test_the_list_of_rules_in_a_pipe_and_on_a_narrow_terminal(snapshot: Snapshot) -> None:
    pipe, narrow = io.StringIO(), io.StringIO()
    write_list(rows(), output(pipe))
    write_list(rows(), output(narrow, width=50))
    snapshot("rules", pipe.getvalue() + "\n" + narrow.getvalue())
    assert max(map(len, pipe.getvalue().splitlines())) <= 80
    assert max(map(len, narrow.getvalue().splitlines())) <= 50


def test_the_list_of_rules_for_tools() -> None:
    stream = io.StringIO()
    write_json(rows(), output(stream))
    report = json.loads(stream.getvalue())
    assert report["schema_version"] == 1
    assert report["rules"][0] == {
        "name": "alias-collision",
        "group": "urls",
        "scope": "site",
        "severity": "warning",
        "fixable": False,
        "summary": "Two pages claim one alias.",
        "enabled": True,
        "applies": True,
        "applies_because": "for any Hugo site",
    }
    assert report["rules"][1]["enabled"] is False


def test_the_reference(snapshot: Snapshot) -> None:
    text = reference([ALIAS, SYNTAX])
    snapshot("reference", text)
    assert text == reference([SYNTAX, ALIAS])


@pytest.mark.parametrize(
    ("example", "name"),
    [
        ("draft: yes", "yaml"),
        ("headline:\n  title: x", "yaml"),
        ('"draft": yes', "yaml"),
        ("# a comment\ndraft: yes", "yaml"),
        ("- a", "yaml"),
        ("# content/a.md\n---\nx: y\n---\nText\n# content/b.md\nx: y", "markdown"),
        ("# content/a.md\nx: y\n# content/b.md\nx: y", "yaml"),
        ('# hugo.toml\nbaseURL = "/"', "toml"),
        ("# only a comment", "yaml"),
        ("---\ndraft: yes\n---", "yaml"),
        ("---\ndraft: yes\n---\n\nText", "markdown"),
        ("+++\ndraft = 1\n+++", "toml"),
        ("+++\ndraft = 1\n+++\nText", "markdown"),
        ("draft = 1", "toml"),
        ('{"draft": 1}', "json"),
        ('[A]({{< ref "/a" >}})', "markdown"),
        ('{{< ref "/a" >}}', "markdown"),
        ("content/a.md\ncontent/a/index.md", "text"),
        ("", "text"),
    ],
)
def test_the_language_of_an_example(example: str, name: str) -> None:
    assert language(example) == name
