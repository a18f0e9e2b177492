"""The environment of our processes: known names only, nothing that leads elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.environment import clean_environment, display_needs_network

HOSTILE = {
    "PYTHONPATH": "/tmp/evil", "PYTHONSTARTUP": "/tmp/evil.py", "PYTHONHOME": "/tmp", "PYTHONINSPECT": "1",
    "PYTHON_KEYRING_BACKEND": "evil.Backend", "PYTHONBREAKPOINT": "evil.run", "PYTHONUSERBASE": "/tmp/evil",
    "http_proxy": "http://127.0.0.1:1", "HTTPS_PROXY": "http://127.0.0.1:1", "ALL_PROXY": "socks5://h:1",
    "SSLKEYLOGFILE": "/tmp/keys", "SSL_CERT_FILE": "/tmp/ca", "SSL_CERT_DIR": "/t", "OPENSSL_CONF": "/tmp/c",
    "REQUESTS_CA_BUNDLE": "/tmp/ca", "CHROMA_SERVER_HOST": "h", "OPENAI_API_KEY": "k", "OPENAI_BASE_URL": "u",
    "ANTHROPIC_API_KEY": "k", "HF_ENDPOINT": "http://h", "HF_TOKEN": "k", "HF_HOME": "/tmp/h",
    "LD_PRELOAD": "/tmp/evil.so", "LD_LIBRARY_PATH": "/tmp", "LD_AUDIT": "/tmp/evil.so", "GCONV_PATH": "/tmp",
    "DYLD_INSERT_LIBRARIES": "/tmp/evil.so", "QT_PLUGIN_PATH": "/tmp", "QML2_IMPORT_PATH": "/tmp",
    "QT_QPA_PLATFORM_PLUGIN_PATH": "/tmp", "QT_QPA_GENERIC_PLUGINS": "evil", "QT_LOGGING_CONF": "/tmp/l",
    "GGML_BACKEND_PATH": "/tmp/evil.so", "VK_ICD_FILENAMES": "/tmp/evil.json", "VK_LAYER_PATH": "/tmp",
    "VK_INSTANCE_LAYERS": "evil", "GTK_MODULES": "evil", "RES_OPTIONS": "debug", "LOCALDOMAIN": "h",
    "HOSTALIASES": "/tmp/hosts", "MALLOC_TRACE": "/tmp/trace", "SSH_AUTH_SOCK": "/tmp/agent",
    "_PYI_APPLICATION_HOME_DIR": "/tmp/evil", "BASH_ENV": "/tmp/evil.sh", "LLAMA_ARG_RPC": "h:1",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_vanish(name: str) -> None:
    assert HOSTILE[name] not in (clean_environment({name: HOSTILE[name]}).get(name),)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PATH", "/usr/bin:/bin"),
        ("HOME", "/home/someone"),
        ("LC_ALL", "ja_JP.UTF-8"),
        ("DISPLAY", ":0"),
        ("XAUTHORITY", "/run/user/1000/xauth"),
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("XDG_RUNTIME_DIR", "/run/user/1000"),
        ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus"),
        ("QT_QPA_PLATFORM", "offscreen"),
        ("QT_QPA_PLATFORM", "wayland;xcb"),
        ("CUDA_VISIBLE_DEVICES", "0"),
        ("HEARTH_PROFILE", "/somewhere"),
        ("SYSTEMROOT", r"C:\Windows"),
    ],
)
def test_what_a_desktop_program_needs_stays(name: str, value: str) -> None:
    assert clean_environment({name: value})[name] == value


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("DBUS_SESSION_BUS_ADDRESS", "tcp:host=elsewhere,port=1", None),
        ("DBUS_SESSION_BUS_ADDRESS", "unixexec:path=/tmp/evil", None),
        ("DBUS_SESSION_BUS_ADDRESS", "tcp:host=h;unix:path=/bus;autolaunch:", "unix:path=/bus"),
        ("DBUS_SYSTEM_BUS_ADDRESS", "nonce-tcp:host=h", None),
        ("PATH", f".{os.pathsep}/usr/bin{os.pathsep}{os.pathsep}bin", "/usr/bin"),
        ("TMPDIR", "relative", None),
        ("QT_QPA_PLATFORM", "vnc:port=5900", None),
        ("QT_QPA_PLATFORM", "vnc;xcb", "xcb"),
    ],
)
def test_values_that_lead_elsewhere_are_cut(name: str, value: str, kept: str | None) -> None:
    assert clean_environment({name: value}).get(name) == kept


def test_libraries_are_told_to_stay_offline() -> None:
    environment = clean_environment({"HF_HUB_OFFLINE": "0", "PYTHONSAFEPATH": ""})
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "PYTHONNOUSERSITE", "PYTHONSAFEPATH"):
        assert environment[name] == "1"


def test_a_planted_module_is_not_taken_up(tmp_path: Path) -> None:
    (tmp_path / "colorsys.py").write_text("print('planted')")
    planted = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", "import colorsys, app.environment as s; print(s.python_is_isolated())"]
    repository = Path(__file__).resolve().parents[2]

    def run(environment: dict[str, str], *flags: str) -> str:
        code = f"import sys; sys.path.append({str(repository)!r}); {command[2]}"
        done = subprocess.run(
            [sys.executable, *flags, "-c", code],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    assert run(planted) == "planted\nFalse"
    assert run(clean_environment(planted)) == "True"
    assert run(planted, "-I") == "True"


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        ({"DISPLAY": ":0"}, False),
        ({"DISPLAY": ":10.0"}, False),
        ({"DISPLAY": "unix:0"}, False),
        ({"DISPLAY": "unix/host:0"}, False),
        ({"DISPLAY": "/tmp/launch/org.xquartz:0"}, False),
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": "localhost:10.0"}, True),
        ({"DISPLAY": "host:0"}, True),
        ({"DISPLAY": "tcp/host:0"}, True),
        ({"DISPLAY": "127.0.0.1:0.1"}, True),
        ({"DISPLAY": "[::1]:0"}, True),
        ({"DISPLAY": "host:0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": "host:0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, True),
        ({"DISPLAY": "host:0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"DISPLAY": "host:0", "QT_QPA_PLATFORM": "wayland;xcb"}, True),
    ],
)
def test_a_display_over_tcp_is_recognised(environment: dict[str, str], needed: bool) -> None:
    assert display_needs_network(environment) is needed


@pytest.mark.parametrize(
    ("options", "variables", "isolated"),
    [
        ((), {}, False),
        (("-I",), {}, True),
        (("-s",), {}, False),
        (("-P",), {}, False),
        (("-s", "-P"), {}, True),
        (("-s", "-P"), {"PYTHONSTARTUP": "/tmp/evil.py"}, False),
        (("-s", "-P", "-E"), {"PYTHONSTARTUP": "/tmp/evil.py"}, True),
    ],
)
def test_an_interpreter_that_others_could_lead_astray_is_known(
    options: tuple[str, ...], variables: dict[str, str], isolated: bool
) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from app.environment import python_is_isolated; "
        "print(python_is_isolated())"
    )
    done = subprocess.run(
        [sys.executable, *options, "-c", code, str(Path(__file__).parents[1])],
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout.strip() == str(isolated)
