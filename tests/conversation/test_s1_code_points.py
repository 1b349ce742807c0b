"""S1: any text arrives as the same code points, through the plain form, the page and the live frame."""

from html.parser import HTMLParser
from uuid import uuid4

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from walkalong.conversation.live import ConversationStream
from walkalong.conversation.models import Conversation, Message
from walkalong.conversation.topics import topic_of

from .conftest import posted

# What a browser's form can carry: no surrogate halves; NUL is refused, kindly, elsewhere.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=80)


class Words(HTMLParser):
    """The text of the last message's words, as a browser would hold it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = False
        self.text = ""

    def handle_starttag(self, tag, attrs):
        if tag == "p":
            self.inside = ("class", "said__words") in attrs
            self.text = "" if self.inside else self.text

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "p"

    def handle_data(self, data):
        self.text += data if self.inside else ""


def words_in(html: str) -> str:
    reader = Words()
    reader.feed(html)
    reader.close()
    return reader.text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT)
@example("  \n led and trailed \n\n ")
@example("e\u0301 \u00e9 \ufb01 \u200d\u200b\ufeff\u202e")
@example("<p>&lt;&amp;amp;</p> https://a.example/?a=1&b=<2>, and so on")
@example("a\rb\x0b\x0c\x85\u2028c")
@example("👩‍👩‍👧‍👦 \U0010ffff \ufffe")
def test_what_is_typed_is_what_is_read(match, maya, jonas, signed_in, text):
    text = text.replace("\r\n", "\n")
    if not text.strip():
        text += "."
    cache.clear()  # the pace of sending is another test's matter
    since = Conversation.objects.get_or_create(match=match)[0].last_seq
    answer = signed_in(maya).post(f"/with/{match.pk}/send/", posted(maya, text.replace("\n", "\r\n")))
    assert answer.status_code == 303
    expected = text.replace("\r\n", "\n")
    sent = Message.objects.order_by("seq").last()
    assert sent.body == expected
    frame = ConversationStream().catch_up(jonas, topic_of(match.pk), since).frames[0]
    assert words_in(frame["messages"][0]["html"]) == expected
    page = signed_in(jonas).get(f"/with/{match.pk}/messages/?after={since}").json()
    assert words_in(page["html"]) == expected


@pytest.mark.parametrize(
    "words", ["this traffic is killing me", "I want to die", "fuck", "you should leave him"]
)
def test_nothing_is_held_back_for_what_it_says(match, maya, signed_in, words):
    form = posted(maya, words, client_id=str(uuid4()))
    assert signed_in(maya).post(f"/with/{match.pk}/send/", form).status_code == 303
    assert Message.objects.get().body == words
