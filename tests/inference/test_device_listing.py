"""What there is to compute with, asked of a real process that is thrown away."""

import ctypes
import os
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app import computer
from app.domain.devices import DeviceKind
from app.domain.errors import WorkerError
from app.inference import llama_library
from app.inference.backend_files import can_use_graphics
from app.ipc.child import Child
from app.ipc.device_listing import list_devices
from app.ipc.inference_frames import FromInference
from app.sandbox import readable_paths

PATIENCE_S = 120.0  # with a busy computer


def test_the_processor_is_listed_with_its_memory_and_instructions() -> None:
    started: list[Child] = []

    def start() -> Child:
        started.append(Child("inference", FromInference))
        return started[0]

    found = list_devices(start, patience_s=PATIENCE_S)
    processor = next(device for device in found.devices if device.kind is DeviceKind.PROCESSOR)
    memory = computer.memory()
    assert memory is not None and 0 < processor.total_bytes <= memory.total * 2
    assert not processor.takes_layers
    assert "OPENMP" in found.instructions or "NEON" in found.instructions or "AVX" in found.instructions
    assert found.build in (found.builds or ("",))  # one for this computer alone has no name
    assert started[0].process.exitcode is not None  # thrown away


@pytest.mark.skipif(sys.platform != "linux", reason="how Linux names libraries")
def test_back_ends_are_loaded_into_the_ggml_that_llama_itself_stands_on() -> None:
    """In a wheel it lies there twice: libllama asks for libggml.so.0, the binding opens libggml.so."""
    asked = llama_library.libggml.ggml_backend_load_all_from_path
    address = ctypes.cast(asked, ctypes.c_void_p).value
    assert address is not None and Path(llama_library.file_of(address)).name == "libggml.so.0"


def _crashes(_role: str, connection: "Connection[bytes, bytes]") -> None:
    connection.recv_bytes()
    os._exit(11)


def _says_nothing(_role: str, connection: "Connection[bytes, bytes]") -> None:
    connection.recv_bytes()
    while True:
        time.sleep(60)


def test_a_driver_that_crashes_is_an_error_and_no_crash() -> None:
    with pytest.raises(WorkerError, match="worker_crashed"):
        list_devices(lambda: Child("inference", FromInference, target=_crashes), patience_s=PATIENCE_S)


def test_a_driver_that_hangs_is_given_up() -> None:
    child = Child("inference", FromInference, target=_says_nothing)
    with pytest.raises(WorkerError, match="devices_not_listed"):
        list_devices(lambda: child, patience_s=0.1)
    assert child.process.exitcode is not None


def test_cards_are_out_of_reach_where_no_layer_may_go_on_one() -> None:
    assert readable_paths.inference_device_paths(graphics=False) == [readable_paths.NULL]
    without = set(readable_paths.inference_readable_paths(None, graphics=False))
    assert without < set(readable_paths.inference_readable_paths(None, graphics=True))


def test_a_build_for_the_processor_alone_is_known_by_its_files() -> None:
    gpu = any(device.takes_layers for device in list_devices(patience_s=PATIENCE_S).devices)
    assert can_use_graphics() or not gpu
