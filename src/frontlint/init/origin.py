"""Where this frontlint came from, so that hook and pipeline install the same one (PEP 610)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from frontlint import __file__ as _package
from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.git.remote import remotes_with
from frontlint.git.repository import Repository
from frontlint.init.host import public_url

_GITHUB = "https://github.com/"
_PUBLIC_URL = lazy_pattern(r"https://[\w.~/-]+\Z", re.ASCII)
_COMMIT = lazy_pattern(r"[0-9a-f]{40}\Z")
BLANK = "https://github.com/OWNER/frontlint"
"""What a person replaces in a step that is written commented out, and so is the commit."""
BLANK_COMMIT = "FULL_COMMIT_SHA"


class Origin(NamedTuple):
    """`repository` and `revision` are those of Git where it was installed from there, else empty.

    `archive` is the address of a wheel or of sources. `local` tells that no other machine can reach what it
    was installed from. With none of these it came from a package index.
    """

    repository: str = ""
    revision: str = ""
    local: bool = False
    archive: str = ""

    @property
    def requirement(self) -> str:
        """What `pip install` takes for the same frontlint; with blanks to fill in for one that is `local`."""
        if self.archive:
            return f"frontlint @ {self.archive}"
        if self.repository or self.local:
            return f"frontlint @ git+{self.repository or BLANK}@{self.revision or BLANK_COMMIT}"
        return f"frontlint=={__version__}"

    @property
    def action(self) -> str | None:
        """What `uses:` takes in a workflow of GitHub, None where frontlint is not kept there."""
        if not self.repository.startswith(_GITHUB):
            return None
        name = self.repository.removeprefix(_GITHUB).rstrip("/").removesuffix(".git")
        return f"{name}@{self.revision}"


def installed_from() -> Origin:
    """The origin of the frontlint that runs, as the installer has noted it."""
    try:
        note = distribution("frontlint").read_text("direct_url.json")
    except PackageNotFoundError:  # run from a checkout that was never installed
        source = Path(_package).resolve().parents[2]
        return _of_folder(source) if Path(_package).resolve().parent == source / "src/frontlint" else _NOWHERE
    return origin_of(note)


def origin_of(note: str | None) -> Origin:
    """The origin by an installer's `direct_url.json`; without one it came from a package index.

    A folder is where its git remote is, if the remote has the commit. A repository that only some may read,
    with a name and a password in its URL, does not help others.

    >>> origin_of('{"url": "https://example.org/frontlint.whl", "archive_info": {}}').archive
    'https://example.org/frontlint.whl'
    """
    if note is None:
        return Origin()
    try:
        data = json.loads(note)
        return next(_possible(data), _NOWHERE)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _NOWHERE


_NOWHERE = Origin(local=True)


def _possible(data: dict[str, dict[str, str]]) -> Iterator[Origin]:
    """The origins that a note names, the best first. Raises what a note of another shape raises."""
    url = str(data["url"])
    if url.startswith("file:") and not data.get("subdirectory"):
        folder = _folder(url)
        if folder is not None and ("dir_info" in data or "vcs_info" in data):
            yield _of_folder(folder, data.get("vcs_info", {}).get("commit_id"))
    elif "vcs_info" in data and not data.get("subdirectory"):
        revision = data["vcs_info"]["commit_id"]
        if data["vcs_info"]["vcs"] == "git" and _is_public(url) and _COMMIT.match(revision):
            yield Origin(url, revision)
    elif "archive_info" in data and _is_public(url):
        yield Origin(archive=url)


def _is_public(url: str) -> bool:
    return _PUBLIC_URL.match(url) is not None


def _folder(url: str) -> Path | None:
    parts = urlsplit(url)
    if parts.netloc not in ("", "localhost"):
        return None
    return Path(url2pathname(parts.path))


def _of_folder(folder: Path, revision: str | None = None) -> Origin:
    """The remote of a folder that is a repository, if it has the commit that was installed from there.

    Without `revision` that is what is checked out.
    """
    try:
        repository = Repository.of(folder)
        if not repository.root.samefile(folder):
            return _NOWHERE  # a part of somebody's repository
        for remote, commit in remotes_with(repository, revision or "HEAD"):
            url = public_url(remote.url)
            if _is_public(url):
                return Origin(url, commit)
    except (UsageError, OSError):
        pass
    return _NOWHERE
