"""Closed classes of words that tell where a noun phrase ends and what sort of speaker it names."""

from kg.extract.lexicon import wordset

PREPOSITIONS = wordset(
    "of for to from at in with by on against under over into near between among across about after before during "
    "since within without through throughout toward towards upon amid amidst via per despite like unlike "
    "including as behind beside besides beyond until till following regarding concerning ahead"
)
# What joins a noun to its complement: 'a spokesman for the ministry', 'ambassador to the UN', 'minister of state'.
COMPLEMENTS = wordset("of for to from at in with on against")
CONJUNCTIONS = wordset(
    "but while whereas although though because since if unless when whenever where after before as until that "
    "which who whom whose what than so yet or nor even whether once and"
)
DETERMINERS = wordset(
    "the a an this that these those its his her their our my your some any several many most both all each every "
    "no another other two three four five six seven eight nine ten dozens hundreds one"
)
AUXILIARIES = wordset(
    "has have had is are was were be been being 's 've will would shall should can could may might must"
)
MODALS = wordset("would could should may might must can will shall")
NEGATIONS = wordset("not never n't cannot hardly nor neither without")
BE = wordset("is are was were be been being am get gets got 's 're")
# Between a subject and its verb.
ADVERBS = wordset(
    "also further then later now earlier again still once even just only already always never often repeatedly "
    "meanwhile however moreover furthermore therefore thus instead too first finally subsequently previously "
    "today yesterday initially long since soon all both themselves himself herself itself yet ever far best "
    "rather reportedly allegedly apparently meantime likewise similarly nonetheless nevertheless on monday "
    "tuesday wednesday thursday friday saturday sunday ahead afterwards afterward has have had is are was were "
    "been being in turn of course twice simply merely jointly separately"
)
SENTENCE_ADVERBS = wordset(
    "but and or so yet meanwhile however moreover furthermore additionally also then now still later earlier "
    "indeed notably separately similarly likewise therefore thus hence instead nevertheless nonetheless otherwise "
    "rather today yesterday tonight recently previously afterwards afterward finally first second third lastly "
    "again while although though because when as after before since if perhaps notwithstanding accordingly "
    "consequently interestingly importantly reportedly"
)
HE = wordset("he him his himself")
SHE = wordset("she her hers herself")
IT = wordset("it its itself")
THEY = wordset("they them their themselves")
FIRST_PERSON = wordset("i we my our us me")
DAYS = wordset("monday tuesday wednesday thursday friday saturday sunday today yesterday")
RELATIVES = wordset("who which that whom")
# What opens a remark on a name: 'Hamas, whose leaders met in Doha,'.
REMARKS = RELATIVES | wordset("whose where")
SUBJECTS = wordset("he she it they we i you who")
PRONOUNS = HE | SHE | IT | THEY | FIRST_PERSON

# Posts that one person holds; the plural names a group.
POSTS = wordset(
    "president minister premier chancellor ambassador envoy spokesman spokeswoman spokesperson secretary "
    "representative chief leader commissioner director adviser advisor aide official diplomat delegate senator "
    "congressman congresswoman lawmaker mp governor mayor king queen prince general commander chairman chairwoman "
    "chairperson chair speaker head negotiator coordinator counsel attorney lawyer professor analyst expert "
    "economist researcher author candidate nominee rapporteur deputy counterpart undersecretary "
    "under-secretary-general secretary-general vice-president permanent activist journalist historian strategist "
    "consul commissioner-general judge prosecutor founder co-founder member scholar fellow pope archbishop bishop "
    "cardinal ayatollah politician source insider manager executive officer critic observer veteran soldier "
    "resident witness survivor father mother wife husband son daughter brother sister man woman student teacher "
    "doctor person colleague ally successor predecessor democrat republican statesman dictator ruler monarch emir "
    "sultan"
)
# Whose name follows these and 'for', 'to' or 'of' is another's, whatever post stands before it.
ACTING_FOR = wordset(
    "spokesman spokeswoman spokesperson spokesmen aide aides adviser advisers advisor advisors lawyer lawyers attorney "
    "attorneys ally allies wife husband son daughter brother sister father mother critics critic supporters"
)
PEOPLE_NOUNS = wordset(
    "leaders officials diplomats ministers ambassadors envoys allies countries nations states members delegations "
    "delegates representatives critics analysts experts observers sources lawmakers senators activists supporters "
    "opponents campaigners protesters residents witnesses rebels fighters militants troops authorities aides "
    "advisers advisors governments parties groups media newspapers reports outlets agencies journalists reporters "
    "lawyers prosecutors investigators researchers scientists economists historians republicans democrats "
    "conservatives people attorneys some others many most few both powers capitals signatories partners "
    "negotiators spokespeople organizers organisers presidents organisations organizations voters pundits "
    "commentators scholars academics historians judges mediators soldiers villagers survivors demonstrators refugees "
    "volunteers doctors medics teachers workers sides premiers neighbours neighbors heads businessmen writers co-chairs"
)
# 'Foreign Ministry', 'the Trump administration', 'the British delegation': institutions that speak.
INSTITUTIONS = wordset(
    "television radio tv ministry office government administration delegation mission embassy department agency "
    "commission committee council assembly parliament house court party movement group organisation organization "
    "union bloc alliance coalition association federation army military police side team cabinet regime kremlin "
    "secretariat bureau board bank fund network newspaper magazine channel broadcaster daily paper outlet website "
    "company firm institute university think tank congress senate campaign leadership presidency state country "
    "nation capital league opposition majority minority caucus body panel ngo charity watchdog foundation "
    "consulate junta authority faction militia center centre tabloid station publication camp fraction"
)
# Documents that speak with their own voice.
DOCUMENTS = wordset(
    "resolution resolutions draft drafts text texts amendment amendments declaration communique communiqué "
    "document motion treaty charter report reports proposal measure bill agreement memorandum decision convention "
    "accord plan paragraph paragraphs article preamble mandate ruling study survey poll investigation protocol "
    "constitution blueprint roadmap annex"
)
# Vehicles of somebody's words: their author speaks, not they.
VEHICLES = wordset(
    "statement letter post tweet message speech interview remarks address note op-ed comment comments video "
    "briefing press-release release communication reply response editorial column thread memo email article readout"
)
OUTLET_WORDS = wordset(
    "media broadcaster newspaper agency channel network television radio magazine daily tabloid outlet station "
    "website news tv times post journal press paper podcast programme program show portal"
)
OUTLETS = wordset(
    "reuters afp ap bbc cnn nbc abc cbs msnbc xinhua tass interfax bloomberg politico axios sputnik rt anadolu "
    "kyodo yonhap upi dpa ani pti efe ansa ukrinform itar-tass guardian telegraph economist npr pbs dw aljazeera "
    "jazeera fox sky times post journal haaretz cnbc itv france24 lifenews kommersant izvestia meduza spiegel "
    "monde figaro"
)
PLATFORMS = wordset("x twitter facebook telegram instagram youtube tiktok linkedin weibo social truth-social vk")
# What opens a reported question.
QUESTIONS = wordset("whether if why how what when where who which whom whose")
HEDGES = wordset("reportedly allegedly apparently purportedly supposedly")

FINITE = wordset(
    "is are was were has have had does did do will would can cannot could should may might must shall became came went "
    "took gave made held met began left got saw found won lost led put set sent brought kept fell rose ran stood "
    "voted remains seems needs wants knows means lies goes comes takes makes gives isn't aren't wasn't weren't "
    "won't wouldn't can't couldn't doesn't don't didn't hasn't haven't hadn't 's 're 've 'll 'd needed stays "
    "looks faces"
)
