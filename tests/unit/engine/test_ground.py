"""What a snapshot stands on: results that are loaded one by one, and pages that changed since."""

from __future__ import annotations

from frontlint.engine.ground import Ground, NewPage, PageName
from frontlint.engine.index import Index
from frontlint.engine.result import PageResult
from frontlint.hugo.content.facts import PageFacts


class Loaded:
    """A ground of three files, and what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        files = ["a.md", "b.md", "c.md"]
        self.ground = Ground(files, self._load, self._index, self._names, {"c.md"})

    def _load(self, path: str) -> PageResult:
        self.asked.append(path)
        return result(path)

    def _index(self) -> Index:
        self.asked.append("index")
        return Index.of([("a.md", {1}), ("b.md", {1, 2}), ("c.md", {3})])

    def _names(self) -> list[PageName]:
        self.asked.append("names")
        return [PageName("a.md", "en", "/a"), PageName("b.md", "en", "/b")]


def result(path: str) -> PageResult:
    return PageResult(PageFacts(path, readable=True), (), (), None)


def test_nothing_is_loaded_that_nobody_asks_for() -> None:
    loaded = Loaded()
    then = loaded.ground.then({"b.md": NewPage(result("b.md"), resource=False)})
    assert list(then.paths) == ["a.md", "b.md", "c.md"]
    assert then.has("b.md")
    assert not then.has("d.md")
    assert then.is_resource("c.md")
    assert then.result("d.md") is None
    assert loaded.asked == []
    assert then.result("a.md") == result("a.md")
    assert loaded.asked == ["a.md"]


def test_what_changed_stands_in_for_what_was() -> None:
    loaded = Loaded()
    new = NewPage(result("b.md"), True, frozenset({4}), (PageName("b.md", "en", "/else"),))
    then = loaded.ground.then({"b.md": new, "a.md": None, "d.md": new._replace(result=result("d.md"))})
    assert list(then.paths) == ["b.md", "c.md", "d.md"]
    assert [one.facts.path for one in then.results()] == ["b.md", "c.md", "d.md"]
    assert loaded.asked == ["c.md"]
    assert then.result("a.md") is None
    assert not then.has("a.md")
    assert then.is_resource("b.md")
    assert not then.is_resource("a.md")
    assert then.index.sharing({1}) == set()
    assert then.index.sharing({4}) == {"b.md", "d.md"}
    assert [name.logical_path for name in then.names()] == ["/else", "/else"]
    assert list(loaded.ground.paths) == ["a.md", "b.md", "c.md"]
    assert loaded.ground.index.sharing({1}) == {"a.md", "b.md"}


def test_keys_and_names_that_an_edit_leaves_are_kept() -> None:
    """Also those of the edit before: a page is edited time and again."""
    ground = Loaded().ground
    moved = NewPage(result("b.md"), False, frozenset({4}), (PageName("b.md", "en", "/else"),))
    text = NewPage(result("b.md"), resource=False)
    assert ground.then({"b.md": text}).index.sharing({2}) == {"b.md"}
    assert sorted(ground.then({"b.md": text}).names()) == sorted(ground.names())
    then = ground.then({"b.md": moved}).then({"b.md": text})
    assert then.index.sharing({4}) == {"b.md"}
    assert then.index.sharing({2}) == set()
    assert [name.logical_path for name in then.names()] == ["/a", "/else"]


def test_a_file_that_goes_and_comes_again_is_there() -> None:
    ground = Loaded().ground
    back = NewPage(result("a.md"), False, frozenset({7}), ())
    then = ground.then({"a.md": None}).then({"a.md": back})
    assert list(then.paths) == ["a.md", "b.md", "c.md"]
    assert then.index.sharing({1}) == {"b.md"}
    assert then.index.sharing({7}) == {"a.md"}
    assert [name.path for name in then.names()] == ["b.md"]
    gone = ground.then({"n.md": back}).then({"n.md": None})
    assert list(gone.paths) == ["a.md", "b.md", "c.md"]
    assert gone.index.sharing({7}) == set()
