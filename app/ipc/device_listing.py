"""What there is to compute with, asked of a throw-away inference process: drivers are native code and may crash.

Any process and thread of ours; waits for the answer.
"""

import queue
from collections.abc import Callable

from app.domain.devices import DeviceList
from app.domain.errors import WorkerError
from app.ipc.child import Child, error_from
from app.ipc.frames import Failed, JobFrame
from app.ipc.inference_frames import DevicesListed, FromInference, ListDevices

PATIENCE_S = 30.0  # a driver that wakes a sleeping card takes seconds


def list_devices(
    start_child: Callable[[], Child] = lambda: Child("inference", FromInference),
    patience_s: float = PATIENCE_S,
) -> DeviceList:
    """Every device of llama.cpp's back ends, and what the processor's own can do.

    Raises WorkerError when the process crashes, or doesn't answer within `patience_s`.
    """
    frames: queue.Queue[JobFrame] = queue.Queue()
    child = start_child()
    try:
        child.submit(ListDevices, frames.put)
        frame = frames.get(timeout=patience_s)
    except queue.Empty as error:
        child.kill()
        raise WorkerError("devices_not_listed") from error
    finally:
        child.close(patience_s=1.0)
    if isinstance(frame, DevicesListed):
        return frame.found
    raise error_from(frame) if isinstance(frame, Failed) else WorkerError("devices_not_listed")
