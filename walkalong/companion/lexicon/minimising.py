"""Over, by making it smaller: comparing, brightening away."""

CUES = """
[MINIMISE brightens]
5    on the bright|positive|plus side
5    look|see|find .. bright|silver|positive|positives side|lining|in
4    silver lining
5    cheer up
5    tomorrow is .. another|new day
5    everything happens|has for|a reason
4.5  happens for a reason
4.5  think|be|stay|thinking|focus .. positive|positives|positively|happy|grateful|thankful
4.5  be|feel <adv>? grateful|thankful|happy|glad .. you|for|that|it
4    count your blessings
4.5  time heals|will heal
4    in no time
4    this too shall pass
4.5  it|this|everything|things|you|all will|is|are <adv>? be|going .. fine|okay|ok|alright
4    plenty|other|more .. fish
4    ^ smile
3.5  everything|it|things will|always work|works out
3.5  meant to be
4    what does not kill you
4    you will .. laugh|forget .. this|about|it
4    good|happy vibes|thoughts only?

[MINIMISE shrinks]
5    ^ at least !one|a|once|try|twice|<number>|for|know|you
4    ^ at least you .. <act>|have|got|are|did|know
2    at least
5    not|never <so>? <so>? that|so bad|big|serious|hard|terrible|deal
5    no|not .. a big|huge deal
5    not the end of the world
5    it|that|this is only|just a|an .. phase|day|job|boy|guy|girl|test|exam|thought|feeling|bump|game
5    just a phase|thought|bump|bad
5    could|might|can be|have .. worse
5    in|all in your head
7    you are|were .. overreacting|exaggerating|imagining|overthinking|dramatic|sensitive
-8   you are|were not|never|hardly .. overreacting|exaggerating|imagining|overthinking|dramatic|sensitive
4.5  do not .. worry|overthink|stress|cry|sad|upset .. about|it|so|too|be|much|$
4    ^ do not be|feel .. sad|upset|silly|down|bad|worried|scared|afraid|anxious
4.5  ^ calm|chill|relax down|out|$
4    nothing to .. worry|be|cry|afraid|stress
4.5  you will get|be over|fine|ok|okay|alright|used
4    you are|will be? fine
4    that is|was nothing
4    not worth .. crying|worrying|your|it
4    move|get past it
4    forget about it|him|her|them
4    it is|was no reason|big
3.5  lighten up

[MINIMISE compares]
5    everyone|everybody|we|people all? <adv>? goes|feels|has|gets|struggles|deals|have|go|feel|get
     |struggle .. through|that|this|way|problems|sad|same|bad|hard|stress|stressed|down|days|lonely
5    not alone everyone|everybody|people
5    others|people|many|someone|some|kids|plenty .. have|has|had|got .. worse
5    i <adv>? had|have|got|went .. worse|harder
5    worse off
5    i|that|mine was way|much|far|even worse|harder
4.5  you think you|that|this|it .. bad|hard|tired|i
4    happens to everyone|everybody|all|us
4    nobody|no one is perfect
3.5  we all
3.5  join the club
-4   lots|many|most of us .. feel|felt .. not
-3   not have to be|feel fine|okay|ok|strong
-5   does not|do not|not have to be .. fine|ok|okay|positive|strong
-4   worried|worrying about
"""
