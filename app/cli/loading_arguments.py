"""The options of commands that load a model: how it is put into memory. The rest stays as the profile has it."""

import argparse

from app.domain.loading_choices import FlashAttention, GuessAhead, KvType


def add_loading(command: argparse.ArgumentParser) -> None:
    """The options, in a group of their own."""
    group = command.add_argument_group("how the model is put into memory (chosen by itself where not given)")
    group.add_argument("--context", type=int, default=None, metavar="TOKENS", help="how much it can see")
    group.add_argument(
        "--gpu-layers", default=None, metavar="N", help="layers on graphics processors: a number, auto or all"
    )
    group.add_argument(
        "--device",
        action="append",
        metavar="NAME",
        help="use this one only (may be repeated); see hearth doctor",
    )
    group.add_argument("--split", default=None, metavar="N,N", help="shares of the devices, as 3,1")
    group.add_argument(
        "--kv-type", choices=[one.value for one in KvType], default=None, help="how what was read is kept"
    )
    group.add_argument("--kv-in-main-memory", action="store_true", help="not on graphics processors")
    group.add_argument("--flash-attention", choices=[one.value for one in FlashAttention], default=None)
    group.add_argument(
        "--guess-ahead",
        choices=[one.value for one in GuessAhead],
        default=None,
        help="read the next words along when they can be guessed from the text",
    )
    group.add_argument("--batch", type=int, default=None, metavar="TOKENS", help="read by one call")
    group.add_argument("--micro-batch", type=int, default=None, metavar="TOKENS", help="computed at once")
    group.add_argument("--threads", type=int, default=None, metavar="N")
    group.add_argument(
        "--adapter",
        action="append",
        metavar="FILE[:STRENGTH]",
        help="a LoRA (GGUF) that changes how it answers, as style.gguf:0.5 (may be repeated)",
    )
