from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.annotate.network import FOLDER
from onrecord.annotate.pieces import CASES, LAYOUTS, SHAPES, Pieces, cut
from onrecord.annotate.recast import NAMES, recast

TOKENIZER = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))


def recast_words(text: str) -> list[str]:
    pieces = recast(cut(text, TOKENIZER), TOKENIZER)
    return [TOKENIZER.id_to_token(i) or "" for i in pieces.ids]


def test_the_first_person_becomes_a_name_and_its_verb_agrees() -> None:
    assert recast_words("I really think we lost") == [NAMES["i"], "really", "thinks", NAMES["we"], "lost"]


def test_a_negated_verb_stays_as_it_is_behind_its_helper() -> None:
    assert recast_words("I don't think so")[:5] == [NAMES["i"], "doesn", "'", "t", "think"]


def test_names_get_a_capital_and_so_does_the_first_word() -> None:
    pieces = recast(cut("because they left", TOKENIZER), TOKENIZER)
    assert [CASES[s // len(LAYOUTS)] for s in pieces.shapes] == ["title", "title", "lower"]


def test_other_verbs_keep_their_form() -> None:
    assert recast_words("The mayors think so") == ["the", "mayors", "think", "so"]


@given(
    st.lists(
        st.sampled_from(["I", "we", "think", "don't", "they", "“", "zoologically", "my", "\n"])
        | st.text(max_size=5)
    )
)
def test_words_stay_in_their_places(words: list[str]) -> None:
    before = cut(" ".join(words), TOKENIZER)
    after = recast(before, TOKENIZER) if len(before) else before
    for name in Pieces.__dataclass_fields__:
        assert len(getattr(after, name)) == len(getattr(before, name))
    for name in ("firsts", "starts", "ends", "breaks"):
        assert (getattr(after, name) == getattr(before, name)).all()
    assert all(0 <= s < SHAPES for s in after.shapes)
