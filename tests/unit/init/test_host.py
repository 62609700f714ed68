"""Who keeps the website's repository, and so runs its pipelines."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.init.host import Host, host_named, host_of, public_url
from repos import Repo, shield


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://github.com/a/b.git", Host.GITHUB),
        ("git@github.com:a/b", Host.GITHUB),
        ("ssh://git@github.example.org:2222/a/b", Host.GITHUB),
        ("https://user:word@gitlab.com/a/b.git", Host.GITLAB),
        ("git@GitLab.example.org:a/b.git", Host.GITLAB),
        ("https://org@dev.azure.com/org/project/_git/site", Host.AZURE),
        ("git@ssh.dev.azure.com:v3/org/project/site", Host.AZURE),
        ("https://org.visualstudio.com/project/_git/site", Host.AZURE),
        ("org@vs-ssh.visualstudio.com:v3/org/project/site", Host.AZURE),
        ("https://example.org/gitlab/site.git", None),
        ("https://notgithub.com/a/b", None),
        ("git@codeberg.org:a/b", None),
        ("/srv/gitlab.git", None),
        ("C:\\gitlab\\site", None),
        ("file:///srv/github.com/site", None),
        ("", None),
    ],
)
def test_the_address_names_it(url: str, host: Host | None) -> None:
    assert host_named(url) is host


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("git@github.com:a/b.git", "https://github.com/a/b.git"),
        ("ssh://git@gitlab.com/a/b", "https://gitlab.com/a/b"),
        ("git@git.example.org:a/b", "git@git.example.org:a/b"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_well_known_service_is_read_over_https(url: str, public: str) -> None:
    assert public_url(url) == public


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    shield(monkeypatch)
    return Repo(tmp_path / "site")


def test_origin_counts_first_and_then_the_others_by_name(repo: Repo) -> None:
    assert host_of(repo.root) is Host.GITHUB, "nobody knows"
    repo.git("remote", "add", "mirror", "https://gitlab.com/a/b")
    repo.git("remote", "add", "z", "https://github.com/a/b")
    assert host_of(repo.root) is Host.GITLAB
    repo.git("remote", "add", "origin", "https://dev.azure.com/a/b/_git/c")
    assert host_of(repo.root) is Host.AZURE


def test_a_service_of_ones_own_is_known_by_its_pipeline(repo: Repo) -> None:
    repo.git("remote", "add", "origin", "git@git.example.org:a/b")
    assert host_of(repo.root) is Host.GITHUB
    repo.write({".gitlab-ci.yml": "x: {script: x}\n"})
    assert host_of(repo.root) is Host.GITLAB
    repo.git("remote", "set-url", "origin", "https://github.com/a/b")
    assert host_of(repo.root) is Host.GITHUB, "the address says more than a file"


def test_a_remote_of_the_users_other_files_is_none_of_the_repository(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text('[remote "origin"]\n\turl = https://gitlab.com/a/b\n')
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert host_of(repo.root) is Host.GITHUB


def test_a_folder_without_a_repository_is_nobodys(tmp_path: Path) -> None:
    assert host_of(tmp_path) is Host.GITHUB
