import pytest

from walkalong.notices import kinds

PLAIN = kinds.Kind(
    name="tests.mailed",
    title="Something is new",
    email=True,
    email_subject="Something is new in Walkalong",
    email_body="Something is new. Sign in to see it.",
)
URGENT = kinds.Kind(
    name="tests.urgent",
    title="Somebody waits",
    email=True,
    email_subject="Somebody waits",
    email_body="Somebody waits.",
    at_once=True,
)
QUIET = kinds.Kind(name="tests.quiet", title="Only inside")


@pytest.fixture(autouse=True)
def _kinds():
    for kind in (PLAIN, URGENT, QUIET):
        kinds.register(kind)


@pytest.fixture
def mail_is_set_up(settings):
    settings.MAIL_CONFIGURED = True
    settings.SITE_URL = "https://walk.example"
    settings.DEFAULT_FROM_EMAIL = "Walkalong <no-reply@walk.example>"
