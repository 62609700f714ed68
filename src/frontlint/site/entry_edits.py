"""Changes of fields such as `aliases`, which hold one text or a list: without an entry, with one more."""

from __future__ import annotations

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.edit.changes import Change, append_item, remove_item, set_value
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.values.cast import as_strings


def without(facts: PageFacts, entry: Entry[str]) -> tuple[Change, ...]:
    """What takes an entry out of its field; with the last one the key goes, too."""
    texts = _in_one_text(facts, entry)
    if texts is None:
        return (remove_item(entry.route),)
    left: list[Value] = [text for text in texts if text != entry.value]
    return (set_value(entry.route[:1], left) if left else remove_item(entry.route[:1]),)


def with_other(facts: PageFacts, entry: Entry[str], text: str) -> tuple[Change, ...]:
    """What writes another text in the place of an entry."""
    texts = _in_one_text(facts, entry)
    if texts is None:
        return (set_value(entry.route, text),)
    new = [text if one == entry.value else one for one in texts]
    return (set_value(entry.route[:1], new[0] if len(new) == 1 else [*new]),)


def with_more(facts: PageFacts, key: str, *texts: str) -> tuple[Change, ...]:
    """What adds texts to a field, which the page may have as a list, as one text, or not at all."""
    value = facts.front.get(key)
    if isinstance(value, list) or value is None:
        return tuple(append_item((key,), text) for text in texts)
    return (set_value((key,), [*as_strings(value), *texts]),)


def _in_one_text(facts: PageFacts, entry: Entry[str]) -> tuple[str, ...] | None:
    """The entries that Hugo makes of one text, which it splits at blanks; None where the field is a list."""
    value = facts.front.get(str(entry.route[0]))
    return as_strings(value) if isinstance(value, str) else None
