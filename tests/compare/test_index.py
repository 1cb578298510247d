from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.compare.index import QuotationIndex
from onrecord.compare.shingles import features, shingles

QUOTATIONS = {
    "dam": "We will finish the dam on the Orne by October, and we will do it without borrowing a single cent",
    "tax": "I have never supported a tax on bread, and I am not going to support one now",
    "tent": "big tent party",
    "debt": "You cannot cut your way out of a recession. You have to grow",
    "river": "Our rivers are cleaner than they were ten years ago",
}


def index() -> QuotationIndex[str]:
    made: QuotationIndex[str] = QuotationIndex()
    for key, text in QUOTATIONS.items():
        made.add(key, text)
    for number in range(300):
        made.add(
            f"other{number}", f"The committee heard witness {number} on a matter of roads and of bridges"
        )
    return made


def test_altered_cut_continued_and_reordered_forms_are_found() -> None:
    made = index()
    for query, key in {
        "by October, without borrowing a cent": "dam",
        "I have always supported a tax on bread": "tax",
        "this is a big tent movement": "tent",
        "You have to grow. You cannot cut your way out of a recession": "debt",
        "The rivers here are cleaner than they were 10 years ago": "river",
    }.items():
        assert made.near(query, 1)[0][0] == key


def test_what_nobody_said_has_no_neighbours() -> None:
    assert index().near("Penguins waltz nightly") == []
    assert index().near("") == []
    assert index().near("of the and") == []


def test_shingles_are_the_same_everywhere() -> None:
    assert shingles("the security of Israel") == shingles("Israel’s security")
    assert shingles("big tent party") == (-16215019670211926, -6865775457099714309)
    assert shingles("killed on Oct. 7") == shingles("Killed on 7 October")


@given(st.text(max_size=80))
def test_shingles_fit_a_database(text: str) -> None:
    pairs, single = features(text)
    for hashes in (pairs, single):
        assert len(set(hashes)) == len(hashes)
        assert all(-(2**63) <= value < 2**63 for value in hashes)
    assert shingles(text) == shingles(f" {text}\n")
