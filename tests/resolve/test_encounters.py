from datetime import date

from kg.model import Actor, ActorKind, Evidence, MeetingKind, Negotiation, Reading, Span, When
from kg.resolve import resolve, resolve_encounters, resolve_people

EVIDENCE = Evidence(Span(0, 1), "x", "test", 1.0)
DAY = When(date(2026, 2, 19), date(2026, 2, 19))
USA, RUS = (Actor(ActorKind.STATE, code) for code in ("USA", "RUS"))


def met(*participants, kind=MeetingKind.TALKS, place="Geneva", when=DAY):
    return Negotiation(kind, participants, EVIDENCE, place, when)


def keys(*told):
    readings = [Reading(str(i), "t", negotiations=tuple(n)) for i, n in enumerate(told)]
    return resolve_encounters(readings, resolve_people(readings))


def test_equal_encounters_of_two_articles_meet():
    found = keys([met(USA, RUS)], [met(RUS, USA)])
    assert found["0", 0] == found["1", 0]


def test_place_day_kind_and_participants_tell_encounters_apart():
    other_day = When(date(2026, 2, 20), date(2026, 2, 20))
    told = [
        met(USA, RUS),
        met(USA, RUS, place="Vienna"),
        met(USA, RUS, when=other_day),
        met(USA, RUS, kind=MeetingKind.CALL),
    ]
    assert len(set(keys(told).values())) == 4


def test_what_is_known_too_little_of_stays_the_articles_own():
    year = When(date(2026, 1, 1), date(2026, 12, 31))
    assert len(set(keys([met(USA, RUS, when=None)], [met(USA, RUS, when=None)]).values())) == 2
    assert len(set(keys([met(USA, RUS, when=year)], [met(USA, RUS, when=year)]).values())) == 2
    assert len(set(keys([met(USA)], [met(USA)]).values())) == 2


def test_an_article_that_tells_twice_has_two():
    assert len(set(keys([met(USA, RUS), met(USA, RUS)]).values())) == 2


def test_officials_meet_under_any_spelling():
    def talks(name):
        return met(Actor(ActorKind.OFFICIAL, name), USA)

    found = keys([talks("Volodymyr Zelensky")], [talks("Volodymyr Zelenskyy")])
    assert found["0", 0] == found["1", 0]


def test_all_is_resolved_at_once_for_the_graph():
    reading = Reading("0", "t", negotiations=(met(Actor(ActorKind.OFFICIAL, "Sergei Lavrov"), USA),))
    resolved = resolve([], [reading])
    official = resolved.identity.official("0", "Sergei Lavrov")
    assert official.value.endswith("/id/official/sergey-lavrov")
    assert resolved.identity.names[official] == "Sergey Lavrov"
    assert "/id/event/" in resolved.identity.encounter("0", 0).value
