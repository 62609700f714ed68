"""Real pages with problems put in, as one site: `--fix` takes out what was put in, and touches no other byte.

`FRONTLINT_FIX_PAGES=1000` takes so many pages; a few hundred are taken each time.
"""

from __future__ import annotations

import os
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontlint.base.edit import apply_to_bytes
from frontlint.base.line_changes import changed_lines
from frontlint.base.source import decode
from frontlint.engine.fixing.run import FixedSite, fix_site
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding
from frontlint.frontmatter import second_reader
from frontlint.frontmatter.document import Data, Document, Format
from frontlint.frontmatter.edit import Declined, append_item, edits
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.settings import load_settings
from given_fixes import fixes as fixes
from speed.make_site import Wish
from speed.site.content import pages
from support import CLOCK, ROOT, make_project

SHARED = ROOT.parent / "shared"
PAGES = int(os.environ.get("FRONTLINT_FIX_PAGES", "200"))
SEED = int(os.environ.get("FRONTLINT_FIX_SEED", "0"))
ENDS = (".md", ".markdown")


def real_pages(chance: random.Random) -> Iterator[bytes]:
    folders = [SHARED / name for name in ("sites", "golden", "cases-sites", "seeds")]
    files = sorted(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in ENDS and path.is_file() and not path.is_symlink()
    )
    for path in chance.sample(files, min(PAGES, len(files))):
        yield path.read_bytes()


def made_pages(chance: random.Random) -> Iterator[bytes]:
    for page in pages(Wish(pages=PAGES // 3, bad=20, seed=chance.randrange(1000))):
        yield page.text().encode()


def read(data: bytes) -> Document:
    return read_document(decode("", data), plain_scalar)


def with_fault(data: bytes, number: int, chance: random.Random) -> bytes | None:
    """The page with one more alias, twice, a comment, other line ends. None if that cannot be written."""
    if chance.random() < 0.3 and b"\r" not in data:
        data = data.replace(b"\n", b"\r\n")
    if chance.random() < 0.2 and data.startswith(b"---"):
        data = b"\xef\xbb\xbf" + data
    if chance.random() < 0.5 and data.startswith(b"---\n"):
        data = data.replace(b"\n", b"\n# a comment  \n", 1)
    document = read(data)
    changes = tuple(append_item(("aliases",), alias) for alias in (f"/zz-{number}/", f"/zz-{number}"))
    found = edits(document, changes, plain_scalar)
    if isinstance(found, Declined):
        return None
    return apply_to_bytes(data, found)


def fixed(files: dict[str, bytes], *, unsafe: bool = False) -> FixedSite:
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder), files)
        settings = load_settings(None, project)
        return fix_site(Request(project, load_config(project), settings, clock=CLOCK), unsafe=unsafe)


def second(document: Document) -> tuple[Data, list[str]] | None:
    start, end = document.fence.content
    return second_reader.read(document.source.text[start:end], document.format)


def without(value: object, alias: str) -> object:
    """The data without the second alias."""
    if not isinstance(value, dict):
        return value
    return {
        key: [one for one in inner if one != alias]
        if key.lower() == "aliases" and isinstance(inner, list)
        else inner
        for key, inner in value.items()
    }


def strayed(before: bytes, after: bytes, alias: str) -> str | None:
    """What changed besides the alias that had to go."""
    old, new = (data.decode().splitlines(keepends=True) for data in (before, after))
    for start, end, new_start, new_end in changed_lines(old, new):
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        item = re.sub(rf"""(,\s*|-\s+)?["']?{re.escape(alias)}["']?(?![/\w])""", "", gone, count=1)
        if alias not in gone or re.sub(r"[\s,]", "", item) != re.sub(r"[\s,]", "", come):
            return f"{gone!r} became {come!r}"
    one, two = read(before), read(after)
    if one.body != two.body:
        return "the body"
    if one.format in (Format.YAML, Format.TOML):
        known, now = second(one), second(two)
        if known is None:
            return None  # it cannot read another part of the page, such as the keys `1` and `true`
        if now is None:
            return "another reader"
        if repr(without(known[0], alias)) != repr(now[0]):
            return "a value"
        if known[1] != now[1]:
            return "a comment"
    return None


def pages_of(finding: Finding) -> set[str]:
    return {change.path for change in finding.fix.changes} if finding.fix else set()


def check(found: Iterator[bytes], chance: random.Random, least: float) -> None:
    files: dict[str, bytes] = {}
    for count, data in enumerate(found):
        faulty = with_fault(data, count, chance)
        if faulty is not None:
            files[f"content/x/p{count}.md"] = faulty
    site = fixed(files)
    fixing = site.fixing
    put_in = {
        path
        for path, page in fixing.pages.items()
        if page.before.count(b"/zz-") == 2 and page.after.count(b"/zz-") == 1
    }
    written, left = len(fixing.pages), len(fixing.unmade)
    print(f"\n{len(files)} pages with problems, {written} written, {left} fixes not made")
    for one in fixing.unmade[:5]:
        print(one.finding.path, one.finding.rule, one.reason)
    assert len(put_in) > least * len(files)
    judged = 0
    for path in put_in:
        number = path.removeprefix("content/x/p").removesuffix(".md")
        page = fixing.pages[path]
        if not any("zz-" not in finding.message for finding in fixing.made if path in pages_of(finding)):
            judged += 1
            assert strayed(page.before, page.after, f"/zz-{number}") is None, path
    assert judged > least / 2 * len(files)
    again = fixed({**files, **{path: page.after for path, page in fixing.pages.items()}})
    assert dict(again.fixing.pages) == {}


@pytest.mark.skipif(not (SHARED / "sites").is_dir(), reason="needs ../shared")
@pytest.mark.usefixtures("fixes")
def test_real_pages() -> None:
    chance = random.Random(SEED)
    check(real_pages(chance), chance, 0.8)


@pytest.mark.usefixtures("fixes")
def test_made_pages() -> None:
    chance = random.Random(SEED)
    check(made_pages(chance), chance, 0.8)
