"""An evaluation's figures as a table for people, as JSON, and held against pinned floors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from onrecord.evaluate.bootstrap import Figure
from onrecord.evaluate.calibration import Calibration
from onrecord.evaluate.phenomena import PHENOMENA
from onrecord.types import ROLES

_TITLES = {
    "exact": "Spans, exact (CofeNet)",
    "begin": "Spans, first token",
    "marked": "Fragments as marked",
}
_CRITERIA = {"linked": "all exact", "overlap": "all overlap", "content": "content exact"}
_FORMS = ("direct", "mixed", "indirect")
_FIRST, _COLUMN = 24, 14  # widths of the table's columns, in characters


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found.

    Attributes:
        against: "reader", or "annotators" where two annotations were compared.
        articles: how many different texts.
        documents: how many comparisons: annotations, or ordered pairs of them.
        gold: attributions on the gold side of all comparisons.
        predicted: attributions on the other side.
        resamples: how often the articles were resampled for the intervals.
        figures: each figure by its name, in percent.
        calibration: of the reader's confidence; None where there is nothing to calibrate.
    """

    against: str
    articles: int
    documents: int
    gold: int
    predicted: int
    resamples: int
    figures: Mapping[str, Figure]
    calibration: Calibration | None

    def to_dict(self) -> dict[str, object]:
        """The report as JSON holds it: percent with two decimals, None where nothing was to be counted."""
        counts = ("against", "articles", "documents", "gold", "predicted", "resamples")
        return {
            **{name: getattr(self, name) for name in counts},
            "figures": {name: _figure_dict(f) for name, f in self.figures.items()},
            "calibration": None
            if self.calibration is None
            else {
                "error": round(self.calibration.error, 2),
                "bins": [asdict(b) for b in self.calibration.bins],
            },
        }


def _figure_dict(figure: Figure) -> dict[str, float | None]:
    rounded = {
        k: None if v is None else round(v, 2)
        for k, v in (("value", figure.value), ("low", figure.low), ("high", figure.high))
    }
    return {**rounded, "numerator": round(figure.top, 4), "denominator": figure.bottom}


def shortfalls(report: Report, floors: Mapping[str, float]) -> list[str]:
    """One line for each figure under its floor, a figure without a value among them.

    Raises:
        KeyError: when a floor names no figure of the report; its argument is the name.
    """
    lines = []
    for name, floor in floors.items():
        value = report.figures[name].value
        if value is None or not value >= floor:  # nothing is at or above a floor that is NaN
            lines.append(f"{name}: {_number(value)} is under its floor of {floor:g}")
    return lines


def table(report: Report) -> str:
    """The report as plain aligned text; values in percent, each with its 95% interval where it is F1."""
    lines = list(_opening(report))
    for prefix, title in _TITLES.items():
        if f"{prefix}.{ROLES[0]}" in report.figures:
            lines += ["", _row(title, ("F1", "95% interval", "precision", "recall"))]
            lines += [_f1_row(report, role, f"{prefix}.{role}") for role in ROLES]
    lines += ["", _row("Spans, overlap", ("jaccard", "95% interval"))]
    lines += [_row("  " + role, _with_interval(report.figures.get(f"jaccard.{role}"))) for role in ROLES]
    lines += ["", _row("Relations", ("F1", "95% interval", "precision", "recall"))]
    lines += [_f1_row(report, label, name) for name, label in _CRITERIA.items()]
    lines += [*_forms(report), *_phenomena(report), *_calibration(report)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _opening(report: Report) -> Iterator[str]:
    if report.against == "annotators":
        yield (
            f"{report.articles:,} articles of several annotators, each annotation against each other one: "
            f"{report.documents:,} comparisons"
        )
    else:
        yield f"{report.articles:,} articles, {report.documents:,} annotations"
        yield f"{report.gold:,} attributions annotated, {report.predicted:,} read"
    yield f"percent; intervals from {report.resamples:,} resamples of the articles"


def _forms(report: Report) -> Iterator[str]:
    if "linked.direct" not in report.figures:
        return
    yield ""
    yield _row("Relations by form, F1", ("number", *_CRITERIA.values()))
    for form in _FORMS:
        values = [_value(report, f"{name}.{form}") for name in _CRITERIA]
        yield _row(f"  {form}", (_count(report, f"linked.{form}.recall"), *values))


def _phenomena(report: Report) -> Iterator[str]:
    yield ""
    yield _row("Phenomena, recall", ("number", *_CRITERIA.values()))
    for phenomenon in PHENOMENA:
        values = [_value(report, f"{name}.{phenomenon}.recall") for name in _CRITERIA]
        yield _row(f"  {phenomenon}", (_count(report, f"linked.{phenomenon}.recall"), *values))


def _calibration(report: Report) -> Iterator[str]:
    if report.calibration is None:
        return
    yield ""
    yield _row("Confidence", ("from", "number", "mean", "all exact"))
    for b in report.calibration.bins:
        shares = (f"{100 * share:.1f}" for share in (b.confidence, b.right))
        yield _row("", (f"{100 * b.low:.0f}", f"{b.count:,}", *shares))
    yield f"  expected calibration error {report.calibration.error:.1f}"


def _f1_row(report: Report, label: str, name: str) -> str:
    cells = _with_interval(report.figures.get(name))
    return _row(f"  {label}", (*cells, _value(report, f"{name}.precision"), _value(report, f"{name}.recall")))


def _with_interval(figure: Figure | None) -> tuple[str, str]:
    if figure is None or figure.low is None or figure.high is None:
        return "-", "-"
    return _number(figure.value), f"{figure.low:.1f} to {figure.high:.1f}"


def _value(report: Report, name: str) -> str:
    return _number(report.figures[name].value) if name in report.figures else "-"


def _count(report: Report, name: str) -> str:
    return f"{report.figures[name].bottom:,.0f}" if name in report.figures else "-"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _row(label: str, cells: Sequence[str]) -> str:
    return label.ljust(_FIRST) + "".join(cell.rjust(_COLUMN) for cell in cells)
