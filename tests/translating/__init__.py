"""Tests of installers/translating: the texts of the window in other languages."""
