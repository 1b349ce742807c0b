"""Classes of words that patterns may name, such as <feeling> or <act>."""

_TABLE = """
adv: really just probably definitely also maybe perhaps honestly still simply seriously truly always
    actually certainly absolutely totally possibly at least so very already even only now
so: so really very pretty quite incredibly extremely super truly such too kind of a bit absolutely just
be: is are am was were be been being
feel: feel feels felt feeling
hard: hard tough rough difficult painful awful terrible horrible heavy exhausting frustrating
    overwhelming scary lonely stressful upsetting unfair draining hurtful heartbreaking sad devastating
    brutal horrid tiring crushing rotten confusing challenging annoying shitty crappy sucky bad much lot
    disappointing isolating frightening unbearable
feeling: sad angry lonely alone scared afraid anxious worried upset hurt tired exhausted drained
    overwhelmed frustrated stressed ashamed guilty embarrassed hopeless lost stuck numb empty
    heartbroken betrayed depressed confused nervous disappointed isolated rejected torn trapped unsure
    low down bad awful terrible worn stretched pressured helpless ignored unheard invisible unloved
    unwanted humiliated furious mad annoyed jealous bitter broken hurting conflicted happy relieved
    excited hopeful proud calm
mood: feeling feelings mood emotion emotions heart mind head pain fear grief anger sadness loneliness
    worry
great: great good amazing wonderful awesome fantastic brilliant huge incredible lovely excellent big
    brave beautiful impressive terrific superb nice strong courageous
won: did done managed handled survived overcome overcame beat faced coped succeeded recovered pulled got
    gotten made came come been gone achieved
clin: therapist therapists therapy counselor counselors counseling doctor doctors psychiatrist
    psychologist professional professionals gp hotline specialist
drug: medication medications meds antidepressants antidepressant ssri ssris dose dosage pills
    prescription xanax prozac zoloft lithium melatonin
disorder: depression ptsd bipolar adhd ocd bpd cptsd anorexia insomnia disorder codependency codependent
    narcissist narcissistic avoidant clinically trauma psychosis schizophrenia autism autistic
    agoraphobia dysthymia
who: someone somebody friend friends family mom dad mother father parents partner wife husband boyfriend
    girlfriend sister brother boss manager teacher professor them him her people others therapist
    counselor doctor coworkers roommate
person: he she they mom dad mother father parents everyone people partner boyfriend girlfriend husband
    wife boss friend friends family doctor therapist sister brother teacher society others somebody
    someone
day: monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today week weekend
    morning evening afternoon noon month
act: try talk speak go take make get call ask find focus think look give start stop write keep set join
    read consider avoid remember tell use do put see work spend eat sleep exercise meditate practice
    visit reach contact check seek create plan list apply leave block ignore move forgive accept learn
    treat surround distract relax breathe journal walk run sign save cut quit pick choose discuss
    explain show send email text let allow change break communicate apologize listen search google
    download watch invite schedule limit build come stay sit follow stand turn add prioritize reflect
    concentrate engage volunteer tackle reduce replace remind open face push force end confront report
    delete bring drink figure develop organize establish wait hang meet buy believe trust prepare
    explore address maintain express increase decide live enjoy act help hold
care: exercise exercising meditation meditating yoga journaling journal breathing walk walks walking
    jogging running hobby hobbies routine sleep diet vitamins water gym mindfulness gratitude bath music
    cooking painting headspace
source: website websites site app apps google youtube book books podcast podcasts video videos article
    articles online resources resource courses classes group groups program programs meetup facebook
    linkedin url internet forum forums service services hotline agency agencies tips techniques
    strategies methods tools
crowd: people persons folks studies research experts employers companies therapists most many some
helpful: helpful beneficial useful wise healthy best better worthwhile important essential crucial
    necessary smart
lazy: lazy selfish dramatic weak pathetic childish ridiculous stubborn negative ungrateful paranoid
    irresponsible immature irrational silly stupid needy defensive unreasonable
past: went had was were felt lost got found did made took told thought knew kept left began came saw
    could used would needed broke started learned couldn't fell met cried struggled lived hated loved
    realized grew became hid spent
modal: can could might may would will should must
wh: what how when where who which
aux: do did does are is was were have has had would can could will am
i: i me my mine myself
num: one two three four five six seven eight nine ten
not_ing: thing things something nothing anything everything feeling during morning evening being going
    king ring
"""


def parse_classes(table: str) -> dict[str, frozenset[str]]:
    """`name: words`, where a line that begins with spaces carries on the one above."""
    joined = table.strip().replace("\n    ", " ")
    named = (line.split(":") for line in joined.splitlines())
    return {name: frozenset(words.split()) for name, words in named}


CLASSES = parse_classes(_TABLE)

# Classes by the shape of the word, for which no list would ever be complete.
SHAPES = frozenset({"ing", "pastverb", "number"})
NOT_ING = CLASSES["not_ing"]


def in_class(word: str, name: str) -> bool:
    if name == "ing":
        return len(word) > 4 and word.endswith("ing") and word not in NOT_ING
    if name == "pastverb":
        return word in CLASSES["past"] or (len(word) > 3 and word.endswith("ed") and word != "need")
    if name == "number":
        return word[0].isdigit() or word in CLASSES["num"]
    return word in CLASSES[name]
