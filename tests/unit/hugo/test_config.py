"""Finding a Hugo project and reading what decides its URLs."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.hugo.config import (
    Config,
    ConfigError,
    Target,
    Taxonomy,
    find_project,
    load_config,
)
from frontlint.hugo.content.adapters import with_adapters


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def load(root: Path, text: str, name: str = "hugo.yaml") -> Config:
    return load_config(write(root, {name: text}))


def test_a_project_is_found_upwards(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": "", "content/a/b.md": ""})
    assert find_project(tmp_path / "content" / "a" / "b.md") == tmp_path
    assert find_project(tmp_path / "content" / "a") == tmp_path


def test_a_config_folder_makes_a_project(tmp_path: Path) -> None:
    write(tmp_path, {"config/_default/hugo.toml": "", "content/a.md": ""})
    assert find_project(tmp_path / "content") == tmp_path


def test_config_yaml_is_hugos_only_beside_its_folders(tmp_path: Path) -> None:
    write(tmp_path, {"config.yaml": "", "sub/x": ""})
    with pytest.raises(ConfigError, match="there is no Hugo site"):
        find_project(tmp_path / "sub")
    write(tmp_path, {"content/a.md": ""})
    assert find_project(tmp_path / "sub") == tmp_path


def test_the_only_project_below_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"docs/site/hugo.yaml": "", "themes/x/hugo.yaml": "", ".git/hugo.yaml": ""})
    assert find_project(tmp_path) == tmp_path / "docs" / "site"


def test_several_projects_below_are_named(tmp_path: Path) -> None:
    write(tmp_path, {"a/hugo.yaml": "", "b/c/hugo.yaml": ""})
    with pytest.raises(ConfigError, match="2 Hugo sites: add `--source a` or `--source b/c`"):
        find_project(tmp_path)


def test_a_project_too_deep_is_not_found(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c/hugo.yaml": ""})
    with pytest.raises(ConfigError):
        find_project(tmp_path)


def test_nothing_set(tmp_path: Path) -> None:
    config = load(tmp_path, "")
    assert [language.code for language in config.languages] == ["en"]
    assert config.default.taxonomies == (
        Taxonomy("tag", "tags", "/tags"),
        Taxonomy("category", "categories", "/categories"),
    )
    assert config.default.content_dir == "content"
    assert config.notes == ()
    assert config.files == ("hugo.yaml",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.toml", "[Taxonomies]\nbig = 'Big Topics'\n[permalinks.page]\nposts = '/:year/:slug/'\n"),
        ("hugo.yml", "TAXONOMIES: {big: Big Topics}\nPermalinks: {Page: {Posts: '/:year/:slug/'}}\n"),
        (
            "config.json",
            '{"taxonomies": {"big": "Big Topics"}, "permaLinks": {"page": {"posts": "/:year/:slug/"}}}',
        ),
    ],
)
def test_three_formats_and_keys_in_any_case(name: str, text: str, tmp_path: Path) -> None:
    language = load(tmp_path, text, name).default
    assert language.taxonomies == (Taxonomy("big", "big topics", "/big-topics"),)
    assert [(one.target, one.pattern) for one in language.permalinks] == [
        (Target("/{posts,posts/**}", "page"), "/:year/:slug/")
    ]


def test_no_taxonomies(tmp_path: Path) -> None:
    assert load(tmp_path, "taxonomies: {}\n").taxonomy_keys == frozenset()


def test_languages_in_hugos_order_with_their_own_settings(tmp_path: Path) -> None:
    config = load(
        tmp_path,
        "disableKinds: [RSS, taxonomyTerm]\ndefaultContentLanguage: de\nlanguages:\n"
        "  en: {contentDir: content/en/}\n  fr: {disabled: true}\n"
        "  de: {weight: 2, disableKinds: [page]}\n  nl: {weight: 1}\n",
    )
    assert [language.code for language in config.languages] == ["nl", "de", "en"]
    assert [language.prefix for language in config.languages] == ["nl", "", "en"]
    assert config.disabled_languages == {"fr"}
    assert config.default.disabled_kinds == {"page"}
    english = config.language("en")
    assert english is not None
    assert english.disabled_kinds == {"rss", "taxonomy"}
    assert english.content_dir == "content/en"
    assert config.content_sources == ("content", "content/en")


def test_yaml_is_typed_as_hugo_types_it(tmp_path: Path) -> None:
    config = load(
        tmp_path, "buildDrafts: '0'\nbuildFuture: true\nuglyURLs: {Blog: true}\ntimeZone: Europe/Paris\n"
    )
    assert not config.default.build_drafts
    assert config.default.build_future
    assert config.default.ugly_urls == {"blog": True}
    assert config.default.zone == ZoneInfo("Europe/Paris")


def test_the_order_of_dates(tmp_path: Path) -> None:
    dates = load(tmp_path, "frontmatter: {date: [':fileName', ':default'], expiryDate: ends}\n").default.dates
    assert dates.date[:3] == (":filename", "date", "publishdate")
    assert dates.expirydate == ("ends",)
    assert dates.publishdate == ("publishdate", "pubdate", "published", "date")


def test_a_config_folder_is_laid_over_the_file(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "buildDrafts: true\nuglyURLs: true\n",
        "config/_default/config.toml": "uglyURLs = false\n",
        "config/_default/languages.en.yaml": "title: English\n",
        "config/staging/hugo.yaml": "buildDrafts: false\n",
    }
    write(tmp_path, files)
    production, staging = load_config(tmp_path), load_config(tmp_path, "staging")
    assert (production.default.build_drafts, production.default.ugly_urls) == (True, False)
    assert not staging.default.build_drafts
    assert staging.default.title == "English"


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("hugo.yaml", "a: b\na: c\n", 2, "already set"),
        ("hugo.toml", "a = 1\nb = \n", 2, "a value is missing"),
        ("hugo.yaml", "title: x\nbuildDrafts: yes\n", 2, "`buildDrafts` must be `true` or `false`, but"),
        (
            "hugo.toml",
            "title = 'x'\n[params]\na = 1\n[languages.en]\ntitle = 1\n",
            5,
            "must be text in quotes",
        ),
        ("hugo.toml", "title = 2024-01-01\n", 1, "`title` must be text, but it is a date"),
        ("hugo.json", '{\n"params": [1]}', 2, "`params` must be a mapping of settings, but it is a list"),
        ("hugo.yaml", "title: x\nbaseURL: 'https://e .org/'\n", 2, "its host contains a space"),
        ("hugo.yaml", 'title: x\nbaseURL: "https://e.org/\\t"\n', 2, "it contains a tab"),
        (
            "hugo.yaml",
            "languages:\n  en: {}\n  fr:\n    disabled: true\n    baseURL: 'https://e .fr/'\n",
            5,
            "its host contains a space",
        ),
        (
            "hugo.yaml",
            "outputFormats:\n  x:\n    mediaType: text/nope\n",
            3,
            "`outputFormats.x.mediaType` cannot",
        ),
        ("hugo.json", '{\n"a": 1,\n}', 2, "not JSON: delete the comma"),
        ("hugo.json", "[]", 1, "names with values"),
        ("hugo.yaml", "permalinks:\n  page:\n    a: '/:nope/'\n", 3, "know `:nope`"),
        ("hugo.toml", "title = 'x'\n[languages.en.permalinks.page]\na = '/:nope/'\n", 3, "know `:nope`"),
        ("hugo.yaml", "title: x\ncascade:\n- target: {path: '/a['}\n  x: 1\n", 3, "not closed"),
        ("hugo.yaml", "title: x\nlanguages: [en]\n", 2, "mapping of codes"),
        ("hugo.yaml", "title: x\nlanguages: x\n", 2, "mapping of codes"),
        ("hugo.yaml", "title: x\ndisableLanguages: [en]\n", 2, "every language is disabled"),
        ("hugo.yaml", "title: x\noutputs:\n  page: [nope]\n", 3, "no output format nope"),
        ("hugo.yaml", "languages:\n  en:\n    outputs:\n      page: [x]\n", 4, "no output format x"),
        ("hugo.yaml", "module:\n  mounts:\n  - {source: '.', target: nope}\n", 3, "begin with one of"),
        (
            "hugo.yaml",
            "module:\n  mounts:\n  - {source: '.', target: content, files: '[a'}\n",
            3,
            "not closed",
        ),
        ("hugo.yaml", "title: x\nignoreFiles: ['(']\n", 2, "ignoreFiles"),
        ("hugo.yaml", "permalinks:\n- {target: {path: '/{a'}, pattern: '/x/'}\n", None, "not closed"),
        ("hugo.yaml", "languages: {en: {disabled: true}}\n", None, "every language is disabled"),
        ("hugo.yaml", "timeZone: Nowhere/At_All\n", None, "is unknown"),
    ],
)
def test_mistakes_name_file_and_line(
    name: str, text: str, line: int | None, words: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=words) as caught:
        load(tmp_path, text, name)
    assert name in str(caught.value)
    assert line is None or f":{line}" in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "module: {mounts: [{source: a, target: content}]}\n",
        "module: {mounts: [{source: not-there, target: nope}, {source: assets, target: assets}]}\n",
        "outputs: {nope: [nope], page: html}\n",
        "module: {imports: [{path: example.org/x, disable: true}]}\n",
        "module: {imports: [{path: example.org/x, mounts: [{source: a, target: assets}]}]}\n",
        "theme: [local]\n",
        "languages: {en: {baseURL: 'https://a/'}, fr: {}}\n",
    ],
)
def test_what_is_followed_needs_no_note(text: str, tmp_path: Path) -> None:
    write(tmp_path, {"themes/local/layouts/all.html": "", "a/b.md": ""})
    config = load(tmp_path, text)
    assert (config.notes, config.foreign_content) == ((), frozenset())


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"hugo.yaml": "theme: far\n"}, "the theme or module far"),
        ({"hugo.yaml": "theme: t\n", "themes/t/content/a.md": ""}, "the theme or module t"),
        (
            {"hugo.yaml": "theme: t\n", "themes/t/hugo.toml": "[[module.imports]]\npath = 'x'\n"},
            "the theme or module x",
        ),
        (
            {"hugo.yaml": "module: {mounts: [{source: a, target: content/a}]}\n"},
            "is missing: a,",
        ),
        ({"hugo.yaml": "", "content/s/_content.gotmpl": ""}, "adapter content/s/_content.gotmpl"),
        (
            {"hugo.yaml": "", "content/_content.fr.gotmpl": "", "content/s/_content.gotmpl": ""},
            "adapter content/_content.fr.gotmpl and 1 more",
        ),
    ],
)
def test_content_from_elsewhere_is_noted(files: dict[str, str], words: str, tmp_path: Path) -> None:
    config = with_adapters(load_config(write(tmp_path, files)), files, ProjectFiles(tmp_path))
    assert config.foreign_content
    assert len(config.notes) == 1
    assert words in config.notes[0].text


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ('{{ $.AddPage (dict "path" "x") }}', "/a/b/c"),
        ('{{ $.AddPage (dict "path" "../x") }}', "/a/b"),
        ('{{ $.AddPage (dict "path" "..") }}', "/a/b"),
        ('{{ $.AddPage (dict "path" "y/../../../x") }}', "/"),
        ('{{ $.AddPage (dict "path" "../../../../../x") }}', "/"),
        ("{{/* and so on ... */}}", "/a/b/c"),
    ],
)
def test_an_adapter_may_climb(text: str, root: str, tmp_path: Path) -> None:
    files = {"hugo.yaml": "", "content/a/b/c/_content.gotmpl": text}
    config = with_adapters(load_config(write(tmp_path, files)), files, ProjectFiles(tmp_path))
    assert config.foreign_content == {root}


def test_a_file_of_hugo_config_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nope\.yaml"):
        load_config(write(tmp_path, {"hugo.yaml": ""}), files=("nope.yaml",))


def test_a_mount_with_a_pattern_that_is_none(tmp_path: Path) -> None:
    write(tmp_path, {"d/a.md": ""})
    with pytest.raises(ConfigError, match="not closed"):
        load(tmp_path, "module: {mounts: [{source: d, target: content, files: '{a'}]}\n")


def test_variables_are_named_among_the_files(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.yaml": "uglyURLs: false\n"})
    config = load_config(tmp_path, variables={"HUGO_UGLYURLS": "true", "HUGO_VERSION": "0.1", "HOME": "/"})
    assert config.default.ugly_urls is True
    assert config.files == ("hugo.yaml", "HUGO_UGLYURLS")


def test_themes_give_their_output_formats(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "themes/t/hugo.yaml": "outputFormats: {far: {mediaType: text/html, isHTML: true}}\ntheme: u\n",
            "themes/u/config/_default/outputFormats.toml": "json.baseName = 'no'\nnear.baseName = 'n'\n",
        },
    )
    formats = load(
        tmp_path, "theme: t\noutputs: {page: [far, near]}\noutputFormats: {json: {baseName: own}}\n"
    ).default.formats
    assert (formats["far"].html, formats["near"].base_name, formats["json"].base_name) == (True, "n", "own")


def test_a_module_that_is_not_at_hand_may_have_any_output_format(tmp_path: Path) -> None:
    config = load(tmp_path, "module: {imports: [{path: x}]}\noutputs: {page: [html, theirs]}\n")
    assert config.default.outputs["page"] == ("html", "theirs")


def test_how_settings_are_merged_is_no_setting(tmp_path: Path) -> None:
    config = load(tmp_path, "taxonomies: {_merge: none, tag: tags}\nlanguages: {_merge: deep, en: {}}\n")
    assert config.taxonomy_keys == {"tags"}
    assert [language.code for language in config.languages] == ["en"]


def test_an_old_hugo_has_more_caches_and_has_removed_nothing(tmp_path: Path) -> None:
    text = "caches: {getjson: {maxAge: 1h}}\nminify: {tdewolff: {css: {decimals: 2}}}\n"
    write(tmp_path, {"hugo.yaml": text})
    load_config(tmp_path, hugo_version=(0, 155))
    with pytest.raises(ConfigError, match="removed"):
        load_config(tmp_path, hugo_version=(0, 168))
    write(tmp_path, {"hugo.yaml": text.partition("minify")[0]})
    with pytest.raises(ConfigError, match="getjson"):
        load_config(tmp_path, hugo_version=(0, 161))


def test_a_file_of_a_config_folder_may_name_itself(tmp_path: Path) -> None:
    """What Hugo 0.168 makes of `[[cascade]]` in `cascade.toml`; its own name counts as written, and alone."""
    files = {
        "config/_default/hugo.toml": "",
        "config/_default/cascade.yaml": "cascade:\n  color: red\n",
        "config/_default/taxonomies.toml": "[taxonomies]\ntopic = 'topics'\n",
    }
    config = load_config(write(tmp_path, files))
    assert [cascade.values for cascade in config.default.cascade] == [{"color": "red"}]
    assert [taxonomy.plural for taxonomy in config.default.taxonomies] == ["topics"]
    for text in ("Cascade: {color: red}\n", "cascade: {color: red}\nother: 1\n"):
        write(tmp_path, {"config/_default/cascade.yaml": text})
        with pytest.raises(ConfigError, match="cannot contain `cascade`"):
            load_config(tmp_path)


def test_numbers_of_json_settings_are_floats_as_in_go(tmp_path: Path) -> None:
    config = load(tmp_path, '{"cascade": {"date": 0, "weight": 10}}', "hugo.json")
    assert all(type(value) is float for value in config.default.cascade[0].values.values())


def test_the_target_of_an_empty_cascade_is_not_used(tmp_path: Path) -> None:
    assert load(tmp_path, "cascade: {target: {path: '[', lang: en}}").default.cascade[0].values == {}
    with pytest.raises(ConfigError, match="is not closed"):
        load(tmp_path, "cascade: {target: {path: '['}, a: 1}")
    with pytest.raises(ConfigError, match="is not a pattern"):
        load(tmp_path, "cascade: {target: {sites: {matrix: {roles: '{'}}}, a: 1}")
    with pytest.raises(ConfigError, match=r"cascade\.target\.sites\.matrix"):
        load(tmp_path, "cascade: {target: {sites: {matrix: 5}}, a: 1}")


def test_an_older_hugo_takes_lang_in_a_target(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.yaml": "cascade: {target: {lang: en}, a: 1}"})
    assert load_config(tmp_path, hugo_version=(0, 164)).default.cascade
    with pytest.raises(ConfigError, match="Hugo has removed `lang`"):
        load_config(tmp_path, hugo_version=(0, 166))
