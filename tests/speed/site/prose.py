"""Invented English: sentences, paragraphs, list items, and titles by number."""

from __future__ import annotations

from collections.abc import Iterator

from speed.site.dice import Dice, spread
from speed.site.words import (
    ADJECTIVES,
    CLOSERS,
    DOING,
    LASTS,
    OPENINGS,
    PEOPLE,
    TAILS,
    THINGS,
    VERBS,
)

_SUBJECTS = tuple(f"the {adjective} {person}" for adjective in ADJECTIVES for person in PEOPLE)[:2039]
_OBJECTS = tuple(f"{adjective} {thing}" for adjective in ADJECTIVES for thing in THINGS)[:4093]
_SHORT, _LONG = 122, 178
_HALF_A_SENTENCE = 60


class Prose:
    """The text of one page. No subject and no object comes twice before all have come: no sentence repeats.

    Both lists have a prime number of entries, so that any stride goes through all of them.
    """

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._subject, self._object = dice.below(len(_SUBJECTS)), dice.below(len(_OBJECTS))
        self._strides = 1 + dice.below(len(_SUBJECTS) - 1), 1 + dice.below(len(_OBJECTS) - 1)

    def thing(self) -> str:
        """Something with an adjective, another one each time."""
        self._object = (self._object + self._strides[1]) % len(_OBJECTS)
        return _OBJECTS[self._object]

    def sentence(self) -> str:
        """A sentence of about 100 characters."""
        self._subject = (self._subject + self._strides[0]) % len(_SUBJECTS)
        pick = self._dice.pick
        return f"{pick(OPENINGS)}, {_SUBJECTS[self._subject]} {pick(VERBS)} the {self.thing()} {pick(TAILS)}."

    def paragraph(self, length: int) -> str:
        """Sentences of about so many characters together, 90 more or less."""
        sentences: list[str] = []
        while length > _HALF_A_SENTENCE:
            sentences.append(self.sentence())
            length -= len(sentences[-1]) + 1
        return " ".join(sentences)

    def description(self) -> str:
        """What a page says of itself: 120 to 180 characters."""
        text = self.sentence()
        for closer in CLOSERS:
            if len(text) < _SHORT:
                text = f"{text} {closer}"
        assert len(text) <= _LONG, text
        return text

    def items(self, count: int) -> Iterator[str]:
        """Items of a list, all different."""
        return (f"{self._dice.pick(DOING)} the {self.thing()}" for _ in range(count))


def tag_title(number: int) -> str:
    """The title of a tag, another one for each number."""
    names = len(ADJECTIVES) * len(THINGS) * len(LASTS)
    turn, index = divmod(number, names)
    index, last = divmod(spread(index, names), len(LASTS))
    adjective, thing = divmod(index, len(THINGS))
    title = f"{ADJECTIVES[adjective]} {THINGS[thing]}".title() + f" {LASTS[last]}"
    return f"{title} {turn + 1}" if turn else title


def resource_title(number: int) -> tuple[str, str]:
    """The title and the short title of a resource, another one for each number."""
    names = len(ADJECTIVES) * len(THINGS) * len(PEOPLE) * len(VERBS)
    turn, index = divmod(number, names)
    index, verb = divmod(spread(index, names), len(VERBS))
    index, person = divmod(index, len(PEOPLE))
    adjective, thing = divmod(index, len(THINGS))
    what = f"{ADJECTIVES[adjective]} {THINGS[thing]}".title()
    again = f" {turn + 1}" if turn else ""
    who = PEOPLE[person].capitalize()
    return f"How the {who} {VERBS[verb].capitalize()} the {what}{again}", f"{what} and {who}{again}"


def slug(title: str) -> str:
    """A title as it stands in an address; titles here have letters, digits and spaces alone."""
    return title.lower().replace(" ", "-")
