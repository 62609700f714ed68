"""What Hugo refuses in `baseURL`: an address that Go cannot parse (net/url: Parse)."""

from __future__ import annotations

import re

from frontlint.base.pattern import lazy_pattern

# What most sites have: an address that needs no second look.
_PLAIN = lazy_pattern(r"https?://[A-Za-z0-9.-]++(?::[0-9]++)?(?:/[A-Za-z0-9._~/-]*+)?\Z")
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f]")
_SCHEME = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BAD_ESCAPE = lazy_pattern(r"%(?![0-9A-Fa-f]{2})")
_BAD_HOST_ESCAPE = lazy_pattern(r"%(?!25|[89A-Fa-f][0-9A-Fa-f])")
_BAD_HOST = lazy_pattern(r"[\x00-\x20#%\\^`{|}]")
_BAD_USER = lazy_pattern(r"[^A-Za-z0-9\-._:~!$&'()*+,;=%@]")
_PORT = lazy_pattern(r"(?::[0-9]*)?\Z")


def fault_of_address(address: str) -> str | None:
    """Why Go cannot parse an address, in words that follow "because"; None where it can.

    >>> fault_of_address("https://example.org/a b/")
    >>> fault_of_address("https://exa mple.org/")
    'its host contains a space'
    """
    if _PLAIN.match(address):
        return None
    rest, _, fragment = address.partition("#")
    control = _CONTROL.search(rest)
    if control is not None:
        return f"it contains {shown(control.group())}"
    scheme = _SCHEME.match(rest)
    if scheme is None and rest.startswith(":"):
        return "it begins with a colon"
    rest = (rest[scheme.end() :] if scheme else rest).partition("?")[0]
    if not rest.startswith("/"):
        if scheme is None and ":" in rest.partition("/")[0]:
            return "what precedes its first colon is not a scheme such as https"
        path = "" if scheme else rest
    elif rest.startswith("//") and (scheme or not rest.startswith("///")):
        authority, slash, path = rest[2:].partition("/")
        fault = _fault_of_authority(authority)
        if fault is not None:
            return fault
        path = slash + path
    else:
        path = rest
    escape = _BAD_ESCAPE.search(path) or _BAD_ESCAPE.search(fragment)
    return _of_escape(escape) if escape else None


def shown(char: str) -> str:
    """A character in words that can be printed."""
    names = {" ": "a space", "\t": "a tab", "\n": "a line break", "\r": "a line break"}
    return names.get(char) or (f"U+{ord(char):04X}" if not char.isprintable() else f"`{char}`")


def _of_escape(escape: re.Match[str]) -> str:
    return f"`{escape.string[escape.start() : escape.start() + 3]}` is not an escape"


def _fault_of_authority(authority: str) -> str | None:
    user, at, host = authority.rpartition("@")
    if at:
        wrong = _BAD_USER.search(user)
        if wrong is not None:
            return f"its user name contains {shown(wrong.group())}"
        escape = _BAD_ESCAPE.search(user)
        if escape is not None:
            return _of_escape(escape)
    return _fault_of_brackets(host) if host.startswith("[") else _fault_of_host(host)


def _fault_of_brackets(host: str) -> str | None:
    inside, bracket, port = host[1:].rpartition("]")
    if not bracket:
        return "the ] of its host is missing"
    if _PORT.match(port) is None:
        return f"`{port}` is not a port"
    from ipaddress import AddressValueError, IPv6Address  # hardly any website is called by its number

    try:
        IPv6Address(inside.replace("%25", "%", 1))
    except AddressValueError:
        return f"`{inside}` is not an IPv6 address"
    return None


def _fault_of_host(host: str) -> str | None:
    name, colon, port = host.partition(":")
    if _PORT.match(colon + port) is None:
        return f"`{port}` is not a port"
    escape = _BAD_HOST_ESCAPE.search(name)
    if escape is not None:
        return f"its host contains `{name[escape.start() : escape.start() + 3]}`"
    wrong = _BAD_HOST.search(name.replace("%", ""))
    return f"its host contains {shown(wrong.group())}" if wrong else None
