"""With, as a friend: being there, asking how it feels, a short story of one's own."""

CUES = """
[SHOW_UP stays]
5    i am|will here|there for|with you
5    i am always? <adv>? here $
4.5  i am <adv>? here tonight|now|today|still|too
4.5  i am always? here .. you|listen|talk|whenever|if|to
4.5  here for you
4.5  here to listen|support|sit|talk
4.5  i will be|stay <adv>? here|there|around
5    you are|were not|never .. alone
4.5  not|never alone in this
4.5  i am|will .. listening
4.5  i am <adv>? with you
5    by|on|at your side
5    right beside you
4.5  you have me
4.5  got|have your back
4.5  i am not going anywhere
4    thinking of|about you
4    i am all ears
4    happy|glad|willing|free to listen|talk|chat
4.5  you can <adv>? talk|vent|write|message|text|call .. me
4.5  you can <adv>? count|lean|rely on me
4.5  ^ call|text|message|write|ring|reach .. me .. any|anytime|whenever|if|time|day
4    ^ talk to me
4    i care about|for you
4    i will listen|walk|sit|wait|remember|come|call|message|write
4    we will|can get|go|walk|face .. this|it together
4    we can sit|stay|be .. quiet|together|silence
3.5  we are in this together
3    want|love|here to help|support you
2.5  glad|happy you reached|told|shared|came|wrote|messaged|said|trusted
3.5  thank|thanks .. trusting|sharing|telling|opening .. me|that|up|this
-3   i will be there .. did|done|check
-4   not alone everyone|everybody|others

[ASK_FEELING asks_feeling]
5    how are|is you <feel>|holding|coping|doing|today
5    how do|did|does|would .. that|it|this|you .. feel
5    how do|did|does ... make you feel
5    how is|was|are your heart|mood|day|week|night|evening|weekend
4.5  what is|was it|that .. like
4.5  how is|was|are it|that|things|everything|she|he|they
5    what .. hardest|heaviest|scariest|worst|hurts|worries|scares|weighs
4.5  what is on your mind
4    what is|has been? going on|happening|up|happened
4    what happened !to|if
4.5  ^ tell me .. more|about|what|how
4.5  ^ <aux> you tell|share|say .. me? .. more|about|what|how
4.5  would|do you like|want to talk|share|tell|say .. about|more|it|what
4.5  do you want to talk|share|vent
4    are you <so>? <feeling>|okay|ok|alright .. [?]
3.5  are you .. ok|okay [?]
4    do you <adv>? feel .. [?]
3.5  did you feel .. [?]
3.5  what|how .. you .. feel|feeling|felt .. [?]
4.5  i would love|like to hear|know|understand .. more|about|how|what
3.5  how long have you <adv>? been? <feel>
4    what makes you <feel>|feel|say|think
3.5  what <mood> .. you
3    what .. bothering|upsetting|worrying|scaring|stressing|weighing you
4    i wonder|wondering how you|it|that
4    want|like to talk about it|that|this
3.5  how bad|heavy|hard is|was it
3    what brought|brings you
-3   how long have you had
4    ^^ did|does|is|was it|that|this feel|felt

[SHARED_STORY tells_own_story]
4.5  when i was|felt|lost|had|went|got
5    when it|that was me
4.5  i have been there
4    i <adv>? remember when|feeling|being|how|my|the
4.5  i have been .. through .. too|same|similar|it|that|this
4    i went through .. too|same|similar|it|that|this|something
4    i felt .. too|same|like|similar|when|after|that
4.5  <pastverb> .. to|for me too
4    happened to me
4    i <adv>? struggled|struggle
4    i used to
3.5  i too <pastverb>|have|feel
3.5  i also <pastverb>|have|feel
3.5  in my case
3.5  for me it|the|that|what
3.5  i had .. similar|same
4    i know .. like .. i <pastverb>
3.5  what .. helped me|mine
3.5  it|that|this|running|walking|talking|writing <pastverb> me
3    me too
3    same here
3    i <pastverb> .. my|years|once|last|ago|a
2.5  ^ i <adv>? <pastverb>
2.5  i have had|felt|lost|struggled|experienced|been
2.5  my <person>|dad|mom|ex|own .. <pastverb>
-4   i would love|like to
-5   i told|said|asked|warned you
-2.5 i <adv>? <pastverb> you
-3   worse|harder
"""
