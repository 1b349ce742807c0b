"""Faint signs: each says little alone, together they make the probability fine-grained.

They speak for a whole side and can never name a label, so they cannot cause a flag by themselves.
"""

CUES = """
[with faint]
1.0  ^ <wh> <aux> .. you
0.6  ^^ <aux> you
0.9  [?]
0.6  <wh>
0.7  you feel|felt|feeling
0.5  feel|feeling|feels|felt
0.9  ^^ you are|were|have|feel|felt|want|wanted|had|would|think
0.7  ^^ so you
0.7  your <mood>
0.5  i am
0.6  i have|had
0.7  i <pastverb>
0.5  ^^ i
0.5  me|my
0.5  sorry|hope|glad|proud|strong
0.5  <feeling>
0.5  has|have|had been
0.6  how long|old|much|many
0.5  right [?]
0.6  is that [?]
0.7  is that right|true|correct|so|it|what
0.6  it|that sounds|seems|must
0.5  did|does it|he|she|they
0.6  wow|aw|aww|oh
0.5  ^^ and|so
0.5  you and|said|mentioned
0.5  kind|sort of
0.5  why
0.5  when you|did
0.7  do you|they|he|she|your

# Said, but not said to them: a pressure lifted, a quotation, a question about a feeling.
[over faint]
-5   do|does|did|would|need not <adv>? have|need|got to
-5   no need to
-4   not saying|telling|suggesting|asking .. you|that
-4   <person> <adv>? keeps|keep|said|says|told|saying|tells|tell .. you|that .. should|to|need|must|have
-3   ^^ did|does|do|is|was it|that|this feel|felt

[over faint]
0.8  <modal> <adv>? <act>
0.7  if you
0.8  you can|could|may|might
0.7  yourself
0.7  <crowd> .. can|find|say|have|are|do|who|that
0.7  people
0.8  <source>
0.8  <clin>
0.8  <care>
0.7  help|helps|helpful|useful
0.7  there is|are .. many|lots|some|plenty|lot|other|several|also|ways|things|great|good|always
0.8  such as
0.6  for example|instance
0.6  that|this way
0.6  so that
0.7  usually|often|generally|sometimes|typically|eventually
0.7  <act> .. and <act>
0.6  to <act> .. to|a|your|with|some
0.5  or|also|another
0.6  will|would
0.5  try|trying
0.6  important|best|better|good idea
0.5  time
0.5  maybe|perhaps
0.6  just|simply <act>
0.6  always
0.5  <ing> .. or|and <ing>
0.7  ^^ <ing>
0.6  ^^ the|a|an|there|people|some|many|most|they|sometimes
0.6  the more
0.6  do not
0.6  each|every|per day|week|month
0.6  job|jobs|resume|interview|career|money|school|work .. can|will|may|might|could|would
0.6  research|studies|study|evidence|shows
"""
