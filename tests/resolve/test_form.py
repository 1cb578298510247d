"""Form and a speaker's own words, told from the quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.form import Quoted, form_and_verbatim, form_of
from onrecord.types import Attribution, Span


def at(text: str, *parts: str) -> tuple[Span, ...]:
    """Where ``parts`` stand in ``text``, each after the one before."""
    out: list[Span] = []
    for part in parts:
        start = text.index(part, out[-1].end if out else 0)
        out.append(Span(start, start + len(part)))
    return tuple(out)


def judged(text: str, attribution: Attribution) -> tuple[str, list[str]]:
    form, verbatim = form_and_verbatim(Quoted(text), attribution)
    return form, [span.of(text) for span in verbatim]


@pytest.mark.parametrize(
    ("text", "content", "form", "verbatim"),
    [
        ("“The well is dry,” Kofi Annor said.", ["“The well is dry,”"], "direct", ["The well is dry"]),
        ("“The well is dry,” Kofi Annor said.", ["The well is dry,"], "direct", ["The well is dry"]),
        ("“The well is dry,” Kofi Annor said.", ["The well is dry"], "direct", ["The well is dry"]),
        ("“The well is dry,” Kofi Annor said.", ["“The well is dry"], "direct", ["The well is dry"]),
        ("“The well is dry,” Kofi Annor said.", ["The well is"], "direct", ["The well is"]),
        ('"Is it dry?" Kofi Annor asked.', ['"Is it dry?"'], "direct", ["Is it dry?"]),
        ('"Dry!" Kofi Annor said.', ['"Dry!"'], "direct", ["Dry!"]),
        ("Annor said, “It is dry.”", ["“It is dry.”"], "direct", ["It is dry"]),
        (
            "Annor said, “It is dry in the U.S.”",
            ["“It is dry in the U.S.”"],
            "direct",
            ["It is dry in the U.S."],
        ),
        ("Annor said, “It is dry ...”", ["“It is dry ...”"], "direct", ["It is dry ..."]),
        ("« Il fait sec. », dit Annor.", ["« Il fait sec. »"], "direct", ["Il fait sec"]),
        (
            "“It is dry,” Annor said, “and hot.”",
            ["“It is dry,”", "“and hot.”"],
            "direct",
            ["It is dry", "and hot"],
        ),
        (
            "“It is dry. We leave,” Annor said.",
            ["It is dry.", "We leave,"],
            "direct",
            ["It is dry.", "We leave"],
        ),
        (
            "“It is dry.\n“We leave,” Annor said.",
            ["“It is dry.", "“We leave,”"],
            "direct",
            ["It is dry", "We leave"],
        ),
        ("“He told me ‘no,’” Annor said.", ["“He told me ‘no,’”"], "direct", ["He told me ‘no,’"]),
        ("Annor said that it is dry.", ["that it is dry"], "indirect", []),
        ("Annor said the well was “dry.”", ["the well was “dry.”"], "mixed", ["dry"]),
        ("Annor said the “well” was dry.", ["the “well” was dry"], "mixed", ["well"]),
        ("Annor said that “it is dry,” again.", ["that “it is dry,”"], "mixed", ["it is dry"]),
        ("Annor called it “dry” and “bad” then.", ["“dry” and “bad”"], "mixed", ["dry", "bad"]),
        ("Annor spoke of the Mensahs' well.", ["the Mensahs' well"], "indirect", []),
        ("Annor said “” and left.", ["“”"], "indirect", []),
        ("Annor said it.", [], "indirect", []),
    ],
)
def test_forms_and_words(text: str, content: list[str], form: str, verbatim: list[str]) -> None:
    spans = at(text, *content)
    assert judged(text, Attribution((), (), spans)) == (form, verbatim)
    assert form_of(text, spans) == form


def test_a_reporting_clause_within_the_content_is_left_out_of_account() -> None:
    text = "“It is dry,” Annor said, “and hot.”"
    whole = Attribution(at(text, "Annor"), at(text, "said"), (Span(0, len(text)),))
    assert judged(text, whole) == ("direct", ["It is dry", "and hot"])


def test_a_content_that_is_a_nested_quotation_in_an_unclosed_one_has_no_marks() -> None:
    text = "“He is here, we heard, and ‘late,’ she said."
    assert judged(text, Attribution((), (), at(text, "‘late,’"))) == ("direct", ["late"])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "form", "verbatim"),
    [
        # the outer speaker's words, all of them
        (
            "“Abena says the road is closed,” Annor said.",
            "Abena",
            "says",
            "the road is closed",
            "indirect",
            [],
        ),
        # marks opened inside the outer quotation
        ("“Abena says it is ‘closed,’” Annor said.", "Abena", "says", "it is ‘closed,’", "mixed", ["closed"]),
        ("“Abena said, ‘Go!’ to me,” Annor said.", "Abena", "said", "‘Go!’", "direct", ["Go!"]),
        # the outer content is a paraphrase: the text does not tell whose words they are
        ("Annor said Abena found it “closed.”", "Abena", "found", "it “closed.”", "mixed", ["closed"]),
        ("Annor said that Abena said, “Go.”", "Abena", "said", "“Go.”", "direct", ["Go"]),
        # the writer names the source outside the marks, but the cue is quoted
        ("Annor said Abena’s “hope is the peace.”", "Abena’s", "hope is", "the peace", "indirect", []),
        # marks around the cue alone set off a word
        ("Annor said Abena “hopes” for “peace.”", "Abena", "hopes", "for “peace.”", "mixed", ["peace"]),
        # the outer quotation goes on after the reporting clause
        (
            "“Abena says,” Annor said, “that it is closed.”",
            "Abena",
            "says",
            "that it is closed",
            "indirect",
            [],
        ),
        # over two paragraphs
        (
            "“Abena told me this.\n“It is closed,” Annor said.",
            "Abena",
            "told",
            "It is closed,",
            "indirect",
            [],
        ),
    ],
)
def test_whose_words(text: str, source: str, cue: str, content: str, form: str, verbatim: list[str]) -> None:
    nested = Attribution(at(text, source), at(text, cue), at(text, content), parent=0)
    assert judged(text, nested) == (form, verbatim)


def test_whose_words_three_deep() -> None:
    text = "“She told me ‘he thinks it is “wrong”’ today,” Annor said."
    first = Attribution(at(text, "She"), at(text, "told"), at(text, "‘he thinks it is “wrong”’"), parent=0)
    second = Attribution(at(text, "he"), at(text, "thinks"), at(text, "it is “wrong”"), parent=1)
    assert judged(text, first) == ("direct", ["he thinks it is “wrong”"])
    assert judged(text, second) == ("mixed", ["wrong"])


def test_without_cue_the_source_tells_and_without_both_the_opening_mark() -> None:
    text = "“In Abena’s view the road is closed,” Annor said."
    closed = at(text, "the road is closed")
    assert judged(text, Attribution(at(text, "Abena’s"), (), closed, 0))[0] == "indirect"
    assert judged(text, Attribution((), (), closed, 0))[0] == "indirect"
    assert judged(text, Attribution((), (), (Span(0, 37),), 0))[0] == "direct"


def spans_in(text: str) -> st.SearchStrategy[tuple[Span, ...]]:
    if not text:
        return st.just(())
    pair = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
    return st.lists(pair.map(lambda p: Span(p[0], max(p[0] + 1, p[1]))), max_size=3).map(tuple)


texts = st.text(max_size=60) | st.text(alphabet="\"“”'‘’„«» as5.,U\n\u200b🙂", max_size=60)
cases = texts.flatmap(
    lambda t: st.tuples(
        st.just(t),
        st.builds(Attribution, spans_in(t), spans_in(t), spans_in(t), st.none() | st.just(0)),
    )
)


@given(cases)
def test_verbatim_lies_within_content_and_quotations(case: tuple[str, Attribution]) -> None:
    text, attribution = case
    quoted = Quoted(text)
    form, verbatim = form_and_verbatim(quoted, attribution)
    assert (form == "indirect") == (verbatim == ())
    for words in verbatim:
        assert any(words.within(span) for span in attribution.content)
        assert any(q.inner is not None and words.within(q.inner) for q in quoted.over(words))
        assert words.of(text) == words.of(text).strip()
    assert (form, verbatim) == form_and_verbatim(quoted, attribution)


@given(texts.flatmap(lambda t: st.tuples(st.just(t), spans_in(t))))
def test_looking_up_finds_what_overlaps(case: tuple[str, tuple[Span, ...]]) -> None:
    text, spans = case
    quoted = Quoted(text)
    everything = quoted.over(Span(0, max(1, len(text))))
    for span in spans:
        assert quoted.over(span) == [q for q in everything if q.span.overlaps(span)]
