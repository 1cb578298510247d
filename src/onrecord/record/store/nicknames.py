"""First names that are short for others, as English news has them."""

from __future__ import annotations

_LONG = {
    "abe": "abraham", "al": "albert alan alfred", "alex": "alexander alexandra", "andy": "andrew",
    "barb": "barbara", "ben": "benjamin", "bernie": "bernard", "beth": "elizabeth", "betsy": "elizabeth",
    "betty": "elizabeth", "bill": "william", "billy": "william", "bob": "robert", "bobby": "robert",
    "brad": "bradley", "cathy": "catherine", "charlie": "charles", "chris": "christopher christine",
    "chuck": "charles", "cindy": "cynthia", "dan": "daniel", "danny": "daniel", "dave": "david",
    "debbie": "deborah", "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward edwin",
    "eddie": "edward", "frank": "francis franklin", "fred": "frederick alfred", "gabe": "gabriel",
    "gene": "eugene", "geoff": "geoffrey", "greg": "gregory", "hank": "henry", "harry": "harold henry",
    "jack": "john", "jake": "jacob", "jeff": "jeffrey", "jen": "jennifer", "jerry": "gerald jerome",
    "jim": "james", "jimmy": "james", "joe": "joseph", "john": "jonathan", "johnny": "john",
    "josh": "joshua", "kate": "katherine catherine", "kathy": "katherine kathleen", "ken": "kenneth",
    "larry": "lawrence", "len": "leonard", "liz": "elizabeth", "maggie": "margaret", "marty": "martin",
    "matt": "matthew", "meg": "margaret", "mick": "michael", "mike": "michael", "mitch": "mitchell",
    "nancy": "ann", "nat": "nathaniel nathan", "nate": "nathaniel nathan", "ned": "edward",
    "nick": "nicholas", "pat": "patrick patricia", "peggy": "margaret", "pete": "peter", "phil": "philip",
    "ray": "raymond", "rich": "richard", "rick": "richard frederick", "rob": "robert", "ron": "ronald",
    "russ": "russell", "sally": "sarah", "sam": "samuel samantha", "sandy": "sandra alexander",
    "steve": "steven stephen", "sue": "susan", "ted": "edward theodore", "terry": "terence theresa",
    "tim": "timothy", "tom": "thomas", "tommy": "thomas", "tony": "anthony", "vic": "victor",
    "vicki": "victoria", "vince": "vincent", "walt": "walter", "will": "william", "zach": "zachary",
}  # fmt: skip


def short_for(one: str, other: str) -> bool:
    """Whether one first name is short for the other, both folded."""
    return other in _LONG.get(one, "").split() or one in _LONG.get(other, "").split()
