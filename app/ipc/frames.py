"""The frames every worker and its parent understand; each worker adds its own in a module beside this one.

A frame is one msgspec struct, encoded as MessagePack, sent with `Connection.send_bytes`. Decoding is strict:
an unknown tag, an extra field or a wrong type ends the conversation with that worker. Nothing is unpickled.

Every job has a number and ends with exactly one `Ending` frame. Frames that report on a job are `JobFrame`s.
"""

import msgspec

Parameter = str | int | float


class Frame(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    """Base of everything that crosses a pipe."""


class JobFrame(Frame, frozen=True, tag=True):
    """A frame that belongs to one job. `job` is unique within one worker process, from 1."""

    job: int


class Ending(JobFrame, frozen=True, tag=True):
    """A frame after which nothing more comes for its job."""


class Cancel(JobFrame, frozen=True, tag=True):
    """Parent to worker: end this job soon. Unknown or finished jobs are ignored."""


class Leave(Frame, frozen=True, tag=True):
    """Parent to worker: exit now, whatever is being done."""


class Hello(Frame, frozen=True, tag=True):
    """Worker to parent, once, before any work: who it is and how well it is sealed.

    `seal` is a name of `app.sandbox.SealLevel`, `seal_reason` a code.
    """

    role: str
    pid: int
    seal: str
    seal_reason: str


class Failed(Ending, frozen=True, tag=True):
    """The job ended in a foreseen error, was cancelled before it had a result, or met a bug.

    `kind` is the class name in `app.domain.errors` ("Cancelled" when the person stopped it, "Bug" for
    an unforeseen exception), `code` and `parameters` are what its sentence is made from.
    """

    kind: str
    code: str
    parameters: dict[str, Parameter] = {}
