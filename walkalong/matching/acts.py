"""The four acts either member may do at any moment, and what the page says before each."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from walkalong.matching import services
from walkalong.matching.models import Match
from walkalong.people.models import Person


@dataclass(frozen=True)
class Act:
    do: Callable[..., Match]
    title: str | Promise  # may say %(name)s, the other of the two
    action: str | Promise
    done: str | Promise
    points: Callable[[Match, Person], list[str]]
    irreversible: bool = False


def _pause_points(match: Match, other: Person) -> list[str]:
    name = {"name": other.display_name}
    return [
        _("From this moment neither of you can write, and notices about the two of you rest."),
        _("%(name)s sees that you are taking a pause. You are not asked why, and nobody is told why.") % name,
        _("Everything you wrote stays. You end the pause yourself, whenever you like."),
    ]


def _resume_points(match: Match, other: Person) -> list[str]:
    return [
        _("Your pause ends. You need not explain anything."),
        _("If %(name)s is taking a pause too, you can write to each other once both pauses are over.")
        % {"name": other.display_name},
    ]


def _after_the_end(other: Person) -> list[str]:
    days = settings.ENDED_MATCH_KEPT_DAYS
    name = {"name": other.display_name}
    return [
        _("%(name)s is told that the walk has ended, in the same few words whatever the way, and never why.")
        % name,
        ngettext(
            "Both of you can still read what was written for %(days)d day. Then it is deleted.",
            "Both of you can still read what was written for %(days)d days. Then it is deleted.",
            days,
        )
        % {"days": days},
        _("What is your own stays with you: your way, your story and your hope box."),
    ]


def _leave_points(match: Match, other: Person) -> list[str]:
    return [
        _("Your walk with %(name)s ends at once. Neither of you can write any more. You are not asked why.")
        % {"name": other.display_name},
        *_after_the_end(other),
        _("Somebody of the programme will be there for each of you, separately."),
    ]


def _stop_points(match: Match, other: Person) -> list[str]:
    return [
        _("All contact with %(name)s ends at once, both ways. You are not asked why.")
        % {"name": other.display_name},
        *_after_the_end(other),
        _(
            "The people who look after you see that one of the two stopped contact, so that they take care "
            "of you and never simply suggest going on."
        ),
    ]


PAUSE = Act(
    do=services.pause_match,
    title=gettext_lazy("Take a pause from walking with %(name)s?"),
    action=gettext_lazy("Pause now"),
    done=gettext_lazy("You are taking a pause. Come back whenever you like."),
    points=_pause_points,
)
RESUME = Act(
    do=services.resume_match,
    title=gettext_lazy("Come back to walking with %(name)s?"),
    action=gettext_lazy("Come back"),
    done=gettext_lazy("Your pause is over. Good to have you back."),
    points=_resume_points,
)
LEAVE = Act(
    do=services.leave_match,
    title=gettext_lazy("End your walk with %(name)s?"),
    action=gettext_lazy("End it now"),
    done=gettext_lazy("It has ended. Nobody will ask you to explain."),
    points=_leave_points,
    irreversible=True,
)
STOP = Act(
    do=services.stop_contact,
    title=gettext_lazy("Stop all contact with %(name)s?"),
    action=gettext_lazy("Stop contact now"),
    done=gettext_lazy("Contact has been stopped. Nobody will ask you to explain."),
    points=_stop_points,
    irreversible=True,
)
