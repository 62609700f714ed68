"""Digests that nobody can foresee or forge, without the cost of OpenSSL."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # `hashlib` has the same, and loads OpenSSL, which is not needed
except ImportError:  # a Python that was built without it
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(data: bytes) -> str:
    """The digest of these bytes: 32 hexadecimal digits. Nobody finds other bytes with the same ones."""
    return blake2b(data, digest_size=16).hexdigest()
