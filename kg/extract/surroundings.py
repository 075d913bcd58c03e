"""What the words around a name say: a person, a newspaper or a place that only shares its name with a state."""

import re
from collections.abc import Callable
from functools import cached_property

from kg.extract.aliases import Form, table

__all__ = ["Page"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What follows a state's or city's name in the name of something else: 'Moscow Times', 'Kenya Airways'.
_TAILS = _words(
    "Times Post Daily Herald Tribune Independent Examiner Gazette Review Observer Mirror Journal Telegraph News "
    "Airways Airlines Bank University College School Stock Exchange Agreement Accord Accords Convention Conventions "
    "Protocol Treaty Declaration Pact Statute Memorandum Institute Museum Orchestra Opera Zoo Marathon Cup "
    "Olympics Derby FC Conference Institution Club Hilton Marriott"
)
# What stands before 'of' in such a name: 'Bank of England', 'Treaty of Rome'.
_HEADS = _words(
    "Bank University Gulf Sea Voice Times Church Battle Treaty Bay Strait Straits Archbishop Bishop Patriarch "
    "Patriarchate Siege Museum College Duke Duchess Port Statute"
)
# Words after which a city is still a seat and a state still a state: 'Jordan King Abdullah', 'Moscow Monday'.
_TITLES = _words(
    "President Prime Minister Foreign Defence Defense Finance Interior King Queen Prince Princess Crown Ambassador "
    "Chancellor Deputy Vice Vice-President Premier Speaker Parliament Government Emir Sultan Envoy Secretary General "
    "UN U.N US U.S EU Army Navy Ministry Embassy Supreme State Special Spokesman Spokesperson Spokeswoman National "
    "Security Press Chief Senior Top Negotiator Permanent Representative Trade Acting First External "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December"
)
# States whose names are also given names.
_GIVEN_FIRST = _words("Jordan Chad Georgia Kenya")
_HONORIFICS = _words("Mr Mrs Ms Dr Sen Rep Gov Judge Justice")
# Those that go on as a surname once a text has said 'Jim Jordan'.
_SURNAMES = _words("Jordan Chad Cuban Holland Ireland")
_GIVEN_NAMES = _words(
    "Aaron Adam Alan Albert Alex Alexander Alfred Alice Amanda Amy Anatole Andrew Angela Ann Anna Anne Anthony Arthur "
    "Barbara Ben Benjamin Bernard Betty Bill Bob Booker Brian Bruce Carl Carol Charles Charlie Chris Christopher Chuck "
    "Clay Craig Daniel Dave David Deborah Denis Dennis Denzel Diana Diane Don Donald Dorothy Doug Douglas Eddie Edward "
    "Elizabeth Emily Eric Ernest Evan Frank Fred Gary Gene George Gerald Gloria Gordon Grace Graham Greg Hamilton "
    "Harold Harry Helen Henry Howard Hugh Ian Irving Isaiah Jack Jacob James Jamie Jane Janet Jason Jean Jeff Jeffrey "
    "Jennifer Jeremy Jerry Jessica Jim Jimmy Joan Joe John Johnny Jonathan Joseph Judith Julia Julian Julie Karen "
    "Kate Kathy Katherine Keith Kelly Ken Kenneth Kevin Kimberly Larry Laura Lawrence Lee Leonard Leon Lewis Linda "
    "Lisa Louis Lucy Marcus Margaret Maria Marie Mark Martha Martin Mary Matt Matthew Maurice Max Melissa Michael "
    "Michelle Mike Montell Nancy Neil Nicholas Nick Nicole Norman Oliver Oscar Pamela Patricia Patrick Paul Peter "
    "Philip Rachel Ralph Raymond Rebecca Richard Robert Robin Roger Ron Ronald Rose Roy Russell Ruth Ryan Sam Samuel "
    "Sandra Sara Sarah Scott Sean Sharon Simon Stanley Stephanie Stephen Steve Steven Stuart Susan Ted Terry Theodore "
    "Theresa Thomas Tim Timothy Tom Tony Tyler Vernon Victor Vincent Walter Warren Wayne Wendy William Winston"
)
_US_STATES = re.compile(
    r"\b(?:[Cc]ongressman|[Cc]ongresswoman|Sen\.|Rep\.|"
    r"Alabama|Arizona|Arkansas|Atlanta|California|Colorado|Florida|Fulton County|Gov\.|Iowa|Kemp|Louisiana|"
    r"Michigan|Mississippi|Nevada|North Carolina|Ohio|Ossoff|Pennsylvania|Raffensperger|Savannah|South Carolina|"
    r"Tennessee|Texas|Virginia|Warnock|Wisconsin)\b"
)
_CAUCASUS = re.compile(r"\b(?:Tbilisi|Georgian|Abkhazia|South Ossetia|Saakashvili|Caucasus)\b")
_KINSHASA = re.compile(
    r"\b(?:Kinshasa|Leopoldville|Katanga|Lumumba|Mobutu|Kabila|Tshisekedi|Goma|Kivu|Bukavu|M23|MONUSCO|MONUC|"
    r"eastern Congo)\b"
)
_BRAZZAVILLE = re.compile(r"\b(?:Brazzaville|Sassou)")
# In a heading in capitals these codes are words: 'WHO', 'PACE'.
_WORDS_IN_CAPITALS = _words("WHO PACE AU CIS NAM IRA")
_BEFORE_THE_PRONOUN = _words(
    "LET GIVE TELL ABOUT CONTACT FOLLOW JOIN SUPPORT HELP BOTH ALL FOR WITH TO MAKE MAKES BETWEEN TEACH SHOW"
)
# Organs of the UN that parliaments and governments have under the same name.
_SHARED = frozenset({"Security Council", "General Assembly", "Human Rights Council", "Economic and Social Council"})
_BEFORE_AN_ORGAN = _words(
    "The A An In At On Of And But Or From By Under To For With As When While After Before Since If This That These "
    "Both Its Their Our Other Some All Any Each Most Many Several Former Current Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December "
    "Last Next Emergency Special Extraordinary Open Urgent Full Yesterday Today Tonight Also Only Even Though Although "
    "UN UN's U.N. U.N.'s Nations Nations' What Why How Where Whether Not No Two Three Five Nine Ten Fifteen Non "
    "President Ambassador Nonpermanent Permanent"
)
# 'anti-Russian', 'pro-Palestinian', 'non-European': nobody of the name acts.
_ATTITUDES = ("non-", "anti-", "pro-")
_HEAD_BEFORE = re.compile(r"(\w+) of (?:the )?$")
_IN_ADDRESS = re.compile(r"(?://|\.[a-z]{2,6}/)\S*$")
_WORD_AFTER = re.compile(r" ([A-Z][\w.\-]*)")
_REACH = 40
_NEAR = 120
_LONGEST_HEADING = 200


class Page:
    """A text and its folded form, asked about the surroundings of names in it."""

    def __init__(self, text: str, plain: str) -> None:
        self.text = text
        self.plain = plain
        self._surnames: set[str] = set()

    def is_a_word(self, start: int, stop: int) -> bool:
        """Whether the characters are no name here: a handle, a sum of money, a pronoun in a line of capitals."""
        plain = self.plain
        before = plain[start - 1 : start]
        if before == "@" or plain[stop : stop + 1] == "$":
            return True
        if before == "/":
            return _IN_ADDRESS.search(plain, max(0, start - _NEAR), start) is not None
        if before == " ":
            name = plain[start:stop]
            if name == "US":
                return self._word_before(start) in _BEFORE_THE_PRONOUN
            if name in _WORDS_IN_CAPITALS:
                return self._line_is(_capitals, start)
        elif before == "-":
            return plain[max(0, start - 5) : start].lower().endswith(_ATTITUDES)
        return False

    def is_part_of_a_name(self, start: int, stop: int, *, city: bool) -> bool:
        """Whether a state's name or capital is part of a longer proper name: 'Moscow Times', 'Bank of America'."""
        plain = self.plain
        name = plain[start:stop]
        if " of " in plain[max(0, start - 8) : start]:
            head = _HEAD_BEFORE.search(plain, max(0, start - _REACH), start)
            if head and head[1] in _HEADS:
                return True
        if name in self._surnames:
            return True
        before = self._word_before(start)
        if before in _GIVEN_NAMES or before.rstrip(".") in _HONORIFICS:
            if name in _SURNAMES:
                self._surnames.add(name)
            return True
        after = _WORD_AFTER.match(self.text, stop, stop + _REACH)
        if not after or (word := after[1].rstrip(".")) in _TITLES:
            return False
        if word in ("American", "Americans"):
            return name not in ("American", "Americans")
        return word in _TAILS or ((city or name in _GIVEN_FIRST) and not self._line_is(_title_case, start))

    def is_another_body(self, start: int, stop: int) -> bool:
        """Whether an organ's name is that of somebody else's: 'Russia's Security Council', a state legislature."""
        if self.plain[start:stop] not in _SHARED:
            return False
        before = self._word_before(start)
        if not before[:1].isupper() or before in _BEFORE_AN_ORGAN:
            return False
        owner = table().get(before)
        owned = before.endswith("'s") or (owner is not None and owner.form is Form.DEMONYM)
        return owned or not self._line_is(_title_case, start)

    def which_state(self, code: str, start: int, stop: int) -> str | None:
        """The state that an ambiguous name means here; None where it is not a state at all."""
        if code not in ("GEO", "COG"):
            return code
        name = self.plain[start:stop].title()
        if name == "Georgia":
            around = self.plain[max(0, start - _NEAR) : stop + _NEAR]
            return None if _US_STATES.search(around) and not self._of_the_caucasus else code
        if name == "Congo":
            return "COD" if self._of_kinshasa and not self._of_brazzaville else code
        if name == "Congolese":
            return code if self._of_brazzaville else "COD"
        return code

    @cached_property
    def _of_the_caucasus(self) -> bool:
        return bool(_CAUCASUS.search(self.plain))

    @cached_property
    def _of_kinshasa(self) -> bool:
        return bool(_KINSHASA.search(self.plain))

    @cached_property
    def _of_brazzaville(self) -> bool:
        return bool(_BRAZZAVILLE.search(self.plain))

    def _word_before(self, start: int) -> str:
        """The word before, if one space of the same line parts them."""
        if self.text[start - 1 : start] != " " or start < 2 or self.plain[start - 2] == " ":
            return ""
        return self.plain[max(0, start - _REACH) : start - 1].rsplit(" ", 1)[-1].lstrip("(\"'")

    def _line_is(self, sort: Callable[[str], bool], at: int) -> bool:
        """Whether the line around a place is a heading of that sort. A long line is no heading."""
        start = self.text.rfind("\n", max(0, at - _LONGEST_HEADING), at) + 1
        if start == 0 and at > _LONGEST_HEADING:
            return False
        stop = self.text.find("\n", at, at + _LONGEST_HEADING)
        line = self.text[start : stop if stop >= 0 else at + _LONGEST_HEADING]
        return len(line) <= _LONGEST_HEADING and sort(line)


def _capitals(line: str) -> bool:
    return line.isupper() and len(line.split()) > 1


def _title_case(line: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z][\w'’]*", line) if len(w) > 3]
    return len(words) > 4 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
