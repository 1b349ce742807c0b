"""S2: no message goes out as a person without that person's press."""

import inspect
from pathlib import Path

import walkalong
from tests.factories import make_person
from walkalong.conversation.models import Message
from walkalong.matching.services import leave_match, pause_match, resume_match

from .conftest import JSON, posted


def test_a_page_of_somebody_else_never_sends_under_this_name(match, maya, jonas, signed_in):
    answer = signed_in(jonas).post(f"/with/{match.pk}/send/", posted(maya, "as Maya"), headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["code"] == "another_person"
    page = signed_in(jonas).post(f"/with/{match.pk}/send/", posted(maya, "as Maya"))
    assert "as Maya" not in page.content.decode()
    assert not Message.objects.exists()


def test_nothing_in_the_product_writes_a_message_but_sending():
    root = Path(inspect.getfile(walkalong)).parent
    makers = {
        str(file.relative_to(root))
        for file in root.rglob("*.py")
        if "Message.objects.create(" in file.read_text() or "send_message(" in file.read_text()
    }
    assert makers == {
        "conversation/demo.py",
        "conversation/services/sending.py",
        "conversation/views/sending.py",
    }


def test_what_happens_to_a_match_says_nothing_in_the_conversation(match, maya):
    pause_match(by=maya, match=match)
    resume_match(by=maya, match=match)
    leave_match(by=maya, match=match)
    assert not Message.objects.exists()


def test_a_form_without_its_author_is_not_sent(match, maya, signed_in):
    form = posted(maya, "whose words?")
    del form["author"]
    assert signed_in(maya).post(f"/with/{match.pk}/send/", form, headers=JSON).status_code == 422
    form["author"] = str(make_person("Noor").pk)
    assert signed_in(maya).post(f"/with/{match.pk}/send/", form, headers=JSON).status_code == 409
    assert not Message.objects.exists()
