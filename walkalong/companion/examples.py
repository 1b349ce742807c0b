"""For every move a small set of authored examples, one for each family of feelings.

Shown as examples of the manner, beside the draft; never put into it, never offered as the sentence to send.
They know the feeling and nothing else: what somebody would have had to tell is left as a gap.
"""

from collections.abc import Sequence

from walkalong.companion.feelings import Feeling, Felt

FAMILY: dict[Feeling, str] = {
    Feeling.SAD: "sad",
    Feeling.HURT: "hurt",
    Feeling.LONELY: "lonely",
    Feeling.AFRAID: "afraid",
    Feeling.WORRIED: "afraid",
    Feeling.ANGRY: "angry",
    Feeling.ASHAMED: "ashamed",
    Feeling.GUILTY: "ashamed",
    Feeling.TIRED: "tired",
    Feeling.OVERWHELMED: "tired",
    Feeling.LOST: "lost",
    Feeling.HOPELESS: "lost",
    Feeling.NUMB: "lost",
    Feeling.PROUD: "glad",
    Feeling.HAPPY: "glad",
    Feeling.RELIEVED: "glad",
    Feeling.HOPEFUL: "glad",
}

EXAMPLES: dict[str, dict[str, str]] = {
    "reflect": {
        "sad": "You sound so sad. Of course it hurts.",
        "hurt": "That sounds so painful. No wonder it stings.",
        "lonely": "It sounds so lonely, and that is hard to bear.",
        "afraid": "It makes sense that you are scared. Fear like that is hard to carry.",
        "angry": "Of course you are angry. It makes sense to me.",
        "ashamed": "That sounds so painful to carry. It makes sense that it is hard to say.",
        "tired": "You sound so worn out. No wonder it feels like too much.",
        "lost": "It sounds so hard to find any ground under your feet right now.",
        "glad": "You sound so light. I can hear how much this means to you.",
    },
    "ask_feeling": {
        "sad": "What is the sadness like for you today?",
        "hurt": "What hurts the most about it?",
        "lonely": "What is the loneliness like for you?",
        "afraid": "What does the fear feel like right now?",
        "angry": "What is it like for you, being this angry?",
        "ashamed": "How are you feeling about it now?",
        "tired": "How are you holding up with all of that?",
        "lost": "What is it like for you right now?",
        "glad": "How does that feel for you?",
    },
    "stay": {
        "sad": "I am here with you. The sadness can stay as long as it needs.",
        "hurt": "I am on your side, and I am not going anywhere.",
        "lonely": "You are not alone. I am here.",
        "afraid": "I am right here with you, for as long as it is scary.",
        "angry": "I am here, and you can be as angry as you are.",
        "ashamed": "I am still here. I am not going anywhere.",
        "tired": "I am here for you, with or without words.",
        "lost": "I am here with you, however long this takes.",
        "glad": "I am here, and I want to hear all of it.",
    },
    "share": {
        "sad": "When my aunt died I kept her voice messages and could not play one for a year.",
        "hurt": "When my oldest friend stopped calling, I checked my phone for weeks.",
        "lonely": "My first winter here I went to the supermarket just to hear people talk.",
        "afraid": "Before my operation I did not sleep for three nights.",
        "angry": "When they gave my job away I was so angry that I could not speak for a day.",
        "ashamed": "I once hid a letter from the bank for a year because I was so ashamed.",
        "tired": "When the twins were small I fell asleep standing at the bus stop.",
        "lost": "After I left the band I did not know who I was for a long time.",
        "glad": "When I passed at the third try I danced in the car park on my own.",
    },
    "cheer": {
        "sad": "You let me see how it is for you. I am so proud of you.",
        "hurt": "You told me that it hurt. That took real courage.",
        "lonely": "You wrote to me. I am so glad you did.",
        "afraid": "You told me about the fear. That was so brave of you.",
        "angry": "You were honest with me about the anger. I am impressed.",
        "ashamed": "You told me. That took real courage.",
        "tired": "You wrote to me, as tired as you are. I am so proud of you.",
        "lost": "You said it out loud. That was a brave thing to do.",
        "glad": "I am so happy for you. You can be proud.",
    },
    "recall": {
        "sad": "I remember how you got through … You were sad then, too.",
        "hurt": "I remember how you found your way back after … I saw that.",
        "lonely": "You told me how you got through … on your own. I remember that.",
        "afraid": "I remember how you went through … though you were scared.",
        "angry": "I remember how you stayed yourself when … That was you.",
        "ashamed": "I remember the day you told me about … That was hard to say, too.",
        "tired": "I remember how you came through … when you were just as tired.",
        "lost": "You did not know the way when …, and you found one.",
        "glad": "I remember when you told me about … Look at you now.",
    },
    "hand_back": {
        "sad": "What would feel right to you today?",
        "hurt": "It is up to you what you do with this, if anything.",
        "lonely": "What would you like right now, company or quiet?",
        "afraid": "What would help you right now, if anything?",
        "angry": "It is your decision what you say, and to whom.",
        "ashamed": "Who you tell is entirely your choice.",
        "tired": "You know best what can wait. What would you like to put down?",
        "lost": "There is no right answer here. What feels true to you?",
        "glad": "What would you like to do with this day?",
    },
}


def example_for(move: str, felt: Sequence[Felt], usual: str) -> str:
    """The example that fits the strongest feeling there is one for; `usual` when no feeling was named."""
    for each in felt:
        found = EXAMPLES.get(move, {}).get(FAMILY[each.feeling])
        if found:
            return found
    return usual
