"""What a change of a person means for the matches they are in."""

from typing import Any

from django.dispatch import receiver

from walkalong.matching.models import Match
from walkalong.matching.queries import matches_of
from walkalong.matching.services import close_match, open_pause, release_ambassador
from walkalong.matching.states import EndKind, MatchState
from walkalong.people.models import Person, Role
from walkalong.people.signals import agreement_withdrawn, person_deactivated, role_changed


def _current_of(person: Person) -> list[Match]:
    return [match for match in matches_of(person) if match.state != MatchState.ENDED]


@receiver(person_deactivated)
def end_their_matches(sender: object, person: Person, **kwargs: Any) -> None:
    for match in _current_of(person):
        close_match(by=None, match=match, kind=EndKind.DEACTIVATED)
    release_ambassador(person=person)


@receiver(agreement_withdrawn)
def let_their_matches_rest(sender: object, person: Person, **kwargs: Any) -> None:
    for match in _current_of(person):
        open_pause(by=person, match=match)


@receiver(role_changed)
def release_former_ambassador(sender: object, person: Person, role: str, held: bool, **kwargs: Any) -> None:
    if role == Role.AMBASSADOR and not held:
        release_ambassador(person=person)
