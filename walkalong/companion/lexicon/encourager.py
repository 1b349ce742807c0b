"""With, as an encourager: celebrating a step, lending hope, remembering what they managed before."""

CUES = """
[CELEBRATE celebrates]
5    so|really|very|incredibly|just|am proud of you
4.5  you .. should|can be .. proud
4.5  proud of yourself
4.5  well done
4.5  congratulations
4.5  good|great|nice|amazing|fantastic|excellent job|work|going|one
4    good for you
4    way to go
5    you did it
4.5  you .. did .. well|great|amazing|brilliantly
4.5  you .. doing|handling|managing .. well|great|amazing|amazingly|brilliantly
4.5  look at you
3.5  ^ look at what you|your
4.5  <great> step
4    what a <great>? step|day|win|week|moment|thing
4    that is|was <so>? <great> !idea|point|plan|question|way|place|if|to
3.5  that is|was .. <great> of you
4.5  took .. courage|guts|strength|bravery
4    so|really|very glad|happy|pleased|excited .. you|for
3.5  glad|happy for you
3.5  great|wonderful|amazing|good to hear|that you
4    you .. so|very|really brave|courageous
3.5  <great> that you
3.5  love|loved that|how you
3.5  ^ hooray|yay|wow|woohoo|bravo
3    impressed
3    ^ that is|was .. progress
4    i noticed .. you
3    you <adv>? made .. progress
3    i appreciate|admire you|your|how|that

[CHEER_HOPE cheers]
5    you can do this|it
5    you have got this
4.5  i <adv>? believe in you
4.5  i have .. faith|confidence in you
4.5  rooting|cheering for you
4    hang in there
4    ^ do not .. give up
4    i know|believe|think|sure .. you .. make|get|come|pull|find .. through|it|way|there
4    you will get|make|come|pull through|it|there
3.5  you are|have .. <so>? strong|stronger|capable|resilient|smart|worthy|enough|valuable|good|great|kind
4    you matter
4    you deserve
4    you are worth
4    you are .. person|man|woman|friend|mother|mom|father|dad|son|daughter
4    there is .. hope
3.5  i .. hope|hoping|hopeful .. you|for|it|things|that
3.5  keep|hold .. going|hope|on .. for|with|here|until|!for
3    better .. days|times
2.5  things|it will|can get|be .. better|easier|brighter
3.5  you have .. strength|courage|what it takes|power
3    sending .. love|hugs|hug|strength|thoughts
3    you will .. find .. way|someone|job|it
3    whatever happens
-3   cheer up
-3   another day

[RECALL_STRENGTH recalls]
5    remember when|how|that you
5    remember the time|day|last you
5    you have <adv>? <won>|been|faced|lived .. before
5    you did .. before
5    last|other time .. you <adv>? <won>|<pastverb>
4.5  you have come .. far
4.5  you have <adv>? survived|overcome|got|gotten|made|been|lived|come through|it|this|that|every|all
     |so .. already|before|far|past|harder|worse|through
4    you told|wrote .. me .. how you <pastverb>
4.5  you found|managed|got .. way|it|through .. then|before|last|back
4    you have <adv>? survived|overcome
4    same|that strength|courage|person .. you .. then|had|showed|back
3.5  back in .. you <won>|<pastverb>
"""
