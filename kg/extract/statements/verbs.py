"""Verbs and phrases of saying: what follows them, and what is done by saying it.

A frame is a set of letters: ``q`` stands with a direct quotation, ``t`` takes a that-clause, ``b`` a clause without
*that*, ``o`` an object that is itself what is said (*welcomed the vote*), ``x`` an addressee before the clause (*told
reporters that*), ``i`` an infinitive (*vowed to*), ``n`` names something (*called it "a farce"*), ``a`` names a deed
after *of* or *for* (*accused Kyiv of*). Lower confidence of the frame is the reader's business.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.model import SpeechAct

_TABLE: dict[SpeechAct, str] = {
    SpeechAct.ASSERT: """
        say qtbi|state qtb|tell qtbx|add qtb|note qtbo|argue qtb|contend qtb|claim qtbi|maintain qtb
        insist qtb|assert qtb|stress qtbo|emphasise qto|emphasize qto|underline qto|underscore qto
        highlight qto|reiterate qtbo|reaffirm qto|repeat qt|affirm qto|confirm qtbo|declare qtb
        announce qtbo|explain qtb|observe qt|point_out qtb|remark qtb|comment q|respond qt|reply qt
        answer qt|retort qt|counter qt|continue q|conclude qt|begin q|recall qto|remind qtx|inform qtbx
        assure qtbx|acknowledge qtbo|admit qtbi|concede qtb|recognise qt|recognize qt|describe qno|call qn
        label qn|brand qn|dub qn|term qn|deem n|characterise qn|characterize qn|hail_as qn|portray qn
        depict qn|write qtb|tweet qtb|post qtb|testify qtb|suggest qtb|hint qtb|indicate qtb|signal t
        believe qtb|predict qtb|quip q|joke qtb|report tb|reveal qtb|disclose qt|recount qto|relate q
        mention qto|express qo|voice qo|convey qto|echo q|quote q|cite q|lament qto|regret qto|mourn o
        complain qt|allege qtb|speculate tb|estimate tb|contradict o|agree qt|think b|make_clear qt
        make_it_clear t|go_on_to_say qtb|spell_out qo|speak_of qo|boast qtb|reassert qto
        be_quoted_as_say qtb|be_quoted_as_tell qtbx|be_cited_as_say qtb|be_reported_as_say qtb|intone q|muse qt
        exclaim q|recollect t|find t|raise q|reason q|opine qt|clarify qt|elaborate q|tout qo|plead q|summarise q
        summarize q|put_it qb|read q|attribute a|take_the_view t|take_the_position t
        make_the_point t|make_the_case t|let_it_be_known t|serve_notice t|give_notice t|rule qtb|provide_for qo
        proclaim qtb|specify qt|shout q|yell q|chant q|cry q|fume q
        thunder q|snap q|scoff q|sneer q|enthuse q|sigh q|confide qtb|interject q|chime_in q|shoot_back q
        hit_back q|fire_back q|sum_up q|refer_to q|talk_of q|consider qn|liken q|reflect q
        remember q|bemoan qto|preach q|advocate q|rule qtb|provide_for q|stipulate qt|lay_down q""",
    SpeechAct.WELCOME: """
        welcome qo|praise qoa|hail qon|applaud qo|commend qoa|thank q|congratulate q|salute qo|laud qo""",
    SpeechAct.CONDEMN: """
        condemn qoa|denounce qon|deplore qto|decry qo|criticise qoa|criticize qoa|slam qon|blast qo
        lambast qo|lambaste qo|rebuke oa|mock qo|question qo|deride qo|ridicule qo|protest qto|castigate oa
        chide q|berate qo|call_out o|object_to qo|attack q|rail_against q|scold qo""",
    SpeechAct.DEMAND: """
        demand qtboi|call_for qo|call_on qx|call_upon qx|urge qtxo|order tx|request qto|implore qx|exhort qx
        appeal_for qo|appeal_to x|press_for o|insist_on qo|instruct tx|push_for o""",
    SpeechAct.REJECT: "reject qto|dismiss qon|rule_out qo|rebuff o",
    SpeechAct.PROPOSE: "propose qtboi|recommend qtbo|advise qtx|offer qi|float o",
    SpeechAct.PROMISE: "promise qtbix|vow qtbi|pledge qtbio|swear tb|commit_to o|reassure qtx",
    SpeechAct.WARN: "warn qtbx|caution qtbx|threaten qti|warn_of qo|warn_against qo|caution_against qo",
    SpeechAct.ACCUSE: "accuse qa|charge qt|blame qoa|fault oa",
    SpeechAct.DENY: "deny qtbo|dispute qto|refute qo",
    SpeechAct.ASK: "ask qxbt|wonder qb|inquire qb",
}
_IRREGULAR = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing"),
    "begin": ("began", "begins", "beginning"),
    "think": ("thought", "thinks", "thinking"),
    "speak": ("spoke", "speaks", "speaking"),
    "spell": ("spelled", "spells", "spelling"),
    "make": ("made", "makes", "making"),
    "go": ("went", "goes", "going"),
    "put": ("put", "puts", "putting"),
    "swear": ("swore", "swears", "swearing"),
    "read": ("read", "reads", "reading"),
    "quip": ("quipped", "quips", "quipping"),
    "admit": ("admitted", "admits", "admitting"),
    "regret": ("regretted", "regrets", "regretting"),
    "dub": ("dubbed", "dubs", "dubbing"),
    "slam": ("slammed", "slams", "slamming"),
    "commit": ("committed", "commits", "committing"),
    "refer": ("referred", "refers", "referring"),
    "label": ("labeled", "labels", "labeling"),
    "signal": ("signaled", "signals", "signaling"),
    "be": ("was", "is", "being"),
    "snap": ("snapped", "snaps", "snapping"),
    "hit": ("hit", "hits", "hitting"),
    "shoot": ("shot", "shoots", "shooting"),
    "sum": ("summed", "sums", "summing"),
    "find": ("found", "finds", "finding"),
    "let": ("let", "lets", "letting"),
    "give": ("gave", "gives", "giving"),
    "feel": ("felt", "feels", "feeling"),
    "know": ("knew", "knows", "knowing"),
    "understand": ("understood", "understands", "understanding"),
    "see": ("saw", "sees", "seeing"),
    "foresee": ("foresaw", "foresees", "foreseeing"),
    "seek": ("sought", "seeks", "seeking"),
    "choose": ("chose", "chooses", "choosing"),
    "forbid": ("forbade", "forbids", "forbidding"),
    "hear": ("heard", "hears", "hearing"),
    "lay": ("laid", "lays", "laying"),
    "fight": ("fought", "fights", "fighting"),
    "teach": ("taught", "teaches", "teaching"),
    "stand": ("stood", "stands", "standing"),
    "take": ("took", "takes", "taking"),
    "cling": ("clung", "clings", "clinging"),
    "stick": ("stuck", "sticks", "sticking"),
    "forget": ("forgot", "forgets", "forgetting"),
    "bring": ("brought", "brings", "bringing"),
    "draw": ("drew", "draws", "drawing"),
    "set": ("set", "sets", "setting"),
    "plan": ("planned", "plans", "planning"),
    "pan": ("panned", "pans", "panning"),
    "rip": ("ripped", "rips", "ripping"),
    "beg": ("begged", "begs", "begging"),
    "brag": ("bragged", "brags", "bragging"),
    "shrug": ("shrugged", "shrugs", "shrugging"),
    "opt": ("opted", "opts", "opting"),
    "prefer": ("preferred", "prefers", "preferring"),
}
_SECOND_SPELLING = {
    "label": ("labelled", "labels", "labelling"),
    "signal": ("signalled", "signals", "signalling"),
    "write": ("written", "writes", "writing"),
    "be": ("were", "are", "been"),
    "know": ("known", "knows", "knowing"),
    "see": ("seen", "sees", "seeing"),
    "choose": ("chosen", "chooses", "choosing"),
    "speak": ("spoken", "speaks", "speaking"),
    "take": ("taken", "takes", "taking"),
    "go": ("gone", "goes", "going"),
    "draw": ("drawn", "draws", "drawing"),
    "begin": ("begun", "begins", "beginning"),
    "swear": ("sworn", "swears", "swearing"),
    "forget": ("forgotten", "forgets", "forgetting"),
    "dream": ("dreamt", "dreams", "dreaming"),
    "learn": ("learnt", "learns", "learning"),
}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or phrase of saying. ``lemma`` is *call for*, *say*; ``rest`` the words after the verb itself.

    ``speech`` is False where it is read as telling of a mind, which *refused to say* and *would argue* do as well.
    """

    lemma: str
    act: SpeechAct
    frame: str
    rest: tuple[str, ...] = ()
    speech: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One way a verb is written. ``shape`` is past, s (third person), base or ing."""

    verb: Verb
    shape: str


class Forms(NamedTuple):
    """The forms that a word may begin: phrases (*called for*) by their second word, the longest first, and itself."""

    phrases: dict[str, tuple[Form, ...]]
    alone: tuple[Form, ...]


@cache
def forms() -> dict[str, Forms]:
    """First word of a form -> the forms it may begin."""
    return table_of_forms(_TABLE)


def table_of_forms(table: dict[SpeechAct, str], *, minds: bool = False) -> dict[str, Forms]:
    """The forms of a table of verbs. ``minds``: of thought and will; verbs of saying come along, frames are joined."""
    frames: dict[str, tuple[SpeechAct, str]] = {}
    for each in (_TABLE, table) if minds else (table,):
        for act, entries in each.items():
            for entry in filter(str.strip, entries.replace("\n", "|").split("|")):
                name, frame = entry.split()
                known = frames.setdefault(name, (act, ""))
                frames[name] = known[0], known[1] + frame
    found: dict[str, list[Form]] = {}
    for name, (act, frame) in frames.items():
        first, *rest = name.split("_")
        verb = Verb(" ".join([first, *rest]), act, frame, _rest(rest), not minds)
        for word, shape in _inflect(first):
            found.setdefault(word, []).append(Form(verb, shape))
    return {word: _arranged(each) for word, each in found.items()}


def _arranged(each: list[Form]) -> Forms:
    phrases: dict[str, tuple[Form, ...]] = {}
    for form in sorted(each, key=lambda f: -len(f.verb.rest)):
        if form.verb.rest:
            phrases[form.verb.rest[0]] = (*phrases.get(form.verb.rest[0], ()), form)
    return Forms(phrases, tuple(form for form in each if not form.verb.rest))


@cache
def lemma(name: str) -> Verb:
    """The verb of one word that has this lemma."""
    return next(f.verb for fs in forms().values() for f in fs.alone if f.verb.lemma == name)


def _rest(words: list[str]) -> tuple[str, ...]:
    if len(words) > 2 and words[0] in {"quoted", "cited", "reported"} and words[1] == "as":
        return (*words[:2], _IRREGULAR[words[2]][2])
    return tuple(words)


def _inflect(first: str) -> list[tuple[str, str]]:
    shapes = [_IRREGULAR.get(first) or _regular(first)]
    if first in _SECOND_SPELLING:
        shapes.append(_SECOND_SPELLING[first])
    out = [(word, "past") for word in ("wasn't", "weren't", "isn't", "aren't")] if first == "be" else [(first, "base")]
    for past, third, ing in shapes:
        out += [(past, "past"), (third, "s"), (ing, "ing")]
    same = {word for word, shape in out if shape == "past"}
    return [(word, shape) for word, shape in dict.fromkeys(out) if shape != "base" or word not in same]


def _regular(first: str) -> tuple[str, str, str]:
    if first.endswith("e"):
        return first + "d", first + "s", (first if first.endswith("ee") else first[:-1]) + "ing"
    if first.endswith("y") and first[-2] not in "aeiou":
        return first[:-1] + "ied", first[:-1] + "ies", first + "ing"
    return first + "ed", first + ("es" if first.endswith(("s", "sh", "ch", "x")) else "s"), first + "ing"
