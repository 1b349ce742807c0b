"""The sixteen labels a sentence can carry, and the group each belongs to.

The words come from the peer mentor's role: a sentence walks *with* the mentee, talks *over* them, or does
neither. Nothing else in the product decides what a label means.
"""

from enum import StrEnum


class Side(StrEnum):
    WITH = "with"
    OVER = "over"
    NEUTRAL = "neutral"


class Group(StrEnum):
    FRIEND = "with: friend"
    ENCOURAGER = "with: encourager"
    ALLY = "with: ally"
    HAND_BACK = "with: hand-back"
    AUTHORITY = "over: authority"
    COACH = "over: coach"
    CLINICIAN = "over: clinician"
    TOUGH_LOVE = "over: tough love"
    MINIMISING = "over: minimising"
    NEUTRAL = "neutral"

    @property
    def side(self) -> Side:
        return Side(self.value.split(":")[0])


class Label(StrEnum):
    SHOW_UP = "SHOW_UP"
    ASK_FEELING = "ASK_FEELING"
    SHARED_STORY = "SHARED_STORY"
    CELEBRATE = "CELEBRATE"
    CHEER_HOPE = "CHEER_HOPE"
    RECALL_STRENGTH = "RECALL_STRENGTH"
    VALIDATE = "VALIDATE"
    NO_PRESSURE = "NO_PRESSURE"
    HAND_BACK = "HAND_BACK"
    ADVISE = "ADVISE"
    COACH = "COACH"
    CLINICIAN = "CLINICIAN"
    TOUGH_LOVE = "TOUGH_LOVE"
    MINIMISE = "MINIMISE"
    NEUTRAL = "NEUTRAL"
    SAFETY_CARE = "SAFETY_CARE"

    @property
    def group(self) -> Group:
        return GROUP_OF[self]

    @property
    def side(self) -> Side:
        return GROUP_OF[self].side


GROUP_OF: dict[Label, Group] = {
    Label.SHOW_UP: Group.FRIEND,
    Label.ASK_FEELING: Group.FRIEND,
    Label.SHARED_STORY: Group.FRIEND,
    Label.CELEBRATE: Group.ENCOURAGER,
    Label.CHEER_HOPE: Group.ENCOURAGER,
    Label.RECALL_STRENGTH: Group.ENCOURAGER,
    Label.VALIDATE: Group.ALLY,
    Label.NO_PRESSURE: Group.ALLY,
    Label.HAND_BACK: Group.HAND_BACK,
    Label.ADVISE: Group.AUTHORITY,
    Label.COACH: Group.COACH,
    Label.CLINICIAN: Group.CLINICIAN,
    Label.TOUGH_LOVE: Group.TOUGH_LOVE,
    Label.MINIMISE: Group.MINIMISING,
    Label.NEUTRAL: Group.NEUTRAL,
    Label.SAFETY_CARE: Group.NEUTRAL,
}

WITH = tuple(label for label in Label if label.side is Side.WITH)
OVER = tuple(label for label in Label if label.side is Side.OVER)
NEVER_FLAGGED = frozenset(label for label in Label if label.side is not Side.OVER)
