"""What Hugo publishes of a site before and after fixes, held against what the fixes say of it.

    done, wrong = check_fixes(site)     # builds the site, fixes it on disk, builds it again
    assert wrong == []

`publish`, `difference` and `Declared` are its parts.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from conformance.hugo_binary import Built, build
from frontlint.engine.fixing.run import FixedSite, fix_site
from frontlint.engine.fixing.write import write
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK


@dataclass(frozen=True)
class Published:
    """What one build left: the files by their paths from the root, such as `/a/index.html`."""

    built: Built
    files: Mapping[str, bytes]

    @property
    def stopped(self) -> bool:
        """Whether the build failed."""
        return self.built.exit_code != 0


@dataclass(frozen=True)
class Difference:
    """Paths of published files."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Declared:
    """What some fixes say that they do: outputs by path, and addresses of the pages of terms."""

    adds: frozenset[str] = frozenset()
    removes: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()

    @classmethod
    def of(cls, made: Iterable[Finding]) -> Declared:
        """The sum of what the fixes of these findings declare."""
        outputs = [finding.fix.outputs for finding in made if finding.fix is not None]
        return cls(
            frozenset(path for one in outputs for path in one.adds),
            frozenset(path for one in outputs for path in one.removes),
            frozenset(path for one in outputs for path in one.changes),
            frozenset(path for one in outputs for path in one.terms),
        )

    def wrong(self, found: Difference, contested: frozenset[str] = frozenset()) -> list[str]:
        """What is not as declared: one line each. Nothing else may differ, and all that is declared must.

        Nothing is said about changes of `contested` files.
        """
        changed, changes = found.changed - contested, self.changes - contested
        terms = tuple(f"{path.rstrip('/')}/".lower() for path in self.terms)

        def of_term(path: str) -> bool:
            return f"{path.lower().removesuffix('.html')}/".startswith(terms)

        lines = [
            *(f"came: {path}" for path in found.added - self.adds if not of_term(path)),
            *(f"went: {path}" for path in found.removed - self.removes if not of_term(path)),
            *(f"changed: {path}" for path in changed - self.changes - self.adds if not of_term(path)),
            *(f"did not come: {path}" for path in self.adds - found.added - found.changed),
            *(f"did not go: {path}" for path in self.removes - found.removed),
            *(f"did not change: {path}" for path in changes - changed),
        ]
        return sorted(lines)


def publish(site: Path, folder: str) -> Published:
    """Builds a site into a folder below `site`, which must not be there yet."""
    built = build(site, "--destination", folder, "--noBuildLock")
    root = site / folder
    files = (path for path in root.rglob("*") if path.is_file())
    return Published(
        built, {f"/{path.relative_to(root).as_posix()}": _in_order(path.read_bytes()) for path in files}
    )


def _in_order(file: bytes) -> bytes:
    """A sitemap has its pages in any order."""
    return b"<url>".join(sorted(file.split(b"<url>"))) if b"<urlset" in file else file


def difference(before: Published, after: Published) -> Difference:
    """What differs between two builds."""
    old, new = before.files, after.files
    both = old.keys() & new.keys()
    return Difference(
        frozenset(new.keys() - old.keys()),
        frozenset(old.keys() - new.keys()),
        frozenset(path for path in both if old[path] != new[path]),
    )


def fixed_in_memory(site: Path, *, unsafe: bool = False) -> FixedSite:
    """A site with its fixes, nothing of which is written."""
    settings = load_settings(None, site)
    request = Request(site, load_config(site), settings, clock=CLOCK, crashes=Fatal())
    return fix_site(request, unsafe=unsafe)


def contested(done: FixedSite) -> frozenset[str]:
    """The files that several pages or aliases publish, before or after."""
    found: set[str] = set()
    for snapshot in (done.before, done.fixing.state.snapshot):
        counts = Counter(claim.output for claim in snapshot.whole.publication.claims)
        found |= {output for output, count in counts.items() if count > 1}
    return frozenset(found)


def check_fixes(site: Path, *, unsafe: bool = False) -> tuple[FixedSite, list[str]]:
    """Builds, fixes and builds a site on disk; what was fixed, and what is not as the fixes declare.

    Where the build stopped before, there is nothing to compare with, so nothing is wrong. What two pages
    publish is left out: which of them wins changes from build to build.
    """
    before = publish(site, "public-before")
    done = fixed_in_memory(site, unsafe=unsafe)
    written = write(site, done.fixing.pages)
    assert not written.failed, written.failed
    after = publish(site, "public-after")
    try:
        if after.stopped and not before.stopped:
            return done, [f"Hugo stops after the fixes: {after.built.output[:500]}"]
        if before.stopped:
            return done, []
        return done, Declared.of(done.fixing.made).wrong(difference(before, after), contested(done))
    finally:
        for folder in ("public-before", "public-after"):
            shutil.rmtree(site / folder, ignore_errors=True)
