"""What each phenomenon takes in and leaves out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.evaluate.links import is_linked, paired, relation_of
from onrecord.evaluate.phenomena import PHENOMENA, measure_phenomena, scenes
from onrecord.types import Attribution

Marks = Callable[[str], tuple[str, list[Attribution]]]
LONG = " ".join(["word"] * 41)
HEAD = "A headline\n\n"


@pytest.mark.parametrize(
    ("phenomenon", "shows", "lacks"),
    [
        (
            "discontinuous",
            "“[x1 Rain],” [c1 said] [s1 Ann], “[x1 and hail].”",
            "“[x1 Rain],” [x1 “and hail,”] [c1 said] [s1 Ann]",
        ),
        (
            "paragraphs",
            "[s1 Ann] [c1 said]: “[x1 Rain.]\n\n“[x1 And hail.]”",
            "\n[s1 Ann] [c1 said]: “[x1 Rain. And hail.]”\n",
        ),
        (
            "no-source",
            "It was [c1 reported] [x1 that it rained]",
            "[s1 It] [c1 reported] [x1 that it rained]",
        ),
        (
            "shared-source",
            "[s12 Ann] [c1 said] [x1 yes] and [c2 hoped] [x2 so]",
            "[s1 Ann] [c1 said] [x1 yes] and [s2 she] [c2 hoped] [x2 so]",
        ),
        (
            "according-to",
            "[c1 According to] [s1 Ann], [x1 it rains]",
            "In [c1 accord with] [s1 Ann], [x1 it rains]",
        ),
        (
            "possessive-source",
            "[s1 Ann]’s old [c1 claim] [x1 that it rains]",
            "[s1 Ann] [c1 claims] [x1 that it rains]",
        ),
        ("possessive-source", "[s1 her] [c1 hope] [x1 for rain]", "[c1 said] [s1 her] aide: [x1 rain]"),
        ("possessive-source", "[s1 the voters'] [c1 fear] [x1 of rain]", "[c1 fear] [x1 of rain]"),
        ("inverted", "“[x1 Rain],” [c1 said] [s1 Ann]", "“[x1 Rain],” [s1 Ann] [c1 said]"),
        ("content-first", "“[x1 Rain],” [s1 Ann] [c1 said]", "[s1 Ann] [c1 said] “[x1 rain],” “[x1 now]”"),
        ("long-content", f"[s1 Ann] [c1 said] [x1 {LONG}, {LONG}.]", f"[s1 Ann] [c1 said] [x1 {LONG[:-5]}.]"),
        ("headline", "\n [s1 Ann] [c1 says] [x1 no]\nMore", HEAD + "[s1 Ann] [c1 says] [x1 no]"),
        ("pronoun-source", "[s1 They] [c1 said] [x1 no]", "[s1 They all] [c1 said] [x1 no]"),
    ],
)
def test_a_phenomenon_shows_and_its_neighbour_does_not(
    marks: Marks, phenomenon: str, shows: str, lacks: str
) -> None:
    for marked, expected in ((shows, True), (lacks, False)):
        text, found = marks(marked)
        seen = [PHENOMENA[phenomenon](s) for s in scenes(text, [relation_of(text, a) for a in found])]
        assert seen == [expected] * len(found)


def test_forty_words_are_not_long_and_marks_are_no_words(marks: Marks) -> None:
    text, found = marks("[s1 A] [c1 said] [x1 " + "it’s - well-known, " * 20 + "]")
    assert not PHENOMENA["long-content"](scenes(text, [relation_of(text, found[0])])[0])


def test_nothing_breaks_on_a_relation_of_cue_alone(marks: Marks) -> None:
    text, found = marks("He [c1 spoke]")
    scene = scenes(text, [relation_of(text, found[0])])[0]
    assert {name for name, shows in PHENOMENA.items() if shows(scene)} == {"no-source", "headline"}


def test_recall_counts_the_gold_relations_that_show_it(marks: Marks) -> None:
    text, gold = marks(
        "Top\n[s1 She] [c1 says] [x1 no], [s2 he] [c2 says] [x2 yes], [s3 Bo] [c3 says] [x3 so]"
    )
    want = [relation_of(text, a) for a in gold]
    counts = measure_phenomena("linked", scenes(text, want), paired(want, want[1:], is_linked))
    assert counts["linked.pronoun-source.recall"] == (1, 2)
    assert counts["linked.inverted.recall"] == (0, 0)
