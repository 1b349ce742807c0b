"""What staff see of somebody's matches on that person's own page: names and month, never content."""

from django.db.models import Q
from django.utils.translation import gettext as _

from walkalong.matching.models import Match
from walkalong.matching.queries import current_matches, month_of
from walkalong.matching.year import month_label
from walkalong.people.models import Person, Role
from walkalong.people.standing import Standing


def standing_of(person: Person) -> list[Standing]:
    part = Q(mentee=person) | Q(mentor=person) | Q(ambassador=person)
    return [_standing(match, person) for match in current_matches().filter(part)]


def _standing(match: Match, person: Person) -> Standing:
    words = _("%(mentee)s with %(mentor)s, month %(month)s") % {
        "mentee": match.mentee.display_name,
        "mentor": match.mentor.display_name,
        "month": month_label(month_of(match)),
    }
    roles = {match.mentee_id: Role.MENTEE, match.mentor_id: Role.MENTOR}
    role = roles.get(person.pk, Role.AMBASSADOR)
    return Standing(role, words, ends_with_account=role != Role.AMBASSADOR)
