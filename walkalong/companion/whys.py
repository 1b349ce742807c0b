"""Every reason the companion can give, in plain English, under a key that never changes.

The pages translate by key. `{words}` stands for the words of the draft that led here.
"""

WHYS: dict[str, str] = {
    # with
    "stays": "You say that you are there. That is often the whole of it.",
    "asks_feeling": "You ask how it is for them, and leave room for any answer.",
    "tells_own_story": "You share a little of your own, and they are free to take from it what they like.",
    "celebrates": "You notice what they did, with nothing more asked of them.",
    "cheers": "You believe in them, and it costs them nothing.",
    "recalls": "You remember something they have already managed.",
    "reflects": "You name how it is for them. Being heard starts here.",
    "hears": "You let them know that their words have reached you. Being heard starts here.",
    "lifts_pressure": "You take the weight off: their pace is fine, and so are they.",
    "hands_back": "You give the choice back. They know their own life best.",
    # over
    "tells_what_to_do": "“{words}” tells them what to do. A peer stays with how it is.",
    "imperative": "“{words}” reads like an instruction. Did they ask for one?",
    "advice_as_question": "“{words}” is advice in the shape of a question. They may have thought of it.",
    "names_a_remedy": "“{words}” offers a remedy. They may want to be heard first.",
    "sets_goal": "“{words}” brings in goals and plans. This is their pace, not a project.",
    "checks_up": "“{words}” sounds like checking up. Being there asks nothing of them.",
    "praise_with_next": "“{words}” hangs a next task on the praise. The step they took is enough.",
    "diagnoses": "“{words}” puts a clinical name on it. That belongs to people whose job it is.",
    "interprets": "“{words}” explains them to themselves. They are the first expert on their own life.",
    "treats": "“{words}” speaks as a clinician would. A friend can leave treatment to others.",
    "confronts": "“{words}” pushes hard. On a heavy day that can feel like standing alone.",
    "blames": "“{words}” may sound like blame, even if you do not mean it so.",
    "no_excuses": "“{words}” turns what they managed before against them.",
    "brightens": "“{words}” hurries to the bright side. They may still be in the dark one.",
    "shrinks": "“{words}” may make it sound small. To them it is not.",
    "compares": "“{words}” measures it against others. Their pain needs no comparing.",
    # neither
    "ordinary": "Ordinary talk.",
    "cares_for_safety": "You look after their safety. Keep listening; you are not the responder.",
    "unsure": "Nothing stands out here.",
    "faint": "Nothing stands out here.",
    # notes on a whole draft
    "they_asked": "They asked: offer what you tried, briefly, and leave the choice with them.",
    "story_before_feeling": "Your story comes before their feeling. You might let them be heard first.",
    # why the companion is quiet
    "quiet_empty": "There are no words to read yet.",
    "quiet_not_english": "The companion reads only English for now, so it stays quiet here.",
    "quiet_safety": "This is about safety, so the companion is quiet. Keep listening, and bring in help.",
    "quiet_too_long": "This is too long for the companion to read well, so it stays quiet.",
}


def why_text(key: str, words: str = "") -> str:
    """The English text of a reason. Unknown keys raise KeyError: a test keeps every table in step."""
    return WHYS[key].replace("{words}", words)
