"""Who a session belongs to. Signing in itself is allauth's."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from walkalong.people.models import Person
from walkalong.people.queries import person_with_id


class PersonBackend(AuthenticationBackend):
    def get_user(self, user_id: UUID | str) -> Person | None:
        """Asked by every request and every live socket."""
        person = person_with_id(UUID(str(user_id)))
        return person if person is not None and self.user_can_authenticate(person) else None
