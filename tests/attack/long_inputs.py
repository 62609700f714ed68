"""Pages, sites and settings of any length, each of one kind: what a checkout may hold to hang a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Files = dict[str, "str | bytes"]
Builder = Callable[[int], Files]

PAGE = "content/posts/long.md"


def yaml(front: str, body: str = "Text.\n") -> str:
    """A page with YAML front matter."""
    return f"---\ntitle: Long\n{front}---\n\n{body}"


def toml(front: str, body: str = "Text.\n") -> str:
    """A page with TOML front matter."""
    return f'+++\ntitle = "Long"\n{front}+++\n\n{body}'


def json(front: str, body: str = "Text.\n") -> str:
    """A page with JSON front matter; `front` begins behind the title."""
    return f'{{\n"title": "Long"{front}\n}}\n\n{body}'


def _lines(line: str, n: int) -> str:
    """The line n times, with its number for `#`."""
    return "".join(line.replace("#", str(at)) for at in range(n))


YAML_PAGES: Mapping[str, Callable[[int], str | bytes]] = {
    "anchors": lambda n: yaml(_lines("k#: &a# x\n", n) + "last: *a0\n"),
    "aliases-of-one-text": lambda n: yaml("one: &a x\nmany:\n" + "- *a\n" * n),
    "aliases-of-one-list": lambda n: yaml("one: &a [x]\n" + _lines("k#: *a\n", n)),
    "aliases-of-long-list": lambda n: yaml(f"one: &a [{'x, ' * n}]\n" + _lines("k#: *a\n", n)),
    "aliases-of-long-text": lambda n: yaml(f"one: &a {'x ' * n}\n" + _lines("k#: *a\n", n)),
    "aliases-of-long-block": lambda n: yaml("one: &a |\n" + "  text text\n" * n + _lines("k#: *a\n", n)),
    "alias-keys": lambda n: yaml(f"one: &a {'x' * 1000}\n" + _lines("k#: {*a : 1}\n", n)),
    "unknown-aliases": lambda n: yaml(_lines("k#: *a#\n", n)),
    "merges": lambda n: yaml("one: &a {x: 1}\n" + _lines("k#: {<<: *a}\n", n)),
    "merges-of-long-map": lambda n: yaml("one: &a\n" + _lines("  m#: 1\n", n) + _lines("k#: {<<: *a}\n", n)),
    "merge-list": lambda n: yaml("one: &a\n" + _lines("  m#: 1\n", n) + f"k: {{<<: [{'*a, ' * n}]}}\n"),
    "merge-chain": lambda n: yaml(
        "a0: &a0 {k: 1}\n" + "".join(f"a{i}: &a{i} {{<<: *a{i - 1}, k{i}: 1}}\n" for i in range(1, n))
    ),
    "laughs": lambda n: yaml(
        "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n))
    ),
    "laughs-map": lambda n: yaml(
        "a0: &a0 {x: 1}\n" + "".join(f"a{i}: &a{i} {{x: *a{i - 1}, y: *a{i - 1}}}\n" for i in range(1, n))
    ),
    "alias-depth": lambda n: yaml(
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, n))
    ),
    "self-alias": lambda n: yaml("a: &a [" + "*a, " * n + "]\n"),
    "keys": lambda n: yaml(_lines("key#: x\n", n)),
    "keys-and-tab": lambda n: yaml("odd: a\tb\n" + _lines("key#: x\n", n)),
    "long-key": lambda n: yaml("k" * n + ": x\n"),
    "duplicate-keys": lambda n: yaml("key: x\n" * n),
    "nested-duplicates": lambda n: yaml("maps:\n" + "- a: 1\n  a: 2\n" * n),
    "case-clashes": lambda n: yaml(_lines("key#: x\nKey#: y\n", n)),
    "wrong-items": lambda n: yaml("tags:\n" + "- {a: b}\n" * n),
    "wrong-numbers": lambda n: yaml("tags:\n" + "- 1\n" * n),
    "wrong-flow-items": lambda n: yaml("tags: [" + "1, " * n + "]\n"),
    "aliases-list": lambda n: yaml("aliases:\n" + _lines("- /old-#/\n", n)),
    "aliases-relative": lambda n: yaml("aliases:\n" + _lines("- old-#\n", n)),
    "aliases-same": lambda n: yaml("aliases:\n" + "- /old/\n" * n),
    "aliases-malformed": lambda n: yaml("aliases:\n" + "- 'http://x y'\n" * n),
    "aliases-own": lambda n: yaml("aliases:\n" + "- /posts/long/\n" * n),
    "tags": lambda n: yaml("tags:\n" + _lines("- Tag #\n", n)),
    "tags-same": lambda n: yaml("tags:\n" + "- Tag\n" * n),
    "tags-case": lambda n: yaml("tags:\n" + _lines("- tag#\n- Tag#\n", n)),
    "tags-characters": lambda n: yaml("tags:\n" + _lines("- a & b #\n", n)),
    "null-items": lambda n: yaml("tags:\n" + "-\n" * n),
    "null-keys": lambda n: yaml(_lines("key#:\n", n)),
    "comments": lambda n: yaml("# comment\n" * n),
    "blank-lines": lambda n: yaml("\n" * n),
    "blank-lines-cr": lambda n: yaml("\r" * n),
    "blank-body": lambda n: yaml("", "\n" * n),
    "long-line": lambda n: yaml(f"description: {'word ' * n}\n"),
    "long-word": lambda n: yaml(f"description: {'x' * n}\n"),
    "long-quoted": lambda n: yaml(f'description: "{"a " * n}"\n'),
    "long-escapes": lambda n: yaml('description: "' + "\\u00e9" * n + '"\n'),
    "long-bad-escapes": lambda n: yaml('description: "' + "\\U" * n + '"\n'),
    "surrogate-escapes": lambda n: yaml('description: "' + "\\ud83d\\ude00" * n + '"\n'),
    "surrogate-lines": lambda n: yaml(_lines('k#: "\\ud83d\\ude00"\n', n)),
    "long-folded": lambda n: yaml("description: >\n" + "  word word.\n" * n),
    "long-literal": lambda n: yaml("description: |\n" + "  word word.\n" * n),
    "plain-over-lines": lambda n: yaml("description: a\n" + "  word word\n" * n),
    "many-go-on": lambda n: yaml("tags:\n" + "- a\n  b\n" * n),
    "sentences": lambda n: yaml("description: >\n" + _lines("  This is sentence number # of them.\n", n)),
    "same-sentences": lambda n: yaml("description: >\n" + "  This is one sentence of them.\n" * n),
    "items-in-text": lambda n: yaml("Instructions: |\n" + "  - item one\n" * n),
    "nested-items": lambda n: yaml(
        "Instructions: |\n" + "".join("  " + "  " * (i % 50) + f"- item {i}\n" for i in range(n))
    ),
    "doubled-words": lambda n: yaml("description: >\n" + "  the the cat.\n" * n),
    "links-in-text": lambda n: yaml("description: '" + "[a](b) " * n + "'\n"),
    "open-links": lambda n: yaml("description: '" + "[a](" * n + "'\n"),
    "open-brackets": lambda n: yaml("description: '" + "[" * n + "'\n"),
    "stars-in-text": lambda n: yaml("description: '" + "*a " * n + "'\n"),
    "ticks-in-text": lambda n: yaml("description: '" + "`" * n + "'\n"),
    "invisible": lambda n: yaml("description: '" + "a\u200bb" * n + "'\n"),
    "placeholders": lambda n: yaml("description: '" + "TODO lorem ipsum " * n + "'\n"),
    "flow-deep-row": lambda n: yaml("x: [" + "[], " * n + "]\n"),
    "flow-maps": lambda n: yaml("x: [" + "{a: 1}, " * n + "]\n"),
    "flow-colon-keys": lambda n: yaml("x: {" + _lines("a#:1, ", n) + "}\n"),
    "flow-bad-colons": lambda n: yaml("x: {" + _lines("a#:}, ", n) + "}\n"),
    "flow-text-lines": lambda n: yaml("x: [a\n" + "  b\n" * n + "]\n"),
    "brackets-unclosed": lambda n: yaml("x: " + "[" * min(n, 300) + "a, " * n + "\n"),
    "controls": lambda n: yaml("x: '" + "\x01" * n + "'\n"),
    "controls-kinds": lambda n: yaml("x: '" + "".join(chr(1 + i % 8) for i in range(n)) + "'\n"),
    "next-lines": lambda n: yaml("x: a\n" + "\x85" * n + "\n"),
    "tabs": lambda n: yaml("x: a\n" + "\t" * n + "\n"),
    "tab-lines": lambda n: yaml("-\tx\n" * n),
    "tab-items": lambda n: yaml("x:\n" + "-\ta\n" * n),
    "percents": lambda n: yaml("x:\n" + "  %a\n" * n),
    "undefined-tags": lambda n: yaml(_lines("k#: !e!x a\n", n)),
    "tags-on-values": lambda n: yaml(_lines("k#: !!str a\n", n)),
    "value-below": lambda n: yaml(_lines("k#:\nvalue\n", n)),
    "many-colons": lambda n: yaml("x: a" + ": b" * n + "\n"),
    "colon-lines": lambda n: yaml(_lines("k#: a: b\n", n)),
    "dash-texts": lambda n: yaml(_lines("k#: a\n  - b: c\n", n)),
    "questions": lambda n: yaml(_lines("k#: ?\n", n)),
    "documents": lambda n: "---\ntitle: x\n...\n" + "--- a\n" * n,
    "no-closing": lambda n: "---\ntitle: x\n" + "key: x\n" * n,
    "dashes": lambda n: "---\ntitle: x\n" + "x---\n" * n,
    "cr-and-lf": lambda n: "---\r\ntitle: x\r\n" + "tags: [a]\r" + "k: x\r\n" * n + "---\r\n",
    "ignores-front": lambda n: yaml(_lines("k#: # frontlint: ignore[syntax]\n", n)),
    "ignores-front-lines": lambda n: yaml("# frontlint: ignore[null-value]\n" * n + "x:\n"),
    "ignores-one-line": lambda n: yaml("x: a " + "# frontlint: ignore[null-value] " * n + "\n"),
    "ignores-names": lambda n: yaml(f"x: # frontlint: ignore[{_lines('rule-#, ', n)}]\n"),
    "ignores-and-items": lambda n: yaml("tags:\n" + _lines("- # frontlint: ignore[null-value]\n", n)),
    "ignores-in-text": lambda n: yaml("x: |\n" + "  # frontlint: ignore[null-value]\n" * n),
    "ignores-body": lambda n: yaml("aliases: [a]\n", "<!-- frontlint-ignore alias-relative -->\n" * n),
    "ignores-body-names": lambda n: yaml("", f"<!-- frontlint-ignore {_lines('x# ', n)} -->\n"),
    "ignores-body-open": lambda n: yaml("", "<!-- frontlint-ignore x " * n),
    "ignores-below": lambda n: yaml("", "Text\n" + "<!-- frontlint-ignore null-value -->\n" * n),
    "ignore-blanks": lambda n: yaml("", "<!-- frontlint-ignore x" + " " * n),
    "refs": lambda n: yaml("", _lines('[a]({{< ref "page-#" >}}) and\n', n)),
    "refs-same": lambda n: yaml("", '[a]({{< ref "nowhere" >}}) and\n' * n),
    "refs-relative": lambda n: yaml("", '[a]({{< relref "../x/nowhere.md#a" >}}) and\n' * n),
    "refs-percent": lambda n: yaml("", '[a]({{% ref "nowhere" %}}) and\n' * n),
    "refs-open": lambda n: yaml("", '{{< ref "x' * n),
    "refs-open-name": lambda n: yaml("", "{{< ref a" * n),
    "refs-parameters": lambda n: yaml("", '{{< ref "x"' + " a=b" * n),
    "refs-and-shortcodes": lambda n: yaml("", '{{< ref "x" >}}' + "{{< y >}}" * n),
    "refs-and-comments": lambda n: yaml("", '{{< ref "x" >}}' + "{{</*" * n),
    "refs-and-openings": lambda n: yaml("", '{{< ref "x" >}}' + "{{<" * n),
    "refs-in-html": lambda n: yaml("", '<div>{{< ref "x" >}}</div>\n' * n),
    "refs-in-html-block": lambda n: yaml("", "<div>\n" + '{{< ref "x" >}}\n' * n),
    "refs-and-tags": lambda n: yaml("", '{{< ref "x" >}}' + "<a " * n),
    "refs-and-code": lambda n: yaml("", '{{< ref "x" >}}\n' + "```\n" * n),
    "refs-and-comment-html": lambda n: yaml("", '{{< ref "x" >}}\n' + "<!--\n" * n),
    "refs-long-path": lambda n: yaml("", '{{< ref "' + "a/" * n + '" >}}'),
    "refs-dots": lambda n: yaml("", '{{< ref "' + "../" * n + '" >}}'),
    "refs-raw": lambda n: yaml("", "{{< ref `x` >}}" + "{{< ref `x" * n),
    "cascade-stars": lambda n: yaml(f"cascade:\n  target:\n    path: '/{'*a' * n}b'\n  x: 1\n"),
    "cascade-double-stars": lambda n: yaml(f"cascade:\n  target:\n    path: '{'/**a' * n}b'\n  x: 1\n"),
    "cascade-braces": lambda n: yaml(f"cascade:\n  target:\n    path: '{'{a,b,*}' * n}b'\n  x: 1\n"),
    "cascade-many": lambda n: yaml("cascade:\n" + _lines("- target: {path: '/x#/**'}\n  x: 1\n", n)),
    "cascade-keys": lambda n: yaml("cascade:\n" + _lines("  k#: 1\n", n)),
    "dates": lambda n: yaml(f"date: '{'1' * n}'\n"),
    "dates-word": lambda n: yaml(f"date: '{'2020-' * n}'\n"),
    "weight": lambda n: yaml(f"weight: '{'1' * n}x'\n"),
    "weight-plain": lambda n: yaml(f"weight: {'1' * n}\n"),
    "weight-hex": lambda n: yaml(f"weight: 0x{'1' * n}\n"),
    "weight-underscores": lambda n: yaml(f"weight: {'1_' * n}1\n"),
    "weight-float": lambda n: yaml(f"weight: 1.{'1' * n}e9\n"),
    "weight-exponent": lambda n: yaml(f"weight: 1e{'1' * n}\n"),
    "slug": lambda n: yaml(f"slug: '{'a b ' * n}'\n"),
    "url": lambda n: yaml(f"url: '{'/a' * n}'\n"),
    "url-dots": lambda n: yaml(f"url: '{'/a/..' * n}'\n"),
    "url-percent": lambda n: yaml(f"url: '/{'%41' * n}'\n"),
    "url-tokens": lambda n: yaml(f"url: '/{':year/' * n}'\n"),
    "url-slugs": lambda n: yaml(f"slug: {'a' * n}\nurl: '/{':slug/' * n}'\n"),
    "url-sections": lambda n: yaml(f"url: '/{':sections[1:last]/' * n}'\n"),
    "title": lambda n: yaml("").replace("Long", "Long " * n),
    "outputs": lambda n: yaml("outputs: [" + "html, " * n + "]\n"),
    "outputs-unknown": lambda n: yaml("outputs: [" + _lines("x#, ", n) + "]\n"),
    "resources": lambda n: yaml("resources:\n" + "- src: '*'\n  name: x\n" * n),
    "build": lambda n: yaml("build:\n" + _lines("  k#: x\n", n)),
    "menus": lambda n: yaml("menus:\n" + _lines("  m#: {weight: 1}\n", n)),
    "params-deep": lambda n: yaml("params:\n" + _lines("  k#: {a: {b: c}}\n", n)),
    "sitemap": lambda n: yaml("sitemap:\n" + _lines("  k#: x\n", n)),
    "ids": lambda n: yaml(f"ResourceId: {'a' * n}\nItemId: {'a' * n}\n"),
    "resource-keys": lambda n: yaml("ResourceId: aaaaaaaaaaa\ntldr: x\n" + _lines("titl#: x\n", n)),
    "children": lambda n: yaml("ClassificationType: concepts\nchildren:\n" + _lines("- name: x#\n", n)),
    "section-list": lambda n: yaml("resourceTypes: [" + _lines("x#, ", n) + "]\n"),
    "invalid-utf8": lambda n: yaml("").encode() + b"\xff" * n,
    "invalid-utf8-front": lambda n: b"---\ntitle: " + b"\xe9a" * n + b"\n---\n",
    "invalid-utf8-cut": lambda n: yaml("").encode() + "\u20ac".encode()[:2] * n,
    "bom-in-text": lambda n: yaml("x: '" + "\ufeff" * n + "'\n"),
    "astral": lambda n: yaml("x: '" + "\U0001f600" * n + "'\ntags:\n" + "- 1\n" * n),
    "nul": lambda n: yaml("", "\0" * n),
}

TOML_PAGES: Mapping[str, Callable[[int], str | bytes]] = {
    "keys": lambda n: toml(_lines("key# = 1\n", n)),
    "duplicates": lambda n: toml("key = 1\n" * n),
    "duplicate-tables": lambda n: toml("[t]\n" * n),
    "clashes": lambda n: toml(_lines("k# = 1\nK# = 1\n", n)),
    "dotted": lambda n: toml(_lines("a.b.c# = 1\n", n)),
    "dotted-deep": lambda n: toml("a." * min(n, 300) + "b = 1\n"),
    "tables": lambda n: toml(_lines("[t#]\nk = 1\n", n)),
    "tables-below": lambda n: toml(_lines("[a.b.c.t#]\nk = 1\n", n)),
    "table-items": lambda n: toml("[[t]]\nk = 1\n" * n),
    "table-items-below": lambda n: toml("[[t]]\n" + "[[t.u]]\nk = 1\n" * n),
    "comments": lambda n: toml("# comment\n" * n),
    "blank-lines": lambda n: toml("\n" * n),
    "array": lambda n: toml("tags = [" + "1, " * n + "]\n"),
    "array-lines": lambda n: toml("tags = [\n" + "{a = 1},\n" * n + "]\n"),
    "array-open": lambda n: toml("tags = [\n" + '"a",\n' * n),
    "inline": lambda n: toml("x = {" + _lines("k# = 1, ", n) + "}\n"),
    "long-string": lambda n: toml(f'description = "{"a " * n}"\n'),
    "long-string-open": lambda n: toml(f'description = "{"a " * n}\n'),
    "long-lines": lambda n: toml('description = """\n' + "a line.\n" * n + '"""\n'),
    "long-lines-open": lambda n: toml('description = """\n' + "a line.\n" * n),
    "long-escapes": lambda n: toml('description = "' + "\\u00e9" * n + '"\n'),
    "long-literal": lambda n: toml("description = '''\n" + "a line.\n" * n + "'''\n"),
    "number": lambda n: toml(f"weight = {'1' * n}\n"),
    "number-float": lambda n: toml(f"weight = 1.{'1' * n}\n"),
    "number-word": lambda n: toml(f"weight = {'1_' * n}x\n"),
    "bare": lambda n: toml(f"x = {'a' * n}\n"),
    "ignores": lambda n: toml(_lines("k# = 1 # frontlint: ignore[syntax]\n", n)),
    "ignore-lines": lambda n: toml("# frontlint: ignore[syntax]\n" * n),
}

JSON_PAGES: Mapping[str, Callable[[int], str | bytes]] = {
    "keys": lambda n: json(_lines(',\n"key#": 1', n)),
    "duplicates": lambda n: json(',\n"key": 1' * n),
    "clashes": lambda n: json(_lines(',\n"k#": 1,\n"K#": 1', n)),
    "array": lambda n: json(',\n"tags": [' + "1, " * n + "1]"),
    "objects": lambda n: json(',\n"tags": [' + '{"a": 1},\n' * n + "1]"),
    "string": lambda n: json(',\n"description": "' + "a " * n + '"'),
    "string-escapes": lambda n: json(',\n"description": "' + "\\u00e9" * n + '"'),
    "string-open": lambda n: json(',\n"description": "' + "a " * n),
    "number": lambda n: json(',\n"weight": ' + "1" * n),
    "number-float": lambda n: json(',\n"weight": 1.' + "1" * n),
    "blanks": lambda n: json("," + " \n" * n + '"a": 1'),
    "unclosed": lambda n: "{" * n,
    "closed": lambda n: "{" * min(n, 300) + "}" * min(n, 300) + "}" * n,
    "quotes": lambda n: "{" + '"' * n,
}

ORG_PAGES: Mapping[str, Callable[[int], str | bytes]] = {
    "keys": lambda n: "#+title: x\n" + _lines("#+key#: x\n", n),
    "same": lambda n: "#+title: x\n" + "#+key: x\n" * n,
    "words": lambda n: "#+title: x\n#+tags[]: " + "a " * n + "\n",
    "filetags": lambda n: "#+title: x\n#+filetags: " + ":a" * n + ":\n",
    "colons": lambda n: "#+title: x\n#+" + "a" * n + "\n",
    "blanks": lambda n: "#+title: x\n#+a:" + " " * n + "x\n",
    "blank-ends": lambda n: "#+title: x\n#+a: " + "x " * n + "\n",
    "date": lambda n: "#+title: x\n#+date: " + "<2020-01-01 " * n + "\n",
}


def _pages(n: int, page: Callable[[int], str], name: str = "content/posts/p{}.md") -> Files:
    return {name.format(at): page(at) for at in range(n)}


def _term(front: str, body: str = "Text.\n") -> str:
    return yaml(f"ClassificationType: tags\n{front}", body)


_TERM = "content/tags/t{}/_index.md"

SITES: Mapping[str, Builder] = {
    "pages": lambda n: _pages(n, lambda at: f"---\ntitle: Page {at}\n---\n"),
    "one-url": lambda n: _pages(n, lambda at: yaml("url: /same/\n")),
    "one-slug": lambda n: _pages(n, lambda at: yaml("slug: same\n")),
    "one-alias": lambda n: _pages(n, lambda at: yaml("aliases: [/same/]\n")),
    "aliases-in-text": lambda n: {
        "content/posts/p.md": yaml("aliases: " + "".join(f"old-{at} " for at in range(10 * n)) + "\n")
    },
    "alias-of-page": lambda n: {**_pages(n, lambda at: yaml("aliases: [/posts/p0/]\n"))},
    "case-urls": lambda n: _pages(n, lambda at: yaml(f"url: /{_cases(at)}/\n")),
    "one-id": lambda n: _pages(
        n,
        lambda at: yaml("ResourceId: aaaaaaaaaaa\nResourceType: recipes\n"),
        "content/resources/r/p{}/index.md",
    ),
    "ids-and-aliases": lambda n: _pages(
        n,
        lambda at: yaml(
            f"ResourceId: a{at:010}\nResourceType: recipes\naliases: [/resources/a{(at + 1) % n:010}]\n"
        ),
        "content/resources/r/p{}/index.md",
    ),
    "unknown-terms": lambda n: {
        **_pages(
            n,
            lambda at: yaml(f"ResourceId: a{at:010}\ntags: [Trem {at}]\n"),
            "content/resources/r/p{}/index.md",
        ),
        **_pages(n, lambda at: _term(f"slug: term-{at}\n").replace("Long", f"Term {at}"), _TERM),
    },
    "unknown-terms-of-one": lambda n: {
        "content/resources/r/p/index.md": yaml("ResourceId: aaaaaaaaaaa\ntags:\n" + _lines("- Trem #\n", n)),
        **_pages(n, lambda at: _term("").replace("Long", f"Term {at}"), _TERM),
    },
    "one-title": lambda n: _pages(n, lambda at: _term(""), _TERM),
    "term-cases": lambda n: {
        PAGE: yaml("tags:\n" + _lines("- lONG #\n", n)),
        **_pages(n, lambda at: _term("").replace("Long", f"Long {at}"), "content/tags/long-{}/_index.md"),
    },
    "term-spellings": lambda n: _pages(n, lambda at: yaml(f"tags: [{_cases(at)}]\n")),
    "own-terms": lambda n: _pages(n, lambda at: _term(f"tags: [t{at}]\n"), _TERM),
    "broken-refs": lambda n: {**_pages(n, lambda at: yaml("", f'[a]({{{{< ref "/posts/q{at}" >}}}})\n'))},
    "broken-refs-alike": lambda n: {
        **_pages(n, lambda at: yaml("", f'[a]({{{{< ref "/posts/pa{at}" >}}}})\n'))
    },
    "refs-to-aliases": lambda n: {
        **_pages(
            n, lambda at: yaml(f"aliases: [/old/{at}/]\n", f'[a]({{{{< ref "/old/{(at + 1) % n}" >}}}})\n')
        )
    },
    "ambiguous-refs": lambda n: {
        **_pages(n, lambda at: yaml("", '[a]({{< ref "same" >}})\n'), "content/posts/p{}/same.md")
    },
    "ambiguous-branch": lambda n: {
        **_pages(n, lambda at: yaml("", '[a]({{< ref "same" >}})\n'), "content/posts/p{}/same/index.md")
    },
    "parent-ring": lambda n: _pages(n, lambda at: _term(f"parent: tags/t{(at + 1) % n}\n"), _TERM),
    "parent-rings": lambda n: _pages(n, lambda at: _term(f"parent: tags/t{at ^ 1}\n"), _TERM),
    "parent-chain": lambda n: _pages(n, lambda at: _term(f"parent: tags/t{at - 1}\n" if at else ""), _TERM),
    "parent-star": lambda n: _pages(n, lambda at: _term("parent: tags/t0\n" if at else ""), _TERM),
    "parent-diamonds": lambda n: _pages(
        n,
        lambda at: _term(f"parent: [tags/t{max(at // 2 * 2 - 1, 0)}, tags/t{max(at // 2 * 2 - 2, 0)}]\n"),
        _TERM,
    ),
    "parent-many": lambda n: {
        **_pages(n, lambda at: _term(""), _TERM),
        "content/tags/x/_index.md": _term("parent:\n" + _lines("- tags/t#\n", n)),
    },
    "parent-missing": lambda n: _pages(n, lambda at: _term(f"parent: tags/q{at}\n"), _TERM),
    "parent-many-missing": lambda n: {
        "content/tags/x/_index.md": _term("parent:\n" + _lines("- tags/q#\n", n)),
        **_pages(n, lambda at: _term(""), _TERM),
    },
    "tree-list": lambda n: {
        **_pages(n, lambda at: _term(""), _TERM),
        "content/tags/x/_index.md": _term(
            "", "## Hierarchy\n\n- Long\n" + _lines('  - [a]({{< ref "/tags/t#" >}})\n', n)
        ),
    },
    "tree-list-deep": lambda n: {
        **_pages(n, lambda at: _term(""), _TERM),
        "content/tags/x/_index.md": _term(
            "",
            "## Hierarchy\n\n"
            + "".join(f'{"  " * (at % 40)}- [a]({{{{< ref "/tags/t{at}" >}}}})\n' for at in range(n)),
        ),
    },
    "tree-list-against": lambda n: {
        **_pages(
            n,
            lambda at: _term(
                "", f'A specialisation of the [a]({{{{< ref "/tags/t{max(at - 1, 0)}" >}}}}).\n'
            ),
            _TERM,
        ),
        "content/tags/x/_index.md": _term(
            "", "## Hierarchy\n\n- Long\n" + _lines('  - [a]({{< ref "/tags/t#" >}})\n', n)
        ),
    },
    "children-lists": lambda n: {
        **_pages(
            n, lambda at: _term("", "## Children\n\n" + _lines('- [a]({{< ref "/tags/t0" >}})\n', 3)), _TERM
        )
    },
    "deep-folders": lambda n: {f"content/{'a/' * (n % 400)}p.md": yaml("")},
    "sections": lambda n: _pages(n, lambda at: yaml(""), "content/s{}/p.md"),
    "cascades-of-pages": lambda n: {
        **_pages(n, lambda at: yaml("")),
        "content/posts/_index.md": yaml("cascade:\n" + _lines("- target: {path: '/posts/p#'}\n  x: 1\n", 50)),
    },
    "same-names": lambda n: _pages(n, lambda at: yaml(""), "content/s{}/index.md"),
    "translations": lambda n: {
        "hugo.yaml": "baseURL: https://e.org/\nlanguages:\n" + _lines("  l#: {weight: 1}\n", 20),
        **_pages(n, lambda at: yaml(""), "content/posts/p.l{}.md"),
    },
    "resources": lambda n: {
        "content/posts/b/index.md": yaml(""),
        **_pages(n, lambda at: yaml("slug: x\n"), "content/posts/b/r{}.md"),
    },
    "statics": lambda n: {
        **_pages(n, lambda at: yaml("")),
        **{f"static/posts/p{at}/index.html": "x" for at in range(n)},
    },
    "one-folder": lambda n: {"static/posts": "x", **_pages(n, lambda at: yaml(""), "content/posts/p{}.md")},
    "list-places": lambda n: _pages(n, lambda at: yaml(f"tags: [t{at}]\n"), "content/tags/t{}.md"),
    "lost-terms": lambda n: _pages(n, lambda at: yaml(f"tags: ['{'?' * (at % 900 + 1)}']\n")),
    "draft-sections": lambda n: {
        "content/posts/_index.md": yaml("draft: true\n"),
        **_pages(n, lambda at: yaml(""), "content/posts/p{}.md"),
    },
    "card-titles": lambda n: _pages(n, lambda at: _term("headline: {title: Old}\n"), _TERM),
}


def _cases(number: int) -> str:
    """A word in one of many spellings."""
    return "".join(char.upper() if number >> at & 1 else char for at, char in enumerate("abcdefghijklmnop"))


def site_files(kind: str, n: int) -> Files:
    """A site of a kind."""
    return {"content/_index.md": yaml(""), **SITES[kind](n)}


def page_files(kind: str, n: int) -> Files:
    """One page of a kind, `format/name`."""
    format_, name = kind.split("/")
    pages = {"yaml": YAML_PAGES, "toml": TOML_PAGES, "json": JSON_PAGES, "org": ORG_PAGES}[format_]
    path = PAGE.replace(".md", ".org") if format_ == "org" else PAGE
    return {path: pages[name](n), "content/posts/other.md": yaml("")}
