"""One scene for the walks over every address: two pairs, those around them, and one thing of each kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.conversation.pictures import photo
from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.care.services import ask_how_they_are
from walkalong.conversation.services import send_message
from walkalong.foundation.session_cookie import key_in
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.services import keep_words, put_into_hope_box
from walkalong.journey.recall.services import choose_recall
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import celebrate, light_lamp, name_step, notice_step
from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.services import tell_piece
from walkalong.matching.models import Match
from walkalong.matching.queries import other_member
from walkalong.notices.models import Notice
from walkalong.people.models import Person, Role, ShownTo
from walkalong.people.services import Shown, invite_person, show_picture
from walkalong.safety.services import tell_a_human

ROLES = (
    "stranger",
    "mentee",
    "mentor",
    "other_mentee",
    "ambassador",
    "other_ambassador",
    "staff",
    "deactivated",
)


@dataclass(frozen=True)
class Address:
    name: str
    pattern: str
    converters: tuple[str, ...]


def addresses() -> list[Address]:
    """Every address of the product, found by asking the resolver: a new one is there by itself."""
    return sorted(_below(get_resolver(), "", ""), key=lambda address: (address.pattern, address.name))


def _below(resolver: URLResolver, pattern: str, namespace: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        whole = pattern + re.sub(r"^\^", "", str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from _below(entry, whole, entry.namespace or namespace)
        elif isinstance(entry, URLPattern):
            name = f"{namespace}:{entry.name}" if namespace and entry.name else entry.name or whole
            yield Address(name, whole, tuple(_parameters(whole)))


def _parameters(pattern: str) -> list[str]:
    return re.findall(r"<(?:\w+:)?(\w+)>", pattern)


@dataclass
class World:
    match: Match
    people: dict[str, Person | None]
    sessions: dict[str, str]
    things: dict[str, Any] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """A browser of this role's, fresh for each request: signing out must not reach the next one."""
        client = Client()
        if role in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[role]
        return client

    def path(self, address: Address, **changes: Any) -> str:
        """The address with the things of Maya and Jonas in it; whatever it asks for must be known here."""
        path = "/" + address.pattern.rstrip("$")
        for name in address.converters:
            value = str(changes.get(name, self.things[name]))
            path = re.sub(rf"\(\?P<{name}>[^)]*\)|<(?:\w+:)?{name}>", value, path, count=1)
        return re.sub(r"\(\?:(\w+)[^)]*\)", r"\1", path)


def make_world() -> World:
    make_programme()
    match = make_match()
    other = make_match(
        mentee=make_person("Ravi", (Role.MENTEE,)),
        mentor=make_person("Claire", (Role.MENTOR,)),
        ambassador=make_person("Nia", (Role.AMBASSADOR,)),
    )
    staff, gone = make_staff(), make_person("Dana")
    people = {
        "stranger": None,
        "mentee": match.mentee,
        "mentor": match.mentor,
        "other_mentee": other.mentee,
        "ambassador": match.ambassador,
        "other_ambassador": other.ambassador,
        "staff": staff,
        "deactivated": gone,
    }
    sessions = {
        role: sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        for role, person in people.items()
        if person is not None
    }
    Person.objects.filter(pk=gone.pk).update(is_active=False)
    things = _things(match, staff)
    listed = UserSession.objects.create(
        user=match.mentee, session_key=key_in(sessions["mentee"]) or "", ip="127.0.0.1", user_agent="a phone"
    )
    return World(match, people, sessions, things | {"session_id": listed.pk})


def _things(match: Match, staff: Person) -> dict[str, Any]:
    message = send_message(
        by=match.mentee, match=match, body="Hello", client_id=uuid4(), picture=photo(), alt="a lake"
    )
    request = tell_a_human(by=match.mentee, words="Could somebody call me?")
    contact, _asked = ask_how_they_are(by=match.ambassador, match=match, member=match.mentee)
    notice = Notice.objects.filter(person=match.mentee).first()
    show_picture(by=match.mentor, upload=photo(), shown=Shown(ShownTo.OTHER))
    for person in (match.mentee, match.mentor):
        choose_recall(by=person, for_me=True, for_other=True)
    issued = invite_person(by=staff, email="new@example.org", display_name="New", roles=[Role.MENTEE])
    return {
        "match_id": match.id,
        "message_id": message.id,
        "member_id": match.mentee_id,
        "person_id": match.mentee_id,
        "request_id": request.id,
        "contact_id": contact.id,
        "piece_id": tell_something(match, match.mentee).id,
        "notice_id": notice.id if notice else uuid4(),
        "invitation_id": issued.invitation.id,
        "day_id": keep_words(by=match.mentee, words="").id,
        **step_of(match, match.mentee),
        "hope_id": _hope_of(match.mentee).id,
        "hope_kind": "words",
        "document": "confidentiality",
        "page_name": "what-you-are",
        "situation_name": "situation-1-kitchen",
        "words_name": "situation-1-kitchen",
        "number": 0,
        "token": "not-a-token",
        "role": Role.MENTOR.value,
        "uidb36": "1",
        "key": "not-a-key",
        "pk": 1,
    }


def tell_something(match: Match, teller: Person) -> StoryPiece:
    """A piece of a story and a picture of oneself, shown to the other and to who looks after the two."""
    show_picture(by=teller, upload=photo(), shown=Shown(ShownTo.AMBASSADOR))
    return tell_piece(
        by=teller,
        press_id=uuid4(),
        title="Rain",
        words="I draw on buses.",
        showing={match.id: ShownTo.AMBASSADOR},
        in_introduction=True,
    )


def step_of(match: Match, owner: Person) -> dict[str, Any]:
    """A step that is shown, what the other gave to it, and what the other noticed about its owner."""
    other = other_member(match, owner)
    step = name_step(by=owner, kind=Kind.STEP, words="opened it", share_with=[match])
    given = celebrate(by=other, match=match, step_id=step.pk, words="seen", picture=photo(), alt="a lake")
    light_lamp(by=other, match=match, step_id=step.pk)
    noticing = notice_step(by=other, match=match, words="you laughed")
    return {"step_id": step.pk, "celebration_id": given.pk, "noticing_id": noticing.pk}


def _hope_of(person: Person) -> HopeItem:
    return put_into_hope_box(
        by=person, kind=HopeKind.PICTURE, words="a bridge", picture=photo(), press_id=uuid4()
    )


def things_of_each(world: World) -> dict[str, dict[str, Any]]:
    """One thing of each of the two, by the name an address has for it."""
    pair = {"mentee": world.match.mentee, "mentor": world.match.mentor}
    steps = {side: step_of(world.match, person) for side, person in pair.items()}
    return {
        "member_id": {side: person.pk for side, person in pair.items()},
        "day_id": {side: keep_words(by=person, words="").pk for side, person in pair.items()},
        "hope_id": {side: _hope_of(person).pk for side, person in pair.items()},
        "piece_id": {side: tell_something(world.match, person).pk for side, person in pair.items()},
        **{name: {side: steps[side][name] for side in pair} for name in steps["mentee"]},
    }
