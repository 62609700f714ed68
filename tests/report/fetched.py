"""Schemas of others, fetched from a package registry when a test asks, and kept outside of the repository."""

from __future__ import annotations

import hashlib
import io
import os
import tarfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import NoReturn

import pytest

_TIMEOUT_SECONDS = 60
_CACHE = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache")


def fetched(url: str, sha256: str, member: str) -> bytes:
    """A file out of an archive of a registry.

    Without a network the comparison is not made: a failure on CI, elsewhere it is said.
    """
    cached = _CACHE / "frontlint-tests" / f"{sha256[:16]}-{Path(member).name}"
    if cached.is_file():
        return cached.read_bytes()
    try:
        with urllib.request.urlopen(url, timeout=_TIMEOUT_SECONDS) as answer:
            archive = answer.read()
    except (urllib.error.URLError, TimeoutError) as error:
        unreachable(f"{url} cannot be fetched: {error}")
    assert hashlib.sha256(archive).hexdigest() == sha256, f"{url} is not what it was"
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        file = files.extractfile(member)
        assert file is not None
        data = file.read()
    cached.parent.mkdir(parents=True, exist_ok=True)
    temporary = cached.with_name(f"{cached.name}.{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(cached)
    return data


def unreachable(message: str) -> NoReturn:
    """Ends a test that cannot be made here."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
