"""Over, as tough love: confronting, blaming, shaming."""

CUES = """
[TOUGH_LOVE confronts]
5    stop whining|complaining|moaning|crying|blaming|wallowing|pretending|lying|overthinking|hiding
     |running|acting
5    stop making|makin|finding excuses
5    stop feeling sorry
5    stop being .. <lazy>|so|such
5    you .. need|have|must to .. stop|quit|face|grow|wake|accept|admit .. <ing>|up|it|that|the|yourself
     |reality|facts
5    no|without|enough|making|your|more excuses|excuse
5    ^ <adv>? get over it|him|her|yourself|this|that
4.5  need|have|just|time to? get over it|him|her|yourself|this|that
5    pull yourself together|out
5    snap out of
4.5  toughen|man|grow|wake|suck|buck up !in|with
5    face reality|facts|it|the|up
5    you .. need|have|ought .. hear this|the|it
4.5  hard|harsh|cold|brutal|tough truth|reality|love|fact
4.5  be .. honest|real with yourself
4.5  let us be honest|real|frank
4.5  just do|deal|get|move|let it|with|on|over|go
5    ^ just get over|up|on
4.5  deal with it
4.5  life is not fair
4.5  own it|up|your
4    take .. responsibility
4.5  do not be <so>? <lazy>
4    you are the only one
4    nobody|no one else is|will going|coming|do|can
4    time to .. move|stop|grow|get|let .. on|up|over|go
4    what is wrong with you
4.5  you can not|never keep|expect|just

[TOUGH_LOVE blames]
5    your <adv>? own? fault
-6   not|none|nothing|never|hardly .. your own? fault
7    you brought|did .. on|to yourself
-9   you did|have not .. on|to yourself
5    you should have
4.5  you could have
4.5  you should not have !to
7    what did you expect
5    i told|warned you so|not|that|to|about|already
5    why did|can|have not you
5    why did|can|have you not
4    why did|do|would you .. leave|stay|let|keep|still|always|never|even
5    how could you
5    you are|were <so>? <so>? <lazy>
-6   not .. you are|were <so>? <so>? <lazy>
-6   you are not|never <so>? <so>? <lazy>
-4   <person>|they|he|she|you|do|did <adv>? feel|feels|say|says|said|think|thinks|thought|called|told
     |worry|afraid .. you are|were
5    you are|were|being <adv>? being <so>? <lazy>|unfair|rude
4.5  you <adv>? always|never|keep .. do|say|make|give|blame|listen|let|quit|run|complain|try|follow
     |finish|<ing>
4.5  you chose|made .. this|choice|bed|mess
4.5  you only have yourself
4.5  you let .. down|yourself|him|her|them|everyone
4    disappointed|ashamed in|of you
4.5  you are not .. trying|even|helping
4.5  you do not .. try|listen|even|care
4    you gave up
3    your attitude|behavior
4    if you really|had|actually wanted|tried|cared|listened|just
4.5  no one|nobody to blame

[TOUGH_LOVE no_excuses]
5    before .. so .. no excuses
-4   are|do not you .. afraid|worried|sure
-3   why do you .. feel|think|believe|say
"""
