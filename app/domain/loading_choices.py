"""What can be chosen of how a model is put into memory, by name. Every process; alone, so that the command line starts
without the rest of what a model is asked for."""

import enum


class KvType(enum.StrEnum):
    """How keys and values are kept, in llama.cpp's words."""

    F16 = "f16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"


class FlashAttention(enum.StrEnum):
    """Whether attention is computed without laying all its scores out."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class GuessAhead(enum.StrEnum):
    """Whether the next tokens are guessed from the text before, and read together where the guesses come true."""

    AUTO = (
        "auto"  # where it is faster, measured while answers are written, and where the answer stays the same
    )
    ON = "on"  # always, for trying
    OFF = "off"
