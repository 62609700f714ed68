"""Mutates valid pages, settings, schemas and baselines, checks sites that hold them, and counts what breaks.

    PYTHONPATH=tests python -m attack.mutate --bytes 100000000 --seed 1

A run must end by itself, with exit code 0, 1 or 2 and no `internal-error`. What does not is printed, made as
small as it still fails. The same seed gives the same inputs.
"""

# ruff: noqa: E501 - what is mutated is written as it is

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SECONDS = 60
"""After so many a run counts as hanging; it takes a few hundredths."""

_YAML = """---
title: "A page: of many"
date: 2024-05-06T07:08:09+02:00
draft: false
weight: 12
tags: [One, "Two", 'Three & Four']
aliases:
  - /old/
  - ../older.html # a comment
description: >-
  A text that goes on
  over lines
cascade: {target: {path: "/posts/**", kind: page}, params: {a: &x [1, 2.5, 0x1F, ~]}}
copy: *x
sitemap: {priority: 0.5, changefreq: weekly}
"quoted \\"key\\"": |+
  block

url: /a/:title/
---
<!-- frontlint-ignore bad-length: it is meant -->
Body with {{< ref "b.md" >}} and {{% figure src="x" %}}, [a link](/old/).
"""
_TOML = """+++
title = "A page" # comment
date = 2024-05-06T07:08:09Z
weight = 1_000
draft = true
tags = ["One", 'Two', \"\"\"Three\"\"\"]
aliases = ["/old/",
  "/older/"]
a.b.c = {d = [1, 2.5, 0xff, inf], e = "\\u00e9"}
[params]
x = '''literal'''
[[resources]]
src = "*.png"
[sitemap]
priority = 0.5
+++
Body
"""
_JSON = """{"title": "A page", "date": "2024-05-06", "weight": 3, "draft": false, "tags": ["One", "Two"],
 "aliases": ["/old/", "\\u00e9"], "params": {"a": [1, -2.5e3, true, null, {"b": {}}]}, "sitemap": {"priority": 0.5}}

Body
"""
_ORG = """#+title: A page
#+date: <2024-05-06 Mon>
#+tags[]: one two
#+filetags: :c:d:
#+aliases: /old/
#+aliases: /older/
#+weight: 3

Body
"""
_HUGO_TOML = """baseURL = "https://example.org/sub/"
defaultContentLanguage = "en"
ignoreFiles = ["\\\\.foo$"]
[permalinks]
posts = "/:year/:slug/"
[taxonomies]
tag = "tags"
[languages.en]
weight = 1
[languages.de]
weight = 2
contentDir = "content/de"
[[cascade]]
[cascade.target]
path = "/posts/**"
[[module.mounts]]
source = "content"
target = "content"
files = ["**"]
"""
_HUGO_YAML = """baseURL: https://example.org/
uglyURLs: {posts: true}
frontmatter: {date: [":filename", date]}
outputs: {page: [html, json]}
outputFormats: {json: {baseName: index, mediaType: application/json}}
permalinks:
  page: {posts: "/:sections[1:]/:title/"}
languages:
  en: {weight: 1, title: "E"}
cascade:
  - {_target: {kind: page}, build: {render: link}}
sitemap: {filename: s.xml}
timeZone: Europe/Berlin
"""
_HUGO_JSON = """{"baseURL": "https://example.org/", "buildDrafts": true, "disableKinds": ["RSS"],
 "permalinks": [{"target": {"path": "/posts/**"}, "pattern": "/:contentbasename/"}], "params": {"a": [1, {"b": 2.5}]},
 "security": {"allowContent": [".*"]}, "refLinksErrorLevel": "warning"}
"""
_OURS = """exclude = ["content/**/x/"]
fail-on = "error"
baseline = "accepted.jsonl"
[rules]
select = ["all"]
ignore = ["text"]
[rules.severity]
bad-length = "info"
[rules.per-path."content/posts/**"]
ignore = ["no-terms"]
[rules.options.too-many-terms]
[[extend-schemas]]
name = "own"
files = ["content/**"]
schema = "own.json"
when = {has = ["title"], equals = {draft = false}}
"""
_PYPROJECT = '[project]\nname = "x"\n[tool.other]\na = {b = [1]}\n[tool.frontlint]\nexclude = ["a"]\n'
_SCHEMA = """{"$id": "https://x.example/own.json", "type": "object", "required": ["title"],
 "properties": {"title": {"$ref": "#/$defs/text"}, "weight": {"type": "integer", "maximum": 5},
 "tags": {"items": {"enum": ["One"]}}, "kids": {"items": {"$ref": "#"}}, "date": {"format": "date"}},
 "patternProperties": {"^x-[a-z]+$": {"const": 1}}, "anyOf": [{"required": ["date"]}, {"minProperties": 2}],
 "$defs": {"text": {"type": "string", "pattern": "^[A-Z]", "maxLength": 5, "x-frontlint": {"severity": "info"}}}}
"""
_BASELINE = (
    '{"path": "content/a.md", "rule": "bad-length", "field": "/title", "fingerprint": "0123456789abcdef"}\n'
    '{"path": "content/b.md", "rule": "syntax", "field": null, "fingerprint": "fedcba9876543210", "reason": "old"}\n'
)


class Seed(NamedTuple):
    """A valid file, and what has to be beside it to be read; `many` copies of it make one site."""

    name: str
    text: str
    beside: tuple[tuple[str, str], ...] = ()
    many: int = 1


_HUGO = ("hugo.yaml", "baseURL: https://example.org/\n")
_PAGES = (("content/posts/a.md", _YAML), ("content/posts/2024-01-02-b.md", _TOML), ("content/de/c.md", _JSON))
_SCHEMED = (_HUGO, *_PAGES, ("own.json", _SCHEMA), ("accepted.jsonl", _BASELINE))
_FORMS = (("md", _YAML), ("md", _TOML), ("md", _JSON), ("org", _ORG), ("html", _YAML))
SEEDS = (
    *(Seed(f"content/posts/{{}}.{extension}", text, (_HUGO,), 40) for extension, text in _FORMS),
    Seed("hugo.toml", _HUGO_TOML, _PAGES),
    Seed("hugo.yaml", _HUGO_YAML, _PAGES),
    Seed("hugo.json", _HUGO_JSON, _PAGES),
    Seed("config/_default/params.toml", _HUGO_TOML, (_HUGO, *_PAGES)),
    Seed("frontlint.toml", _OURS, _SCHEMED),
    Seed("pyproject.toml", _PYPROJECT, (_HUGO, *_PAGES)),
    Seed("own.json", _SCHEMA, (_HUGO, *_PAGES, ("frontlint.toml", _OURS))),
    Seed("accepted.jsonl", _BASELINE, (_HUGO, *_PAGES, ("own.json", _SCHEMA), ("frontlint.toml", _OURS))),
)
_SETTINGS = tuple(seed for seed in SEEDS if seed.many == 1)
"""They are one file a site, so they get more sites than the pages."""
_PIECES = [
    *(
        b"[",
        b"]",
        b"{",
        b"}",
        b'"',
        b"'",
        b'"""',
        b"'''",
        b":",
        b": ",
        b"- ",
        b"#",
        b"\n",
        b"\r",
        b"\t",
        b" ",
    ),
    *(
        b"*x",
        b"&x ",
        b"<<: ",
        b"!!",
        b"|",
        b">",
        b"---\n",
        b"+++\n",
        b"...",
        b"\\",
        b"\\u",
        b"\\x",
        b"\0",
        b"\xff",
    ),
    *(
        b"\xef\xbb\xbf",
        "\u2028".encode(),
        "\U0001f600".encode(),
        b"\xed\xa0\x80",
        b"1e999",
        b"-",
        b".",
        b"/",
        b"..",
    ),
    *(
        b"null",
        b"~",
        b"true",
        b"inf",
        b".nan",
        b"0x",
        b"9" * 30,
        b"%2e",
        b"http://[/",
        b"$ref",
        b"**",
        b"(",
        b"?",
    ),
    *(
        b"[" * 60,
        b"{a: " * 60,
        b"{a=" * 60,
        b'{"a":' * 60,
        b"- " * 60,
        b"a." * 120,
        b"{{< ref",
        b"<!-- frontlint-ignore x -->",
    ),
]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one to eight changes."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 8))):
        at = dice.randrange(len(data) + 1)
        until = min(len(data), at + dice.choice((0, 1, 1, 2, 5, 20, 100)))
        how = dice.randrange(7)
        if how == 0:
            new = b""
        elif how == 1:
            new = bytes([dice.randrange(256)])
        elif how == 2:
            new = data[at:until] * dice.choice((2, 3, 50))
        elif how == 3:
            start = dice.randrange(len(data) + 1)
            new = data[start : start + dice.randrange(40)] + data[at:until]
        else:
            new = dice.choice(_PIECES)
            until = at if how == 4 else until
        data = data[:at] + new + data[until:]
    return data


class Hangs(BaseException):
    """A run took longer than `SECONDS`."""


def _too_long(*_: object) -> None:
    raise Hangs


class Broken(NamedTuple):
    """An input that broke a run: the seed's name, its bytes and what was seen."""

    name: str
    data: bytes
    saw: str


def fault(site: Path, seed: Seed, contents: list[bytes]) -> str:
    """What is wrong with a run over a site with these files; empty if nothing is."""
    for name, text in seed.beside:
        _write(site / name, text.encode())
    for at, data in enumerate(contents):
        _write(site / seed.name.format(at), data)
    out = io.StringIO()
    before = signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(SECONDS)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = _run(site)
    except Hangs:
        return "hangs"
    except BaseException as error:  # noqa: BLE001 - whatever comes out is a failure
        return f"raises {error!r}"
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    said = out.getvalue()
    return "" if code in (0, 1, 2) and "internal-error" not in said else f"exit {code}: {said[-2000:]}"


def _run(site: Path) -> int:
    from frontlint.cli.app import run

    arguments = ["check", "--no-cache", "--select", "all", "--jobs", "1", "--show", "info", "--no-progress"]
    formats = [
        part for name in ("full", "json", "sarif") for part in ("--output-format", f"{name}={site}.{name}")
    ]
    return run([*arguments, *formats, str(site)])


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def smallest(data: bytes, breaks: Callable[[bytes], bool]) -> bytes:
    """As little of an input as still breaks: halves and smaller parts are taken away while it does."""
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            less = data[:at] + data[at + size :]
            if breaks(less):
                data = less
            else:
                at += size
        size //= 2
    return data


def campaign(total: int, seed: int) -> Iterator[Broken | int]:
    """Yields each broken input, and at the end of each site the bytes that were tried so far."""
    dice, tried = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        while tried < total:
            for one in (*SEEDS, *_SETTINGS * 5):
                contents = [mutated(one.text.encode(), dice) for _ in range(one.many)]
                tried += sum(map(len, contents))
                site = Path(folder) / f"s{tried}"
                saw = fault(site, one, contents)
                if saw:
                    yield _blamed(Path(folder), one, contents, saw)
                _clear(site)
                yield tried
                if tried >= total:
                    return


def _blamed(folder: Path, seed: Seed, contents: list[bytes], saw: str) -> Broken:
    """The file that did it, as small as it still does."""
    count = iter(range(10**9))

    def breaks(data: bytes) -> bool:
        site = folder / f"m{next(count)}"
        broken = bool(fault(site, seed, [data]))
        _clear(site)
        return broken

    alone = next((data for data in contents if breaks(data)), None)
    if alone is None or saw == "hangs":
        return Broken(seed.name, b"\n===\n".join(contents) if alone is None else alone, saw)
    return Broken(seed.name, smallest(alone, breaks), saw)


def _clear(site: Path) -> None:
    import shutil

    shutil.rmtree(site, ignore_errors=True)
    for name in ("full", "json", "sarif"):
        Path(f"{site}.{name}").unlink(missing_ok=True)


def main(arguments: list[str] | None = None) -> int:
    """Runs a campaign; 1 where anything broke."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bytes", type=int, default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    wish: Any = parser.parse_args(arguments)
    broken, shown = 0, 0
    os.environ["NO_COLOR"] = "1"
    for one in campaign(wish.bytes, wish.seed):
        if isinstance(one, Broken):
            broken += 1
            print(f"{one.name}: {one.saw}\n{one.data!r}\n", flush=True)
        elif one - shown > 1_000_000:
            shown = one
            print(f"{one:,} bytes, {broken} broken", file=sys.stderr, flush=True)
    print(f"{wish.bytes:,} mutated bytes from seed {wish.seed}: {broken} broken runs")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
