"""The real Hugo publishes of a fixed site what the fixes declare, and nothing else changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conformance.hugo_binary import binary
from conformance.published import Declared, Difference, check_fixes
from frontlint.engine.fixing.outputs import Declaring
from given_fixes import fixes as fixes
from support import ROOT, make_project

pytestmark = pytest.mark.skipif(binary() is None, reason="needs Hugo")
LAYOUT = "<html><body>{{ .Title }}{{ range .Pages }} {{ .RelPermalink }}{{ end }}</body></html>\n"
LAYOUTS = {"layouts/all.html": LAYOUT}


def with_faults(folder: Path) -> Path:
    """The example site with an alias twice on some pages, in the ways in which pages have aliases."""
    site = folder / "site"
    shutil.copytree(ROOT / "examples" / "site", site)
    for number, path in enumerate(sorted((site / "content").rglob("*.md"))):
        text = path.read_text()
        if text.startswith("---\n") and "\naliases:" not in text and number % 2:
            path.write_text(
                text.replace("---\n", f"---\naliases:\n  - /old/{number}/\n  - /old/{number}\n", 1)
            )
        elif text.startswith("+++\n") and "\naliases" not in text:
            path.write_text(text.replace("+++\n", f'+++\naliases = ["/old/{number}/", "/old/{number}"]\n', 1))
    return site


@pytest.mark.usefixtures("fixes")
def test_the_example_site_with_faults(tmp_path: Path) -> None:
    done, wrong = check_fixes(with_faults(tmp_path))
    twice = [finding for finding in done.fixing.made if finding.rule == "alias-duplicate"]
    assert len(twice) > 3
    assert wrong == []


def test_all_real_fixes_on_the_example_site_with_faults(tmp_path: Path) -> None:
    _, wrong = check_fixes(with_faults(tmp_path))
    assert wrong == []


@pytest.mark.usefixtures("fixes")
def test_what_an_unsafe_fix_says_is_completed(tmp_path: Path) -> None:
    """`draft: true` takes the page away. The fix for tests declares another file; the engine knows better."""
    site = make_project(
        tmp_path,
        {
            "content/p/a.md": "---\ntitle: A\ndraft: yes\n---\nText\n",
            "content/p/b.md": "---\ntitle: B\n---\n",
            **LAYOUTS,
        },
    )
    done, wrong = check_fixes(site, unsafe=True)
    assert [finding.rule for finding in done.fixing.made] == ["draft-not-boolean"]
    assert done.fixing.made[0].fix is not None
    assert done.fixing.made[0].fix.outputs.removes == ("/p/a/index.html",)
    assert not [line for line in wrong if not line.startswith("changed: ")], "lists show one page less"


@pytest.mark.usefixtures("fixes")
def test_a_fix_that_says_the_wrong_thing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same fix, if the engine left it as it is declared: the comparison with Hugo can fail."""
    monkeypatch.setattr(Declaring, "complete", lambda self, findings: list(findings))
    text = "---\ntitle: A\ndraft: yes\n---\nText\n"
    _, wrong = check_fixes(make_project(tmp_path, {"content/p/a.md": text, **LAYOUTS}), unsafe=True)
    assert "did not go: /x/index.html" in wrong
    assert "went: /p/a/index.html" in wrong


def test_what_counts_as_declared() -> None:
    declared = Declared(
        adds=frozenset({"/old/index.html"}),
        removes=frozenset({"/gone.html"}),
        terms=frozenset({"/tags/lean"}),
    )
    as_said = Difference(
        frozenset({"/old/index.html", "/tags/lean/index.xml"}),
        frozenset({"/gone.html"}),
        frozenset({"/tags/lean/index.html"}),
    )
    assert declared.wrong(as_said) == []
    assert declared.wrong(Difference()) == ["did not come: /old/index.html", "did not go: /gone.html"]
    assert declared.wrong(
        Difference(as_said.added, as_said.removed, frozenset({"/tags/leaner/index.html"}))
    ) == ["changed: /tags/leaner/index.html"]
