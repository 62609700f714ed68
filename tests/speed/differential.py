"""Holds the subset reader of YAML to libyaml, over pages and over seeded mutations of them.

    python tests/speed/differential.py [--mutations N] [--seed N] [--processes N] FOLDER...

Whatever the subset reads must be what libyaml reads, with types, order, places and problems. Where they
differ, the real Hugo is asked; the exit code is 1 unless it sides with the subset each time.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).parents[1]))

from conformance import hugo_binary
from conformance.test_values import as_hugo
from conformance.yaml_cases import AGREED, DIFFERENT
from frontlint.base.source import decode
from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Format
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.yaml import libyaml as yaml_libyaml
from frontlint.frontmatter.yaml import reader as yaml_reader
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.hugo.values.scalars import plain_scalar
from unit.frontmatter.pages import same

BEFORE = "---\n"
Change: TypeAlias = Callable[[str, random.Random], str]
BATCH = 20_000
MOST_SHOWN = 20
CHARACTERS = (
    "-:#\"'[]{},&*!|>%@`?\\ ~<=.+0a/\t\r\n\x00\x07\x0b\x0c\x1b\x7f\x85\xa0\u2028\u2029\ufeff\ufffeé😀"
)
PIECES = (
    ": ¦ :¦ #¦# ¦- ¦- - ¦? ¦''¦\"\"¦[]¦{}¦[a, ¦{a: ¦,]¦, ¦  ¦<<: ¦&x ¦*x¦!!str ¦null¦true¦1e3¦0x1F¦"
    "---¦...¦a: ¦\\n¦\\u00e9¦\\ud83d¦\\x41¦|\n¦|-\n¦>-\n¦|+\n¦"
    "|2\n¦\r\n¦\n\n¦  \n¦\n...\n¦a:\n¦\n- ¦\n  ¦\n    ¦ \n¦:\n"
)
SPECIAL: list[str] = [*CHARACTERS, *PIECES.split("¦")]


@dataclass(slots=True)
class Tally:
    """What came of a number of documents; `different` are those that both read otherwise.

    `by_values` were taken by the reader of values alone, which goes before the subset; `values_differ` are
    those that it reads otherwise than libyaml.
    """

    documents: int = 0
    taken: int = 0
    different: list[str] = field(default_factory=list)
    by_values: int = 0
    values_differ: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.documents += other.documents
        self.taken += other.taken
        self.different += other.different
        self.by_values += other.by_values
        self.values_differ += other.values_differ


def compare(texts: Iterable[str]) -> Tally:
    """Reads each text both ways; libyaml only where the subset has an answer."""
    tally = Tally()
    for text in texts:
        tally.documents += 1
        subset = yaml_subset.read_subset(
            BEFORE + text + "---", len(BEFORE), len(BEFORE) + len(text), plain_scalar
        )
        if subset is not None:
            tally.taken += 1
            if not same(subset, by_libyaml(text)):
                tally.different.append(text)
        values = yaml_reader.read_only_values(text, plain_scalar)
        if values is not None:
            tally.by_values += 1
            read = by_libyaml(text)
            if read.problems or repr(read.data) != repr(values):
                tally.values_differ.append(text)
    return tally


def by_libyaml(text: str) -> Reading:
    return yaml_libyaml.read_by_libyaml(
        BEFORE + text + "---", len(BEFORE), len(BEFORE) + len(text), plain_scalar
    )


def front_matter(folder: Path) -> Iterator[str]:
    """The YAML of every page below a folder."""
    for path in sorted(folder.rglob("*.md")):
        if path.is_file():
            source = decode(str(path), path.read_bytes())
            found, problem = fence.find(source.text)
            if problem is None and found.format is Format.YAML:
                yield source.text[found.content.start : found.content.end]


def mutants(texts: list[str], seed: int, number: int) -> Iterator[str]:
    """Documents with one to four changes each, as a slip of the hand or of a script would make them."""
    draw = random.Random(seed)
    for _ in range(number):
        text = draw.choice(texts)
        if len(text) > 1500 and draw.random() < 0.8:  # some lines of a long one say as much
            lines = text.splitlines(keepends=True)
            first = draw.randrange(len(lines))
            text = "".join(lines[first : first + draw.randint(2, 12)])
        if draw.random() < 0.2:
            text = as_on_windows(text)
        for _ in range(draw.choice((1, 1, 1, 2, 2, 3, 4))):
            change: Change = draw.choice(CHANGES)
            text = change(text, draw)
        yield text if text.endswith("\n") or draw.random() < 0.1 else text + "\n"


def _place(text: str, draw: random.Random) -> int:
    """Anywhere, but more often where something begins or ends."""
    at = draw.randint(0, len(text))
    if draw.random() < 0.5:
        return at
    near = [
        found for mark in ("\n", ":", "- ", '"', "'", "|", ">", ",") if (found := text.find(mark, at)) >= 0
    ]
    return min(len(text), draw.choice(near) + draw.randint(0, 3)) if near else at


def _insert(text: str, draw: random.Random) -> str:
    at = _place(text, draw)
    return text[:at] + draw.choice(SPECIAL) + text[at:]


def _delete(text: str, draw: random.Random) -> str:
    at = _place(text, draw)
    return text[:at] + text[at + draw.choice((1, 1, 1, 2, 5)) :]


def _double(text: str, draw: random.Random) -> str:
    at = _place(text, draw)
    length = draw.choice((1, 1, 2, 8, 30))
    return text[: at + length] + text[at:]


def _swap(text: str, draw: random.Random) -> str:
    at = _place(text, draw)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _lines(text: str, draw: random.Random) -> str:
    lines = text.split("\n")
    one, two = draw.randrange(len(lines)), draw.randrange(len(lines))
    match draw.randrange(4):
        case 0:
            lines.insert(two, lines[one])
        case 1:
            del lines[one]
        case 2:
            lines[one], lines[two] = lines[two], lines[one]
        case 3:
            lines[one : one + 2] = [" ".join(lines[one : one + 2])]
    return "\n".join(lines)


def _indent(text: str, draw: random.Random) -> str:
    lines = text.split("\n")
    first = draw.randrange(len(lines))
    blanks = draw.choice((1, 2, 2, 4, -1, -2))
    for number in range(first, min(len(lines), first + draw.choice((1, 1, 2, 5)))):
        lines[number] = (
            " " * blanks + lines[number] if blanks > 0 else lines[number].removeprefix(" " * -blanks)
        )
    return "\n".join(lines)


def as_on_windows(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


CHANGES: tuple[Change, ...] = (
    _insert,
    _insert,
    _insert,
    _delete,
    _delete,
    _double,
    _swap,
    _lines,
    _indent,
    _indent,
)


def _batch(texts: list[str], seed_and_number: tuple[int, int]) -> Tally:
    return compare(mutants(texts, *seed_and_number))


def judge(different: list[str]) -> int:
    """Asks Hugo about each difference, prints what it says; how many the subset lost."""
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        answers = hugo_binary.unmarshal(Path(folder) / "site", different)
    sides: Counter[str] = Counter()
    for text, answer in zip(different, answers, strict=True):
        start, end = len(BEFORE), len(BEFORE) + len(text)
        subset = yaml_subset.read_subset(BEFORE + text + "---", start, end, plain_scalar)
        assert subset is not None
        libyaml = by_libyaml(text)
        side = "Hugo sides with the subset"
        if repr(subset.data) == repr(libyaml.data):
            side = "only the places differ"
        elif as_hugo(subset, answer) is not None:
            side = "Hugo does not side with the subset"
        elif as_hugo(libyaml, answer) is None:
            side = "Hugo agrees with both"
        sides[side] += 1
        lost += side != "Hugo sides with the subset"
        if sides[side] <= MOST_SHOWN:
            print(
                f"{side}:\n  {text!r}\n  subset:  {subset.data}\n"
                f"  libyaml: {libyaml.problems or libyaml.data}"
            )
    print(dict(sides))
    return lost


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--mutations", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    texts: list[str] = []
    total = Tally()
    for folder in chosen.folders:
        pages = list(front_matter(folder))
        tally = compare(pages + [as_on_windows(text) for text in pages])
        print(
            f"{folder}: {len(pages)} pages with YAML, both with LF and CRLF: {tally.taken} taken, "
            f"{len(tally.different)} differ"
        )
        total.add(tally)
        texts += pages
    cases = compare([text + end for text in AGREED + DIFFERENT for end in ("", "\n")])
    print(f"cases: {cases.documents}, {cases.taken} taken, {len(cases.different)} differ")
    total.add(cases)
    texts = [*dict.fromkeys(texts), *AGREED, *DIFFERENT]
    tasks = [(chosen.seed * 100_000 + at, BATCH) for at in range(-(-chosen.mutations // BATCH))]
    mutated = Tally()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for tally in pool.map(partial(_batch, texts), tasks):
            mutated.add(tally)
    print(f"mutations: {mutated.documents}, {mutated.taken} taken, {len(mutated.different)} differ")
    astray = total.values_differ + mutated.values_differ
    print(f"values alone: {total.by_values + mutated.by_values} taken, {len(astray)} differ")
    for text in astray[:MOST_SHOWN]:
        print(f"  {text!r}")
    different = list(dict.fromkeys(total.different + mutated.different))
    lost = judge(different) if different else 0
    return 1 if lost or astray else 0


if __name__ == "__main__":
    sys.exit(main())
