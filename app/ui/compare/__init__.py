"""Comparing: one question, two answers side by side, and votes. Window process."""
