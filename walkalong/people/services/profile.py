"""What a person says about themselves."""

from django.db import transaction

from walkalong.foundation.audit.services import record
from walkalong.people.models import Person, SealedFacts


@transaction.atomic
def update_profile(
    *, by: Person, display_name: str, country: str, time_zone: str, language: str, discreet: bool
) -> None:
    """One's own name, place, language and plain face; nobody else's."""
    by.display_name, by.country, by.time_zone = display_name, country, time_zone
    by.language, by.discreet = language, discreet
    by.save(update_fields=["display_name", "country", "time_zone", "language", "discreet"])


@transaction.atomic
def seal_facts(
    *, by: Person, where_now: str, contact_name: str, contact_phone: str, contact_relation: str
) -> None:
    """Keep where one is and whom to call, sealed; all empty means: keep nothing."""
    words = {
        "where_now": where_now,
        "contact_name": contact_name,
        "contact_phone": contact_phone,
        "contact_relation": contact_relation,
    }
    if not any(words.values()):
        gone, _tables = SealedFacts.objects.filter(person=by).delete()
        if gone:
            record(verb="people.facts_removed", actor=str(by.pseudonym), about=str(by.pseudonym))
        return
    facts = SealedFacts.objects.select_for_update().filter(person=by).first() or SealedFacts(person=by)
    for name, value in words.items():
        setattr(facts, name, value)
    facts.save()
    record(verb="people.facts_sealed", actor=str(by.pseudonym), about=str(by.pseudonym))
