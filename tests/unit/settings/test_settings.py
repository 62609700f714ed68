"""The configuration file: found, read strictly, and laid in layers."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.findings.finding import INTERNAL, Severity
from frontlint.settings import COMMAND_LINE, Entry, Layer, find_config, load_settings, source_of


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str, name: str = "frontlint.toml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def mistake(folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        load_settings(find_config(folder), folder).check_names()
    return str(caught.value)


def test_without_a_file_every_rule_is_on(here: Path) -> None:
    assert find_config(here) is None
    states = load_settings(None, here).rules_for("content/a.md")
    assert all(state.on and state.severity is None for state in states.values())
    assert "broken-ref" in states


def test_the_hidden_name_comes_first_then_the_plain_one_then_pyproject(here: Path) -> None:
    write(here, "[tool.frontlint]\n", "pyproject.toml")
    assert str(find_config(here).path.name) == "pyproject.toml"  # type: ignore[union-attr]
    write(here, "")
    assert str(find_config(here).path.name) == "frontlint.toml"  # type: ignore[union-attr]
    write(here, "", ".frontlint.toml")
    assert str(find_config(here).path.name) == ".frontlint.toml"  # type: ignore[union-attr]


def test_the_search_stops_at_the_repository(here: Path) -> None:
    inner = here / "repo"
    (inner / ".git").mkdir(parents=True)
    write(here, "")
    assert find_config(inner) is None


def test_a_pyproject_of_somebody_else_is_passed_over(here: Path) -> None:
    write(here, "[tool.ruff]\nline-length = 100\n", "pyproject.toml")
    assert find_config(here) is None


def test_layers_and_their_origins(here: Path) -> None:
    write(
        here,
        '[rules]\nignore = ["urls"]\nextend-select = ["alias-collision"]\n'
        '[rules.severity]\n"unknown-field" = "info"\n'
        '[rules.per-path]\n"content/old/**" = { ignore = ["schema"] }\n',
    )
    settings = load_settings(find_config(here), here)
    new, old = settings.rules_for("content/a.md"), settings.rules_for("content/old/a.md")
    assert not new["url-collision"].on
    assert str(new["url-collision"].on_from) == "frontlint.toml:2"
    assert new["unknown-field"].severity is Severity.INFO
    assert str(new["unknown-field"].severity_from) == "frontlint.toml:5"
    assert new["missing-field"].on
    assert not old["missing-field"].on
    assert str(old["missing-field"].on_from) == "frontlint.toml:7"


def test_ignore_beats_extend_select_within_a_layer(here: Path) -> None:
    write(here, '[rules]\nextend-select = ["syntax"]\nignore = ["syntax"]\n')
    assert not load_settings(find_config(here), here).rules_for("content/a.md")["encoding"].on


def test_select_switches_everything_else_off(here: Path) -> None:
    write(here, '[rules]\nselect = ["links"]\n')
    states = load_settings(find_config(here), here).rules_for("content/a.md")
    links = {name for name in states if load_settings(None, here).registry.group(name) == "links"}
    assert {name for name, state in states.items() if state.on} == {*links, INTERNAL}


def test_the_command_line_has_the_last_word(here: Path) -> None:
    write(here, '[rules]\nselect = ["links"]\n')
    settings = load_settings(find_config(here), here)
    layered = settings.with_layer(Layer(select=(Entry("encoding", COMMAND_LINE),)))
    assert [name for name, state in layered.rules_for("a.md").items() if state.on] == ["encoding", INTERNAL]


def test_patterns_are_rooted_at_the_configuration(here: Path) -> None:
    write(here, 'exclude = ["site/content/drafts/"]\n[rules.per-path]\n"/site/**" = { ignore = ["all"] }\n')
    settings = load_settings(find_config(here / "site"), here / "site")
    assert settings.excluded("content/drafts/a.md")
    assert not settings.excluded("content/a.md")
    assert not settings.rules_for("content/a.md")["syntax"].on


def test_a_pattern_that_matches_nothing_is_known_with_its_line(here: Path) -> None:
    write(
        here,
        'exclude = [\n  "content/a.md",\n  "drafts/",\n]\n'
        '[rules.per-path]\n"*.txt" = { ignore = ["urls"] }\n',
    )
    idle = load_settings(find_config(here), here).idle_patterns(["content/a.md"])
    assert [(entry.selector, str(entry.origin)) for entry in idle] == [
        ("drafts/", "frontlint.toml:3"),
        ("*.txt", "frontlint.toml:6"),
    ]


def test_options_of_rules(here: Path) -> None:
    write(here, "[rules.options.headline-stale]\nbefore = 2026-01-01T00:00:00Z\n")
    settings = load_settings(find_config(here), here)
    assert settings.rule("headline-stale").info.options[0].default == "2026-01-01T00:00:00Z"


def test_source_is_read(here: Path) -> None:
    write(here, 'source = "site"\n')
    assert source_of(find_config(here)) == "site"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('Exclude = ["a"]\n', "frontlint.toml:1: `Exclude` is not a setting: write `exclude`"),
        ("[rules\n", "frontlint.toml:1: the configuration is not TOML"),
        ('\nexlude = ["a"]\n', "frontlint.toml:2: `exlude` is not a setting: did you mean `exclude`?"),
        ('[rules]\nignore = "x"\n', "frontlint.toml:2: "),
        ('fail-on = "panic"\n', "frontlint.toml:1: "),
        ('[rules]\nignore = [\n  "urls",\n  "alias-colision",\n]\n', "frontlint.toml:4: there is no rule"),
        ('[rules.severity]\nsyntax = "fatal"\n', "frontlint.toml:2: "),
        (
            "[rules.options.headline-stal]\n",
            "frontlint.toml:1: there is no rule called `headline-stal`; did you",
        ),
        (
            "[rules.options.headline-stale]\n\nbefor = 1\n",
            "frontlint.toml:3: `headline-stale` has no option `befor`: write `before`",
        ),
        (
            "[rules.options.headline-stale]\nbefore = 1\n",
            "frontlint.toml:2: `before` of `headline-stale` must be a time",
        ),
        (
            "[rules.options.syntax]\nx = 1\n",
            "frontlint.toml:2: `syntax` has no options: delete this line",
        ),
        (
            '[[schemas]]\nname="a"\nfiles=["*"]\nschema="tag"\n[[schemas]]\nname="a"\nfiles=["*"]\nschema="tag"\n',
            "frontlint.toml:6: two schemas have the name `a`, first at frontlint.toml:2",
        ),
        ('required-version = ">=99"\n', "frontlint.toml:1: these settings are for frontlint >=99"),
        ('required-version = "newest"\n', "frontlint.toml:1: `required-version` must be a range of versions"),
        ('[[schemas]]\nname = "a"\nfiles = ["*"]\n', "frontlint.toml:"),
    ],
)
def test_mistakes_name_file_and_line(here: Path, text: str, sentence: str) -> None:
    write(here, text)
    assert mistake(here).startswith(sentence)


def test_a_misspelt_key_gets_a_suggestion(here: Path) -> None:
    write(here, 'exlude = ["a"]\n')
    assert "exclude" in mistake(here)


def test_mistakes_in_pyproject_name_their_line(here: Path) -> None:
    write(here, '[project]\nname = "x"\n\n[tool.frontlint]\nexlude = []\n', "pyproject.toml")
    assert mistake(here).startswith("pyproject.toml:5: `exlude` is not a setting")


def test_a_configuration_that_is_not_utf8(here: Path) -> None:
    (here / "frontlint.toml").write_bytes(b'source = "a"\n# caf\xe9\n')
    assert mistake(here) == "frontlint.toml:2: the configuration is not UTF-8: save it as UTF-8"
