"""Which pages a site has, and what they are called: it all follows from numbers, so nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from speed.site.dice import Dice, permanent_id
from speed.site.prose import resource_title, slug, tag_title
from speed.site.words import AREAS, CONCEPTS, FIELDS

TYPES = ("blog", "videos", "signals", "recipes", "workshops", "newsletters", "case-studies")
_WITH_RESOURCES = 40
_FAMILY = 4
# Where the numbers of ids and of dice begin; those of tags begin at 0.
_CATEGORIES, _CONCEPTS, _RESOURCES = 1 << 27, 3 << 26, 1 << 28


@dataclass(frozen=True, slots=True)
class Term:
    """A term page: `taxonomy` is tags, categories or concepts."""

    taxonomy: str
    number: int
    title: str

    @property
    def slug(self) -> str:
        """The name of its folder, and of its address below /resources/."""
        return slug(self.title)

    @property
    def path(self) -> str:
        """Its file, from the content folder."""
        return f"{self.taxonomy}/{self.slug}/_index.md"

    @property
    def ref(self) -> str:
        """What a link to it says."""
        return f"/{self.taxonomy}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Resource:
    """A page below resources, always a leaf bundle."""

    number: int
    type: str
    title: str
    short_title: str
    id: str
    day: str

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return slug(self.title)

    @property
    def ref(self) -> str:
        """Its folder, as a link to it says it."""
        return f"/resources/{self.type}/{self._folder}"

    @property
    def path(self) -> str:
        """Its file, from the content folder."""
        return f"{self.ref[1:]}/index.md"

    @property
    def _folder(self) -> str:
        if self.type == "videos":
            return f"youtube/{self.id}"
        if self.type == "case-studies":
            return self.id
        if self.type in ("blog", "newsletters"):
            return f"{self.day[:4]}/{self.day}-{self.slug}"
        return f"{self.day}-{self.slug}" if self.type == "signals" else self.slug


@dataclass(frozen=True)
class Plan:
    """A site of so many pages. One of less than 40 has nothing but tags."""

    pages: int
    seed: int = 0

    @cached_property
    def concepts(self) -> tuple[Term, ...]:
        """A few, whatever the size."""
        count = min(max(self.pages // 1000, 3), len(CONCEPTS)) if self.pages >= _WITH_RESOURCES else 0
        return tuple(Term("concepts", number, CONCEPTS[number]) for number in range(count))

    @cached_property
    def categories(self) -> tuple[Term, ...]:
        """One for each hundred pages, at most 64."""
        titles = [f"{area} {field}" for field in FIELDS for area in AREAS]
        count = min(max(self.pages // 100, 4), len(titles)) if self.pages >= _WITH_RESOURCES else 0
        return tuple(Term("categories", number, titles[number]) for number in range(count))

    @property
    def sections(self) -> tuple[str, ...]:
        """The folders with a list of their own, from the content folder."""
        return ("", "resources", *(f"resources/{type_}" for type_ in TYPES)) if self.concepts else ()

    @cached_property
    def tags(self) -> int:
        """How many tags: two fifths of all pages are terms."""
        terms = self.pages * 2 // 5 if self.concepts else self.pages
        return terms - len(self.concepts) - len(self.categories)

    @cached_property
    def resources(self) -> int:
        """How many resources: what the others leave."""
        return self.pages - self.tags - len(self.concepts) - len(self.categories) - len(self.sections)

    def tag(self, number: int) -> Term:
        """A tag; numbers beyond the last begin again."""
        number %= self.tags
        return Term("tags", number, tag_title(number))

    def resource(self, number: int) -> Resource:
        """A resource; numbers beyond the last begin again."""
        number %= self.resources
        id_ = permanent_id(_RESOURCES + number, Dice(self.seed, _RESOURCES + number))
        return Resource(number, TYPES[number % len(TYPES)], *resource_title(number), id_, day(number))

    def parent(self, tag: Term) -> Term | None:
        """Tags come in families of four, the first is the parent of the others."""
        return self.tag(tag.number - tag.number % _FAMILY) if tag.number % _FAMILY else None

    def children(self, tag: Term) -> Iterator[Term]:
        """The tags below a tag."""
        if tag.number % _FAMILY == 0:
            last = min(tag.number + _FAMILY, self.tags)
            yield from (self.tag(number) for number in range(tag.number + 1, last))

    def tags_near(self, first: int, most: int, without: int | None = None) -> list[Term]:
        """Tags from a number on, each once, and never the one with the number `without`."""
        count = min(most, self.tags - (without is not None))
        return [self.tag(first + step) for step in range(count)]


def day(number: int) -> str:
    """A day in the summer half of 2025."""
    return f"2025-{6 + number % 5:02}-{1 + number // 5 % 28:02}"


def chances(plan: Plan, term: Term) -> tuple[str, Dice]:
    """The id of a term page, and its dice."""
    number = {"tags": 0, "categories": _CATEGORIES, "concepts": _CONCEPTS}[term.taxonomy] + term.number
    dice = Dice(plan.seed, number)
    return permanent_id(number, dice), dice
