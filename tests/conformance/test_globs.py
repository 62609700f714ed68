"""Globs: what they match and which Hugo refuses, asked of the real Hugo by `resources.Match`."""

from __future__ import annotations

from pathlib import Path
from random import Random

from conformance import hugo_binary
from frontlint.hugo.values.glob import GlobError, matches

_NAMES = ("a", "b", "c", "d", "-", "!", "]", "[", "^", "ab", "a-", "a]", "{", "}", ",", "abc", "a,b")
_KNOWN = (
    *("[a-c]", "[abc-]", "[a-]", "[!a-c]", "[!!a]", "[]", "[]a]", "[]-a]", "[ab-d]", "[c-a]", "\\"),
    *("[\\]a]", "[a\\", "{a,{b,c}}", "{a,[}]}", "[!]", "[---]", "[a&&b]", "{a\\,b,c}", "a}"),
)
_SIGNS = "[]!-a^{},\\b*?"
_ASK = """\
{{- range $i, $p := site.Data.cases -}}
{{- $found := try (resources.Match $p) -}}{{- $names := slice -}}
{{- range $found.Value }}{{ $names = $names | append .Name }}{{ end -}}
{{ dict "i" $i "refused" (ne $found.Err nil) "names" $names | jsonify }}
{{ end -}}
"""


def _patterns() -> list[str]:
    some = Random(168)
    made = {"".join(some.choice(_SIGNS) for _ in range(some.randint(1, 7))) for _ in range(400)}
    return sorted(made | set(_KNOWN))


def _ours(pattern: str) -> tuple[bool, list[str]]:
    try:
        return False, sorted(name for name in _NAMES if matches(f"/{pattern}", f"/{name}"))
    except GlobError:
        return True, []


def test_globs_match_as_hugo_has_them(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name in _NAMES:
        (tmp_path / "assets" / name).write_text("x", encoding="utf-8")
    patterns = _patterns()
    rows = hugo_binary.ask(tmp_path, patterns, _ASK)
    hugo = [(row["refused"], sorted(name.strip("/") for name in row["names"])) for row in rows]
    assert hugo == [_ours(pattern) for pattern in patterns]
    assert any(refused for refused, _ in hugo)
    assert sum(bool(names) for _, names in hugo) > 30
