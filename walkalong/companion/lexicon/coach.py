"""Over, as a coach: goals, steps, plans, checking up, cheering with a condition."""

CUES = """
[COACH sets_goal]
5    what is|are your .. goal|goals|plan|plans|target|deadline|strategy|steps|step .. [?]
5    set|make|have|create|build|write|draw .. goal|goals|plan|schedule|target|deadline|timetable|list
     |routine
3    your goal|goals|targets|progress
4.5  your deadline|homework
4.5  reach|meet|hit|work|achieve|review|set .. your goal|goals|targets|target
4.5  a|your|the goal|target|milestone|deadline .. is|for|by|of
4.5  action plan|steps|item|items
4.5  next step|goal|level|target|challenge
4.5  ^ first|step .. then|second|two
4.5  step <number>
4.5  break .. it|this|that|things|down into|down .. steps|pieces|chunks|parts|goals
4    small|baby|smaller|manageable steps|goals|chunks
4.5  commit to
4    hold you accountable
4    accountab*
4    stick to
4    track .. your|it|how|of
4    homework
4    your|a|to do list
4    stay|keep on track
4    one goal|task|action
4    by|before|until <day> .. you|i|we|want|have|done
4    want|need|you|have .. done|finished .. by <day>
4    every|each|once|twice .. day|morning|night|week|daily .. you
3.5  on a scale
3.5  how many|often .. times|days|hours .. this|did|will .. you
3.5  when|how will|are you .. going|start|do .. [?]
4    what will you do|try
4    are you going to .. [?]
4    review your
2.5  motivat*|productiv*|procrastinat*|discipline|optimize

[COACH checks_up]
5    i will .. check|see|ask .. that|if|whether .. you
5    check|checking .. that|if|whether .. you .. did|have|done|are
4.5  check|checking in|up .. on|with .. you|your .. progress|did|done|goal
5    did you .. do|finish|complete|keep|practice|follow|manage .. the|your|what|homework|exercise|list
     |steps .. [?]
4.5  have you done|finished|completed|started .. your|the|what
4.5  report back
4    let me know .. when|once|if .. you|have .. done|did|finished|tried|started
4    show me .. did|list|progress

[COACH praise_with_next]
5    <great>|done|job|proud|step .. now|next .. do|try|go|let|time|aim|step|add|keep|twice|double
5    ^ now .. do|try|aim|go|let .. it|again|twice|for|us|more|harder
4.5  imagine|think .. if|what .. you .. twice|more|every
4    i will be|am .. proud|happy .. when|once|if you
4.5  will be proud .. when|once|if
4    keep it up .. and|then|you
4    aim for
"""
