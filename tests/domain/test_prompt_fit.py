"""The policy of what is left out: who stays, what goes together, and that the choice is steady."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from app.domain.conversation import Role
from app.domain.prompt_fit import choose_dropped

S, U, A = Role.SYSTEM, Role.USER, Role.ASSISTANT


def test_nothing_goes_while_all_fits() -> None:
    assert choose_dropped([S, U, A, U], [10, 10, 10, 10], 40) == ()


def test_whole_exchanges_go_from_the_start_and_the_system_turn_stays() -> None:
    assert choose_dropped([S, U, A, U, A, U], [10, 10, 10, 10, 10, 10], 59) == (1, 2)


def test_more_goes_than_is_needed_so_that_the_choice_holds_for_a_while() -> None:
    roles = [U, A] * 10 + [U]
    assert choose_dropped(roles, [10] * 21, 200) == (0, 1, 2, 3, 4, 5)  # 10 too many, a quarter is 50


def test_what_cannot_fit_is_said() -> None:
    assert choose_dropped([S, U], [10, 100], 50) is None
    assert choose_dropped([U, A, U], [10, 10, 100], 50) is None


def test_an_answer_that_is_carried_on_stays_with_its_question() -> None:
    assert choose_dropped([U, A, U, A], [40, 10, 10, 40], 60) == (0, 1)


def test_a_growing_conversation_changes_the_cut_rarely() -> None:
    budget, cuts = 400, []
    for exchanges in range(1, 101):
        roles = [S] + [U, A] * exchanges + [U]
        dropped = choose_dropped(roles, [10] * len(roles), budget)
        assert dropped is not None
        cuts.append(len(dropped))
    changes = sum(1 for before, after in itertools.pairwise(cuts) if before != after)
    # 2,020 tokens grow past 400 in steps of 100: one change for each five exchanges.
    assert changes <= 18


@given(
    st.lists(st.tuples(st.sampled_from([U, A]), st.integers(0, 50)), min_size=1, max_size=40),
    st.integers(1, 500),
)
def test_what_is_kept_fits_and_the_last_exchange_stays(turns: list[tuple[Role, int]], budget: int) -> None:
    roles = [role for role, _ in turns]
    costs = [cost for _, cost in turns]
    dropped = choose_dropped(roles, costs, budget)
    if dropped is None:
        last = max((index for index, role in enumerate(roles) if role is U), default=0)
        assert sum(costs[last:]) > budget
    else:
        assert sum(costs) - sum(costs[index] for index in dropped) <= budget
        assert dropped == tuple(range(len(dropped)))
        assert len(roles) - 1 not in dropped
