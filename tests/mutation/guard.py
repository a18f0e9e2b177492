"""One guard between a person's words and a network."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """One guard: `before` stands once in `path`, and `after` is the code without it. `tests` should notice."""

    what: str
    path: str
    before: str
    after: str
    tests: str
