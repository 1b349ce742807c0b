"""Choosing who walks together, and who looks after them."""

from typing import Any, cast

from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from walkalong.matching.models import Match
from walkalong.matching.queries import MENTEES_AT_MOST, current_matches
from walkalong.matching.states import MatchState
from walkalong.people.models import Person, Role
from walkalong.people.queries import holders_of

NOT_ANY_MORE = _("This person cannot be chosen any more. Please choose again.")


class PersonChoice(forms.ModelChoiceField):
    """A person by name, and by country so that two of one name can be told apart."""

    default_error_messages = {"invalid_choice": NOT_ANY_MORE}

    def label_from_instance(self, person: Person) -> str:
        return f"{person.display_name} · {person.country}"


def mentees_without_match() -> QuerySet[Person]:
    current = Match.objects.exclude(state=MatchState.ENDED).filter(mentee=OuterRef("pk"))
    return holders_of(Role.MENTEE).exclude(Exists(current))


def mentors_with_room() -> QuerySet[Person]:
    current = Count("matches_as_mentor", filter=~Q(matches_as_mentor__state=MatchState.ENDED))
    return holders_of(Role.MENTOR).annotate(walking_with=current).filter(walking_with__lt=MENTEES_AT_MOST)


def _offer(form: forms.Form, name: str, people: QuerySet[Person]) -> None:
    cast(PersonChoice, form.fields[name]).queryset = people


class JoinForm(forms.Form):
    mentee = PersonChoice(
        label=_("Mentee"), queryset=Person.objects.none(), empty_label=_("Choose a mentee"),
        help_text=_("Everybody here waits for a mentor."),
    )  # fmt: skip
    mentor = PersonChoice(
        label=_("Mentor"), queryset=Person.objects.none(), empty_label=_("Choose a mentor"),
        help_text=_("Everybody here has room: a mentor walks with three people at most."),
    )  # fmt: skip
    ambassador = PersonChoice(
        label=_("Match ambassador"), queryset=Person.objects.none(), required=False,
        empty_label=_("Nobody yet"),
        help_text=_(
            "Not one of the two. You can go on without, but until somebody looks after these two, the staff "
            "desk will keep showing them."
        ),
    )  # fmt: skip
    started_on = forms.DateField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The months of their year are counted from this day."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, "mentee", self._keep_already_joined("mentee", mentees_without_match()))
        _offer(self, "mentor", self._keep_already_joined("mentor", mentors_with_room()))
        _offer(self, "ambassador", holders_of(Role.AMBASSADOR))
        self.fields["started_on"].initial = timezone.localdate

    def _keep_already_joined(self, name: str, free: QuerySet[Person]) -> QuerySet[Person]:
        """A second press of the same form must reach the service, which answers with the match it made."""
        try:
            again = current_matches().filter(mentee=self.data.get("mentee"), mentor=self.data.get("mentor"))
            joined = [getattr(match, f"{name}_id") for match in again[:1]]
        except (ValueError, forms.ValidationError):
            joined = []
        if not joined:
            return free
        return Person.objects.filter(pk__in=joined)


class AmbassadorForm(forms.Form):
    ambassador = PersonChoice(
        label=_("Match ambassador"), queryset=Person.objects.none(), required=False,
        empty_label=_("Nobody for now"),
        help_text=_(
            "Not one of the two. On a person’s own page staff give the role of a match ambassador to "
            "anybody, themselves too."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, match: Match, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = holders_of(Role.AMBASSADOR).exclude(pk__in=[match.mentee_id, match.mentor_id])
        _offer(self, "ambassador", others)
        self.fields["ambassador"].initial = match.ambassador_id
        if match.ended_at is not None:  # nobody is what the two have already
            choice = self.fields["ambassador"]
            assert isinstance(choice, PersonChoice)
            choice.required, choice.empty_label = True, _("Choose somebody")
