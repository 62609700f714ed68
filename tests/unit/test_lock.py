"""The lock file that the action installs from: all that frontlint needs, each package with its hashes."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support import ROOT

LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
NOBODY_USES = ("fqdn", "idna", "isoduration", "rfc3987-syntax", "uri-template", "webcolors", "arrow")
"""Packages that python-jsonschema takes for formats, and that only the extra `formats` brings."""


def locked() -> dict[str, str]:
    """The locked packages by their names, with their versions."""
    return {
        canonicalize_name(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.]+)", LOCK)
    }


@pytest.mark.parametrize("needed", NEEDED)
def test_what_frontlint_needs_is_locked_at_a_version_that_fits(needed: str) -> None:
    requirement = Requirement(needed)
    assert requirement.specifier.contains(locked()[canonicalize_name(requirement.name)])


def test_every_package_has_hashes() -> None:
    entries = re.split(r"(?m)^(?=\w)", LOCK.partition("\n\n")[2] or LOCK)
    packages = [entry for entry in entries if "==" in entry]
    assert len(packages) == len(locked()) > 10
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in packages)


def test_no_package_for_formats_is_installed_with_frontlint() -> None:
    assert not locked().keys() & set(NOBODY_USES)
