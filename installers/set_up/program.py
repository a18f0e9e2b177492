"""What `bootstrap.py` does with its arguments: complete the environment, then start Hearth or the checks."""

import os
import subprocess
import sys

from set_up import stamp
from set_up.places import Places, here
from set_up.trouble import SetUpStopped

GPU_KINDS = ("none", "vulkan", "cuda", "metal", "rocm")
HELP = """\
Sets Hearth up in this folder, and starts or checks it.

  python3 bootstrap.py run [--gpu KIND] [ARGUMENTS]   start Hearth; ARGUMENTS go to the command 'hearth'
  python3 bootstrap.py test [--gpu KIND] [ARGUMENTS]  run all checks; ARGUMENTS go to pytest

  --gpu KIND  compile llama.cpp for a graphics processor: vulkan, cuda, metal or rocm; 'none' goes back to the
              processor alone. Without it, what was chosen before stays.

Everything is put into the folder .venv here and into a cache of packages; afterwards .venv/bin/hearth works
too.
"""


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask. Returns the exit code: 1 if set-up can't go on, 2 for wrong use."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0 if arguments else 2
    try:
        command, gpu, rest = _understood(arguments)
    except ValueError as misunderstanding:
        print(f"{misunderstanding} 'python3 bootstrap.py --help' shows what can be asked.", file=sys.stderr)
        return 2
    places = here()
    try:
        _see_to_environment(places, gpu, with_tests=command == "test")
    except SetUpStopped as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Set-up was stopped; the next start goes on from there.", file=sys.stderr)
        return 1
    except OSError as reason:
        print(
            f"Set-up could not go on ({reason.strerror or reason}: {reason.filename or places.project}): "
            "see that the disk "
            "has room and that you may write there, then start again.",
            file=sys.stderr,
        )
        return 1
    if command == "test":
        from set_up import checks  # only for them

        return checks.run(places, rest)
    return _become([str(places.hearth), *rest])


def _understood(arguments: list[str]) -> tuple[str, str | None, list[str]]:
    """Command, GPU kind, and what is passed on. `--gpu` may stand before or right after the command."""
    gpu: str | None = None
    command = ""
    rest = list(arguments)
    while rest:
        if rest[0] == "--gpu" or rest[0].startswith("--gpu="):
            kind = rest.pop(0).partition("=")[2] or (rest.pop(0) if rest else "")
            if kind not in GPU_KINDS:
                raise ValueError(f"--gpu takes one of {', '.join(GPU_KINDS)}, not '{kind}'.")
            gpu = kind
        elif not command:
            command = rest.pop(0)
            if command not in ("run", "test"):
                raise ValueError(f"There is 'run' and 'test', not '{command}'.")
        else:
            break
    if not command:
        raise ValueError("'run' or 'test' is missing.")
    return command, gpu, rest


def _see_to_environment(places: Places, gpu: str | None, *, with_tests: bool) -> None:
    if stamp.is_ready(places, stamp.read(places), gpu, with_tests=with_tests):
        return
    from set_up import environment, exclusive  # a start with nothing to do is spared them

    with exclusive.one_at_a_time(places):
        # The other set-up that was waited for may have done it.
        if not stamp.is_ready(places, stamp.read(places), gpu, with_tests=with_tests):
            environment.complete(places, gpu, with_tests=with_tests)


def _become(command: list[str]) -> int:
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    return subprocess.call(command)
