"""`hearth export`: conversations as Markdown or JSON, one or all, printed or as files."""

import re
from pathlib import Path

from app.cli.terminal import CommandContext, open_profile, tell
from app.domain.conversation import Conversation, Message
from app.domain.errors import UsageError
from app.services.export import as_json, as_markdown
from app.services.handed_out import write_for_person
from app.services.opening import Session

Trees = list[tuple[Conversation, list[Message]]]


def run(context: CommandContext) -> int:
    """Write the wanted conversations. What is written is no longer encrypted, and that is said."""
    wanted, output = context.text("conversation"), context.text("output")
    with open_profile(context) as profile:
        trees = profile.workroom.do(lambda: _trees(profile.session, wanted)).result()
        pictures = profile.workroom.do(lambda: _pictures(profile.session, trees)).result()
        # One conversation that was wished has nothing to do with them.
        comparisons = [] if wanted else profile.workroom.do(profile.session.vault.comparisons.all).result()
        folders = profile.workroom.do(profile.session.vault.conversations.folders).result()
    if wanted and not trees:
        raise UsageError("no_such_conversation", name=wanted)
    if context.text("format") == "json":
        _write(output, as_json(trees, pictures, comparisons, folders))
    elif output and (len(trees) != 1 or Path(output).is_dir()):
        _write_each(Path(output), trees, pictures)
    else:
        _write(output, "\n".join(as_markdown(*tree, pictures) for tree in trees))
    if output:
        tell(
            f"{len(trees)} conversation{'s' if len(trees) != 1 else ''} written to {output}. "
            "What lies there is not encrypted."
        )
    return 0


def _trees(session: Session, wanted: str) -> Trees:
    store = session.vault.conversations
    return [
        (conversation, store.messages(conversation.id))
        for conversation in store.list()
        if not wanted or wanted in (conversation.id, conversation.title)
    ]


def _pictures(session: Session, trees: Trees) -> dict[str, list[str]]:
    """The names of the pictures that went with questions, by the question's id."""
    found: dict[str, list[str]] = {}
    for conversation, _ in trees:
        for message_id, shown in session.pictures.small(conversation.id).items():
            found[message_id] = [" ".join(name.split()) for name, _ in shown]
    return found


def _write_each(folder: Path, trees: Trees, pictures: dict[str, list[str]]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("cannot_write", path=str(folder), reason=error.strerror or "") from error
    for conversation, messages in trees:
        words = re.sub(r"[^\w -]+", "", conversation.title).strip()[:60] or "conversation"
        _write(
            str(folder / f"{words} {conversation.id[:8]}.md"), as_markdown(conversation, messages, pictures)
        )


def _write(path: str, text: str) -> None:
    if not path:
        print(text, end="")
    else:
        write_for_person(Path(path), text)
