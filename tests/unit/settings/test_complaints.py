"""Settings errors: each names the setting and the line to write, in TOML, and no library's words."""

# ruff: noqa: E501 - sentences as people read them
from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.settings import find_config, load_settings

CASES = [
    # The wrong table.
    (
        'ignore = ["urls"]',
        '1: `ignore` belongs under `[rules]`: write `[rules]`, and below it `ignore = ["urls"]`',
    ),
    ("[severity]\nurls = 'info'", "1: `severity` belongs under `[rules]`: write `[rules.severity]`"),
    (
        'severity = "info"',
        "1: `severity` belongs under `[rules]`: write `[rules.severity]`,"
        ' and below it `alias-collision = "info"`',
    ),
    (
        '[rules]\nfail-on = "error"',
        '2: `fail-on` belongs at the top of the file: write `fail-on = "error"` above the first line in brackets',
    ),
    (
        '[rules.per-path."a/**"]\noptions = {}',
        "2: `options` belongs under `[rules]`: write `[rules.options]`",
    ),
    (
        '[rules]\nweight-step = "off"',
        '2: `weight-step` is a rule, not a setting: write `weight-step = "off"` below `[rules.severity]`',
    ),
    (
        "weight-step = false",
        '1: `weight-step` is a rule, not a setting: write `weight-step = "off"` below `[rules.severity]`',
    ),
    (
        "[weight-step]\nstep = 3",
        "1: `weight-step` is a rule, not a setting: its options are below `[rules.options.weight-step]`",
    ),
    (
        "max-warnings = 3",
        "1: `max-warnings` is an option, not a setting: type `frontlint check --max-warnings 3`",
    ),
    ("quiet = true", "1: `quiet` is an option, not a setting: type `frontlint check --quiet`"),
    (
        '[tool.frontlint]\nfail-on = "error"',
        "1: `tool.frontlint` is for `pyproject.toml`: write `[rules]` here, not `[tool.frontlint.rules]`",
    ),
    # Misspelt.
    ('failon = "error"', "1: `failon` is not a setting: did you mean `fail-on`?"),
    ('fail_on = "error"', "1: `fail_on` is not a setting: did you mean `fail-on`?"),
    ('ignroe = ["urls"]', "1: `ignroe` is not a setting: did you mean `ignore` below `[rules]`?"),
    (
        '[rules]\nexlude = ["a"]',
        "2: `rules.exlude` is not a setting: did you mean `exclude` at the top of the file?",
    ),
    (
        '[rules]\nwieght-step = "off"',
        "2: `rules.wieght-step` is not a setting: did you mean the rule `weight-step`, below `[rules.severity]`?",
    ),
    ('[rules]\ndisable = ["urls"]', '2: `rules.disable` is not a setting: write `ignore = ["urls"]`'),
    ('[[schema]]\nname = "x"', "1: `schema` is not a setting: did you mean `schemas`?"),
    (
        "[rules]\nqwertz = 1",
        "2: `rules.qwertz` is not a setting: delete it, or write one of"
        " `select`, `extend-select`, `ignore`, `fixable`, `unfixable`, `severity`, `per-path` or `options`",
    ),
    # The wrong type.
    ('[rules]\nselect = "all"', '2: `rules.select` must be a list: write `select = ["all"]`'),
    (
        '[rules]\nignore = "urls, links"',
        '2: `rules.ignore` must be a list: write `ignore = ["urls", "links"]`',
    ),
    ("[rules]\nignore = [3]", '2: item 1 of `rules.ignore` must be text in quotes: write `"3"`'),
    (
        '[rules]\nignore = [""]',
        '2: item 1 of `rules.ignore` is an empty text: delete it, or write `ignore = ["all"]`',
    ),
    ("hugo-version = 0.166", '1: `hugo-version` must be text in quotes: write `hugo-version = "0.166"`'),
    ('source = ["site"]', '1: `source` must be text in quotes: write `source = "site"`'),
    ('rules = ["urls"]', '1: `rules` must be a table: write `[rules]`, and below it `select = ["all"]`'),
    (
        '[rules]\nseverity = "info"',
        '2: `rules.severity` must be a table: write `[rules.severity]`, and below it `alias-collision = "info"`',
    ),
    (
        '[rules.per-path]\n"x y/**" = ["urls"]',
        '2: `rules.per-path.x y/**` must be a table: write `[rules.per-path."x y/**"]`,'
        ' and below it `select = ["all"]`',
    ),
    ('[schemas]\nname = "x"', "1: `schemas` is a list of tables: write `[[schemas]]`"),
    ('[[schemas]]\nname = "x"', '1: `[[schemas]]` needs `files`: add a line `files = ["content/posts/**"]`'),
    # Values that are not allowed.
    (
        'fail-on = "erorr"',
        '1: `fail-on` cannot be `"erorr"`, only error, warning, info or never: write `fail-on = "error"`',
    ),
    (
        '[rules.severity]\nurls = "warn"',
        '2: `rules.severity.urls` cannot be `"warn"`, only error, warning, info or off: write `urls = "warning"`',
    ),
    (
        '[[schemas]]\nname = "x"\nfiles = ["a"]\nschema = "pge"',
        "4: there is no schema and no file `pge`; did you mean `page`?",
    ),
    (
        'docs-url = "docs"',
        '1: `docs-url` must be a web address: write `docs-url = "https://docs.example.org/frontlint"`',
    ),
    ('hugo-version = "new"', '1: `hugo-version` must be a version: write `hugo-version = "0.166"`'),
    # Options of rules.
    (
        "[rules.options.weight-step]\nstep = '3'",
        "2: `step` of `weight-step` must be a whole number: write `step = 5`",
    ),
    ("[rules.options.weight-step]\nstpe = 3", "2: `weight-step` has no option `stpe`: write `step`"),
    (
        "[rules.options]\nweight-step = 3",
        "2: `rules.options.weight-step` must be a table: write `[rules.options.weight-step]`",
    ),
]

NOT_TOML = [
    (
        "fail-on: error",
        "1: the configuration is not TOML: `:` is YAML; TOML has `=`, and quotes around text:"
        ' write `fail-on = "error"`',
    ),
    ("rules:\n  ignore: [urls]", "1: the configuration is not TOML: `:` is YAML; TOML has `=`"),
    ("- urls", '1: the configuration is not TOML: a list is written in brackets: write `key = ["urls"]`'),
    (
        'exclude = [\n  "a"\n  "b"\n]',
        "3: the configuration is not TOML: a comma is missing: write one at the end of the item above",
    ),
    (
        'fail-on = "error"\nfail-on = "info"',
        "2: the configuration is not TOML: `fail-on` is on line 1 already",
    ),
    ("[rules]\n[rules]", "2: the configuration is not TOML: `rules` is on line 1 already"),
]


def mistake(folder: Path, text: str, name: str = "frontlint.toml") -> str:
    (folder / name).write_text(text + "\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        load_settings(find_config(folder), folder).check_names()
    return str(caught.value)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("text", "sentence"), CASES)
def test_the_line_to_write(here: Path, text: str, sentence: str) -> None:
    assert mistake(here, text) == f"frontlint.toml:{sentence}"


@pytest.mark.parametrize(("text", "begins"), NOT_TOML)
def test_what_is_not_toml_gets_the_advice_of_toml(here: Path, text: str, begins: str) -> None:
    said = mistake(here, text)
    assert said.startswith(f"frontlint.toml:{begins}")
    assert "Hugo" not in said
    assert "+++" not in said


@pytest.mark.parametrize(("text", "sentence"), CASES)
def test_no_complaint_speaks_of_machinery(text: str, sentence: str) -> None:
    words = ("hyphen", "schema;", "add it to the schema", "map", "is due", " stands", "no setting")
    assert not [word for word in words if word in sentence]


def test_a_pyproject_is_told_its_own_tables(here: Path) -> None:
    said = mistake(here, '[tool.frontlint]\nignore = ["urls"]', "pyproject.toml")
    assert said == (
        "pyproject.toml:2: `ignore` belongs under `[tool.frontlint.rules]`:"
        ' write `[tool.frontlint.rules]`, and below it `ignore = ["urls"]`'
    )


@pytest.mark.parametrize("level", ["error", "warning", "info", "off"])
def test_a_line_that_is_proposed_is_one_that_works(here: Path, level: str) -> None:
    (here / "frontlint.toml").write_text(f'[rules.severity]\nweight-step = "{level}"\n', encoding="utf-8")
    state = load_settings(find_config(here), here).rules_for("a.md")["weight-step"]
    assert state.on is (level != "off")
    assert str(state.on_from if level == "off" else state.severity_from) == "frontlint.toml:2"


def test_a_group_that_is_off_but_for_one_rule(here: Path) -> None:
    text = '[rules.severity]\nurls = "off"\nalias-collision = "info"\n'
    (here / "frontlint.toml").write_text(text, encoding="utf-8")
    states = load_settings(find_config(here), here).rules_for("a.md")
    assert not states["url-collision"].on
    assert (states["alias-collision"].on, str(states["alias-collision"].severity)) == (True, "info")


def test_internal_error_cannot_be_off(here: Path) -> None:
    assert "cannot be switched off" in mistake(here, '[rules.severity]\ninternal-error = "off"')
