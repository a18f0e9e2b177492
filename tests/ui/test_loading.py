"""The workspace's modules are loaded on the window's own thread, a few a turn: see `app.ui.loading` for why."""

import json
import subprocess
import sys
import threading
from importlib import import_module
from pathlib import Path

import pytest

from app.ui.load_watch import watch_loads
from app.ui.loading import PLAIN

ROOT = Path(__file__).parents[2]
MODULES_A_TURN = 30  # some 20 ms on a slow computer
WITHOUT_QT = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    import_module(name)
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken6", "app.ui"))])
"""
LOADED = """
import json, sys
import app.ui.application  # what the lock screen needs
from app.services.workroom import Workroom
from app.ui.door import Door
from app.ui.load_watch import watch_loads
from app.ui.loading import PARTS, WorkspaceLoading
from app.ui.qt_start import make_application
from PySide6.QtCore import QAbstractEventDispatcher

application = make_application(["hearth", "-platform", "offscreen"])
told, turns = [], []
watch_loads(told.append)
room = Workroom()
loading = WorkspaceLoading(Door(room), application)


def loaded():
    return {name for name in sys.modules if name.startswith("app.ui.")}


def turned():
    now = len(loaded())
    if not turns or turns[-1] != now:
        turns.append(now)


QAbstractEventDispatcher.instance().awake.connect(turned)
turns.append(len(loaded()))
loading.when_done(application.quit)
application.exec()
before = loaded()
import app.ui.bindings, app.ui.workspace
print(json.dumps({"told": told, "turns": turns, "late": sorted(loaded() - before), "parts": len(PARTS)}))
room.close()
"""


def _run(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_work_thread_loads_nothing_of_qt() -> None:
    assert _run(WITHOUT_QT, *PLAIN).strip() == "[]"


def test_all_of_the_workspace_is_loaded_on_the_windows_thread_in_small_turns() -> None:
    found = json.loads(_run(LOADED).splitlines()[-1])
    assert found["told"] == []
    assert found["late"] == []
    steps = [after - before for before, after in zip(found["turns"], found["turns"][1:], strict=False)]
    assert len(steps) > found["parts"] // 2
    assert max(steps) <= MODULES_A_TURN


def test_a_module_of_the_window_that_another_thread_loads_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.delitem(sys.modules, "app.ui.fuzzy", raising=False)
    monkeypatch.delitem(sys.modules, "app.ipc.restarts", raising=False)
    told: list[str] = []
    watch_loads(told.append)
    for name in ("app.ui.fuzzy", "app.ipc.restarts"):
        thread = threading.Thread(target=import_module, args=(name,), name="workroom")
        thread.start()
        thread.join()
    monkeypatch.delitem(sys.modules, "app.ui.fuzzy")
    import_module("app.ui.fuzzy")  # on the main thread
    assert told == ["app.ui.fuzzy was loaded on the thread workroom"]
