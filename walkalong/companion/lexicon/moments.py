"""What the mentee's last message tells about the moment. Used only to say less."""

ASKED_FOR_IDEAS = """
[NEUTRAL asked]
1  what|where|how|who|which should|could|can|do|would|might i .. [?]
1  what|how should|do|can|could i do|start|handle|deal|stop|get|tell|say|cope
1  what would you .. do|suggest|recommend|say
1  what|how did you|do|help
1  what do you think i|about|of
1  what .. you think .. i should|could|do
1  do you think i should|could|need|ought
1  should|shall i
1  any|some|your|have|got|give|want|need .. advice|ideas|idea|tips|suggestions|suggestion|recommendations
     |thoughts
1  ^ suggestions|advice|ideas|tips
1  do you know any|anywhere|anyone|anything|somewhere|someone|of|a|how|where
1  can|could you .. help me .. find|figure|decide|with|think|to
1  can|could you suggest|recommend|advise
1  tell me what to
1  what .. helped|works|worked .. you
1  how did you
1  i do not know what|how to do|handle|say|cope|start .. [?]
1  what are|is my options|best
1  is there anything|something|a|any .. i can|could|should
"""

WANTS_NO_IDEAS = """
[NEUTRAL no_ideas]
1  not|no|without|stop|enough|sick|tired .. want|need|looking|ask|asking|giving|more|of .. advice|ideas
     |tips|suggestions
1  not .. advice|tips|suggestions
1  no advice|tips|suggestions
1  not .. asking|looking .. for
"""

IN_DANGER = """
[SAFETY_CARE danger]
1  suicid*|sucid*|suicde|suiside|kms|unalive|overdos*
1  kil|kill|killing|hurt|hurting|harm|harming|cut|cutting|starve|burn myself|self|mysef|myslef
1  end|ending|take|taking my own? life
1  end|ending it all|now|tonight
1  want|wants|wanted|wish|going|rather|ready|like|gonna to|i|was|be|were? .. die|dead
1  wish i .. never born|dead|die|wake
1  better .. off .. without me|dead
1  better off dead
1  do|would not want|wanna to? .. be|live|exist|wake .. here|alive|anymore|up|more
1  do|would not want|wanna to? live
1  can not go on|live .. anymore|like|any|more|$
1  no|any|not reason|point .. to|in live|living|alive|going
1  took|taken|taking|swallowed|have .. pills|tablets .. all|whole|bottle|enough|ready|saved
1  took|swallowed all|bottle|the|a .. pills|tablets
1  he|she|they|husband|boyfriend|dad|father|mother|partner|ex <adv>? hit|hits|beat|beats|choked|raped
     |assaulted|strangled|hurts|threatened .. me
1  raped|molested|assaulted
1  going|want|want to hurt|kill|stab|shoot someone|him|her|them|people
1  not safe|feel .. safe|here|home|tonight|now
1  jump|jumping off|from .. bridge|roof|building
1  have|bought|got a .. gun|rope|knife|noose
1  voices .. telling|tell me
1  goodbye .. everyone|forever|letter|note
"""

IN_PAIN = """
[NEUTRAL pain]
1  i .. am|feel|felt|been|feeling|so .. <feeling>
1  i .. can|could not .. stop|sleep|cope|breathe|eat|do|take|face|stand|anymore
1  everything|it|this .. hurts|falling|too|heavy|pointless|hard|broken
1  <so> <hard>
1  i .. cried|crying|hate|lost|failed|miss
1  died|dumped|divorce|funeral|fired|cheated|alone
1  nobody|no one .. cares|likes|understands|listens|loves
"""
