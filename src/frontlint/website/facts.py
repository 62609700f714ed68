"""What the website's rules need to know of one page, beside what Hugo knows: flat, small and JSON-able."""

from __future__ import annotations

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.hugo.content.facts import Entry, RefCall
from frontlint.website.marks_of import NO_MARKS, Marks


class ListKind(StrEnum):
    """What a list of links under a heading says about its items."""

    CHILDREN = "children"
    """Under Specialized or Children: the outermost items are children of the page."""
    TREE = "tree"
    """Under Hierarchy or Etymology: the list draws a tree, which may name the page itself."""


class ListItem(NamedTuple):
    """An item of a list in the body that says something about parents and children.

    `ref` is the link that the item begins with, None for an item without one; `text` is its first words
    (the link's text, without bold). `parent` is the index of the item around it, -1 for the outermost.
    """

    kind: ListKind
    ref: RefCall | None
    text: str
    parent: int


class Generation(StrEnum):
    """How a page was made, by its marks."""

    FOREIGN = "foreign"
    """No mark of the website: any page of any Hugo site."""
    LEGACY = "legacy"
    """Older than the present marks; asked for less."""
    CURRENT = "current"


class WebsiteFacts(NamedTuple):
    """One page, as far as the website's conventions go; a page without its keys has none.

    `marks` are the keys of `marks.NAMES` that have a text, in that spelling. `parents` are the entries of the
    key `parent`, `stated_parents` the refs after "a specialisation of", `lists` the items under headings that
    speak of children; a page that cannot be that of a term has neither.
    `archive` are the entries of `aliasesArchive`, `foreign_ids` the ids in aliases of the form
    `/resources/<id>` that are not the page's own: hardly any page has one.
    """

    generation: Generation = Generation.FOREIGN
    marks: Marks = NO_MARKS
    parents: tuple[Entry[str], ...] = ()
    stated_parents: tuple[RefCall, ...] = ()
    lists: tuple[ListItem, ...] = ()
    archive: tuple[str, ...] = ()
    foreign_ids: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether this is a page of the website."""
        return self.generation is not Generation.FOREIGN

    def without_front_matter(self) -> WebsiteFacts:
        """The same page where others can rely on nothing of its front matter."""
        return WebsiteFacts(stated_parents=self.stated_parents, lists=self.lists)


NOTHING = WebsiteFacts()
"""What is known of a page that is not the website's."""
