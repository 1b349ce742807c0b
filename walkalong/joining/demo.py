"""What the demo's staff have made of the programme's words. Loading twice changes nothing."""

from walkalong.joining import queries
from walkalong.joining.models import ContentVersion
from walkalong.joining.services import add_situation, change_words
from walkalong.people.models import Person

A_SITUATION_OF_THEIR_OWN = """# A ticket for two

Your mentee bought it in March, on a good day. The concert is tomorrow.

> Everyone I know has a date or a job tomorrow. I look at the ticket and I feel about twelve years old

## With

- That sounds like standing outside with your nose against the window.

  It has heard the small and lonely part, and says it without making it smaller.
- Whether you go or stay, I'd love to know how the evening was for you.

  Both evenings are fine. Nobody waits at the end to see which one it was.
- You bought that ticket on a good day. That day was real too.

  It remembers something of theirs, and draws no conclusion.

## Over

- Go anyway, you will regret it otherwise.

  A push, however cheerful. If they stay at home now, they have failed at something.
- You could practise being alone in a café first.

  A training plan for somebody who was telling you that they feel lonely.
- At twelve everybody thinks so, you grow out of it.

  It answers the number and not the person.
"""
OPENING = "You asked for company through a hard year."
THEIR_OPENING = "You asked the people of Lantern Road for company through a hard year."
THEIR_SECOND_OPENING = (
    "You asked us at Lantern Road for company through a hard year, and we are glad you did."
)


def load(people: dict[str, Person]) -> None:
    """Ines and Ben each worked on the mentee's page, and Ines wrote a situation of their own."""
    if ContentVersion.objects.exists():
        return
    before = queries.content("what-to-expect")
    for by, number, opening in (
        (people["staff"], 0, THEIR_OPENING),
        (people["staff2"], 1, THEIR_SECOND_OPENING),
    ):
        words = before.words.replace(OPENING, opening)
        change_words(by=by, name=before.name, words=words, since=number)
    add_situation(by=people["staff"], words=A_SITUATION_OF_THEIR_OWN)
