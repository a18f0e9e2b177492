"""The Ledger page: what has left this computer, when, to whom, why, and who allowed it."""
