"""For every move a small set of authored examples, one for each family of feelings.

Shown as examples of the manner, beside the draft; never put into it, never offered as the sentence to send.
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
        "sad": "You miss her in all the small things, and that hurts. Of course you cried.",
        "hurt": "You trusted him, and then he laughed. No wonder that stings.",
        "lonely": "It sounds so lonely, a whole weekend with nobody to talk to.",
        "afraid": "It makes sense that you are scared. So much hangs on that letter for you.",
        "angry": "Of course you are angry. He promised, and you were the one left standing there.",
        "ashamed": "It sounds like you wanted to disappear. That must have been so painful.",
        "tired": "You have been carrying all of it at once. No wonder you are worn out.",
        "lost": "So nothing feels like yours right now. That sounds bewildering.",
        "glad": "You sound so light today. I can hear how much this means to you.",
    },
    "ask_feeling": {
        "sad": "What do you miss the most today?",
        "hurt": "What was it like to hear that from her?",
        "lonely": "What are the evenings like for you?",
        "afraid": "What does the fear feel like right now?",
        "angry": "What hurts the most about what he did?",
        "ashamed": "How are you feeling about it now?",
        "tired": "How are you holding up with all of that?",
        "lost": "What is it like for you, not knowing?",
        "glad": "How does it feel, now that it is real?",
    },
    "stay": {
        "sad": "I am here tonight. You can cry as long as you like.",
        "hurt": "I am on your side, and I am not going anywhere.",
        "lonely": "You are not alone tonight. I am here.",
        "afraid": "I will be right here while you wait.",
        "angry": "I am here, and you can be as angry as you are.",
        "ashamed": "I am still here. I am not going anywhere.",
        "tired": "I am here for you tonight, with or without words.",
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
        "sad": "You got up and told me about it. I am so proud of you.",
        "hurt": "You spoke up for yourself. That took real courage.",
        "lonely": "You wrote to me tonight. I am so glad you did.",
        "afraid": "You opened the letter. That was so brave of you.",
        "angry": "You walked away and stayed yourself. I am impressed.",
        "ashamed": "You told me. That took real courage.",
        "tired": "You got through the whole week. I am so proud of you.",
        "lost": "You said it out loud today. That was a brave thing to do.",
        "glad": "You did it! I am so happy for you.",
    },
    "recall": {
        "sad": "You got through that first spring without him. I remember.",
        "hurt": "You found your way back after the last time you were let down. I saw that.",
        "lonely": "I remember how you made a home of that empty room two years ago.",
        "afraid": "You were just as scared before the last exam, and you walked in anyway.",
        "angry": "I remember how you kept your dignity when they blamed you last year.",
        "ashamed": "You have told hard truths before. I remember the day you called your brother.",
        "tired": "You have come through weeks like this before. I remember November.",
        "lost": "You did not know the way last winter either, and you found one.",
        "glad": "I remember the day you said you never would. Look at you.",
    },
    "hand_back": {
        "sad": "What would feel right to you today?",
        "hurt": "It is up to you whether you answer her at all.",
        "lonely": "What would you like tonight, company or quiet?",
        "afraid": "What would help you right now, if anything?",
        "angry": "It is your decision what you say to him, and when.",
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
