"""Use cases: what a person does, without Qt and without a terminal."""
