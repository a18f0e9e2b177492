"""`hearth profile move FOLDER` and `hearth profile where`."""

import threading
from pathlib import Path

from app.cli.backup import carry_out
from app.cli.library import facts_now
from app.cli.terminal import CommandContext, on_interrupt, open_profile, print_json, tell
from app.domain.errors import UsageError, VaultError
from app.domain.size import readable_size
from app.services.moving import plan_of
from app.vault.moving import move
from app.vault.profile import Profile


def run_move(context: CommandContext) -> int:
    """Move the profile: looked at while it is open, which proves that it is the person's, and moved once closed."""
    if context.demo:
        raise UsageError("move_of_demo")
    if not Profile(context.profile).exists():
        raise VaultError("profile_missing", name=str(context.profile))
    target, leave_models = Path(context.text("folder")).absolute(), context.flag("leave_models")
    with open_profile(context) as profile:
        libraries = facts_now(profile) if profile.session.library.exists else ()
        plan = plan_of(context.home, target, libraries, leave_models=leave_models)
    stop = threading.Event()
    with on_interrupt(stop.set):
        copied_bytes = carry_out(move(context.home, target, leave_models=leave_models), "Moving", stop)
    if context.json:
        facts = {"profile": str(target), "was": str(plan.source), "size_bytes": plan.size_bytes}
        print_json({**facts, "models_left": leave_models and plan.models_bytes > 0})
        return 0
    how = (
        "Every copy was read back and is whole."
        if copied_bytes
        else "It is the same disk: nothing had to be copied."
    )
    tell(f"Your data lies in {target} now ({readable_size(plan.size_bytes)}). {how}")
    if leave_models and plan.models_bytes:
        tell(f"Models ({readable_size(plan.models_bytes)}) stay in {plan.source / 'models'}.")
    if context.home != target:
        tell(f"A small file in {context.home} tells Hearth where to look: start it as before.")
    return 0


def run_where(context: CommandContext) -> int:
    """Say where the profile lies, without opening it."""
    if context.json:
        print_json({"profile": str(context.profile), "asked_for": str(context.home)})
    else:
        print(context.profile)
    return 0
