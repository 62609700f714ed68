"""What Hugo refuses does not pass as clean: in every command, and in a time that grows with the length."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from frontlint.hugo.content.shortcode_faults import shortcode_problem
from frontlint.hugo.content.shortcodes import scan
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

PAGE = "---\ntitle: A\n---\n"
SETTINGS = {
    "a list for languages": ("hugo.toml", b"title = 'x'\nlanguages = ['en']\n", 2),
    "a blank in the host": ("hugo.yaml", b"title: x\nbaseURL: https://exam ple.org/\n", 2),
    "a control character in an address": (
        "hugo.json",
        b'{"title": "x",\n"baseURL": "https://e.org/\\u0001"}',
        2,
    ),
    "an address of one language": (
        "hugo.toml",
        b"languages.en.weight = 1\n[languages.fr]\nweight = 2\nbaseURL = 'https://e .fr/'\n",
        4,
    ),
    "bytes of Latin-1": ("hugo.toml", b"title = 'x'\ncopyright = 'Ren\xe9'\n", 2),
    "bytes in a config folder": ("config/_default/params.toml", b"a = 1\n# caf\xe9\n", 2),
    "a text for a switch": ("config/_default/hugo.yaml", b"title: x\nbuildDrafts: yes\n", 2),
}
COMMANDS = (("check",), ("urls",), ("tree",), ("config",), ("baseline", "update"))
PUMPED = (
    *(
        '{{< ref "a" "',
        '{{< ref "x" ',
        "{{</* ",
        "{{< ref\n",
        "{{< ref `",
        "{{< ref a=",
        "{{< in >}}{{< /in >}}",
    ),
    *(
        "{{< t.inline >}}",
        '\\"',
        "a ",
        '"a" ',
        'a="b" ',
        "= ",
        "/ ",
        "\u00e9-/",
        "x.inline ",
        '{{< x >}}"',
        "  ",
    ),
)
_LONGEST_RATIO = 8


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "frontlint", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_hugo_refuses(name: str, tmp_path: Path) -> None:
    file, data, line = SETTINGS[name]
    project = make_project(tmp_path, {file: data, "content/a.md": PAGE})
    done = run(project, "check")
    assert done.returncode == 2
    assert f"{file}:{line}:" in done.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_follows_them(command: tuple[str, ...], tmp_path: Path) -> None:
    file, data, line = SETTINGS["a list for languages"]
    done = run(make_project(tmp_path, {file: data, "content/a.md": PAGE}), *command)
    assert done.returncode == 2
    assert f"{file}:{line}:" in done.stderr


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PAGE + 'Text.\n\n{{< ref "x\n', 6),
        (PAGE + "{{< figure src=a.png (b) >}}\n", 4),
        (PAGE + '```\n{{% note "a %}}\n```\n', 5),
        ("---\na: {b: *b}\n---\n", 2),
        ("---\na: {x: **}\n---\n", 2),
        ("---\na: {x:**}\n---\n", 2),
        ("---\ntitle: A\na: {b:*b}\n---\n", 3),
    ],
)
def test_pages_that_hugo_refuses(text: str, line: int, tmp_path: Path) -> None:
    done = run(make_project(tmp_path, {"content/a.md": text}), "check", "--output-format", "concise")
    assert done.returncode == 1
    assert f"content/a.md:{line}:" in done.stdout
    assert " syntax: " in done.stdout


@pytest.mark.parametrize("begin", ["", '{{< ref "', '{{< ref a="b" `', "{{< ref "])
@pytest.mark.parametrize("unit", PUMPED)
def test_shortcodes_are_read_in_linear_time(unit: str, begin: str) -> None:
    for read in (shortcode_problem, scan):
        short, long = (begin + unit * (length // len(unit)) for length in (4_000, 16_000))
        assert least(read, long) < _LONGEST_RATIO * least(read, short) + 0.002


def least(read: Callable[[str], object], text: str) -> float:
    """The least of three times of the processor, in seconds."""

    def once() -> float:
        begin = time.process_time()
        read(text)
        return time.process_time() - begin

    return min(once() for _ in range(3))
