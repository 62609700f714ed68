"""Problems that have fixes, each put into a page by chance; `SAFE` and `UNSAFE` name all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from conformance.fault_pages import Page, Raw


@dataclass(frozen=True)
class Around:
    """What the problem may need of the site: its other pages, its languages, its website's conventions."""

    chance: Random
    number: int
    others: Sequence[Page]
    prefix: str = ""
    plain_urls: bool = False
    zoned: bool = False


Put = Callable[[Page, Around], bool]
"""Puts a problem into a page; False where this page cannot have it."""

SAFE: dict[str, Put] = {}
UNSAFE: dict[str, Put] = {}
STOPS = frozenset(
    {
        "colon",
        "tab",
        "curly-delimiter",
        "no-break-indent",
        "invisible-in-date",
        "broken-ref",
        "outputs-in-quotes",
        "encoding-that-stops",
    }
)
"""Hugo's build ends at these: what is published before is what the site without them publishes."""


def _put(table: dict[str, Put], name: str) -> Callable[[Put], Put]:
    def keep(function: Put) -> Put:
        table[name] = function
        return function

    return keep


def safe(name: str) -> Callable[[Put], Put]:
    return _put(SAFE, name)


def unsafe(name: str) -> Callable[[Put], Put]:
    return _put(UNSAFE, name)


def place(page: Page) -> tuple[object, ...]:
    """What pages of one language have in common."""
    folder = page.path.split("/")[1]
    return page.path.split(".")[1:-1], folder if folder in ("en", "de") else ""


def _aliases(page: Page) -> list[object]:
    return page.front.setdefault("aliases", [])  # type: ignore[return-value]


def _terms(page: Page) -> list[object] | None:
    found = page.front.get("tags")
    return found if isinstance(found, list) and found else None


@safe("alias-twice")
def _(page: Page, around: Around) -> bool:
    one = f"/old/{around.number}"
    other = around.chance.choice((f"{one}/", one, f"{one}/index.html"))
    _aliases(page).extend([one, other])
    return True


@safe("alias-own")
def _(page: Page, around: Around) -> bool:
    if not around.plain_urls or "slug" in page.front or "url" in page.front:
        return False
    parts = page.path.split("/")[1:]
    stem = parts[-1].split(".")[0]
    folder = parts[:-1] if stem in ("index", "_index") else [*parts[:-1], stem]
    if not folder or parts[0] in ("tags", "de"):
        return False
    _aliases(page).append(f"/{'/'.join(folder)}/")
    return True


@safe("language-twice")
def _(page: Page, around: Around) -> bool:
    if not around.prefix:
        return False
    _aliases(page).append(f"/{around.prefix}/early/{around.number}/")
    return True


@safe("term-twice")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None:
        return False
    again = str(terms[0])
    terms.append(around.chance.choice((again, again.upper(), again.replace(" ", "-"))))
    return True


@safe("terms-with-commas")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None or len(terms) < 2 or any("," in str(one) for one in terms):
        return False
    page.front["tags"] = around.chance.choice((", ", ",")).join(map(str, terms))
    return True


@safe("terms-in-quotes")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None:
        return False
    page.front["tags"] = Raw('"[' + ", ".join(map(str, terms)) + ']"')
    return True


@safe("slug-form")
def _(page: Page, around: Around) -> bool:
    if "url" in page.front or page.path.rpartition("/")[2].startswith("_index"):
        return False
    page.front["slug"] = around.chance.choice(("what now?", "a, b and c", "it's here", "one: two"))
    page.front["slug"] = f"{page.front['slug']} {around.number}"
    return True


@safe("date-without-zone")
def _(page: Page, around: Around) -> bool:
    if around.zoned:
        return False  # such a date is in the zone of the site
    day = around.chance.randrange(1, 28)
    text = f"2024-0{around.chance.randrange(1, 10)}-{day:02}{around.chance.choice('T ')}23:59:{day:02}"
    if page.format == "toml" and around.chance.random() < 0.5:
        page.front["date"] = Raw(text)
    else:
        page.front[around.chance.choice(("date", "lastmod"))] = text
    return True


@safe("invisible-in-text")
def _(page: Page, around: Around) -> bool:
    key = around.chance.choice(("description", "title"))
    text = str(page.front.get(key, "Some words here"))
    page.front[key] = text[:3] + around.chance.choice("\u200b\u200e\u2060") + text[3:]
    return True


@safe("invisible-in-term")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None:
        return False
    terms[0] = around.chance.choice((f"{terms[0]}\u200b", f"\u00a0{terms[0]}", f"{terms[0]}\u00a0"))
    return True


@safe("mojibake")
def _(page: Page, around: Around) -> bool:
    page.front["description"] = "The bakerâ€™s evidence‑based guide &#160; more"
    return True


@safe("curly-terms")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None or page.format != "yaml":
        return False
    page.front["tags"] = [Raw(f"“{one}”") for one in terms if "," not in str(one)]
    return bool(page.front["tags"])


@safe("no-break-key")
def _(page: Page, around: Around) -> bool:
    if "description" not in page.front or page.format != "yaml":
        return False
    page.front = {("\u00a0description" if k == "description" else k): v for k, v in page.front.items()}
    return True


@safe("unused-ignore")
def _(page: Page, around: Around) -> bool:
    if page.format == "json":
        return False
    name = around.chance.choice(("alias-duplicate", "bad-length, slug-form", "no-front-matter"))
    page.more.insert(0, f"# frontlint: ignore[{name}] long gone")
    return page.format == "yaml"


@safe("colon")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml":
        return False
    page.meant = {"title": f"Bread {around.number}: how it rises"}
    page.front["title"] = Raw(page.meant["title"])
    return True


@safe("tab")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if page.format != "yaml" or terms is None:
        return False
    page.front.pop("tags")
    page.more.append("tags:\n" + "\n".join(f"\t- {one}" for one in terms))
    return True


@safe("curly-delimiter")
def _(page: Page, around: Around) -> bool:
    if page.format == "yaml":
        return False
    page.meant = {"title": f"Bread {around.number}"}
    page.front["title"] = Raw(f"“Bread {around.number}”")
    return True


@safe("invisible-in-date")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml":
        return False
    page.meant = {"date": f"2024-02-0{around.chance.randrange(1, 9)}"}
    page.front["date"] = Raw(f"{page.meant['date']}\u00a0")
    return True


@safe("text-for-keywords")
def _(page: Page, around: Around) -> bool:
    page.front["keywords"] = Raw('"[rye, dough]"')
    return True


@unsafe("draft-not-boolean")
def _(page: Page, around: Around) -> bool:
    page.front["draft"] = around.chance.choice(("yes", "on", "ja"))
    return True


@unsafe("slug-as-number")
def _(page: Page, around: Around) -> bool:
    if page.format == "json" or "url" in page.front or "_index" in page.path:
        return False
    page.front["slug"] = Raw(f"{around.number}.10")
    return True


@unsafe("title-as-number")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml":
        return False
    page.front["title"] = Raw(f"0{around.number}7" if set(f"{around.number}") <= set("01234567") else "1.20")
    return True


@unsafe("term-as-number")
def _(page: Page, around: Around) -> bool:
    terms = _terms(page)
    if terms is None or page.format != "yaml":
        return False
    terms.append(Raw(f"{around.number}.50"))
    return True


@unsafe("weight-octal")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml":
        return False
    page.front["weight"] = Raw("010")
    return True


@unsafe("date-as-number")
def _(page: Page, around: Around) -> bool:
    if page.format == "json":
        return False
    page.front["date"] = Raw(f"2024060{around.chance.randrange(1, 9)}")
    return True


@unsafe("near-miss")
def _(page: Page, around: Around) -> bool:
    wrong, value = around.chance.choice(
        (
            ("titel", f"Right title {around.number}"),
            ("alias", [f"/early/{around.number}/"]),
            ("slgu", f"late-{around.number}"),
            ("drfat", True),
            ("wieght", 7),
            ("descripton", "What it is about"),
            ("expriyDate", "2020-01-01"),
            ("linkTitel", "Short"),
            ("lastmdo", "2024-05-05"),
            ("keyword", ["rye"]),
        )
    )
    if wrong == "drfat" and "_index" in page.path:
        return False  # a draft of a section is a problem, too
    right = {"titel": "title", "slgu": "slug", "descripton": "description"}.get(wrong)
    if right is not None:
        page.front.pop(right, None)
    page.front[wrong] = value
    return True


@unsafe("aliases-in-quotes")
def _(page: Page, around: Around) -> bool:
    page.front["aliases"] = Raw(f'"[/early/{around.number}/, /earlier/{around.number}/]"')
    return True


@unsafe("outputs-in-quotes")
def _(page: Page, around: Around) -> bool:
    page.meant = {"outputs": ["html", "json"]}
    page.front["outputs"] = Raw('"[html, json]"')
    return True


@unsafe("curly-slug")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml" or "url" in page.front or "_index" in page.path:
        return False
    page.front["slug"] = Raw(f"“curly-{around.number}”")
    return True


@unsafe("curly-alias")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml" or page.path.count("/") < 3:
        return False
    _aliases(page).append(Raw(f"“/curly/{around.number}/”"))
    return True


@unsafe("invisible-in-url")
def _(page: Page, around: Around) -> bool:
    key = around.chance.choice(("slug", "url", "aliases"))
    if key == "aliases":
        _aliases(page).append(f"/un\u200bseen/{around.number}/")
    elif "_index" in page.path:
        return False
    else:
        for name in ("slug", "url"):
            page.front.pop(name, None)
        page.front[key] = (
            f"un\u200bseen-{around.number}" if key == "slug" else f"/un\u200bseen/{around.number}/"
        )
    return True


@unsafe("invisible-key")
def _(page: Page, around: Around) -> bool:
    if page.format != "yaml":
        return False
    key, value = around.chance.choice(
        (("draft", True), ("weight", 3), ("linkTitle", "Short"), ("expiryDate", "2020-01-01"))
    )
    page.front.pop(key, None)
    page.front[f"\u200b{key}"] = value
    return True


@unsafe("broken-ref")
def _(page: Page, around: Around) -> bool:
    near = [one for one in around.others if "/posts/" in one.path and "index." not in one.path]
    near = [one for one in near if place(one) == place(page) and one is not page]
    if not near:
        return False
    stem = around.chance.choice(near).path.rpartition("/")[2].split(".")[0]
    page.body += f'\nSee {{{{< ref "/posts/{stem}" >}}}}.\n'
    page.meant = {"": page.body}
    page.body = page.body.replace(stem, stem[:-1])
    return True


@unsafe("alias-collision")
def _(page: Page, around: Around) -> bool:
    others = [one for one in around.others if one is not page and place(one) == place(page)]
    others = [one for one in others if isinstance(one.front.get("aliases", []), list)]
    if not others:
        return False
    alias = f"/both/{around.number}/"
    _aliases(page).append(alias)
    _aliases(around.chance.choice(others)).append(alias)
    return True


@unsafe("encoding")
def _(page: Page, around: Around) -> bool:
    old = "utf-16-be" if page.format == "toml" else "cp1252"
    return _encoded(page, around.chance.choice((old, old, "utf-16", "utf-16-be")))


@unsafe("encoding-that-stops")
def _(page: Page, around: Around) -> bool:
    page.meant = {"description": "Crème brûlée au café", "": page.body + "\nUn été à Orléans.\n"}
    return _encoded(page, "cp1252" if page.format == "toml" and around.chance.random() < 0.5 else "utf-16-le")


def _encoded(page: Page, encoding: str) -> bool:
    if page.bom or not str(page.data(), "utf-8").isascii():
        return False
    page.front["description"] = "Crème brûlée au café"
    page.body += "\nUn été à Orléans.\n"
    page.encoding = encoding
    return True
