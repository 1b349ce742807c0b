"""Saying, with names, who sees a piece."""

from django.utils.translation import gettext as _

from walkalong.journey.story.models import StoryPiece
from walkalong.matching.queries import other_member
from walkalong.people.models import Person

LONG = 700  # from here on a piece shows its beginning, and the rest when one wishes
_GOES_ON = {"\u200d", "\ufe0f", "\u20e3"}


def who_sees(piece: StoryPiece, teller: Person) -> list[str]:
    """Sentences for the teller; `shown_now` was fetched along."""
    told = []
    for shown in piece.shown_now:  # type: ignore[attr-defined]
        name = {"name": other_member(shown.match, teller).display_name}
        if shown.with_ambassador and shown.match.ambassador is not None:
            both = {**name, "ambassador": shown.match.ambassador.display_name}
            told.append(_("%(name)s and %(ambassador)s see this.") % both)
        else:
            told.append(_("%(name)s sees this.") % name)
    if piece.in_introduction:
        told.append(_("It may stand in an introduction."))
    return told or [_("Only you see this.")]


def beginning_of(words: str) -> str:
    """The first lines of a long piece; empty for one that is shown whole. No picture-letter is cut in two."""
    if len(words) <= LONG:
        return ""
    cut = words.rfind(" ", LONG // 2, LONG)
    if cut < 0:
        cut = LONG
        while cut < len(words) and (words[cut] in _GOES_ON or words[cut - 1] in _GOES_ON):
            cut += 1
    return words[:cut].rstrip()
