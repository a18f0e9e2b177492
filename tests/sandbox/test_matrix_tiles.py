"""The inference process gets no matrix tiles, which llama.cpp can't use without ending."""

import os
import subprocess
import sys

import pytest

from tests.sandbox.child import REPOSITORY

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.uname().machine != "x86_64", reason="only there are such tiles"
)

SCENE = """
import ctypes, sys
from app.sandbox.matrix_tiles import ARCH_REQ_XCOMP_PERM, refuse_matrix_tiles
if sys.argv[1] == "refuse":
    assert refuse_matrix_tiles()
libc = ctypes.CDLL(None, use_errno=True)
failed = libc.syscall(158, ctypes.c_ulong(ARCH_REQ_XCOMP_PERM), ctypes.c_ulong(18))
other = libc.syscall(158, ctypes.c_ulong(0x1003), ctypes.byref(ctypes.c_ulong()))  # ARCH_GET_FS
print(ctypes.get_errno() if failed else 0, other)
"""


def _answers(way: str) -> str:
    command = [sys.executable, "-c", SCENE, way]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout


def test_the_kernel_gives_no_leave_for_tiles() -> None:
    assert _answers("refuse").split() == ["1", "0"]  # EPERM, and other requests still work


def test_without_the_filter_it_is_not_the_kernel_that_forbids() -> None:
    assert _answers("none").split()[0] != "1"  # 0 where there are tiles, EINVAL or EOPNOTSUPP elsewhere
