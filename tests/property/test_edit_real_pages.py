"""Edits of real pages: a few of them each time, all that there are with `FRONTLINT_EDIT_PAGES=1000`.

    FRONTLINT_EDIT_PAGES=1500 pytest -n 0 -s tests/property/test_edit_real_pages.py

prints how many edits were made, how many were declined and why; a wrong one fails. `FRONTLINT_EDIT_EACH` says
how many changes of each page are tried (5), `FRONTLINT_EDIT_SEED` which (0).
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from property.edit_operations import Unjudged, operations, read, several, wrong
from speed.make_site import Wish
from speed.site.content import pages
from support import ROOT

SHARED = ROOT.parent / "shared"
PAGES = int(os.environ.get("FRONTLINT_EDIT_PAGES", "40"))
EACH = int(os.environ.get("FRONTLINT_EDIT_EACH", "5"))
SEED = int(os.environ.get("FRONTLINT_EDIT_SEED", "0"))


def real_pages(chance: random.Random) -> Iterator[bytes]:
    """Pages of real sites and of those that Hugo's behaviour was learned from, in no order."""
    folders = [SHARED / name for name in ("sites", "golden", "cases", "cases-sites", "seeds")]
    files = sorted(
        path
        for folder in folders
        for path in folder.rglob("*.md")
        if path.is_file() and not path.is_symlink()
    )
    yield from (path.read_bytes() for path in chance.sample(files, min(PAGES, len(files))))


def made_pages(chance: random.Random) -> Iterator[bytes]:
    """Pages of a made site, with and without findings."""
    for page in pages(Wish(pages=max(PAGES // 4, 10), bad=20, seed=chance.randrange(1000))):
        yield page.text().encode()


def tried(found: Iterator[bytes], chance: random.Random) -> Counter[str]:
    """How often edits were made, or why not; fails for a wrong one."""
    counts = Counter[str]()
    for data in found:
        document = read(data)
        every = list(operations(document, chance))
        changes = [(change,) for change in chance.sample(every, min(len(every), EACH))]
        for one in [*changes, several(document, chance), several(document, chance, 3)]:
            try:
                why = wrong(data, document, one) if one else "nothing to change"
            except Unjudged as unjudged:
                why = str(unjudged)
            counts[re.sub("`.*`", "`…`", why) if why else "made"] += 1
        counts["pages"] += 1
    return counts


@pytest.mark.skipif(not (SHARED / "sites").is_dir(), reason="needs ../shared")
def test_changes_of_real_pages() -> None:
    chance = random.Random(SEED)
    report("real pages", tried(real_pages(chance), chance))


def test_changes_of_made_pages() -> None:
    chance = random.Random(SEED)
    report("made pages", tried(made_pages(chance), chance))


def report(name: str, counts: Counter[str]) -> None:
    """Prints the counts; most changes have to be made."""
    print(f"\n{name}")
    for why, count in counts.most_common():
        print(f"{count:8} {why}")
    assert counts["made"] > sum(counts.values()) / 3
