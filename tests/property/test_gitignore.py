"""Patterns of gitignore mean what pathspec and the real git make of them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec
from pathspec.patterns.gitignore.base import GitIgnorePatternError

from frontlint.patterns.gitignore import GitIgnore

_NAMES = st.lists(st.sampled_from(["a", "b", "ab", "aab", "a.b", "_index.md"]), min_size=1, max_size=5)
_PATHS = _NAMES.map("/".join)
_SEGMENTS = st.lists(
    st.sampled_from(
        ["a", "b", "ab", "*", "**", "a*", "*b", "*a*b", "?", "a?b", "[ab]", "[a-b]b", "***", "a**b", "\\a"]
    ),
    min_size=1,
    max_size=4,
).map("/".join)
_PATTERNS = st.builds(
    lambda sign, lead, inner, trail: sign + lead + inner + trail,
    st.sampled_from(["", "", "", "!"]),
    st.sampled_from(["", "/", "**/"]),
    _SEGMENTS,
    st.sampled_from(["", "/", "/**", "/*"]),
)


@settings(max_examples=600, deadline=None)
@given(st.lists(_PATTERNS, min_size=1, max_size=4), st.lists(_PATHS, min_size=1, max_size=10))
def test_patterns_hold_what_they_held_with_pathspec(lines: list[str], paths: list[str]) -> None:
    spec, ours = GitIgnoreSpec.from_lines(lines), GitIgnore(lines)
    if any(line.endswith("/**/") for line in lines):  # pathspec takes files directly in the folder, too
        return
    for path in paths:
        assert ours.match_file(path) == spec.match_file(path), path


@settings(max_examples=200, deadline=None)
@given(st.text("a/*?![]-^\\ #b", max_size=8), _PATHS)
def test_any_line_is_read_as_pathspec_reads_it(text: str, path: str) -> None:
    try:
        spec = GitIgnoreSpec.from_lines([text])
    except (GitIgnorePatternError, ValueError, re.error):  # it gives up on what git drops
        GitIgnore([text]).match_file(path)
        return
    # git lets no bracket match a slash and takes a backslash in it for an escape; pathspec does neither
    if "[" not in text and "//" not in text:
        assert GitIgnore([text]).match_file(path) == spec.match_file(path)


def test_a_folder_at_any_depth_is_not_a_file_in_the_first_one() -> None:
    held = GitIgnore(["a/b/**/"])
    assert [held.match_file(path) for path in ("a/b/c", "a/b/c/d", "a/b/c/d/e", "a/b", "x/a/b/c/d")] == [
        *(False, True, True),
        *(False, False),
    ]


def test_git_itself_ignores_the_same(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)

    @settings(max_examples=60, deadline=None)
    @given(
        _PATTERNS.filter(lambda text: text[0] != "!" and "***" not in text) | _CLASSES,
        st.sets(_PATHS, min_size=1, max_size=20),
    )
    def holds(pattern: str, paths: set[str]) -> None:
        (tmp_path / ".gitignore").write_text(pattern + "\n")
        asked = subprocess.run(
            ["git", "-C", str(tmp_path), "check-ignore", "--no-index", "--stdin"],
            input="\n".join(paths),
            capture_output=True,
            text=True,
            check=False,
        )
        assert set(asked.stdout.split()) == {path for path in paths if GitIgnore([pattern]).match_file(path)}

    holds()


_CLASSES = st.sampled_from(
    [
        "[!a]",
        "[^a]b",
        "a[!x]b",
        "[]a]",
        "[!]]",
        "[a-]",
        "[[:alpha:]]",
        "[![:alpha:]]",
        "[[:nope:]]",
        "[a\\]]",
        "[b-a]",
        "[a",
        "a\\",
        "_index.*",
        "[_[:digit:]]*",
    ]
)
