"""What may be typed for commands that take a profile or conversations elsewhere: backup, restore, import, move."""

import argparse
from typing import TypeVar

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)


def add_moving(
    commands: "argparse._SubParsersAction[Parser]", shared: Parser, facts: Parser, kind: type[Parser]
) -> None:
    """Add the commands; `kind` is the class of parsers that say in a sentence what is wrong."""
    backup = commands.add_parser(
        "backup", parents=[shared, facts], help="everything of the profile in one encrypted file"
    )
    backup.add_argument("file", metavar="FILE", help="the file to make; one that is there is never replaced")
    backup.add_argument(
        "--without-library",
        action="store_true",
        help="leave out what was read from your files, and the folders",
    )
    backup.add_argument(
        "--make-recovery-code",
        action="store_true",
        help="make a new recovery code first and print it; it opens the backup, too",
    )

    importing = commands.add_parser(
        "import",
        parents=[shared, facts],
        help="conversations of GPT4All, Jan, LM Studio, Open WebUI, ChatGPT or Hearth",
    )
    importing.add_argument("path", metavar="PATH", help="an exported file, or the program's folder of chats")

    restore = commands.add_parser(
        "restore", parents=[shared, facts], help="put a backup in a profile's place"
    )
    restore.add_argument("file", metavar="FILE", help="the backup")
    restore.add_argument(
        "--recovery-code-file", default="", metavar="FILE", help="open it with the code in the first line"
    )
    restore.add_argument(
        "--replace", action="store_true", help="don't ask when there is a profile; it is kept beside"
    )

    profile = commands.add_parser("profile", help="where your conversations, libraries and models lie")
    parts = profile.add_subparsers(
        dest="profile_command", metavar="COMMAND", required=True, parser_class=kind
    )
    move = parts.add_parser(
        "move", parents=[shared, facts], help="move all of it to another folder or disk of this computer"
    )
    move.add_argument("folder", metavar="FOLDER", help="a new or an empty folder")
    move.add_argument(
        "--leave-models", action="store_true", help="models stay where they are, and are linked to from there"
    )
    parts.add_parser("where", parents=[shared, facts], help="the folder it lies in now")
