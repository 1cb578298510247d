"""The words that time expressions are made of.

Everything is in small letters; what a word may be besides a time is settled in :mod:`.doubts`.
"""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ],
        1,
    )
    for name in names.split()
}  # fmt: skip
LONG_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
MONTH_ABBREVIATIONS = frozenset(MONTHS) - LONG_MONTHS

WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)
}
WEEKDAY_PLURALS: dict[str, int] = {name + "s": number for name, number in WEEKDAYS.items()}
WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    name: number
    for number, names in enumerate(["mon", "tue tues", "wed", "thu thur thurs", "fri", "sat", "sun"], 1)
    for name in names.split()
}

UNITS: dict[str, str] = {
    name: unit
    for unit in "second minute hour day week weekend month quarter year decade century".split()
    for name in (unit, "centuries" if unit == "century" else unit + "s")
}
UNITS.update({"yr": "year", "yrs": "year", "hr": "hour", "hrs": "hour", "mins": "minute"})
UNITS.update({"fortnight": "fortnight", "fortnights": "fortnight"})
UNIT_CODES: dict[str, tuple[str, int]] = {
    "second": ("TS", 1), "minute": ("TM", 1), "hour": ("TH", 1), "day": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "weekend": ("WE", 1), "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
"""Unit -> its ISO 8601 letter (after T for those below a day) and how many of these it is."""

SEASONS: dict[str, str] = {
    "spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI",
    "springtime": "SP", "summertime": "SU", "wintertime": "WI",
}  # fmt: skip
DAYPARTS: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midmorning": "MO",
    "midafternoon": "AF", "noon": "12:00", "midday": "12:00", "midnight": "24:00",
    "overnight": "NI", "lunchtime": "12:00", "dawn": "MO", "dusk": "EV", "nightfall": "EV", "daybreak": "MO",
}  # fmt: skip
DAYPART_PLURALS: dict[str, str] = {
    "mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI",
}  # fmt: skip

SMALL_NUMBERS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    name: 10 * number
    for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES: dict[str, int] = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
ORDINALS.update({"twenty-first": 21, "thirtieth": 30})
DECADES: dict[str, int] = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
VAGUE_AMOUNTS = frozenset("several few many various numerous countless recent".split())

LEANS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1,
    "this": 0, "current": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1, "subsequent": 1,
}  # fmt: skip
FROM_THE_TEXT = frozenset("previous prior preceding following subsequent".split())
"""Words that count from the time last spoken of, not from the writer's now."""

DEICTIC_DAYS: dict[str, int] = {"today": 0, "yesterday": -1, "tomorrow": 1}

REPEATS: dict[str, str] = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H", "biweekly": "P2W", "semiannually": "P6M",
}  # fmt: skip

REFERENCES: dict[str, str] = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
    "soon": "FUTURE_REF",
}  # fmt: skip

ZONES = frozenset(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eastern central pacific "
    "mountain".split()
)
APPROXIMATIONS: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "about", "around", "nearly", "almost", "roughly", "approximately", "over", "more than", "less than",
        "fewer than", "at least", "at most", "up to", "no more than", "no less than", "just over",
        "just under", "some", "well over", "as many as", "as much as",
    )
)  # fmt: skip

# Days that are the same, or found by the same rule, every year: (month, day), or (month, weekday, which one;
# -1 for the last).
FIXED_HOLIDAYS: dict[tuple[str, ...], tuple[int, int]] = {
    tuple(name.split()): day
    for name, day in {
        "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
        "new year ' s day": (1, 1), "new year ’ s day": (1, 1),
        "new year ' s eve": (12, 31), "new year ’ s eve": (12, 31),
        "valentine ' s day": (2, 14), "valentine ’ s day": (2, 14), "halloween": (10, 31),
        "independence day": (7, 4), "veterans day": (11, 11), "bastille day": (7, 14),
    }.items()
}  # fmt: skip
WEEKDAY_HOLIDAYS: dict[tuple[str, ...], tuple[int, int, int]] = {
    tuple(name.split()): rule
    for name, rule in {
        "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1),
        "memorial day": (5, 1, -1), "columbus day": (10, 1, 2), "presidents day": (2, 1, 3),
        "presidents ' day": (2, 1, 3), "presidents ’ day": (2, 1, 3),
        "election day": (11, 2, 0), "martin luther king day": (1, 1, 3),
    }.items()
}  # fmt: skip
"""``election day`` is the Tuesday after the first Monday of November (2 U.S.C. 7), which 0 stands for."""
