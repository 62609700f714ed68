"""From a document to the facts that other pages care about."""

from __future__ import annotations

from sites import facts_of, page, page_of


def test_front_has_hugos_fields_in_lower_case() -> None:
    facts = facts_of(
        page("Title: A", "Slug: b", "tags: [x]", "colour: red", "aliasesArchive: [/a]", "ResourceId: a")
    )
    assert facts.front == {"title": "A", "slug": "b", "tags": ["x"]}


def test_texts_that_repeat_are_one() -> None:
    """A site has the same few types and terms on all its pages."""
    one, other = (facts_of(page("type: a long type", f"tags: [{tag}, Both Tags]")) for tag in "ab")
    assert one.front["type"] is other.front["type"]
    tags = one.front["tags"], other.front["tags"]
    assert isinstance(tags[0], list)
    assert isinstance(tags[1], list)
    assert tags[0][1] is tags[1][1]


def test_an_unreadable_page_keeps_its_refs_alone() -> None:
    facts = facts_of(page("- title\nslug: a", body='{{< ref "/b" >}}'))
    assert not facts.readable
    assert facts.front == {}
    assert [call.path for call in facts.refs] == ["/b"]


def test_a_page_without_front_matter_starts_with_its_first_line() -> None:
    one = page_of("First line\nSecond\n")
    assert tuple(one.start) == (0, 10)
    assert one.has_body
    assert not page_of(page("title: A", body=" \n")).has_body
