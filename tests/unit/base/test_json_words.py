"""Why a text is not JSON: the same words and places with every Python."""

import json

import pytest

from frontlint.base.json_words import not_json

COMMA = "delete the comma before the closing bracket"
KEY = "a key in double quotes is missing, or there is one comma too many"
VALUE = "a value is missing, or text has no quotes"


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ('{\n"a": 1,\n}', COMMA, 2, 7),
        ('{"a": [1 ,\r\n\t]}', COMMA, 1, 10),
        ("[1,]", COMMA, 1, 3),
        ("[1,,]", VALUE, 1, 4),
        ("{,}", KEY, 1, 2),
        ("[,]", VALUE, 1, 2),
        ('{"a": ,}', VALUE, 1, 7),
        ('{"a": 1},}', "there is text after the end of the JSON", 1, 9),
        ('{"a": "x,}', "the closing quote of this text is missing", 1, 7),
        ('{"a" 1}', "a colon is missing after the key", 1, 6),
        ('{"a": 1 "b": 2}', "a comma is missing", 1, 9),
        ('{"a": "\\q"}', "a character is not allowed here", 1, 8),
        ('{"a": 1', "its closing bracket is missing", 1, 8),
        ('{\n"a": [1,\n', "its closing bracket is missing", 3, 1),
        ("{", "its closing bracket is missing", 1, 2),
        (" \n", "it is empty", 2, 1),
        ("", "it is empty", 1, 1),
        ("\ufeff{}", "the file begins with a byte order mark: save it without one", 1, 1),
    ],
)
def test_what_is_wrong_and_where(text: str, words: str, line: int, column: int) -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert not_json(caught.value) == (words, line, column)
