"""How often somebody may do a thing within a minute."""

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from walkalong.people.models import Person


def too_often(what: str, person: Person, *, per_minute: int) -> bool:
    """Count one more time. Kept in memory alone; forgetting it early harms nobody."""
    minute = int(timezone.now().timestamp()) // 60
    key = f"pace:{what}:{person.pk}:{minute}"
    cache.add(key, 0, timeout=90)
    try:
        return cache.incr(key) > per_minute
    except ValueError:  # evicted between the two calls
        return False


def too_many_pictures(person: Person) -> bool:
    """Drawing one anew costs a second of a core: one pace for each person, wherever they put pictures."""
    return too_often("picture", person, per_minute=settings.PICTURES_PER_MINUTE)
