"""How the profile of a command loads its models, for commands that don't need it open. They say where it stays shut."""

import os

from app.cli.terminal import CommandContext, tell
from app.models.shelf import ModelShelf
from app.models.shelf_entry import ShelfModel
from app.services.own_options import ReadOptions, read_options
from app.services.passphrase_file import read_passphrase
from app.services.sentences import sentence


def options_here(context: CommandContext, shelf: ModelShelf) -> ReadOptions:
    """The options of all models on the shelf. Errors: where a passphrase was given, what opening the profile raises."""
    if context.demo:
        return ReadOptions()
    file = context.passphrase_file
    names = tuple(model.name for model in shelf.list())
    found = read_options(
        context.profile, names, (lambda: read_passphrase(file)) if file else None, dict(os.environ)
    )
    if found.unread is not None:
        tell(
            f"Told for your usual options: what a model has of its own can't be read. {sentence(found.unread)}"
        )
    return found


def name_on_shelf(shelf: ModelShelf, model: ShelfModel) -> str:
    """The name on the shelf of a model that may have been named by its file; empty where it isn't there."""
    return next((one.name for one in shelf.list() if one.real_path == model.real_path), "")
