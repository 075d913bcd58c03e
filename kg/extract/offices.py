"""The words that posts are made of."""

from kg.extract.lexicon import wordset

# Nouns that name a post. The first class is public by itself; the second only for a state or a public organisation.
OFFICES = wordset(
    "pm fm eam nsa sen rep gov amb minister premier president vice-president chancellor vice-chancellor ambassador "
    "envoy emissary diplomat consul consul-general senator congressman congresswoman lawmaker governor mayor king "
    "queen prince princess emir amir sultan pope ayatollah undersecretary under-secretary under-secretary-general "
    "secretary-general negotiator taoiseach tánaiste premier-elect president-elect attaché counsellor counselor "
    "minister-counsellor chargé rapporteur mep mp legislator parliamentarian nuncio monarch sovereign dictator "
    "strongman statesman ombudsman plenipotentiary co-president predecessor successor counterpart politician "
    "rear-admiral commissioner-general governor-general attorney-general vice-premier councilor councillor "
    "high-commissioner d'affaires d’affaires"
)
SHARED_OFFICES = wordset(
    "secretary representative commissioner spokesman spokeswoman spokesperson spokespersons delegate mediator "
    "leader ruler chief head chair chairman chairwoman chairperson director director-general general admiral "
    "colonel marshal adviser advisor aide deputy official coordinator speaker prosecutor judge officer commander "
    "administrator chieftain member rapporteurs czar tsar co-chair co-chairman vice-chair facilitator observer "
    "assistant boss founder colleague justice inspector-general auditor-general commander-in-chief co-mediator warlord"
)
PRIVATE_CALLINGS = wordset(
    "professor analyst expert researcher journalist reporter correspondent author economist historian lawyer "
    "activist ceo owner editor editor-in-chief columnist coach player actor actress singer student resident "
    "farmer doctor fellow scholar scientist shareholder executive commentator photographer critic writer blogger "
    "lecturer strategist specialist consultant novelist poet playwright screenwriter footballer striker midfielder "
    "goalkeeper athlete swimmer sprinter boxer cyclist musician rapper composer conductor filmmaker film-maker artist "
    "painter architect engineer teacher nurse surgeon physician businessman businesswoman entrepreneur billionaire "
    "tycoon banker investor solicitor barrister campaigner dissident laureate juror presenter broadcaster cartoonist "
    "whistleblower psychologist sociologist geologist biologist virologist epidemiologist physicist chemist "
    "mathematician pollster publisher"
)
PLURALS = {
    "ministers": "minister",
    "presidents": "president",
    "premiers": "premier",
    "ambassadors": "ambassador",
    "envoys": "envoy",
    "leaders": "leader",
    "secretaries": "secretary",
    "senators": "senator",
    "chancellors": "chancellor",
    "diplomats": "diplomat",
    "officials": "official",
    "counterparts": "counterpart",
    "representatives": "representative",
    "negotiators": "negotiator",
    "aides": "aide",
    "advisers": "adviser",
    "advisors": "advisor",
    "lawmakers": "lawmaker",
    "commissioners": "commissioner",
    "delegates": "delegate",
}
HEADS = OFFICES | SHARED_OFFICES | PRIVATE_CALLINGS | frozenset(PLURALS)
FORMER = wordset(
    "former ex then late ex-president ex-minister ex-chancellor ex-premier predecessor onetime erstwhile ousted"
)
MODIFIERS = FORMER | wordset(
    "conference summit forum alliance bloc organisation organization league group tribunal deputy vice first "
    "second third prime acting interim caretaker foreign defence defense interior finance trade transport energy "
    "health justice environment climate permanent top senior chief special personal presidential national "
    "security state press foreign-policy policy external internal affairs affair political humanitarian economic "
    "development military army navy naval government ministry parliament parliamentary opposition party crown "
    "supreme high highest under assistant general extraordinary resident regional global peace nuclear "
    "disarmament human rights refugee culture education agriculture home public main lead leading outgoing "
    "incoming newly elected newly-elected re-elected current veteran longtime long-time honorary white house "
    "department pentagon embassy cabinet delegation mission council committee commission agency office court "
    "congress senate board charge staff attorney common commonwealth communities labour labor industry commerce "
    "information technology digital science immigration intelligence border homeland treasury exchequer privy "
    "executive managing joint independent republican democratic democrat conservative communist socialist ruling "
    "de facto self-proclaimed hardline young royal federal sector relations cooperation integration enlargement "
    "neighbourhood crisis relief emergency aid coordination transition transitional revolutionary rebel "
    "separatist militia pro-government assembly parliament's delegate-general arms control migration budget water "
    "infrastructure planning war central bank republic union youth women children family social tourism sport "
    "sports religious justice's nations united committee's field force peacekeeping guerrilla insurgent joint staff "
    "defence-staff associate majority minority principal deputy-general outreach reconstruction reunification "
    "strategic talks process negotiations dialogue intelligence-service counter-terrorism counterterrorism"
)

# 'ex-President', 'then-Secretary'.
PREFIXED = frozenset(
    f"{prefix}-{head}" for prefix in ("ex", "then", "former", "vice", "co", "deputy") for head in HEADS
)
# Every word that a post may be made of: none begins a name.
POST_WORDS = HEADS | MODIFIERS

# Offices by their initials or cut short: only in capitals, or with a capital and a stop.
INITIALS = wordset("pm fm eam nsa")
CUT_SHORT = wordset("sen rep gov amb")

# Cities where organisations have their seats, and envoys with them: "the UN in Geneva".
SEATS = frozenset({"Geneva", "Vienna", "York", "Hague", "Strasbourg", "Montreal"})
