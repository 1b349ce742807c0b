"""The few spellings chat uses, and slips of the finger in the words that matter most.

Only a short list of words is mended, and only ones without a common English neighbour: a wrong correction
could invent a meaning the writer never had.
"""

_CHAT = """
u: you | ur: your | youre: you are | your're: you are | ure: you are | yr: your | ya: you | yous: you |
yuo: you | yoy: you | yo: you | youve: you have | youll: you will | youd: you would | im: i am |
ive: i have | ill: i will | id: i would | dont: do not | doesnt: does not | didnt: did not |
cant: can not | cannot: can not | wont: will not | isnt: is not | arent: are not | wasnt: was not |
werent: were not | havent: have not | hasnt: has not | hadnt: had not | couldnt: could not |
wouldnt: would not | shouldnt: should not | thats: that is | whats: what is | hows: how is |
theres: there is | its: it is | it's: it is | let's: let us | lets: let us | gonna: going to |
wanna: want to | gotta: have to | gotta': have to | hafta: have to | oughta: ought to |
shoulda: should have | coulda: could have | shud: should | shld: should | cud: could | wud: would |
tho: though | thru: through | cuz: because | coz: because | cos: because | bc: because | plz: please |
pls: please | prolly: probably | alot: a lot | dunno: do not know | rly: really | abt: about | w: with |
n: and | r: are | ppl: people | bf: boyfriend | gf: girlfriend | k: ok | hav: have | imo: in my opinion
| imho: in my opinion | tbh: honestly | btw: by the way | thx: thanks | ty: thanks | dr: doctor |
theyre: they are | weve: we have | hes: he is | shes: she is | mum: mom | kinda: kind of |
sorta: sort of | helpfull: helpful | counsellor: counselor | counselling: counseling |
councelor: counselor | councilor: counselor | programme: program | defiantly: definitely | wierd: weird
| freind: friend | freinds: friends | alright: ok | tomorow: tomorrow | tmrw: tomorrow | tmw: tomorrow |
2moro: tomorrow | proly: probably | congrats: congratulations | haven't: have not | sry: sorry |
soz: sorry | knw: know | tht: that | hrd: hard | shoud: should | sould: should
"""

CHAT_SPELLINGS: dict[str, list[str]] = {
    written.strip(): meant.split()
    for written, meant in (pair.split(":") for pair in _CHAT.replace("\n", " ").split("|") if ":" in pair)
}

_MENDED = """
should could would recommend suggest suggestion advise consider therapist therapy counselor doctor
psychiatrist medication depression anxiety symptoms diagnosis exercise meditation understand
understandable sounds feeling feelings overwhelmed frustrating exhausting difficult proud amazing
congratulations believe always remember happened listening pressure yourself alone important definitely
probably another everyone excuses complaining tomorrow schedule deadline decide whenever matter imagine
lonely scared grateful bright worse really trying please promise
"""


def _slips(word: str) -> set[str]:
    """A letter left out, doubled, or swapped with its neighbour (never the first letter)."""
    left_out = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[:i] + word[i] + word[i:] for i in range(1, len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)}
    return left_out | doubled | swapped


# Slips that are words of their own.
_REAL_WORDS = """
advice advise alone along always aside bight brigh cold consider could decide doctor excuse exercise
exercises feelin feeling feelings imagine listing lonel mater matte other pleas pouds pound pressure
prod promises proud real recommend relay remember scare scared schedule sound sounds suggest suggestion
symptom trying tying wold wore worst wose would
"""

_SLIPPED: dict[str, str] = {
    slip: word
    for word in _MENDED.split()
    if len(word) >= 5
    for slip in _slips(word)
    if slip not in _REAL_WORDS
}


def mend(word: str) -> str:
    return _SLIPPED.get(word, word)
