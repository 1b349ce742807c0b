from itertools import product

import pytest

from walkalong.matching.states import IllegalTransition, MatchState, require_transition

ALLOWED = {
    (MatchState.ACTIVE, MatchState.PAUSED),
    (MatchState.ACTIVE, MatchState.ENDED),
    (MatchState.PAUSED, MatchState.ACTIVE),
    (MatchState.PAUSED, MatchState.ENDED),
}


@pytest.mark.parametrize(("current", "wanted"), list(product(MatchState, MatchState)))
def test_all_pairs_of_states(current: MatchState, wanted: MatchState) -> None:
    if (current, wanted) in ALLOWED:
        require_transition(current, wanted)
    else:
        with pytest.raises(IllegalTransition):
            require_transition(current, wanted)
