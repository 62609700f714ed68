"""What a page shares with others: outputs, names, terms, titles. Who shares no key judges no other page.

A page has the keys of what it is, and asks for those of what it names. The verdict on a page can change with
another page only if the two have a key in common, the few things aside that `engine/patch.py` looks after.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from posixpath import basename
from zlib import crc32

from frontlint.base.files import folders_around
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import PageFacts, RefCall
from frontlint.hugo.content.paths import locations
from frontlint.hugo.fields import as_text
from frontlint.hugo.pages.node import terms_in
from frontlint.hugo.pages.publication import Claim, ClaimKind, Publication, SitePage
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.refs.refpaths import target_of_ref
from frontlint.hugo.values.gopath import clean, join, normalize
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.site.parts import Part

Codes = frozenset[int]
"""Keys by their checksums, which is all that an index keeps. Two with one checksum are taken for one key."""
Keys = dict[Part, set[int]]
"""The keys of a file by the part of it that they come from."""


def code(key: str) -> int:
    """The checksum of a key."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def codes(keys: Iterable[str]) -> Codes:
    """The checksums of some keys."""
    return frozenset(map(code, keys))


TERM_FILES = code("k:term")
"""The key of all pages of terms that have a file."""
TOGETHER = code("k:together")
"""The key of all pages that a website's conventions judge as one whole, such as a hierarchy."""
UNREAD = code("u:")
"""The key of all files that Hugo cannot read."""
_TRIGGERS = 4
"""So many pages of a section carry the keys of the list that Hugo makes for it."""
_INDEXES = ("index.", "_index.")


class Published(NamedTuple):
    """A publication by its files: the pages and claims of each, and what Hugo makes beside them."""

    pages: Mapping[str, list[SitePage]]
    claims: Mapping[str, list[Claim]]
    made: Mapping[tuple[str, str], SitePage]
    made_claims: Mapping[tuple[str, str], list[Claim]]

    @classmethod
    def of(cls, publication: Publication) -> Published:
        """The same publication, sorted in."""
        pages: dict[str, list[SitePage]] = {}
        claims: dict[str, list[Claim]] = {}
        made: dict[tuple[str, str], SitePage] = {}
        made_claims: dict[tuple[str, str], list[Claim]] = {}
        for page in publication.pages:
            if page.path is None:
                made[page.language, page.logical_path] = page
            else:
                pages.setdefault(page.path, []).append(page)
        for page in publication.resources:
            if page.path is not None:
                pages.setdefault(page.path, []).append(page)
        for claim in chain(publication.claims, publication.formats):
            page = claim.page
            if page.path is None:
                made_claims.setdefault((page.language, page.logical_path), []).append(claim)
            else:
                claims.setdefault(page.path, []).append(claim)
        return cls(pages, claims, made, made_claims)


class KeyRing:
    """Gives the keys of files as one site publishes them. A site has few terms and refs, used often."""

    def __init__(self, published: Published, config: Config) -> None:
        self._published = published
        self._config = config
        self._terms: dict[tuple[str, str, str], Codes] = {}
        self._refs: dict[str, Codes] = {}

    def of(self, facts: PageFacts) -> Keys:
        """The keys of one content file: of what it is, and of what it asks for."""
        keys: Keys = {part: set() for part in Part}
        place = keys[Part.PLACE]
        pages: Sequence[SitePage] = self._published.pages.get(facts.path, ())
        if not any(page.facts for page in pages):
            place.add(code(f"n:{_resource_name(facts.path)}"))
            pages = [*pages, *_as_if(facts, self._config)]
        for page in pages:
            _add_page(keys, page)
            place.add(code(place_key(page.language, page.logical_path)))
            for taxonomy, text in terms_of(facts, page, self._config):
                keys[Part.TERMS] |= self.of_term(page.language, taxonomy, text)
            for call in _calls(facts):
                keys[Part.REFS] |= self.of_ref(page, call)
        for claim in self._published.claims.get(facts.path, ()):
            part = Part.ALIASES if claim.why is ClaimKind.ALIAS else Part.PLACE
            keys[part].update(map(code, of_claim(claim)))
        keys[Part.NAMES].update(code(f"m:{miss.key.lower()}") for miss in facts.near_misses)
        keys[Part.NAMES].update(code(f"n:{name.rpartition('/')[2]}") for name in facts.unread_names)
        if not facts.readable:
            place.add(UNREAD)
        if is_index_name(facts.path):
            place.add(code(folder_key(facts.path.rpartition("/")[0])))
        return keys

    def of_term(self, language: str, taxonomy: Taxonomy, text: str) -> Codes:
        """The keys of a term: its page, those who use it, and what Hugo makes for it without a file."""
        known = (language, taxonomy.plural, text)
        found = self._terms.get(known)
        if found is None:
            found = self._terms[known] = codes(self._of_term(language, taxonomy, text))
        return found

    def _of_term(self, language: str, taxonomy: Taxonomy, text: str) -> Iterator[str]:
        yield f"T:{normalize(text.strip())}"
        for path in {term_path(taxonomy, text), normalize(f"/{taxonomy.name or taxonomy.plural}/{text}")}:
            yield term_key(language, path)
            yield f"n:{path.rpartition('/')[2]}"
            for claim in self._published.made_claims.get((language, path), ()):
                yield from of_claim(claim)

    def of_ref(self, page: SitePage, call: RefCall) -> Codes:
        """The keys that a ref asks for: the page's name, and the address that it may be taken for."""
        path = call.path or ""
        if "./" in path or path.endswith("."):
            return codes((*_asked(path, self._config), *_asked_beside(path, page)))
        found = self._refs.get(path)
        if found is None:
            found = self._refs[path] = codes(_asked(path, self._config))
        return found


def is_index_name(path: str) -> bool:
    """Whether a file makes something of its folder: a bundle, or a branch."""
    return path.rpartition("/")[2].lower().startswith(_INDEXES)


def folder_key(folder: str) -> str:
    """The key of the files that make a folder of the content a bundle or a section."""
    return f"d:{folder}"


def branch_key(logical_path: str) -> str:
    """The key of the files that are branches at a logical path, of all languages."""
    return f"b:{logical_path}"


def around(path: str, logical_paths: Iterable[str]) -> Iterator[str]:
    """The keys of all that a file and its pages, at these logical paths, are in.

    Hugo finds the branch around a page as the longest key that its path begins with, as a text.
    """
    yield from map(folder_key, folders_around(path))
    for logical in logical_paths:
        yield from (branch_key(logical[:end]) for end in range(1, len(logical)))


def _as_if(facts: PageFacts, config: Config) -> Sequence[SitePage]:
    """Pages at the places of a file that gives none: what it says of others is found by them, too."""
    return [
        SitePage(facts.path, one.kind, one.language, one.logical_path, one.section, one.bundle, "", facts)
        for one in locations(facts.path, config)
    ]


def _resource_name(path: str) -> str:
    return normalize("/" + path).rpartition(".")[0].rpartition("/")[2]


def _add_page(keys: Keys, page: SitePage) -> None:
    place = keys[Part.PLACE]
    place.add(code(f"n:{page.logical_path.rpartition('/')[2]}"))
    if page.bundle is Bundle.BRANCH:
        place.add(code(branch_key(page.logical_path)))
    if page.kind is Kind.TERM:
        slug = page.facts.front.get("slug") if page.facts else None
        place.add(TERM_FILES)
        place.add(code(term_key(page.language, page.logical_path)))
        place.add(code(file_of_term(page.language, page.logical_path)))
        place.add(code(f"T:{normalize(as_text(slug).strip())}"))
        keys[Part.TITLE].add(code(f"T:{normalize(page.title.strip())}"))


def terms_of(facts: PageFacts, page: SitePage, config: Config) -> Iterator[tuple[Taxonomy, str]]:
    """Each term that a file names for one of its pages, or that is handed down to it."""
    language = config.language(page.language)
    for taxonomy in language.taxonomies if language else ():
        plural = taxonomy.plural
        if plural in facts.front or plural in page.front or "params" in page.front:
            own = (text for _, text in facts.terms(plural))
            for text in dict.fromkeys((*own, *terms_in(page.front, plural))):
                yield taxonomy, text


def term_key(language: str, logical_path: str) -> str:
    """The key of a term, whatever the Unicode form in which it is written."""
    path = logical_path if logical_path.isascii() else unicodedata.normalize("NFC", logical_path)
    return f"t:{language}:{path}"


def file_of_term(language: str, logical_path: str) -> str:
    """The key of the file of a term's page."""
    return f"x:{language}:{logical_path}"


def place_key(language: str, logical_path: str) -> str:
    """The key of all files of one page, of which Hugo takes one."""
    return f"l:{language}:{logical_path}"


def section_key(language: str, section: str) -> str:
    """The key of a section that Hugo may make a list for."""
    return f"s:{language}:{section}"


def of_output(output: str) -> Iterator[str]:
    """The keys of an output file: the file, its last name, and each folder around it that may be a file."""
    low = output.lower()
    yield f"o:{low}"
    above, _, name = low.removesuffix("/index.html").rpartition("/")
    yield f"n:{name}"
    if name.endswith((".md", "index")):  # a ref that is spelled like this may find the page of that file
        yield f"n:{name.removesuffix('.md')}"
        yield f"n:{above.rpartition('/')[2]}"
    at = low.find(".")
    end = low.find("/", at) if at >= 0 else -1
    while end > 0:
        yield f"o:{low[:end]}"
        end = low.find("/", end + 1)


def of_claim(claim: Claim) -> Iterator[str]:
    """The keys of what a page claims. Nobody looks for a format by name: all lists have an `index.xml`."""
    keys = of_output(claim.output)
    return (key for key in keys if claim.why is not ClaimKind.FORMAT or not key.startswith("n:"))


def of_static(path: str) -> Iterator[str]:
    """The keys of a static file below `public/`."""
    return of_output("/" + path)


def _calls(facts: PageFacts) -> Iterator[RefCall]:
    yield from facts.refs
    for ref in facts.front_refs:
        yield ref.call


class Focus:
    """What is judged in a part of a site: the refs and terms that share a key with what is `touched`.

    What they are held against is all there; other refs may lead to pages that are not in the part. `ring` has
    the keys as they are in the site, once there is one.
    """

    def __init__(self, touched: AbstractSet[int]) -> None:
        self._touched = touched
        self.ring: KeyRing | None = None

    def has_ref(self, page: SitePage, call: RefCall) -> bool:
        """Whether a ref on a page is judged."""
        return self.ring is None or not self._touched.isdisjoint(self.ring.of_ref(page, call))

    def has_term(self, language: str, taxonomy: Taxonomy, text: str) -> bool:
        """Whether a term is judged."""
        keys = self.ring.of_term(language, taxonomy, text) if self.ring else None
        return keys is None or not self._touched.isdisjoint(keys)


def _asked(path: str, config: Config) -> Iterator[str]:
    yield f"n:{target_of_ref(path, config).name}"
    plain = path.partition("#")[0].partition("?")[0].strip()
    if plain.rstrip("/").endswith("index"):
        yield f"n:{normalize(plain.rstrip('/')).rpartition('/')[0].rpartition('/')[2]}"
    address = clean("/" + plain.strip("/")).lower()
    yield f"o:{address}"
    yield f"o:{address.rstrip('/')}/index.html"
    yield f"n:{normalize(address.rpartition('/')[2]).removesuffix('.md')}"


def _asked_beside(path: str, page: SitePage) -> Iterator[str]:
    """Where a path with dots leads, from the page itself and from the folder that it is in."""
    plain = path.partition("#")[0].partition("?")[0].strip()
    yield f"n:{basename(join(page.logical_path, plain))}"
    yield f"n:{basename(join(page.logical_path, '..', plain))}"


def triggers(published: Published) -> Mapping[str, set[int]]:
    """The keys of the lists that Hugo makes for sections, by some files because of which it makes them."""
    found: dict[str, set[int]] = {}
    left: dict[tuple[str, str], int] = {}
    for path in sorted(published.pages):
        for page in published.pages[path]:
            section = (page.language, page.section)
            if page.section and left.setdefault(section, _TRIGGERS) > 0:
                left[section] -= 1
                keys = [section_key(*section)]
                place = (page.language, f"/{page.section}")
                if place in published.made:
                    keys.append(f"n:{page.section}")
                for claim in published.made_claims.get(place, ()):
                    keys += of_claim(claim)
                found.setdefault(path, set()).update(codes(keys))
    return found


def all_keys(keys: Keys) -> set[int]:
    """All keys of a file together."""
    return set().union(*keys.values())
