"""The real Hugo before and after the safe fixes of each rule's fixtures: files differ as the fixes declare.

A few in every run, all of them with `FRONTLINT_FIXES=all`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from conformance import hugo_binary
from fixing import fixed
from frontlint.findings.fix import Outputs
from support import CLOCK, ROOT, copy_fixture

pytestmark = pytest.mark.skipif(hugo_binary.binary() is None, reason="the package `hugo` is not installed")

LAYOUT = "{{ .Kind }} {{ .RelPermalink }} of{{ range .Pages }} {{ .RelPermalink }}{{ end }}\n"
"""What a page is and lists, and none of its texts: which of those change is for the rule's own tests."""
_ALL = os.environ.get("FRONTLINT_FIXES") == "all"
_EVERY = 6
_FEED = "/index.xml"
"""Its texts are for the rules' own tests, too."""


def _cases() -> list[Path]:
    """The bad fixtures that have fixed files."""
    cases = [
        case for case in sorted((ROOT / "tests" / "rules").glob("*/bad/*")) if ".fixed." not in case.name
    ]
    found = [case for case in cases if _is_fixed(case)]
    return found if _ALL else found[::_EVERY]


def _is_fixed(case: Path) -> bool:
    if case.is_dir():
        return any(".fixed." in path.name for path in case.rglob("*"))
    return case.with_name(f"{case.stem}.fixed{case.suffix}").exists()


def _published(root: Path, name: str) -> Mapping[str, bytes] | None:
    """The files of a build, None if it stops."""
    built = hugo_binary.build(root, "--destination", name, "--noBuildLock", "--clock", CLOCK.isoformat())
    if built.exit_code:
        return None
    folder = root / name
    return {
        f"/{path.relative_to(folder).as_posix()}": _in_order(path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file() and not str(path).endswith(_FEED)
    }


def _in_order(file: bytes) -> bytes:
    """A sitemap has its pages in any order."""
    return b"<url>".join(sorted(file.split(b"<url>"))) if b"<urlset" in file else file


def _wrong(before: Mapping[str, bytes], after: Mapping[str, bytes], declared: Iterable[Outputs]) -> list[str]:
    """What is not as declared; of terms, their pages may come, go and change."""
    outputs = list(declared)
    adds = {path for one in outputs for path in one.adds}
    removes = {path for one in outputs for path in one.removes}
    changes = {path for one in outputs for path in one.changes}
    terms = tuple(f"{path}/" for one in outputs for path in one.terms)
    lists = {f"{path.rstrip('/').rpartition('/')[0]}/index.html" for path in terms}
    if terms:
        lists |= {path for path in after if path.endswith("/sitemap.xml")}
    came, went = after.keys() - before.keys(), before.keys() - after.keys()
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    loose = {path for path in (*came, *went, *changed) if path.lower().startswith(terms)} | lists
    return sorted(
        [
            *(f"came: {path}" for path in came - adds - loose),
            *(f"did not come: {path}" for path in adds - came),
            *(f"went: {path}" for path in went - removes - loose),
            *(f"did not go: {path}" for path in removes - went),
            *(f"changed: {path}" for path in changed - changes - loose),
            *(f"did not change: {path}" for path in changes - changed),
        ]
    )


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.parent.parent.name}-{case.name}")
def test_files_differ_as_declared(case: Path, tmp_path: Path) -> None:
    project = copy_fixture(case, tmp_path)
    root = project / "new" if (project / "new").is_dir() else project
    (root / "layouts").mkdir(exist_ok=True)
    (root / "layouts" / "all.html").write_text(LAYOUT)
    before = _published(root, "public-before")
    made = fixed(project, [case.parent.parent.name], unsafe=False)
    after = _published(root, "public-after")
    if not made.fixes:
        pytest.skip("the fixes are made on request only")
    if before is None:
        return  # it may go on, or stop at what has no fix
    assert after is not None, "Hugo stops after the fix"
    assert _wrong(before, after, [fix.outputs for fix in made.fixes]) == []
