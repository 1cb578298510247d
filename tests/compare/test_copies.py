from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.copies import are_copies, containment, copies, signature

WORDS = [
    f"{a}{b}" for a in "ba de fi lo mu ra se ti vo zu".split() for b in "n r st l mp ck d sh ng x".split()
]


def article(seed: int, sentences: int = 30) -> str:
    draw = random.Random(seed)
    return "\n".join(" ".join(draw.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences))


def test_edited_leads_and_cut_tails_are_copies() -> None:
    one, other = article(1), article(2)
    lines = one.splitlines()
    edited = "\n".join([*other.splitlines()[:3], *lines[4:]])
    cut = "\n".join(lines[:12])
    both = "\n".join([*other.splitlines()[:2], *lines[3:15]])
    for text in (one.upper(), edited, cut, both, one.replace(".", " —")):
        assert are_copies(signature(one), signature(text))
    assert not are_copies(signature(one), signature(other))


def test_a_short_alert_copies_nothing() -> None:
    one = article(3)
    assert not are_copies(signature(one), signature(one.splitlines()[0]))


def test_copies_are_found_through_the_table() -> None:
    texts = [article(n) for n in range(40)]
    edited = ["\n".join(t.splitlines()[:14]) for t in texts[:20]]
    found = set(copies(map(signature, [*texts, *edited])))
    assert found == {(n, 40 + n) for n in range(20)}


def test_long_texts_keep_a_sample_that_still_tells() -> None:
    long = article(5, 2000)
    half = "\n".join(long.splitlines()[:1000])
    assert len(signature(long).hashes) < signature(long).size
    assert containment(signature(long), signature(half)) > 0.9
    assert containment(signature(long), signature(article(6, 2000))) < 0.01


@given(st.text(max_size=300), st.text(max_size=300))
def test_containment_is_a_share(a: str, b: str) -> None:
    one, other = signature(a), signature(b)
    assert 0 <= containment(one, other) <= 1
    assert containment(one, other) == containment(other, one)
    assert len(one.bands) == len(other.bands)
