r"""What is repeated against every expression of `src`: a piece of which each one more may cost more.

Which piece that is, is thought about once, when an expression is written: what its repeats take, what two of
them could share between them, what begins it again and again, and what keeps it from an end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from frontlint.patterns.linear import Matcher
from frontlint.patterns.nodes import Dialect
from frontlint.schema.quick_patterns import pattern


class Pump(NamedTuple):
    """A text that grows: `before`, then the piece n times, then `after`, at which most expressions fail.

    `%d` in a piece is its number.
    """

    piece: str
    before: str = ""
    after: str = "\0"

    def text(self, count: int) -> str:
        """The text with so many pieces."""
        numbered = "%d" in self.piece
        middle = "".join(self.piece % number for number in range(count)) if numbered else self.piece * count
        return self.before + middle + self.after


PUMPS: dict[str, list[Pump]] = {
    "author/links.py:_BRACKET": [Pump("["), Pump("\\"), Pump("a")],
    "author/links.py:_DEFINITION": [
        Pump("a", "["),
        Pump("\\", "["),
        Pump(" ", "[a]:"),
        Pump("a", "[a]: "),
        Pump("(a)", "[a]: "),
        Pump("(", "[a]: "),
        Pump("a", "[a]: <"),
        Pump(" ", "[a]: b"),
        Pump("a", '[a]: b "'),
        Pump("\\", '[a]: b "'),
        Pump("[a]: b\n"),
    ],
    "author/links.py:_ESCAPED": [Pump("\\"), Pump("a")],
    "author/links.py:_OPENING": [Pump("{"), Pump("{{")],
    "author/links.py:_TARGET": [
        Pump(" ", "("),
        Pump("a", "("),
        Pump("\\", "("),
        Pump("(a)", "("),
        Pump("(", "("),
        Pump("a", "(("),
        Pump("a", "(<"),
        Pump(" ", "(a"),
        Pump("a", '(a "'),
        Pump("\\a", "(a '"),
        Pump("a", "(a ("),
        Pump('(a "'),
        Pump("(a '"),
    ],
    "author/links.py:_TICKS": [Pump("`"), Pump("` ")],
    "author/paragraphs.py:CONTAINER": [Pump(">"), Pump(" > "), Pump("- "), Pump("1"), Pump("   ")],
    "author/paragraphs.py:_FENCE": [Pump(" "), Pump("`"), Pump("~"), Pump("a", "```")],
    "author/paragraphs.py:_ITEM": [Pump(" "), Pump("1"), Pump(" ", "-")],
    "author/paragraphs.py:_LINE": [Pump("a"), Pump("\n")],
    "author/touched.py:_WORD": [Pump("a"), Pump("_"), Pump("a_")],
    "author/new_page.py:_QUOTED_TIME": [Pump(" "), Pump("a"), Pump("0", "a: '2025-01-01T")],
    "author/new_page.py:_TIME": [Pump("0"), Pump("2025-01-01T")],
    "author/new_path.py:_YEAR": [Pump("0"), Pump("19")],
    "author/refs.py:_BARE": [Pump("a"), Pump("-")],
    "author/refs.py:_TAIL": [Pump("a"), Pump("#")],
    "author/notes.py:_WORD": [Pump("/"), Pump("a", "/"), Pump("/ ")],
    "base/unseen.py:RUN": [Pump("\u200b"), Pump("a\u00a0")],
    "frontmatter/conflict.py:_CODE": [Pump(" "), Pump("   `\n"), Pump("\n")],
    "frontmatter/conflict.py:_MARK": [Pump("<<<<<<< \n"), Pump("======= "), Pump(" ", "=======", "x")],
    "frontmatter/edit/brackets.py:_GAP": [Pump(" "), Pump("#a\n"), Pump("\n"), Pump("#")],
    "frontmatter/edit/brackets.py:_LINE_REST": [Pump(" "), Pump(" ", ","), Pump("a", "#")],
    "frontmatter/edit/json_writer.py:_COLON": [Pump(" "), Pump(" ", ":")],
    "frontmatter/edit/lines.py:_OWN_LINE": [Pump("\n"), Pump(" ", "\n"), Pump("\n ")],
    "frontmatter/edit/lines.py:_REST": [Pump(" "), Pump("#"), Pump("a", " #")],
    "frontmatter/edit/toml_text.py:_BARE": [Pump("a"), Pump("-")],
    "frontmatter/edit/toml_text.py:_ESCAPED": [Pump("a"), Pump("\\")],
    "frontmatter/edit/toml_text.py:_ODD": [Pump("a"), Pump("\u200b")],
    "frontmatter/edit/yaml_style.py:_DATE": [Pump("0"), Pump("0000-00-00")],
    "frontmatter/edit/yaml_text.py:_ESCAPED": [Pump("a"), Pump("\\")],
    "frontmatter/edit/yaml_text.py:_ODD": [Pump("a"), Pump("\u200b")],
    "frontmatter/edit/yaml_text.py:_OTHERS_READ": [Pump("1"), Pump("1,"), Pump("1", "1."), Pump("a", "---")],
    "frontmatter/edit/yaml_writer.py:_BLANKS": [Pump(" "), Pump("#a\n"), Pump("\n"), Pump("#")],
    "frontmatter/edit/yaml_writer.py:_COLON": [Pump(" "), Pump(" ", ":")],
    "frontmatter/edit/yaml_writer.py:_COMMENT": [Pump(" "), Pump("\n"), Pump("#")],
    "frontmatter/written.py:_DATE": [Pump("0"), Pump("0000-00-00"), Pump("0", "2024-01-01T00:00:00.")],
    "frontmatter/second_reader.py:_BRACKET": [Pump("["), Pump("a")],
    "frontmatter/second_reader.py:_COMMENT": [Pump("#"), Pump("#\n")],
    "frontmatter/fence.py:_JSON_MEMBER": [
        Pump("a", '"'),
        Pump(" ", '"a":'),
        Pump(" ", '"a":"b', "x"),
        Pump('"a":"b\n'),
    ],
    "frontmatter/fence.py:_JSON_UNOPENED": [
        Pump("a", '"'),
        Pump(" ", '"a":'),
        Pump("b", '"a":'),
        Pump(" ", '"a":b"', "x"),
        Pump('"a":b\n'),
    ],
    "frontmatter/fence.py:_ODD_FENCE": [
        Pump("\u2014"),
        Pump(" ", "\u2014", "x"),
        Pump("--\n"),
        Pump("\u2014\n"),
    ],
    "frontmatter/fence.py:_ODD_OPENING": [
        Pump(" "),
        Pump("\u200b"),
        Pump("a", "\u2014\n"),
        Pump(" ", "\u2014"),
        Pump(" ", "\u200b{"),
    ],
    "frontmatter/json/mistakes.py:_BARE": [Pump("a"), Pump("a "), Pump(" ", "a")],
    "frontmatter/json/mistakes.py:_CURLY": [Pump("a", "\u201c"), Pump("\u2018", "\u201c")],
    "frontmatter/json/mistakes.py:_SINGLE": [Pump("a", "'"), Pump("'")],
    "frontmatter/toml/mistakes.py:_CURLY_KEY": [Pump("a", "\u201c"), Pump("\u201c")],
    "frontmatter/toml/mistakes.py:_CURLY_VALUE": [Pump("a", "\u201c"), Pump("\u2018", "\u201c")],
    "frontmatter/yaml/comments.py:_DAY": [Pump("1"), Pump("2024-01-01")],
    "frontmatter/yaml/comments.py:_REMARK": [Pump("#TODO"), Pump("#")],
    "frontmatter/yaml/comments.py:_TIGHT": [Pump(" #"), Pump("a", " #"), Pump(" ")],
    "frontmatter/yaml/mistakes.py:_ODD_SPACE": [Pump(" "), Pump(" ", "- "), Pump("a"), Pump("\u00a0", "a:")],
    "frontmatter/yaml/reserved.py:_ITEM": [Pump("a")],
    "frontmatter/yaml/reserved.py:_END_OF_KEY": [Pump(":"), Pump("a")],
    "frontmatter/yaml/reserved.py:_HEADER": [Pump(" ", ">"), Pump("|")],
    "frontmatter/yaml/after_value.py:_SIGNS": [Pump(",")],
    "frontmatter/yaml/after_value.py:_NEXT_KEY": [Pump("a"), Pump("-", "a")],
    "frontmatter/yaml/after_value.py:_QUOTED": [Pump("'"), Pump("a", "'"), Pump('"a')],
    "frontmatter/yaml/after_value.py:_ANOTHER_LIST": [Pump(","), Pump(" ", ",")],
    "frontmatter/yaml/mistakes.py:_TOML": [Pump("a"), Pump(" ", "a"), Pump("a ", "a = "), Pump(" ")],
    "frontmatter/yaml/wide_blanks.py:_HEADER": [Pump(" "), Pump("| "), Pump("a ", "|"), Pump(" ", "| #")],
    "frontmatter/toml/after_value.py:_NEXT_KEY": [Pump("a"), Pump(" ", "a")],
    "frontmatter/toml/after_value.py:_SIGNS": [Pump("]"), Pump(" ", "]")],
    "frontmatter/remedies.py:MORE_TEXTS": [Pump(",1"), Pump(", 'a' "), Pump("a", ',"'), Pump(" ", ",")],
    "frontmatter/json/mistakes.py:_A_KEY": [Pump("a"), Pump(" ", "a")],
    "frontmatter/json/mistakes.py:_A_VALUE": [Pump(" "), Pump("a"), Pump("\\a", '"'), Pump(" ", "'a'")],
    "frontmatter/toml/mistakes.py:_ASSIGNED": [Pump("a"), Pump(" ", "a")],
    "frontmatter/toml/mistakes.py:_PLAIN": [Pump("1"), Pump("1", "1.")],
    "frontmatter/json/near_values.py:_TOKEN": [Pump("a")],
    "frontmatter/json/near_values.py:_BEFORE": [Pump("1"), Pump("e", "a")],
    "frontmatter/json/near_values.py:_PLUS": [Pump("1", "+"), Pump("1", "+1.")],
    "frontmatter/json/near_values.py:_OF_PROGRAMS": [Pump("1", "0x"), Pump("_000", "1")],
    "frontmatter/json/near_values.py:_QUOTED": [
        Pump(" "),
        Pump('"'),
        Pump("a", '"'),
        Pump(" ", '"a"'),
        Pump("\\", '"'),
    ],
    "frontmatter/json/near_values.py:_KEY": [Pump("a"), Pump(" ", "a")],
    "frontmatter/remedies.py:_LONE_QUOTE": [Pump("\\"), Pump('"'), Pump("a")],
    "frontmatter/toml/near_values.py:_BEGIN": [Pump("1"), Pump(".")],
    "frontmatter/remedies.py:_POINT": [Pump("1"), Pump("1", "."), Pump(".")],
    "frontmatter/remedies.py:_ZEROS": [Pump("0"), Pump("1", "0"), Pump("_", "01")],
    "frontmatter/toml/mistakes.py:_BARE_ITEMS": [
        Pump("a"),
        Pump(","),
        Pump("a,"),
        Pump(" "),
        Pump(", a", "a"),
    ],
    "frontmatter/toml/mistakes.py:_BARE_ITEM": [Pump("a"), Pump(" ", "a"), Pump("a ")],
    "frontmatter/toml/mistakes.py:_ENDS_ITEM": [Pump("a")],
    "frontmatter/toml/mistakes.py:_LONE_VALUE": [Pump(" "), Pump("a"), Pump(" ", "a"), Pump(" ", "a=")],
    "frontmatter/toml/mistakes.py:_VALUE": [Pump("0"), Pump("0.")],
    "frontmatter/yaml/brackets.py:_SWALLOWED": [Pump(" #"), Pump("a", " #"), Pump(",")],
    "frontmatter/yaml/brackets.py:_KEY": [Pump(" "), Pump("a"), Pump("a", '"'), Pump("a", "'"), Pump("a ")],
    "frontmatter/yaml/brackets.py:_ITEM": [Pump("a", "-"), Pump("-")],
    "frontmatter/yaml/inner_lists.py:_LIST": [
        Pump("a", "- "),
        Pump(" ", "- a"),
        Pump("\n", "- a"),
        Pump("\n- a", "- a"),
        Pump("\n \n", "- a"),
        Pump("a", '- "'),
        Pump(" ", "-"),
        Pump("\n- a \n", "- a"),
    ],
    "frontmatter/yaml/inner_lists.py:_DASH": [Pump(" "), Pump("\n -"), Pump("-")],
    "frontmatter/yaml/tab_indents.py:_TABS": [Pump(" "), Pump("\t"), Pump("\t\n"), Pump(" \n")],
    "frontmatter/yaml/tab_indents.py:_KEY": [Pump("a-"), Pump("a:")],
    "frontmatter/yaml/tab_indents.py:_WHOLE": [
        Pump("a"),
        Pump("a", '"'),
        Pump("a", "'"),
        Pump('"'),
    ],
    "frontmatter/yaml/mistakes.py:_TIGHT_DASH": [Pump(" "), Pump("\t-\n"), Pump(" \n")],
    "hugo/fields/menus.py:_WHOLE": [Pump("0"), Pump("1"), Pump("1_"), Pump("f", "0x"), Pump("0_")],
    "rules/hugo/fields/text_for_list.py:_DASH": [Pump("-"), Pump("-a")],
    "rules/hugo/fields/text_for_list.py:_DASHES": [Pump(" "), Pump(" -\n"), Pump("-a\n")],
    "rules/hugo/links/broken_ref.py:_BARE": [Pump("a"), Pump("a.")],
    "rules/hugo/links/broken_ref.py:_PLAIN": [Pump("a"), Pump("a/")],
    "rules/hugo/syntax/item_joins_above.py:_DASH": [
        Pump("\n "),
        Pump(" ", "\n"),
        Pump(" ", "\n-"),
        Pump("\n-a"),
    ],
    "rules/hugo/syntax/no_front_matter.py:_DRAFT": [
        Pump(" "),
        Pump(" \n"),
        Pump(" ", "draft"),
        Pump(" ", "draft:"),
    ],
    "rules/hugo/syntax/item_joins_above.py:_DASHED": [Pump("-"), Pump("-a")],
    "rules/hugo/syntax/second_front_matter.py:_HELD_BACK": [
        Pump(" ", "draft"),
        Pump(" ", "draft:"),
        Pump(" ", "draft: true"),
    ],
    "rules/hugo/syntax/second_front_matter.py:_ORG_LINES": [
        Pump(" "),
        Pump("\n"),
        Pump("a", "#+"),
        Pump("a", "#+a:"),
        Pump("[]", "#+a"),
    ],
    "rules/hugo/syntax/second_front_matter.py:_BEGINS": [
        Pump("\ufeff"),
        Pump(" "),
        Pump("\n", "---\n"),
        Pump("#a\n", "---\n"),
        Pump("a", "---\n"),
        Pump(" ", "---"),
        Pump(" ", "{"),
    ],
    "site/lists_in_texts.py:_DIGITS": [Pump("1"), Pump("1, ")],
    "site/near_misses.py:_is_shown": [Pump("<"), Pump(" ", "<"), Pump(" ", "<param"), Pump("< param ")],
    "frontmatter/fence.py:_SKIPPED": [Pump(" "), Pump(" \n\t\r\x0b\x0c")],
    "frontmatter/fence.py:_JSON_TEXT": [Pump("a"), Pump("\\\\"), Pump("a\\\\")],
    "frontmatter/fence.py:_JSON_AFTER_TEXT": [Pump(" "), Pump("\n")],
    "frontmatter/fence.py:_JSON_END": [Pump("}"), Pump("}\n"), Pump(" ", "}"), Pump("} \n")],
    "frontmatter/fence.py:_JSON_STOP": [Pump('"')],
    "frontmatter/fence.py:_LINE": [Pump("a"), Pump("a1 -.\t")],
    "frontmatter/fence.py:_looks_like_rule": [Pump("a"), Pump("a1-\"'A"), Pump(" \t", "a")],
    "frontmatter/json/mistakes.py:_WORD": [Pump("a"), Pump('a1-./"')],
    "frontmatter/json/mistakes.py:_BAD_IN_STRING": [Pump("a"), Pump("\\/")],
    "frontmatter/json/mistakes.py:_LINE": [Pump("a"), Pump("a1 -.\t")],
    "frontmatter/json/mistakes.py:_word": [Pump("a")],
    "frontmatter/json/reader.py:_BLANK": [Pump(" "), Pump(" \n\t\r")],
    "frontmatter/json/reader.py:_STRING": [Pump('\\"', '"'), Pump("a", '"'), Pump('"')],
    "frontmatter/json/reader.py:_NUMBER": [Pump("-"), Pump("1", "-1"), Pump("10", "-0.1e-")],
    "frontmatter/json/reader.py:_WORD": [Pump("t"), Pump("tr")],
    "frontmatter/json/reader.py:_ESCAPE": [Pump("\\"), Pump("\\u")],
    "frontmatter/org.py:_KEYWORD": [Pump(" ", "#+a: a"), Pump("a", "#+"), Pump("#")],
    "frontmatter/org.py:_DATE": [Pump("[1111-11-11 a"), Pump("["), Pump("[1")],
    "frontmatter/org.py:_WORD": [Pump("a"), Pump('a1-./"')],
    "frontmatter/toml/mistakes.py:_LINE": [Pump("a"), Pump("a1 -.\t")],
    "frontmatter/toml/mistakes.py:_COMMENT": [Pump(" \t"), Pump(" "), Pump(" \n\t\r")],
    "frontmatter/toml/mistakes.py:open_string": [Pump("\x0b")],
    "frontmatter/toml/reader.py:_COMMENT": [Pump("a", "#"), Pump("#a"), Pump("#")],
    "frontmatter/toml/reader.py:_LINE_BREAK": [Pump("\r"), Pump("\r\n")],
    "frontmatter/toml/values.py:_BLANK": [Pump(" "), Pump(" \t")],
    "frontmatter/toml/values.py:_BLANK_AND_LINES": [Pump("#\r\n"), Pump(" "), Pump("a1 -.\t", "#")],
    "frontmatter/toml/values.py:_BARE": [Pump("a"), Pump("a1-A_0")],
    "frontmatter/toml/values.py:_BASIC": [Pump('\\"', '"'), Pump("a", '"'), Pump('"')],
    "frontmatter/toml/values.py:_LITERAL": [Pump("a", "'"), Pump("'a"), Pump("'")],
    "frontmatter/toml/values.py:_LONG_BASIC": [
        Pump("\\\r\n", '"""'),
        Pump('""\\"', '"""'),
        Pump('""a', '"""'),
        Pump("a", '"""\r\n'),
        Pump('"'),
    ],
    "frontmatter/toml/values.py:_LONG_LITERAL": [
        Pump("''a", "'''"),
        Pump("\r\n", "'''"),
        Pump("a", "'''\r\n"),
        Pump("'"),
    ],
    "frontmatter/toml/values.py:_ESCAPE": [Pump(" ", "\\"), Pump("\\ "), Pump("\\")],
    "frontmatter/toml/values.py:_INTEGER": [Pump("-"), Pump("_1", "-1"), Pump("1", "0b1")],
    "frontmatter/toml/values.py:_FLOAT": [
        Pump("1", "1."),
        Pump("_1", "1.1e1"),
        Pump("-"),
        Pump("1", "-0.1_1e-1"),
    ],
    "frontmatter/toml/values.py:_MOMENT": [Pump("1"), Pump("11"), Pump("10", "1111-11-11 11:11:11.")],
    "frontmatter/toml/values.py:_CLOCK": [Pump("1"), Pump("11"), Pump("10", "11:11:11.")],
    "frontmatter/toml/values.py:_WORD": [Pump("a"), Pump('a1-./"'), Pump("1-.:Zz", "a 1")],
    "frontmatter/toml/values.py:Scanner._escape": [Pump("a"), Pump("a1A0")],
    "frontmatter/yaml/errors.py:_ALIAS": [Pump("a", "*"), Pump("*a"), Pump("*")],
    "frontmatter/yaml/line.py:_KEY_AND_VALUE": [
        Pump("- "),
        Pump(" ", "a"),
        Pump("-a "),
        Pump(" ", "a:"),
        Pump(" "),
        Pump("a ", ' - - "a" : a'),
    ],
    "frontmatter/yaml/line.py:_ITEM": [Pump("- "), Pump(" -"), Pump(" "), Pump("a ", " - - a")],
    "frontmatter/yaml/line.py:_COMMENT": [Pump(" "), Pump(" \t"), Pump("a ", " #")],
    "frontmatter/yaml/line.py:_BREAK": [Pump("\n")],
    "frontmatter/yaml/mistakes.py:_WIDE_COLON": [Pump(" "), Pump("a"), Pump(" ", "a"), Pump(" ", "- ")],
    "frontmatter/yaml/mistakes.py:_NO_SPACE": [Pump(" "), Pump(" \t"), Pump("a1-A_", " - ")],
    "frontmatter/yaml/mistakes.py:_ESCAPE": [Pump("\\"), Pump("\\x")],
    "frontmatter/yaml/nodes.py:_ANCHOR": [Pump("&"), Pump("&a")],
    "frontmatter/yaml/repair.py:_NOT_FOR_LIBYAML": [Pump("\x0b")],
    "frontmatter/yaml/libyaml.py:_DOCUMENT_END": [
        Pump("."),
        Pump("...\n"),
        Pump("a", "... "),
        Pump(" ", "..."),
    ],
    "frontmatter/yaml/repair.py:_BLOCK_HEADER": [Pump(" "), Pump("|"), Pump(" ", " |"), Pump("a", " | #")],
    "frontmatter/yaml/pieces.py:_WORD": [Pump("a"), Pump(" "), Pump("a,")],
    "frontmatter/yaml/subset.py:_NEXT_KEY": [Pump("\n"), Pump("\n "), Pump("\na")],
    "frontmatter/yaml/repair.py:_BREAK": [Pump("\r"), Pump("\r\n")],
    "frontmatter/yaml/repair.py:_NOTHING": [Pump(" "), Pump(" \t"), Pump("a1 -.\t", " #")],
    "frontmatter/yaml/repair.py:_EMPTY_KEY": [
        Pump(": "),
        Pump(":#a"),
        Pump("  ", "a:"),
        Pump(" "),
        Pump(" \t", " aa:"),
    ],
    "frontmatter/yaml/repair.py:_PLAIN_VALUE": [
        Pump("a: b "),
        Pump("- "),
        Pump(" ", "a:"),
        Pump("a: b\r\n"),
        Pump("a"),
        Pump("a1 -.\t", ' - "a": a'),
    ],
    "frontmatter/yaml/repair.py:_STRUCTURE": [Pump(":")],
    "frontmatter/yaml/repair.py:Repairs._block_tab": [Pump("\n")],
    "frontmatter/yaml/repair.py:Repairs._no_token": [Pump(" "), Pump(" \t")],
    "frontmatter/yaml/repair.py:Repairs._content": [Pump("[")],
    "frontmatter/yaml/repair.py:Repairs._brace": [Pump(",")],
    "frontmatter/yaml/repair.py:Repairs._tag": [Pump("a", "!"), Pump("!a"), Pump("!")],
    "frontmatter/yaml/scalars.py:_DAY": [Pump("1"), Pump("11")],
    "frontmatter/yaml/scalars.py:_DIGITS": [Pump("-"), Pump("-1")],
    "frontmatter/yaml/scalars.py:_NEXT_LINE": [Pump("\r"), Pump("\r\n"), Pump(" \t", "\r\n")],
    "frontmatter/yaml/scalars.py:_FOLDED": [Pump(" "), Pump(" \t"), Pump(" \n\t\r", " \n")],
    "frontmatter/yaml/scalars.py:_DASH_LINE": [Pump("\r"), Pump("\r\n"), Pump(" ", "\r\n")],
    "frontmatter/yaml/scalars.py:_TAB_INDENT": [Pump("\n"), Pump("\n\t")],
    "frontmatter/yaml/scalars.py:_FLOW_COLON": [Pump("a")],
    "engine/silence.py:_IN_BODY": [
        Pump(" ", "<!-- frontlint-ignore"),
        Pump("<!-- frontlint-ignore "),
        Pump("<!-- frontlint-ignore a:"),
        Pump("- ", "<!-- frontlint-ignore "),
        Pump("--", "<!-- frontlint-ignore a:"),
        Pump(" ", "<!--"),
        Pump("<"),
    ],
    "engine/silence.py:_IN_FRONT": [
        Pump("# frontlint: ignore[ "),
        Pump(" ", "# frontlint: ignore["),
        Pump(" "),
        Pump("a1 -.\t", "# frontlint: ignore["),
    ],
    "engine/silence.py:_NAME": [Pump("a"), Pump('a1-./"')],
    "hugo/values/cast.py:_WHOLE": [Pump("-"), Pump("a", "-0x"), Pump("1_0", "-1")],
    "hugo/fields/dates.py:_DATED_NAME": [Pump("1"), Pump("11")],
    "hugo/fields/layouts.py:_ELEMENT": [Pump("M"), Pump("Mo")],
    "handlers.py:_BREAKS_OF_1_1": [Pump("\x85")],
    "handlers.py:_BARE_KEY": [Pump("a"), Pump("a1-A_0")],
    "handlers.py:_Handler": [Pump("a")],
    "frontmatter/yaml/dashes.py:_KEY": [Pump(" "), Pump("\n"), Pump("a"), Pump("a", after=":")],
    "frontmatter/yaml/dashes.py:_MAYBE": [
        *(
            Pump("- "),
            Pump(" "),
            Pump("- ", after="-"),
            Pump("\n- "),
            Pump("\n -"),
            Pump(" ", "- &"),
            Pump(" ", "a: !x"),
        ),
        *(Pump(": !"), Pump("x", ": !"), Pump(" ", ":"), Pump("#", ": !x "), Pump("- &", "- ")),
    ],
    "frontmatter/yaml/dashes.py:_WAITING": [
        Pump(":"),
        Pump("a"),
        Pump(" ", "a:"),
        Pump(": #"),
        Pump("#", "a: "),
    ],
    "frontmatter/yaml/tabs.py:_COUNTED": [Pump(" \t", "a"), Pump("\\"), Pump("\n "), Pump("\t")],
    "frontmatter/yaml/tabs.py:_NEXT": [Pump(" "), Pump(" \t")],
    "hugo/content/unread.py:_BETWEEN": [Pump("a"), Pump(",")],
    "hugo/content/paths.py:_PREFIXED": [Pump("a", "_language_"), Pump("_language_a"), Pump("_")],
    "hugo/config/patterns.py:_ATTRIBUTE": [Pump(":a["), Pump(":a[\n"), Pump("a", ":"), Pump(":")],
    "hugo/config/patterns.py:_NAME": [Pump("a", ":"), Pump(":a"), Pump(":")],
    "hugo/config/patterns.py:GO_DATE": [Pump("J"), Pump("Ja")],
    "hugo/content/rawhtml.py:_LINE": [Pump("a"), Pump("a1")],
    "hugo/content/rawhtml.py:_FENCE": [Pump(" "), Pump("`", " "), Pump(" `")],
    "hugo/content/rawhtml.py:_BLOCKS": [
        Pump("> "),
        Pump("- "),
        Pump(" a", "<a"),
        Pump('a="', "<a "),
        Pump(" >"),
        Pump(">"),
        Pump("<"),
    ],
    "hugo/content/rawhtml.py:_TICKS": [Pump("`")],
    "hugo/content/rawhtml.py:_INLINE": [
        Pump("<!--a"),
        Pump('<a b="'),
        Pump(" a", "<a"),
        Pump("\"'b='\" c=", "<a a="),
        Pump("`a``b"),
        Pump("`"),
        Pump(" \n\t\r", '</aa aa = "a"'),
    ],
    "hugo/refs/refpaths.py:_SCHEME": [Pump("a", "a"), Pump("aa"), Pump("a")],
    "hugo/refs/refpaths.py:_BAD_ESCAPE": [Pump("%")],
    "hugo/refs/refpaths.py:_CONTROL": [Pump("\n")],
    "hugo/refs/refs.py:_PLAIN": [Pump("/a"), Pump("a", "/"), Pump("/"), Pump("/index")],
    "hugo/urls/aliases.py:_PLAIN": [Pump("/a"), Pump("a", "/"), Pump("/")],
    "hugo/urls/aliases.py:_ALL_PLAIN": [Pump("/a"), Pump("/a\n"), Pump("/a/\n"), Pump("a", "/"), Pump("/")],
    "hugo/urls/urls.py:_PLAIN_FOLDER": [Pump("/a"), Pump("a", "/"), Pump("/")],
    "hugo/refs/refs.py:_ERROR_PAGE": [Pump("/"), Pump("a", "/404."), Pump("a1A_", "/404.")],
    "hugo/config/pins.py:_NUMBERS": [Pump(" "), Pump("a"), Pump("a_"), Pump("v"), Pump("0"), Pump("0.")],
    "hugo/config/pins.py:_HEADER": [Pump("["), Pump(" "), Pump("a", "["), Pump(" [")],
    "hugo/config/pins.py:_TOML_KEY": [Pump("HUGO_VERSION"), Pump("HUGO_VERSION "), Pump(" ", "HUGO_VERSION")],
    "hugo/config/pins.py:_JSON_KEY": [
        Pump('"HUGO_VERSION"'),
        Pump('"HUGO_VERSION" '),
        Pump(" ", '"HUGO_VERSION"'),
    ],
    "hugo/config/pins.py:_TOOL": [Pump(" "), Pump("hugo "), Pump(" ", "hugo"), Pump("hugo")],
    "hugo/config/pins.py:_MISE_KEY": [Pump(" "), Pump("a"), Pump("a:"), Pump("hugo"), Pump(" ", "hugo")],
    "hugo/config/pins.py:_MISE_INNER": [Pump(" "), Pump("version"), Pump(" ", "version")],
    "hugo/config/pins.py:_MISE_TABLE": [Pump("a", "tools."), Pump("a:", "tools."), Pump("hugo", "tools.")],
    "hugo/config/pins.py:_IN_TABLE": [
        Pump("{"),
        Pump("version", "{"),
        Pump("version ", "{"),
        Pump(" ", "{version"),
    ],
    "hugo/config/pins.py:_WORKFLOW_KEY": [
        Pump(" "),
        Pump("{"),
        Pump(","),
        Pump("a"),
        Pump("hugo-version"),
        Pump(", hugo-version"),
        Pump(" ", "hugo-version"),
    ],
    "hugo/config/sanitize.py:_UNRESERVED": [Pump("a"), Pump("a-./")],
    "hugo/config/sanitize.py:_PLAIN": [Pump("a"), Pump("a1-./#")],
    "hugo/config/sanitize.py:_GOOD_PATH": [Pump("a"), Pump("%aa")],
    "hugo/config/sanitize.py:_BAD_ESCAPE": [Pump("%")],
    "hugo/values/scalars.py:_DIGITS": [Pump("1"), Pump("10"), Pump("a"), Pump("a1A0")],
    "hugo/values/scalars.py:_FLOAT": [Pump("1"), Pump("10"), Pump("10", "1.1e-")],
    "hugo/content/shortcodes.py:_OPENING": [Pump("{"), Pump("{{")],
    "hugo/content/shortcodes.py:_HAS_REF": [Pump(" ", "{{<"), Pump("{{< "), Pump("{")],
    "hugo/content/shortcodes.py:_NAME": [Pump(" "), Pump(" \n\t\r"), Pump("a1-./A", " ")],
    "hugo/content/shortcodes.py:_PARAMETER": [
        Pump('\\"', '"'),
        Pump('\\"', 'a="'),
        Pump(" "),
        Pump("a1-.A_", " a = "),
    ],
    "hugo/content/shortcodes.py:_SPACE": [Pump(" "), Pump(" \n\t\r")],
    "hugo/content/shortcodes.py:_USUAL": [Pump(" ", "{{<"), Pump("{{< "), Pump("{")],
    "hugo/templates.py:_PAGINATES": [Pump("."), Pump(".P")],
    "hugo/rendered.py:_RENDERS": [Pump("markdownif"), Pump(" RenderStrin")],
    "hugo/rendered.py:_ACTION": [Pump("{{"), Pump("{{ a "), Pump("a", "{{")],
    "hugo/rendered.py:_FIELD": [Pump("a", ".Params."), Pump(".Params.a"), Pump(".")],
    "hugo/rendered.py:_QUOTED": [Pump("a", '"'), Pump('"a'), Pump('"')],
    "hugo/rendered.py:_VARIABLE": [Pump("$"), Pump("a", "$"), Pump("$a")],
    "hugo/rendered.py:_SETS": [Pump(" ", "{{"), Pump("a", "{{ $"), Pump(" ", "{{ $a")],
    "hugo/rendered.py:_NARROWS": [Pump(" ", "{{"), Pump(" ", "{{ else"), Pump("else ", "{{ ")],
    "hugo/rendered.py:_DOT": [Pump("."), Pump(" .a"), Pump("a.")],
    "hugo/rendered.py:_PASSED": [
        Pump("a", '"'),
        Pump(" ", '"a"'),
        Pump(".a", '"a" '),
        Pump("$.a", '"a" ('),
        Pump('"a" '),
    ],
    "hugo/rendered.py:_TO_PARTIAL": [
        Pump("a", 'partial "'),
        Pump(" ", "partial"),
        Pump(" ", 'partial "a"'),
        Pump(".a", 'partial "a" '),
        Pump('partial "a" '),
        Pump("partial "),
    ],
    "hugo/values/titles.py:_WORD": [Pump("a"), Pump("a1A"), Pump("a1.\"'*", "a")],
    "hugo/values/versions.py:_NUMBERS": [Pump("v"), Pump("1", "v"), Pump("1", "v1.1.")],
    "report/ascii_xml.py:_FORBIDDEN": [Pump("\x0b")],
    "report/markdown.py:_SIGNS": [Pump("*"), Pump("ww")],
    "report/prose.py:_CODE": [Pump("`"), Pump("`a"), Pump("a", "`")],
    "report/prose.py:_SENTENCE_END": [Pump(".")],
    "report/reference.py:_KEY": [Pump('"'), Pump("a", '"'), Pump(" \n\t\r", '"a"')],
    "report/reference.py:_LINK": [Pump("]"), Pump("](")],
    "report/reference.py:_fenced": [Pump("`")],
    "lint/rule.py:_PART": [Pump("W"), Pump("Wh")],
    "rules/hugo/dates/folder_date_disagrees.py:_DATED": [Pump("1"), Pump("11")],
    "rules/hugo/syntax/date_without_zone.py:_NO_ZONE": [
        Pump("1"),
        Pump("1", "1111-11-11 11:11:11."),
        Pump("1111-11-11 11:11:11.1"),
    ],
    "rules/hugo/syntax/encoding.py:_LOST_LETTER": [Pump("\ufffd"), Pump("\ufffd", "a"), Pump("a")],
    "rules/hugo/syntax/no_front_matter.py:_BEGINS": [
        Pump("---\na:b\n+++\n"),
        Pump("-"),
        Pump("a ", "--- \r\na :"),
    ],
    "rules/hugo/syntax/number_changed.py:_SUSPECT": [Pump("0"), Pump("0_"), Pump("+0"), Pump(" 00")],
    "rules/hugo/syntax/number_changed.py:_OCTAL": [Pump("0"), Pump("0_", "-")],
    "rules/hugo/syntax/value_misread.py:_FRACTION": [Pump("0", "1."), Pump("1", "+"), Pump("10", "1.")],
    "rules/hugo/syntax/value_misread.py:_ZERO_FIRST": [Pump('"'), Pump("1", '"-0'), Pump("10", '"-0')],
    "rules/hugo/text/invisible_character.py:_WORD": [Pump("a"), Pump("a1A_")],
    "rules/hugo/text/markdown_in_description.py:_BOLD": [
        Pump(" **a"),
        Pump("a** ", "**"),
        Pump("a"),
        Pump("a1", "**"),
    ],
    "rules/hugo/text/markdown_in_description.py:_LABEL": [
        Pump("![a]({{a"),
        Pump("[a"),
        Pump("!"),
        Pump("a1 -.\t", "!["),
    ],
    "rules/hugo/text/markdown_in_description.py:_SHORTCODE": [
        Pump('}} "x', "{{"),
        Pump("}} ", "{{"),
        Pump("}", "{{"),
        Pump("a", "{{"),
        Pump("{"),
    ],
    "rules/hugo/text/markdown_in_description.py:_ADDRESS": [
        Pump("/"),
        Pump("/ ", "/"),
        Pump("a"),
        Pump("a1 -.\t", 'a "'),
    ],
    "rules/website/video/preview_of_other_video.py:_THUMBNAIL": [Pump("y"), Pump("yt")],
    "init/jsonc.py:_STRING_OR_COMMENT": [
        Pump("/*a"),
        Pump('\\"', '"'),
        Pump('"a\n'),
        Pump("**", "/*"),
        Pump("a", '"'),
        Pump("a1*", "/*"),
    ],
    "init/jsonc.py:_STRING_OR_LAST_COMMA": [
        Pump('\\"', '"'),
        Pump(", "),
        Pump("a", '"'),
        Pump(" \n\t\r", ","),
    ],
    "init/jsonc.py:_NOT_A_BREAK": [Pump("a")],
    "init/jsonc.py:_INDENT": [Pump(" "), Pump(" \t")],
    "init/host.py:_URL": [
        Pump("a", "https://", ""),
        Pump("@", "https://", ""),
        Pump("a:1", "ssh://", ""),
        Pump("h", after=""),
    ],
    "init/host.py:_SCP": [Pump("a", after=""), Pump("a@", after=""), Pump("a:", after="")],
    "init/host.py:_SSH": [Pump("ssh://git@github.com", after=""), Pump("git@", after="")],
    "init/origin.py:_PUBLIC_URL": [Pump("a", "https://"), Pump("https://a"), Pump("h")],
    "init/origin.py:_COMMIT": [Pump("a"), Pump("a10")],
    "site/alias_syntax.py:_ID_ALIAS": [Pump("/"), Pump("/r")],
    "site/alias_syntax.py:_SCHEME": [Pump("a", "a"), Pump("aa"), Pump("a")],
    "site/alias_syntax.py:_HOST": [
        Pump("a.", "//"),
        Pump(".aaaa", "//a"),
        Pump(".aa:11", "//a"),
        Pump("a", "//"),
        Pump("aA", "www.a."),
    ],
    "site/alias_syntax.py:_CONTROL": [Pump("a")],
    "site/alias_syntax.py:_ESCAPE": [Pump("%"), Pump("%a")],
    "site/alias_syntax.py:_PLAIN": [Pump("a", "/"), Pump("/a"), Pump("/")],
    "site/history/successor.py:_PLAIN": [Pump("a", "/"), Pump("/a"), Pump("/")],
    "website/ids.py:_ID": [Pump("a"), Pump("aa")],
    "website/ids.py:_SLUG": [Pump("a"), Pump("-a", "a"), Pump("a", "a-")],
    "website/ids.py:_ALIAS": [
        Pump("/"),
        Pump("/", "/resources"),
        Pump(" \n\t\r", "/resources/aaaaaaaaaaa/index.html"),
    ],
    "website/ids.py:_TURN": [Pump("a")],
    "website/parent_statements.py:_BELOW": [
        Pump("type of [ "),
        Pump("word ", "type of "),
        Pump("type of "),
        Pump("s"),
        Pump(" \n\t\r", "specialisation of a"),
    ],
    "website/parent_statements.py:_HEADING": [Pump("# ", "# "), Pump(" "), Pump("a ", " # ")],
    "website/parent_statements.py:_CHILDREN": [Pump("s"), Pump("sp")],
    "website/parent_statements.py:_TREE": [Pump("h"), Pump("hi")],
    "website/parent_statements.py:_ITEM": [Pump(" "), Pump(" \t"), Pump(" \t", " -")],
    "website/parent_statements.py:_ITEM_LINK": [Pump("*"), Pump("a", "*["), Pump(" \n\t\r", "*[a](")],
    "website/parent_statements.py:_ITEM_WORDS": [Pump("*"), Pump("a", "*["), Pump("a1 -.\t", "*[")],
    "website/parent_statements.py:_FENCE": [Pump(" "), Pump(" `")],
    "prose/doubled.py:_PAIR": [Pump("a a "), Pump("a"), Pump(" \n\t\r", "a")],
    "prose/doubled.py:_TWINS": [Pump("a"), Pump(" ", "a"), Pump(" \n\t\r", "a")],
    "prose/doubled.py:_WORD": [Pump("a"), Pump("aA"), Pump("aA", "a'")],
    "prose/english.py:_WORD": [Pump("a"), Pump("aA")],
    "prose/english.py:_ASCII_LETTERS": [Pump("a"), Pump("aA")],
    "prose/english.py:_NO_ASCII": [Pump("?")],
    "prose/placeholders.py:_GAP": [Pump("a"), Pump("ab"), Pump(" ", "about")],
    "prose/placeholders.py:_WORD": [Pump("a"), Pump("a1A"), Pump("a1A", "a'")],
    "prose/placeholders.py:_LEADS_ON": [Pump(" "), Pump(" *_")],
    "prose/inline.py:_CODE": [Pump("` ``"), Pump("`a"), Pump("~~~ "), Pump("a", "```"), Pump("a ", "`")],
    "prose/invisible.py:_ZERO_WIDTH": [Pump("\u180e"), Pump("\u180e\u2060\ufeff\u200b")],
    "prose/invisible.py:_BIDI": [Pump("\u061c"), Pump("\u061c\u200e\u200f\u202a\u2066")],
    "prose/invisible.py:_HYPHEN": [Pump("\u2011")],
    "prose/invisible.py:_ENTITY": [Pump("0", "&#x"), Pump("&#x0"), Pump("&")],
    "prose/invisible.py:_MOJIBAKE": [Pump("\xc2"), Pump("\xf0\u0178"), Pump("\xc2\u0152"), Pump("A")],
    "prose/invisible.py:_SUSPECT": [Pump("\u180e")],
    "base/loose_date.py:_YEAR_FIRST": [Pump("1"), Pump("11")],
    "base/loose_date.py:_YEAR_LAST": [Pump("1"), Pump("1-")],
    "base/loose_date.py:_DAY_NAME": [Pump("a"), Pump("aA"), Pump(" -.\n\t\r", "a, 1st aaa")],
    "base/loose_date.py:_NAME_DAY": [Pump("a"), Pump("aA"), Pump(" \n\t\r,", "a, aaa. 1st")],
    "base/loose_date.py:_DAY": [Pump("1"), Pump("T", "2024-01-02"), Pump("1:", "2024-01-02T11")],
    "base/loose_date.py:_TIME": [
        Pump("+1", "T11:11"),
        Pump(" ", "T11:11"),
        Pump("T"),
        Pump(" \n\t\r", "T1:11:11.1 aM"),
    ],
    "prose/mentions.py:_WORD": [Pump("a"), Pump("a1A"), Pump("#+", "a")],
    "prose/mentions.py:_IN_BRACKETS": [Pump("(a"), Pump("(a) "), Pump(" "), Pump(" \n\t\r", " (a)")],
    "prose/blocks.py:_LINE": [Pump("a"), Pump("a1")],
    "prose/blocks.py:_CODE": [Pump(" "), Pump(" \n\t\r")],
    "prose/blocks.py:_HEADING": [
        Pump("a", "**"),
        Pump("* ", "**a"),
        Pump(" ", "**aa**"),
        Pump("#"),
        Pump(" \t", "**aa** :"),
    ],
    "prose/blocks.py:_ITEM": [Pump(" "), Pump(" \t"), Pump(" \t", " -")],
    "prose/blocks.py:_SENTENCE_END": [
        Pump(" ", '"'),
        Pump("  a"),
        Pump('. "'),
        Pump("."),
        Pump("\"'*[(_", '" '),
    ],
    "prose/blocks.py:_ABBREVIATION": [Pump("e"), Pump("e.")],
    "prose/blocks.py:DECORATION": [Pump("*"), Pump("*_`")],
    "prose/look.py:_OTHER_SPACE": [Pump("\u2009")],
    "prose/look.py:_TWINS": [Pump(" "), Pump(" a"), Pump("a", " "), Pump(" ", " a"), Pump(" ab  ac")],
    "prose/look.py:_PAIR": [Pump("a"), Pump("a "), Pump(" ", "a"), Pump("ab ac ")],
    "prose/look.py:_MARKER": [Pump("\n"), Pump(" ", "\n"), Pump("\n- "), Pump("1", "\n"), Pump(" ", "\n-")],
    "prose/repeats.py:_SENTENCE": [Pump("- ", ". "), Pump('"', "."), Pump(" \t", '."  -')],
    "prose/repeats.py:_ITEM": [
        Pump(" ", "\n- a"),
        Pump("\n- a "),
        Pump("\n- a\n"),
        Pump(" ", "\n"),
        Pump("\n"),
    ],
    "frontmatter/scalar.py:_DOUBLE": [Pump(" ", "\\\r\n"), Pump("\\\r\n "), Pump("\\")],
    "frontmatter/scalar.py:_SINGLE": [Pump("'"), Pump("''")],
    "frontmatter/scalar.py:_BREAK": [Pump("\r"), Pump("\r\n")],
    "frontmatter/scalar.py:_ANY": [Pump("a")],
    "frontmatter/scalar.py:_ESCAPED": [Pump("\\"), Pump("''")],
    "frontmatter/scalar.py:_WORD": [Pump("a"), Pump('a1-./"')],
    "base/span.py:_LINE_BREAK": [Pump("\r"), Pump("\r\n")],
    "frontmatter/depth.py:_JSON_MARKS": [Pump('\\"', '"'), Pump('"'), Pump("a", '"'), Pump("[")],
    "frontmatter/yaml/properties.py:_COMMENTS": [Pump(" "), Pump(" #a\n"), Pump(" #"), Pump("a", " #")],
    "frontmatter/yaml/properties.py:_ANCHORED": [Pump("a", "&"), Pump(" ", "&a"), Pump("&")],
    "frontmatter/yaml/properties.py:_TAGGED": [Pump("a", "!"), Pump(" ", "!a"), Pump("!")],
    "engine/cache/sweep.py:_PROJECT": [Pump("a")],
    "report/glyphs.py:_SEEN": [Pump("a"), Pump("\u2026")],
    "engine/cache/sweep.py:_OURS": [Pump("a", ".pages.bin."), Pump(".")],
    "engine/cache/sweep.py:_UNDONE": [Pump("a", ".secret."), Pump(".")],
    "engine/cache/sweep.py:_SHARED": [Pump("a", ".secret."), Pump("s")],
    "hugo/config/address.py:_PLAIN": [Pump("a", "http://"), Pump("1", "http://a:"), Pump("/", "http://a")],
    "hugo/config/address.py:_CONTROL": [Pump("a")],
    "hugo/config/address.py:_SCHEME": [Pump("a"), Pump("a+", "a")],
    "hugo/config/address.py:_BAD_ESCAPE": [Pump("%aa"), Pump("a")],
    "hugo/config/address.py:_BAD_HOST_ESCAPE": [Pump("%25"), Pump("%"), Pump("a")],
    "hugo/config/address.py:_BAD_HOST": [Pump("a")],
    "hugo/config/address.py:_BAD_USER": [Pump("a")],
    "hugo/config/address.py:_PORT": [Pump("1", ":"), Pump(":"), Pump(":1")],
    "hugo/content/shortcode_faults.py:_BLANK": [Pump("a")],
    "hugo/content/shortcode_faults.py:_WRONG_END": [Pump("}"), Pump(">}"), Pump("> } "), Pump(">")],
    "hugo/content/shortcode_faults.py:_PART_OF_END": [Pump(">"), Pump("}")],
    "hugo/content/shortcode_lexer.py:_OPENING": [Pump("{")],
    "hugo/content/shortcodes.py:PLAIN": [
        Pump(" ", "{{<"),
        Pump("{{< "),
        Pump("{{< a"),
        Pump("a", "{{<"),
        Pump(' "a"', "{{<a"),
        Pump(' a="a"', "{{<a"),
        Pump("a", '{{<a "'),
        Pump('{{<a "'),
    ],
    "hugo/content/shortcode_lexer.py:_BLANKS": [Pump(" ")],
    "hugo/content/shortcode_lexer.py:_TO_BLANK": [Pump("a")],
    "hugo/content/shortcode_lexer.py:_NAME": [Pump("a"), Pump("a-/")],
    "hugo/content/shortcode_lexer.py:_WORD": [Pump("a"), Pump("a-.")],
    "hugo/content/shortcode_lexer.py:_QUOTE_STOP": [Pump("a")],
    "schema/quick_patterns.py:_PART": [Pump("a"), Pump("a", "["), Pump("9", "{"), Pump("(?:"), Pump("\\")],
    "schema/kinds.py:PageKind._built_in": [Pump("/tags"), Pump("/tags/"), Pump("/"), Pump("a")],
    "base/source.py:_BAD": [Pump("\udc80"), Pump("a")],
    "hugo/values/cast.py:_DECIMAL": [Pump("1"), Pump("1", "."), Pump(".")],
    "hugo/values/glob.py:_set": [Pump("a")],
    "hugo/config/kinds.py:_WHOLE": [Pump("1"), Pump("1_"), Pump("_", "0x"), Pump("0")],
    "hugo/config/kinds.py:_DURATION": [Pump("1"), Pump("1h"), Pump("1.1ms"), Pump("1", "1.")],
    "hugo/config/kinds.py:_ABSOLUTE": [Pump("a"), Pump("/")],
    "hugo/config/kinds.py:_COLOUR": [Pump("a"), Pump("#")],
    "hugo/config/kinds.py:_DIGITS": [Pump("1"), Pump("+")],
    "hugo/config/toml_settings.py:_LARGE": [Pump("1"), Pump("0x"), Pump("0x1"), Pump("1" * 18 + "a")],
    "frontmatter/yaml/repair.py:_PAIRS": [Pump("\\ud800"), Pump("\\"), Pump("\\ud800\\u"), Pump("a")],
}
"""By `FILE:NAME` of a constant, or of the function that an expression is written in."""

USES: dict[str, str] = {
    "schema/kinds.py:PageKind._built_in": "search",
    "frontmatter/yaml/properties.py:_ANCHORED": "match",
    "frontmatter/yaml/properties.py:_TAGGED": "match",
    "engine/cache/sweep.py:_OURS": "fullmatch",
    "engine/cache/sweep.py:_SHARED": "fullmatch",
    "engine/cache/sweep.py:_UNDONE": "fullmatch",
    "hugo/content/shortcode_lexer.py:_BLANKS": "match",
    "hugo/content/shortcode_lexer.py:_NAME": "match",
    "hugo/content/shortcode_lexer.py:_TO_BLANK": "match",
    "hugo/content/shortcode_lexer.py:_WORD": "match",
    "frontmatter/toml/values.py:_BASIC": "match",
    "frontmatter/toml/values.py:_LITERAL": "match",
    "frontmatter/toml/values.py:_LONG_BASIC": "match",
    "frontmatter/toml/values.py:_LONG_LITERAL": "match",
    "hugo/content/rawhtml.py:_BLOCKS": "match",
    "hugo/values/scalars.py:_DIGITS": "fullmatch",
    "hugo/content/shortcodes.py:_SPACE": "match",
    "site/alias_syntax.py:_SCHEME": "match",
    "site/alias_syntax.py:_HOST": "match",
    "base/loose_date.py:_YEAR_FIRST": "match",
    "base/loose_date.py:_YEAR_LAST": "match",
    "base/loose_date.py:_DAY_NAME": "match",
    "base/loose_date.py:_NAME_DAY": "match",
    "frontmatter/scalar.py:_DOUBLE": "finditer",
    "frontmatter/scalar.py:_SINGLE": "finditer",
    "frontmatter/scalar.py:_ANY": "finditer",
    "handlers.py:_Handler": "match",
}
"""How those are used of which the syntax does not show it: in a loop over several, or handed on."""


class Call(NamedTuple):
    """A function around expressions, and texts that grow; `covers` are expressions that nothing else uses."""

    run: Callable[[str], object]
    pumps: list[Pump]
    covers: tuple[str, ...] = ()


def _all(iterator: Iterator[object]) -> list[object]:
    return list(iterator)


def _ignores(text: str) -> object:
    from frontlint.base.source import decode
    from frontlint.engine.silence import ignores
    from frontlint.frontmatter.reader import read_document
    from frontlint.hugo.values.scalars import plain_scalar

    return ignores(read_document(decode("a.md", text.encode()), plain_scalar))


def _prose_only(text: str) -> object:
    from frontlint.prose.inline import prose_only

    return prose_only(text)


def _doubled(text: str) -> object:
    from frontlint.prose.doubled import doubled_words

    return _all(doubled_words(text))


def _fillers(text: str) -> object:
    from frontlint.prose.placeholders import fillers

    return _all(fillers(text, ("TODO", "coming soon")))


def _odd(text: str) -> object:
    from frontlint.prose.invisible import odd_pieces

    return _all(odd_pieces(text, False))


def _repeats(text: str) -> object:
    from frontlint.prose.repeats import may_repeat_item, may_repeat_sentence

    return may_repeat_sentence(text), may_repeat_item(text)


def _names(text: str) -> object:
    from frontlint.prose.mentions import names

    return names(text, "Zeta Quality Method (ZQM): x")


def _raw_html(text: str) -> object:
    from frontlint.hugo.content.rawhtml import RawHtml

    return 0 in RawHtml(text, 0, ())


def _refs(text: str) -> object:
    from frontlint.hugo.content.shortcodes import scan
    from frontlint.website.parent_statements import stated_parents

    return scan(text), stated_parents(text, 0)


def _shortcode_fault(text: str) -> object:
    from frontlint.hugo.content.shortcode_faults import shortcode_problem

    return shortcode_problem(text)


def _attributes(text: str) -> object:
    from frontlint.hugo.config.patterns import attributes

    return attributes(text)


def _markdown(text: str) -> object:
    from frontlint.rules.hugo.text.markdown_in_description import _bold, _links

    return _all(_bold(text)), _all(_links(text))


def _late(text: str) -> object:
    from frontlint.rules.hugo.syntax.no_front_matter import _has_late

    return _has_late(text)


def _repair(text: str) -> object:
    from yaml.error import Mark, MarkedYAMLError

    from frontlint.frontmatter.yaml.repair import Repairs, _end_of_empty_key

    at = len(text) - 1
    mark = Mark("", at, 0, 0, "", 0)
    for problem in ("mapping values are not allowed in this context", "found undefined tag handle"):
        Repairs(text).repair(MarkedYAMLError(None, mark, problem, mark))
    return _end_of_empty_key(text, at)


def _block_scalars(text: str) -> object:
    from frontlint.frontmatter.yaml.reader import read_only_values
    from frontlint.hugo.values.scalars import plain_scalar

    return read_only_values(text, plain_scalar)


def _date(text: str) -> object:
    from datetime import UTC

    from frontlint.hugo.fields.layouts import read_date

    return read_date.__wrapped__(text, UTC)


def _kinds(text: str) -> object:
    from frontlint.schema.catalog import BUILT_IN_KINDS

    return [kind.matches(text) for kind in BUILT_IN_KINDS]


def _glob(text: str) -> object:
    from frontlint.hugo.values.glob import matches

    return matches("/a*/**/b*", text)


def _foreign(pattern: str, dialect: Dialect = Dialect.ECMA) -> Callable[[str], object]:
    return lambda text: Matcher(pattern, dialect).found_in(text)


_QUICK = (
    "^a?a?a?a?a?a?a?[a-z]*$",
    "^(?:a|aa|(?:b|bb|(?:a|b)))?[ab]*b$",
    "^[a-z]{0,999}-$",
    "^[a-z]+(-[a-z]+)+$",
    "^[0-9]{4}([Tt ][0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?( ?([Zz]|[+-][0-9]{2}:?[0-9]{2}))?)?$",
)


def _quick_patterns(text: str) -> object:
    return [pattern(one)(text) for one in _QUICK], pattern("^" + text)


CALLS: dict[str, Call] = {
    "block scalars": Call(
        _block_scalars,
        [
            Pump("  a\n", "a: |\n", ""),
            Pump("\n", "a: |\n  b", ""),
            Pump("a%d: |\n  b\n", after=""),
            Pump("- >-\n  b\n", "a:\n", ""),
            Pump(" ", "a: |\n  b\n", "c"),
            Pump("| > ", "a: b\n#", ""),
        ],
        ("frontmatter/yaml/block.py:_less_than",),
    ),
    "patterns of schemas": Call(
        _quick_patterns,
        [Pump("a"), Pump("ab"), Pump("a-"), Pump("0", "2025T10:10."), Pump("(a"), Pump("[a-z]"), Pump("a?")],
        ("schema/quick_patterns.py:pattern",),
    ),
    "the faults of shortcodes": Call(
        _shortcode_fault,
        [
            Pump("{{< a >}}", after=""),
            Pump("{{</* a ", after=""),
            Pump("{{<", after=""),
            Pump('{{< a "x" >}} {{%', after=""),
            Pump("{{< a `x\n", after=""),
            Pump(" ", "{{< a", ""),
            Pump('"a" ', "{{< a ", ""),
            Pump("x", '{{< a "', ""),
            Pump("{{< a >}}\n{{< /a", after=""),
        ],
    ),
    "prose_only": Call(
        _prose_only,
        [
            Pump("{{a"),
            Pump("<!--a"),
            Pump("](a"),
            Pump("<a"),
            Pump("` ``"),
            Pump("{"),
            Pump("www.", "", ""),
            Pump("{{ }} <!--"),
            Pump("{{a", "<!-- -->"),
            Pump("<!--a", "{{ }}"),
        ],
        ("prose/inline.py:_NO_PROSE",),
    ),
    "doubled words": Call(
        _doubled, [Pump("the the "), Pump("word word then "), Pump("a", "a a "), Pump("a b ")]
    ),
    "fillers": Call(
        _fillers,
        [Pump("TODO "), Pump("coming soon "), Pump("coming "), Pump("coming  ", "coming soon ")],
        ("prose/placeholders.py:_pattern",),
    ),
    "odd pieces": Call(
        _odd, [Pump("\u200b a"), Pump("é\u200b"), Pump("Ã¼ "), Pump("&#x0020; "), Pump("\u202e")]
    ),
    "repeats": Call(
        _repeats,
        [Pump("The oven is %d hot. "), Pump("\n- a%d b"), Pump("\n- a "), Pump("- a\n\n"), Pump(". ")],
    ),
    "names": Call(_names, [Pump("ZQ "), Pump("ZQM"), Pump("a(b)")], ("prose/mentions.py:names",)),
    "raw HTML": Call(
        _raw_html,
        [
            Pump("<!--a"),
            Pump("`a``b"),
            Pump("<a b='x' c "),
            Pump("> <a\n"),
            Pump("<a b=\"'"),
            Pump("`", "<a>"),
            Pump("<a>`"),
            Pump("<p>\n"),
            Pump("<!-- a\n\n"),
            Pump("<a> `x` <!-- -->"),
            Pump("```\n<!--"),
        ],
    ),
    "refs": Call(
        _refs,
        [
            Pump("{{</*", '{{< ref "a" >}}'),
            Pump('{{< ref "a'),
            Pump('a type of [b]({{< ref "a" >}}) '),
            Pump("type of [ ", "", '\n[x]({{< ref "a" >}})'),
            Pump("{{< ref a `b"),
            Pump('{{% ref "a\\"'),
        ],
    ),
    "permalinks": Call(_attributes, [Pump(":a["), Pump(":a[\n"), Pump(":a[]"), Pump(":a")]),
    "Markdown": Call(
        _markdown,
        [
            Pump("![a]({{a"),
            Pump("[a]({{ }} "),
            Pump(" **a"),
            Pump("[a](/b) "),
            Pump("[a](////"),
            Pump("/", "[a]("),
            Pump('}} "x', "[a]({{"),
        ],
    ),
    "late front matter": Call(
        _late, [Pump("---\na: b\n+++\n"), Pump("a\n", "---\na: b\n"), Pump("---\na: b\n ")]
    ),
    "ignores in front": Call(
        _ignores,
        [
            Pump("# frontlint: ignore[a]\n", "---\n", "a: 1\n---\n"),
            Pump("a%d: 1 # frontlint: ignore[a]\n", "---\n", "---\n"),
            Pump(" # frontlint: ignore[a]", "---\na: 1", "\n---\n"),
            Pump("# frontlint: ignore[ ", "---\n", "\n---\n"),
        ],
    ),
    "ignores in the body": Call(
        _ignores,
        [
            Pump(" ", "---\n---\n<!-- frontlint-ignore"),
            Pump("<!-- frontlint-ignore a -->", "---\n---\n"),
            Pump("<!-- frontlint-ignore a:", "---\n---\n"),
        ],
    ),
    "repairs": Call(
        _repair,
        [
            Pump(" #a\r\n", " aa:"),
            Pump("a: b\r\n"),
            Pump("a: b ", "x: y\n"),
            Pump("   -\r\n", "a: b\r\n"),
            Pump("\r\n", "a:"),
            Pump("a:#:", "", ":#\n"),
        ],
        ("frontmatter/yaml/repair.py:Repairs._text_below",),
    ),
    "dates": Call(
        _date,
        [Pump(" ", "02"), Pump("1", "2006-01-02T15:04:05."), Pump("0"), Pump(" 02"), Pump(" ", "Mon Jan")],
        ("hugo/fields/layouts.py:_pattern",),
    ),
    "kinds": Call(
        _kinds,
        [Pump("/_index.", "tags"), Pump("a/", "tags/"), Pump("/_index", "resources/a"), Pump("a")],
        ("schema/kinds.py:PageKind._built_in",),
    ),
    "globs": Call(_glob, [Pump("a", "/"), Pump("/a")], ("hugo/values/glob.py:compile_glob",)),
    "foreign, ambiguous": Call(_foreign("^(a|a)*$"), [Pump("a")]),
    "foreign, nested": Call(_foreign("(?:(?:a+)+)+b", Dialect.GO), [Pump("a")]),
    "foreign, many starts": Call(_foreign("a.*b.*c", Dialect.GO), [Pump("a"), Pump("ab"), Pump("b")]),
    "foreign, counted": Call(_foreign("(?:a?){30}a{30}b"), [Pump("a"), Pump("ab")]),
    "foreign, many states": Call(_foreign("(?:a|b)*a(?:a|b){12}c"), [Pump("aab"), Pump("abbba")]),
    "foreign, looks": Call(_foreign("(?=(?:a+)+$)(?<!b.*)a"), [Pump("a"), Pump("ab")]),
}
"""Loops around expressions: what is linear once may be looked for again and again."""

BAD: dict[str, tuple[str, str, Pump]] = {
    "a long text of TOML": (
        r'"""(?:\r?\n)?((?:\\(?:\r\n|[\s\S])|"{1,2}(?!")|[^"\\\r]|\r\n)*"{0,2})"""',
        "match",
        Pump("\\\r\n", '"""'),
    ),
    "an ignore comment": (
        r"<!--[ \t]*frontlint-ignore[ \t]+([^:>\n]*?)[ \t]*(?::[^\n]*?)?-->",
        "finditer",
        Pump(" ", "<!-- frontlint-ignore"),
    ),
    "a number": (r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z", "match", Pump("1", "", "x")),
    "an address": (r"\[[^\[\]\n]+\]\([^()\s]*[/.#:][^()\s]*\)", "finditer", Pump("/", "[a](")),
    "blanks before a comment": (r"[ \t]+#.*", "sub", Pump(" ")),
    "many beginnings": (r"/\*[\s\S]*?\*/", "sub", Pump("/*a")),
}
"""Expressions of former times that the meter must find steep: how they were used, and what showed it."""


def compiled_bad(name: str) -> tuple[re.Pattern[str], str, Pump]:
    """One of `BAD`, ready to use."""
    expression, use, pump = BAD[name]
    return re.compile(expression), use, pump
