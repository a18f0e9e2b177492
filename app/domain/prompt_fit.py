"""Which messages are left out when a conversation outgrows the model's context. Pure; any process.

The policy, as told to people: the system prompt and the last message always stay. What is left out goes from
the start, in whole exchanges (a message with the answers to it). A little more is left out than needed: the
amount is rounded up to a quarter of the room. So the same messages stay left out for many turns, the text in
front of the model keeps its beginning, and only what is new has to be read, instead of everything each turn.
"""

from collections.abc import Sequence

from app.domain.conversation import Role

STEP_SHARE = 4  # what is left out is a multiple of 1/4 of the budget


def choose_dropped(roles: Sequence[Role], costs: Sequence[int], budget_tokens: int) -> tuple[int, ...] | None:
    """Indexes of the turns to leave out so that the rest fits into `budget_tokens`, oldest first.

    `costs` are tokens, one for each role. Returns an empty tuple when all fits, None when the system turns
    and the last exchange alone are too much. The choice depends only on the turns up to the
    cut and on how many whole steps the excess makes, so that it stays the same while a conversation grows
    within one step.
    """
    excess = sum(costs) - budget_tokens
    if excess <= 0:
        return ()
    step = max(budget_tokens // STEP_SHARE, 1)
    goal = -(-excess // step) * step
    dropped: list[int] = []
    freed = 0
    for exchange in _exchanges(roles)[:-1]:
        if freed >= goal:
            break
        dropped.extend(exchange)
        freed += sum(costs[index] for index in exchange)
    return tuple(dropped) if freed >= excess else None


def _exchanges(roles: Sequence[Role]) -> list[list[int]]:
    """Indexes of the turns that can only go together: each user turn with what follows. No system turns."""
    found: list[list[int]] = []
    for index, role in enumerate(roles):
        if role is Role.SYSTEM:
            continue
        if role is Role.USER or not found:
            found.append([index])
        else:
            found[-1].append(index)
    return found
