"""The site after some changes: what a fresh look at the same files gives, and where by a patch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from property.test_then import differing, said
from support import CLOCK, make_project

ID, OTHER_ID = "aB3-dE_fG9h", "Zx9-dE_fG9h"
FILES = {
    "hugo.yaml": "baseURL: https://example.org/\ntaxonomies: {tag: tags, concept: concepts}\n",
    "content/posts/a.md": "---\ntitle: A\ntags: [lean, none]\naliases: [/old/]\n---\nText.\n",
    "content/posts/b.md": f'---\ntitle: B\nResourceId: {ID}\n---\n[a]({{{{< ref "/posts/a" >}}}})\n',
    "content/posts/c/index.md": "---\ntitel: x\n---\n",
    "content/posts/c/notes.md": "---\ntitle: Notes\ndate: soon\n---\n",
    "content/tags/lean/_index.md": f"---\ntitle: Lean\nItemId: {OTHER_ID}\nClassificationType: tags\n---\n",
    "content/other/d.md": '---\ntitle: D\naliases: [/old]\ndraft: yes\n---\n[x]({{< ref "b" >}})\n',
    "content/other/e.md": "---\ntitle: E\n---\nthe the\n",
    "static/x.css": "x",
    "layouts/_default/single.html": "{{ .Title }} {{ .Content }}",
    "README.md": "x",
}
LEAN = "content/tags/lean/_index.md"
A, B, D = (FILES[f"content/{name}.md"] for name in ("posts/a", "posts/b", "other/d"))
REF = '[n]({{< ref "/posts/n" >}}) [o]({{< ref "/old" >}})\n'
Changes = Mapping[str, str | None]

PATCHED: Mapping[str, Changes] = {
    "a text": {"content/posts/a.md": A + "More.\n"},
    "a text with a fault": {"content/posts/a.md": A + "more more\n"},
    "a fault that goes": {"content/other/e.md": "---\ntitle: E\n---\nthe\n"},
    "an ignore": {
        "content/other/e.md": "---\ntitle: E\n---\nthe the <!-- frontlint-ignore doubled-word: x -->\n"
    },
    "a description": {"content/posts/a.md": A.replace("title", "description: D D\ntitle")},
    "a title": {"content/posts/a.md": A.replace("title: A", "title: Lean")},
    "the title of a term": {LEAN: FILES[LEAN].replace("Lean", "None")},
    "an alias": {"content/posts/a.md": A.replace("/old/", "/posts/b/")},
    "an alias that goes": {"content/posts/a.md": A.replace("aliases: [/old/]\n", "")},
    "an alias that comes": {"content/posts/b.md": B.replace("title", "aliases: [/OLD]\ntitle")},
    "an alias in the way": {"content/posts/b.md": B.replace("title", "aliases: [/x.css/y]\ntitle")},
    "a term": {"content/posts/a.md": A.replace("none", "Lean")},
    "a term that goes": {"content/posts/a.md": A.replace("tags: [lean, none]\n", "")},
    "the first of a term": {"content/other/d.md": D.replace("title", "concepts: [new]\ntitle")},
    "a ref": {"content/posts/b.md": B.replace("/posts/a", "/posts/nowhere")},
    "a ref that is right now": {"content/posts/b.md": B.replace("/posts/a", "/other/e.md")},
    "a ref to an address": {"content/posts/b.md": B + REF},
    "an id": {"content/posts/b.md": B.replace(ID, "aB4-dE_fG9h")},
    "an id of another page": {"content/posts/b.md": B.replace(ID, OTHER_ID)},
    "an alias of an id": {"content/other/d.md": D.replace("[/old]", f"[/resources/{ID}]")},
    "a slip": {"content/other/d.md": D.replace("title", "sulg: d\ntitle")},
    "a slip that is none": {"content/other/d.md": D.replace("title", "titel: d\ntitle")},
    "a parent": {LEAN: FILES[LEAN].replace("title", "parent: concepts/x\ntitle")},
    "a slug": {"content/other/e.md": "---\ntitle: E\nslug: d\n---\n"},
    "an address": {"content/other/e.md": "---\ntitle: E\nurl: /old/\n---\n"},
    "a draft": {"content/other/d.md": D.replace("yes", "true")},
    "what cannot be read": {"content/other/e.md": "---\ntitle: E\n\tx: 1\n---\n"},
    "a page that goes": {"content/posts/a.md": None},
    "a page that comes": {"content/posts/n.md": "---\ntitle: N\naliases: [/old]\n---\n"},
    "a page in a new section": {"content/new/n.md": "---\ntitle: N\n---\n"},
    "a page that is moved": {"content/posts/a.md": None, "content/other/a.md": A},
    "a page in other letters": {"content/posts/a.md": None, "content/Posts/A.md": A},
    "a resource": {"content/posts/c/notes.md": "---\ntitle: N\ndate: later\n---\n"},
    "a resource that comes": {"content/posts/c/more.md": "---\ntitle: M\ndraft: yes\n---\n"},
    "a term page that comes": {"content/tags/none/_index.md": "---\ntitle: None\n---\n"},
    "a static file": {"static/old/index.html": "x"},
    "a static file that goes": {"static/x.css": None},
    "several": {
        "content/posts/a.md": None,
        "content/other/d.md": D.replace("/old", "/posts/a"),
        "static/y": "y",
    },
    "nothing of the site": {"README.md": "y", "assets/x.js": "y"},
    "nothing": {},
    "the same again": {"content/posts/a.md": A},
}
WHOLE: Mapping[str, tuple[str, Changes]] = {
    "settings": ("settings of Hugo", {"hugo.yaml": FILES["hugo.yaml"] + "uglyURLs: true\n"}),
    "a language": ("settings of Hugo", {"hugo.yaml": FILES["hugo.yaml"] + "languages: {en: {}, fr: {}}\n"}),
    "a template where a slip is": ("templates", {"layouts/_default/single.html": "{{ .Params.titel }}"}),
    "an archetype where a slip is": ("templates", {"archetypes/default.md": "---\ntitel: x\n---\n"}),
    "an adapter": (
        "programs that make pages",
        {"content/posts/_content.gotmpl": '{{ $.AddPage (dict "path" "n") }}'},
    ),
    "a section": ("what is below a page", {"content/posts/_index.md": "---\ntitle: P\n---\n"}),
    "a bundle that goes": ("what is below a page", {"content/posts/c/index.md": None}),
    "a weight": ("weights", {"content/posts/a.md": A.replace("title", "weight: 1\ntitle")}),
    "the last page that closes a taxonomy": (
        "taxonomies in which each term needs a page",
        {LEAN: "---\ntitle: Lean\n---\n"},
    ),
}


def snapshot_of(folder: Path, replaced: Mapping[str, bytes | None]) -> Snapshot:
    config, own = load_config(folder, replaced=replaced), load_settings(None, folder)
    request = Request(folder, config, own, clock=CLOCK, crashes=Fatal(), replaced=replaced)
    return fresh(request).snapshot


def data_of(changes: Changes) -> dict[str, bytes | None]:
    return {path: None if text is None else text.encode() for path, text in changes.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_project(tmp_path, FILES)


def check_then(folder: Path, before: Snapshot, data: Mapping[str, bytes | None]) -> Snapshot:
    """The snapshot after the changes, which is held against a fresh one."""
    now = {**before.request.replaced, **data}
    then, wanted = before.then(data, load_config(folder, replaced=now)), snapshot_of(folder, now)
    assert said(then) == said(wanted)
    assert differing(then, wanted) == ""
    return then


@pytest.mark.parametrize("what", PATCHED)
def test_a_change_is_patched_in(folder: Path, what: str) -> None:
    before = snapshot_of(folder, {})
    found = said(before)
    then = check_then(folder, before, data_of(PATCHED[what]))
    assert then.reason == ""
    assert then.site is None or then.site is before.site
    assert said(before) == found, "a snapshot does not change"
    back = {path: FILES[path].encode() if path in FILES else None for path in PATCHED[what]}
    again = check_then(folder, then, back)
    assert said(again) == found
    assert again.reason == ""


@pytest.mark.parametrize("what", WHOLE)
def test_what_reaches_further_is_told_and_looked_at(folder: Path, what: str) -> None:
    reason, changes = WHOLE[what]
    then = check_then(folder, snapshot_of(folder, {}), data_of(changes))
    assert then.reason == reason
    assert then.site is not None


def test_a_fresh_look_has_no_reason(folder: Path) -> None:
    before = snapshot_of(folder, {})
    assert before.reason == ""
    assert before.site is before.whole


def test_many_changes_one_after_the_other_are_one_look(folder: Path) -> None:
    """Each stands on the one before, also where that one was looked at as a whole."""
    snapshot = snapshot_of(folder, {})
    reasons = set()
    for what, changes in [*PATCHED.items(), *((what, changes) for what, (_, changes) in WHOLE.items())]:
        snapshot = check_then(folder, snapshot, data_of(changes))
        reasons.add((what in WHOLE, bool(snapshot.reason)))
    assert {(False, False), (True, True)} <= reasons


def test_the_whole_of_a_patched_site_is_there_when_it_is_asked_for(folder: Path) -> None:
    changes = data_of({**PATCHED["a page that is moved"], **PATCHED["a title"], **PATCHED["an id"]})
    then, wanted = snapshot_of(folder, {}).then(changes), snapshot_of(folder, changes)
    assert then.site is None
    whole = then.whole
    assert [page.path for page in whole.built] == [page.path for page in wanted.whole.built]
    assert whole.claims.keys() == wanted.whole.claims.keys()


def test_a_request_is_asked_with_its_own_files_and_questions(folder: Path) -> None:
    """As an editor does: its text stands in for what is on disk, and the site is the one that is known."""
    before = snapshot_of(folder, {})
    data = data_of(PATCHED["an alias"])
    asked = before.asked(replace(before.request, replaced=data))
    assert said(asked) == said(snapshot_of(folder, data))
    assert asked.reason == ""
    assert said(asked.apart()) == said(asked)


WAY, PLAIN = "content/posts/agile-way.md", "---\ntitle: X\n---\n"
REF_TO = '---\ntitle: R\n---\n{{{{< ref "{}" >}}}}\n'
NEAR, BARE, END = map(REF_TO.format, ("/posts/agil-way", "agil-way", "b1"))
AT_B1 = {"content/posts/z.md": "---\ntitle: X\nurl: /posts/b1/\n---\n"}
LINTNG = {"content/other/r.md": "---\ntitle: R\nItemId: aB7-dE_fG9h\nItemKind: x\ntags: [Lintng]\n---\n"}
LINTING = {"content/tags/linting/_index.md": "---\ntitle: Linting\nClassificationType: tags\n---\n"}

NEAREST: Mapping[str, tuple[str, Mapping[str, str], Changes]] = {
    "it comes": (NEAR, {}, {WAY: PLAIN}),
    "it goes": (NEAR, {WAY: PLAIN}, {WAY: None}),
    "its name gets a second page": (BARE, {WAY: PLAIN}, {"content/other/agile-way.md": PLAIN}),
    "its name is its own again": (
        BARE,
        {WAY: PLAIN, "content/other/agile-way.md": PLAIN},
        {"content/other/agile-way.md": None},
    ),
    "another is near when it goes": (
        BARE,
        {WAY: PLAIN, "content/posts/agil-wax.md": PLAIN, "content/other/agil-wax.md": PLAIN},
        {WAY: None},
    ),
    "the page at an address gets a namesake": (END, AT_B1, {"content/other/z.md": PLAIN}),
    "an edited page names one that others are called like": (
        PLAIN,
        {WAY: PLAIN, "content/other/agile-way.md": PLAIN},
        {"content/other/r.md": BARE},
    ),
}


@pytest.mark.parametrize("what", NEAREST)
def test_the_nearest_page_is_that_of_now(tmp_path: Path, what: str) -> None:
    ref, files, changes = NEAREST[what]
    folder = make_project(tmp_path, {**FILES, "content/other/r.md": ref, **files})
    before = snapshot_of(folder, {})
    assert said(check_then(folder, before, data_of(changes))) != said(before)


def test_the_nearest_term_is_that_of_now(tmp_path: Path) -> None:
    folder = make_project(tmp_path, {**FILES, **LINTNG})
    before = snapshot_of(folder, {})
    assert said(check_then(folder, before, data_of(LINTING))) != said(before)
