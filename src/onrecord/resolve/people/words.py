"""Words that tell who somebody is: titles, roles, kin, groups, organisations, documents, function words.

Closed lists drawn from the style of English news (the titles of the AP and Guardian style guides), kept in
lower case without full stops. Gender is stated by words such as "Mrs." or "spokesman" alone, never by a given
name.
"""

from __future__ import annotations

MALE, FEMALE = "m", "f"
TITLE_GENDER = dict.fromkeys(
    "mr sir lord king prince congressman chairman spokesman businessman assemblyman councilman father "
    "brother husband son uncle grandfather nephew widower gentleman man boy salesman cameraman anchorman "
    "dad emperor duke baron sheikh fiance boyfriend statesman strongman frontman".split(),
    MALE,
) | dict.fromkeys(
    "mrs ms miss madam madame lady dame queen princess congresswoman chairwoman spokeswoman businesswoman "
    "assemblywoman councilwoman mother sister wife daughter aunt grandmother niece widow actress waitress "
    "woman girl anchorwoman mom empress duchess baroness hostess fiancee girlfriend stateswoman "
    "heiress".split(),
    FEMALE,
)
KIN = frozenset(
    "wife husband mother father son daughter brother sister widow uncle aunt nephew niece cousin grandson "
    "granddaughter girlfriend boyfriend fiancee running-mate mate".split()
)
# Titles that stand before a name and are no part of it; those of ROYAL stay with a name of one word.
COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof professor madam madame".split())
ROYAL = frozenset("pope king queen prince princess saint emperor empress sheikh sultan".split())
ABBREVIATED = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
    "govs": "governor", "pres": "president", "gen": "general", "lt": "lieutenant", "col": "colonel",
    "maj": "major", "sgt": "sergeant", "capt": "captain", "adm": "admiral", "cmdr": "commander",
    "rev": "reverend",
    "hon": "honorable", "dr": "doctor", "prof": "professor", "atty": "attorney", "asst": "assistant",
    "supt": "superintendent", "det": "detective", "mr": "mr", "mrs": "mrs", "ms": "ms", "st": "saint",
    "messrs": "messrs", "brig": "brigadier", "cpl": "corporal", "pvt": "private", "sec": "secretary",
}  # fmt: skip
SUFFIXES = frozenset("jr sr ii iii iv".split())
ABBREVIATIONS = frozenset(ABBREVIATED) | SUFFIXES | frozenset(
    "vs inc corp co ltd jan feb mar apr jun jul aug sept sep oct nov dec no etc al ave blvd mt ft calif "
    "mass conn wis mich minn fla ga ill ind ky la md mo okla ore pa tenn tex va vt wash colo ariz ala ark "
    "del kan miss mont neb nev wyo us uk dc".split()
)  # fmt: skip
PARTICLES = frozenset(
    "de van von bin al el la da di del der ben ibn den ter le du dos das y abu bint ul ur".split()
)
ROLES = (
    frozenset(
        """
    president vice-president minister premier chancellor secretary senator representative congressman
    congresswoman governor mayor speaker leader whip chairman chairwoman chair chairperson director chief
    head commissioner ambassador envoy judge justice general admiral colonel major captain lieutenant
    sergeant commander officer sheriff spokesman spokeswoman spokesperson adviser advisor aide strategist
    consultant analyst economist pollster professor historian author writer journalist reporter
    correspondent columnist anchor host editor publisher executive ceo founder co-founder owner partner
    manager lawyer attorney prosecutor counsel lawmaker legislator politician candidate nominee contender
    front-runner frontrunner rival opponent incumbent challenger hopeful billionaire millionaire businessman
    businesswoman mogul tycoon magnate developer investor donor fundraiser activist organizer organiser
    advocate campaigner expert scholar scientist researcher doctor physician surgeon neurosurgeon nurse
    teacher student principal superintendent pastor priest bishop archbishop cardinal pope rabbi imam
    reverend cleric king queen prince princess emperor councilman councilwoman councilmember councillor
    councilor alderman assemblyman assemblywoman delegate commissar deputy mp official operative surrogate
    supporter coach player actor actress singer musician comedian artist filmmaker producer designer
    engineer farmer veteran soldier detective investigator inspector agent ranger firefighter treasurer
    comptroller auditor controller wife husband mother father son daughter brother sister friend colleague
    mate running-mate widow grandson granddaughter nephew niece cousin uncle aunt girlfriend boyfriend
    fiancee lady negotiator diplomat mp mep dictator ruler monarch sultan sheikh president-elect
    governor-elect senator-elect lobbyist ally republican democrat libertarian conservative liberal
    socialist independent governor-general solicitor resident voter victim witness suspect man woman boy
    girl employee worker driver neighbor neighbour vicar superintendent archivist biographer translator
    chairman-elect socialite heiress newsman newcomer
    """.split()
    )
    | frozenset(ABBREVIATED)
    | frozenset(ABBREVIATED.values())
) - {"st", "saint"}  # St. Louis
PARTY_ROLES = frozenset("republican democrat libertarian conservative liberal socialist independent".split())
ROLE_HEADS_TWO = frozenset(
    ("vice president", "prime minister", "attorney general", "majority leader", "minority leader",
     "first lady",
     "press secretary", "running mate", "national security adviser", "foreign minister", "defense secretary",
     "chief executive", "secretary general", "opposition leader", "campaign manager", "house speaker")
)  # fmt: skip
DEMONYMS = frozenset(
    """
    american british russian chinese french german italian spanish israeli palestinian iranian iraqi syrian
    turkish canadian mexican japanese korean indian pakistani afghan saudi egyptian ukrainian polish dutch
    swedish norwegian danish finnish greek irish scottish welsh english australian brazilian cuban
    venezuelan colombian argentine chilean nigerian kenyan ethiopian somali libyan tunisian moroccan
    algerian lebanese jordanian yemeni qatari emirati kuwaiti vietnamese thai filipino philippine indonesian
    malaysian singaporean taiwanese hungarian austrian swiss belgian portuguese czech slovak romanian
    bulgarian serbian croatian european african asian arab latino hispanic republican democratic democrat
    libertarian conservative liberal labour labor gop tory socialist green independent catholic muslim
    jewish christian evangelical catalan burmese bangladeshi nepalese zimbabwean sudanese ugandan rwandan
    congolese ghanaian senegalese haitian peruvian bolivian ecuadorian georgian armenian azerbaijani kazakh
    uzbek belarusian lithuanian latvian estonian icelandic new-zealand
    """.split()
)
COMPANY_ENDS = frozenset(
    "inc corp corporation ltd llc llp plc co company group holdings partners limited incorporated ag gmbh nv "
    "bv spa ab oyj pty kk bhd".split()
)
ORGANISATION_WORDS = COMPANY_ENDS | frozenset(
    """
    courier chronicle observer examiner inquirer dispatch sentinel
    university college school institute institution department ministry committee commission council agency
    bureau administration authority association federation foundation fund union party congress senate
    parliament assembly court board bank times post journal news herald tribune gazette globe guardian
    telegraph magazine review press network tv radio broadcasting media campaign organization organisation
    coalition alliance league society club center centre office service services force forces army navy
    police pentagon kremlin white-house house team party pac caucus conference convention church hospital
    museum company firm airlines motors systems technologies industries international studios pictures
    records entertainment brotherhood front movement initiative project program trust laboratory lab
    observatory academy chamber exchange reserve treasury state-department politico reuters breitbart
    xinhua tass afp yonhap kyodo cnn
    msnbc fox nbc abc cbs bbc npr pbs huffpost buzzfeed bloomberg hezbollah hamas taliban nato isis al-qaida
    al-qaeda fbi cia nsa irs epa doj rnc dnc nra aclu aarp google facebook twitter apple microsoft amazon
    congressional supreme greenpeace emily's planned
    """.split()
)
PLACE_WORDS = frozenset(
    """
    street avenue road county city state states island islands river lake mountain mountains valley beach
    park airport square hill hills coast bay sea ocean strait desert north south east west northern southern
    eastern western washington london paris moscow beijing brussels berlin jerusalem gaza tehran baghdad
    damascus kabul cairo tokyo manhattan brooklyn hollywood europe asia africa america boston chicago
    houston dallas miami atlanta detroit philadelphia cleveland denver seattle orlando tampa charlotte
    milwaukee pittsburgh bridge tower towers building tunnel museum library cemetery memorial monument plaza
    palace stadium arena highway boulevard canyon creek harbor harbour station gardens
    """.split()
)
STATES = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    wisconsin wyoming
    """.split()
) | {"new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota",
     "rhode island",
     "south carolina", "south dakota", "west virginia", "d.c.", "puerto rico"}  # fmt: skip
MONTHS_DAYS = frozenset(
    """
    january february march april june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec
    """.split()
)
# What follows "of" within a name or title, and words that take such an "of".
OF_HEADS = frozenset(
    """
    secretary department university house bank bureau ministry minister office institute board council
    chamber director college court president league association academy church city federation federal
    museum society knights daughters sons joint centers center campaign coalition alliance americans
    citizens committee commissioner speaker republic kingdom
    district duke prince queen king chief state
    """.split()
)
# The departments of "secretary of state X", "minister of defence X".
OFFICE_OF = frozenset(
    "state defense defence education labor labour commerce energy agriculture transportation treasury "
    "interior justice health security affairs finance trade staff".split()
)
ADMINISTRATION = {  # whose administration, government, campaign it is tells the office that one has
    "administration": frozenset({"president", "governor", "mayor"}),
    "government": frozenset({"prime minister", "premier", "chancellor"}),
    "coalition": frozenset({"prime minister", "premier", "chancellor"}),
    "cabinet": frozenset({"president", "prime minister", "premier", "chancellor"}),
    "presidency": frozenset({"president"}),
}
DOCUMENTS = frozenset(
    """
    report study poll survey filing lawsuit suit complaint memo memorandum letter email e-mail article story
    book statement release document affidavit indictment ruling opinion order bill law ad advertisement
    video tweet post transcript record file data figure analysis headline editorial column op-ed website
    site blog message text note plan proposal resolution constitution testimony petition motion brief
    finding estimate projection review audit paper ballot warrant manifesto platform treaty agreement cable
    recording tape account ledger list letter photo picture image sign speech caption page commercial spot
    act amendment doctrine accord pact
    census index poll test result memoir biography quote missive dossier press-release blogpost filing
    summary chart graph missive invitation notice amendment measure
    """.split()
)
ORGANISATIONS = frozenset(
    """
    administration campaign company committee group organization organisation agency department government
    ministry party network newspaper paper magazine court union firm team panel commission council board
    bank university coalition association institute foundation office bureau police military army parliament
    senate congress house media press outlet publication station channel broadcaster pac super-pac nonprofit
    non-profit charity church school college hospital regime authority airline corporation business startup
    lab club league federation nation country state city county militia tribe caucus delegation task-force
    jury tribunal think-tank watchdog regulator establishment intelligence-community camp side staff crew
    daily weekly tabloid journal service
    """.split()
)
ANONYMOUS_PLURAL = frozenset(
    """
    officials sources aides advisers advisors people insiders operatives investigators authorities officers
    assistants representatives spokesmen spokeswomen spokespeople spokespersons associates confidants
    staffers agents diplomats lawyers attorneys prosecutors executives employees lieutenants allies
    strategists witnesses organizers
    """.split()
)
COLLECTIVE_WORDS = frozenset(
    """
    some others many most few several all both neither none everyone everybody people those everybody nobody
    critics republicans democrats conservatives liberals progressives voters supporters opponents americans
    """.split()
)
SINGULAR_IN_S = frozenset(
    "news politics press congress politico reuters times emirates states boss process".split()
)
SPOKES = frozenset("spokesman spokeswoman spokesperson".split())
SPEAKS_FOR = SPOKES | frozenset("lawyer attorney surrogate".split())
SPEAK_FOR_TWO = frozenset(
    (
        ("press", "secretary"),
        ("communications", "director"),
        ("campaign", "manager"),
        ("campaign", "chairman"),
    )
)
