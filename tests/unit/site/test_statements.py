"""What a body says of parents and children, going by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.website import parent_statements as statements
from frontlint.website.facts import ListKind
from frontlint.website.parent_statements import item_places, stated_places
from sites import MARK, page, ref, website_facts_of


def stated(body: str) -> list[str | None]:
    return [call.path for call in website_facts_of(page(MARK, body=body)).stated_parents]


def listed(body: str) -> list[tuple[str, int]]:
    return [(item.text, item.parent) for item in website_facts_of(page(MARK, body=body)).lists]


@pytest.mark.parametrize(
    "sentence",
    [
        "As a specialization of the {}, it is more.",
        "A Specialisation of {}.",
        "It is a subset of our wider, **{}**, and so on.".replace("wider, ", "wider "),
        "This is a type of\n{}.",
    ],
)
def test_sentences_that_name_a_parent(sentence: str) -> None:
    assert stated(sentence.format(ref("/tags/a", "The A"))) == ["/tags/a"]


@pytest.mark.parametrize(
    "sentence",
    [
        "See {}.",
        "This type of work builds on {}.",
        "One type of thing that {} describes.",
        "A specialisation of the one two three four five {}.",
        "A specialisation of it. See {}.",
        "{} is a type of thing.",
        "A subset of [words](/x/) and {}.",
    ],
)
def test_sentences_that_name_none(sentence: str) -> None:
    assert stated(sentence.format(ref("/tags/a"))) == []


@pytest.mark.parametrize(
    ("path", "parents"),
    [
        ("content/tags/a/_index.md", 1),
        ("content/tags/a/_index.en.md", 1),
        ("content/tags/a/_INDEX.md", 1),
        ("content/tags/a/_index.fr.md", 0),  # `fr` is no language of this site, and part of the name
        ("content/tags/a.md", 0),
        ("content/resources/a/index.md", 0),
    ],
)
def test_only_pages_of_terms_can_say_so(path: str, parents: int) -> None:
    body = f"A subset of {ref('/tags/a')}.\n\n## Children\n\n- {ref('/tags/b')}\n"
    facts = website_facts_of(page(MARK, body=body), path)
    assert (len(facts.stated_parents), len(facts.lists)) == (parents, parents)


def test_only_the_first_two_paragraphs_are_read() -> None:
    sentence = f"A subset of {ref('/tags/a')}."
    assert stated(f"\n# Title\n\nOne.\n\n{sentence}\n") == ["/tags/a"]
    assert stated(f"One.\n\nTwo.\n\n{sentence}\n") == []
    assert stated(f"- {sentence}\n") == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Specialized Models", ListKind.CHILDREN),
        ("### Specialisations", ListKind.CHILDREN),
        ("## Children ##", ListKind.CHILDREN),
        ("## Hierarchy", ListKind.TREE),
        ("# Operating Model Etymology", ListKind.TREE),
    ],
)
def test_headings_that_speak_of_the_family(heading: str, kind: ListKind) -> None:
    items = website_facts_of(page(MARK, body=f"{heading}\n\n- {ref('/tags/a')}\n")).lists
    assert [item.kind for item in items] == [kind]


@pytest.mark.parametrize("heading", ["## Related", "No heading: Hierarchy", "```\n## Hierarchy\n```"])
def test_other_headings_say_nothing(heading: str) -> None:
    assert listed(f"{heading}\n\n- {ref('/tags/a')}\n") == []


def test_nesting_goes_by_indent_and_ends_with_the_next_heading() -> None:
    body = f"""## Hierarchy

- **Top**: text
  - [One]({{{{< ref "/tags/one" >}}}}) and an aside {ref("/tags/aside")}
    1. {ref("/tags/deep", "Deep")}
  * {ref("/tags/two", "Two")}

### A smaller heading

- {ref("/tags/three", "Three")}

## Another

- {ref("/tags/four", "Four")}
"""
    assert listed(body) == [("Top", -1), ("One", 0), ("Deep", 1), ("Two", 0), ("Three", -1)]


def test_an_item_is_about_the_link_that_it_begins_with() -> None:
    items = website_facts_of(page(MARK, body=f"## Children\n\n- Unlike {ref('/tags/a')}\n")).lists
    assert [item.ref for item in items] == [None]


def test_places_are_those_of_the_facts() -> None:
    a = f"A subset of {ref('/tags/a')}.\n\n## Children\n\n- {ref('/tags/b')}\n  - a word\n"
    text = page(MARK, body=a)
    facts, body = website_facts_of(text), len(text) - len(a)
    (stated,), items = stated_places(text, body), item_places(text, body)
    assert [call.path for call in facts.stated_parents] == ["/tags/a"]
    assert text[stated.start : stated.end] == '{{< ref "/tags/a" >}}'
    assert len(items) == len(facts.lists)
    assert [text[span.start : span.end] for span in items] == ['{{< ref "/tags/b" >}}', "a word"]


_WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "specialisation",
                "Speciali",
                "zations",
                "\u017fubset",
                "TYPE",
                "t\u0131ype",
                "of",
                "the",
                "OF",
            ),
            *(
                "spec\u0130alisation",
                "child",
                "Ch\u0131ldren",
                "H\u0130ERARCHY",
                "etymology",
                "\u017fpecialized",
            ),
            *("[", "](", "**", "a", " ", "\n", "\u2019", "xchild", "ed"),
        ]
    ),
    max_size=10,
)


@given(_WORDS, st.sampled_from(["", " "]))
def test_a_quick_look_misses_nothing(words: list[str], between: str) -> None:
    """Letters count that an expression takes for an ASCII one in another case, such as a long s."""
    text = between.join(words)
    if statements._BELOW.search(text):
        assert statements._may_end_in_phrase(text)
    slow = bool(statements._TREE.search(text) or statements._CHILDREN.search(text))
    assert (statements._list_kind(text) is not None) is slow
