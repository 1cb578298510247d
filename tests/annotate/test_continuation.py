from __future__ import annotations

from onrecord.annotate.continuation import continue_quotations
from onrecord.types import Attribution, Span


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def relation(text: str, source: str, cue: str, *content: str) -> Attribution:
    return Attribution((place(text, source),), (place(text, cue),), tuple(place(text, c) for c in content))


SPEECH = "Bosko said: “We came in May.\n\n“We left in June.\n\n“We return in July.” Reyes was told of it."
FIRST, SECOND, THIRD = "“We came in May.", "“We left in June.", "“We return in July.”"


def test_each_paragraph_goes_to_whoever_opened_the_quotation() -> None:
    bosko = relation(SPEECH, "Bosko", "said", FIRST)
    elsewhere = Attribution((), (), (place(SPEECH, SECOND),))
    (found,) = continue_quotations([bosko, elsewhere], SPEECH)
    assert [s.of(SPEECH) for s in found.content] == [FIRST, SECOND, THIRD]
    assert found.cue == bosko.cue


def test_a_paragraph_with_a_reporting_clause_keeps_it() -> None:
    text = "Bosko said: “We came in May.\n\n“We left in June,” Reyes replied."
    both = [relation(text, "Bosko", "said", FIRST), relation(text, "Reyes", "replied", "“We left in June,”")]
    assert continue_quotations(both, text) == both


def test_a_clause_in_the_last_paragraph_owns_the_ones_before() -> None:
    text = "“We came in May.\n\n“We left in June,” Reyes said."
    (found,) = continue_quotations(
        [relation(text, "Reyes", "said", "“We came in May.", "“We left in June,”")], text
    )
    assert [s.of(text) for s in found.content] == ["“We came in May.", "“We left in June,”"]


def test_a_closed_quotation_does_not_go_on() -> None:
    text = "Bosko said: “We came in May.”\n\n“We left in June.”"
    found = [relation(text, "Bosko", "said", "“We came in May.”")]
    assert continue_quotations(found, text) == found


def test_a_quotation_without_an_owner_stays_without() -> None:
    assert continue_quotations([], SPEECH) == []
