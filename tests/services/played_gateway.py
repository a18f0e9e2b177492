"""A gateway that is played by a thread: it answers what a test says, sends nothing, and holds every body it was given.

What the real one checks and does is in tests/gateway and tests/end2end.
"""

import multiprocessing
import threading
from multiprocessing.connection import Connection

from app.domain.price import OfferedPrice
from app.ipc.channel import BadFrame, Channel, ChannelClosed
from app.ipc.frames import Failed, Leave
from app.ipc.gateway_frames import Leaving, Piece, Replied, Send, ToGateway

PATIENCE_S = 60.0


class PlayedGateway:
    """Attributes: `reply`, word by word; `failure`, the code of a CloudError after the words, empty for none; `usage`,
    the tokens that the server tells; `bodies` of the requests; `offers`, the prices of its list."""

    def __init__(self) -> None:
        self.reply = "Good evening."
        self.failure = ""
        self.usage = (7, 3)
        self.bodies: list[bytes] = []
        self.offers: tuple[OfferedPrice, ...] = ()
        self._threads: list[threading.Thread] = []

    def start(self) -> "Connection[bytes, bytes]":
        """The pipe to it, as the supervisor would give it."""
        ours, theirs = multiprocessing.Pipe()
        thread = threading.Thread(target=self._serve, args=(theirs,), name="played-gateway")
        self._threads.append(thread)
        thread.start()
        return ours

    def join(self) -> None:
        """It leaves with its pipe."""
        for thread in self._threads:
            thread.join(PATIENCE_S)
            assert not thread.is_alive()

    def _serve(self, pipe: "Connection[bytes, bytes]") -> None:
        channel = Channel(pipe, ToGateway)
        try:
            while not isinstance(frame := channel.receive(), Leave):
                if isinstance(frame, Send):
                    self._answer(channel, frame)
        except (ChannelClosed, BadFrame):
            pass
        finally:
            channel.close()

    def _answer(self, channel: Channel, asked: Send) -> None:
        self.bodies.append(asked.body)
        channel.send(Leaving(asked.job, "192.0.2.1"))
        words = self.reply.split(" ")
        for number, word in enumerate(words, 1):
            channel.send(Piece(asked.job, number, word if number == len(words) else f"{word} ", False))
        if self.failure:
            channel.send(Failed(asked.job, "CloudError", self.failure, {"origin": "the server"}))
        else:
            channel.send(Replied(asked.job, False, 99, *self.usage, prices=self.offers))
