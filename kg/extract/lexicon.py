"""Closed classes of English words that several readers share."""


def wordset(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Past and present forms of verbs that only a speaker does.
SPEECH_VERBS = wordset(
    "said says saying asked asks added adds told tells replied replies warned warns insisted insists wrote writes "
    "declared declares noted notes continued demanded demands exclaimed stressed stresses argued argues concluded "
    "explained explains responded responds announced announces stated states recalled remarked urged urges tweeted "
    "posted claimed claims reiterated reiterates underlined underscored emphasized emphasised highlighted pointed "
    "accused accuses denied denies denounced condemned condemns welcomed welcomes praised criticized criticised "
    "hailed commented comments contended maintained asserted affirmed reaffirmed confirmed acknowledged admitted "
    "suggested observed expressed called voiced lamented blasted slammed quipped cautioned vowed pledged promised "
    "thanked appealed rejected dismissed described spoke speaks"
)
