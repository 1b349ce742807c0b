"""Neither: logistics, thanks, small talk, one's own limits; and care for safety."""

CUES = """
[NEUTRAL ordinary]
4    shall|should|can|could we meet|talk|speak|catch|chat|do|say|move|call
4    let us meet|talk|speak|chat|catch|say|move
3.5  is|are|does|would <number>|<day> .. good|ok|okay|fine|work|suit
3.5  <day> at|around <number>
3    at <number>
3    see|talk|speak .. you .. <day>|soon|then|later|at
3.5  what time|day
3.5  are you free|around|available
4.5  ^^ hi|hello|hey|hiya $
4    ^^ hi|hello|hey|hiya there|again|you|everyone|friend $
3    ^^ hello|hi
3.5  ^ good morning|evening|night|afternoon
3.5  ^ sleep well
4    ^ thank|thanks
3.5  ^ have a .. day|night|evening|weekend|week|one|trip|time
3.5  ^ take care
4.5  you are welcome
3    ^ ok|okay|yes|no|yeah|sure|right .. $
4.5  sorry .. late|missed|slow|delay|earlier
4    i .. can|could not .. make|come|talk|call|meet .. it|today|tonight|tomorrow|then|<day>
4    i need to go|leave|sleep|run|stop
4    i have to go|leave|work|run|cook|pick
3    i will be .. late|away|offline|back
3    my day|week|weekend|cat|dog
3    did you see|watch|hear .. game|match|film|movie|album|band|show|song
2.5  the weather|game|match|film|movie|album|band|show|song
3.5  nice to meet|see|hear
3    i .. do not|not know
3    let me think|check|know|see

[SAFETY_CARE cares_for_safety]
7    are|do|have|did you .. thinking|thought|think|thoughts|feel|feeling|planning|plan|want
     |wanting .. suicide|suicidal|killing|ending|dying|die|kill|hurting|hurt|harming|harm .. yourself?
7    <aux> you .. suicidal|suicide
7    are|do you <adv>? .. safe .. [?]
6.5  you .. safe right|tonight|now|today|there
7    thoughts|plan|plans .. of|to|about .. suicide|ending|end|dying|kill|killing|hurting|hurt
7    about suicide
7    kill|killing yourself
7    hurt|hurting|harm|harming yourself
7    crisis|suicide line|lifeline|hotline|helpline|text|prevention
7    helpline|lifeline|samaritans|hotline
7    ^ call|text|dial <adv>? 988|911|999|112|116|emergency
7    988|911|999
6.5  emergency services|number|room|contact|help
6.5  can|could|will|not|never not? keep .. this|that|it .. secret|private|myself|between
6.5  have|need|going to .. tell|let|bring|involve|call .. staff|program|ambassador|lead|emergency|police
     |ambulance
6.5  can|will not stay|be private|secret
6    did you take .. pills|anything|something|tablets
6    has|did|is|are he|she|they|anyone|someone .. hurt|hit|hurting|hitting|threaten* .. you
-7   promise me
-4   hard on yourself
"""
