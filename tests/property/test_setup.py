"""Whatever is in the files of a repository, `init` removes no character and adds its piece at most once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from frontlint.base.edit import apply
from frontlint.init.destination import Destination
from frontlint.init.hook_file import hook_step
from frontlint.init.hook_file import merge as hooks
from frontlint.init.hooks import wanted
from frontlint.init.origin import Origin
from frontlint.init.step import Step, Verdict
from frontlint.init.tasks import merge, tasks_step

_words = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x85\u2028\u2029"), max_size=8)
_scalars = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), _words)
_values = st.recursive(
    _scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_words, inner, max_size=3)),
    max_leaves=6,
)
_repos = st.dictionaries(st.sampled_from(["repo", "rev", "hooks", "x"]), _values, max_size=3)
_configs = st.fixed_dictionaries(
    {},
    optional={
        "fail_fast": st.booleans(),
        "repos": st.lists(_repos, max_size=3),
        "ci": _values,
        "exclude": _words,
    },
)
_tasks = st.fixed_dictionaries(
    {}, optional={"version": st.just("2.0.0"), "tasks": st.lists(_values, max_size=3), "inputs": _values}
)
_BARE = re.compile(rb"(?<!\r)\n")
_comment = st.sampled_from(["", "// c\n", '/* [ } , " */', "\n", " ", '//\n//"\n'])


@st.composite
def _yaml(draw: st.DrawFn) -> str:
    text = yaml.safe_dump(
        draw(_configs),
        indent=draw(st.integers(2, 6)),
        allow_unicode=draw(st.booleans()),
        sort_keys=draw(st.booleans()),
        default_flow_style=False,
    )
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        lines.insert(
            draw(st.integers(0, len(lines))), draw(st.sampled_from(["# a comment\n", "\n", "    # deeper\n"]))
        )
    return _ended(draw, "".join(lines))


@st.composite
def _jsonc(draw: st.DrawFn) -> str:
    text = json.dumps(
        draw(_tasks), indent=draw(st.sampled_from([None, 2, 4, "\t"])), ensure_ascii=draw(st.booleans())
    )
    pieces = re.split(r'("(?:[^"\\]|\\.)*")', text)  # strings are every other one
    for index in range(0, len(pieces), 2):
        pieces[index] = re.sub(r"[,\[{]", lambda sign: sign[0] + draw(_comment), pieces[index])
    text = "".join(pieces)
    return _ended(draw, draw(_comment) + text + draw(_comment))


def _ended(draw: st.DrawFn, text: str) -> str:
    text = text.rstrip("\n") + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def _holds(step: Step, path: Path, before: bytes) -> None:
    step.do()
    after = path.read_bytes()
    if step.verdict is not Verdict.ADDED:
        assert after == before
        return
    rest = iter(after)
    assert all(byte in rest for byte in before), "a character is gone"
    if b"\n" in before:
        assert _BARE.search(after) is None or _BARE.search(before), (
            "another line break than those of the file"
        )
        assert b"\r\n" not in after or b"\r\n" in before
    assert after.startswith(b"\xef\xbb\xbf") == before.startswith(b"\xef\xbb\xbf")


@given(text=st.one_of(_yaml(), st.text(max_size=40)), bom=st.booleans())
@example(text="&\xa0", bom=False)
@example(text="&\xa0\na: b\n", bom=False)
def test_hooks(text: str, bom: bool) -> None:
    with TemporaryDirectory() as folder:
        place = Destination(Path(folder), Path(folder), repository=True)
        path = Path(folder, ".pre-commit-config.yaml")
        before = text.encode("utf-8-sig" if bom else "utf-8", "surrogatepass")
        path.write_bytes(before)
        step = hook_step(place, Origin())
        _holds(step, path, before)
        if step.verdict is Verdict.ADDED:
            assert hook_step(place, Origin()).verdict is Verdict.ALREADY


@given(text=st.one_of(_jsonc(), st.text(max_size=40)), bom=st.booleans())
def test_tasks(text: str, bom: bool) -> None:
    with TemporaryDirectory() as folder:
        place = Destination(Path(folder), Path(folder), repository=True)
        path = Path(folder, ".vscode", "tasks.json")
        path.parent.mkdir()
        before = text.encode("utf-8-sig" if bom else "utf-8", "surrogatepass")
        path.write_bytes(before)
        step = tasks_step(place)
        _holds(step, path, before)
        if step.verdict is Verdict.ADDED:
            assert tasks_step(place).verdict is Verdict.ALREADY


@given(_jsonc())
def test_tasks_with_comments_are_added_to(text: str) -> None:
    assert "frontlint" in apply(text, merge(text))


@given(_yaml())
def test_lists_of_hooks_are_added_to(text: str) -> None:
    config = yaml.safe_load(text)
    assume(config and ("repos" not in config or config["repos"]))  # else they are brackets
    origin = Origin("https://example.org/frontlint", "1" * 40)
    [entry] = yaml.safe_load(wanted(origin))
    assert yaml.safe_load(apply(text, hooks(text, origin)))["repos"][-1] == entry
    assert yaml.safe_load(apply(text, hooks(text, Origin(local=True)))) == {"repos": [], **config}
