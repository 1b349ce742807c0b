"""Whether the picture somebody chose may stand beside their name for the other of a match.

Asked along with the match, in its own query, at every reading: what was taken back is not shown again.
"""

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from walkalong.matching.models import Match, Pause
from walkalong.matching.states import MatchState
from walkalong.people.about import pictures_for_the_other
from walkalong.people.models import Person


def with_faces(matches: QuerySet[Match]) -> QuerySet[Match]:
    """As `shows_face` needs them."""
    return matches.annotate(
        mentee_face=face_in_match(Q(person=OuterRef("mentee"))),
        mentor_face=face_in_match(Q(person=OuterRef("mentor"))),
    )


def shows_face(match: Match, person: Person) -> bool:
    """Whether this one of the two shows the other their picture now. False unless read `with_faces`."""
    side = "mentee_face" if person.pk == match.mentee_id else "mentor_face"
    return bool(getattr(match, side, False))


def face_in_match(*whose: Q) -> ExpressionWrapper:
    """For a query of matches. While the two rest, nothing new passes between them."""
    open_since = Pause.objects.filter(match=OuterRef(OuterRef("pk")), until=None)
    new = Exists(open_since.filter(since__lt=OuterRef("changed_at")))
    shown = Exists(pictures_for_the_other().filter(*whose, ~new))
    return ExpressionWrapper(~Q(state=MatchState.ENDED) & Q(shown), output_field=BooleanField())
