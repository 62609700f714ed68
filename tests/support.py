"""What many tests need: small Hugo projects on disk, and a run of the engine over them."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontlint.base.sources import Sources
from frontlint.engine.base import Base, Change
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.findings.finding import Severity
from frontlint.git.changes import How
from frontlint.hugo.config import load_config
from frontlint.lint.option import build
from frontlint.lint.registry import Registry
from frontlint.schema.catalog import BUILT_IN_KINDS
from frontlint.settings import COMMAND_LINE, Entry, Layer, Settings

ROOT = Path(__file__).parents[1]
CLOCK = datetime(2026, 1, 1, 12, tzinfo=UTC)
CONFIGS = ("hugo.yaml", "hugo.toml", "hugo.json", "config")


def make_project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes a Hugo project; without a configuration among the files it gets an empty one."""
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return with_config(folder)


def counted(patch: pytest.MonkeyPatch, module: object, name: str) -> list[str]:
    """A list that grows by the name of a module's function with each call of it."""
    calls: list[str] = []
    own = getattr(module, name)

    def count(*arguments: object) -> object:
        calls.append(name)
        return own(*arguments)

    patch.setattr(module, name, count)
    return calls


def with_config(folder: Path) -> Path:
    """The project, with an empty configuration where it has none, as Hugo takes it.

    A folder with `old` and `new` holds two states of a project.
    """
    if (folder / "new").is_dir():
        for state in ("old", "new"):
            (folder / state).mkdir(exist_ok=True)
            with_config(folder / state)
        return folder
    if not any((folder / name).exists() for name in CONFIGS):
        (folder / "hugo.yaml").write_text("baseURL: https://example.org/\n")
    return folder


def fixtures_in(folder: Path) -> list[Path]:
    """The fixtures in a folder: pages, or folders with a project; not the files about a page, beside it."""
    return [
        case
        for case in sorted(folder.iterdir())
        if (case.is_dir() or case.suffix not in {".expect", ".py"}) and ".fixed." not in case.name
    ]


def name_of_fixture(case: Path) -> str:
    """The rule and the fixture, as the name of a test."""
    return f"{case.parent.parent.name}-{case.name}"


def copy_fixture(source: Path, folder: Path) -> Path:
    """A fixture as a project: a folder as it is, a single page as `content/posts/NAME`; no fixed files."""
    if source.is_dir():
        shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.fixed.*"))
    else:
        target = folder / "content" / "posts" / source.name
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)
    return with_config(folder)


def base_of(folder: Path) -> Base:
    """What `folder/new` was in `folder/old`; lines `OLD NEW` of the file `renamed` tell of renamed files."""
    old, new = (_contents(folder / state) for state in ("old", "new"))
    renames = (folder / "renamed").read_text().splitlines() if (folder / "renamed").exists() else []
    renamed = dict(line.split() for line in renames)
    moved = {name: path for name, path in renamed.items() if name in old and path in new}
    changes = [Change(How.RENAMED, path, name) for name, path in moved.items()]
    for name in sorted(old.keys() | new.keys()):
        if name not in moved and name not in moved.values() and old.get(name) != new.get(name):
            how = How.ADDED if name not in old else How.DELETED if name not in new else How.CHANGED
            changes.append(Change(how, name, name))
    replaced = {name: old.get(name) for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    return Base(tuple(changes), replaced, load_config(folder / "new", replaced=replaced))


def _contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def lint(project: Path, rules: Iterable[str] | None = None, shown: Severity = Severity.INFO) -> Outcome:
    """A run over a project with these rules only (default: all); a rule that raises fails the test.

    A folder with `old` and `new` is checked as it is in `new`, against what it was in `old`.
    """
    base = base_of(project) if (project / "new").is_dir() else None
    project = project / "new" if base else project
    registry = Registry()
    selectors = None if rules is None else [f"{registry.group(rule)}/{rule}" for rule in rules]
    # A rule about ignores has nothing to say unless the ignored rules are on.
    about_ignores = {rule for rule in rules or () if registry.group(rule) == "hygiene"}
    layers = (
        ()
        if selectors is None or about_ignores
        else (Layer(select=tuple(Entry(name, COMMAND_LINE) for name in selectors)),)
    )
    settings = Settings(
        registry=registry,
        root=project,
        project=project,
        kinds=BUILT_IN_KINDS,
        layers=layers,
        options=_options(project, registry),
    )
    request = Request(
        project, load_config(project), settings, shown=shown, clock=CLOCK, crashes=Fatal(), base=base
    )
    outcome = check(request)
    if not about_ignores:
        return outcome
    return replace(outcome, findings=tuple(f for f in outcome.findings if f.rule in about_ignores))


def _options(project: Path, registry: Registry) -> dict[str, object]:
    """The options of rules that a project's own `frontlint.toml` sets."""
    file = project / "frontlint.toml"
    tables = tomllib.loads(file.read_text())["rules"]["options"] if file.exists() else {}
    return {name: build(registry.load(name).options_type, table) for name, table in tables.items()}


def found(outcome: Outcome) -> list[tuple[str, int, str]]:
    """The findings as path, line and rule, sorted."""
    sources = Sources(outcome.project)
    return sorted(
        (finding.path, sources.get(finding.path).lines.line_column(finding.span.start)[0], finding.rule)
        for finding in outcome.findings
    )


_EXPECT = re.compile(r"(?:#|//|<!--)\s*expect([+-]\d+)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)")


def expected(project: Path) -> list[tuple[str, int, str]]:
    """What the marks in a project ask for: `# expect: rule` on the line, `# expect+1: rule` away from it.

    A sidecar `FILE.expect` has lines `LINE: rule`, for files that cannot hold a comment.
    """
    wanted: list[tuple[str, int, str]] = []
    project = project / "new" if (project / "new").is_dir() else project
    for file in sorted(path for path in project.rglob("*") if path.is_file()):
        text = file.read_bytes().decode("utf-8", errors="replace")
        name = file.relative_to(project).as_posix()
        if file.suffix == ".expect":
            for line in text.splitlines():
                at, _, rules = line.partition(":")
                wanted += [(name.removesuffix(".expect"), int(at), rule) for rule in _names(rules)]
            continue
        for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
            for match in _EXPECT.finditer(line):
                wanted += [(name, number + int(match[1] or 0), rule) for rule in _names(match[2])]
    return sorted(wanted)


def _names(rules: str) -> list[str]:
    return [rule.strip() for rule in rules.split(",") if rule.strip()]


_PART = re.compile(r"^# (\S+\.\w+)\n", re.MULTILINE)


def example_files(block: str) -> dict[str, str]:
    """The files of a Bad or Good block of a rule's docstring.

    `# content/tags/a/_index.md` begins a file; text before the first is `content/posts/page.md`. A part
    without delimiters is the front matter of a page.
    """
    pieces = _PART.split(block + "\n")
    named = list(zip(pieces[1::2], pieces[2::2], strict=True))
    if pieces[0].strip():
        named.insert(0, ("content/posts/page.md", pieces[0]))
    return {name: _whole(name, text) for name, text in named}


def _whole(name: str, text: str) -> str:
    is_page = name.startswith(("content/", "old/content/", "new/content/"))
    if not is_page or text.startswith("{") or re.search(r"^(?:---|\+\+\+)", text, re.MULTILINE):
        return text
    return f"---\n{text.strip()}\n---\n"
