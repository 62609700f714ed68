"""Who keeps a repository, by the address that it is fetched from."""

from __future__ import annotations

import re
from pathlib import Path

from frontlint.base.choice import StrEnum
from frontlint.base.errors import UsageError
from frontlint.base.pattern import lazy_pattern
from frontlint.git.remote import remotes_of
from frontlint.git.repository import Repository

_URL = lazy_pattern(r"(?:https?|ssh|git)://(?:[^@/\s]*@)?([\w.-]+)(?::\d+)?/", re.ASCII | re.IGNORECASE)
_SCP = lazy_pattern(r"(?:[\w.-]+@)?([\w.-]+):(?!//)", re.ASCII)
_SSH = lazy_pattern(
    r"(?:ssh://git@|git@)(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)[:/]", re.ASCII
)
_AZURE = (".visualstudio.com", "dev.azure.com")
_PIPELINES = ((".gitlab-ci.yml", "GITLAB"), ("azure-pipelines.yml", "AZURE"))


class Host(StrEnum):
    """The services for which `init` knows a pipeline."""

    GITHUB = "GitHub"
    GITLAB = "GitLab"
    AZURE = "Azure Pipelines"


def host_of(root: Path) -> Host:
    """Who runs the pipelines of the repository at `root`.

    The first remote says it by its name. Where it does not, a pipeline that is there does; else it is GitHub,
    whose workflows other services run as well.
    """
    named = host_named(_first_remote(root))
    if named is not None:
        return named
    return next((Host[name] for file, name in _PIPELINES if (root / file).is_file()), Host.GITHUB)


def host_named(url: str) -> Host | None:
    """The service that the address of a remote names, None for one that names none of them.

    >>> host_named("git@gitlab.example.org:site/blog.git")
    <Host.GITLAB: 'GitLab'>
    """
    found = _URL.match(url) or _SCP.match(url)
    name = found[1].lower() if found else ""
    if name.endswith(_AZURE):
        return Host.AZURE
    labels = name.split(".")
    return next((host for host in (Host.GITHUB, Host.GITLAB) if host.value.lower() in labels), None)


def public_url(url: str) -> str:
    """The address over HTTPS where a well-known service is named over SSH, else the address as it is.

    >>> public_url("git@github.com:someone/frontlint.git")
    'https://github.com/someone/frontlint.git'
    """
    found = _SSH.match(url)
    return f"https://{found[1]}/{url[found.end() :]}" if found else url


def _first_remote(root: Path) -> str:
    try:
        remotes = remotes_of(Repository.of(root))
    except UsageError:  # no git, or one that refuses the folder
        return ""
    return remotes[0].url if remotes else ""
