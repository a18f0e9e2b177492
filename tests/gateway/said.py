"""A line on which everything has been said already, and which tells what was left unread."""


class Said:
    """The part of a socket that asking a proxy needs. `left` is what nobody has read yet."""

    def __init__(self, said: bytes) -> None:
        self.left = said

    def sendall(self, data: bytes, /) -> None:
        """Nobody is there to answer it."""

    def recv(self, size: int, /) -> bytes:
        """As much as is there, at most `size`."""
        piece, self.left = self.left[:size], self.left[size:]
        return piece
