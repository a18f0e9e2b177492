"""The supervisor: starts the window or a command in a process of its own, and a fresh window after a lock or
a crash. It sees arguments only and holds no secret.

It replaces itself once by an isolated interpreter with a cleaned environment, so that no variable, no file in
the working folder and no user site-packages can plant code in Hearth.
"""

import os
import signal
import sys


def main() -> None:
    """Run Hearth with the arguments of this process; ends the process with the exit code."""
    frozen = bool(getattr(sys, "frozen", False))
    if frozen:
        import multiprocessing  # late: a process that replaces itself a moment later has no use for it

        multiprocessing.freeze_support()
    from app import environment  # late: a child of a frozen build has ended by now

    cleaned = environment.clean_environment(os.environ)
    if os.name == "posix":
        open_missing_streams()
    if not frozen and not environment.python_is_isolated():
        command = [sys.executable, "-I", "-X", "utf8", "-m", "app", *sys.argv[1:]]
        if os.name == "posix":
            if sys.stdout is not None:
                sys.stdout.flush()
            os.execve(sys.executable, command, cleaned)
        import subprocess  # only where a process can't replace itself

        sys.exit(subprocess.call(command, env=cleaned))
    os.environ.clear()
    os.environ.update(cleaned)
    sys.exit(supervise(sys.argv[1:]))


def open_missing_streams() -> None:
    """Open what is missing of standard input, output and errors (`hearth ... <&-`) on nothing.

    A pipe of ours would get the free number, and a command would read it as its standard input.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(
                os.open(os.devnull, os.O_RDWR), True
            )  # the lowest number that is free: this one


def supervise(arguments: list[str]) -> int:
    """Parse, start what was asked for, and give back the exit code."""
    from app.cli.arguments import parse  # late: a frozen child never needs it

    request = parse(arguments)
    from app.supervision import Supervisor

    supervisor = Supervisor(request)
    signal.signal(signal.SIGTERM, supervisor.pass_on)
    signal.signal(signal.SIGINT, supervisor.interrupted)
    return supervisor.run()


if __name__ == "__main__":
    main()
