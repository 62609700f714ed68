"""Edits of real sites: a snapshot after an edit of each kind is what a fresh look at the files would be.

    FRONTLINT_THEN_PAGES=1000 pytest -n 0 -s tests/property/test_then_real.py

tries all pages, and prints how often and why the whole site was looked at. The pages are others with another
number in FRONTLINT_THEN_SEED.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from frontlint.engine.snapshot import Snapshot
from frontlint.hugo.config import load_config
from property.test_then import differing, said, snapshot_of
from support import ROOT

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

PAGES = int(os.environ.get("FRONTLINT_THEN_PAGES", "6"))
SEED = int(os.environ.get("FRONTLINT_THEN_SEED", "0"))
SHARED = ROOT.parent / "shared"
FOREIGN = {"title": "another title", "aliases": "an alias", "tags": "a term", "ResourceId": "an id"}
"""The keys that are edited, and what such an edit is."""


def sites() -> list[Path]:
    """Sites with expectations about Hugo, Hugo's own documentation, and our examples."""
    folders = [*(SHARED / "golden").glob("*"), SHARED / "sites" / "hugodocs", *(ROOT / "examples").glob("*")]
    return sorted(
        folder for folder in folders if any((folder / f"hugo.{kind}").exists() for kind in ("yaml", "toml"))
    )


def with_key(text: str, key: str, value: str) -> str | None:
    """The page with another value of a key; None where its front matter is neither YAML nor TOML."""
    mark = text[:3]
    head, end, body = text[4:].partition(f"\n{mark}")
    if mark not in ("---", "+++") or text[3:4] != "\n" or not end:
        return None
    old = re.compile(rf"^{key}[ ]*[:=].*\n?(?:(?:[ \t]+|-[ ]).*\n?)*", re.MULTILINE | re.IGNORECASE)
    line = f"{key}: {value}" if mark == "---" else f"{key} = {value}"
    return f"{mark}\n{line}\n{old.sub('', head)}{end}{body}"


def edits(text: str, others: list[str], dice: random.Random) -> Iterator[tuple[str, str]]:
    """What is edited, and the page after it."""
    other = dice.choice(others).removeprefix("content/").removesuffix(".md")
    values = {
        "title": ['"Another title"', f'"{other.rpartition("/")[2]}"'],
        "aliases": [f'["/{other}/"]', '["/old/", "older"]', "[]"],
        "tags": [f'["{other.rpartition("/")[2]}", "New term"]', '["new-term"]', "[]"],
        "ResourceId": ['"aB3-dE_fG9h"', '"Zx9-dE_fG9h"'],
    }
    for key, what in FOREIGN.items():
        if key != "ResourceId" or key in text:
            new = with_key(text, key, dice.choice(values[key]))
            if new is not None:
                yield what, new
    target = dice.choice(
        [f"/{other}", other.rpartition("/")[2], "/nowhere", f"../{other.rpartition('/')[2]}"]
    )
    yield "a ref", f'{text}\n[x]({{{{< ref "{target}" >}}}})\n'
    yield "a text", f"{text}\nMore of the the same.\n"


def check_site(folder: Path, dice: random.Random) -> Counter[str]:
    """Edits of some pages of a site: how often each kind was patched in, or why not."""
    before, counts = snapshot_of(folder, {}), Counter[str]()
    paths = list(before.ground.paths)
    for path in dice.sample(paths, min(PAGES, len(paths))):
        text = (folder / path).read_bytes().decode("utf-8", "replace")
        kinds = list(edits(text, paths, dice))
        if PAGES < 100:
            kinds = dice.sample(kinds, 2)
        for what, new in kinds:
            then = after(folder, before, {path: new.encode()}, f"{what} of {path}")
            counts[f"{what}: {then.reason or 'patched'}"] += 1
    return counts


def after(folder: Path, before: Snapshot, data: Mapping[str, bytes], what: str) -> Snapshot:
    """The snapshot after an edit; fails where a fresh one is another."""
    then, wanted = before.then(data, load_config(folder, replaced=data)), snapshot_of(folder, data)
    here, there = said(then), said(wanted)
    assert here == there, f"{what}: {there - here} missing, {here - there} too many"
    assert differing(then, wanted) == "", what
    return then


_NEVER = re.compile(
    r"(?:a text|a ref|an alias|a term|an id): "
    r"(?!patched|pages that a cascade reaches|the first or last page that a cascade reaches)"
)
"""A whole site that was looked at for an edit which never needs it, messages about cascades aside."""


@pytest.mark.skipif(not SHARED.exists(), reason="no sites beside the repository")
@pytest.mark.parametrize("folder", sites(), ids=lambda folder: folder.name)
def test_an_edit_of_a_real_site_is_patched_in(folder: Path) -> None:
    counts = check_site(folder, random.Random(f"{folder.name} {SEED}"))
    print(f"\n{folder.name}: {counts.most_common()}")
    assert counts
    assert not [what for what in counts if _NEVER.match(what)]
