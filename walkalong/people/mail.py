"""E-mail of this room. It leaves by a job, so that no page waits for a mail server.

A sign-in code or an invitation's link is a key to the door: in the queue it lies sealed.
"""

import json

from django.conf import settings
from django.core.mail import EmailMessage

from walkalong.foundation.crypto import sealing, services
from walkalong.foundation.crypto.datakeys import key_by_id

SCOPE = "people:mail"
PLACE = "people.mail.waiting"


def post(*, to: str, subject: str, body: str) -> None:
    """Queue one mail, within the present transaction. An empty `to` costs the same and sends nothing."""
    from walkalong.people.jobs import deliver

    key = services.data_key_for(scope=SCOPE)
    words = json.dumps({"to": to, "subject": subject, "body": body}).encode()
    deliver.enqueue(sealing.seal(key.cipher, key.id, words, PLACE))


def open_and_send(sealed: str) -> None:
    key = key_by_id(sealing.key_id_of(sealed))
    mail = json.loads(sealing.open_sealed(key.cipher, sealed, PLACE))
    if mail["to"]:
        EmailMessage(mail["subject"], mail["body"], settings.DEFAULT_FROM_EMAIL, [mail["to"]]).send()
