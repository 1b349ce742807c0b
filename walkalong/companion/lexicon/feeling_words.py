"""Words that name or show a feeling of one's own. `name: words`; a line that begins with spaces carries on.

A phrase is written with _ between its words. Where several begin at one word the longest counts, and its
words speak for nothing else: so NOTHING holds what sounds like a feeling and is none.
"""

FEELINGS = """
SAD: sad sadder sadness cry crying cried sobbing sobbed tears tearful teary weeping heartbroken
    devastated gutted miserable grief grieving heavy_heart i_miss miss_him miss_her miss_them miss_my
    miss_you feeling_blue unhappy feel_down feeling_down felt_down so_down really_down feel_low
    feeling_low felt_low so_low really_low low_mood broken_hearted bawling wept mourning depressed
    can_not_stop_crying could_not_stop_crying broke_down
HURT: hurt hurts hurting betrayed rejected let_down let_me_down humiliated ignored ignoring_me dumped
    unwanted unloved left_out left_me_out stung stings cheated_on backstabbed feel_used felt_used
    used_me disrespected mocked laughed_at_me ghosted blocked_me stood_me_up offended not_invited
    insulted
LONELY: lonely alone loneliness isolated nobody_to no_one_to no_friends on_my_own by_myself invisible
    nobody_talks no_one_talks nobody_cares no_one_cares nobody_understands forgotten homesick
    have_nobody have_no_one got_nobody got_no_one nobody_invites nobody_calls nobody_gets_it friendless
AFRAID: scared afraid frightened terrified terrifying fear fears panic panicking panicked dread dreading
    scary petrified shaking trembling go_cold goes_cold heart_racing freaking_out freak_out bricking_it
    nightmare nightmares
WORRIED: worried worry worrying anxious anxiety nervous on_edge uneasy stressed stress tense restless
    what_if cant_sleep can_not_sleep overthinking stressing nerves in_knots can_not_stop_thinking
    keep_thinking
ANGRY: angry anger furious mad_at so_mad raging rage livid pissed annoyed irritated resent resentful
    hate_him hate_her hate_them fuming sick_of sick_and_tired_of fed_up unfair not_fair boiling
    frustrated frustrating how_dare blood_boil want_to_scream wanted_to_scream could_scream outraged
ASHAMED: ashamed shame embarrassed embarrassing pathetic feel_stupid feeling_stupid felt_stupid
    so_stupid am_stupid being_stupid idiot failure loser coward disgusted_with feel_disgusting
    am_disgusting worthless humiliating useless mortified not_good_enough feel_small so_small
    hate_myself a_fool such_a_fool wanted_to_disappear want_to_disappear
GUILTY: guilty guilt my_fault blame_myself should_have should_not_have i_ruined i_messed_up regret
    selfish_of_me sorry_for_being feel_bad_for let_them_down let_her_down let_him_down let_everyone_down
    forgive_myself bad_mother bad_mum bad_mom bad_father bad_dad bad_son bad_daughter terrible_mother
    terrible_father horrible_mother horrible_daughter feel_selfish
TIRED: tired exhausted exhausting knackered drained worn_out worn_down wears_me_down burnt_out
    burned_out shattered no_energy no_strength sleepless wiped_out wrecked running_on_empty
    dead_on_my_feet zombie done_in used_up running_on_nothing no_sleep
OVERWHELMED: overwhelmed overwhelming too_much can_not_cope can_not_do_this can_not_take can_not_keep_up
    can_not_do_it_all drowning falling_apart everything_at_once all_at_once swamped snowed_under
    going_under breaking_point can_not_breathe piling_up too_many_things can_not_think_straight
LOST: am_lost feel_lost feeling_lost felt_lost so_lost completely_lost totally_lost confused am_stuck
    feel_stuck feeling_stuck so_stuck torn unsure do_not_know_what do_not_know_who_i do_not_know_if
    do_not_know_anymore no_idea_what no_clue trapped directionless in_limbo can_not_decide
    back_and_forth who_am_i who_i_am what_now
HOPELESS: hopeless giving_up give_up no_point what_is_the_point what_is_the_use never_get_better
    nothing_helps despair no_way_out never_change nothing_will_change never_going_to_change pointless
    why_bother lost_cause no_future do_not_see_the_point
NUMB: numb nothing_matters feel_nothing felt_nothing hollow switched_off do_not_feel_anything
    can_not_feel_anything flat_inside empty_inside dead_inside feel_empty feeling_empty felt_empty
    so_empty just_empty am_empty feel_blank just_blank on_autopilot like_a_robot gone_flat
PROUD: proud i_did_it managed_it i_made_it finally_did i_passed pleased_with_myself
    impressed_with_myself stood_up_for_myself i_finished_it
HAPPY: happy happier glad excited delighted thrilled buzzing over_the_moon so_good great_day best_day
    lovely_day best_weekend yay joy chuffed grinning great_news good_news in_love so_much_fun loved_it
    wonderful
RELIEVED: relieved relief thank_god thank_goodness thank_heavens weight_off off_my_chest at_last lighter
    can_breathe can_breathe_again phew all_clear false_alarm
HOPEFUL: hopeful hope_it maybe_it_will looking_forward getting_better a_bit_better fingers_crossed
    fresh_start can_not_wait some_hope will_be_ok going_to_be_ok turned_the_corner
NOTHING: happy_birthday happy_christmas happy_new_year happy_easter happy_to happy_with_that
    glad_to_hear glad_you afraid_i_can afraid_the afraid_not afraid_that_is crying_shame guilty_pleasure
    dying_of_laughter i_did_it_again not_to_worry no_worries do_not_worry no_stress no_panic
    laughed_until_i_cried hope_it_is_ok_if sick_of_laughing afraid_we_are sad_to_say hurt_myself hurt_my
    shaking_my_head proud_owner
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STRONGER = _set(
    """so really very extremely totally absolutely completely utterly fucking bloody proper constantly always
    too incredibly truly deeply"""
)
WEAKER = _set("bit little slightly kinda somewhat sort kind almost")
NOT = _set("not never no without hardly isnt less stopped nothing")
# "never been so sad" and "not only sad" deny nothing.
DENIES_NOTHING = frozenset({("never", "so"), ("never", "more"), ("not", "just"), ("not", "only")})
# Whose feeling it is, when one of these leads the verb: "she is angry" is not the mentee's anger.
OTHERS = _set(
    """he she they you her his their your mum mom mam dad mother father parents wife husband partner
    boyfriend girlfriend gf bf son daughter boy girl kid kids child children baby brother sister
    aunt uncle cousin nan gran grandma granny grandpa grandad boss manager colleague colleagues
    friend friends mate mates roommate flatmate flatmates neighbour neighbor neighbours neighbors
    everyone everybody people dog cat"""
)
OWN = _set("i me my myself im we")
THE_WRITER = _set("i me myself we us")
# What aches is the body, and no feeling.
BODY = _set(
    "stomach belly face back head knee knees leg legs foot feet tooth teeth arm arms hip shoulder neck throat"
)
