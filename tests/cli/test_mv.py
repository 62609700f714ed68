"""`frontlint mv`: what moves, what is rewritten, and what is refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from frontlint.author import carry_out
from frontlint.author.journal import Journal, Written, note
from frontlint.author.plan import Plan
from frontlint.base.errors import UsageError
from frontlint.cli.app import run
from frontlint.engine.cache.home import moves_folder
from repos import Repo, shield

_CONFIG = 'baseURL = "https://example.org/"\ndefaultContentLanguage = "en"\n'
_TWO = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
_MOUNTS = """
[languages.en]
weight = 1
contentDir = 'content/en'
[languages.fr]
weight = 2
contentDir = 'content/fr'
"""


def page(title: str, body: str = "", *front: str) -> str:
    return "\n".join(["---", f"title: {title}", *front, "---", body, ""])


Make = Callable[..., Repo]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """A site in a repository, which is the current folder."""

    def make(files: Mapping[str, str | bytes], config: str = "") -> Repo:
        shield(monkeypatch)
        repo = Repo(tmp_path / "site")
        repo.commit({"hugo.toml": _CONFIG + config, **files})
        monkeypatch.chdir(repo.root)
        return repo

    return make


def text(name: str) -> str:
    return Path(name).read_bytes().decode()


def everything() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}


def test_a_page_with_all_that_leads_to_it(site: Make) -> None:
    body = (
        '{{< ref "/posts/a" >}} {{< relref "a.md#x" >}} {{% ref path="posts/a" %}} {{< ref `../posts/a` >}}\n'
        "{{< ref a >}} [l](a.md#y 'T') ![no](other.png) [u](/posts/a/) `[code](a.md)` [r]\n\n[r]: <a.md>\n"
    )
    repo = site(
        {
            "content/posts/a.md": page("A", "[b](b.md) {{< ref `b` >}}"),
            "content/posts/b.md": page(
                "B", body, 'lead: see {{< ref "/posts/a" >}} # kept', "next: /posts/a"
            ),
        }
    )
    assert run(["mv", "content/posts/a.md", "content/blog/new.md"]) == 0
    assert text("content/blog/new.md") == page(
        "A", "[b](../posts/b.md) {{< ref `b` >}}", "aliases:", "  - /posts/a/"
    )
    assert text("content/posts/b.md") == page(
        "B",
        '{{< ref "/blog/new" >}} {{< relref "new.md#x" >}} '
        '{{% ref path="blog/new" %}} {{< ref `../blog/new` >}}\n'
        "{{< ref new >}} [l](../blog/new.md#y 'T') ![no](other.png) [u](/blog/new/) `[code](a.md)` [r]\n\n"
        "[r]: <../blog/new.md>\n",
        'lead: see {{< ref "/blog/new" >}} # kept',
        "next: /blog/new",
    )
    assert repo.git("diff", "--cached", "--name-status") == "R100\tcontent/posts/a.md\tcontent/blog/new.md"
    assert run(["check", "--no-cache", "--since", "HEAD"]) == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\ufeff---\r\ntitle: A # c\r\n---\r\nx\r\n",
         "\ufeff---\r\ntitle: A # c\r\naliases:\r\n  - /posts/a/\r\n---\r\nx\r\n"),
        ('+++\ntitle = "A" # c\n[params]\nx = 1\n+++\nx',
         '+++\ntitle = "A" # c\naliases = ["/posts/a/"]\n[params]\nx = 1\n+++\nx'),
        ('{\n  "title": "A"\n}\nx', '{\n  "title": "A",\n  "aliases": ["/posts/a/"]\n}\nx'),
        ("just text\n", "---\naliases:\n  - /posts/a/\n---\njust text\n"),
        (page("A", "", "aliases: /old/"), page("A", "", "aliases:", "  - /old/", "  - /posts/a/")),
        (page("A", "", "Aliases:", "- /old/"), page("A", "", "Aliases:", "- /old/", "- /posts/a/")),
        (page("A", "", "aliases: [was]"), page("A", "", "aliases: [/posts/was/, /posts/a/]")),
        (page("A", "", "url: /own/"), page("A", "", "url: /own/")),
        (page("A", "", "draft: true"), page("A", "", "draft: true")),
    ],
)  # fmt: skip
def test_only_the_alias_is_new(site: Make, before: str, after: str) -> None:
    site({"content/posts/a.md": before, "content/posts/b.md": page("B")})
    assert run(["mv", "content/posts/a.md", "content/z.md"]) == 0
    assert text("content/z.md") == after


def test_a_page_in_org(site: Make) -> None:
    config = '[security]\nallowContent = [".*"]\n'
    site({"content/posts/a.org": "#+title: A\n\nx\n", "content/posts/b.md": page("B")}, config)
    assert run(["mv", "content/posts/a.org", "content/z.org"]) == 0
    assert text("content/z.org") == "#+aliases[]: /posts/a/\n#+title: A\n\nx\n"


def test_a_section_in_two_languages(site: Make) -> None:
    site(
        {
            "content/posts/_index.md": page("Posts"),
            "content/posts/_index.fr.md": page("Billets"),
            "content/posts/a/index.md": page("A", "![i](i.png)"),
            "content/posts/a/index.fr.md": page("A"),
            "content/posts/a/i.png": b"\x89",
            "content/_index.md": page(
                "Home", "", "cascade:", "  - target: {path: '/posts/**'}", "    params: {x: 1}"
            ),
        },
        _TWO,
    )
    assert run(["mv", "content/posts", "content/notes"]) == 0
    assert not Path("content/posts").exists()
    assert "- /posts/a/" in text("content/notes/a/index.fr.md")
    assert "- /posts/" in text("content/notes/_index.fr.md")
    assert "![i](i.png)" in text("content/notes/a/index.md")
    assert "{path: '/notes/**'}" in text("content/_index.md")


def test_translations_in_folders_of_their_own(site: Make) -> None:
    files = {f"content/{code}/posts/a.md": page("A") for code in ("en", "fr")}
    site(
        files | {f"content/{code}/posts/b.md": page("B", '{{< ref "a" >}}') for code in ("en", "fr")}, _MOUNTS
    )
    assert run(["mv", "content/en/posts/a.md", "content/en/c.md"]) == 0
    for code in ("en", "fr"):
        assert "- /posts/a/" in text(f"content/{code}/c.md")
        assert '{{< ref "c" >}}' in text(f"content/{code}/posts/b.md")


def test_a_section_without_a_page_gets_one(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    site({"content/posts/a.md": page("A")})
    assert run(["mv", "content/posts", "content/field-notes"]) == 0
    assert text("content/field-notes/_index.md") == "---\ntitle: Field Notes\naliases:\n  - /posts/\n---\n"
    assert "content/field-notes/_index.md is new" in capsys.readouterr().err


def test_a_permalink_keeps_the_address(site: Make) -> None:
    config = "[permalinks.page]\nposts = '/p/:slug/'\nblog = '/p/:slug/'\n"
    site(
        {"content/posts/a.md": page("A"), "content/posts/b.md": page("B"), "content/blog/x.md": page("X")},
        config,
    )
    assert run(["mv", "content/posts/a.md", "content/blog/a.md"]) == 0
    assert text("content/blog/a.md") == page("A")


def test_the_parent_of_the_content_model(site: Make) -> None:
    mark = "ClassificationType: tags"
    site(
        {
            "content/tags/a/_index.md": page("A", "", mark),
            "content/tags/b/_index.md": page(
                "B", 'A specialisation of the [A]({{< ref "/tags/a" >}}).', mark, "parent: tags/a"
            ),
        }
    )  # fmt: skip
    (Path.cwd() / "frontlint.toml").write_text("[rules]\nselect = ['links', 'urls']\n")
    assert run(["mv", "content/tags/a", "content/tags/alpha"]) == 0
    assert "parent: tags/alpha" in text("content/tags/b/_index.md")


def test_another_case(site: Make) -> None:
    repo = site(
        {"content/posts/a.md": page("A"), "content/posts/b.md": page("B", '{{< ref "a" >}} [a](a.md)')}
    )
    assert run(["mv", "content/posts/a.md", "content/posts/A.md"]) == 0
    assert text("content/posts/b.md") == page("B", '{{< ref "a" >}} [a](A.md)')
    assert sorted(path.name for path in Path("content/posts").iterdir()) == ["A.md", "b.md"]
    assert repo.git("diff", "--cached", "--name-status") == "R100\tcontent/posts/a.md\tcontent/posts/A.md"


def test_what_is_not_staged_stays_so(site: Make) -> None:
    repo = site({"content/posts/a.md": page("A"), "content/posts/b.md": page("B")})
    Path("content/posts/a.md").write_text(page("A", "edited"))
    assert run(["mv", "content/posts/a.md", "content/posts/c.md"]) == 0
    assert repo.git("show", ":content/posts/c.md") == page("A").strip()
    assert "edited" in text("content/posts/c.md")


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in {
        "hugo.toml": _CONFIG,
        "content/posts/a.md": page("A"),
        "content/b.md": page("B"),
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    monkeypatch.chdir(tmp_path)
    assert run(["mv", "content/posts/a.md", "content/c.md"]) == 0
    assert "- /posts/a/" in text("content/c.md")
    assert not Path("content/posts").exists()


def test_the_diff_is_one_for_git(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    repo = site({"content/posts/a.md": page("A", "x\n" * 9), "content/posts/b.md": page("B", "[a](a.md)")})
    before = everything()
    assert run(["mv", "content/posts", "content/notes", "--dry-run"]) == 0
    assert everything() == before
    diff = capsys.readouterr().out
    subprocess.run(["git", "apply", "--index"], input=diff.encode(), cwd=repo.root, check=True)
    by_diff = everything()
    repo.git("reset", "--hard", "--quiet")
    assert run(["mv", "content/posts", "content/notes"]) == 0
    assert everything() == by_diff


def test_the_diff_from_a_folder_above_the_site_is_one_for_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shield(monkeypatch)
    files = {"content/posts/a.md": page("A", "x\n" * 9), "content/posts/b.md": page("B", "[a](a.md)")}
    Repo(tmp_path).commit({f"one/{path}": text for path, text in {"hugo.toml": _CONFIG, **files}.items()})
    monkeypatch.chdir(tmp_path)
    assert run(["mv", "one/content/posts", "one/content/notes", "--dry-run"]) == 0
    diff = capsys.readouterr().out
    subprocess.run(["git", "apply", "--index"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "one/content/notes/a.md").exists()
    assert "rename from one/content/posts/a.md" in diff


def test_renames_made_by_other_means(site: Make) -> None:
    site(
        {
            "content/posts/a.md": page("A", "a long text that stays\n" * 5),
            "content/posts/b.md": page("B", 'b {{< ref "/posts/a" >}} [a](a.md)\n' * 5),
            "content/x.md": page("X", '{{< ref "/posts/b" >}}'),
        }
    )
    Path("content/posts").rename("content/notes")
    assert run(["mv", "--since", "HEAD"]) == 0
    assert "- /posts/a/" in text("content/notes/a.md")
    assert '{{< ref "/notes/a" >}} [a](a.md)' in text("content/notes/b.md")
    assert '{{< ref "/notes/b" >}}' in text("content/x.md")
    assert "- /posts/" in text("content/notes/_index.md")


_REFUSED = {
    "exists": (["content/posts/a.md", "content/posts/b.md"], "it exists already, and frontlint"),
    "itself": (["content/posts", "content/posts/x"], "it cannot move into itself"),
    "unknown": (["content/post/a.md", "content/c.md"], "did you mean `content/posts/a.md`?"),
    "outside": (["content/posts", "elsewhere"], "it is not in the content of the site"),
    "from outside": (["hugo.toml", "content/x.toml"], "it is not in the content of the site"),
    "the content": (["content", "text"], "this is a content folder"),
    "a part": (["content/bun/part.md", "content/c.md"], "it is part of the page `content/bun/index.md`"),
    "an image": (["content/bun/i.png", "content/i.png"], "it is part of the page `content/bun/index.md`"),
    "into a bundle": (["content/posts/a.md", "content/bun/a.md"], "it would become part of the page"),
    "no extension": (["content/posts/a.md", "content/c"], "write `content/c.md`"),
    "another extension": (["content/posts/a.md", "content/c.html"], "must keep its extension"),
    "another language": (["content/posts/a.md", "content/c.fr.md"], "must keep its language"),
    "a link": (["content/link.md", "content/c.md"], "it is a link"),
    "into a link": (["content/posts/a.md", "content/linked"], "it is a link, which Hugo does not follow"),
    "an empty folder": (["content/empty", "content/full"], "there is nothing in this folder"),
    "the same name": (["content/posts/a.md", "content/posts/a.md"], "it has this name already"),
    "an address taken": (["content/posts/a.md", "content/taken.md"], "would have new problems"),
    "without NEW": (["content/posts/a.md"], "name what to move and where"),
    "both ways": (["content/posts/a.md", "content/c.md", "--since", "HEAD"], "takes neither OLD nor NEW"),
}  # fmt: skip


@pytest.mark.parametrize("case", _REFUSED)
def test_what_is_refused(site: Make, capsys: pytest.CaptureFixture[str], case: str) -> None:
    repo = site(
        {
            "content/posts/a.md": page("A"),
            "content/posts/b.md": page("B", "", "aliases: [/taken/]"),
            "content/bun/index.md": page("Bun"),
            "content/bun/part.md": "part",
            "content/bun/i.png": b"x",
        },
        _TWO,
    )
    Path("content/link.md").symlink_to("posts/a.md")
    Path("elsewhere").mkdir()
    Path("content/linked").symlink_to("../elsewhere")
    Path("content/empty").mkdir()
    before = everything()
    words, sentence = _REFUSED[case]
    assert run(["mv", *words]) == 2
    assert sentence in capsys.readouterr().err
    assert everything() == before
    assert repo.git("status", "--porcelain").split() == ["??", "content/link.md", "??", "content/linked"]


def test_a_page_that_hugo_cannot_read(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    site({"content/posts/a.md": "---\ntitle: [A\n---\n", "content/posts/b.md": page("B")})
    assert run(["mv", "content/posts", "content/notes"]) == 2
    assert "Hugo cannot read this page" in capsys.readouterr().err


def test_a_failure_takes_everything_back(
    site: Make, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        f"content/posts/p{number}.md": page(f"P{number}", '{{< ref "/posts/p1" >}}') for number in range(9)
    }
    repo = site(files)
    before = everything()
    write, left = carry_out._write, 4

    def failing(path: Path, data: bytes) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(carry_out, "_write", failing)
    assert run(["mv", "content/posts", "content/notes"]) == 2
    assert "No space left" in capsys.readouterr().err
    assert everything() == before
    assert repo.git("status", "--porcelain") == ""


def test_a_page_that_changes_meanwhile(site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    site({"content/posts/a.md": page("A"), "content/posts/b.md": page("B", '{{< ref "a" >}}')})
    check = carry_out._must_be_as_planned

    def later(project: Path, plan: Plan) -> None:
        Path("content/posts/b.md").write_text("somebody's edit")
        check(project, plan)

    monkeypatch.setattr(carry_out, "_must_be_as_planned", later)
    assert run(["mv", "content/posts/a.md", "content/posts/c.md"]) == 2
    assert text("content/posts/b.md") == "somebody's edit"
    assert Path("content/posts/a.md").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_killed_in_the_middle(site: Make, tmp_path: Path, number: int) -> None:
    """Whole pages at any moment; the next `mv` takes back what a SIGKILL left."""
    repo = site(
        {
            f"content/posts/p{one}.md": page(f"P{one}", f'{{{{< ref "/posts/p{one // 2}" >}}}}')
            for one in range(120)
        }
    )
    before = everything()
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "frontlint", "mv", "content/posts", "content/notes"]
    halves = 0
    for delay in range(6):
        running = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while running.poll() is None and not list((tmp_path / "cache").rglob("move.json")):
            time.sleep(0.0005)
        time.sleep(delay * 0.004)
        running.send_signal(number)
        running.wait()
        if number != signal.SIGKILL and running.returncode:
            assert everything() == before
        if list((tmp_path / "cache").rglob("move.json")):
            halves += 1
            check = subprocess.run([*command[:3], "check"], env=environ, capture_output=True, check=False)
            assert check.returncode == 1
            assert b"run `frontlint mv --undo`" in check.stderr
        subprocess.run(
            [*command[:4], "content/none", "content/x"], env=environ, capture_output=True, check=False
        )
        if everything() != before:
            assert not Path("content/posts").exists()
            assert len(everything()) == 121
            repo.git("reset", "--hard", "--quiet")
            repo.git("clean", "-fdq")
        assert repo.git("status", "--porcelain") == ""
    assert halves or number != signal.SIGKILL, "killed in the middle of a move"


def test_two_at_once(tmp_path: Path) -> None:
    from frontlint.author.journal import only_one

    with only_one(tmp_path), pytest.raises(UsageError, match="another frontlint"), only_one(tmp_path):
        pass


def test_there_and_back_again(site: Make) -> None:
    repo = site(
        {"content/posts/a.md": page("A", "", "aliases: [/x/]"), "content/posts/b.md": page("B", "[a](a.md)")}
    )
    before = everything()
    assert run(["mv", "content/posts/a.md", "content/c.md"]) == 0
    assert run(["mv", "content/c.md", "content/posts/a.md"]) == 0
    assert text("content/posts/a.md") == page("A", "", "aliases: [/x/, /c/]")
    assert text("content/posts/b.md").encode() == before["content/posts/b.md"]
    assert repo.git("diff", "--name-only", "HEAD") == "content/posts/a.md"


def test_settings_that_name_what_moves(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    site({"content/posts/a.md": page("A")}, '[[menus.main]]\nname = "Posts"\npageRef = "/posts"\n')
    assert run(["mv", "content/posts", "content/notes"]) == 0
    assert "hugo.toml:5 names `/posts`, which moves: change it by hand" in capsys.readouterr().err


def test_an_adapter(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    site({"content/posts/_content.gotmpl": "", "content/posts/a.md": page("A")})
    assert run(["mv", "content/posts", "content/notes"]) == 2
    assert "this content adapter makes pages" in capsys.readouterr().err


def test_files_of_a_bundle(site: Make, capsys: pytest.CaptureFixture[str]) -> None:
    site(
        {
            "content/posts/a/index.md": page("A"),
            "content/posts/a/i.png": b"\x89",
            "content/posts/b.md": page(
                "B", "![i](/posts/a/i.png) ![i](a/i.png)", "image: /posts/a/i.png", "x: /a/i.png"
            ),
        }
    )
    assert run(["mv", "content/posts/a", "content/posts/c"]) == 0
    assert text("content/posts/b.md") == page(
        "B", "![i](/posts/c/i.png) ![i](c/i.png)", "image: /posts/c/i.png", "x: /a/i.png"
    )
    assert "the web server has to redirect `/posts/a/i.png`" in capsys.readouterr().err


def test_names_that_addresses_escape(site: Make) -> None:
    links = "[a](<posts/ä ö.md>) [b](posts/%C3%A4%20%C3%B6.md#x) [u](/posts/%C3%A4-%C3%B6/)"
    site(
        {"content/posts/ä ö.md": page("A"), "content/posts/b.md": page("B"), "content/c.md": page("C", links)}
    )
    assert run(["mv", "content/posts/ä ö.md", "content/ü (1).md"]) == 0
    assert text("content/c.md") == page("C", "[a](<ü (1).md>) [b](%C3%BC%20%281%29.md#x) [u](/%C3%BC-1/)")


def test_refs_in_texts_of_each_format(site: Make) -> None:
    ref = '{{< ref "posts/a" >}}'
    escaped = ref.replace('"', '\\"')
    files = {
        "y.md": f'---\ntitle: Y\nsummary: >-\n  see {ref}\n  and\nlist: [{{x: "{escaped}"}}]\n---\n',
        "t.md": f"+++\ntitle = 'T'\ns = '''{ref}'''\n+++\n",
        "j.md": f'{{"title": "J", "s": "{escaped}"}}\n',
    }
    before = {f"content/{name}": content for name, content in files.items()}
    site({"content/posts/a.md": page("A"), "content/posts/b.md": page("B"), **before})
    assert run(["mv", "content/posts/a.md", "content/notes/z.md"]) == 0
    for name, content in before.items():
        assert text(name) == content.replace("posts/a", "notes/z")


@pytest.mark.parametrize("by_undo", [True, False])
def test_a_move_that_was_killed_is_taken_back(
    site: Make, capsys: pytest.CaptureFixture[str], by_undo: bool
) -> None:
    repo = site({"content/posts/a.md": page("A"), "content/posts/b.md": page("B", "[a](a.md)")})
    before, project = everything(), Path.cwd()
    journal = Journal(
        (("content/posts/a.md", "content/notes/c.md"),),
        ("content/notes",),
        (Written("content/notes/c.md", before["content/posts/a.md"], b"new"),),
        {},
    )
    folder = moves_folder(project)
    assert folder is not None
    folder.mkdir(parents=True, exist_ok=True)
    note(folder, journal)
    Path("content/notes").mkdir()
    Path("content/posts/a.md").rename("content/notes/c.md").write_text("new")
    Path("content/notes/.c.md.0123456789ab").write_text("half")
    assert run(["mv", "content/none", "content/x", "--dry-run"]) == 2
    assert "an earlier `mv` was interrupted" in capsys.readouterr().err
    assert run(["check", "--quiet"]) == 1, "no gate passes a site that is half moved"
    assert "run `frontlint mv --undo`" in capsys.readouterr().err
    assert run(["check", "--fix"]) == 2
    assert "run `frontlint mv --undo`, then fix the site" in capsys.readouterr().err
    if by_undo:
        assert run(["mv", "--undo"]) == 0
        assert "is undone" in capsys.readouterr().err
    else:
        assert run(["mv", "content/none", "content/x"]) == 2
        assert "its changes are undone" in capsys.readouterr().err
    assert everything() == before
    assert run(["check"]) == 0
    assert run(["mv", "--undo"]) == 2
    assert "there is no interrupted `mv`" in capsys.readouterr().err
    assert repo.git("status", "--porcelain") == ""
    assert not Path("content/notes").exists()


def test_the_site_is_looked_at_once(site: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page is checked once, and again if it changes. Nobody reads one that names nothing that moves."""
    from frontlint.author import plan, rewrite
    from frontlint.engine.scanner import Scanner, ToJudge

    pages = {f"content/docs/d{n}.md": page(f"D{n}", "See [d](/docs/d1/).") for n in range(60)}
    site({**pages, "content/posts/a.md": page("A"), "content/posts/b.md": page("B", "[a](a.md)")})
    judged: list[object] = []
    looked: list[str] = []
    judge_all, changes_of = Scanner.judge_all, rewrite.changes_of

    def judging(self: Scanner, asked: Iterable[ToJudge]) -> object:
        some = list(asked)
        judged.extend(some)
        return judge_all(self, some)

    def looking(meaning: object, old: str, *arguments: object) -> object:
        looked.append(old)
        return changes_of(meaning, old, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Scanner, "judge_all", judging)
    monkeypatch.setattr(plan, "changes_of", looking)
    assert run(["mv", "content/posts/a.md", "content/posts/z.md"]) == 0
    assert text("content/posts/b.md") == page("B", "[a](z.md)")
    assert len(pages) + 2 <= len(judged) <= len(pages) + 2 + 3
    assert sorted(looked) == ["content/posts/a.md", "content/posts/b.md"]
