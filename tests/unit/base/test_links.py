"""Where links lead: those in a repository must not leave it, those of the user's own may."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.links import LinkError, is_inside, is_link, real_place
from links import links

pytestmark = links


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    for name in ("repo/.git/hooks", "repo/inner", "out"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "repo" / "a").write_text("a")
    (tmp_path / "out" / "secret").write_text("secret")
    return (tmp_path / "repo").resolve()


@pytest.mark.parametrize(
    ("link", "target", "path", "place"),
    [
        ("link", "a", "link", "a"),
        ("link", "../a", "inner/../link", None),
        ("link", "inner/../a", "link", "a"),
        ("inner/link", "../a", "inner/link", "a"),
        ("link", "inner", "link/new", "inner/new"),
        ("link", "inner", "link/../a", "a"),
        ("link", "nowhere", "link", "nowhere"),
        ("link", "../repo/a", "link", "a"),
        ("unused", "a", "inner/new/deep", "inner/new/deep"),
        ("unused", "a", "../out/secret", "../out/secret"),
    ],
)
def test_links_that_stay(repo: Path, link: str, target: str, path: str, place: str | None) -> None:
    (repo / link).symlink_to(target)
    if place is None:
        with pytest.raises(LinkError):
            real_place(repo / path)
    else:
        assert real_place(repo / path) == (repo / place).resolve()


@pytest.mark.parametrize(
    "target", ["../out/secret", "../out/new", "..", "/", "../repo2/x", "inner/../../out"]
)
@pytest.mark.parametrize("below", ["", "/x", "/../a"])
def test_links_that_leave(repo: Path, target: str, below: str) -> None:
    (repo / "link").symlink_to(target)
    with pytest.raises(LinkError, match="leads out of the repository") as caught:
        real_place(Path(f"{repo}/link{below}"))
    assert str(Path(repo, target).resolve()) in str(caught.value.strerror)


@pytest.mark.parametrize("target", [".git/hooks/pre-commit", ".git", "inner/../.git/config", ".GIT/x"])
def test_links_into_gits_folder(repo: Path, target: str) -> None:
    (repo / "link").symlink_to(target)
    with pytest.raises(LinkError, match=r"git"):
        real_place(repo / "link")


def test_a_link_to_a_link_that_leaves(repo: Path, tmp_path: Path) -> None:
    (repo / "second").symlink_to("../out/secret")
    (repo / "first").symlink_to("second")
    (tmp_path / "mine").symlink_to(repo / "second")
    for path in (repo / "first", tmp_path / "mine"):
        with pytest.raises(LinkError):
            real_place(path)


def test_a_submodule_does_not_leave_itself(repo: Path) -> None:
    (repo / "inner" / ".git").write_text("gitdir: ../.git/modules/inner\n")
    (repo / "inner" / "link").symlink_to("../a")
    with pytest.raises(LinkError):
        real_place(repo / "inner" / "link")


def test_the_users_own_links_may_lead_anywhere(repo: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").symlink_to(repo)
    assert real_place(tmp_path / "mine" / "a") == repo / "a"
    (tmp_path / "out" / "link").symlink_to("/")
    assert real_place(tmp_path / "out" / "link") == Path("/").resolve()


def test_without_git_the_home_is_the_wall(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "link").symlink_to("../x")
    (tmp_path / "mine").symlink_to("site")
    assert real_place(tmp_path / "site/link") == (tmp_path / "x").resolve()
    for name in ("site/link", "mine/link"):
        with pytest.raises(LinkError):
            real_place(tmp_path / name, tmp_path / "mine")


def test_links_in_a_circle(repo: Path, tmp_path: Path) -> None:
    for folder in (repo, tmp_path):
        (folder / "one").symlink_to("two")
        (folder / "two").symlink_to("one")
        with pytest.raises(LinkError):
            real_place(folder / "one")


def test_a_name_with_line_breaks_stays_on_its_line(repo: Path) -> None:
    (repo / "a\n::error::b").symlink_to("../out")
    with pytest.raises(LinkError) as caught:
        real_place(repo / "a\n::error::b")
    assert "\n" not in str(caught.value.strerror)


def test_what_is_a_link(repo: Path) -> None:
    (repo / "link").symlink_to("nowhere")
    assert [is_link(repo / name) for name in ("link", "a", "inner", "none", "a\0")] == [True, *[False] * 4]
    assert is_inside(repo / "a", repo)
    assert is_inside(repo, repo)
    assert not is_inside(repo.parent, repo)
    assert not is_inside(repo / ".git" / "hooks", repo)
