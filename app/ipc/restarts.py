"""How often a process that keeps ending is started again."""

import time


class RestartBudget:
    """At most `limit` restarts within `window_s` seconds; a crash loop must end by itself."""

    def __init__(self, limit: int = 3, window_s: float = 300.0) -> None:
        self._limit = limit
        self._window_s = window_s
        self._times: list[float] = []

    def spend(self, now_s: float | None = None) -> bool:
        """Take one restart. Returns whether there was one left."""
        now = time.monotonic() if now_s is None else now_s
        self._times = [moment for moment in self._times if now - moment < self._window_s]
        if len(self._times) >= self._limit:
            return False
        self._times.append(now)
        return True
