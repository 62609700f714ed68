"""Each change of pages that are written in odd ways: made rightly, or declined, never wrong."""

from __future__ import annotations

import random

import pytest

from frontlint.frontmatter.edit import Change
from property.edit_operations import Unjudged, operations, read, several, wrong

ODD = [
    "---\na: &x [p, q]\nb: *x\nc: &y {k: 1}\nd:\n  <<: *y\n  l: 2\ne: [*x, r]\n---\n",
    "---\nbase: &b\n  k: 1 # on k\n  # own\n  l: [m]\nother:\n"
    "  <<: *b\n  k: 2\nlist:\n- *b\n- &s text\n- *s\n---\n",
    "---\na: !!str 1\nb: !!seq [x]\nc: !custom x\nd: !!map {k: v}\n---\n",
    "---\n? a\n: b\n? c # on c\n: - d\n  - e\nf: g\n---\n",
    "---\na: {b: {c: [d, {e: f}]}, g: h}\ni: [[j, k], [l], []]\n---\n",
    "---\na: {\n  b: 1, # on b\n  # own\n  c: 2\n  } # end\nd: [\n  e\n  , f # on f\n  , g ]\n---\n",
    "---\n- x\n---\n",
    "---\n{a: 1, b: [c]}\n---\n",
    "---\na: b\n...\nc: d\n---\n",
    "--- # on the fence\na: b\n---\n",
    "---\na:\n  - - x\n    - y # on y\n  - - z\n  -\n    - w\n  - k: 1\n    l:\n    - m\n---\n",
    "---\na: |2\n   x\n  y\nb: |+\n  x\n\n\nc: >-\n\n  x\n\n   y\n  z\nd: >+\n  q\n\n---\n",
    "---\na: 'x\n\n  y'\nb: \"x \\\n  y\"\nc: x\n\n  y\nd: z\n---\n",
    '---\n\'a b\': 1\n"c\\"d": 2\n? e f\n: 3\n12: x\ntrue: y\nnull: z\n---\n',
    "---\n\n\n# only\n\n---\n",
    "---\n---\n",
    "---\na:\n# under a\n\n# more\nb: # on b\n\n  # in b\n  - x\n\n  # below x\n\n# end\n---\n",
    "---\na: x # c1 # c2\nb: 'x' # 'y'\nc: [x] #\nd: \"#\" # \"#\nurl: http://x/#y # z\n---\n",
    "---\na : x\nb  :  y\nc:   # far\n  z\n---\n",
    "---\na: x\n\n\n\n--- \n# Body\n",
    "---\r\na:\r\n  - x\n  - y\r\nb: |\n  t\r\n---\nBody",
    "  \n\n---\na: 😀\n😀: [x]\n---",
    '+++\n"a".b = 1\n\'c d\'."e" = 2\na.f = [ { g = 1 }, { g = 2 } ]\n+++\n',
    "+++\n[a.b.c]\nd = 1\n[a]\ne = 2\n[a.b]\nf = 3\n+++\n",
    "+++\n[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[[a]]\n[[a.b]]\nc = 3\n[z]\n[a.q]\nr = 1\n+++\n",
    "+++\na = [ # first\n  [1, 2], # on 1\n  # own\n  [3] # on 3\n  , # comma\n] # end\n+++\n",
    "+++\na = { b = { c = [1, 2] }, d = 'x' } # c\ne.f.g = {}\ne.f.h = []\n+++\n",
    "+++ \n a = 1 \n\t[b]\n\tc = 1 # x\n+++",
    "+++\nd = 2024-01-02\nt = 07:08:09\nx = 0xff\ny = 1_000\nz = +1e3\ni = -inf\n+++\n",
    "+++\n# only\n+++\n",
    "+++\n+++",
    '{"a": {"b": [1, {"c": null}]}, "d": [[], {}]}',
    '{ "a" : 1 ,\n "b" : [ 1 , 2 ] ,\n "c":{}}\nBody',
    '{\n\t"a": "\\u00e9\\/",\n\t"b": [\n\t\t"x",\n\t\t"y"\n\t]\n}\n',
    "{}",
    '{"a": 1, "A": 2, "b": {"c": 1, "c": 2}}',
]


@pytest.mark.parametrize("text", ODD)
def test_no_change_of_an_odd_page_is_wrong(text: str) -> None:
    data, made = text.encode(), 0
    for seed in range(3):
        chance = random.Random(seed)
        document = read(data)
        every: list[tuple[Change, ...]] = [(change,) for change in operations(document, chance)]
        every += [several(document, chance) for _ in range(8)] if len(every) > 3 else []
        for changes in every:
            try:
                made += wrong(data, document, changes) is None
            except Unjudged:
                continue
    assert made or document.refused or "\t" in text or "..." in text
