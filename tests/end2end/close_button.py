"""Presses a window's close button, as a window manager does: `python close_button.py DISPLAY WINDOW`.

A program of its own, because Xlib ends the process when a window is gone. There is no window manager on the tests'
screens, and xdotool can only destroy a window.
"""

import ctypes
import sys

CLIENT_MESSAGE = 33  # X.h
LONGS_IN_EVENT = 24  # the size of Xlib's XEvent


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
    )


class Event(ctypes.Union):
    """Xlib's XEvent, as large as it is there."""

    _fields_ = (("message", ClientMessage), ("pad", ctypes.c_long * LONGS_IN_EVENT))


def press(display_name: str, window: int) -> None:
    """Ask the window to close."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XInternAtom.restype = ctypes.c_ulong
    xlib.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    xlib.XSendEvent.argtypes = (
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_int,
        ctypes.c_long,
        ctypes.POINTER(Event),
    )
    xlib.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    display = xlib.XOpenDisplay(display_name.encode("ascii"))
    event = Event()
    event.message.type = CLIENT_MESSAGE
    event.message.window = window
    event.message.message_type = xlib.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.message.format = 32
    event.message.data[0] = xlib.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    xlib.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    xlib.XCloseDisplay(display)


if __name__ == "__main__":
    press(sys.argv[1], int(sys.argv[2]))
