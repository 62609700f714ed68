"""One bad file never takes the others' report: too deep, unreadable, too long, or a failure of our own."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from frontlint.base.source import decode
from frontlint.cli.app import run
from frontlint.cli.signals import StopSignal
from frontlint.frontmatter.depth import HUGOS_DEPTH, KEPT, json_level
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.values.cast import as_number
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.report import formats
from frontlint.rules.hugo.syntax.draft_not_boolean import DraftNotBoolean
from frontlint.rules.hugo.urls.alias_collision import AliasCollision
from support import make_project

pytestmark = pytest.mark.slow

FAULTY = "---\ntitle: A\ndraft: yes\n---\n"
KIND = '[[extend-schemas]]\nname = "own"\nfiles = ["content/**"]\nschema = "own.json"\n'


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one page that has a problem: its finding must always be printed."""
    root = make_project(tmp_path / "site", {"content/faulty.md": FAULTY, ".git/HEAD": ""})
    monkeypatch.chdir(root)
    return root


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["check", "--no-cache", "--output-format", "concise", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def reported(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is printed by a run that ends with findings and nothing worse."""
    code, out, err = check(capsys, *arguments)
    assert code == 1, out + err
    assert "content/faulty.md:3:8: error draft-not-boolean" in out
    assert "internal-error" not in out
    return out


# Depth of pages: Hugo was asked, see HUGOS_DEPTH


def yaml(text: str) -> str:
    return f"---\n{text}\n---\n"


def toml(text: str) -> str:
    return f"+++\n{text}\n+++\n"


DEEP: dict[str, tuple[Callable[[int], str], int]] = {
    "YAML lists": (lambda n: yaml("x: " + "[" * n + "]" * n), 9997),
    "YAML mappings": (lambda n: yaml("x: " + "{a: " * n + "1" + "}" * n), 4998),
    "TOML arrays": (lambda n: toml("x = " + "[" * n + "]" * n), 10_000),
    "TOML inline tables": (lambda n: toml("x = " + "{a = " * n + "1" + "}" * n), 10_000),
    "JSON lists": (lambda n: '{"x": ' + "[" * n + "]" * n + "}\n", 9999),
    "JSON objects": (lambda n: '{"x": ' + '{"a":' * n + "1" + "}" * n + "}\n", 9999),
}
ENDLESS: dict[str, Callable[[int], str]] = {
    "TOML dotted keys": lambda n: toml(".".join("a" * n) + " = 1"),
    "TOML header": lambda n: toml("[" + ".".join("a" * n) + "]\nx = 1"),
    "TOML dotted keys in a table": lambda n: toml("x = {" + ".".join("a" * n) + " = 1}"),
    "YAML dashes": lambda n: yaml("x:\n  " + "- " * min(n, 9000) + "1"),
    "YAML indents": lambda n: yaml("\n".join(" " * at + "a:" for at in range(min(n, 1500))) + " 1"),
}


def depth(value: Value) -> int:
    levels = 0
    while isinstance(value, (dict, list)) and value:
        value = next(iter(value.values())) if isinstance(value, dict) else value[0]
        levels += 1
    return levels


@pytest.mark.parametrize("kind", DEEP)
def test_pages_nest_as_deep_as_hugo_reads(kind: str) -> None:
    build, most = DEEP[kind]
    for levels, fits in ((50, True), (400, True), (most, True), (most + 1, False)):
        document = read_document(decode("a.md", build(levels).encode()), plain_scalar)
        assert document.unread is not fits, levels
        assert depth(document.data) <= KEPT
        assert not fits or depth(document.data) >= min(levels, KEPT - 1)
    assert f"more than {HUGOS_DEPTH} " in document.problems[0].message


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_hugo_reads_at_any_depth(kind: str) -> None:
    for levels in (500, 11_000):
        document = read_document(decode("a.md", ENDLESS[kind](levels).encode()), plain_scalar, 1 << 30)
        assert not document.unread
        assert depth(document.data) <= KEPT


def test_aliases_that_build_on_each_other_are_deep_data() -> None:
    rows = ["a0: &a0 [1]", *(f"a{at}: &a{at} [*a{at - 1}]" for at in range(1, 300))]
    document = read_document(decode("a.md", yaml("\n".join(rows)).encode()), plain_scalar)
    assert not document.unread
    assert max(map(depth, document.data.values())) <= KEPT
    assert depth(document.data["a9"]) == 10


def test_limits_are_put_back() -> None:
    before = sys.getrecursionlimit()
    read_document(decode("a.md", DEEP["TOML arrays"][0](20_000).encode()), plain_scalar)
    assert sys.getrecursionlimit() == before


@pytest.mark.parametrize("levels", [400, 10_001])
def test_deep_pages_take_no_report(site: Path, levels: int, capsys: pytest.CaptureFixture[str]) -> None:
    keys = ("tags", "aliases", "params", "cascade") if levels == 400 else ("resources",)
    for at, (build, _) in enumerate(DEEP.values()):
        text = build(levels)
        for key in keys:
            named = text.replace("x: ", f"{key}: ").replace("x = ", f"{key} = ").replace('"x"', f'"{key}"')
            (site / "content" / f"{key}{at}.md").write_text(named)
    for at, make in enumerate(ENDLESS.values()):
        (site / "content" / f"endless{at}.md").write_text(make(levels))
    out = reported(capsys, "--select", "all")
    if levels > HUGOS_DEPTH:
        assert out.count("error syntax: more than 10000 ") == len(DEEP) * len(keys)


# Depth of settings


@pytest.mark.parametrize("kind", [*DEEP, *ENDLESS])
def test_deep_settings_of_hugo(site: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Read as Hugo reads them, or refused with the place."""
    (site / "hugo.yaml").unlink()
    name = f"hugo.{kind[:4].lower()}"
    build, most = DEEP.get(kind) or (ENDLESS[kind], None)
    for levels in (400, 12_000):
        text = build(levels).strip("-+\n") + "\n"
        (site / name).write_text(text)
        if most is None or levels <= most:
            reported(capsys)
        else:
            code, _, err = check(capsys)
            assert code == 2
            assert err.startswith(f"frontlint: {name}:1: more than 10000 ")
    (site / name).unlink()
    (site / "config" / "_default").mkdir(parents=True)
    (site / "config" / "_default" / name.replace("hugo", "params")).write_text(build(400).strip("-+\n"))
    reported(capsys)


OURS: dict[str, Callable[[int], str]] = {
    "arrays": lambda n: "x = " + "[" * n + "]" * n,
    "tables": lambda n: "rules = " + "{a = " * n + "1" + "}" * n,
    "dots": lambda n: "rules." + ".".join("a" * n) + " = 1",
    "header": lambda n: "[rules." + ".".join("a" * n) + "]\nx = 1",
    "when": lambda n: f"{KIND.replace('own.json', 'tag')}when.equals.x = " + "[" * n + "]" * n,
}


@pytest.mark.parametrize("name", ["frontlint.toml", "pyproject.toml"])
@pytest.mark.parametrize("kind", OURS)
@pytest.mark.parametrize("levels", [KEPT, 11_000])
def test_deep_settings_of_frontlint(
    site: Path, name: str, kind: str, levels: int, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OURS[kind](levels)
    if name == "pyproject.toml":
        text = "[tool.frontlint]\n" + text.replace("[rules", "[tool.frontlint.rules").replace(
            "[[extend", "[[tool.frontlint.extend"
        )
    (site / name).write_text(text)
    code, _, err = check(capsys)
    assert code == 2, err
    assert err.startswith(f"frontlint: {name}:"), err
    assert "level" in err or "more than 10000 " in err or "setting" in err


def test_deep_tables_of_others_in_pyproject(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for levels in (400, 9000):
        text = "[tool.other]\nx = " + "[" * levels + "]" * levels + "\n[tool.frontlint]\n"
        (site / "pyproject.toml").write_text(text)
        reported(capsys)


CHAIN = {str(at): {"$ref": f"#/$defs/{at + 1}"} for at in range(3000)}
SCHEMAS = {
    "allOf": '{"allOf":[' * 5000 + "{}" + "]}" * 5000,
    "properties": '{"properties":{"a":' * 5000 + "{}" + "}}" * 5000,
    "brackets that never end": "[" * 200_000,
    "const": '{"const":' + "[" * 5000 + "]" * 5000 + "}",
    "not": '{"not":' * 200 + "{}" + "}" * 200,
    "chain": json.dumps({"$ref": "#/$defs/0", "$defs": {**CHAIN, "3000": {}}}),
    "ring": '{"$ref": "#"}',
    "ring of two": '{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"allOf": [{"$ref": "#/$defs/a"}]}},'
    ' "properties": {"title": {"$ref": "#/$defs/a"}}}',
    "ring by if": '{"if": {"$ref": "#"}}',
    "dynamic ring": '{"$dynamicAnchor": "x", "$dynamicRef": "#x"}',
    "recursive ring": '{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveRef": "#"}',
    "pattern": '{"properties": {"title": {"pattern": "("}}}',
    "names": '{"patternProperties": {"(?<": {}}}',
    "number": '{"properties": {"title": {"maxLength": ' + "1" * 5000 + "}}}",
    "dynamic to nowhere": '{"properties": {"title": {"$dynamicRef": "#gone"}}}',
    "name too long": '{"$ref": "' + "x" * 5000 + '"}',
}


@pytest.mark.parametrize("how", SCHEMAS)
def test_schemas_that_would_stop_an_engine(site: Path, how: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "frontlint.toml").write_text(KIND)
    (site / "own.json").write_text(SCHEMAS[how])
    code, _, err = check(capsys)
    assert code == 2, err
    assert err.startswith("frontlint: own.json:"), err
    assert len(err) < 300


def test_a_schema_that_refers_to_itself_for_inner_values_is_fine(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = {
        "properties": {"kids": {"items": {"$ref": "#"}}, "default": {"$ref": "#/$defs/a"}},
        "$defs": {"a": {}},
    }
    (site / "frontlint.toml").write_text(KIND)
    (site / "own.json").write_text(json.dumps(text))
    (site / "content" / "kids.md").write_text(
        "---\nkids: " + "[{kids: " * 300 + "[]" + "}]" * 300 + "\n---\n"
    )
    reported(capsys)


@pytest.mark.parametrize("line", ["[" * 200_000, '{"a":' * 5000, "1" * 5000, '"\\ud800"'])
def test_baselines(site: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ".frontlint-baseline.jsonl").write_text(f"\n\n{line}\n")
    code, _, err = check(capsys)
    assert code == 2
    assert err.startswith("frontlint: .frontlint-baseline.jsonl:3: this line ")


def test_where_json_is_too_deep() -> None:
    assert json_level('["[[[", {"a\\"[": []}]', 3) is None
    assert json_level('["[[[", {"a\\"[": [[]]}]', 3) == 18
    assert json_level("[" * 10, 9) == 9
    assert json_level('"' + "[" * 10, 9) is None


# Numbers


@pytest.mark.parametrize(
    ("written", "hugo"),
    [
        *(('"1e999"', 0), ("1e999", 0), ("-1e999", 0), (".inf", -(2**63)), (".nan", -(2**63))),
        *(('"0x10"', 16), ('"0x"', 0), ('"1e3"', 0), ('"12.7"', 12), ('"12."', 12), ('".5"', 0)),
        *(('"99999999999999999999"', 0), ("99999999999999999999999", 0), ("1e300", 0)),
        *(('"00012"', 10), ('"08"', 0), ('"1_000"', 1000), (f'"{"1" * 5000}"', 0), ('"-12.7"', -12)),
    ],
)
def test_weights_are_read_as_hugo_reads_them(written: str, hugo: int) -> None:
    """What the real Hugo printed for them."""
    document = read_document(decode("a.md", yaml(f"weight: {written}").encode()), plain_scalar)
    assert as_number(document.data["weight"]) == hugo


NUMBERS = ["1e999", "-1e999", "1e400", "9" * 400, "9" * 5000, "0x" + "f" * 400, "1e-999", "NaN", "Infinity"]
FIELDS = ["weight", "date", "expiryDate", "draft", "tags", "sitemap", "aliases", "url", "slug", "title"]
FORMS = {"y": ("---\n", ": ", "\n---\n"), "t": ("+++\n", " = ", "\n+++\n"), "j": ("{", ": ", "}\n")}
BEYOND = {"y": [".inf", "-.inf", ".nan"], "t": ["inf", "-inf", "nan"], "j": []}


def test_numbers_beyond_all_bounds_take_no_report(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spelled = [*NUMBERS, *(f'"{number}"' for number in NUMBERS)]
    for form, (begin, sign, end) in FORMS.items():
        for at, number in enumerate([*spelled, *BEYOND[form]]):
            for field in FIELDS:
                key, inner = (f'"{name}"' if form == "j" else name for name in (field, "priority"))
                value = f"{{{inner}{sign}{number}}}" if field == "sitemap" else number
                (site / "content" / f"{form}{at}{field}.md").write_text(f"{begin}{key}{sign}{value}{end}")
    reported(capsys, "--select", "all")


def test_toml_refuses_a_float_that_is_too_large(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content" / "a.md").write_text(toml("weight = 1e999"))
    assert "content/a.md:2:10: error syntax: the number 1e999 is too large" in reported(capsys)


@pytest.mark.parametrize("number", ["1e999", "-1e999", ".inf", ".nan", '"1e999"', "9" * 400])
def test_numbers_in_the_settings_of_hugo(site: Path, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "hugo.yaml").write_text(
        f"languages: {{en: {{weight: {number}}}, de: {{weight: 2}}}}\nsummaryLength: {number}\n"
    )
    if number in (".inf", ".nan"):
        reported(capsys)
    else:  # Hugo refuses them as well
        code, out, err = check(capsys)
        assert (code, out) == (2, "")
        assert err.startswith("frontlint: hugo.yaml:1: `languages.en.weight` must be a number"), err


# Files and folders


def test_a_folder_that_cannot_be_read(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("content/locked", "static/locked"):
        (site / folder / "in").mkdir(parents=True)
    plain = os.scandir

    def locked(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain(path)

    monkeypatch.setattr(os, "scandir", locked)
    for arguments in ((), ("--jobs", "2"), ("--stdin-filename", "content/faulty.md")):
        if arguments and arguments[0].startswith("--stdin"):
            break
        out = reported(capsys, *arguments)
        assert "content/locked:1:1: error syntax: the folder cannot be read: Permission denied" in out
        assert "static/locked:1:1: error syntax: the folder cannot be read: Permission denied" in out
    assert run(["urls"]) == 0
    assert run(["tree"]) == 0


def test_a_folder_that_was_unreadable_is_looked_at_again(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "content" / "locked").mkdir()
    for name in ("content", "content/locked", "content/faulty.md"):
        os.utime(site / name, (1, 1))
    plain = os.scandir

    def locked(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", locked)
        run(["check"])
        assert "cannot be read" in capsys.readouterr().out
    run(["check"])
    assert "cannot be read" not in capsys.readouterr().out


@pytest.fixture
def far_folder(site: Path) -> Iterator[Path]:
    """A tree of folders with a page at a path that is longer than the system takes."""
    here = os.open(".", os.O_RDONLY)
    os.chdir("content")
    for _ in range(25):
        os.mkdir("d" * 200)  # noqa: PTH102
        os.chdir("d" * 200)
    Path("far.md").write_text(FAULTY)
    os.chdir(here)
    yield site
    os.chdir(here)
    subprocess.run(["rm", "-rf", "content/" + "d" * 200], check=True)
    os.close(here)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a path that Windows does not make")
def test_a_path_that_is_too_long(far_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = reported(capsys)
    assert "error syntax: the folder cannot be read: File name too long" in out


@pytest.mark.skipif(sys.platform != "linux", reason="only there names may be any bytes")
@pytest.mark.parametrize("form", formats.names())
def test_names_that_are_not_unicode(site: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = os.fsencode(site / "content")
    os.mkdir(folder + b"/s\xff")  # noqa: PTH102
    for name in (b"\xff\xfe.md", b"s\xff/a.md", b"new\nline.md", b"\x1b[31m.md"):
        with open(folder + b"/" + name, "wb") as stream:  # noqa: PTH123
            stream.write(FAULTY.encode())
    out = site / "report.txt"
    assert run(["check", "--no-cache", "--output-format", f"{form}={out}"]) == 1
    assert "on 5 pages (" in capsys.readouterr().err
    assert "draft-not-boolean" in out.read_text(encoding="utf-8")


@pytest.fixture
def deep_layouts(site: Path) -> Iterator[Path]:
    """More folders within one another than functions may call one another."""
    (site / "layouts").mkdir()
    os.chdir(site / "layouts")
    for _ in range(1100):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
    os.chdir(site)
    yield site
    subprocess.run(["rm", "-rf", str(site / "layouts")], check=True)  # shutil's is recursive, too


@pytest.mark.skipif(sys.platform == "win32", reason="needs a path that Windows does not make")
def test_templates_may_nest_deep(deep_layouts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`os.walk` of Python 3.11 is recursive."""
    page = "---\ndescription: '{{< ref \"faulty\" >}}'\n---\n"
    (deep_layouts / "content" / "ref.md").write_text(page)
    reported(capsys)


@pytest.mark.parametrize("source", ["{}/notes", "{}/notes/n.md", "../notes", "/nowhere", "x" * 5000, "a\\0b"])
def test_mounts(site: Path, source: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site.parent / "notes").mkdir()
    (site.parent / "notes" / "n.md").write_text(FAULTY)
    path = source.format(site.parent.as_posix())
    for component in ("content", "static", "layouts"):
        target = f"{component}/n.md" if path.endswith(".md") else component
        mounts = f'[{{source: content, target: content}}, {{source: "{path}", target: {target}}}]'
        (site / "hugo.yaml").write_text(f"module: {{mounts: {mounts}}}\n")
        out = reported(capsys)
        assert ("notes/n.md:3:8" in out) is (component == "content" and "notes" in path)


@pytest.mark.parametrize("key", ["contentDir", "staticDir", "layoutDir", "themesDir", "dataDir"])
def test_folders_of_the_settings(site: Path, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    (site.parent / "other" / "t").mkdir(parents=True)
    (site.parent / "other" / "faulty.md").write_text(FAULTY)
    for path in ("../other", (site.parent / "other").as_posix(), "x" * 5000, "content/../../other"):
        (site / "hugo.yaml").write_text(f"{key}: '{path}'\ntheme: t\n")
        code, out, err = check(capsys)
        assert code in (0, 1) or "there is no page" in err
        assert key == "contentDir" or "content/faulty.md:3:8" in out


def test_an_absolute_mount_is_the_same_as_a_relative_one(site: Path) -> None:
    text = "module: {mounts: [{source: '%s', target: content}]}\n"
    (site.parent / "notes").mkdir()
    (site / "hugo.yaml").write_text(text % (site.parent / "notes").as_posix())
    assert [mount.source for mount in load_config(site).content_mounts] == ["../notes"]


# Failures of our own


def boom(*_: object, **__: object) -> Any:
    raise RuntimeError("our own fault")


def deep(*_: object, **__: object) -> Any:
    return deep()


def memory(*_: object, **__: object) -> Any:
    raise MemoryError


def failed(capsys: pytest.CaptureFixture[str], *arguments: str, log: str = "our own fault") -> str:
    """What is printed by a run in which frontlint itself failed."""
    code, out, err = check(capsys, *arguments)
    assert code == 3, out + err
    assert "failed; please report this log:" in err
    assert log in err
    return out


@pytest.mark.parametrize("how", [boom, deep, memory])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_page_rule(
    site: Path,
    how: Callable[..., Any],
    jobs: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for at in range(70 if jobs == "2" else 1):
        (site / "content" / f"p{at}.md").write_text("---\ntitle: A\ntags: {}\n---\n")
    monkeypatch.setattr(DraftNotBoolean, "check", how)
    out = failed(capsys, "--jobs", jobs, log="Error")
    assert out.count("error internal-error: the rule `draft-not-boolean` failed here") == 1
    assert "content/faulty.md:1:1: error internal-error" in out


@pytest.mark.parametrize("how", [boom, deep, memory])
@pytest.mark.parametrize("phase", ["read_document", "collect", "ignores"])
def test_a_phase_of_a_page(
    site: Path,
    how: Callable[..., Any],
    phase: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    import frontlint.engine.scanner as scan

    (site / "content" / "bad.md").write_text("---\ntitle: bad one\n---\n")
    plain = getattr(scan, phase)

    def some(thing: Any, *rest: Any) -> Any:
        text = thing.text if phase == "read_document" else thing.source.text
        return how() if "bad one" in text else plain(thing, *rest)

    monkeypatch.setattr(scan, phase, some)
    out = failed(capsys, log="Error")
    assert out.count("internal-error") == 1
    assert "content/bad.md:1:1: error internal-error: reading the page failed here" in out
    assert "content/faulty.md:3:8: error draft-not-boolean" in out
    assert run(["urls"]) == 3
    assert run(["tree"]) == 3


def test_a_site_rule(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(AliasCollision, "check", boom)
    out = failed(capsys)
    assert out.count("error internal-error: the rule `alias-collision` failed here") == 1
    assert "error draft-not-boolean" in out


def test_the_site_itself(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether it is the pages or the settings that frontlint fails over."""
    from frontlint.hugo.publish import publish as plain
    from frontlint.site import model as module

    monkeypatch.setattr(
        module,
        "publish",
        lambda files, config, clock: (boom if files or config.files else plain)(files, config, clock),
    )
    out = failed(capsys)
    assert out.count("internal-error") == 1
    assert "putting the site together failed here" in out
    assert "error draft-not-boolean" in out


def test_a_schema_engine(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All rules about schemas ask it: it is said once a page."""
    from frontlint.schema import engine

    plain = engine.engine_for
    monkeypatch.setattr(
        engine, "engine_for", lambda library: boom() if library.name == "own.json" else plain(library)
    )
    (site / "frontlint.toml").write_text(KIND)
    (site / "own.json").write_text('{"type": "object", "propertyNames": {"minLength": 1}}')
    out = failed(capsys)
    assert out.count("internal-error") == 1
    assert "error draft-not-boolean" in out


def test_a_panic_of_the_engine_in_rust(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no Exception, and the engine in Python answers in its place."""
    from frontlint.schema.engine import RustEngine
    from frontlint.schema.load import load

    class PanicException(BaseException):
        pass

    class Broken:
        def is_valid(self, data: object) -> bool:
            raise PanicException

        def iter_errors(self, data: object) -> list[object]:
            raise PanicException

    engine = RustEngine(load("tag"))
    engine._validator = Broken()  # type: ignore[assignment]
    assert not engine.is_valid({"title": 1})
    assert list(engine.errors({"title": 1}))


@pytest.mark.parametrize("ending", [StopSignal(15), KeyboardInterrupt(), SystemExit(2)])
def test_a_signal_while_the_engine_in_rust_is_busy(ending: BaseException) -> None:
    from frontlint.schema.engine import RustEngine
    from frontlint.schema.load import load

    class Stopped:
        def is_valid(self, data: object) -> bool:
            raise ending

        iter_errors = is_valid

    engine = RustEngine(load("tag"))
    engine._validator = Stopped()  # type: ignore[assignment]
    with pytest.raises(type(ending)):
        engine.is_valid({"title": 1})
    with pytest.raises(type(ending)):
        engine.errors({"title": 1})


@pytest.mark.parametrize("broken", formats.names())
def test_a_format(
    site: Path, broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = formats.load
    monkeypatch.setattr(formats, "load", lambda name: boom if name == broken else plain(name))
    names = formats.names()
    wishes = [part for name in names for part in ("--output-format", f"{name}={site / name}.out")]
    assert run(["check", "--no-cache", *wishes]) == 3
    assert f"the format {broken}:" in capsys.readouterr().err
    for name in names:
        there = (site / f"{name}.out").exists()
        assert there is (name != broken), name
        assert not there or "draft-not-boolean" in (site / f"{name}.out").read_text()


@pytest.mark.parametrize("form", ["sarif", "gitlab"])
def test_a_fingerprint(
    site: Path, form: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("frontlint.findings.fingerprint._Page.content", boom)
    out = failed(capsys, "--output-format", f"{form}={site / 'report'}")
    assert "draft-not-boolean" in out
    assert "draft-not-boolean" in (site / "report").read_text()
    (site / ".frontlint-baseline.jsonl").write_text("")
    assert "draft-not-boolean" in failed(capsys)


def test_steps_that_only_help(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / ".frontlint-baseline.jsonl").write_text("")
    monkeypatch.setattr("frontlint.engine.suppressed.by_baseline", boom)
    assert "draft-not-boolean" in failed(capsys)
    monkeypatch.setattr("frontlint.engine.cache.last_run.LastRun.recall", boom)
    assert run(["check"]) == 3
    assert "draft-not-boolean" in capsys.readouterr().out


def test_comparing(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ".git" / "HEAD").unlink()
    (site / ".git").rmdir()
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], check=True, cwd=site)
    (site / "content" / "faulty.md").write_text(FAULTY.replace("title: A", "title: B"))
    monkeypatch.setattr("frontlint.engine.compare.new_findings.history_findings", boom)
    out = failed(capsys, "--since", "HEAD")
    assert "comparing with the base failed here" in out
    assert "draft-not-boolean" in out


# The rule


HIDING = {
    "settings": lambda root: (root / "frontlint.toml").write_text('[rules]\nignore = ["all"]\n'),
    "group": lambda root: (root / "frontlint.toml").write_text('[rules]\nignore = ["hygiene", "urls"]\n'),
    "select": lambda root: (root / "frontlint.toml").write_text('[rules]\nselect = ["draft-not-boolean"]\n'),
    "exclude": lambda root: (root / "frontlint.toml").write_text('exclude = ["content"]\n'),
    "page": lambda root: (root / "content" / "faulty.md").write_text(
        FAULTY + "<!-- frontlint-ignore internal-error -->\n<!-- frontlint-ignore hygiene -->\n"
    ),
}


@pytest.mark.parametrize("how", HIDING)
def test_nothing_hides_an_internal_error(
    site: Path, how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    HIDING[how](site)
    monkeypatch.setattr("frontlint.engine.scanner.collect", boom)
    assert "internal-error" in failed(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--ignore", "internal-error"),
        ("--severity", "internal-error=info"),
        ("--ignore", "hygiene/internal-error"),
    ],
)
def test_it_cannot_be_switched_off(
    site: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = check(capsys, *arguments)
    assert code == 2
    assert "`internal-error` cannot be switched off" in err


def test_it_is_explained_and_listed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "internal-error"]) == 0
    assert "frontlint --version" in capsys.readouterr().out
    assert run(["rules", "--format", "json"]) == 0
    assert '"internal-error"' in capsys.readouterr().out
