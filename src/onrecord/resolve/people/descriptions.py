"""Descriptions: whom "the president", "the newspaper", "a spokesman for X" and "aides" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from onrecord.resolve.people.expressions import Phrase
from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import CONJUNCTIONS, DETERMINERS, PRONOUNS, VERBS
from onrecord.resolve.people.joints import Joints, is_pair
from onrecord.resolve.people.kin import relative_of
from onrecord.resolve.people.layout import Word
from onrecord.resolve.people.nouns import OWNED
from onrecord.resolve.people.offices import Found, Offices
from onrecord.resolve.people.roles import Role
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot, is_predicate
from onrecord.resolve.people.taken_up import NEAR, REACH, TakenUp
from onrecord.resolve.people.words import COLLECTIVE_WORDS, KIN
from onrecord.types import Span

_MINDS = frozenset(
    "hesitancy hesitation reluctance refusal willingness unwillingness desire insistence hope wish belief "
    "conviction intention readiness determination opposition eagerness".split()
)
"""Nouns for what somebody thinks or wants, who is the one that speaks."""


class Descriptions:
    """Resolves the descriptions of one scene.

    Args:
        scene: the text.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.offices = Offices(scene)
        self.joints = Joints(scene.cast)
        self.taken_up = TakenUp(scene)
        self.forget()

    def forget(self) -> None:
        """Drop what was made out in an earlier round."""
        self._made: dict[str, Figure] = {}
        self._open: list[Spot] = []

    def figure(self, spot: Spot) -> Found | None:
        """Whom a description stands for, how sure, and why; a figure of its own where it is nobody known."""
        phrase = spot.phrase
        if phrase is None:
            return None
        if spot.form == "joint":
            return self.joints.figure(phrase) or self._new(spot, phrase), 0.9, "several together", None
        known = self._several(spot, phrase) if phrase.plural else self._one(spot, phrase)
        if known is not None:
            return known
        if phrase.definite and spot.role is not None:
            self._open.append(spot)
        return self._new(spot, phrase), 0.8, "by its own words", None

    def _one(self, spot: Spot, phrase: Phrase) -> Found | None:
        """Whom a description of one means that somebody stands beside, or that the text has told before."""
        known = self._apposed(spot)
        if known is not None:
            return known
        pair = self._pair(spot) if is_pair(self.scene.layout, phrase) else None
        if pair is not None and pair.figure is not None:
            return pair.figure, 0.7, "the two named together", pair
        whose = self._holder(phrase) or self._relative(spot)
        if whose is not None:
            return whose
        if phrase.definite:
            return self._known(spot)
        if spot.role is not None and (phrase.owner is not None or self._is_kin(spot.role, phrase)):
            return self.offices.by_role(spot, 1.9)
        return None

    def _relative(self, spot: Spot) -> Found | None:
        figure = relative_of(self.scene, spot)
        return None if figure is None else (figure, 0.8, "what the text says of their kin", None)

    def _holder(self, phrase: Phrase) -> Found | None:
        """Whose mind "his reluctance" or "Quill's refusal" is."""
        if phrase.word not in _MINDS:
            return None
        if phrase.owner is not None and len(self.scene.cast.whose[phrase.owner]) == 1:
            return self.scene.cast.whose[phrase.owner][0], 0.8, "whose mind it is", None
        if phrase.owner_word is None:
            return None
        place = phrase.owner_word.start
        owners = (s for s in self.scene.within(Span(place, place + 1)) if s.form == "pronoun")
        owner = next((s for s in owners if s.figure is not None), None)
        if owner is None or owner.figure is None:
            return None
        return owner.figure, 0.8, "whose mind it is", owner

    def _several(self, spot: Spot, phrase: Phrase) -> Found | None:
        """Whom "the two leaders" or "the agencies" means, after "four intelligence agencies"."""
        words = self.scene.layout.words_in(phrase.span)
        pair = self._pair(spot) if is_pair(self.scene.layout, phrase) else None
        if pair is not None and pair.figure is not None:
            return pair.figure, 0.7, "the two named together", pair
        bare = len(words) == 2 and words[0].lower == "the"
        return self.taken_up.one_before(spot) if bare else None

    def _pair(self, spot: Spot) -> Spot | None:
        """The last two that were named together, or None."""
        before = (o for o in self.scene.before(spot, NEAR) if o.sentence >= spot.sentence - REACH)
        return next((o for o in before if o.form == "joint" and o.figure is not None), None)

    @staticmethod
    def _is_kin(role: Role, phrase: Phrase) -> bool:
        return phrase.owner_word is not None and role.head.split()[-1] in KIN

    def again(self) -> None:
        """Try once more, now that the whole text is known, what could be given nobody at its place."""
        for spot in self._open:
            known = self.offices.by_role(spot, 1.0)
            if known is not None:
                spot.figure, spot.score, spot.because, spot.via = known
        for spot in self.scene.spots:
            if spot.form == "pronoun" and spot.via in self._open and spot.via is not None:
                spot.figure = spot.via.figure

    def _apposed(self, spot: Spot) -> Found | None:
        """Whom a description explains that stands beside a name: "Bennet, a Democrat", "the woman, Ann
        Fox,".
        """
        if spot.role is None or spot.phrase is None or spot.phrase.plural:
            return None
        text = self.scene.layout.text
        for other in (*islice(self.scene.before(spot, 2), 2), *islice(self.scene.after(spot, 2), 2)):
            first, second = (other, spot) if other.order < spot.order else (spot, other)
            between = text[first.span.end : second.span.start]
            after = text[second.span.end : second.span.end + 2]
            closed = after[:1] in {",", ".", ";", "—", ")", ""} or other is first or after in {" (", " w"}
            if (
                other.form == "name"
                and len(other.options) == 1
                and between in {", ", " — ", " - "}
                and closed
            ):
                figure = other.options[0]
                if figure.kind in {"person", "unknown"} and not figure.place and not other.object:
                    return figure, 0.8, "beside the name", other
        return None

    def _known(self, spot: Spot) -> Found | None:
        if spot.phrase is None:
            return None
        if spot.role is not None and spot.phrase.kind in {"person", "unknown"}:
            told = self.offices.by_role(spot, 1.0) or self.taken_up.one_before(spot, 3)
            return told or self.offices.by_view(spot) or self.taken_up.one_before(spot)
        if spot.phrase.kind == "organisation":
            return self.taken_up.body(spot)
        return self.taken_up.same_noun(spot)

    def _new(self, spot: Spot, phrase: Phrase) -> Figure:
        """A figure that goes by its own words; the same words name the same."""
        figure = self._phrased(phrase)
        if spot.role is not None:
            figure.gender = figure.gender or spot.role.gender
        return figure

    def before_relative(self, spot: Spot) -> Figure | None:
        """The noun phrase right before "who": "some who", "a man in the crowd who"."""
        layout = self.scene.layout
        at = layout.first_word(spot.span.start) - 1
        if at < 0 or layout.gap(at).strip(" ,") or layout.sentence(layout.words[at].start) != spot.sentence:
            return None
        low = at
        while low > 0 and at - low < 8 and layout.gap(low - 1) in {" ", "-"}:
            if layout.words[low].lower in DETERMINERS or layout.words[low - 1].lower in VERBS | CONJUNCTIONS:
                break
            if is_predicate(layout, low - 1):
                break
            low -= 1
        phrase = self.scene.parser.parse(Span(layout.words[low].start, layout.words[at].end))
        if phrase is None or phrase.form != "description":
            return None
        bare = layout.words_in(phrase.span)[0].lower not in DETERMINERS | COLLECTIVE_WORDS
        unknown = bare and not phrase.plural and spot.word != "that"
        return None if unknown else self._phrased(phrase)

    def worded(self, span: Span) -> Figure:
        """The body that goes by the words of ``span``."""
        key = span.of(self.scene.layout.text).casefold().removeprefix("the ")
        return self._made.setdefault(key, Figure("organisation", phrase=span))

    def body(self, phrase: Phrase) -> Figure | None:
        """The body that a phrase such as "the Quill campaign" goes by, or None where it is no such phrase."""
        return self._phrased(phrase) if phrase.form == "description" and phrase.word in OWNED else None

    def _key(self, phrase: Phrase) -> str:
        """What phrases for the same have in common: their words, or whose campaign it is."""
        text = phrase.span.of(self.scene.layout.text).casefold()
        if phrase.word in OWNED and phrase.owner is not None and text.endswith(phrase.word):
            owners = self.scene.cast.whose[phrase.owner]
            if len(owners) == 1:
                return f"{phrase.word} of {id(owners[0])}"
        if phrase.owner_word is not None:
            place = phrase.owner_word.start
            whose = next(
                (s.figure for s in self.scene.within(Span(place, place + 1)) if s.form == "pronoun"), None
            )
            return text if whose is None else f"{text.partition(' ')[2]} of {id(whose)}"
        for article in ("the ", "a ", "an "):
            text = text.removeprefix(article)
        return text

    def _phrased(self, phrase: Phrase) -> Figure:
        """The figure that goes by the words of a phrase; the same words name the same."""
        text = self._key(phrase)
        figure = self._made.get(text)
        if figure is None or (phrase.kind == "anonymous" and not phrase.plural):
            figure = Figure(phrase.kind, phrase=phrase.span, plural=phrase.plural, on_behalf_of=phrase.behalf)
            self._made[text] = figure
        elif (
            figure.phrase is not None and phrase.word in OWNED and self._is_fuller(phrase.span, figure.phrase)
        ):
            figure.phrase = phrase.span
        return figure

    def _is_fuller(self, span: Span, known: Span) -> bool:
        """Whether words say more of whose campaign it is, or say it in the run of the text."""
        ours, theirs = self.scene.layout.words_in(span), self.scene.layout.words_in(known)
        return _standing(ours) > _standing(theirs)


def _standing(words: Sequence[Word]) -> tuple[bool, bool, int]:
    """How well words name whose body it is: by a name, not in a headline, in full."""
    return words[0].lower not in PRONOUNS, not words[-1].capital, len(words)
