"""Over, as an authority: telling them what to do, unasked. Even kindly, even as a question."""

CUES = """
[ADVISE tells_what_to_do]
5    you <adv>? should|must <adv>? !not|be|have|i|that|feel|know
5    you <adv>? should|must .. <act>
4.5  you <adv>? should .. have|be|feel
5    you <adv>? ought|better|shall to?
5    you had|would better|best
4.5  you <adv>? need|have to <adv>? <act>
4    you <adv>? need|have to <adv>? !be|feel|go|say|know|get|deal|live
4.5  you <adv>? got to <act>
3.5  you <adv>? need a|an|some|your
4    i <adv>? need|want|urge|would? like you to <adv>? <act>
5    i <adv>? urge|advise|encourage|recommend|suggest
4.5  may|can|could|might i suggest|recommend|offer
5    i would|will|can|might <adv>? suggest|recommend|advise|encourage
4.5  my .. advice|suggestion|recommendation|tip
4.5  ^ my advice
5    if i were|was you
5    in your shoes|place|position i would
4.5  i would <act>
4    i would start|begin|go|look by|with|to|for
5    ^ make sure
4.5  want|need to make sure
4.5  ^ promise me
4.5  ^ try to|not|it|a|and|some|talking|using|writing|going|doing|your|the|this|that|to|these|taking
     |making|focusing
4    ^ try <ing>
4    ^ try
4.5  you <adv>? can|could|might|may <adv>? want|like|need|try|wish to|a|an|the|and|your|some|<ing>
4    you <adv>? try <ing>
4.5  you could|might <adv>? <act>
3    you may <adv>? <act>
3.5  you can|could|might <adv>? <act> !you|i
5    only|just one choice|option|thing|way .. sense|right|do|works|left
4.5  it is|would|might|may|could|will be? .. good|great idea
4.5  <adv>? a <great>|useful? idea .. to
3.8  would|might|may|could|can be .. <helpful>|good|great|nice|worth .. to|for|if|idea
4    it|that|this would|might|may|could|can|will .. help .. you|if|to|with
4    is <so>? <helpful> .. to|that you
4.5  it is|would be? best|time to|you|for
4.5  the|your best|only|first|important thing|option|way|bet|step|advice .. is|to|would
4.5  one thing you|to .. can|could|might|try
4    one thing .. is|would to
4.5  something you|to .. can|could|might|try|consider
4    you would be|feel better|wise off|if|to
4.5  ^ consider
4    be .. sure to
4    ^ remember to
-5   remember|forget .. umbrella|scarf|coat|gloves|hat|sunscreen|ticket|keys
4.5  ^ never|do not|stop <act>
4    ^ do not <adv>? let|be|feel|go|forget|try|say|think|do|give !like
4    ^ you go and|to|back|straight
4.5  ^ you just|simply <act>
4    ^ all you .. do|need
4    the key|trick|secret|point|answer|solution is
4    so you should|must|need
3.5  let us <act>
4.5  you will|would want|need|have to
4    i think you|that .. should|could|need|ought|might
3    and|then|or you can|could|should|might
4    if you want|would to? .. you should|need|must|have|can
4    you are .. supposed to
4    should|need|must|got|has|have to? .. stop|quit|leave|break <ing>|smoking|drinking|up|him|her
4    should <adv>? <act>

[ADVISE imperative]
4    ^ talk|speak|go|take|get|call|ask|find|focus|start|stop|set|join|avoid|seek|visit|sign .. to|a|an
     |the|your|some|for|on|with|out|up|in|at|someone|something|it|him|her|them
3.5  ^ <act> your|the|a|an|some|yourself|to|with|on|about|for|out|it|him|her|them|someone|something|up
2.5  ^ <act> !is|was|are|were|can|and|will|or|sounds|me|you|i
3.5  ^ <act> <adv>? <ing>
4    ^ always|never|only <act>
3.5  and|then|or <act> your|yourself|the|a|some|him|her|them|someone
4    now|then go|do|try|take|call|tell|write
-4   ^ <act> me
-4   ^ take care|your|all
-3   ^ look at|forward
-4   ^ talk|write|text|call|message me
-3   ^ let me
-3   ^ let us meet|talk|catch|speak|chat|see|say|move|do
-4   ^ tell me
-4   ^ keep going
-4   ^ stay safe|strong|with
-3   ^ believe|trust me|in|your|yourself
-3   ^ hold on
-3   ^ wait
-3   ^ imagine
-3   ^ thank|thanks|hope|sounds

[ADVISE advice_as_question]
5.5  have you <adv>? ever? tried|considered
-6   have you <adv>? ever? tried .. bakery|cafe|restaurant|pub|pizza|bread|cake|rolls|soup|recipe
4    have you ever? heard|googled|searched of|about|for|<ing>
3.5  ^ you tried|considered|checked .. [?]
5    have you .. thought|looked about|of|into <adv>? <ing>|a|seeing|going|getting|joining
4    have you .. thought|looked|checked about|of|into|online|at
3.5  have you .. talked|spoken|reached|seen|asked|told .. to|out|a|about|with|<who>
3.5  did you <adv>? try|consider|think
5    why do|not not? you <adv>? just|try|go|talk|ask|tell|call|take|get|leave|<act>
5    ^ why not <act>
4.5  what|how about <ing>|a|going|seeing|some|the|we
4.5  what if you
4    is there|any .. <who> .. you can|could|might
3.5  is there any|a way .. you
4    can|could you <adv>? <act> .. [?]
3.5  would you <adv>? be|feel willing|able|open|interested|comfortable .. to|in|<ing>
4    would you consider
3.5  worth <ing>
4    do|do not you think .. you|it .. should|could|can|might|better|would
3.5  would|could|might it help|be .. to|if|helpful [?]
3.5  are|would you able|willing to .. [?]
3    do you have .. <who>|hobbies|hobby|anyone|any .. [?]
3.5  ^ maybe|perhaps <act>|<ing>|a|you|try
4.5  ^ maybe|perhaps you|it .. could|should|can|might|try|need|would
4    ^ maybe|perhaps <ing>

[ADVISE names_a_remedy]
3    try|find|seeing|see|get|finding|with|a|an|therapy|therapist .. therapist|therapy|counselor
     |counseling|professional
2.5  <clin>
2.5  <source>
2.5  <care>
3    i <adv>? find|found|think .. <care>|<source>|<ing> helps|helpful|useful|helped
3    <ing> <adv>? can|could|may|might|would|will|helps|help
3.5  <ing> .. can|could|may|might|would|will .. help
3    help|helps|helped .. you .. <act>
2.5  step back
3    get some rest|sleep|help|exercise|air|support

# It is not said to them, or not as a thing to do.
[ADVISE tells_what_to_do]
-5   not saying|telling|suggesting .. you
-5   you <adv>? feel|felt|think|thought|said|say|mentioned|know|wonder|believe|fear|worry
     |told .. you .. should|must|need|have|ought|could
-5   you <adv>? feel|think|felt|thought|wish|wonder|know|believe|say|said .. should|could|need|must
-5   do|did you <adv>? think|feel|want|believe .. you .. should|need|have|must|could|ought|might
-5   what|where|how|who|when|which .. you .. should|could|can|might|need|want|have .. [?]
-5   what|how|where|who .. should|could|can|might|would you .. [?]
-4   <person> .. said|says|told|tells|thinks|think|say|tell|keeps|keep|insists|saying
     |telling .. you .. should|to|need|must
-5   you should not have to|had
-5   you do not <adv>? have|need to
-5   do not <adv>? have|need to
-5   no need to
-5   you should be .. proud
-4   you must be|have|feel
-4   you .. have to .. feel|go|deal|carry|face|live|put .. through|with|that|this|it
-4   you can do this|it
-4   you can|could <adv>? talk|vent|write|message|text|call|count|lean|rely .. me
-3   you can see|feel|say|be|imagine|hear
-4   you could see|feel|say|not|be
-4   can|could you <adv>? tell|say|share|describe|help|explain|give|hear .. [?]
-4   i would be|feel|love|like|have|not|say|also|never|imagine|go|do .. too|too?
-3   should|shall we
-3   should i
-5   only if you
-3   i need to
-3   let us see
-3   would you like|prefer
-4   do not <adv>? give up
-5   need a hug|friend|hand
-4   you could|can use a
-3   if you need|want
-3   have you .. been|felt|had
-3   what|anything|somebody|someone|anyone|thoughts|something|when|where|how .. you|would could|can|might
     |may|think|be .. [?]
-3   do you .. think|feel .. you could|would|might|can
-3   what|when|where would be
-3   confident .. you
-3   so|that|hope|if|when|fact|thing|things|stuff|way you can|could|might
-5   i|we .. want|need|wants|wanted to make sure
"""
