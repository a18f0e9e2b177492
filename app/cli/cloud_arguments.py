"""What may be typed after `hearth provider` and `hearth ledger`, and the part of `hearth ask` that asks a server."""

import argparse
from typing import Any

VOTE_LETTERS = ("a", "b", "both", "neither")  # in the order of `Comparison.votes`


def add_asking(ask: argparse.ArgumentParser) -> None:
    """The options of `ask` for a server."""
    ask.add_argument(
        "--provider",
        default="",
        metavar="NAME",
        help="ask this server; shows what would leave, sends nothing unasked",
    )
    _add_allow(ask)
    ask.add_argument(
        "--allow-document",
        action="append",
        metavar="PATH",
        help="passages of this file may go (may be repeated)",
    )
    ask.add_argument(
        "--conversation", default="", metavar="ID", help="ask within this conversation, by its id or title"
    )
    ask.add_argument("--allow-earlier", action="store_true", help="what was typed in it before may go")
    ask.add_argument(
        "--allow-earlier-answers",
        action="store_true",
        help="its answers may go, if all they were made from may",
    )
    ask.add_argument(
        "--mask-word", action="append", metavar="WORD", help="mask this word too (may be repeated)"
    )
    ask.add_argument("--no-mask", action="store_true", help="don't mask what is personal")
    _add_secrets_once(ask)


def add_comparing(compare: argparse.ArgumentParser) -> None:
    """`compare`."""
    compare.add_argument("--provider", default="", metavar="NAME", help="the server that is asked as well")
    compare.add_argument("--model", default="", help="the model here: a name on your shelf, or a GGUF file")
    compare.add_argument("--server-model", default="", metavar="MODEL", help="another model of the server")
    compare.add_argument(
        "--blind",
        action="store_true",
        help="the answers are A and B in any order; who is who after your vote",
    )
    _add_allow(compare)
    compare.add_argument(
        "--limit",
        type=float,
        default=None,
        metavar="AMOUNT",
        help="what all comparisons with this server may cost from now on, 0 for no limit",
    )
    _add_secrets_once(compare)
    compare.add_argument(
        "--vote",
        default="",
        choices=VOTE_LETTERS,
        help="which answer of a comparison was better; asks nobody",
    )
    compare.add_argument(
        "--comparison",
        default="",
        metavar="ID",
        help="the one to vote on (default: the newest without a vote)",
    )
    compare.add_argument("--results", action="store_true", help="what your votes come to; asks nobody")
    compare.add_argument(
        "question",
        metavar="QUESTION",
        nargs="?",
        default="",
        help="the question, or - to read it from standard input",
    )


def add_cloud(
    commands: "argparse._SubParsersAction[Any]",
    shared: argparse.ArgumentParser,
    facts: argparse.ArgumentParser,
    parser_class: type[argparse.ArgumentParser],
) -> None:
    """`provider ...` and `ledger`."""
    provider = commands.add_parser(
        "provider", help="the servers that may be asked, each time with your leave"
    )
    parts = provider.add_subparsers(
        dest="provider_command", metavar="COMMAND", required=True, parser_class=parser_class
    )
    add = parts.add_parser("add", parents=[shared, facts], help="name a server or change it; nothing is sent")
    add.add_argument("name", metavar="NAME")
    add.add_argument("address", metavar="ADDRESS", help="https://host/v1 as its provider writes it")
    add.add_argument("--wire", default=None, help="how it is spoken to: openai (most servers) or anthropic")
    add.add_argument("--model", default=None, help="the model to ask unless another is named")
    add.add_argument(
        "--more-model",
        action="append",
        metavar="MODEL",
        help="one more model that a conversation can be switched to (may be repeated; '' for none)",
    )
    add.add_argument("--own", action="store_true", help="it is your own server, here or in your house")
    add.add_argument(
        "--authority",
        default=None,
        metavar="FILE",
        help="certificates (PEM) that alone vouch for your own server",
    )
    add.add_argument(
        "--proxy",
        default=None,
        metavar="ADDRESS",
        help="go through this proxy: http://host:port or socks5://host:port, user@ before the host for a login",
    )
    add.add_argument(
        "--key-file", default="", metavar="FILE", help="its key, first line of FILE, or - to type it"
    )
    add.add_argument(
        "--proxy-password-file",
        default="",
        metavar="FILE",
        help="the proxy user's password, first line of FILE, or - to type it",
    )
    parts.add_parser("list", parents=[shared, facts], help="which there are; nothing is sent")
    for name, words in (
        ("test", "ask it for its models, to see whether it and the key work; no words of yours go"),
        ("models", "which models it offers; no words of yours go"),
        ("remove", "forget it and its key"),
    ):
        part = parts.add_parser(name, parents=[shared, facts], help=words)
        part.add_argument("name", metavar="NAME")
        if name != "remove":
            _add_secrets_once(part)
    _add_price(
        parts.add_parser("price", parents=[shared, facts], help="what its models take; nothing is sent")
    )

    ledger = commands.add_parser(
        "ledger",
        parents=[shared, facts],
        help="what has left this computer, when, to whom, and who allowed it",
    )
    ledger.add_argument("--verify", action="store_true", help="check that nothing was changed or taken out")
    ledger.add_argument("--bytes", type=int, default=0, metavar="N", help="the exact bytes of entry N")
    ledger.add_argument("--forget-bytes", action="store_true", help="forget the words; rows and sums stay")
    ledger.add_argument("--block", action="store_true", help="block all connections until --unblock")
    ledger.add_argument("--unblock", action="store_true", help="allow asking again")


def _add_price(price: argparse.ArgumentParser) -> None:
    """`provider price`."""
    price.add_argument("name", metavar="NAME")
    price.add_argument(
        "model", metavar="MODEL", nargs="?", default="", help="the usual one unless another is named"
    )
    price.add_argument(
        "--reading", type=float, default=None, metavar="AMOUNT", help="of a million tokens that it reads"
    )
    price.add_argument(
        "--writing", type=float, default=None, metavar="AMOUNT", help="of a million tokens that it writes"
    )
    price.add_argument(
        "--currency", default="", metavar="SIGN", help="as you want it shown ($ unless you say)"
    )
    price.add_argument(
        "--from-list",
        action="store_true",
        help="ask the server for its list and take the prices it says of the models you named",
    )
    price.add_argument("--forget", action="store_true", help="forget the price")
    _add_secrets_once(price)


def _add_allow(parser: argparse.ArgumentParser) -> None:
    """How a script agrees to what it was shown."""
    parser.add_argument(
        "--allow", default="", metavar="SHA256", help="send exactly the bytes that were shown with this sum"
    )


def _add_secrets_once(parser: argparse.ArgumentParser) -> None:
    """What `use_secrets_once` reads."""
    parser.add_argument(
        "--key-file", default="", metavar="FILE", help="the server's key for this once, first line of FILE"
    )
    parser.add_argument(
        "--proxy-password-file",
        default="",
        metavar="FILE",
        help="its proxy's password for this once, first line of FILE",
    )
