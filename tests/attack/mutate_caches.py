"""Mutates what an earlier run kept, also under valid seals of others, and counts the reports that differ.

    PYTHONPATH=tests python -m attack.mutate_caches --bytes 10000000 --seed 1

What was kept is a lie: the results of pages without a fault, for ones of the same size and time with a fault.
In half of the runs one of them has changed since: what was found in the others is asked for.
Whoever believes a byte of it reports something else than a fresh run.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from attack.mutate import mutated
from frontlint.engine.cache import seal
from frontlint.engine.cache.home import user_folder
from frontlint.engine.cache.names import KEPT
from frontlint.engine.check import check
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, make_project

_PAGES = 12
_SOUND, _FAULTY = "draft: true\n", "draft: yess\n"
_LONG_AGO = 10**18
_OTHER_SECRET = b"x" * 32


class Broken(NamedTuple):
    """A kept file that changed a report or broke a run: its name, who sealed it, its bytes, what was seen."""

    name: str
    sealed: str
    data: bytes
    saw: str


def _put(site: Path, field: str, *, changed: bool = False) -> None:
    """Writes the pages; where one `changed`, with another text and time, the others are taken as they are."""
    for at in range(_PAGES):
        text = f"---\ntitle: Page {at}\naliases: [/old/{at}/]\ntags: [A]\n{field}---\nBody.\n"
        (site / f"content/p{at}.md").write_text(text, encoding="utf-8")
    for entry in (site, *site.rglob("*")):
        os.utime(entry, ns=(_LONG_AGO, _LONG_AGO))
    if changed:
        page = site / "content/p0.md"
        page.write_text(page.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
        os.utime(page, ns=(_LONG_AGO + 1, _LONG_AGO + 1))


def _checked(site: Path, cache: Path | None) -> Outcome:
    request = Request(site, load_config(site), load_settings(None, site), clock=CLOCK, jobs=1, cache=cache)
    return check(request)


def _told(outcome: Outcome) -> tuple[object, ...]:
    return outcome.findings, outcome.pages, outcome.suppressed, outcome.accepted, outcome.notes


def _seal(how: str, project: str, name: str, body: bytes) -> bytes:
    """A file under the seal of somebody else, valid for them."""
    home = user_folder()
    secret = (seal.read_secret(home) if home else None) or _OTHER_SECRET
    if how == "another user":
        made = seal.new_seal(_OTHER_SECRET, project, name)
    elif how == "another project":
        made = seal.new_seal(secret, project + "-other", name)
    elif how == "another version":
        with patch("frontlint.engine.cache.seal.__version__", "0.0.9"):
            made = seal.new_seal(secret, project, name)
    else:  # nobody: the bytes are what they are
        return body
    made.update(body)
    return body + made.hexdigest().encode("ascii")


_WAYS = ("nobody", "another user", "another project", "another version")


def campaign(total: int, seed: int) -> Iterator[Broken | int]:
    """Yields each file that was believed, and after each run the bytes that were tried so far."""
    dice, tried = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        site, cache = make_project(Path(folder) / "site", {"content/p0.md": ""}), Path(folder) / "cache"
        _put(site, _SOUND)
        _checked(site, cache)
        kept = {name: (cache / name).read_bytes() for name in KEPT}
        project = os.path.realpath(site)
        fresh: dict[bool, tuple[object, ...]] = {}
        for changed in (True, False):
            _put(site, _FAULTY, changed=changed)
            fresh[changed] = _told(_checked(site, None))
            for name, data in kept.items():
                (cache / name).write_bytes(data)
            if _told(_checked(site, cache)) == fresh[changed]:
                raise RuntimeError("nobody would believe the lie, so nothing is tried")
        while tried < total:
            changed = dice.random() < 0.5
            _put(site, _FAULTY, changed=changed)
            shutil.rmtree(cache, ignore_errors=True)
            cache.mkdir(0o700)
            name, how = dice.choice(KEPT), dice.choice(_WAYS)
            whole = kept[name] if how == "nobody" else kept[name][: -seal.SEAL_BYTES]
            data = _seal(
                how, project, name, mutated(whole, dice) if how == "nobody" or dice.random() < 0.5 else whole
            )
            if data == kept[name]:
                continue
            for beside in KEPT:  # the others are there as they were sealed by whoever it is
                body = kept[beside][: -seal.SEAL_BYTES]
                (cache / beside).write_bytes(data if beside == name else _seal(how, project, beside, body))
            tried += len(data)
            saw = _saw(site, cache, fresh[changed])
            if saw:
                yield Broken(name, how, data, saw)
            yield tried


def _saw(site: Path, cache: Path, fresh: tuple[object, ...]) -> str:
    try:
        return "" if _told(_checked(site, cache)) == fresh else "another report"
    except Exception as error:  # noqa: BLE001 - whatever comes out is a failure
        return f"raises {error!r}"


def main(arguments: list[str] | None = None) -> int:
    """Runs a campaign; 1 where anything broke."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--bytes", type=int, default=3_000_000)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args(arguments)
    broken = [one for one in campaign(wish.bytes, wish.seed) if isinstance(one, Broken)]
    for one in broken[:20]:
        print(f"{one.name}, sealed by {one.sealed}: {one.saw}\n{one.data[:300]!r}\n")
    print(
        f"{wish.bytes:,} mutated bytes of kept results from seed {wish.seed}: {len(broken)} differing reports"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
