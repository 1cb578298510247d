"""Words of the grammar: pronouns, prepositions, determiners, verbs, and what no name begins with."""

from __future__ import annotations

from onrecord.resolve.people.words import FEMALE, MALE

PRONOUN_GENDER = {
    "he": MALE, "him": MALE, "his": MALE, "himself": MALE,
    "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE,
}  # fmt: skip
FIRST_SINGULAR = frozenset("i me my mine myself".split())
FIRST_PLURAL = frozenset("we us our ours ourselves".split())
THIRD_PLURAL = frozenset("they them their theirs themselves".split())
THIRD_NEUTER = frozenset("it its itself".split())
RELATIVE = frozenset("who whom whose which that".split())
SECOND = frozenset("you your yours".split())
PRONOUNS = (
    frozenset(PRONOUN_GENDER)
    | FIRST_SINGULAR
    | FIRST_PLURAL
    | THIRD_PLURAL
    | THIRD_NEUTER
    | RELATIVE
    | SECOND
)
SUBORDINATORS = frozenset(
    "after although as asked because before by despite during even following given if in like once on "
    "since though unlike until upon when whenever where while with without "
    "through under at for to throughout alongside beyond besides".split()
)
PREPOSITIONS = frozenset(
    """
    of for from in at with on to by about near close including as against over under between among into
    after before since until during without within through across behind beyond like than per via toward
    towards regarding concerning despite amid atop outside inside around along off upon alongside besides
    unlike familiar following
    """.split()
)
RELATIVISERS = frozenset("who whom whose which that where when".split())
CONJUNCTIONS = frozenset("and or but nor so yet plus".split())
DETERMINERS = frozenset(
    "the a an this that these those one two three four five six seven eight nine ten some any no another "
    "every each his her its their our my your several many most few all both other such".split()
)
QUANTITIES = frozenset(
    "one two three four five six seven eight nine ten some most many few majority percent number dozens "
    "hundreds thousands millions half third quarter group handful a".split()
) | frozenset(str(n) for n in range(1, 101))
HEDGES = frozenset("nearly almost about roughly over than more at least around just only".split())
AUXILIARIES = frozenset(
    """
    is are was were be been being has have had does do did will would shall should can could may might must
    ain't isn't wasn't aren't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't shouldn't
    """.split()
)
VERBS = AUXILIARIES | frozenset(
    """
    said says say told tells tell added adds add asked asks ask wrote writes write argued argues argue
    called calls call claimed claims claim noted notes note thinks thought think believes believed believe
    knows knew know wants wanted want made makes make took takes take gave gives give went goes go came
    comes come got gets get ran runs run won wins win lost loses lose spoke speaks speak met meets meet led
    leads lead held holds hold left leaves found finds find saw sees see kept keeps keep felt feels feel
    heard hears hear began begins begin also never repeatedly recently then later once still already now
    just even further simultaneously often previously announced suggested insisted warned urged tweeted
    responded replied declined agreed predicted explained described plans hopes hoped sought seeks seek put
    puts set sets let lets
    """.split()
)
FUNCTION = (
    PRONOUNS | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | AUXILIARIES | RELATIVISERS | frozenset(
        """
        not there here what how why when where if because while although though then thus hence however
        meanwhile moreover also only just even still already now again once ever never perhaps maybe yes
        well according asked last next first second third earlier later today yesterday tomorrow tonight
        more less much very too rather quite almost nearly about since whether either neither nor both let
        please thank thanks hello hi hey dear yeah okay wow sorry welcome goodbye look many people everyone
        everybody someone somebody anybody nobody
        nothing something anything everything none read follow see watch click share photo image video
        updated correction editor's note made make given based speaking asked instead indeed finally
        eventually recently previously additionally furthermore nonetheless nevertheless likewise similarly
        overall o'clock it's that's there's he's she's i'm i've i'll i'd you're we're they're we've don't
        doesn't didn't can't won't isn't let's what's who's here's you've it’s that’s there’s he’s she’s i’m
        i’ve i’ll i’d you’re we’re they’re we’ve don’t doesn’t didn’t can’t won’t isn’t let’s what’s who’s
        here’s you’ve they've they’ve you'll you’ll he'll he’ll we'll we’ll
        he'd he’d she'd she’d they'd they’d we'd we’d you'd you’d
        she'll she’ll they'll
        they’ll it'll it’ll who'd who’d who've who’ve that'd that’d there'd there’d
        """.split()
    )
)  # fmt: skip
