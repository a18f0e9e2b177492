"""The sample library of `hearth --demo`: made by `python -m tests.sample_library.make`, the same bytes each time."""
