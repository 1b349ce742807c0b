"""Fills a data folder with pairs of people who are signed in, for the benchmarks. Prints them as JSON.

python -m benchmarks.pairs NUMBER [MESSAGES_EACH]
"""

import json
import sys
from importlib import import_module
from uuid import uuid4

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from tests.factories import make_person, make_programme  # noqa: E402
from tests.factories_match import make_match  # noqa: E402
from walkalong.conversation.services import send_message  # noqa: E402
from walkalong.foundation.crypto.keys import ensure_master_key  # noqa: E402
from walkalong.foundation.session_cookie import cookie_for  # noqa: E402
from walkalong.people.models import Person, Role  # noqa: E402


def cookie_of(person: Person) -> str:
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "walkalong.people.backend.PersonBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={cookie_for(str(session.session_key))}; csrftoken={'c' * 32}"


def main(number: int, messages_each: int) -> None:
    ensure_master_key()
    call_command("migrate", verbosity=0)
    made = []
    with transaction.atomic():
        make_programme()
        ambassador = make_person("Sam", (Role.AMBASSADOR,))
        for _ in range(number):
            match = make_match(ambassador=ambassador)
            for turn in range(messages_each):
                by = match.mentee if turn % 2 else match.mentor
                send_message(by=by, match=match, body=f"{turn}: {'what we say ' * 12}", client_id=uuid4())
            made.append(
                {
                    "match": str(match.pk),
                    "mentee": {"id": str(match.mentee_id), "cookie": cookie_of(match.mentee)},
                    "mentor": {"id": str(match.mentor_id), "cookie": cookie_of(match.mentor)},
                }
            )
    print(json.dumps(made))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
