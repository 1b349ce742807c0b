"""Every audit entry about a person can be told to them in a sentence."""

import re

from tests.needs import ROOT
from walkalong.people import record

ROOMS = ("people", "joining", "matching", "safety", "journey", "care")
_VERB = re.compile(rf'(?:verb=|_record\(|audit\()\s*"((?:{"|".join(ROOMS)})?\.?[a-z_]+)"')


def test_every_verb_the_rooms_record_has_its_sentence() -> None:
    verbs = set()
    for room in ROOMS:
        for file in (ROOT / "walkalong" / room).rglob("*.py"):
            for verb in _VERB.findall(file.read_text()):
                verbs.add(verb if "." in verb else f"{room}.{verb}")

    assert len(verbs) > 15
    about_nobody_yet = {"people.invited", "people.invitation_resent", "people.invitation_revoked"}
    about_nobody_yet |= {"people.programme_changed", "joining.words_changed"}
    assert verbs - about_nobody_yet <= record._sentences.keys()
