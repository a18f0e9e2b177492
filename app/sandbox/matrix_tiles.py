"""Linux on x86_64: no matrix tiles (Intel AMX) for this process, so that llama.cpp computes without them.

WORKAROUND llama.cpp (still so in llama-cpp-python 0.3.36, github.com/ggml-org/llama.cpp issue 20824, pull 26954):
where a processor has AMX, compilers drop the tile configuration that it writes, and the first matrix product of a
quantised model ends the process. It asks the kernel for leave first (arch_prctl), and without it takes the way
over AVX-512. Only large Xeons have AMX.
"""

import errno
import os

from app.sandbox import seccomp

_ARCH_PRCTL, _OFFSET_FIRST_ARGUMENT = 158, 16
ARCH_REQ_XCOMP_PERM = 0x1023


def refuse_matrix_tiles() -> bool:
    """Refuse this process, and all it starts, the use of AMX. Returns whether the kernel took it."""
    if os.uname().machine != "x86_64":
        return False
    architecture = seccomp.ARCHITECTURES["x86_64"]
    step, equal = seccomp.instruction, seccomp.BPF_JUMP_EQUAL
    program = [
        step(seccomp.BPF_LOAD_WORD, seccomp.OFFSET_ARCHITECTURE),
        step(equal, architecture.audit_number, if_false=5),
        step(seccomp.BPF_LOAD_WORD, seccomp.OFFSET_NUMBER),
        step(equal, _ARCH_PRCTL, if_false=3),
        step(seccomp.BPF_LOAD_WORD, _OFFSET_FIRST_ARGUMENT),
        step(equal, ARCH_REQ_XCOMP_PERM, if_false=1),
        seccomp.refusal(errno.EPERM),
        step(seccomp.BPF_RETURN, seccomp.RETURN_ALLOW),
    ]
    return seccomp.install_program(b"".join(program), architecture, all_threads=True)
