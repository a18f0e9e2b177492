"""What may be typed after `hearth`. Parsed in the supervisor, before anything heavy is imported."""

import argparse
import os
from dataclasses import dataclass, field
from typing import NoReturn

from app import __version__
from app.cli.cloud_arguments import add_asking, add_cloud, add_comparing
from app.cli.loading_arguments import add_loading
from app.cli.moving_arguments import add_moving


@dataclass(frozen=True, slots=True)
class Request:
    """One start of Hearth. `command` is empty for the window (`minimised`, or with a model's `file`) and
    "quick-ask" for its window for a quick question; `options` holds that command's own values."""

    command: str
    profile: str
    passphrase_file: str
    json: bool
    demo: bool
    minimised: bool = False
    file: str = ""
    options: dict[str, object] = field(default_factory=dict)

    def facts(self) -> dict[str, object]:
        """The request as plain values for another process."""
        return {
            "command": self.command,
            "profile": self.profile,
            "passphrase_file": self.passphrase_file,
            "json": self.json,
            "demo": self.demo,
            "options": dict(self.options),
        }


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in a sentence, and exits 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. '{self.prog} --help' shows what can be asked.\n")


MODEL_ENDING = ".gguf"
SMOKE_TEST = "smoke-test"  # the command that a switch stands for

_GLOBAL = ("command", "profile", "passphrase_file", "json", "demo", "smoke_test", "minimised")


def parse(arguments: list[str]) -> Request:
    """The request in `arguments`. Exits 2 with a sentence when it makes no sense, 0 after help or version."""
    parser = _parser()
    file, arguments = _file_in(arguments)
    values = vars(parser.parse_args(arguments))
    options = {key: value for key, value in values.items() if key not in _GLOBAL}
    command = str(values.get("command") or "")
    for group in ("models", "library", "provider", "profile"):
        part = options.pop(f"{group}_command", None)
        if part is not None:
            command = f"{group} {part}"
    smoke_test = bool(values.get("smoke_test", False))
    if smoke_test:
        if command:
            parser.error(f"--smoke-test stands alone, without '{command}'")
        command = SMOKE_TEST
    if file and command:
        parser.error(f"a model file stands alone, without '{command}'")
    return Request(
        command=command,
        profile=str(values.get("profile", "")),
        passphrase_file=str(values.get("passphrase_file", "")),
        json=bool(values.get("json", False)),
        demo=bool(values.get("demo", False)) or smoke_test,
        minimised=bool(values.get("minimised", False)),
        file=file,
        options=options,
    )


def _file_in(arguments: list[str]) -> tuple[str, list[str]]:
    """A GGUF file where a command would stand (a double click in a file manager), and the arguments without it.

    argparse knows no command that may be a file as well.
    """
    takes_value = False
    for index, argument in enumerate(arguments):
        if takes_value or argument.startswith("-"):
            takes_value = not takes_value and argument in ("--profile", "--passphrase-file")
        elif argument.lower().endswith(MODEL_ENDING):
            return os.path.abspath(argument), [*arguments[:index], *arguments[index + 1 :]]
        else:
            break
    return "", arguments


def _parser() -> argparse.ArgumentParser:
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument(
        "--profile", metavar="DIR", help="the folder with your conversations (default: your own)"
    )
    shared.add_argument(
        "--passphrase-file", metavar="FILE", help="read the passphrase from the first line of FILE"
    )
    shared.add_argument("--demo", action="store_true", help="a throw-away profile with the small test model")
    facts = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    facts.add_argument("--json", action="store_true", help="print one JSON object (or one a line)")

    parser = _Parser(
        prog="hearth",
        description="Private AI that stays home. Without a command, opens the window; with a "
        "GGUF file instead, opens it with that model.",
        parents=[shared],
    )
    parser.add_argument(
        "--minimised", action="store_true", help="start the window in the tray, or in the task bar"
    )
    parser.add_argument("--version", action="version", version=f"Hearth {__version__}")
    parser.add_argument(
        "--smoke-test",
        action="store_true",
        help="try whether this installation works; says nothing if it does",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    ask = commands.add_parser("ask", parents=[shared, facts], help="ask one question; nothing is kept")
    ask.add_argument("--model", default="", help="a model's name on your shelf, or a GGUF file")
    ask.add_argument("--system", default="", metavar="TEXT", help="what the model is told beforehand")
    ask.add_argument("--temperature", type=float, default=None, help="0 always takes the likeliest word")
    ask.add_argument("--seed", type=int, default=None, help="makes an answer repeatable")
    ask.add_argument("--max-tokens", type=int, default=0, help="the longest answer, in tokens")
    ask.add_argument(
        "--library", action="append", metavar="NAME", help="answer from this library (may be repeated)"
    )
    ask.add_argument(
        "--image",
        action="append",
        metavar="FILE",
        help="a picture that the model is to see (may be repeated)",
    )
    add_asking(ask)
    add_loading(ask)
    ask.add_argument("question", metavar="QUESTION", help="the question, or - to read it from standard input")

    compare = commands.add_parser(
        "compare",
        parents=[shared, facts],
        help="ask a model here and a server the same; shows what would leave, sends nothing unasked",
    )
    add_comparing(compare)
    add_loading(compare)

    chat = commands.add_parser("chat", parents=[shared, facts], help="a conversation in the terminal")
    chat.add_argument("--model", default="", help="a model's name on your shelf, or a GGUF file")
    chat.add_argument("--system", default="", metavar="TEXT", help="what the model is told beforehand")
    chat.add_argument(
        "--image",
        action="append",
        metavar="FILE",
        help="a picture that the model is to see with the first question (may be repeated)",
    )
    add_loading(chat)

    read = commands.add_parser("read", parents=[shared, facts], help="what Hearth reads in a document")
    read.add_argument("file", metavar="FILE")
    read.add_argument(
        "--ocr", action="store_true", help="read words in pictures where there are none as text"
    )
    read.add_argument(
        "--password-file", default="", metavar="FILE", help="the document's password, first line"
    )
    chat.add_argument(
        "--library", action="append", metavar="NAME", help="answer from this library (may be repeated)"
    )

    models = commands.add_parser("models", help="the models on this computer")
    models_commands = models.add_subparsers(
        dest="models_command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    models_commands.add_parser("list", parents=[shared, facts], help="what is on the shelf")
    add = models_commands.add_parser("add", parents=[shared, facts], help="put a GGUF file on the shelf")
    add.add_argument("file", metavar="FILE")
    add.add_argument(
        "--projector", default="", metavar="FILE", help="what lets it see pictures, where that lies elsewhere"
    )
    add.add_argument("--copy", action="store_true", help="copy the file instead of linking to it")
    find = models_commands.add_parser(
        "find", parents=[shared, facts], help="models that other programs keep on this computer"
    )
    find.add_argument("folders", metavar="FOLDER", nargs="*", help="look here instead, all folders below too")
    find.add_argument("--add", action="store_true", help="put all that are found on the shelf, by link")
    info = models_commands.add_parser("info", parents=[shared, facts], help="what a GGUF file says of itself")
    info.add_argument("file", metavar="FILE", help="a GGUF file, or a name on the shelf")
    _add_download(models_commands, shared, facts)
    models_commands.add_parser(
        "recommend", parents=[shared, facts], help="a model that suits this computer; nothing is sent"
    )
    bench = models_commands.add_parser(
        "bench", parents=[shared, facts], help="measure how fast models read and write here"
    )
    bench.add_argument(
        "id", metavar="ID", nargs="?", default="", help="one model (default: all on the shelf)"
    )
    own = models_commands.add_parser(
        "set", parents=[shared, facts], help="what one model has of its own, in place of your settings"
    )
    own.add_argument("id", metavar="ID")
    own.add_argument("key", metavar="KEY", nargs="?", default="", help="context_tokens, temperature, …")
    own.add_argument("value", metavar="VALUE", nargs="?", default="", help="usual takes it back")
    remove = models_commands.add_parser("remove", parents=[shared, facts], help="take a model off the shelf")
    remove.add_argument("id", metavar="ID")

    _add_library(commands, shared, facts)
    add_moving(commands, shared, facts, _Parser)
    add_cloud(commands, shared, facts, _Parser)
    commands.add_parser(
        "quick-ask",
        parents=[shared],
        help="the small window for a question in between; starts Hearth if need be",
    )
    commands.add_parser(
        "doctor", parents=[shared, facts], help="what this computer offers, and how sealed Hearth is"
    )

    redact = commands.add_parser("redact", parents=[shared, facts], help="mask what is personal in a text")
    redact.add_argument(
        "words", metavar="TEXT", nargs="?", default="", help="the text (default: standard input)"
    )
    redact.add_argument(
        "--batch", default="", metavar="FILE", help='one {"id", "text"} a line, one answer a line'
    )
    redact.add_argument(
        "--kind", dest="kinds", action="append", metavar="KIND", help="mask this kind only (may be repeated)"
    )
    redact.add_argument(
        "--word",
        dest="own_words",
        action="append",
        metavar="WORD",
        help="mask this word too (may be repeated)",
    )
    redact.add_argument(
        "--mine", action="store_true", help="mask by the words and switches of your profile's settings"
    )

    export = commands.add_parser("export", parents=[shared], help="conversations as Markdown or JSON")
    export.add_argument("--format", choices=("markdown", "json"), default="markdown")
    export.add_argument(
        "--conversation", default="", metavar="ID", help="one conversation, by its id or title"
    )
    export.add_argument(
        "--output", default="", metavar="PATH", help="a file, or a folder for Markdown (default: print)"
    )
    return parser


def _add_download(commands: "argparse._SubParsersAction[_Parser]", shared: _Parser, facts: _Parser) -> None:
    """`models download`."""
    download = commands.add_parser(
        "download",
        parents=[shared, facts],
        help="fetch a model; shows from where, fetches nothing unasked; without a name: what was begun",
    )
    download.add_argument(
        "model",
        metavar="MODEL",
        nargs="?",
        default="",
        help="an id of `models recommend`, OWNER/NAME[:QUANTISATION] of a hub, or the address of a GGUF file",
    )
    download.add_argument(
        "--allow", default="", metavar="HOST", help="fetch it from this server, which was shown"
    )
    download.add_argument("--sha256", default="", metavar="SUM", help="the sum that the file must have")
    download.add_argument(
        "--without-projector",
        action="store_true",
        help="leave out the file (mmproj) that lets the model see pictures",
    )
    download.add_argument("--cancel", action="store_true", help="delete what has come of this download")
    download.add_argument("--hub", default="", metavar="ADDRESS", help="another hub that works the same way")
    download.add_argument("--own", action="store_true", help="the server is your own, here or in your house")
    download.add_argument(
        "--authority",
        default="",
        metavar="FILE",
        help="certificates (PEM) that alone vouch for your own server",
    )


def _add_library(commands: "argparse._SubParsersAction[_Parser]", shared: _Parser, facts: _Parser) -> None:
    """`library ...` and `search`."""
    library = commands.add_parser("library", help="the folders that are searched and answered from")
    parts = library.add_subparsers(
        dest="library_command", metavar="COMMAND", required=True, parser_class=_Parser
    )
    add = parts.add_parser("add", parents=[shared, facts], help="make a library, or add folders to one")
    add.add_argument("name", metavar="NAME")
    add.add_argument("paths", metavar="PATH", nargs="+", help="a folder or a file")
    add.add_argument(
        "--kind", dest="kinds", action="append", metavar="EXT", help="read only these: pdf, md ..."
    )
    add.add_argument(
        "--ignore", action="append", metavar="PATTERN", help="leave out, as in '*.log' or 'drafts/*'"
    )
    add.add_argument("--words", action="store_true", help="read now, leave finding by meaning for later")
    for name, words in (
        ("hidden", "names that begin with a dot"),
        ("ocr", "pages that are only pictures of text"),
    ):
        add.add_argument(
            f"--{name}",
            action=argparse.BooleanOptionalAction,
            default=None,
            help=f"read {words}, too (default: as the library has it, or Settings say for a new one)",
        )
    parts.add_parser("list", parents=[shared, facts], help="what libraries there are")
    status = parts.add_parser(
        "status", parents=[shared, facts], help="how far they are, which files gave no text"
    )
    status.add_argument("name", metavar="NAME", nargs="?", default="")
    embedder = parts.add_parser(
        "embedder", parents=[shared, facts], help="which embedder finds by meaning, or use another"
    )
    embedder.add_argument(
        "folder", metavar="FOLDER", nargs="?", default="", help="a folder with a sentence-transformers model"
    )
    embedder.add_argument("--packaged", action="store_true", help="use the one that comes with Hearth")
    ranker = parts.add_parser(
        "ranker", parents=[shared, facts], help="which cross-encoder ranks the best passages anew, or use one"
    )
    ranker.add_argument(
        "folder", metavar="FOLDER", nargs="?", default="", help="a folder with a cross-encoder"
    )
    ranker.add_argument("--off", action="store_true", help="use none")
    unlock = parts.add_parser("unlock", parents=[shared, facts], help="read a file that needs a password")
    unlock.add_argument("file", metavar="FILE")
    unlock.add_argument(
        "--password-file", required=True, metavar="FILE", help="the file's password, first line"
    )
    unlock.add_argument(
        "--keep", action="store_true", help="keep the password, encrypted, for when the file changes"
    )
    unlock.add_argument("--words", action="store_true", help="read now, leave finding by meaning for later")
    sync = parts.add_parser("sync", parents=[shared, facts], help="read what is new or has changed")
    sync.add_argument("name", metavar="NAME", nargs="?", default="")
    sync.add_argument("--words", action="store_true", help="read now, leave finding by meaning for later")
    remove = parts.add_parser(
        "remove", parents=[shared, facts], help="forget one; its files stay where they are"
    )
    remove.add_argument("name", metavar="NAME")

    search = commands.add_parser("search", parents=[shared, facts], help="find passages in the libraries")
    search.add_argument("-k", type=int, default=10, metavar="N", help="how many passages (default: 10)")
    search.add_argument(
        "--library", action="append", metavar="NAME", help="search only here (may be repeated)"
    )
    search.add_argument(
        "--kind",
        dest="kinds",
        action="append",
        metavar="EXT",
        help="only such files: pdf, md ... (may be repeated)",
    )
    search.add_argument(
        "--in", dest="place", default="", metavar="PATH", help="only this file, or in this folder"
    )
    search.add_argument(
        "--path", dest="part", default="", metavar="PART", help="only files with this in their path"
    )
    for name, words in (("from", "this day or later"), ("to", "this day or earlier")):
        search.add_argument(
            f"--{name}", dest=f"date_{name}", default="", metavar="DAY", help=f"only of {words}: 2026-11-29"
        )
    search.add_argument("--batch", default="", metavar="FILE.jsonl", help="one {id, query} a line")
    search.add_argument(
        "--meaning", action="store_true", help="search by meaning too; takes some seconds longer"
    )
    search.add_argument("query", metavar="QUERY", nargs="?", default="")
