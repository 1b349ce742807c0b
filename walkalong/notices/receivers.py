"""What people hear about accounts, theirs and, as staff, others'."""

from typing import Any

from django.dispatch import receiver
from django.urls import reverse

from walkalong.notices.notice_kinds import WAY_IN_CHANGED, WAY_IN_CHANGED_BY_STAFF
from walkalong.notices.services import notify, notify_many
from walkalong.people.models import Person
from walkalong.people.queries import active_staff
from walkalong.people.signals import way_in_changed


@receiver(way_in_changed)
def tell_them_and_the_rest_of_staff(sender: object, person: Person, by: Person, **kwargs: Any) -> None:
    """Who gives somebody an address could sign in as them: never unseen."""
    notify(person=person, kind=WAY_IN_CHANGED.name, url=reverse("people:about_me_log"))
    others = active_staff().exclude(pk__in=[by.pk, person.pk])
    notify_many(
        people=others, kind=WAY_IN_CHANGED_BY_STAFF.name, url=reverse("people:person", args=[person.pk])
    )
