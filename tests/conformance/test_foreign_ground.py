"""Settings as other people write them: what Hugo publishes of them, and where it does not start."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import hugo_binary
from conformance.small_sites import both_ways
from frontlint.hugo.config import ConfigError, load_config
from support import make_project

pytestmark = pytest.mark.slow

PAGE = "---\ntitle: A\nseries: [one]\ntags: [two]\naliases: [/old/%s]\n---\n"
NAMES = (
    *("content/a", "content/b c", "content/fr/f", "content/s/x", "content/z.fr", "my docs/p q"),
    *("my docs/sub/r", ".gen/g", ".gen/sub/.hidden/h", "over/s/x", "over/fr/f"),
)
FILES = {f"{name}.md": PAGE % name.rpartition("/")[2].replace(" ", "-") for name in NAMES}
MOUNT = "[[module.mounts]]\nsource = '{}'\ntarget = '{}'\n"
CONTENT = MOUNT.format("content", "content")
LANGUAGES = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"
IN = "[module.mounts.sites.matrix]\nlanguages = {}\n"
FORMAT = (
    "[outputs]\npage = ['html', 'plain']\n"
    "[outputFormats.plain]\nmediaType = '{}'\npath = 'p'\npermalinkable = true\n{}\n"
)
FOLDERS = ("/s$", "^(.*/content/s/*)$", "content$", "content/$", "fr", "b c", "^/content", "/s/x")

PUBLISHED = [
    *(f"ignoreFiles = ['{pattern}']\n" for pattern in FOLDERS),
    *("ignoreFiles = 'b c'\n", "ignoreFiles = 'x fr'\n", "disableKinds = 'taxonomy term'\n"),
    *(
        MOUNT.format("my docs", "content") + f"files = {files}\n"
        for files in ("'p q.md'", "'! p q.md'", "'**.md x'", "''", "['sub/**']", "'sub/**'")
    ),
    *(MOUNT.format(".gen", target) for target in ("content", "content/.dot", "content/x")),
    *(MOUNT.format(".gen/sub/.hidden", "content/h"), MOUNT.format(".gen/g.md", "content/.g.md")),
    *("contentDir = '.gen'\n", "contentDir = 'my docs'\n"),
    *(LANGUAGES + CONTENT + IN.format(one) for one in ("'fr'", "'! fr'", "'en fr'", "['en', 'fr']")),
    LANGUAGES + MOUNT.format("over", "content") + IN.format("'en'") + CONTENT + IN.format("['en', 'fr']"),
    *(MOUNT.format("over", "content") + CONTENT, MOUNT.format("gone", "content/gone") + CONTENT),
    *("[indexes]\nserie = 'series'\n", "[indexes]\n", "[Indexes]\nserie = 'Series'\n"),
    "[indexes]\nserie = 'series'\n[taxonomies]\ntag = 'tags'\n",
    "[indexes]\ntag = 'series'\n[taxonomies]\ntag = 'tags'\n",
    "[indexes]\nserie = 'series'\n[languages.en.taxonomies]\ntag = 'tags'\n",
    *(
        FORMAT.format(media, more)
        for media in ("text/html", "TEXT/HTML")
        for more in ("", "isHTML = false", "isHTML = true", "isPlainText = true")
    ),
    *("[outputFormats.html]\nisHTML = false\n", "[outputFormats.html]\npermalinkable = false\n"),
]

REFUSED = [
    *(f"[minify.tdewolff.{name}]\ndecimals = 2\n" for name in ("css", "svg")),
    "[minify.tdewolff.css]\nkeepCSS2 = true\n",
    "[minify.tdewolff.html]\nkeepConditionalComments = false\n",
    *(f"[markup.goldmark.renderHooks.{name}]\nenableDefault = false\n" for name in ("image", "link")),
    *(f"[caches.{name}]\nmaxAge = '1h'\n" for name in ("getjson", "getJSON", "getcsv", "nope")),
    *(f"[caches.images]\ndir = '{name}'\n" for name in (":nope/x", "relative", ":cacheDirx", ":")),
    *(
        "[security.exec]\nallow = ['(']\n",
        "[security.exec]\nosEnv = '('\n",
        "[security.exec]\nallow = '! a('\n",
    ),
    *(f"[security.http]\n{name} = ['(']\n" for name in ("urls", "methods", "mediaTypes")),
    *("[security.funcs]\ngetenv = ['(']\n", "[[build.cacheBusters]]\nsource = 'x('\ntarget = 'a'\n"),
    *("[deployment]\norder = ['(']\n", "[[server.headers]]\nfor = '['\n"),
    *("[[server.redirects]]\nfrom = '{'\n", "[[server.redirects]]\nfromRe = '('\nto = '/x'\n"),
    "[[server.redirects]]\nfrom = '/x'\nfromHeaders = {a = '['}\n",
    *("[[deployment.matchers]]\npattern = '('\n", "[[deployment.targets]]\nname = 'x'\ninclude = '{'\n"),
    *("[httpcache.cache.for]\nincludes = ['{']\n", "[[httpcache.polls]]\nlow = 'x'\n"),
    *(f"[[related.indices]]\nname = 'a'\n{line}\n" for line in ("type = 'nope'", "weight = 'x'")),
    *(CONTENT + f"{line}\n" for line in ("sites = 'en'", "sites = ['en']", "files = {a = 1}")),
    *(CONTENT + "[module.mounts.sites]\nmatrix = 'en'\n", CONTENT + IN.format("{a = 1}")),
    *("[markup.goldmark]\nduplicateResourceFiles = 'x'\n", "[markup.highlight]\nguessSyntax = 'x'\n"),
]

TAKEN = [
    *(f"[caches.images]\ndir = '{name}'\n" for name in (":cachedir/x", ":resourceDir", "/tmp/a")),
    *("[security.exec]\nallow = ['! a']\n", "[security.exec]\nallow = 'none'\n"),
    *("[[related.indices]]\nname = 'a'\ntype = 'fragments'\n", "[caches.getresource]\nmaxAge = '10s'\n"),
    *("[[server.redirects]]\nfrom = '/x{a,b}'\nto = '/y'\n", "[security.http]\nurls = ['.*\\.org/']\n"),
]


@pytest.mark.parametrize("settings", PUBLISHED)
def test_what_is_published(settings: str, tmp_path: Path) -> None:
    site = both_ways(tmp_path, {**FILES, "hugo.toml": "baseURL = 'https://example.org/'\n" + settings})
    assert site.built.exit_code == 0, site.built.output
    assert site.differences() == []


@pytest.mark.parametrize("settings", REFUSED)
def test_what_hugo_refuses(settings: str, tmp_path: Path) -> None:
    project = _small(settings, tmp_path)
    assert hugo_binary.build(project).exit_code != 0
    with pytest.raises(ConfigError):
        load_config(project)


@pytest.mark.parametrize("settings", TAKEN)
def test_what_hugo_takes(settings: str, tmp_path: Path) -> None:
    project = _small(settings, tmp_path)
    assert hugo_binary.build(project).exit_code == 0
    load_config(project)


def _small(settings: str, folder: Path) -> Path:
    return make_project(folder, {"content/a.md": "---\ntitle: A\n---\n", "hugo.toml": settings})
