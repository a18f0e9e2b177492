"""The environment variables our processes run with: an allow-list, and switches that keep libraries offline.

Pure; used by the supervisor before it starts anything.
"""

import os
import sys
from collections.abc import Mapping

WATCH_HOLDS = "HEARTH_WATCH_HOLDS"  # milliseconds; see `app.ui.hold_watch`
_KEPT = frozenset(
    {
        # who and where
        "HOME", "LANG", "LANGUAGE", "LOGNAME", "PATH", "SHELL", "TZ", "USER", "TMPDIR",
        # terminal
        "COLORTERM", "COLUMNS", "LINES", "NO_COLOR", "TERM",
        # display, input methods, screen readers
        "DESKTOP_SESSION", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XCURSOR_SIZE", "XCURSOR_THEME",
        "XMODIFIERS", "DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS",
        "QT_ACCESSIBILITY", "QT_FONT_DPI", "QT_IM_MODULE", "QT_IM_MODULES",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS",
        # which graphics card
        "CUDA_VISIBLE_DEVICES", "GGML_VK_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "HSA_OVERRIDE_GFX_VERSION",
        "ROCR_VISIBLE_DEVICES",
        # without these Windows programs don't start or don't find their folders
        "ALLUSERSPROFILE", "APPDATA", "COMMONPROGRAMFILES", "COMPUTERNAME", "COMSPEC", "HOMEDRIVE",
        "HOMEPATH", "LOCALAPPDATA", "NUMBER_OF_PROCESSORS", "OS", "PATHEXT", "PROCESSOR_ARCHITECTURE",
        "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "PUBLIC", "SESSIONNAME",
        "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "TMP", "USERDOMAIN", "USERNAME", "USERPROFILE", "WINDIR",
        # macOS
        "__CF_USER_TEXT_ENCODING",
    }
)  # fmt: skip
_KEPT_PREFIXES = ("HEARTH_", "LC_", "XDG_")
_FROZEN_PREFIX = "_PYI_"  # the bundle's start program tells its children where the bundle lies

_SET = {
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "PYTHONNOUSERSITE": "1",
    "PYTHONSAFEPATH": "1",
    "TRANSFORMERS_OFFLINE": "1",
}

_ADDRESS_LISTS = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")
_ABSOLUTE_PATHS = ("HOME", "TMPDIR", "XAUTHORITY")
# Others would be read from plug-ins that listen on the network (vnc) or take over a console.
_QT_PLATFORMS = ("xcb", "wayland", "wayland-egl", "offscreen", "minimal", "windows", "direct2d", "cocoa")
_LEADS_PYTHON_ASTRAY = ("PYTHONHOME", "PYTHONINSPECT", "PYTHONPATH", "PYTHONPLATLIBDIR", "PYTHONSTARTUP")


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process of ours, made from the one we were started with.

    Only known names survive, so proxies, interpreter and loader paths, plug-in folders, certificates and keys
    for services vanish. D-Bus addresses are kept only for UNIX sockets, search paths only where absolute.
    """
    prefixes = (*_KEPT_PREFIXES, _FROZEN_PREFIX) if getattr(sys, "frozen", False) else _KEPT_PREFIXES
    kept: dict[str, str] = {}
    for name, value in environ.items():
        if name in _KEPT or name.startswith(prefixes):
            safe = _safe_value(name, value)
            if safe:
                kept[name] = safe
    return kept | _SET


def _safe_value(name: str, value: str) -> str:
    """`value` without the parts that lead elsewhere, empty when nothing is left."""
    if name in _ADDRESS_LISTS:
        return ";".join(address for address in value.split(";") if address.startswith("unix:"))
    if name == "PATH":
        return os.pathsep.join(folder for folder in value.split(os.pathsep) if os.path.isabs(folder))
    if name in _ABSOLUTE_PATHS:
        return value if os.path.isabs(value) else ""
    if name == "QT_QPA_PLATFORM":
        choices = (choice for choice in value.split(";") if choice.split(":", 1)[0] in _QT_PLATFORMS)
        return ";".join(choices)
    return value


def python_is_isolated() -> bool:
    """Whether this interpreter takes modules only from its own installation.

    True when it was started with -I, or without user packages, without the working folder on its path, and
    without a variable that names other folders or code.
    """
    flags = sys.flags
    if flags.isolated:
        return True
    astray = not flags.ignore_environment and any(name in os.environ for name in _LEADS_PYTHON_ASTRAY)
    return bool(flags.no_user_site) and bool(flags.safe_path) and not astray


def display_needs_network(environ: Mapping[str, str]) -> bool:
    """Whether Qt would reach the X display over TCP (`localhost:10.0`, `host:0`, `tcp/host:0`).

    A UNIX socket (`:0`, `unix:0`, a path), Wayland and platforms without a display need none.
    """
    for choice in (environ.get("QT_QPA_PLATFORM") or "wayland;xcb").split(
        ";"
    ):  # Qt takes the first that works
        platform = choice.split(":", 1)[0]
        if platform == "xcb":
            break
        if not platform.startswith("wayland") or environ.get("WAYLAND_DISPLAY"):
            return False
    else:
        return False
    host, colon, _ = environ.get("DISPLAY", "").rpartition(":")
    protocol, slash, _ = host.partition("/")
    if not colon or host in ("", "unix"):
        return False
    return not (slash and protocol in ("", "unix"))  # "/path" and "unix/..." are sockets on this machine
