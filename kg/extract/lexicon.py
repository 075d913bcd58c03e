"""Closed classes of English words that several readers share."""


def wordset(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Verbs that only a speaker does.
SPEECH_VERBS = wordset(
    "said says saying asked asks added adds told tells replied replies warned warns insisted insists wrote writes "
    "declared declares noted notes continued demanded demands exclaimed stressed stresses argued argues concluded "
    "explained explains responded responds announced announces stated states recalled remarked urged urges "
    "tweeted posted claimed claims reiterated reiterates underlined underscored emphasized emphasised highlighted "
    "pointed accused accuses denied denies denounced condemned condemns welcomed welcomes praised criticized "
    "criticised hailed commented comments contended maintained asserted affirmed reaffirmed confirmed "
    "acknowledged admitted suggested observed expressed called voiced lamented blasted slammed quipped cautioned "
    "vowed pledged promised thanked appealed rejected dismissed described spoke speaks"
)

# Capitalised words that make a run of capitals an organisation, a place or a thing, never a person.
THING_WORDS = wordset(
    "council assembly nations nation union commission committee subcommittee court tribunal ministry department "
    "agency organization organisation bank fund league party congress parliament senate house office bureau "
    "university college institute center centre foundation association federation confederation alliance group "
    "bloc news times post journal herald tribune gazette guardian mail network television radio tv channel press "
    "media company corporation inc ltd llc airlines airport army navy forces force guard guards corps police "
    "brigade battalion front movement brotherhood church mosque temple palace street square avenue road river sea "
    "ocean lake mountain mountains strait gulf bay island islands peninsula valley bridge port city town village "
    "province region state states republic kingdom emirates county district governorate territory oblast east "
    "west north south eastern western northern southern central middle day days week month year accord accords "
    "agreement treaty charter convention resolution resolutions protocol declaration pact plan initiative summit "
    "conference forum talks process war wars peace act bill law article chapter section annex cup olympics games "
    "prize award hall tower building embassy consulate mission delegation secretariat headquarters administration "
    "government cabinet regime authority board panel taskforce programme program project operation campaign "
    "strategy policy affairs services service security defence defense finance trade health energy human rights "
    "nuclear weapons missile missiles world international global national federal european african asian american "
    "arab islamic muslim jewish christian catholic orthodox sunni shia cold civil first second third great new "
    "old high supreme special emergency general draft open red green blue black reactions vote votes voting "
    "members member countries country allies people peoples community coalition axis statement statements "
    "communique communiqué memorandum crisis conflict invasion ceasefire truce sanctions embargo genocide "
    "holocaust election elections referendum revolution independence liberation"
)

# Capitalised words that are no part of a name: days, months, outlets, faiths, and words that open sentences.
NOT_NAMES = wordset(
    "says tells warns urges calls votes backs slams rejects vetoes meets visits asks seeks wants hits hammers "
    "accuses denies blasts condemns welcomes opposes demands vows faces gets makes takes puts monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december tue tues wed thu thur thurs apr jun jul aug sep sept oct today yesterday tomorrow "
    "spring summer autumn winter christmas easter ramadan twitter facebook telegram instagram youtube tiktok "
    "internet google linkedin reuters afp ap bbc cnn nbc abc cbs msnbc xinhua tass interfax bloomberg politico "
    "axios sputnik rt ria novosti anadolu kyodo yonhap upi dpa ani pti efe ansa ukrinform getty images photo "
    "photos photograph source sources islam islamist muslims christians jews zionist nazi nazis communist "
    "communists democrat democrats republican republicans labour conservative conservatives tory tories socialist "
    "socialists covid covid-19 arabic english french spanish russian chinese god allah bible quran i a an the "
    "this that these those there here it its he she they we you his her their our your my mine who whom whose "
    "what which when where why how if as at by for from in into of off on onto out over to under up with within "
    "without about above across after against along amid amidst among amongst around before behind below beneath "
    "beside besides between beyond but despite down during except following including inside like near outside "
    "per regarding since than through throughout till toward towards until unlike unless upon versus via while "
    "whereas whether and or nor so yet both either neither not no none nobody nothing never ever always often "
    "sometimes usually again once twice all any some many much more most few fewer several each every other "
    "others another such same only even just also too very still already soon now then later earlier early late "
    "recently lately currently meanwhile moreover furthermore however therefore thus hence instead indeed "
    "nonetheless nevertheless otherwise similarly likewise finally eventually ultimately initially originally "
    "previously subsequently afterwards afterward additionally accordingly consequently notably importantly "
    "significantly reportedly allegedly apparently presumably perhaps maybe probably likely possibly certainly "
    "clearly obviously surely rarely seldom hardly barely nearly almost roughly approximately exactly precisely "
    "particularly especially specifically generally typically traditionally historically separately together "
    "speaking asked citing noting adding saying given according based due thanks regardless yes okay please dear "
    "let lets be is are was were been being am has have had having do does did doing will would shall should can "
    "could might must one two three four five six seven eight nine ten eleven twelve hundred thousand million "
    "billion dozens hundreds thousands millions half next last previous former latter own rather quite because "
    "although though whilst albeit else ahead back away diplomats officials leaders ministers envoys critics "
    "observers analysts experts supporters opponents activists voting voters lawmakers journalists reporters "
    "protesters soldiers troops civilians"
)

PARTICLES = wordset(
    "de da do dos das del della di du la le las los van von der den ten ter zu zur bin ibn ben bint abu al el ul "
    "ad as ur y e"
)

TITLES = wordset(
    "mr mrs ms miss mx mr. mrs. ms. dr dr. prof prof. professor sir dame lord lady baroness madam madame mme "
    "monsieur hon hon. sen sen. rep rep. gen gen. col col. maj maj. lt lt. capt capt. adm adm. amb amb. gov gov. "
    "pres pres. rev rev. excellency h.e. sheikh sheik shaikh ayatollah prince princess king queen emir pope "
    "cardinal general colonel admiral marshal captain major lieutenant imam rabbi archbishop bishop saint comrade "
    "señor amir sultan count countess viscount viscountess field rear brig brig. brigadier lieutenant-general "
    "major-general brigadier-general vice-admiral rear-admiral"
)
FEMALE_TITLES = wordset("mrs ms miss dame lady baroness madam madame mme princess queen")
MALE_TITLES = wordset(
    "mr sir lord monsieur prince king emir amir sultan count viscount pope cardinal sheikh sheik shaikh ayatollah imam "
    "señor"
)
# Surnames that are also words of other classes; they close a name that has begun.
SURNAMES_TOO = wordset(
    "may hall house church street bridge king bishop major judge pope marshal power powers day rivers lake banks "
    "bank white black green brown young price law page hill west east north south wood woods moon prince lord "
    "rice bush ford cook carter jun english french german holland ireland israel jordan chad georgia london paris "
    "lane special grant christian march august long short little rich best good love peace palace fox waters "
    "stone reed central sen kelly baker mason taylor cooper singer speaker general"
)
