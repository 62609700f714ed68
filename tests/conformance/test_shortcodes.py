"""Shortcodes that Hugo cannot read: the same ones, at the same place."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from conformance import hugo_binary
from frontlint.hugo.content.shortcode_faults import shortcode_problem
from frontlint.hugo.content.shortcode_lexer import first_fault
from support import found, lint

CASES = (
    *('{{< x "a', '{{< x "a\n" >}}', "{{< x `a\nb` >}}", "{{< x `a\nb", "{{< x a", "{{< x a\n\nb, c"),
    *(
        "{{< x (a) >}}",
        "{{< x 'a' >}}",
        "{{< x /a/b.md >}}",
        "{{< x a/b >}}",
        "{{< x a, b >}}",
        "{{< x # >}}",
    ),
    *("{{< x a=b>}} c", "{{< x a=b >}}", "{{< x a= >}}", "{{< x a = b >}}", "{{< x a = b c >}}"),
    *('{{< x a="b" c >}}', '{{< x c a="b" >}}', '{{< x "c" a="b" >}}', '{{< x a="b" "c" >}}'),
    *(
        "{{< >}}",
        "{{<>}}",
        "{{% %}}",
        "{{<%>}}",
        "{{< -x >}}",
        "{{< x.html >}}",
        "{{< y/z >}}",
        "{{< y/z.b >}}",
    ),
    *("{{< x }}", "{{< x > }}", "{{< x %}}", "{{% x >}}", "{{< x", "{{<", "{{%", "{{", "{{ x", "{{{< x >}}}"),
    *(
        "{{< in >}}{{< /in >}}",
        "{{< in />}}",
        "{{< in >}}{{< /x >}}",
        "{{< /in >}}",
        "{{< in >}}{{< /in a >}}",
    ),
    *(
        "{{< in >}}{{< /in >}}{{< /in >}}",
        "{{< in >}}{{% /in %}}",
        "{{< in >}}{{< / in\n>}}",
        "{{< in /in >}}",
    ),
    *("{{</* x */>}}", "{{</* x >}}", "{{</*/>}}", "{{</**/>}}", "{{%/* x */>}}", "{{</* {{< x( >}} */>}}"),
    *("{{< t.inline >}}a{{< /t.inline >}}", "{{< t.inline >}}{{< x >}}{{< /t.inline >}}", "{{< t.inline>}}"),
    *(r"{{< x \"a\" >}}", r'{{< x "a\" >}}', r'{{< x "a\"b" >}}', r"{{< x \`a` >}}", r'{{< x "a\`" >}}'),
    *('{{< x "{{< a( >}}" >}}', '{{< x "a"b >}}', '{{< x "a""b" >}}', "{{< x é >}}", "{{< x e\u0301 >}}"),
    *("{{< x a\u00a0b >}}", "{{< x a=b\u00a0c >}}", "{{< x ² >}}", "{{< x a\x0bb >}}", "{{< x\r\na\r\n>}}"),
)
_PIECES = (
    *(
        "{{< ",
        "{{<",
        "{{% ",
        " >}}",
        ">}}",
        " %}}",
        "{{</* ",
        " */>}}",
        "x",
        "in",
        "y/z",
        "t.inline ",
        "x.html",
    ),
    *("/", "/in", '"a"', '"a', '"', "`", "`b`", "\\", '\\"', "=", "a=", 'a="b"', "a=b", "c", "1.5", "-", "("),
    *("é", "²", "\n", "\r\n", " ", "\u00a0", ">", "%", "}}", "{{", "<!--more-->", "text"),
)
_WHOLE = (
    *("{{< x >}}", "{{< in >}}", "{{< /in >}}", "{{% in %}}", '{{< x a="b" >}}', "{{< in />}}"),
    *("{{< t.inline >}}", "{{< /t.inline >}}", '{{< x "a" `b` >}}', "text"),
)
_PLACE = re.compile(r'"<stream>:(\d+):(\d+)": (.*)', re.DOTALL)
# These depend on templates, or come of an earlier shortcode whose template waits for its end.
_OF_TEMPLATES = ("template for shortcode", "must be closed or self-closed", "does not evaluate .Inner")
_OF_THE_WHOLE = ("shortcode has no name", "invalid state", "nil pointer")
_ASK = """\
{{- range $i, $text := site.Data.cases -}}{{- $made := try ($.RenderString $text) -}}
{{ dict "i" $i "error" (cond (eq $made.Err nil) "" (printf "%s" $made.Err)) | jsonify }}
{{ end -}}
"""


class Verdict(NamedTuple):
    """What Hugo says of a text: nothing, or an error with line and column (in bytes, from 1)."""

    error: str = ""
    line: int = 0
    column: int = 0


def made_texts(seed: int, number: int) -> list[str]:
    """Random texts, half of them a few pieces away from right ones."""
    random = Random(seed)
    return [_bent(random) if at % 2 else _heap(random) for at in range(number)]


def _heap(random: Random) -> str:
    pieces = random.choices(_PIECES, k=random.randint(1, 9))
    return random.choice(("", "{{< ", "{{< x ")) + "".join(pieces) + random.choice(("", " >}}"))


def _bent(random: Random) -> str:
    pieces = random.choices(_WHOLE, k=random.randint(1, 5))
    pieces.insert(random.randint(0, len(pieces)), random.choice(_PIECES))
    text = "".join(pieces)
    cut = random.randrange(len(text))
    return text if random.random() < 0.5 else text[:cut] + text[cut + 1 :]


def ask(folder: Path, texts: list[str]) -> list[Verdict]:
    """What `RenderString` says of each text, all in one run: it reads shortcodes as pages are read."""
    for name, text in (("x", "x"), ("in", "{{ .Inner }}"), ("y/z", "z")):
        path = folder / "layouts" / "_shortcodes" / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    answers = hugo_binary.ask(folder, texts, _ASK)
    return [_verdict(str(answer.get("error", "no answer"))) for answer in answers]


def _verdict(words: str) -> Verdict:
    if not words:
        return Verdict()
    place = _PLACE.search(words)
    return Verdict(place[3], int(place[1]), int(place[2])) if place else Verdict(words)


def difference(text: str, hugo: Verdict) -> str | None:
    """How we differ from Hugo over a text."""
    fault = first_fault(text)
    if fault is None:
        of_templates = not hugo.error or any(words in hugo.error for words in _OF_TEMPLATES)
        return None if of_templates else f"only Hugo refuses it: {hugo}"
    if not hugo.error:
        return f"only we refuse it: {fault}"
    if any(words in hugo.error for words in (*_OF_TEMPLATES, *_OF_THE_WHOLE)):
        return None
    line_start = text.rfind("\n", 0, fault.at) + 1
    ours = (text.count("\n", 0, fault.at) + 1, len(text[line_start : fault.at].encode()) + 1)
    return None if ours == (hugo.line, hugo.column) else f"{ours} {fault}, Hugo {hugo}"


def test_hugo_and_we_refuse_the_same(tmp_path: Path) -> None:
    # A shortcode first: `RenderString` does not look at all at what has none.
    texts = [f"{{{{< x >}}}}\n{text}" for text in (*CASES, *made_texts(1, 4000))]
    verdicts = ask(tmp_path, texts)
    assert sum(1 for one in verdicts if one.error) > 1000
    told = [(text, difference(text, hugo)) for text, hugo in zip(texts, verdicts, strict=True)]
    assert [one for one in told if one[1]] == []


def test_what_is_said_fits() -> None:
    for text in (*CASES, *made_texts(2, 4000)):
        problem = shortcode_problem(text)
        if problem is not None:
            assert len(problem.message) < 120, text
            assert problem.help, text
            assert 0 <= problem.span.start < len(text), text


BAD = 'Text\n{{< x "a >}}\n'
PAGES = {
    "a draft": "---\ndraft: true\n---\n" + BAD,
    "a page of the future": "---\ndate: 2999-01-01\n---\n" + BAD,
    "never rendered": "+++\nbuild = {render = 'never', list = 'never'}\n+++\n" + BAD,
    "JSON": '{"title": "x"}\n' + BAD,
    "Org keywords": "#+title: x\n\n" + BAD,
    "no front matter": BAD,
    "a fence": "---\n---\n```\n" + BAD + "```\n",
    "an HTML comment": "---\n---\n<!--\n" + BAD + "-->\n",
    "a comment at the start": "<!--\n" + BAD + "-->\n",
    "after the summary": "---\n---\nText\n<!--more-->\n" + BAD,
    "CRLF": "---\r\n---\r\n" + BAD.replace("\n", "\r\n"),
    "at the end": "---\n---\n" + BAD.rstrip("\n"),
    "indented": "---\n---\n    " + BAD.replace("\n", "\n    "),
}


@pytest.mark.parametrize(
    ("name", "where"),
    [
        *((name, "content/a.md") for name in PAGES),
        *(("a draft", where) for where in ("content/b/c.md", "content/_index.md", "content/a.adoc")),
    ],
)
def test_every_page_is_read(name: str, where: str, tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "baseURL: https://example.org/\n",
        "layouts/all.html": "no content",
        "layouts/_shortcodes/x.html": "x",
        "content/b/index.md": "---\ntitle: b\n---\n",
        where: PAGES[name],
    }
    for file, text in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes(text.encode())
    built = hugo_binary.build(tmp_path)
    line = re.search(re.escape(where) + r":(\d+):\d+\"", built.output)
    assert built.exit_code != 0
    assert line is not None, built.output
    assert (where, int(line[1]), "syntax") in found(lint(tmp_path, ["syntax"]))
