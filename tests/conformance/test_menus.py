"""Menus with values of every type, and control characters in addresses: what stops Hugo is an error."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from conformance import hugo_binary
from conformance.small_sites import write
from frontlint.findings.finding import Severity
from support import lint

pytestmark = pytest.mark.slow

VALUES = (
    *("[a]", "[]", "{}", "{a: b}", "[{a: b}]", "5", "2.5", "true", "''", "x", "null", "2024-01-01", "[[]]"),
    "'{\"weight\": 1}'",
)
KEYS = ("name", "weight", "params", "url", "pageRef", "identifier", "other")
FORMS = ("menus: {}", "menu: [main, {}]", "menus: {{main: {}}}")
LINES = (
    *(form.format(value) for form, value in product(FORMS, VALUES)),
    *(f"menus: {{main: {{{key}: {value}}}}}" for key, value in product(KEYS, VALUES)),
)
SHOWS = "{{ range site.Menus.main }}{{ .Name }}{{ end }}"


@pytest.mark.parametrize("line", LINES[::4])
def test_menus(line: str, tmp_path: Path) -> None:
    for template, stops in ((SHOWS, None), ("{{ .Title }}", 0)):
        root = tmp_path / ("shown" if stops is None else "hidden")
        files = {"layouts/all.html": template, "content/a.md": f"---\ntitle: A\n{line}\n---\n"}
        write(root, {"hugo.yaml": "baseURL: https://example.org/\n", **files})
        code = hugo_binary.build(root).exit_code
        assert bool(code) is any(one.severity is Severity.ERROR for one in lint(root).findings)
        assert stops is None or code == stops


@pytest.mark.parametrize("code", [0, 9, 10, 13, 31, 127, 133])
@pytest.mark.parametrize("field", ["url", "slug", "aliases"])
def test_a_control_character_in_an_address(field: str, code: int, tmp_path: Path) -> None:
    text = f'"/x\\u{code:04x}y/"'
    files = {"layouts/all.html": "x", "content/a.md": f"---\ntitle: A\n{field}: {text}\n---\n"}
    write(tmp_path, {"hugo.yaml": "baseURL: https://example.org/\n", **files})
    said = lint(tmp_path).findings
    if hugo_binary.build(tmp_path).exit_code:
        assert any(one.severity is Severity.ERROR for one in said)
    if field == "url":
        assert any("build fails" in one.message for one in said) is (code < 128)
