"""Where this frontlint came from, so that hook and workflow install the same one (PEP 610)."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution

from frontlint import __version__
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple

_GITHUB = "https://github.com/"
_PUBLIC_URL = lazy_pattern(r"https://[\w.~/-]+\Z", re.ASCII)
_COMMIT = lazy_pattern(r"[0-9a-f]{40}\Z")


class Origin(NamedTuple):
    """`repository` and `revision` are those of Git where it was installed from there, else empty.

    `local` tells that it was installed from a folder, which no other machine can reach.
    """

    repository: str = ""
    revision: str = ""
    local: bool = False

    @property
    def requirement(self) -> str:
        """What `pip install` takes for this very frontlint."""
        if self.repository:
            return f"frontlint @ git+{self.repository}@{self.revision}"
        return f"frontlint=={__version__}"

    @property
    def action(self) -> str | None:
        """What `uses:` takes in a workflow of GitHub, None where frontlint is not kept there."""
        if not self.repository.startswith(_GITHUB):
            return None
        name = self.repository.removeprefix(_GITHUB).removesuffix(".git")
        return f"{name}@{self.revision}"


def installed_from() -> Origin:
    """The origin of the frontlint that runs, as the installer has noted it."""
    try:
        note = distribution("frontlint").read_text("direct_url.json")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return Origin(local=True)
    return origin_of(note)


def origin_of(note: str | None) -> Origin:
    """The origin by an installer's `direct_url.json`; without one it came from a package index.

    A repository that only some may read, with a name and a password in its URL, is no place for others.

    >>> origin_of('{"url": "file:///home/me/frontlint", "dir_info": {}}')
    Origin(repository='', revision='', local=True)
    """
    if note is None:
        return Origin()
    try:
        data = json.loads(note)
        url, control = data["url"], data["vcs_info"]
        revision = control["commit_id"]
        if control["vcs"] == "git" and _PUBLIC_URL.match(url) and _COMMIT.match(revision):
            return Origin(url, revision)
    except (ValueError, KeyError, TypeError):
        pass
    return Origin(local=True)
