"""Quotations written for the tests, with variants of them: text, label, weight, claimed speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Case:
    base: str
    text: str
    label: str
    weight: Literal["material", "immaterial"]
    claimed: str | None = None
    speaker: str | None = None
    second_hand: tuple[str, ...] = ()


DAM = "We will finish the dam on the Orne by October, and we will do it without borrowing a single cent"
TAX = "I have never supported a tax on bread, and I am not going to support one now"
SCHOOLS = "If the county pays its share, we can reopen all 14 schools before winter. That is a promise"
STRIKE = "The unions are asking for more than this company can pay"
HARBOUR = "The port authority lost control of its own harbor"
BRIDGE = "It was the worst decision of my career — and I would make it again tomorrow"
POLICE = "Officers should not be asked to do the work of doctors"
KENYA = "The Kenyan people want peace, but they are tired of waiting for Nairobi to deliver it"
VOTE = "I believe that the vote was fair, and I think most of my colleagues agree with me"
TOLL = "At least 23 people were killed and about 300 were injured when the levee broke on Sept. 3"
WATER = "Our rivers are cleaner than they were ten years ago"
TENT = "big tent party"
TRUST = "betrayed the trust of every family in this town"
MAYOR = "Mayor Okafor told us that she was ashamed of how the council treated the tenants"
TREATY = "President Duarte gave his word that Portugal would sign the treaty"
DEBT = "You cannot cut your way out of a recession. You have to grow"
FARM = "Farmers in the valley need rain, not promises"

OFFICE = "We are not going to let a foreign government decide who sits in the Oval Office"
MOMENT = "This is the most dangerous moment for Europe since 1945, and anyone who denies it is lying"
TALK = "I did not have a conversation with the ambassador about sanctions. Period"
BILL = "The bill would cut taxes for about 80% of households and cost $1.9 trillion over 10 years"
HUNT = "a witch hunt"
DECENT = "He is a decent man who made a terrible mistake"
TOOLS = "If Congress fails to act, I will use every tool available to me"
DEAL = "the single worst deal ever negotiated"
TROOPS = "Russia must withdraw its troops from Ukraine immediately and unconditionally"
PRAYERS = "My heart is with the families tonight, but prayers alone will not stop the next shooting"
RECESS = "We've got to get this done before the August recess"
PRICES = "Inflation has come down by more than half, though prices are still too high"
FRAUD = "no evidence of widespread fraud"
DEFECT = "She told the committee that the company had known about the defect since 2014"
RESILIENT = "more resilient than ever"
PLAN = "The prime minister's plan is neither serious nor affordable"
HOME = "It's time to bring our troops home"

CASES: tuple[Case, ...] = (
    # the same
    Case(TAX, TAX, "same", "immaterial"),
    Case(STRIKE, "“The unions are asking for more than this company can pay,”", "same", "immaterial"),
    Case(POLICE, "Officers  should not be asked\nto do the work of doctors.", "same", "immaterial"),
    # typography
    Case(
        BRIDGE,
        "It was the worst decision of my career, and I would make it again tomorrow",
        "same-typography",
        "immaterial",
    ),
    Case(
        BRIDGE,
        "It was the worst decision of my career -- and I would make it again tomorrow!",
        "same-typography",
        "immaterial",
    ),
    Case(TENT, "big-tent party", "same-typography", "immaterial"),
    Case(TENT, "Big Tent party", "same-typography", "immaterial"),
    Case(
        TAX,
        "I have never supported a tax on bread and I am not going to support one now",
        "same-typography",
        "immaterial",
    ),
    Case("a cease-fire that holds", "a ceasefire that holds", "same-typography", "immaterial"),
    Case("They’re tired of ‘maybe’", 'They\'re tired of "maybe"', "same-typography", "immaterial"),
    # house style
    Case(
        TOLL,
        "At least 23 people were killed and about 300 were injured when the levee broke on September 3",
        "same-house-style",
        "immaterial",
    ),
    Case(
        TOLL,
        "At least 23 people were killed and about 300 were injured when the levee broke on 3 September",
        "same-house-style",
        "immaterial",
    ),
    Case(
        TOLL,
        "At least twenty-three people were killed and about 300 were injured when the levee broke on Sept. 3",
        "same-house-style",
        "immaterial",
    ),
    Case(HARBOUR, "The port authority lost control of its own harbour", "same-house-style", "immaterial"),
    Case(
        "We organised for ten percent of the vote",
        "We organized for 10% of the vote",
        "same-house-style",
        "immaterial",
    ),
    Case("Twenty per cent of it is waste", "20 percent of it is waste", "same-house-style", "immaterial"),
    Case(
        "The U.S. has no better friend",
        "The United States has no better friend",
        "same-house-style",
        "immaterial",
    ),
    Case("I told Senator Ruiz the truth", "I told Sen. Ruiz the truth", "same-house-style", "immaterial"),
    Case(
        "I asked Mr. Duarte for an answer", "I asked Duarte for an answer", "same-house-style", "immaterial"
    ),
    Case(
        "I asked Mr. Duarte for an answer",
        "I asked President Duarte for an answer",
        "same-house-style",
        "immaterial",
    ),
    Case("It cost $5 million", "It cost five million dollars", "same-house-style", "immaterial"),
    Case(WATER, "Our rivers are cleaner than they were 10 years ago", "same-house-style", "immaterial"),
    Case("We do not negotiate", "We don’t negotiate", "same-house-style", "immaterial"),
    Case("The programme is a disaster", "The program is a disaster", "same-house-style", "immaterial"),
    # one sentence or two
    Case(DEBT, "You cannot cut your way out of a recession; you have to grow", "split-merged", "immaterial"),
    Case(DEBT, "You cannot cut your way out of a recession, you have to grow", "split-merged", "immaterial"),
    Case("I came. I saw nothing wrong", "I came, I saw nothing wrong", "split-merged", "immaterial"),
    Case(
        BRIDGE,
        "It was the worst decision of my career. And I would make it again tomorrow",
        "split-merged",
        "immaterial",
    ),
    # goes on
    Case(TRUST, "has betrayed the trust of every family in this town", "continued", "immaterial"),
    Case(
        TRUST, "betrayed the trust of every family in this town, and in the next", "continued", "immaterial"
    ),
    Case(TRUST, "This company betrayed the trust of every family in this town", "continued", "immaterial"),
    Case(TENT, "a big tent party", "continued", "immaterial"),
    Case(
        STRIKE,
        "The unions are asking for more than this company can pay right now",
        "continued",
        "immaterial",
    ),
    Case(FARM, "Let me be plain: Farmers in the valley need rain, not promises", "continued", "immaterial"),
    # truncated
    Case(TAX, "I have never supported a tax on bread", "truncated", "immaterial"),
    Case(DAM, "We will finish the dam on the Orne by October", "truncated", "immaterial"),
    Case(KENYA, "The Kenyan people want peace", "truncated", "immaterial"),
    Case(KENYA, "they are tired of waiting for Nairobi to deliver it", "truncated", "immaterial"),
    Case(BRIDGE, "the worst decision of my career", "truncated", "immaterial"),
    Case(BRIDGE, "I would make it again tomorrow", "truncated", "immaterial"),
    Case(SCHOOLS, "That is a promise", "truncated", "immaterial"),
    Case(
        SCHOOLS, "We can reopen all 14 schools before winter", "truncated", "material"
    ),  # the condition is gone
    Case("We will leave unless they apologize", "We will leave", "truncated", "material"),
    Case("Some say that the mine is unsafe", "the mine is unsafe", "truncated", "material"),
    # marked
    Case(
        DAM,
        "We will finish the dam on the Orne … without borrowing a single cent",
        "marked-edit",
        "immaterial",
    ),
    Case(DAM, "We will finish the dam ... by October", "marked-edit", "immaterial"),
    Case(KENYA, "they are tired of waiting for [the capital] to deliver it", "marked-edit", "immaterial"),
    Case(KENYA, "[T]hey are tired of waiting for Nairobi to deliver it", "marked-edit", "immaterial"),
    Case(
        WATER,
        "Our rivers are cleaner than they [the Orne and the Vire] were ten years ago",
        "marked-edit",
        "immaterial",
    ),
    Case(STRIKE, "The unions are asking for more ...", "marked-edit", "immaterial"),
    Case(
        POLICE, "Officers should … be asked to do the work of doctors", "marked-edit", "material"
    ),  # "not" is gone
    # inserted inside
    Case(
        VOTE,
        "I believe that the vote was fair, and I think that most of my colleagues agree with me",
        "word-inserted",
        "immaterial",
    ),
    Case(STRIKE, "The unions are asking for far more than this company can pay", "word-inserted", "material"),
    Case(TRUST, "betrayed the trust of almost every family in this town", "word-inserted", "material"),
    Case(FARM, "Farmers in the valley need rain, not empty promises", "word-inserted", "material"),
    Case(HARBOUR, "The port authority had lost control of its own harbor", "word-inserted", "immaterial"),
    Case(HARBOUR, "The port authority quickly lost control of its own harbor", "word-inserted", "material"),
    # deleted inside
    Case(
        VOTE,
        "I believe the vote was fair, and I think most of my colleagues agree with me",
        "word-deleted",
        "immaterial",
    ),
    Case(HARBOUR, "The port authority lost control of its harbor", "word-deleted", "material"),
    Case(TRUST, "betrayed the trust of family in this town", "word-deleted", "material"),
    Case(
        TOLL,
        "At least 23 people were killed and 300 were injured when the levee broke on Sept. 3",
        "word-deleted",
        "material",
    ),
    Case(
        DAM,
        "We will finish the dam by October, and we will do it without borrowing a single cent",
        "word-deleted",
        "material",
    ),
    # substituted
    Case(TRUST, "betrayed the trust of every family in this city", "word-substituted", "material"),
    Case(TENT, "big tent movement", "word-substituted", "material"),
    Case(
        DAM,
        "We may finish the dam on the Orne by October, and we will do it without borrowing a single cent",
        "word-substituted",
        "material",
    ),
    Case(HARBOUR, "The port authority lost control over its own harbor", "word-substituted", "immaterial"),
    Case(WATER, "Our rivers were cleaner than they were ten years ago", "word-substituted", "immaterial"),
    Case(
        VOTE,
        "I believe that a vote was fair, and I think most of my colleagues agree with me",
        "word-substituted",
        "immaterial",
    ),
    Case(STRIKE, "The unions are asking for more than this factory can pay", "word-substituted", "material"),
    Case(
        POLICE,
        "Officers should not be asked to do the job of doctors and nothing else",
        "word-substituted",
        "material",
    ),
    Case(FARM, "Farmers in the valley need rain, not speeches", "word-substituted", "material"),
    # another name
    Case(
        KENYA,
        "The Ugandan people want peace, but they are tired of waiting for Nairobi to deliver it",
        "entity-swapped",
        "material",
    ),
    Case(
        KENYA,
        "The Kenyan people want peace, but they are tired of waiting for Mombasa to deliver it",
        "entity-swapped",
        "material",
    ),
    Case(
        TREATY,
        "President Almeida gave his word that Portugal would sign the treaty",
        "entity-swapped",
        "material",
    ),
    Case(
        TREATY,
        "President Duarte gave his word that Spain would sign the treaty",
        "entity-swapped",
        "material",
    ),
    Case(POLICE, "Officers should not be asked to do the work of nurses", "entity-swapped", "material"),
    Case(
        "The Democrats wrote this bill at night",
        "The Republicans wrote this bill at night",
        "entity-swapped",
        "material",
    ),
    # another number
    Case(
        TOLL,
        "At least 32 people were killed and about 300 were injured when the levee broke on Sept. 3",
        "number-changed",
        "material",
    ),
    Case(
        TOLL,
        "At least 23 people were killed and about 3,000 were injured when the levee broke on Sept. 3",
        "number-changed",
        "material",
    ),
    Case(
        TOLL,
        "At least 23 people were killed and about 300 were injured when the levee broke on Sept. 13",
        "number-changed",
        "material",
    ),
    Case(WATER, "Our rivers are cleaner than they were twenty years ago", "number-changed", "material"),
    Case("It cost $5 million", "It cost $5 billion", "number-changed", "material"),
    Case("half of them never voted", "a third of them never voted", "number-changed", "material"),
    # the opposite
    Case(POLICE, "Officers should be asked to do the work of doctors", "polarity-flipped", "material"),
    Case(POLICE, "Officers should always be asked to do the work of doctors", "polarity-flipped", "material"),
    Case(STRIKE, "The unions are asking for less than this company can pay", "polarity-flipped", "material"),
    Case(
        STRIKE, "The unions are not asking for more than this company can pay", "polarity-flipped", "material"
    ),
    Case(
        VOTE,
        "I believe that the vote was unfair, and I think most of my colleagues agree with me",
        "polarity-flipped",
        "material",
    ),
    Case(DEBT, "You can cut your way out of a recession. You have to grow", "polarity-flipped", "material"),
    Case(
        TAX,
        "I have always supported a tax on bread, and I am not going to support one now",
        "polarity-flipped",
        "material",
    ),
    Case("supports the merger", "does not support the merger", "polarity-flipped", "material"),
    Case("I don’t think he lied", "he lied", "polarity-flipped", "material"),
    Case("The ministry allowed the march", "The ministry banned the march", "polarity-flipped", "material"),
    # reworded
    Case(
        TRUST, "betrayed the confidence of all the families here", "paraphrase-in-quotation-marks", "material"
    ),
    Case(
        HARBOUR,
        "The authority that runs the port no longer controlled its harbor",
        "paraphrase-in-quotation-marks",
        "material",
    ),
    Case("a huge mistake", "an enormous mistake", "paraphrase-in-quotation-marks", "material"),
    Case("hard choices lie ahead", "tough choices lie ahead", "paraphrase-in-quotation-marks", "material"),
    Case(
        "the main goal is the safety of passengers",
        "the chief aim is passengers’ safety",
        "paraphrase-in-quotation-marks",
        "material",
    ),
    Case(STRIKE, "Unions want more than the firm can afford", "paraphrase-in-quotation-marks", "material"),
    # whose words
    Case(TAX, TAX, "wrong-speaker", "material", "Hollis", "Marta Quint"),
    Case(TAX, "I have never supported a tax on bread", "wrong-speaker", "material", "Hollis", "Marta Quint"),
    Case(TAX, TAX, "same", "immaterial", "Quint", "Marta Quint"),
    Case(TAX, TAX, "same", "immaterial", "Sen. Quint", "Marta Quint"),
    Case(TAX, TAX, "same", "immaterial", None, "Marta Quint"),
    Case(
        MAYOR,
        "she was ashamed of how the council treated the tenants",
        "second-hand",
        "material",
        "Okafor",
        "Pia Lund",
        ("Okafor",),
    ),
    Case(
        MAYOR,
        "ashamed of how the council treated the tenants",
        "second-hand",
        "material",
        "Okafor",
        "Pia Lund",
        ("Okafor",),
    ),
    Case(MAYOR, MAYOR, "wrong-speaker", "material", "Brandt", "Pia Lund", ("Okafor",)),
    # another order
    Case(DEBT, "You have to grow. You cannot cut your way out of a recession", "reordered", "immaterial"),
    Case(
        TAX,
        "I am not going to support one now, and I have never supported a tax on bread",
        "reordered",
        "immaterial",
    ),
    Case(FARM, "Farmers need rain in the valley, not promises", "reordered", "material"),
    Case("It can also be done", "It also can be done", "reordered", "immaterial"),
    # another language
    Case(WATER, "Unsere Flüsse sind sauberer als vor zehn Jahren", "translated", "immaterial"),
    Case(WATER, "Nuestros ríos están más limpios que hace diez años", "translated", "immaterial"),
    Case(WATER, "Наши реки стали чище, чем десять лет назад", "translated", "immaterial"),
    Case(KENYA, "Le peuple kényan veut la paix, mais il est fatigué d’attendre", "translated", "immaterial"),
    # nothing like it
    Case(TAX, "The stadium will open in the spring", "not-found", "material"),
    Case(WATER, "We closed the border at midnight", "not-found", "material"),
    Case(STRIKE, "I want my lawyer", "not-found", "material"),
    Case(TENT, "party politics", "not-found", "material"),
    # more of the same, written in one go as another desk would
    Case(
        OFFICE,
        "We are not going to let a foreign government decide who sits in the White House",
        "entity-swapped",
        "material",
    ),
    Case(
        OFFICE,
        "We are going to let a foreign government decide who sits in the Oval Office",
        "polarity-flipped",
        "material",
    ),
    Case(
        OFFICE,
        "We’re not going to let a foreign government decide who sits in the Oval Office",
        "same-house-style",
        "immaterial",
    ),
    Case(
        OFFICE,
        "not going to let a foreign government decide who sits in the Oval Office",
        "truncated",
        "immaterial",
    ),
    Case(
        OFFICE,
        "We are not going to allow a foreign government to decide who sits in the Oval Office",
        "word-substituted",
        "material",
    ),
    Case(
        OFFICE,
        "We are never going to let a foreign government decide who sits in the Oval Office",
        "word-substituted",
        "material",
    ),
    Case(
        OFFICE,
        "We are not going to let foreign governments decide who sits in the Oval Office",
        "word-substituted",
        "immaterial",
    ),
    Case(
        OFFICE,
        "We are not going to let any foreign government decide who sits in the Oval Office",
        "word-substituted",
        "material",
    ),
    Case(MOMENT, "This is the most dangerous moment for Europe since 1945", "truncated", "immaterial"),
    Case(
        MOMENT,
        "This is the most dangerous moment for Europe since 1939, and anyone who denies it is lying",
        "number-changed",
        "material",
    ),
    Case(
        MOMENT,
        "This is the most dangerous moment for Asia since 1945, and anyone who denies it is lying",
        "entity-swapped",
        "material",
    ),
    Case(
        MOMENT,
        "This is the most dangerous moment for Europe since 1945. Anyone who denies it is lying",
        "split-merged",
        "immaterial",
    ),
    Case(
        MOMENT, "the most perilous moment for Europe since 1945", "paraphrase-in-quotation-marks", "material"
    ),
    Case(
        MOMENT,
        "This is the most dangerous moment for Europe since World War II, and anyone who denies it is lying",
        "word-substituted",
        "material",
    ),
    Case(
        TALK,
        "I did not have a conversation with the ambassador about sanctions, period",
        "split-merged",
        "immaterial",
    ),
    Case(TALK, "I did not have a conversation with the ambassador", "truncated", "immaterial"),
    Case(
        TALK,
        "I did have a conversation with the ambassador about sanctions. Period",
        "polarity-flipped",
        "material",
    ),
    Case(
        TALK,
        "I didn't have a conversation with the ambassador about sanctions. Period",
        "same-house-style",
        "immaterial",
    ),
    Case(
        TALK,
        "I did not have any conversations with the ambassador about sanctions",
        "word-substituted",
        "material",
    ),
    Case(
        TALK,
        "I did not have a conversation with the minister about sanctions. Period",
        "entity-swapped",
        "material",
    ),
    Case(
        BILL,
        "The bill would cut taxes for about 80 percent of households and cost $1.9 trillion over 10 years",
        "same-house-style",
        "immaterial",
    ),
    Case(
        BILL,
        "The bill would cut taxes for about 80% of households and cost $1.9 trillion over ten years",
        "same-house-style",
        "immaterial",
    ),
    Case(
        BILL,
        "The bill would cut taxes for about 80% of households and cost $1.9 billion over 10 years",
        "number-changed",
        "material",
    ),
    Case(
        BILL,
        "The bill would raise taxes for about 80% of households and cost $1.9 trillion over 10 years",
        "polarity-flipped",
        "material",
    ),
    Case(
        BILL,
        "The bill would cut taxes for 80% of households and cost $1.9 trillion over 10 years",
        "word-deleted",
        "material",
    ),
    Case(
        BILL,
        "The bill will cut taxes for about 80% of households and cost $1.9 trillion over 10 years",
        "word-substituted",
        "material",
    ),
    Case(HUNT, "witch hunt", "truncated", "immaterial"),
    Case(HUNT, "a witch-hunt", "same-typography", "immaterial"),
    Case(HUNT, "a total witch hunt", "word-inserted", "material"),
    Case(HUNT, "a political witch hunt", "word-inserted", "material"),
    Case(DECENT, "He is a good man who made a terrible mistake", "paraphrase-in-quotation-marks", "material"),
    Case(DECENT, "He's a decent man who made a terrible mistake", "same-house-style", "immaterial"),
    Case(DECENT, "He was a decent man who made a terrible mistake", "word-substituted", "immaterial"),
    Case(DECENT, "He is a decent man who made a terrible, terrible mistake", "word-inserted", "material"),
    Case(DECENT, "She is a decent woman who made a terrible mistake", "entity-swapped", "material"),
    Case(DECENT, "He is a decent man", "truncated", "immaterial"),
    Case(DECENT, "a decent man who [has] made a terrible mistake", "marked-edit", "immaterial"),
    Case(DECENT, "He made a terrible mistake", "word-deleted", "material"),
    Case(TOOLS, "I will use every tool available to me", "truncated", "material"),
    Case(TOOLS, "If Congress fails to act ... I will use every tool", "marked-edit", "immaterial"),
    Case(
        TOOLS,
        "If Congress fails to act, I'll use every tool available to me",
        "same-house-style",
        "immaterial",
    ),
    Case(
        TOOLS,
        "If Congress fails to act, I will use every means available to me",
        "word-substituted",
        "material",
    ),
    Case(TOOLS, "I will use every tool available to me if Congress fails to act", "reordered", "immaterial"),
    Case(
        TOOLS,
        "If the Senate fails to act, I will use every tool available to me",
        "entity-swapped",
        "material",
    ),
    Case(DEAL, "the worst deal ever negotiated", "word-deleted", "material"),
    Case(DEAL, "the single worst trade deal ever negotiated", "word-inserted", "material"),
    Case(DEAL, "the single best deal ever negotiated", "polarity-flipped", "material"),
    Case(DEAL, "one of the worst deals ever negotiated", "paraphrase-in-quotation-marks", "material"),
    Case(DEAL, "El peor acuerdo jamás negociado", "translated", "immaterial"),
    Case(TROOPS, "Russia must withdraw its troops from Ukraine", "truncated", "immaterial"),
    Case(
        TROOPS,
        "Ukraine must withdraw its troops from Russia immediately and unconditionally",
        "entity-swapped",
        "material",
    ),
    Case(
        TROOPS,
        "Russia should withdraw its troops from Ukraine immediately and unconditionally",
        "word-substituted",
        "material",
    ),
    Case(
        TROOPS,
        "Moscow must withdraw its troops from Ukraine immediately and unconditionally",
        "entity-swapped",
        "material",
    ),
    Case(
        TROOPS,
        "Russia must immediately and unconditionally withdraw its troops from Ukraine",
        "reordered",
        "immaterial",
    ),
    Case(TROOPS, "Russland muss seine Truppen sofort aus der Ukraine abziehen", "translated", "immaterial"),
    Case(PRAYERS, "prayers alone will not stop the next shooting", "truncated", "immaterial"),
    Case(PRAYERS, "My heart is with the families tonight", "truncated", "immaterial"),
    Case(PRAYERS, "prayers alone will stop the next shooting", "polarity-flipped", "material"),
    Case(
        PRAYERS,
        "My heart is with the families tonight. But prayers alone will not stop the next shooting",
        "split-merged",
        "immaterial",
    ),
    Case(
        PRAYERS,
        "My heart is with the families tonight, but prayers alone won’t stop the next shooting",
        "same-house-style",
        "immaterial",
    ),
    Case(RECESS, "We have got to get this done before the August recess", "same-house-style", "immaterial"),
    Case(RECESS, "We've got to get this done before the summer recess", "word-substituted", "material"),
    Case(RECESS, "We've got to get this done after the August recess", "polarity-flipped", "material"),
    Case(RECESS, "We've gotta get this done before the August recess", "same-house-style", "immaterial"),
    Case(PRICES, "Inflation has come down by more than half", "truncated", "immaterial"),
    Case(
        PRICES,
        "Inflation has come down by less than half, though prices are still too high",
        "polarity-flipped",
        "material",
    ),
    Case(
        PRICES,
        "Inflation has gone down by more than half, though prices are still too high",
        "word-substituted",
        "material",
    ),
    Case(PRICES, "prices are still too high", "truncated", "immaterial"),
    Case(FRAUD, "no widespread evidence of fraud", "reordered", "material"),
    Case(FRAUD, "evidence of widespread fraud", "polarity-flipped", "material"),
    Case(FRAUD, "no evidence of fraud", "word-deleted", "material"),
    Case(FRAUD, "no proof of widespread fraud", "paraphrase-in-quotation-marks", "material"),
    Case(DEFECT, "the company had known about the defect since 2014", "truncated", "material"),
    Case(
        DEFECT,
        "She told the committee the company had known about the defect since 2014",
        "word-deleted",
        "immaterial",
    ),
    Case(
        DEFECT,
        "She told the committee that the company had known about the defect since 2016",
        "number-changed",
        "material",
    ),
    Case(
        DEFECT,
        "She told the board that the company had known about the defect since 2014",
        "word-substituted",
        "material",
    ),
    Case(RESILIENT, "less resilient than ever", "polarity-flipped", "material"),
    Case(RESILIENT, "more resilient than ever before", "continued", "immaterial"),
    Case(RESILIENT, "is more resilient than ever", "continued", "immaterial"),
    Case(PLAN, "The prime minister's plan is serious and affordable", "polarity-flipped", "material"),
    Case(PLAN, "The PM's plan is neither serious nor affordable", "same-house-style", "immaterial"),
    Case(HOME, "It is time to bring our troops home", "same-house-style", "immaterial"),
    Case(HOME, "It's past time to bring our troops home", "word-inserted", "material"),
    Case(HOME, "Stop the wars now", "not-found", "material"),
)
