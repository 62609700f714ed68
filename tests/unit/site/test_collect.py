"""From a document to the facts that other pages care about."""

from __future__ import annotations

from sites import facts_of, page


def test_front_has_hugos_fields_in_lower_case() -> None:
    facts = facts_of(
        page("Title: A", "Slug: b", "tags: [x]", "colour: red", "aliasesArchive: [/a]", "ResourceId: a")
    )
    assert facts.front == {"title": "A", "slug": "b", "tags": ["x"]}


def test_spans_reach_values_and_list_items() -> None:
    text = page("Aliases: [/a, /b]", "Build: {Render: never}")
    facts = facts_of(text)
    for route, written in ((("aliases", 1), "/b"), (("build", "render"), "never"), (("slug",), "---")):
        span = facts.located(*route)
        assert text[span.start : span.end] == written


def test_an_unreadable_page_keeps_its_refs_alone() -> None:
    facts = facts_of(page("- title\nslug: a", body='{{< ref "/b" >}}'))
    assert not facts.readable
    assert facts.front == {}
    assert [call.path for call in facts.refs] == ["/b"]


def test_a_page_without_front_matter_starts_with_its_first_line() -> None:
    facts = facts_of("First line\nSecond\n")
    assert (facts.start.start, facts.start.end) == (0, 10)
    assert facts.has_body


def test_refs_of_a_list_behind_an_alias_are_where_the_alias_is_written() -> None:
    text = page("texts: &one ['{{< ref one >}}', two]", "again: *one")
    refs = facts_of(text).front_refs
    assert [(ref.field, text[ref.call.span.start : ref.call.span.end]) for ref in refs] == [
        ("texts", "'{{< ref one >}}'"),
        ("again", "*one"),
    ]
