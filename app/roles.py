"""Where a child process begins: role name -> entry, imported late so that each role loads only its own.

Every role but the gateway seals itself from the network before any other module of ours is imported. The entries are
names, not imports: a role must not even know the modules of another.
"""

import gc
from importlib import import_module
from multiprocessing.connection import Connection

ROLES = {
    "window": "app.ui.application",
    "command": "app.cli.program",
    "inference": "app.inference.worker",
    "library": "app.library.worker",
    "parser": "app.parsing.worker",
    "gateway": "app.gateway.worker",
    "typesetter": "app.typesetting.worker",
}


def enter(role: str, connection: "Connection[bytes, bytes]", *arguments: object) -> None:
    """Run `role` in this process. Called by multiprocessing as the first thing in a fresh interpreter."""
    from app import sandbox  # late: it is the first statement, and the supervisor has no use for it

    sandbox.harden_process()
    if role == "window":
        report = sandbox.seal_window_network()
    elif role == "command":
        report = sandbox.seal_network()
    elif role == "gateway":
        # The only one that may connect; the supervisor starts it, because all others would hand their seal on.
        report = sandbox.seal_gateway()
        sandbox.die_with_parent()
    else:
        # A worker has no use for the desktop's services, and some of them would look up a name for it.
        report = sandbox.seal_network(local_sockets=False)
        sandbox.die_with_parent()
    # What is loaded stays: looking for garbage in it takes time now, and would stop the window later.
    gc.disable()
    run = import_module(ROLES[role]).run
    gc.freeze()
    gc.enable()
    run(connection, report, *arguments)
