"""With, as a compassionate ally: naming the feeling, lifting the pressure."""

CUES = """
[VALIDATE reflects]
5    that|this|it must|sounds|seems|seemed|sounded|looks|is|was be|like|have|been|feel? .. <hard>
5    that|this|it must|sounds|seems|is|was be|have? been|feel? <so>? <hard>
4.5  ^ sounds|seems|must|looks .. <hard>|<feeling>
4.5  ^ how <hard>|sad|awful|terrible
4.5  that is <so>? <so>? <hard>
4    <so> <hard> for you
4    is|are|was <so>? <hard> when|to|on|for|especially|because
5    you must|seem|sound|look .. <feeling>
4.5  you must be|have|feel
5    you are|were <so>? <feeling> !if|to
4.5  you are|were|have been? <feel>
5    you feel|felt|sound|seem <so>? like|that|as|<feeling> !it
4.5  ^^ you <adv>? feel|felt|sense
4    it sounds|seems|looks|feels like|as|to
4    it sounds|seems that|you|this|there|things|your
4    ^ sounds|seems|looks|feels like
4.5  no|little wonder
5    makes|make <so>? <so>? sense
5    i <adv>? hear you !should|need
4    i <adv>? can|could <adv>? hear|see|tell|imagine|understand|feel|sense|relate
4    i <adv>? understand|get|hear|imagine !why
3.5  i know how|what|that|it|this .. feel|feeling|hard|like|mean|going|difficult|tough
4    i am <so>? <so>? sorry !i|but|about
5    i am <so>? <so>? sorry .. you|hear|this|that|for
4    sorry to hear
4.5  ^ sorry .. happened|hard|tough|through|hurt|hurting|lost|alone
4.5  sorry for your loss
4.5  anyone|anybody|who would .. feel|be|struggle|hurt
4    of course you|it
4.5  your <mood> .. valid|real|matter|matters|okay|ok|understandable|normal|count
4.5  you have every right|reason
4    every|all right to .. feel|be
4    understandable|natural|normal .. to|that|for|you|feel
4    completely|totally|very|so understandable|valid|natural
4.5  it is <adv>? ok|okay|alright to feel|be|cry|grieve|hurt
5    you are|were not|never <so>? strange|crazy|weak|weird|broken|silly|stupid|wrong|failing|failure|bad
     |burden|overreacting|exaggerating|dramatic
4.5  so|very|too hard on yourself .. just|then|there|today|now
3.5  you were|are .. hard on yourself
4    lots|many|most of us|people .. felt|feel|feels
4.5  you have been|had|lost|are|were .. carrying|through|carry|lot|holding|dealing|struggling|fighting
     |missing|hurting|wanting|worried|trying|working
4    you are .. going|dealing|struggling|trying|wondering|hoping|looking|afraid|worrying|thinking
     |questioning|concerned .. through|with|to|about|if|whether|that|for|of
4    it|that hurts
4    what i .. hear|hearing is
4.5  so|because much .. on your plate|shoulders|mind
3.5  no one|nobody should have to
4.5  you should not have to|had .. go|do|deal|face|feel|carry|bear|live
4    you .. want|wanted .. to be heard|understood|seen|loved|believed
3    part of you
3.5  on the one|other hand
3    you <adv>? care .. about|deeply
3.5  you would|do not <adv>? like|want|know|think|feel|see|understand|have !to
3    ^^ so you are|feel|felt|have|think|want|were|do|did|know|would|like
3    ^ you want|wish|wanted|miss|love|hate|worry|think|realize
-4   understand but|why you
-4   not <so>|that? <so>? bad|hard|tough|much|terrible|difficult|awful !for|to

[NO_PRESSURE lifts_pressure]
7    it|that|this is more than ok|okay|fine|alright
7    it|that|this is totally|completely|perfectly|absolutely ok|okay|fine|alright
5    no pressure|rush|hurry|judgment|judgement|obligation|expectations
4.5  ^ take your time
4.5  ^ take all the time
5    at|in your own pace|time|way
5    you do not <adv>? have|need to !worry
4.5  you do not <adv>? have|need .. explain|decide|answer|talk|be|do|apologize|justify|prove|pretend
5    not|none|nothing|never .. your|you fault
5    you did not|nothing do|did .. wrong
4.5  do not .. blame|beat|punish|judge .. yourself
4.5  it is <adv>? ok|okay|fine|alright not to|if|that|either
4.5  that is <adv>? ok|okay|fine|alright
5    ^ only|just if|when you|it .. want|like|ready|feel|feels
4.5  when|whenever|if|until you .. ready
4.5  ^ no need to
4.5  does|do not <adv>? have to be .. fine|ok|okay|alright|perfect|strong|positive|brave|good
4    no|never need|reason to .. rush|decide|answer|talk|explain|apologize|be|feel|sorry
4    ^ feel free to
4    not going|want|here to .. tell you what|how
4.5  not going|here to judge|push|pressure|fix
4    there is no right|wrong|perfect|deadline|rush
3.5  whatever|however|whichever you .. feel|do|are|say|choose|need|want .. ok|okay|fine
4    exactly|just as you are
3.5  one day at a time
3.5  be .. gentle|kind|easy .. with|to|on yourself
3.5  ^ do not be .. hard on yourself
3    as much|little as you
"""
