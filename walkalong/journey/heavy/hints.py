"""Listening hints for the one who hears that today is heavy for the other.

They say what walks with somebody on such a day, and what can wait. The example words are there to hear the
tone, and are never sent, filled in or offered to be pressed: whatever is said must be one's own.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Hint:
    title: Words
    why: Words
    sounds_like: Words = ""


# For a mentor. Feeling before story, presence before words, and the choice stays with the other.
FOR_A_MENTOR = (
    Hint(
        _("Say that you heard it, and when you are there."),
        _("Only what you can keep. Half an hour that comes is worth more than a whole evening that may not."),
        _("“I’m glad you let me know. I’m here until ten tonight.”"),
    ),
    Hint(
        _("Ask for the feeling. Not why, and not what happened."),
        _("A reason has to be explained, and that takes strength. A feeling may just be told, or not."),
        _("“What is it like for you right now? You don’t have to answer.”"),
    ),
    Hint(
        _("Say back what you heard."),
        _("Nothing has to get lighter while you talk. Being understood is already something."),
        _("“That sounds exhausting. It makes sense that it weighs on you.”"),
    ),
    Hint(
        _("Stay, also without words."),
        _("A silence is not a gap you have to fill."),
        _("“We don’t have to talk. I’ll be around for a while.”"),
    ),
    Hint(
        _("Leave them the choice."),
        _(
            "They know best what would do good now: to talk, to talk about anything else, or to be left "
            "in peace."
        ),
        _("“Would you rather talk about it, or about something quite different?”"),
    ),
)

# For a mentee whose mentor has a heavy day: knowing is enough, and nothing is handed over to carry.
FOR_A_MENTEE = (
    Hint(
        _("You need not do anything."),
        _(
            "It is told so that you know, not so that you carry it. There are people who look after your "
            "mentor."
        ),
    ),
    Hint(
        _("It is hardly ever about you."),
        _("When answers come later or shorter today, that is the day, and not what you said or needed."),
    ),
    Hint(
        _("If you would like to say something, a little is plenty."),
        _("You know how it feels when a day is heavy. Something that asks for no answer does good."),
        _("“Thinking of you. No need to write back.”"),
    ),
)

CAN_WAIT = (
    _("Advice, also good advice."),
    _("A plan, or a next step."),
    _("“At least …”, “it will be fine”, “think of the good things”."),
    _("Your own story, until theirs has been heard."),
)
