"""One guard between a person's words and a network."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """One guard: `before` stands once in `path`, and `after` is the code without it.

    `test`, in the file `tests`, should notice: it fails without the guard and passes with it.
    """

    what: str
    path: str
    before: str
    after: str
    tests: str
    test: str

    @property
    def node(self) -> str:
        """The test as pytest names it."""
        return f"{self.tests}::{self.test}"
