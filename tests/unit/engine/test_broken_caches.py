"""Kept files that are not whole, or are of another run: none is a fault, and none changes what is found.

Each is tried with a seal that does not fit, and with ours, as a bug of ours could make it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from frontlint.engine.cache.names import KEPT
from frontlint.engine.outcome import Outcome
from frontlint.engine.scanner import Scanner
from frontlint.findings.finding import INTERNAL
from warm import Site, same

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

PAGES = {
    "content/tags/a/_index.md": "---\ntitle: A\naliases: [/b]\n---\n",
    "content/posts/b.md": '---\ntitle: B\ndraft: yes\naliases:\n- /b\n---\n[a]({{< ref "/tags/a" >}})\n',
    "content/posts/c/index.md": "---\ntitle: C\n---\n",
    "content/posts/c/notes.md": "---\ntitle: Notes\ndate: soon\n---\n",
    "content/d.md": "---\ntitle: D\ntags: [x]\n---\n<!-- frontlint-ignore draft-not-boolean: x -->\n",
    "static/x/y.txt": "",
}
DEEP = b"[" * 100_000
EDIT = ("content/d.md", "---\ntitle: D\naliases: [/posts/b]\ntags: [A]\n---\n")
AGAIN = ("content/posts/b.md", "---\ntitle: B\naliases: [/d]\n---\n")
Damage = Callable[[bytes], bytes]


def head(change: Callable[[Any], object]) -> Damage:
    """The first line is another one."""

    def made(body: bytes) -> bytes:
        line, _, rest = body.partition(b"\n")
        return json.dumps(change(json.loads(line))).encode("ascii") + b"\n" + rest

    return made


def numbers(change: Damage) -> Damage:
    """What follows the first line is another thing."""

    def made(body: bytes) -> bytes:
        line, _, rest = body.partition(b"\n")
        return line + b"\n" + change(rest)

    return made


DAMAGES: Mapping[str, Damage] = {
    "empty": lambda body: b"",
    "a line feed": lambda body: b"\n",
    "no json": lambda body: b"no json at all",
    "not ASCII": lambda body: b"\xff\xfe\n" + body,
    "null": lambda body: b"null\n",
    "a number": lambda body: b"1\n",
    "an empty list": lambda body: b"[]\n",
    "a mapping": lambda body: b"{}\n",
    "nulls": head(lambda values: [None] * len(values)),
    "empty texts": head(lambda values: [""] * len(values)),
    "one value more": head(lambda values: [*values, 1]),
    "one value less": head(lambda values: values[:-1]),
    "the values turned around": head(lambda values: values[::-1]),
    "a value that is deep": lambda body: DEEP + b"\n" + body,
    "deep without an end": lambda body: DEEP,
    "no line feed": lambda body: body.replace(b"\n", b" "),
    "the line alone": lambda body: body.partition(b"\n")[0] + b"\n",
    "the line twice": lambda body: body.partition(b"\n")[0] + b"\n" + body,
}
NUMBERS: Mapping[str, Damage] = {
    "cut by one byte": lambda rest: rest[:-1],
    "cut by eight bytes": lambda rest: rest[:-8],
    "cut in the middle": lambda rest: rest[: len(rest) // 2],
    "without the first byte": lambda rest: rest[1:],
    "without the first eight bytes": lambda rest: rest[8:],
    "one byte more": lambda rest: rest + b"\0",
    "eight bytes more": lambda rest: rest + b"\0" * 8,
    "zeros": lambda rest: b"\0" * len(rest),
    "ones": lambda rest: b"\xff" * len(rest),
    "numbers that are not theirs": lambda rest: bytes(byte ^ 0x55 for byte in rest),
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, PAGES)


class Begun(NamedTuple):
    """A site and what two runs over it have kept, which is also in a folder `beside` the cache.

    `fresh` is what runs without a cache find, as it is and after each of two edits.
    """

    site: Site
    whole: Mapping[str, bytes]
    beside: Path
    state: Mapping[Path, tuple[bytes | None, int]]
    fresh: Sequence[Outcome]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """Made once: what is tried hundreds of times are the runs over a damaged cache."""
    site = Site(tmp_path_factory.mktemp("begun"), PAGES)
    whole, state, beside = kept(site, 1), site.state(), site.cache.with_name("beside")
    shutil.copytree(site.cache, beside)
    fresh = [site.fresh()]
    for edit in (EDIT, AGAIN):
        site.edit(*edit)
        fresh.append(site.fresh())
    return Begun(site, whole, beside, state, fresh)


@pytest.fixture
def begun(made: Begun) -> Begun:
    """As it was made, whatever the test before has left."""
    made.site.restore(made.state)
    shutil.rmtree(made.site.cache)
    shutil.copytree(made.beside, made.site.cache)
    return made


def kept(site: Site, edits: int) -> dict[str, bytes]:
    """The files that are kept after as many runs over a site that changes."""
    site.check()
    if edits:
        site.edit("content/tags/a/_index.md", "---\ntitle: A\naliases: [/b, /d]\n---\n")
        site.check()
    return {name: bytes((site.cache / name).read_bytes()) for name in KEPT}


def bodies(site: Site, whole: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same without seals."""
    length = len(whole["last.bin"]) - len(site.body("last.bin"))
    return {name: data[:-length] for name, data in whole.items()}


def put(site: Site, whole: Mapping[str, bytes]) -> None:
    for name, data in whole.items():
        (site.cache / name).write_bytes(data)


def answers(begun: Begun) -> Iterator[tuple[str, Outcome, Outcome]]:
    """What is found as the site is, and after each of two edits; beside it, what a fresh run finds."""
    site = begun.site
    yield "as it is", site.check(), begun.fresh[0]
    for what, edit, fresh in (("an edit", EDIT, begun.fresh[1]), ("one more", AGAIN, begun.fresh[2])):
        site.edit(*edit)
        yield what, site.check(), fresh


def test_files_that_are_whole_are_believed(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Scanner, "judge_all", None)
    assert same(begun.site.check(), begun.fresh[0])


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", KEPT)
def test_a_file_with_another_beginning_is_none(begun: Begun, name: str, damage: str, sealed: bool) -> None:
    site, whole = begun.site, begun.whole
    if name in ("records.bin", "keys.bin"):  # these do not begin with a line of ours
        body = DEEP if "deep" in damage else b""
    else:
        body = DAMAGES[damage](bodies(site, whole)[name])
    site.damage(name, body, sealed)
    for what, found, fresh in answers(begun):
        assert same(found, fresh), what


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("damage", NUMBERS)
@pytest.mark.parametrize("name", KEPT)
def test_a_file_with_other_numbers_is_no_crash(begun: Begun, name: str, damage: str, sealed: bool) -> None:
    """Numbers in a row say anything: of those with our seal, which fit, only a crash would be a fault."""
    site, whole = begun.site, begun.whole
    plain = bodies(site, whole)[name]
    body = numbers(NUMBERS[damage])(plain) if b"\n" in plain else NUMBERS[damage](plain)
    site.damage(name, body, sealed)
    for what, found, fresh in answers(begun):
        assert INTERNAL not in {finding.rule for finding in found.findings}, what
        lies = sealed and name in ("site.bin", "last.bin") and len(body) == len(plain)
        assert lies or same(found, fresh), what


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("name", KEPT)
def test_a_file_that_ends_anywhere_is_none(site: Site, name: str, sealed: bool) -> None:
    whole = kept(site, 1)
    body = bodies(site, whole)[name]
    ends = sorted({*range(0, len(body), max(1, len(body) // 40)), body.find(b"\n"), body.find(b"\n") + 1})
    for end in (at for at in ends if at >= 0):
        put(site, whole)
        site.damage(name, body[:end], sealed)
        site.edit("content/d.md", f"{PAGES['content/d.md']}{end}\n")
        assert same(site.check(), site.fresh()), end


@pytest.mark.parametrize("name", KEPT)
def test_a_file_of_a_run_before_is_none(site: Site, name: str) -> None:
    """Tokens and times tell: files of two runs do not go together, whichever is the older one."""
    first = kept(site, 0)
    then = kept(site, 1)
    site.edit("content/posts/new.md", "---\ntitle: New\naliases: [/d]\n---\n")
    site.check()
    last = {file: (site.cache / file).read_bytes() for file in KEPT}
    for old in (first, then):
        put(site, last)
        (site.cache / name).write_bytes(old[name])
        site.edit(*EDIT)
        assert same(site.check(), site.fresh())
        put(site, old)
        (site.cache / name).write_bytes(last[name])
        site.edit(*AGAIN)
        assert same(site.check(), site.fresh())


@pytest.mark.parametrize("gone", KEPT)
def test_a_file_that_is_gone_is_none(begun: Begun, gone: str) -> None:
    (begun.site.cache / gone).unlink()
    for what, found, fresh in answers(begun):
        assert same(found, fresh), what
