"""S3: what somebody tries out in the guide is read in memory and reaches no log, error report or database."""

import logging
import re

import pytest
from django.db import connection
from django.urls import reverse

from tests.conversation.test_s3_companion import everything_kept
from walkalong import companion
from walkalong.joining import trying

KITCHEN = reverse("joining:situation", args=["situation-1-kitchen"])
OVER = "You should just call a cleaner, zanzibarquux."


@pytest.fixture
def try_it(jonas, signed_in):
    client = signed_in(jonas)
    return lambda words: client.post(KITCHEN, {"words": words, "try": ""})


def test_what_walks_with_comes_first_then_one_remark_with_moves(try_it):
    page = try_it("That sounds so heavy. I'm here tonight. " + OVER).content.decode()
    assert 0 < page.index("This walks with them") < page.index("One thing to listen to once more")
    assert page.count('class="heard__piece--over"') == 1
    assert "What a peer might reach for" in page
    assert (
        "You should just call a cleaner" in page.split("</textarea>")[0]
    )  # the words are still in the field


def test_who_met_the_companion_here_learns_how_to_turn_it_on(try_it):
    page = try_it("Zanzibarquux.").content.decode()
    assert f'href="{reverse("conversation:about_companion")}"' in page.split('id="heard"')[1]


def test_it_never_writes_for_them(try_it):
    page = try_it(OVER).content.decode()
    field = page.split("<textarea")[1].split("</textarea>")[0]
    assert field.rstrip().endswith(OVER)


def test_words_come_back_escaped_and_whole(try_it):
    words = "<b>I'm here</b> & ‏שלום 👩‍👩‍👧\r\nsecond line"
    page = try_it(words).content.decode()
    assert "&lt;b&gt;I&#x27;m here&lt;/b&gt; &amp; ‏שלום 👩‍👩‍👧" in page
    assert "<b>I'm here" not in page


def test_about_safety_it_is_quiet_and_help_is_named(try_it):
    page = try_it(
        "Are you thinking about killing yourself? I can stay while you call the helpline."
    ).content.decode()
    assert "This is about safety" in page
    assert "heard__piece--over" not in page


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "Write a sentence or two first"),
        (" \n ", "Write a sentence or two first"),
        ("x" * 2001, "longer than can be read here"),
        ("a\x00b", "cannot be kept (a null)"),
        ("Bonjour, comment ça va ce soir, mon ami ?", "only English"),
        ("Mm.", "nothing to say about this"),
    ],
)
def test_what_cannot_be_read_is_answered_kindly(try_it, words, says):
    answer = try_it(words)
    assert answer.status_code == 200
    assert says in answer.content.decode()


def test_too_many_at_once_lose_nothing(try_it):
    for _time in range(30):
        try_it("Hm.")
    page = try_it(OVER).content.decode()
    assert "try again in a minute" in page
    assert OVER in page


def test_with_an_ended_session_the_words_come_back_whole(jonas, signed_in):
    client = signed_in(jonas)
    stamp = re.search(r'name="typed_by" value="([^"]+)"', client.get(KITCHEN).content.decode())[1]
    client.logout()
    answer = client.post(KITCHEN, {"words": OVER, "try": "", "typed_by": stamp})
    assert answer.status_code == 401
    assert OVER in answer.content.decode()


def test_nothing_is_kept_or_logged(try_it, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    try_it(OVER)
    assert "zanzibarquux" not in everything_kept()
    assert "zanzibarquux" not in caplog.text + "".join(capfd.readouterr())
    assert not [query for query in connection.queries if "zanzibarquux" in query["sql"]]


def test_when_it_breaks_there_is_silence_and_no_report(try_it, monkeypatch, caplog):
    def broken(draft, before=None):
        raise RuntimeError(draft)

    monkeypatch.setattr(companion, "read", broken)
    answer = try_it(OVER)
    assert answer.status_code == 200
    assert "nothing to say about this" in answer.content.decode()
    assert "zanzibarquux" not in caplog.text


def test_the_pieces_put_together_are_what_was_typed():
    words = "I'm here. 🙂 You should call him!  What was it like?\n"
    assert "".join(piece.text for piece in trying.hear(words, "I miss him").pieces) == words
