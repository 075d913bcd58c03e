"""Stances, demands and voting habits: who is for or against what, who wants what from whom."""

from kg.extract.story import Story
from kg.model import Ballot, Demand, Stance, Statement, VotingHabit


def stances(story: Story, ballots: tuple[Ballot, ...], statements: tuple[Statement, ...]) -> tuple[Stance, ...]:
    """Who supports, opposes, demands, proposes, rejects, welcomes or condemns what."""
    return ()


def demands(story: Story, statements: tuple[Statement, ...]) -> tuple[Demand, ...]:
    """Who wants whom to do what."""
    return ()


def habits(story: Story) -> tuple[VotingHabit, ...]:
    """What is said of a state's votes at large ('have always voted for this resolution before')."""
    return ()
