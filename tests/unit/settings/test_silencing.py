"""How `explain` says to silence a rule: who does as it says has silenced it."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.settings import find_config, load_settings
from frontlint.settings.silencing import Insertion, line_for

RULE = "alias-collision"


def written(text: str, found: Insertion) -> str:
    """The file, as a person changes it who reads where the lines go."""
    lines = text.splitlines()
    place = found.where
    number = next((int(word) for word in place.replace("`", "").split() if word.isdigit()), 0)
    if "new file" in place or "at the end" in place:
        lines += found.lines
    elif "in place of" in place:
        lines[number - 1 : number] = found.lines
    elif "above line" in place:
        lines[number - 1 : number - 1] = found.lines
    elif "after the `{`" in place:
        lines[number - 1] = lines[number - 1].replace("{", "{ " + found.lines[0] + " ", 1)
    else:
        assert "below line" in place
        lines[number:number] = found.lines
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        'fail-on = "error"',
        'fail-on = "error"\n\n[rules]\nselect = ["all"]\n[rules.severity]\nurls = "info"',
        '[ rules ] # ours\nignore = ["links"] # for now\nselect = ["all"]',
        "[rules]\nignore = []",
        '[rules]\nignore = [\n  "links", # why\n  "text"\n]',
        '[rules.severity]\nurls = "info"',
        'rules.severity.urls = "info"',
        'rules.ignore = ["links"]',
        'rules = { severity = { urls = "info" } }',
        '[rules.options.weight-step]\nstep = 3\n[rules]\nselect = ["all"]',
    ],
)
@pytest.mark.parametrize("name", ["frontlint.toml", "pyproject.toml"])
def test_the_line_silences_the_rule_and_no_other(
    text: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    if name == "pyproject.toml":
        text = "[tool.frontlint]\n" + text.replace("[rules", "[tool.frontlint.rules").replace(
            "[ rules ]", "[ tool.frontlint.rules ]"
        )
    file = tmp_path / name
    file.write_text(text + "\n", encoding="utf-8")
    config = find_config(tmp_path)
    before = load_settings(config, tmp_path).rules_for("a.md")
    file.write_text(written(text, line_for(config, RULE)), encoding="utf-8")
    after = load_settings(find_config(tmp_path), tmp_path).rules_for("a.md")
    assert not after[RULE].on
    assert {name for name in after if after[name].on != before[name].on} == {RULE}


def test_without_a_configuration_it_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = line_for(None, RULE)
    (tmp_path / "frontlint.toml").write_text(written("", found), encoding="utf-8")
    assert not load_settings(find_config(tmp_path), tmp_path).rules_for("a.md")[RULE].on
