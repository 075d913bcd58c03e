"""Which scores are written back."""

from kg.views.scores import Score
from kg.views.worth import EXTREMES, worth_writing


def test_pairs_in_the_news_and_the_extremes_of_the_others() -> None:
    values = {f"s{i:02}": i / 20 for i in range(20)}
    pairs = [Score("agreement", "a", other, value, 9) for other, value in values.items()]
    pairs += [Score("kappa", "a", "s10", 0.1, 9), Score("degree", "a", "", 1.0)]
    kept = worth_writing(pairs, spoken_of={"a", "s10"})
    others = [s.other for s in kept if s.measure == "agreement"]
    assert {"s00", "s01", "s02", "s10", "s17", "s18", "s19"} <= set(others)
    assert Score("degree", "a", "", 1.0) in kept
    assert Score("kappa", "a", "s10", 0.1, 9) in kept


def test_the_extremes_of_a_state_nobody_speaks_of() -> None:
    pairs = [
        Score("agreement", f"x{i:02}", f"x{j:02}", abs(i - j) / 40, 9) for i in range(40) for j in range(i + 1, 40)
    ]
    kept = worth_writing(pairs, spoken_of=set())
    assert len(kept) < len(pairs)
    assert all(sum(name in (s.subject, s.other) for s in kept) >= 2 * EXTREMES for name in {p.subject for p in pairs})
