"""The command as a user runs it: real processes, their streams and exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from processes import frontlint
from support import make_project

GOOD = {"content/posts/a.md": "---\ntitle: A\n---\nText.\n"}
BAD = {
    "content/posts/a.md": "---\ntitle: A\naliases: [/old/]\n---\n",
    "content/posts/b.md": "---\ntitle: B\naliases:\n  - /old\n---\n",
}


def test_a_clean_site_exits_with_0_and_says_so(tmp_path: Path) -> None:
    result = frontlint("check", make_project(tmp_path, GOOD))
    assert (result.returncode, result.stdout) == (0, "")
    assert "1 page" in result.stderr


def test_findings_exit_with_1(tmp_path: Path) -> None:
    result = frontlint("check", cwd=make_project(tmp_path, BAD))
    assert result.returncode == 1
    assert [line.split(": ")[:2] for line in result.stdout.splitlines()] == [
        ["content/posts/b.md:4:5", "error alias-collision"],
    ]


def test_paths_set_what_is_reported_not_what_is_read(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    result = frontlint("check", "content/posts/b.md", "--output-format", "json", cwd=project)
    report = json.loads(result.stdout)
    assert [finding["path"] for finding in report["findings"]] == ["content/posts/b.md"]
    assert report["findings"][0]["related"][0]["path"] == "content/posts/a.md"
    assert report["summary"]["pages"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere"], "`nowhere` does not exist"),
        (["check", "--select", "alias-colision"], "did you mean `alias-collision`?"),
        (["check", "--severity", "syntax=bad"], "write `--severity syntax=warning`"),
        (["check", "--output-format", "xml"], "there is no output format called `xml`"),
        (["check", "--source", "content"], "--source content holds no configuration of Hugo"),
        (["check", "--config", "none.toml"], "none.toml: there is no such file"),
        (["explain", "brokenref"], "did you mean `broken-ref`?"),
        (["check", "--output-format", "json=no/such/folder.json"], "the report cannot be written"),
        (["config", "hugo.yaml"], "hugo.yaml: this is not a page"),
    ],
)
def test_mistakes_exit_with_2_and_one_sentence(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = frontlint(*arguments, cwd=make_project(tmp_path, GOOD))
    assert result.returncode == 2
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_an_unknown_option_exits_with_2(tmp_path: Path) -> None:
    result = frontlint("check", "--nonsense", cwd=tmp_path)
    assert result.returncode == 2
    assert "--nonsense" in result.stderr


def test_no_site_exits_with_2(tmp_path: Path) -> None:
    result = frontlint("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "there is no Hugo site in" in result.stderr


def test_a_site_below_is_found_and_several_are_named(tmp_path: Path) -> None:
    make_project(tmp_path / "repo" / "site", BAD)
    assert frontlint("check", cwd=tmp_path / "repo").returncode == 1
    make_project(tmp_path / "repo" / "other" / "site", GOOD)
    result = frontlint("check", cwd=tmp_path / "repo")
    assert result.returncode == 2
    assert "add `--source other/site` or `--source site`" in result.stderr


def test_source_in_the_configuration_settles_it(tmp_path: Path) -> None:
    make_project(tmp_path / "site", BAD)
    make_project(tmp_path / "other", GOOD)
    (tmp_path / "frontlint.toml").write_text('source = "site"\n')
    assert frontlint("check", cwd=tmp_path).returncode == 1


def test_a_broken_configuration_exits_with_2_and_names_the_line(tmp_path: Path) -> None:
    project = make_project(tmp_path, GOOD)
    (project / "frontlint.toml").write_text('\n[rules]\nignor = ["urls"]\n')
    result = frontlint("check", cwd=project)
    assert result.returncode == 2
    assert result.stderr.startswith("frontlint: frontlint.toml:3: ")
    assert frontlint("check", "--isolated", cwd=project).returncode == 0


def test_a_broken_hugo_configuration_exits_with_2(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**GOOD, "hugo.toml": 'title = "x"\nbaseURL = \n'})
    result = frontlint("check", cwd=project)
    assert result.returncode == 2
    assert "hugo.toml:2" in result.stderr


def test_no_page_is_said(tmp_path: Path) -> None:
    site = make_project(tmp_path, {"content/.keep": "", "content/drafts/.keep": ""})
    for arguments in [[], ["content/drafts"], ["hugo.yaml"], ["."]]:
        result = frontlint("check", *arguments, cwd=site)
        assert result.returncode == 2
        assert "there is no page" in result.stderr
        for fine in ("--allow-empty", "--force-exclude"):
            result = frontlint("check", *arguments, fine, cwd=site)
            assert result.returncode == 0
            assert "no page was checked" in result.stderr


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--severity", "alias-collision=warning"], 1),
        (["--severity", "alias-collision=warning"], 0),
        (["--severity", "urls=warning", "--max-warnings", "0"], 1),
        (["--severity", "urls=warning", "--max-warnings", "1"], 0),
        (["--ignore", "urls"], 0),
        (["--select", "schema,text"], 0),
        (["--select", "schema", "--extend-select", "alias-collision"], 1),
        (["--exclude", "content/posts/"], 0),
    ],
)
def test_what_makes_the_gate_fail(tmp_path: Path, options: list[str], code: int) -> None:
    assert frontlint("check", *options, cwd=make_project(tmp_path, BAD)).returncode == code


def test_an_excluded_page_is_checked_when_it_is_named(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    named = ["check", "content/posts/a.md", "--exclude", "posts/"]
    assert frontlint(*named, cwd=project).returncode == 1
    assert frontlint(*named, "--force-exclude", cwd=project).returncode == 0


def test_reports_go_to_files_as_a_whole(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    result = frontlint("check", "--output-format", "json=out.json", "--output-format", "concise", cwd=project)
    assert len(result.stdout.splitlines()) == 1
    assert json.loads((project / "out.json").read_text())["summary"]["errors"] == 1
    assert [path.name for path in project.iterdir() if "out" in path.name] == ["out.json"]


def test_statistics_leave_annotations_in_place(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    result = frontlint("check", "--statistics", "--output-format", "github", cwd=project)
    assert "::error file=" in result.stdout
    assert "1  alias-collision" in result.stdout


def test_statistics(tmp_path: Path) -> None:
    result = frontlint("check", "--statistics", cwd=make_project(tmp_path, BAD))
    assert result.stdout.splitlines()[0].split() == ["1", "alias-collision", "error"]
    assert result.returncode == 1


def test_show_files(tmp_path: Path) -> None:
    result = frontlint("check", "--show-files", cwd=make_project(tmp_path, BAD))
    assert result.stdout.splitlines() == ["content/posts/a.md", "content/posts/b.md"]
    assert result.returncode == 0


def test_quiet_prints_findings_and_nothing_else(tmp_path: Path) -> None:
    result = frontlint("check", "-q", cwd=make_project(tmp_path, BAD))
    assert result.stderr == ""
    assert len(result.stdout.splitlines()) == 1


def test_verbose_says_what_is_read(tmp_path: Path) -> None:
    result = frontlint("check", "-v", cwd=make_project(tmp_path, GOOD))
    assert "hugo.yaml" in result.stderr


def test_drafts_are_built_when_asked_for(tmp_path: Path) -> None:
    draft = BAD["content/posts/b.md"].replace("title: B", "title: B\ndraft: true")
    project = make_project(tmp_path, {**BAD, "content/posts/b.md": draft})
    assert frontlint("check", cwd=project).returncode == 0
    assert frontlint("check", "--drafts", cwd=project).returncode == 1


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
def test_a_narrow_pipe_does_not_break_the_report(tmp_path: Path, encoding: str, output_format: str) -> None:
    page = "---\ntitle: A: \u4e2d\U0001f680\u202e[/red]:smile:\x1b[31m\n---\n"
    result = frontlint(
        "check",
        "--output-format",
        output_format,
        cwd=make_project(tmp_path, {"content/\u017c.md": page}),
        env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert result.returncode == 1, result.stderr
    assert "\x1b" not in result.stdout
    assert "Traceback" not in result.stderr


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    pages = {f"content/p{number}.md": "---\ntitle: A: B\n---\n" for number in range(2000)}
    project = make_project(tmp_path, pages)
    process = subprocess.Popen(
        [sys.executable, "-m", "frontlint", "check"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() in (0, 1)
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


def test_a_page_that_nobody_may_read_is_a_finding(tmp_path: Path) -> None:
    project = make_project(tmp_path, BAD)
    (project / "content/posts/c.md").symlink_to(project / "nowhere")
    (project / "content/posts/d.md").mkdir()
    assert frontlint("check", cwd=project).returncode == 1, "links and folders are passed over, as Hugo does"
    if os.geteuid() != 0:
        (project / "content/posts/a.md").chmod(0)
        assert "the file cannot be read" in frontlint("check", cwd=project).stdout


def test_version_and_module(tmp_path: Path) -> None:
    assert frontlint("--version").stdout.startswith("frontlint 0.")
    assert frontlint("-V").stdout == frontlint("--version").stdout
    assert "Usage" in frontlint("-h").stdout
    assert frontlint().returncode == 2


def test_version_imports_nothing_for_it() -> None:
    code = (
        "import sys; sys.argv = ['frontlint', '--version']\n"
        "from frontlint.__main__ import main\nmain()\n"
        "print([name for name in ('typer', 'rich', 'yaml', 'jsonschema', 'ruamel') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[1] == "[]"


def _imported(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a run of frontlint has imported when it is done."""
    code = (
        "import sys\n"
        "from frontlint.cli.app import run\n"
        f"run({list(arguments)!r})\n"
        "print('modules:', *sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=cwd)
    return set(result.stdout.rpartition("modules: ")[2].split())


CACHE_FOLDER = "frontlint.engine.cache.home"
SLOW = {
    "rich",
    "jsonschema",
    "ruamel.yaml",
    "ruamel",
    "tomlkit",
    "pathspec",
    "packaging",
    "multiprocessing",
    "urllib.request",
}


def test_help_imports_nothing_but_typer(tmp_path: Path) -> None:
    modules = _imported("--help", cwd=tmp_path)
    assert not modules & {*SLOW, "yaml", "jsonschema_rs", "frontlint.engine.check", "frontlint.lint.rule"}


def test_a_check_of_plain_pages_imports_what_it_needs(tmp_path: Path) -> None:
    modules = _imported("check", "--no-cache", cwd=make_project(tmp_path, GOOD))
    assert "frontlint.rules.hugo.urls.alias_collision" in modules
    assert not modules & {*SLOW, "yaml", "hashlib", "ssl"}
    assert not modules & {"typer", "inspect", "dataclasses", "jsonschema_rs", "decimal", "socket"}
    assert {name for name in modules if name.startswith("frontlint.engine.cache.")} <= {CACHE_FOLDER}
    assert not modules & {"frontlint.engine.change", "frontlint.rules.hugo.history.lost_url"}


def test_the_last_runs_answer_needs_no_rules_and_no_schemas(tmp_path: Path) -> None:
    project = make_project(tmp_path / "p", GOOD)
    for entry in (project, *project.rglob("*")):
        os.utime(entry, ns=(10**18, 10**18))
    assert "frontlint.engine.run" in _imported("check", "--cache-dir", str(tmp_path / "c"), cwd=project)
    modules = _imported("check", "--cache-dir", str(tmp_path / "c"), cwd=project)
    assert not modules & {
        *SLOW,
        "yaml",
        "jsonschema_rs",
        "hashlib",
        "frontlint.lint.rule",
        "frontlint.engine.run",
    }


def test_a_sound_schema_of_ones_own_needs_no_slow_engine(tmp_path: Path) -> None:
    project = make_project(tmp_path, GOOD)
    (project / "own.json").write_text('{"properties": {"title": {"type": "string"}}}', encoding="utf-8")
    kind = '[[extend-schemas]]\nname = "own"\nfiles = ["content/**"]\nschema = "own.json"\n'
    (project / "frontlint.toml").write_text(kind, encoding="utf-8")
    modules = _imported("check", "--no-cache", cwd=project)
    assert "jsonschema_rs" in modules
    assert "jsonschema" not in modules


def test_where_the_time_goes(tmp_path: Path) -> None:
    result = frontlint("check", "--profile", "--no-cache", cwd=make_project(tmp_path, BAD))
    assert "alias-collision" in result.stdout
    rows = [line.split() for line in result.stderr.splitlines()]
    timed = {" ".join(row[:-2]) for row in rows if len(row) > 2 and row[-1].endswith("%")}
    assert {"pages", "the site", "rules about the site", "report", "alias-collision"} <= timed


def test_explain_and_rules(tmp_path: Path) -> None:
    page = frontlint("explain", "draft-not-boolean").stdout
    assert "draft: yes" in page
    rules = json.loads(frontlint("rules", "--format", "json", cwd=tmp_path).stdout)["rules"]
    assert {"name", "group", "scope", "severity", "fixable", "summary", "enabled"} <= set(rules[0])
    assert "alias-collision" in frontlint("explain").stdout
    assert {rule["applies"] for rule in rules} == {True, None}, "there is no site"


def test_rules_say_whether_they_apply_here(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})

    def here() -> dict[str, tuple[bool, str]]:
        rules = json.loads(frontlint("rules", "--format", "json", cwd=project).stdout)["rules"]
        return {rule["name"]: (rule["applies"], rule["applies_because"]) for rule in rules}

    assert here()["alias-collision"][0]
    assert here()["short-flag-disagrees"] == (False, "no page has `videoId`")
    (project / "content/b.md").write_text("+++\nVIDEOID = 'x'\n+++\n")
    assert here()["short-flag-disagrees"] == (True, "`videoId` in content/b.md")
    assert not here()["id-not-unique"][0]
    assert "Nothing to check here: no page has a key" in frontlint("rules", cwd=project).stdout


def test_urls(tmp_path: Path) -> None:
    result = frontlint("urls", "--format", "json", cwd=make_project(tmp_path, BAD))
    urls = json.loads(result.stdout)
    assert urls["schema_version"] == 1
    pages = {page["url"]: page for page in urls["pages"]}
    assert pages["/posts/a/"] == {
        "path": "content/posts/a.md",
        "kind": "page",
        "language": "en",
        "url": "/posts/a/",
        "output": "/posts/a/index.html",
    }
    assert pages["/"]["path"] is None
    assert urls["aliases"] == [
        {
            "path": f"content/posts/{name}.md",
            "language": "en",
            "alias": alias,
            "url": "/old/",
            "output": "/old/index.html",
            "to": f"/posts/{name}/",
        }
        for name, alias in (("a", "/old/"), ("b", "/old"))
    ]
    text = frontlint("urls", cwd=tmp_path).stdout
    assert text.splitlines()[0] == "1 URL with several owners; Hugo keeps one of them by chance:"


def test_config_says_who_decided(tmp_path: Path) -> None:
    project = make_project(tmp_path, GOOD)
    (project / "frontlint.toml").write_text(
        '[rules]\nignore = ["urls"]\n[rules.options.weight-step]\nstep = 10\n'
    )
    text = frontlint("config", "content/posts/a.md", cwd=project).stdout
    lines = text.splitlines()
    assert lines[:2] == ["page            content/posts/a.md", "URL             /posts/a/"]
    assert "rule            weight-step: step = 10 (frontlint.toml:4)" in lines
    assert "rule            url-collision: off (frontlint.toml:2)" in lines
    assert "kind            page  (built in)" in lines
    off = len([line for line in lines if line.startswith("rule ")]) - 1
    of = len(json.loads(frontlint("rules", "--format", "json", cwd=project).stdout)["rules"])
    assert f"rules {of - off - 1} of {of} keep their built-in settings" in " ".join(text.split())
    assert "lowest" not in text, "what is built in is not repeated"


def test_a_site_without_its_keys_imports_nothing_of_the_website(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            "content/posts/a.md": "---\ntitle: A\ntags: [x]\nweight: 3\nsitemap: {priority: 0.3}\n---\n",
            "content/tags/x/_index.md": "---\ntitle: X\nparent: /tags/y\n---\n## Children\n\n- [A](a)\n",
        },
    )

    def of_the_website() -> set[str]:
        return {
            name
            for name in _imported("check", "--no-cache", cwd=project)
            if "frontlint" in name and "website" in name
        }

    assert of_the_website() == {"frontlint.website", "frontlint.website.marks"}
    (project / "content/posts/b.md").write_text("---\ntitle: B\nheadline: {title: B}\n---\n")
    assert "frontlint.rules.website.headline.headline_stale" in of_the_website()
