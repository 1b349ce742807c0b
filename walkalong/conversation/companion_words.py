"""Everything the companion says, in the reader's language.

The companion's room knows no Django. Its texts stand here a second time, where `makemessages` finds them;
a test keeps both in step.
"""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WHYS: dict[str, Promise] = {
    "stays": _("You say that you are there. That is often the whole of it."),
    "asks_feeling": _("You ask how it is for them, and leave room for any answer."),
    "tells_own_story": _("You share a little of your own, and they are free to take from it what they like."),
    "celebrates": _("You notice what they did, with nothing more asked of them."),
    "cheers": _("You believe in them, and it costs them nothing."),
    "recalls": _("You remember something they have already managed."),
    "reflects": _("You name how it is for them. Being heard starts here."),
    "hears": _("You let them know that their words have reached you. Being heard starts here."),
    "lifts_pressure": _("You take the weight off: their pace is fine, and so are they."),
    "hands_back": _("You give the choice back. They know their own life best."),
    "tells_what_to_do": _("“{words}” tells them what to do. A peer stays with how it is."),
    "imperative": _("“{words}” reads like an instruction. Did they ask for one?"),
    "advice_as_question": _("“{words}” is advice in the shape of a question. They may have thought of it."),
    "names_a_remedy": _("“{words}” offers a remedy. They may want to be heard first."),
    "sets_goal": _("“{words}” brings in goals and plans. This is their pace, not a project."),
    "checks_up": _("“{words}” sounds like checking up. Being there asks nothing of them."),
    "praise_with_next": _("“{words}” hangs a next task on the praise. The step they took is enough."),
    "diagnoses": _("“{words}” puts a clinical name on it. That belongs to people whose job it is."),
    "interprets": _("“{words}” explains them to themselves. They are the first expert on their own life."),
    "treats": _("“{words}” speaks as a clinician would. A friend can leave treatment to others."),
    "confronts": _("“{words}” pushes hard. On a heavy day that can feel like standing alone."),
    "blames": _("“{words}” may sound like blame, even if you do not mean it so."),
    "no_excuses": _("“{words}” turns what they managed before against them."),
    "brightens": _("“{words}” hurries to the bright side. They may still be in the dark one."),
    "shrinks": _("“{words}” may make it sound small. To them it is not."),
    "compares": _("“{words}” measures it against others. Their pain needs no comparing."),
    "ordinary": _("Ordinary talk."),
    "cares_for_safety": _("You look after their safety. Keep listening; you are not the responder."),
    "unsure": _("Nothing stands out here."),
    "faint": _("Nothing stands out here."),
    "they_asked": _("They asked: offer what you tried, briefly, and leave the choice with them."),
    "story_before_feeling": _("Your story comes before their feeling. You might let them be heard first."),
    "quiet_empty": _("There are no words to read yet."),
    "quiet_not_english": _("The companion reads only English for now, so it stays quiet here."),
    "quiet_safety": _("This is about safety, so the companion is quiet. Keep listening, and bring in help."),
    "quiet_too_long": _("This is too long for the companion to read well, so it stays quiet."),
}

MOVES: dict[str, dict[str, Promise]] = {
    "reflect": {
        "name": _("Reflect"),
        "says": _("Say back the feeling you heard, and that it makes sense."),
        "example": _("Whatever you feel about it makes sense."),
    },
    "ask_feeling": {
        "name": _("Ask about the feeling"),
        "says": _("Open a door to the feeling. They may leave it closed."),
        "example": _("How are you feeling right now?"),
    },
    "stay": {
        "name": _("Stay"),
        "says": _("Let them know that you are there, whatever happens."),
        "example": _("I am here with you. We do not have to solve anything."),
    },
    "share": {
        "name": _("Share briefly"),
        "says": _("A sentence or two of your own, and nothing they should do with it."),
        "example": _("When my band broke up I did not pick up a guitar for months. It was a lonely time."),
    },
    "cheer": {
        "name": _("Cheer"),
        "says": _("Notice the step, with no next one attached. Believe in them out loud."),
        "example": _("I am so proud of you. I believe in you."),
    },
    "recall": {
        "name": _("Recall a strength"),
        "says": _("Remember something they have already managed."),
        "example": _("You once told me how you got through … I have not forgotten that."),
    },
    "hand_back": {
        "name": _("Hand back"),
        "says": _("Give them the choice. They know their own life best."),
        "example": _("You know this better than anyone. What feels right to you?"),
    },
}


def why(key: str, triggers: Sequence[str] = ()) -> str:
    """The reason, with the words of the draft that led to it in their place."""
    return str(WHYS[key]).replace("{words}", " … ".join(triggers))


def move(key: str) -> dict[str, str]:
    """What a peer reaches for: its name, what it is, and one example."""
    return {part: str(words) for part, words in MOVES[key].items()}
