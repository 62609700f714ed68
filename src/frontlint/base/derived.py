"""New ids that are not random: made from a page's path and title, so two runs offer the same one."""

from __future__ import annotations

from collections.abc import Container
from itertools import count, pairwise

_LENGTH = 11
_FEWEST_TURNS = 2


def derived_id(path: str, title: str, used: Container[str] = ()) -> str:
    """Eleven letters, digits, `-` and `_`, as YouTube has them: none of `used`, and nothing like words.

    It begins with a letter and ends with a letter or a digit, so it needs no quotes in any format.

    >>> derived_id("content/a.md", "A") == derived_id("content/a.md", "A") != derived_id("content/b.md", "A")
    True
    """
    from base64 import urlsafe_b64encode
    from hashlib import sha256  # brings OpenSSL along, and few runs make an id

    for attempt in count():
        digest = sha256(f"{path}\n{title}\n{attempt}".encode("utf-8", "surrogatepass")).digest()
        found = urlsafe_b64encode(digest).decode("ascii")[:_LENGTH]
        if found[0].isalpha() and found[-1].isalnum() and _turns(found) > _FEWEST_TURNS and found not in used:
            return found
    raise AssertionError("there is always another one")


def _turns(text: str) -> int:
    """How often a small letter meets a capital, or a letter a digit: words hardly ever do."""
    return sum(
        (one.islower() and (other.isupper() or other.isdigit()))
        or (one.isdigit() and other.isalpha())
        or (one.isupper() and other.isdigit())
        for one, other in pairwise(text)
    )
