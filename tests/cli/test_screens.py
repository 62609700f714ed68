"""Every screen fits 80 columns, on a terminal and in a pipe: no line is longer, so none is broken."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from frontlint.cli.commands import COMMANDS, GROUPS
from frontlint.lint.registry import Registry
from processes import frontlint
from support import ROOT, make_project

if os.name == "nt":
    pytest.skip("a pseudo-terminal of POSIX", allow_module_level=True)

from cli.terminal import on_terminal, plain

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

BROKEN = ROOT / "examples" / "broken"
JARGON = re.compile(r"\[OPTIONS\]|\bTEXT\b|\bINTEGER\b|<[^>]*>|\[default|x>=|\[required")
HELP = [
    ["--help"],
    *([name, "--help"] for name in GROUPS),
    *([*command.words.split(), "--help"] for command in COMMANDS),
]
SCREENS = [
    ["rules"],
    ["explain"],
    ["explain", "urls"],
    ["rules", "content/curly-quotes.md"],
    *(["explain", name] for name in ("alias-collision", "sitemap-priority", "page-too-long")),
]


def words(arguments: list[str]) -> str:
    return "-".join(arguments)


def longest(text: str) -> str:
    return max(plain(text).split("\n"), key=len)


@pytest.mark.parametrize("arguments", [*HELP, *SCREENS], ids=words)
def test_no_line_is_longer_than_80_columns(arguments: list[str]) -> None:
    pipe = frontlint(*arguments, cwd=BROKEN)
    assert pipe.returncode == 0, pipe.stderr
    assert len(longest(pipe.stdout)) <= 80, longest(pipe.stdout)
    terminal = on_terminal(*arguments, cwd=BROKEN)
    assert len(longest(terminal)) <= 80, longest(terminal)
    assert plain(terminal) == pipe.stdout, "and what is piped into a pager is what was on the screen"


@pytest.mark.parametrize("arguments", [["check", "--help"], ["rules"], ["explain", "bad-date"]], ids=words)
def test_a_narrow_terminal_is_not_overrun(arguments: list[str]) -> None:
    assert len(longest(on_terminal(*arguments, columns=60, cwd=BROKEN))) <= 60


def test_the_page_of_every_rule_fits() -> None:
    from io import StringIO

    from frontlint.report.explain import explain
    from frontlint.report.output import Output

    registry = Registry()
    for name in registry.names:
        page = StringIO()
        explain(registry.load(name).info, Output(page, ROOT, ROOT))
        assert len(longest(page.getvalue())) <= 80, name


@pytest.mark.parametrize("arguments", HELP, ids=words)
def test_help_has_examples_first_and_no_jargon(arguments: list[str]) -> None:
    text = frontlint(*arguments, cwd=BROKEN).stdout
    assert not JARGON.search(text), JARGON.search(text)
    assert text.index("Examples\n") < text.index("Usage: frontlint")
    assert all(line == line.rstrip() for line in text.splitlines())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.words)
def test_help_has_every_option_once(command: object) -> None:
    text = frontlint(*command.words.split(), "--help").stdout  # type: ignore[attr-defined]
    shown = re.findall(r"^  (?:-\w, )?(--[\w-]+)", text, re.MULTILINE)
    declared = [max(one.flags, key=len) for one in command.parameters if one.flags]  # type: ignore[attr-defined]
    assert sorted(shown) == sorted(declared)
    assert "More\n" not in text, "every option has its panel"


def test_the_panels_of_check() -> None:
    text = frontlint("check", "--help").stdout
    panels = re.findall(r"^([A-Z][\w ]+)(?:: .*)?\n  (?:-\w, )?(?:--|PATH)", text, re.MULTILINE)
    assert panels == ["What to check", "Rules", "Fixes", "Report", "Exit code", "Hugo", "Speed"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["config", "content/curly-quotes.md"],
        ["tree"],
        ["check", "--statistics", "--no-cache"],
        ["check", "--output-format=full", "--no-cache"],
    ],
    ids=words,
)
def test_what_has_long_texts_is_filled_on_a_terminal(arguments: list[str]) -> None:
    screen = on_terminal(*arguments, cwd=BROKEN)
    assert len(longest(screen)) <= 80, longest(screen)
    piped = frontlint(*arguments, cwd=BROKEN).stdout
    times = re.compile(r"\(\d+\.\d+ s\)")
    offers = re.compile(r"\d+ problems? can be fixed with [^\n]+")  # on stderr, which is not in the pipe
    said, whole = (times.sub("", offers.sub("", plain(text))).split() for text in (screen, piped))
    if arguments[0] != "tree" and "full" not in str(arguments):
        assert said == whole, "nothing is left out"


def test_urls_are_whole_on_a_narrow_terminal_and_one_line_each_in_a_pipe(tmp_path: Path) -> None:
    long = "a-long-name-" * 6
    page = f"---\ntitle: A\naliases: [/old/, /{long}/]\n---\n"
    project = make_project(tmp_path, {f"content/{long}.md": page, "content/b.md": "---\ntitle: B\n---\n"})
    piped = frontlint("urls", cwd=project).stdout
    assert f"/old/{' ' * 55}  alias of content/{long}.md -> /{long}/\n" in piped
    lines = plain(on_terminal("urls", cwd=project)).splitlines()
    at = lines.index("/old/")
    assert lines[at + 1 : at + 3] == [f"    alias of content/{long}.md", f"      -> /{long}/"]
    assert f"/{long}/" in lines, "an address is whole"
    assert any(re.fullmatch(r"/b/ +page content/b\.md", line) for line in lines), (
        "a row that fits is one line"
    )


def test_rules_are_one_line_each_and_those_without_a_page_apart(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    (project / "frontlint.toml").write_text('[rules]\nignore = ["links"]\n', encoding="utf-8")
    for command in ("rules", "explain"):
        text = frontlint(command, cwd=project).stdout
        listed = re.findall(r"^  [EWI]  ([a-z-]+)", text, re.MULTILINE)
        assert sorted(listed) == list(Registry().names)
        here, _, apart = text.partition("\n\nOff here: frontlint.toml:2\n")
        assert "alias-collision" in here
        assert "broken-ref" not in here
        assert "broken-ref" in apart
        assert "id-not-unique" in apart
        assert "Nothing to check here: no page has `videoId`" in apart
        assert "..." not in text, "no summary is cut"


def test_mistakes_and_notes_are_wrapped_at_words_on_a_terminal_alone(tmp_path: Path) -> None:
    for name in ("one-site-with-a-long-name", "another-site-with-a-long-name", "a-third-site"):
        make_project(tmp_path / name, {"content/a.md": "---\ntitle: A\n---\n"})
    piped = frontlint("config", cwd=tmp_path).stderr
    assert piped.count("\n") == 1
    lines = plain(on_terminal("config", cwd=tmp_path)).splitlines()
    assert len(lines) > 1
    assert max(map(len, lines)) <= 80
    assert " ".join(line.strip() for line in lines) == piped.strip()
    assert any("`--source another-site-with-a-long-name`" in line for line in lines), "code stays whole"


def test_what_stdout_has_comes_before_what_is_said_of_it(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\ndraft: yes\n---\n"})
    frontlint("baseline", "update", cwd=project)
    shown = plain(on_terminal("baseline", "stats", cwd=project))
    assert 0 < shown.index("draft-not-boolean") < shown.index("no longer needed")


def test_a_row_of_the_tree_that_does_not_fit_has_its_path_below(tmp_path: Path) -> None:
    mark = "ClassificationType: tags\n"
    child = f"---\ntitle: Banquet Service Plan\n{mark}parent: tags/plan\n---\n"
    name = "a-plan-for-a-banquet-of-many-guests-and-courses"
    files = {"tags/plan": f"---\ntitle: Plan\n{mark}---\n", f"tags/{name}": child}
    project = make_project(tmp_path, {f"content/{at}/_index.md": text for at, text in files.items()})
    lines = plain(on_terminal("tree", cwd=project)).splitlines()
    at = lines.index("`-- Banquet Service Plan")
    assert lines[at + 1] == f"      content/tags/{name}/_index.md  (declared)"


def test_explain_says_which_option_makes_fixes_on_request(tmp_path: Path) -> None:
    def shown(rule: str) -> str:
        return " ".join(frontlint("explain", rule, cwd=tmp_path).stdout.split())

    assert "needs `--unsafe-fixes`, too" in shown("draft-not-boolean")
    assert "--unsafe-fixes" not in shown("alias-duplicate")


def test_a_long_list_of_mistakes_is_short_on_a_terminal_and_says_how_to_get_more() -> None:
    report = plain(on_terminal("check", "--no-cache", cwd=BROKEN))
    assert len(longest(report)) <= 80, longest(report)
    assert "fix: write" in report
    assert " | " not in report.partition("\nrule ")[0], "no lines of pages"
    table = report.partition("\nrule ")[2].partition("and ")[0].splitlines()
    assert len(table) == 2 + 10, "the ten worst rules"
    assert re.search(r"^and \d+ more rules: `--statistics` counts all$", report, re.MULTILINE)
    assert "Short report; `--output-format full` shows each problem with its lines." in report
    full = plain(on_terminal("check", "--no-cache", "--output-format", "full", cwd=BROKEN))
    assert "   |\n" in full
    assert "Short report" not in full


DRAFT = "---\ntitle: A\ndraft: yes\n---\n"


def test_few_problems_are_shown_with_their_lines(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"content/{at}.md": DRAFT for at in range(20)})
    assert "3 | draft: yes" in plain(on_terminal("check", "--no-cache", cwd=project))
    (project / "content/more.md").write_text(DRAFT, encoding="utf-8")
    assert "3 | draft: yes" not in plain(on_terminal("check", "--no-cache", cwd=project))


def test_under_pre_commit_the_report_is_short_and_has_remedies(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": DRAFT})
    terminal = plain(on_terminal("check", "--no-cache", cwd=project, env={"PRE_COMMIT": "1"}))
    assert terminal.startswith("content/a.md\n  3:8  error  draft-not-boolean")
    assert "fix: " in terminal
    pipe = frontlint("check", "--no-cache", cwd=project, env={"PRE_COMMIT": "1"}).stdout
    assert re.match(r"content/a\.md:3:8: error draft-not-boolean: .*; fix: ", pipe)


def test_a_rule_is_a_link_where_its_page_is_published(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": DRAFT})
    (project / "frontlint.toml").write_text('docs-url = "https://d.example/x"\n', encoding="utf-8")
    link = "\x1b]8;;https://d.example/x/rules/draft-not-boolean/\x1b\\"
    with_links = {"TERM_PROGRAM": "vscode"}
    for form in ("full", "grouped", "concise"):
        wish = ["check", "--no-cache", "--output-format", form]
        assert link in on_terminal(*wish, cwd=project, env=with_links)
        assert "\x1b]8" not in on_terminal(*wish, cwd=project)
        assert "\x1b]8" not in on_terminal(*wish, cwd=project, env={**with_links, "CI": "true"})
        assert "\x1b]8" not in on_terminal(*wish, cwd=project, env={**with_links, "TERM": "dumb"})
        assert "\x1b]8" not in frontlint(*wish, "--color=always", cwd=project, env=with_links).stdout
    (project / "frontlint.toml").unlink()
    assert "\x1b]8" not in on_terminal("check", "--no-cache", cwd=project, env=with_links)


def test_a_slow_run_says_what_it_is_doing(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"})
    slow = tmp_path / "slow"
    slow.mkdir()
    hook = "import time, frontlint.engine.discover as d\nwalk = d.survey\n"
    hook += "def survey(*a, **k):\n    time.sleep(1.2)\n    return walk(*a, **k)\nd.survey = survey\n"
    (slow / "sitecustomize.py").write_text(hook, encoding="utf-8")
    env = {"PYTHONPATH": str(slow)}
    begun = time.monotonic()
    screen = on_terminal("check", "--no-cache", cwd=project, env=env)
    assert time.monotonic() - begun > 1.2, "the site is read slowly"
    assert "\rreading the site (1 s)" in screen
    assert plain(screen.rpartition("\r")[2]).startswith("No problems found in 1 page")
    for quiet in (["--no-progress"], ["-q"]):
        assert "reading" not in on_terminal("check", "--no-cache", *quiet, cwd=project, env=env)
    assert "reading" not in on_terminal("check", "--no-cache", cwd=project, env={**env, "CI": "true"})


MISTAKES = [
    ("chek", "there is no command `chek`; did you mean `check`?"),
    ("cache clena", "there is no command `cache clena`; did you mean `cache clean`?"),
    ("check --selct x", "there is no option `--selct`; did you mean `--select`?"),
    ("check --zzz", "there is no option `--zzz`; `frontlint check --help` lists all"),
    ("check --jobs 0", "`--jobs` needs a whole number of at least 1: write `--jobs 1`"),
    ("check --jobs", "`--jobs` needs a whole number of at least 1: write `--jobs 1`"),
    ("check --show heavy", "`--show` needs one of `error`, `warning` or `info`: write `--show error`"),
    ("check --quiet=1", "`--quiet` takes no value: write it alone"),
    ("check --since", "`--since` needs a value: write `--since REF`"),
    ("explain a b", "`frontlint explain` takes one RULE only: delete the rest"),
    ("init x", "`frontlint init` takes no arguments: delete the rest"),
    ("--nope", "there is no option `--nope` here; `frontlint --help` shows what there is"),
    (
        "check --severity weight-step=loud",
        "`--severity` needs a rule and error, warning, info or off: write `--severity weight-step=warning`",
    ),
]


@pytest.mark.parametrize(("line", "sentence"), MISTAKES)
def test_a_mistake_is_one_sentence_of_ours(line: str, sentence: str) -> None:
    done = frontlint(*line.split(), cwd=BROKEN)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"frontlint: {sentence}\n")


def test_a_severity_of_off_switches_a_rule_off(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": DRAFT})
    assert frontlint("check", "--no-cache", cwd=project).returncode == 1
    off = frontlint("check", "--no-cache", "--severity", "draft-not-boolean=off", cwd=project)
    assert (off.returncode, off.stdout) == (0, "")
    group = ["--severity", "syntax=off", "--severity", "draft-not-boolean=info"]
    assert "minor problem hidden" in frontlint("check", "--no-cache", *group, cwd=project).stderr


@pytest.mark.parametrize(
    ("line", "wanted", "unwanted"),
    [
        ("frontlint check --select alias-c", "alias-collision", "alias-malformed"),
        ("frontlint check --select urls,alias-c", "urls,alias-collision", "alias-collision\n"),
        ("frontlint check --ignore alias-c", "alias-collision", "broken-ref"),
        ("frontlint check --extend-select ur", "urls", "links"),
        ("frontlint check --severity alias-c", "alias-collision", "broken-ref"),
        ("frontlint explain alias-c", "alias-collision", "broken-ref"),
        ("frontlint ch", "check", "rules"),
    ],
)
def test_a_shell_completes_the_names_of_rules(line: str, wanted: str, unwanted: str) -> None:
    words = line.split()
    env = {"_FRONTLINT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    said = frontlint(env=env).stdout
    assert wanted in said.splitlines()
    assert unwanted not in f"\n{said}".replace(f"\n{wanted}\n", "\n")


def test_explain_says_how_to_silence_a_rule_here(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": DRAFT})
    (project / "frontlint.toml").write_text('[rules]\nignore = ["weight-step"]\n', encoding="utf-8")
    page = frontlint("explain", "draft-not-boolean", cwd=project).stdout
    assert "# frontlint: ignore[draft-not-boolean] your reason" in page
    assert "<!-- frontlint-ignore draft-not-boolean: your reason -->" in page
    assert (
        'in place of line 2 of `frontlint.toml`:\n    ignore = ["weight-step", "draft-not-boolean"]' in page
    )
    assert "since 0.1.0" in page
    assert "`frontlint check --fix` does it: " in page
    by_hand = frontlint("explain", "alias-shadows-page", cwd=project).stdout
    assert "By hand: each problem says what to write." in by_hand
    assert "It is on in this folder" in page
    off = frontlint("explain", "weight-step", cwd=project).stdout
    assert "It is off in this folder: frontlint.toml:2." in off
    assert "You cannot silence this rule" in frontlint("explain", "internal-error", cwd=project).stdout


@pytest.mark.parametrize(
    "page",
    [
        "---\ntitle: A\ndraft: yes # frontlint: ignore[draft-not-boolean] your reason\n---\n",
        "---\ntitle: A\n# frontlint: ignore[draft-not-boolean] your reason\ndraft: yes\n---\n",
        "+++\ntitle = 'A'\ndraft = 'yes' # frontlint: ignore[draft-not-boolean] your reason\n+++\n",
        DRAFT + "<!-- frontlint-ignore draft-not-boolean: your reason -->\n",
    ],
)
def test_the_comments_that_explain_shows_silence_the_rule(page: str, tmp_path: Path) -> None:
    bare = re.sub(r" ?(#|<!--) frontlint.*\n?", "", page).replace("yes---", "yes\n---")
    project = make_project(tmp_path, {"content/a.md": page})
    assert frontlint("check", "--no-cache", cwd=project).returncode == 0
    (project / "content/a.md").write_text(bare, encoding="utf-8")
    assert frontlint("check", "--no-cache", cwd=project).returncode == 1
