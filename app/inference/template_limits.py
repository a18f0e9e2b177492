"""Limits for chat templates, which are programs that strangers wrote. Main thread of the inference worker.

Jinja's immutable sandbox keeps a template from Python's insides; it doesn't keep it from eating the
processor or the memory. Here: a limit on processor time, a limit on new memory (Linux), and refusals of the
operations that make much from little in one step, which no time limit can interrupt.
"""

import contextlib
import ctypes
import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

_PRODUCT_LIMIT = 65_536  # length of a repeated string or list
_POWER_LIMIT_BITS = 256
_WIDTH = re.compile(r"\d{4,}|\*")  # in a format: a width of four digits, or one given as an argument
_GROWING_METHODS = frozenset({"center", "expandtabs", "format", "format_map", "ljust", "rjust", "zfill"})
_UNNEEDED_FILTERS = ("center", "pprint", "random", "urlize", "wordwrap", "xmlattr")
_REPEAT_S = 0.1  # the alarm rings again, in case library code swallowed the first


class TookTooLong(BaseException):
    """The processor time is used up. Not an Exception: filters that catch errors mustn't catch this."""


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox without the operations that multiply."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", GenerationTag]
        )
        for name in _UNNEEDED_FILTERS:
            self.filters.pop(name, None)
        self.globals.pop("lipsum", None)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Do `*`, `**` or `%`, unless the result would be huge."""
        if operator == "*":
            _check_product(left, right)
        elif operator == "**":
            bits = left.bit_length() * right if isinstance(left, int) and isinstance(right, int) else 0
            if bits > _POWER_LIMIT_BITS:
                raise SecurityError("power too large")
        elif isinstance(left, str) and _WIDTH.search(left):
            raise SecurityError("format too wide")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read `obj.attr`."""
        if isinstance(obj, str) and attr in _GROWING_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)


def _check_product(left: object, right: object) -> None:
    for many, times in ((left, right), (right, left)):
        if isinstance(many, str | bytes | list | tuple) and isinstance(times, int):
            if len(many) * times > _PRODUCT_LIMIT:
                raise SecurityError("repetition too long")
        elif isinstance(many, int) and many.bit_length() > _POWER_LIMIT_BITS:
            raise SecurityError("number too large")


class GenerationTag(Extension):
    """`{% generation %}...{% endgeneration %}`, marks answers for training: here just what is inside."""

    tags = {"generation"}  # noqa: RUF012 - the name and type are Jinja's

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The nodes between the tags."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


@contextlib.contextmanager
def processor_time(limit_s: float) -> Iterator[None]:
    """Raise TookTooLong in the body after `limit_s` seconds of this process's processor time.

    In the main thread on POSIX by a profiling timer; elsewhere by wall clock from a watching thread.
    """
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        with _alarm(limit_s):
            yield
    else:
        with _watched(limit_s):
            yield


@contextlib.contextmanager
def _alarm(limit_s: float) -> Iterator[None]:
    active = True

    def ring(_number: int, _frame: FrameType | None) -> None:
        if active:  # a signal may still arrive while the timer is being switched off
            raise TookTooLong

    former = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, limit_s, _REPEAT_S)
    try:
        yield
    finally:
        active = False
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


@contextlib.contextmanager
def _watched(limit_s: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()
    lock = threading.Lock()  # so that the exception isn't sent once the body has ended
    raise_in: Callable[[ctypes.c_ulong, Any], int] = ctypes.pythonapi.PyThreadState_SetAsyncExc

    def watch() -> None:
        wait_s = limit_s
        while not done.wait(wait_s):
            with lock:
                if not done.is_set():
                    raise_in(thread, ctypes.py_object(TookTooLong))
            wait_s = _REPEAT_S

    watcher = threading.Thread(target=watch, name="template-limit", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended = False
        while not ended:
            try:
                with lock:
                    done.set()
                watcher.join()
                # One that was sent and hasn't arrived arrives here. Taking it back with NULL would do, but leaves
                # CPython 3.11's flag for it up for good: every call then stops to look, and never goes on where
                # it is being traced.
                for _ in range(2):
                    pass
                ended = True
            except TookTooLong:
                continue  # the body has ended, one way or the other


@contextlib.contextmanager
def new_memory(limit_bytes: int) -> Iterator[None]:
    """Let the body take at most `limit_bytes` more address space: then it meets MemoryError. Linux only.

    Relative to what the process has mapped already, because a model's weights are in there.
    """
    if sys.platform != "linux":
        yield
        return
    import resource  # late: POSIX only

    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            mapped = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mapped + limit_bytes
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
