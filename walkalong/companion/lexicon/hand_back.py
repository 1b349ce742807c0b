"""With: giving choice and expertise back, asking permission."""

CUES = """
[HAND_BACK hands_back]
5    what do|would you <adv>? think|want|need|like|prefer|believe|make|hope|feel .. [?]
5    what would|might|could|can|does|has .. help|helped|helps|feel|make .. you .. [?]
5    what .. would|might|could|has|have .. help|helped|helpful|useful|good|right .. [?]
4.5  ^ it is .. up to you
4.5  entirely|completely|totally|all up to you
4.5  it|that is .. your call|choice|decision|life|story|pace
4    ^ your call|choice|decision
4.5  you .. decide|choose !to|today|now|by|what
4    you <adv>? know yourself|best|better
4    only you .. know|can|decide
4.5  would|is|are you|it .. like|ok|okay|alright|fine|help if|for? me|i .. to|share|ask|tell|say|told
     |shared|asked|said|helped
4.5  would you like|prefer|want me to
4    would it .. help|ok|okay|alright if i|me
4    can|could|may i <adv>? ask|share|tell|say|offer
4    do you mind if i
4    what feels|felt|seems right|good|best|possible|true|important
4    what .. matters|important to you
4    how can|could|may|would i .. help|support|be|do
4    what can|could i .. do|help
4.5  do you feel .. you have it|this|got
4.5  have|got it from here
4    ^ trust your|yourself
4    i trust you|your
4    whatever you .. decide|choose
4    how would|do you like|want|see|prefer .. [?]
3.5  what .. you .. want|need|prefer|hoping|hope .. [?]
3.5  where|which .. you .. like|want|start|begin|prefer .. [?]
4    what .. you|your .. gut|heart .. say|says|tell|tells|telling
3.5  what|how .. you|have .. tried|done|worked .. [?]
4    do you want me|us to
4    you are the .. expert
7    it|that may|might|could|can <adv>? be <so>? <adv>? quite? different .. for|with you
3.5  ^ you are the one who
"""
