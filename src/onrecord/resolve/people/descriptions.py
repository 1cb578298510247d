"""Descriptions: whom "the president", "the newspaper", "a spokesman for X" and "aides" stand for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from onrecord.resolve.people.figures import Figure
from onrecord.resolve.people.grammar import CONJUNCTIONS, DETERMINERS, VERBS
from onrecord.resolve.people.kin import relative_of
from onrecord.resolve.people.offices import Found, Offices
from onrecord.resolve.people.phrases import Phrase
from onrecord.resolve.people.roles import Role
from onrecord.resolve.people.scene import Scene
from onrecord.resolve.people.spots import Spot
from onrecord.resolve.people.words import COLLECTIVE_WORDS, KIN
from onrecord.types import Span

_MEDIA = frozenset(
    "newspaper paper magazine network station channel outlet publication broadcaster site website".split()
)
_OFFICERS = frozenset(
    "officer executive chairman chairwoman chair president ceo founder head director".split()
)
_GOVERNMENT = frozenset(
    "secretary adviser advisor minister ambassador envoy president spokesman spokeswoman spokesperson "
    "official".split()
)
_PRESS_NAMES = frozenset(
    "courier chronicle observer examiner times post journal news herald tribune gazette globe guardian "
    "telegraph magazine review press network tv radio cnn msnbc fox nbc abc cbs bbc npr pbs politico "
    "reuters breitbart today beast examiner".split()
)
_ANY_NAMED = frozenset("company group organization organisation agency firm nonprofit".split())
_REACH = 12  # sentences
_NEAR = 60  # spots


class Descriptions:
    """Resolves the descriptions of one scene.

    Args:
        scene: the text.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.offices = Offices(scene)
        self._administrations: list[Span] | None = None
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
            return self._new(spot, phrase), 0.9, "several together", None
        known = self._apposed(spot)
        if known is not None:
            return known
        relative = None if phrase.plural else relative_of(self.scene, spot)
        if relative is not None:
            return relative, 0.8, "what the text says of their kin", None
        if phrase.definite and not phrase.plural:
            known = self._known(spot)
        elif (
            spot.role is not None
            and not phrase.plural
            and (phrase.owner is not None or self._is_kin(spot.role, phrase))
        ):
            known = self.offices.by_role(spot, 1.9)
        if known is not None:
            return known
        if phrase.definite and spot.role is not None:
            self._open.append(spot)
        return self._new(spot, phrase), 0.8, "by its own words", None

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
            return self.offices.by_role(spot, 1.0) or self.offices.by_view(spot)
        if spot.phrase.kind == "organisation":
            return self._body(spot)
        return self._same_noun(spot)

    def _body(self, spot: Spot) -> Found | None:
        """A newspaper, company, campaign or other body that was named or described before."""
        phrase = spot.phrase
        if phrase is None or phrase.owner is not None:
            return None
        media = phrase.word in _MEDIA
        for other in self.scene.before(spot, _NEAR):
            figure = other.figure
            if other.sentence < spot.sentence - _REACH:
                break
            if figure is None or not (figure.kind == "organisation" or _may_be_body(figure, phrase.word)):
                continue
            if other.phrase is not None and other.phrase.word == phrase.word and other.form == "description":
                return figure, 0.7, "the same noun before", other
            if other.form == "name" and _names_such(figure, phrase.word, media=media):
                return figure, 0.7, f"the nearest {phrase.word} named", other
        return None

    def _same_noun(self, spot: Spot) -> Found | None:
        """What was called by the same noun before: "a poll ... the poll"."""
        if spot.phrase is None:
            return None
        for other in self.scene.before(spot, _NEAR):
            if other.sentence < spot.sentence - _REACH:
                break
            same = (
                other.phrase is not None
                and other.form == "description"
                and other.phrase.word == spot.phrase.word
            )
            if same and other.figure is not None:
                return other.figure, 0.7, "the same noun before", other
        return None

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
            low -= 1
        phrase = self.scene.parser.parse(Span(layout.words[low].start, layout.words[at].end))
        if phrase is None or phrase.form != "description":
            return None
        bare = layout.words_in(phrase.span)[0].lower not in DETERMINERS | COLLECTIVE_WORDS
        unknown = bare and not phrase.plural and spot.word != "that"
        return None if unknown else self._phrased(phrase)

    def _phrased(self, phrase: Phrase) -> Figure:
        """The figure that goes by the words of a phrase; the same words name the same."""
        text = phrase.span.of(self.scene.layout.text).casefold()
        for article in ("the ", "a ", "an "):
            text = text.removeprefix(article)
        figure = self._made.get(text)
        if figure is None or (phrase.kind == "anonymous" and not phrase.plural):
            figure = Figure(phrase.kind, phrase=phrase.span, plural=phrase.plural, on_behalf_of=phrase.behalf)
            self._made[text] = figure
        return figure

    def spoken_for(self, source: Spot, spot: Spot) -> Figure | None:
        """The body for which a speaker says "we": whose spokesperson or officer, or in whose government."""
        figure = source.figure
        if figure is None:
            return None
        behalf = figure.on_behalf_of or (source.phrase.behalf if source.phrase else None)
        if behalf is not None:
            named = [s.figure for s in self.scene.within(behalf) if s.figure is not None]
            if named and named[0].kind == "organisation":
                return named[0]
        if (led := self._led(figure)) is not None:
            return led
        if any(r.head.split()[-1] in _GOVERNMENT and not r.former for r in figure.roles):
            return self._government(spot)
        return None

    def _led(self, figure: Figure) -> Figure | None:
        """The body whose officer the text says somebody is: "Northwind's chief executive"."""
        for role in figure.roles:
            if not role.former and role.head.split()[-1] in _OFFICERS:
                bodies = (s.figure for s in self.scene.within(role.span) if s.figure is not None)
                found = next((b for b in bodies if b.kind == "organisation"), None)
                if found is not None:
                    return found
        return None

    def _government(self, spot: Spot) -> Figure | None:
        """The administration that the text speaks of: the one nearest to a spot."""
        layout = self.scene.layout
        if self._administrations is None:
            self._administrations = list(self._said_administrations())
        if not self._administrations:
            return None
        span = min(self._administrations, key=lambda s: abs(s.start - spot.span.start))
        key = span.of(layout.text).casefold().removeprefix("the ")
        return self._made.setdefault(key, Figure("organisation", phrase=span))

    def _said_administrations(self) -> Iterator[Span]:
        """Where the text has "his administration", "the Fox administration"."""
        for before, word in pairwise(self.scene.layout.words):
            owned = before.capital or before.lower in {"his", "her", "the"} or before.possessive
            if word.lower == "administration" and owned:
                yield Span(before.start, word.end)


def _may_be_body(figure: Figure, noun: str) -> bool:
    """Whether somebody of one word, of whom nothing shows that it is a person, may be a company."""
    company = noun in {"company", "firm", "manufacturer", "maker", "airline", "carrier", "bank", "group"}
    alone = bool(figure.names) and all(len(n.words) == 1 and not n.titles for n in figure.names)
    return company and alone and not (figure.roles or figure.gender or figure.lean or figure.place)


def _names_such(figure: Figure, noun: str, *, media: bool) -> bool:
    words = {w for n in figure.names for w in n.words}
    if media:
        return bool(words & _PRESS_NAMES)
    return noun in words or noun in _ANY_NAMED
