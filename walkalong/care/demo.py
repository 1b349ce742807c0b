"""How the demo's ambassador has stayed in touch. Loading twice changes nothing."""

from walkalong.care.models import Answer, Contact
from walkalong.care.services import answer_question, ask_how_they_are, log_talk
from walkalong.matching.queries import matches_of_ambassador
from walkalong.people.models import Person


def load(people: dict[str, Person]) -> None:
    """Sam talked with the mentors, asked Maya how she is, and Ravi would like to be called."""
    ambassador = people["ambassador"]
    for match in matches_of_ambassador(ambassador):
        if Contact.objects.filter(match=match).exists():
            continue
        log_talk(by=ambassador, match=match, member=match.mentor)
        asked, _new = ask_how_they_are(by=ambassador, match=match, member=match.mentee)
        if match.mentee == people["mentee2"]:
            words = "Tuesday after six would suit me."
            answer_question(by=match.mentee, contact=asked, answer=Answer.GET_IN_TOUCH, words=words)
        elif match.mentee == people["mentee3"]:
            answer_question(by=match.mentee, contact=asked, answer=Answer.FINE)
