"""What the page says before somebody types: who would get it, and when they are there (S8)."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from walkalong.matching.models import Match
from walkalong.people.models import Person, Programme
from walkalong.people.queries import programme
from walkalong.safety import queries, services
from walkalong.safety.forms import TellForm
from walkalong.safety.models import HumanRequest, Topic


@dataclass
class Telling:
    """One person about to tell something, about nobody or about somebody they know."""

    by: Person
    about: queries.Known | None
    topic: Topic
    walks: list[Match]
    known: list[queries.Known]
    match_id: UUID | None

    @classmethod
    def of(cls, request: HttpRequest) -> "Telling":
        """From the address: ?about=person, ?why=more, ?match=id. Somebody they do not know is 404."""
        if not isinstance(request.user, Person):
            raise Http404
        walks = queries.walks_of(request.user)
        known = queries.people_known_to(request.user, walks)
        wanted = request.GET.get("about", "")
        about = next((one for one in known if str(one.person.pk) == wanted), None)
        if wanted and about is None:
            raise Http404
        topic = Topic.MORE if request.GET.get("why") == "more" else Topic.TALK
        return cls(request.user, about, topic, walks, known, _context_of(request, walks, about))

    @property
    def wants_more(self) -> bool:
        return self.topic == Topic.MORE

    @cached_property
    def receivers(self) -> list[Person]:
        return list(queries.who_receives(by=self.by, about=self.about.person if self.about else None))

    @cached_property
    def programme(self) -> Programme | None:
        return programme()

    @property
    def now_there(self) -> str:
        """What the clock says where the programme is, beside its opening hours.

        Formatted here: a template would turn it into the reader's own zone.
        """
        zone = ZoneInfo(self.programme.time_zone) if self.programme else ZoneInfo("UTC")
        # Translators: a weekday and the time, as Django date format letters, e.g. "Monday, 14:05".
        return date_format(timezone.now().astimezone(zone), _("l, H:i"))

    @property
    def answer_hours(self) -> int:
        return int(settings.REQUEST_ANSWER_HOURS)

    @property
    def own_walks(self) -> list[Match]:
        """Current matches in which this person is one of the two: they can pause or stop these."""
        return [
            walk
            for walk in queries.current_walks(self.walks)
            if self.by.pk in (walk.mentee_id, walk.mentor_id)
        ]

    @cached_property
    def earlier(self) -> list[HumanRequest]:
        return list(queries.own_requests(self.by)[:10])

    def tell(self, form: TellForm) -> HumanRequest:
        """Send it; see `services.tell_a_human` for what may stand in the way."""
        return services.tell_a_human(
            by=self.by,
            words=form.cleaned_data["words"],
            about=self.about.person if self.about else None,
            match_id=self.match_id,
            topic=self.topic,
            answer_by=form.cleaned_data["answer_by"],
            client_id=form.cleaned_data["client_id"],
        )


def _context_of(request: HttpRequest, walks: list[Match], about: queries.Known | None) -> UUID | None:
    """The walk it belongs to: the named one, else the latest shared with whom it is about."""
    named = request.GET.get("match")
    for walk in walks:
        if str(walk.pk) == named:
            return walk.pk
    for walk in walks:
        if about and about.person.pk in (walk.mentee_id, walk.mentor_id, walk.ambassador_id):
            return walk.pk
    return None
