"""The word list: nothing that people read has a phrase that reads as translated, or says "fault".

It reads all strings, docstrings and comments of `src`, all documentation and all schemas. Lines are joined
first: a phrase is found across a line break, too. `python tests/unit/test_words.py` lists what is left.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PHRASES = re.compile(
    r"""
    \bwithout\ a\ word\b | \ball\ the\ same\b | \bis\ due\b | \bmend(s|ed|ing)?\b | \b(lies|lie)\ in\b
    | \bstands?\ (at|in|behind|twice)\b | \bof\ (its|their)\ own\b
    | (?<!\bthere\ )\bis\ no\ (?!longer\b|more\b)
    | \bthe\ very\ | \bnobody\ is\ told\b | \bsays?\ nothing\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
FAULT = re.compile(r"\bfaults?\b", re.IGNORECASE)
"""One thing has one name: it is a problem to people, a finding in schemas and code."""

NOT_YET: frozenset[str] = frozenset(
    {
        "CONTRIBUTING.md",
        "README.md",
        "docs/architecture.md",
        "docs/hugo.md",
        "docs/speed.md",
        "src/frontlint/base/files.py",
        "src/frontlint/base/links.py",
        "src/frontlint/base/record.py",
        "src/frontlint/base/source.py",
        "src/frontlint/base/sources.py",
        "src/frontlint/cli/parameters.py",
        "src/frontlint/cli/project.py",
        "src/frontlint/cli/reports.py",
        "src/frontlint/engine/base.py",
        "src/frontlint/engine/cache/stamp.py",
        "src/frontlint/engine/cascades.py",
        "src/frontlint/engine/compare/changes.py",
        "src/frontlint/engine/discover.py",
        "src/frontlint/engine/outcome.py",
        "src/frontlint/engine/page_phase.py",
        "src/frontlint/engine/patch.py",
        "src/frontlint/engine/request.py",
        "src/frontlint/engine/result.py",
        "src/frontlint/engine/silence.py",
        "src/frontlint/engine/snapshot.py",
        "src/frontlint/engine/steps.py",
        "src/frontlint/engine/suppressed.py",
        "src/frontlint/engine/workers.py",
        "src/frontlint/findings/fingerprint.py",
        "src/frontlint/findings/ignore.py",
        "src/frontlint/frontmatter/fence.py",
        "src/frontlint/frontmatter/json/mistakes.py",
        "src/frontlint/frontmatter/parsed.py",
        "src/frontlint/frontmatter/places.py",
        "src/frontlint/frontmatter/route.py",
        "src/frontlint/frontmatter/scalar.py",
        "src/frontlint/frontmatter/toml/mistakes.py",
        "src/frontlint/frontmatter/toml/values.py",
        "src/frontlint/frontmatter/yaml/block.py",
        "src/frontlint/frontmatter/yaml/builder.py",
        "src/frontlint/frontmatter/yaml/mistakes.py",
        "src/frontlint/frontmatter/yaml/repair.py",
        "src/frontlint/frontmatter/yaml/scalars.py",
        "src/frontlint/frontmatter/yaml/subset.py",
        "src/frontlint/frontmatter/yaml/values.py",
        "src/frontlint/git/command.py",
        "src/frontlint/git/repository.py",
        "src/frontlint/hugo/config/checked.py",
        "src/frontlint/hugo/config/formats.py",
        "src/frontlint/hugo/config/languages.py",
        "src/frontlint/hugo/config/load.py",
        "src/frontlint/hugo/config/mounts.py",
        "src/frontlint/hugo/config/notes.py",
        "src/frontlint/hugo/config/outside.py",
        "src/frontlint/hugo/config/patterns.py",
        "src/frontlint/hugo/config/permalinks.py",
        "src/frontlint/hugo/config/pins.py",
        "src/frontlint/hugo/config/reading.py",
        "src/frontlint/hugo/config/targets.py",
        "src/frontlint/hugo/config/themes.py",
        "src/frontlint/hugo/content/paths.py",
        "src/frontlint/hugo/content/rawhtml.py",
        "src/frontlint/hugo/content/shortcodes.py",
        "src/frontlint/hugo/fields/build.py",
        "src/frontlint/hugo/fields/dates.py",
        "src/frontlint/hugo/fields/decoded.py",
        "src/frontlint/hugo/fields/refusals.py",
        "src/frontlint/hugo/pages/publication.py",
        "src/frontlint/hugo/pages/sections.py",
        "src/frontlint/hugo/pages/sections_tree.py",
        "src/frontlint/hugo/pages/uncertain.py",
        "src/frontlint/hugo/templates.py",
        "src/frontlint/hugo/urls/aliases.py",
        "src/frontlint/hugo/urls/permalinks.py",
        "src/frontlint/hugo/urls/redirects.py",
        "src/frontlint/hugo/urls/slugs.py",
        "src/frontlint/hugo/urls/urls.py",
        "src/frontlint/hugo/values/cast.py",
        "src/frontlint/hugo/values/glob.py",
        "src/frontlint/hugo/values/kinds.py",
        "src/frontlint/hugo/values/media.py",
        "src/frontlint/hugo/values/versions.py",
        "src/frontlint/init/jsonc.py",
        "src/frontlint/lint/option.py",
        "src/frontlint/lint/outputs.py",
        "src/frontlint/lint/rule.py",
        "src/frontlint/prose/repeats.py",
        "src/frontlint/report/ascii_json.py",
        "src/frontlint/report/ascii_xml.py",
        "src/frontlint/report/formats/full.py",
        "src/frontlint/report/region.py",
        "src/frontlint/report/rules_list.py",
        "src/frontlint/report/snippet.py",
        "src/frontlint/report/tally.py",
        "src/frontlint/report/words.py",
        "src/frontlint/report/workflow.py",
        "src/frontlint/site/alias_syntax.py",
        "src/frontlint/site/collect.py",
        "src/frontlint/site/keys.py",
        "src/frontlint/site/model.py",
        "src/frontlint/site/page_names.py",
        "src/frontlint/site/ref_advice.py",
        "src/frontlint/site/texts.py",
        "src/frontlint/website/term_pages.py",
    }
)
"""Files that are not clean yet. Nothing is added here: a file that is rewritten leaves."""

_MARKDOWN = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/**/*.md", "examples/*/README.md")
_SETTINGS = ("action.yml", ".pre-commit-hooks.yaml", "examples/**/*.toml")


def files() -> list[Path]:
    """All that is read, by its path."""
    found = [*ROOT.glob("src/**/*.py"), *ROOT.glob("docs/**/*.py"), *ROOT.glob("schemas/**/*.json")]
    for pattern in (*_MARKDOWN, *_SETTINGS):
        found += ROOT.glob(pattern)
    return sorted(set(found))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a file that people read, each on one line, with the line where it begins."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        pieces = [*_strings(source), *_comments(source)]
    elif path.suffix == ".json":
        pieces = [(1, text) for text in _values(json.loads(source))]
    else:
        pieces = list(_paragraphs(source))
    for line, text in pieces:
        yield line, " ".join(text.split())


def _paragraphs(source: str) -> Iterator[tuple[int, str]]:
    line = 1
    for paragraph in source.split("\n\n"):
        yield line, paragraph
        line += paragraph.count("\n") + 2


def _strings(source: str) -> Iterator[tuple[int, str]]:
    """Strings as they are put together; what an f-string inserts is `{}`."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.lineno, node.value


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Comments, those of successive lines as one."""
    begun, last, words = 0, -1, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        if token.start[0] == last + 1:
            words += token.string.lstrip("#")
        else:
            yield begun, words
            begun, words = token.start[0], token.string
        last = token.start[0]
    yield begun, words


def _values(data: object) -> Iterator[str]:
    """All texts of a schema, keys and values."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)
    elif isinstance(data, str):
        yield data


def for_people(path: Path) -> bool:
    """Whether all that the file holds is shown to people; code may call its own things faults."""
    return path.suffix != ".py" or "/frontlint/rules/" in path.as_posix()


def wrong(path: Path) -> list[str]:
    """Each phrase of a file that is not written, with its line and what is around it."""
    found = []
    for line, text in texts(path):
        hits = [*PHRASES.finditer(text), *(FAULT.finditer(text) if for_people(path) else ())]
        found += [f"{line}: …{text[max(0, hit.start() - 40) : hit.end() + 40]}…" for hit in hits]
    return found


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files(), ids=_name)
def test_no_phrase_of_the_word_list(path: Path) -> None:
    if _name(path) in NOT_YET:
        pytest.skip("not rewritten yet")
    assert wrong(path) == []


@pytest.mark.parametrize(
    ("written", "counted"),
    [
        ('"""It is\n   no list, and mended."""', 2),
        ("# the value stands\n# behind the key\nx = 1\n", 1),
        ('x = f"{1} of its" f" own, of {2}"', 1),
        ('x = "is no longer, is no more"', 0),
        ("x = 1  # the very file", 1),
    ],
)
def test_the_list_finds_phrases_across_lines(written: str, counted: int, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(written, encoding="utf-8")
    assert len(wrong(path)) == counted


def test_fault_is_for_code_alone(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("Each fault is a default.", encoding="utf-8")
    assert len(wrong(page)) == 1


if __name__ == "__main__":
    chosen = sys.argv[1:] or [""]
    for file in files():
        if any(_name(file).startswith(start) for start in chosen):
            for one in wrong(file):
                print(f"{_name(file)}:{one}")
